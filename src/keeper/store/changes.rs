//! What a build that changed little noted: the entries that are not as the manifest beside it has them, so that this need not be written
//! anew. It holds for that manifest alone.

use std::io::{self, Write};

use super::manifest::{Entry, Note, stays_inside};
use super::sealed::{seal, unseal};
use crate::keeper::{Hash, Owner};

/// Begins the file; its number changes with the format.
const MAGIC: &[u8] = b"greffier changes 1\n";

/// What changed since that manifest was written, by what seals it; nothing, if the file is of another one. `None` if it is damaged: then the
/// manifest alone may say what is not so any more.
pub(super) fn read<N: Note>(manifest: Hash, bytes: &[u8]) -> Option<Vec<(Owner, Entry<N>)>> {
    let entries: Vec<(Hash, Owner, Entry<N>)> = unseal(MAGIC, bytes)?;
    let mut all = entries.iter();
    if !all.all(|(_, owner, entry)| stays_inside(owner, entry)) {
        return None;
    }
    let entries = entries.into_iter();
    let of_it = entries.filter(|(of, ..)| *of == manifest);
    Some(of_it.map(|(_, owner, entry)| (owner, entry)).collect())
}

/// Writes what [`read`] reads.
pub(super) fn write<'e, N: Note + 'e>(
    manifest: Hash,
    entries: impl Iterator<Item = (&'e Owner, &'e Entry<N>)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries = entries.map(|(owner, entry)| (manifest, owner, entry));
    seal(MAGIC, entries, out)
}
