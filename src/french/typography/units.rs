//! Units after numbers, currencies before them (NUM-R3).

use super::draft::Edits;
use super::signs::{
    after, digit_before, is_apostrophe, next_number, spaces_after, spaces_before, word_after,
    word_before,
};

/// Signs, which get a space even where none was typed.
const SIGNS: [&str; 6] = ["%", "‰", "€", "£", "$", "°C"];

/// Words, which stand after a typed space. The franc is apart, for `F CFA`.
const WORDS: [&str; 31] = [
    "FCFA",
    "franc",
    "francs",
    "XOF",
    "USD",
    "EUR",
    "US$",
    "M€",
    "km",
    "km²",
    "m",
    "m²",
    "m³",
    "cm",
    "mm",
    "ha",
    "t",
    "kg",
    "g",
    "l",
    "min",
    "mn",
    "ko",
    "Mo",
    "Go",
    "kW",
    "kWh",
    "million",
    "millions",
    "milliard",
    "milliards",
];

/// What may stand before an amount; where one ends another, the longer comes first.
const CURRENCIES: [&str; 10] = [
    "FCFA", "CFA", "XOF", "USD", "EUR", "US$", "M€", "€", "£", "$",
];

/// NUM-R3: a number and its unit, a currency and its amount stand together.
pub(super) fn units(text: &str, edits: &mut Edits) {
    let mut from = 0;
    while let Some(number) = next_number(text, from) {
        from = number.end;
        bind_currency(text, number.start, edits);
        bind_unit(text, number.end, edits);
    }
}

/// Binds the unit that follows a number.
fn bind_unit(text: &str, end: usize, edits: &mut Edits) {
    let unit = spaces_after(text, end);
    let rest = &text[unit..];
    let ends_at = |name: &str| rest.starts_with(name).then_some(unit + name.len());
    let mut signs = SIGNS.iter().filter_map(|sign| ends_at(sign));
    if signs.any(|sign_end| !word_after(text, sign_end)) {
        edits.bind_to_next(end..unit, "\u{a0}");
        return;
    }
    if unit == end {
        return;
    }
    if let Some(franc_end) = ends_at("F") {
        let cfa = spaces_after(text, franc_end);
        if cfa > franc_end && text[cfa..].starts_with("CFA") && ends_unit(text, cfa + 3) {
            edits.replace(end..unit, "\u{a0}");
            edits.replace(franc_end..cfa, "\u{a0}");
            return;
        }
    }
    let mut words = WORDS.iter().chain(&["F"]).filter_map(|word| ends_at(word));
    if words.any(|word_end| ends_unit(text, word_end)) {
        edits.replace(end..unit, "\u{a0}");
    }
}

/// A word that letters, digits or an apostrophe follow is another word: `5 l’an`.
fn ends_unit(text: &str, at: usize) -> bool {
    !word_after(text, at) && !after(text, at).is_some_and(is_apostrophe)
}

/// Binds the currency typed before an amount, unless it belongs to a number before it.
fn bind_currency(text: &str, amount: usize, edits: &mut Edits) {
    let end = spaces_before(text, amount);
    let head = &text[..end];
    if end == amount {
        return;
    }
    let Some(name) = CURRENCIES.iter().find(|name| head.ends_with(**name)) else {
        return;
    };
    let mut start = end - name.len();
    let mut inner = None;
    if *name == "CFA" {
        let franc = spaces_before(text, start);
        if franc == start || !text[..franc].ends_with('F') {
            return;
        }
        inner = Some(franc..start);
        start = franc - 1;
    }
    let numbered = digit_before(text, spaces_before(text, start));
    if numbered || word_before(text, start) {
        return;
    }
    if let Some(inner) = inner {
        edits.replace(inner, "\u{a0}");
    }
    edits.replace(end..amount, "\u{a0}");
}
