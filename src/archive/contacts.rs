//! `contacts.toml`, beside `greffier.toml`.

use std::path::Path;

use super::texts::{beside_its_name, read_text};
use crate::contacts::{self, CONTACTS_FILE, Contacts, Directory};
use crate::diagnostic::{Report, Source};
use crate::files;

/// A sound `contacts.toml`, or none.
pub(super) struct ContactsFile {
    /// What it says; none where it is not there.
    pub(super) contacts: Option<Contacts>,
    /// What is odd in it.
    pub(super) doubts: Report,
}

impl Default for ContactsFile {
    fn default() -> Self {
        Self {
            contacts: None,
            doubts: Report::new(Source::default(), Vec::new()),
        }
    }
}

impl ContactsFile {
    /// What minutes take from it.
    pub(super) fn directory(&self) -> Directory {
        let contacts = self.contacts.as_ref();
        contacts.map(Contacts::directory).unwrap_or_default()
    }
}

/// Reads the contacts of the project of that folder, or reports their faults.
pub(super) fn read_contacts(root: &Path) -> Result<ContactsFile, Box<Report>> {
    let path = root.join(CONTACTS_FILE);
    if !files::is_there(&path) {
        return match beside_its_name(root, CONTACTS_FILE) {
            Some(report) => Err(report),
            None => Ok(ContactsFile::default()),
        };
    }
    let source = read_text(&path, CONTACTS_FILE)?;
    let reading = contacts::read(&source);
    let report = Report::new(source, reading.diagnostics);
    match reading.contacts {
        Some(contacts) => Ok(ContactsFile {
            contacts: Some(contacts),
            doubts: report,
        }),
        None => Err(Box::new(report)),
    }
}
