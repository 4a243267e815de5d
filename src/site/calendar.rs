//! `calendrier.ics` (RFC 5545): the meetings, the next one as announced, and the days on which actions are due.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::{Date, Time};

use super::register::Tracked;
use super::upcoming::{Upcoming, upcoming};
use super::{Site, SitePage, Summary};
use crate::config::Config;
use crate::follow_up::Ledger;
use crate::french::folding::slug;
use crate::french::typography::{Profile, correct};
use crate::french::words::capital_first;
use crate::templates::Templates;

pub(super) fn page(site: Site<'_>) -> SitePage<'_> {
    SitePage::of_stream("calendrier.ics", move |out| write(site, out))
}

/// Event by event.
fn write(site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut add = |text: &str| out.write_all(text.as_bytes());
    add(&head(&series(site)))?;
    for meeting in site.meetings {
        add(&recorded(site, meeting).lines())?;
    }
    for event in site.open_actions().filter_map(|one| deadline(site, &one)) {
        add(&event.lines())?;
    }
    let to_come = upcoming(site).into_iter();
    for event in to_come.filter_map(|one| announced(site, one)) {
        add(&event.lines())?;
    }
    add(&line("END", "VCALENDAR"))
}

/// The days on which an owner's open action points are due.
pub(super) fn of_owner<'a>(
    site: Site<'a>,
    path: &str,
    owner: &str,
    open: Vec<Tracked<'a>>,
) -> SitePage<'a> {
    let name = format!("{}\u{a0}: {owner}", series(site));
    SitePage::of_content(path, move || {
        let deadlines = open.iter().filter_map(|one| deadline(site, one));
        let events: String = deadlines.map(|event| event.lines()).collect();
        let calendar = head(&name) + &events + &line("END", "VCALENDAR");
        Ok(calendar.into_bytes())
    })
}

/// The meeting to come, for a calendar: the one that a meeting announced, or its own new day; of a meeting that is convened, itself.
/// It is the event that the calendar of the site has. None where no day is known.
#[must_use]
pub fn invitation(config: &Config, templates: &Templates, meeting: &Summary) -> Option<Vec<u8>> {
    let ledger = Ledger::new(Vec::new());
    let site = Site {
        config,
        templates,
        meetings: std::slice::from_ref(meeting),
        ledger: &ledger,
        today: meeting.date,
        has_decisions: false,
    };
    let event = match (&meeting.coming, &meeting.next) {
        _ if meeting.is_convened => recorded(site, meeting),
        (Some(next), _) => announced(site, Upcoming::new_day(meeting, next))?,
        (None, next) => announced(site, Upcoming::next(meeting, next.as_ref()?))?,
    };
    let calendar = head(&series(site)) + &event.lines() + &line("END", "VCALENDAR");
    Some(calendar.into_bytes())
}

/// What the series is called in a calendar.
fn series(site: Site<'_>) -> String {
    let body = site.config.body.as_deref().map(correct);
    body.unwrap_or_else(|| capital_first(&site.words().gatherings))
}

/// What stands before the events.
fn head(name: &str) -> String {
    let name = text(name);
    let lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//greffier//comptes rendus//FR"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        // By the standard, and as most calendars have it.
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
    ];
    lines.map(|(key, value)| line(key, value)).concat()
}

/// A `VEVENT`: what is said of it, by the name of the property and its parameters, always in the same order.
struct Event(BTreeMap<&'static str, String>);

impl Event {
    fn say(&mut self, key: &'static str, value: impl Into<String>) {
        self.0.insert(key, value.into());
    }

    fn lines(&self) -> String {
        let said = self.0.iter().map(|(key, value)| line(key, value));
        let begin = std::iter::once(line("BEGIN", "VEVENT"));
        begin.chain(said).chain([line("END", "VEVENT")]).collect()
    }
}

/// A meeting of the records: held, convened, or to be struck out of the calendars that have it.
fn recorded(site: Site<'_>, meeting: &Summary) -> Event {
    let mut event = event(site, meeting, &meeting.address);
    let days = (meeting.date, meeting.end_day);
    when(&mut event, days, meeting.start, meeting.end);
    if !meeting.is_held && !meeting.is_convened {
        event.say("STATUS", "CANCELLED");
    }
    event.say("SUMMARY", text(&name(site, meeting)));
    event.say("DESCRIPTION", text(&meeting.description));
    if let Some(place) = &meeting.place {
        event.say("LOCATION", text(place));
    }
    event
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
    event.say("SUMMARY", text(&name(site, meeting)));
    event.say("DESCRIPTION", text(&next.sentence));
    if let Some(place) = &next.place {
        event.say("LOCATION", text(place));
    }
    Some(event)
}

fn deadline(site: Site<'_>, tracked: &Tracked<'_>) -> Option<Event> {
    let day = tracked.due()?;
    let (meeting, action) = (tracked.meeting, tracked.action);
    let mut event = event(
        site,
        meeting,
        &format!("{}/{}", meeting.address, action.anchor),
    );
    when(&mut event, (day, day), None, None);
    event.say("SUMMARY", text(&format!("Échéance\u{a0}: {}", action.text)));
    let owners: Vec<String> = tracked.owners().collect();
    if !owners.is_empty() {
        let owners = owners.join(", ");
        event.say(
            "DESCRIPTION",
            text(&format!("Responsables\u{a0}: {owners}")),
        );
    }
    // A deadline takes nobody's day.
    event.say("TRANSP", "TRANSPARENT");
    Some(event)
}

/// An event with all that must never come from the clock or from chance.
fn event(site: Site<'_>, meeting: &Summary, identity: &str) -> Event {
    let config = site.config;
    let series = config.body.as_deref().map(slug).unwrap_or_default();
    let mut event = Event(BTreeMap::new());
    event.say(
        "UID",
        escaped(&format!("{identity}@{}.{series}", config.prefix)),
    );
    event.say("DTSTAMP", format!("{}T000000Z", basic(meeting.date)));
    if let Some(root) = &config.site_address {
        event.say("URL", format!("{root}/{}/", meeting.address));
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
    match (start, end) {
        (Some(start), None) if first == last => {
            event.say("DTSTART", at(first, start));
        }
        (Some(start), Some(end)) => {
            event.say("DTSTART", at(first, start));
            // An event that ends as it begins is refused by some readers.
            if (last, end) > (first, start) {
                event.say("DTEND", at(last, end));
            }
        }
        // The end of whole days is the day after.
        _ => {
            let after = last.tomorrow().unwrap_or(last);
            event.say("DTSTART;VALUE=DATE", basic(first));
            event.say("DTEND;VALUE=DATE", basic(after));
        }
    }
}

fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text on one line, with the spaces that every reader of calendars has.
fn text(typed: &str) -> String {
    let spaced = Profile::NoBreak.spaced(typed);
    escaped(&spaced.replace(['\r', '\n'], " "))
}

/// What has a meaning in a calendar, disguised (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\")
        .replace(',', r"\,")
        .replace(';', r"\;")
}

/// At most 75 octets on a line (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// A line of a calendar, folded where it is too long, between two characters.
fn line(key: &str, value: &str) -> String {
    let mut folded = String::with_capacity(key.len() + value.len() + 8);
    let mut length = 0;
    for letter in key.chars().chain([':']).chain(value.chars()) {
        length += letter.len_utf8();
        if length > LONGEST_LINE {
            folded += "\r\n ";
            length = 1 + letter.len_utf8();
        }
        folded.push(letter);
    }
    folded + "\r\n"
}
