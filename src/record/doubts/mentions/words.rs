//! The words of a text, as far as names are made of them.

use std::ops::Range;

use crate::french::folding::{fold, is_invisible, is_mark};
use crate::french::naming::{APOSTROPHES, fold_word};

/// Words that stand within names, and name nobody alone, folded.
const PARTICLES: [&str; 10] = ["d", "de", "des", "du", "l", "la", "le", "les", "el", "al"];

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// A word of a text.
pub(super) struct Word<'t> {
    typed: &'t str,
    pub(super) folded: String,
    pub(super) range: Range<usize>,
}

impl Word<'_> {
    pub(super) fn is_capital(&self) -> bool {
        let mut letters = self.typed.chars().filter(|letter| letter.is_alphanumeric());
        letters.next().is_some_and(char::is_uppercase)
    }

    /// Whether it is typed in capitals alone, as a family name may be: *COULIBALY*.
    pub(super) fn is_in_capitals(&self) -> bool {
        !self.is_letter() && self.is_capital() && !self.typed.chars().any(char::is_lowercase)
    }

    /// A capital alone: an initial.
    pub(super) fn is_letter(&self) -> bool {
        self.is_capital() && self.folded.chars().count() == 1
    }

    /// Whether it may be the name of somebody: *de* in *de Souza* is none.
    pub(super) fn is_telling(&self) -> bool {
        self.is_capital() && !self.is_letter() && !is_particle(&self.folded)
    }
}

/// The words of a text. An apostrophe parts two where the first is cut short before the second, *d’Awa*, *qu’Awa*, and none in
/// *N’Diaye*; what no eye sees parts none.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices() {
        let typed = start.map(|from: usize| &text[from..at]);
        let goes_on = match is_apostrophe(sign) {
            true => typed.is_some_and(|typed| !is_cut_short(typed)),
            false => sign.is_alphanumeric() || is_invisible(sign) || is_mark(sign),
        };
        match (typed, goes_on) {
            (None, true) => start = Some(at),
            (Some(typed), false) => {
                words.extend(word(typed, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.and_then(|from| word(&text[from..], text.len())));
    words
}

fn is_apostrophe(sign: char) -> bool {
    APOSTROPHES.contains(&sign)
}

/// Whether a word before an apostrophe is one of its own.
fn is_cut_short(word: &str) -> bool {
    // No such word is longer than *quoiqu’*.
    let folded = (word.len() < 10).then(|| fold(word));
    folded.is_some_and(|word| word == "d" || word == "l" || word.ends_with("qu"))
}

/// A word that ends there, without the apostrophe of a quotation behind it.
fn word(typed: &str, end: usize) -> Option<Word<'_>> {
    let start = end - typed.len();
    let typed = typed.trim_end_matches(is_apostrophe);
    let folded = fold_word(typed);
    (!folded.is_empty()).then(|| Word {
        typed,
        folded,
        range: start..start + typed.len(),
    })
}

/// The parts of a word that its apostrophes make: *N* and *Diaye* of *N’Diaye*.
pub(super) fn parts(word: &Word<'_>) -> Vec<String> {
    let parts = word.typed.split(APOSTROPHES).map(fold_word);
    parts.filter(|part| !part.is_empty()).collect()
}
