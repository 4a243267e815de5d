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

/// What Windows answers where another program lets nobody else in: `ERROR_SHARING_VIOLATION`, `ERROR_LOCK_VIOLATION`.
const SHARING: i32 = 32;
const LOCKED: i32 = 33;

/// What a system answers that opens no further file: `ENFILE` and `EMFILE`, or `ERROR_TOO_MANY_OPEN_FILES`.
const TOO_MANY_OPEN: &[i32] = if cfg!(windows) { &[4] } else { &[23, 24] };

/// Why nothing is written behind a link.
const LED_AWAY: &str = "un lien mène hors du dossier des pages";
/// Why nothing is written where the program keeps what it alone reads.
const IS_LINK: &str = "c’est un lien, que greffier ne suit pas ; supprimez-le, puis relancez";

/// Why nothing is read of what would never end, such as a pipe.
const IS_SPECIAL: &str = "ce n’est pas un fichier ordinaire";

/// Why a folder is not made where a link stands for it.
const LED_NOWHERE: &str = "un lien de ce chemin ne mène nulle part";

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
    /// A file that is not written, since a link leads its folder out of the one that it belongs to.
    #[must_use]
    pub fn led_away(path: &Path) -> Self {
        Self {
            attempt: Attempt::Write,
            path: path.to_owned(),
            cause: io::Error::new(ErrorKind::Unsupported, LED_AWAY),
        }
    }

    /// A file or folder of the program's own that is not written, since a link stands in its place.
    #[must_use]
    pub fn is_link(path: &Path) -> Self {
        Self {
            attempt: Attempt::Write,
            path: path.to_owned(),
            cause: io::Error::new(ErrorKind::Unsupported, IS_LINK),
        }
    }

    /// What is not read, since it is neither a file nor a folder.
    #[must_use]
    pub fn is_special(path: &Path) -> Self {
        Self {
            attempt: Attempt::Read,
            path: path.to_owned(),
            cause: io::Error::new(ErrorKind::Unsupported, IS_SPECIAL),
        }
    }

    /// Whether another program holds the file, as Windows tells it.
    #[must_use]
    pub fn is_open_elsewhere(&self) -> bool {
        cfg!(windows) && matches!(self.cause.raw_os_error(), Some(SHARING | LOCKED))
    }

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
        let is_put = matches!(self.attempt, Attempt::Replace | Attempt::Remove);
        let reason = match self.cause.kind() {
            _ if self.is_open_elsewhere() => "il est ouvert dans un autre programme".to_owned(),
            // Windows answers both with one code.
            ErrorKind::PermissionDenied if cfg!(windows) && is_put => {
                "il est ouvert dans un autre programme, ou en lecture seule".to_owned()
            }
            _ => said(&self.cause),
        };
        write!(
            formatter,
            "impossible {} {} : {reason}",
            self.attempt.said(),
            self.path.display()
        )
    }
}

/// What the system answered, in French.
#[must_use]
pub fn said(cause: &io::Error) -> String {
    if let Some(reason) = reason_of_ours(cause) {
        return reason.to_owned();
    }
    match cause.kind() {
        ErrorKind::NotFound => "il n’existe pas".to_owned(),
        ErrorKind::PermissionDenied => "l’accès est refusé".to_owned(),
        ErrorKind::AlreadyExists => "il existe déjà".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "le disque est plein".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "le disque est protégé contre l’écriture".to_owned(),
        ErrorKind::IsADirectory => "c’est un dossier".to_owned(),
        ErrorKind::NotADirectory => "une partie du chemin n’est pas un dossier".to_owned(),
        ErrorKind::InvalidFilename => "ce nom n’est pas permis".to_owned(),
        _ if cause
            .raw_os_error()
            .is_some_and(|code| TOO_MANY_OPEN.contains(&code)) =>
        {
            "trop de fichiers sont ouverts à la fois".to_owned()
        }
        _ => format!("réponse du système : {cause}"),
    }
}

/// Why the program itself refuses to read or write, where it is no answer of the system.
fn reason_of_ours(cause: &io::Error) -> Option<&'static str> {
    let inner = cause.get_ref()?.to_string();
    [LED_AWAY, LED_NOWHERE, IS_LINK, IS_SPECIAL]
        .into_iter()
        .find(|reason| *reason == inner)
}

impl std::error::Error for FileError {}

/// The same of a folder that could not be made: the system says that it exists already where a link to nothing stands.
pub(super) fn folder_not_made(folder: &Path) -> impl FnOnce(io::Error) -> FileError {
    let leads_nowhere = |path: &Path| path.is_symlink() && !path.exists();
    move |cause| {
        let cause = match folder.ancestors().any(leads_nowhere) {
            true => io::Error::new(ErrorKind::Unsupported, LED_NOWHERE),
            false => cause,
        };
        failed(Attempt::MakeFolder, folder)(cause)
    }
}

pub(super) fn failed(attempt: Attempt, path: &Path) -> impl FnOnce(io::Error) -> FileError {
    let path = path.to_owned();
    move |cause| FileError {
        attempt,
        path,
        cause,
    }
}

#[cfg(test)]
mod tests {
    /// As a spreadsheet or a reader of PDF holds its file.
    #[test]
    #[cfg(windows)]
    fn a_file_that_another_program_holds() {
        use std::fs::{self, OpenOptions};
        use std::os::windows::fs::OpenOptionsExt;

        use crate::files;

        let is_told = |error: &files::FileError| {
            let told = error.to_string();
            assert!(told.contains("il est ouvert dans un autre programme"));
            assert!(!error.is_of_disk());
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("réunion.toml");
        fs::write(&path, "avant").unwrap();
        let held = OpenOptions::new().read(true).share_mode(0).open(&path);
        let read = files::read(&path).unwrap_err();
        assert!(read.is_open_elsewhere());
        is_told(&read);
        is_told(&files::replace(&path, "après".as_bytes()).unwrap_err());
        drop(held);
        assert_eq!(files::read(&path).unwrap(), b"avant");
    }
}
