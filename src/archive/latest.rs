//! The latest meeting of an archive, which a new record takes over from.

use rayon::prelude::*;

use super::discover::{Archive, RecordFile};
use super::neighbours::Dated;
use super::project::Project;
use super::reading::read_record;
use crate::record::Meeting;

/// The latest meeting of an archive.
#[derive(Debug)]
pub struct Latest<'a> {
    /// Its file.
    pub record: &'a RecordFile,
    /// What it tells.
    pub meeting: Meeting,
    /// How many records could not be read, one of which may be later.
    pub faulty_records: usize,
}

impl Archive {
    /// The latest meeting whose record is sound; of those that were held, if any was.
    #[must_use]
    pub fn latest(&self, project: &Project) -> Option<Latest<'_>> {
        let dated = self.records.par_iter().filter_map(|record| {
            let meeting = read_record(project, record).ok()?.meeting;
            Some((Dated::new((meeting.date, meeting.start), record), record))
        });
        let mut dated: Vec<(Dated, &RecordFile)> = dated.collect();
        dated.sort_by(|(one, _), (other, _)| one.cmp(other));
        let faulty_records = self.records.len() - dated.len();
        let latest_first = || {
            let records = dated.iter().rev().map(|(_, record)| *record);
            records.filter_map(|record| Some((record, read_record(project, record).ok()?.meeting)))
        };
        let held = latest_first().find(|(_, meeting)| meeting.is_held());
        let (record, meeting) = held.or_else(|| latest_first().next())?;
        Some(Latest {
            record,
            meeting,
            faulty_records,
        })
    }
}
