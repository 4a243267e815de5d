//! What every watch over the files shares: what it tells, and which names it passes over.

use std::ffi::OsStr;

/// What the builds wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// Something may have been saved.
    Changed,
    /// The program ends.
    Stop,
}

/// Whether that is the name of what an editor or a system leaves for a while, or of what is hidden.
pub(super) fn is_passing(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    // `4913` is how vim tries whether it may write in a folder.
    name.starts_with(['.', '#', '~'])
        || name.ends_with('~')
        || name == "4913"
        || [".swp", ".swx", ".tmp", ".part", ".crdownload"]
            .iter()
            .any(|ending| name.ends_with(ending))
}
