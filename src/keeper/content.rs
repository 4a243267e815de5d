//! What a file is to hold: whole, or written piece by piece.

use std::io::{self, Write};
use std::path::Path;

use super::{Hash, OutputKind, Planned};
use crate::files::{self, Change, FileError};

/// Writes a content piece by piece.
pub(crate) type Stream<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a;

/// The content of a file.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// Whole, in memory.
    Whole(&'a [u8]),
    /// Written piece by piece, and never held whole.
    Stream(&'a Stream<'a>),
}

impl Content<'_> {
    pub(super) fn hash(self) -> Hash {
        match self {
            Self::Whole(bytes) => Hash::of(bytes),
            Self::Stream(stream) => Hash::of_stream(stream),
        }
    }

    /// What writing it there would come to.
    pub(super) fn change(self, path: &Path, hash: Hash, force: bool) -> Result<Change, FileError> {
        if let Self::Whole(bytes) = self {
            return files::compare(path, bytes, force);
        }
        Ok(match files::read_whole(path) {
            Err(_) => Change::Created,
            Ok(there) if Hash::of(&there) != hash => Change::Updated,
            Ok(_) if force => Change::Rewritten,
            Ok(_) => Change::Unchanged,
        })
    }

    pub(super) fn write(self, path: &Path) -> Result<(), FileError> {
        match self {
            Self::Whole(bytes) => files::replace(path, bytes),
            Self::Stream(stream) => files::replace_by_stream(path, stream),
        }
    }
}

/// Whether a file of which nothing is known was made by the program. What a user may have made under the same name, such as a
/// page, says so; the other names are its own.
pub(super) fn bears_our_mark(planned: &Planned, bytes: &[u8]) -> bool {
    let ending = planned.name.rsplit('.').next();
    let mark: &[u8] = match (planned.kind, ending) {
        (OutputKind::Html, _) | (OutputKind::Site, Some("html")) => {
            b"<meta name=\"generator\" content=\"greffier"
        }
        (OutputKind::Pdf | OutputKind::Presence, _) => b"<pdf:Producer>greffier",
        (OutputKind::Style, _) | (OutputKind::Site, Some("txt")) => b"greffier",
        _ => return true,
    };
    bytes.windows(mark.len()).any(|window| window == mark)
}
