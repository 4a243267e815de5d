//! Values one after the other as a file that is believed only if it is whole: what they are, the values, the hash of these.

use std::io::{self, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keeper::Hash;

/// So many bytes are written at once.
const PIECE: usize = 1 << 18;

/// Writes what [`unseal`] reads, piece by piece: there may be much of it. `magic` says what they are, and in which format.
pub(crate) fn seal<T: Serialize>(
    magic: &[u8],
    values: impl IntoIterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(magic)?;
    let (hash, written) = Hash::of_stream(|hasher| write(values, hasher, out));
    written?;
    out.write_all(hash.bytes())
}

fn write<T: Serialize>(
    values: impl IntoIterator<Item = T>,
    hasher: &mut dyn Write,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut piece = Vec::new();
    for value in values {
        piece = postcard::to_extend(&value, piece).map_err(io::Error::other)?;
        if piece.len() >= PIECE {
            hasher.write_all(&piece)?;
            out.write_all(&piece)?;
            piece.clear();
        }
    }
    hasher.write_all(&piece)?;
    out.write_all(&piece)
}

/// The values in those bytes, if they are whole.
pub(crate) fn unseal<T: DeserializeOwned>(magic: &[u8], bytes: &[u8]) -> Option<Vec<T>> {
    let rest = bytes.strip_prefix(magic)?;
    let (mut body, hash) = rest.split_last_chunk::<{ Hash::LENGTH }>()?;
    if Hash::of(body).bytes() != hash {
        return None;
    }
    let mut values = Vec::new();
    while !body.is_empty() {
        let (value, rest) = postcard::take_from_bytes(body).ok()?;
        values.push(value);
        body = rest;
    }
    Some(values)
}
