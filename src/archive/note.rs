//! What is remembered of a record, or of the site, from build to build, beside the files that were made.

use std::sync::Arc;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::follow_up::Proceedings;
use crate::keeper::{self, Hash, OutputKind, Packed, Seen};
use crate::record::{Edition, State};

/// Keeps the files of an archive.
pub(super) type Keeper = keeper::Keeper<Note>;

/// What is remembered beside files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Note {
    /// Of a record.
    Record(RecordNote),
    /// Of the site.
    Site(SiteNote),
}

impl keeper::Note for Note {}

impl Note {
    /// What is remembered of a record.
    pub(super) fn of_record(&self) -> Option<&RecordNote> {
        match self {
            Self::Record(note) => Some(note),
            Self::Site(_) => None,
        }
    }

    /// What is remembered of the site.
    pub(super) fn of_site(&self) -> Option<SiteNote> {
        match self {
            Self::Site(note) => Some(*note),
            Self::Record(_) => None,
        }
    }
}

/// What is remembered of the site, and with it of the archive as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SiteNote {
    /// What tells all that the site is made of, if each of its files was made of just that.
    pub(super) made_of: Option<Hash>,
    /// What a build of the whole archive was asked, if all stands as that left it.
    pub(super) settled: Option<Hash>,
}

/// What is remembered of a record: how it was read, and what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RecordNote {
    /// Its file, as it was read.
    pub(super) seen: Seen,
    /// The program and the settings that it was read with: others may find faults in it. Where each build has to read it again, since
    /// what the edition leaves out is noted nowhere, the edition alone ([`reader_of_lesser`]).
    pub(super) read_by: u64,
    /// The files that go with it.
    pub(super) annexes: Vec<Source>,
    /// Its day and its hour, by which meetings are in order.
    pub(super) when: (Date, Option<Time>),
    /// Whether it was held and made a decision: then the site has a register of them.
    pub(super) has_decisions: bool,
    /// What other records told of it when it was made; `None` until it is.
    pub(super) told: Option<Hash>,
    /// What its meeting did about action points and minutes, which other records rest on.
    said: Packed<Proceedings>,
}

/// What a record says, as it was read, with what is to be remembered of it.
#[derive(Clone, Debug)]
pub(super) struct Account {
    /// What is to be remembered of it.
    pub(super) note: RecordNote,
    said: Arc<Proceedings>,
}

/// What stands as the reader of a record that has to be read again by each build: that edition left something out of it.
pub(super) fn reader_of_lesser(edition: Edition) -> u64 {
    edition as u64
}

impl RecordNote {
    /// The same with what it said; `None` where what it said cannot be told any more.
    pub(super) fn account(&self) -> Option<Account> {
        Some(Account {
            said: self.said.unpack()?,
            note: self.clone(),
        })
    }

    /// The same of a record of which others tell just that.
    pub(super) fn once_told(self, told: Hash) -> Self {
        Self {
            told: Some(told),
            ..self
        }
    }

    /// Whether an edition left something out of it.
    pub(super) fn is_lesser(&self) -> bool {
        self.read_by <= reader_of_lesser(Edition::Internal)
    }

    /// Whether the others may rest on it as they did on that one.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.has_decisions == other.has_decisions && self.said == other.said
    }
}

impl Account {
    pub(super) fn new(
        seen: Seen,
        read_by: u64,
        annexes: Vec<Source>,
        said: Proceedings,
        has_decisions: bool,
    ) -> Self {
        let said = Arc::new(said);
        Self {
            note: RecordNote {
                seen,
                read_by,
                annexes,
                when: (said.date, said.start),
                has_decisions,
                told: None,
                said: Packed::Value(Arc::clone(&said)),
            },
            said,
        }
    }

    /// The same, of a meeting that did just that as far as the edition shows it.
    pub(super) fn saying(&self, proceedings: Proceedings, edition: Edition) -> Self {
        let note = &self.note;
        let annexes = note.annexes.clone();
        Self::new(
            note.seen,
            reader_of_lesser(edition),
            annexes,
            proceedings,
            note.has_decisions,
        )
    }

    /// The same, of a file that was looked at again.
    pub(super) fn seen_again(&self, seen: Seen, annexes: Vec<Source>) -> Self {
        Self {
            note: RecordNote {
                seen,
                annexes,
                ..self.note.clone()
            },
            said: Arc::clone(&self.said),
        }
    }

    /// The content of its file.
    pub(super) fn source(&self) -> Hash {
        self.note.seen.hash
    }

    pub(super) fn proceedings(&self) -> &Proceedings {
        &self.said
    }

    pub(super) fn has_decisions(&self) -> bool {
        self.note.has_decisions
    }

    /// Whether the record is made into that: nobody signs at a meeting that is not held.
    pub(super) fn has(&self, kind: OutputKind) -> bool {
        let is_off = matches!(
            self.proceedings().state,
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
