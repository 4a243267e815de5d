//! The records of which less is shown than when they were last made. What earlier builds made of them, and of others that tell of them,
//! would go on showing the rest: it does not stay, even where nothing is made in its place.
//!
//! What is left out is noted nowhere, so no more is known than that a record changed and that something is left out of it now.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::brief::Brief;
use super::discover::RecordFile;
use super::note::{Account, Keeper, Note, RecordNote, reader_of_lesser};
use super::observe::Observed;
use super::records::Task;
use crate::keeper::Owner;
use crate::record::Edition;

/// What there is, before anything is made.
pub(super) struct Looked<'a> {
    /// The records that the edition shows.
    pub(super) observed: Vec<Observed<'a>>,
    /// Those of which it shows nothing.
    pub(super) hidden: Vec<Observed<'a>>,
    /// Which of all these show less than they did.
    pub(super) lessened: Lessened,
    /// Whether no record is out of sight.
    pub(super) is_complete: bool,
}

/// The records that show less than they did.
pub(super) struct Lessened {
    /// Those of which something is shown.
    records: BTreeSet<Owner>,
    /// Whether there are some of which nothing is shown any more.
    has_hidden: bool,
    /// Whether the pages around the minutes are left to the build that ends the shares.
    is_share: bool,
}

impl Lessened {
    /// Those of the records that are built; in a share, of all.
    pub(super) fn of(
        brief: &Brief<'_>,
        keeper: &Keeper,
        observed: &[Observed<'_>],
        hidden: &[Observed<'_>],
        is_chosen: &dyn Fn(&RecordFile) -> bool,
    ) -> Self {
        let is_share = brief.options.partition.is_some();
        let counts = |one: &&Observed<'_>| is_share || is_chosen(one.record);
        let records = observed.iter().filter(counts);
        let edition = brief.project.config.edition;
        let records = records.filter(|one| shows_less(keeper, one, edition));
        let mut hidden = hidden.iter().filter(counts);
        Self {
            records: records.map(|one| one.owner.clone()).collect(),
            has_hidden: hidden.any(|one| known(keeper, &one.owner).is_some()),
            is_share,
        }
    }

    /// Whether that record is one of them.
    pub(super) fn holds(&self, owner: &Owner) -> bool {
        self.records.contains(owner)
    }

    /// Whether what was made of that record before may tell what one of them does not show any more.
    pub(super) fn reaches(&self, keeper: &Keeper, task: &Task<'_>) -> bool {
        let is_told_otherwise = || {
            let known = known(keeper, task.owner);
            known.is_some_and(|known| known.told != Some(task.told))
        };
        // The pages of neighbours lead to one that is shown no more.
        self.has_hidden
            || self.holds(task.owner)
            || (!self.records.is_empty() && is_told_otherwise())
    }

    /// Whether what was made before of all meetings together may tell what one of them does not show any more, and is this build's to
    /// care for.
    pub(super) fn reaches_site(&self) -> bool {
        !self.is_share && (self.has_hidden || !self.records.is_empty())
    }
}

/// Has nothing of before stand for the records that have faults, or come to have some, where that may tell what another one shows no more.
pub(super) fn withhold(
    brief: &Brief<'_>,
    keeper: &Keeper,
    observed: &mut [Observed<'_>],
    hidden: &[Observed<'_>],
    is_chosen: &dyn Fn(&RecordFile) -> bool,
) {
    let is_share = brief.options.partition.is_some();
    let counts = |one: &&Observed<'_>| is_share || is_chosen(one.record);
    let marked = observed.iter().filter(counts).filter(|one| is_marked(one));
    let from = marked.filter_map(|one| told_from(known(keeper, &one.owner)?, one.sound()?));
    let from: Option<Date> = from.min();
    let mut hidden = hidden.iter().filter(counts);
    let is_hidden = hidden.any(|one| known(keeper, &one.owner).is_some());
    // The meetings before one and after it lead to it.
    let from = match is_hidden {
        true => Some(Date::MIN),
        false => from,
    };
    let Some(from) = from else { return };
    for one in observed.iter_mut() {
        let day = match one.account() {
            Some(account) => Some(account.proceedings().date),
            None => known(keeper, &one.owner).map(|known| known.when.0),
        };
        if day.is_none_or(|day| day >= from) {
            one.withhold();
        }
    }
}

/// Whether nothing of before stands for a record that has faults, since it may tell what another one shows no more.
pub(super) fn is_withheld(one: &Observed<'_>) -> bool {
    one.is_withheld && one.sound().is_none()
}

/// The day from which on meetings may have told what that record said before and does not say now; `None` if they told nothing of it.
fn told_from(before: &RecordNote, now: &Account) -> Option<Date> {
    if now.note.says_the_same(before) {
        return None;
    }
    let now = now.proceedings();
    let speaks_the_same = before.account().is_some_and(|before| {
        let before = before.proceedings();
        before.followed == now.followed && before.approval == now.approval
    });
    // What it said of earlier ones, these tell too.
    Some(match speaks_the_same {
        true => before.when.0,
        false => Date::MIN,
    })
}

/// Whether a sound record is not what it was when it was last made, and something is left out of it that perhaps was not then.
pub(super) fn shows_less(keeper: &Keeper, one: &Observed<'_>, edition: Edition) -> bool {
    let (Some(before), Some(now)) = (known(keeper, &one.owner), one.sound()) else {
        return false;
    };
    let is_as_before =
        before.read_by == reader_of_lesser(edition) && before.seen.hash == now.source();
    one.is_lesser() && !is_as_before
}

/// Whether the record itself has something that is left out.
fn is_marked(one: &Observed<'_>) -> bool {
    let left_out = one.left_out.as_ref();
    left_out.is_some_and(|left_out| left_out.is_any)
}

fn known<'k>(keeper: &'k Keeper, owner: &Owner) -> Option<&'k RecordNote> {
    keeper.note_of(owner).and_then(Note::of_record)
}
