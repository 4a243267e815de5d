//! Characters of a text in disguise while the Markdown parser reads it, so that it sees nothing special in them.

use std::borrow::Cow;
use std::ops::RangeInclusive;

/// The signs that can be disguised.
const SIGNS: [char; 8] = ['*', '\\', '+', '.', ')', '_', '>', '`'];
/// A mark, and a stand-in for each sign.
const LENGTH: u32 = 1 + SIGNS.len() as u32;

/// Private-use characters: to the parser they are neither space nor punctuation.
const CANDIDATES: [RangeInclusive<u32>; 3] =
    [0xE000..=0xF8FF, 0xF0000..=0xFFFFD, 0x100000..=0x10FFFD];
/// No candidate begins, in UTF-8, with a byte below this one; few other characters begin with it or one above.
const FIRST_LEAD: u8 = 0xEE;

/// A row of characters that a text does not hold: the first is a mark, which stands for nothing; the others stand for signs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Disguise {
    first: u32,
}

impl Disguise {
    /// The disguise for a text, or `None` if the text leaves no such row free.
    pub(super) fn for_text(text: &str) -> Option<Self> {
        let mut present: Vec<u32> = Vec::new();
        if text.bytes().any(|byte| byte >= FIRST_LEAD) {
            let codes = text.chars().map(u32::from);
            present.extend(codes.filter(|code| *code >= 0xE000));
            present.sort_unstable();
        }
        let is_free = |first: u32| {
            let next = present.partition_point(|code| *code < first);
            present.get(next).is_none_or(|code| *code >= first + LENGTH)
        };
        CANDIDATES
            .into_iter()
            .flat_map(|range| {
                range
                    .step_by(LENGTH as usize)
                    .map(move |first| (first, range_end(first)))
            })
            .find(|(first, end)| first + LENGTH <= end + 1 && is_free(*first))
            .map(|(first, _)| Self { first })
    }

    /// The mark. Put inside a construct, it breaks it; at the start of a line, with a space, it makes the line a
    /// paragraph.
    pub(super) fn mark(self) -> char {
        char::from_u32(self.first).unwrap_or_default()
    }

    /// What stands for a sign; the sign itself if it has no stand-in.
    pub(super) fn of(self, sign: char) -> char {
        (1..)
            .zip(SIGNS)
            .find(|(_, known)| *known == sign)
            .and_then(|(index, _)| char::from_u32(self.first + index))
            .unwrap_or(sign)
    }

    /// The text without marks, nor the space that follows one, and with the signs themselves.
    pub(super) fn taken_off(self, text: &str) -> Cow<'_, str> {
        let row = self.first..self.first + LENGTH;
        if !text.bytes().any(|byte| byte >= FIRST_LEAD)
            || !text.chars().any(|one| row.contains(&u32::from(one)))
        {
            return Cow::Borrowed(text);
        }
        let mut plain = String::with_capacity(text.len());
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            match u32::from(character).checked_sub(self.first) {
                Some(0) => {
                    characters.next_if_eq(&' ');
                }
                Some(index) if index < LENGTH => {
                    plain.extend(SIGNS.get(index as usize - 1));
                }
                _ => plain.push(character),
            }
        }
        Cow::Owned(plain)
    }
}

/// The end of the candidates around a character.
fn range_end(first: u32) -> u32 {
    CANDIDATES
        .into_iter()
        .find(|range| range.contains(&first))
        .map_or(first, |range| *range.end())
}
