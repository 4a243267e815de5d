//! Putting what was made in its place: may it stand there, announce, write, note. A file that is refused costs itself alone.

use std::path::Path;

use super::place::Place;
use super::plan::{Reason, Verdict};
use super::schedule::Planned;
use super::store::{Entry, Hash, Output, OutputKind, Seen, Store};
use crate::archive::ArchiveFault;
use crate::diagnostic::{Diagnostic, Report};
use crate::files::{self, Change, FileError, Stamp};
use crate::site;

/// The content of a file.
#[derive(Clone, Copy)]
pub(super) enum Content<'a> {
    /// Whole, in memory.
    Whole(&'a [u8]),
    /// Written piece by piece, and never held whole.
    Stream(&'a site::Stream<'a>),
}

/// What became of some files.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Those that stand as they were made, by name.
    pub(super) changes: Vec<(String, Change)>,
    /// Those that are not ours and were left as they are, by name.
    pub(super) left_alone: Vec<String>,
    /// Those that the system refused, by name.
    pub(super) refused: Vec<(String, FileError)>,
}

/// Puts files in their places.
pub(super) struct Keeper<'a> {
    pub(super) store: &'a Store,
    pub(super) place: &'a Place,
    /// Whether even what is equal is written again.
    pub(super) force: bool,
}

impl Keeper<'_> {
    /// Puts the files of an address in their places. `entry` is what is known of it beside them; what is known of them now is
    /// added.
    ///
    /// # Errors
    /// The disk is full, or protected: nothing else can be written either.
    pub(super) fn keep(
        &self,
        address: &str,
        entry: &mut Entry,
        files: &[(&Planned, Content<'_>)],
    ) -> Result<Kept, FileError> {
        let mut kept = Kept::default();
        let mut to_write = Vec::new();
        for (planned, content) in files {
            let hash = content.hash();
            if self.may_stand(address, planned, *content, hash) {
                to_write.push((*planned, *content, hash));
            } else {
                kept.left_alone.push(planned.name.clone());
                entry.outputs.extend(planned.kept.clone());
            }
        }
        self.announce(address, entry, &to_write)?;
        for (planned, content, hash) in to_write {
            match self.write(address, planned, content, hash) {
                Ok((output, change)) => {
                    entry.outputs.push(output);
                    kept.changes.push((planned.name.clone(), change));
                }
                Err(error) if error.is_of_disk() => return Err(error),
                Err(error) => {
                    entry.outputs.extend(planned.kept.clone());
                    kept.refused.push((planned.name.clone(), error));
                }
            }
        }
        Ok(kept)
    }

    /// A file that is not ours stays, unless it is what would be written; so does one that cannot be read.
    fn may_stand(
        &self,
        address: &str,
        planned: &Planned,
        content: Content<'_>,
        hash: Hash,
    ) -> bool {
        let path = self.place.path(address, &planned.name);
        let is_equal = || matches!(content.change(&path, hash, false), Ok(Change::Unchanged));
        match planned.verdict {
            Verdict::Foreign => is_equal(),
            Verdict::Stale(Reason::Unknown) => {
                let there = files::read_whole(&path);
                is_equal() || there.is_ok_and(|there| bears_our_mark(planned, &there))
            }
            Verdict::Fresh | Verdict::Stale(_) => true,
        }
    }

    /// Notes what is about to be written, so that a build that is killed half-way is understood by the next.
    fn announce(
        &self,
        address: &str,
        entry: &Entry,
        to_write: &[(&Planned, Content<'_>, Hash)],
    ) -> Result<(), FileError> {
        if to_write.is_empty() {
            return Ok(());
        }
        let mut announced = entry.clone();
        let outputs = to_write
            .iter()
            .map(|(planned, _, hash)| planned.written(None, *hash));
        announced.outputs.extend(outputs);
        self.store.announce(address, &announced)
    }

    /// Writes a file: what is known of it now, and what became of it.
    fn write(
        &self,
        address: &str,
        planned: &Planned,
        content: Content<'_>,
        hash: Hash,
    ) -> Result<(Output, Change), FileError> {
        let path = self.place.path(address, &planned.name);
        let change = content.change(&path, hash, self.force)?;
        match content {
            _ if change == Change::Unchanged => {}
            Content::Whole(bytes) => files::replace(&path, bytes)?,
            Content::Stream(stream) => files::replace_by_stream(&path, stream)?,
        }
        Ok((planned.written(Stamp::of(&path)?, hash), change))
    }
}

impl Content<'_> {
    fn hash(self) -> Hash {
        match self {
            Self::Whole(bytes) => Hash::of(bytes),
            // A hash takes all that it is given.
            Self::Stream(stream) => Hash::of_stream(stream).unwrap_or_default(),
        }
    }

    /// What writing it there would come to.
    fn change(self, path: &Path, hash: Hash, force: bool) -> Result<Change, FileError> {
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
}

impl Planned {
    fn written(&self, stamp: Option<Stamp>, hash: Hash) -> Output {
        Output {
            kind: self.kind,
            name: self.name.clone(),
            made_from: self.made_from,
            seen: Seen { stamp, hash },
        }
    }
}

/// The report of a file that the system refused; `name` says whose it is.
pub(super) fn unwritten(name: &str, error: &FileError) -> Report {
    let is_pdf = error.path.extension().is_some_and(|ending| ending == "pdf");
    let help = match is_pdf {
        true => "Fermez le PDF, puis relancez",
        false => {
            "Fermez le fichier s’il est ouvert, ou déplacez ce qui est à sa place, puis relancez"
        }
    };
    let fault = Diagnostic::new(ArchiveFault::Unwritable, error.to_string()).help(help);
    Report::of_file(name.to_owned(), fault)
}

/// Whether a file of which nothing is known was made by the program. What a user may have made under the same name, such as a
/// page, says so; the other names are its own.
fn bears_our_mark(planned: &Planned, bytes: &[u8]) -> bool {
    let ending = planned.name.rsplit('.').next();
    let mark: &[u8] = match (planned.kind, ending) {
        (OutputKind::Html, _) | (OutputKind::Site, Some("html")) => {
            b"<meta name=\"generator\" content=\"greffier"
        }
        (OutputKind::Pdf, _) => b"<pdf:Producer>greffier",
        (OutputKind::Style, _) | (OutputKind::Site, Some("txt")) => b"greffier",
        _ => return true,
    };
    bytes.windows(mark.len()).any(|window| window == mark)
}
