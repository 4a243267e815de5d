//! Arrows between the rooms only point down the data flow, and one room alone reaches the disk.

use std::collections::BTreeSet;

use super::finder::{DISK, uses};
use super::sources;

/// Each room, and the rooms that it may use, in the order of the data flow: a room uses none that stands above it.
///
/// The core knows neither the disk nor the terminal: only `archive`, `keeper`, `circulation`, `mailing`, `publication`, `serve` and `cli` use `files`.
pub(super) const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("lib", &[]),
    (
        "cli",
        &[
            "archive",
            "authoring",
            "circulation",
            "config",
            "contacts",
            "diagnostic",
            "files",
            "french",
            "guide",
            "mailing",
            "print",
            "publication",
            "record",
            "serve",
            "site",
            "templates",
            "toml_source",
        ],
    ),
    // It carries documents, and knows nothing of what they tell.
    ("guide", &["escaping"]),
    (
        "circulation",
        &[
            "archive",
            "contacts",
            "diagnostic",
            "files",
            "french",
            "keeper",
            "markup",
            "minutes",
            "record",
            "templates",
        ],
    ),
    // It knows no meeting: only bytes and addresses.
    ("mailing", &["contacts", "files", "french"]),
    ("publication", &["files", "keeper"]),
    ("serve", &["archive", "diagnostic", "escaping", "files"]),
    (
        "archive",
        &[
            "config",
            "contacts",
            "diagnostic",
            "document",
            "files",
            "follow_up",
            "french",
            "keeper",
            "minutes",
            "pdf",
            "picture",
            "print",
            "record",
            "search",
            "site",
            "templates",
            "toml_source",
        ],
    ),
    // What is kept in step knows nothing of what it says.
    ("keeper", &["files"]),
    (
        "site",
        &[
            "config",
            "diagnostic",
            "escaping",
            "follow_up",
            "french",
            "markup",
            "minutes",
            "print",
            "record",
            "search",
            "templates",
            "texts",
        ],
    ),
    ("search", &["french", "markup", "minutes", "texts"]),
    ("templates", &["diagnostic", "french", "markup", "minutes"]),
    (
        "minutes",
        &[
            "config",
            "follow_up",
            "french",
            "markup",
            "picture",
            "record",
        ],
    ),
    ("authoring", &["follow_up", "french", "record"]),
    (
        "config",
        &[
            "diagnostic",
            "follow_up",
            "french",
            "picture",
            "print",
            "record",
            "toml_source",
        ],
    ),
    ("contacts", &["diagnostic", "french", "toml_source"]),
    ("follow_up", &["diagnostic", "french", "record", "texts"]),
    ("record", &["diagnostic", "french", "markup", "toml_source"]),
    // What is printed knows nothing of meetings.
    ("pdf", &["document", "escaping", "picture", "print"]),
    (
        "print",
        &["diagnostic", "document", "french", "toml_source"],
    ),
    ("document", &["diagnostic", "french", "markup"]),
    ("markup", &["escaping", "french"]),
    ("toml_source", &["diagnostic", "french"]),
    ("diagnostic", &["french"]),
    ("files", &[]),
    ("escaping", &[]),
    ("picture", &[]),
    ("texts", &[]),
    ("french", &[]),
];

#[test]
fn a_room_uses_only_the_rooms_it_may() {
    let mut faults = Vec::new();
    let mut walked = BTreeSet::new();
    for file in sources().into_iter().filter(is_of_the_program) {
        let room = file.name.split(['/', '.']).next().unwrap_or_default();
        let listed = ARROWS.iter().find(|(name, _)| *name == room);
        let Some((room, allowed)) = listed else {
            faults.push(format!("src/{}: the room {room} is not listed", file.name));
            continue;
        };
        for found in uses(&file.name, &file.text) {
            if allowed.contains(&found.room.as_str()) {
                walked.insert((*room, found.room));
            } else if found.room != *room && found.room != DISK {
                faults.push(format!(
                    "src/{}:{}: {room} may not use {}",
                    file.name, found.line, found.room
                ));
            }
        }
    }
    for (room, allowed) in ARROWS {
        for other in *allowed {
            if !walked.contains(&(*room, (*other).to_owned())) {
                faults.push(format!("{room} may use {other}, and does not"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_disk_is_reached_through_files_alone() {
    let mut faults = Vec::new();
    for file in sources().into_iter().filter(is_of_the_program) {
        let mut found = uses(&file.name, &file.text);
        found.retain(|found| found.room == DISK);
        if !file.name.starts_with("files/") {
            let place = |line| format!("src/{}:{line} asks the disk: use `files`", file.name);
            faults.extend(found.iter().map(|found| place(found.line)));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_arrow_points_up() {
    for (index, (room, allowed)) in ARROWS.iter().enumerate() {
        for other in *allowed {
            let place = ARROWS.iter().position(|(name, _)| name == other);
            assert!(
                place.is_some_and(|place| place > index),
                "{room} uses {other}, which does not stand below it"
            );
        }
    }
}

/// The unit tests of a room may look wherever they like.
fn is_of_the_program(file: &super::File) -> bool {
    !super::is_for_tests(&file.name)
}
