//! The summaries that the site is made of, kept from build to build. They may be lost: then the records are read again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::hash::Hash;
use crate::archive::Fingerprint;
use crate::site::Summary;

/// A summary a record, by address.
pub(in crate::archive) type Summaries = BTreeMap<String, KeptSummary>;

/// A summary, and what it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::archive) struct KeptSummary {
    pub(in crate::archive) made_from: Fingerprint,
    pub(in crate::archive) summary: Summary,
}

/// Begins the file; its number changes with the format.
const MAGIC: &[u8] = b"greffier site 1\n";

/// The summaries in those bytes, if they are whole.
pub(super) fn read(bytes: &[u8]) -> Option<Summaries> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (hash, body) = rest.split_first_chunk::<{ Hash::LENGTH }>()?;
    if Hash::of(body).bytes() != hash {
        return None;
    }
    postcard::from_bytes(body).ok()
}

/// The bytes that [`read`] reads.
pub(super) fn to_bytes(summaries: &Summaries) -> Vec<u8> {
    // Plain data in memory: this does not fail.
    let body = postcard::to_allocvec(summaries).unwrap_or_default();
    [MAGIC, Hash::of(&body).bytes(), &body].concat()
}
