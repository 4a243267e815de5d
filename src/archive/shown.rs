//! The meetings that the site shows: those of sound records, and those of records that have faults, as they were last made.

use super::discover::RecordFile;
use super::fingerprint::{Base, of_told};
use super::note::Account;
use super::records::Task;
use super::series::Meeting;
use crate::keeper::{Fingerprint, Hash};

/// A meeting that the site shows.
pub(super) struct Shown<'a> {
    pub(super) record: &'a RecordFile,
    pub(super) account: &'a Account,
    /// What is to be done with its record; `None` where that has faults: then nothing can be read of it, only what was kept is
    /// shown.
    pub(super) task: Option<&'a Task<'a>>,
}

impl<'a> Shown<'a> {
    pub(super) fn address(&self) -> &'a str {
        &self.record.address
    }

    pub(super) fn year(&self) -> i16 {
        self.account.proceedings().date.year()
    }

    /// What tells it from any other, and from what it was.
    pub(super) fn identity(&self) -> (&'a str, Hash) {
        let told = self.task.map(|task| task.told);
        identity(self.address(), self.account.source(), told)
    }

    /// What all that is kept of it is made from. What is kept of a record that has faults is never taken for what it gives
    /// once they are mended: others may tell other things of it by then.
    pub(super) fn made_from(&self, base: &Base) -> Fingerprint {
        match self.task {
            Some(task) => task.made_from(base),
            None => base.of_source(self.account.source()),
        }
    }

    /// Whether something that was kept of it, and was made from that, is what the site shows.
    pub(super) fn is_made_from(&self, base: &Base, made_from: &Fingerprint) -> bool {
        match self.task {
            Some(task) => task.made_from(base) == *made_from,
            None => is_standing(base, self.account, made_from),
        }
    }
}

/// What tells the meeting of that address from any other, and from what it was: its record, and what others tell of it.
pub(super) fn identity(address: &str, source: Hash, told: Option<Hash>) -> (&str, Hash) {
    (address, Hash::of_value(&(source, told)))
}

/// The same of any meeting.
pub(super) fn is_made_from(meeting: &Meeting<'_>, base: &Base, made_from: &Fingerprint) -> bool {
    let account = meeting.account;
    match meeting.observed.sound() {
        Some(_) => base.of_record(account.source(), of_told(&meeting.told)) == *made_from,
        None => is_standing(base, account, made_from),
    }
}

/// Whether it was made from what stands of a record that has faults, whatever others told of it.
fn is_standing(base: &Base, account: &Account, made_from: &Fingerprint) -> bool {
    let now = base.of_source(account.source());
    now == Fingerprint {
        surroundings: now.surroundings,
        ..*made_from
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
                account: one.account,
                task,
            })
        })
        .collect()
}
