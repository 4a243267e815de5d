//! `calendrier.ics` (RFC 5545): the meetings, the next one as announced, and the days on which actions are due.

use std::io::{self, Write};

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::civil::{Date, Time};

use super::upcoming::{Upcoming, upcoming};
use super::{ActionSummary, Due, Site, SitePage, Summary};
use crate::french::folding::slug;
use crate::french::typography::{Profile, correct};
use crate::french::words::capital_first;

pub(super) fn page(site: Site<'_>) -> SitePage<'_> {
    SitePage::of_stream("calendrier.ics", move |out| write(site, out))
}

/// Event by event.
fn write(site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    let head = refolded(&head(site).to_string());
    let (start, end) = head.split_at(head.find("END:VCALENDAR").unwrap_or(head.len()));
    let mut add = |text: &str| out.write_all(text.as_bytes());
    add(start)?;
    for meeting in site.meetings {
        add(&refolded(&recorded(site, meeting).to_string()))?;
        let open = meeting.actions.iter().filter(|action| action.is_open());
        for event in open.filter_map(|action| deadline(site, meeting, action)) {
            add(&refolded(&event.to_string()))?;
        }
    }
    let to_come = upcoming(site).into_iter();
    for event in to_come.filter_map(|one| announced(site, one)) {
        add(&refolded(&event.to_string()))?;
    }
    add(end)
}

/// The calendar without its events.
fn head(site: Site<'_>) -> Calendar {
    let body = site.config.body.as_deref().map(correct);
    let gatherings = || capital_first(&site.words().gatherings);
    let name = body.unwrap_or_else(gatherings);
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//greffier//comptes rendus//FR"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .name(&plain(&name))
        .done()
}

/// A meeting of the records: held, or to be struck out of the calendars that have it.
fn recorded(site: Site<'_>, meeting: &Summary) -> Event {
    let mut event = event(site, meeting, &meeting.address);
    let days = (meeting.date, meeting.end_day);
    when(&mut event, days, meeting.start, meeting.end);
    if !meeting.is_held {
        event.status(EventStatus::Cancelled);
    }
    event.summary(&plain(&name(site, meeting)));
    event.description(&plain(&meeting.description));
    if let Some(place) = &meeting.place {
        event.location(&plain(place));
    }
    event.done()
}

/// What the meeting is called in a calendar, where *Compte rendu* would be odd.
fn name(site: Site<'_>, meeting: &Summary) -> String {
    let body = meeting.body.clone();
    let body = body.or_else(|| site.config.body.as_deref().map(correct));
    let gathering = capital_first(&meeting.gathering);
    match body {
        None => gathering,
        Some(body) => format!("{gathering}\u{a0}: {body}"),
    }
}

fn announced(site: Site<'_>, one: Upcoming<'_>) -> Option<Event> {
    let Upcoming {
        meeting,
        next,
        suffix,
    } = one;
    let mut event = event(site, meeting, &format!("{}/{suffix}", meeting.address));
    let day = next.date?;
    when(&mut event, (day, day), next.start, None);
    event.summary(&plain(&name(site, meeting)));
    event.description(&plain(&next.sentence));
    if let Some(place) = &next.place {
        event.location(&plain(place));
    }
    Some(event.done())
}

fn deadline(site: Site<'_>, meeting: &Summary, action: &ActionSummary) -> Option<Event> {
    let Some(Due::On(day)) = action.due else {
        return None;
    };
    let mut event = event(
        site,
        meeting,
        &format!("{}/{}", meeting.address, action.anchor),
    );
    when(&mut event, (day, day), None, None);
    event.summary(&plain(&format!("Échéance\u{a0}: {}", action.text)));
    if !action.owners.is_empty() {
        let owners = action.owners.join(", ");
        event.description(&plain(&format!("Responsables\u{a0}: {owners}")));
    }
    // A deadline takes nobody's day.
    event.add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// An event with all that must never come from the clock or from chance.
fn event(site: Site<'_>, meeting: &Summary, identity: &str) -> Event {
    let config = site.config;
    let series = config.body.as_deref().map(slug).unwrap_or_default();
    let mut event = Event::with_uid(&format!("{identity}@{}.{series}", config.prefix));
    event.add_property("DTSTAMP", format!("{}T000000Z", basic(meeting.date)));
    if let Some(root) = &config.site_address {
        event.add_property("URL", format!("{root}/{}/", meeting.address));
    }
    event
}

/// The first day and the last, or hours of the place where the meeting is held: a record knows no time zone.
fn when(event: &mut Event, days: (Date, Date), start: Option<Time>, end: Option<Time>) {
    let (first, last) = days;
    let at = |day: Date, hour: Time| {
        let (hour, minute, second) = (hour.hour(), hour.minute(), hour.second());
        format!("{}T{hour:02}{minute:02}{second:02}", basic(day))
    };
    let whole_day = |key: &str, day: Date| {
        let mut property = Property::new(key, basic(day));
        property.add_parameter("VALUE", "DATE").done()
    };
    match (start, end) {
        (Some(start), None) if first == last => {
            event.add_property("DTSTART", at(first, start));
        }
        (Some(start), Some(end)) => {
            event.add_property("DTSTART", at(first, start));
            // An event that ends as it begins is refused by some readers.
            if (last, end) > (first, start) {
                event.add_property("DTEND", at(last, end));
            }
        }
        // The end of whole days is the day after.
        _ => {
            event.append_property(whole_day("DTSTART", first));
            event.append_property(whole_day("DTEND", last.tomorrow().unwrap_or(last)));
        }
    }
}

fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// One line, with the spaces that every reader of calendars has.
fn plain(text: &str) -> String {
    let spaced = Profile::NoBreak.spaced(text);
    spaced.replace(['\r', '\n'], " ")
}

/// At most 75 octets on a line (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// The same with its lines folded anew: `icalendar` 0.17 forgets the space of a last piece, which may then have 76 octets.
fn refolded(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for letter in line.chars() {
            length += letter.len_utf8();
            if length > LONGEST_LINE {
                folded += "\r\n ";
                length = 1 + letter.len_utf8();
            }
            folded.push(letter);
        }
        folded += "\r\n";
    }
    folded
}
