//! Where a meeting was held, as a phrase that a sentence sets off.

use super::person::gender_of_title;
use super::{Setting, tidy};
use crate::french::NB;
use crate::french::folding::fold;
use crate::french::phrases::{
    bare_place, is_place_noun, is_place_phrase, starts_with_preposition, undecided,
};

/// What a setting adds to the opening sentence.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Behind *s’est tenue*, between commas: `dans le bureau du PNUD`.
    pub(super) inside: Option<String>,
    /// At the end, in brackets: a place without its preposition, or that one is to come: `lieu à préciser`.
    pub(super) behind: Option<String>,
}

impl Placed {
    /// What stands in brackets: `lieu : Bureau du PNUD`, `lieu à préciser`.
    pub(super) fn in_brackets(&self) -> Option<String> {
        let behind = self.behind.as_deref()?;
        let open = undecided(behind, "lieu");
        Some(open.unwrap_or_else(|| format!("lieu{NB}: {behind}")))
    }
}

pub(super) fn placed(setting: Setting<'_>, tool: Option<&str>) -> Placed {
    let place = match setting {
        Setting::Room(place) | Setting::Hybrid(place) => {
            place.map(tidy).filter(|place| !place.is_empty())
        }
        Setting::Online => None,
    };
    let open = place.as_deref().and_then(|place| undecided(place, "lieu"));
    let (within, behind) = match place {
        _ if open.is_some() => (None, open),
        Some(place) if is_place_phrase(&place) => (Some(set_off(&place)), None),
        place => (None, place),
    };
    let inside = match (setting, within) {
        (Setting::Room(_), within) => within,
        (Setting::Online, _) => Some(online(tool)),
        (Setting::Hybrid(_), None) => Some(both(&online(tool), "en salle")),
        (Setting::Hybrid(_), Some(place)) => Some(with_online(&place, &online(tool))),
    };
    Placed { inside, behind }
}

/// A phrase with its preposition, in small letters as the middle of a sentence asks; what follows a comma without a
/// preposition stands in brackets: `dans la salle de l’UNICEF (Gao)`. An enumeration stays one: `à Gao, Mopti et Ségou`, and what may
/// be one stays as it is.
pub(super) fn set_off(place: &str) -> String {
    let place = with_small_preposition(place);
    match behind_house_number(&place) {
        Some((first, rest))
            if !place.contains(['(', ')']) && is_apart(rest) && !may_be_enumerated(first, rest) =>
        {
            format!("{first} ({rest})")
        }
        _ => place,
    }
}

/// Whether several places may be meant, one beside the other, though no *et* says so: `à Gao, Mopti, Ségou`. Who reads cannot know
/// it of `à Niamana, Bamako` either: the words then stay as they are. What has a preposition of its own goes on with the places, or
/// stands beside them: `à Kidal, Ménaka, en ligne`.
fn may_be_enumerated(first: &str, rest: &str) -> bool {
    let name = bare_place(first);
    let bare = || {
        rest.split(", ")
            .filter(|part| !starts_with_preposition(part))
    };
    let are_names = bare().all(is_proper_name);
    let are_acronyms = |one: bool| bare().all(|part| is_acronym(part) == one);
    let is_like_them = is_proper_name(&name) && are_acronyms(is_acronym(&name));
    let are_several = ["dans les ", "aux ", "sur les "]
        .iter()
        .any(|lead| first.starts_with(lead))
        && rest.contains(", ");
    are_names && (is_like_them || are_several)
}

/// `Gao`, `Le Caire`, `PNUD`; neither `Hôtel Azalaï` nor `quartier ACI 2000`.
fn is_proper_name(text: &str) -> bool {
    let noun = text.split([' ', '’', '\'']).next().unwrap_or_default();
    text.starts_with(char::is_uppercase) && !is_place_noun(noun)
}

fn is_acronym(text: &str) -> bool {
    let letters = || text.chars().filter(|sign| sign.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// The two sides of the first comma that does not part a house number from its street: `au 12, rue de la Paix`, `Bamako`.
fn behind_house_number(place: &str) -> Option<(&str, &str)> {
    let (first, rest) = place.split_once(", ")?;
    if !ends_with_house_number(first) {
        return Some((first, rest));
    }
    let (street, _) = rest.split_once(", ")?;
    let end = first.len() + ", ".len() + street.len();
    Some((&place[..end], &place[end + ", ".len()..]))
}

/// `au 12`, `au 3 bis`.
fn ends_with_house_number(text: &str) -> bool {
    const REPEATED: [&str; 3] = ["bis", "ter", "quater"];
    let mut words = text.split_whitespace().rev().peekable();
    words.next_if(|word| REPEATED.contains(word));
    let number = words.next().unwrap_or_default();
    let starts_with_digit = number.starts_with(|sign: char| sign.is_ascii_digit());
    starts_with_digit
        && words
            .next()
            .is_none_or(|word| ["au", "aux", "et", "n°"].contains(&word))
}

/// Whether what follows a comma says anew where the place is; it does not where it goes on with what stands before, as the
/// last parts of an enumeration do: `de l’Action sociale et de la Famille`, `Mopti et Ségou`, `M. Ba`.
fn is_apart(rest: &str) -> bool {
    const JOINING: [&str; 10] = [
        "de", "du", "des", "et", "ou", "puis", "ainsi", "ni", "le", "la",
    ];
    let goes_on = |part: &str| {
        let word = part.split([' ', '’', '\'']).next().unwrap_or_default();
        JOINING.contains(&word) || ["d", "l"].contains(&word) || gender_of_title(part).is_some()
    };
    let mut parts = rest.split(", ");
    let is_enumerated = rest.contains(" et ") || rest.contains(" ou ");
    !is_enumerated && !rest.split(", ").any(goes_on) && !parts.all(starts_with_preposition)
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

/// The same where the first is a place: `au siège et en ligne`. A comma closes an enumeration, `à Gao et Mopti, et en ligne`, and what tells
/// anew where the place is, `à l’hôtel Azalaï, à Bamako, et en ligne`; names alone go on: `à Gao, Mopti et en ligne`.
#[must_use]
pub fn with_online(place: &str, online: &str) -> String {
    let bare = without_brackets(place);
    let stands_apart =
        || behind_house_number(&bare).is_some_and(|(first, rest)| !goes_on_with_names(first, rest));
    let comma = match bare.contains(" et ") || stands_apart() {
        true => ",",
        false => "",
    };
    format!("{place}{comma} et {online}")
}

/// Whether what follows the first place are others beside it: `à Gao, à Mopti`, `à Gao, Mopti`.
fn goes_on_with_names(first: &str, rest: &str) -> bool {
    let name = bare_place(first);
    let mut parts = rest.split(", ");
    let is_like_first = |part: &str| {
        let other = bare_place(part);
        is_proper_name(&other) && is_acronym(&other) == is_acronym(&name)
    };
    if parts.clone().all(starts_with_preposition) {
        is_proper_name(&name) && parts.all(is_like_first)
    } else {
        may_be_enumerated(first, rest)
    }
}

/// What stands in brackets parts nothing from what follows them.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for sign in text.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(sign),
            _ => {}
        }
    }
    outside
}
