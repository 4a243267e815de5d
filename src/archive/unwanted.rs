//! What is wanted of the files of each record and of the site: what else is known of them goes.

use std::collections::{BTreeMap, BTreeSet};

use super::brief::Brief;
use super::note::{Keeper, Reading};
use super::observe::Observed;
use super::records::Task;
use super::shown::Shown;
use super::site_file::SiteFiles;
use super::standing::is_indiscreet;
use super::work::Made;
use crate::keeper::{Output, OutputKind, Owner, Removal, Wanted};
use crate::minutes::annex_file_name;

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
    // Of a record that is not made now, what was made before stands, but for what is not shown any more: names, hidden parts.
    let must_go = |output: &Output| is_indiscreet(brief, &output.made_from);
    let unmade = unmade_lesser(observed, shown);
    let may_stand = |owner: &Owner, output: &Output| {
        let tells_hidden = |reading: &&Reading| tells_more(brief, reading, output);
        !must_go(output) && !unmade.get(owner).is_some_and(tells_hidden)
    };
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
        false => Wanted::Just(plan.names().collect()),
    };
    wanted.insert(Owner::Site, of_site);
    // What is not asked for stays, unless it was made when the record showed something that it does not show now.
    let lesser = lesser(observed, shown);
    let is_asked_for = |owner: &Owner, output: &Output| {
        let is_of_before = |task: &&Task<'_>| is_of_before(brief, task, output);
        brief.options.asks_for(output.kind) || lesser.get(owner).is_some_and(is_of_before)
    };
    let mut removals = keeper.removals(&wanted, is_asked_for, must_go);
    if !sees_all {
        removals.retain(|removal| removal.must_go || wanted.contains_key(&removal.owner));
    }
    // What other shares have was perhaps made anew by them.
    removals.retain(|removal| brief.is_concerned_with(&removal.owner));
    removals
}

/// Whether a file was made of a record when that showed something else.
fn is_of_before(brief: &Brief<'_>, task: &Task<'_>, output: &Output) -> bool {
    let source = task.content.source();
    let around = &task.surroundings;
    output.made_from != brief.base.fingerprint(output.kind, source, around)
}

/// The sound records of which the edition leaves something out, and that are not made now.
fn unmade_lesser<'a>(
    observed: &'a [Observed<'_>],
    shown: &[Shown<'_>],
) -> BTreeMap<&'a Owner, &'a Reading> {
    let made: BTreeSet<&Owner> = shown
        .iter()
        .filter_map(|one| Some(one.task?.owner))
        .collect();
    let lesser = observed.iter().filter(|one| one.is_lesser());
    lesser
        .filter(|one| !made.contains(&one.owner))
        .filter_map(|one| Some((&one.owner, one.sound()?)))
        .collect()
}

/// Whether a file was made of that record when it may have shown more.
fn tells_more(brief: &Brief<'_>, reading: &Reading, output: &Output) -> bool {
    match output.kind {
        OutputKind::Annex => {
            let mut annexes = reading.note.annexes.iter();
            !annexes.any(|annex| annex_file_name(&annex.name) == output.name)
        }
        _ => output.made_from.source != brief.base.of_source(reading.source()).source,
    }
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
