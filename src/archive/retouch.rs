//! Records that changed in nothing that others rest on: a discussion, a note, a place. Then the series is not gone through again, nor the
//! site gathered: these records are made, and what of the site tells of them (`retold`).
//!
//! Whether that is all is found out before anything is written. If it is not, the build goes through all records.

use rayon::prelude::*;

use super::brief::Brief;
use super::fingerprint::of_told;
use super::held::Room;
use super::neighbours::{Dated, surroundings};
use super::note::{Account, Keeper, Note, RecordNote};
use super::observe::{Observed, observe_one};
use super::options::Follower;
use super::records::{Task, task};
use super::retold::{Retold, Telling};
use super::settled::{AsLeft, RecordAsLeft};
use super::work::{Job, Made, do_all, has_work};
use crate::config::FollowUpSettings;
use crate::files::FileError;
use crate::follow_up::{Entry, Ledger, Told};
use crate::keeper::Owner;
use crate::minutes::Surroundings;

/// At most 100 records; more are made year by year.
const FEW: usize = 100;

/// What became of such records, and of the site.
pub(super) struct Retouched {
    /// Each with what is to be remembered of it.
    pub(super) records: Vec<(Owner, Option<Note>, Made)>,
    pub(super) site: Retold,
    /// How many other records stand, and how many files.
    pub(super) standing: (usize, usize),
}

/// Makes what was touched in an archive that stands as it was left; `None`, and nothing is written, where more than that is to be made.
///
/// # Errors
/// The disk is full, or protected.
pub(super) fn retouch(
    brief: &Brief<'_>,
    keeper: &Keeper,
    left: &AsLeft<'_>,
    follower: &dyn Follower,
) -> Result<Option<Retouched>, FileError> {
    let series = in_order(left);
    if brief.options.dry_run || !brief.has_site() || !are_known(brief, left) {
        return Ok(None);
    }
    let Some(observed) = observed(brief, keeper, &series) else {
        return Ok(None);
    };
    let Some(tasks) = tasks(brief, keeper, &series, &observed)? else {
        return Ok(None);
    };
    let Some(telling) = Telling::of(brief, keeper, &series, &tasks) else {
        return Ok(None);
    };
    follower.planned(tasks.iter().filter(|task| has_work(*task)).count());
    let made = do_all(brief, keeper, &tasks, follower, || follower.done())?;
    let site = telling.make(brief, keeper, follower)?;
    let of_records = left.records.iter().filter_map(|one| one.standing);
    let of_site = left.of_site - site.touched;
    let records = tasks.iter().zip(made);
    Ok(Some(Retouched {
        standing: (
            left.records.len() - tasks.len(),
            of_records.sum::<usize>() + of_site,
        ),
        records: records
            .map(|(task, made)| (task.owner.clone(), task.note(), made))
            .collect(),
        site,
    }))
}

/// The meetings in their order.
fn in_order<'l, 'a>(left: &'l AsLeft<'a>) -> Vec<&'l RecordAsLeft<'a>> {
    let mut series: Vec<&RecordAsLeft<'_>> = left.records.iter().collect();
    series.sort_by_key(|one| (one.note.when, &one.record.address));
    series
}

/// Whether few were touched, and all that is shown of each record is known of builds before: where the edition leaves something out, it is not.
fn are_known(brief: &Brief<'_>, left: &AsLeft<'_>) -> bool {
    let reader = brief.base.reader();
    let is_known = |note: &RecordNote| note.read_by == reader && note.told.is_some();
    let mut records = left.records.iter();
    let touched = left.records.iter().filter(|one| one.standing.is_none());
    left.unseen == 0 && touched.count() <= FEW && records.all(|one| is_known(one.note))
}

/// A record that was touched: where it stands in the series, and what it is now.
pub(super) struct Touched<'a> {
    place: usize,
    now: Observed<'a>,
}

/// Those that were touched, if all others may rest on each as they did.
fn observed<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    series: &[&RecordAsLeft<'a>],
) -> Option<Vec<Touched<'a>>> {
    let room = Room::for_records(series.len());
    let touched = series.par_iter().enumerate();
    let touched = touched.filter(|(_, one)| one.standing.is_none());
    let touched = touched.map(|(place, one)| {
        let now = observe_one(brief, keeper, one.record, series.len(), |sound| {
            room.take(sound.source.text.len())
        });
        says_as_before(one.note, &now).then_some(Touched { place, now })
    });
    touched.collect()
}

fn says_as_before(before: &RecordNote, now: &Observed<'_>) -> bool {
    now.sound().is_some_and(|account| {
        let names = |note: &RecordNote| {
            let annexes = note.annexes.iter();
            annexes.map(|annex| annex.name.clone()).collect::<Vec<_>>()
        };
        let note = &account.note;
        !now.is_lesser() && note.says_the_same(before) && names(note) == names(before)
    })
}

/// What is to be done with each, in the order of the series; `None` where what others tell of one cannot be told again.
fn tasks<'t>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    series: &[&RecordAsLeft<'_>],
    touched: &'t [Touched<'_>],
) -> Result<Option<Vec<Task<'t>>>, FileError> {
    let Some(told) = told(brief, series, touched) else {
        return Ok(None);
    };
    let has_decisions = series.iter().any(|one| one.note.has_decisions);
    let mut tasks = Vec::with_capacity(touched.len());
    for (Touched { place, now }, told) in touched.iter().zip(told) {
        let near = place.saturating_sub(1)..series.len().min(place + 2);
        let here = place - near.start;
        let near = series[near].iter();
        let near: Vec<Dated> = near
            .map(|one| Dated::new(one.note.when, one.record))
            .collect();
        let around = Surroundings {
            has_decisions,
            told,
            ..surroundings(&near, here)
        };
        if let Some(account) = now.sound() {
            tasks.push(task(brief, keeper, now, account, around)?);
        }
    }
    Ok(Some(tasks))
}

/// What others tell of each, as it was told when it was made. Of most they tell nothing; else the series is added up.
fn told(
    brief: &Brief<'_>,
    series: &[&RecordAsLeft<'_>],
    touched: &[Touched<'_>],
) -> Option<Vec<Told>> {
    let before = touched.iter().map(|one| series[one.place].note.told);
    let nothing = Some(of_told(&Told::default()));
    if before.clone().all(|told| told == nothing) {
        return Some(touched.iter().map(|_| Told::default()).collect());
    }
    let accounts = series.par_iter().map(|one| one.note.account());
    let accounts: Vec<Account> = accounts.collect::<Option<_>>()?;
    let entries = series.iter().zip(&accounts).map(|(one, account)| Entry {
        address: &one.record.address,
        proceedings: account.proceedings(),
    });
    let ledger = Ledger::new(entries.collect());
    let FollowUpSettings { selection, day, .. } = brief.project.config.follow_up;
    let now = touched
        .iter()
        .map(|one| Told::new(&ledger, one.place, selection, day));
    let now: Vec<Told> = now.collect();
    let is_as_before = now.iter().map(|told| Some(of_told(told))).eq(before);
    is_as_before.then_some(now)
}
