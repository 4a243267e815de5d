//! What the system refuses, said in French with the path.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What was attempted with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// To read it.
    Read,
    /// To make its folder.
    MakeFolder,
    /// To write in its folder.
    WriteInFolder,
    /// To write it.
    Write,
    /// To put it in the place of what is there.
    Replace,
    /// To create it where nothing is.
    Create,
    /// To remove it.
    Remove,
}

impl Attempt {
    /// As in «impossible de lire».
    fn said(self) -> &'static str {
        match self {
            Self::Read => "de lire",
            Self::MakeFolder => "de créer le dossier",
            Self::WriteInFolder => "d’écrire dans",
            Self::Write => "d’écrire",
            Self::Replace => "de remplacer",
            Self::Create => "de créer",
            Self::Remove => "de supprimer",
        }
    }
}

/// What could not be done, and where.
#[derive(Debug)]
pub struct FileError {
    /// What was attempted.
    pub attempt: Attempt,
    /// The path.
    pub path: PathBuf,
    /// The system's answer.
    pub cause: io::Error,
}

impl FileError {
    /// Whether the disk itself refuses, so that nothing else can be written either.
    #[must_use]
    pub fn is_of_disk(&self) -> bool {
        match self.cause.kind() {
            ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::FileTooLarge => true,
            // A folder in which nothing may be made; a single file that is refused is open elsewhere, or protected.
            ErrorKind::PermissionDenied => {
                !matches!(self.attempt, Attempt::Replace | Attempt::Remove)
            }
            _ => false,
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "impossible {} {} : {}",
            self.attempt.said(),
            self.path.display(),
            said(&self.cause)
        )
    }
}

/// What the system answered, in French.
#[must_use]
pub fn said(cause: &io::Error) -> String {
    match cause.kind() {
        ErrorKind::NotFound => "il n’existe pas".to_owned(),
        ErrorKind::PermissionDenied => "l’accès est refusé".to_owned(),
        ErrorKind::AlreadyExists => "il existe déjà".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "le disque est plein".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "le disque est protégé contre l’écriture".to_owned(),
        ErrorKind::IsADirectory => "c’est un dossier".to_owned(),
        ErrorKind::NotADirectory => "une partie du chemin n’est pas un dossier".to_owned(),
        ErrorKind::InvalidFilename => "ce nom n’est pas permis".to_owned(),
        _ => format!("réponse du système : {cause}"),
    }
}

impl std::error::Error for FileError {}

pub(super) fn failed(attempt: Attempt, path: &Path) -> impl FnOnce(io::Error) -> FileError {
    let path = path.to_owned();
    move |cause| FileError {
        attempt,
        path,
        cause,
    }
}
