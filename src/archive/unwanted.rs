//! What is wanted of the files of each record and of the site: what else is known of them goes.

use std::collections::{BTreeMap, BTreeSet};

use super::brief::Brief;
use super::note::Keeper;
use super::observe::Observed;
use super::records::Task;
use super::shown::Shown;
use super::site_file::{SiteFile, SiteFiles};
use super::standing::is_indiscreet;
use super::work::Made;
use crate::keeper::{Output, Owner, Removal, Wanted};

/// What of the outputs that are known no record yields any more. While a part of the archive is built, or a file of the site could
/// not be planned, a record may only be out of sight: then only what the records at hand have under another name now.
pub(super) fn removals(
    observed: &[Observed<'_>],
    hidden: &[Observed<'_>],
    brief: &Brief<'_>,
    keeper: &Keeper,
    shown: &[Shown<'_>],
    made: &[Made],
    plan: &SiteFiles<'_>,
) -> Vec<Removal> {
    // Of a record that has faults, what was made before stands, but for names that are not published any more.
    let may_stand = |output: &Output| !is_indiscreet(brief, &output.made_from);
    let present = observed.iter().map(|one| one.owner.clone());
    let mut wanted: BTreeMap<Owner, Wanted<'_>> = present
        .map(|owner| (owner, Wanted::AsFarAs(&may_stand)))
        .collect();
    // Nothing is shown any more of these, in any format.
    wanted.extend(
        hidden
            .iter()
            .map(|one| (one.owner.clone(), Wanted::Nothing)),
    );
    let tasks = shown.iter().filter_map(|one| one.task);
    for (index, task) in tasks.enumerate() {
        // The page of one that could not be made offers the files of before.
        if made.get(index).is_none_or(|made| made.is_made) {
            let names = task.outputs.iter().map(|output| output.name.as_str());
            wanted.insert(task.owner.clone(), Wanted::Just(names.collect()));
        }
    }
    // What was lost of records that have faults stands in pages that cannot be made anew.
    let sees_all = brief.is_whole && plan.faults.is_empty() && plan.lost.is_empty();
    // While no record has anything to show, the pages of before stand, and with them what they share.
    let of_site = match (shown.is_empty() && hidden.is_empty()) || !sees_all {
        true => Wanted::AsFarAs(&may_stand),
        false => Wanted::Just(plan.files.iter().map(SiteFile::name).collect()),
    };
    wanted.insert(Owner::Site, of_site);
    // What is not asked for stays, unless it was made when the record showed something that it does not show now.
    let lesser = lesser(observed, shown);
    let is_of_before = |owner: &Owner, output: &Output| {
        lesser.get(owner).is_some_and(|task| {
            let source = task.content.source();
            let now = brief
                .base
                .fingerprint(output.kind, source, &task.surroundings);
            output.made_from != now
        })
    };
    let mut removals = keeper.removals(&wanted, |owner, output| {
        brief.options.asks_for(output.kind) || is_of_before(owner, output)
    });
    if !sees_all {
        removals.retain(|removal| wanted.contains_key(&removal.owner));
    }
    removals
}

/// What is to be done with the records of which the edition leaves something out.
fn lesser<'a>(
    observed: &'a [Observed<'_>],
    shown: &'a [Shown<'a>],
) -> BTreeMap<&'a Owner, &'a Task<'a>> {
    let lesser = observed.iter().filter(|one| one.is_lesser());
    let lesser: BTreeSet<&Owner> = lesser.map(|one| &one.owner).collect();
    let tasks = shown.iter().filter_map(|one| one.task);
    tasks
        .filter(|task| lesser.contains(task.owner))
        .map(|task| (task.owner, task))
        .collect()
}
