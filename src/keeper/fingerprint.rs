//! What an output is made from, each part apart, so that it can be told which one changed.

use serde::{Deserialize, Serialize};

use super::{Hash, Reason};

/// The parts that an output is made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fingerprint {
    pub(crate) program: u64,
    pub(crate) settings: u64,
    /// How much of persons it may tell, the more the higher. The settings say so: a difference is one of theirs too.
    pub(crate) published: u64,
    pub(crate) templates: u64,
    pub(crate) style: u64,
    pub(crate) source: u64,
    pub(crate) surroundings: u64,
    /// Of a page of the site: what it shows of the meetings.
    pub(crate) meetings: u64,
}

impl Fingerprint {
    /// The first part in which two differ, the nearest to the user first.
    pub(crate) fn difference(&self, other: &Self) -> Option<Reason> {
        let parts = [
            (self.source == other.source, Reason::Source),
            (
                self.surroundings == other.surroundings,
                Reason::Surroundings,
            ),
            (self.settings == other.settings, Reason::Settings),
            (self.templates == other.templates, Reason::Templates),
            (self.style == other.style, Reason::Style),
            (self.program == other.program, Reason::Program),
            (self.meetings == other.meetings, Reason::Meetings),
        ];
        let mut different = parts.into_iter().filter(|(is_same, _)| !is_same);
        different.next().map(|(_, reason)| reason)
    }

    /// Of a file that is copied.
    pub(crate) fn of_copy(content: Hash) -> Self {
        Self {
            source: content.short(),
            ..Self::default()
        }
    }
}
