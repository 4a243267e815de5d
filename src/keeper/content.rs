//! What a file is to hold: whole, or written piece by piece.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::{Hash, OutputKind, Planned};
use crate::files::{self, Change, FileError, Staged};

/// At most 64 KiB of what is written piece by piece are hashed and written at once.
const PIECE: usize = 1 << 16;

/// Writes a content piece by piece.
pub(crate) type Stream<'a> = dyn Fn(&mut (dyn Write + Send)) -> io::Result<()> + Send + Sync + 'a;

/// The content of a file.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// Whole, in memory.
    Whole(&'a [u8]),
    /// Written piece by piece, and never held whole.
    Stream(&'a Stream<'a>),
}

/// A content that may be put in its place: what is written piece by piece was, beside it, since making it twice takes twice as long.
pub(super) struct Ready<'a> {
    pub(super) hash: Hash,
    content: Waiting<'a>,
}

enum Waiting<'a> {
    InMemory(&'a [u8]),
    Beside(Staged),
}

impl<'a> Content<'a> {
    /// Gets it ready for that place.
    pub(super) fn ready(self, path: &Path) -> Result<Ready<'a>, FileError> {
        match self {
            Self::Whole(bytes) => Ok(Ready {
                hash: Hash::of(bytes),
                content: Waiting::InMemory(bytes),
            }),
            Self::Stream(stream) => {
                let (hash, staged) = Hash::of_stream(|hasher| {
                    Staged::new(path, |out| {
                        let mut both = BufWriter::with_capacity(PIECE, Both(hasher, out));
                        stream(&mut both)?;
                        both.flush()
                    })
                });
                let content = Waiting::Beside(staged?);
                Ok(Ready { hash, content })
            }
        }
    }
}

impl Ready<'_> {
    /// What putting it there would come to.
    pub(super) fn change(&self, path: &Path, force: bool) -> Result<Change, FileError> {
        let change = match self.content {
            Waiting::InMemory(bytes) => files::compare(path, bytes)?,
            Waiting::Beside(_) => match Hash::of_file(path) {
                Err(_) => Change::Created,
                Ok(there) if there != self.hash => Change::Updated,
                Ok(_) => Change::Unchanged,
            },
        };
        Ok(match change {
            Change::Unchanged if force => Change::Rewritten,
            change => change,
        })
    }

    /// Puts it in its place, whatever stands there.
    pub(super) fn put(self, path: &Path) -> Result<(), FileError> {
        match self.content {
            Waiting::InMemory(bytes) => files::replace(path, bytes),
            Waiting::Beside(staged) => staged.put(path),
        }
    }
}

/// Writes all to both.
struct Both<'a>(&'a mut (dyn Write + Send), &'a mut (dyn Write + Send));

impl Write for Both<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write_all(bytes)?;
        self.1.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.1.flush()
    }
}

/// What a page says of its maker.
const MARK_OF_PAGES: &[u8] = b"<meta name=\"generator\" content=\"greffier";

/// What a calendar says of its maker.
const MARK_OF_CALENDARS: &[u8] = b"PRODID:-//greffier//";

/// Whether that is a page of the program's.
pub(super) fn is_our_page(bytes: &[u8]) -> bool {
    holds(bytes, MARK_OF_PAGES)
}

/// Whether that is a calendar of the program's.
pub(super) fn is_our_calendar(bytes: &[u8]) -> bool {
    holds(bytes, MARK_OF_CALENDARS)
}

/// Whether a file of which nothing is known was made by the program, as far as it can say so; `None` where it cannot.
pub(super) fn bears_our_mark(planned: &Planned, bytes: &[u8]) -> Option<bool> {
    let ending = planned.name.rsplit('.').next();
    let mark: &[u8] = match (planned.kind, ending) {
        (OutputKind::Html, _) | (OutputKind::Site, Some("html")) => MARK_OF_PAGES,
        (_, Some("ics")) => MARK_OF_CALENDARS,
        (OutputKind::Pdf | OutputKind::Presence, _) => b"<pdf:Producer>greffier",
        (OutputKind::Style, _) => "Écrite par greffier".as_bytes(),
        (OutputKind::Site, Some("txt")) => b"# greffier\nUser-agent: *\nAllow: /\n",
        _ => return None,
    };
    Some(holds(bytes, mark))
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}
