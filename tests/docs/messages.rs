//! The reference of the codes: its tables are those of the program.

use std::fs;

use super::examples::play;
use super::kinds::{self, Listed};
use super::{MESSAGES, read, root};
use greffier::diagnostic::Severity;

/// Each table: its heading, and whose kinds it holds.
const TABLES: &[(&str, &str, Severity)] = &[
    ("Erreurs d’un fichier TOML", "toml_source", Severity::Fault),
    ("Erreurs d’un compte rendu", "record", Severity::Fault),
    ("Avis sur un compte rendu", "record", Severity::Doubt),
    (
        "Erreurs d’un compte rendu parmi les autres",
        "follow_up",
        Severity::Fault,
    ),
    (
        "Avis sur un compte rendu parmi les autres",
        "follow_up",
        Severity::Doubt,
    ),
    ("Erreurs de `greffier.toml`", "config", Severity::Fault),
    ("Avis sur `greffier.toml`", "config", Severity::Doubt),
    ("Erreurs de `contacts.toml`", "contacts", Severity::Fault),
    ("Avis sur les contacts", "contacts", Severity::Doubt),
    ("Erreurs de la feuille de style", "style", Severity::Fault),
    ("Avis sur la feuille de style", "style", Severity::Doubt),
    ("Erreurs des fichiers du projet", "archive", Severity::Fault),
    ("Erreurs des modèles", "templates", Severity::Fault),
    ("Avis sur les modèles", "templates", Severity::Doubt),
    ("Erreurs du document du PDF", "document", Severity::Fault),
];

/// `SNAPSHOTS=overwrite` writes the tables, and what a program reads.
#[test]
fn every_code_is_in_the_reference() {
    let project = tempfile::tempdir().unwrap();
    assert_eq!(play(MESSAGES, project.path(), true), 1);
    let text = read(MESSAGES);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut told = 0;
    for (heading, room, severity) in TABLES {
        let kinds = kinds::all().into_iter();
        let of_table = kinds.filter(|kind| kind.room == *room && kind.severity == *severity);
        let rows: Vec<String> = of_table.map(row).collect();
        told += rows.len();
        let heading = format!("## {heading}");
        let from = lines
            .iter()
            .position(|line| *line == heading)
            .expect(&heading);
        let header = lines[from..]
            .iter()
            .position(|line| line.starts_with("|---"));
        let first = from + header.expect("a table") + 1;
        let shown = lines[first..]
            .iter()
            .take_while(|line| line.starts_with('|'));
        let count = shown.count();
        lines.splice(first..first + count, rows);
    }
    assert_eq!(told, kinds::all().len(), "each room has its tables");
    let expected = lines.join("\n") + "\n";
    if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        fs::write(root().join(MESSAGES), &expected).unwrap();
    } else {
        assert_eq!(text, expected);
    }
}

fn row(kind: Listed) -> String {
    format!("| `{}` | {} |", kind.code, typeset(kind.meaning))
}

/// With the no-break spaces of French, and the signs that Markdown would read.
fn typeset(text: &str) -> String {
    let mut text = text.replace("« ", "«\u{a0}");
    for mark in [":", ";", "!", "?", "»"] {
        text = text.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    for sign in ['\\', '<', '&'] {
        text = text.replace(sign, &format!("\\{sign}"));
    }
    text
}
