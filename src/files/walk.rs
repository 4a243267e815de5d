//! All that lies in a folder and those below it, in the order of the names.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// A file, a folder or something else that a walk has met.
#[derive(Debug)]
pub struct Met(DirEntry);

/// What a walk may meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link that is not followed, or what only a system knows.
    Other,
}

impl Met {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Its name; what of it is no text stands as U+FFFD.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        self.0.file_name().to_string_lossy()
    }

    /// What it is; with links followed, what the link leads to.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let kind = self.0.file_type();
        match () {
            () if kind.is_file() => Kind::File,
            () if kind.is_dir() => Kind::Folder,
            () => Kind::Other,
        }
    }
}

/// What a walk could not see.
#[derive(Debug)]
pub struct Unseen {
    /// Where it is, if the system tells.
    pub path: Option<PathBuf>,
    /// Why.
    pub why: WhyUnseen,
}

/// Why a walk could not see something.
#[derive(Debug)]
pub enum WhyUnseen {
    /// A link leads back to a folder that holds it.
    Loop,
    /// A link leads nowhere.
    LeadsNowhere,
    /// The system does not let us in.
    Refused,
    /// Anything else, in the words of the library.
    Other(String),
}

/// Walks through a folder, links followed: what is not `wanted` is passed over with all that it holds. The folder itself
/// comes first.
///
/// # Errors
/// Each thing that cannot be seen stands among the others as an error; the walk goes on.
pub fn walk_through_links(
    folder: &Path,
    wanted: impl Fn(&Met) -> bool,
) -> impl Iterator<Item = Result<Met, Unseen>> {
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    // Not `filter_entry`, which lends an entry of the library and no `Met`.
    let mut entries = entries.into_iter();
    std::iter::from_fn(move || {
        loop {
            let met = match entries.next()? {
                Ok(entry) => Met(entry),
                // Emacs notes who edits a file by a hidden link that leads nowhere.
                Err(error) if error.path().is_some_and(is_hidden) => continue,
                Err(error) => return Some(Err(unseen(&error))),
            };
            if met.0.depth() == 0 || wanted(&met) {
                return Some(Ok(met));
            }
            if met.kind() == Kind::Folder {
                entries.skip_current_dir();
            }
        }
    })
}

/// Walks through a folder, no link followed; what cannot be seen is passed over.
pub fn walk(folder: &Path) -> impl Iterator<Item = Met> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    entries.flatten().map(Met)
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}

fn unseen(error: &walkdir::Error) -> Unseen {
    let cause = error.io_error().map(std::io::Error::kind);
    let why = match (error.loop_ancestor(), cause) {
        (Some(_), _) => WhyUnseen::Loop,
        (None, Some(ErrorKind::NotFound)) => WhyUnseen::LeadsNowhere,
        (None, Some(ErrorKind::PermissionDenied)) => WhyUnseen::Refused,
        _ => WhyUnseen::Other(error.to_string()),
    };
    Unseen {
        path: error.path().map(Path::to_owned),
        why,
    }
}
