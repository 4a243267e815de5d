//! The only door to the disk: every error names its path, a file is written whole or not at all, and what has not changed
//! is not touched.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::toml_source::MAX_BYTES;

/// What could not be done, and where.
#[derive(Debug)]
pub struct FileError {
    /// What was attempted, as in «impossible de lire».
    pub attempt: &'static str,
    /// The path.
    pub path: PathBuf,
    /// The system's answer.
    pub cause: io::Error,
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.cause.kind() {
            io::ErrorKind::NotFound => "il n’existe pas".to_owned(),
            io::ErrorKind::PermissionDenied => "l’accès est refusé".to_owned(),
            io::ErrorKind::AlreadyExists => "il existe déjà".to_owned(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "le disque est plein".to_owned()
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                "le disque est protégé contre l’écriture".to_owned()
            }
            io::ErrorKind::IsADirectory => "c’est un dossier".to_owned(),
            io::ErrorKind::NotADirectory => "une partie du chemin n’est pas un dossier".to_owned(),
            io::ErrorKind::InvalidFilename => "ce nom n’est pas permis".to_owned(),
            _ => format!("réponse du système : {}", self.cause),
        };
        write!(
            formatter,
            "impossible {} {} : {reason}",
            self.attempt,
            self.path.display()
        )
    }
}

impl std::error::Error for FileError {}

/// What writing a file came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The file did not exist.
    Created,
    /// The file held something else.
    Updated,
    /// The file held just that; it was not touched.
    Unchanged,
    /// The file held just that, and was written again because that was asked for.
    Rewritten,
}

fn failed(attempt: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FileError {
    let path = path.to_owned();
    move |cause| FileError {
        attempt,
        path,
        cause,
    }
}

/// The bytes of a file, or of its first part if it is larger than a record may be (one byte more shows that it is).
///
/// # Errors
/// The file cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let file = std::fs::File::open(path).map_err(failed("de lire", path))?;
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, MAX_BYTES + 1), &mut bytes)
        .map_err(failed("de lire", path))?;
    Ok(bytes)
}

/// The bytes of a file of any size, such as an annex.
///
/// # Errors
/// The file cannot be read.
pub fn read_whole(path: &Path) -> Result<Vec<u8>, FileError> {
    #[allow(clippy::disallowed_methods, reason = "the door itself")]
    std::fs::read(path).map_err(failed("de lire", path))
}

/// What [`write()`] would come to.
///
/// # Errors
/// The file is there and cannot be read.
pub fn compare(path: &Path, bytes: &[u8], force: bool) -> Result<Change, FileError> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Change::Created),
        Err(error) => Err(failed("de lire", path)(error)),
        Ok(metadata) if metadata.len() != bytes.len() as u64 => Ok(Change::Updated),
        Ok(_) if read_whole(path)? != bytes => Ok(Change::Updated),
        Ok(_) if force => Ok(Change::Rewritten),
        Ok(_) => Ok(Change::Unchanged),
    }
}

/// Writes a file whole or not at all: into a temporary file of the same folder, then renamed. Equal bytes are not written
/// again unless `force`.
///
/// # Errors
/// The folder cannot be made or the file cannot be written; what was there before is still there.
pub fn write(path: &Path, bytes: &[u8], force: bool) -> Result<Change, FileError> {
    let change = compare(path, bytes, force)?;
    if change != Change::Unchanged {
        temporary_beside(path, bytes)?
            .persist(path)
            .map_err(|error| failed("d’écrire", path)(error.error))?;
    }
    Ok(change)
}

/// Writes a new file; one that exists is left as it is.
///
/// # Errors
/// The file exists, or cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    temporary_beside(path, bytes)?
        .persist_noclobber(path)
        .map_err(|error| failed("de créer", path)(error.error))?;
    Ok(())
}

fn temporary_beside(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, FileError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    #[allow(clippy::disallowed_methods, reason = "the door itself")]
    std::fs::create_dir_all(folder).map_err(failed("de créer le dossier", folder))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".greffier-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the umask decides. Without this a temporary file, and so a published page, is the owner's alone.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder
        .tempfile_in(folder)
        .map_err(failed("d’écrire dans", folder))?;
    file.write_all(bytes).map_err(failed("d’écrire", path))?;
    Ok(file)
}
