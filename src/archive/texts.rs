//! The text files of a project.

use std::path::Path;

use super::kinds::ArchiveFault;
use crate::diagnostic::{Diagnostic, Report, Source};
use crate::files::{self, FileError, Unseen, WhyUnseen};
use crate::record;
use crate::toml_source;

/// A file that is larger than a text may be is not taken for one that is not.
const _: () = assert!(toml_source::MAX_BYTES <= files::MOST_READ);

/// The folder of the user's own templates.
pub const TEMPLATES_FOLDER: &str = "templates";

/// The text of a TOML file; what prevents it is a fault of that file.
pub(super) fn read_text(path: &Path, name: &str) -> Result<Source, Box<Report>> {
    if files::is_special(path) {
        return Err(unread(name, &FileError::is_special(path)));
    }
    let bytes = files::read(path).map_err(|error| unread(name, &error))?;
    toml_source::decode(name, bytes)
}

/// Where a file of the project is not there: the one that would be it but for an extension that an editor added, and that Windows hides.
/// Without it the series would be made as if nothing had been set, with the names that it does not publish.
pub(super) fn beside_its_name(root: &Path, name: &str) -> Option<Box<Report>> {
    let names = files::names_in(root);
    let is_filled = |found: &&String| {
        let path = root.join(found);
        files::is_file(&path) && files::size(&path).is_some_and(|size| size > 0)
    };
    let mut names = names.iter().filter(is_filled);
    let added = names.find(|found| {
        let rest = found.split_at_checked(name.len());
        rest.is_some_and(|(start, rest)| {
            start.eq_ignore_ascii_case(name)
                && [".txt", ".toml"]
                    .iter()
                    .any(|end| rest.eq_ignore_ascii_case(end))
        })
    })?;
    let report = hidden_extension(added.clone(), &root.join(added));
    Some(Box::new(report))
}

/// The report of a file whose name ends with an extension too many.
pub(super) fn hidden_extension(name: String, path: &Path) -> Report {
    let stem = path.with_extension("");
    let meant = stem.file_name().unwrap_or_default().to_string_lossy();
    let added = path.extension().unwrap_or_default().to_string_lossy();
    let title = format!("ce fichier n’est pas lu : son nom se termine par .{added}");
    let fault = Diagnostic::new(ArchiveFault::HiddenExtension, title).help(format!(
        "renommez-le {meant} ; sous Windows, cochez d’abord « Extensions de noms de fichiers » dans l’onglet Affichage"
    ));
    Report::of_file(name, fault)
}

/// The report of a file that the system does not let us read.
pub(super) fn unread(name: &str, error: &FileError) -> Box<Report> {
    let mut fault = Diagnostic::new(ArchiveFault::Unreadable, error.to_string());
    if error.is_open_elsewhere() {
        fault = fault.help("Fermez-le dans cet autre programme, puis relancez");
    } else if cfg!(windows)
        && let Some(allowed) = record::name_for_windows(name)
    {
        fault = fault.help(format!(
            "changez ce nom, que Windows n’admet pas, par exemple « {allowed} »"
        ));
    }
    Box::new(Report::of_file(name.to_owned(), fault))
}

/// The report of what cannot be seen below a folder of the project, which the user knows by that name.
pub(super) fn unseen_in(folder: &Path, name: &str, unseen: &Unseen) -> Box<Report> {
    let (kind, title) = match &unseen.why {
        WhyUnseen::Loop => (
            ArchiveFault::LinkLoop,
            "ce lien symbolique ramène à un dossier qui le contient : il n’est pas suivi"
                .to_owned(),
        ),
        WhyUnseen::LeadsNowhere => (
            ArchiveFault::DeadLink,
            "ce lien ne mène nulle part".to_owned(),
        ),
        WhyUnseen::Refused => (
            ArchiveFault::FolderRefused,
            "l’accès à ce dossier est refusé".to_owned(),
        ),
        WhyUnseen::Other(words) => (
            ArchiveFault::FolderUnreadable,
            format!("ce dossier ne peut pas être lu ({words})"),
        ),
    };
    let name = name_in(folder, name, unseen.path.as_deref().unwrap_or(folder));
    Box::new(Report::of_file(name, Diagnostic::new(kind, title)))
}

/// How what lies below a folder of the project, which the user knows by that name, is named to the user.
pub(super) fn name_in(folder: &Path, name: &str, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let below = below.to_string_lossy().replace('\\', "/");
    format!("{name}/{below}").trim_end_matches('/').to_owned()
}

/// All faults of each of a few records are kept; of more than 50, the first of each.
const FEW: usize = 50;

/// A report of one among so many records.
pub(super) fn of_many(report: Report, records: usize) -> Report {
    match records > FEW {
        true => report.lightened(),
        false => report,
    }
}
