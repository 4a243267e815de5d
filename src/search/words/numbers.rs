//! Hours, ordinals and measures in one form, in whatever way they are typed.

use super::{Piece, is_printed_space};
use crate::french::folding::fold;

/// *9 h 30*, *9h30*, *09 h 30* and *9:30* are `9h30`, *14 h* and *14h00* `14h`: the hour that begins with this piece, and how many of the next
/// ones belong to it.
pub(super) fn hour(text: &str, first: &Piece<'_>, after: &[Piece<'_>]) -> Option<(String, usize)> {
    if !first
        .text
        .starts_with(|letter: char| letter.is_ascii_digit())
    {
        return None;
    }
    let mut typed = fold(first.text);
    let mut found = said_hour(&typed).map(|form| (form, 0));
    let mut last = first;
    for (count, next) in (1..=2).zip(after) {
        match &text[last.end..next.start] {
            ":" if count == 1 => typed.push('h'),
            between if is_printed_space(between) => {}
            _ => break,
        }
        typed += &fold(next.text);
        last = next;
        found = said_hour(&typed).map(|form| (form, count)).or(found);
    }
    found
}

/// `09h00` → `9h`; nothing if it is no hour, and no length of time.
fn said_hour(typed: &str) -> Option<String> {
    let (hours, minutes) = typed.split_once('h')?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_hour = (1..=3).contains(&hours.len()) && is_number(hours);
    let is_minute =
        is_number(minutes) && (minutes.is_empty() || minutes.len() == 2 && minutes < "60");
    if !(is_hour && is_minute) {
        return None;
    }
    let hours = match hours.trim_start_matches('0') {
        "" => "0",
        hours => hours,
    };
    let minutes = if minutes == "00" { "" } else { minutes };
    Some(format!("{hours}h{minutes}"))
}

/// *2ème*, *2eme* and *2e* are `2e`, *1ère* and *1er* `1er`, `XXIème` `xxie`.
pub(super) fn ordinal(spelling: &str) -> Option<String> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let is_roman = |letter: char| matches!(letter, 'I' | 'V' | 'X');
    let number = |is_of_number: &dyn Fn(char) -> bool| {
        spelling.len() - spelling.trim_start_matches(is_of_number).len()
    };
    let length = number(&is_digit).max(number(&is_roman));
    if length == 0 {
        return small_roman(spelling);
    }
    let (number, end) = (fold(&spelling[..length]), fold(&spelling[length..]));
    let end = match (number.as_str(), end.strip_suffix('s').unwrap_or(&end)) {
        (_, "e" | "eme" | "ieme") => "e",
        ("1" | "i", "er" | "re" | "ere" | "ier" | "iere") => "er",
        ("2" | "ii", "nd" | "nde" | "d" | "de") => "nd",
        _ => return None,
    };
    Some(number + end)
}

/// *xxieme*, as one types who seeks.
fn small_roman(spelling: &str) -> Option<String> {
    // Most words are none by their first letter.
    let first = spelling.bytes().next()?;
    if first.is_ascii() && !b"ivxIVX".contains(&first) {
        return None;
    }
    let form = fold(spelling);
    let number = form
        .strip_suffix('s')
        .unwrap_or(&form)
        .strip_suffix("eme")?;
    let is_roman = |letter: char| matches!(letter, 'i' | 'v' | 'x');
    (!number.is_empty() && number.chars().all(is_roman)).then(|| format!("{number}e"))
}

/// How long the number is before the unit that was typed without a space, `3` of `500km`; 0 where there is none. A single letter belongs to
/// what it stands with: *3W*, *2G*.
pub(super) fn before_unit(piece: &str) -> usize {
    let unit = piece.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_unit = unit.chars().count() > 1 && unit.chars().all(char::is_alphabetic);
    let number = piece.len() - unit.len();
    if number > 0 && is_unit && ordinal(piece).is_none() {
        number
    } else {
        0
    }
}
