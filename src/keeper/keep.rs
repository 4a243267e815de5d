//! Putting what was made in its place: may it stand there, announce, write, tolerate what is refused, note, close.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::content::{Ready, bears_our_mark, is_our_page};
use super::store::{Entry, Note, Output, Seen, Store, StoreError};
use super::{Content, Hash, OutputFolder, Owner, Partition, Planned, Reason, Verdict};
use crate::files::{self, Change, FileError, Stamp};

/// Keeps the files of an output folder. What its owners want remembered beside their files, `N`, it does not look into.
pub(crate) struct Keeper<N> {
    pub(super) store: Store<N>,
    pub(super) folder: OutputFolder,
    /// Whether all is made again, and what was made or changed by hand too.
    pub(super) force: bool,
    has_changes: bool,
    /// Whether the home page was ours before this build.
    pub(super) has_our_home: bool,
}

/// The page of an owner.
const PAGE: &str = "index.html";

fn is_page_of_ours(path: &Path) -> bool {
    files::read_whole(path).is_ok_and(|page| is_our_page(&page))
}

/// What became of some files of one owner.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// What is known of them now.
    pub(crate) outputs: Vec<Output>,
    /// Those that stand as they were made, by name.
    pub(crate) changes: Vec<(String, Change)>,
    /// Those that are not ours and were left as they are, by name.
    pub(crate) left_alone: Vec<String>,
    /// Those that the system refused, by name.
    pub(crate) refused: Vec<(String, FileError)>,
}

impl Kept {
    /// A file that the system refused: what was known of it holds. Where the disk is full or protected, all else is refused too.
    fn refuse(&mut self, planned: &Planned, error: FileError) -> Result<(), FileError> {
        if error.is_of_disk() {
            return Err(error);
        }
        self.outputs.extend(planned.kept.as_deref().cloned());
        self.refused.push((planned.name.clone(), error));
        Ok(())
    }
}

impl<N: Note> Keeper<N> {
    /// Reads what the last builds left. Nothing is written, and nobody kept out.
    pub(crate) fn look(folder: OutputFolder, partition: Option<Partition>, force: bool) -> Self {
        let store = Store::look(&folder, partition);
        Self::of(store, folder, force)
    }

    /// As [`Keeper::look`], and keeps other builds out until it is closed or dropped; `holder` is what this one
    /// says of itself to them.
    ///
    /// # Errors
    /// Another build is running, or the disk refuses a file.
    pub(crate) fn open(
        folder: OutputFolder,
        partition: Option<Partition>,
        force: bool,
        holder: &str,
    ) -> Result<Self, StoreError> {
        let store = Store::open(&folder, partition, holder)?;
        Ok(Self::of(store, folder, force))
    }

    fn of(store: Store<N>, folder: OutputFolder, force: bool) -> Self {
        // Asked before any of its files is written. Where the last build is remembered, nobody asks.
        let has_our_home = !store.has_memory && is_page_of_ours(&folder.top().join(PAGE));
        Self {
            store,
            folder,
            force,
            has_changes: false,
            has_our_home,
        }
    }

    /// The folder that it keeps.
    pub(crate) fn folder(&self) -> &OutputFolder {
        &self.folder
    }

    /// Whether the last build ended in order, so that a file with the stamp that it had then is the same.
    pub(crate) fn trusts_stamps(&self) -> bool {
        self.store.trusts_stamps
    }

    /// Whether the last builds ended in order, and left nothing to put in order.
    pub(crate) fn is_in_order(&self) -> bool {
        self.trusts_stamps() && !self.store.is_disordered()
    }

    /// Puts files of one owner in their places. `note` is what is announced of the owner beside them.
    ///
    /// # Errors
    /// The disk is full, or protected: nothing else can be written either.
    pub(crate) fn keep(
        &self,
        owner: &Owner,
        note: Option<&N>,
        files: &[(&Planned, Content<'_>)],
    ) -> Result<Kept, FileError> {
        let mut kept = Kept::default();
        let mut to_write = Vec::new();
        for (planned, content) in files {
            let ready = match self.ready(owner, planned, *content) {
                Ok(ready) => ready,
                Err(error) => {
                    kept.refuse(planned, error)?;
                    continue;
                }
            };
            if self.may_stand(owner, planned, &ready) {
                to_write.push((*planned, ready));
            } else {
                kept.left_alone.push(planned.name.clone());
                kept.outputs.extend(planned.kept.as_deref().cloned());
            }
        }
        self.announce(owner, note, &to_write)?;
        for (planned, ready) in to_write {
            match self.write(owner, planned, ready) {
                Ok((output, change)) => {
                    kept.outputs.push(output);
                    kept.changes.push((planned.name.clone(), change));
                }
                Err(error) => kept.refuse(planned, error)?,
            }
        }
        Ok(kept)
    }

    /// What is written piece by piece is written here, beside its place. Should the build end before it stands there, the next one
    /// knows that it has to look for it.
    fn ready<'c>(
        &self,
        owner: &Owner,
        planned: &Planned,
        content: Content<'c>,
    ) -> Result<Ready<'c>, FileError> {
        let path = self.folder.path_of(owner, &planned.name);
        if matches!(content, Content::Stream(_)) {
            self.may_lie(&path)?;
            self.store.begin_journal()?;
        }
        content.ready(&path)
    }

    /// Nothing is written where a link leads out of the folder.
    fn may_lie(&self, path: &Path) -> Result<(), FileError> {
        match self.folder.holds(path) {
            true => Ok(()),
            false => Err(FileError::led_away(path)),
        }
    }

    /// A file that is not ours stays, unless it is what would be written; so does one that cannot be read.
    fn may_stand(&self, owner: &Owner, planned: &Planned, ready: &Ready<'_>) -> bool {
        let path = self.folder.path_of(owner, &planned.name);
        let is_equal = || matches!(ready.change(&path, false), Ok(Change::Unchanged));
        match planned.verdict {
            Verdict::Foreign => is_equal(),
            Verdict::Stale(Reason::Unknown) => {
                let there = files::read_whole(&path);
                let is_ours = |there: Vec<u8>| {
                    let said = bears_our_mark(planned, &there);
                    said.unwrap_or_else(|| self.has_our_page(owner))
                };
                is_equal() || there.is_ok_and(is_ours)
            }
            Verdict::Fresh | Verdict::Stale(_) => true,
        }
    }

    /// Whether what stands among the files of an owner, and cannot say whose it is, is ours for all that is known: beside a page of
    /// ours, or in a folder that a build left its traces in.
    fn has_our_page(&self, owner: &Owner) -> bool {
        self.store.has_traces
            || match owner {
                Owner::Site => self.has_our_home,
                Owner::Record(_) => is_page_of_ours(&self.folder.path_of(owner, PAGE)),
            }
    }

    /// Notes what is about to be written, so that a build that is killed half-way is understood by the next.
    fn announce(
        &self,
        owner: &Owner,
        note: Option<&N>,
        to_write: &[(&Planned, Ready<'_>)],
    ) -> Result<(), FileError> {
        if to_write.is_empty() {
            return Ok(());
        }
        let outputs = to_write.iter();
        let outputs = outputs.map(|(planned, ready)| planned.written(None, ready.hash));
        let entry = Entry {
            note: note.cloned(),
            outputs: outputs.collect(),
        };
        self.store.announce(owner, &entry)
    }

    /// Writes a file: what is known of it now, and what became of it.
    fn write(
        &self,
        owner: &Owner,
        planned: &Planned,
        ready: Ready<'_>,
    ) -> Result<(Output, Change), FileError> {
        let path = self.folder.path_of(owner, &planned.name);
        self.may_lie(&path)?;
        let hash = ready.hash;
        let change = ready.change(&path, self.force)?;
        if change != Change::Unchanged {
            ready.put(&path)?;
        }
        Ok((planned.written(Stamp::of(&path)?, hash), change))
    }

    /// Notes what is known of an owner now: this of these files, what was known before of the others.
    pub(crate) fn note(&mut self, owner: &Owner, note: Option<N>, outputs: Vec<Output>) {
        let known = self.known(owner);
        let is_same = |output: &Output| known.output(&output.name) == Some(output);
        if known.note() == note.as_ref() && outputs.iter().all(is_same) {
            return;
        }
        self.changes(owner);
        let mut entry = self.store.entries.remove(owner).unwrap_or_default();
        let names: BTreeSet<&str> = outputs.iter().map(|output| output.name.as_str()).collect();
        let is_other = |output: &Output| !names.contains(output.name.as_str());
        entry.outputs.retain(is_other);
        entry.note = note;
        entry.outputs.extend(outputs);
        self.store.entries.insert(owner.clone(), entry);
    }

    /// Takes back that the files of an owner are what its note says: the next build looks at each of them again.
    pub(crate) fn doubt(&mut self, owner: &Owner) {
        if let Some(entry) = self.store.entries.get_mut(owner) {
            entry.note = None;
            self.changes(owner);
        }
    }

    fn changes(&mut self, owner: &Owner) {
        self.has_changes = true;
        self.store.changed.insert(owner.clone());
    }

    /// Takes an owner out of what is known, whose files are gone: then nothing tells that it was there.
    pub(crate) fn forget_owner(&mut self, owner: &Owner) {
        let entry = self.store.entries.get_mut(owner);
        let Some(entry) = entry else { return };
        entry.note = None;
        if entry.outputs.is_empty() {
            self.store.entries.remove(owner);
        }
        self.changes(owner);
    }

    /// Takes a file out of what is known.
    pub(super) fn forget(&mut self, owner: &Owner, name: &str) {
        self.changes(owner);
        if let Some(entry) = self.store.entries.get_mut(owner) {
            entry.outputs.retain(|known| known.name != name);
            if entry.outputs.is_empty() {
                self.store.entries.remove(owner);
            }
        }
    }

    /// What is kept under that name for the next build, beside what is known of the files; nothing if it was lost.
    /// `magic` says what it is, and in which format.
    pub(crate) fn read_beside<T: DeserializeOwned>(&self, name: &str, magic: &[u8]) -> Vec<T> {
        self.store.read_beside(name, magic)
    }

    /// Keeps that for the next build, as [`Keeper::read_beside`] reads it.
    ///
    /// # Errors
    /// The disk refuses it.
    pub(crate) fn keep_beside<T: Serialize>(
        &self,
        name: &str,
        magic: &[u8],
        values: impl IntoIterator<Item = T>,
    ) -> Result<(), FileError> {
        self.store.keep_beside(name, magic, values)
    }

    /// The names of what is kept so.
    pub(crate) fn names_beside(&self) -> Vec<String> {
        self.store.names_beside()
    }

    /// In a share: has what builds before noted of owners forgotten, where `must_be_forgotten` says so, and their files that are gone.
    /// It would stand until all shares are put together.
    ///
    /// # Errors
    /// The disk refuses a file.
    pub(crate) fn forget_before(
        &self,
        must_be_forgotten: impl Fn(&Owner, &[Output]) -> bool,
    ) -> Result<(), FileError> {
        self.store.lessen_others(|owner, mut entry| {
            if must_be_forgotten(owner, &entry.outputs) {
                let is_there = |output: &Output| {
                    let path = self.folder.path_of(owner, &output.name);
                    files::is_there(&path)
                };
                entry.note = None;
                entry.outputs.retain(is_there);
            }
            let is_something = entry.note.is_some() || !entry.outputs.is_empty();
            is_something.then_some(entry)
        })
    }

    /// Takes away what is kept so under a name that is unwanted.
    ///
    /// # Errors
    /// The disk refuses it.
    pub(crate) fn remove_beside(
        &self,
        is_unwanted: impl Fn(&str) -> bool,
    ) -> Result<(), FileError> {
        self.store.remove_beside(is_unwanted)
    }

    /// Ends the build in order; where something new is known of few owners, what was known of them before may stand on the disk beside it.
    ///
    /// # Errors
    /// The disk refuses a file.
    pub(crate) fn close_briefly(self) -> Result<(), FileError> {
        match self.has_changes || self.store.is_disordered() {
            true => self.store.close_briefly(),
            false => Ok(()),
        }
    }

    /// Ends the build in order.
    ///
    /// # Errors
    /// The disk refuses a file.
    pub(crate) fn close(self) -> Result<(), FileError> {
        if !self.store.trusts_stamps && self.store.is_of_all() {
            files::remove_temporary_files(self.folder.top());
        }
        match self.has_changes || self.store.is_disordered() {
            true => self.store.close(),
            false => Ok(()),
        }
    }
}

impl Planned {
    fn written(&self, stamp: Option<Stamp>, hash: Hash) -> Output {
        Output {
            kind: self.kind,
            name: self.name.clone(),
            made_from: self.made_from,
            seen: Seen { stamp, hash },
        }
    }
}
