//! Dates that contradict each other: the file's name, a weekday, an approval or a next meeting before the meeting.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::sound_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::dates::{long_date, weekday_name};
use crate::french::hours::parse_hour;
use crate::french::typed_dates::{TypedDate, TypedYear, dates_in};
use crate::record::RecordDoubt;
use crate::record::raw::{HourText, RawMeeting, RawNext, StateWord};
use crate::record::texts::{date_in_file_name, locate};
use crate::toml_source::Field;

pub(super) fn doubts(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    let may_be_approved = matches!(
        raw.state,
        Field::Given(_, StateWord::Approved) | Field::Faulty(_)
    );
    if !may_be_approved && let Some((_, span)) = raw.approved_on.located() {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::ApprovalUnsaid,
                "cette date d’approbation ne sera pas imprimée",
            )
            .at(span, "")
            .help("écrivez aussi etat = \"approuvé\""),
        );
    }
    let (Some(day), Some(span)) = (sound_date(&raw.date), raw.date.span()) else {
        return;
    };
    if day.year() < 100 {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::YearBeforeHundred,
                format!("cette réunion est datée de l’an {}", day.year()),
            )
            .at(span.clone(), "")
            .help("écrivez l’année sur quatre chiffres"),
        );
    }
    if let Some(named) = date_in_file_name(&source.name).filter(|named| *named != day) {
        doubts.push(
            Diagnostic::new(RecordDoubt::NamedByAnotherDate, "le nom du fichier et la date ne s’accordent pas")
                .at(span, format!("le fichier se nomme {named}"))
                .help("corrigez la date ; si c’est le nom qui est faux, gardez-le quand la page est déjà publiée"),
        );
    }
    if let (Some(approved), Some(span)) = (sound_date(&raw.approved_on), raw.approved_on.span())
        && approved < day
    {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::ApprovedBeforeMeeting,
                "le compte rendu serait approuvé avant la réunion",
            )
            .at(span, "")
            .help("vérifiez l’année"),
        );
    }
    next_meeting(raw, day, doubts);
    in_texts(source, raw, day, doubts);
}

/// The next meeting comes after this one, perhaps on the same day.
fn next_meeting(raw: &RawMeeting, day: Date, doubts: &mut Diagnostics) {
    let Some(next) = raw.next.get() else {
        return;
    };
    let (Some(next_day), Some(span)) = (sound_date(&next.date), next.date.span()) else {
        return;
    };
    let last_day = sound_date(&raw.last_day).map_or(day, |last| last.max(day));
    let help = match next_day.cmp(&last_day) {
        Ordering::Greater => return,
        Ordering::Equal if is_later_that_day(raw, next) => return,
        Ordering::Equal => {
            "vérifiez la date ; pour une réunion du même jour, écrivez `debut` ici, après la fin de celle-ci"
        }
        Ordering::Less => "vérifiez l’année",
    };
    doubts.push(
        Diagnostic::new(
            RecordDoubt::NextBeforeMeeting,
            "la prochaine réunion ne vient pas après celle-ci",
        )
        .at(span, "")
        .help(help),
    );
}

/// Whether the next meeting begins once this one is over, as far as their hours tell.
fn is_later_that_day(raw: &RawMeeting, next: &RawNext) -> bool {
    let hour = |field: &Field<HourText>| field.get().and_then(|HourText(text)| parse_hour(text));
    let (start, end) = (hour(&raw.start), hour(&raw.end));
    // After midnight it is another day.
    let is_past_midnight = start.zip(end).is_some_and(|(start, end)| end < start);
    let Some(over) = end.or(start).filter(|_| !is_past_midnight) else {
        return false;
    };
    hour(&next.start).is_some_and(|next| match end {
        Some(_) => next >= over,
        None => next > over,
    })
}

/// Dates written in the texts whose weekday is another (`francais.md` DAT-R3).
fn in_texts(source: &Source, raw: &RawMeeting, meeting_day: Date, doubts: &mut Diagnostics) {
    for (text, whole, _) in raw.texts() {
        for date in dates_in(text) {
            if doubts.is_full() {
                return;
            }
            let days = days_meant(text, &date, meeting_day);
            let (Some(typed), [day, ..]) = (date.weekday, days.as_slice()) else {
                continue;
            };
            if days.iter().all(|day| day.weekday() != typed) {
                doubts.push(
                    Diagnostic::new(
                        RecordDoubt::WrongWeekday,
                        format!(
                            "le {} n’est pas un {}, mais un {}",
                            long_date(*day),
                            weekday_name(typed),
                            weekday_name(day.weekday()),
                        ),
                    )
                    .at(locate(source, &whole, text, date.range.clone()), "")
                    .help("corrigez le jour ou la date"),
                );
            }
        }
    }
}

/// The days that a typed date may mean, the likeliest first: that of its year; or, where none was typed, the nearest to the
/// meeting and that of its year, before or after it as *dernier* and *prochain* say.
fn days_meant(text: &str, typed: &TypedDate, meeting_day: Date) -> Vec<Date> {
    if typed.year != TypedYear::Missing {
        return typed.date().into_iter().collect();
    }
    let behind = text.get(typed.range.end..).unwrap_or_default();
    let behind = behind.trim_start().to_lowercase();
    let says = |words: [&str; 2]| words.iter().any(|word| behind.starts_with(word));
    let (is_past, is_to_come) = (says(["dernier", "passé"]), says(["prochain", "à venir"]));
    let year = meeting_day.year();
    let days = [year - 1, year, year + 1]
        .into_iter()
        .filter_map(|year| Date::new(year, typed.month, typed.day).ok());
    let days =
        days.filter(|day| !(is_past && *day > meeting_day || is_to_come && *day < meeting_day));
    let mut days: Vec<Date> = days.collect();
    days.sort_by_key(|day| {
        meeting_day
            .until(*day)
            .map_or(i32::MAX, |span| span.get_days().abs())
    });
    let nearest = days.first().copied();
    days.retain(|day| Some(*day) == nearest || day.year() == year);
    days
}
