//! Keeps the French documents true: what they list is what the program knows, what they show is what it answers.
//!
//! Conventions of the documents, which these tests read:
//! - a `toml` block of `meetings/README.md` that begins with `date` is a whole record, any other is appended to a record
//!   that holds nothing but a date, and one marked `toml greffier.toml` is a configuration;
//! - a block whose first line is a comment `Fichier : path` is written to that path of the temporary project (in
//!   Windows-1252 if it is marked so);
//! - in a `console` block, lines after `$ ` are commands, run in order, and the other lines are all that they answer; they
//!   end with code 0, or with the one of the mark `code=1`.
//!
//! `SNAPSHOTS=overwrite cargo test --test docs` writes the answers of today into the documents: read the difference.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; its files are temporary"
)]

#[path = "docs/doubts.rs"]
mod doubts;
#[path = "docs/examples.rs"]
mod examples;
#[path = "docs/keys.rs"]
mod keys;
#[path = "common/kinds.rs"]
mod kinds;
#[path = "docs/messages.rs"]
mod messages;
#[path = "docs/prose.rs"]
mod prose;
#[path = "docs/serve.rs"]
mod serve;
#[path = "docs/sound.rs"]
mod sound;
#[path = "docs/templates.rs"]
mod templates;
#[path = "docs/variables.rs"]
mod variables;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use greffier::diagnostic::Source;

const FORMAT: &str = "meetings/README.md";
const TEMPLATES: &str = "templates/README.md";
const GUIDE: &str = "docs/guide.md";
const MESSAGES: &str = "docs/messages.md";

/// A block of code of a document.
struct Block {
    /// What stands after the opening backquotes.
    info: String,
    /// The number of its first line.
    line: usize,
    lines: Vec<String>,
}

impl Block {
    fn language(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or_default()
    }

    /// The path of the file that the block is, if its first line says so.
    fn file(&self) -> Option<String> {
        let (_, path) = self.lines.first()?.split_once("Fichier : ")?;
        Some(path.split_whitespace().next()?.to_owned())
    }

    /// The text as the file's bytes, without the line that names it: the numbers of lines are those that a reader sees.
    fn bytes(&self) -> Vec<u8> {
        let text = self.lines[1..].join("\n") + "\n";
        if !self.info.contains("windows-1252") {
            return text.into_bytes();
        }
        let byte = |character| u8::try_from(u32::from(character)).expect("a letter of Latin-1");
        text.chars().map(byte).collect()
    }
}

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in (1..).zip(read(document).lines()) {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(info), None) => {
                open = Some(Block {
                    info: info.to_owned(),
                    line: number + 1,
                    lines: Vec::new(),
                });
            }
            (None, Some(block)) => block.lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{document}: a block is not closed");
    blocks
}

/// The first words in backquotes of a table's rows.
fn first_column(text: &str, heading: &str, column: &str) -> BTreeSet<String> {
    let rows = rows(text, heading, column);
    let keys: Vec<String> = rows
        .iter()
        .map(|cell| {
            let key = cell.strip_prefix('`').and_then(|rest| rest.split_once('`'));
            key.unwrap_or_else(|| panic!("no key in « {cell} »"))
                .0
                .to_owned()
        })
        .collect();
    let set: BTreeSet<String> = keys.iter().cloned().collect();
    assert_eq!(
        set.len(),
        keys.len(),
        "a key stands twice under « {heading} »"
    );
    set
}

/// The first cells of the table whose first column has that head, under that heading and before the next.
fn rows(text: &str, heading: &str, column: &str) -> Vec<String> {
    let is_heading =
        |line: &str| line.starts_with('#') && line.trim_start_matches('#').trim() == heading;
    let section = text.lines().skip_while(|line| !is_heading(line)).skip(1);
    let section = section.take_while(|line| !line.starts_with('#'));
    let table = section
        .skip_while(|line| !line.starts_with(&format!("| {column} |")))
        .skip(2);
    let rows: Vec<String> = table
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            line.split('|')
                .nth(1)
                .unwrap_or_default()
                .trim_matches(' ')
                .to_owned()
        })
        .collect();
    assert!(
        !rows.is_empty(),
        "no table « {column} » under « {heading} »"
    );
    rows
}

fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn source(text: &str) -> Source {
    Source {
        name: "meetings/2026/2026-03-17.toml".into(),
        text: text.to_owned(),
    }
}

fn source_of(path: &str) -> Source {
    Source {
        name: path.to_owned(),
        text: read(path),
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
