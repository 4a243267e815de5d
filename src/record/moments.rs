//! When a meeting began and ended: over midnight, over several days.

use jiff::civil::{Date, Time};

use super::raw::RawMeeting;
use super::texts::{date, hour};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::hours::{clock_time, parse_hour};
use crate::record::RecordFault;

/// A meeting that ends before it began went on past midnight, if it then took less than 12 hours.
const LONGEST_NIGHT_HOURS: f64 = 12.0;

/// The last day, after the first.
pub(super) fn last_day(
    raw: &RawMeeting,
    first: Option<Date>,
    faults: &mut Diagnostics,
) -> Option<Date> {
    let last = date(&raw.last_day, faults)?;
    if first.is_some_and(|first| last <= first) {
        faults.push(
            Diagnostic::new(
                RecordFault::LastDay,
                "le dernier jour ne vient pas après le premier",
            )
            .at(raw.last_day.span().unwrap_or_default(), "")
            .help("corrigez `date_fin`, ou supprimez-la si la réunion n’a duré qu’un jour"),
        );
        return None;
    }
    Some(last)
}

/// The hours; an end before the start is that of another day, or a fault.
pub(super) fn start_and_end(
    source: &Source,
    raw: &RawMeeting,
    last_day: Option<Date>,
    faults: &mut Diagnostics,
) -> (Option<Time>, Option<Time>) {
    let (start, end) = (hour(&raw.start, faults), hour(&raw.end, faults));
    let is_of_one_day = last_day.is_none() && raw.last_day.is_absent();
    if let (Some(start), Some(end)) = (start, end)
        && end < start
        && is_of_one_day
        && start.until(end).is_ok_and(|span| {
            let hours = span.total(jiff::Unit::Hour).unwrap_or_default();
            hours + 24.0 >= LONGEST_NIGHT_HOURS
        })
    {
        faults.push(end_before_start(source, raw));
    }
    (start, end)
}

fn end_before_start(source: &Source, raw: &RawMeeting) -> Diagnostic {
    let (start, end) = (
        raw.start.span().unwrap_or_default(),
        raw.end.span().unwrap_or_default(),
    );
    let label = match raw.start.get().and_then(|hour| parse_hour(&hour.0)) {
        Some(hour) => {
            format!(
                "la réunion commence à {} (ligne {})",
                clock_time(hour),
                source.line_of(start.start)
            )
        }
        None => String::new(),
    };
    Diagnostic::new(
        RecordFault::EndBeforeStart,
        "l’heure de fin précède l’heure de début",
    )
    .at(end, label)
    .help("corrigez `debut` ou `fin` ; une réunion de plusieurs jours a une `date_fin`")
}
