//! The search index of each year, made anew only when a meeting of that year changed.
//!
//! What files it has is known once it is made. The files of a year are put in their places before those of another are held: so it is a
//! step of its own, between the making of the records and the gathering of the site.

use std::collections::BTreeMap;

use super::brief::Brief;
use super::guard::{Step, guarded};
use super::note::{Keeper, Note};
use super::records::Task;
use super::shown::Shown;
use super::site_file::{SiteFile, SiteFiles};
use super::summaries::{self, OfYear};
use super::work::{Made, do_now};
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::keeper::{Fingerprint, Hash, Known, OutputKind, Owner};
use crate::search::{FOLDER, File, SearchedMeeting, index_of_year};

/// What the index takes from the meetings that were just made, by their addresses.
type Searched = BTreeMap<String, SearchedMeeting>;

/// Makes the index of these meetings, which are sorted by day: the files that stand, and those that were made; in a dry run, those to make.
pub(super) fn make_index<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    shown: &[&Shown<'_>],
    made: &mut [Made],
) -> Result<SiteFiles<'a>, FileError> {
    let searched = made.iter_mut().filter_map(|made| made.searched.take());
    let searched = searched.map(|searched| (searched.address().to_owned(), searched));
    let mut searched: Searched = searched.collect();
    let known = keeper.known(&Owner::Site);
    let years = shown.chunk_by(|one, other| one.year() == other.year());
    let years = years.map(|shown| {
        let of_year = shown.iter();
        let of_year = of_year.filter_map(|one| searched.remove_entry(one.address()));
        (shown, of_year.collect())
    });
    let years: Vec<(&[&Shown<'_>], Searched)> = years.collect();
    let mut index = SiteFiles::default();
    // One after the other: the words of a year take 15 MB, and there may be as many cores as years.
    for (shown, searched) in years {
        index.add(make_year(brief, keeper, &known, shown, searched)?);
    }
    Ok(index)
}

fn make_year<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    known: &Known<'_, Note>,
    shown: &[&Shown<'_>],
    made: Searched,
) -> Result<SiteFiles<'a>, FileError> {
    let mut index = SiteFiles::default();
    let Some(year) = shown.first().map(|one| one.year()) else {
        return Ok(index);
    };
    if let Some(standing) = standing_index(brief, known, year, state(shown))? {
        index.files = standing;
        return Ok(index);
    }
    let (mut found, mut kept) = (Vec::new(), Ok(()));
    let files = files_of_year(year, || {
        let known = summaries::read(keeper, year);
        let (searched, is_kept) = gather(brief, known, shown, made, &mut index);
        found.extend(searched.iter().map(|(one, _)| *one));
        if !is_kept {
            kept = keep(brief, keeper, year, &searched);
        }
        searched.into_iter().map(|(_, searched)| searched).collect()
    });
    kept?;
    put(brief, keeper, files, state(&found), &mut index)?;
    Ok(index)
}

/// The index of a year made of these words, which are kept for the next build. `state` tells the meetings from what they were.
pub(super) fn remake_index<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    year: i16,
    words: Vec<(Fingerprint, SearchedMeeting)>,
    state: Hash,
) -> Result<SiteFiles<'a>, FileError> {
    let kept: Vec<_> = words.iter().map(|(from, words)| (*from, words)).collect();
    summaries::keep(keeper, year, &kept)?;
    let mut index = SiteFiles::default();
    let files = files_of_year(year, || words.into_iter().map(|(_, words)| words).collect());
    put(brief, keeper, files, state, &mut index)?;
    Ok(index)
}

/// The files of the index of a year, made of these words.
fn files_of_year(
    year: i16,
    words: impl FnOnce() -> Vec<SearchedMeeting>,
) -> Result<Vec<File>, Box<Report>> {
    guarded(Step::Plan, &format!("{FOLDER}/{year}"), || {
        Ok(index_of_year(year, words()))
    })
}

/// Puts the files of an index in their places, if they could be made, which are made of meetings in that state; in a dry run, they are planned.
fn put(
    brief: &Brief<'_>,
    keeper: &Keeper,
    files: Result<Vec<File>, Box<Report>>,
    state: Hash,
    index: &mut SiteFiles<'_>,
) -> Result<(), FileError> {
    let files = files.unwrap_or_else(|fault| {
        index.faults.push(*fault);
        Vec::new()
    });
    let known = keeper.known(&Owner::Site);
    let made_from = brief.base.of_meetings(state);
    for File { path, bytes } in files {
        let planned = known.plan(OutputKind::Site, path, made_from)?;
        let file = SiteFile::new(planned, "", move || Ok(bytes.clone()));
        index.files.push(file);
    }
    if !brief.options.dry_run {
        let files = std::mem::take(&mut index.files);
        let made = do_now(brief, keeper, &files)?;
        let names = files.iter().map(|file| file.name().to_owned());
        index.placed = names.zip(made).collect();
    }
    Ok(())
}

/// What the index takes of these meetings: of those just made, of the builds before, else of the record; and whether just that is kept.
fn gather<'s>(
    brief: &Brief<'_>,
    mut kept: OfYear<SearchedMeeting>,
    shown: &[&'s Shown<'s>],
    mut made: Searched,
    index: &mut SiteFiles<'_>,
) -> (Vec<(&'s Shown<'s>, SearchedMeeting)>, bool) {
    let mut searched = Vec::with_capacity(shown.len());
    let (all_kept, mut still_kept) = (kept.len(), 0);
    for one in shown {
        let kept = kept.remove(one.address());
        let kept = kept.filter(|(made_from, _)| one.is_made_from(&brief.base, made_from));
        let made = made.remove(one.address());
        still_kept += usize::from(made.is_none() && kept.is_some());
        let known = made.or(kept.map(|(_, kept)| kept));
        match (known, one.task.map(|task| || read(brief, task))) {
            (Some(known), _) => searched.push((*one, known)),
            (None, Some(read)) => match read() {
                Ok(read) => searched.push((*one, read)),
                Err(fault) => index.faults.push(*fault),
            },
            (None, None) => {
                index.lost.insert(one.address().to_owned());
            }
        }
    }
    let is_kept = still_kept == all_kept && all_kept == searched.len();
    (searched, is_kept)
}

/// Keeps that for the next build. It holds whatever becomes of this one: each says what it was made from.
fn keep(
    brief: &Brief<'_>,
    keeper: &Keeper,
    year: i16,
    searched: &[(&Shown<'_>, SearchedMeeting)],
) -> Result<(), FileError> {
    if brief.options.dry_run {
        return Ok(());
    }
    let kept = searched.iter();
    let kept: Vec<_> = kept
        .map(|(one, searched)| (one.made_from(&brief.base), searched))
        .collect();
    summaries::keep(keeper, year, &kept)
}

/// The files of a year's index as they stand, if they are made of just that. How many there are is known from the last
/// build alone, if it made the whole site.
fn standing_index<'a>(
    brief: &Brief<'_>,
    known: &Known<'_, Note>,
    year: i16,
    state: Hash,
) -> Result<Option<Vec<SiteFile<'a>>>, FileError> {
    let folder = folder_of(year);
    let made_from = brief.base.of_meetings(state);
    let of_site = known.note().and_then(Note::of_site);
    let is_whole = of_site.is_some_and(|note| note.made_of.is_some());
    let whole = known.outputs().iter().filter(|_| is_whole);
    let of_year = whole.filter(|output| output.name.starts_with(&folder));
    let planned = of_year.map(|output| known.plan(output.kind, output.name.clone(), made_from));
    let planned: Vec<_> = planned.collect::<Result<_, FileError>>()?;
    let standing: Option<Vec<SiteFile<'a>>> = planned.into_iter().map(SiteFile::standing).collect();
    Ok(standing.filter(|standing| !standing.is_empty()))
}

fn read(brief: &Brief<'_>, task: &Task<'_>) -> Result<SearchedMeeting, Box<Report>> {
    task.read_again(brief, Step::Index, |_, minutes| {
        SearchedMeeting::new(minutes, task.address())
    })
}

fn state(shown: &[&Shown<'_>]) -> Hash {
    let meetings: Vec<(&str, Hash)> = shown.iter().map(|one| one.identity()).collect();
    state_of_year(&meetings)
}

/// What tells the meetings of a year from what they were.
pub(super) fn state_of_year(meetings: &[(&str, Hash)]) -> Hash {
    Hash::of_value(&meetings)
}

/// How the names of the files of a year's index begin.
pub(super) fn folder_of(year: i16) -> String {
    format!("{FOLDER}/{year}/")
}
