//! What is wrong in what a record says of earlier ones.

use jiff::civil::Date;

/// What is wrong in what a meeting says of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which meeting.
    pub meeting: usize,
    /// Which part of it.
    pub(super) about: About,
    pub(super) trouble: Trouble,
}

/// What of a record is wrong, by its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// A block on an action point.
    Block(usize),
    /// An address of those whose minutes are approved.
    Approval(usize),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// No earlier meeting took such an action point.
    Unknown,
    /// Several did.
    Ambiguous(Vec<usize>),
    /// It was closed by that meeting.
    Closed(usize),
    /// That block follows it already.
    Twice(usize),
    /// No earlier meeting has that address.
    UnknownApproved,
    /// The same meeting names it before.
    ApprovedTwice,
    /// That meeting approved the minutes before.
    ApprovedBefore(usize),
    /// Their own record says on which day they were approved.
    ApprovedOn(usize, Date),
    /// That meeting was not held.
    NotHeld(usize),
}
