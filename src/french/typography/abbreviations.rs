//! Abbreviations bound to what they announce (NUM-R4).

use super::draft::Edits;
use super::signs::{after, is_not_small, places, spaces_after, word_after, word_before};

/// Titles of persons. Where one begins another, what follows tells which is meant.
const TITLES: [&str; 8] = ["M.", "MM.", "Mr", "Mme", "Mmes", "Mlle", "Dr", "Pr"];

/// What announces the number of a page or of an article.
const REFERENCES: [&str; 3] = ["p.", "pp.", "art."];

/// NUM-R4: `n° 5`, `p. 5`, `M. Diallo`, `Mme la Préfète` take a no-break space.
pub(super) fn abbreviations(text: &str, edits: &mut Edits) {
    let is_first = |byte| matches!(byte, b'M' | b'D' | b'P' | b'p' | b'a' | b'n' | b'N');
    for (start, first) in places(text, is_first) {
        let touched = start
            .checked_sub(1)
            .and_then(|last| text.as_bytes().get(last));
        // Most letters stand in a word: this is settled without a look at characters.
        if touched.is_some_and(u8::is_ascii_alphanumeric) || word_before(text, start) {
            continue;
        }
        match first {
            b'n' | b'N' => number(text, start, edits),
            b'p' | b'a' => bind(text, start, &REFERENCES, announces_number, edits),
            _ => bind(text, start, &TITLES, announces_person, edits),
        }
    }
}

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
    for abbreviation in abbreviations {
        if !text[start..].starts_with(abbreviation) {
            continue;
        }
        let end = start + abbreviation.len();
        let next = spaces_after(text, end);
        if next > end && announces(text, next) {
            edits.replace(end..next, "\u{a0}");
            return;
        }
    }
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
