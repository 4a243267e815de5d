//! Dates, months and years as the minutes print them.
//!
//! Entry points: [`long_date`], [`date_range`], [`date_in_words`]. A meeting is on a civil date: no time zone. Where a
//! month is meant, any of its days serves. Dates in a free text are found by [`super::typed_dates`].

use jiff::civil::{Date, Weekday};
use unicode_normalization::char::is_combining_mark;

use serde::Serialize;

use super::folding::fold;
use super::numbers::{cardinal_as_rank, ordinal};
use super::words::capital_first;
use super::{EndBeforeStart, Gender, NB, Spelling};

/// What stands for a date that is not known yet (DAT-30).
pub const UNDECIDED_DATE: &str = "date à déterminer";

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const ABBREVIATIONS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// How the years 1001 to 1999 begin in words (section AN).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Thousand {
    /// `mil neuf cent`: in the opening formula, a solemn text.
    Mil,
    /// `mille neuf cent`: everywhere else.
    #[default]
    Mille,
}

/// `7 février 2017`, `1er mars 2017` (DAT-R1, DAT-R2), with [`NB`] before the month.
pub fn long_date(date: Date) -> String {
    format!("{} {}", day_and_month(date), year(date))
}

/// `le 7 février 2017` (DAT-02).
pub fn long_date_with_article(date: Date) -> String {
    format!("le {}", long_date(date))
}

/// `mardi 7 février 2017` (DAT-R3).
pub fn long_date_with_weekday(date: Date) -> String {
    format!("{} {}", weekday_name(date.weekday()), long_date(date))
}

/// `Mardi 7 février 2017`, at the start of a line (DAT-04).
pub fn capitalised_date_with_weekday(date: Date) -> String {
    capital_first(&long_date_with_weekday(date))
}

/// `mardi 7 février 2017`, or [`UNDECIDED_DATE`] (DAT-30).
pub fn date_or_undecided(date: Option<Date>) -> String {
    date.map_or_else(|| UNDECIDED_DATE.to_owned(), long_date_with_weekday)
}

/// `07/02/2017`, in tables (DAT-09).
pub fn short_date(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), year(date))
}

/// `2017-02-07`, for machines (DAT-10).
pub fn iso_date(date: Date) -> String {
    format!("{}-{:02}-{:02}", year(date), date.month(), date.day())
}

/// A range of days, which repeats only what differs (DAT-R4): `du 3 au 5 mars 2017`, `les 7 et 8 mars 2017` for two
/// days that follow each other in one month, `le 7 mars 2017` for one day.
///
/// # Errors
///
/// When the last day lies before the first.
pub fn date_range(first: Date, last: Date) -> Result<String, EndBeforeStart> {
    if last < first {
        return Err(EndBeforeStart);
    }
    let end = long_date(last);
    let same_year = first.year() == last.year();
    Ok(if first == last {
        long_date_with_article(last)
    } else if same_year && first.month() == last.month() {
        match last.day() - first.day() {
            1 => format!("les {} et {end}", day(first)),
            _ => format!("du {} au {end}", day(first)),
        }
    } else if same_year {
        format!("du {} au {end}", day_and_month(first))
    } else {
        format!("du {} au {end}", long_date(first))
    })
}

/// `Février 2017`, the heading of a month (DAT-17).
pub fn month_heading(date: Date) -> String {
    capital_first(&month_and_year(date))
}

/// `de février 2017`, `d’août 2017` (DAT-R5).
pub fn of_month(date: Date) -> String {
    match date.month() {
        4 | 8 | 10 => format!("d’{}", month_and_year(date)),
        _ => format!("de {}", month_and_year(date)),
    }
}

/// `février`.
pub fn month_name(date: Date) -> &'static str {
    of_twelve(&MONTHS, date)
}

/// `févr.` (DAT-22).
pub fn month_abbreviation(date: Date) -> &'static str {
    of_twelve(&ABBREVIATIONS, date)
}

/// `mardi` (DAT-R3).
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    }
}

/// `le sept février deux mille dix-sept` (DAT-26 to DAT-29).
pub fn date_in_words(date: Date, spelling: Spelling) -> String {
    let year = year_in_words(date.year(), Thousand::Mille, spelling);
    format!("{} {year}", day_in_words(date, spelling))
}

/// `le premier mars`, `le vingt et un mars` (DAT-R2).
pub fn day_in_words(date: Date, spelling: Spelling) -> String {
    format!(
        "le {} {}",
        day_number_in_words(date, spelling),
        month_name(date)
    )
}

/// `premier`, `vingt et un` (DAT-R2).
pub(super) fn day_number_in_words(date: Date, spelling: Spelling) -> String {
    match date.day() {
        1 => ordinal(1, Gender::Masculine, spelling),
        day => cardinal_as_rank(day.unsigned_abs().into(), spelling),
    }
}

/// `sept février mil neuf cent trente`, without an article.
pub(super) fn date_in_words_with(date: Date, thousand: Thousand, spelling: Spelling) -> String {
    let day = day_number_in_words(date, spelling);
    let year = year_in_words(date.year(), thousand, spelling);
    format!("{day} {} {year}", month_name(date))
}

/// A year in words (section AN): a rank, so `deux mille quatre-vingt`; *mil* only when a numeral follows it.
///
/// A year before the year 0 is said with *moins*.
pub fn year_in_words(year: i16, thousand: Thousand, spelling: Spelling) -> String {
    let sign = if year < 0 { "moins " } else { "" };
    let words = cardinal_as_rank(year.unsigned_abs().into(), spelling);
    match (thousand, year.unsigned_abs()) {
        (Thousand::Mil, 1001..2000) => format!("{sign}mil{}", words.trim_start_matches("mille")),
        _ => format!("{sign}{words}"),
    }
}

/// How the months are written, folded: in full first, then abbreviated.
const FOLDED_MONTHS: [&[&str]; 12] = [
    &["janvier", "jan", "janv"],
    &["fevrier", "fev", "fevr"],
    &["mars"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil", "juill"],
    &["aout"],
    &["septembre", "sep", "sept"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];

/// The month of a name, in any case, with or without its accents, in full or abbreviated: `Février`, `aout`, `sept.`
pub fn month_number(name: &str) -> Option<i8> {
    let word = folded_word(name.strip_suffix('.').unwrap_or(name))?;
    (1_i8..)
        .zip(FOLDED_MONTHS)
        .find(|(_, spellings)| spellings.contains(&word.as_str()))
        .map(|(number, _)| number)
}

/// The weekday of a name in full, in any case.
pub fn weekday_named(name: &str) -> Option<Weekday> {
    let word = folded_word(name)?;
    Weekday::Monday
        .cycle_forward()
        .take(7)
        .find(|weekday| weekday_name(*weekday) == word)
}

/// Whether a name is that of a month in full, not abbreviated.
pub(super) fn is_full_month(name: &str) -> bool {
    let word = fold(name);
    FOLDED_MONTHS
        .iter()
        .any(|spellings| spellings.first() == Some(&word.as_str()))
}

/// `1er`, `7` (DAT-R2).
fn day(date: Date) -> String {
    match date.day() {
        1 => "1er".to_owned(),
        day => day.to_string(),
    }
}

pub(in crate::french) fn day_and_month(date: Date) -> String {
    format!("{}{NB}{}", day(date), month_name(date))
}

fn month_and_year(date: Date) -> String {
    format!("{} {}", month_name(date), year(date))
}

fn year(date: Date) -> String {
    format!("{:04}", date.year())
}

fn of_twelve(names: &'static [&'static str; 12], date: Date) -> &'static str {
    let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    names.get(index).copied().unwrap_or_default()
}

/// The folded form of a text that is one word.
fn folded_word(text: &str) -> Option<String> {
    let is_letter = |letter: char| letter.is_alphabetic() || is_combining_mark(letter);
    text.chars().all(is_letter).then(|| fold(text))
}
