//! Dates that an author typed inside a free text, for the checker: nothing is changed here (DAT-R6).
//!
//! Entry point: [`dates_in`]. It serves two doubts: a year of two digits ([`TypedYear::TwoDigits`]) and a weekday that
//! contradicts its date ([`TypedDate::contradicted_weekday`]). Dates in words and ISO dates are not looked for.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::dates::{is_full_month, month_number, weekday_named};
use super::folding::fold;
use super::typed_tokens::{Kind, Token, counts, tokens};

/// A date found in a free text. Its day and month are plausible; the day may still not exist (`30 février`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDate {
    /// The bytes it takes in the text, from the weekday to the year.
    pub range: Range<usize>,
    /// The weekday typed before it.
    pub weekday: Option<Weekday>,
    /// The day, 1 to 31.
    pub day: i8,
    /// The month, 1 to 12.
    pub month: i8,
    /// The year, as typed.
    pub year: TypedYear,
}

/// The year of a date found in a free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedYear {
    /// `24 janvier`.
    Missing,
    /// `24 janvier 17`: the two digits.
    TwoDigits(i8),
    /// `24 janvier 2017`.
    Full(i16),
}

impl TypedDate {
    /// The date, if its year was typed (two digits are of the years 2000) and if it exists.
    pub fn date(&self) -> Option<Date> {
        let year = match self.year {
            TypedYear::Missing => return None,
            TypedYear::TwoDigits(year) => 2000 + i16::from(year),
            TypedYear::Full(year) => year,
        };
        Date::new(year, self.month, self.day).ok()
    }

    /// The right weekday, if another one was typed (DAT-R3).
    pub fn contradicted_weekday(&self) -> Option<Weekday> {
        let right = self.date()?.weekday();
        (self.weekday? != right).then_some(right)
    }
}

/// The dates of a free text, in their order.
///
/// Found: a day (`7`, `07`, `1er`, `1 er`) and a month in letters, in full or abbreviated, then no year, four digits
/// (1800 to 2199) or two; `24/01/17`, `24/01/2017`, `24-01-17`, `24-01-2017`, `24.01.2017`. A weekday may stand before
/// (`mardi 7`, `mardi, le 7`). Not found: `2014-2016`, `1/3`, `24/7`, telephone numbers, groups of digits inside an
/// address or a file name.
///
/// Two digits after a month are a year only if nothing makes of them an hour (`17h30`, `17 h`, `17:30`), a number with
/// decimals or a unit (`17,5`, `17 %`), the next day (`17 février`) or a count. As French offers no sure sign of a
/// count, the next word decides: one that looks like a plural or an acronym is counted (`24 janvier 17 participants`,
/// `17 ONG`), but for *dans*, *aux* and the like. So `24 janvier 17`, `24 janvier 17 à Gao`, `24 janvier 17, puis` hold
/// a year, and a doubt is rather missed than raised without cause.
pub fn dates_in(text: &str) -> Vec<TypedDate> {
    match text.bytes().any(|byte| byte.is_ascii_digit()) {
        true => dates_among(text, &tokens(text)),
        false => Vec::new(),
    }
}

/// Whether a text, such as a title, holds that day, with its year or without any, or the last of several days: who adds the day would
/// say it twice.
#[must_use]
pub fn says_day(text: &str, day: Date, last: Option<Date>) -> bool {
    let dates = dates_in(text);
    let is_that = |typed: &TypedDate, day: Date| match typed.year {
        TypedYear::Missing => (typed.day, typed.month) == (day.day(), day.month()),
        TypedYear::TwoDigits(_) | TypedYear::Full(_) => typed.date() == Some(day),
    };
    let is_said = |day: Date| {
        text.contains(&day.to_string()) || dates.iter().any(|typed| is_that(typed, day))
    };
    is_said(day) || last.is_some_and(is_said)
}

/// As [`dates_in`], of a text that is cut into its tokens already.
pub(super) fn dates_among(text: &str, tokens: &[Token<'_>]) -> Vec<TypedDate> {
    let mut dates = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match date_at(text, tokens, at) {
            Some((date, next)) => {
                dates.push(date);
                at = next;
            }
            None => at += 1,
        }
    }
    dates
}

/// The date whose day is the token `at`, and the token after it.
fn date_at(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(TypedDate, usize)> {
    let day = tokens[at].number(1..=2, 1..=31)?;
    let (month, year, next) =
        month_in_digits(tokens, at).or_else(|| month_in_letters(text, tokens, at))?;
    let weekday = weekday_before(tokens, at);
    let start = weekday.map_or(at, |(_, index)| index);
    let date = TypedDate {
        range: tokens[start].start..tokens[next - 1].end(),
        weekday: weekday.map(|(weekday, _)| weekday),
        day: i8::try_from(day).ok()?,
        month,
        year,
    };
    Some((date, next))
}

/// `24/01/17`: month, year and next token.
fn month_in_digits(tokens: &[Token<'_>], at: usize) -> Option<(i8, TypedYear, usize)> {
    let [day, first, month, second, year, ..] = tokens.get(at..)? else {
        return None;
    };
    let separator = first.text;
    let number = i8::try_from(month.number(1..=2, 1..=12)?).ok()?;
    let full = year.text.len() == 4;
    let regular = match separator {
        "/" => true,
        "-" => full || day.text.len() + month.text.len() == 4,
        // `07.02.17` may be a version: a word must say that it is a day.
        "." => full || day.text.len() + month.text.len() == 4 && is_led(tokens, at),
        _ => false,
    };
    if !regular || second.text != separator || touched_in_digits(tokens, at, separator) {
        return None;
    }
    let year = if full {
        TypedYear::Full(year.number(4..=4, 1..=9999)?)
    } else {
        TypedYear::TwoDigits(i8::try_from(year.number(2..=2, 0..=99)?).ok()?)
    };
    Some((number, year, at + 5))
}

/// Whether the word before a token announces a day: `le`, `du`, `mardi`.
fn is_led(tokens: &[Token<'_>], at: usize) -> bool {
    let lead = at.checked_sub(2).and_then(|lead| tokens.get(lead..at));
    let Some([word, space]) = lead else {
        return false;
    };
    let leads = ["le", "du", "au", "les", "dès", "date", "daté"];
    let typed = word.text.to_lowercase();
    space.kind == Kind::Space
        && (leads.contains(&typed.as_str()) || weekday_named(word.text).is_some())
}

/// Whether the five tokens of a date in digits belong to something longer: an address, a telephone number.
fn touched_in_digits(tokens: &[Token<'_>], at: usize, separator: &str) -> bool {
    let touched_before = at.checked_sub(1).is_some_and(|before| {
        let further = before.checked_sub(1).and_then(|index| tokens.get(index));
        match tokens[before].text {
            "/" | "." | "," | "@" | "+" | "=" | "#" | "\\" | "&" | "%" => true,
            // `CR_24-01-17` is a file name, `_24/01/17_` is emphasis; `14:24/01/17` is neither.
            "_" => further.is_some_and(Token::is_text),
            ":" => further.is_some_and(|token| token.kind == Kind::Number),
            mark => mark == separator || tokens[before].is_text(),
        }
    });
    let touched_after = tokens.get(at + 5).is_some_and(|after| {
        let joins = ["/", ".", "_", "@", ":", "=", separator].contains(&after.text);
        after.is_text() || joins && tokens.get(at + 6).is_some_and(Token::is_text)
    });
    touched_before || touched_after
}

/// `1er mars 2017`: month, year and next token.
fn month_in_letters(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(i8, TypedYear, usize)> {
    let is_space = |index: usize| tokens.get(index).is_some_and(|t| t.kind == Kind::Space);
    if let Some(before) = at.checked_sub(1) {
        let further = before.checked_sub(1).and_then(|index| tokens.get(index));
        let touched = match tokens[before].text {
            "+" | "@" | "#" => true,
            "_" => further.is_some_and(Token::is_text),
            "." | "," | ":" => further.is_some_and(|token| token.kind == Kind::Number),
            _ => tokens[before].is_text(),
        };
        if touched {
            return None;
        }
    }
    let mut next = at + 1;
    let suffix = next + usize::from(is_space(next));
    let is_first = ["1", "01"].contains(&tokens[at].text);
    if is_first && tokens.get(suffix).is_some_and(|t| fold(t.text) == "er") {
        next = suffix + 1;
    }
    if !is_space(next) {
        return None;
    }
    let name = tokens.get(next + 1)?.text;
    let month = month_number(name)?;
    let after = next + 2;
    let period = !is_full_month(name) && tokens.get(after).is_some_and(|t| t.text == ".");
    Some(
        match year_after_month(text, tokens, after + usize::from(period)) {
            Some((year, next)) => (month, year, next),
            None => (month, TypedYear::Missing, after),
        },
    )
}

/// The year that follows the name of a month, and the next token.
fn year_after_month(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(TypedYear, usize)> {
    let spaced = tokens.get(at)?.kind == Kind::Space;
    let at = at + usize::from(spaced);
    let token = tokens.get(at)?;
    let next = at + 1;
    if tokens
        .get(next)
        .is_some_and(|token| token.kind == Kind::Word)
    {
        return None;
    }
    if let Some(year) = token.number(4..=4, 1800..=2199) {
        return Some((TypedYear::Full(year), next));
    }
    let year = i8::try_from(token.number(2..=2, 0..=99)?).ok()?;
    let alone = spaced && !counts(text, tokens, at);
    alone.then_some((TypedYear::TwoDigits(year), next))
}

/// The weekday typed before the token `at` (`mardi 7`, `mardi, le 7`) and its own token.
fn weekday_before(tokens: &[Token<'_>], at: usize) -> Option<(Weekday, usize)> {
    let mut index = at;
    let mut back = |kind: Kind, text: Option<&str>| {
        let before = index.checked_sub(1)?;
        let token = tokens[before];
        let fits = token.kind == kind && text.is_none_or(|text| token.text == text);
        fits.then(|| {
            index = before;
            token
        })
    };
    back(Kind::Space, None)?;
    if back(Kind::Word, Some("le")).is_some() {
        back(Kind::Space, None)?;
    }
    back(Kind::Mark, Some(","));
    let weekday = weekday_named(back(Kind::Word, None)?.text)?;
    let touched = index
        .checked_sub(1)
        .is_some_and(|i| tokens[i].kind == Kind::Number);
    (!touched).then_some((weekday, index))
}
