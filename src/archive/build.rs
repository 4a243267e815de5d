//! The second pass: each record to its outputs, on all cores.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::summary::{Summary, summaries, surroundings};
use super::{Archive, Project, RecordFile, read_record};
use crate::diagnostic::Report;
use crate::files::{self, Change, FileError};
use crate::minutes::{Minutes, Surroundings, annex_file_name, markdown_file_name};
use crate::record::AnnexTarget;

/// What a record is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `index.html`.
    Html,
    /// `<prefix>-<name>.md`.
    Markdown,
}

/// How to build.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Where the pages go.
    pub output: PathBuf,
    /// What each record is made into.
    pub formats: Vec<Format>,
    /// Write even what has not changed.
    pub force: bool,
    /// Write nothing, say what would be written.
    pub dry_run: bool,
}

/// A file that was made, or would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its path.
    pub path: PathBuf,
    /// What became of it.
    pub change: Change,
}

/// What a build came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The files of the sound records, in the order of the records.
    pub made: Vec<Made>,
    /// How many records were made.
    pub sound_records: usize,
    /// How many were not, because of faults.
    pub faulty_records: usize,
    /// These faults. One of a template, met with every record, is told once.
    pub reports: Vec<Report>,
}

impl Outcome {
    fn refuse(&mut self, report: Report) {
        self.faulty_records += 1;
        let place = |report: &Report| {
            let spots = report
                .diagnostics
                .iter()
                .flat_map(|diagnostic| &diagnostic.spots);
            (
                report.source.name.clone(),
                spots.map(|spot| spot.span.clone()).collect::<Vec<_>>(),
            )
        };
        if !self
            .reports
            .iter()
            .any(|told| place(told) == place(&report))
        {
            self.reports.push(report);
        }
    }
}

/// Why a record was not made.
enum Failure {
    Faults(Box<Report>),
    Disk(FileError),
}

impl From<Box<Report>> for Failure {
    fn from(report: Box<Report>) -> Self {
        Self::Faults(report)
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::Disk(error)
    }
}

impl Archive {
    /// Makes the outputs of the records that `selected` accepts; the others are read for their neighbours' sake.
    ///
    /// # Errors
    /// The first file that cannot be written: the disk is full, or the folder is protected. Files already made are whole.
    pub fn build(
        &self,
        project: &Project,
        options: &BuildOptions,
        selected: &(dyn Fn(&RecordFile) -> bool + Sync),
    ) -> Result<Outcome, FileError> {
        let (summaries, faulty) = summaries(project, &self.records);
        let mut outcome = Outcome::default();
        for (_, report) in faulty.into_iter().filter(|(record, _)| selected(record)) {
            outcome.faulty_records += 1;
            outcome.reports.push(report);
        }
        let built: Vec<Result<Vec<Made>, Failure>> = (0..summaries.len())
            .into_par_iter()
            .filter_map(|index| {
                self.record_at(&summaries[index])
                    .filter(|record| selected(record))
                    .map(|record| (index, record))
            })
            .map(|(index, record)| build_record(project, options, record, &summaries, index))
            .collect();
        for one in built {
            match one {
                Ok(made) => {
                    outcome.sound_records += 1;
                    outcome.made.extend(made);
                }
                Err(Failure::Faults(report)) => outcome.refuse(*report),
                Err(Failure::Disk(error)) => return Err(error),
            }
        }
        Ok(outcome)
    }

    /// The records are sorted by address.
    fn record_at(&self, summary: &Summary) -> Option<&RecordFile> {
        let index = self
            .records
            .binary_search_by(|record| record.address.cmp(&summary.address))
            .ok()?;
        self.records.get(index)
    }
}

fn build_record(
    project: &Project,
    options: &BuildOptions,
    record: &RecordFile,
    summaries: &[Summary],
    index: usize,
) -> Result<Vec<Made>, Failure> {
    let meeting = read_record(project, record)?;
    let minutes = Minutes::new(
        &meeting,
        &project.config,
        &Surroundings {
            has_markdown: options.formats.contains(&Format::Markdown),
            ..surroundings(summaries, index)
        },
    );
    let folder = record
        .address
        .split('/')
        .fold(options.output.clone(), |folder, part| folder.join(part));
    let mut outputs = Vec::new();
    for format in &options.formats {
        outputs.push(match format {
            Format::Html => (
                folder.join("index.html"),
                project.templates.html(&minutes, &record.name)?,
            ),
            Format::Markdown => {
                let name = markdown_file_name(&project.config, &record.address);
                (
                    folder.join(name),
                    project.templates.markdown(&minutes, &record.name)?,
                )
            }
        });
    }
    let mut made = Vec::new();
    for (path, text) in outputs {
        made.push(make(path, text.as_bytes(), options)?);
    }
    let annexes = meeting
        .annexes
        .iter()
        .filter_map(|annex| match &annex.target {
            AnnexTarget::File(path) => Some(path),
            AnnexTarget::None | AnnexTarget::Link(_) => None,
        });
    for annex in annexes {
        let source = record.path.parent().unwrap_or(Path::new("")).join(annex);
        let bytes = files::read_whole(&source)?;
        made.push(make(folder.join(annex_file_name(annex)), &bytes, options)?);
    }
    Ok(made)
}

fn make(path: PathBuf, bytes: &[u8], options: &BuildOptions) -> Result<Made, FileError> {
    let change = if options.dry_run {
        files::compare(&path, bytes, options.force)?
    } else {
        files::write(&path, bytes, options.force)?
    };
    Ok(Made { path, change })
}
