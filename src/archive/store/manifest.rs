//! What each record was made from, and into what.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::hash::Hash;
use crate::archive::Fingerprint;
use crate::files::Stamp;

/// What the builds before made: an entry a record, by address. What belongs to no single record has the empty one: the logo,
/// the style sheet, the site. Its `record` is the whole archive, as the site was made of it.
pub(in crate::archive) type Entries = BTreeMap<String, Entry>;

/// What is known of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::archive) struct Entry {
    /// The record's file, as it was read.
    pub(in crate::archive) record: Seen,
    /// The program that read it: another one may find faults in it.
    pub(in crate::archive) read_by: u64,
    /// The day of the meeting.
    pub(in crate::archive) date: Option<Date>,
    /// The files that go with it.
    pub(in crate::archive) annexes: Vec<Source>,
    /// All that was made of it, and is not known to have been removed.
    pub(in crate::archive) outputs: Vec<Output>,
}

impl Entry {
    /// The output of that name.
    pub(in crate::archive) fn output(&self, name: &str) -> Option<&Output> {
        self.outputs.iter().find(|output| output.name == name)
    }
}

/// A file that a record was made from beside its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::archive) struct Source {
    /// As the record names it.
    pub(in crate::archive) name: String,
    /// As it was read.
    pub(in crate::archive) seen: Seen,
}

/// A file that a record was made into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::archive) struct Output {
    /// What it is.
    pub(in crate::archive) kind: OutputKind,
    /// Its path below the folder of its meeting, with `/`.
    pub(in crate::archive) name: String,
    /// What it was made from.
    pub(in crate::archive) made_from: Fingerprint,
    /// As it was written.
    pub(in crate::archive) seen: Seen,
}

/// The kinds of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::archive) enum OutputKind {
    /// The page.
    Html,
    /// Markdown.
    Markdown,
    /// PDF.
    Pdf,
    /// The XHTML that the PDF is laid out from.
    Print,
    /// A copy of an annex.
    Annex,
    /// The logo of all pages.
    Logo,
    /// The minutes as data.
    Data,
    /// The style sheet of all pages.
    Style,
    /// A file of the site around the minutes.
    Site,
}

/// A file as it was when it was last read or written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::archive) struct Seen {
    /// Its stamp; `None` where a stamp would prove nothing.
    pub(in crate::archive) stamp: Option<Stamp>,
    /// Its content.
    pub(in crate::archive) hash: Hash,
}

/// Begins a manifest; its number changes with the format, so that an old one is as good as lost.
const MAGIC: &[u8] = b"greffier manifest 1\n";

/// The entries in those bytes, if they are whole.
pub(super) fn read(bytes: &[u8]) -> Option<Entries> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (hash, body) = rest.split_first_chunk::<{ Hash::LENGTH }>()?;
    if Hash::of(body).bytes() != hash {
        return None;
    }
    postcard::from_bytes(body).ok()
}

/// The bytes that [`read`] reads.
pub(super) fn to_bytes(entries: &Entries) -> Vec<u8> {
    // Plain data in memory: this does not fail.
    let body = postcard::to_allocvec(entries).unwrap_or_default();
    [MAGIC, Hash::of(&body).bytes(), &body].concat()
}
