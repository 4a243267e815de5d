//! Where what goes out after each meeting goes, and what an earlier `greffier send` made there of records that go out no more: it would be
//! sent by mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::messages::{say, shown, some_of};
use crate::archive::{Archive, Project, RecordFile};
use crate::circulation::{files_left, last_part};
use crate::config::CIRCULATION_FOLDER;
use crate::files;
use crate::french::folding::slug;

/// Where what goes out after each meeting goes.
pub(super) struct Folders<'a> {
    project: &'a Project,
    /// How many addresses end so.
    ends: BTreeMap<String, usize>,
}

impl<'a> Folders<'a> {
    pub(super) fn new(archive: &Archive, project: &'a Project) -> Self {
        let mut ends = BTreeMap::new();
        for record in &archive.records {
            *ends.entry(last_part(&record.address)).or_default() += 1;
        }
        Self { project, ends }
    }

    /// Tells what an earlier run left there that goes out no more.
    pub(super) fn tell_left(&self, archive: &Archive, internal: &[&RecordFile]) {
        let folder_of = |record: &RecordFile| self.of(record);
        let of_records = archive.records.iter().flat_map(|record| self.names(record));
        let top = self.project.root.join(CIRCULATION_FOLDER);
        let of_records = of_records.map(|name| top.join(name)).collect();
        tell_messages_left(archive, self.project, internal, folder_of, &of_records);
    }

    /// Two meetings whose addresses end alike have folders named by the whole of them.
    pub(super) fn of(&self, record: &RecordFile) -> PathBuf {
        let count = self.ends.get(&last_part(&record.address));
        let [alone, among_others] = self.names(record);
        let name = match count.is_none_or(|count| *count < 2) {
            true => alone,
            false => among_others,
        };
        self.project.root.join(CIRCULATION_FOLDER).join(name)
    }

    /// The name of its folder: where no address ends as its own does, and where one does.
    fn names(&self, record: &RecordFile) -> [String; 2] {
        let last = last_part(&record.address);
        let alone = match last.as_str() {
            // Those are the folders of editions.
            "membres" | "interne" => format!("reunion-{last}"),
            _ => last,
        };
        [alone, slug(&record.address)]
    }
}

/// Tells the folders that hold messages of records that are internal by now, and of records that are there no more under that name:
/// `of_records` are those of all that are there.
fn tell_messages_left(
    archive: &Archive,
    project: &Project,
    internal: &[&RecordFile],
    folder_of: impl Fn(&RecordFile) -> PathBuf,
    of_records: &BTreeSet<PathBuf>,
) {
    let hidden: BTreeSet<PathBuf> = internal.iter().map(|record| folder_of(record)).collect();
    tell(
        hidden.iter().cloned(),
        "d’un compte rendu qui est interne maintenant",
    );
    // Of a record that is out of sight the folder is not known either.
    if archive.is_complete {
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
