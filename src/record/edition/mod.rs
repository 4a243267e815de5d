//! What an edition shows of a record: the record as it would have been typed for those who read that edition.
//!
//! It is a filter of the record as typed, before it is numbered, so that all that comes after simply sees a lesser meeting: no number
//! is skipped, and no heading stays without its text. What was left out is known by name alone ([`LeftOut`]), for the records of
//! later meetings, which may speak of it.

mod agenda;
mod extra;
mod hiding;
mod left_out;
mod lines;
mod mark;
mod marks;
mod paragraphs;
mod people;
mod ranks;
mod rows;
mod themes;

pub(super) use extra::VISIBILITY;
pub(crate) use extra::{faults_of_free_keys, free_keys_of};
pub(super) use hiding::{Hiding, Ways};
pub use left_out::LeftOut;
pub(super) use lines::said_by_lines;
pub(super) use mark::mark;
pub(super) use marks::{has_marks, misplaced};

use std::collections::BTreeSet;

use super::raw::{
    Edition, Groups, RawAnnex, RawClosing, RawContent, RawFollowUp, RawMeeting, Text, Texts,
};
use crate::toml_source::Field;

/// The record as that edition shows it; `None` where it shows nothing of it.
pub(super) fn shown(raw: &RawMeeting, edition: Edition) -> Option<RawMeeting> {
    if !is_shown(&raw.visibility, edition) {
        return None;
    }
    let mut raw = raw.clone();
    let answers = agenda::answers(&raw);
    let gone = people::leave_out(&mut raw, edition);
    people::forget(&mut raw, &gone);
    let themes = themes::leave_out(&mut raw, edition);
    agenda::leave_out(&mut raw, edition, &answers.left_out(&themes));
    text(&mut raw.objective, edition);
    text(&mut raw.adoption, edition);
    keep(&mut raw.follow_up, |one: &RawFollowUp| {
        is_shown(&one.visibility, edition)
    });
    for followed in given(&mut raw.follow_up) {
        text(&mut followed.comment, edition);
    }
    if let Field::Given(_, approval) = &mut raw.approval {
        let were_told = !approval.changes.is_absent();
        text(&mut approval.changes, edition);
        approval.has_hidden_changes = were_told && approval.changes.is_absent();
    }
    closing(&mut raw, edition);
    extra::leave_out(&mut raw.extra, edition);
    Some(raw)
}

/// The persons of its lists whom that edition does not show: their names, as typed.
pub(super) fn kept_back(raw: &RawMeeting, edition: Edition) -> BTreeSet<String> {
    people::leave_out(&mut raw.clone(), edition)
}

fn closing(raw: &mut RawMeeting, edition: Edition) {
    let Field::Given(_, closing) = &mut raw.closing else {
        return;
    };
    if !is_shown(&closing.visibility, edition) {
        raw.closing = Field::Absent;
        return;
    }
    let RawClosing {
        notes,
        annexes,
        links,
        ..
    } = closing;
    text(notes, edition);
    keep(annexes, |annex| match annex {
        RawAnnex::Title(_) => true,
        RawAnnex::Full(table) => is_shown(&table.visibility, edition),
    });
    keep(links, |link| is_shown(&link.visibility, edition));
}

/// Whether that edition shows what bears this mark.
fn is_shown(visibility: &Field<Edition>, edition: Edition) -> bool {
    visibility.get().is_none_or(|least| *least <= edition)
}

/// Keeps those of a list that are shown; a list of which nothing is left was never there.
fn keep<T>(list: &mut Groups<T>, mut is_shown: impl FnMut(&T) -> bool) {
    let Field::Given(_, items) = list else {
        return;
    };
    let had = !items.is_empty();
    items.retain(|item| item.get().is_none_or(&mut is_shown));
    if had && items.is_empty() {
        *list = Field::Absent;
    }
}

/// What was given of a list, to be changed.
fn given<T>(list: &mut Groups<T>) -> impl Iterator<Item = &mut T> {
    let items = match list {
        Field::Given(_, items) => items.as_mut_slice(),
        Field::Absent | Field::Faulty(_) => &mut [],
    };
    items.iter_mut().filter_map(|item| match item {
        Field::Given(_, item) => Some(item),
        Field::Absent | Field::Faulty(_) => None,
    })
}

/// A formatted text as the edition shows it.
fn text(text: &mut Text, edition: Edition) {
    if let Field::Given(_, typed) = text
        && let Some(shown) = paragraphs::shown(typed, edition)
    {
        match shown.trim().is_empty() {
            true => *text = Field::Absent,
            false => *typed = shown,
        }
    }
}

/// Formatted texts in a list; one of which nothing is left goes.
fn texts(texts: &mut Texts, edition: Edition) {
    let Field::Given(_, items) = texts else {
        return;
    };
    let had = !items.is_empty();
    items.iter_mut().for_each(|item| text(item, edition));
    items.retain(|item| !item.is_absent());
    if had && items.is_empty() {
        *texts = Field::Absent;
    }
}

/// Whether something stands there to be read.
fn says_something(content: RawContent<'_>) -> bool {
    let says = |text: &Text| text.get().is_some_and(|text| !text.trim().is_empty());
    let has = |list: &Texts| list.items().next().is_some();
    says(content.discussion)
        || says(content.comments)
        || has(content.recommendations)
        || content.decisions.items().next().is_some()
        || content.actions.items().next().is_some()
}
