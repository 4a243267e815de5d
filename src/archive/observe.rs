//! The first look at each record: unchanged since the last build, or read anew.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::guard::Step;
use super::store::{Entry, Hash, Seen, Source, Store};
use super::{Project, RecordFile, annexes, read_bytes};
use crate::archive::ArchiveFault;
use crate::diagnostic::{Diagnostic, Report};
use crate::files::{self, FileError, Stamp};

/// A record, as the plan needs it.
pub(super) struct Observed<'a> {
    pub(super) record: &'a RecordFile,
    /// What it says, or the report of its faults.
    pub(super) content: Result<Content, Box<Report>>,
}

/// What a sound record says, as far as the plan needs it.
pub(super) struct Content {
    /// Its file.
    pub(super) seen: Seen,
    /// The day of its meeting.
    pub(super) date: Date,
    /// The files that go with it.
    pub(super) annexes: Vec<Source>,
}

/// Looks at all records.
pub(super) fn observe<'a>(
    project: &Project,
    records: &'a [RecordFile],
    store: &Store,
    program: u64,
) -> Vec<Observed<'a>> {
    records
        .par_iter()
        .map(|record| {
            let known = store.entries.get(&record.address);
            let known = known.filter(|entry| entry.read_by == program);
            let content = record.guarded(Step::Read, || {
                content(project, record, known, store.trusts_stamps)
            });
            Observed { record, content }
        })
        .collect()
}

fn content(
    project: &Project,
    record: &RecordFile,
    known: Option<&Entry>,
    trusts_stamps: bool,
) -> Result<Content, Box<Report>> {
    let fault = |error: FileError| of_file(record, &error);
    let stamp = Stamp::of(&record.path).map_err(fault)?;
    let known = known.and_then(|entry| Some((entry, entry.date?)));
    if let Some((entry, date)) = known
        && trusts_stamps
        && stamp.is_some()
        && entry.record.stamp == stamp
        && let Ok(annexes) = look_again(&entry.annexes, record, trusts_stamps)
    {
        return Ok(Content {
            seen: entry.record,
            date,
            annexes,
        });
    }
    let bytes = files::read(&record.path).map_err(fault)?;
    let seen = Seen {
        stamp: stamp.filter(|stamp| !stamp.is_too_young()),
        hash: Hash::of(&bytes),
    };
    if let Some((entry, date)) = known
        && entry.record.hash == seen.hash
        && let Ok(annexes) = look_again(&entry.annexes, record, trusts_stamps)
    {
        return Ok(Content {
            seen,
            date,
            annexes,
        });
    }
    let sound = read_bytes(project, record, bytes)?;
    let annexes = annexes(&sound.meeting).map(|name| source(name, record, None));
    Ok(Content {
        seen,
        date: sound.meeting.date,
        annexes: annexes.collect::<Result<_, _>>().map_err(fault)?,
    })
}

pub(super) fn of_file(record: &RecordFile, error: &FileError) -> Box<Report> {
    let fault = Diagnostic::new(ArchiveFault::Unreadable, error.to_string());
    Box::new(Report::of_file(record.name.clone(), fault))
}

/// The files that went with a record, as they are. One that is gone is a fault of the record, which reading it finds.
fn look_again(
    known: &[Source],
    record: &RecordFile,
    trusts_stamps: bool,
) -> Result<Vec<Source>, FileError> {
    known
        .iter()
        .map(|known| source(&known.name, record, Some(known).filter(|_| trusts_stamps)))
        .collect()
}

fn source(name: &str, record: &RecordFile, known: Option<&Source>) -> Result<Source, FileError> {
    let path = annex_path(record, name);
    let stamp = Stamp::of(&path)?;
    if let Some(known) = known
        && stamp.is_some()
        && known.seen.stamp == stamp
    {
        return Ok(known.clone());
    }
    let hash = Hash::of(&files::read_whole(&path)?);
    let stamp = stamp.filter(|stamp| !stamp.is_too_young());
    Ok(Source {
        name: name.to_owned(),
        seen: Seen { stamp, hash },
    })
}

/// Where an annex lies: beside its record.
pub(super) fn annex_path(record: &RecordFile, name: &str) -> PathBuf {
    record.path.parent().unwrap_or(Path::new("")).join(name)
}
