//! The whole archive: finds the records, reads what each page needs of the others, and makes every output.
//!
//! A build looks at each record (`observe`): one that is as the last build left it, which the `store` remembers, is not even
//! read. What each output is made from (`fingerprint`) against what it was made from says what is stale (`plan`, `schedule`);
//! that is made (`make`), one record in memory a thread, and what no record yields any more goes (`removal`). A broken record
//! never holds back a sound one. Entry points: [`Project::open`], [`Archive::discover`], [`Archive::build`],
//! [`Archive::check`].

mod assets;
mod build;
mod discover;
mod fingerprint;
mod guard;
mod keep;
mod kinds;
mod make;
mod observe;
mod outcome;
mod outputs;
mod partition;
mod place;
mod plan;
mod printed;
mod project;
mod removal;
mod schedule;
mod search;
mod shared;
mod store;
mod summary;
mod watch;
mod website;

pub use build::{BuildError, BuildOptions, Follower};
pub use discover::{RecordFile, address_of};
pub use guard::{caught, note_faults};
pub use kinds::ArchiveFault;
pub use outcome::{Outcome, Written};
pub use outputs::Format;
pub use partition::Partition;
pub use plan::Reason;
pub use project::{CONFIG_FILE, MEETINGS_FOLDER, OUTPUT_FOLDER, Project};
pub use summary::Summary;
pub use watch::Rendering;

use fingerprint::Fingerprint;
use guard::Step;
use place::Place;

use std::path::Path;

use rayon::prelude::*;

use crate::config::ParticipantOrder;
use crate::diagnostic::{Diagnostic, Report, Source};
use crate::files;
use crate::record::{self, AnnexFile, AnnexTarget, Meeting};
use crate::toml_source;

/// A file that is larger than a text may be is not taken for one that is not.
const _: () = assert!(toml_source::MAX_BYTES <= files::MOST_READ);

/// The records of a project, in the order of their addresses.
#[derive(Debug)]
pub struct Archive {
    /// The records that can be read as files, each with an address of its own.
    pub records: Vec<RecordFile>,
    /// What was wrong on the way: an unreadable folder, a name without address, two records with one address.
    pub reports: Vec<Report>,
    /// Whether all records were found: only then is one that is not there gone.
    pub is_complete: bool,
}

impl Archive {
    /// Finds the records of a project.
    #[must_use]
    pub fn discover(project: &Project) -> Self {
        discover::discover(project)
    }

    /// The faults and doubts of the records that `selected` accepts, in the order of the records.
    #[must_use]
    pub fn check(
        &self,
        project: &Project,
        selected: &(dyn Fn(&RecordFile) -> bool + Sync),
    ) -> Vec<Report> {
        let records: Vec<&RecordFile> = self
            .records
            .iter()
            .filter(|record| selected(record))
            .collect();
        records
            .par_iter()
            .map(|record| {
                let checked = record.guarded(Step::Read, || Ok(check_record(project, record)));
                checked.unwrap_or_else(|report| *report)
            })
            .collect()
    }

    /// The latest meeting whose record is sound; of those that were held, if any was.
    #[must_use]
    pub fn latest(&self, project: &Project) -> Option<Latest<'_>> {
        let (summaries, faulty) = summary::summaries(project, &self.records);
        let read = |summary: &Summary| {
            let mut records = self.records.iter();
            let record = records.find(|record| record.address == summary.address)?;
            let meeting = read_record(project, record).ok()?.meeting;
            Some(Latest {
                record,
                meeting,
                faulty_records: faulty.len(),
            })
        };
        let latest_first = || summaries.iter().rev().filter_map(read);
        let held = latest_first().find(|latest| latest.meeting.is_held());
        held.or_else(|| latest_first().next())
    }
}

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

/// All that is wrong or odd in one record.
fn check_record(project: &Project, record: &RecordFile) -> Report {
    let source = match read_source(record) {
        Ok(source) => source,
        Err(report) => return *report,
    };
    let reading = read(project, record, &source);
    let mut diagnostics = reading.doubts(&source);
    diagnostics.extend(project.unprintable(&source, &reading));
    if project.config.participant_order == Some(ParticipantOrder::Name) {
        diagnostics.extend(reading.doubt_of_sorting());
    }
    diagnostics.extend(reading.faults);
    Report::new(source, diagnostics)
}

/// A sound record.
struct SoundRecord {
    source: Source,
    reading: record::Reading,
    meeting: Meeting,
}

/// A record without faults, or the report of them.
fn read_record(project: &Project, record: &RecordFile) -> Result<SoundRecord, Box<Report>> {
    sound(project, record, read_source(record)?)
}

/// The same, of bytes that were read already.
fn read_bytes(
    project: &Project,
    record: &RecordFile,
    bytes: Vec<u8>,
) -> Result<SoundRecord, Box<Report>> {
    sound(project, record, toml_source::decode(&record.name, bytes)?)
}

fn sound(
    project: &Project,
    record: &RecordFile,
    source: Source,
) -> Result<SoundRecord, Box<Report>> {
    let mut reading = read(project, record, &source);
    match reading.meeting.take() {
        Some(meeting) => Ok(SoundRecord {
            source,
            reading,
            meeting,
        }),
        None => Err(Box::new(Report::new(source, reading.faults))),
    }
}

fn read(project: &Project, record: &RecordFile, source: &Source) -> record::Reading {
    let series = record::Series {
        statuses: &project.config.statuses,
        head: project.config.head,
        annex_file: &annexes_of(project, &record.path),
    };
    record::read_of_series(source, &series)
}

/// The files that go with a meeting, as its record names them.
fn annexes(meeting: &Meeting) -> impl Iterator<Item = &String> {
    meeting
        .annexes
        .iter()
        .filter_map(|annex| match &annex.target {
            AnnexTarget::File(path) => Some(path),
            AnnexTarget::None | AnnexTarget::Link(_) => None,
        })
}

/// Answers whether an annex of that record is there.
fn annexes_of(project: &Project, record: &Path) -> impl Fn(&str) -> AnnexFile {
    let folder = record.parent().map(Path::to_owned).unwrap_or_default();
    assets::files_in(&project.root, folder)
}

/// The text of a record's file.
fn read_source(record: &RecordFile) -> Result<Source, Box<Report>> {
    read_text(&record.path, &record.name)
}

/// The text of a TOML file; what prevents it is a fault of that file.
fn read_text(path: &Path, name: &str) -> Result<Source, Box<Report>> {
    let bytes = files::read(path).map_err(|error| {
        Box::new(Report::of_file(
            name.to_owned(),
            Diagnostic::new(ArchiveFault::Unreadable, error.to_string()),
        ))
    })?;
    toml_source::decode(name, bytes)
}
