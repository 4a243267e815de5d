//! A place on the map, which many digits tell as they tell a telephone number.

use std::ops::Range;

/// Whether the digits there are of such a place: *16.271667, -0.042222* or *16.271667 N*, degrees with at least four decimals, two of them or
/// with the side of the earth; a square of the UTM grid, *30P 0712345 1801234*; the minutes and seconds after degrees.
pub(super) fn is_one(line: &str, run: &Range<usize>) -> bool {
    let parts = |letter: char| letter.is_whitespace() || ";,/()[]°".contains(letter);
    let is_piece = |piece: &&str| !piece.is_empty();
    let within: Vec<&str> = line[run.clone()].split(parts).filter(is_piece).collect();
    let last = line[..run.start].rsplit(parts).find(is_piece);
    let next = line[run.end..].split(parts).find(is_piece);
    let (last, next) = (last.unwrap_or_default(), next.unwrap_or_default());
    let zone = last.strip_suffix(|letter: char| letter.is_ascii_uppercase());
    let is_square = zone
        .and_then(|zone| zone.parse().ok())
        .is_some_and(|zone: u8| (1..=60).contains(&zone));
    let has_side = ["N", "S", "E", "O", "W"].contains(&next.trim_end_matches('.'));
    let are_degrees = within.iter().all(|piece| is_degrees(piece));
    let are_two = within.len() > 1 || is_degrees(next) || is_degrees(last);
    let before = line[..run.start].trim_end();
    let goes_on = before.strip_suffix(['°', '\'', '’', '′']);
    let is_part_of_one =
        goes_on.is_some_and(|before| before.ends_with(|one: char| one.is_ascii_digit()));
    (are_degrees && (are_two || has_side)) || (is_square && within.len() == 2) || is_part_of_one
}

/// A number of degrees with at least four decimals.
fn is_degrees(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '+', '\u{2212}']);
    text.split_once('.').is_some_and(|(whole, decimals)| {
        let decimals = decimals.trim_end_matches('.');
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (1..=3).contains(&whole.len())
            && decimals.len() >= 4
            && is_number(whole)
            && is_number(decimals)
    })
}
