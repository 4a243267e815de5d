//! Editions: what is not for all stands in no byte of what all may read.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own; of the reader a part is used"
)]

mod common;

#[path = "editions/build.rs"]
mod build;
#[path = "editions/free_keys.rs"]
mod free_keys;
#[path = "editions/left.rs"]
mod left;
#[path = "editions/named.rs"]
mod named;
#[path = "editions/numbers.rs"]
mod numbers;
#[path = "editions/publish.rs"]
mod publish;
#[path = "pdf/reader/mod.rs"]
mod reader;
#[path = "editions/records.rs"]
mod records;
#[path = "editions/sentinels.rs"]
mod sentinels;
#[path = "editions/unmade.rs"]
mod unmade;

use common::{Project, spreadsheet};
use mail_parser::{MessageParser, MimeHeaders};
use reader::Reader;
use walkdir::WalkDir;

const SETTINGS: &str = "instance = \"Cluster\"\ninstance_avec_de = \"du Cluster\"\nadresse_du_site = \"https://example.org/cr\"\n";

const EDITIONS: &str = "[editions]\nconstruire = [\"membres\", \"interne\"]\n";

/// All that somebody who has a folder can read in it: names, and contents as far as they can be opened, in small letters.
fn readable(project: &Project, folder: &str) -> Vec<(String, String)> {
    let top = project.path(folder);
    let entries = WalkDir::new(&top).sort_by_file_name().into_iter();
    let mut found = Vec::new();
    for entry in entries.map(Result::unwrap) {
        let name = entry.path().strip_prefix(&top).unwrap();
        let name = name.to_string_lossy().into_owned();
        let content = match entry.file_type().is_file() {
            true => opened(&name, &std::fs::read(entry.path()).unwrap()),
            false => String::new(),
        };
        found.push((name.clone(), format!("{name}\n{content}").to_lowercase()));
    }
    found
}

/// A content with all that is packed in it.
fn opened(name: &str, bytes: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    if name.ends_with(".eml") {
        text = without_packed(&text);
    }
    if name.ends_with(".pdf") {
        let reader = Reader::new(bytes);
        let drawn = reader.stretches.iter().flat_map(|page| page.values());
        let drawn: String = drawn.chain(&reader.artifacts).map(String::as_str).collect();
        text += &reader.everything();
        text += &drawn;
    }
    if name.ends_with(".ics") {
        // A long line goes on below.
        text += &text.replace("\r\n ", "");
    }
    if name.ends_with(".xlsx") {
        text += &spreadsheet::everything(bytes);
    }
    if name.ends_with(".eml") {
        let message = MessageParser::default().parse(bytes).expect("a message");
        for part in &message.parts {
            let name = part.attachment_name().unwrap_or_default();
            text += name;
            text += &opened(name, part.contents());
        }
        text += message.subject().unwrap_or_default();
    }
    text
}

/// A message without what is packed as base64, in which three letters may stand by chance; it is opened by itself.
fn without_packed(text: &str) -> String {
    let (mut kept, mut is_packed, mut is_head) = (String::new(), false, true);
    for line in text.lines() {
        if line.starts_with("--") {
            (is_packed, is_head) = (false, true);
        }
        is_packed |= is_head && line.eq_ignore_ascii_case("content-transfer-encoding: base64");
        is_head &= !line.is_empty();
        if is_head || !is_packed {
            kept += line;
            kept.push('\n');
        }
    }
    kept
}

/// The files of a folder in which a word stands.
fn holding(project: &Project, folder: &str, word: &str) -> Vec<String> {
    let found = readable(project, folder).into_iter();
    let found = found.filter(|(_, text)| text.contains(&word.to_lowercase()));
    found.map(|(name, _)| name).collect()
}

#[track_caller]
fn run<const N: usize>(project: &Project, arguments: [&str; N]) -> String {
    let run = project.run(arguments);
    assert_eq!(run.code, 0, "{}", run.text());
    plain(&run.text())
}

fn plain(text: &str) -> String {
    text.replace('⍽', " ")
}
