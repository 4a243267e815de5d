//! The meetings to come, as the latest records announce them.

use super::summary::NextSummary;
use super::{Site, Summary};

/// A meeting to come.
#[derive(Clone, Copy)]
pub(super) struct Upcoming<'a> {
    /// The meeting whose record announces it.
    pub(super) meeting: &'a Summary,
    pub(super) next: &'a NextSummary,
    /// The end of its identity in a calendar, after the address of that record.
    pub(super) suffix: &'static str,
}

/// What the last meeting held announced, and those after it, which were not held: their new day, then the next meeting.
/// What has a record of its own is no longer announced.
pub(super) fn upcoming(site: Site<'_>) -> Vec<Upcoming<'_>> {
    let last_held = site.meetings.iter().rposition(|meeting| meeting.is_held);
    let latest = &site.meetings[last_held.unwrap_or_default()..];
    let all = latest.iter().rev().flat_map(|meeting| {
        let one = |next, suffix| Upcoming {
            meeting,
            next,
            suffix,
        };
        let postponed = meeting.postponed_to.as_ref();
        let next = meeting.next.as_ref();
        let postponed = postponed.map(|next| one(next, "nouvelle-date"));
        let next = next.map(|next| one(next, "prochaine-reunion"));
        postponed.into_iter().chain(next)
    });
    let is_to_come = |one: &Upcoming<'_>| {
        one.next.date.is_none_or(|day| {
            let has_record = latest.iter().any(|meeting| meeting.date == day);
            day > one.meeting.date && !has_record
        })
    };
    all.filter(is_to_come).collect()
}
