//! What became of each message: a file that only grows, in words, beside the messages. It holds addresses, as they do.
//!
//! Who lost it would send all a second time. So a file beside it counts what it noted, what a program that syncs made of it counts too, and
//! it is sought in each folder that its letters were in before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::copies::is_copy;
use super::delivery::{Delivery, day_of};
use super::noted::{self, Event, Lines, Noted, UNKNOWN};
use crate::files::{self, FileError, Log};

/// The name of the journal in the folder of a meeting.
pub const JOURNAL_FILE: &str = "envois.txt";
/// The name of the file that counts the departures that it noted.
const COUNT_FILE: &str = ".envois";

/// Where a journal is.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its folder.
    pub folder: PathBuf,
    /// The folders that the same letters went out from before.
    pub earlier: Vec<PathBuf>,
    /// The folders that may be such a one, or that of another meeting: of them only the very same letter counts.
    pub alike: Vec<PathBuf>,
    /// The folders of other meetings: reminders are of the whole series.
    pub others: Vec<PathBuf>,
    /// The addresses that the meeting may have had, by the journals of `alike`.
    pub addresses: Vec<String>,
    /// Of what it is, on one line.
    pub of: String,
}

/// Why it is not known what went out.
#[derive(Debug)]
pub enum JournalFault {
    /// The disk refuses it.
    File(FileError),
    /// It has a line that cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The number of the first such line.
        line: usize,
    },
    /// It noted more than is there.
    Short {
        /// The file.
        path: PathBuf,
        /// How many departures it has lost.
        missing: usize,
    },
}

impl From<FileError> for JournalFault {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// A file, the kind of letter that it holds, and an address in small letters.
type Key = (String, String, String);

/// The last event of a letter to an address.
#[derive(Clone, Debug)]
struct Known {
    event: Event,
    version: String,
    /// How many events are known to be before it.
    place: usize,
}

/// What went out of the messages of a meeting.
#[derive(Debug, Default)]
pub struct Journal {
    /// The last event of each letter of a kind.
    known: BTreeMap<Key, Known>,
    /// What became last of each version of a file that went to an address from a folder that may be of another meeting.
    alike: BTreeMap<Key, Event>,
    /// Each address in small letters, with each version that it had of any letter.
    had: BTreeSet<(String, String)>,
    /// How many events were learnt.
    learnt: usize,
    /// The lines that tell that a message left.
    departures: BTreeSet<String>,
    /// The journals of other folders that tell of letters of which its own did not.
    taken_over: Vec<PathBuf>,
    open: Option<(Log, PathBuf)>,
}

impl Journal {
    /// Reads a journal, which need not be there. With `again`, what cannot be read or is lost tells nothing.
    ///
    /// # Errors
    /// It is there and cannot be read, or it has lost something.
    pub fn read(source: &Source, again: bool) -> Result<Self, JournalFault> {
        Ok(Self::gathered(source, again)?.0)
    }

    /// The journal, its own file, and the lines that others have and that does not.
    fn gathered(source: &Source, again: bool) -> Result<(Self, Lines, Vec<Noted>), JournalFault> {
        let mut journal = Self::default();
        let (own, mut others) = of_folder(&source.folder, &source.of, again)?;
        let mut known: BTreeSet<String> = own.noted.iter().map(|one| one.line.clone()).collect();
        others.retain(|one| known.insert(one.line.clone()));
        for folder in &source.earlier {
            let (lines, more) = of_folder(folder, &source.of, again)?;
            let before = others.len();
            let all = lines.noted.into_iter().chain(more);
            others.extend(all.filter(|one| known.insert(one.line.clone())));
            if others.len() > before {
                journal.taken_over.push(folder.join(JOURNAL_FILE));
            }
        }
        let elsewhere = journal.read_elsewhere(source)?;
        let mut all: Vec<&Noted> = own.noted.iter().chain(&others).chain(&elsewhere).collect();
        all.sort_by(|one, other| one.when().cmp(&other.when()));
        for one in all {
            journal.learn(one.event, &one.delivery);
        }
        let all = own.noted.iter().chain(&others);
        journal.departures = departures(all);
        Ok((journal, own, others))
    }

    /// The reminders that went out after other meetings. Of folders that may be of this one what is the very same is kept too.
    fn read_elsewhere(&mut self, source: &Source) -> Result<Vec<Noted>, FileError> {
        let mut reminders = Vec::new();
        for folder in &source.others {
            let path = folder.join(JOURNAL_FILE);
            // Whether such a journal is whole is for its own meeting to say.
            let lines = noted::read(&files::read_whole(&path)?);
            for one in lines.noted {
                let delivery = &one.delivery;
                if source.alike.contains(folder) {
                    let key = key(delivery, &delivery.file, &delivery.version);
                    self.alike.insert(key, one.event);
                }
                self.have(one.event, delivery);
                if delivery.is_reminder() {
                    reminders.push(one);
                }
            }
        }
        Ok(reminders)
    }

    /// Reads it and goes on with it.
    ///
    /// # Errors
    /// It cannot be read or written, or it has lost something.
    pub fn open(source: &Source, again: bool) -> Result<Self, JournalFault> {
        let (mut journal, own, others) = Self::gathered(source, again)?;
        let path = source.folder.join(JOURNAL_FILE);
        if let Some(text) = &own.mended {
            files::replace(&path, text.as_bytes())?;
        }
        let mut log = Log::resume(&path)?;
        // Whatever was cut off before ends here.
        let mut text = "\n".to_owned();
        if own.of.as_ref() != Some(&source.of) {
            text += &noted::head(&source.of);
        }
        for one in others {
            text += &one.line;
            text.push('\n');
        }
        log.add(text.as_bytes())?;
        log.keep()?;
        journal.open = Some((log, source.folder.join(COUNT_FILE)));
        journal.count()?;
        Ok(journal)
    }

    /// The journals of other folders that tell of letters of which its own did not.
    #[must_use]
    pub fn taken_over(&self) -> &[PathBuf] {
        &self.taken_over
    }

    /// What became last of a letter, and whether that was the letter as it is; nothing where the address is to have it, as it had none or
    /// has another since.
    #[must_use]
    pub fn last(&self, delivery: &Delivery) -> Option<(Event, bool)> {
        if delivery.is_reminder() {
            return self.last_reminder(delivery);
        }
        let of_kind = |file: &String| {
            let known = |kind: &str| self.known.get(&key(delivery, file, kind));
            known(&delivery.kind).or_else(|| known(UNKNOWN))
        };
        let Some(known) = delivery.files().find_map(of_kind) else {
            let mut versions = delivery.versions();
            let event = versions.find_map(|version| {
                let key = key(delivery, &delivery.file, version);
                self.alike.get(&key)
            });
            return Some((*event?, true));
        };
        let is_another = |(kind, other): (&str, &Known)| {
            ![&delivery.kind, UNKNOWN].contains(&kind)
                && [Event::Sent, Event::Leaving].contains(&other.event)
                && other.place > known.place
        };
        let is_past = self.of_any_kind(delivery).any(is_another);
        Some((known.event, known.is(delivery))).filter(|_| !is_past)
    }

    /// The same of a reminder: whoever had the very same has it, on whatever day; another one is a correction unless it is of a later day
    /// than the last.
    fn last_reminder(&self, delivery: &Delivery) -> Option<(Event, bool)> {
        let address = delivery.address.to_ascii_lowercase();
        let mut versions = delivery.versions();
        if versions.any(|one| self.had.contains(&(address.clone(), one.clone()))) {
            return Some((Event::Sent, true));
        }
        let letters = self.of_any_kind(delivery);
        let (kind, known) = letters.max_by_key(|(_, known)| known.place)?;
        let is_same = known.is(delivery);
        let is_later = day_of(kind).is_some_and(|day| Some(day) < day_of(&delivery.kind));
        let is_new = is_later && !(is_same && known.event == Event::Leaving);
        Some((known.event, is_same)).filter(|_| !is_new)
    }

    /// The last events of the letters of each kind that went to the address in that file, under any of its names.
    fn of_any_kind<'j>(
        &'j self,
        delivery: &'j Delivery,
    ) -> impl Iterator<Item = (&'j str, &'j Known)> {
        let address = delivery.address.to_ascii_lowercase();
        let of_files = delivery.files().flat_map(|file| {
            let from = (file.clone(), String::new(), String::new());
            let known = self.known.range(from..);
            known.take_while(move |((other, ..), _)| other == file)
        });
        let of_address = of_files.filter(move |((.., other), _)| *other == address);
        of_address.map(|((_, kind, _), known)| (kind.as_str(), known))
    }

    pub(super) fn learn(&mut self, event: Event, delivery: &Delivery) {
        let key = key(delivery, &delivery.file, &delivery.kind);
        let known = Known {
            event,
            version: delivery.version.clone(),
            place: self.learnt,
        };
        self.known.insert(key, known);
        self.learnt += 1;
        self.have(event, delivery);
    }

    /// Keeps in mind what an address had.
    fn have(&mut self, event: Event, delivery: &Delivery) {
        if event == Event::Sent {
            let address = delivery.address.to_ascii_lowercase();
            self.had.insert((address, delivery.version.clone()));
        }
    }

    /// Notes an event.
    ///
    /// # Errors
    /// The disk refuses it.
    pub(super) fn note(
        &mut self,
        when: &str,
        event: Event,
        delivery: &Delivery,
        remark: &str,
    ) -> Result<(), FileError> {
        let word = event.word();
        let Delivery {
            address,
            file,
            other_files: _,
            kind,
            version,
            other_versions: _,
            letter: _,
        } = delivery;
        let line = format!("{when} {word} {address} {file} {kind}:{version} {remark}");
        let line = line.trim_end();
        if let Some((log, _)) = &mut self.open {
            log.add(format!("{line}\n").as_bytes())?;
            // Before the server is told to take it: what is about to leave must outlast a power cut too.
            log.keep()?;
        }
        if event == Event::Leaving && self.departures.insert(line.to_owned()) {
            self.count()?;
        }
        self.learn(event, delivery);
        Ok(())
    }

    /// Counts the departures, beside the journal: never more than it has.
    fn count(&self) -> Result<(), FileError> {
        let count = self.departures.len();
        match &self.open {
            Some((_, path)) if count > 0 || files::is_file(path) => {
                let text = format!("{count} départs notés dans {JOURNAL_FILE}\n");
                files::write(path, text.as_bytes())?;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl Known {
    /// Whether that was the letter as it is.
    fn is(&self, delivery: &Delivery) -> bool {
        delivery.versions().any(|one| *one == self.version)
    }
}

/// Of what the journal in that folder is, as far as it says so; nothing where there is none.
#[must_use]
pub fn journal_of(folder: &Path) -> Option<Option<String>> {
    let path = folder.join(JOURNAL_FILE);
    let is_there = files::is_file(&path);
    let bytes = is_there.then(|| files::read_whole(&path).ok()).flatten()?;
    Some(noted::read(&bytes).of)
}

/// What the journal of a folder says, and what its copies there say. Where it does not say of what it is, it is `of` that meeting.
fn of_folder(folder: &Path, of: &str, again: bool) -> Result<(Lines, Vec<Noted>), JournalFault> {
    let path = folder.join(JOURNAL_FILE);
    let own = match files::is_there(&path) {
        true => noted::read(&files::read_whole(&path)?),
        false => Lines::default(),
    };
    if let Some(line) = own.unread.filter(|_| !again) {
        return Err(JournalFault::Unreadable { path, line });
    }
    let mut copies = Vec::new();
    let names = files::names_in(folder).into_iter();
    for copy in names.filter(|name| is_copy(name)) {
        let copy = folder.join(copy);
        if files::is_file(&copy) {
            let lines = noted::read(&files::read_whole(&copy)?);
            let is_of = |head: &String| head == of || own.heads.contains(head);
            if lines.of.as_ref().is_none_or(is_of) {
                copies.extend(lines.noted);
            }
        }
    }
    let known = departures(own.noted.iter().chain(&copies)).len();
    match counted(folder).checked_sub(known) {
        None | Some(0) => Ok((own, copies)),
        Some(_) if again => Ok((own, copies)),
        Some(missing) => Err(JournalFault::Short { path, missing }),
    }
}

fn departures<'a>(noted: impl Iterator<Item = &'a Noted>) -> BTreeSet<String> {
    let departures = noted.filter(|one| one.event == Event::Leaving);
    departures.map(|one| one.line.clone()).collect()
}

/// How many departures the journal of a folder has noted.
fn counted(folder: &Path) -> usize {
    let path = folder.join(COUNT_FILE);
    let text = files::is_file(&path).then(|| files::read_whole(&path).ok());
    let text = text.flatten().unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let count = text.split_whitespace().next();
    count.and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// What a letter of that kind in that file to the address of a delivery is known by.
fn key(delivery: &Delivery, file: &str, kind: &str) -> Key {
    let address = delivery.address.to_ascii_lowercase();
    (file.to_owned(), kind.to_owned(), address)
}
