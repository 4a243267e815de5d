//! The style sheet: sizes, colours, margins and fonts, by the name of the element or of the class.
//!
//! Entry points: [`StyleSheet::read`], [`StyleSheet::read_held`], [`StyleSheet::resolve`], [`schema`]. What rules and the running text
//! may say stands in the table of `properties`, the other keys in `raw`, in French; `overlay` lays what a sheet says over the embedded
//! one, `templates/style.toml`, which is the design. Pure: whether a font file exists is asked through a predicate.

mod contrast;
mod doubts;
mod kinds;
mod overlay;
mod paper;
mod properties;
mod raw;
mod read;
mod resolve;
mod values;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fonts::Face;
use super::units::{Color, Pt};

pub use contrast::{LEAST_CONTRAST, contrast};
pub use kinds::{StyleDoubt, StyleFault};
pub use properties::{BoxStyle, Rule, TextStyle};
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

/// Where the address of a link is written, if its words do not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum AddressShown {
    /// Nowhere: it can only be clicked.
    #[default]
    #[serde(rename = "aucune")]
    #[schemars(description = "Nulle part : le lien se suit à l’écran seulement.")]
    Nowhere,
    /// After its words.
    #[serde(rename = "crochets")]
    #[schemars(description = "Entre crochets, après les mots du lien.")]
    Brackets,
    /// In a numbered note at the end of the theme.
    #[serde(rename = "notes")]
    #[schemars(description = "Dans une note numérotée, à la fin du thème ou de la partie.")]
    Notes,
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
