//! The project one is in, and the records that paths on the command line mean.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use super::choices::MessageFormat;
use super::json;
use super::messages::{say, show_all, shown};
use super::named::{answering, date_help, refuse_several};
use super::{Stop, current_folder};
use crate::archive::{Archive, MEETINGS_FOLDER, Project, RecordFile};
use crate::diagnostic::Report;
use crate::files;

/// The folder of the project one is in. A folder without records is none: anywhere else an empty answer would look like a good one, and
/// a whole home folder might be watched.
pub(super) fn project_folder() -> Result<PathBuf, Stop> {
    let root = Project::root_of(&current_folder()?);
    match files::is_folder(&root.join(MEETINGS_FOLDER)) {
        true => Ok(root),
        false => Err(Stop(
            "ce dossier n’est pas un projet : il n’a pas de dossier meetings ; allez dans celui du projet, ou créez-en un avec « greffier init »".to_owned(),
        )),
    }
}

/// Opens the project one is in, or shows what is wrong with it.
pub(super) fn open_project(messages: MessageFormat) -> Result<Option<Project>, Stop> {
    opened(Project::open(&project_folder()?), messages)
}

/// Shows what is wrong with a project that could not be opened.
pub(super) fn opened(
    opened: Result<Project, Vec<Report>>,
    messages: MessageFormat,
) -> Result<Option<Project>, Stop> {
    match opened {
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

/// The records that were asked for.
#[derive(Debug)]
pub(super) enum Selection {
    /// No path was given.
    All,
    /// Those that the paths name or hold, by name.
    These(HashSet<String>),
}

impl Selection {
    /// What the paths mean in that archive. What the archive tells of other files is dropped: it was not asked for.
    pub(super) fn new(
        paths: &[PathBuf],
        project: &Project,
        archive: &mut Archive,
    ) -> Result<Self, Stop> {
        if paths.is_empty() {
            return Ok(Self::All);
        }
        let asked = asked(paths, project, archive)?;
        let places: HashSet<&Path> = asked.iter().map(PathBuf::as_path).collect();
        let is_asked = |path: &Path| path.ancestors().any(|path| places.contains(path));
        // Where it is, and where a link leads that stands there.
        let both = |path: PathBuf| [real(&path), named(&path)];
        let records = archive.records.iter();
        let records = records.map(|record| (record, both(record.path.clone())));
        let records: Vec<(&RecordFile, [PathBuf; 2])> = records
            .filter(|(_, paths)| paths.iter().any(|path| is_asked(path)))
            .collect();
        let selection = records.iter().map(|(record, _)| record.name.clone());
        let selection = Self::These(selection.collect());
        archive.reports.retain(|report| {
            let paths = both(project.root.join(&report.source.name));
            paths.iter().any(|path| is_asked(path))
        });
        archive.put_aside.retain(|path| {
            let paths = both(path.clone());
            paths.iter().any(|path| is_asked(path))
        });
        if archive.reports.is_empty() {
            let records = records.iter().flat_map(|(_, paths)| paths);
            let records = records.map(PathBuf::as_path);
            refuse_paths_to_nothing(paths.iter().zip(&asked), records)?;
        }
        Ok(selection)
    }

    pub(super) fn holds(&self, record: &RecordFile) -> bool {
        match self {
            Self::All => true,
            Self::These(names) => names.contains(&record.name),
        }
    }
}

/// The true paths of what was asked for, all of it among the records of the project: by a link there, as it is named, wherever the link
/// leads. A word that is no path may name a meeting.
fn asked(paths: &[PathBuf], project: &Project, archive: &Archive) -> Result<Vec<PathBuf>, Stop> {
    let meetings = real(&project.meetings());
    let named_meetings = named(&project.meetings());
    let asked = paths.iter().map(|path| {
        let Some(real) = files::true_path(path) else {
            return meeting_named(path, project, archive);
        };
        // The project's own folder means its records.
        if real.starts_with(&meetings) || meetings.starts_with(&real) {
            return Ok(real);
        }
        let by_name = named(path);
        if by_name.starts_with(&named_meetings) {
            return Ok(by_name);
        }
        Err(Stop(format!(
            "{} n’est pas dans le dossier {} du projet",
            path.display(),
            shown(&project.meetings())
        )))
    });
    asked.collect()
}

/// The true path of the record that is named otherwise than by its path.
fn meeting_named(word: &Path, project: &Project, archive: &Archive) -> Result<PathBuf, Stop> {
    let named = word.to_str().unwrap_or_default();
    match answering(archive, project, named).as_slice() {
        [record] => Ok(real(&record.path)),
        [] => Err(Stop(unknown(word, named))),
        several => Err(refuse_several(named, several)),
    }
}

fn unknown(word: &Path, named: &str) -> String {
    let word = word.display();
    match named.parse::<Date>() {
        Ok(_) => format!(
            "{word} n’existe pas, et aucun des comptes rendus qui ont pu être lus n’est de ce jour"
        ),
        Err(_) => match date_help(named) {
            None => format!("{word} n’existe pas"),
            Some(help) => format!("{word} n’existe pas ; {help}"),
        },
    }
}

/// Each path that is asked for names a record, or a folder that holds one.
fn refuse_paths_to_nothing<'a>(
    mut asked: impl Iterator<Item = (&'a PathBuf, &'a PathBuf)>,
    records: impl Iterator<Item = &'a Path>,
) -> Result<(), Stop> {
    let places: HashSet<&Path> = records.flat_map(Path::ancestors).collect();
    match asked.find(|(_, place)| !places.contains(place.as_path())) {
        None => Ok(()),
        Some((path, place)) if files::is_file(place) => Err(Stop(format!(
            "{} n’est pas un compte rendu : son nom ne se termine pas par .toml",
            path.display()
        ))),
        Some((path, _)) => Err(Stop(format!(
            "{} ne contient aucun compte rendu : les noms de leurs fichiers se terminent par .toml",
            path.display()
        ))),
    }
}

/// The whole path by its names, whatever links stand on the way.
fn named(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let mut named = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::ParentDir => {
                named.pop();
            }
            Component::CurDir => {}
            part => named.push(part),
        }
    }
    named
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
