//! Single values of the style sheet: a number within sane bounds, a colour.

use super::raw::ColorText;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::folding::as_seen;
use crate::print::style::StyleFault;
use crate::print::units::{Color, Pt};
use crate::toml_source::Field;

/// Between what a number may be, and what to say of one that is not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) least: f64,
    pub(super) most: f64,
    /// The rule, as a sentence.
    said: &'static str,
    help: &'static str,
}

macro_rules! bounds {
    ($($(#[$doc:meta])* $name:ident = $least:literal to $most:literal, $said:literal, $help:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: Bounds =
            Bounds { least: $least, most: $most, said: $said, help: $help };)*
    };
}

bounds! {
    /// Sizes of text, in points.
    SIZE = 4.0 to 72.0, "une taille de texte va de 4 à 72 points", "un texte courant se lit bien entre 9 et 11 points";
    /// Sizes of text, in % of what stands around it.
    SCALE = 30.0 to 300.0, "une proportion va de 30 à 300 %", "par exemple 70 pour des lettres élevées";
    /// Leading, as a multiple of the size.
    LEADING = 0.8 to 3.0, "un interligne va de 0.8 à 3 fois la taille du texte", "un texte courant se lit bien avec 1.3 à 1.5";
    /// Spaces, in points.
    SPACE = 0.0 to 200.0, "une distance va de 0 à 200 points", "1 mm fait 2.83 points";
    /// Rules, in points.
    THICKNESS = 0.0 to 10.0, "l’épaisseur d’un filet va de 0 à 10 points", "0.5 donne un filet fin";
    /// The word across a draft, in points.
    WATERMARK_SIZE = 10.0 to 300.0, "la taille du filigrane va de 10 à 300 points", "par exemple 110";
    /// Its slope, in degrees.
    ANGLE = -90.0 to 90.0, "l’inclinaison va de -90 à 90 degrés", "par exemple 45";
    /// A side of the sheet, in millimetres.
    SIDE = 70.0 to 1200.0, "le côté d’une feuille va de 70 à 1200 mm", "une feuille A4 mesure 210 sur 297 mm";
    /// Margins, in millimetres.
    MARGIN = 0.0 to 200.0, "une marge va de 0 à 200 mm", "par exemple 18";
    /// Pictures, in millimetres.
    PICTURE = 1.0 to 500.0, "le côté d’une image va de 1 à 500 mm", "par exemple 20";
    /// By how much spaces may be taken in, in %.
    TIGHTENING = 0.0 to 50.0, "les espaces se resserrent de 0 à 50 %", "par exemple 30 ; 0 ne resserre rien";
    /// Widths of columns, in % of the table.
    SHARE = 0.0 to 100.0, "la largeur d’une colonne va de 0 à 100 % de la table", "par exemple min = 20, max = 35";
}

/// The number, if it was given and is within bounds.
pub(super) fn number(field: &Field<f64>, bounds: Bounds, faults: &mut Diagnostics) -> Option<f64> {
    let (number, span) = field.located()?;
    if (bounds.least..=bounds.most).contains(number) {
        return Some(*number);
    }
    faults.push(
        Diagnostic::new(StyleFault::OutOfBounds, bounds.said)
            .at(span, "")
            .help(bounds.help),
    );
    None
}

/// The same as a length that is typed in points.
pub(super) fn points(field: &Field<f64>, bounds: Bounds, faults: &mut Diagnostics) -> Option<Pt> {
    number(field, bounds, faults).map(Pt)
}

/// The same as a length that is typed in millimetres.
pub(super) fn mm(field: &Field<f64>, bounds: Bounds, faults: &mut Diagnostics) -> Option<Pt> {
    number(field, bounds, faults).map(Pt::from_mm)
}

/// The same as a share from 0 to 1 that is typed in %.
pub(super) fn percent(field: &Field<f64>, bounds: Bounds, faults: &mut Diagnostics) -> Option<f64> {
    number(field, bounds, faults).map(|percent| percent / 100.0)
}

/// What needs no judging.
pub(super) fn said<T: Copy>(field: &Field<T>, _: &mut Diagnostics) -> Option<T> {
    field.get().copied()
}

/// In how many columns a table is set.
pub(super) fn page_columns(field: &Field<i64>, faults: &mut Diagnostics) -> Option<usize> {
    let (number, span) = field.located()?;
    match usize::try_from(*number) {
        Ok(number @ 1..=4) => Some(number),
        _ => {
            faults.push(
                Diagnostic::new(
                    StyleFault::PageColumns,
                    "une table se compose en 1 à 4 colonnes côte à côte",
                )
                .at(span, "")
                .help("1 la met sur toute la largeur, 2 en deux moitiés"),
            );
            None
        }
    }
}

/// `#0b5378`.
pub(super) fn color(field: &Field<ColorText>, faults: &mut Diagnostics) -> Option<Color> {
    let (ColorText(typed), span) = field.located()?;
    let typed = as_seen(typed);
    let color = typed.strip_prefix('#').and_then(six_digits);
    if color.is_none() {
        let fault = Diagnostic::new(
            StyleFault::ColorForm,
            "une couleur s’écrit # puis six chiffres ou lettres de a à f",
        )
        .at(span.clone(), "");
        faults.push(match color_meant(typed.trim()) {
            Some(meant) => fault
                .help(format!("écrivez \"{meant}\""))
                .proposal(span, format!("\"{meant}\"")),
            None => fault.help(
                "par exemple \"#0b5378\" : deux signes chacun pour le rouge, le vert et le bleu",
            ),
        });
    }
    color
}

/// The colour of six hexadecimal digits.
pub(crate) fn six_digits(digits: &str) -> Option<Color> {
    let is_hexadecimal = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    is_hexadecimal.then_some(Color {
        red: part(0)?,
        green: part(2)?,
        blue: part(4)?,
    })
}

/// `0b5378`, `#abc`, and the words for the two ends of grey.
fn color_meant(typed: &str) -> Option<String> {
    let digits = typed.trim_start_matches('#').to_lowercase();
    match digits.as_str() {
        "noir" | "black" => return Some("#000000".into()),
        "blanc" | "white" => return Some("#ffffff".into()),
        _ => {}
    }
    let digits = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits,
    };
    six_digits(&digits).map(|_| format!("#{digits}"))
}
