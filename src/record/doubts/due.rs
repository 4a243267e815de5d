//! Due dates that are words for the program: `30 avril` is never late, since it has no year.

use jiff::civil::Date;

use super::sound_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::typed_dates::{TypedYear, dates_in};
use crate::record::RecordDoubt;
use crate::record::raw::{DueText, RawMeeting};
use crate::record::texts::{is_meant_as_moment, strict_date};
use crate::toml_source::Field;

/// What may stand before a day and says no more than it.
const LEADS: [&str; 9] = [
    "au plus tard le",
    "avant le",
    "pour le",
    "d’ici le",
    "d'ici le",
    "d’ici au",
    "d'ici au",
    "jusqu’au",
    "le",
];

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some(meeting) = sound_date(&raw.date) else {
        return;
    };
    let actions = raw.contents().flat_map(|content| content.actions.items());
    let dues = actions.map(|(action, _)| &action.due);
    let followed = raw.follow_up.items().map(|(followed, _)| &followed.due);
    for due in dues.chain(followed) {
        doubts_of(due, meeting, doubts);
    }
}

fn doubts_of(due: &Field<DueText>, meeting: Date, doubts: &mut Diagnostics) {
    let Some((DueText(text), span)) = due.located() else {
        return;
    };
    let typed = text.trim();
    if strict_date(typed).is_some() || is_meant_as_moment(typed, &span) {
        return;
    }
    let lead = LEADS.iter().find_map(|lead| {
        let rest = typed.get(lead.len()..)?;
        typed
            .get(..lead.len())?
            .eq_ignore_ascii_case(lead)
            .then_some(rest)
    });
    let day = lead.unwrap_or(typed).trim().trim_end_matches('.');
    let Some((day, month, year)) = day_in_words(day).or_else(|| day_in_digits(day)) else {
        return;
    };
    match next_such_day(meeting, day, month, year) {
        Some(date) => doubts.push(dated(&span, date)),
        None => doubts.push(
            Diagnostic::new(RecordDoubt::ImpossibleDate, "ce jour n’existe pas")
                .at(span, "")
                .help("vérifiez le jour et le mois"),
        ),
    }
}

/// What to write instead.
fn dated(span: &Span, date: Date) -> Diagnostic {
    Diagnostic::new(
        RecordDoubt::DueInWords,
        "cette échéance est un texte : elle ne sera jamais en retard",
    )
    .at(span.clone(), "")
    .help(format!(
        "écrivez la date avec son année : echeance = {date}"
    ))
    .proposal(span.clone(), date.to_string())
}

/// `30 avril`, `mardi 30 avril 2026`, and nothing else.
fn day_in_words(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let dates = dates_in(text);
    let [date] = dates.as_slice() else {
        return None;
    };
    let year = match date.year {
        TypedYear::Missing => None,
        TypedYear::TwoDigits(year) => Some(2000 + i16::from(year)),
        TypedYear::Full(year) => Some(year),
    };
    (date.range == (0..text.len())).then_some((date.day, date.month, year))
}

/// `30/04`.
fn day_in_digits(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let (day, month) = text.split_once('/')?;
    let number = |digits: &str, most: i8| {
        let is_number =
            (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let value = is_number.then(|| digits.parse::<i8>().ok()).flatten()?;
        (1..=most).contains(&value).then_some(value)
    };
    Some((number(day, 31)?, number(month, 12)?, None))
}

/// That day, or the first one after the meeting where no year was typed.
fn next_such_day(meeting: Date, day: i8, month: i8, year: Option<i16>) -> Option<Date> {
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => [meeting.year(), meeting.year() + 1]
            .into_iter()
            .filter_map(|year| Date::new(year, month, day).ok())
            .find(|date| *date >= meeting),
    }
}
