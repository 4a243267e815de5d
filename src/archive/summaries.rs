//! What is kept of each meeting from build to build, a file a year: its summary, of which the site is made, and its words, of which
//! the search index is. They may be lost: then the records are read again. Of a record that has faults they are all there is.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::note::Keeper;
use crate::files::FileError;
use crate::keeper::Fingerprint;
use crate::search::SearchedMeeting;
use crate::site::Summary;

/// What is kept of a meeting.
pub(super) trait OfMeeting: Serialize + DeserializeOwned {
    /// How the names of the files begin.
    const FILES: &'static str;
    /// Begins each file; its number changes with the format.
    const MAGIC: &'static [u8];
    /// The address of the meeting.
    fn address(&self) -> &str;
}

impl OfMeeting for Summary {
    const FILES: &'static str = "resumes-";
    const MAGIC: &'static [u8] = b"greffier site 6\n";

    fn address(&self) -> &str {
        &self.address
    }
}

impl OfMeeting for SearchedMeeting {
    const FILES: &'static str = "mots-";
    const MAGIC: &'static [u8] = b"greffier words 3\n";

    fn address(&self) -> &str {
        self.address()
    }
}

/// One a meeting, by address, with what it was made from.
pub(super) type OfYear<T> = BTreeMap<String, (Fingerprint, T)>;

/// Those of a year, as the last builds kept them.
pub(super) fn read<T: OfMeeting>(keeper: &Keeper, year: i16) -> OfYear<T> {
    let kept: Vec<(Fingerprint, T)> = keeper.read_beside(&file::<T>(year), T::MAGIC);
    let addressed = kept.into_iter();
    let addressed = addressed.map(|one| (one.1.address().to_owned(), one));
    addressed.collect()
}

/// Keeps those of a year for the next build.
pub(super) fn keep<T: OfMeeting>(
    keeper: &Keeper,
    year: i16,
    all: &[(Fingerprint, &T)],
) -> Result<(), FileError> {
    keeper.keep_beside(&file::<T>(year), T::MAGIC, all)
}

/// Keeps these of a year beside what is kept of it.
pub(super) fn keep_more<T: OfMeeting>(
    keeper: &Keeper,
    year: i16,
    more: Vec<(Fingerprint, T)>,
) -> Result<(), FileError> {
    if more.is_empty() {
        return Ok(());
    }
    let mut all: OfYear<T> = read(keeper, year);
    let addressed = more.into_iter();
    all.extend(addressed.map(|one| (one.1.address().to_owned(), one)));
    let all: Vec<(Fingerprint, &T)> = all
        .values()
        .map(|(made_from, one)| (*made_from, one))
        .collect();
    keep(keeper, year, &all)
}

/// Takes away what is kept of each meeting, by its address, that `is_fit` does not accept.
pub(super) fn keep_fit(
    keeper: &Keeper,
    is_fit: &dyn Fn(&str, &Fingerprint) -> bool,
) -> Result<(), FileError> {
    keep_fit_of::<Summary>(keeper, is_fit)?;
    keep_fit_of::<SearchedMeeting>(keeper, is_fit)
}

fn keep_fit_of<T: OfMeeting>(
    keeper: &Keeper,
    is_fit: &dyn Fn(&str, &Fingerprint) -> bool,
) -> Result<(), FileError> {
    let years = keeper.names_beside();
    let years = years
        .iter()
        .filter_map(|name| name.strip_prefix(T::FILES)?.parse().ok());
    for year in years {
        let all: OfYear<T> = read(keeper, year);
        let fit = all.iter();
        let fit = fit.filter(|(address, (made_from, _))| is_fit(address, made_from));
        let fit: Vec<(Fingerprint, &T)> = fit.map(|(_, (from, one))| (*from, one)).collect();
        match fit.is_empty() {
            true => keeper.remove_beside(|name| name == file::<T>(year))?,
            false if fit.len() < all.len() => keep(keeper, year, &fit)?,
            false => {}
        }
    }
    Ok(())
}

/// Takes away what is kept of all other years.
pub(super) fn keep_only(keeper: &Keeper, years: &BTreeSet<i16>) -> Result<(), FileError> {
    let files = |year: &i16| [file::<Summary>(*year), file::<SearchedMeeting>(*year)];
    let wanted: BTreeSet<String> = years.iter().flat_map(files).collect();
    let is_kept = |name: &str| {
        let mut beginnings = [Summary::FILES, SearchedMeeting::FILES].into_iter();
        beginnings.any(|beginning| name.starts_with(beginning))
    };
    keeper.remove_beside(|name| is_kept(name) && !wanted.contains(name))
}

fn file<T: OfMeeting>(year: i16) -> String {
    format!("{}{year}", T::FILES)
}
