//! The tags: what each part of the pages is to a reader who does not see them (ISO 32000-1, 14.7 and 14.8).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::{Event, EventKind};
use super::marks::structure_type;
use super::misshapen::{Misshapen, Part};
use super::objects::{bytes, check_count, dictionary, name, number, text};
use crate::document::Scope;
use crate::print::page::{Element, Role};

/// The structure of a document.
pub(super) struct Structure {
    /// The root of the tree, for the catalog.
    pub(super) root: ObjectId,
    /// For each page, whether it has stretches that belong to elements: its number is then its key in the parent tree.
    pub(super) has_stretches: Vec<bool>,
}

/// A child of an element.
#[derive(Clone, Copy)]
enum Kid {
    Element(usize),
    Stretch { page: usize, number: usize },
    Link { page: usize, annotation: ObjectId },
}

/// Writes the tree. `pages` are the pages' objects; `annotations` those of the links, in the order of their events.
///
/// # Errors
/// An element whose parent does not precede it; more links, or fewer, than there are events of theirs.
pub(super) fn write(
    document: &mut Document,
    elements: &[Element],
    events: &[Event<'_>],
    pages: &[ObjectId],
    annotations: &[ObjectId],
) -> Result<Structure, Misshapen> {
    let is_link = |event: &&Event<'_>| matches!(event.kind, EventKind::Link(_));
    let places = events.iter().filter(is_link).count();
    check_count(Part::Links, places, annotations.len())?;
    let tree = Tree::grow(elements, events, annotations)?;
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = elements.iter().map(|_| document.new_object_id()).collect();
    for (index, element) in elements.iter().enumerate() {
        let mut entries = describe(element, tree.places[index]);
        entries.set("P", element.parent.map_or(root, |parent| ids[parent]));
        add_kids(&mut entries, &tree.kids[index], &ids, pages);
        document
            .objects
            .insert(ids[index], Object::Dictionary(entries));
    }
    let (owners, mut tail) = owners(events, &ids, pages.len());
    let has_stretches = owners.iter().map(|owners| !owners.is_empty()).collect();
    let next_key = pages.len() + tail.len() / 2;
    let mut numbers = Vec::new();
    for (page, owners) in owners.into_iter().enumerate() {
        if !owners.is_empty() {
            numbers.extend([Object::Integer(page as i64), Object::Array(owners)]);
        }
    }
    numbers.append(&mut tail);
    let parents = document.add_object(dictionary([("Nums", Object::Array(numbers))]));
    let top = tree
        .tops
        .iter()
        .map(|&top| Object::Reference(ids[top]))
        .collect();
    let mut entries = dictionary([
        ("Type", name("StructTreeRoot")),
        ("K", Object::Array(top)),
        ("ParentTree", Object::Reference(parents)),
        ("ParentTreeNextKey", Object::Integer(next_key as i64)),
    ]);
    if let Some(names) = names(elements, &ids) {
        entries.set("IDTree", document.add_object(names));
    }
    document.objects.insert(root, Object::Dictionary(entries));
    Ok(Structure {
        root,
        has_stretches,
    })
}

/// The name of a note among the elements.
fn note_id(number: usize) -> Vec<u8> {
    format!("note-{number}").into_bytes()
}

/// The elements that have a name, by it: the notes, as PDF/UA-1 asks (ISO 14289-1, 7.9).
fn names(elements: &[Element], ids: &[ObjectId]) -> Option<Dictionary> {
    let named = elements
        .iter()
        .zip(ids)
        .filter_map(|(element, id)| match element.role {
            Role::Note(number) => Some((note_id(number), *id)),
            _ => None,
        });
    let sorted: BTreeMap<Vec<u8>, ObjectId> = named.collect();
    let pairs = sorted
        .iter()
        .flat_map(|(name, id)| [bytes(name), Object::Reference(*id)]);
    let pairs: Vec<Object> = pairs.collect();
    (!pairs.is_empty()).then(|| dictionary([("Names", Object::Array(pairs))]))
}

/// Which element owns each stretch of text of each page; and each link, after the key under which its annotation asks for it.
fn owners(events: &[Event<'_>], ids: &[ObjectId], pages: usize) -> (Vec<Vec<Object>>, Vec<Object>) {
    let mut stretches: Vec<Vec<Object>> = vec![Vec::new(); pages];
    let mut links = Vec::new();
    for event in events {
        let owner = Object::Reference(ids[event.element]);
        match event.kind {
            EventKind::Stretch(_) => stretches[event.page].push(owner),
            EventKind::Link(_) => {
                let key = pages + links.len() / 2;
                links.extend([Object::Integer(key as i64), owner]);
            }
            EventKind::Place(_) => {}
        }
    }
    (stretches, links)
}

/// The children of each element in the order of reading.
struct Tree {
    kids: Vec<Vec<Kid>>,
    /// Where pictures are.
    places: Vec<Option<[f64; 4]>>,
    /// The elements without a parent.
    tops: Vec<usize>,
}

impl Tree {
    /// An element with text of its own lists its children as the pages do; any other as the document does.
    fn grow(
        elements: &[Element],
        events: &[Event<'_>],
        annotations: &[ObjectId],
    ) -> Result<Self, Misshapen> {
        let mut tree = Self {
            kids: vec![Vec::new(); elements.len()],
            places: vec![None; elements.len()],
            tops: Vec::new(),
        };
        let mut is_attached = vec![false; elements.len()];
        let mut annotations = annotations.iter();
        for event in events {
            tree.attach(event.element, elements, &mut is_attached)?;
            let kid = match event.kind {
                EventKind::Stretch(number) => Kid::Stretch {
                    page: event.page,
                    number,
                },
                EventKind::Link(_) => Kid::Link {
                    page: event.page,
                    annotation: *annotations.next().ok_or(Misshapen::Missing(Part::Links))?,
                },
                EventKind::Place(place) => {
                    tree.places[event.element].get_or_insert(place);
                    continue;
                }
            };
            tree.kids[event.element].push(kid);
        }
        for element in 0..elements.len() {
            tree.attach(element, elements, &mut is_attached)?;
        }
        for kids in &mut tree.kids {
            let is_element = |kid: &Kid| matches!(kid, Kid::Element(_));
            if kids.iter().all(is_element) {
                kids.sort_by_key(|kid| match kid {
                    Kid::Element(element) => *element,
                    _ => 0,
                });
            }
        }
        tree.tops.sort_unstable();
        Ok(tree)
    }

    /// Makes an element the child of its parent, and so on upwards.
    fn attach(
        &mut self,
        element: usize,
        elements: &[Element],
        is_attached: &mut [bool],
    ) -> Result<(), Misshapen> {
        let mut next = Some(element);
        while let Some(child) = next.filter(|&child| !is_attached[child]) {
            is_attached[child] = true;
            next = elements[child].parent;
            match next {
                // Anything else would not be a tree.
                Some(parent) if parent >= child => {
                    return Err(Misshapen::Missing(Part::Parent(child)));
                }
                Some(parent) => self.kids[parent].push(Kid::Element(child)),
                None => self.tops.push(child),
            }
        }
        Ok(())
    }
}

fn add_kids(entries: &mut Dictionary, kids: &[Kid], ids: &[ObjectId], pages: &[ObjectId]) {
    let home = kids.iter().find_map(|kid| match kid {
        Kid::Stretch { page, .. } => Some(*page),
        _ => None,
    });
    if let Some(page) = home {
        entries.set("Pg", pages[page]);
    }
    let objects = kids.iter().map(|kid| match *kid {
        Kid::Element(element) => Object::Reference(ids[element]),
        Kid::Stretch { page, number } if home == Some(page) => Object::Integer(number as i64),
        Kid::Stretch { page, number } => Object::Dictionary(dictionary([
            ("Type", name("MCR")),
            ("Pg", Object::Reference(pages[page])),
            ("MCID", Object::Integer(number as i64)),
        ])),
        Kid::Link { page, annotation } => Object::Dictionary(dictionary([
            ("Type", name("OBJR")),
            ("Pg", Object::Reference(pages[page])),
            ("Obj", Object::Reference(annotation)),
        ])),
    });
    let mut objects: Vec<Object> = objects.collect();
    match objects.len() {
        0 => {}
        1 => entries.set("K", objects.remove(0)),
        _ => entries.set("K", objects),
    }
}

/// What an element is, without its place in the tree. The optional `Type` is left out: there are hundreds.
fn describe(element: &Element, place: Option<[f64; 4]>) -> Dictionary {
    let mut entries = dictionary([("S", name(structure_type(&element.role)))]);
    if let Some(language) = &element.language {
        entries.set("Lang", text(language));
    }
    let attributes = match &element.role {
        Role::List { ordered } => {
            let numbering = if *ordered { "Decimal" } else { "Square" };
            Some(dictionary([
                ("O", name("List")),
                ("ListNumbering", name(numbering)),
            ]))
        }
        Role::HeaderCell {
            scope,
            column_span,
            row_span,
        } => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            let mut cell = dictionary([("O", name("Table")), ("Scope", name(scope))]);
            add_spans(&mut cell, *column_span, *row_span);
            Some(cell)
        }
        Role::DataCell {
            column_span,
            row_span,
        } if *column_span > 1 || *row_span > 1 => {
            let mut cell = dictionary([("O", name("Table"))]);
            add_spans(&mut cell, *column_span, *row_span);
            Some(cell)
        }
        Role::Note(number) => {
            entries.set("ID", bytes(&note_id(*number)));
            None
        }
        Role::Figure { alternative } => {
            entries.set("Alt", text(alternative));
            place.map(|place| {
                dictionary([
                    ("O", name("Layout")),
                    ("Placement", name("Block")),
                    ("BBox", Object::Array(place.map(number).to_vec())),
                ])
            })
        }
        _ => None,
    };
    if let Some(attributes) = attributes {
        entries.set("A", attributes);
    }
    entries
}

fn add_spans(cell: &mut Dictionary, columns: usize, rows: usize) {
    for (key, span) in [("ColSpan", columns), ("RowSpan", rows)] {
        if span > 1 {
            cell.set(key, span as i64);
        }
    }
}
