//! The elements of the structure as they stand in the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::content::{Event, EventKind};
use super::marks::structure_type;
use super::misshapen::Misshapen;
use super::objects::{bytes, dictionary, name, number, text};
use super::serialize::{Numbering, write_entry, write_integer, write_reference, write_string};
use crate::document::Scope;
use crate::print::page::{Element, Role};

/// A child of an element.
#[derive(Clone, Copy)]
pub(super) enum Kid {
    /// Another element, by index.
    Element(usize),
    /// A stretch of a page, by its number on it.
    Stretch { page: usize, number: usize },
    /// A place to click.
    Link { page: usize, annotation: ObjectId },
}

/// Whoever writes the tree, and the numbers that objects have in the file.
pub(super) struct Scribe<'a> {
    /// Of all other objects.
    pub(super) numbering: &'a Numbering,
    /// The root of the tree, which its elements follow.
    pub(super) root: u32,
    /// The pages.
    pub(super) pages: Vec<u32>,
}

impl Scribe<'_> {
    /// The number of an element, by its index.
    pub(super) fn number(&self, element: usize) -> u32 {
        self.root + 1 + element as u32
    }

    /// Writes an element. The optional `Type` is left out: there are hundreds.
    ///
    /// # Errors
    /// A link that is nowhere.
    pub(super) fn element(
        &self,
        element: &Element,
        place: Option<[f64; 4]>,
        kids: &[Kid],
        file: &mut Vec<u8>,
    ) -> Result<(), Misshapen> {
        file.extend_from_slice(b"<</S/");
        file.extend_from_slice(structure_type(&element.role).as_bytes());
        file.extend_from_slice(b"/P");
        let parent = element.parent.map(|parent| self.number(parent));
        write_reference(parent.unwrap_or(self.root), file);
        for (key, value) in described(element, place) {
            file.push(b'/');
            file.extend_from_slice(key.as_bytes());
            self.numbering.write(&value, file)?;
        }
        self.kids(kids, file)?;
        file.extend_from_slice(b">>");
        Ok(())
    }

    fn kids(&self, kids: &[Kid], file: &mut Vec<u8>) -> Result<(), Misshapen> {
        let home = kids.iter().find_map(|kid| match kid {
            Kid::Stretch { page, .. } => Some(*page),
            _ => None,
        });
        if let Some(page) = home {
            file.extend_from_slice(b"/Pg");
            write_reference(self.pages[page], file);
        }
        let (open, close): (&[u8], &[u8]) = match kids.len() {
            0 => return Ok(()),
            1 => (b"/K", b""),
            _ => (b"/K[", b"]"),
        };
        file.extend_from_slice(open);
        for kid in kids {
            match *kid {
                Kid::Element(element) => write_reference(self.number(element), file),
                Kid::Stretch { page, number } if home == Some(page) => {
                    write_integer(number as i64, file);
                }
                Kid::Stretch { page, number } => {
                    file.extend_from_slice(b"<</Type/MCR/Pg");
                    write_reference(self.pages[page], file);
                    write_entry("MCID", number as i64, file);
                    file.extend_from_slice(b">>");
                }
                Kid::Link { page, annotation } => {
                    file.extend_from_slice(b"<</Type/OBJR/Pg");
                    write_reference(self.pages[page], file);
                    file.extend_from_slice(b"/Obj");
                    write_reference(self.numbering.get(annotation)?, file);
                    file.extend_from_slice(b">>");
                }
            }
        }
        file.extend_from_slice(close);
        Ok(())
    }

    /// Which element owns each stretch of text of each page; and each link, by the key under which its annotation asks for it.
    /// With the first key that is free.
    pub(super) fn owners(&self, events: &[Event<'_>]) -> (Vec<u8>, i64) {
        let mut stretches: Vec<Vec<u8>> = vec![Vec::new(); self.pages.len()];
        let mut links = Vec::new();
        let mut next_key = self.pages.len() as i64;
        for event in events {
            let owner = self.number(event.element);
            match event.kind {
                EventKind::Stretch(_) => write_reference(owner, &mut stretches[event.page]),
                EventKind::Link(_) => {
                    write_integer(next_key, &mut links);
                    write_reference(owner, &mut links);
                    next_key += 1;
                }
                EventKind::Place(_) => {}
            }
        }
        let mut file = b"<</Nums[".to_vec();
        for (page, owners) in stretches.iter().enumerate() {
            if !owners.is_empty() {
                write_integer(page as i64, &mut file);
                file.push(b'[');
                file.extend_from_slice(owners);
                file.push(b']');
            }
        }
        file.append(&mut links);
        file.extend_from_slice(b"]>>");
        (file, next_key)
    }

    /// The elements that have a name, by it: the notes, as PDF/UA-1 asks (ISO 14289-1, 7.9).
    pub(super) fn names(&self, elements: &[Element]) -> Option<Vec<u8>> {
        let named = elements.iter().enumerate();
        let named = named.filter_map(|(index, element)| match element.role {
            Role::Note(number) => Some((note_id(number), self.number(index))),
            _ => None,
        });
        let sorted: BTreeMap<Vec<u8>, u32> = named.collect();
        if sorted.is_empty() {
            return None;
        }
        let mut file = b"<</Names[".to_vec();
        for (name, number) in &sorted {
            write_string(name, &mut file);
            write_reference(*number, &mut file);
        }
        file.extend_from_slice(b"]>>");
        Some(file)
    }
}

/// The name of a note among the elements.
fn note_id(number: usize) -> Vec<u8> {
    format!("note-{number}").into_bytes()
}

/// What is said of an element besides its role and its place in the tree.
fn described(element: &Element, place: Option<[f64; 4]>) -> Vec<(&'static str, Object)> {
    let mut entries = Vec::new();
    if let Some(language) = &element.language {
        entries.push(("Lang", text(language)));
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
            entries.push(("ID", bytes(&note_id(*number))));
            None
        }
        Role::Figure { alternative } => {
            entries.push(("Alt", text(alternative)));
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
    entries.extend(attributes.map(|attributes| ("A", attributes.into())));
    entries
}

fn add_spans(cell: &mut Dictionary, columns: usize, rows: usize) {
    for (key, span) in [("ColSpan", columns), ("RowSpan", rows)] {
        if span > 1 {
            cell.set(key, span as i64);
        }
    }
}
