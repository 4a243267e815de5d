//! Telephone numbers in a line.

use std::ops::Range;

use super::{ANNOUNCING, BETWEEN, words};
use crate::french::folding::fold;
use crate::french::positions;

/// At least 8 digits make a telephone number: in Mali numbers have just these.
const LEAST_DIGITS: usize = 8;
/// At least 4, where a word says that it is one.
const LEAST_ANNOUNCED: usize = 4;

/// Words after which a number is that of a thing, or of a place on the map; folded.
const NUMBERING: [&str; 24] = [
    "gps",
    "utm",
    "mgrs",
    "lat",
    "latitude",
    "long",
    "longitude",
    "n",
    "no",
    "nos",
    "num",
    "numero",
    "numeros",
    "ref",
    "reference",
    "iban",
    "rib",
    "matricule",
    "article",
    "loi",
    "decret",
    "arrete",
    "bp",
    "siret",
];

/// Words before which a number counts something; folded.
const COUNTED: [&str; 28] = [
    "f",
    "fcfa",
    "cfa",
    "xof",
    "franc",
    "francs",
    "eur",
    "euro",
    "euros",
    "usd",
    "dollar",
    "dollars",
    "personnes",
    "habitants",
    "menages",
    "beneficiaires",
    "deplaces",
    "refugies",
    "enfants",
    "femmes",
    "hommes",
    "tonnes",
    "kg",
    "km",
    "ha",
    "litres",
    "pour",
    "millions",
];

/// A telephone number: many digits with nothing but spaces and the usual signs between.
pub(super) fn number(line: &str, start: usize) -> Option<Range<usize>> {
    let mut from = start;
    while let Some(first) = line[from..].find(|letter: char| letter.is_ascii_digit()) {
        let first = from + first;
        let length =
            line[first..].find(|letter: char| !letter.is_ascii_digit() && !may_part_digits(letter));
        let end = length.map_or(line.len(), |length| first + length);
        if let Some(last) = of_pairs(line, first..end) {
            return Some(with_signs(line, start, first..last));
        }
        let run = without_year_in_brackets(&line[first..end]);
        let run = run.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let whole = first..first + run.len();
        if is_number(line, &whole) {
            return Some(with_signs(line, start, whole));
        }
        from = end;
    }
    None
}

/// Where a number ends that begins in that run of digits and is dictated by pairs, parted by one and the same sign: *76,54,32,10*.
fn of_pairs(line: &str, run: Range<usize>) -> Option<usize> {
    let text = &line[run.clone()];
    let is_start = |at: &usize| !text[..*at].ends_with(|sign: char| sign.is_ascii_digit());
    let starts = text.match_indices(|sign: char| sign.is_ascii_digit());
    let starts = starts.map(|(at, _)| at).filter(is_start);
    starts.map(|at| run.start + at).find_map(|start| {
        let pair = |at: usize| {
            let pair = line.get(at..at + 2)?;
            pair.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(at + 2)
        };
        let first = pair(start)?;
        let sign = line[first..]
            .chars()
            .next()
            .filter(|sign| ",:'’*".contains(*sign))?;
        let next =
            |end: &usize| pair(end + line[*end..].strip_prefix(sign).map(|_| sign.len_utf8())?);
        let ends: Vec<usize> = std::iter::successors(Some(first), next).take(8).collect();
        let end = *ends.last()?;
        let goes_on = line[end..].starts_with(|sign: char| sign.is_ascii_digit());
        (ends.len() >= 4 && !goes_on).then_some(end)
    })
}

/// *76 12 34 56 (2026)*: the year tells when, and is no part of the number.
fn without_year_in_brackets(run: &str) -> &str {
    let is_year =
        |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    match run.rsplit_once('(') {
        Some((number, year)) if is_year(year.trim_end_matches(')').trim()) => number,
        _ => run,
    }
}

fn may_part_digits(letter: char) -> bool {
    letter.is_whitespace()
        || "-.()/_·\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".contains(letter)
}

/// The number with the `+` and the bracket that open it, and the bracket that closes it.
fn with_signs(line: &str, start: usize, number: Range<usize>) -> Range<usize> {
    let mut from = start + line[start..number.start].trim_end_matches('+').len();
    let opened = line[from..number.end].matches('(').count();
    let closed = line[from..number.end].matches(')').count();
    if closed > opened && line[start..from].ends_with('(') {
        from -= 1;
    }
    from..number.end
}

/// Long enough, and neither a day nor years, nor the number of a thing, nor one that counts something.
fn is_number(line: &str, run: &Range<usize>) -> bool {
    let digits: Vec<&str> = line[run.clone()]
        .split(may_part_digits)
        .filter(|group| !group.is_empty())
        .collect();
    let count: usize = digits.iter().map(|group| group.len()).sum();
    let before = &line[..run.start];
    let is_abroad = before.ends_with('+') || digits[0].starts_with("00");
    if announced(before) {
        return count >= LEAST_ANNOUNCED;
    }
    let is_year =
        |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_parted_by_spaces = !line[run.clone()].contains(['-', '/', '(', ')']);
    // 2022 1234 is dialled, 2022 2023 and 2017 02 07 are not.
    let is_of_two_halves = is_parted_by_spaces
        && digits.len() == 2
        && digits.iter().all(|group| group.len() == 4)
        && !digits.iter().all(is_year);
    let tells_years = digits.iter().any(is_year) && !is_of_two_halves;
    if count < LEAST_DIGITS || (!is_abroad && tells_years) {
        return false;
    }
    // 76 12 34 56 is dictated, and no number of a thing is.
    let by_pairs = digits.len() >= 4 && digits.iter().all(|group| group.len() == 2);
    let is_amount = digits[0].len() <= 3
        && digits.iter().skip(1).all(|group| group.len() == 3)
        && digits.iter().skip(1).next_back() == Some(&"000");
    let is_of_persons = is_abroad || by_pairs;
    let is_of_something = is_amount || is_of_a_thing(before) || counts(&line[run.end..]);
    !positions::is_one(line, run) && (is_of_persons || !is_of_something)
}

/// Whether the words before say that what comes is a way to reach somebody.
fn announced(before: &str) -> bool {
    let words: Vec<String> = words(before).rev().take(3).map(fold).collect();
    let mut words = words
        .iter()
        .skip_while(|word| BETWEEN.contains(&word.as_str()) || word.is_empty());
    words
        .next()
        .is_some_and(|word| ANNOUNCING.contains(&word.as_str()))
}

fn is_of_a_thing(before: &str) -> bool {
    words(before)
        .next_back()
        .is_some_and(|word| NUMBERING.contains(&fold(word).as_str()))
}

fn counts(after: &str) -> bool {
    let is_sign = after.trim_start().starts_with(['€', '$', '%', '£']);
    let next = words(after)
        .next()
        .filter(|_| after.starts_with(char::is_whitespace));
    is_sign || next.is_some_and(|word| COUNTED.contains(&fold(word).as_str()))
}
