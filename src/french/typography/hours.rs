//! Hours that an author typed (HEU-R2).

use std::ops::Range;

use super::draft::Edits;
use super::signs::{
    after, is_letter, next_number, number_end, spaces_after, word_after, word_before,
};

/// HEU-R2: `14h30`, `14 H 30`, `9h` take their no-break spaces and their small `h`; so does what names the clock or the
/// minutes after them.
pub(super) fn hours(text: &str, edits: &mut Edits) {
    let mut from = 0;
    while let Some(number) = next_number(text, from) {
        from = number.end;
        if number.len() > 3 || word_before(text, number.start) {
            continue;
        }
        let symbol = spaces_after(text, number.end);
        let Some(capital) = hour_symbol(text, symbol) else {
            continue;
        };
        let symbol_end = symbol + 1;
        let end = match minutes(text, symbol_end) {
            Some(minutes) => {
                edits.replace(number.end..symbol, "\u{a0}");
                if capital {
                    edits.replace(symbol..symbol_end, "h");
                }
                edits.replace(symbol_end..minutes.start, "\u{a0}");
                if word_after(text, minutes.end) {
                    // Only `mn` or `min` may touch the minutes.
                    edits.bind_to_next(minutes.end..minutes.end, "\u{a0}");
                    from = minutes.end;
                    continue;
                }
                minutes.end
            }
            // Alone, the capital may be a letter: `salle 3H`.
            None if capital || word_after(text, symbol_end) => continue,
            None => {
                edits.replace(number.end..symbol, "\u{a0}");
                symbol_end
            }
        };
        let zone = spaces_after(text, end);
        if zone > end
            && ["GMT", "UTC", "TU"]
                .iter()
                .any(|name| is_word_at(text, zone, name))
        {
            edits.replace(end..zone, "\u{a0}");
        }
        from = end;
    }
}

/// Whether an `h` stands here, and whether it is a capital.
fn hour_symbol(text: &str, at: usize) -> Option<bool> {
    match text.as_bytes().get(at) {
        Some(b'h') => Some(false),
        Some(b'H') => Some(true),
        _ => None,
    }
}

/// The minutes that follow an `h`: two digits, 00 to 59, that are not the next hour.
fn minutes(text: &str, symbol_end: usize) -> Option<Range<usize>> {
    let start = spaces_after(text, symbol_end);
    let end = number_end(text, start);
    if end - start != 2 || !text[start..].starts_with(|tens| matches!(tens, '0'..='5')) {
        return None;
    }
    let touched =
        word_after(text, end) && !["mn", "min"].iter().any(|unit| is_word_at(text, end, unit));
    let next = spaces_after(text, end);
    let next_hour =
        hour_symbol(text, next).is_some() && !after(text, next + 1).is_some_and(is_letter);
    (!touched && !next_hour).then_some(start..end)
}

/// Whether the text has this word at a place, with no letter or digit after it.
fn is_word_at(text: &str, at: usize, word: &str) -> bool {
    text[at..].starts_with(word) && !word_after(text, at + word.len())
}

/// Whether the number that begins at `at` is the minutes of an hour: no thousands follow them.
pub(super) fn are_minutes(text: &str, number: &Range<usize>) -> bool {
    let before = text[..number.start].trim_end_matches(super::signs::is_space);
    let Some(hour) = before
        .strip_suffix('h')
        .filter(|_| before.len() < number.start)
    else {
        return false;
    };
    let hour = hour.trim_end_matches(super::signs::is_space);
    number.len() == 2 && hour.ends_with(|sign: char| sign.is_ascii_digit())
}
