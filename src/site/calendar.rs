//! `calendrier.ics` (RFC 5545): the meetings, the next one as announced, and the days on which actions are due.

use std::collections::HashSet;
use std::io::{self, Write};

use serde::Serialize;

use super::ics::{Event, Revision, Stage, When, foot, head, identity_line, text, texts};
use super::identities::{Appointment, Identity, identities};
use super::register::{Point, Register, Tracked};
use super::upcoming::{Upcoming, upcoming};
use super::{Site, SitePage, Summary, page};
use crate::config::Config;
use crate::follow_up::Ledger;
use crate::french::folding::slug;
use crate::french::phrases::place_name;
use crate::french::typography::correct;
use crate::french::words::capital_first;
use crate::record::Edition;
use crate::templates::Templates;

/// The name of the file.
pub const FILE: &str = "calendrier.ics";

pub(super) fn page(site: Site<'_>) -> SitePage<'_> {
    SitePage::of_stream(
        FILE,
        move |out| tell(site, out),
        move |out| write(site, out),
    )
}

/// All that the events are made of.
fn tell(site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    for meeting in site.meetings {
        page::tell(&shown(meeting), out)?;
    }
    let is_dated = |point: &Point| site.tracked(*point).due().is_some();
    let dated = site.traces(site.open_points().filter(is_dated));
    page::tell(&dated, out)
}

/// What an event shows of a meeting: not what it spoke of and who came, of which there is most. Each field is named here, so that a new one
/// is not forgotten.
fn shown(meeting: &Summary) -> impl Serialize {
    let Summary {
        address,
        gathering,
        is_held,
        is_convened,
        date,
        last_day,
        end_day,
        start,
        end,
        number: _,
        title: _,
        body,
        place,
        state: _,
        convened_on,
        sent_on,
        planned_minutes,
        approved_on,
        description,
        link,
        participants: _,
        organisation_count: _,
        organisations: _,
        themes: _,
        decisions: _,
        actions: _,
        coming,
        next,
    } = meeting;
    let name = (address, gathering, body, (description, link), place);
    let days = (date, last_day, end_day, start, end, planned_minutes);
    let told_on = (convened_on, sent_on, approved_on);
    (name, (is_held, is_convened), days, told_on, (coming, next))
}

/// Event by event.
fn write(site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut add = |text: &str| out.write_all(text.as_bytes());
    add(&head(&series(site)))?;
    let appointments = site.meetings.iter().map(Appointment::of_summary);
    let identities = identities(&appointments.collect::<Vec<_>>());
    let of = |meeting: &Summary| {
        let mut all = site.meetings.iter().zip(&identities);
        all.find_map(|(one, identity)| std::ptr::eq(one, meeting).then_some(identity))
    };
    for (meeting, identity) in site.meetings.iter().zip(&identities) {
        add(&recorded(site, meeting, identity).lines())?;
    }
    let deadline = |point| deadline(site, &site.tracked(point));
    for event in site.open_points().filter_map(deadline) {
        add(&event.lines())?;
    }
    let mut seen = HashSet::new();
    for one in upcoming(site) {
        let event = of(one.meeting).and_then(|identity| announced(site, one, identity));
        // A meeting that several records announce is told as the latest of them has it.
        if let Some(event) = event.filter(|event| seen.insert(event.identity().cloned())) {
            add(&event.lines())?;
        }
    }
    add(&foot())
}

/// The days on which an owner's open action points are due.
pub(super) fn of_owner<'a>(
    site: Site<'a>,
    path: &str,
    owner: &str,
    open: Vec<Point>,
) -> SitePage<'a> {
    let name = format!("{}\u{a0}: {owner}", series(site));
    SitePage::of_content(path, move || {
        let deadlines = open.iter();
        let deadlines = deadlines.filter_map(|point| deadline(site, &site.tracked(*point)));
        let events: String = deadlines.map(|event| event.lines()).collect();
        let calendar = head(&name) + &events + &foot();
        Ok(calendar.into_bytes())
    })
}

/// What stands for the action points of a series where none are asked for.
pub(super) fn nothing_taken() -> (Ledger<'static>, Register) {
    (Ledger::new(Vec::new()), Register::default())
}

/// A site of one meeting, which took nothing.
pub(super) fn alone<'a>(
    config: &'a Config,
    templates: &'a Templates,
    meeting: &'a Summary,
    ledger: &'a Ledger<'a>,
    register: &'a Register,
) -> Site<'a> {
    Site {
        config,
        templates,
        meetings: std::slice::from_ref(meeting),
        ledger,
        register,
        today: meeting.date,
        has_decisions: false,
    }
}

/// The calendar of a site with a meeting as it is now, where all that changed of it is what its own event alone shows: its place, its end, what
/// is said of it. `None` where anything else changed, or the event is not found.
#[must_use]
pub fn retold(
    config: &Config,
    templates: &Templates,
    calendar: &str,
    before: &Summary,
    now: &Summary,
) -> Option<String> {
    let but_for_event = Summary {
        end: now.end,
        place: now.place.clone(),
        planned_minutes: now.planned_minutes,
        description: now.description.clone(),
        link: now.link.clone(),
        ..before.clone()
    };
    if but_for_event != *now {
        return None;
    }
    // By what it is known again rests on the days and bodies of the series, which are as they were.
    let identity = Identity::default();
    let (ledger, register) = nothing_taken();
    let around = |meeting: &Summary| {
        let site = alone(config, templates, meeting, &ledger, &register);
        recorded(site, meeting, &identity).around_identity()
    };
    let ((head, foot), (new_head, new_foot)) = (around(before), around(now));
    let found = calendar.match_indices(&head).filter_map(|(at, _)| {
        let rest = &calendar[at + head.len()..];
        let own = identity_line(rest)?;
        let rest = rest[own.len()..].strip_prefix(foot.as_str())?;
        Some([&calendar[..at], &new_head, own, &new_foot, rest].concat())
    });
    let mut found = found.take(2).collect::<Vec<String>>().into_iter();
    // Of two that were alike, it is not known which is meant.
    found.next().filter(|_| found.next().is_none())
}

/// What the series is called in a calendar, with the edition.
pub(super) fn series(site: Site<'_>) -> String {
    let body = site.config.body.as_deref().map(correct);
    let name = body.unwrap_or_else(|| capital_first(&site.words().gatherings));
    let edition = site.config.named_edition().and_then(Edition::heading);
    edition
        .into_iter()
        .fold(name, |name, edition| name + ", " + edition)
}

/// A meeting of the records: held, convened, or to be struck out of the calendars that have it.
pub(super) fn recorded(site: Site<'_>, meeting: &Summary, identity: &Identity) -> Event {
    let when = When {
        days: (meeting.date, meeting.end_day),
        start: meeting.start,
        end: meeting.end,
        minutes: meeting.planned_minutes,
    };
    let is_cancelled = !meeting.is_held && !meeting.is_convened;
    let revision = match (meeting.is_held, meeting.is_convened) {
        (true, _) => Revision {
            stage: Stage::Held,
            changed_on: Some(meeting.told_on()).filter(|day| *day > meeting.end_day),
        },
        (_, true) => Revision {
            stage: Stage::Convened,
            changed_on: meeting.convened_on,
        },
        _ => Revision {
            stage: Stage::NotHeld,
            // Below no convocation of it, whatever the record kept of that one.
            changed_on: (meeting.convened_on.max(meeting.sent_on)).or(Some(meeting.date)),
        },
    };
    let mut event = event(site, &identity.own, &when, &revision);
    if is_cancelled {
        event.say("STATUS", "CANCELLED");
    }
    event.say("SUMMARY", text(&name(site, meeting)));
    let link = meeting.link.as_deref().unwrap_or_default();
    describe(&mut event, site, meeting, &[&meeting.description, link]);
    locate(&mut event, meeting.place.as_deref());
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

pub(super) fn announced(site: Site<'_>, one: Upcoming<'_>, identity: &Identity) -> Option<Event> {
    let Upcoming {
        meeting,
        next,
        is_new_day,
    } = one;
    let when = When {
        start: next.start,
        ..When::on(next.date?)
    };
    let revision = Revision {
        stage: Stage::Announced,
        changed_on: Some(meeting.told_on()),
    };
    let identity = match is_new_day {
        true => &identity.new_day,
        false => &identity.next,
    };
    let mut event = event(site, identity, &when, &revision);
    event.say("SUMMARY", text(&name(site, meeting)));
    describe(&mut event, site, meeting, &[&next.sentence]);
    locate(&mut event, next.place.as_deref());
    Some(event)
}

fn deadline(site: Site<'_>, tracked: &Tracked<'_>) -> Option<Event> {
    let when = When::on(tracked.due()?);
    let (meeting, action) = (tracked.meeting, tracked.action());
    let changed_by = tracked.last_change(site).unwrap_or(meeting);
    let revision = Revision {
        stage: Stage::Announced,
        changed_on: Some(changed_by.date),
    };
    let identity = format!("{}/{}", meeting.address, action.anchor);
    let mut event = event(site, &identity, &when, &revision);
    let labels = &site.config.labels;
    let summary = format!("{}\u{a0}: {}", labels.due_date, action.text);
    event.say("SUMMARY", text(&summary));
    let owners: Vec<String> = tracked.owners().collect();
    let owners = match owners.is_empty() {
        true => String::new(),
        false => format!("{}\u{a0}: {}", labels.action_owners, owners.join(", ")),
    };
    describe(&mut event, site, meeting, &[&owners]);
    // A deadline takes nobody's day.
    event.say("TRANSP", "TRANSPARENT");
    Some(event)
}

fn event(site: Site<'_>, identity: &str, when: &When, revision: &Revision) -> Event {
    let config = site.config;
    let series = config.body.as_deref().map(slug).unwrap_or_default();
    let identity = format!("{identity}@{}.{series}", config.prefix);
    Event::new(&identity, &config.zone, when, revision)
}

/// What is said of it, and where more is: many calendars show no `URL`.
fn describe(event: &mut Event, site: Site<'_>, meeting: &Summary, said: &[&str]) {
    let page = site.config.site_address.as_ref();
    let page = page.map(|root| format!("{root}/{}/", meeting.address));
    let page_address = page.as_deref().unwrap_or_default();
    let texts = texts(&[said, &[page_address]].concat());
    if !texts.is_empty() {
        event.say("DESCRIPTION", texts);
    }
    if let Some(page) = page {
        event.say("URL", page);
    }
}

fn locate(event: &mut Event, place: Option<&str>) {
    if let Some(place) = place {
        event.say("LOCATION", text(&place_name(place)));
    }
}
