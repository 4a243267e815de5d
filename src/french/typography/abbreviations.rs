//! Abbreviations bound to what they announce (NUM-R4).

use super::draft::Edits;
use super::signs::{after, is_not_small, places, spaces_after, word_after, word_before};

/// Titles of persons. Where one begins another, what follows tells which is meant.
const TITLES: [&str; 14] = [
    "M.", "MM.", "Mr", "Mr.", "Mme", "Mme.", "Mmes", "Mlle", "Mlle.", "Mlles", "Dr", "Dr.", "Pr",
    "Pr.",
];

/// Titles before a name alone (SUP-R3).
const RANKS: [&str; 8] = ["Me", "Mgr", "Col.", "Gal", "Gal.", "Gén.", "Cdt", "Cne"];

/// What announces the number of a page.
const PAGES: [&str; 2] = ["p.", "pp."];

/// What announces the number or the letter of a part of a text (SUP-R3).
const PARTS: [&str; 13] = [
    "art.", "Art.", "al.", "Al.", "chap.", "Chap.", "fig.", "Fig.", "ann.", "Ann.", "vol.", "Vol.",
    "§",
];

/// NUM-R4: `n° 5`, `p. 5`, `al. 2`, `M. Diallo`, `Me Traoré`, `Mme la Préfète` take a no-break space.
pub(super) fn abbreviations(text: &str, edits: &mut Edits) {
    for (start, first) in places(text, begins_abbreviation) {
        let touched = start
            .checked_sub(1)
            .and_then(|last| text.as_bytes().get(last));
        // Most letters stand in a word: this is settled without a look at characters.
        if touched.is_some_and(u8::is_ascii_alphanumeric) || word_before(text, start) {
            continue;
        }
        match first {
            b'n' | b'N' => number(text, start, edits),
            b'p' => bind(text, start, &PAGES, announces_number, edits),
            b'M' | b'D' | b'P' => {
                bind(text, start, &TITLES, announces_person, edits);
                bind(text, start, &RANKS, announces_name, edits);
            }
            _ => {
                bind(text, start, &PARTS, announces_part, edits);
                bind(text, start, &RANKS, announces_name, edits);
            }
        }
    }
}

/// Whether an abbreviation may begin with a byte.
fn begins_abbreviation(byte: u8) -> bool {
    matches!(
        byte,
        b'M' | b'D'
            | b'P'
            | b'G'
            | b'p'
            | b'n'
            | b'N'
            | b'a'
            | b'A'
            | b'c'
            | b'C'
            | b'f'
            | b'F'
            | b'v'
            | b'V'
            | FIRST_OF_SECTION
    )
}

/// The first byte of `§`.
const FIRST_OF_SECTION: u8 = 0xC2;
/// `n°`, which needs no typed space to have one.
fn number(text: &str, start: usize, edits: &mut Edits) {
    let end = start + "n°".len();
    if !text[start + 1..].starts_with('°') {
        return;
    }
    let next = spaces_after(text, end);
    if after(text, next).is_some_and(|sign| sign.is_ascii_digit() || sign.is_uppercase()) {
        edits.bind_to_previous(end..next, "\u{a0}");
    }
}

/// Binds the abbreviation that begins at `start`, if it is one and announces something.
fn bind(
    text: &str,
    start: usize,
    abbreviations: &[&str],
    announces: fn(&str, usize) -> bool,
    edits: &mut Edits,
) {
    let typed = &text.as_bytes()[start..];
    let begins = |one: &&&str| typed.starts_with(one.as_bytes());
    for abbreviation in abbreviations.iter().filter(begins) {
        let end = start + abbreviation.len();
        let next = spaces_after(text, end);
        if next > end && announces(text, next) {
            edits.replace(end..next, "\u{a0}");
            return;
        }
    }
}

fn announces_part(text: &str, at: usize) -> bool {
    announces_number(text, at) || announces_name(text, at)
}

fn announces_name(text: &str, at: usize) -> bool {
    text[at..].starts_with(is_not_small)
}

fn announces_number(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// A name, or the title of a person: `le Ministre`, `l’Ambassadeur`.
fn announces_person(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let article = ["le", "la"]
        .iter()
        .any(|article| rest.starts_with(article) && !word_after(text, at + article.len()));
    article || rest.starts_with("l’") || rest.starts_with(is_not_small)
}
