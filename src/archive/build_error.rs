//! Why a build stopped.

use std::fmt;

use crate::files::FileError;
use crate::keeper::StoreError;

/// Why a build stopped.
#[derive(Debug)]
pub enum BuildError {
    /// Another build has the output folder; what it says of itself.
    Busy(String),
    /// A file that cannot be written: the disk is full, or the folder is protected. Files already made are whole.
    Disk(FileError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => write!(formatter, "{error}"),
            Self::Busy(holder) => write!(
                formatter,
                "une autre construction écrit dans ce dossier ({holder}) : attendez qu’elle finisse, puis relancez"
            ),
        }
    }
}

impl std::error::Error for BuildError {}

impl From<FileError> for BuildError {
    fn from(error: FileError) -> Self {
        Self::Disk(error)
    }
}

impl From<StoreError> for BuildError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy(holder) => Self::Busy(holder),
            StoreError::Disk(error) => Self::Disk(error),
        }
    }
}
