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
    /// Whether it may tell what is not to be told any more: then it is known until it is gone.
    pub(crate) must_go: bool,
}

/// What is wanted of the files of an owner that is there.
pub(crate) enum Wanted<'a> {
    /// Of those that are there, the ones that this accepts: what it would have is not known.
    AsFarAs(&'a MayStand<'a>),
    /// Those of these names, and no other.
    Just(BTreeSet<&'a str>),
    /// None, whatever was asked for.
    Nothing,
}

/// Says whether a file of an owner may stay as it is.
pub(crate) type MayStand<'a> = dyn Fn(&Owner, &Output) -> bool + 'a;

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
    /// has under other names, or not at all. Kinds that were not asked for stay, but for those that `must_go`.
    pub(crate) fn removals(
        &self,
        owners: &BTreeMap<Owner, Wanted<'_>>,
        is_asked_for: impl Fn(&Owner, &Output) -> bool,
        must_go: impl Fn(&Output) -> bool,
    ) -> Vec<Removal> {
        let is_unwanted = |owner: &Owner, output: &Output| match owners.get(owner) {
            None | Some(Wanted::Nothing) => true,
            Some(Wanted::AsFarAs(may_stand)) => !may_stand(owner, output),
            Some(Wanted::Just(names)) => {
                let is_named = names.contains(output.name.as_str());
                !is_named && (is_asked_for(owner, output) || must_go(output))
            }
        };
        self.all_outputs()
            .filter(|(owner, output)| is_unwanted(owner, output))
            .map(|(owner, output)| Removal {
                owner: owner.clone(),
                output: output.clone(),
                must_go: must_go(output),
            })
            .collect()
    }

    /// All that was made, and is not known to have been removed.
    pub(crate) fn all_outputs(&self) -> impl Iterator<Item = (&Owner, &Output)> {
        let known = self.store.entries.iter();
        known.flat_map(|(owner, entry)| entry.outputs.iter().map(move |output| (owner, output)))
    }

    /// Removes a file if it still is as the program made it.
    ///
    /// # Errors
    /// The disk is full, or protected.
    pub(crate) fn remove(&mut self, removal: &Removal) -> Result<Removed, FileError> {
        let found = removal.look(&self.folder, self.force);
        if removal.must_go && matches!(found, Removed::Foreign(_)) {
            return Ok(found);
        }
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
    pub(crate) fn path_if_ours(&self, folder: &OutputFolder, force: bool) -> Option<PathBuf> {
        match self.look(folder, force) {
            Removed::Ours(path) => Some(path),
            Removed::Foreign(_) | Removed::Gone | Removed::Refused(_) => None,
        }
    }

    fn look(&self, folder: &OutputFolder, force: bool) -> Removed {
        let path = folder.path_of(&self.owner, &self.output.name);
        // What a link takes out of the folder is somebody else's, whatever it holds.
        match Hash::of_file(&path) {
            Ok(_) if !folder.holds(&path) => Removed::Foreign(path),
            Ok(_) if force && self.must_go => Removed::Ours(path),
            Ok(there) if there == self.output.seen.hash => Removed::Ours(path),
            _ if files::is_there(&path) => Removed::Foreign(path),
            _ => Removed::Gone,
        }
    }
}
