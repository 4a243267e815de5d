//! The tags.

use std::collections::BTreeSet;

use greffier::document::Scope;
use greffier::print::fonts::{Face, Fonts};
use greffier::print::page::{Mark, Role};
use lopdf::{Dictionary, Object};

use crate::reader::{Reader, kids};
use crate::setter::Setter;
use crate::{read_back, samples};

#[test]
fn the_tree_holds_every_element_in_order_with_its_text() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.heading(1, "Titre");
    setter.list(true, &["Un"]);
    setter.list(false, &["Deux"]);
    let rows = [vec!["a".to_owned(), String::new()], vec!["b".to_owned()]];
    setter.table("Légende", &["A", "B"], &rows);
    let reader = read_back(&setter.finish(true), &fonts);
    let expected = "\
Document
  H1
    “Titre”
  L ListNumbering=Decimal
    LI
      Lbl
        “1.”
      LBody
        “Un”
  L ListNumbering=Square
    LI
      LBody
        “Deux”
  Table
    Caption
      “Légende”
    THead
      TR
        TH Scope=Column
          “A”
        TH Scope=Column
          “B”
    TBody
      TR
        TD
          P
            “a”
        TD
      TR
        TD ColSpan=2
          P
            “b”
";
    assert_eq!(reader.structure(), expected);
    assert_eq!(
        reader.artifacts[0],
        "Compte renduPROJETCluster · page 1 / 1"
    );
}

#[test]
fn children_follow_the_document_and_not_the_order_of_painting() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    let first = setter.element(Role::Division, Some(0));
    let second = setter.element(Role::Division, Some(0));
    let cell = Role::HeaderCell {
        scope: Scope::Row,
        column_span: 1,
        row_span: 3,
    };
    let cell = setter.element(cell, Some(first));
    let paragraph = setter.element(Role::Paragraph, Some(second));
    setter.line(
        "painted first",
        Face::Regular,
        9.0,
        Mark::Element(paragraph),
    );
    setter.line("painted last", Face::Regular, 9.0, Mark::Element(cell));
    let expected = "\
Document
  Div
    TH Scope=Row RowSpan=3
      “painted last”
  Div
    P
      “painted first”
";
    assert_eq!(
        read_back(&setter.finish(false), &fonts).structure(),
        expected
    );
}

#[test]
fn a_cell_that_covers_rows_says_so() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    let cell = Role::DataCell {
        column_span: 1,
        row_span: 2,
    };
    let cell = setter.element(cell, Some(0));
    setter.line("haut", Face::Regular, 9.0, Mark::Element(cell));
    let reader = read_back(&setter.finish(false), &fonts);
    assert_eq!(reader.structure(), "Document\n  TD RowSpan=2\n    “haut”\n");
}

/// A reader that is told which is which may leave out either.
#[test]
fn the_running_header_and_footer_are_told_apart() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.line("Texte", Face::Regular, 9.0, Mark::Artifact);
    let reader = read_back(&setter.finish(false), &fonts);
    let page = reader.document.get_page_content(reader.pages()[0]);
    let content = lopdf::content::Content::decode(&page).unwrap();
    let kinds = content.operations.iter().filter_map(|operation| {
        let properties = operation.operands.get(1)?.as_dict().ok()?;
        let kind = properties.get(b"Subtype").ok()?.as_name().ok()?;
        Some(String::from_utf8_lossy(kind).into_owned())
    });
    assert_eq!(kinds.collect::<Vec<_>>(), ["Header", "Footer"]);
}

#[test]
fn a_cell_that_goes_on_overleaf_is_one_element() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::minutes(&fonts), &fonts);
    let structure = reader.structure();
    assert_eq!(structure.matches("Table\n").count(), 1);
    assert_eq!(structure.matches(" TR\n").count(), 13);
    assert_eq!(structure.matches(" TD\n").count(), 48);
    let spread = elements(&reader).into_iter().filter(|element| {
        kids(element)
            .iter()
            .any(|kid| kid.as_dict().is_ok_and(|kid| kid.has_type(b"MCR")))
    });
    assert!(spread.count() > 0);
}

/// Every stretch has one element, which the parent tree names, and every element its parent.
#[test]
fn stretches_and_elements_know_each_other() {
    let fonts = Fonts::embedded();
    for (name, layout) in samples::all(&fonts) {
        let reader = read_back(&layout, &fonts);
        let elements = elements(&reader);
        assert_eq!(elements.len(), layout.elements.len(), "{name}");
        let mut claimed = BTreeSet::new();
        for element in &elements {
            let home = element.get(b"Pg").and_then(Object::as_reference).ok();
            for kid in kids(element) {
                let (page, number) = match kid {
                    Object::Integer(number) => (home.unwrap(), *number),
                    Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                        let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
                        (page, kid.get(b"MCID").unwrap().as_i64().unwrap())
                    }
                    _ => continue,
                };
                assert!(
                    claimed.insert((page, number)),
                    "{name}: {number} belongs to two elements"
                );
                assert_eq!(parent_of(&reader, page, number), **element, "{name}");
            }
        }
        let written: usize = reader
            .stretches
            .iter()
            .map(std::collections::BTreeMap::len)
            .sum();
        assert_eq!(claimed.len(), written, "{name}");
    }
}

fn elements(reader: &Reader) -> Vec<&Dictionary> {
    let mut elements = Vec::new();
    let mut open = kids(reader.dictionary(reader.catalog(), "StructTreeRoot"));
    while let Some(kid) = open.pop() {
        let Ok(element) = reader.follow(kid).as_dict() else {
            continue;
        };
        if element.has(b"S") {
            elements.push(element);
            open.extend(kids(element));
        }
    }
    elements
}

fn parent_of(reader: &Reader, page: lopdf::ObjectId, number: i64) -> Dictionary {
    let page = reader.document.get_dictionary(page).unwrap();
    let key = page.get(b"StructParents").unwrap().as_i64().unwrap();
    let root = reader.dictionary(reader.catalog(), "StructTreeRoot");
    let numbers = reader
        .get(reader.dictionary(root, "ParentTree"), "Nums")
        .as_array()
        .unwrap();
    let pair = numbers
        .chunks(2)
        .find(|pair| pair[0].as_i64().unwrap() == key)
        .unwrap();
    let owners = reader.follow(&pair[1]).as_array().unwrap();
    reader
        .follow(&owners[number as usize])
        .as_dict()
        .unwrap()
        .clone()
}
