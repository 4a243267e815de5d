//! The meeting as it is after validation: types that cannot be wrong any more, without places in the file.

mod bodies;
mod closing;
mod follow_up;
mod people;
mod persons;
mod themes;

use crate::toml_source::FreeKeys;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

pub use super::raw::{Column, Edition, HeadForm, Mode, Presentation, Status};
pub use bodies::Body;
pub use closing::{Annex, AnnexTarget, Link, NextMeeting};
pub(in crate::record) use follow_up::meeting_address;
pub use follow_up::{ActionReference, Approval, FollowUp};
pub use people::{Chair, Counted, HeadCount, Person, Quorum, Role};
pub use persons::Named;
pub use themes::{
    Action, ActionStatus, Ballot, Content, Decision, DueDate, Outcome, Part, Theme, Vote,
    VoteGroup, VoteNames,
};

use crate::french::formulas::Gathering;

/// A meeting and its minutes, as the record tells them.
///
/// Texts marked *markup* are Markdown as typed (see [`crate::markup`]); all others are plain text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The civil date; the year is four digits.
    pub date: Date,
    /// The last day of a meeting of several days, after `date`.
    pub last_day: Option<Date>,
    /// Number of the meeting in its year or in its series, from 1.
    pub number: Option<u32>,
    /// When it began.
    pub start: Option<Time>,
    /// When it ended: on its last day, or before noon of the day after if that precedes `start`.
    pub end: Option<Time>,
    /// In a room, online, or both.
    pub mode: Option<Mode>,
    /// What it was held with online: *Teams*.
    pub tool: Option<String>,
    /// What meets, where the record says it otherwise than the series.
    pub gathering: Option<Gathering>,
    /// How far the minutes are, or that the meeting was not held.
    pub state: State,
    /// The day of the convocation.
    pub convened_on: Option<Date>,
    /// The day on which the minutes were sent.
    pub sent_on: Option<Date>,
    /// Overrides the title of the series.
    pub title: Option<String>,
    /// Overrides the name of the body of the series.
    pub body: Option<String>,
    /// Overrides the body's phrase after *la réunion*.
    pub body_phrase: Option<String>,
    /// Overrides the place of the series; a phrase such as *dans le bureau du PNUD*.
    pub place: Option<String>,
    /// What the meeting is to achieve, markup.
    pub objective: Option<String>,
    /// Those who chaired.
    pub chairs: Vec<Chair>,
    /// Who wrote, completed, reviewed.
    pub authors: Vec<Role>,
    /// The other parts that people had.
    pub roles: Vec<Role>,
    /// The agenda items, without numbers.
    pub agenda: Vec<AgendaItem>,
    /// How the agenda was adopted.
    pub adoption: Option<Adoption>,
    /// How many came, where the record counts them.
    pub head_count: Option<HeadCount>,
    /// Those present, in the order of the record.
    pub participants: Vec<Person>,
    /// Those represented by a proxy, neither present nor excused.
    pub represented: Vec<Person>,
    /// Those absent and excused; a name or an organisation or both.
    pub excused: Vec<Person>,
    /// Those absent; a name or an organisation or both.
    pub absent: Vec<Person>,
    /// The members counted for the quorum, where there is a rule.
    pub quorum: Option<Quorum>,
    /// Overrides how the series sets out its themes.
    pub presentation: Option<Presentation>,
    /// Overrides the columns of the series; none where it does not.
    pub columns: Vec<Column>,
    /// Overrides the head of the series' minutes.
    pub head: Option<HeadForm>,
    /// What became of action points of earlier meetings.
    pub follow_up: Vec<FollowUp>,
    /// Persons whom the record may name without listing them, and whom they belong to: those of the contacts.
    pub acquaintances: Vec<(String, Option<String>)>,
    /// The bodies among its owners and voters that the series knows.
    pub bodies_of_series: Vec<String>,
    /// The earlier minutes that were approved.
    pub approval: Option<Approval>,
    /// What was discussed.
    pub themes: Vec<Theme>,
    /// Closing notes, markup.
    pub notes: Option<String>,
    /// Annexes, in order.
    pub annexes: Vec<Annex>,
    /// Links after the annexes.
    pub links: Vec<Link>,
    /// The next meeting, if announced.
    pub next: Option<NextMeeting>,
    /// Keys of the user's own, for templates.
    pub extra: FreeKeys,
}

impl Meeting {
    /// The day on which it ended: its last, or the day after where it went on past midnight.
    #[must_use]
    pub fn end_day(&self) -> Date {
        match (self.start, self.end) {
            (Some(start), Some(end)) if self.last_day.is_none() && end < start => {
                self.date.tomorrow().unwrap_or(self.date)
            }
            _ => self.last_day.unwrap_or(self.date),
        }
    }

    /// Whether it was held: neither still to come, nor cancelled, nor postponed.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.state.is_held()
    }

    /// Whether it is still to come, and the record convenes it.
    #[must_use]
    pub fn is_convened(&self) -> bool {
        self.state == State::Convened
    }
}

/// How far the minutes are, or why there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// The meeting was not held yet: it is convened.
    Convened,
    /// Nothing was said: the minutes stand.
    Final,
    /// *Projet*.
    Draft,
    /// Submitted for approval.
    Submitted,
    /// Approved, perhaps on a day that is known.
    Approved(Option<Date>),
    /// The meeting was not held.
    Cancelled,
    /// The meeting was put off, perhaps to a day that is known.
    Postponed(Option<Date>),
}

impl State {
    /// Whether the meeting was held: there are minutes.
    #[must_use]
    pub fn is_held(self) -> bool {
        match self {
            Self::Final | Self::Draft | Self::Submitted | Self::Approved(_) => true,
            Self::Convened | Self::Cancelled | Self::Postponed(_) => false,
        }
    }

    /// What it is once a later meeting approved the minutes, on that day.
    #[must_use]
    pub fn once_approved(self, on: Option<Date>) -> Self {
        match (self, on) {
            (Self::Final | Self::Draft | Self::Submitted | Self::Approved(None), Some(_)) => {
                Self::Approved(on)
            }
            _ => self,
        }
    }
}

/// An item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// How many minutes it is to take.
    pub minutes: Option<u32>,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// Its sub-points.
    pub subitems: Vec<String>,
}

/// What an item of the agenda is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To inform.
    Information,
    /// To discuss.
    Discussion,
    /// To decide.
    Decision,
}

/// How the agenda was adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// Unchanged.
    Adopted,
    /// Amended and adopted.
    AmendedAndAdopted,
    /// In the record's own words, markup.
    Sentence(String),
}
