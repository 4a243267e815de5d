//! All that the site shows of one meeting.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::french::dates::long_date;
use crate::french::days::Days;
use crate::french::formulas::{NextMeeting, next_meeting};
use crate::french::typography::{Profile, correct, title_with_part};
use crate::french::words::capital_first;
use crate::markup;
use crate::minutes::{self, Minutes};
use crate::record::{Meeting, Mode, State, is_placeholder};
use crate::texts::Table;

/// One meeting, as the site shows it. Texts stand as they are to be printed; of persons, it holds what the series publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The address of its page below the output folder.
    pub address: String,
    /// What met: *réunion*.
    pub gathering: String,
    /// Whether it was held; one to come, cancelled or postponed counts for nothing.
    pub is_held: bool,
    /// Whether it is still to come, and convened.
    pub is_convened: bool,
    /// Its day; the first of several.
    pub date: Date,
    /// The last of several days.
    pub last_day: Option<Date>,
    /// The day on which it ended, the one after where it went on past midnight.
    pub end_day: Date,
    /// When it began.
    pub start: Option<Time>,
    /// When it ended; its event alone shows it (`calendar::retold`).
    pub end: Option<Time>,
    /// Its number in the year or in the series.
    pub number: Option<u32>,
    /// The title of its minutes.
    pub title: String,
    /// The body, where it is not that of the series.
    pub body: Option<String>,
    /// The place, a phrase; *en ligne* for a meeting online. Its event alone shows it.
    pub place: Option<String>,
    /// How far its minutes are, or that it was not held, a sentence.
    pub state: Option<String>,
    /// The day of its convocation.
    pub convened_on: Option<Date>,
    /// The day on which its minutes were sent.
    pub sent_on: Option<Date>,
    /// How many minutes its agenda is to take, where each item tells. Its event alone shows it.
    pub planned_minutes: Option<u32>,
    /// The day on which its minutes were approved, where it is known.
    pub approved_on: Option<Date>,
    /// What its page is about, in a line. Of the site, its event alone shows it.
    pub description: String,
    /// The first link of a convocation, with its words. Of the site, its event alone shows it.
    pub link: Option<String>,
    /// How many persons were present.
    pub participants: u32,
    /// How many organisations were: as the record counts them, else those it names.
    pub organisation_count: u32,
    /// The organisations present: of each its name and its category.
    pub(super) organisations: Table<2>,
    /// Its themes: of each its title and its anchor.
    pub(super) themes: Table<2>,
    /// Its decisions, numbered or not; none of a meeting that was not held. Of each its anchor, its number, what was decided, the sentence
    /// on its vote and the title of its theme, with that of the part of it.
    pub(super) decisions: Table<5>,
    /// Its action points: of each its anchor and what is to be done.
    pub(super) actions: Table<2>,
    /// Its day, if it is convened, or that to which it was postponed.
    pub coming: Option<NextSummary>,
    /// The next meeting it announced.
    pub next: Option<NextSummary>,
}

/// An organisation that was present.
#[derive(Clone, Copy, Debug)]
pub struct OrganisationSummary<'a> {
    /// Its name.
    pub name: &'a str,
    /// *ONU*, in a series that counts by category.
    pub category: Option<&'a str>,
}

/// A theme of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct ThemeSummary<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its anchor in the page.
    pub anchor: &'a str,
}

/// A decision of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct DecisionSummary<'a> {
    /// Its anchor in the page.
    pub anchor: &'a str,
    /// Its number, without a sign before it.
    pub number: Option<&'a str>,
    /// What was decided, plain text on one line.
    pub text: &'a str,
    /// The sentence on its vote.
    pub vote: Option<&'a str>,
    /// The title of its theme, with that of the part of it: *Subventions – École de musique*.
    pub theme: &'a str,
}

/// An action point of a meeting.
#[derive(Clone, Copy, Debug, Hash)]
pub struct ActionSummary<'a> {
    /// Its anchor in the page.
    pub anchor: &'a str,
    /// What is to be done, plain text on one line.
    pub text: &'a str,
}

/// The next meeting as a meeting announced it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextSummary {
    /// Its day.
    pub date: Option<Date>,
    /// Its hour.
    pub start: Option<Time>,
    /// Its place, a phrase.
    pub place: Option<String>,
    /// The whole of it as a sentence.
    pub sentence: String,
}

impl Summary {
    /// What the site shows of that meeting, whose page has that address. How large its files are is known once they are made.
    #[must_use]
    pub fn new(meeting: &Meeting, minutes: &Minutes, address: &str) -> Self {
        let place = match meeting.mode {
            Some(Mode::Online) => Some("en ligne".to_owned()),
            _ => minutes.place.clone().filter(|place| !is_placeholder(place)),
        };
        Self {
            address: address.to_owned(),
            gathering: minutes.words.seance.to_owned(),
            is_held: minutes.is_held,
            is_convened: minutes.is_convened,
            date: meeting.date,
            last_day: meeting.last_day,
            end_day: meeting.end_day(),
            start: meeting.start,
            end: meeting.end,
            number: meeting.number,
            title: minutes.title.clone(),
            body: minutes.body.clone().filter(|_| meeting.body.is_some()),
            place,
            state: match minutes.is_held {
                true => minutes.state.clone(),
                false => Some(minutes.opening.clone()),
            },
            convened_on: meeting.convened_on,
            sent_on: meeting.sent_on,
            planned_minutes: planned_minutes(meeting),
            approved_on: minutes.approved_on,
            description: minutes.description.clone(),
            link: link(minutes),
            participants: bounded(minutes.head_count),
            organisation_count: organisation_count(meeting, minutes),
            organisations: organisations(minutes),
            themes: themes(minutes),
            decisions: decisions(minutes),
            actions: actions(minutes),
            coming: coming(meeting, minutes),
            next: next(meeting, minutes),
        }
    }

    /// The organisations present, by name.
    pub fn organisations(&self) -> impl Iterator<Item = OrganisationSummary<'_>> {
        let organisations = self.organisations.rows();
        organisations.map(|[name, category]| OrganisationSummary {
            name: name.unwrap_or_default(),
            category,
        })
    }

    /// Its themes.
    pub fn themes(&self) -> impl Iterator<Item = ThemeSummary<'_>> {
        let themes = self.themes.rows();
        themes.map(|row| {
            let [title, anchor] = row.map(Option::unwrap_or_default);
            ThemeSummary { title, anchor }
        })
    }

    /// Its decisions.
    pub fn decisions(&self) -> impl Iterator<Item = DecisionSummary<'_>> {
        let decisions = self.decisions.rows();
        decisions.map(|[anchor, number, text, vote, theme]| DecisionSummary {
            anchor: anchor.unwrap_or_default(),
            number,
            text: text.unwrap_or_default(),
            vote,
            theme: theme.unwrap_or_default(),
        })
    }

    /// Its action point of that rank, from 0.
    #[must_use]
    pub fn action(&self, rank: usize) -> ActionSummary<'_> {
        let [anchor, text] = self.actions.row(rank).map(Option::unwrap_or_default);
        ActionSummary { anchor, text }
    }

    /// *14 avril 2026*, *du 13 au 15 janvier 2026*.
    pub(super) fn days(&self) -> String {
        match self.last_day {
            None => long_date(self.date),
            Some(_) => Days::new(self.date, self.last_day).with_article(),
        }
    }

    /// The last day on which its record tells something of it: it was held, its minutes were sent, or approved.
    pub(super) fn told_on(&self) -> Date {
        let later = [self.sent_on, self.approved_on].into_iter().flatten();
        later.fold(self.end_day.max(self.date), Date::max)
    }

    /// *Réunion du 14 avril 2026*.
    pub(super) fn name(&self) -> String {
        let days = Days::new(self.date, self.last_day);
        format!("{} {}", capital_first(&self.gathering), days.with_de())
    }
}

fn link(minutes: &Minutes) -> Option<String> {
    let mut links = minutes.links.iter().filter(|_| minutes.is_convened);
    let link = links.next()?;
    Some(format!("{}\u{a0}: {}", link.text, link.address))
}

pub(super) fn bounded(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// None where the agenda is empty, or an item does not tell.
fn planned_minutes(meeting: &Meeting) -> Option<u32> {
    let items = meeting.agenda.iter().map(|item| item.minutes);
    let sum: Option<u32> = items.sum();
    sum.filter(|minutes| *minutes > 0)
}

fn organisation_count(meeting: &Meeting, minutes: &Minutes) -> u32 {
    let counted = meeting.head_count.filter(|_| minutes.is_held);
    let counted = counted.and_then(|count| count.organisations);
    counted.unwrap_or_else(|| bounded(named(minutes).count()))
}

/// The organisations present, without those whose names are left to be written.
fn named(minutes: &Minutes) -> impl Iterator<Item = &minutes::Organisation> {
    let organisations = minutes.organisations.iter();
    organisations.filter(|present| !is_placeholder(&present.name))
}

fn organisations(minutes: &Minutes) -> Table<2> {
    named(minutes)
        .map(|present| [Some(&present.name), present.category.as_ref()])
        .collect()
}

fn themes(minutes: &Minutes) -> Table<2> {
    let themes = minutes.themes();
    themes
        .filter(|theme| !is_placeholder(&theme.title))
        .map(|theme| [Some(&theme.title), Some(&theme.anchor)])
        .collect()
}

fn decisions(minutes: &Minutes) -> Table<5> {
    let themes = minutes.themes().filter(|_| minutes.is_held);
    let contents =
        themes.flat_map(|theme| theme.contents_by_part().map(move |found| (theme, found)));
    let decisions = contents.flat_map(|(theme, (part, content))| {
        let decisions = content.decisions.iter();
        let decisions = decisions.filter(|decision| !is_placeholder(&decision.text));
        decisions.map(move |decision| row(title_with_part(&theme.title, part), decision))
    });
    decisions.collect()
}

fn row<'m>(theme: Cow<'m, str>, decision: &'m minutes::Decision) -> [Option<Cow<'m, str>>; 5] {
    [
        Some(Cow::Borrowed(&decision.anchor)),
        decision.number.as_deref().map(Cow::Borrowed),
        Some(Cow::Owned(plain(&decision.text))),
        decision.vote.as_deref().map(Cow::Borrowed),
        Some(theme),
    ]
}

fn actions(minutes: &Minutes) -> Table<2> {
    let contents = minutes.themes().flat_map(minutes::Theme::contents);
    let actions = contents.flat_map(|content| &content.actions);
    // Those that are left to be written are not followed either (`AllTaken`): each has its rank in both.
    let actions = actions.filter(|action| !is_placeholder(&action.text));
    actions
        .map(|action| {
            let anchor = Cow::Borrowed(action.anchor.as_str());
            [Some(anchor), Some(Cow::Owned(plain(&action.text)))]
        })
        .collect()
}

/// A meeting that is convened, or the new day of one that was postponed, announced as a next one is.
fn coming(meeting: &Meeting, minutes: &Minutes) -> Option<NextSummary> {
    match meeting.state {
        State::Postponed(Some(day)) => {
            let sentence = next_meeting(&NextMeeting {
                gathering: minutes.words.gathering,
                date: Some(day),
                ..NextMeeting::default()
            });
            Some(NextSummary {
                date: Some(day),
                start: None,
                sentence: correct(&sentence),
                place: None,
            })
        }
        State::Convened => Some(NextSummary {
            date: Some(meeting.date),
            start: meeting.start,
            sentence: minutes.announced.clone()?,
            place: minutes.place.clone(),
        }),
        _ => None,
    }
}

fn next(meeting: &Meeting, minutes: &Minutes) -> Option<NextSummary> {
    let next = meeting.next.as_ref()?;
    Some(NextSummary {
        date: next.date,
        start: next.start,
        place: minutes.formula.next_place.clone(),
        sentence: minutes.next_meeting.clone()?,
    })
}

/// The words of a markup text, on one line.
pub(super) fn plain(text: &str) -> String {
    markup::plain_line(text, Profile::Fine)
}
