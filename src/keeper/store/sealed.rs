//! A value as a file that is believed only if it is whole: what it is, its hash, the value.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keeper::Hash;

/// The bytes that [`unseal`] reads. `magic` says what they are, and in which format.
pub(crate) fn seal(magic: &[u8], value: &impl Serialize) -> Vec<u8> {
    // Long for a large archive: it is written once, where it stays.
    let head = [magic, &[0; Hash::LENGTH]].concat();
    let start = head.len();
    // Plain data in memory: this does not fail.
    let mut bytes = postcard::to_extend(value, head).unwrap_or_default();
    if let Some((head, body)) = bytes.split_at_mut_checked(start) {
        head[magic.len()..].copy_from_slice(Hash::of(body).bytes());
    }
    bytes
}

/// The value in those bytes, if they are whole.
pub(crate) fn unseal<T: DeserializeOwned>(magic: &[u8], bytes: &[u8]) -> Option<T> {
    let rest = bytes.strip_prefix(magic)?;
    let (hash, body) = rest.split_first_chunk::<{ Hash::LENGTH }>()?;
    if Hash::of(body).bytes() != hash {
        return None;
    }
    postcard::from_bytes(body).ok()
}
