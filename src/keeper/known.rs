//! What is known of the files of one owner, and what that says is to be done with each.

use std::collections::BTreeMap;
use std::path::Path;

use super::plan::{OnDisk, verdict};
use super::store::{Entry, Note, Output, OutputKind, Seen};
use super::{Fingerprint, Hash, Keeper, Owner, Planned};
use crate::files::{self, FileError, Stamp};

/// At most 16 outputs are looked through one by one; more are found by their names.
const FEW: usize = 16;

/// What is known of the files of one owner.
pub(crate) struct Known<'a, N> {
    keeper: &'a Keeper<N>,
    owner: &'a Owner,
    entry: Option<&'a Entry<N>>,
    by_name: BTreeMap<&'a str, &'a Output>,
}

impl<N: Note> Keeper<N> {
    /// What is known of the files of an owner.
    pub(crate) fn known<'a>(&'a self, owner: &'a Owner) -> Known<'a, N> {
        let entry = self.store.entries.get(owner);
        let outputs = entry.map_or(&[][..], |entry| &entry.outputs);
        let many = outputs.iter().filter(|_| outputs.len() > FEW);
        Known {
            keeper: self,
            owner,
            entry,
            by_name: many.map(|output| (output.name.as_str(), output)).collect(),
        }
    }
}

impl<N: Note> Keeper<N> {
    /// What an owner wanted remembered.
    pub(crate) fn note_of(&self, owner: &Owner) -> Option<&N> {
        self.store.entries.get(owner)?.note.as_ref()
    }
}

impl<'a, N: Note> Known<'a, N> {
    /// Whether nothing at all is known.
    pub(crate) fn is_nothing(&self) -> bool {
        self.entry.is_none()
    }

    /// What the owner wanted remembered.
    pub(crate) fn note(&self) -> Option<&'a N> {
        self.entry.and_then(|entry| entry.note.as_ref())
    }

    /// All that was made, and is not known to have been removed.
    pub(crate) fn outputs(&self) -> &'a [Output] {
        self.entry.map_or(&[], |entry| &entry.outputs)
    }

    /// Whether each of its files is as it was written, as far as stamps tell.
    pub(crate) fn all_stand(&self) -> bool {
        let folder = &self.keeper.folder;
        let mut outputs = self.outputs().iter();
        outputs.all(|output| {
            let path = folder.path_of(self.owner, &output.name);
            output.seen.still_is(&path)
        })
    }

    /// The output of that name.
    pub(crate) fn output(&self, name: &str) -> Option<&'a Output> {
        match self.by_name.is_empty() {
            true => self.entry.and_then(|entry| entry.output(name)),
            false => self.by_name.get(name).copied(),
        }
    }

    /// What is to be done with a file that is to be made from just that.
    ///
    /// # Errors
    /// The disk cannot be asked.
    pub(crate) fn plan(
        &self,
        kind: OutputKind,
        name: String,
        made_from: Fingerprint,
    ) -> Result<Planned, FileError> {
        let known = self.output(&name);
        let (on_disk, kept) = self.look(&name, known)?;
        Ok(Planned {
            is_news: kept.as_ref() != known,
            verdict: verdict(known, &made_from, on_disk, self.keeper.force),
            kind,
            name,
            made_from,
            kept: kept.map(Box::new),
        })
    }

    /// What stands under that name, and what is known of it.
    fn look(
        &self,
        name: &str,
        known: Option<&Output>,
    ) -> Result<(OnDisk, Option<Output>), FileError> {
        let path = self.keeper.folder.path_of(self.owner, name);
        let store = &self.keeper.store;
        let Some(stamp) = Stamp::of(&path)? else {
            return Ok((OnDisk::Missing, known.cloned()));
        };
        let Some(known) = known else {
            let on_disk = match store.has_memory {
                true => OnDisk::Foreign,
                false => OnDisk::Unknown,
            };
            return Ok((on_disk, None));
        };
        if store.trusts_stamps && known.seen.stamp == Some(stamp) {
            return Ok((OnDisk::Ours, Some(known.clone())));
        }
        let Ok(hash) = Hash::of_file(&path) else {
            // Somebody closed it to us.
            return Ok((OnDisk::Foreign, Some(known.clone())));
        };
        if hash != known.seen.hash {
            let on_disk = match was_cut_off(&path)? {
                true => OnDisk::Missing,
                false => OnDisk::Foreign,
            };
            return Ok((on_disk, Some(known.clone())));
        }
        let seen = Seen {
            stamp: Some(stamp),
            hash,
        };
        let known = known.clone();
        Ok((OnDisk::Ours, Some(Output { seen, ..known })))
    }
}

/// Whether a file is what a power cut leaves of a file that was just written: nothing, or zeros at its end.
fn was_cut_off(path: &Path) -> Result<bool, FileError> {
    let last = files::last_byte(path)?;
    Ok(last.is_none_or(|last| last == 0))
}
