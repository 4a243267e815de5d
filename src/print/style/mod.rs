//! The style sheet: sizes, colours, margins and fonts, by the name of the element or of the class.
//!
//! Entry points: [`StyleSheet::read`], [`StyleSheet::read_held`], [`StyleSheet::resolve`], [`schema`]. The keys stand in `raw`, in French; `overlay` lays
//! what a sheet says over the embedded one, `templates/style.toml`, which is the design. Pure: whether a font file exists is
//! asked through a predicate.

mod contrast;
mod doubts;
mod kinds;
mod overlay;
mod paper;
mod raw;
mod read;
mod resolve;
mod values;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fonts::Face;
use super::line::Align;
use super::units::{Color, Pt};

pub use contrast::{LEAST_CONTRAST, contrast};
pub use kinds::{StyleDoubt, StyleFault};
pub use raw::Orientation;
pub use read::{EMBEDDED_SHEET, Reading, schema};
pub(crate) use values::six_digits;

/// The style of a whole document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StyleSheet {
    /// The sheet of paper and its margins.
    pub page: PageStyle,
    /// The files of another family than the embedded one, relative to the project; a face that is not given is the embedded one.
    pub fonts: FontFiles,
    /// What every block starts from.
    pub base: TextStyle,
    /// The word across each page of a draft.
    pub watermark: Watermark,
    /// The rules by element name (`h1`, `p`, `li`, `td`, …) or class.
    pub rules: BTreeMap<String, Rule>,
    /// The bounds of the columns of tables, by class of `col`.
    pub columns: BTreeMap<String, ColumnBounds>,
}

/// The sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PageStyle {
    /// Width of the sheet.
    pub width: Pt,
    /// Height of the sheet.
    pub height: Pt,
    /// From the top edge to the text.
    pub top: Pt,
    /// From the right edge to the text.
    pub right: Pt,
    /// From the bottom edge to the text.
    pub bottom: Pt,
    /// From the left edge to the text.
    pub left: Pt,
    /// From the top edge to the running header.
    pub header: Pt,
    /// From the bottom edge to the foot of the running footer.
    pub footer: Pt,
    /// The most that spaces may be taken in, as a share of them, where that spares a last page of a few lines.
    pub tightening: f64,
}

/// Paths of font files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FontFiles {
    /// Upright.
    pub regular: Option<String>,
    /// Bold.
    pub bold: Option<String>,
    /// Italic.
    pub italic: Option<String>,
    /// Bold italic.
    pub bold_italic: Option<String>,
}

impl FontFiles {
    /// The file of a face.
    #[must_use]
    pub fn of(&self, face: Face) -> Option<&str> {
        let file = match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
            Face::BoldItalic => &self.bold_italic,
        };
        file.as_deref()
    }
}

/// What a text inherits from what it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TextStyle {
    /// Size of the font.
    pub size: Pt,
    /// Distance between baselines, as a multiple of the size.
    pub leading: f64,
    /// Colour.
    pub color: Color,
    /// Bold face.
    pub bold: bool,
    /// Italic face.
    pub italic: bool,
    /// Where lines end.
    pub align: Align,
    /// Whether words may be cut with a hyphen.
    pub hyphenate: bool,
    /// Whether the address of a link is written after its words.
    pub show_address: bool,
}

/// What a block does not inherit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct BoxStyle {
    /// Space above it.
    pub before: Pt,
    /// Space below it. Between two blocks the larger of the two spaces is set.
    pub after: Pt,
    /// From the left edge of what it stands in.
    pub indent: Pt,
    /// From the mark of a list item to its text: the hanging indent.
    pub hanging: Pt,
    /// Whether it stays on the page of what follows it.
    pub keep_with_next: bool,
    /// Whether it is never cut between two pages.
    pub keep_together: bool,
    /// Space between the edge of a table cell and its text, above and below.
    pub padding_y: Pt,
    /// The same to the left and the right.
    pub padding_x: Pt,
    /// Colour behind a table cell or row.
    pub background: Option<Color>,
    /// The rules of a table.
    pub ruling: Ruling,
    /// Thickness of the rules of a table, or of an `hr`.
    pub rule_width: Pt,
    /// Their colour.
    pub rule_color: Color,
    /// In how many columns side by side a table is set, balanced; 0 and 1 are one.
    pub page_columns: usize,
    /// Space between columns side by side.
    pub gutter: Pt,
    /// Greatest width of a picture.
    pub width: Option<Pt>,
    /// Greatest height of a picture.
    pub height: Option<Pt>,
    /// What marks an item of a bulleted list.
    pub bullet: Bullet,
    /// Whether a table is as wide as it can be, though its text asks for less.
    pub full_width: bool,
}

/// The rules of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Ruling {
    /// None.
    #[default]
    #[serde(rename = "aucun")]
    #[schemars(description = "Aucun filet.")]
    None,
    /// Above the table, below it and between its rows.
    #[serde(rename = "lignes")]
    #[schemars(description = "Au-dessus, au-dessous et entre les lignes.")]
    Rows,
    /// Around every cell.
    #[serde(rename = "grille")]
    #[schemars(description = "Autour de chaque case.")]
    Grid,
}

/// The mark of an item in a bulleted list. It is drawn, so that no font need hold it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Bullet {
    /// A small square, as in the source.
    #[default]
    #[serde(rename = "carre")]
    #[schemars(description = "Un petit carré.")]
    Square,
    /// A dash.
    #[serde(rename = "tiret")]
    #[schemars(description = "Un tiret.")]
    Dash,
    /// Nothing.
    #[serde(rename = "aucune")]
    #[schemars(description = "Rien.")]
    None,
}

/// A rule of the style sheet: what it says of an element or a class, and nothing of the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rule {
    /// Size.
    pub size: Option<Pt>,
    /// Size as a multiple of that of the text around the element, where `size` does not say it.
    pub scale: Option<f64>,
    /// Leading.
    pub leading: Option<f64>,
    /// Colour.
    pub color: Option<Color>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Alignment.
    pub align: Option<Align>,
    /// Hyphenation.
    pub hyphenate: Option<bool>,
    /// Addresses of links.
    pub show_address: Option<bool>,
    /// See [`BoxStyle`]; likewise below.
    pub before: Option<Pt>,
    /// Space below.
    pub after: Option<Pt>,
    /// Indent.
    pub indent: Option<Pt>,
    /// Hanging indent.
    pub hanging: Option<Pt>,
    /// Keep with next.
    pub keep_with_next: Option<bool>,
    /// Keep together.
    pub keep_together: Option<bool>,
    /// Padding above and below.
    pub padding_y: Option<Pt>,
    /// Padding left and right.
    pub padding_x: Option<Pt>,
    /// Background.
    pub background: Option<Color>,
    /// Ruling.
    pub ruling: Option<Ruling>,
    /// Thickness of rules.
    pub rule_width: Option<Pt>,
    /// Colour of rules.
    pub rule_color: Option<Color>,
    /// Columns side by side.
    pub page_columns: Option<usize>,
    /// Space between them.
    pub gutter: Option<Pt>,
    /// Greatest width.
    pub width: Option<Pt>,
    /// Greatest height.
    pub height: Option<Pt>,
    /// Bullet.
    pub bullet: Option<Bullet>,
    /// Full width.
    pub full_width: Option<bool>,
}

/// Between what a column's width may vary, as shares of the width of the table, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ColumnBounds {
    /// Least share.
    pub least: f64,
    /// Greatest share.
    pub most: f64,
}

/// Any width.
impl Default for ColumnBounds {
    fn default() -> Self {
        Self {
            least: 0.0,
            most: 1.0,
        }
    }
}

/// The word across each page of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Watermark {
    /// Size.
    pub size: Pt,
    /// Colour: pale, since the text is read over it.
    pub color: Color,
    /// Rotation in degrees, counter-clockwise.
    pub angle: f64,
}
