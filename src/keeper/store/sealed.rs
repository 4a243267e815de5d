//! Values one after the other as a file that is believed only if it is whole: what they are, the values, the hash of these.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keeper::Hash;

/// At most 256 KiB are written or read at once.
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

/// The same of a file of that length, which is read piece by piece: the values and their bytes need not have room at once.
pub(super) fn unseal_file<T: DeserializeOwned>(
    magic: &[u8],
    file: &mut dyn Read,
    length: u64,
) -> Option<Vec<T>> {
    let mut beginning = vec![0; magic.len()];
    file.read_exact(&mut beginning).ok()?;
    if beginning != magic {
        return None;
    }
    let around = u64::try_from(magic.len() + Hash::LENGTH).ok()?;
    let mut body = file.take(length.checked_sub(around)?);
    let (hash, values) = Hash::of_stream(|hasher| read(&mut body, hasher));
    let mut end = [0; Hash::LENGTH];
    file.read_exact(&mut end).ok()?;
    values.filter(|_| *hash.bytes() == end)
}

/// Reads what [`write()`] writes, to the end.
fn read<T: DeserializeOwned>(body: &mut dyn Read, hasher: &mut dyn Write) -> Option<Vec<T>> {
    let (mut values, mut held) = (Vec::new(), Vec::new());
    loop {
        let before = held.len();
        // Of a long value at least as much again, so that it is not begun too often.
        let more = u64::try_from(before.max(PIECE)).ok()?;
        body.take(more).read_to_end(&mut held).ok()?;
        hasher.write_all(&held[before..]).ok()?;
        if held.is_empty() {
            return Some(values);
        }
        let is_end = held.len() == before;
        let mut rest = held.as_slice();
        while !rest.is_empty() {
            match postcard::take_from_bytes(rest) {
                Ok((value, after)) => {
                    values.push(value);
                    rest = after;
                }
                Err(postcard::Error::DeserializeUnexpectedEnd) if !is_end => break,
                Err(_) => return None,
            }
        }
        let taken = held.len() - rest.len();
        held.drain(..taken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAGIC: &[u8] = b"greffier test 1\n";

    /// Files of no value, of many short ones, and of one that is longer than a piece between others.
    #[test]
    fn a_file_is_read_piece_by_piece_as_it_is_at_once() {
        let long = "é".repeat(PIECE);
        let short = |count: usize| (0..count).map(|number| format!("mot {number}"));
        let files = [
            Vec::new(),
            short(100_000).collect(),
            short(3).chain([long]).chain(short(3)).collect::<Vec<_>>(),
        ];
        for values in files {
            let mut bytes = Vec::new();
            seal(MAGIC, &values, &mut bytes).expect("written");
            let length = bytes.len() as u64;
            let read = |bytes: &[u8]| unseal_file(MAGIC, &mut &*bytes, length);
            assert_eq!(read(&bytes), Some(values.clone()));
            assert_eq!(unseal(MAGIC, &bytes), Some(values));
            // One sign amiss, in what it is, in a value or in the hash; a file cut short.
            for place in [0, bytes.len() / 2, bytes.len() - 1] {
                let mut damaged = bytes.clone();
                damaged[place] ^= 1;
                assert_eq!(read(&damaged), None::<Vec<String>>, "byte {place}");
            }
            for length in [0, MAGIC.len(), bytes.len() - 1] {
                let cut = &bytes[..length];
                let read: Option<Vec<String>> = unseal_file(MAGIC, &mut &*cut, length as u64);
                assert_eq!(read, None, "{length} bytes");
            }
        }
    }
}
