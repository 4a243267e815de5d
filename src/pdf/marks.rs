//! What a stretch of a page belongs to, written around it (marked content, ISO 32000-1, 14.6).

use super::drawing::Drawing;
use super::misshapen::{Misshapen, Part};
use crate::print::page::{Element, Mark, Role};

/// What a stretch of a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// An element, by index.
    Element(usize),
    /// Nothing: decoration.
    Decoration,
    /// The running header.
    Header,
    /// The running footer.
    Footer,
}

impl Owner {
    /// The owner of an item with that mark, in the upper half of the page or not.
    ///
    /// # Errors
    /// An element that is nowhere: what belongs to it would not be heard.
    pub(super) fn of(
        mark: Mark,
        is_in_upper_half: bool,
        elements: &[Element],
    ) -> Result<Self, Misshapen> {
        Ok(match mark {
            Mark::Element(element) => Self::Element(known(element, elements)?),
            Mark::Artifact => Self::Decoration,
            Mark::Pagination if is_in_upper_half => Self::Header,
            Mark::Pagination => Self::Footer,
        })
    }
}

/// An element, if it is one of these.
pub(super) fn known(element: usize, elements: &[Element]) -> Result<usize, Misshapen> {
    if element < elements.len() {
        return Ok(element);
    }
    Err(Misshapen::Missing(Part::Element(element)))
}

/// The stretches of a page.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Option<Owner>,
    /// How many of its stretches belong to elements.
    count: usize,
}

impl Marks {
    /// Whether what comes next is part of the stretch that is open.
    pub(super) fn is_open_for(&self, owner: Owner) -> bool {
        self.open == Some(owner)
    }

    /// Opens a stretch of an element; gives its number on the page. A text that is read instead of what is shown stands
    /// with the number and not around a stretch inside of it, since some readers lose what follows an inner stretch.
    pub(super) fn open_element(
        &mut self,
        element: usize,
        tag: &str,
        read_as: Option<&str>,
        drawing: &mut Drawing,
    ) -> usize {
        self.close(drawing);
        self.open = Some(Owner::Element(element));
        let number = self.count;
        self.count += 1;
        let tag = if read_as.is_some() { "Span" } else { tag };
        drawing.begin_stretch(tag, number, read_as);
        number
    }

    /// Opens a stretch that belongs to nothing.
    pub(super) fn open_artifact(&mut self, owner: Owner, drawing: &mut Drawing) {
        self.close(drawing);
        self.open = Some(owner);
        drawing.begin_artifact(match owner {
            Owner::Header => Some("Header"),
            Owner::Footer => Some("Footer"),
            Owner::Element(_) | Owner::Decoration => None,
        });
    }

    /// Closes the stretch that is open, if there is one.
    pub(super) fn close(&mut self, drawing: &mut Drawing) {
        if self.open.take().is_some() {
            drawing.end_stretch();
        }
    }
}

/// The standard structure type of a role (ISO 32000-1, 14.8.4).
pub(super) fn structure_type(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Division => "Div",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::HeaderCell { .. } => "TH",
        Role::DataCell { .. } => "TD",
        Role::Link => "Link",
        Role::Reference => "Reference",
        Role::Note(_) => "Note",
        Role::Span => "Span",
        Role::Figure { .. } => "Figure",
    }
}
