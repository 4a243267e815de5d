//! Entries as bytes, one after the other, each with its length and its checksum: what follows a damaged one is not read.

use super::manifest::{Entry, Note, stays_inside};
use crate::keeper::{Hash, Owner};

/// Begins what the checksum is of, so that a frame of another format is as good as damaged.
const FORMAT: &[u8] = b"greffier journal 5";

fn checksum(body: &[u8]) -> Hash {
    Hash::of_parts([FORMAT, body])
}

/// What a frame holds.
type Framed<N> = (Owner, Entry<N>);

/// An entry as a frame.
pub(super) fn of_entry<N: Note>(owner: &Owner, entry: &Entry<N>) -> Vec<u8> {
    // Plain data in memory: this does not fail.
    let body = postcard::to_allocvec(&(owner, entry)).unwrap_or_default();
    let length = u32::try_from(body.len()).unwrap_or_default();
    [&length.to_le_bytes()[..], checksum(&body).bytes(), &body].concat()
}

/// The entries of sound frames.
pub(super) fn read<N: Note>(mut bytes: &[u8]) -> Vec<Framed<N>> {
    let mut entries = Vec::new();
    while let Some((entry, rest)) = first(bytes) {
        entries.push(entry);
        bytes = rest;
    }
    entries
}

fn first<N: Note>(bytes: &[u8]) -> Option<(Framed<N>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (hash, rest) = rest.split_first_chunk::<{ Hash::LENGTH }>()?;
    let (body, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let is_sound = checksum(body).bytes() == hash;
    let (owner, entry) = is_sound.then(|| postcard::from_bytes(body).ok())??;
    stays_inside(&owner, &entry).then_some(((owner, entry), rest))
}

#[cfg(test)]
mod tests {
    use super::super::manifest::{Output, OutputKind, Seen, astray};
    use super::*;
    use crate::keeper::Fingerprint;

    fn frame(owner: &Owner, name: &str) -> Vec<u8> {
        let output = Output {
            kind: OutputKind::Html,
            name: name.to_owned(),
            made_from: Fingerprint::default(),
            seen: Seen {
                stamp: None,
                hash: Hash::of(b""),
            },
        };
        let entry = Entry::<()> {
            note: None,
            outputs: vec![output],
        };
        of_entry(owner, &entry)
    }

    #[test]
    fn a_name_that_leaves_the_folder_is_damage_in_a_journal_too() {
        assert_eq!(read::<()>(&frame(&Owner::Site, "annee-2026.html")).len(), 1);
        for (owner, name) in astray() {
            assert!(
                read::<()>(&frame(&owner, name)).is_empty(),
                "{owner:?} {name}"
            );
        }
    }
}
