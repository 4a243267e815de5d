//! A text → its words as they are sought: in small letters, without accents, *œ* as *oe*.
//!
//! What a reader may type in more than one way is one word in all of them: *N’Diaye* and `NDiaye`, *9 h 30*, *9h30* and *9:30*, *2e* and
//! *2ème*, *12 500* and *12500*, *500 km* and *500km*.
//!
//! `recherche.js` cuts and folds in the same way; `tests/search/words.json` holds both to it.

mod numbers;

use std::borrow::Cow;

use crate::french::folding::{fold, is_invisible, is_mark};

/// Words that stand in nearly every sentence and that nobody seeks.
const COMMON: [&str; 16] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "un", "une",
];

/// What stands before an apostrophe and is no word of its own, as no single letter is.
const ELIDED: [&str; 5] = ["jusqu", "lorsqu", "puisqu", "qu", "quoiqu"];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is written.
    pub spelling: Cow<'a, str>,
    /// As it is sought.
    pub form: String,
}

impl<'a> Word<'a> {
    fn new(spelling: impl Into<Cow<'a, str>>) -> Self {
        let spelling = spelling.into();
        let form = fold(&spelling);
        Self { spelling, form }
    }

    /// A word that is said in another way than it is written: it has no ending.
    fn said(form: String) -> Self {
        Self {
            spelling: form.clone().into(),
            form,
        }
    }
}

/// The words that are not in the index, and what is dropped before an apostrophe beside single letters.
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
    let mut rest = pieces.as_slice();
    while let Some((piece, after)) = rest.split_first() {
        rest = after;
        if let Some((form, length)) = numbers::hour(text, piece, after) {
            words.push(Word::said(form));
            rest = &after[length..];
        } else if let Some(form) = numbers::ordinal(piece.text) {
            words.push(Word::said(form));
        } else if let Some(next) = after.first()
            && is_apostrophe(&text[piece.end..next.start])
            && is_elided(piece.text)
        {
            if begins_with_capital(next.text) {
                words.push(without_apostrophe(piece.text, next.text));
            }
        } else {
            let (word, length) = joined_by_apostrophes(text, piece, after);
            rest = &after[length..];
            push(word, &mut words);
        }
    }
    words
}

/// The word that was cut out, and the name in it that follows a letter: `NDiaye` is *N’Diaye*.
fn push<'a>(word: Cow<'a, str>, words: &mut Vec<Word<'a>>) {
    let name = match &word {
        Cow::Borrowed(word) => name_after_a_letter(word),
        Cow::Owned(_) => None,
    };
    let found = [Some(Word::new(word)), name.map(Word::new)];
    let is_sought = |word: &Word<'_>| !word.form.is_empty() && !COMMON.contains(&&*word.form);
    words.extend(found.into_iter().flatten().filter(is_sought));
}

/// *d’Ivoire* is sought as *divoire* as well as *ivoire*.
fn without_apostrophe(elided: &str, name: &str) -> Word<'static> {
    Word::new(format!("{elided}{name}"))
}

/// *aujourd’hui* is one word: the word that begins with this piece, and how many of the next ones belong to it.
fn joined_by_apostrophes<'a>(
    text: &'a str,
    first: &Piece<'a>,
    after: &[Piece<'a>],
) -> (Cow<'a, str>, usize) {
    let mut word = Cow::Borrowed(first.text);
    let mut last = first;
    for (length, next) in after.iter().enumerate() {
        let meet = last.text.ends_with(is_letter) && next.text.starts_with(is_letter);
        if !(meet && is_apostrophe(&text[last.end..next.start])) {
            return (word, length);
        }
        word.to_mut().push_str(next.text);
        last = next;
    }
    (word, after.len())
}

/// *Diaye* in `NDiaye`, typed without its apostrophe: a letter, a capital and two small ones at least.
fn name_after_a_letter(word: &str) -> Option<&str> {
    let mut letters = word.chars();
    letters.next().filter(|letter| is_letter(*letter))?;
    let name = letters.as_str();
    let is_name = letters.next()?.is_uppercase()
        && letters
            .take(2)
            .filter(|letter| letter.is_lowercase())
            .count()
            == 2;
    is_name.then_some(name)
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = None;
    let mut push = |from: usize, to: usize| {
        let piece = |start, end| Piece {
            text: &text[start..end],
            start,
            end,
        };
        // *500km* is *500 km*.
        let unit = from + numbers::before_unit(&text[from..to]);
        pieces.extend((unit > from).then(|| piece(from, unit)));
        pieces.push(piece(unit, to));
    };
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_a_word(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                push(from, at);
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
            && is_printed_space(&text[last.end..piece.start])
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

/// The space that print puts within a number, an hour, before a unit.
fn is_printed_space(between: &str) -> bool {
    matches!(between, "\u{a0}" | "\u{202f}")
}

fn is_of_a_word(letter: char) -> bool {
    let is_apostrophe = letter == '\u{2bc}';
    (letter.is_alphanumeric() || is_mark(letter) || is_invisible(letter)) && !is_apostrophe
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || is_mark(letter) || is_invisible(letter)
}

fn is_apostrophe(between: &str) -> bool {
    matches!(between, "'" | "’" | "\u{2bc}")
}

fn is_elided(piece: &str) -> bool {
    let form = fold(piece);
    let mut letters = form.chars();
    let is_one_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    is_one_letter || ELIDED.contains(&form.as_str())
}

fn begins_with_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}
