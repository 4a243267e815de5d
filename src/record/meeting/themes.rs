//! Themes, decisions, votes and action points, after validation.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Presentation, Status};

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its anchor, if the record fixes one.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// The agenda item it answers, from 1.
    pub agenda_item: Option<usize>,
    /// How it is set out, where it is not as the others.
    pub presentation: Option<Presentation>,
    /// What it holds itself.
    pub content: Content,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its anchor, if the record fixes one.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub content: Content,
}

/// What a theme or a part of one holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What was said, markup.
    pub discussion: Option<String>,
    /// Recommendations, markup each.
    pub recommendations: Vec<String>,
    /// Comments, markup.
    pub comments: Option<String>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Action points.
    pub actions: Vec<Action>,
    /// Owners of the whole.
    pub owners: Vec<String>,
}

impl Theme {
    /// What the theme holds itself, then what each of its parts holds.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        let parts = self.parts.iter().map(|part| &part.content);
        std::iter::once(&self.content).chain(parts)
    }

    /// The same, each with the title of the part that holds it.
    pub fn contents_by_part(&self) -> impl Iterator<Item = (Option<&str>, &Content)> {
        let parts = self.parts.iter();
        let parts = parts.map(|part| (Some(part.title.as_str()), &part.content));
        std::iter::once((None, &self.content)).chain(parts)
    }

    /// The same, to be changed.
    pub fn contents_mut(&mut self) -> impl Iterator<Item = &mut Content> {
        let parts = self.parts.iter_mut().map(|part| &mut part.content);
        std::iter::once(&mut self.content).chain(parts)
    }

    /// All its action points, those of its parts included.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.contents().flat_map(|content| &content.actions)
    }
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its anchor, if the record fixes one.
    pub id: Option<String>,
    /// Its number: *2021-03-01*.
    pub number: Option<String>,
    /// What is decided, markup.
    pub text: String,
    /// How it was voted.
    pub vote: Option<Vote>,
}

/// A vote, as far as the record tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// Votes for.
    pub in_favour: Option<u32>,
    /// Votes against.
    pub against: Option<u32>,
    /// Abstentions.
    pub abstentions: Option<u32>,
    /// Those who did not take part.
    pub not_taking_part: Option<u32>,
    /// Whether all agreed, where the record says so or denies it.
    pub is_unanimous: Option<bool>,
    /// How the vote was taken.
    pub ballot: Option<Ballot>,
    /// What came of it, where the record says so.
    pub outcome: Option<Outcome>,
    /// Who voted what.
    pub names: VoteNames,
    /// The votes of each group.
    pub groups: Vec<VoteGroup>,
}

/// Who voted what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteNames {
    /// For.
    pub in_favour: Vec<String>,
    /// Against.
    pub against: Vec<String>,
    /// Abstained.
    pub abstentions: Vec<String>,
    /// Did not take part.
    pub not_taking_part: Vec<String>,
}

/// The votes of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteGroup {
    /// Its name.
    pub name: String,
    /// Votes for.
    pub in_favour: Option<u32>,
    /// Votes against.
    pub against: Option<u32>,
    /// Abstentions.
    pub abstentions: Option<u32>,
}

/// How a vote was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ballot {
    /// By secret ballot.
    Secret,
    /// By public ballot.
    Public,
    /// By show of hands.
    ShowOfHands,
}

/// What came of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Adopted.
    Adopted,
    /// Rejected.
    Rejected,
    /// A favourable opinion.
    Favourable,
    /// An unfavourable opinion.
    Unfavourable,
}

/// An action point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its anchor, if the record fixes one.
    pub id: Option<String>,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// What is to be done, markup.
    pub text: String,
    /// Who is to do it.
    pub owners: Vec<String>,
    /// By when.
    pub due: Option<DueDate>,
    /// How far it is.
    pub status: Option<ActionStatus>,
}

/// How far an action is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActionStatus {
    /// What it means.
    pub kind: Status,
    /// The word, as it is printed.
    pub word: String,
}

impl ActionStatus {
    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.kind.is_closed()
    }
}

/// When an action is due.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DueDate {
    /// On a day.
    On(Date),
    /// In words: *immédiat*.
    Words(String),
}
