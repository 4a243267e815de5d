//! Every text of a record that its minutes print, read without the program.

use pulldown_cmark::{Event, Options, Parser, TagEnd};
use toml::{Table, Value};

/// Keys whose values choose, lead or sort, and are not printed as they are typed.
const NOT_PRINTED: [&str; 23] = [
    // Of one’s own, for templates of one’s own.
    "extra",
    "id",
    "etat",
    "mode",
    "seance",
    "entete",
    "presentation",
    "colonnes",
    "compte",
    "genre",
    "trier_sous",
    "scrutin",
    "resultat",
    "qualite",
    "pour",
    "fichier",
    "lien",
    "debut",
    "fin",
    "arrivee",
    "depart",
    "adoption",
    "instance_avec_de",
];

/// Keys whose values are formatted.
const FORMATTED: [&str; 7] = [
    "discussion",
    "recommandations",
    "commentaires",
    "decisions",
    "texte",
    "notes",
    "objectif",
];

pub(crate) fn of_record(record: &str) -> Vec<String> {
    let record: Table = record.parse().expect("a sound record");
    let mut texts = Vec::new();
    push_table(&record, &mut texts);
    texts
}

fn push_table(table: &Table, texts: &mut Vec<String>) {
    for (key, value) in table {
        // *Pour* is a purpose, or how many voted so, or their names.
        let names_voters = key == "pour" && value.is_array();
        if names_voters || !NOT_PRINTED.contains(&key.as_str()) {
            push(key, value, texts);
        }
    }
}

fn push(key: &str, value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) if FORMATTED.contains(&key) => push_formatted(text, texts),
        // What follows a comma may stand in brackets.
        Value::String(text) if key == "lieu" => {
            texts.extend(text.split(", ").map(str::to_owned));
        }
        Value::String(text) => {
            // People as pasted from a sheet.
            let pieces = text.split([';', '\t', '\n']).map(str::trim);
            texts.extend(pieces.filter(|piece| !piece.is_empty()).map(str::to_owned));
        }
        Value::Array(values) => values.iter().for_each(|value| push(key, value, texts)),
        Value::Table(table) => push_table(table, texts),
        _ => {}
    }
}

/// The texts of each paragraph, item and cell, without their marks.
fn push_formatted(markdown: &str, texts: &mut Vec<String>) {
    let mut text = String::new();
    // A star between two digits is no mark.
    let markdown = with_products(markdown);
    for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(tag) if !is_within_a_line(&tag.to_end()) => {
                texts.push(std::mem::take(&mut text))
            }
            Event::End(end) if !is_within_a_line(&end) => texts.push(std::mem::take(&mut text)),
            _ => {}
        }
    }
    texts.retain(|text| !text.trim().is_empty());
}

/// The text with a backslash before each star that stands between two digits.
fn with_products(markdown: &str) -> String {
    let mut escaped = String::new();
    let mut rest = markdown.chars().peekable();
    let mut before = ' ';
    while let Some(sign) = rest.next() {
        let is_between = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        escaped.push_str(if sign == '*' && is_between { "\\" } else { "" });
        escaped.push(sign);
        before = sign;
    }
    escaped
}

fn is_within_a_line(end: &TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
}
