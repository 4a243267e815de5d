//! A file that keeps processes apart. The system releases it when a process ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use super::error::{Attempt, failed};
use super::{FileError, is_link};

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// What asking for a [`Lock`] came to.
#[derive(Debug)]
pub enum Locking {
    /// It is held by this process.
    Ours(Lock),
    /// Another process has it.
    Taken,
}

impl Lock {
    /// Asks for the lock of that file for oneself alone.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn alone(path: &Path) -> Result<Locking, FileError> {
        Self::ask(path, File::try_lock)
    }

    /// Asks for the lock of that file together with others who ask for it in this way.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn together(path: &Path) -> Result<Locking, FileError> {
        Self::ask(path, File::try_lock_shared)
    }

    fn ask(
        path: &Path,
        try_lock: impl FnOnce(&File) -> Result<(), TryLockError>,
    ) -> Result<Locking, FileError> {
        // It would make a file wherever that leads.
        if is_link(path) {
            return Err(FileError::is_link(path));
        }
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(path)
            .map_err(failed(Attempt::Write, path))?;
        match try_lock(&file) {
            Err(TryLockError::WouldBlock) => Ok(Locking::Taken),
            // A file system without locks, as some network shares are, still builds.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Locking::Ours(Self { _file: file })),
        }
    }
}
