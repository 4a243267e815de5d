//! The summaries that the site is made of, kept from build to build. They may be lost: then the records are read again.

use std::collections::BTreeMap;

use super::hash::Hash;
use crate::archive::Fingerprint;
use crate::site::Summary;

/// A summary a record, by address, with what it was made from.
pub(in crate::archive) type Summaries = BTreeMap<String, (Fingerprint, Summary)>;

/// Begins the file; its number changes with the format.
const MAGIC: &[u8] = b"greffier site 1\n";

/// The summaries in those bytes, if they are whole.
pub(super) fn read(bytes: &[u8]) -> Option<Summaries> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (hash, body) = rest.split_first_chunk::<{ Hash::LENGTH }>()?;
    if Hash::of(body).bytes() != hash {
        return None;
    }
    let summaries: Vec<(Fingerprint, Summary)> = postcard::from_bytes(body).ok()?;
    let addressed = summaries.into_iter();
    let addressed = addressed.map(|one| (one.1.address.clone(), one));
    Some(addressed.collect())
}

/// The bytes that [`read`] reads.
pub(super) fn to_bytes<'a>(summaries: impl Iterator<Item = (Fingerprint, &'a Summary)>) -> Vec<u8> {
    let summaries: Vec<(Fingerprint, &Summary)> = summaries.collect();
    // Long for a large archive: it is written once, where it stays.
    let head = [MAGIC, &[0; Hash::LENGTH]].concat();
    let start = head.len();
    // Plain data in memory: this does not fail.
    let mut bytes = postcard::to_extend(&summaries, head).unwrap_or_default();
    if let Some((head, body)) = bytes.split_at_mut_checked(start) {
        head[MAGIC.len()..].copy_from_slice(Hash::of(body).bytes());
    }
    bytes
}
