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
        Ok(match Hash::of_file(path) {
            Err(_) => Change::Created,
            Ok(there) if there != hash => Change::Updated,
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

/// What a page says of its maker.
const MARK_OF_PAGES: &[u8] = b"<meta name=\"generator\" content=\"greffier";

/// Whether that is a page of the program's.
pub(super) fn is_our_page(bytes: &[u8]) -> bool {
    holds(bytes, MARK_OF_PAGES)
}

/// Whether a file of which nothing is known was made by the program, as far as it can say so; `None` where it cannot.
pub(super) fn bears_our_mark(planned: &Planned, bytes: &[u8]) -> Option<bool> {
    let ending = planned.name.rsplit('.').next();
    let mark: &[u8] = match (planned.kind, ending) {
        (OutputKind::Html, _) | (OutputKind::Site, Some("html")) => MARK_OF_PAGES,
        (_, Some("ics")) => b"PRODID:-//greffier//",
        (OutputKind::Pdf | OutputKind::Presence, _) => b"<pdf:Producer>greffier",
        (OutputKind::Style, _) | (OutputKind::Site, Some("txt")) => b"greffier",
        _ => return None,
    };
    Some(holds(bytes, mark))
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}
