//! What is odd in a record without being wrong. Never blocking; `check --strict` alone makes faults of them.
//!
//! One file a kind; the reason for each doubt is told to the user in `meetings/README.md`.

mod actions;
mod agenda;
mod dates;
mod language;
mod names;
mod wording;

use jiff::civil::Date;

use super::raw::{DateText, RawMeeting};
use super::texts::strict_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::toml_source::Field;

/// All the doubts of a record, in no particular order.
pub(super) fn doubts(source: &Source, raw: &RawMeeting) -> Vec<Diagnostic> {
    let mut doubts = Diagnostics::default();
    agenda::doubts(raw, &mut doubts);
    actions::doubts(raw, &mut doubts);
    dates::doubts(source, raw, &mut doubts);
    language::doubts(source, raw, &mut doubts);
    names::doubts(raw, &mut doubts);
    wording::doubts(source, raw, &mut doubts);
    doubts.into_vec()
}

/// What is odd in the list of those present where it is sorted by name.
pub(super) fn sorted_by_name(raw: &RawMeeting) -> Option<Diagnostic> {
    names::filed_under_whole_name(raw)
}

/// A sound date, without a word about an unsound one.
fn sound_date(text: &Field<DateText>) -> Option<Date> {
    text.get().and_then(|DateText(text)| strict_date(text))
}

/// The same doubt at several places is said once, with all of them.
fn at_all(
    doubt: Diagnostic,
    spots: impl IntoIterator<Item = crate::diagnostic::Span>,
) -> Diagnostic {
    spots
        .into_iter()
        .fold(doubt, |doubt, span| doubt.at(span, ""))
}
