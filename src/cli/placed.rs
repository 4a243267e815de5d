//! Where pages may go, and be copied from: neither among what the user writes, nor where what is for some alone and what is for all would mix.

use std::path::{Path, PathBuf};

use super::Stop;
use super::messages::shown;
use super::selection::real;
use crate::archive::{
    Archive, MEETINGS_FOLDER, OUTPUT_FOLDER, Project, TEMPLATES_FOLDER, records_left,
};
use crate::config::CIRCULATION_FOLDER;
use crate::files;
use crate::record::Edition;

/// Pages are neither written nor copied to the site from among what the user writes, nor around it, nor where a file of the project is looked for.
pub(super) fn refuse_misplaced(
    output: &Path,
    project: &Project,
    is_asked_for: bool,
) -> Result<(), Stop> {
    let (there, root) = (real(output), real(&project.root));
    if files::is_file(&there) {
        return Err(Stop(format!(
            "{} est un fichier : choisissez un dossier pour les pages",
            shown(output)
        )));
    }
    let mut parts = there
        .iter()
        .map(|part| part.to_string_lossy().to_lowercase());
    if parts
        .next_back()
        .is_some_and(|name| name.ends_with(".toml"))
    {
        return Err(Stop(format!(
            "{} porte le nom d’un fichier, et non d’un dossier : choisissez pour les pages un nom sans .toml",
            shown(output)
        )));
    }
    let is_in = |folder: &str| there.starts_with(real(&project.root.join(folder)));
    let held = if root.starts_with(&there) {
        "le projet"
    } else if is_in(MEETINGS_FOLDER) {
        "les comptes rendus"
    } else if is_in(TEMPLATES_FOLDER) {
        "les modèles"
    } else {
        return refuse_mixed(output, &there, project, is_asked_for);
    };
    Err(Stop(format!(
        "{} contient {held} : choisissez un autre dossier pour les pages",
        shown(output)
    )))
}

/// What is for some alone goes into no folder of pages that are for others, and what is for all not among it: either folder is copied
/// whole.
fn refuse_mixed(
    output: &Path,
    there: &Path,
    project: &Project,
    is_asked_for: bool,
) -> Result<(), Stop> {
    if project.config.edition == Edition::Public {
        let is_for_some = holds_what_is_for_some(there, project);
        return match is_for_some {
            false => Ok(()),
            true => Err(Stop(format!(
                "{} est dans le dossier des messages et des éditions, ou autour de lui : ce qui n’est pas pour tous se copierait avec les pages publiques ; choisissez un autre dossier",
                shown(output)
            ))),
        };
    }
    if there.starts_with(real(&project.root.join(OUTPUT_FOLDER))) {
        return Err(Stop(format!(
            "{} est dans le dossier qui se copie sur le site : choisissez un autre dossier pour cette édition",
            shown(output)
        )));
    }
    let mut above = there.ancestors().skip(1).filter(|_| is_asked_for);
    // Beside an edition that is for some alone it is for some alone too.
    let is_for_some =
        |folder: &Path| folders_for_some(project).any(|some| folder.starts_with(some));
    match above.find(|folder| !is_for_some(folder) && has_pages(folder)) {
        None => Ok(()),
        Some(folder) => Err(Stop(format!(
            "{} est dans {}, qui contient d’autres pages et se copie avec elles : choisissez un autre dossier pour cette édition",
            shown(output),
            shown(folder)
        ))),
    }
}

/// Whether a folder lies where editions go or messages do, or around what is for some alone.
fn holds_what_is_for_some(there: &Path, project: &Project) -> bool {
    let mut folders = folders_for_some(project);
    folders.any(|folder| folder.starts_with(there) || there.starts_with(folder))
}

/// Where messages go, and where editions go.
fn folders_for_some(project: &Project) -> impl Iterator<Item = PathBuf> {
    let own = project.config.editions.folder.as_deref();
    let folders = [Some(CIRCULATION_FOLDER), own].into_iter().flatten();
    folders.map(|folder| real(&project.path_of(folder)))
}

/// Whether a build made pages of records in that folder, and they still stand.
fn has_pages(folder: &Path) -> bool {
    files::is_folder(folder) && records_left(folder.to_owned()) > 0
}

/// The folders of editions that earlier builds made where none is asked for now, of records that have changed since.
pub(super) fn editions_left(project: &Project, archive: &Archive) -> Vec<PathBuf> {
    let folders = project.config.editions.folders_left().into_iter();
    let folders = folders.map(|folder| project.path_of(&folder));
    let is_of_before = |folder: &PathBuf| archive.is_of_before(folder.clone());
    folders
        .filter(|folder| has_pages(folder) && is_of_before(folder))
        .collect()
}
