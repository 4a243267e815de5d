//! Links, the side panel, anchors.

use greffier::print::fonts::Fonts;
use lopdf::{Dictionary, Object};

use crate::reader::{Reader, string};
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
        let action = reader.dictionary(link, "A");
        assert_eq!(
            action.get(b"URI").unwrap().as_str().unwrap(),
            b"https://example.org/r%C3%A9unions?a=(1)"
        );
        assert_eq!(link.get(b"F").unwrap().as_i64().unwrap(), 4);
        assert_eq!(link.get(b"StructParent").unwrap().as_i64().unwrap(), key);
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
    assert_eq!(
        string(reader.get(links[0], "Contents")),
        "Aller à « Relance à Gao »"
    );
    let action = reader.dictionary(links[0], "A");
    assert_eq!(action.get(b"S").unwrap().as_name().unwrap(), b"GoTo");
    assert_eq!(action.get(b"D").unwrap().as_str().unwrap(), b"theme-3");
    let names = reader.dictionary(reader.dictionary(reader.catalog(), "Names"), "Dests");
    let names = reader.get(names, "Names").as_array().unwrap();
    assert_eq!(names[0].as_str().unwrap(), b"theme-3");
    let place = names[1].as_array().unwrap();
    assert_eq!(place[0].as_reference().unwrap(), reader.pages()[0]);
    assert!((place[3].as_float().unwrap() - 785.89).abs() < 0.01);
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
    assert_eq!(
        string(reader.get(links[0], "Contents")),
        "Aller à « tdr-gao »"
    );
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
        .map(|link| string(reader.get(link, "Contents")))
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
    let root = reader.dictionary(reader.catalog(), "Outlines");
    assert_eq!(root.get(b"Count").unwrap().as_i64().unwrap(), 4);
    let mut lines = String::new();
    panel(&reader, root, 0, &mut lines);
    assert_eq!(
        lines,
        "Un 2\n  Un.un -1\n    Un.un.un 0\n  Un.deux 0\nDeux é 0\n"
    );
}

fn panel(reader: &Reader, parent: &Dictionary, depth: usize, lines: &mut String) {
    let mut next = parent.get(b"First").ok();
    while let Some(item) = next {
        let item = reader.follow(item).as_dict().unwrap();
        let count = item
            .get(b"Count")
            .map_or(0, |count| count.as_i64().unwrap());
        lines.push_str(&format!(
            "{}{} {count}\n",
            "  ".repeat(depth),
            string(reader.get(item, "Title"))
        ));
        panel(reader, item, depth + 1, lines);
        next = item.get(b"Next").ok();
    }
}

#[test]
fn anchors_are_sorted_and_pages_numbered() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::long(&fonts, 12), &fonts);
    let names = reader.dictionary(reader.dictionary(reader.catalog(), "Names"), "Dests");
    let names = reader.get(names, "Names").as_array().unwrap();
    let names: Vec<&[u8]> = names
        .iter()
        .step_by(2)
        .map(|name| name.as_str().unwrap())
        .collect();
    assert_eq!(names.len(), 12);
    assert!(names.is_sorted());
    assert!(reader.catalog().has(b"PageLabels"));
}

fn links(reader: &Reader, page: usize) -> Vec<&Dictionary> {
    let page = reader
        .document
        .get_dictionary(reader.pages()[page])
        .unwrap();
    let links = reader.get(page, "Annots").as_array().unwrap().iter();
    links
        .map(|link| {
            assert!(matches!(link, Object::Reference(_)));
            reader.follow(link).as_dict().unwrap()
        })
        .collect()
}
