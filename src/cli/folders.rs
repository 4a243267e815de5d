//! Where what goes out after each meeting goes, and what an earlier `greffier send` made there of records that go out no more: it would be
//! sent by mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::messages::{say, shown, some_of};
use crate::archive::{Archive, Project, RecordFile};
use crate::circulation::{MESSAGE_FILE, files_left, last_part};
use crate::config::CIRCULATION_FOLDER;
use crate::files;
use crate::french::folding::slug;
use crate::mailing::{JOURNAL_FILE, Source, journal_of};

/// What stands between the address of a meeting and its day, on top of its journal.
const ON_DAY: &str = ", réunion du ";

/// Whose a journal is.
enum Whose {
    /// That of a meeting.
    Own,
    /// That of one of the same day whose record is gone, or was renamed.
    Gone,
    /// That of another.
    Another,
}

/// Where what goes out after each meeting goes.
pub(super) struct Folders<'a> {
    archive: &'a Archive,
    project: &'a Project,
    /// How many addresses end so.
    ends: BTreeMap<String, usize>,
}

impl<'a> Folders<'a> {
    pub(super) fn new(archive: &'a Archive, project: &'a Project) -> Self {
        let mut ends = BTreeMap::new();
        for record in &archive.records {
            *ends.entry(last_part(&record.address)).or_default() += 1;
        }
        Self {
            archive,
            project,
            ends,
        }
    }

    /// Tells what an earlier run left there that goes out no more.
    pub(super) fn tell_left(&self, internal: &[&RecordFile]) {
        let folder_of = |record: &RecordFile| self.of(record);
        let of_records = self.of_records();
        tell_messages_left(self.archive, self.project, internal, folder_of, &of_records);
    }

    /// The folders of the records that are there, under both of their names.
    fn of_records(&self) -> BTreeSet<PathBuf> {
        let records = self.archive.records.iter();
        let names = records.flat_map(|record| self.names(record));
        names.map(|name| self.top().join(name)).collect()
    }

    fn top(&self) -> PathBuf {
        self.project.root.join(CIRCULATION_FOLDER)
    }

    /// Where it is noted what went out of a record, whose meeting was on that day: in its folder, and in those that it had before another
    /// address ended as its own does, or before it was renamed. Where several meetings are of that day, what is noted of one that is gone may
    /// be of another: of it only what is the very same counts.
    pub(super) fn journal(&self, record: &RecordFile, day: Date) -> Source {
        let folder = self.of(record);
        let is_alone = self.archive.on(self.project, day).len() < 2;
        let names = files::names_in(&self.top()).into_iter();
        let folders = names.map(|name| self.top().join(name));
        let mut source = Source {
            earlier: Vec::new(),
            alike: Vec::new(),
            others: Vec::new(),
            addresses: Vec::new(),
            of: format!("{}{ON_DAY}{day}", record.address),
            folder: folder.clone(),
        };
        let whose = self.whose(record, day);
        for other in folders.filter(|other| *other != folder) {
            let Some(of) = journal_of(&other) else {
                continue;
            };
            match whose(&other, of.as_deref()) {
                Whose::Own => source.earlier.push(other),
                Whose::Gone if is_alone => source.earlier.push(other),
                Whose::Gone => {
                    let address = of.as_deref().and_then(|of| of.split_once(ON_DAY));
                    let address = address.map_or(&*record.address, |(address, _)| address);
                    source.addresses.push(address.to_owned());
                    source.alike.push(other.clone());
                    source.others.push(other);
                }
                Whose::Another => source.others.push(other),
            }
        }
        source
    }

    /// Tells of the folder of a journal, and of what that is by its head, whether it is of a record, whose meeting was on that day.
    fn whose(&self, record: &RecordFile, day: Date) -> impl Fn(&Path, Option<&str>) -> Whose {
        let records = self.archive.records.iter();
        let others = records.filter(|one| one.address != record.address);
        let others: BTreeSet<PathBuf> = others.map(|one| self.of(one)).collect();
        let of_records = self.of_records();
        let own_names = self.names(record).map(|name| self.top().join(name));
        move |folder, of| {
            let is_free = !others.contains(folder);
            match of {
                Some(of) => match of.split_once(ON_DAY) {
                    Some((address, _)) if address == record.address => Whose::Own,
                    Some((address, noted))
                        if is_free && noted == day.to_string() && !self.is_known(address) =>
                    {
                        Whose::Gone
                    }
                    _ => Whose::Another,
                },
                // Journals of before do not say of what they are.
                None if !is_free || !holds_message_of(folder, day) => Whose::Another,
                None if own_names.iter().any(|own| own == folder) => Whose::Own,
                None if !of_records.contains(folder) => Whose::Gone,
                None => Whose::Another,
            }
        }
    }

    /// Whether a record has that address.
    fn is_known(&self, address: &str) -> bool {
        let mut records = self.archive.records.iter();
        records.any(|record| record.address == address)
    }

    /// Two meetings whose addresses end alike have folders named by the whole of them.
    pub(super) fn of(&self, record: &RecordFile) -> PathBuf {
        let count = self.ends.get(&last_part(&record.address));
        let [alone, among_others] = self.names(record);
        let name = match count.is_none_or(|count| *count < 2) {
            true => alone,
            false => among_others,
        };
        self.top().join(name)
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

/// Whether the message in that folder is of a meeting on that day; where there is none, whether the folder is named so.
fn holds_message_of(folder: &Path, day: Date) -> bool {
    let message = folder.join(MESSAGE_FILE);
    match files::is_file(&message).then(|| files::read_whole(&message)) {
        Some(Ok(bytes)) => {
            let head = bytes.get(..LONGEST_HEAD).unwrap_or(&bytes);
            let date = day.strftime("Date: %a, %d %b %Y ").to_string();
            String::from_utf8_lossy(head).contains(&date)
        }
        _ => {
            let name = folder.file_name().unwrap_or_default();
            name.to_string_lossy().contains(&day.to_string())
        }
    }
}

/// The head of a message stands within 8 kB.
const LONGEST_HEAD: usize = 8192;

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
    let filled: Vec<PathBuf> = filled.collect();
    let names: Vec<String> = filled.iter().map(|folder| shown(folder)).collect();
    if names.is_empty() {
        return;
    }
    let hold = if names.len() > 1 { "gardent" } else { "garde" };
    let has_journal = |folder: &PathBuf| files::is_file(&folder.join(JOURNAL_FILE));
    let but = match filled.iter().any(has_journal) {
        true => format!(", sauf {JOURNAL_FILE}, qui dit à qui il est parti"),
        false => String::new(),
    };
    say(&format!(
        "avis : {} {hold} le message {of_what} : ne l’envoyez pas, et supprimez-le avec ce qui l’accompagne{but}",
        some_of(&names)
    ));
}
