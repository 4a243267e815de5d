//! What is done to the text before the Markdown parser sees it.
//!
//! Two constructs make characters vanish and cannot be turned off in the parser: definitions of references
//! (`[Note]:` and an address) and entities (`&eacute;`). A mark, a character that the text does not hold, is put inside
//! them so that they are no longer what they were, and is removed from all that comes out.

use std::ops::RangeInclusive;

/// Private-use characters: to the parser they are neither space nor punctuation, so no emphasis changes.
const CANDIDATES: [RangeInclusive<u32>; 3] =
    [0xE000..=0xF8FF, 0xF0000..=0xFFFFD, 0x100000..=0x10FFFD];

/// A text that the Markdown parser can read without losing anything.
pub(super) struct Prepared {
    /// The text, its line ends as `\n`, with marks.
    pub(super) text: String,
    /// The mark.
    pub(super) mark: char,
}

/// How far apart the tab stops are in Markdown.
const TAB_WIDTH: usize = 4;

/// Line ends become `\n`. Form feeds and vertical tabs, which the parser takes for spaces, and tabs become spaces: one,
/// or up to the next tab stop before and between the markers at the start of a line, as Markdown prescribes. There
/// the parser counts columns where it should count bytes; without tabs the two agree.
pub(super) fn unify_white_space(text: &str) -> String {
    let mut unified = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut line_start = 0;
    let mut among_markers = true;
    while let Some(character) = characters.next() {
        match character {
            '\r' | '\n' => {
                if character == '\r' {
                    characters.next_if_eq(&'\n');
                }
                unified.push('\n');
                line_start = unified.len();
                among_markers = true;
            }
            '\t' if among_markers => {
                let width = TAB_WIDTH - (unified.len() - line_start) % TAB_WIDTH;
                unified.extend(std::iter::repeat_n(' ', width));
            }
            '\t' | '\u{b}' | '\u{c}' => unified.push(' '),
            other => {
                let marker = matches!(other, ' ' | '>' | '-' | '+' | '*' | '.' | ')' | '0'..='9');
                among_markers &= marker;
                unified.push(other);
            }
        }
    }
    unified
}

/// Puts the marks into a text that went through [`unify_white_space`]. `None` if the text holds every candidate.
pub(super) fn prepare(text: &str) -> Option<Prepared> {
    let mark = absent_character(text)?;
    let mut marked = String::with_capacity(text.len() + text.len() / 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        marked.push(character);
        let next = characters.peek().copied().unwrap_or(' ');
        let before_entity = character == '&' && (next == '#' || next.is_ascii_alphanumeric());
        let in_definition = character == ']' && next == ':';
        if before_entity || in_definition {
            marked.push(mark);
        }
    }
    Some(Prepared { text: marked, mark })
}

fn absent_character(text: &str) -> Option<char> {
    let mut present: Vec<u32> = text
        .chars()
        .map(u32::from)
        .filter(|code| *code >= 0xE000)
        .collect();
    present.sort_unstable();
    CANDIDATES
        .into_iter()
        .flatten()
        .find(|code| present.binary_search(code).is_err())
        .and_then(char::from_u32)
}
