//! Entries as bytes, one after the other, each with its length and its checksum: what follows a damaged one is not read.

use super::hash::Hash;
use super::manifest::Entry;

/// An entry as a frame.
pub(super) fn of_entry(address: &str, entry: &Entry) -> Vec<u8> {
    // Plain data in memory: this does not fail.
    let body = postcard::to_allocvec(&(address, entry)).unwrap_or_default();
    let length = u32::try_from(body.len()).unwrap_or_default();
    [&length.to_le_bytes()[..], Hash::of(&body).bytes(), &body].concat()
}

/// The entries of sound frames.
pub(super) fn read(mut bytes: &[u8]) -> Vec<(String, Entry)> {
    let mut entries = Vec::new();
    while let Some((entry, rest)) = first(bytes) {
        entries.push(entry);
        bytes = rest;
    }
    entries
}

fn first(bytes: &[u8]) -> Option<((String, Entry), &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (hash, rest) = rest.split_first_chunk::<{ Hash::LENGTH }>()?;
    let (body, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let is_sound = Hash::of(body).bytes() == hash;
    let entry = is_sound.then(|| postcard::from_bytes(body).ok())??;
    Some((entry, rest))
}
