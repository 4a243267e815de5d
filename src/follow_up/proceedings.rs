//! What a meeting did about action points and minutes: all that the others need to know of it.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::AllTaken;
use super::due::is_written;
use crate::french::formulas::Gathering;
use crate::record::{Approval, FollowUp, Meeting, State, is_placeholder};

/// What a meeting did about action points and minutes. Texts stand as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceedings {
    /// Its day; the first of several.
    pub date: Date,
    /// The last of several days.
    pub last_day: Option<Date>,
    /// When it began.
    pub start: Option<Time>,
    /// What met, where the record says it otherwise than the series.
    pub gathering: Option<Gathering>,
    /// How far its minutes are, or that it was not held.
    pub state: State,
    /// The day of its convocation, while its document is one.
    pub convened_on: Option<Date>,
    /// The action points that it took.
    pub taken: AllTaken,
    /// What became of earlier ones.
    pub followed: Vec<FollowUp>,
    /// The earlier minutes that it approved.
    pub approval: Option<Approval>,
}

impl Proceedings {
    /// Those of a meeting, of whose persons only what is published is left.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            date: meeting.date,
            last_day: meeting.last_day,
            start: meeting.start,
            gathering: meeting.gathering,
            state: meeting.state,
            convened_on: meeting.convened_on.filter(|_| meeting.is_convened()),
            taken: AllTaken::of(meeting),
            followed: meeting.follow_up.iter().map(written).collect(),
            approval: meeting.approval.clone(),
        }
    }

    /// Whether it was held.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.state.is_held()
    }
}

/// What a block says, without what is left to be written.
fn written(block: &FollowUp) -> FollowUp {
    let mut block = block.clone();
    block.owners.retain(|owner| !is_placeholder(owner));
    block.due = block.due.filter(is_written);
    block.comment = block.comment.filter(|comment| !is_placeholder(comment));
    block
}
