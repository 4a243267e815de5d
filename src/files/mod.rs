//! The only door to the disk: every error names its path, a file is written whole or not at all, and what has not changed
//! is not touched.

mod error;
mod lock;
mod log;
mod look;
mod stamp;
mod trial;
mod walk;

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use error::failed;
pub use error::{Attempt, FileError, said};
pub use lock::{Lock, Locking};
pub use log::Log;
pub use look::{is_file, is_filled_folder, is_folder, is_link, is_special, is_there, true_path};
pub use stamp::Stamp;
pub use walk::{Kind, Met, Unseen, WhyUnseen, walk, walk_through_links};

/// [`read()`] takes at most 16 MiB of a file, and one byte more: no record, template or logo is so large.
pub const MOST_READ: u64 = 16 * 1024 * 1024;

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

/// The bytes of a file; of a larger one its first [`MOST_READ`], and one more that shows that it is larger.
///
/// # Errors
/// The file cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let file = File::open(path).map_err(failed(Attempt::Read, path))?;
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, MOST_READ + 1), &mut bytes)
        .map_err(failed(Attempt::Read, path))?;
    Ok(bytes)
}

/// The bytes of a file of any size, such as an annex.
///
/// # Errors
/// The file cannot be read.
pub fn read_whole(path: &Path) -> Result<Vec<u8>, FileError> {
    #[allow(clippy::disallowed_methods, reason = "the door itself")]
    std::fs::read(path).map_err(failed(Attempt::Read, path))
}

/// A file that is open.
pub type Opened = File;

/// A file of any size, open, and its length: for who reads it piece by piece.
///
/// # Errors
/// The file cannot be read.
pub fn open(path: &Path) -> Result<(Opened, u64), FileError> {
    let file = File::open(path).map_err(failed(Attempt::Read, path))?;
    let metadata = file.metadata().map_err(failed(Attempt::Read, path))?;
    Ok((file, metadata.len()))
}

/// Hands the content of a file of any size on, piece by piece.
///
/// # Errors
/// The file cannot be read, or what takes it refuses it.
pub fn copy_to(path: &Path, to: &mut dyn Write) -> Result<(), FileError> {
    let (mut file, _) = open(path)?;
    io::copy(&mut file, to).map_err(failed(Attempt::Read, path))?;
    Ok(())
}

/// The last byte of a file; none of an empty one.
///
/// # Errors
/// The file cannot be read.
pub fn last_byte(path: &Path) -> Result<Option<u8>, FileError> {
    let (mut file, length) = open(path)?;
    let mut last = Vec::new();
    io::Seek::seek(&mut file, io::SeekFrom::Start(length.saturating_sub(1)))
        .and_then(|_| io::Read::read_to_end(&mut file, &mut last))
        .map_err(failed(Attempt::Read, path))?;
    Ok(last.last().copied())
}

/// The bytes of a file, if it is there.
#[must_use]
pub fn size(path: &Path) -> Option<usize> {
    let metadata = std::fs::metadata(path).ok()?;
    usize::try_from(metadata.len()).ok()
}

/// What [`write()`] would come to.
///
/// # Errors
/// The file is there and cannot be read.
pub fn compare(path: &Path, bytes: &[u8]) -> Result<Change, FileError> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Change::Created),
        Err(error) => Err(failed(Attempt::Read, path)(error)),
        Ok(metadata) if metadata.len() != bytes.len() as u64 => Ok(Change::Updated),
        Ok(_) if read_whole(path)? != bytes => Ok(Change::Updated),
        Ok(_) => Ok(Change::Unchanged),
    }
}

/// Writes a file whole or not at all: into a temporary file of the same folder, then renamed. Equal bytes are not written
/// again.
///
/// # Errors
/// The folder cannot be made or the file cannot be written; what was there before is still there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<Change, FileError> {
    let change = compare(path, bytes)?;
    if change != Change::Unchanged {
        replace(path, bytes)?;
    }
    Ok(change)
}

/// Writes a file whole or not at all, whatever stands there.
///
/// # Errors
/// As [`write()`].
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    put(temporary_beside(path, bytes)?, path)
}

/// Writes a file of the user's anew, whole or not at all: where a link leads to it, there; and for whom it was, with the permissions that
/// it had.
///
/// # Errors
/// As [`write()`].
pub fn rewrite(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let path = true_path(path).unwrap_or_else(|| path.to_owned());
    let file = temporary_beside(&path, bytes)?;
    std::fs::metadata(&path)
        .and_then(|old| file.as_file().set_permissions(old.permissions()))
        .map_err(failed(Attempt::Write, &path))?;
    put(file, &path)
}

/// Puts a file that is written to its end in its place, in one step.
fn put(file: tempfile::NamedTempFile, path: &Path) -> Result<(), FileError> {
    trial::step().map_err(failed(Attempt::Replace, path))?;
    let place = place(&file, path);
    match file.persist(place) {
        Ok(_) => Ok(()),
        Err(error) => Err(failed(Attempt::Replace, path)(error.error)),
    }
}

/// The path again, by the folder of the temporary file, which was made to be of any length.
fn place(file: &tempfile::NamedTempFile, path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    file.path().with_file_name(name)
}

/// The same for a content that is written piece by piece, and never held whole.
///
/// # Errors
/// As [`write()`].
pub fn replace_by_stream(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), FileError> {
    Staged::new(path, write)?.put(path)
}

/// A file that is written to its end beside its place, where it is put next. Dropped, it is gone.
#[derive(Debug)]
pub struct Staged(tempfile::NamedTempFile);

impl Staged {
    /// A content that is written piece by piece, and never held whole.
    ///
    /// # Errors
    /// The folder cannot be made or the file cannot be written.
    pub fn new(
        path: &Path,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<Self, FileError> {
        let file = temporary_beside(path, &[])?;
        let mut buffered = io::BufWriter::new(file.as_file());
        let written = write(&mut buffered).and_then(|()| Write::flush(&mut buffered));
        drop(buffered);
        written.map_err(failed(Attempt::Write, path))?;
        Ok(Self(file))
    }

    /// Puts it in its place, whatever stands there.
    ///
    /// # Errors
    /// The file cannot be replaced; what was there before is still there.
    pub fn put(self, path: &Path) -> Result<(), FileError> {
        put(self.0, path)
    }
}

/// Writes a new file; one that exists is left as it is.
///
/// # Errors
/// The file exists, or cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let file = temporary_beside(path, bytes)?;
    let place = place(&file, path);
    match file.persist_noclobber(place) {
        Ok(_) => Ok(()),
        Err(error) => Err(failed(Attempt::Create, path)(error.error)),
    }
}

/// Removes a file that the program made, then the folders that this leaves empty, up to `top`, which stays.
///
/// # Errors
/// The file is there and cannot be removed.
pub fn remove(path: &Path, top: &Path) -> Result<(), FileError> {
    trial::step().map_err(failed(Attempt::Remove, path))?;
    #[allow(clippy::disallowed_methods, reason = "the door itself")]
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(failed(Attempt::Remove, path)(error));
        }
        _ => {}
    }
    let above = path.ancestors().skip(1);
    for folder in above.take_while(|folder| *folder != top && folder.starts_with(top)) {
        // A folder that holds something, or that somebody is using, stays.
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// The names in a folder, in order; none if it is not there.
#[must_use]
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort_unstable();
    names
}

/// Removes the temporary files that a program that was killed left below a folder.
pub fn remove_temporary_files(folder: &Path) {
    let entries = WalkDir::new(folder).into_iter().flatten();
    for entry in entries.filter(|entry| entry.file_type().is_file()) {
        let name = entry.file_name().to_string_lossy();
        if name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) {
            #[allow(
                clippy::disallowed_methods,
                reason = "the door itself; the name is ours"
            )]
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Makes a folder and those above it.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    #[allow(clippy::disallowed_methods, reason = "the door itself")]
    std::fs::create_dir_all(folder).map_err(error::folder_not_made(folder))
}

/// A folder that is there, by a path that may be longer than the 260 characters of Windows. The standard library sees to that by itself;
/// what puts a temporary file in its place does not.
fn of_any_length(folder: &Path) -> Cow<'_, Path> {
    match cfg!(windows).then(|| folder.canonicalize()) {
        // Some disks of network and memory cannot tell.
        None | Some(Err(_)) => Cow::Borrowed(folder),
        Some(Ok(path)) => Cow::Owned(path),
    }
}

/// The beginning and the end of the names of temporary files.
const TEMPORARY: (&str, &str) = (".greffier-", ".tmp");

fn temporary_beside(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, FileError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    // As any new file, where the umask decides: of its own a temporary file, and so a published page, is the owner's alone.
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    let mut file = trial::step()
        .and_then(|()| builder.make_in(of_any_length(folder), |path| options.open(path)))
        .map_err(failed(Attempt::WriteInFolder, folder))?;
    file.write_all(trial::part(bytes))
        .and_then(|()| trial::step())
        .map_err(failed(Attempt::Write, path))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::{create, names_in, read, remove, replace};

    /// More than the 260 characters that Windows takes of an ordinary path.
    #[test]
    fn a_path_of_any_length() {
        let top = tempfile::tempdir().unwrap();
        let folder = top.path().join("réunions ".repeat(20).trim());
        let path = folder.join("à Gao ".repeat(30).trim()).join("page.html");
        create(&path, b"une").unwrap();
        create(&path, b"autre").unwrap_err();
        replace(&path, b"deux").unwrap();
        assert_eq!(read(&path).unwrap(), b"deux");
        assert_eq!(names_in(path.parent().unwrap()), ["page.html"]);
        remove(&path, top.path()).unwrap();
        assert!(!folder.exists());
    }
}
