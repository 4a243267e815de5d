//! A file that only grows.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::{Attempt, failed};
use super::trial;
use super::{FileError, replace};

/// A file that only grows, opened for writing at its end.
#[derive(Debug)]
pub struct Log {
    file: std::fs::File,
    path: PathBuf,
    /// What follows a piece that was written in part could not be read again.
    is_broken: bool,
}

impl Log {
    /// Begins an empty log, in the place of one that may be there, in one step.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn begin(path: &Path) -> Result<Self, FileError> {
        replace(path, &[])?;
        let file = std::fs::OpenOptions::new().append(true).open(path);
        Ok(Self {
            file: file.map_err(failed(Attempt::Write, path))?,
            path: path.to_owned(),
            is_broken: false,
        })
    }

    /// Goes on with a log, which need not be there yet.
    ///
    /// # Errors
    /// The file cannot be made or opened.
    pub fn resume(path: &Path) -> Result<Self, FileError> {
        let file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(path);
        Ok(Self {
            file: file.map_err(failed(Attempt::Write, path))?,
            path: path.to_owned(),
            is_broken: false,
        })
    }

    /// Waits until all that was added would outlast a power cut.
    ///
    /// # Errors
    /// The disk is gone.
    pub fn keep(&self) -> Result<(), FileError> {
        self.file
            .sync_data()
            .map_err(failed(Attempt::Write, &self.path))
    }

    /// Adds to its end, in one call.
    ///
    /// # Errors
    /// The disk is full or gone, now or before.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let written = match self.is_broken {
            true => Err(std::io::ErrorKind::StorageFull.into()),
            false => (self.file.write_all(trial::part(bytes))).and_then(|()| trial::step()),
        };
        self.is_broken = written.is_err();
        written.map_err(failed(Attempt::Write, &self.path))
    }
}
