//! The calendar that goes with a message to all: what the document changes in the calendars of its readers.

use jiff::civil::Date;

use super::calendar::{alone, announced, nothing_taken, recorded, series};
use super::ics::{foot, head};
use super::identities::{Appointment, identities};
use super::upcoming::{Upcoming, first};
use super::{Site, Summary};
use crate::config::Config;
use crate::templates::Templates;

/// The meeting to come of a series, as its records have it.
#[derive(Clone, Debug)]
pub struct ToCome {
    /// It, a sentence.
    pub sentence: String,
    /// Its event; none where no day is known.
    event: Option<String>,
}

/// What a document says comes next.
#[derive(Clone, Copy, Debug)]
pub enum Following<'a> {
    /// What its own record announced.
    AsAnnounced,
    /// What the series has now, if it has anything: later records say otherwise.
    Since(Option<&'a ToCome>),
}

/// A calendar for the readers of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The whole file.
    pub calendar: Vec<u8>,
    /// Whether it has a meeting to come.
    pub adds: bool,
    /// Whether it takes out a meeting that is not held on its day.
    pub takes_out: bool,
}

/// The meeting to come of a series, that of its first page. `meetings` are the last of the series, from the last one held on; `appointments`
/// are those of all of it, in order.
#[must_use]
pub fn to_come(
    config: &Config,
    templates: &Templates,
    meetings: &[Summary],
    appointments: &[Appointment],
    today: Date,
) -> Option<ToCome> {
    let (ledger, register) = nothing_taken();
    let site = Site {
        meetings,
        today,
        ..alone(config, templates, meetings.first()?, &ledger, &register)
    };
    let next = first(site)?;
    let place = meetings
        .iter()
        .position(|one| std::ptr::eq(one, next.meeting))?;
    let before = appointments.len().checked_sub(meetings.len())?;
    let identities = identities(appointments);
    let identity = identities.get(before + place)?;
    let event = match next.meeting.is_convened {
        true => Some(recorded(site, next.meeting, identity)),
        false => announced(site, next, identity),
    };
    Some(ToCome {
        sentence: next.next.sentence.clone(),
        event: event.map(|event| event.lines()),
    })
}

/// What a document changes in a calendar: a meeting that is not held on its day goes, one to come is added. These are the events that the
/// calendar of the site has: `appointments` are those of the records up to that of the meeting, in order. None where nothing changes.
#[must_use]
pub fn invitation(
    config: &Config,
    templates: &Templates,
    meeting: &Summary,
    appointments: &[Appointment],
    following: Following<'_>,
) -> Option<Invitation> {
    let (ledger, register) = nothing_taken();
    let site = alone(config, templates, meeting, &ledger, &register);
    let identity = identities(appointments).pop()?;
    let own = || recorded(site, meeting, &identity).lines();
    let takes_out = !meeting.is_held && !meeting.is_convened;
    let added: Vec<String> = match following {
        _ if meeting.is_convened => vec![own()],
        Following::AsAnnounced => {
            let new_day = meeting.coming.as_ref();
            let new_day = new_day.map(|next| Upcoming::new_day(meeting, next));
            let next = meeting.next.as_ref();
            let next = next.map(|next| Upcoming::next(meeting, next));
            let all = new_day.into_iter().chain(next);
            let events = all.filter_map(|one| announced(site, one, &identity));
            events.map(|event| event.lines()).collect()
        }
        Following::Since(now) => now.and_then(|now| now.event.clone()).into_iter().collect(),
    };
    if added.is_empty() && !takes_out {
        return None;
    }
    let taken_out = takes_out.then(own).unwrap_or_default();
    let calendar = head(&series(site)) + &taken_out + &added.concat() + &foot();
    Some(Invitation {
        calendar: calendar.into_bytes(),
        adds: !added.is_empty(),
        takes_out,
    })
}
