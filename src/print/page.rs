//! The result of the layout: pages of positioned numbers, and the structure that their items belong to.
//!
//! Coordinates count from the top left corner of the page, to the right and down. Whoever writes the pages decides nothing
//! any more.

use std::borrow::Cow;

use ecow::EcoString;

use crate::document::{Metadata, Scope};

use super::fonts::Face;
use super::units::{Color, Pt};

/// A document laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The language of the text.
    pub language: String,
    /// The properties of the file.
    pub metadata: Metadata,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// The elements of the document in its order; the first is the document itself, and a parent precedes its children.
    pub elements: Vec<Element>,
    /// The headings that the reader's side panel lists.
    pub outline: Vec<OutlineEntry>,
    /// Where the anchors are.
    pub destinations: Vec<Destination>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its width.
    pub width: Pt,
    /// Its height.
    pub height: Pt,
    /// What is on it, in the order of painting, which is the order of reading too.
    pub items: Vec<Item>,
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Text.
    Text(TextRun),
    /// A filled rectangle: a background, a rule, a square bullet. Always an artifact.
    Box(FilledBox),
    /// A picture.
    Picture(Picture),
    /// A place to click; it paints nothing.
    Link(LinkArea),
}

/// What an item is to a reader who does not see the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Part of the text of that element, by index in [`Layout::elements`].
    Element(usize),
    /// Decoration: rules, backgrounds, the drawing of a bullet, a repeated table header, the word across a draft.
    Artifact,
    /// The running header or footer.
    Pagination,
}

/// Glyphs on one baseline, of one face, one size and one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// What the text belongs to.
    pub mark: Mark,
    /// The face.
    pub face: Face,
    /// The size of the font.
    pub size: Pt,
    /// The colour.
    pub color: Color,
    /// Where the pen starts.
    pub x: Pt,
    /// The baseline.
    pub y: Pt,
    /// Rotation about the start, in degrees, counter-clockwise. 0 but for the word across a draft.
    pub angle: f64,
    /// The glyphs, in the order of reading. Those of a script that runs from right to left are painted before the pen, by their
    /// [`Glyph::x_offset`].
    pub glyphs: Vec<Glyph>,
    /// What is read instead of the glyphs: U+00AD for a hyphen that a line break added, or the words of a script whose direction
    /// few readers of a PDF know.
    pub actual_text: Option<Cow<'static, str>>,
}

/// What a hyphen that a line break added is read as.
pub(super) const SOFT_HYPHEN: &str = "\u{ad}";

impl TextRun {
    /// Its width: the sum of the advances.
    #[must_use]
    pub fn width(&self) -> Pt {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    /// Whether it is the hyphen that a line break added.
    #[must_use]
    pub fn is_added_hyphen(&self) -> bool {
        self.actual_text.as_deref() == Some(SOFT_HYPHEN)
    }

    /// The text that its glyphs stand for.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| &*glyph.text).collect()
    }
}

/// A glyph and how far it moves the pen.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the whole font, before any subsetting.
    pub id: u16,
    /// How far the pen moves: the font's own advance, kerning, and what justification adds.
    pub advance: Pt,
    /// How far from the pen it is painted.
    pub x_offset: Pt,
    /// How far above the baseline it is painted.
    pub y_offset: Pt,
    /// The characters it stands for; empty for the second and later glyphs of a cluster.
    pub text: EcoString,
}

/// A filled rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FilledBox {
    /// Left edge.
    pub x: Pt,
    /// Top edge.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// Colour.
    pub color: Color,
}

/// A picture, by the name the document gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it belongs to.
    pub mark: Mark,
    /// The name by which the caller knows the picture.
    pub source: String,
    /// Left edge.
    pub x: Pt,
    /// Top edge.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
}

/// A place to click. A link that breaks over lines has one for each.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkArea {
    /// The link, by index in [`Layout::elements`].
    pub element: usize,
    /// `#anchor` or an address.
    pub address: String,
    /// Left edge.
    pub x: Pt,
    /// Top edge.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
}

/// An element of the logical structure (ISO 32000-1, 14.8.4).
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element it is part of, by index; none for the document itself alone.
    pub parent: Option<usize>,
    /// Its language, where it is not its parent's.
    pub language: Option<String>,
}

/// The roles of elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// A part that groups others.
    Division,
    /// A heading of that level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list; ordered or not.
    List {
        /// Whether it is numbered.
        ordered: bool,
    },
    /// An item of a list.
    ListItem,
    /// The number or bullet of an item.
    Label,
    /// What an item says.
    ListBody,
    /// A table.
    Table,
    /// Its title.
    Caption,
    /// Its header rows.
    TableHead,
    /// Its other rows.
    TableBody,
    /// A row.
    TableRow,
    /// A cell that heads others.
    HeaderCell {
        /// Which.
        scope: Scope,
        /// How many columns it covers.
        column_span: usize,
        /// How many rows it covers.
        row_span: usize,
    },
    /// Any other cell.
    DataCell {
        /// How many columns it covers.
        column_span: usize,
        /// How many rows it covers.
        row_span: usize,
    },
    /// Something to click; the address stands with its [`LinkArea`]s.
    Link,
    /// The number in a text that leads to a note.
    Reference,
    /// A note, by its number.
    Note(usize),
    /// Words in another language or of an id of their own.
    Span,
    /// A picture and what is said of it.
    Figure {
        /// The words for those who do not see it.
        alternative: String,
    },
}

/// A heading in the side panel.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// The heading's level, from 1.
    pub level: u8,
    /// Its text.
    pub title: String,
    /// The page, from 0.
    pub page: usize,
    /// Its top.
    pub y: Pt,
}

/// Where an anchor leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    /// The anchor.
    pub id: String,
    /// The page, from 0.
    pub page: usize,
    /// The top of what it names.
    pub y: Pt,
}
