//! Links, the side panel, anchors.

use greffier::print::fonts::Fonts;
use hayro_syntax::object::dict::Dict;

use crate::reader::Reader;
use crate::reader::entries::{Entries, bytes, integer, is_indirect, items, number, references};
use crate::setter::Setter;
use crate::{read_back, samples};

#[test]
fn a_link_over_two_lines_is_one_element_with_two_places() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.link(
        "https://example.org/réunions?a=(1)",
        &["le site du cluster,", "sur deux lignes"],
    );
    let reader = read_back(&setter.finish(false), &fonts);
    let expected = "\
Document
  P
    “Voir”
    Link
      “le site du cluster,sur deux lignes”
      → https://example.org/réunions?a=(1)
      → https://example.org/réunions?a=(1)
    “pour la suite.”
";
    assert_eq!(reader.structure(), expected);
    let links = links(&reader, 0);
    assert_eq!(links.len(), 2);
    for (key, link) in (1..).zip(links) {
        assert_eq!(
            link.dictionary("A").bytes("URI"),
            b"https://example.org/r%C3%A9unions?a=(1)"
        );
        assert_eq!(link.integer("F"), 4);
        assert_eq!(link.integer("StructParent"), key);
    }
}

#[test]
fn a_link_within_the_document_leads_to_its_anchor() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.anchor("theme-3");
    setter.heading(2, "Relance à Gao");
    setter.link("#theme-3", &["le thème 3"]);
    let reader = read_back(&setter.finish(false), &fonts);
    let links = links(&reader, 0);
    assert_eq!(links[0].text("Contents"), "Aller à « Relance à Gao »");
    let action = links[0].dictionary("A");
    assert_eq!(action.name("S"), "GoTo");
    assert_eq!(action.bytes("D"), b"theme-3");
    let names = reader.catalog().dictionary("Names").dictionary("Dests");
    let names = names.list("Names");
    assert_eq!(bytes(&names[0]), b"theme-3");
    let place = names[1].clone().into_array().unwrap();
    assert_eq!(references(&place)[0], Some(reader.pages()[0]));
    assert!((number(&items(&place)[3]) - 785.89).abs() < 0.01);
}

/// A heading at the same height of another page is not what an anchor leads to.
#[test]
fn a_link_is_not_called_by_a_heading_of_another_page() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.heading(2, "Relance à Gao");
    setter.page();
    setter.anchor("tdr-gao");
    setter.link("#tdr-gao", &["les TDR"]);
    let reader = read_back(&setter.finish(false), &fonts);
    let links = links(&reader, 1);
    assert_eq!(links[0].text("Contents"), "Aller à « tdr-gao »");
}

#[test]
fn mail_and_telephone_links_say_what_they_do() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.link("mailto:im@example.org", &["l’IM"]);
    setter.link("tel:+22320000000", &["le bureau"]);
    let reader = read_back(&setter.finish(false), &fonts);
    let said: Vec<String> = links(&reader, 0)
        .iter()
        .map(|link| link.text("Contents"))
        .collect();
    assert_eq!(said, ["Écrire à im@example.org", "Appeler le +22320000000"]);
}

#[test]
fn the_side_panel_nests_headings() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    for (level, title) in [
        (1, "Un"),
        (2, "Un.un"),
        (3, "Un.un.un"),
        (2, "Un.deux"),
        (1, "Deux é"),
    ] {
        setter.heading(level, title);
    }
    let reader = read_back(&setter.finish(false), &fonts);
    let root = reader.catalog().dictionary("Outlines");
    assert_eq!(root.integer("Count"), 4);
    let mut lines = String::new();
    panel(&root, 0, &mut lines);
    assert_eq!(
        lines,
        "Un 2\n  Un.un -1\n    Un.un.un 0\n  Un.deux 0\nDeux é 0\n"
    );
}

/// The lines of the panel, whose entries must know their neighbours.
fn panel(parent: &Dict<'_>, depth: usize, lines: &mut String) {
    let mut next = parent.dictionary_if_any("First");
    let mut former: Option<Dict<'_>> = None;
    while let Some(item) = next {
        assert_eq!(item.dictionary("Parent").obj_id(), parent.obj_id());
        let previous = item.dictionary_if_any("Prev");
        assert_eq!(
            previous.map(|previous| previous.obj_id()),
            former.map(|former| former.obj_id())
        );
        let count = if item.has("Count") {
            item.integer("Count")
        } else {
            0
        };
        let title = item.text("Title");
        lines.push_str(&format!("{}{title} {count}\n", "  ".repeat(depth)));
        panel(&item, depth + 1, lines);
        next = item.dictionary_if_any("Next");
        former = Some(item);
    }
    let last = parent.dictionary_if_any("Last");
    assert_eq!(
        last.map(|last| last.obj_id()),
        former.map(|former| former.obj_id())
    );
}

#[test]
fn anchors_are_sorted_and_pages_numbered() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::long(&fonts, 12), &fonts);
    let names = reader.catalog().dictionary("Names").dictionary("Dests");
    let names: Vec<Vec<u8>> = names.list("Names").iter().step_by(2).map(bytes).collect();
    assert_eq!(names.len(), 12);
    assert!(names.is_sorted());
    let labels = reader.catalog().dictionary("PageLabels").list("Nums");
    assert_eq!(labels.len(), 2);
    assert_eq!(integer(&labels[0]), 0);
    assert_eq!(labels[1].clone().into_dict().unwrap().name("S"), "D");
}

/// The heading of each page is an entry that leads to it, a little above its letters.
#[test]
fn the_side_panel_leads_to_the_pages() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::long(&fonts, 12), &fonts);
    let first = reader.catalog().dictionary("Outlines").dictionary("First");
    let mut next = Some(first.clone())
        .into_iter()
        .chain(first.dictionary_if_any("First"));
    let mut entry = next.next();
    let mut pages = Vec::new();
    while let Some(item) = entry {
        let place = item.object("Dest").into_array().unwrap();
        pages.extend(references(&place)[0]);
        let height = number(&items(&place)[3]);
        assert!((height - 785.89).abs() < 0.01, "{height}");
        entry = next.next().or_else(|| item.dictionary_if_any("Next"));
    }
    assert_eq!(pages, reader.pages());
}

fn links(reader: &Reader, page: usize) -> Vec<Dict<'_>> {
    let links = reader.page(page).object("Annots").into_array().unwrap();
    assert!(links.raw_iter().all(|link| is_indirect(&link)));
    let links = items(&links).into_iter();
    links.map(|link| link.into_dict().unwrap()).collect()
}
