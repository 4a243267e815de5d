//! A free text cut into numbers, words, spaces and marks, for [`super::typed_dates`].

use std::ops::RangeInclusive;

use unicode_normalization::char::is_combining_mark;

use super::dates::month_number;
use super::folding::fold;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits.
    Number,
    /// Letters of any script, their marks, and other digits.
    Word,
    /// White space.
    Space,
    /// One character of any other sort.
    Mark,
}

/// A piece of the text; tokens follow each other without a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl Token<'_> {
    /// The byte after the token.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the token is a number or a word.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Word)
    }

    /// The value of a number of so many digits, if it lies within the bounds.
    pub(super) fn number(
        &self,
        digits: RangeInclusive<usize>,
        bounds: RangeInclusive<i16>,
    ) -> Option<i16> {
        if self.kind != Kind::Number || !digits.contains(&self.text.len()) {
            return None;
        }
        let value = self.text.parse().ok()?;
        bounds.contains(&value).then_some(value)
    }
}

/// How many bytes a token of French has, or few less: a word and a space take turns.
const LETTERS_A_TOKEN: usize = 3;

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / LETTERS_A_TOKEN);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = kind_of(first);
        let end = match kind {
            Kind::Mark => first.len_utf8(),
            _ => rest
                .find(|letter| kind_of(letter) != kind)
                .unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(Token {
            kind,
            start: text.len() - rest.len(),
            text: token,
        });
        rest = after;
    }
    tokens
}

/// Whether the number at `at`, which follows a month and touches no letter, is an hour, a quantity or a day rather than a year.
pub(super) fn counts(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let mut next = at + 1;
    let spaced = tokens
        .get(next)
        .is_some_and(|token| token.kind == Kind::Space);
    next += usize::from(spaced);
    let Some(token) = tokens.get(next) else {
        return false;
    };
    match token.kind {
        // "17 500", but also "17:30" and "17-18", where the mark touches both.
        Kind::Number => true,
        Kind::Mark => {
            let touches_number = tokens.get(next + 1).is_some_and(|t| t.kind == Kind::Number);
            let minutes = ["'", "’", "′", "″"].contains(&token.text);
            ["%", "‰", "°", "€", "£", "$", "+", "×"].contains(&token.text)
                || !spaced && (touches_number || minutes)
        }
        Kind::Space => false,
        Kind::Word => {
            let elided = tokens
                .get(next + 1)
                .is_some_and(|t| ["'", "’"].contains(&t.text));
            let rest = &text[token.start..];
            let run = rest.split(char::is_whitespace).next().unwrap_or(rest);
            !elided && is_counted(token.text, run)
        }
    }
}

/// Whether a word after a number, with the `run` of characters up to the next space, is a unit, a month, an acronym or
/// looks like a plural: `h`, `février`, `ONG`, `participants`, `participant(e)s`.
fn is_counted(word: &str, run: &str) -> bool {
    const UNITS: [&str; 25] = [
        "h", "hr", "heure", "min", "mn", "km", "m", "cm", "mm", "ha", "kg", "g", "t", "l", "ko",
        "mo", "go", "kw", "kwh", "f", "usd", "eur", "mille", "million", "milliard",
    ];
    const SMALL_WORDS: [&str; 33] = [
        "apres", "au", "aux", "avec", "ces", "chez", "dans", "de", "depuis", "des", "du", "en",
        "et", "hors", "la", "le", "les", "leurs", "lors", "mais", "nos", "ou", "par", "pas",
        "plus", "pour", "puis", "sans", "ses", "sous", "sur", "tres", "vers",
    ];
    let folded = fold(word);
    if UNITS.contains(&folded.as_str()) || month_number(word).is_some() {
        return true;
    }
    if SMALL_WORDS.contains(&folded.as_str()) {
        return false;
    }
    let run = run.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let acronym = run.chars().nth(1).is_some() && !run.chars().any(char::is_lowercase);
    acronym || run.to_lowercase().ends_with(['s', 'x', 'z'])
}

fn kind_of(letter: char) -> Kind {
    match letter {
        'a'..='z' | 'A'..='Z' | 'à'..='ö' | 'À'..='Ö' => Kind::Word,
        '0'..='9' => Kind::Number,
        _ if letter.is_whitespace() => Kind::Space,
        _ if letter.is_ascii() => Kind::Mark,
        _ if letter.is_alphanumeric() || is_combining_mark(letter) => Kind::Word,
        _ => Kind::Mark,
    }
}
