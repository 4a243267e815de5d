//! Units after numbers, currencies before them (NUM-R3).

use std::ops::Range;

use super::draft::Edits;
use super::signs::{
    after, before, digit_before, is_apostrophe, is_space, next_number, spaces_after, spaces_before,
    word_after, word_before,
};

/// Signs, which get a space even where none was typed.
const SIGNS: [&str; 7] = ["%", "‰", "€", "£", "$", "$US", "°C"];

/// Words, which stand after a typed space. The franc is apart, for `F CFA`.
const WORDS: [&str; 60] = [
    "FCFA",
    "Fcfa",
    "fcfa",
    "CFA",
    "franc",
    "francs",
    "XOF",
    "USD",
    "EUR",
    "US$",
    "M€",
    "k€",
    "K€",
    "Md€",
    "M$",
    "k$",
    "Md$",
    "Md",
    "Mds",
    "km",
    "km²",
    "km2",
    "Km",
    "m",
    "m²",
    "m³",
    "m2",
    "m3",
    "cm",
    "cm2",
    "cm3",
    "mm",
    "ha",
    "t",
    "kg",
    "Kg",
    "KG",
    "g",
    "mg",
    "l",
    "cl",
    "ml",
    "min",
    "mn",
    "ko",
    "Mo",
    "Go",
    "To",
    "kW",
    "kWh",
    "kVA",
    "MW",
    "MWh",
    "Hz",
    "kHz",
    "MHz",
    "million",
    "millions",
    "milliard",
    "milliards",
];

/// Words that a number of one or two digits alone takes to it (SUP-R3): `17 heures`.
const TIMES: [&str; 6] = ["heure", "heures", "minute", "minutes", "jour", "jours"];

/// What may stand before an amount; where one ends another, the longer comes first.
const CURRENCIES: [&str; 10] = [
    "FCFA", "CFA", "XOF", "USD", "EUR", "US$", "M€", "€", "£", "$",
];

/// NUM-R3: a number and its unit, a currency and its amount stand together.
pub(super) fn units(text: &str, edits: &mut Edits) {
    let mut from = 0;
    while let Some(number) = next_number(text, from) {
        from = number.end;
        // The sign before a number comes first: changes go from left to right.
        let mut bound = Edits::default();
        let has_unit = bind_unit(text, &number, &mut bound);
        if has_unit {
            bind_sign(text, number.start, edits);
        }
        bind_currency(text, number.start, edits);
        edits.append(bound);
    }
}

/// Binds the unit that follows a number, and says whether there is one.
fn bind_unit(text: &str, number: &Range<usize>, edits: &mut Edits) -> bool {
    let end = number.end;
    let unit = spaces_after(text, end);
    let rest = &text[unit..];
    let ends_at = |name: &str| rest.starts_with(name).then_some(unit + name.len());
    let mut signs = SIGNS.iter().filter_map(|sign| ends_at(sign));
    if signs.any(|sign_end| !word_after(text, sign_end)) {
        edits.bind_to_next(end..unit, "\u{a0}");
        if let Some(dollar_end) = ends_at("$") {
            bind_second(text, dollar_end, "US", edits);
        }
        return true;
    }
    if unit == end {
        return false;
    }
    if let Some(franc_end) = ends_at("F") {
        let mut bound = Edits::default();
        if bind_second(text, franc_end, "CFA", &mut bound) {
            edits.replace(end..unit, "\u{a0}");
            edits.append(bound);
            return true;
        }
    }
    let times = if number.len() <= 2 { &TIMES[..] } else { &[] };
    let words = WORDS.iter().chain(&["F"]).chain(times);
    let found = words
        .filter_map(|word| ends_at(word))
        .any(|word_end| ends_unit(text, word_end));
    if found {
        edits.replace(end..unit, "\u{a0}");
    }
    found
}

/// Binds the second part of a currency, if it follows: `F CFA`, `$ US`.
fn bind_second(text: &str, first_end: usize, second: &str, edits: &mut Edits) -> bool {
    let start = spaces_after(text, first_end);
    let follows = start > first_end
        && text[start..].starts_with(second)
        && ends_unit(text, start + second.len());
    if follows {
        edits.replace(first_end..start, "\u{a0}");
    }
    follows
}

/// How far back the sign before a number with groups and decimals is looked for.
const LONGEST_NUMBER: usize = 40;

/// Binds `+`, `−` or `±` to the number after it (SUP-R3), of which the last digits begin at `at`: `+ 61,9 %`. In a sum, `5 + 3`,
/// it stays apart.
fn bind_sign(text: &str, at: usize, edits: &mut Edits) {
    let in_number = |sign: char| sign.is_ascii_digit() || ",.".contains(sign) || is_space(sign);
    let head = &text[..at];
    let mut tail = head.char_indices().rev().take(LONGEST_NUMBER);
    let Some((sign_at, sign)) = tail.find(|(_, sign)| !in_number(*sign)) else {
        return;
    };
    if !matches!(sign, '+' | '−' | '±') {
        return;
    }
    let sign_end = sign_at + sign.len_utf8();
    let start = spaces_after(text, sign_end);
    let previous = before(text, spaces_before(text, sign_at));
    let adds = previous.is_some_and(|sign| sign.is_ascii_digit() || matches!(sign, ')' | '%'));
    // Nothing but the number may stand between: `+ 5, 6 %` are two.
    let number = &text[start..at];
    let mut signs = number.chars();
    let is_one = signs.all(|sign| sign.is_ascii_digit() || ",.\u{a0}\u{202f}".contains(sign));
    if start > sign_end && is_one && !adds && !word_before(text, sign_at) {
        edits.replace(sign_end..start, "\u{a0}");
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
