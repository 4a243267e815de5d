//! By what a calendar knows an event again: a meeting keeps the identity under which it was announced, whatever day it is held.

use std::collections::VecDeque;

use jiff::civil::Date;

use super::Summary;
use crate::record::{Meeting, State};

/// What a record says of days on which its series meets.
#[derive(Clone, Debug)]
pub struct Appointment {
    address: String,
    date: Date,
    /// What meets, where it is not the body of the series.
    body: Option<String>,
    /// Whether it is held, or still to be.
    takes_place: bool,
    new_day: Option<Date>,
    next: Option<Date>,
}

/// The identities of what a record tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    /// Of its meeting.
    pub(super) own: String,
    /// Of the new day of a meeting that was put off.
    pub(super) new_day: String,
    /// Of the next meeting.
    pub(super) next: String,
}

impl Appointment {
    /// That of a record whose page has that address.
    #[must_use]
    pub fn of(meeting: &Meeting, address: &str) -> Self {
        Self {
            address: address.to_owned(),
            date: meeting.date,
            body: meeting.body.clone(),
            takes_place: meeting.is_held() || meeting.is_convened(),
            new_day: match meeting.state {
                State::Postponed(day) => day,
                _ => None,
            },
            next: meeting.next.as_ref().and_then(|next| next.date),
        }
    }

    pub(super) fn of_summary(meeting: &Summary) -> Self {
        let new_day = meeting.coming.as_ref().filter(|_| !meeting.is_convened);
        Self {
            address: meeting.address.clone(),
            date: meeting.date,
            body: meeting.body.clone(),
            takes_place: meeting.is_held || meeting.is_convened,
            new_day: new_day.and_then(|next| next.date),
            next: meeting.next.as_ref().and_then(|next| next.date),
        }
    }

    /// Whether it says that the series meets on that day, beside its own.
    #[must_use]
    pub fn announces(&self, day: Date) -> bool {
        [self.new_day, self.next].contains(&Some(day))
    }
}

/// An announced meeting that has no record yet.
struct Announced {
    identity: String,
    day: Date,
    body: Option<String>,
}

/// The identities of these, which are in order. They depend on earlier records only: one that is added later changes none of them.
///
/// What was announced is the next record of the same body: that of the announced day, else the first one, whose meeting was moved to another
/// day. One that itself announces that day is another meeting.
pub(super) fn identities(appointments: &[Appointment]) -> Vec<Identity> {
    let mut waiting: VecDeque<Announced> = VecDeque::new();
    let identity = |one: &Appointment| {
        let own = taken(&mut waiting, one).unwrap_or_else(|| one.address.clone());
        let mut announce = |day: Option<Date>, suffix: &str| {
            let same = waiting.iter().position(|other| Some(other.day) == day);
            let same = same.and_then(|place| waiting.remove(place));
            let identity = same.map(|other| other.identity);
            identity.unwrap_or_else(|| format!("{}/{suffix}", one.address))
        };
        let new_day = announce(one.new_day, "nouvelle-date");
        let next = announce(one.next, "prochaine-reunion");
        if one.takes_place {
            waiting.clear();
        }
        for (identity, day) in [(&new_day, one.new_day), (&next, one.next)] {
            waiting.extend(day.map(|day| Announced {
                identity: identity.clone(),
                day,
                body: one.body.clone(),
            }));
        }
        Identity { own, new_day, next }
    };
    appointments.iter().map(identity).collect()
}

/// The identity under which a meeting was announced.
fn taken(waiting: &mut VecDeque<Announced>, one: &Appointment) -> Option<String> {
    let same_body = |other: &&(usize, &Announced)| other.1.body == one.body;
    let of_body = || waiting.iter().enumerate().filter(|other| same_body(&other));
    let on_that_day = of_body().find(|(_, other)| other.day == one.date);
    let moved = || of_body().find(|(_, other)| !one.announces(other.day));
    let (place, _) = on_that_day.or_else(moved)?;
    waiting.remove(place).map(|announced| announced.identity)
}
