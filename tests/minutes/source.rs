//! The source document: every word of its record, in its order.

use toml::{Table, Value};

use super::Pages;
use crate::common::document::{content, printed};
use crate::common::{Project, from_html, from_markdown, from_print};

fn record() -> Table {
    Project::example()
        .read("meetings/2017/2017-02-07.toml")
        .parse()
        .unwrap()
}

/// The texts of the record in the order of the document, read without the program: dates, numbers and the key that links a
/// theme to its agenda item are no texts.
fn texts(record: &Table) -> Vec<String> {
    let mut texts = Vec::new();
    for author in record["redaction"].as_array().unwrap() {
        push(author, &["role", "nom", "fonction"], &mut texts);
    }
    push(
        &Value::Table(record.clone()),
        &[
            "lieu",
            "presidence",
            "ordre_du_jour",
            "adoption",
            "participants",
        ],
        &mut texts,
    );
    for theme in record["themes"].as_array().unwrap() {
        push(
            theme,
            &[
                "titre",
                "discussion",
                "recommandations",
                "commentaires",
                "decisions",
                "actions",
                "responsables",
            ],
            &mut texts,
        );
    }
    push(
        &record["cloture"],
        &["notes", "annexes", "liens"],
        &mut texts,
    );
    texts
}

fn push(value: &Value, keys: &[&str], texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| push(value, keys, texts)),
        Value::Table(table) => {
            for key in keys {
                let inner = match *key {
                    "presidence" | "participants" => ["nom", "fonction", "organisation"].as_slice(),
                    "actions" => ["texte", "responsables"].as_slice(),
                    "liens" => ["texte", "adresse"].as_slice(),
                    _ => [].as_slice(),
                };
                if let Some(value) = table.get(*key) {
                    push(value, inner, texts);
                }
            }
        }
        _ => {}
    }
}

/// Each text stands whole, after the one before it.
#[track_caller]
fn hold_in_order(page: &str, texts: &[String]) {
    let page = content(page);
    let mut rest = page.as_str();
    for text in texts {
        let wanted = content(text);
        let Some((_, after)) = rest.split_once(&wanted) else {
            panic!("« {text} » is missing before « {rest} »")
        };
        rest = after;
    }
}

#[test]
fn every_text_in_its_order() {
    let pages = Pages::of(&Project::example().build_texts(), "2017/2017-02-07");
    let texts = texts(&record());
    assert_eq!(texts.len(), 104, "a text of the record was overlooked");
    hold_in_order(
        &from_html::whole_text(&scraper::Html::parse_document(&pages.html)),
        &texts,
    );
    hold_in_order(&from_markdown::whole_text(&pages.markdown), &texts);
    hold_in_order(&from_print::whole_text(&pages.print), &texts);
}

#[test]
fn the_two_formats_agree() {
    Pages::of(&Project::example().build_texts(), "2017/2017-02-07").sound();
}

#[test]
fn participants_stand_in_two_tables() {
    let pages = Pages::of(&Project::example().build_texts(), "2017/2017-02-07");
    let page = scraper::Html::parse_document(&pages.html);
    let tables = from_html::all(&page, "table.personnes");
    let numbers: Vec<Vec<String>> = tables
        .into_iter()
        .map(|table| {
            from_html::within(table, "td.numero")
                .into_iter()
                .map(from_html::text)
                .collect()
        })
        .collect();
    let expected = |from: u32, to: u32| {
        (from..=to)
            .map(|number| number.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers, [expected(1, 8), expected(9, 17)]);
}

/// The source document's table lost whose action was whose; ours does not.
#[test]
fn each_action_has_its_owners() {
    let document = Pages::of(&Project::example().build_texts(), "2017/2017-02-07").sound();
    let record = record();
    let themes = record["themes"].as_array().unwrap();
    assert_eq!(document.themes.len(), themes.len());
    for (theme, expected) in document.themes.iter().zip(themes) {
        let actions = expected
            .get("actions")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        assert_eq!(theme.actions.len(), actions.len(), "{}", theme.title);
        for (action, expected) in theme.actions.iter().zip(&actions) {
            assert_eq!(action.text, printed(expected["texte"].as_str().unwrap()));
            let owners: Vec<&str> = expected["responsables"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert_eq!(action.owners, printed(&owners.join(", ")));
        }
    }
    assert_eq!(
        document.themes[5].owners,
        "AVSF, Mercy Corps et la coordination du cluster"
    );
}

/// Each sentence of the source document itself, the typing of its punctuation apart.
#[test]
fn the_opening_is_complete() {
    let document = Pages::of(&Project::example().build_texts(), "2017/2017-02-07").sound();
    assert_eq!(
        document.opening,
        "L’an deux mille dix-sept, le sept février, s’est tenue, dans le bureau du PNUD, la réunion du Cluster Relèvement \
         Rapide. Elle a été présidée par Moustapha Diallo, Conseiller en Relèvement Rapide au PNUD.",
    );
}
