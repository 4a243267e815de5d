//! What is remembered of a record, or of the site, from build to build, beside the files that were made.

use serde::{Deserialize, Serialize};

use crate::follow_up::Proceedings;
use crate::keeper::{self, Hash, OutputKind, Seen};
use crate::record::State;

/// Keeps the files of an archive.
pub(super) type Keeper = keeper::Keeper<Note>;

/// What is remembered beside files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Note {
    /// Of a record: what it said.
    Record(Reading),
    /// Of the site: what tells all that it is made of. It is remembered only if each of its files was made of just that.
    Site(Hash),
}

impl keeper::Note for Note {}

impl Note {
    /// What a record said.
    pub(super) fn of_record(&self) -> Option<&Reading> {
        match self {
            Self::Record(reading) => Some(reading),
            Self::Site(_) => None,
        }
    }

    /// What the site was made of.
    pub(super) fn of_site(&self) -> Option<Hash> {
        match self {
            Self::Site(state) => Some(*state),
            Self::Record(_) => None,
        }
    }
}

/// What a sound record says, as far as a plan needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reading {
    /// Its file, as it was read.
    pub(super) seen: Seen,
    /// The program and the settings that it was read with: others may find faults in it.
    pub(super) read_by: u64,
    /// What its meeting did about action points and minutes, which other records rest on.
    pub(super) proceedings: Proceedings,
    /// Whether it was held and made a decision: then the site has a register of them.
    pub(super) has_decisions: bool,
    /// The files that go with it.
    pub(super) annexes: Vec<Source>,
}

impl Reading {
    /// Whether the record is made into that: nobody signs at a meeting that is not held.
    pub(super) fn has(&self, kind: OutputKind) -> bool {
        let is_off = matches!(
            self.proceedings.state,
            State::Cancelled | State::Postponed(_)
        );
        !(is_off && kind == OutputKind::Presence)
    }
}

/// A file that a record is made from beside its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Source {
    /// As the record names it.
    pub(super) name: String,
    /// As it was read.
    pub(super) seen: Seen,
}
