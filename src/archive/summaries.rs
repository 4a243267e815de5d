//! The summaries that the site is made of, kept from build to build. They may be lost: then the records are read again.

use std::collections::BTreeMap;

use super::note::Keeper;
use crate::files::FileError;
use crate::keeper::{Fingerprint, seal, unseal};
use crate::site::Summary;

/// A summary a record, by address, with what it was made from.
pub(super) type Summaries = BTreeMap<String, (Fingerprint, Summary)>;

/// The file's name.
const FILE: &str = "resumes";
/// Begins the file; its number changes with the format.
const MAGIC: &[u8] = b"greffier site 1\n";

/// Those that the last builds made the site of.
pub(super) fn read(keeper: &Keeper) -> Summaries {
    let summaries: Option<Vec<(Fingerprint, Summary)>> = unseal(MAGIC, &keeper.read_beside(FILE));
    let addressed = summaries.unwrap_or_default().into_iter();
    let addressed = addressed.map(|one| (one.1.address.clone(), one));
    addressed.collect()
}

/// Keeps these for the next build.
pub(super) fn keep<'a>(
    keeper: &Keeper,
    summaries: impl Iterator<Item = (Fingerprint, &'a Summary)>,
) -> Result<(), FileError> {
    let summaries: Vec<(Fingerprint, &Summary)> = summaries.collect();
    keeper.keep_beside(FILE, &seal(MAGIC, &summaries))
}
