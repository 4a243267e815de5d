//! Days around the meeting that contradict it: its convocation, its end, the day to which it is put off, the next one.

use jiff::civil::Date;

use super::sound_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::RecordDoubt;
use crate::record::raw::{DateText, RawMeeting, StateWord};
use crate::toml_source::Field;

/// A meeting of more days is a slip of the month.
const LONGEST_DAYS: i32 = 30;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let is_postponed = matches!(
        raw.state,
        Field::Given(_, StateWord::Postponed) | Field::Faulty(_)
    );
    if let Some((_, span)) = located(&raw.postponed_to).filter(|_| !is_postponed) {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::NewDateUnsaid,
                "cette nouvelle date ne sera pas imprimée",
            )
            .at(span, "")
            .help("écrivez aussi etat = \"reportée\""),
        );
    }
    if let Some((next, span)) = raw.next.located()
        && [&next.place, &next.host].into_iter().all(is_empty)
        && next.date.is_absent()
        && next.start.is_absent()
    {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::EmptyNext,
                "cette prochaine réunion ne dit rien : elle ne sera pas imprimée",
            )
            .at(span, "")
            .help("écrivez date = 2026-04-14, ou un lieu ; sinon, supprimez ce bloc"),
        );
    }
    if let Some(day) = sound_date(&raw.date) {
        around(raw, day, doubts);
    }
}

fn is_empty(text: &Field<String>) -> bool {
    match text {
        Field::Absent => true,
        Field::Given(_, text) => text.trim().is_empty(),
        Field::Faulty(_) => false,
    }
}

fn around(raw: &RawMeeting, day: Date, doubts: &mut Diagnostics) {
    let mut contradict = |field, is_odd: &dyn Fn(Date) -> bool, doubt: Diagnostic| {
        if let Some((_, span)) = located(field).filter(|(date, _)| is_odd(*date)) {
            doubts.push(doubt.at(span, "").help("vérifiez les deux dates"));
        }
    };
    contradict(
        &raw.postponed_to,
        &|date| date <= day,
        Diagnostic::new(
            RecordDoubt::NewDateTooEarly,
            "la nouvelle date ne vient pas après la première",
        ),
    );
    contradict(
        &raw.convened_on,
        &|date| date > day,
        Diagnostic::new(
            RecordDoubt::ConvenedAfterMeeting,
            "la convocation viendrait après la réunion",
        ),
    );
    // That a meeting is not held is sent before its day.
    let may_be_held = !matches!(
        raw.state,
        Field::Given(_, StateWord::Cancelled | StateWord::Postponed) | Field::Faulty(_)
    );
    contradict(
        &raw.sent_on,
        &|date| may_be_held && date < day,
        Diagnostic::new(
            RecordDoubt::SentBeforeMeeting,
            "le compte rendu serait diffusé avant la réunion",
        ),
    );
    contradict(
        &raw.last_day,
        &|date| {
            day.until(date)
                .is_ok_and(|days| days.get_days() > LONGEST_DAYS)
        },
        Diagnostic::new(
            RecordDoubt::VeryLongMeeting,
            "cette réunion durerait plus de trente jours",
        ),
    );
}

fn located(field: &Field<DateText>) -> Option<(Date, Span)> {
    Some((sound_date(field)?, field.span()?))
}
