//! Figures: years of two digits, thousands with a period or a comma, numbers typed in front of titles.

use std::ops::Range;

use super::context::Context;
use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::typed_dates::{TypedDate, TypedYear};
use crate::french::typed_tokens::{Kind, Token};

/// The parity of the CFA franc, three decimals beside a currency: `1 € = 655,957 F CFA`.
const PARITY: [&str; 2] = ["655", "957"];

/// Two digits from this one on may be of either century: no year is proposed.
const CENTURY_IN_DOUBT: i8 = 50;

/// The dates whose year has two digits.
pub(super) fn short_years(text: &str, dates: &[TypedDate]) -> Vec<Remark> {
    let dates = dates.iter();
    dates
        .filter_map(|date| {
            let TypedYear::TwoDigits(year) = date.year else {
                return None;
            };
            let head = text.get(date.range.start..date.range.end.checked_sub(2)?)?;
            let proposal = (year < CENTURY_IN_DOUBT).then(|| format!("{head}20{year:02}"));
            Some(Remark {
                range: date.range.clone(),
                kind: RemarkKind::TwoDigitYear,
                proposal,
            })
        })
        .collect()
}

/// A number whose first group stands at `at` and whose thousands a period or a comma sets apart.
///
/// One period suffices, since the French decimal mark is the comma. One comma does where three decimals make no sense:
/// `160,000`, or beside a currency. Decimals of the other mark go along: `160.000,50`.
pub(super) fn thousands(context: &Context<'_>, at: usize) -> Option<Remark> {
    let first = &context.tokens[at];
    let mark = context.at(Some(at + 1));
    let whole = first.text.len() <= 3 && !first.text.starts_with('0');
    if !whole || ![".", ","].contains(&mark) || follows_mark(context, at) {
        return None;
    }
    let mut groups = vec![first.text];
    let mut end = at + 1;
    while let Some(group) = group_at(context, end, mark) {
        groups.push(group.text);
        end += 2;
    }
    let decimals = decimals_at(context, end, mark);
    let last = if decimals.is_some() { end + 2 } else { end };
    // What touches a letter, a digit or another sign is a reference, an address, a version.
    let joined = context.tokens.get(last).is_some_and(|token| {
        let sign = ["-", "/", "_", "@", ":", "°", "'", "’", ".", ","].contains(&token.text);
        let letters = token.is_text() && !["F", "FCFA"].contains(&token.text);
        letters || sign && context.is(Some(last + 1), Kind::Number) || token.text == "°"
    });
    let sure = match (groups.len(), mark) {
        (0 | 1, _) => false,
        (2, ".") => {
            has_currency(context, at, last)
                || !is_reference(context, at)
                    && !is_measure(context, last)
                    && !is_measured(context, at)
        }
        (2, _) if groups == PARITY => false,
        (2, _) if is_measure(context, last) || is_measured(context, at) => false,
        (2, _) => groups[1] == "000" || decimals.is_some() || has_currency(context, at, last),
        (4, _) => !groups
            .iter()
            .all(|group| matches!(group.parse(), Ok(0_u16..256))),
        _ => true,
    };
    (sure && !joined).then(|| Remark {
        range: first.start..context.tokens[last - 1].end(),
        kind: RemarkKind::ThousandsMark,
        proposal: Some(match decimals {
            None => groups.join(" "),
            Some(decimals) => format!("{},{}", groups.join(" "), decimals.text),
        }),
    })
}

/// The group of three digits behind the mark at `at`.
fn group_at<'a>(context: &Context<'a>, at: usize, mark: &str) -> Option<&'a Token<'a>> {
    let group = context.tokens.get(at + 1)?;
    let is_group = group.kind == Kind::Number && group.text.len() == 3;
    (context.at(Some(at)) == mark && is_group).then_some(group)
}

/// The decimals behind the other mark at `at`.
fn decimals_at<'a>(context: &Context<'a>, at: usize, mark: &str) -> Option<&'a Token<'a>> {
    let decimals = context.tokens.get(at + 1)?;
    let other = context.at(Some(at)) == if mark == "." { "," } else { "." };
    let short = decimals.kind == Kind::Number && decimals.text.len() <= 2;
    (other && short).then_some(decimals)
}

/// Whether the number goes on from something: `v2.100`, `+1.250`, `12.2.100`.
fn follows_mark(context: &Context<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    context.is(before, Kind::Word)
        || [".", ",", "/", "-", "−", "+", "_", "@", "#", ":", "="].contains(&context.at(before))
}

/// Whether the word before a number makes a version or a reference of it: `article 12.100`.
fn is_reference(context: &Context<'_>, at: usize) -> bool {
    const LEADS: [&str; 14] = [
        "version",
        "article",
        "art",
        "section",
        "point",
        "chapitre",
        "annexe",
        "no",
        "n",
        "ref",
        "reference",
        "paragraphe",
        "page",
        "norme",
    ];
    LEADS.contains(&context.folded_before(at).as_str())
        || context
            .before(at)
            .is_some_and(|mark| ["°", "§"].contains(&context.at(Some(mark))))
}

/// Whether a coordinate, a frequency or a length is measured: `16.271 N`, `145.500 MHz` (SUP-R11).
fn is_measure(context: &Context<'_>, last: usize) -> bool {
    const UNITS: [&str; 27] = [
        "N", "S", "E", "O", "W", "°", "MHz", "kHz", "KHz", "GHz", "Hz", "mm", "cm", "kg", "µm",
        "m", "km", "kV", "V", "bar", "bars", "l", "FM", "AM", "VHF", "HF", "UHF",
    ];
    let after = last.checked_sub(1).and_then(|number| context.after(number));
    [Some(last), after]
        .into_iter()
        .any(|near| UNITS.contains(&context.at(near)))
}

/// How many tokens a word that announces a measure may stand before it.
const NEAR: usize = 12;

/// Whether a word before a number makes a coordinate, a frequency or a version of it: `Latitude : 16.271`, `GPS (16.271,
/// -3.007)` (SUP-R11).
fn is_measured(context: &Context<'_>, at: usize) -> bool {
    const LEADS: [&str; 21] = [
        "latitude",
        "longitude",
        "lat",
        "long",
        "lon",
        "coordonnees",
        "frequence",
        "frequences",
        "canal",
        "vhf",
        "hf",
        "uhf",
        "fm",
        "gps",
        "version",
        "versions",
        "logiciel",
        "indice",
        "coefficient",
        "taux",
        "ratio",
    ];
    let near = &context.tokens[at.saturating_sub(NEAR)..at];
    let sentence = near
        .iter()
        .rposition(|token| [".", "!", "?", ";"].contains(&token.text));
    // The mark within another number of the list ends no sentence.
    let sentence = sentence.filter(|mark| {
        near.get(mark + 1)
            .is_none_or(|next| next.kind == Kind::Space)
    });
    let mut words = near[sentence.unwrap_or(0)..].iter();
    words.any(|token| token.kind == Kind::Word && LEADS.contains(&fold(token.text).as_str()))
}

/// Whether a currency stands beside a number: `12,500 FCFA`, `USD 12,500`.
fn has_currency(context: &Context<'_>, at: usize, last: usize) -> bool {
    const CURRENCIES: [&str; 11] = [
        "FCFA", "CFA", "XOF", "USD", "EUR", "F", "francs", "euros", "dollars", "€", "$",
    ];
    let after = last.checked_sub(1).and_then(|number| context.after(number));
    [context.before(at), after, Some(last)]
        .into_iter()
        .any(|near| CURRENCIES.contains(&context.at(near)))
}

/// A number typed in front of a title, with its mark and the spaces behind: `1. `, `2) `, `3 - `, `IV. ` (LIS-R3).
///
/// Not in `2 ateliers`, `2017 : bilan`, `3W`, `5 – 7 mars`; nor in `V. Keita`, which may be an initial.
pub fn leading_number(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let typed = text.trim_start();
    let digits = typed.len() - typed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let roman = typed.len() - typed.trim_start_matches(['I', 'V', 'X']).len();
    let (number, is_roman) = if digits > 0 {
        (digits, false)
    } else {
        (roman, true)
    };
    if !(1..=2).contains(&digits) && !(2..=5).contains(&roman) {
        return None;
    }
    let after = &typed[number..];
    let mark = after.trim_start().chars().next()?;
    let behind = after.trim_start().strip_prefix(mark)?;
    let title = behind.trim_start();
    let spaced = title.len() < behind.len();
    let counts = match mark {
        '.' | ')' => after.starts_with(mark) && (spaced || !is_roman),
        '-' | '–' | '—' | ':' => spaced && !is_roman,
        '°' => after.starts_with(mark),
        _ => false,
    };
    let titled = title.starts_with(char::is_alphabetic) || title.starts_with(['«', '“', '"', '*']);
    // "24/7", "1/3" have no letter behind; "1.5" neither.
    (counts && titled).then(|| start..text.len() - title.len())
}
