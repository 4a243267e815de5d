//! The text files of a project.

use std::path::Path;

use super::kinds::ArchiveFault;
use crate::diagnostic::{Diagnostic, Report, Source};
use crate::files::{self, FileError};
use crate::toml_source;

/// A file that is larger than a text may be is not taken for one that is not.
const _: () = assert!(toml_source::MAX_BYTES <= files::MOST_READ);

/// The folder of the user's own templates.
pub const TEMPLATES_FOLDER: &str = "templates";

/// The text of a TOML file; what prevents it is a fault of that file.
pub(super) fn read_text(path: &Path, name: &str) -> Result<Source, Box<Report>> {
    let bytes = files::read(path).map_err(|error| unread(name, &error))?;
    toml_source::decode(name, bytes)
}

/// The report of a file that the system does not let us read.
pub(super) fn unread(name: &str, error: &FileError) -> Box<Report> {
    let mut fault = Diagnostic::new(ArchiveFault::Unreadable, error.to_string());
    if error.is_open_elsewhere() {
        fault = fault.help("Fermez-le dans cet autre programme, puis relancez");
    }
    Box::new(Report::of_file(name.to_owned(), fault))
}
