//! The action points of the series, each as it stands after the latest meeting, with what became of it.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use jiff::civil::{Date, Time};
use serde::Serialize;

use super::owners::{Name, Names};
use super::summary::bounded;
use super::years::meeting_path;
use super::{ActionSummary, Site, Summary};
use crate::follow_up::{Change, Ledger, Standing};
use crate::french::dates::long_date;
use crate::french::formulas::{entrusted_to, put_off};
use crate::french::hours::at_clock_time;
use crate::french::typography::{correct, title, title_with_part};
use crate::minutes::{due_words, shortened};
use crate::record::{ActionStatus, DueDate, Status};

/// At most 300 letters of an action, of a decision or of the sentence on its vote are shown in a list; the minutes hold them all.
pub(super) const LONGEST_TEXT: usize = 300;
/// At most 40 of its number, and 140 of the theme and the part where it stands.
const LONGEST_NUMBER: usize = 40;
const LONGEST_PLACE: usize = 140;
/// At most 8 of its owners are shown…
const MOST_OWNERS: usize = 8;
/// … and at most 80 letters of each.
const LONGEST_OWNER: usize = 80;
/// At most the 6 latest changes of an action are told.
const MOST_CHANGES: usize = 6;

/// Where an action point is found: all that a page which is not made yet holds of it, for there are many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// Which meeting took it.
    meeting: u32,
    /// Which of that meeting's it is.
    rank: u32,
}

/// An action point, the meeting that took it, and how it stands.
pub(super) struct Tracked<'a> {
    pub(super) meeting: &'a Summary,
    /// Which of that meeting's it is.
    rank: usize,
    /// Which of the ledger it is.
    place: usize,
    ledger: &'a Ledger<'a>,
    pub(super) standing: Standing<'a>,
}

/// What is asked of each action point by many pages, found out once: each stands on several.
#[derive(Debug, Default)]
pub struct Register {
    /// Of each a number that changes with all that the site says of it: what a page that is not made yet shows is known by these, since there
    /// are many.
    traces: OnceLock<Vec<u64>>,
    /// By what their owners are known.
    pub(super) owner_names: OnceLock<Names>,
}

/// All that is said of an action point anywhere on the site, as typed: what is equal here is equal there.
#[derive(Hash)]
struct Known<'a> {
    meeting: (&'a str, &'a str, Date, Option<Date>, Option<Time>),
    action: ActionSummary<'a>,
    number: Option<&'a str>,
    place: Option<String>,
    standing: &'a Standing<'a>,
    /// By what the owners are known, which other meetings may change.
    owners: Vec<Option<&'a Name>>,
    is_late: bool,
    changes: Vec<(Change<'a>, &'a str, Date)>,
}

/// An action point as a row of a page.
#[derive(Clone, Serialize)]
pub(super) struct Row {
    #[serde(rename = "numero")]
    pub(super) number: Option<String>,
    /// Its theme and the part of it where it was taken, if it was taken in one.
    theme: Option<String>,
    #[serde(rename = "texte")]
    text: String,
    #[serde(rename = "adresse")]
    address: String,
    #[serde(rename = "responsables")]
    owners: Vec<String>,
    #[serde(rename = "echeance")]
    pub(super) due: Option<Date>,
    #[serde(rename = "echeance_en_mots")]
    due_in_words: Option<String>,
    /// *reportée deux fois, d’abord fixée au 31 mars*.
    #[serde(rename = "report")]
    put_off: Option<String>,
    #[serde(rename = "statut")]
    status: Option<String>,
    #[serde(skip)]
    pub(super) status_kind: Option<Status>,
    #[serde(rename = "en_retard")]
    pub(super) is_late: bool,
    #[serde(rename = "date_de_reunion")]
    meeting: Date,
    /// *à 9 h*, where another meeting is of that day.
    #[serde(rename = "heure_de_reunion")]
    hour: Option<String>,
    #[serde(rename = "suite")]
    changes: Vec<Told>,
    #[serde(skip)]
    pub(super) meeting_path: String,
    #[serde(skip)]
    pub(super) meeting_name: String,
}

/// What a later meeting did about an action point.
#[derive(Clone, Serialize)]
struct Told {
    /// *reporté au 31 mai 2026*, *fait*.
    #[serde(rename = "dit")]
    said: String,
    date: Date,
    #[serde(rename = "adresse")]
    address: String,
}

impl<'a> Site<'a> {
    /// All action points of meetings that were held, the latest meeting first.
    pub(super) fn points(self) -> impl Iterator<Item = Point> {
        let latest_first = self.meetings.iter().enumerate().rev();
        let held = latest_first.filter(|(_, meeting)| meeting.is_held);
        held.flat_map(move |(index, meeting)| {
            let taken = self.ledger.taken_at(index).len();
            (0..taken.min(meeting.actions.len())).map(move |rank| Point {
                meeting: bounded(index),
                rank: bounded(rank),
            })
        })
    }

    /// The open ones of all meetings.
    pub(super) fn open_points(self) -> impl Iterator<Item = Point> {
        self.points().filter(move |point| self.is_open(*point))
    }

    /// Whether there is still something to do.
    pub(super) fn is_open(self, point: Point) -> bool {
        self.standing(point).is_open()
    }

    /// How it stands.
    pub(super) fn standing(self, point: Point) -> Standing<'a> {
        let now = self.ledger.entries().len();
        self.ledger.standing(self.place(point), now)
    }

    /// An action point as it stands.
    pub(super) fn tracked(self, point: Point) -> Tracked<'a> {
        let (index, rank) = (point.meeting as usize, point.rank as usize);
        let meeting = &self.meetings[index];
        let place = self.place(point);
        Tracked {
            meeting,
            rank,
            place,
            ledger: self.ledger,
            standing: self.standing(point),
        }
    }

    /// Bytes of text of the row of an action point.
    pub(super) fn weight(self, point: &Point) -> usize {
        self.tracked(*point).weight()
    }

    /// What tells all that is said of these.
    pub(super) fn traces(self, points: impl Iterator<Item = Point>) -> Vec<u64> {
        let traces = self.register.traces.get_or_init(|| self.all_traces());
        points.map(|point| traces[self.place(point)]).collect()
    }

    fn all_traces(self) -> Vec<u64> {
        let places = self.points().map(|point| self.place(point));
        let mut traces = vec![0; places.max().map_or(0, |last| last + 1)];
        for point in self.points() {
            // Another version of it makes a page anew, and no other.
            let mut hasher = DefaultHasher::new();
            self.tracked(point).known(self).hash(&mut hasher);
            traces[self.place(point)] = hasher.finish();
        }
        traces
    }

    /// Which of the ledger it is.
    fn place(self, point: Point) -> usize {
        self.ledger.taken_at(point.meeting as usize).start + point.rank as usize
    }

    /// These as rows of a page.
    pub(super) fn rows(self, points: &[Point]) -> Vec<Row> {
        let points = points.iter();
        points.map(|point| self.tracked(*point).row(self)).collect()
    }
}

impl<'a> Tracked<'a> {
    /// All that is said of it.
    fn known<'s>(&'s self, site: Site<'s>) -> Known<'s> {
        let meeting = self.meeting;
        let changes = site.ledger.changes(self.place);
        Known {
            meeting: (
                &meeting.address,
                &meeting.gathering,
                meeting.date,
                meeting.last_day,
                site.hour_of(meeting),
            ),
            action: self.action(),
            number: self.number(),
            place: self.place_in_parts(),
            is_late: self.is_late(site),
            owners: site.owner_names().known(self.standing.owners),
            changes: changes
                .map(|(change, meeting)| {
                    let meeting = &site.meetings[meeting];
                    (change, meeting.address.as_str(), meeting.date)
                })
                .collect(),
            standing: &self.standing,
        }
    }

    /// Who is to do it now, as printed.
    pub(super) fn owners(&self) -> impl Iterator<Item = String> {
        self.standing.owners.iter().map(correct)
    }

    /// Whether it should have been done by then.
    pub(super) fn is_late(&self, site: Site<'_>) -> bool {
        self.standing.is_late(site.today)
    }

    /// The day it is due.
    pub(super) fn due(&self) -> Option<Date> {
        match self.standing.due {
            Some(DueDate::On(day)) => Some(*day),
            _ => None,
        }
    }

    /// When it is due, in words.
    pub(super) fn due_in_words(&self) -> Option<String> {
        match self.standing.due {
            Some(DueDate::Words(words)) => Some(correct(words)),
            _ => None,
        }
    }

    /// How far it is.
    pub(super) fn status(&self) -> Option<String> {
        self.standing.status.map(|status| correct(&status.word))
    }

    /// *reportée deux fois, d’abord fixée au 31 mars*.
    pub(super) fn put_off(&self) -> Option<String> {
        let earlier = self.standing.earlier_dues.iter();
        let earlier: Vec<_> = earlier.map(|due| due_words(due)).collect();
        let said = put_off(&earlier, self.standing.due.map(due_words))?;
        Some(correct(&said))
    }

    /// What the site shows of it.
    pub(super) fn action(&self) -> ActionSummary<'a> {
        self.meeting.action(self.rank)
    }

    /// Its number, if it has one.
    pub(super) fn number(&self) -> Option<&'a str> {
        self.ledger.taken(self.place).number
    }

    /// The theme and the part of it where it was taken, if it was taken in one: what alone may tell it from that of another.
    fn place_in_parts(&self) -> Option<String> {
        let taken = self.ledger.taken(self.place);
        let part = title(taken.part?);
        let theme = title(taken.theme);
        let place = title_with_part(&theme, Some(&part));
        Some(shortened(&place, LONGEST_PLACE))
    }

    /// The way to it from a page of the site.
    pub(super) fn path(&self) -> String {
        format!("{}#{}", meeting_path(self.meeting), self.action().anchor)
    }

    /// What later meetings did about it, in order: what is said of it, and the meeting.
    pub(super) fn changes<'s>(&self, site: Site<'s>) -> Vec<(String, &'s Summary)> {
        let changes = site.ledger.changes(self.place);
        changes
            .map(|(change, meeting)| (said(&change), &site.meetings[meeting]))
            .collect()
    }

    /// The last meeting that did something about it.
    pub(super) fn last_change<'s>(&self, site: Site<'s>) -> Option<&'s Summary> {
        let (_, meeting) = site.ledger.changes(self.place).last()?;
        site.meetings.get(meeting)
    }

    /// Bytes of text of its row.
    pub(super) fn weight(&self) -> usize {
        let text = self.action().text;
        let text = match text.len() {
            length if length <= LONGEST_TEXT => length,
            _ => shortened(text, LONGEST_TEXT).len(),
        };
        let owners = self.standing.owners.iter().take(MOST_OWNERS);
        let owners: usize = owners
            .map(|owner| owner.len().min(2 * LONGEST_OWNER) + 12)
            .sum();
        let due = match self.standing.due {
            Some(DueDate::Words(words)) => words.len().min(2 * LONGEST_OWNER),
            _ => 0,
        };
        let changes = self.standing.changes.min(MOST_CHANGES);
        let number = self.number().map_or(0, |number| number.len().min(80) + 30);
        let place = self.place_in_parts().map_or(0, |place| place.len() + 30);
        text + owners + due + number + place + changes * 80 + 60
    }

    pub(super) fn row(&self, site: Site<'_>) -> Row {
        let owners = self.owners().take(MOST_OWNERS);
        let mut owners: Vec<String> = owners
            .map(|owner| shortened(&owner, LONGEST_OWNER))
            .collect();
        if self.standing.owners.len() > MOST_OWNERS {
            owners.push("…".into());
        }
        let mut changes = self.changes(site);
        let latest = changes.split_off(changes.len().saturating_sub(MOST_CHANGES));
        let number = self.number().map(correct);
        Row {
            number: number.map(|number| shortened(&number, LONGEST_NUMBER)),
            theme: self.place_in_parts(),
            text: shortened(self.action().text, LONGEST_TEXT),
            address: self.path(),
            owners,
            due: self.due(),
            due_in_words: self
                .due_in_words()
                .map(|words| shortened(&words, LONGEST_OWNER)),
            put_off: self.put_off(),
            status: self.status(),
            status_kind: self.standing.status.map(|status| status.kind),
            is_late: self.is_late(site),
            meeting: self.meeting.date,
            hour: site.hour_of(self.meeting).map(at_clock_time),
            changes: latest
                .into_iter()
                .map(|(said, meeting)| Told {
                    said,
                    date: meeting.date,
                    address: meeting_path(meeting),
                })
                .collect(),
            meeting_path: meeting_path(self.meeting),
            meeting_name: site.name(self.meeting),
        }
    }
}

/// *reporté au 31 mai 2026, confié à ACTED et OIM*, *échéance : 31 mai 2026*, *fait*, *examiné*.
fn said(change: &Change<'_>) -> String {
    let due = change.due.map(|due| match due {
        DueDate::On(day) if change.is_first_due() => format!("échéance\u{a0}: {}", long_date(*day)),
        DueDate::On(day) if change.is_earlier() => format!("avancé au {}", long_date(*day)),
        DueDate::On(day) => format!("reporté au {}", long_date(*day)),
        DueDate::Words(words) => format!("échéance\u{a0}: {words}"),
    });
    let owners = (!change.owners.is_empty()).then(|| {
        let owners: Vec<Cow<'_, str>> = change
            .owners
            .iter()
            .map(|owner| Cow::Owned(shortened(owner, LONGEST_OWNER)))
            .collect();
        entrusted_to(&owners)
    });
    // *reporté au 31 mai* says it already.
    let is_put_off_to = matches!(change.due, Some(DueDate::On(_))) && !change.is_first_due();
    let is_said = |status: &&ActionStatus| is_put_off_to && status.kind == Status::PutOff;
    let status = change.status.filter(|status| !is_said(status));
    let status = status.map(|status| shortened(&status.word, LONGEST_OWNER));
    let said: Vec<String> = [status, due, owners].into_iter().flatten().collect();
    match said.is_empty() {
        true => "examiné".into(),
        false => correct(&said.join(", ")),
    }
}
