//! What is not shaped as it is repaired: printpdf writes otherwise than it did, or a layout contradicts itself.
//!
//! Nothing is repaired in silence: a part that is passed over would be a PDF that a reader cannot hear, or cannot open.

use std::fmt;

use crate::print::fonts::Face;

/// A part of a document that is not as expected. None of it is the user's doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misshapen {
    /// It is not there.
    Missing(Part),
    /// It is something else.
    OtherKind {
        /// The part.
        part: Part,
        /// What was expected.
        expected: &'static str,
        /// What is there.
        found: &'static str,
    },
    /// There are more of it, or fewer.
    OtherCount {
        /// The part.
        part: Part,
        /// How many were expected.
        expected: usize,
        /// How many there are.
        found: usize,
    },
}

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The pages.
    Pages,
    /// A page, from 1.
    Page(usize),
    /// An entry of a page, from 1.
    OfPage(usize, &'static str),
    /// The resources of the pages.
    Resources,
    /// An entry of these.
    OfResources(&'static str),
    /// The dictionary of a face.
    Font(Face),
    /// An entry of this.
    OfFont(Face, &'static str),
    /// The dictionary of its glyphs.
    Glyphs(Face),
    /// An entry of this.
    OfGlyphs(Face, &'static str),
    /// The descriptor of a face.
    Descriptor(Face),
    /// An entry of this.
    OfDescriptor(Face, &'static str),
    /// A glyph of a face, by its number in the font file.
    Glyph(Face, u16),
    /// The catalog.
    Catalog,
    /// An entry of this.
    OfCatalog(&'static str),
    /// The information dictionary.
    Information,
    /// An entry of the trailer.
    OfTrailer(&'static str),
    /// An object that others name, by its number in memory.
    Object(u32),
    /// An object within another.
    Inner,
    /// An element of the layout, from 0.
    Element(usize),
    /// The parent of an element, which precedes it.
    Parent(usize),
    /// The links.
    Links,
    /// The size of a text on a page, from 1.
    SizeOfText(usize),
}

impl Part {
    /// An entry of this part.
    pub(super) fn entry(self, key: &'static str) -> Self {
        match self {
            Self::Page(number) => Self::OfPage(number, key),
            Self::Resources => Self::OfResources(key),
            Self::Font(face) => Self::OfFont(face, key),
            Self::Glyphs(face) => Self::OfGlyphs(face, key),
            Self::Descriptor(face) => Self::OfDescriptor(face, key),
            Self::Catalog => Self::OfCatalog(key),
            // Of the others, no entry is repaired.
            other => other,
        }
    }
}

impl fmt::Display for Misshapen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(part) => write!(f, "{part} : absent"),
            Self::OtherKind {
                part,
                expected,
                found,
            } => write!(f, "{part} : {expected} attendu, {found} trouvé"),
            Self::OtherCount {
                part,
                expected,
                found,
            } => write!(f, "{part} : {expected} attendus, {found} trouvés"),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pages => write!(f, "Pages"),
            Self::Page(number) => write!(f, "page {number}"),
            Self::OfPage(number, key) => write!(f, "page {number}, {key}"),
            Self::Resources => write!(f, "Resources"),
            Self::OfResources(key) => write!(f, "Resources, {key}"),
            Self::Font(face) => write!(f, "Font {face:?}"),
            Self::OfFont(face, key) => write!(f, "Font {face:?}, {key}"),
            Self::Glyphs(face) => write!(f, "CIDFont {face:?}"),
            Self::OfGlyphs(face, key) => write!(f, "CIDFont {face:?}, {key}"),
            Self::Descriptor(face) => write!(f, "FontDescriptor {face:?}"),
            Self::OfDescriptor(face, key) => write!(f, "FontDescriptor {face:?}, {key}"),
            Self::Glyph(face, number) => write!(f, "Font {face:?}, signe {number}"),
            Self::Catalog => write!(f, "Catalog"),
            Self::OfCatalog(key) => write!(f, "Catalog, {key}"),
            Self::Information => write!(f, "Info"),
            Self::OfTrailer(key) => write!(f, "Trailer, {key}"),
            Self::Object(number) => write!(f, "objet {number}"),
            Self::Inner => write!(f, "objet intérieur"),
            Self::Element(index) => write!(f, "élément {index}"),
            Self::Parent(index) => write!(f, "parent de l’élément {index}"),
            Self::Links => write!(f, "Annots"),
            Self::SizeOfText(page) => write!(f, "page {page}, taille de texte"),
        }
    }
}
