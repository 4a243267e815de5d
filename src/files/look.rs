//! What stands on the disk, without opening it. Links are followed.

use std::path::{Path, PathBuf};

/// Whether a file, a folder or anything else is there.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Whether a file is there.
#[must_use]
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether a folder is there.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether what is there is neither a file nor a folder: a pipe, a socket, a device. Opened, it may be waited for without end.
#[must_use]
pub fn is_special(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// Whether a folder is there and holds anything at all.
#[must_use]
pub fn is_filled_folder(path: &Path) -> bool {
    path.read_dir()
        .is_ok_and(|mut entries| entries.next().is_some())
}

/// Whether a link is there, wherever it leads, if anywhere.
#[must_use]
pub fn is_link(path: &Path) -> bool {
    path.is_symlink()
}

/// The one true path of what is there, whole and without links; `None` if nothing is there or it cannot be reached.
#[must_use]
pub fn true_path(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}
