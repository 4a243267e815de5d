//! The example records: what the source document shows.

use greffier::print::page::Role;

use std::collections::BTreeMap;

use greffier::french::typography::correct;

use crate::view::{Text, around, cells, is_cell, joined, rows, texts};
use crate::{Laid, of_example, sound};

fn source() -> Laid {
    of_example("2017/2017-02-07.toml")
}

#[test]
fn the_examples_are_sound() {
    for path in [
        "2017/2017-02-07.toml",
        "2026/2026-04-14.toml",
        "2026/2026-05-12.toml",
    ] {
        sound::check(&of_example(path));
    }
}

#[test]
fn participants_stand_in_two_columns_of_eight_and_nine() {
    let laid = source();
    let numbers: Vec<Text> = (1..=17)
        .map(|number| {
            let cells = cells(&laid.layout);
            let cell = cells
                .values()
                .find(|texts| joined(texts) == number.to_string());
            cell.expect("a number for each")[0].clone()
        })
        .collect();
    let (left, right) = numbers.split_at(8);
    for column in [left, right] {
        for pair in column.windows(2) {
            assert!(pair[0].baseline < pair[1].baseline && pair[0].page == pair[1].page);
        }
    }
    assert!((left[0].baseline - right[0].baseline).abs() < 0.01);
    let limit = left.iter().map(|text| text.right).fold(0.0, f64::max);
    assert!(right.iter().all(|text| text.left > limit + 100.0));
}

#[test]
fn each_action_begins_level_with_its_owners() {
    for path in ["2017/2017-02-07.toml", "2026/2026-04-14.toml"] {
        let laid = of_example(path);
        let mut seen = 0;
        for cells in rows(&laid.layout).values() {
            // The last two cells of a row of the table of themes are an action and its owners.
            let is_body = cells[0][0].element().and_then(|element| {
                around(&laid.layout, element, &|role| *role == Role::TableBody)
            });
            if let [.., action, owners] = cells.as_slice()
                && is_body.is_some()
                && action[0].left > 250.0
            {
                seen += 1;
                let first = |texts: &[Text]| (texts[0].page, (texts[0].baseline * 100.0).round());
                assert_eq!(
                    first(action),
                    first(owners),
                    "{} | {}",
                    joined(action),
                    joined(owners)
                );
            }
        }
        assert!(seen > 3, "{path}: {seen}");
    }
}

#[test]
fn the_parts_follow_each_other_as_in_the_source() {
    let laid = source();
    let all = joined(&texts(&laid.layout));
    let mut rest = all.as_str();
    for part in [
        "Compte rendu de la réunion",
        "Rédigé par",
        "L’an deux mille dix-sept, le sept février",
        "1. Introduction / Présentation",
        "7. Divers",
        "Après la présentation des participants",
        "Siradjou Keita",
        "Thèmes",
        "Recommandations",
        "Points d’action",
        "Responsable",
        "Présentation du PTA du CRR",
        "Annexes",
        "PTA du cluster",
        "http://earlyrecovery.global/country/mali",
    ] {
        let at = rest.find(part);
        rest =
            &rest[at.unwrap_or_else(|| panic!("« {part} » is not there, or too early: {rest}"))..];
    }
}

#[test]
fn the_outline_names_the_parts_and_the_themes() {
    let laid = source();
    let titles: Vec<(u8, &str)> = laid
        .layout
        .outline
        .iter()
        .map(|entry| (entry.level, entry.title.as_str()))
        .collect();
    assert!(titles.contains(&(1, "Annexes")), "{titles:?}");
    assert_eq!(
        titles.iter().filter(|(level, _)| *level == 2).count(),
        6,
        "{titles:?}"
    );
    for anchor in ["theme-1", "theme-6", "action-3-2"] {
        assert!(
            laid.layout.destinations.iter().any(|aim| aim.id == anchor),
            "{anchor}"
        );
    }
}

#[test]
fn names_are_not_hyphenated() {
    let laid = source();
    let hyphens: Vec<Text> = texts(&laid.layout)
        .into_iter()
        .filter(|text| text.is_added_hyphen)
        .collect();
    assert!(!hyphens.is_empty());
    for hyphen in hyphens {
        let cell = hyphen
            .element()
            .and_then(|element| around(&laid.layout, element, &is_cell));
        let texts = cell.map(|cell| cells(&laid.layout).remove(&cell).unwrap());
        let text = texts.map(|texts| joined(&texts)).unwrap_or_default();
        assert!(
            !text.contains("Association d’assistance aux filles"),
            "{text}"
        );
    }
}

#[test]
fn a_draft_says_so_across_each_page() {
    let record = "date = 2026-03-17\netat = \"projet\"\n";
    let laid = crate::of_record(record);
    sound::check(&laid);
    for page in 0..laid.layout.pages.len() {
        let marks: Vec<Text> = texts(&laid.layout)
            .into_iter()
            .filter(|text| text.is_turned && text.page == page)
            .collect();
        assert_eq!(marks.len(), 1);
        assert_eq!(marks[0].text, "PROJET");
    }
    assert!(!texts(&source().layout).iter().any(|text| text.is_turned));
}

#[test]
fn every_page_has_its_number() {
    let laid = source();
    let count = laid.layout.pages.len();
    for page in 0..count {
        let foot: Vec<Text> = texts(&laid.layout)
            .into_iter()
            .filter(|text| text.page == page && text.baseline > 800.0)
            .collect();
        let foot = joined(&foot);
        assert!(foot.contains(&format!("{} / {count}", page + 1)), "{foot}");
    }
}

/// The French of what is printed: the typography leaves each block as it is, no-break spaces and all.
#[test]
fn the_pages_are_typeset() {
    for path in [
        "2017/2017-02-07.toml",
        "2026/2026-04-14.toml",
        "2026/2026-05-12.toml",
    ] {
        let layout = of_example(path).layout;
        let mut blocks: BTreeMap<usize, String> = BTreeMap::new();
        for text in texts(&layout).iter().filter(|text| !text.is_added_hyphen) {
            let block = text.element().and_then(|element| {
                around(&layout, element, &|role| {
                    !matches!(role, Role::Link | Role::Span)
                })
            });
            if let Some(block) = block {
                blocks.entry(block).or_default().push_str(&text.text);
            }
        }
        assert!(blocks.len() > 3, "{path}");
        for text in blocks.values() {
            let text = text.trim();
            assert_eq!(correct(text), text);
            assert!(!text.contains('\''), "{text}");
        }
    }
}
