//! What goes into the setting of a paragraph and what comes out of it.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fonts::Face;
use super::page::{LinkArea, Mark, TextRun};
use super::units::{Color, Pt};

/// A stretch of text of one look that belongs to one element.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The text. A line feed is a forced line break.
    pub text: String,
    /// Face, size and colour.
    pub face: Face,
    /// Size.
    pub size: Pt,
    /// Colour.
    pub color: Color,
    /// How far above the baseline: for raised letters.
    pub rise: Pt,
    /// How its words may be cut (CES-R1 to CES-R4).
    pub cutting: Cutting,
    /// What the text belongs to.
    pub mark: Mark,
    /// The element and the address of the link that the text is part of.
    pub link: Option<(usize, Arc<str>)>,
}

/// How words may be cut at the end of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cutting {
    /// As French is, with a hyphen.
    #[default]
    Text,
    /// At typed hyphens only: headings, names.
    Whole,
}

/// Where the lines of a paragraph end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Align {
    /// Ragged right.
    #[default]
    #[serde(rename = "gauche")]
    #[schemars(description = "Aligné à gauche.")]
    Left,
    /// Ragged left.
    #[serde(rename = "droite")]
    #[schemars(description = "Aligné à droite.")]
    Right,
    /// Ragged on both sides.
    #[serde(rename = "centre")]
    #[schemars(description = "Centré.")]
    Center,
    /// Flush on both sides, the last line ragged.
    #[serde(rename = "justifie")]
    #[schemars(description = "Aligné des deux côtés.")]
    Justified,
}

/// The measure of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The width of its lines.
    pub width: Pt,
    /// The height of each line, from baseline to baseline.
    pub leading: Pt,
    /// Where its lines end.
    pub align: Align,
}

/// A line that has been set, positioned from its own top left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its height, the leading.
    pub height: Pt,
    /// From its top to its baseline.
    pub baseline: Pt,
    /// Its text.
    pub runs: Vec<TextRun>,
    /// Its links.
    pub links: Vec<LinkArea>,
}

impl Line {
    /// Whether a hyphen was added at its end.
    pub(super) fn ends_in_a_word(&self) -> bool {
        let last = self.runs.last();
        last.is_some_and(TextRun::is_added_hyphen)
    }
}

/// How wide a paragraph has to be, and would like to be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// The width of its widest word, cut nowhere but at typed hyphens.
    pub narrowest: Pt,
    /// The same of its ordinary words: without addresses, and without what is longer than any word.
    pub ordinary: Pt,
    /// The same of what stands between two hyphens that may be added: a syllable, a date, a head word.
    pub hyphenated: Pt,
    /// The same where hyphens cut even head words and names: the width of its widest number, date or syllable.
    pub uncuttable: Pt,
    /// The width of its widest line if no line is broken but where it must.
    pub widest: Pt,
}
