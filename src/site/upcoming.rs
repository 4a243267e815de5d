//! The meetings to come, as the latest records announce them.

use super::summary::NextSummary;
use super::{Site, Summary};

/// A meeting to come.
#[derive(Clone, Copy)]
pub(super) struct Upcoming<'a> {
    /// The meeting whose record announces it.
    pub(super) meeting: &'a Summary,
    pub(super) next: &'a NextSummary,
    /// Whether it is the new day of that record's own meeting.
    pub(super) is_new_day: bool,
}

impl<'a> Upcoming<'a> {
    /// The new day of a meeting that was put off.
    pub(super) fn new_day(meeting: &'a Summary, next: &'a NextSummary) -> Self {
        Self {
            meeting,
            next,
            is_new_day: true,
        }
    }

    /// The meeting that one announced.
    pub(super) fn next(meeting: &'a Summary, next: &'a NextSummary) -> Self {
        Self {
            meeting,
            next,
            is_new_day: false,
        }
    }
}

/// The meetings that are convened, after the last one held.
pub(super) fn convened(site: Site<'_>) -> impl Iterator<Item = &Summary> {
    let after = site.meetings.iter().rev();
    let after = after.take_while(|meeting| !meeting.is_held);
    after.filter(|meeting| meeting.is_convened)
}

/// What the last meeting held announced, and those after it, which were not held: their new day, then the next meeting.
/// What has a record of its own is no longer announced, nor what was announced before a later convocation.
pub(super) fn upcoming(site: Site<'_>) -> Vec<Upcoming<'_>> {
    let last_held = site.meetings.iter().rposition(|meeting| meeting.is_held);
    let latest = &site.meetings[last_held.unwrap_or_default()..];
    let all = latest.iter().rev().flat_map(|meeting| {
        // A convocation has an event and a page of its own.
        let postponed = meeting.coming.as_ref().filter(|_| !meeting.is_convened);
        let next = meeting.next.as_ref();
        let postponed = postponed.map(|next| Upcoming::new_day(meeting, next));
        let next = next.map(|next| Upcoming::next(meeting, next));
        postponed.into_iter().chain(next)
    });
    // Whoever convened the next meeting may have moved it: what was announced before holds no longer.
    let last_convened = latest.iter().rposition(|meeting| meeting.is_convened);
    let convened = last_convened.map(|index| latest[index].date);
    let is_to_come = |one: &Upcoming<'_>| {
        if convened.is_some_and(|day| one.meeting.date < day) {
            return false;
        }
        one.next.date.is_none_or(|day| {
            let has_record = latest.iter().any(|meeting| meeting.date == day);
            day > one.meeting.date && !has_record
        })
    };
    all.filter(is_to_come).collect()
}

/// The first that is to come or goes on, convened or announced; one without a day where there is no other. What is told of one that is convened is its
/// own record.
pub(super) fn first(site: Site<'_>) -> Option<Upcoming<'_>> {
    let convened = convened(site)
        .filter_map(|meeting| Some(Upcoming::next(meeting, meeting.coming.as_ref()?)));
    let all = upcoming(site).into_iter().chain(convened);
    let last_day = |one: &Upcoming<'_>| {
        let is_its_own = one.meeting.is_convened && one.next.date == Some(one.meeting.date);
        let last_day = one.meeting.last_day.filter(|_| is_its_own);
        last_day.or(one.next.date)
    };
    let to_come = all.filter(|one| last_day(one).is_none_or(|day| day >= site.today));
    to_come.min_by_key(|one| (one.next.date.is_none(), one.next.date))
}
