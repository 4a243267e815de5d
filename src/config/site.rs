//! `[site]`: what the website of a series shows of persons, and its colour.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::print::style::{LEAST_CONTRAST, contrast, six_digits};
use crate::print::units::Color;
use crate::toml_source::Field;

use super::texts::text;

/// What the website of a series shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Site {
    /// What is published of those present.
    pub participants: Published,
    /// The colour of links and headings; the program's own without.
    pub color: Option<Color>,
}

/// What is published of persons, in every output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Published {
    /// Their names.
    #[default]
    #[serde(rename = "noms")]
    #[schemars(description = "Les noms, comme dans le compte rendu.")]
    Names,
    /// How many they were, and their organisations.
    #[serde(rename = "organisations")]
    #[schemars(description = "Le nombre de présents et leurs organisations, sans aucun nom.")]
    Organisations,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "site", deny_unknown_fields)]
pub(super) struct RawSite {
    #[schemars(description = "Ce qui est publié des personnes, sur la page comme dans le PDF.")]
    participants: Field<Published>,
    #[serde(rename = "couleur")]
    #[schemars(description = "La couleur des titres et des liens du site : \"#0b5378\".")]
    color: Field<String>,
}

/// What darkens a page least: the shade behind the heads of tables.
const SHADE: Color = Color {
    red: 0xee,
    green: 0xf3,
    blue: 0xf6,
};

pub(super) fn site(raw: &RawSite, faults: &mut Diagnostics) -> Site {
    Site {
        participants: raw.participants.get().copied().unwrap_or_default(),
        color: color(&raw.color, faults),
    }
}

fn color(field: &Field<String>, faults: &mut Diagnostics) -> Option<Color> {
    let typed = text(field, faults)?;
    let span = field.span().unwrap_or_default();
    let Some(color) = typed.strip_prefix('#').and_then(six_digits) else {
        let fault = Diagnostic::new(
            ConfigFault::ColorForm,
            "une couleur s’écrit # puis six chiffres ou lettres de a à f",
        )
        .at(span, "");
        faults.push(fault.help("par exemple \"#0b5378\""));
        return None;
    };
    if contrast(color, SHADE) < LEAST_CONTRAST {
        faults.push(too_pale(color, span));
        return None;
    }
    Some(color)
}

fn too_pale(color: Color, span: Span) -> Diagnostic {
    let darker = until_readable(color, Color::default(), SHADE, LEAST_CONTRAST);
    let darker = darker.hexadecimal();
    Diagnostic::new(
        ConfigFault::PaleColor,
        "cette couleur est trop pâle pour être lue sur un fond clair",
    )
    .at(span.clone(), "")
    .help(format!("la même, plus foncée : \"{darker}\""))
    .proposal(span, format!("\"{darker}\""))
}

/// The first mixture of a colour with another that has that contrast with the ground.
pub(crate) fn until_readable(color: Color, towards: Color, ground: Color, least: f64) -> Color {
    let mix = |from: u8, to: u8, percent: u16| {
        let mixed = u16::from(from) * (100 - percent) + u16::from(to) * percent;
        u8::try_from(mixed / 100).unwrap_or(to)
    };
    let mixture = |percent| Color {
        red: mix(color.red, towards.red, percent),
        green: mix(color.green, towards.green, percent),
        blue: mix(color.blue, towards.blue, percent),
    };
    (0..=100)
        .map(mixture)
        .find(|mixed| contrast(*mixed, ground) >= least)
        .unwrap_or(towards)
}

#[cfg(test)]
mod tests {
    use super::{LEAST_CONTRAST, SHADE, contrast, until_readable};
    use crate::print::units::Color;

    #[test]
    fn a_colour_is_changed_no_more_than_needed() {
        let yellow = Color {
            red: 255,
            green: 204,
            blue: 0,
        };
        let darker = until_readable(yellow, Color::default(), SHADE, LEAST_CONTRAST);
        assert_eq!(darker.hexadecimal(), "#846a00");
        assert!(contrast(darker, SHADE) >= LEAST_CONTRAST);
        let readable = Color {
            red: 11,
            green: 83,
            blue: 120,
        };
        assert_eq!(
            until_readable(readable, Color::default(), SHADE, LEAST_CONTRAST),
            readable
        );
    }
}
