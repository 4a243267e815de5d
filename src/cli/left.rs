//! What an earlier `greffier send` made of records that go out no more: it would be sent by mistake.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::messages::{say, shown, some_of};
use crate::archive::{Archive, Project, RecordFile};
use crate::circulation::files_left;
use crate::config::CIRCULATION_FOLDER;
use crate::files;

/// Tells the folders that hold messages of records that are internal by now, and of records that are there no more under that name.
pub(super) fn tell_messages_left(
    archive: &Archive,
    project: &Project,
    internal: &[&RecordFile],
    folder_of: impl Fn(&RecordFile) -> PathBuf,
) {
    let hidden: BTreeSet<PathBuf> = internal.iter().map(|record| folder_of(record)).collect();
    tell(
        hidden.iter().cloned(),
        "d’un compte rendu qui est interne maintenant",
    );
    // Of a record that is out of sight the folder is not known either.
    if archive.is_complete {
        let records = archive.records.iter();
        let of_records: BTreeSet<PathBuf> = records.map(folder_of).collect();
        let top = project.root.join(CIRCULATION_FOLDER);
        let folders = files::names_in(&top).into_iter();
        let folders = folders.map(|name| top.join(name));
        tell(
            folders.filter(|folder| !of_records.contains(folder)),
            "d’un compte rendu supprimé ou renommé depuis",
        );
    }
}

fn tell(folders: impl Iterator<Item = PathBuf>, of_what: &str) {
    let filled = folders.filter(|folder| !files_left(folder).is_empty());
    let names: Vec<String> = filled.map(|folder| shown(&folder)).collect();
    if names.is_empty() {
        return;
    }
    let hold = if names.len() > 1 { "gardent" } else { "garde" };
    say(&format!(
        "avis : {} {hold} le message {of_what} : ne l’envoyez pas, et supprimez-le avec ce qui l’accompagne",
        some_of(&names)
    ));
}
