//! `contacts.toml`, beside `greffier.toml`.

use std::path::Path;

use super::texts::read_text;
use crate::contacts::{self, CONTACTS_FILE, Contacts};
use crate::diagnostic::Report;
use crate::files;

/// What the project's `contacts.toml` says.
#[derive(Debug, Default)]
pub struct ContactsRead {
    /// The contacts: none where the file has faults, or is not there.
    pub contacts: Contacts,
    /// Its faults and doubts, if it has any.
    pub report: Option<Report>,
    /// Whether it is there, and has no fault.
    pub is_sound: bool,
}

impl ContactsRead {
    /// Reads the contacts of the project of that folder.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        let path = root.join(CONTACTS_FILE);
        if !files::is_there(&path) {
            return Self::default();
        }
        let source = match read_text(&path, CONTACTS_FILE) {
            Ok(source) => source,
            Err(report) => {
                return Self {
                    report: Some(*report),
                    ..Self::default()
                };
            }
        };
        let reading = contacts::read(&source);
        let report = Report::new(source, reading.diagnostics);
        Self {
            is_sound: reading.contacts.is_some(),
            contacts: reading.contacts.unwrap_or_default(),
            report: Some(report).filter(|report| !report.diagnostics.is_empty()),
        }
    }
}
