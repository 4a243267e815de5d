//! Phrases that a person typed and a sentence of the program needs: whether they break it, and the remedy.
//!
//! Each judgment is `None` for a phrase that fits, else what to type instead. A remedy is a proposal for a reader, who knows
//! the place; the program itself prints none of them, but for the contractions that grammar leaves no choice in.

mod adoption;
mod bodies;
mod houses;
mod left_open;
mod named_places;
mod nouns;
mod places;

pub use adoption::adoption_remedy;
pub(super) use bodies::{begins_with_de, contracted};
pub use bodies::{body_lacks_article, body_phrase_remedy};
pub use houses::gender_of_organisation;
pub use left_open::{says_no_changes, undecided};
pub(super) use named_places::bare_place;
pub use named_places::place_name;
pub(super) use places::{is_place_phrase, starts_with_preposition, without_a};
pub use places::{place_lacks_preposition, place_remedy, town_remedy};

use super::folding::fold;
use super::formulas::{subject, tidy, without_lead, without_lead_behind_name};

/// Somebody typed with words that the sentence brings: `par ONU Femmes` gives `ONU Femmes`, `Présidence : Awa Sow` and
/// `Awa Sow a présidé la réunion` give `Awa Sow`.
///
/// None where marks alone are too many.
#[must_use]
pub fn lead_remedy(typed: &str) -> Option<String> {
    let bare = without_lead(typed);
    shorter(subject(&bare).unwrap_or(bare), typed)
}

/// The same of a function or an organisation behind a name: `présidée par la maire` gives `la maire`.
#[must_use]
pub fn lead_remedy_behind_name(typed: &str) -> Option<String> {
    shorter(without_lead_behind_name(typed), typed)
}

/// What is left, if words went and some stay.
fn shorter(bare: String, typed: &str) -> Option<String> {
    let letters = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).count();
    (!bare.is_empty() && letters(&bare) < letters(&tidy(typed))).then_some(bare)
}

/// Whether a role leads straight to a name: `Rédigé par`. One that does not (`Secrétariat`) asks for a colon.
#[must_use]
pub fn role_ends_open(role: &str) -> bool {
    let last = role
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    ["par", "de", "du", "a", "au", "pour", "avec"].contains(&fold(last).as_str())
        && last.ends_with(char::is_alphabetic)
}

/// Whether a word is the noun of a place, such as *mairie*, with or without its capital.
pub(super) fn is_place_noun(word: &str) -> bool {
    nouns::place_kind(word).is_some()
}

/// A remedy cleaned, unless it comes back to what was typed.
fn proposed(remedy: Option<String>, typed: &str) -> Option<String> {
    remedy
        .map(|remedy| tidy(&remedy))
        .filter(|remedy| remedy != typed)
}

/// The first word and the rest, without the space between.
fn first_word(text: &str) -> (&str, &str) {
    match text.find(char::is_whitespace) {
        Some(end) => (&text[..end], text[end..].trim_start()),
        None => (text, ""),
    }
}

/// Whether a word begins with a sound before which articles elide.
fn elides(word: &str) -> bool {
    let first = fold(word);
    first.starts_with(['a', 'e', 'i', 'o', 'u'])
        || ["hotel", "hopital", "humanitaire"].contains(&first.as_str())
}

/// The word with a small first letter, unless it is an acronym or a name in capitals.
fn lowered(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    if letters.as_str().chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}
