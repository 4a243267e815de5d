//! The numbers and letters of the items that are left when others are left out: no number is skipped.

use std::ops::Range;

use super::lines::Beginning;

/// How many items were left out of the numbered lists that are open, by how far these are set in.
#[derive(Default)]
pub(super) struct Ranks(Vec<(usize, u32)>);

impl Ranks {
    /// Lists end where something stands that is set in less, or where a paragraph follows them.
    pub(super) fn leave(&mut self, begins: &Beginning, is_after_empty: bool) {
        let is_over = |indent: usize| {
            begins.indent < indent || (is_after_empty && !begins.is_item && begins.indent <= indent)
        };
        while self.0.pop_if(|(indent, _)| is_over(*indent)).is_some() {}
    }

    /// An item that is left out.
    pub(super) fn skip(&mut self, line: &str, begins: &Beginning) {
        if !begins.is_item || rank(line.trim_start()).is_none() {
            return;
        }
        match self.0.last_mut() {
            Some((indent, skipped)) if *indent == begins.indent => *skipped += 1,
            _ => self.0.push((begins.indent, 1)),
        }
    }

    /// The beginning of a line with the number or letter that it has now.
    pub(super) fn renumbered(&self, head: &str, begins: &Beginning) -> String {
        let indent = head.len() - head.trim_start().len();
        let renumbered = || {
            let (_, skipped) = self.0.last().filter(|(at, _)| *at == begins.indent)?;
            let (place, rank) = rank(&head[indent..])?;
            let rank = rank.checked_sub(*skipped).filter(|rank| *rank > 0)?;
            let rank = match place.start {
                0 => rank.to_string(),
                _ => char::from_u32(u32::from('a') + rank - 1)?.to_string(),
            };
            let (before, after) = (&head[..indent + place.start], &head[indent + place.end..]);
            Some(format!("{before}{rank}{after}"))
        };
        let is_item = begins.is_item;
        is_item
            .then(renumbered)
            .flatten()
            .unwrap_or_else(|| head.to_owned())
    }
}

/// The number or letter of an item, `12.` or `- b)`: its place and its rank. Four digits are a year.
fn rank(text: &str) -> Option<(Range<usize>, u32)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let ends = |place: &Range<usize>| text[place.end..].starts_with(['.', ')']);
    let number = 0..digits;
    if (1..=3).contains(&digits) && ends(&number) {
        return Some((number, text[..digits].parse().ok()?));
    }
    let letter = text.strip_prefix(['-', '+', '*'])?.strip_prefix(' ')?;
    let letter = letter.chars().next()?;
    let place = BEFORE_LETTER..BEFORE_LETTER + letter.len_utf8();
    (letter.is_ascii_lowercase() && ends(&place))
        .then(|| (place, u32::from(letter) - u32::from('a') + 1))
}

/// A sign and a space stand before the letter of an item, once its list is in Markdown.
const BEFORE_LETTER: usize = "- ".len();
