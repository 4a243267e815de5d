//! From one meeting to the next: what became of action points and minutes, over a whole series.
//!
//! No record is ever edited to say what happened later: each tells what its own meeting did ([`Proceedings`]), and the [`Ledger`]
//! adds them up, in the order of the meetings. It says how each action point stands after any of them ([`Standing`]), what a meeting's minutes
//! show ([`Told`]), and what is wrong in what a record says of earlier ones ([`Problem`]). Pure: no disk, no clock.

mod due;
mod kinds;
mod ledger;
mod owners;
mod problem;
mod proceedings;
mod remedy;
mod shown;
mod standing;
mod taken;

use jiff::civil::{Date, Time};

pub use kinds::{FollowUpDoubt, FollowUpFault};
pub use ledger::Ledger;
pub use owners::Owners;
pub use problem::Problem;
pub use proceedings::Proceedings;
pub use remedy::{past_day, repeated_ids};
pub use shown::{Approved, ApprovedMeeting, Followed, Selection, StillOpen, Told, still_open};
pub use standing::{Change, Standing};
pub use taken::{AllTaken, Taken};

/// A meeting of a series.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its address below the output folder.
    pub address: &'a str,
    /// What it did.
    pub proceedings: &'a Proceedings,
}

impl<'a> Entry<'a> {
    /// By what meetings are in order: the day, the hour, the address.
    #[must_use]
    pub fn order(&self) -> (Date, Option<Time>, &'a str) {
        (self.proceedings.date, self.proceedings.start, self.address)
    }
}
