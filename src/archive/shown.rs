//! The meetings that the site shows: those of sound records, and those of records that have faults, as they were last made.

use super::discover::RecordFile;
use super::fingerprint::Base;
use super::note::Reading;
use super::records::{Meeting, Task};
use crate::keeper::{Fingerprint, Hash};

/// A meeting that the site shows.
pub(super) struct Shown<'a> {
    pub(super) record: &'a RecordFile,
    pub(super) reading: &'a Reading,
    /// What is to be done with its record; `None` where that has faults: then nothing can be read of it, only what was kept is
    /// shown.
    pub(super) task: Option<&'a Task<'a>>,
}

impl<'a> Shown<'a> {
    pub(super) fn address(&self) -> &'a str {
        &self.record.address
    }

    pub(super) fn year(&self) -> i16 {
        self.reading.date.year()
    }

    /// What tells it from any other, and from what it was.
    pub(super) fn identity(&self) -> (&'a str, Hash) {
        (self.address(), self.reading.seen.hash)
    }

    /// What all that is kept of it is made from.
    pub(super) fn made_from(&self, base: &Base) -> Fingerprint {
        base.without_templates(self.reading.seen.hash)
    }
}

/// Those of these meetings that `is_chosen` accepts; `tasks` are those of the sound ones.
pub(super) fn shown<'a>(
    meetings: &[Meeting<'a>],
    tasks: &'a [Task<'a>],
    is_chosen: &dyn Fn(&RecordFile) -> bool,
) -> Vec<Shown<'a>> {
    let mut tasks = tasks.iter();
    let chosen = meetings.iter();
    let chosen = chosen.filter(|one| is_chosen(one.observed.record));
    chosen
        .filter_map(|one| {
            let task = match one.observed.sound() {
                Some(_) => Some(tasks.next()?),
                None => None,
            };
            Some(Shown {
                record: one.observed.record,
                reading: one.reading,
                task,
            })
        })
        .collect()
}
