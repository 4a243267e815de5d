//! Messages go out through a server, one to an address, and none twice.
//!
//! Entry points: [`Journal::open`] for what went out before, [`plan()`] for what is to go out now, which is pure, and [`send()`], which
//! does it. What an answer of a server comes to is decided in `verdict`, without a server; `wire` alone speaks to one.
//!
//! A run may end at any moment. What no later run may do is send a message a second time: so the journal says that one is about to
//! leave after all of it is with the server, and before the one line that makes the server take it. Where a run ended between this
//! line and the answer, nobody can tell whether the message went out; it is reported, and never sent again unasked.

mod copies;
mod delivery;
mod fault;
mod journal;
mod noted;
mod plan;
mod sending;
mod verdict;
mod wire;

pub use delivery::Delivery;
pub use fault::Fault;
pub use journal::{JOURNAL_FILE, Journal, JournalFault, Source, journal_of};
pub use noted::Event;
pub use plan::{Plan, plan};
pub use sending::{Came, Follower, Pace, Post, send};
pub use wire::Credentials;
