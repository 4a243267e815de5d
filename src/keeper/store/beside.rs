//! What is kept from build to build beside the manifest, each under a name of its own. It may be lost: then it is found out again.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Store;
use super::sealed::{seal, unseal_file};
use crate::files::{self, FileError};

impl<N> Store<N> {
    /// The hidden folder.
    pub(in crate::keeper) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is kept under that name beside the manifest; nothing if it was lost. `magic` says what it is, and in which format.
    pub(in crate::keeper) fn read_beside<T: DeserializeOwned>(
        &self,
        name: &str,
        magic: &[u8],
    ) -> Vec<T> {
        let file = files::open(&self.folder.join(name)).ok();
        let values = file.and_then(|(mut file, length)| unseal_file(magic, &mut file, length));
        values.unwrap_or_default()
    }

    /// Keeps that beside the manifest.
    pub(in crate::keeper) fn keep_beside<T: Serialize>(
        &self,
        name: &str,
        magic: &[u8],
        values: impl IntoIterator<Item = T>,
    ) -> Result<(), FileError> {
        let mut bytes = Vec::new();
        // Plain data in memory: this does not fail.
        let _ = seal(magic, values, &mut bytes);
        files::write(&self.folder.join(name), &bytes)?;
        Ok(())
    }

    /// Takes away what is kept beside the manifest under a name that is unwanted.
    pub(in crate::keeper) fn remove_beside(
        &self,
        is_unwanted: impl Fn(&str) -> bool,
    ) -> Result<(), FileError> {
        let names = files::names_in(&self.folder).into_iter();
        let mut unwanted = names.filter(|name| is_unwanted(name));
        unwanted.try_for_each(|name| files::remove(&self.folder.join(name), &self.folder))
    }

    /// The names of what is kept beside the manifest, and of its own files.
    pub(in crate::keeper) fn names_beside(&self) -> Vec<String> {
        files::names_in(&self.folder)
    }
}
