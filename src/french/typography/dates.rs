//! Days and months that an author typed (DAT-R6).

use std::ops::RangeInclusive;

use super::draft::Edits;
use super::signs::{is_letter, next_number, spaces_after, word_after, word_before};
use crate::french::dates::month_number;

/// How long in bytes the name of a month may be, marks included: other words are not looked up, since that costs.
const LENGTHS: RangeInclusive<usize> = 3..=12;

/// DAT-R6: the space between a day and a month becomes a no-break one; nothing else of a date changes.
pub(super) fn days(text: &str, edits: &mut Edits) {
    let mut from = 0;
    while let Some(number) = next_number(text, from) {
        from = number.end;
        let day = text[number.clone()].parse::<u8>().ok();
        if number.len() > 2 || !matches!(day, Some(1..=31)) || word_before(text, number.start) {
            continue;
        }
        let mut end = number.end;
        if text[number].eq("1") && text[end..].starts_with("er") {
            end += 2;
        }
        let month = spaces_after(text, end);
        let month_of_day = month_at(text, month).filter(|_| month > end);
        if month_of_day
            .zip(day)
            .is_some_and(|(month, day)| day <= longest(month))
        {
            edits.replace(end..month, "\u{a0}");
        }
    }
}

/// How many days a month may have: `31 juin` is no date (SUP-R10).
fn longest(month: i8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn month_at(text: &str, at: usize) -> Option<i8> {
    // The first letters of the twelve months: most words are none.
    let rest = &text[at..];
    if !rest.starts_with(|first: char| "jfmasondJFMASOND".contains(first)) {
        return None;
    }
    let mut signs = rest.char_indices();
    let end = signs.find(|(end, sign)| *end > *LENGTHS.end() || !is_letter(*sign));
    let end = end.map_or(rest.len(), |(end, _)| end);
    let is_word = LENGTHS.contains(&end) && !word_after(text, at + end);
    is_word.then(|| month_number(&rest[..end])).flatten()
}
