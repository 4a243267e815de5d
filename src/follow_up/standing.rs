//! How an action point stands after what was done about it.

use jiff::civil::Date;

use super::Owners;
use crate::record::{ActionStatus, DueDate, FollowUp, Status};

/// How an action point stands after some meetings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing<'a> {
    /// How far it is.
    pub status: Option<&'a ActionStatus>,
    /// By when it is to be done.
    pub due: Option<&'a DueDate>,
    /// By when it was to be done before, the first date first.
    pub earlier_dues: Vec<&'a DueDate>,
    /// Who is to do it.
    pub owners: Owners<'a>,
    /// How many meetings did something about it.
    pub changes: usize,
}

/// What a meeting changed of an action point.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change<'a> {
    /// How far it is now, where the meeting said so.
    pub status: Option<&'a ActionStatus>,
    /// By when it is to be done now, where that is not as before.
    pub due: Option<&'a DueDate>,
    /// By when it was to be done before.
    before: Option<&'a DueDate>,
    /// Who is to do it now, where the meeting said so.
    pub owners: Owners<'a>,
}

impl Change<'_> {
    /// Whether no day was set for it before.
    #[must_use]
    pub fn is_first_due(&self) -> bool {
        !matches!(self.before, Some(DueDate::On(_)))
    }

    /// Whether it is to be done sooner than before.
    #[must_use]
    pub fn is_earlier(&self) -> bool {
        let moved = self.before.zip(self.due);
        moved.is_some_and(|(before, now)| is_brought_forward(before, now))
    }
}

/// Whether a due date is later than the one before it, as far as one can tell: an earlier day is not, nor a day in the place of words.
fn is_put_off(before: &DueDate, now: &DueDate) -> bool {
    !matches!((before, now), (DueDate::Words(_), DueDate::On(_)))
        && !is_brought_forward(before, now)
}

/// Whether a due date is an earlier day than the one before it.
fn is_brought_forward(before: &DueDate, now: &DueDate) -> bool {
    matches!((before, now), (DueDate::On(before), DueDate::On(now)) if now < before)
}

impl<'a> Standing<'a> {
    /// After these blocks, in their order.
    pub(super) fn after(mut self, blocks: impl Iterator<Item = &'a FollowUp>) -> Self {
        for block in blocks {
            self.change(block);
        }
        self
    }

    /// Does what a block says.
    pub(super) fn change(&mut self, block: &'a FollowUp) -> Change<'a> {
        let before = self.due;
        let change = Change {
            status: block.status.as_ref(),
            due: block.due.as_ref().filter(|due| before != Some(*due)),
            before,
            owners: Owners::typed(&block.owners),
        };
        self.status = change.status.or(self.status);
        if let Some(due) = change.due {
            self.earlier_dues.extend(self.due.replace(due));
        }
        if !change.owners.is_empty() {
            self.owners = change.owners;
        }
        self.changes += 1;
        change
    }

    /// How often it was put off: an earlier day than before is no postponement, nor is a day in the place of words.
    #[must_use]
    pub fn postponements(&self) -> usize {
        let later = self.earlier_dues.iter().skip(1).copied().chain(self.due);
        let moves = self.earlier_dues.iter().zip(later);
        moves
            .filter(|(before, now)| is_put_off(before, now))
            .count()
    }

    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.is_none_or(ActionStatus::is_open)
    }

    /// Whether it has no end.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        let kind = self.status.map(|status| status.kind);
        kind == Some(Status::Permanent)
    }

    /// Whether it should have been done before that day.
    #[must_use]
    pub fn is_late(&self, day: Date) -> bool {
        let may_be_late = self.is_open() && !self.is_permanent();
        may_be_late && matches!(self.due, Some(DueDate::On(due)) if *due < day)
    }
}
