//! The tags.

use std::collections::BTreeSet;

use greffier::document::Scope;
use greffier::print::fonts::{Face, Fonts};
use greffier::print::page::{Mark, Role};
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{ObjRef, Object};

use crate::reader::entries::{Entries, bytes, integer, is_of_type, items, references};
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

#[test]
fn a_cell_that_goes_on_overleaf_is_one_element() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::minutes(&fonts), &fonts);
    let structure = reader.structure();
    assert_eq!(structure.matches("Table\n").count(), 1);
    assert_eq!(structure.matches(" TR\n").count(), 13);
    assert_eq!(structure.matches(" TD\n").count(), 48);
    let is_elsewhere = |kid: &Object<'_>| {
        let kid = kid.clone().into_dict();
        kid.is_some_and(|kid| is_of_type(&kid, "MCR"))
    };
    let elements = elements(&reader);
    let spread = elements
        .iter()
        .filter(|element| kids(element).iter().any(is_elsewhere));
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
            for kid in kids(element) {
                let (page, number) = match &kid {
                    Object::Number(_) => (element.reference("Pg"), integer(&kid)),
                    Object::Dict(kid) if is_of_type(kid, "MCR") => {
                        (kid.reference("Pg"), kid.integer("MCID"))
                    }
                    Object::Dict(_) => continue,
                    other => panic!("{name}: {other:?} is no child"),
                };
                assert!(
                    claimed.insert((page.obj_number, number)),
                    "{name}: {number} belongs to two elements"
                );
                let parent = parent_of(&reader, page, number);
                assert_eq!(parent.obj_id(), element.obj_id(), "{name}");
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

/// Each link is a child of the element that the parent tree names, under a key of its own.
#[test]
fn links_and_elements_know_each_other() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::minutes(&fonts), &fonts);
    let root = reader.catalog().dictionary("StructTreeRoot");
    let numbers = root.dictionary("ParentTree").object("Nums");
    let numbers = numbers.into_array().unwrap();
    let (values, owners) = (items(&numbers), references(&numbers));
    let mut keys = BTreeSet::new();
    for page in (0..reader.pages().len()).map(|page| reader.page(page)) {
        keys.extend(
            page.has("StructParents")
                .then(|| page.integer("StructParents")),
        );
        if !page.has("Annots") {
            continue;
        }
        for link in references(&page.object("Annots").into_array().unwrap()) {
            let key = reader.get(link.unwrap()).integer("StructParent");
            assert!(keys.insert(key), "{key} is given twice");
            let mut places = (0..values.len()).step_by(2);
            let place = places.find(|&place| integer(&values[place]) == key);
            let owner = reader.get(owners[place.unwrap() + 1].unwrap());
            assert_eq!(owner.name("S"), "Link");
            let children = kids(&owner).into_iter().filter_map(Object::into_dict);
            let mut children = children.filter(|child| is_of_type(child, "OBJR"));
            assert!(children.any(|child| Some(child.reference("Obj")) == link));
        }
    }
    assert_eq!(keys.len() * 2, values.len());
    let last = keys.last().unwrap();
    assert_eq!(root.integer("ParentTreeNextKey"), last + 1);
}

fn elements(reader: &Reader) -> Vec<Dict<'_>> {
    let mut elements = Vec::new();
    let mut open = kids(&reader.catalog().dictionary("StructTreeRoot"));
    while let Some(kid) = open.pop() {
        let Object::Dict(element) = kid else { continue };
        if element.has("S") {
            open.extend(kids(&element));
            elements.push(element);
        }
    }
    elements
}

fn parent_of(reader: &Reader, page: ObjRef, number: i64) -> Dict<'_> {
    let key = reader.get(page).integer("StructParents");
    let root = reader.catalog().dictionary("StructTreeRoot");
    let numbers = root.dictionary("ParentTree").list("Nums");
    let mut pairs = numbers.chunks(2);
    let pair = pairs.find(|pair| integer(&pair[0]) == key).unwrap();
    let owners = pair[1].clone().into_array().unwrap();
    let owner = references(&owners)[number as usize];
    reader.get(owner.unwrap())
}

/// PDF/UA-1, 7.9: each note has a name of its own, under which the tree lists it, in order (ISO 32000-1, 7.9.6).
#[test]
fn notes_have_names() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::noted(&fonts), &fonts);
    let root = reader.catalog().dictionary("StructTreeRoot");
    let pairs = root.dictionary("IDTree").object("Names").into_array();
    let (pairs, targets) = pairs
        .map(|pairs| (items(&pairs), references(&pairs)))
        .unwrap();
    let mut names = Vec::new();
    for place in (0..pairs.len()).step_by(2) {
        let note = reader.get(targets[place + 1].unwrap());
        assert_eq!(note.name("S"), "Note");
        assert_eq!(note.bytes("ID"), bytes(&pairs[place]));
        names.push(bytes(&pairs[place]));
    }
    assert!(names.len() > 12 && names.is_sorted_by(|one, next| one < next));
    let notes = elements(&reader).into_iter();
    let notes = notes.filter(|element| element.name("S") == "Note");
    assert_eq!(notes.count(), names.len());
    let bare = read_back(&samples::minutes(&fonts), &fonts);
    assert!(!bare.catalog().dictionary("StructTreeRoot").has("IDTree"));
}
