//! The English documents are true: the map names each room and each test, and the paths they give lead somewhere.

use std::collections::BTreeSet;
use std::path::Path;

use super::{REPOSITORY, sources};

const MAP: &str = "ARCHITECTURE.md";

fn read(document: &str) -> String {
    std::fs::read_to_string(Path::new(REPOSITORY).join(document)).unwrap()
}

/// What stands between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// What the first cells of the table under a heading name.
fn first_cells<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    let section = lines.take_while(|line| !line.starts_with("## "));
    let cells = section.filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    cells.flat_map(quoted).collect()
}

#[test]
fn the_map_names_each_room() {
    let text = read(MAP);
    let rooms = first_cells(&text, "## Rooms");
    for file in sources() {
        let room = file.name.split(['/', '.']).next().unwrap();
        assert!(room == "lib" || rooms.contains(&room), "{MAP}: no {room}");
    }
}

#[test]
fn the_map_names_each_test_once() {
    let text = read(MAP);
    let named = first_cells(&text, "## Tests");
    let once: BTreeSet<&str> = named.iter().copied().collect();
    assert_eq!(once.len(), named.len(), "{MAP}: {named:?}");
    let entries = std::fs::read_dir(Path::new(REPOSITORY).join("tests")).unwrap();
    let tests = entries.map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        match entry.file_type().unwrap().is_dir() {
            true => format!("tests/{name}/"),
            false => format!("tests/{name}"),
        }
    });
    for test in tests.collect::<BTreeSet<_>>() {
        assert!(once.contains(test.as_str()), "{MAP}: no {test}");
    }
}

#[test]
fn the_paths_of_the_documents_lead_somewhere() {
    let mut faults = Vec::new();
    let tops = [
        "src/",
        "tests/",
        "templates/",
        "docs/",
        "meetings/",
        ".ci/",
        ".github/",
        "fuzz/",
    ];
    for document in ["README.md", MAP, "CONTRIBUTING.md", ".ci/README.md"] {
        let text = read(document);
        let links = text.split("](").skip(1);
        let links = links.filter_map(|rest| Some(rest.split_once(')')?.0));
        let links = links.filter(|link| !link.contains(':'));
        let paths = quoted(&text).filter(|path| tops.iter().any(|top| path.starts_with(top)));
        let paths = paths.filter(|path| !path.contains(['*', '<', '…', ' ']));
        for path in links.chain(paths) {
            if !Path::new(REPOSITORY).join(path).exists() {
                faults.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
