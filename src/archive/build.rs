//! The second pass: each record to its outputs, on all cores.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::outputs::{Format, outputs};
use super::printed::rendered_from;
use super::search::index;
use super::summary::{Summary, summaries, surroundings};
use super::{Archive, Project, RecordFile, read_record};
use crate::diagnostic::Report;
use crate::files::{self, Change, FileError};
use crate::minutes::{annex_file_name, logo_file_name};
use crate::record::{AnnexTarget, Meeting};
use crate::site;

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
    /// The day on which an action is late or not; that of the latest meeting without.
    pub today: Option<Date>,
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
    /// How many of the records made lack their PDF, because of faults of that alone.
    pub without_pdf: usize,
    /// The PDFs that an earlier build made of these, left as they were: they may tell something else than the records.
    pub old_pdfs: Vec<PathBuf>,
    /// These faults. One of a template, met with every record, is told once.
    pub reports: Vec<Report>,
}

impl Outcome {
    fn refuse(&mut self, report: Report) {
        self.faulty_records += 1;
        self.tell(report);
    }

    fn accept(&mut self, built: Built) {
        self.sound_records += 1;
        self.made.extend(built.made);
        if let Some(pdf) = built.missing_pdf {
            self.without_pdf += 1;
            self.old_pdfs.extend(Some(pdf).filter(|pdf| pdf.exists()));
        }
        if let Some(report) = built.faults_of_pdf {
            self.tell(*report);
        }
    }

    /// A fault of a template, met with every record, is told once.
    fn tell(&mut self, report: Report) {
        if !self
            .reports
            .iter()
            .any(|told| place(told) == place(&report))
        {
            self.reports.push(report);
        }
    }
}

/// What tells a fault of a template from another, whichever record met it: its file and its places, or its words where each
/// record has a text of its own.
fn place(report: &Report) -> (&str, BTreeSet<String>) {
    let faults = report.diagnostics.iter();
    match rendered_from(&report.source.name) {
        Some(template) => (template, faults.map(|fault| fault.title.clone()).collect()),
        None => {
            let spots = faults.flat_map(|fault| &fault.spots);
            let places = spots.map(|spot| format!("{:?}", spot.span)).collect();
            (&report.source.name, places)
        }
    }
}

/// What was made of a record.
struct Built {
    made: Vec<Made>,
    /// The faults of its PDF alone.
    faults_of_pdf: Option<Box<Report>>,
    /// Where its PDF would stand, had it been made as asked.
    missing_pdf: Option<PathBuf>,
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
        let built: Vec<Result<Built, Failure>> = (0..summaries.len())
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
                Ok(built) => outcome.accept(built),
                Err(Failure::Faults(report)) => outcome.refuse(*report),
                Err(Failure::Disk(error)) => return Err(error),
            }
        }
        if outcome.sound_records > 0 {
            outcome.made.extend(make_logo(project, options)?);
            if options.formats.contains(&Format::Html) {
                for file in index(self, project, &summaries) {
                    let path = options.output.join(file.path);
                    outcome.made.push(make(path, &file.bytes, options)?);
                }
            }
            match make_site(project, options, summaries) {
                Ok(made) => outcome.made.extend(made),
                Err(Failure::Faults(report)) => outcome.tell(*report),
                Err(Failure::Disk(error)) => return Err(error),
            }
        }
        Ok(outcome)
    }

    /// The records are sorted by address.
    pub(super) fn record_at(&self, summary: &Summary) -> Option<&RecordFile> {
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
) -> Result<Built, Failure> {
    let sound = read_record(project, record)?;
    let surroundings = surroundings(summaries, index);
    let outputs = outputs(project, &options.formats, record, &sound, surroundings)?;
    let folder = record
        .address
        .split('/')
        .fold(options.output.clone(), |folder, part| folder.join(part));
    let mut made = Vec::new();
    for output in outputs.files {
        made.push(make(folder.join(output.name), &output.bytes, options)?);
    }
    for annex in annexes(&sound.meeting) {
        let source = record.path.parent().unwrap_or(Path::new("")).join(annex);
        let bytes = files::read_whole(&source)?;
        made.push(make(folder.join(annex_file_name(annex)), &bytes, options)?);
    }
    Ok(Built {
        made,
        faults_of_pdf: outputs.faults_of_pdf,
        missing_pdf: outputs.missing_pdf.map(|name| folder.join(name)),
    })
}

/// The files that go with a meeting.
fn annexes(meeting: &Meeting) -> impl Iterator<Item = &String> {
    meeting
        .annexes
        .iter()
        .filter_map(|annex| match &annex.target {
            AnnexTarget::File(path) => Some(path),
            AnnexTarget::None | AnnexTarget::Link(_) => None,
        })
}

/// The logo, once for all pages.
fn make_logo(project: &Project, options: &BuildOptions) -> Result<Option<Made>, FileError> {
    let logo = project.config.logo.as_ref();
    logo.filter(|_| options.formats.contains(&Format::Html))
        .map(|logo| {
            let path = options.output.join(logo_file_name(logo));
            make(path, &logo.bytes, options)
        })
        .transpose()
}

/// The pages around the minutes, where these are made as pages.
fn make_site(
    project: &Project,
    options: &BuildOptions,
    summaries: Vec<Summary>,
) -> Result<Vec<Made>, Failure> {
    if !options.formats.contains(&Format::Html) {
        return Ok(Vec::new());
    }
    let summaries: Vec<site::Summary> = summaries.into_iter().map(|one| one.site).collect();
    let latest = summaries.last().map(|meeting| meeting.date);
    let today = options.today.or(latest).unwrap_or_default();
    site::pages(&project.config, &project.templates, &summaries, today)
        .par_iter()
        .map(|page| {
            let bytes = page.render()?;
            Ok(make(options.output.join(&page.path), &bytes, options)?)
        })
        .collect()
}

fn make(path: PathBuf, bytes: &[u8], options: &BuildOptions) -> Result<Made, FileError> {
    let change = if options.dry_run {
        files::compare(&path, bytes, options.force)?
    } else {
        files::write(&path, bytes, options.force)?
    };
    Ok(Made { path, change })
}
