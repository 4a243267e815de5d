//! Dates and hours as a hand writes them: which one was meant, or why it cannot be.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Span};
use crate::french::dates::{month_name, month_number};
use crate::french::folding::with_plain_digits;
use crate::french::hours::{hour_meant, parse_hour};
use crate::french::typed_dates::dates_in;
use crate::toml_source::TomlFault;

/// `09:30`: an hour that exists, as TOML has it.
pub(super) fn is_in_clock_form(value: &str) -> bool {
    value.len() == 5 && value.as_bytes()[2] == b':' && parse_hour(value).is_some()
}

/// The date or the hour that was meant, as TOML has it.
pub(super) fn date_or_hour_meant(value: &str) -> Option<String> {
    let value = &with_plain_digits(value).replace(['–', '—', '‑', '‐', '−'], "-");
    if let Some(hour) = parse_hour(value) {
        return Some(format!("{:02}:{:02}:00", hour.hour(), hour.minute()));
    }
    let (year, month, day) = date_parts(value)?;
    Date::new(year, month, day)
        .ok()
        .map(|date| date.to_string())
}

/// A date or an hour that TOML does not read, with what to write instead.
pub(crate) fn date_or_hour(value: &str, span: &Span) -> Option<Diagnostic> {
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(span.clone(), "");
    if let Some(meant) = date_or_hour_meant(value) {
        if meant.contains(':') {
            let title = "cette heure n’est pas écrite comme il faut";
            let fault = fault(TomlFault::HourForm, title).help(format!("écrivez {meant}"));
            return Some(fault.proposal(span.clone(), meant));
        }
        let other = with_the_year_first(value).filter(|other| *other != meant);
        let or_other = other.iter().map(|other| format!(", ou {other}"));
        let or_other: String = or_other.collect();
        let title = "cette date n’est pas écrite comme il faut";
        let fault = fault(TomlFault::DateForm, title).help(format!(
            "écrivez l’année, le mois, puis le jour : {meant}{or_other}"
        ));
        let dates = [meant].into_iter().chain(other);
        return Some(dates.fold(fault, |fault, date| fault.proposal(span.clone(), date)));
    }
    if let Some(fault) = impossible_hour(value, span) {
        return Some(fault);
    }
    let (year, month, day) = date_parts(&with_plain_digits(value))?;
    let (title, other) = match Date::new(year, month, 1) {
        Ok(first) => {
            let title = format!("il n’y a pas de {day} {} {year}", month_name(first));
            (title, (day > 28).then(|| first.last_of_month()))
        }
        Err(_) => (
            format!("il n’y a pas de mois {month}"),
            Date::new(year, day, month).ok(),
        ),
    };
    let fault = fault(TomlFault::ImpossibleDate, &title)
        .help("vérifiez le jour et le mois : une date s’écrit année-mois-jour");
    Some(match other {
        Some(date) => fault.proposal(span.clone(), date.to_string()),
        None => fault,
    })
}

/// What is no hour as typed, where the key takes nothing but an hour: `9h30 GMT`, `7 PM`, `12,30`.
pub(crate) fn hour_slip(value: &str, span: &Span) -> Option<Diagnostic> {
    let hour = hour_meant(value)?;
    let meant = format!("{:02}:{:02}:00", hour.hour(), hour.minute());
    let title = "cette heure n’est pas écrite comme il faut";
    let fault = Diagnostic::new(TomlFault::HourForm, title).at(span.clone(), "");
    let fault = fault.help(format!("écrivez {meant}"));
    Some(fault.proposal(span.clone(), meant))
}

/// The same of a date with an hour behind it: `2026-03-17 à 9h`.
pub(super) fn date_before_hour(value: &str, span: &Span) -> Option<Diagnostic> {
    let value = &with_plain_digits(value);
    let iso = value.get(..10).and_then(|iso| iso.parse::<Date>().ok());
    let (date, rest) = match (iso, dates_in(value).as_slice()) {
        (Some(date), []) => (date, &value[10..]),
        (None, [typed]) if typed.range.start == 0 => (typed.date()?, &value[typed.range.end..]),
        _ => return None,
    };
    hour_meant(rest.trim_start_matches([',', ' ', 'T']))?;
    let title = "il faut ici une date, sans heure";
    let fault = Diagnostic::new(TomlFault::WrongType, title).at(span.clone(), "");
    let fault = fault.help(format!("écrivez seulement la date : {date}"));
    Some(fault.proposal(span.clone(), date.to_string()))
}

/// `25:00`, `9h75`, `11:5`.
pub(crate) fn impossible_hour(value: &str, span: &Span) -> Option<Diagnostic> {
    let parts: Vec<&str> = value.split([':', 'h', 'H']).map(str::trim).collect();
    let is_number = |part: &&str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() < 2 || parts[0].is_empty() || !parts.iter().all(is_number) {
        return None;
    }
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(span.clone(), "");
    if parts[1].len() == 1 {
        let (hour, minute) = (parts[0], parts[1]);
        let meant = [
            format!("{hour:0>2}:0{minute}"),
            format!("{hour:0>2}:{minute}0"),
        ];
        let meant = meant.into_iter().filter(|meant| is_in_clock_form(meant));
        let meant: Vec<String> = meant.collect();
        let help = match meant.is_empty() {
            true => "une heure va de 00:00 à 23:59".to_owned(),
            false => format!(
                "écrivez les minutes sur deux chiffres : {}",
                meant.join(", ou ")
            ),
        };
        let title = "cette heure n’est pas écrite comme il faut";
        return Some(fault(TomlFault::HourForm, title).help(help));
    }
    let fault = fault(TomlFault::ImpossibleHour, "cette heure n’existe pas");
    let is_midnight = parts[0] == "24"
        && parts[1..]
            .iter()
            .all(|part| part.trim_matches('0').is_empty());
    Some(match is_midnight {
        true => fault
            .help("une heure va de 00:00 à 23:59 ; pour minuit, écrivez \"minuit\" ou 00:00:00")
            .proposal(span.clone(), "00:00:00"),
        false => fault.help("une heure va de 00:00 à 23:59"),
    })
}

/// `26-03-17` is a day of 2017 to a French hand, but perhaps 2026-03-17 that lost its first digits.
fn with_the_year_first(value: &str) -> Option<String> {
    let value = value.trim_matches(['"', ' ']);
    let has_that_form = value.len() == "26-03-17".len() && value.split('-').count() == 3;
    let date = has_that_form.then(|| format!("20{value}").parse::<Date>().ok())?;
    date.map(|date| date.to_string())
}

/// Year, month and day of `7/2/2017`, `07-02-2017`, `07.02.17`, `2017-2-7`, `2017/02/07`, `mardi 7 février 2017`.
fn date_parts(value: &str) -> Option<(i16, i8, i8)> {
    let value = value.trim_matches(['"', ' ']);
    if let [date] = dates_in(value).as_slice()
        && date.range == (0..value.len())
        && let Some(date) = date.date()
    {
        return Some((date.year(), date.month(), date.day()));
    }
    let parts: Vec<&str> = value
        .split(['/', '-', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, middle, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    let day = day.trim_end_matches("er").parse().ok()?;
    let year: i16 = year.parse().ok()?;
    // Last, since it is dear and most texts of three words are no dates.
    let month = middle.parse().ok().or_else(|| month_number(middle))?;
    let year = if (0..100).contains(&year) {
        2000 + year
    } else {
        year
    };
    Some((year, month, day))
}
