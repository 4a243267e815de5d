//! The addresses of links as numbered notes.

use greffier::print::Layout;
use greffier::print::lay_out;
use greffier::print::page::{Item, Mark, Role};

use crate::random::sheet::sheet;
use crate::view::{Text, around, joined, texts};
use crate::{FONTS, Laid, of_record, of_xhtml, sound};

/// The pages in a sheet that puts addresses in notes.
fn noted(laid: &Laid) -> Layout {
    let sheet = sheet("[styles.a]\nadresse = \"notes\"\n");
    lay_out(&laid.document, &sheet, &FONTS, &|_| None)
}

fn page(body: &str) -> Layout {
    noted(&of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>Essai</title></head><body>{body}</body></html>"
    )))
}

/// The first text that begins so.
#[track_caller]
fn find(layout: &Layout, words: &str) -> Text {
    let all = texts(layout);
    let found = all.iter().find(|text| text.text.starts_with(words));
    found.unwrap_or_else(|| panic!("no « {words} »")).clone()
}

/// The notes, as they are read, with their numbers.
fn notes(layout: &Layout) -> Vec<(usize, String)> {
    let elements = layout.elements.iter().enumerate();
    let notes = elements.filter_map(|(index, element)| match element.role {
        Role::Note(number) => Some((index, number)),
        _ => None,
    });
    let all = texts(layout);
    let said = |note: usize| -> Vec<Text> {
        let within = |text: &&Text| {
            let is_note = |role: &Role| matches!(role, Role::Note(_));
            text.element()
                .and_then(|element| around(layout, element, &is_note))
                == Some(note)
        };
        all.iter().filter(within).cloned().collect()
    };
    notes
        .map(|(index, number)| (number, joined(&said(index))))
        .collect()
}

const LINKS: &str = "<p>Voir <a href=\"https://example.org/tdr\">les TDR</a>, écrire à <a href=\"mailto:a@b.org\">Awa</a>, \
    revoir <a href=\"https://example.org/tdr\">les mêmes</a>, <a href=\"https://example.org\">https://example.org</a>.</p>";

#[test]
fn each_address_is_numbered_once_in_its_theme() {
    let layout = page(&format!(
        "<section><h1>Un</h1>{LINKS}</section><p>Entre deux</p><section><h2>Deux</h2>{LINKS}</section><p>Après</p>"
    ));
    let said = |number: usize, address: &str| (number, format!("{number}. {address}"));
    let (terms, mailbox) = ("https://example.org/tdr", "a@b.org");
    assert_eq!(
        notes(&layout),
        [
            said(1, terms),
            said(2, mailbox),
            said(3, terms),
            said(4, mailbox)
        ]
    );
    let text = joined(&texts(&layout));
    let first = "Voir les TDR 1, écrire à Awa 2, revoir les mêmes 1, https://example.org.";
    assert!(text.contains(first), "{text}");
    let order = [
        "Un",
        "https://example.org/tdr",
        "a@b.org",
        "Entre",
        "Deux",
        "Après",
    ];
    let places = order.map(|words| find(&layout, words).baseline);
    assert!(places.is_sorted(), "{places:?}");
    sound::marks_are_sound(&layout);
}

/// A number leads to its note and belongs to a reference; a note is read in a paragraph, number first, and leads on.
#[test]
fn numbers_and_notes_know_of_each_other() {
    let layout = page(&format!("<h1>Titre</h1>{LINKS}"));
    let parent = |element: usize| layout.elements[element].parent.unwrap();
    let links = layout.pages[0].items.iter().filter_map(|item| match item {
        Item::Link(area) => Some(area),
        _ => None,
    });
    let mut to_notes = 0;
    let mut from_notes = 0;
    for area in links {
        let role = &layout.elements[parent(area.element)].role;
        if let Some(anchor) = area.address.strip_prefix('#') {
            assert_eq!(*role, Role::Reference);
            let aim = layout.destinations.iter().find(|aim| aim.id == anchor);
            let number = anchor.strip_prefix("note ").unwrap();
            let note = texts(&layout).into_iter();
            let mut note = note.filter(|text| text.text == format!("{number}."));
            let top = note.next().unwrap().top();
            assert!((aim.unwrap().y.0 - top).abs() < 5.0);
            to_notes += 1;
        } else if matches!(role, Role::Note(_)) {
            assert_eq!(
                layout.elements[parent(parent(area.element))].role,
                Role::Paragraph
            );
            from_notes += 1;
        }
    }
    assert_eq!((to_notes, from_notes), (3, 2));
    let number = find(&layout, "1.");
    let label = layout.elements[number.element().unwrap()].clone();
    assert_eq!(label.role, Role::Label);
    assert!(matches!(
        layout.elements[label.parent.unwrap()].role,
        Role::Note(1)
    ));
}

/// In a table, a row over all columns ends the theme.
#[test]
fn the_notes_of_a_theme_end_its_rows() {
    let record = "date = 2026-03-17\n\
        [[themes]]\ntitre = \"Relance\"\ndiscussion = \"Voir [les TDR](https://example.org/tdr).\"\n\
        [[themes.actions]]\ntexte = \"Lire [le plan](https://example.org/plan)\"\nresponsables = [\"OIM\"]\n\
        [[themes.actions]]\ntexte = \"Relire\"\nresponsables = [\"ACTED\"]\n\
        [[themes]]\ntitre = \"Accès\"\ndiscussion = \"Rien.\"\n\
        [[themes.actions]]\ntexte = \"Revoir [les TDR](https://example.org/tdr)\"\nresponsables = [\"OIM\"]\n";
    let laid = of_record(record);
    sound::check(&laid);
    let layout = noted(&laid);
    assert_eq!(
        notes(&layout)
            .iter()
            .map(|(_, said)| said.as_str())
            .collect::<Vec<_>>(),
        [
            "1. https://example.org/tdr",
            "2. https://example.org/plan",
            "3. https://example.org/tdr"
        ]
    );
    let order = [
        "1. Relance",
        "Relire",
        "https://example.org/tdr",
        "https://example.org/plan",
        "2. Accès",
        "Revoir",
    ];
    let places = order.map(|words| find(&layout, words).baseline);
    assert!(places.is_sorted(), "{places:?}");
    let cell = |text: &Text| {
        let is_cell = |role: &Role| matches!(role, Role::DataCell { .. });
        around(&layout, text.element().unwrap(), &is_cell).unwrap()
    };
    let note = find(&layout, "https://example.org/plan");
    let whole = Role::DataCell {
        column_span: 3,
        row_span: 1,
    };
    assert_eq!(layout.elements[cell(&note)].role, whole);
    assert!(
        note.left < find(&layout, "Lire").left,
        "under the first column"
    );
}

#[test]
fn notes_stand_before_the_sentence_that_closes_the_meeting() {
    let record = "date = 2026-03-17\npresentation = \"sections\"\nfin = 12:00:00\n[[themes]]\ntitre = \"Relance\"\n\
        discussion = \"Voir [les TDR](https://example.org/tdr).\"\n\
        [cloture]\nnotes = \"Voir [le site](https://example.org/site).\"\nannexes = [\"Budget\"]\n";
    let layout = noted(&of_record(record));
    let order = [
        "https://example.org/tdr",
        "L’ordre",
        "Notes",
        "https://example.org/site",
        "Annexes",
    ];
    let all = joined(&texts(&layout));
    assert_eq!(notes(&layout).len(), 2);
    let places: Vec<f64> = order
        .into_iter()
        .filter(|words| all.contains(words))
        .map(|words| find(&layout, words).baseline)
        .collect();
    assert!(places.len() > 3 && places.is_sorted(), "{places:?}\n{all}");
}

/// What stands on every page has no end: the address is said in its place.
#[test]
fn a_running_foot_has_no_notes() {
    let layout = page(
        "<footer><p>Voir <a href=\"https://example.org/a\">le site</a></p></footer><h1>Titre</h1><p>Texte</p>",
    );
    let all = texts(&layout);
    let foot: Vec<Text> = all
        .into_iter()
        .filter(|text| text.mark == Mark::Pagination)
        .collect();
    assert_eq!(joined(&foot), "Voir le site [https://example.org/a]");
    assert_eq!(notes(&layout), []);
}
