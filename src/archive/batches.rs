//! The records in batches: of a large archive, there is no room for all that the site and its index take from what was made.

use std::collections::BTreeMap;

use super::brief::Brief;
use super::note::Keeper;
use super::records::Task;
use super::summaries;
use super::work::{Made, has_work};
use crate::files::FileError;
use crate::keeper::Fingerprint;
use crate::search::SearchedMeeting;
use crate::site::Summary;

/// At least 500 records are made before what the site takes from them goes to the disk.
const BATCH: usize = 500;

/// The records year by year, or several years at once where few of them are to be made.
pub(super) fn batches<'t, 'a>(tasks: &'t [Task<'a>]) -> Vec<&'t [Task<'a>]> {
    let mut batches = Vec::new();
    let (mut rest, mut taken, mut to_make) = (tasks, 0, 0);
    for of_year in tasks.chunk_by(|one, other| one.year() == other.year()) {
        taken += of_year.len();
        to_make += of_year.iter().filter(|task| has_work(*task)).count();
        if to_make >= BATCH {
            let (batch, others) = rest.split_at(taken);
            batches.push(batch);
            (rest, taken, to_make) = (others, 0, 0);
        }
    }
    batches.extend((!rest.is_empty()).then_some(rest));
    batches
}

/// What was made of records of a year for the site: of each, what that was made from.
#[derive(Default)]
pub(super) struct MadeOfYear {
    summaries: Vec<(Fingerprint, Summary)>,
    words: Vec<(Fingerprint, SearchedMeeting)>,
}

impl MadeOfYear {
    /// Takes what was made of a record.
    pub(super) fn take(&mut self, made_from: Fingerprint, made: &mut Made) {
        let (summary, words) = (made.summary.take(), made.searched.take());
        self.summaries.extend(summary.map(|one| (made_from, *one)));
        self.words.extend(words.map(|one| (made_from, one)));
    }

    /// Keeps it beside what is kept of that year.
    pub(super) fn keep(self, keeper: &Keeper, year: i16) -> Result<(), FileError> {
        summaries::keep_more(keeper, year, self.summaries)?;
        summaries::keep_more(keeper, year, self.words)
    }
}

/// Keeps what was made of these records for the site and its index until these are made. The shares of an archive are built at once, and
/// would write one over the other.
pub(super) fn keep_batch(
    brief: &Brief<'_>,
    keeper: &Keeper,
    tasks: &[Task<'_>],
    made: &mut [Made],
) -> Result<(), FileError> {
    if brief.options.partition.is_some() {
        return Ok(());
    }
    let mut years: BTreeMap<i16, MadeOfYear> = BTreeMap::new();
    for (task, made) in tasks.iter().zip(made) {
        let of_year = years.entry(task.year()).or_default();
        of_year.take(task.made_from(&brief.base), made);
    }
    let mut years = years.into_iter();
    years.try_for_each(|(year, of_year)| of_year.keep(keeper, year))
}
