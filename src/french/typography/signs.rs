//! The words in which the rules speak: space, letter, opening mark, closing mark; and a look left or right of a place.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// What stands for a protected span while the rules work: a code point that no text may exchange, worth one letter.
pub(super) const SPAN: char = '\u{fdd0}';

/// Any Unicode white space, no-break ones included.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace()
}

/// A white space that ends a line.
pub(super) fn is_line_end(sign: char) -> bool {
    matches!(
        sign,
        '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// A letter of any script, its combining marks included; a protected span counts as one. The apostrophe of U+02BC, which
/// Unicode counts as a letter, is none: the pass may put `’` in its place (SUP-R6), and must then find the same words.
pub(super) fn is_letter(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_alphabetic();
    }
    sign.is_alphabetic() && sign != '\u{2bc}' || sign == SPAN || is_combining_mark(sign)
}

/// A letter or a digit: what a rule calls touching.
pub(super) fn is_word(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_alphanumeric();
    }
    is_letter(sign) || sign.is_numeric()
}

/// A capital, or a letter of a script without capitals. A protected span is neither.
pub(super) fn is_not_small(sign: char) -> bool {
    sign.is_alphabetic() && !sign.is_lowercase()
}

pub(super) fn is_opening(sign: char) -> bool {
    matches!(sign, '(' | '[' | '«' | '“')
}

/// A straight quotation mark closes too: none is left but those that the pass could not match.
pub(super) fn is_closing(sign: char) -> bool {
    matches!(sign, ')' | ']' | '»' | '”' | '"')
}

pub(super) fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’')
}

/// The ASCII signs of a kind, with their places: bytes are searched faster than characters.
pub(super) fn places(text: &str, wanted: impl Fn(u8) -> bool) -> impl Iterator<Item = (usize, u8)> {
    let bytes = text.bytes().enumerate();
    bytes.filter(move |(_, byte)| wanted(*byte))
}

/// The character that ends at `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that begins at `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether a letter or a digit ends at `at`.
pub(super) fn word_before(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(is_word)
}

/// Whether a letter or a digit begins at `at`.
pub(super) fn word_after(text: &str, at: usize) -> bool {
    after(text, at).is_some_and(is_word)
}

/// Where the spaces that end at `at` begin.
pub(super) fn spaces_before(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(is_space).len()
}

/// Where the spaces that begin at `at` end.
pub(super) fn spaces_after(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_space).len()
}

/// The next run of ASCII digits from `from` on.
pub(super) fn next_number(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes().get(from..)?;
    let start = from + bytes.iter().position(u8::is_ascii_digit)?;
    Some(start..number_end(text, start))
}

/// Where the run of ASCII digits that begins at `at` ends.
pub(super) fn number_end(text: &str, at: usize) -> usize {
    let digits = text.as_bytes()[at..].iter();
    at + digits.take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether an ASCII digit ends at `at`.
pub(super) fn digit_before(text: &str, at: usize) -> bool {
    text[..at].ends_with(|sign: char| sign.is_ascii_digit())
}
