//! Times of the day and durations, written and read.
//!
//! Entry points: [`clock_time`], [`hours_of_meeting`], [`time_in_words`], [`duration`], and [`parse_hour`] for what an
//! author typed ([`hour_meant`] for what is no hour as typed, and was meant as one). A time is on a civil day, without a time zone. Seconds are never printed.

use jiff::civil::Time;

use super::folding::with_plain_digits;
use super::numbers::cardinal;
use super::{EndBeforeStart, Gender, NB, Spelling};

/// A time in digits (HEU-R1): `9 h`, `9 h 05`, with [`NB`] on both sides of the `h`.
pub fn clock_time(time: Time) -> String {
    let [hours, minutes] = [time.hour(), time.minute()].map(|number| number.unsigned_abs().into());
    hours_and_minutes(hours, minutes)
}

/// `à 9 h`, as it follows a day.
#[must_use]
pub fn at_clock_time(time: Time) -> String {
    format!("à {}", clock_time(time))
}

/// A range of times: `de 9 h à 11 h 30` (HEU-06), or `à 9 h` when both are equal.
///
/// # Errors
///
/// When the end lies before the start (HEU-18).
pub fn time_range(start: Time, end: Time) -> Result<String, EndBeforeStart> {
    if end < start {
        return Err(EndBeforeStart);
    }
    let (start, end) = (clock_time(start), clock_time(end));
    Ok(if start == end {
        format!("à {start}")
    } else {
        format!("de {start} à {end}")
    })
}

/// The hours of a meeting: as [`time_range`], but an end before the start is that of the next day:
/// `de 20 h à 1 h 30 (le lendemain)`.
pub fn hours_of_meeting(start: Time, end: Time) -> String {
    time_range(start, end).unwrap_or_else(|EndBeforeStart| {
        let (start, end) = (clock_time(start), clock_time(end));
        format!("de {start} à {end} (le lendemain)")
    })
}

/// How many minutes lie between two times, the second of which may be of the next day.
pub fn minutes_between(start: Time, end: Time) -> u32 {
    const DAY: i32 = 24 * 60;
    let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    (minutes(end) - minutes(start))
        .rem_euclid(DAY)
        .unsigned_abs()
}

/// A time in words (HEU-R3): `vingt et une heures vingt et une`, `zéro heure quinze`.
pub fn time_in_words(time: Time, spelling: Spelling) -> String {
    let say = |number: i8| cardinal(number.unsigned_abs().into(), Gender::Feminine, spelling);
    let mark = if time.hour() > 1 { "s" } else { "" };
    let hours = format!("{} heure{mark}", say(time.hour()));
    match time.minute() {
        0 => hours,
        minute => format!("{hours} {}", say(minute)),
    }
}

/// A duration: `45 min` (HEU-17), `1 h 30` (HEU-16), `2 h`.
pub fn duration(minutes: u32) -> String {
    match minutes {
        0..60 => format!("{minutes}{NB}min"),
        _ => hours_and_minutes(minutes / 60, minutes % 60),
    }
}

/// Reads a time that an author typed: `9h30`, `9 h 30`, `9h`, `14H30`, `9 heures 30`, `9h30 min`, `09:30`,
/// `09:30:00`, `midi`, `minuit` (which is 0 h).
///
/// Minutes and seconds have two digits, since `9h5` may stand for 9 h 05 or for a 9 h 50 cut short. A lone number and
/// 24 h are no times.
pub fn parse_hour(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "midi" => return Time::new(12, 0, 0, 0).ok(),
        "minuit" => return Some(Time::midnight()),
        _ => {}
    }
    let after_hour = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let hour = number_of(&text[..text.len() - after_hour.len()], 1)?;
    let (minute, second) = match after_hour.strip_prefix(':') {
        Some(rest) => match rest.split_once(':') {
            Some((minute, second)) => (number_of(minute, 2)?, number_of(second, 2)?),
            None => (number_of(rest, 2)?, 0),
        },
        None => (minute_after_h(after_hour.trim_start())?, 0),
    };
    Time::new(hour, minute, second, 0).ok()
}

/// Reads an hour as other programs and languages write it, where nothing but an hour can be meant: `09h30m`, `9.30h`, `9h30 GMT`, `7 PM`,
/// `à 9,30`. One of another zone is not read.
pub fn hour_meant(text: &str) -> Option<Time> {
    let text = with_plain_digits(text).trim().to_lowercase();
    let text = text.strip_prefix("à ").unwrap_or(&text);
    if let Some(hour) = parse_hour(text) {
        return Some(hour);
    }
    let zone = ["gmt", "utc", "tu"];
    let without_zone = zone.into_iter().find_map(|zone| text.strip_suffix(zone));
    let text = without_zone.unwrap_or(text).trim_end();
    let half = HALVES
        .into_iter()
        .find_map(|(words, is_late)| Some((text.strip_suffix(words)?, is_late)));
    let (clock, is_late) = half.map_or((text, None), |(clock, is_late)| (clock, Some(is_late)));
    let hour = clock_meant(clock.trim_end(), is_late.is_some())?;
    match (is_late, hour.hour()) {
        (Some(true), before) if before < 12 => Time::new(before + 12, hour.minute(), 0, 0).ok(),
        (Some(false), 12) => Time::new(0, hour.minute(), 0, 0).ok(),
        (Some(false), late) if late > 12 => None,
        _ => Some(hour),
    }
}

/// What tells whether an hour is before noon, and whether it is after it.
const HALVES: [(&str, bool); 10] = [
    ("am", false),
    ("a.m.", false),
    ("a.m", false),
    ("du matin", false),
    ("pm", true),
    ("p.m.", true),
    ("p.m", true),
    ("du soir", true),
    ("de l’après-midi", true),
    ("de l'après-midi", true),
];

/// `09h30m`, `9.30h`, `9,30`; a lone number where `may_be_lone`.
fn clock_meant(text: &str, may_be_lone: bool) -> Option<Time> {
    let end = text.find(|sign: char| !sign.is_ascii_digit());
    let (hour, rest) = text.split_at(end.unwrap_or(text.len()));
    let hour = number_of(hour, 1)?;
    let rest = rest.trim();
    if rest.is_empty() {
        return Time::new(hour, 0, 0, 0).ok().filter(|_| may_be_lone);
    }
    if let Some(hour) = parse_hour(text) {
        return Some(hour);
    }
    let minute = rest.strip_prefix(['h', ':', '.', ','])?.trim();
    let units = ["minutes", "minute", "min", "mn", "m", "heures", "hs", "h"];
    let minute = units
        .into_iter()
        .find_map(|unit| minute.strip_suffix(unit))
        .unwrap_or(minute);
    let minute = minute.trim_end();
    let minute = minute.strip_suffix(":00").unwrap_or(minute);
    Time::new(hour, number_of(minute, 2)?, 0, 0).ok()
}

/// The minutes of `h 30`, `heures 30 mn`, or none after a bare `h`.
fn minute_after_h(text: &str) -> Option<i8> {
    let rest = ["heures", "heure", "h"]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))?
        .trim_start();
    if rest.is_empty() {
        return Some(0);
    }
    let digits = ["min", "mn"]
        .into_iter()
        .find_map(|word| rest.strip_suffix(word))
        .unwrap_or(rest);
    number_of(digits.trim_end(), 2)
}

/// A number of one or two ASCII digits, `at_least` that many.
fn number_of(digits: &str, at_least: usize) -> Option<i8> {
    let fits = (at_least..=2).contains(&digits.len());
    let ascii = digits.bytes().all(|byte| byte.is_ascii_digit());
    (fits && ascii).then(|| digits.parse().ok())?
}

fn hours_and_minutes(hours: u32, minutes: u32) -> String {
    match minutes {
        0 => format!("{hours}{NB}h"),
        _ => format!("{hours}{NB}h{NB}{minutes:02}"),
    }
}
