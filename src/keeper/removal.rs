//! Removing what nobody wants any more: only what the program is known to have made, and only as it made it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::store::{Note, Output};
use super::{Hash, Keeper, OutputFolder, Owner};
use crate::files::{self, FileError};

/// A file that nobody wants any more.
#[derive(Clone, Debug)]
pub(crate) struct Removal {
    pub(crate) owner: Owner,
    pub(crate) output: Output,
}

/// What is wanted of the files of an owner that is there.
pub(crate) enum Wanted<'a> {
    /// Of those that are there, the ones that this accepts: what it would have is not known.
    AsFarAs(&'a (dyn Fn(&Output) -> bool + 'a)),
    /// Those of these names, and no other.
    Just(BTreeSet<&'a str>),
    /// None, whatever was asked for.
    Nothing,
}

/// What became of a file that is not wanted any more.
pub(crate) enum Removed {
    /// It was as the program made it, and is gone.
    Ours(PathBuf),
    /// Somebody changed it: it stays, and is the user's from now on.
    Foreign(PathBuf),
    /// It was gone before.
    Gone,
    /// The system refuses it, and the next build tries again.
    Refused(FileError),
}

impl<N: Note> Keeper<N> {
    /// What of the files that are known nobody wants any more: those of owners that are not among these, and those that an owner
    /// has under other names, or not at all. Kinds that were not asked for stay.
    pub(crate) fn removals(
        &self,
        owners: &BTreeMap<Owner, Wanted<'_>>,
        is_asked_for: impl Fn(&Owner, &Output) -> bool,
    ) -> Vec<Removal> {
        let is_unwanted = |owner: &Owner, output: &Output| match owners.get(owner) {
            None | Some(Wanted::Nothing) => true,
            Some(Wanted::AsFarAs(may_stand)) => !may_stand(output) && is_asked_for(owner, output),
            Some(Wanted::Just(names)) => {
                !names.contains(output.name.as_str()) && is_asked_for(owner, output)
            }
        };
        let known = self.store.entries.iter();
        let known = known.flat_map(|(owner, entry)| {
            let outputs = entry.outputs.iter();
            outputs.map(move |output| (owner, output))
        });
        known
            .filter(|(owner, output)| is_unwanted(owner, output))
            .map(|(owner, output)| Removal {
                owner: owner.clone(),
                output: output.clone(),
            })
            .collect()
    }

    /// Removes a file if it still is as the program made it.
    ///
    /// # Errors
    /// The disk is full, or protected.
    pub(crate) fn remove(&mut self, removal: &Removal) -> Result<Removed, FileError> {
        let found = removal.look(&self.folder);
        if let Removed::Ours(path) = &found
            && let Err(error) = files::remove(path, self.folder.top())
        {
            if error.is_of_disk() {
                return Err(error);
            }
            self.doubt(&removal.owner);
            return Ok(Removed::Refused(error));
        }
        self.forget(&removal.owner, &removal.output.name);
        Ok(found)
    }
}

impl Removal {
    /// The file, if it still is as the program made it.
    pub(crate) fn path_if_ours(&self, folder: &OutputFolder) -> Option<PathBuf> {
        match self.look(folder) {
            Removed::Ours(path) => Some(path),
            Removed::Foreign(_) | Removed::Gone | Removed::Refused(_) => None,
        }
    }

    fn look(&self, folder: &OutputFolder) -> Removed {
        let path = folder.path_of(&self.owner, &self.output.name);
        // What a link takes out of the folder is somebody else's, whatever it holds.
        match files::read_whole(&path) {
            Ok(_) if !folder.holds(&path) => Removed::Foreign(path),
            Ok(content) if Hash::of(&content) == self.output.seen.hash => Removed::Ours(path),
            _ if files::is_there(&path) => Removed::Foreign(path),
            _ => Removed::Gone,
        }
    }
}
