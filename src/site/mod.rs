//! The website around the minutes: its pages, feeds and data, made of nothing but a [`Summary`] of each meeting.
//!
//! Entry points: [`Summary::new`] for what the site shows of a meeting, [`pages()`] for all the files of the site, and
//! [`minutes_json`] for the data beside a meeting's page. Pure: no disk, no clock, the day is handed in. Every address
//! bears a point, so that none can be that of a meeting. No page grows with the archive: what is long is cut by [`chunks()`]
//! into pages of a bounded weight.

mod actions;
mod calendar;
mod chunks;
mod data;
mod decisions;
mod feeds;
mod frame;
mod home;
mod ics;
mod identities;
mod invitation;
mod organisations;
mod owners;
mod page;
mod register;
mod search;
mod sitemap;
mod style;
mod summary;
mod table;
mod upcoming;
mod years;

use jiff::civil::{Date, Time};

use crate::config::Config;
use crate::follow_up::Ledger;
use crate::french::hours::at_clock_time;
use crate::french::words::none_or_counted;
use crate::minutes::{self, Words};
use crate::templates::Templates;

pub use calendar::{FILE as CALENDAR_FILE, retold};
pub use chunks::chunks;
pub use data::{actions_schema, minutes_json, minutes_schema};
pub use identities::Appointment;
pub use invitation::{Following, Invitation, ToCome, invitation, to_come};
pub use page::{SitePage, Stream};
pub use register::Register;
pub use style::{STYLE_TEMPLATE, style_sheet};
pub use summary::{
    ActionSummary, DecisionSummary, NextSummary, OrganisationSummary, Summary, ThemeSummary,
};

/// The name of the style sheet, which all pages share.
pub const STYLE_FILE: &str = "style.css";
/// The name of the one that the user adds to it, beside it.
pub const ADDED_STYLE_FILE: &str = "ajout.css";
/// The name of the data beside a meeting's page.
pub const MINUTES_DATA_FILE: &str = "minutes.json";

/// All that the pages are made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'a> {
    config: &'a Config,
    templates: &'a Templates,
    /// In their order.
    meetings: &'a [Summary],
    /// What became of their action points.
    ledger: &'a Ledger<'a>,
    /// How these stand.
    register: &'a Register,
    /// The day on which an action is late or not.
    today: Date,
    /// Whether there is a register of decisions.
    has_decisions: bool,
}

/// The files of the site around these meetings, which are in the order of `ledger`; `register` is that of its action points. `today` tells
/// which of them are late.
#[must_use]
pub fn pages<'a>(
    config: &'a Config,
    templates: &'a Templates,
    meetings: &'a [Summary],
    ledger: &'a Ledger<'a>,
    register: &'a Register,
    today: Date,
) -> Vec<SitePage<'a>> {
    let site = Site {
        config,
        templates,
        meetings,
        ledger,
        register,
        today,
        has_decisions: meetings.iter().any(|meeting| !meeting.decisions.is_empty()),
    };
    let mut pages = vec![home::page(site), home::not_found(site)];
    pages.extend(years::pages(site));
    pages.extend(actions::pages(site));
    pages.extend(owners::pages(site));
    pages.extend(decisions::pages(site));
    pages.extend(organisations::pages(site));
    pages.extend(search::pages(site));
    pages.extend(table::pages(site));
    pages.push(data::register_page(site));
    pages.push(calendar::page(site));
    pages.extend(feeds::pages(site));
    let html = pages
        .iter()
        .map(|page| page.path.clone())
        .filter(|path| path.ends_with(".html"));
    let html: Vec<String> = html.collect();
    pages.extend(sitemap::pages(site, html));
    pages
}

impl<'a> Site<'a> {
    /// *Réunion du 14 avril 2026*, with its hour where that tells it from another of its day.
    fn name(self, meeting: &Summary) -> String {
        meeting.name() + &self.hour_apart(meeting)
    }

    /// *, à 9 h*, of a meeting whose day is that of another too.
    fn hour_apart(self, meeting: &Summary) -> String {
        let hour = self.hour_of(meeting);
        hour.map_or_else(String::new, |hour| format!(", {}", at_clock_time(hour)))
    }

    /// When a meeting began, where its day is that of another too.
    fn hour_of(self, meeting: &Summary) -> Option<Time> {
        let first = self.meetings.partition_point(|one| one.date < meeting.date);
        let of_day = self.meetings[first..].iter();
        let of_day = of_day.take_while(|one| one.date == meeting.date);
        meeting.start.filter(|_| of_day.count() > 1)
    }

    /// The nouns of the series.
    fn words(self) -> Words {
        minutes::words(self.config, self.config.gathering)
    }

    /// *12 réunions*: those that were held; *aucune réunion*.
    fn count(self, meetings: &[Summary]) -> String {
        let held = meetings.iter().filter(|meeting| meeting.is_held).count();
        let gathering = self.config.gathering;
        none_or_counted(held as u64, gathering.noun(), gathering.gender())
    }

    /// The last day on which the page of a meeting became another: its record tells of it, or a later meeting did something about
    /// its action points.
    fn changed_on(self, place: usize) -> Date {
        let meeting = &self.meetings[place];
        let told_on = match meeting.is_held || meeting.is_convened {
            true => meeting.told_on(),
            false => self.published_on(place),
        };
        let taken = self.ledger.taken_at(place);
        let changed = taken.filter_map(|action| self.ledger.changes(action).last());
        let changed = changed.map(|(_, by)| self.meetings[by].date);
        changed.fold(told_on, Date::max)
    }

    /// The day of what is told of a meeting: its own. That one is not held is told before: on the day that its record gives, else no
    /// sooner than the last meeting held before it, and never on a day that may be yet to come.
    fn published_on(self, place: usize) -> Date {
        let meeting = &self.meetings[place];
        if meeting.is_held || meeting.is_convened {
            return meeting.date;
        }
        let told_on = meeting.convened_on.max(meeting.sent_on);
        let held_before = || {
            let mut before = self.meetings[..place].iter().rev();
            before.find(|one| one.is_held).map(|one| one.date)
        };
        told_on.or_else(held_before).unwrap_or(meeting.date)
    }

    /// The last meeting that was held.
    fn last_held(self) -> Option<&'a Summary> {
        self.meetings.iter().rev().find(|meeting| meeting.is_held)
    }

    /// The meetings of each year, the latest first; within a year by day.
    fn years(self) -> Vec<(i16, &'a [Summary])> {
        let same_year = |one: &Summary, other: &Summary| one.date.year() == other.date.year();
        let mut years: Vec<(i16, &[Summary])> = self
            .meetings
            .chunk_by(same_year)
            .filter_map(|meetings| Some((meetings.first()?.date.year(), meetings)))
            .collect();
        years.reverse();
        years
    }
}
