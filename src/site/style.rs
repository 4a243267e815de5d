//! The one style sheet of all pages, in the colour of the series.

use serde::Serialize;

use super::STYLE_FILE;
use crate::config::{Config, SeriesOrientation, until_readable};
use crate::diagnostic::Report;
use crate::print::units::Color;
use crate::templates::Templates;

/// The program's own colour of links and headings.
const ACCENT: Color = Color {
    red: 0x0b,
    green: 0x53,
    blue: 0x78,
};
/// The shade behind the heads of tables where the page is dark.
const DARK_SHADE: Color = Color {
    red: 0x21,
    green: 0x2a,
    blue: 0x32,
};
const WHITE: Color = Color {
    red: 255,
    green: 255,
    blue: 255,
};

/// On a dark ground a colour that is only just legible looks dull.
const DARK_CONTRAST: f64 = 7.0;

#[derive(Serialize)]
struct Sheet {
    #[serde(rename = "couleur")]
    accent: String,
    #[serde(rename = "couleur_sombre")]
    dark_accent: String,
    #[serde(rename = "colonne_delai")]
    due_column: bool,
    signatures: bool,
    #[serde(rename = "paysage")]
    landscape: bool,
}

/// The template of the style sheet.
pub const STYLE_TEMPLATE: &str = "site/style.css";

/// The style sheet of a series.
///
/// # Errors
/// The fault of a template.
pub fn style_sheet(config: &Config, templates: &Templates) -> Result<Vec<u8>, Box<Report>> {
    let accent = config.site.color.unwrap_or(ACCENT);
    let sheet = Sheet {
        accent: accent.hexadecimal(),
        dark_accent: until_readable(accent, WHITE, DARK_SHADE, DARK_CONTRAST).hexadecimal(),
        due_column: config.due_column,
        signatures: !config.signatures.is_empty(),
        landscape: config.orientation == Some(SeriesOrientation::Landscape),
    };
    let text = templates.site(STYLE_TEMPLATE, &sheet, STYLE_FILE)?;
    Ok(text.into_bytes())
}
