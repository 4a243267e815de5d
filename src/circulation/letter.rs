//! A message, before it is known whether it waits for its sender or a server takes it.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::File;
use super::message::{Attachment, Draft, Sender};
use crate::keeper::Hash;

/// A message with all that it says, and whom it is for.
#[derive(Debug)]
pub struct Letter {
    /// The name of its file below the folder of the meeting.
    pub file: String,
    /// The names that its file has where whom it is for is called otherwise.
    pub other_files: Vec<String>,
    /// What it is, one word: *convocation*, *projet*, *rappel-2026-04-15*. One of another kind corrects nothing.
    pub kind: String,
    /// Whom it is for.
    pub addresses: Vec<String>,
    /// What it is of, within the series.
    pub(super) identity: String,
    pub(super) day: Date,
    pub(super) host: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
    /// Whether those addresses are of one owner, who may see them all.
    pub(super) is_for_one: bool,
    pub(super) enclosures: Vec<Enclosure>,
}

/// A file that goes with a message.
#[derive(Debug)]
pub(super) struct Enclosure {
    /// In ASCII.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Whether it is a calendar to publish; else it is a PDF.
    pub(super) is_calendar: bool,
}

impl Letter {
    /// The file that a mail program opens ready to send.
    pub(super) fn draft(&self) -> File {
        let addresses: Vec<&str> = self.addresses.iter().map(String::as_str).collect();
        let (to, hidden): (&[&str], &[&str]) = match self.is_for_one {
            true => (&addresses, &[]),
            false => (&[], &addresses),
        };
        File {
            name: self.file.clone(),
            bytes: self.bytes(to, hidden, None),
        }
    }

    /// The bytes that a server takes for one of the addresses. Of the others, only those of the same owner are told.
    #[must_use]
    pub fn for_address(&self, address: &str, sender: &Sender, now: &ZonedDateTime) -> Vec<u8> {
        let everyone: Vec<&str> = self.addresses.iter().map(String::as_str).collect();
        let to: &[&str] = match self.is_for_one {
            true => &everyone,
            false => &[address],
        };
        self.bytes(to, &[], Some((sender, now)))
    }

    /// What tells it from what it said before it was corrected; who has it does not count. A reminder is of the whole series: what it says
    /// is all that counts.
    #[must_use]
    pub fn version(&self) -> String {
        match self.is_for_one {
            true => Hash::of_parts([&self.subject, &self.text].map(String::as_bytes)).hexadecimal(),
            false => self.version_of(&self.identity),
        }
    }

    /// The versions of the very same letter where its meeting had one of these addresses, and those that a reminder had when its meeting and
    /// the name of its file counted.
    #[must_use]
    pub fn other_versions(&self, addresses: &[String]) -> Vec<String> {
        if !self.is_for_one {
            let versions = addresses.iter().map(|one| self.version_of(one));
            return versions.collect();
        }
        let Some((own, _)) = self.identity.rsplit_once('/') else {
            return Vec::new();
        };
        let addresses = [own]
            .into_iter()
            .chain(addresses.iter().map(String::as_str));
        let identities = addresses.flat_map(|address| {
            let files = [&self.file].into_iter().chain(&self.other_files);
            files.filter_map(move |file| {
                let (_, name) = file.rsplit_once('/')?;
                Some(format!("{address}/{}", name.trim_end_matches(".eml")))
            })
        });
        identities.map(|one| self.version_of(&one)).collect()
    }

    fn version_of(&self, identity: &str) -> String {
        let parts = [identity, &self.subject, &self.text, &self.html];
        let parts = parts.into_iter().map(str::as_bytes);
        let enclosed = self.enclosures.iter().map(|one| one.bytes.as_slice());
        Hash::of_parts(parts.chain(enclosed)).hexadecimal()
    }

    fn bytes(
        &self,
        to: &[&str],
        hidden: &[&str],
        sent: Option<(&Sender, &ZonedDateTime)>,
    ) -> Vec<u8> {
        let attached = self.enclosures.iter().map(|one| Attachment {
            name: &one.name,
            bytes: &one.bytes,
            is_calendar: one.is_calendar,
        });
        let attachments: Vec<Attachment<'_>> = attached.collect();
        let draft = Draft {
            identity: &self.identity,
            day: self.day,
            host: &self.host,
            subject: &self.subject,
            to,
            hidden,
            text: &self.text,
            html: &self.html,
            attachments: &attachments,
            sent,
        };
        draft.bytes()
    }
}
