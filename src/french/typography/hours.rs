//! Hours that an author typed (HEU-R2).

use std::ops::Range;

use super::draft::Edits;
use super::signs::{
    after, digit_before, is_letter, is_line_end, is_space, is_word, next_number, number_end,
    spaces_after, spaces_before, word_after, word_before,
};

/// Words before which a capital `H` alone is the symbol (SUP-R1); `jusqu’à` ends with the first.
const BEFORE_HOURS: [&str; 8] = ["à", "de", "dès", "vers", "entre", "et", "avant", "après"];

/// HEU-R2: `14h30`, `14 H 30`, `9h`, `de 8H` take their no-break spaces and their small `h`; so does what names the clock or
/// the minutes after them.
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
            None if word_after(text, symbol_end) => continue,
            // Alone, the capital may be a letter: `salle 3H`.
            None if capital && !is_surely_hour(text, &number, symbol_end) => continue,
            None => {
                edits.replace(number.end..symbol, "\u{a0}");
                if capital {
                    edits.replace(symbol..symbol_end, "h");
                }
                if let Some(minute) = lone_minute(text, symbol_end) {
                    edits.replace(symbol_end..minute.start, "\u{a0}");
                }
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

/// Whether a capital `H` alone after a number is the symbol of hours (SUP-R1): after a preposition, or where an hour stands
/// across `à` or a hyphen.
fn is_surely_hour(text: &str, number: &Range<usize>, symbol_end: usize) -> bool {
    let hour = text[number.clone()].parse::<u8>();
    if number.len() > 2 || !hour.is_ok_and(|hour| hour <= 24) {
        return false;
    }
    let before = spaces_before(text, number.start);
    let word_start = text[..before].trim_end_matches(is_letter).len();
    // The longest of the words has five letters, one of them of two bytes.
    let word = Some(&text[word_start..before]).filter(|word| word.len() <= 7);
    let led = before < number.start
        && word.is_some_and(|word| BEFORE_HOURS.contains(&word.to_lowercase().as_str()));
    led || hour_follows(text, symbol_end) || hour_precedes(text, number.start)
}

/// What may stand between the two hours of a range.
const BETWEEN_HOURS: [&str; 6] = ["à", "À", "-", "–", "—", "\u{2011}"];

/// Whether an hour stands after this place, across `à` or a hyphen.
fn hour_follows(text: &str, at: usize) -> bool {
    let rest = &text[spaces_after(text, at)..];
    let mut between = BETWEEN_HOURS.iter();
    between.any(|sign| {
        rest.strip_prefix(sign).is_some_and(|rest| {
            let start = spaces_after(rest, 0);
            let end = number_end(rest, start);
            let symbol = spaces_after(rest, end);
            (1..=2).contains(&(end - start)) && hour_symbol(rest, symbol).is_some()
        })
    })
}

/// Whether an hour stands before this place, across `à` or a hyphen. Its minutes are not told from other figures.
fn hour_precedes(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end_matches(is_space);
    let mut between = BETWEEN_HOURS.iter();
    between.any(|sign| {
        head.strip_suffix(sign).is_some_and(|head| {
            let head = head.trim_end_matches(is_space);
            let bare = head.trim_end_matches(|sign: char| sign.is_ascii_digit());
            let symbol = spaces_before(bare, bare.len());
            (head.len() - bare.len() <= 2)
                && bare[..symbol].ends_with(['h', 'H'])
                && digit_before(bare, spaces_before(bare, symbol - 1))
        })
    })
}

/// A minute of one digit, typed apart: `8 h 5` (SUP-R1). Whether the `h` was typed apart too cannot be asked: the space that it lacked
/// is there in the result, which must stay as it is.
fn lone_minute(text: &str, symbol_end: usize) -> Option<Range<usize>> {
    let start = spaces_after(text, symbol_end);
    let end = number_end(text, start);
    let spaced = start > symbol_end;
    let next = spaces_after(text, end);
    // A sign of a unit takes a space of its own later: it is sought behind one.
    let goes_on = number_end(text, next) > next
        || hour_symbol(text, next).is_some()
        || text[next..].starts_with(['%', '‰', '€', '£', '$', '°']);
    let touched = after(text, end).is_some_and(|sign| is_word(sign) || ",.".contains(sign));
    (spaced && end - start == 1 && !touched && !goes_on).then_some(start..end)
}

/// The minutes that follow an `h`: two digits, 00 to 59, that are not the next hour nor the head of a grouped number.
fn minutes(text: &str, symbol_end: usize) -> Option<Range<usize>> {
    let start = spaces_after(text, symbol_end);
    let end = number_end(text, start);
    if end - start != 2 || !text[start..].starts_with(|tens| matches!(tens, '0'..='5')) {
        return None;
    }
    if heads_thousands(text, symbol_end, &(start..end)) {
        return None;
    }
    let touched = word_after(text, end) && !MINUTES.iter().any(|unit| is_word_at(text, end, unit));
    let next = spaces_after(text, end);
    let next_hour =
        hour_symbol(text, next).is_some() && !after(text, next + 1).is_some_and(is_letter);
    (!touched && !next_hour).then_some(start..end)
}

/// What may touch the minutes of an hour.
const MINUTES: [&str; 4] = ["mn", "min", "MN", "MIN"];

/// Whether two digits that an ordinary space parts from the `h` are the head of a grouped number rather than minutes
/// (SUP-R8): `12h 25 000 F CFA`. Of a number that goes on in another line it cannot be told: what parts the digits from the `h` may be ours.
fn heads_thousands(text: &str, symbol_end: usize, digits: &Range<usize>) -> bool {
    let group = spaces_after(text, digits.end);
    let parted = text[symbol_end..digits.start].contains(' ');
    let is_in_line = !text[digits.end..group].contains(is_line_end);
    parted && is_in_line && group > digits.end && number_end(text, group) - group == 3
}

/// Whether the text has this word at a place, with no letter or digit after it.
fn is_word_at(text: &str, at: usize, word: &str) -> bool {
    text[at..].starts_with(word) && !word_after(text, at + word.len())
}

/// Whether the number that begins at `at` is the minutes of an hour: no thousands follow them.
pub(super) fn are_minutes(text: &str, number: &Range<usize>) -> bool {
    let symbol_end = spaces_before(text, number.start);
    let before = &text[..symbol_end];
    let Some(hour) = before
        .strip_suffix('h')
        .filter(|_| symbol_end < number.start)
    else {
        return false;
    };
    number.len() == 2
        && digit_before(hour, spaces_before(hour, hour.len()))
        && !heads_thousands(text, symbol_end, number)
}
