//! Where the outputs stand.

use std::path::PathBuf;

/// The output folder.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) output: PathBuf,
}

impl Place {
    /// The path of an output, by the address of its meeting and its name in that folder, both with `/`.
    pub(super) fn path(&self, address: &str, name: &str) -> PathBuf {
        let parts = address.split('/').chain(name.split('/'));
        let mut path = self.output.clone();
        path.extend(parts.filter(|part| !part.is_empty()));
        path
    }
}
