//! What became of earlier action points and minutes. Whether these are there is for the archive to say, which knows all records
//! ([`follow_up`](crate::follow_up)).

use std::collections::BTreeMap;

use super::meeting::meeting_address;
use super::meeting::{ActionReference, Approval, FollowUp};
use super::raw::{RawMeeting, RawMeetings, Text};
use super::statuses::{StatusWords, status};
use super::texts::{line, list, optional_markup, required_line};
use super::themes::due_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::phrases::says_no_changes;
use crate::record::{Places, RecordFault, is_placeholder};
use crate::toml_source::Field;

/// What became of earlier action points; none of them is followed twice.
pub(super) fn follow_up(
    raw: &RawMeeting,
    words: &StatusWords,
    faults: &mut Diagnostics,
) -> Vec<FollowUp> {
    let mut followed = Vec::new();
    let mut seen: BTreeMap<ActionReference, Span> = BTreeMap::new();
    for (raw, span) in raw.follow_up.items() {
        let action = required_line(&raw.action, &span, "l’action suivie", "action", faults);
        let status = status(&raw.status, words, faults);
        let due = due_date(&raw.due, faults);
        let owners = list(&raw.owners, line, faults);
        let Some(action) = action.map(|typed| ActionReference::parse(&typed)) else {
            continue;
        };
        let place = raw.action.span().unwrap_or(span);
        if let Some(first) = seen.insert(action.clone(), place.clone()) {
            faults.push(followed_twice(first, place));
        }
        followed.push(FollowUp {
            action,
            status,
            due,
            owners,
            comment: optional_markup(&raw.comment),
        });
    }
    followed
}

fn followed_twice(first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(
        RecordFault::FollowedTwice,
        "cette action est suivie deux fois",
    )
    .at(second, "")
    .at(first, "suivie ici")
    .help("réunissez les deux blocs [[suivi]] en un seul")
}

/// The minutes that this meeting approved.
pub(super) fn approval(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<Approval> {
    let (raw, span) = raw.approval.located()?;
    let what = "la réunion dont le compte rendu est approuvé";
    let mut required = |text: &Text| required_line(text, &span, what, "reunion", faults);
    let meetings = match &raw.meetings {
        Field::Absent => required(&Field::Absent).into_iter().collect(),
        Field::Faulty(_) => Vec::new(),
        Field::Given(place, RawMeetings::One(typed)) => {
            let text = Field::Given(place.clone(), typed.clone());
            required(&text).into_iter().collect()
        }
        Field::Given(place, RawMeetings::Several(typed)) if typed.is_empty() => {
            let nothing = Field::Given(place.clone(), String::new());
            required(&nothing).into_iter().collect()
        }
        Field::Given(place, RawMeetings::Several(typed)) => {
            list(&Field::Given(place.clone(), typed.clone()), line, faults)
        }
    };
    let addresses: Vec<String> = meetings.iter().map(|one| meeting_address(one)).collect();
    (!addresses.is_empty()).then(|| Approval {
        meetings: addresses,
        changes: optional_markup(&raw.changes).filter(|text| !says_no_changes(text)),
        has_hidden_changes: raw.has_hidden_changes,
    })
}

/// Where a record speaks of earlier ones.
pub(super) fn places(raw: &RawMeeting) -> Places {
    let followed = raw.follow_up.items();
    let actions = raw.contents().flat_map(|content| content.actions.items());
    Places {
        followed: followed
            .map(|(followed, span)| followed.action.span().unwrap_or(span))
            .collect(),
        approved: raw
            .approval
            .get()
            .into_iter()
            .flat_map(|approval| approval.meetings.meetings())
            .map(|(typed, span)| (meeting_address(typed), span))
            .collect(),
        ids: actions
            .filter(|(action, _)| !action.text.get().is_some_and(|text| is_placeholder(text)))
            .filter_map(|(action, _)| action.id.span())
            .collect(),
    }
}
