//! How an iCalendar file is written (RFC 5545): properties, moments, texts, lines. It knows no meeting.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, date};
use jiff::tz::TimeZone;
use jiff::{Span, ZonedDateTime};

use crate::config::Zone;
use crate::french::typography::Profile;

/// What tells an event from any other.
const IDENTITY: &str = "UID";
/// How many minutes an event takes of which nothing tells it.
const USUAL_MINUTES: u32 = 60;

/// A `VEVENT`: what is said of it, by the name of the property and its parameters, always in the same order.
pub(super) struct Event(BTreeMap<&'static str, String>);

/// When an event is.
pub(super) struct When {
    /// Its first day and its last.
    pub(super) days: (Date, Date),
    pub(super) start: Option<Time>,
    pub(super) end: Option<Time>,
    /// How long it is to take, where its end is not known.
    pub(super) minutes: Option<u32>,
}

impl When {
    pub(super) fn on(day: Date) -> Self {
        Self {
            days: (day, day),
            start: None,
            end: None,
            minutes: None,
        }
    }
}

/// What a record tells of how an event came to be as it is. There is no other clock: the same record always says the same.
pub(super) struct Revision {
    /// How far the meeting is.
    pub(super) stage: Stage,
    /// The last day of which the record says that something changed.
    pub(super) changed_on: Option<Date>,
}

/// How far a meeting is; each comes after those before it, but that one not held may be convened again.
#[derive(Clone, Copy)]
pub(super) enum Stage {
    Announced,
    Convened,
    NotHeld,
    Held,
}

impl Revision {
    /// What grows with each change of an event (RFC 5545, section 3.8.7.4), so that who has an older one takes it: with the stage first, then with
    /// the day of a known change; of one that is convened or not held with this day first, as it may be convened again. When the event is does not
    /// count: it would fall as soon as a meeting moves to an earlier day, and programs refuse what is older than what they have.
    fn sequence(&self) -> i64 {
        const STAGE: i64 = 1_000_000;
        let days = |day: Date| i64::from((day - date(2000, 1, 1)).get_days());
        let changed = self.changed_on.map_or(0, days).clamp(0, STAGE / 2 - 1);
        match self.stage {
            Stage::Announced => changed,
            Stage::Convened => 2 * STAGE + 2 * changed,
            Stage::NotHeld => 2 * STAGE + 2 * changed + 1,
            Stage::Held => 3 * STAGE + changed,
        }
    }

    /// The day of the last change; where none is known, one that stays when the event moves.
    fn day(&self, begins: Date) -> Date {
        self.changed_on.unwrap_or(match self.stage {
            Stage::Held => begins,
            Stage::Announced | Stage::Convened | Stage::NotHeld => begins.first_of_year(),
        })
    }
}

impl Event {
    /// An event with all that must never come from the clock or from chance.
    pub(super) fn new(identity: &str, zone: &Zone, when: &When, revision: &Revision) -> Self {
        let mut event = Self(BTreeMap::new());
        let changed = universal(&zone.noon(revision.day(when.days.0)));
        event.say(IDENTITY, escaped(identity));
        event.say("DTSTAMP", changed.clone());
        event.say("LAST-MODIFIED", changed);
        event.say("SEQUENCE", revision.sequence().to_string());
        event.happens(zone, when);
        event
    }

    pub(super) fn say(&mut self, key: &'static str, value: impl Into<String>) {
        self.0.insert(key, value.into());
    }

    /// Whole days, or moments: hours without a zone would be those of each reader.
    fn happens(&mut self, zone: &Zone, when: &When) {
        let (first, last) = when.days;
        let start = when.start.filter(|_| when.end.is_some() || first == last);
        // Of hours that no clock reaches the days alone are told.
        let start = start.filter(|_| Zone::reaches(first) && Zone::reaches(last));
        let Some(start) = start else {
            self.say("DTSTART;VALUE=DATE", first.strftime("%Y%m%d").to_string());
            // The end of whole days is the day after. There is none after the last of all; without an end it is one day.
            if let Ok(after) = last.tomorrow() {
                self.say("DTEND;VALUE=DATE", after.strftime("%Y%m%d").to_string());
            }
            return;
        };
        let start = zone.moment(first, start);
        let end = when.end.map(|end| zone.moment(last, end));
        // An event that ends as it begins is refused by some readers.
        let end = end.filter(|end| *end > start).unwrap_or_else(|| {
            let minutes = when.minutes.unwrap_or(USUAL_MINUTES);
            let length = Span::new().minutes(i64::from(minutes));
            start.checked_add(length).unwrap_or_else(|_| start.clone())
        });
        self.say("DTSTART", universal(&start));
        self.say("DTEND", universal(&end));
    }

    pub(super) fn identity(&self) -> Option<&String> {
        self.0.get(IDENTITY)
    }

    /// Its lines up to the one that tells its identity, and those after it.
    pub(super) fn around_identity(&self) -> (String, String) {
        let lines = |is_before: bool| -> String {
            let said = self.0.iter();
            let said = said.filter(|(key, _)| **key != IDENTITY);
            let said = said.filter(|(key, _)| (**key < IDENTITY) == is_before);
            said.map(|(key, value)| line(key, value)).collect()
        };
        let (begin, end) = (line("BEGIN", "VEVENT"), line("END", "VEVENT"));
        (begin + &lines(true), lines(false) + &end)
    }

    pub(super) fn lines(&self) -> String {
        let said = self.0.iter().map(|(key, value)| line(key, value));
        let begin = std::iter::once(line("BEGIN", "VEVENT"));
        begin.chain(said).chain([line("END", "VEVENT")]).collect()
    }
}

/// What stands before the events.
pub(super) fn head(name: &str) -> String {
    let name = text(name);
    let lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//greffier//comptes rendus//FR"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        // By the standard (RFC 7986, section 5.1), and as most calendars have it.
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
    ];
    lines.map(|(key, value)| line(key, value)).concat()
}

/// What stands behind them.
pub(super) fn foot() -> String {
    line("END", "VCALENDAR")
}

/// A moment by the clock of Greenwich, which is the same everywhere.
fn universal(moment: &ZonedDateTime) -> String {
    let moment = moment.with_time_zone(TimeZone::UTC);
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text on one line, with the spaces that every reader of calendars has.
pub(super) fn text(typed: &str) -> String {
    let spaced = Profile::NoBreak.spaced(typed);
    escaped(&spaced.replace(['\r', '\n'], " "))
}

/// Texts, each on a line of its own.
pub(super) fn texts(typed: &[&str]) -> String {
    let texts = typed.iter().filter(|typed| !typed.is_empty());
    texts
        .map(|typed| text(typed))
        .collect::<Vec<_>>()
        .join(r"\n")
}

/// What has a meaning in a calendar, disguised (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\")
        .replace(',', r"\,")
        .replace(';', r"\;")
}

/// The line that tells an identity, if a text begins with it, folded or not.
pub(super) fn identity_line(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(IDENTITY)?.starts_with(':');
    let mut ends = text.match_indices("\r\n").map(|(at, end)| at + end.len());
    let end = ends.find(|end| !text[*end..].starts_with(' '))?;
    rest.then(|| &text[..end])
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

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, Time, date, time};

    use super::{Event, Revision, Stage, When};
    use crate::config::Zone;

    fn told(days: (Date, Date), hours: Option<(Time, Time)>) -> String {
        let when = When {
            days,
            start: hours.map(|(start, _)| start),
            end: hours.map(|(_, end)| end),
            minutes: None,
        };
        let revision = Revision {
            stage: Stage::Held,
            changed_on: None,
        };
        let lines = Event::new("a", &Zone::default(), &when, &revision).lines();
        let is_asked = |line: &&str| line.starts_with("DTSTART") || line.starts_with("DTEND");
        lines.lines().filter(is_asked).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_event_is_told_of_no_other_day() {
        let last = date(9999, 12, 31);
        let day = date(2026, 3, 17);
        let hours = Some((time(23, 30, 0, 0), time(23, 45, 0, 0)));
        for (days, hours, expected) in [
            (
                (day, day),
                None,
                "DTEND;VALUE=DATE:20260318 DTSTART;VALUE=DATE:20260317",
            ),
            (
                (day, day),
                hours,
                "DTEND:20260317T234500Z DTSTART:20260317T233000Z",
            ),
            (
                (day, day.saturating_add(jiff::Span::new().days(1))),
                None,
                "DTEND;VALUE=DATE:20260319 DTSTART;VALUE=DATE:20260317",
            ),
            ((last, last), None, "DTSTART;VALUE=DATE:99991231"),
            ((last, last), hours, "DTSTART;VALUE=DATE:99991231"),
            (
                (date(9999, 12, 29), last),
                hours,
                "DTSTART;VALUE=DATE:99991229",
            ),
            (
                (date(9998, 12, 31), date(9998, 12, 31)),
                hours,
                "DTEND:99981231T234500Z DTSTART:99981231T233000Z",
            ),
            (
                (date(9999, 12, 30), date(9999, 12, 30)),
                None,
                "DTEND;VALUE=DATE:99991231 DTSTART;VALUE=DATE:99991230",
            ),
        ] {
            assert_eq!(told(days, hours), expected, "{days:?}");
        }
    }
}
