//! A text → its words as they are sought: in small letters, without accents, *œ* as *oe*.
//!
//! `recherche.js` cuts and folds in the same way; `tests/search/words.json` holds both to it.

use std::borrow::Cow;

use crate::french::folding::{fold, is_invisible, is_mark};

/// Words that stand in nearly every sentence and that nobody seeks.
const COMMON: [&str; 16] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "un", "une",
];

/// What stands before an apostrophe and is no word of its own.
const ELIDED: [&str; 13] = [
    "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is written.
    pub spelling: Cow<'a, str>,
    /// As it is sought.
    pub form: String,
}

/// The words that are not in the index, and what is dropped before an apostrophe.
#[must_use]
pub const fn common_words() -> (&'static [&'static str], &'static [&'static str]) {
    (&COMMON, &ELIDED)
}

/// A run of letters and digits, by where it stands.
#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

/// The words of a text in their order, but for those that nobody seeks.
#[must_use]
pub fn words(text: &str) -> Vec<Word<'_>> {
    let pieces = with_thousands_joined(text, pieces(text));
    let mut words = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let form = fold(piece.text);
        if let Some(next) = pieces.get(index + 1)
            && is_apostrophe(&text[piece.end..next.start])
            && ELIDED.contains(&form.as_str())
        {
            // *N’Diaye* is sought as *ndiaye* as well as *diaye*.
            if begins_with_capital(piece.text) && begins_with_capital(next.text) {
                words.push(Word {
                    spelling: format!("{}{}", piece.text, next.text).into(),
                    form: form + &fold(next.text),
                });
            }
        } else if !form.is_empty() && !COMMON.contains(&form.as_str()) {
            words.push(Word {
                spelling: piece.text.into(),
                form,
            });
        }
    }
    words
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_a_word(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                pieces.push(Piece {
                    text: &text[from..at],
                    start: from,
                    end: at,
                });
                start = None;
            }
            _ => {}
        }
    }
    pieces
}

/// *1 000* with the space that is printed in a number is one word, `1000`.
fn with_thousands_joined<'a>(text: &'a str, pieces: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    let mut joined: Vec<Piece<'a>> = Vec::new();
    // Whether three more digits may follow the last one.
    let mut is_open = false;
    for piece in pieces {
        let digits = piece.text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(last) = joined.last_mut()
            && is_open
            && digits
            && piece.text.len() == 3
            && matches!(&text[last.end..piece.start], "\u{a0}" | "\u{202f}")
        {
            last.end = piece.end;
            last.text = &text[last.start..last.end];
        } else {
            is_open = digits && piece.text.len() <= 3;
            joined.push(piece);
        }
    }
    joined
}

fn is_of_a_word(letter: char) -> bool {
    let is_apostrophe = letter == '\u{2bc}';
    (letter.is_alphanumeric() || is_mark(letter) || is_invisible(letter)) && !is_apostrophe
}

fn is_apostrophe(between: &str) -> bool {
    matches!(between, "'" | "’" | "\u{2bc}")
}

fn begins_with_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}
