//! Which columns hold figures.

use std::borrow::Borrow;

/// Units and currencies that follow a number.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "F",
    "FCFA",
    "CFA",
    "XOF",
    "XAF",
    "GNF",
    "CDF",
    "FC",
    "HTG",
    "MRU",
    "€",
    "k€",
    "M€",
    "EUR",
    "$",
    "US$",
    "$US",
    "USD",
    "k$",
    "M$",
    "£",
    "GBP",
    "CHF",
    "k",
    "K",
    "M",
    "Md",
    "Mds",
    "millions",
    "milliards",
    "million",
    "milliard",
    "km",
    "km2",
    "km²",
    "m",
    "m2",
    "m²",
    "m3",
    "m³",
    "ha",
    "kg",
    "g",
    "t",
    "l",
    "L",
    "j",
    "°C",
];
/// What stands in a cell without a number.
const NOTHING: &[&str] = &[
    "", "-", "–", "—", "−", "n.d.", "n.d", "nd", "ND", "N.D.", "n/d", "s.o.", "…", "...",
];

/// Whether the cells of a column hold figures: at least one a number, all others a number or nothing.
pub(super) fn are_figures<T: Borrow<str>>(cells: impl Iterator<Item = T>) -> bool {
    let mut holds_number = false;
    for cell in cells {
        let cell = cell.borrow().trim();
        if NOTHING.contains(&cell) {
            continue;
        }
        if !is_figure(cell) {
            return false;
        }
        holds_number = true;
    }
    holds_number
}

/// A number with its sign, its unit and perhaps another number in brackets: `− 1 204,5 %`, `45 (12 %)`, `$ 300`.
fn is_figure(cell: &str) -> bool {
    let is_gap = |one: char| one.is_whitespace() || matches!(one, '(' | ')' | '[' | ']');
    let mut holds_number = false;
    let all_known = cell
        .split(is_gap)
        .filter(|word| !word.is_empty())
        .all(|word| {
            let number = word
                .trim_start_matches(['+', '-', '−', '–', '±', '<', '>', '≤', '≥', '~', '≈', '=']);
            let number = number.trim_start_matches(['$', '€', '£']);
            let unit = number.trim_start_matches(|one: char| {
                one.is_ascii_digit() || matches!(one, '.' | ',' | '\u{a0}' | '\u{202f}')
            });
            let digits = &number[..number.len() - unit.len()];
            let is_number = digits.starts_with(|one: char| one.is_ascii_digit());
            holds_number |= is_number;
            (unit.is_empty() || UNITS.contains(&unit)) && (is_number || digits.is_empty())
        });
    all_known && holds_number
}
