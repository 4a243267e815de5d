//! From one meeting to the next: what became of action points and minutes, through the front door, and against a model.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "series/bodies.rs"]
mod bodies;
#[path = "series/convened.rs"]
mod convened;
#[path = "series/eight.rs"]
mod eight;
#[path = "series/model.rs"]
mod model;
#[path = "series/settings.rs"]
mod settings;
#[path = "series/together.rs"]
mod together;

use std::collections::BTreeMap;

use common::Project;

/// The rows of a table of the Markdown of a meeting, below that heading: the cells, the head left out.
#[track_caller]
fn table(project: &Project, day: &str, heading: &str) -> Vec<Vec<String>> {
    let text = project.read(&format!("output/2026/{day}/compte-rendu-{day}.md"));
    table_of(&text, heading)
}

/// The same of the Markdown of any document.
fn table_of(text: &str, heading: &str) -> Vec<Vec<String>> {
    let text = plain_spaces(text);
    let below = text.split_once(heading).map_or("", |(_, below)| below);
    let lines = below.lines().skip_while(|line| !line.starts_with('|'));
    let rows = lines.take_while(|line| line.starts_with('|')).skip(2);
    let cells = |row: &str| {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    rows.map(cells).collect()
}

/// The register: of each action point, by its address, what each column of `actions.csv` says.
fn register(project: &Project) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = plain_spaces(&project.read("output/actions.csv"));
    let mut rows = common::spreadsheet::rows(&text).into_iter();
    let heads = rows.next().unwrap();
    let rows = rows.map(|row| {
        let row: BTreeMap<String, String> = heads.iter().cloned().zip(row).collect();
        (row["Identifiant"].clone(), row)
    });
    rows.collect()
}

/// The same register as data, by the same addresses.
fn register_as_data(project: &Project) -> BTreeMap<String, serde_json::Value> {
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&project.read("output/actions.json")).unwrap();
    rows.into_iter()
        .map(|row| (row["identifiant"].as_str().unwrap().to_owned(), row))
        .collect()
}

/// A text with the spaces that one types.
fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The PDF and Markdown files of all meetings.
fn documents(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let files = project.files("output").into_iter();
    let files = files.filter(|file| file.ends_with(".pdf") || file.ends_with(".md"));
    files
        .map(|file| {
            let bytes = project.bytes(&format!("output/{file}"));
            (file, bytes)
        })
        .collect()
}
