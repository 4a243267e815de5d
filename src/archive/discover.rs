//! Finds the records below `meetings/`, and gives each its address.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::kinds::ArchiveFault;
use super::project::{MEETINGS_FOLDER, Project, slashed};
use super::texts::{hidden_extension, name_in, unseen_in};
use crate::diagnostic::{Diagnostic, Report, slips};
use crate::files::{self, Kind, Met};
use crate::french::folding::slug;
use crate::minutes::ANNEXES_FOLDER;
use crate::record::RecordDoubt;

/// The records of a project, in the order of their addresses.
#[derive(Debug)]
pub struct Archive {
    /// The records that can be read as files, each with an address of its own.
    pub records: Vec<RecordFile>,
    /// What was wrong on the way: an unreadable folder, a name without address, two records with one address.
    pub reports: Vec<Report>,
    /// Whether all records were found: only then is one that is not there gone.
    pub is_complete: bool,
    /// What is not read because of the sign that begins its name: files and folders.
    pub put_aside: Vec<PathBuf>,
}

impl Archive {
    /// Finds the records of a project.
    #[must_use]
    pub fn discover(project: &Project) -> Self {
        discover(project)
    }

    /// That records are not read because of the sign that begins their name, or that of their folder: who lays something aside may mean to.
    #[must_use]
    pub fn doubts_of_put_aside(&self, project: &Project) -> Vec<Report> {
        let folder = project.meetings();
        let aside = self.put_aside.iter();
        aside.flat_map(|aside| put_aside(&folder, aside)).collect()
    }
}

/// A record's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFile {
    /// Where it is.
    pub path: PathBuf,
    /// How it is named to the user: its path from the project's folder, with `/`.
    pub name: String,
    /// The address of its page below the output folder: `2017/2017-02-07`.
    pub address: String,
}

/// The address of a record: its path below `meetings/` without its extension, each part slugged. `None` where a part has no
/// letter or digit that an address can hold, or is the folder into which annexes are copied.
#[must_use]
pub fn address_of(path_below_meetings: &str) -> Option<String> {
    let stem = match path_below_meetings.rsplit_once('.') {
        Some((stem, extension)) if extension.eq_ignore_ascii_case("toml") => stem,
        _ => path_below_meetings,
    };
    let parts: Vec<String> = stem.split('/').map(slug).collect();
    let is_unfit = |part: &String| part.is_empty() || part == ANNEXES_FOLDER;
    (!parts.iter().any(is_unfit)).then(|| parts.join("/"))
}

fn discover(project: &Project) -> Archive {
    let folder = project.meetings();
    let mut reports = Vec::new();
    let mut by_address: BTreeMap<String, Vec<RecordFile>> = BTreeMap::new();
    if !files::is_folder(&folder) {
        return Archive {
            records: Vec::new(),
            reports,
            is_complete: false,
            put_aside: Vec::new(),
        };
    }
    // Links are followed, as a user who keeps last year's records elsewhere expects; a loop is reported.
    let annexes = RefCell::new(Vec::new());
    let put_aside = RefCell::new(Vec::new());
    let is_wanted_here = |entry: &Met| {
        if holds_annexes(entry) {
            annexes.borrow_mut().push(entry.path().to_owned());
        } else if is_put_aside(entry) {
            put_aside.borrow_mut().push(entry.path().to_owned());
        }
        is_wanted(entry)
    };
    for entry in files::walk_through_links(&folder, is_wanted_here) {
        match entry {
            Err(error) => reports.push(*unseen_in(&folder, MEETINGS_FOLDER, &error)),
            Ok(entry) if hides_its_extension(&entry) => reports.push(hidden_extension(
                name_of(&folder, entry.path()),
                entry.path(),
            )),
            Ok(entry) if has_wrong_extension(&entry) => {
                reports.push(wrong_extension(&folder, &entry));
            }
            Ok(entry) if !is_record(&entry) => {}
            Ok(entry) => match record_file(&folder, entry.path(), &project.config.prefix) {
                Ok(record) => by_address
                    .entry(record.address.clone())
                    .or_default()
                    .push(record),
                Err(report) => reports.push(*report),
            },
        }
    }
    for annexes in annexes.into_inner() {
        reports.extend(among_annexes(&folder, &annexes));
    }
    let records = unrivalled(by_address, &mut reports);
    // A folder without records may be one that is not there today, on a share or a key.
    let is_complete = reports.is_empty() && !records.is_empty();
    Archive {
        records,
        reports,
        is_complete,
        put_aside: put_aside.into_inner(),
    }
}

/// The records whose address no other has.
fn unrivalled(
    by_address: BTreeMap<String, Vec<RecordFile>>,
    reports: &mut Vec<Report>,
) -> Vec<RecordFile> {
    let mut records = Vec::new();
    for (address, claimants) in by_address {
        match <[RecordFile; 1]>::try_from(claimants) {
            Ok([record]) => records.push(record),
            Err(claimants) => reports.extend(claimed_twice(&address, &claimants)),
        }
    }
    records
}

/// Neither hidden, nor a copy that an editor left, nor a folder of annexes.
fn is_wanted(entry: &Met) -> bool {
    let name = entry.name();
    let is_hidden = name.starts_with(['.', '~', '#']) || name.ends_with('~');
    !(is_hidden || holds_annexes(entry))
}

/// `#1.toml`, `~brouillons`: a name as people give one, which is not read all the same, and none that an editor gives (`#1.toml#`, `~$1.toml`).
fn is_put_aside(entry: &Met) -> bool {
    let name = entry.name();
    name.starts_with(['#', '~']) && !name.starts_with("~$") && !name.ends_with(['#', '~'])
}

/// Whether it is a folder in which no record is looked for.
fn holds_annexes(entry: &Met) -> bool {
    entry.kind() == Kind::Folder && slug(&entry.name()) == ANNEXES_FOLDER
}

/// The records that lie among annexes, where nothing is read: each would be lost in silence.
fn among_annexes(folder: &Path, annexes: &Path) -> Vec<Report> {
    let told = || {
        let title = "ce compte rendu n’est pas lu : un dossier annexes ne contient que des annexes";
        Diagnostic::new(ArchiveFault::NoAddress, title)
            .help("mettez-le dans un autre dossier de meetings, par exemple celui de son année")
    };
    let met = files::walk_through_links(annexes, |_| true);
    unread(folder, met.filter_map(Result::ok), told)
}

/// The records that are not read because of the sign that begins their name, or that of their folder.
fn put_aside(folder: &Path, aside: &Path) -> Vec<Report> {
    let told = || {
        let title =
            "ce compte rendu n’est pas lu : son nom, ou celui de son dossier, commence par # ou ~";
        Diagnostic::new(RecordDoubt::PutAside, title)
            .help("enlevez ce signe, ou mettez-le hors de meetings")
    };
    let met = files::walk_through_links(aside, is_wanted);
    unread(folder, met.filter_map(Result::ok), told)
}

/// What is told of each record among what was met and is not read.
fn unread(
    folder: &Path,
    met: impl Iterator<Item = Met>,
    told: impl Fn() -> Diagnostic,
) -> Vec<Report> {
    let records = met
        .filter(is_record)
        .filter(|entry| has_a_date(entry.path()));
    let report = |entry: Met| Report::of_file(name_of(folder, entry.path()), told());
    records.map(report).collect()
}

/// Whether a line of the file gives the date that each record has.
fn has_a_date(path: &Path) -> bool {
    files::read(path).is_ok_and(|bytes| {
        let text = String::from_utf8_lossy(&bytes);
        let keys = text.lines().filter_map(|line| line.split_once('='));
        keys.map(|(key, _)| key.trim()).any(|key| key == "date")
    })
}

fn is_record(entry: &Met) -> bool {
    entry.kind() == Kind::File
        && entry
            .path()
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
}

/// How the name of a record ends.
const EXTENSION: &str = "toml";

/// What editors of texts add to the name of a record: a record lost in silence.
const ADDED: [&str; 8] = ["txt", "text", "doc", "docx", "odt", "rtf", "md", "html"];

/// `2026-03-17.toml.txt`, as an editor makes that adds its own extension, and Windows hides it.
fn hides_its_extension(entry: &Met) -> bool {
    let name = entry.name().to_lowercase();
    let parts = name.rsplit_once('.');
    let is_added = |(stem, added): (&str, &str)| stem.ends_with(".toml") && ADDED.contains(&added);
    entry.kind() == Kind::File && parts.is_some_and(is_added)
}

/// `2026-03-17.tml`, `2026-03-17,toml`: nearly the name of a record.
fn has_wrong_extension(entry: &Met) -> bool {
    let name = entry.name();
    let is_slip = |(_, extension)| slips(extension, EXTENSION).is_some_and(|slips| slips <= 1);
    let is_glued = || {
        let is_day_before = |stem: &str| stem.contains(|letter: char| letter.is_ascii_digit());
        let lower = name.to_lowercase();
        lower.strip_suffix(EXTENSION).is_some_and(is_day_before)
    };
    entry.kind() == Kind::File
        && !is_record(entry)
        && (name.rsplit_once('.').is_some_and(is_slip) || is_glued())
}

fn wrong_extension(folder: &Path, entry: &Met) -> Report {
    let name = entry.name();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let stem = stem.strip_suffix(EXTENSION).unwrap_or(stem);
    let stem = stem.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let fault = Diagnostic::new(
        ArchiveFault::WrongExtension,
        "ce fichier n’est pas lu : son nom ne se termine pas par .toml",
    )
    .help(format!(
        "si c’est un compte rendu, renommez-le {stem}.toml ; sinon, mettez-le dans un autre dossier"
    ));
    Report::of_file(name_of(folder, entry.path()), fault)
}

/// How a file below `meetings/` is named to the user.
fn name_of(folder: &Path, path: &Path) -> String {
    name_in(folder, MEETINGS_FOLDER, path)
}

fn record_file(folder: &Path, path: &Path, prefix: &str) -> Result<RecordFile, Box<Report>> {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let name = name_of(folder, path);
    match slashed(below).and_then(|below| address_of(&below)) {
        Some(address) if is_too_long(&address, prefix) => Err(Box::new(too_long(name, prefix))),
        Some(address) => Ok(RecordFile {
            path: path.to_owned(),
            name,
            address,
        }),
        None => {
            let fault = Diagnostic::new(ArchiveFault::NoAddress, "ce nom ne donne pas d’adresse à la page").help(
                "nommez le fichier par la date, avec des lettres latines sans accent, par exemple 2026-03-17.toml",
            );
            Err(Box::new(Report::of_file(name, fault)))
        }
    }
}

/// No disk takes a name of more bytes.
const LONGEST_FILE_NAME: usize = 255;
/// What may stand in the name of a file beside the prefix and the record's own: `--convocation-membres.pdf`.
const MOST_BESIDE: usize = "--convocation-membres.pdf".len();

/// How many letters of the name of a record have room in the names of its files.
fn longest_name(prefix: &str) -> usize {
    LONGEST_FILE_NAME.saturating_sub(prefix.len() + MOST_BESIDE)
}

/// Whether the files of a record, or their folders, would have names that no disk takes.
fn is_too_long(address: &str, prefix: &str) -> bool {
    let last = address.rsplit('/').next().unwrap_or(address);
    let mut folders = address.split('/');
    last.len() > longest_name(prefix) || folders.any(|folder| folder.len() > LONGEST_FILE_NAME)
}

fn too_long(name: String, prefix: &str) -> Report {
    let fault = Diagnostic::new(ArchiveFault::LongName, "ce nom de fichier est trop long").help(format!(
        "raccourcissez-le à {} lettres au plus, par exemple à la date : 2026-03-17.toml ; les fichiers à télécharger le portent",
        longest_name(prefix)
    ));
    Report::of_file(name, fault)
}

/// At most three others are named that claim the same address.
const MOST_NAMED: usize = 3;

/// Two records with one address are both refused: a page must not depend on which came first.
fn claimed_twice(address: &str, claimants: &[RecordFile]) -> Vec<Report> {
    let report = |record: &RecordFile| {
        let others = claimants.iter().map(|other| other.name.as_str());
        let others = others.filter(|name| *name != record.name);
        let mut named: Vec<&str> = others.take(MOST_NAMED).collect();
        if claimants.len() > 1 + MOST_NAMED {
            named.push("…");
        }
        let fault = Diagnostic::new(
            ArchiveFault::SameAddress,
            format!("deux comptes rendus auraient la même adresse : {address}"),
        )
        .help(format!(
            "l’autre est {} : renommez l’un des deux",
            named.join(", ")
        ));
        Report::of_file(record.name.clone(), fault)
    };
    claimants.iter().map(report).collect()
}
