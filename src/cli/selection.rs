//! The project one is in, and the records that paths on the command line mean.

use std::path::{Component, Path, PathBuf};

use super::Stop;
use super::arguments::MessageFormat;
use super::json;
use super::messages::{say, show_all};
use crate::archive::{Archive, Project, RecordFile};
use crate::files;

/// Opens the project of the current folder, or shows what is wrong with it.
pub(super) fn open_project(messages: MessageFormat) -> Result<Option<Project>, Stop> {
    let root = Project::root_of(&std::env::current_dir()?);
    match Project::open(&root) {
        Ok(project) => Ok(Some(project)),
        Err(reports) => {
            match messages {
                MessageFormat::Json => json::tell(&reports),
                MessageFormat::Text => {
                    show_all(&reports);
                    say("Corrigez d’abord cela : rien d’autre n’a été lu.");
                }
            }
            Ok(None)
        }
    }
}

/// A path as the user knows it: from the current folder where it lies below it.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here)
        .unwrap_or(path)
        .display()
        .to_string()
}

/// The records that were asked for: all, or those that the paths name or hold.
#[derive(Debug)]
pub(super) struct Selection(Vec<PathBuf>);

impl Selection {
    /// What the paths mean in that archive. What the archive tells of other files is dropped: it was not asked for.
    pub(super) fn new(
        paths: &[PathBuf],
        project: &Project,
        archive: &mut Archive,
    ) -> Result<Self, Stop> {
        let meetings = real(&project.meetings());
        let mut selection = Self(Vec::new());
        for path in paths {
            let Some(real) = files::true_path(path) else {
                return Err(Stop(format!("{} n’existe pas", path.display())));
            };
            // The project's own folder means its records.
            let inside = real.starts_with(&meetings) || meetings.starts_with(&real);
            if !inside {
                return Err(Stop(format!(
                    "{} n’est pas dans le dossier {} du projet",
                    path.display(),
                    shown(&project.meetings())
                )));
            }
            selection.0.push(real);
        }
        archive
            .reports
            .retain(|report| selection.holds_path(&project.root.join(&report.source.name)));
        for (path, selected) in paths.iter().zip(&selection.0) {
            let is_record = |record: &RecordFile| real(&record.path) == *selected;
            if files::is_file(selected)
                && archive.reports.is_empty()
                && !archive.records.iter().any(is_record)
            {
                return Err(Stop(format!(
                    "{} n’est pas un compte rendu : son nom ne se termine pas par .toml",
                    path.display()
                )));
            }
        }
        Ok(selection)
    }

    pub(super) fn holds(&self, record: &RecordFile) -> bool {
        self.holds_path(&record.path)
    }

    fn holds_path(&self, path: &Path) -> bool {
        self.0.is_empty()
            || self
                .0
                .iter()
                .any(|selected| real(path).starts_with(selected))
    }
}

/// The path with its links followed, where it leads somewhere; what does not exist yet stands below what does.
pub(super) fn real(path: &Path) -> PathBuf {
    files::true_path(path).unwrap_or_else(|| {
        let mut real = std::env::current_dir().unwrap_or_default();
        for part in path.components() {
            match part {
                Component::ParentDir => {
                    real.pop();
                }
                part => real.push(part),
            }
            real = files::true_path(&real).unwrap_or(real);
        }
        real
    })
}
