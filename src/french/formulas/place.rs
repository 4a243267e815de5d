//! Where a meeting was held, as a phrase that a sentence sets off.

use super::{Setting, tidy};
use crate::french::folding::fold;
use crate::french::phrases::{is_place_phrase, starts_with_preposition};

/// What a setting adds to the opening sentence.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Behind *s’est tenue*, between commas: `dans le bureau du PNUD`.
    pub(super) inside: Option<String>,
    /// At the end, in brackets: a place without its preposition.
    pub(super) behind: Option<String>,
}

pub(super) fn placed(setting: Setting<'_>, tool: Option<&str>) -> Placed {
    let place = match setting {
        Setting::Room(place) | Setting::Hybrid(place) => {
            place.map(tidy).filter(|place| !place.is_empty())
        }
        Setting::Online => None,
    };
    let (within, behind) = match place {
        Some(place) if is_place_phrase(&place) => (Some(set_off(&place)), None),
        place => (None, place),
    };
    let inside = match (setting, within) {
        (Setting::Room(_), within) => within,
        (Setting::Online, _) => Some(online(tool)),
        (Setting::Hybrid(_), None) => Some(both(&online(tool), "en salle")),
        (Setting::Hybrid(_), Some(place)) => Some(format!("{place} et {}", online(tool))),
    };
    Placed { inside, behind }
}

/// A phrase with its preposition, in small letters as the middle of a sentence asks; what follows a comma without a
/// preposition stands in brackets: `dans la salle de l’UNICEF (Gao)`.
pub(super) fn set_off(place: &str) -> String {
    let place = with_small_preposition(place);
    match place.split_once(", ") {
        Some((first, rest))
            if !place.contains(['(', ')']) && !rest.split(", ").all(starts_with_preposition) =>
        {
            format!("{first} ({rest})")
        }
        _ => place,
    }
}

/// `Dans le bureau` gives `dans le bureau`; `A Gao`, typed without its accent, `à Gao`.
fn with_small_preposition(place: &str) -> String {
    let end = place
        .find(|sign: char| !sign.is_alphabetic())
        .unwrap_or(place.len());
    let (word, rest) = place.split_at(end);
    match word {
        "A" | "a" => format!("à{rest}"),
        _ if word.chars().skip(1).any(char::is_uppercase) => place.to_owned(),
        _ => format!("{}{rest}", word.to_lowercase()),
    }
}

/// `en ligne`, `en ligne (Teams)`, `en ligne, sur Teams`, `en visioconférence`.
fn online(tool: Option<&str>) -> String {
    let tool = tool.map(tidy).unwrap_or_default();
    let folded = fold(&tool);
    match folded.as_str() {
        "" | "enligne" => "en ligne".to_owned(),
        "visio" | "visioconference" | "envisio" | "envisioconference" => {
            "en visioconférence".to_owned()
        }
        "audioconference" | "enaudioconference" => "en audioconférence".to_owned(),
        "telephone" | "partelephone" => "par téléphone".to_owned(),
        _ if starts_with_preposition(&tool) => {
            format!("en ligne, {}", with_small_preposition(&tool))
        }
        _ => format!("en ligne ({tool})"),
    }
}

/// Two phrases, the first closed by a comma if it holds one: `en ligne, sur Teams, et en salle`.
fn both(first: &str, second: &str) -> String {
    let comma = if first.contains(", ") { "," } else { "" };
    format!("{first}{comma} et {second}")
}
