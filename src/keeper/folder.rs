//! The folder that the files are kept in.

use std::path::{Path, PathBuf};

use super::Owner;
use crate::files;

/// The output folder.
#[derive(Clone, Debug)]
pub(crate) struct OutputFolder(PathBuf);

impl OutputFolder {
    /// That folder.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Its own path.
    pub(crate) fn top(&self) -> &Path {
        &self.0
    }

    /// Whether a file that is there, or would be, lies below the folder once links are followed.
    pub(crate) fn holds(&self, path: &Path) -> bool {
        // Of folders that are still to be made, the nearest that is there tells.
        let folder = path.ancestors().skip(1).find_map(files::true_path);
        let top = files::true_path(&self.0);
        folder
            .zip(top)
            .is_some_and(|(folder, top)| folder.starts_with(top))
    }

    /// The path of a file.
    pub(crate) fn path_of(&self, owner: &Owner, name: &str) -> PathBuf {
        let folders = owner.folder().into_iter();
        let parts = folders.flat_map(|folder| folder.split('/'));
        let mut path = self.0.clone();
        path.extend(parts.chain(name.split('/')));
        path
    }
}
