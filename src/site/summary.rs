//! All that the site shows of one meeting.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::french::typography::Profile;
use crate::markup;
use crate::minutes::Minutes;
use crate::record::{Meeting, Mode, Status};

/// One meeting, as the site shows it. Texts stand as they are to be printed; of persons, it holds what the series publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The address of its page below the output folder.
    pub address: String,
    /// Its day.
    pub date: Date,
    /// When it began.
    pub start: Option<Time>,
    /// When it ended.
    pub end: Option<Time>,
    /// Its number in the year.
    pub number: Option<u32>,
    /// The title of its minutes.
    pub title: String,
    /// The body, where it is not that of the series.
    pub body: Option<String>,
    /// The place, a phrase; *en ligne* for a meeting online.
    pub place: Option<String>,
    /// How far its minutes are, a sentence.
    pub state: Option<String>,
    /// What its page is about, in a line.
    pub description: String,
    /// How many were present.
    pub participants: u32,
    /// The organisations present.
    pub organisations: Vec<String>,
    /// Its themes.
    pub themes: Vec<ThemeSummary>,
    /// Its action points.
    pub actions: Vec<ActionSummary>,
    /// The next meeting it announced.
    pub next: Option<NextSummary>,
}

/// A theme of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeSummary {
    /// Its title.
    pub title: String,
    /// Its anchor in the page.
    pub anchor: String,
}

/// An action point of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionSummary {
    /// Its anchor in the page.
    pub anchor: String,
    /// What is to be done, plain text on one line.
    pub text: String,
    /// Who is to do it; of the theme as a whole where the action names nobody.
    pub owners: Vec<String>,
    /// When it is due.
    pub due: Option<Due>,
    /// How far it is.
    pub status: Option<Status>,
}

/// When an action is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// On a day.
    On(Date),
    /// In words.
    Words(String),
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
            _ => minutes.place.clone(),
        };
        Self {
            address: address.to_owned(),
            date: meeting.date,
            start: meeting.start,
            end: meeting.end,
            number: meeting.number,
            title: minutes.title.clone(),
            body: minutes.body.clone().filter(|_| meeting.body.is_some()),
            place,
            state: minutes.state.clone(),
            description: minutes.description.clone(),
            participants: u32::try_from(meeting.participants.len()).unwrap_or(u32::MAX),
            organisations: names(minutes),
            themes: themes(minutes),
            actions: actions(meeting, minutes),
            next: next(meeting, minutes),
        }
    }
}

impl ActionSummary {
    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status, Some(Status::Done | Status::Dropped))
    }

    /// Whether it should have been done by then.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.is_open() && matches!(self.due, Some(Due::On(day)) if day < today)
    }
}

fn names(minutes: &Minutes) -> Vec<String> {
    let organisations = minutes.organisations.iter();
    organisations.map(|present| present.name.clone()).collect()
}

fn themes(minutes: &Minutes) -> Vec<ThemeSummary> {
    let themes = minutes.themes.iter();
    themes
        .map(|theme| ThemeSummary {
            title: theme.title.clone(),
            anchor: theme.anchor.clone(),
        })
        .collect()
}

fn actions(meeting: &Meeting, minutes: &Minutes) -> Vec<ActionSummary> {
    let mut actions = Vec::new();
    for (recorded, said) in meeting.themes.iter().zip(&minutes.themes) {
        for (recorded, action) in recorded.actions.iter().zip(&said.actions) {
            let of_theme = action.owners.is_empty();
            actions.push(ActionSummary {
                anchor: action.anchor.clone(),
                text: plain(&action.text),
                owners: if of_theme {
                    &said.owners
                } else {
                    &action.owners
                }
                .clone(),
                due: action
                    .due
                    .map(Due::On)
                    .or_else(|| action.due_in_words.clone().map(Due::Words)),
                status: recorded.status,
            });
        }
    }
    actions
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
    let blocks = markup::typeset(markup::parse(text).blocks, Profile::Fine);
    let lines = markup::to_plain(&blocks);
    lines.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
