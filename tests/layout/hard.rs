//! Records that are large, deep or empty.

use std::fmt::Write;

use crate::view::{around, cells, is_cell, joined, rows, texts};
use crate::{of_record, sound};

use greffier::print::page::{Item, Role};

const START: &str = "date = 2026-03-17\n";

fn sentence(words: usize) -> String {
    (0..words)
        .map(|number| {
            [
                "coordination",
                "des",
                "humanitaires",
                "Gao",
                "développement",
            ][number % 5]
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_long_discussion() {
    let laid = of_record(&format!(
        "{START}[[themes]]\ntitre = \"Long\"\ndiscussion = \"{}\"\nrecommandations = [\"Une.\"]\n[[themes.actions]]\n\
         texte = \"Faire\"\nresponsables = [\"AVSF\"]\n[[themes.actions]]\ntexte = \"Refaire\"\nresponsables = [\"OIM\"]\n",
        sentence(3000)
    ));
    sound::check(&laid);
    assert!(laid.layout.pages.len() > 4);
}

#[test]
fn a_word_wider_than_its_cell() {
    let word = "anticonstitutionnellement".repeat(3)[..60].to_owned();
    for text in [
        format!("responsables = [\"{word}\"]"),
        format!("recommandations = [\"{word}\"]"),
        format!("discussion = \"{word}\""),
    ] {
        let laid = of_record(&format!("{START}[[themes]]\ntitre = \"{word}\"\n{text}\n"));
        sound::check(&laid);
    }
}

/// Each line once took room for the whole word: half a terabyte for a million stars.
#[test]
fn a_word_over_many_lines_takes_room_once() {
    let letters = 20_000;
    let laid = of_record(&format!(
        "{START}[cloture]\nnotes = \"{}\"\n",
        "x".repeat(letters)
    ));
    let items = laid.layout.pages.iter().flat_map(|page| &page.items);
    let rooms = items.map(|item| match item {
        Item::Text(run) => run.glyphs.capacity(),
        _ => 0,
    });
    assert!(rooms.sum::<usize>() < 10 * letters);
}

#[test]
fn any_number_of_participants() {
    for count in [0, 1, 2, 7, 8, 9, 40, 41, 200] {
        let people: String = (1..=count)
            .map(|number| {
                format!(
                    "{{ nom = \"Aminata Personne {number}\", organisation = \"Organisation {}\" }},\n",
                    "longue ".repeat(number % 9)
                )
            })
            .collect();
        let laid = of_record(&format!("{START}participants = [\n{people}]\n"));
        sound::check(&laid);
        let numbers = cells(&laid.layout)
            .values()
            .filter(|texts| joined(texts).starts_with("Aminata Personne"))
            .count();
        assert_eq!(numbers, count);
    }
}

/// On each page the left column is full before the right one begins, and the last two are as long as each other.
#[test]
fn two_hundred_participants_are_read_page_by_page() {
    let people: String = (1..=200)
        .map(|number| format!("{{ nom = \"P{number}\", organisation = \"O\" }},\n"))
        .collect();
    let laid = of_record(&format!("{START}participants = [\n{people}]\n"));
    let names: Vec<(usize, bool)> = (1..=200)
        .map(|number| {
            let name = format!("P{number}");
            let all = texts(&laid.layout);
            let text = all.iter().find(|text| text.text.trim() == name).unwrap();
            (text.page, text.left > 290.0)
        })
        .collect();
    assert!(names.is_sorted());
    let last = names[199].0;
    let count = |right: bool| {
        names
            .iter()
            .filter(|place| **place == (last, right))
            .count()
    };
    assert!(
        count(true) - count(false) <= 1,
        "{} | {}",
        count(false),
        count(true)
    );
}

/// A list that would stand whole on the next page is not cut between two.
#[test]
fn twenty_participants_stand_on_one_page() {
    for before in 0..40 {
        let items: String = (0..before)
            .map(|number| format!("\"Point {number}\",\n"))
            .collect();
        let people: String = (1..=20)
            .map(|number| format!("{{ nom = \"P{number}\", organisation = \"O\" }},\n"))
            .collect();
        let laid = of_record(&format!(
            "{START}ordre_du_jour = [\n{items}]\nparticipants = [\n{people}]\n"
        ));
        sound::check(&laid);
        let all = texts(&laid.layout);
        let page = |name: &str| {
            all.iter()
                .find(|text| text.text.trim() == name)
                .unwrap()
                .page
        };
        assert_eq!(page("P1"), page("P20"), "after {before} items");
    }
}

#[test]
fn forty_actions_in_a_theme() {
    let mut record = format!(
        "{START}[[themes]]\ntitre = \"Suivi\"\ndiscussion = \"{}\"\n",
        sentence(400)
    );
    for number in 1..=40 {
        writeln!(
            record,
            "[[themes.actions]]\ntexte = \"Action {number} {}\"\nresponsables = [\"ACTED {number}\", \"OIM\"]\necheance = 2026-05-01",
            sentence(number % 13)
        )
        .unwrap();
    }
    let laid = of_record(&record);
    sound::check(&laid);
    let mut level = 0;
    for cells in rows(&laid.layout).values() {
        if let [.., action, owners] = cells.as_slice()
            && joined(action).starts_with("Action")
        {
            level += 1;
            assert_eq!(
                (action[0].page, (action[0].baseline * 100.0).round()),
                (owners[0].page, (owners[0].baseline * 100.0).round())
            );
        }
    }
    assert_eq!(level, 40);
}

#[test]
fn a_theme_with_nothing() {
    let themes = "[[themes]]\ntitre = \"Divers\"\n";
    let laid = of_record(&format!("{START}presentation = \"tableau\"\n{themes}"));
    sound::check(&laid);
    let empty = laid
        .layout
        .elements
        .iter()
        .filter(|element| matches!(element.role, Role::DataCell { .. }))
        .count();
    // No column but that of its title has anything in it.
    assert_eq!(empty, 1);
}

#[test]
fn thirty_agenda_items() {
    let items: String = (1..=30)
        .map(|number| format!("\"Point {number} : {}\",\n", sentence(number)))
        .collect();
    let laid = of_record(&format!("{START}ordre_du_jour = [\n{items}]\n"));
    sound::check(&laid);
    let numbers: Vec<f64> = texts(&laid.layout)
        .iter()
        .filter(|text| {
            text.element().is_some_and(|element| {
                around(&laid.layout, element, &|role| *role == Role::Label).is_some()
            })
        })
        .map(|text| text.right)
        .collect();
    assert_eq!(numbers.len(), 30);
    assert!(
        numbers
            .iter()
            .all(|right| (right - numbers[0]).abs() < 0.02),
        "{numbers:?}"
    );
}

#[test]
fn an_organisation_of_three_hundred_letters() {
    let organisation = "Direction nationale du développement social ".repeat(7);
    let laid = of_record(&format!(
        "{START}participants = [ {{ nom = \"Oumou Sow\", organisation = \"{organisation}\" }} ]\n[[themes]]\ntitre = \"A\"\n\
         responsables = [\"{organisation}\"]\n"
    ));
    sound::check(&laid);
}

#[test]
fn five_levels_of_lists() {
    let list: String = (0..5)
        .map(|level| format!("{}- niveau {level} {}\n", "  ".repeat(level), sentence(12)))
        .collect();
    let numbered: String = (0..5)
        .map(|level| format!("{}1. rang {level} {}\n", "   ".repeat(level), sentence(12)))
        .collect();
    let laid = of_record(&format!(
        "{START}[[themes]]\ntitre = \"Listes\"\ndiscussion = \"\"\"\n{list}\n{numbered}\"\"\"\ncommentaires = \"\"\"\n{list}\"\"\"\n\
         [cloture]\nnotes = \"\"\"\n{list}\n{numbered}\"\"\"\n"
    ));
    sound::check(&laid);
}

#[test]
fn the_smallest_record() {
    let laid = of_record(START);
    sound::check(&laid);
    assert_eq!(laid.layout.pages.len(), 1);
}

/// Whatever the length of what stands before, the page ends well.
#[test]
fn wherever_the_page_ends() {
    for count in 0..40 {
        let mut record = format!("{START}[cloture]\nnotes = \"\"\"\n");
        for number in 0..count {
            writeln!(record, "- note {number} {}", sentence(9)).unwrap();
        }
        record.push_str(
            "\"\"\"\nannexes = [\"Une\", \"Deux\", \"Trois\"]\n[[themes]]\ntitre = \"Un\"\n",
        );
        writeln!(record, "discussion = \"{}\"", sentence(60 + count * 3)).unwrap();
        for owner in ["AVSF", "OIM", "ACTED"] {
            writeln!(
                record,
                "[[themes.actions]]\ntexte = \"{}\"\nresponsables = [\"{owner}\"]",
                sentence(20)
            )
            .unwrap();
        }
        writeln!(
            record,
            "[[themes]]\ntitre = \"Deux\"\ndiscussion = \"{}\"",
            sentence(300)
        )
        .unwrap();
        sound::check(&of_record(&record));
    }
}

#[test]
fn a_cell_is_a_cell() {
    // The view itself: a cell that is not found would make the checks of cells empty.
    let laid = of_record(&format!(
        "{START}[[themes]]\ntitre = \"Un\"\nresponsables = [\"AVSF\"]\n"
    ));
    let cells = cells(&laid.layout);
    assert!(cells.values().any(|texts| joined(texts) == "AVSF"));
    assert!(
        cells
            .keys()
            .all(|cell| is_cell(&laid.layout.elements[*cell].role))
    );
}
