//! What the builds before left behind, in the hidden folder `.greffier` of the output: the manifest, the journal, the locks.
//!
//! The manifest says of each owner which files were made, and from what. The journal is written while a build runs, what is about to
//! be written before it is: so the files of a build that was killed are told from a user's by the one that follows, which reads both.
//! Either may be lost or damaged: then what it would have said is found out again. A share of the owners has its own of both.
//! Entry points: [`Store::look`], [`Store::open`], [`Store::announce`], [`Store::close`].

mod beside;
mod changes;
mod frames;
mod locks;
mod manifest;
mod sealed;
mod settle;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::files::{self, FileError, Log};

use locks::Locks;
pub(in crate::keeper) use manifest::{Entries, Entry};
pub(crate) use manifest::{Note, Output, OutputKind, Seen};
use settle::{Candidates, settle};

use super::{Hash, OutputFolder, Owner, Partition};

/// The hidden folder.
const STORE_FOLDER: &str = ".greffier";
const MANIFEST: &str = "manifeste";
const JOURNAL: &str = "journal";
const CHANGES: &str = "changements";
/// At most one in four entries stands beside the manifest; more are written with all others.
const FEW: usize = 4;

/// The store of an output folder.
pub(super) struct Store<N> {
    folder: PathBuf,
    partition: Option<Partition>,
    /// What is known of each owner.
    pub(super) entries: Entries<N>,
    /// Whether anything is known of what was built here. If not, a file that is there may be ours.
    pub(super) has_memory: bool,
    /// Whether a build left something here, though it may be damaged.
    pub(super) has_traces: bool,
    /// Whether the last build ended in order, so that a file with the stamp that it had then is the same.
    pub(super) trusts_stamps: bool,
    journal: Mutex<Option<Log>>,
    /// What seals the manifest that was read.
    manifest: Option<Hash>,
    /// The owners of which something else is known than it says.
    pub(super) changed: BTreeSet<Owner>,
    /// The files of shares, whose entries were taken over.
    of_shares: BTreeSet<PathBuf>,
    _locks: Option<Locks>,
}

/// Why a store cannot be opened.
#[derive(Debug)]
pub(crate) enum StoreError {
    /// Another build is running; what it says of itself.
    Busy(String),
    /// The disk.
    Disk(FileError),
}

impl From<FileError> for StoreError {
    fn from(error: FileError) -> Self {
        Self::Disk(error)
    }
}

impl<N: Note> Store<N> {
    /// Reads what the last builds left. Nothing is written, and nobody kept out.
    pub(super) fn look(output: &OutputFolder, partition: Option<Partition>) -> Self {
        let folder = output.top().join(STORE_FOLDER);
        let own = suffix(partition);
        let mut candidates = Candidates::new();
        let mut of_shares = BTreeSet::new();
        let (mut has_memory, mut trusts_stamps, mut has_traces) = (false, true, false);
        let (mut manifest, mut changed) = (None, BTreeSet::new());
        for name in in_order(files::names_in(&folder), &own) {
            let path = folder.join(&name);
            let is_journal = name.starts_with(JOURNAL);
            let read = read(&path, is_journal);
            has_memory |= read.is_some();
            let Read {
                entries,
                seal,
                beside,
            } = read.unwrap_or_default();
            has_traces = true;
            if path == folder.join(MANIFEST) {
                (manifest, changed) = (seal, beside);
            }
            for (owner, entry) in entries {
                candidates.entry(owner).or_default().push(entry);
            }
            let is_of_share = name.contains('-');
            // The journal of another share tells that it is at work, on records of its own.
            trusts_stamps &=
                !is_journal || (is_of_share && partition.is_some() && !name.ends_with(&own));
            if is_of_share && partition.is_none() {
                of_shares.insert(path);
            }
        }
        Self {
            entries: settle(output, candidates),
            folder,
            partition,
            has_memory,
            has_traces,
            trusts_stamps,
            journal: Mutex::new(None),
            manifest,
            changed,
            of_shares,
            _locks: None,
        }
    }

    /// As [`Store::look`], and keeps other builds out until it is closed or dropped.
    pub(super) fn open(
        output: &OutputFolder,
        partition: Option<Partition>,
        holder: &str,
    ) -> Result<Self, StoreError> {
        let folder = output.top().join(STORE_FOLDER);
        // Whatever it leads to is not ours.
        if files::is_link(&folder) {
            return Err(FileError::is_link(&folder).into());
        }
        files::make_folder(&folder)?;
        let locks = Locks::take(&folder, partition, holder)?;
        if partition.is_none() {
            // A build may be killed before it says anything.
            files::remove_temporary_files(&folder);
        }
        let mut store = Self::look(output, partition);
        store._locks = Some(locks);
        if !store.trusts_stamps {
            // What was found out must not be lost if this build is killed too, nor that stamps are not to be trusted.
            store.write_manifest()?;
            store.manifest = None;
            store.journal = Mutex::new(Some(Log::begin(&store.path(JOURNAL))?));
        }
        Ok(store)
    }

    /// Notes what is about to be written for an owner, before it is. What was known of it before is still known.
    pub(super) fn announce(&self, owner: &Owner, entry: &Entry<N>) -> Result<(), FileError> {
        self.log(|log| log.add(&frames::of_entry(owner, entry)))
    }

    /// Notes that something is about to be written, of which nothing more is known yet.
    pub(super) fn begin_journal(&self) -> Result<(), FileError> {
        self.log(|_| Ok(()))
    }

    /// Has the journal, which is begun if it is not yet.
    fn log(&self, note: impl FnOnce(&mut Log) -> Result<(), FileError>) -> Result<(), FileError> {
        let mut journal = self
            .journal
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        note(match journal.as_mut() {
            Some(log) => log,
            None => journal.insert(Log::begin(&self.path(JOURNAL))?),
        })
    }

    /// In a share: makes the entries lesser that other builds left here, but for those of the shares beside it. These write their own, and
    /// of the others nobody writes any before the next build of all. What is left of them depends on nothing that a share does, so that two
    /// may do it at once.
    pub(super) fn lessen_others(
        &self,
        lessen: impl Fn(&Owner, Entry<N>) -> Option<Entry<N>>,
    ) -> Result<(), FileError> {
        let Some(share) = self.partition else {
            return Ok(());
        };
        let is_beside = |name: &String| name.contains('-') && name.ends_with(&share.ending());
        let others = in_order(files::names_in(&self.folder), "").into_iter();
        for name in others.filter(|name| !is_beside(name)) {
            let (path, is_journal) = (self.folder.join(&name), name.starts_with(JOURNAL));
            let Some(Read { entries, .. }) = read(&path, is_journal) else {
                continue;
            };
            let lesser = entries.iter().cloned();
            let lesser = lesser.filter_map(|(owner, entry)| Some((lessen(&owner, entry)?, owner)));
            let lesser: Vec<(Owner, Entry<N>)> =
                lesser.map(|(entry, owner)| (owner, entry)).collect();
            if lesser != entries {
                write(&path, is_journal, &lesser)?;
            }
        }
        Ok(())
    }

    pub(super) fn is_of_all(&self) -> bool {
        self.partition.is_none()
    }

    /// Ends the build in order: the new manifest, then no journal any more, nor anything of shares.
    pub(super) fn close(self) -> Result<(), FileError> {
        self.write_manifest()?;
        self.end()
    }

    /// The same, where what changed of few owners may be noted beside the manifest, which is not written anew then.
    pub(super) fn close_briefly(self) -> Result<(), FileError> {
        let is_few = self.changed.len().saturating_mul(FEW) <= self.entries.len();
        let changed = self.changed.iter();
        let changed = changed.map(|owner| self.entries.get_key_value(owner));
        // Of an owner that is gone, nothing can be noted there.
        let changed: Option<Vec<(&Owner, &Entry<N>)>> = changed.collect();
        match (self.manifest, changed) {
            (Some(manifest), Some(changed)) if is_few && self.is_of_all() => {
                let entries = changed.into_iter();
                let path = self.path(CHANGES);
                files::replace_by_stream(&path, |out| changes::write(manifest, entries, out))?;
                self.end()
            }
            _ => self.close(),
        }
    }

    fn end(&self) -> Result<(), FileError> {
        files::remove(&self.path(JOURNAL), &self.folder)?;
        for path in &self.of_shares {
            files::remove(path, &self.folder)?;
        }
        Ok(())
    }

    /// Whether there is something to put in order, though nothing may have changed.
    pub(super) fn is_disordered(&self) -> bool {
        let journal = self
            .journal
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        journal.is_some() || !self.of_shares.is_empty() || !self.has_memory
    }

    /// A share keeps what concerns its own owners.
    fn write_manifest(&self) -> Result<(), FileError> {
        let share = self.partition;
        let own = self.entries.iter();
        let own = own.filter(|(owner, _)| share.is_none_or(|share| share.holds(owner)));
        let path = self.path(MANIFEST);
        files::replace_by_stream(&path, |out| manifest::write(own, out))?;
        drop_changes(&path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder
            .join(format!("{name}{}", suffix(self.partition)))
    }
}

/// What a file of the store holds.
struct Read<N> {
    entries: Vec<(Owner, Entry<N>)>,
    /// Of a manifest: what seals it, and the owners whose entries stood beside it.
    seal: Option<Hash>,
    beside: BTreeSet<Owner>,
}

impl<N> Default for Read<N> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            seal: None,
            beside: BTreeSet::new(),
        }
    }
}

/// The entries in a manifest, with what was noted beside it, or in a journal; `None` if it holds none that can be read.
fn read<N: Note>(path: &Path, is_journal: bool) -> Option<Read<N>> {
    // Looked at first: should another share write the manifest anew meanwhile, it is of the one before, and holds no longer.
    let beside = changes_of(path).filter(|_| !is_journal);
    let beside = beside.and_then(|path| files::read_whole(&path).ok());
    let bytes = files::read_whole(path).unwrap_or_default();
    if is_journal {
        let entries = frames::read(&bytes);
        return (!entries.is_empty()).then(|| Read {
            entries,
            ..Read::default()
        });
    }
    let (seal, mut entries) = manifest::read(&bytes)?;
    let changed = match beside {
        Some(beside) => changes::read(seal, &beside)?,
        None => Vec::new(),
    };
    let owners = changed.iter().map(|(owner, _)| owner.clone()).collect();
    entries.extend(changed);
    Some(Read {
        entries: entries.into_iter().collect(),
        seal: Some(seal),
        beside: owners,
    })
}

/// Where it is noted what changed since a manifest was written.
fn changes_of(manifest: &Path) -> Option<PathBuf> {
    let name = manifest.file_name()?.to_str()?;
    let suffix = name.strip_prefix(MANIFEST)?;
    Some(manifest.with_file_name(format!("{CHANGES}{suffix}")))
}

/// Takes away what was noted beside a manifest that holds all.
fn drop_changes(manifest: &Path) -> Result<(), FileError> {
    match changes_of(manifest).zip(manifest.parent()) {
        Some((path, folder)) if files::is_there(&path) => files::remove(&path, folder),
        _ => Ok(()),
    }
}

/// Writes what [`read`] reads.
fn write<N: Note>(
    path: &Path,
    is_journal: bool,
    entries: &[(Owner, Entry<N>)],
) -> Result<(), FileError> {
    let entries = entries.iter().map(|(owner, entry)| (owner, entry));
    match is_journal {
        true => {
            let frames = entries.flat_map(|(owner, entry)| frames::of_entry(owner, entry));
            files::replace(path, &frames.collect::<Vec<u8>>())
        }
        false => {
            files::replace_by_stream(path, |out| manifest::write(entries, out))?;
            drop_changes(path)
        }
    }
}

/// Ends the names of the files of a share.
fn suffix(partition: Option<Partition>) -> String {
    partition.map_or_else(String::new, |share| format!("-{share}"))
}

/// The files of the store from the least to the most recently written, as far as their names tell: one's own last, and of
/// each the manifest before the journal.
fn in_order(names: Vec<String>, own: &str) -> Vec<String> {
    let mut names: Vec<String> = names
        .into_iter()
        .filter(|name| {
            let kinds = [MANIFEST, JOURNAL];
            kinds.iter().any(|kind| {
                let rest = name.strip_prefix(kind);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        })
        .collect();
    names.sort_by_key(|name| {
        let share = name.find('-').map_or("", |at| &name[at..]).to_owned();
        let is_own = !own.is_empty() && share == own;
        (is_own, share, name.starts_with(JOURNAL))
    });
    names
}
