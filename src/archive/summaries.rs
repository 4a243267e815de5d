//! The summaries that the site is made of, kept from build to build, a file a year. They may be lost: then the records are
//! read again.

use std::collections::{BTreeMap, BTreeSet};

use super::note::Keeper;
use crate::files::FileError;
use crate::keeper::{Fingerprint, seal, unseal};
use crate::site::Summary;

/// A summary a record, by address, with what it was made from.
pub(super) type Summaries = BTreeMap<String, (Fingerprint, Summary)>;

/// How the names of the files begin.
const FILES: &str = "resumes";
/// Begins each file; its number changes with the format.
const MAGIC: &[u8] = b"greffier site 3\n";

/// Those of a year, as the last builds made the site of them.
pub(super) fn read(keeper: &Keeper, year: i16) -> Summaries {
    let bytes = keeper.read_beside(&file(year));
    let summaries: Option<Vec<(Fingerprint, Summary)>> = unseal(MAGIC, &bytes);
    let addressed = summaries.unwrap_or_default().into_iter();
    let addressed = addressed.map(|one| (one.1.address.clone(), one));
    addressed.collect()
}

/// Keeps those of a year for the next build.
pub(super) fn keep(
    keeper: &Keeper,
    year: i16,
    summaries: &[(Fingerprint, &Summary)],
) -> Result<(), FileError> {
    keeper.keep_beside(&file(year), &seal(MAGIC, &summaries))
}

/// Takes away those of all other years.
pub(super) fn keep_only(keeper: &Keeper, years: &BTreeSet<i16>) -> Result<(), FileError> {
    let wanted: BTreeSet<String> = years.iter().map(|year| file(*year)).collect();
    keeper.remove_beside(|name| name.starts_with(FILES) && !wanted.contains(name))
}

fn file(year: i16) -> String {
    format!("{FILES}-{year}")
}
