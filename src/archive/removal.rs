//! Removing what no record yields any more: only what the program is known to have made, and only as it made it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::build::BuildOptions;
use super::outputs::Format;
use super::schedule::Task;
use super::shared::Shared;
use super::store::{Entries, Hash, Output, OutputKind};
use super::{Archive, Place};
use crate::files::{self, FileError};

/// A file that no record yields any more.
#[derive(Clone, Debug)]
pub(super) struct Removal {
    pub(super) address: String,
    pub(super) output: Output,
}

/// What of the outputs that are known no record yields any more: those of records that are gone, and those that a record that
/// is there has under other names, or not at all. Formats that were not asked for stay.
pub(super) fn removals(
    archive: &Archive,
    options: &BuildOptions,
    entries: &Entries,
    tasks: &[Task<'_>],
    shared: &[Shared<'_>],
) -> Vec<Removal> {
    let present: BTreeSet<&str> = archive
        .records
        .iter()
        .map(|record| record.address.as_str())
        .collect();
    let is_gone = |address: &str| !address.is_empty() && !present.contains(address);
    let of_gone = entries
        .iter()
        .filter(|(address, _)| is_gone(address))
        .flat_map(|(address, entry)| entry.outputs.iter().map(move |output| (address, output)));
    let of_present = tasks.iter().map(|task| {
        let names = task.outputs.iter().map(|output| output.name.as_str());
        (&task.record.address, names.collect::<BTreeSet<&str>>())
    });
    // While every record has faults, the pages of before stand, and with them what they share.
    let of_all = entries
        .get_key_value("")
        .filter(|_| !tasks.is_empty())
        .map(|(address, _)| {
            let names = shared.iter().map(|shared| shared.planned.name.as_str());
            (address, names.collect())
        });
    let left = of_present.chain(of_all).flat_map(|(address, planned)| {
        let known = entries.get(address).map_or(&[][..], |entry| &entry.outputs);
        known
            .iter()
            .filter(move |output| !planned.contains(output.name.as_str()))
            .filter(|output| options.asks_for(output.kind))
            .map(move |output| (address, output))
    });
    let removal = |(address, output): (&String, &Output)| Removal {
        address: address.clone(),
        output: output.clone(),
    };
    of_gone.chain(left).map(removal).collect()
}

impl BuildOptions {
    /// Whether there are pages to show what is around the minutes.
    pub(super) fn makes_pages(&self) -> bool {
        self.formats.contains(&Format::Html)
    }

    /// Whether files of that kind are part of what this build keeps in step.
    pub(super) fn asks_for(&self, kind: OutputKind) -> bool {
        match kind {
            OutputKind::Annex => true,
            OutputKind::Logo | OutputKind::Style | OutputKind::Site => self.makes_pages(),
            _ => {
                let mut kinds = self.formats.iter().flat_map(|format| format.kinds());
                kinds.any(|asked| *asked == kind)
            }
        }
    }
}

/// What became of a file that is not wanted any more.
pub(super) enum Removed {
    /// It was as the program made it, and is gone.
    Ours(PathBuf),
    /// Somebody changed it: it stays, and is the user's from now on.
    Foreign(PathBuf),
    /// It was gone before.
    Gone,
}

impl Removal {
    /// The file, if it still is as the program made it.
    pub(super) fn path_if_ours(&self, place: &Place) -> Option<PathBuf> {
        match self.look(place) {
            Removed::Ours(path) => Some(path),
            Removed::Foreign(_) | Removed::Gone => None,
        }
    }

    /// Removes the file if it still is as the program made it.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(super) fn remove(&self, place: &Place) -> Result<Removed, FileError> {
        let found = self.look(place);
        if let Removed::Ours(path) = &found {
            files::remove(path, &place.output)?;
        }
        Ok(found)
    }

    fn look(&self, place: &Place) -> Removed {
        let path = place.path(&self.address, &self.output.name);
        match files::read_whole(&path) {
            Ok(content) if Hash::of(&content) == self.output.seen.hash => Removed::Ours(path),
            _ if files::is_there(&path) => Removed::Foreign(path),
            _ => Removed::Gone,
        }
    }

    /// Its path below the output folder.
    pub(super) fn name(&self) -> String {
        match self.address.as_str() {
            "" => self.output.name.clone(),
            address => format!("{address}/{}", self.output.name),
        }
    }

    /// Leaves the file among what is known, so that the next build looks for it again.
    pub(super) fn try_again(&self, entries: &mut Entries) {
        if let Some(entry) = entries.get_mut(&self.address)
            && self.address.is_empty()
        {
            entry.record.hash = Hash::default();
        }
    }

    /// Takes the file out of what is known.
    pub(super) fn forget(&self, entries: &mut Entries) {
        if let Some(entry) = entries.get_mut(&self.address) {
            entry.outputs.retain(|known| known.name != self.output.name);
            if entry.outputs.is_empty() {
                entries.remove(&self.address);
            }
        }
    }
}
