//! What is odd in a record without being wrong. Never blocking; `check --strict` alone makes faults of them.
//!
//! One file a kind; the reason for each doubt stands in `meetings/README.md`.

mod actions;
mod agenda;
mod attendance;
mod contacts;
mod convocation;
mod dates;
mod days;
mod due;
mod extra;
mod file_names;
mod held;
mod kept_back;
mod language;
mod listed;
mod marks;
mod mentions;
mod names;
mod odd_names;
mod owners;
mod phrases;
mod private;
mod proxies;
mod repeated;
mod series;
mod unread_marks;
mod unsaid;
mod votes;
mod wording;

use jiff::civil::Date;

use super::placeholders;
use super::raw::{DateText, HeadForm, RawMeeting, Text};
use super::statuses::StatusWords;
use super::texts::strict_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::toml_source::Field;

pub use file_names::{FileNames, name_for_windows};
pub(crate) use phrases::{body_phrase as body_phrase_doubt, place as place_doubt};

/// What the doubts must know of the series.
#[derive(Clone, Debug, Default)]
pub(super) struct OfSeries {
    /// Its words for how far an action is.
    pub(super) statuses: StatusWords,
    /// What stands at the head of its minutes.
    pub(super) head: HeadForm,
    /// Whether it has editions besides the public one.
    pub(super) has_editions: bool,
}

/// What the doubts must know of the contacts.
#[derive(Clone, Copy)]
pub(super) struct OfContacts<'a> {
    /// Whether they have an organisation of that name.
    pub(super) knows: &'a dyn Fn(&str) -> bool,
    /// The names that they have.
    pub(super) names: &'a [&'a str],
}

/// All the doubts of a record, in no particular order.
pub(super) fn doubts(
    source: &Source,
    raw: &RawMeeting,
    series: &OfSeries,
    contacts: OfContacts<'_>,
) -> Vec<Diagnostic> {
    let OfContacts { knows, names } = contacts;
    let mut doubts = Diagnostics::default();
    agenda::doubts(raw, &mut doubts);
    actions::doubts(raw, &series.statuses, &mut doubts);
    attendance::doubts(raw, &mut doubts);
    contacts::doubts(raw, &mut doubts);
    convocation::doubts(raw, &mut doubts);
    dates::doubts(source, raw, &mut doubts);
    days::doubts(raw, &mut doubts);
    due::doubts(raw, &mut doubts);
    extra::doubts(raw, &mut doubts);
    held::doubts(raw, &mut doubts);
    language::doubts(source, raw, names, &mut doubts);
    marks::doubts(raw, &mut doubts);
    names::doubts(raw, knows, &mut doubts);
    odd_names::doubts(source, raw, &mut doubts);
    owners::doubts(raw, knows, &mut doubts);
    placeholders::doubts(raw, &mut doubts);
    phrases::doubts(raw, series.head, &mut doubts);
    proxies::doubts(raw, &mut doubts);
    repeated::doubts(raw, &mut doubts);
    unread_marks::doubts(source, raw, series.has_editions, &mut doubts);
    votes::doubts(raw, &mut doubts);
    wording::doubts(source, raw, &mut doubts);
    doubts.into_vec()
}

pub use private::KnownPersons;
/// What the public edition would tell of persons.
pub(super) use private::{Persons, doubts as of_persons};
pub use series::{Comparable, doubts_of_series};

pub use kept_back::KeptBack;
/// What an edition would tell of those whom it does not show.
pub(super) use kept_back::doubts as of_kept_back;

pub(super) use file_names::of_file_names;

/// What a series without a table of earlier action points does not show.
pub(super) fn unsaid_comments(raw: &RawMeeting) -> Option<Diagnostic> {
    actions::unsaid_comments(raw)
}

/// What is odd on that day.
pub(super) fn of_day(raw: &RawMeeting, today: Date) -> Option<Diagnostic> {
    convocation::of_day(raw, today)
}

/// What is odd in the list of those present where it is sorted by name.
pub(super) fn sorted_by_name(raw: &RawMeeting) -> Option<Diagnostic> {
    names::filed_under_whole_name(raw)
}

/// A sound date, without a word about an unsound one.
fn sound_date(text: &Field<DateText>) -> Option<Date> {
    text.get().and_then(|DateText(text)| strict_date(text))
}

/// A doubt on a text with what to type instead, if anything is better.
pub(crate) fn remedied(
    doubt: Diagnostic,
    text: &Text,
    remedy: impl Fn(&str) -> Option<String>,
) -> Option<Diagnostic> {
    let (typed, span) = text.located()?;
    let better = remedy(typed)?.replace('"', "\\\"");
    let doubt = doubt.at(span.clone(), "");
    let doubt = doubt.help(format!("écrivez \"{better}\""));
    // A backslash or a line end would have to be written otherwise in a file than in a sentence.
    let is_plain = !typed.contains(['\\', '\n']);
    Some(match is_plain {
        true => doubt.proposal(span, format!("\"{better}\"")),
        false => doubt,
    })
}

/// The same where a text is doubted though nobody but its writer knows what to type instead: `general` tells how to.
fn remedied_or(
    doubt: Diagnostic,
    text: &Text,
    remedy: impl Fn(&str) -> Option<String>,
    is_doubted: impl Fn(&str) -> bool,
    general: &str,
) -> Option<Diagnostic> {
    let (typed, span) = text.located()?;
    if remedy(typed).is_some() || !is_doubted(typed) {
        return remedied(doubt, text, remedy);
    }
    Some(doubt.at(span, "").help(general))
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
