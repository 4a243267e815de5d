//! TOML → [`StyleSheet`], and the embedded one, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::schema_for;

use super::doubts::doubts;
use super::overlay::overlay;
use super::raw::RawSheet;
use super::{AddressShown, Orientation, PageStyle, StyleSheet, TextStyle, Watermark};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::print::fonts::Face;
use crate::print::line::Align;
use crate::print::units::{Color, Pt};
use crate::toml_source::{self, FileState, Vocabulary};

/// The text of the sheet that the program carries: the design of the page.
pub const EMBEDDED_SHEET: &str = include_str!("../../../templates/style.toml");

const VOCABULARY: Vocabulary = Vocabulary {
    advice: &[
        (
            "marge",
            "écrivez marges = { haut = 18, droite = 18, bas = 20, gauche = 18 }, sous [page]",
        ),
        (
            "police",
            "écrivez [polices], puis normal = \"polices/….ttf\" en dessous",
        ),
        (
            "police_normale",
            "écrivez [polices], puis normal = \"polices/….ttf\" en dessous",
        ),
        ("hauteur_de_ligne", "écrivez interligne = 1.4"),
    ],
    examples: &[
        (
            "page",
            "[page] sur une ligne, puis format = \"A4\" en dessous",
        ),
        (
            "marges",
            "marges = { haut = 18, droite = 18, bas = 20, gauche = 18 }",
        ),
        (
            "polices",
            "[polices] sur une ligne, puis normal = \"polices/….ttf\" en dessous",
        ),
        (
            "texte",
            "[texte] sur une ligne, puis taille = 9.5 en dessous",
        ),
        (
            "filigrane",
            "[filigrane] sur une ligne, puis couleur = \"#eeeeee\" en dessous",
        ),
        (
            "styles",
            "[styles.h2] sur une ligne, puis taille = 12 en dessous",
        ),
        (
            "colonnes",
            "[colonnes.theme] sur une ligne, puis min = 24 en dessous",
        ),
    ],
    words: &[
        ("true", "crochets"),
        ("oui", "crochets"),
        ("entre crochets", "crochets"),
        ("false", "aucune"),
        ("non", "aucune"),
        ("horizontal", "paysage"),
        ("horizontale", "paysage"),
        ("vertical", "portrait"),
        ("verticale", "portrait"),
    ],
    groups: &[],
    people: &[],
    repeated: &[],
    empty_file_help: None,
    beginning_help: "par exemple [texte] sur une ligne, puis taille = 10 en dessous",
    has_decimals: true,
    ..Vocabulary::NONE
};

/// What a style sheet turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The sheet, laid over the embedded one, if it has no fault.
    pub sheet: Option<StyleSheet>,
    /// Its faults, or, if it has none, its doubts; in no particular order.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the files of the fonts are named.
    pub font_places: BTreeMap<Face, Span>,
}

impl StyleSheet {
    /// Reads a sheet that says what differs from the embedded one. `font_file` answers for a path as typed in the sheet,
    /// relative to the project's folder.
    #[must_use]
    pub fn read(source: &Source, font_file: &dyn Fn(&str) -> FileState) -> Reading {
        Self::read_held(source, None, font_file)
    }

    /// The same for a sheet of paper that is held so, whatever the sheet says.
    #[must_use]
    pub fn read_held(
        source: &Source,
        held: Option<Orientation>,
        font_file: &dyn Fn(&str) -> FileState,
    ) -> Reading {
        read_over(source, held, &EMBEDDED, font_file)
    }
}

/// The JSON Schema of a style sheet, with French descriptions.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_for!(RawSheet).to_value()
}

static EMBEDDED: LazyLock<StyleSheet> = LazyLock::new(|| {
    let source = Source {
        name: "templates/style.toml".into(),
        text: EMBEDDED_SHEET.into(),
    };
    let reading = read_over(&source, None, &bare(), &|_| FileState::Missing);
    // That it is sound is shown by a test.
    reading.sheet.unwrap_or_else(bare)
});

/// The embedded sheet.
impl Default for StyleSheet {
    fn default() -> Self {
        EMBEDDED.clone()
    }
}

fn read_over(
    source: &Source,
    held: Option<Orientation>,
    base: &StyleSheet,
    font_file: &dyn Fn(&str) -> FileState,
) -> Reading {
    let read = toml_source::read::<RawSheet>(source, &VOCABULARY);
    let mut faults = Diagnostics::from(read.faults);
    let Some(raw) = read.value else {
        return Reading {
            sheet: None,
            diagnostics: faults.into_vec(),
            font_places: BTreeMap::new(),
        };
    };
    let sheet = overlay(&raw, held, base, font_file, &mut faults);
    let font_places = font_places(&raw);
    if !faults.is_empty() {
        return Reading {
            sheet: None,
            diagnostics: faults.into_vec(),
            font_places,
        };
    }
    Reading {
        diagnostics: doubts(&raw, &sheet, base),
        sheet: Some(sheet),
        font_places,
    }
}

fn font_places(raw: &RawSheet) -> BTreeMap<Face, Span> {
    let fonts = raw.fonts.get().into_iter();
    let places = fonts.flat_map(|fonts| {
        [
            (Face::Regular, fonts.regular.span()),
            (Face::Bold, fonts.bold.span()),
            (Face::Italic, fonts.italic.span()),
            (Face::BoldItalic, fonts.bold_italic.span()),
        ]
    });
    places
        .filter_map(|(face, span)| Some((face, span?)))
        .collect()
}

/// What the embedded sheet is laid over: black text on A4, nothing more.
fn bare() -> StyleSheet {
    let (margin, head) = (Pt::from_mm(20.0), Pt::from_mm(10.0));
    StyleSheet {
        page: PageStyle {
            width: Pt::from_mm(210.0),
            height: Pt::from_mm(297.0),
            top: margin,
            right: margin,
            bottom: margin,
            left: margin,
            header: head,
            footer: head,
            tightening: 0.0,
        },
        fonts: Default::default(),
        base: TextStyle {
            size: Pt(10.0),
            leading: 1.4,
            color: Color::default(),
            bold: false,
            italic: false,
            align: Align::Left,
            hyphenate: false,
            address: AddressShown::Nowhere,
        },
        watermark: Watermark {
            size: Pt(100.0),
            color: Color {
                red: 238,
                green: 238,
                blue: 238,
            },
            angle: 45.0,
        },
        rules: Default::default(),
        columns: Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDED_SHEET, FileState, Source, bare, read_over};

    #[test]
    fn the_embedded_sheet_is_sound() {
        let source = Source {
            name: "templates/style.toml".into(),
            text: EMBEDDED_SHEET.into(),
        };
        let reading = read_over(&source, None, &bare(), &|_| FileState::Missing);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.sheet, Some(super::StyleSheet::default()));
    }
}
