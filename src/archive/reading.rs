//! A record's file → what it says, or the report of its faults.

use std::path::{Path, PathBuf};

use super::assets;
use super::discover::RecordFile;
use super::project::{CONFIG_FILE, MEETINGS_FOLDER, Project};
use super::texts::{TEMPLATES_FOLDER, read_text, unread};
use crate::config::Editions;
use crate::contacts::CONTACTS_FILE;
use crate::diagnostic::{Diagnostic, Kind, Report, Source};
use crate::files::{self, FileError};
use crate::minutes::ANNEXES_FOLDER;
use crate::record::{self, AnnexFile, AnnexTarget, Body, Edition, LeftOut, Meeting};
use crate::toml_source::{self, FileState, TomlFault};

/// A sound record.
pub(super) struct SoundRecord {
    pub(super) source: Source,
    pub(super) reading: record::Reading,
    /// As the edition shows it.
    pub(super) meeting: Meeting,
    /// What the edition does not show.
    pub(super) left_out: LeftOut,
}

impl SoundRecord {
    /// Refuses what would go out with texts that are left to be written.
    pub(super) fn refuse_unwritten(&self) -> Result<(), Box<Report>> {
        match self.reading.left_to_write() {
            None => Ok(()),
            Some(fault) => Err(Box::new(Report::new(self.source.clone(), vec![fault]))),
        }
    }
}

/// A record without faults, or the report of them.
pub(super) fn read_record(
    project: &Project,
    record: &RecordFile,
) -> Result<SoundRecord, Box<Report>> {
    read_as(project, record, project.config.edition)
}

/// The same, as that edition shows it.
pub(super) fn read_as(
    project: &Project,
    record: &RecordFile,
    edition: Edition,
) -> Result<SoundRecord, Box<Report>> {
    sound(project, record, read_source(record)?, edition)
}

/// The same, of bytes that were read already.
pub(super) fn read_bytes(
    project: &Project,
    record: &RecordFile,
    bytes: Vec<u8>,
) -> Result<SoundRecord, Box<Report>> {
    let source = toml_source::decode(&record.name, bytes).map_err(of_large_record)?;
    sound(project, record, source, project.config.edition)
}

/// The text of a record's file.
pub(super) fn read_source(record: &RecordFile) -> Result<Source, Box<Report>> {
    read_text(&record.path, &record.name).map_err(of_large_record)
}

/// A record that is too large is none, and what makes it so has its place beside it.
fn of_large_record(mut report: Box<Report>) -> Box<Report> {
    let diagnostics = report.diagnostics.iter_mut();
    for fault in diagnostics.filter(|fault| fault.code.as_str() == TomlFault::TooLarge.code()) {
        *fault = Diagnostic::new(
            TomlFault::TooLarge,
            "ce fichier dépasse 4 Mio : ce n’est pas un compte rendu",
        )
        .help("les photos et les rapports se joignent comme annexes, avec `fichier = \"…\"`");
    }
    report
}

fn sound(
    project: &Project,
    record: &RecordFile,
    source: Source,
    edition: Edition,
) -> Result<SoundRecord, Box<Report>> {
    let mut reading = read(project, record, &source, edition);
    match reading.meeting.take() {
        Some(meeting) => Ok(SoundRecord {
            left_out: reading.left_out.clone(),
            source,
            reading,
            meeting,
        }),
        None => Err(Box::new(Report::new(source, reading.faults))),
    }
}

/// What the text of a record turns out to be, for that edition.
pub(super) fn read(
    project: &Project,
    record: &RecordFile,
    source: &Source,
    edition: Edition,
) -> record::Reading {
    let series = record::Series {
        statuses: &project.config.statuses,
        head: project.config.head,
        has_editions: project.config.editions.is_given,
        edition,
        annex_file: &annexes_of(project, &record.path),
    };
    let mut reading = record::read_of_series(source, &series);
    if let Some(meeting) = &mut reading.meeting {
        meeting.name_bodies(&|name| {
            let entry = project.directory.entry(name)?;
            Some(Body {
                name: &entry.name,
                category: entry.category.as_deref(),
            })
        });
        meeting.acquaintances = project.directory.people().to_vec();
    }
    reading
}

/// The files that go with a meeting, as its record names them.
pub(super) fn annexes(meeting: &Meeting) -> impl Iterator<Item = &String> {
    meeting
        .annexes
        .iter()
        .filter_map(|annex| match &annex.target {
            AnnexTarget::File(path) => Some(path),
            AnnexTarget::None | AnnexTarget::Link(_) => None,
        })
}

/// Where an annex lies: beside its record.
pub(super) fn annex_path(record: &RecordFile, name: &str) -> PathBuf {
    assets::on_disk(record.path.parent().unwrap_or(Path::new("")), name)
}

/// Answers whether an annex of that record is there.
fn annexes_of(project: &Project, record: &Path) -> impl Fn(&str) -> AnnexFile {
    let folder = record.parent().map(Path::to_owned).unwrap_or_default();
    let state = assets::files_in(&project.root, folder.clone());
    let root = files::true_path(&project.root);
    let editions = project.config.editions.clone();
    move |typed| {
        let is_private = || {
            let path = files::true_path(&assets::on_disk(&folder, typed))?;
            let path = path.strip_prefix(root.as_ref()?).ok()?;
            Some(is_never_published(path, &editions))
        };
        match state(typed) {
            FileState::Present if is_private().unwrap_or_default() => FileState::NeverPublished,
            state => state,
        }
    }
}

/// Whether a file of the project, by its path from there, is one to work with, and goes to nobody: what it is set up with, its contacts and
/// messages, its templates, its records, what is made for some alone, what is hidden.
fn is_never_published(path: &Path, editions: &Editions) -> bool {
    let parts: Vec<String> = path
        .iter()
        .map(|part| part.to_string_lossy().to_lowercase())
        .collect();
    let is_hidden = parts.iter().any(|part| part.starts_with('.'));
    let is_of_project = match parts.as_slice() {
        [name] => name == CONTACTS_FILE || name == CONFIG_FILE,
        [folder, ..] => folder == TEMPLATES_FOLDER || editions.hold(&parts),
        [] => false,
    };
    // Whatever lies among the annexes is no record.
    let is_record = !parts.iter().any(|folder| folder == ANNEXES_FOLDER)
        && parts
            .first()
            .is_some_and(|folder| folder == MEETINGS_FOLDER)
        && parts.last().is_some_and(|name| name.ends_with(".toml"));
    is_hidden || is_of_project || is_record
}

/// The report of what the disk refuses of a record.
pub(super) fn of_file(record: &RecordFile, error: &FileError) -> Box<Report> {
    unread(&record.name, error)
}
