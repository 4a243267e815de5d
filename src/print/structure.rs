//! The logical structure, built in the order of the document.

use super::page::{Element, Role};

/// The elements met so far; the first is the document itself.
#[derive(Debug)]
pub(super) struct Structure {
    elements: Vec<Element>,
}

impl Structure {
    /// The document, the element that all others are part of.
    pub(super) const ROOT: usize = 0;

    /// A structure with nothing but the document.
    pub(super) fn new() -> Self {
        Self {
            elements: vec![Element {
                role: Role::Document,
                parent: None,
                language: None,
            }],
        }
    }

    /// Adds an element at the end of its parent and tells its index.
    pub(super) fn add(&mut self, role: Role, parent: usize, language: Option<&str>) -> usize {
        self.elements.push(Element {
            role,
            parent: Some(parent),
            language: language.map(str::to_owned),
        });
        self.elements.len() - 1
    }

    /// All of them.
    pub(super) fn into_elements(self) -> Vec<Element> {
        self.elements
    }
}
