//! The meeting as it is after validation: types that cannot be wrong any more, without places in the file.

use jiff::civil::{Date, Time};

pub use super::raw::{Mode, Status};
use crate::french::Gender;

/// A meeting and its minutes, as the record tells them.
///
/// Texts marked *markup* are Markdown as typed (see [`crate::markup`]); all others are plain text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The civil date; the year is four digits.
    pub date: Date,
    /// Number of the meeting in its year, from 1.
    pub number: Option<u32>,
    /// When it began.
    pub start: Option<Time>,
    /// When it ended, not before `start`.
    pub end: Option<Time>,
    /// In a room, online, or both.
    pub mode: Option<Mode>,
    /// How far the minutes are.
    pub state: State,
    /// Overrides the title of the series.
    pub title: Option<String>,
    /// Overrides the name of the body of the series.
    pub body: Option<String>,
    /// Overrides the body's phrase after *la réunion*.
    pub body_phrase: Option<String>,
    /// Overrides the place of the series; a phrase such as *dans le bureau du PNUD*.
    pub place: Option<String>,
    /// Who chaired.
    pub chair: Option<Person>,
    /// Who wrote, completed, reviewed.
    pub authors: Vec<Author>,
    /// The agenda items, without numbers.
    pub agenda: Vec<String>,
    /// How the agenda was adopted.
    pub adoption: Option<Adoption>,
    /// Those present, in the order of the record.
    pub participants: Vec<Person>,
    /// Those absent and excused; a name or an organisation or both.
    pub excused: Vec<Person>,
    /// Those absent; a name or an organisation or both.
    pub absent: Vec<Person>,
    /// The members counted for the quorum, where there is a rule.
    pub quorum: Option<Quorum>,
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
}

/// How far the minutes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was said: the minutes stand.
    Final,
    /// *Projet*.
    Draft,
    /// Submitted for approval.
    Submitted,
    /// Approved, perhaps on a day that is known.
    Approved(Option<Date>),
}

/// A person, or an organisation alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Full name as typed.
    pub name: Option<String>,
    /// Function.
    pub function: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Filing name (`francais.md` TRI-R3).
    pub filed_under: Option<String>,
    /// Gender, where the record gives it (`francais.md` FOR-16).
    pub gender: Option<Gender>,
}

/// Somebody who had a hand in the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// *Rédigé par*, *Revu par*…
    pub role: String,
    /// Full name.
    pub name: String,
    /// Function.
    pub function: Option<String>,
}

/// The members counted for the quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Members present.
    pub present: u32,
    /// How many must be.
    pub required: u32,
    /// All members.
    pub members: u32,
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

/// A row of the table of the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its anchor, if the record fixes one.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// The agenda item it answers, from 1.
    pub agenda_item: Option<usize>,
    /// What was said, markup.
    pub discussion: Option<String>,
    /// Recommendations, markup each.
    pub recommendations: Vec<String>,
    /// Comments, markup.
    pub comments: Option<String>,
    /// Decisions, markup each.
    pub decisions: Vec<String>,
    /// Action points.
    pub actions: Vec<Action>,
    /// Owners of the theme as a whole.
    pub owners: Vec<String>,
}

/// An action point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its anchor, if the record fixes one.
    pub id: Option<String>,
    /// What is to be done, markup.
    pub text: String,
    /// Who is to do it.
    pub owners: Vec<String>,
    /// By when.
    pub due: Option<DueDate>,
    /// How far it is.
    pub status: Option<Status>,
}

/// When an action is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueDate {
    /// On a day.
    On(Date),
    /// In words: *immédiat*.
    Words(String),
}

/// An annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// Its title.
    pub title: String,
    /// Where it is, if anywhere.
    pub target: AnnexTarget,
}

/// Where an annex is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexTarget {
    /// Only its title is known.
    None,
    /// A file, by its path from the record's folder, with `/`.
    File(String),
    /// An address that may be clicked.
    Link(String),
}

/// A link with the words before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub text: String,
    /// The address, of an allowed scheme.
    pub address: String,
}

/// The next meeting as announced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextMeeting {
    /// Its day.
    pub date: Option<Date>,
    /// Its hour.
    pub start: Option<Time>,
    /// Its place, a phrase.
    pub place: Option<String>,
    /// Who hosts it.
    pub host: Option<String>,
}
