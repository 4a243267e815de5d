//! What is wanted of the files of each record and of the site: what else is known of them goes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::brief::Brief;
use super::discover::{Archive, RecordFile};
use super::lessened::{Lessened, Looked, is_withheld};
use super::note::{Account, Keeper, Note};
use super::observe::Observed;
use super::records::Task;
use super::shown::Shown;
use super::site_file::SiteFiles;
use super::standing::is_indiscreet;
use super::work::Made;
use crate::keeper::{Hash, Output, OutputFolder, OutputKind, Owner, Removal, Wanted};
use crate::minutes::annex_file_name;

/// What of the outputs that are known no record yields any more. While a part of the archive is built, or a file of the site could
/// not be planned, a record may only be out of sight: then only what the records at hand have under another name now.
pub(super) fn removals(
    brief: &Brief<'_>,
    keeper: &Keeper,
    looked: &Looked<'_>,
    shown: &[Shown<'_>],
    made: &[Made],
    plan: &SiteFiles<'_>,
) -> Vec<Removal> {
    let Looked {
        observed,
        hidden,
        lessened,
        ..
    } = looked;
    let must_go = |output: &Output| is_indiscreet(brief, &output.made_from);
    let before = Before {
        brief,
        keeper,
        lessened,
        tasks: task_of_each(shown),
        lesser: lesser(observed),
        unmade: unmade_lesser(observed, shown, made),
        withheld: withheld(observed),
        of_site: plan.names().collect(),
    };
    // Of a record that is not made now, what was made before stands, but for what is not shown any more: names, hidden parts.
    let may_stand = |owner: &Owner, output: &Output| before.may_stand(owner, output);
    let present = observed.iter().map(|one| one.owner.clone());
    let mut wanted: BTreeMap<Owner, Wanted<'_>> = present
        .map(|owner| (owner, Wanted::AsFarAs(&may_stand)))
        .collect();
    // Nothing is shown any more of these, in any format.
    let gone = hidden.iter().map(|one| one.owner.clone());
    wanted.extend(gone.map(|owner| (owner, Wanted::Nothing)));
    let tasks = shown.iter().filter_map(|one| one.task);
    for (index, task) in tasks.enumerate() {
        let made = made.get(index);
        // The page of one that could not be made offers the files of before.
        if made.is_none_or(|made| made.is_made) {
            let names = before.names(task, made);
            wanted.insert(task.owner.clone(), Wanted::Just(names));
        }
    }
    // What was lost of records that have faults stands in pages that cannot be made anew.
    let sees_all = brief.is_whole && plan.faults.is_empty() && plan.lost.is_empty();
    // While no record has anything to show, the pages of before stand, and with them what they share.
    let of_site = match (shown.is_empty() && hidden.is_empty()) || !sees_all {
        true => Wanted::AsFarAs(&may_stand),
        false => Wanted::Just(before.of_site.clone()),
    };
    wanted.insert(Owner::Site, of_site);
    let is_asked_for = |owner: &Owner, output: &Output| before.is_asked_for(owner, output);
    let mut removals = keeper.removals(&wanted, is_asked_for, must_go);
    if !sees_all {
        removals.retain(|removal| removal.must_go || wanted.contains_key(&removal.owner));
    }
    // What other shares have was perhaps made anew by them.
    removals.retain(|removal| brief.is_concerned_with(&removal.owner));
    removals
}

/// What stands of the site in the place of files that could not be made, where that may tell what is not shown any more.
pub(super) fn unmade_of_site(
    brief: &Brief<'_>,
    keeper: &Keeper,
    lessened: &Lessened,
    site: &[Made],
) -> Vec<Removal> {
    let known = keeper.known(&Owner::Site);
    let unmade = site.iter().flat_map(|made| &made.unmade);
    let before = unmade.filter_map(|name| known.output(name));
    let removals = before.map(|output| Removal {
        owner: Owner::Site,
        output: output.clone(),
        must_go: is_indiscreet(brief, &output.made_from),
    });
    removals
        .filter(|removal| removal.must_go || lessened.reaches_site())
        .collect()
}

/// How many records have files in an output folder that are as an earlier build made them.
#[must_use]
pub fn records_left(output: PathBuf) -> usize {
    let folder = OutputFolder::new(output);
    let keeper = Keeper::look(folder, None, false);
    let all = keeper.removals(&BTreeMap::new(), |_, _| true, |_| false);
    let left = all
        .iter()
        .filter(|one| matches!(one.owner, Owner::Record(_)));
    let left = left.filter(|one| one.path_if_ours(keeper.folder(), false).is_some());
    left.map(|one| &one.owner).collect::<BTreeSet<_>>().len()
}

impl Archive {
    /// Whether an output folder was made of records of which some have changed since, or are gone.
    #[must_use]
    pub fn is_of_before(&self, output: PathBuf) -> bool {
        let keeper = Keeper::look(OutputFolder::new(output), None, false);
        let records = self.records.iter();
        let records: BTreeMap<&str, &RecordFile> =
            records.map(|record| (&*record.address, record)).collect();
        let owners: BTreeSet<&Owner> = keeper.all_outputs().map(|(owner, _)| owner).collect();
        owners.into_iter().any(|owner| {
            let Owner::Record(address) = owner else {
                return false;
            };
            let record = records.get(&**address);
            let note = keeper.note_of(owner).and_then(Note::of_record);
            let is_same = record.zip(note).is_some_and(|(record, note)| {
                let seen = note.seen;
                seen.still_is(&record.path) || Hash::of_file(&record.path).ok() == Some(seen.hash)
            });
            !is_same
        })
    }
}

/// What tells whether a file that an earlier build made may tell what is not shown any more.
struct Before<'a> {
    brief: &'a Brief<'a>,
    keeper: &'a Keeper,
    lessened: &'a Lessened,
    /// What is to be done with each record.
    tasks: BTreeMap<&'a Owner, &'a Task<'a>>,
    /// The records of which the edition leaves something out.
    lesser: BTreeSet<&'a Owner>,
    /// Those of them that are sound and not made now.
    unmade: BTreeMap<&'a Owner, &'a Account>,
    /// The records that have faults, and of which nothing of before stands.
    withheld: BTreeSet<&'a Owner>,
    /// The files of the site, by name.
    of_site: BTreeSet<&'a str>,
}

impl Before<'_> {
    /// Whether a file of before stays as it is, of an owner of which nothing is made.
    fn may_stand(&self, owner: &Owner, output: &Output) -> bool {
        let tells_hidden = |account: &&Account| tells_more(self.brief, account, output);
        let is_reached = || {
            let task = self.tasks.get(owner);
            self.withheld.contains(owner) || task.is_some_and(|task| self.is_reached(task, output))
        };
        let goes = is_indiscreet(self.brief, &output.made_from)
            || self.unmade.get(owner).is_some_and(tells_hidden)
            || (output.kind != OutputKind::Annex && is_reached())
            || (self.is_of_site_before(owner, output)
                && !self.of_site.contains(output.name.as_str()));
        !goes
    }

    /// The files of a record that was made, by name: those of before that stand in the place of one that could not be made only if they
    /// tell nothing more.
    fn names<'t>(&self, task: &'t Task<'_>, made: Option<&Made>) -> BTreeSet<&'t str> {
        let unmade = made.map_or(&[][..], |made| &made.unmade);
        let is_unmade = |name: &str| unmade.iter().any(|one| one == name);
        let names = task.outputs.iter().map(|output| output.name.as_str());
        names
            .filter(|name| !is_unmade(name) || self.may_stand_unmade(task, name))
            .collect()
    }

    fn may_stand_unmade(&self, task: &Task<'_>, name: &str) -> bool {
        let known = self.keeper.known(task.owner);
        known.output(name).is_none_or(|output| {
            let is_lesser = self.lesser.contains(task.owner);
            let goes = is_indiscreet(self.brief, &output.made_from)
                || (is_lesser && tells_more(self.brief, task.content, output))
                || self.is_reached(task, output);
            !goes
        })
    }

    /// Whether a file that nobody wants goes. What is not asked for stays, unless it was made when more was shown than now, or a record as
    /// it is has no such file: nobody signs for a meeting that is not held.
    fn is_asked_for(&self, owner: &Owner, output: &Output) -> bool {
        let tells_more = |task: &Task<'_>| {
            let is_lesser = self.lesser.contains(owner);
            (is_lesser && is_of_before(self.brief, task, output)) || self.is_reached(task, output)
        };
        self.brief.options.asks_for(output.kind)
            || self.is_of_site_before(owner, output)
            || self
                .tasks
                .get(owner)
                .is_some_and(|task| tells_more(task) || !task.content.has(output.kind))
    }

    /// Whether a file was made of a record before another one, or this one, came to show less.
    fn is_reached(&self, task: &Task<'_>, output: &Output) -> bool {
        self.lessened.reaches(self.keeper, task) && is_of_before(self.brief, task, output)
    }

    /// Whether a file shows all meetings as they were before one of them came to show less, if it was not made since.
    fn is_of_site_before(&self, owner: &Owner, output: &Output) -> bool {
        *owner == Owner::Site && output.kind == OutputKind::Site && self.lessened.reaches_site()
    }
}

/// Whether a file was made of a record when that showed something else.
fn is_of_before(brief: &Brief<'_>, task: &Task<'_>, output: &Output) -> bool {
    let source = task.content.source();
    let around = &task.surroundings;
    output.made_from != brief.base.fingerprint(output.kind, source, around)
}

fn task_of_each<'a>(shown: &[Shown<'a>]) -> BTreeMap<&'a Owner, &'a Task<'a>> {
    let tasks = shown.iter().filter_map(|one| one.task);
    tasks.map(|task| (task.owner, task)).collect()
}

fn lesser<'a>(observed: &'a [Observed<'_>]) -> BTreeSet<&'a Owner> {
    let lesser = observed.iter().filter(|one| one.is_lesser());
    lesser.map(|one| &one.owner).collect()
}

fn withheld<'a>(observed: &'a [Observed<'_>]) -> BTreeSet<&'a Owner> {
    let withheld = observed.iter().filter(|one| is_withheld(one));
    withheld.map(|one| &one.owner).collect()
}

/// The sound records of which the edition leaves something out, and that are not made now: not asked for, or not to be made.
fn unmade_lesser<'a>(
    observed: &'a [Observed<'_>],
    shown: &[Shown<'_>],
    made: &[Made],
) -> BTreeMap<&'a Owner, &'a Account> {
    let tasks = shown.iter().filter_map(|one| one.task).enumerate();
    let made = tasks.filter(|(index, _)| made.get(*index).is_none_or(|made| made.is_made));
    let made: BTreeSet<&Owner> = made.map(|(_, task)| task.owner).collect();
    let lesser = observed.iter().filter(|one| one.is_lesser());
    lesser
        .filter(|one| !made.contains(&one.owner))
        .filter_map(|one| Some((&one.owner, one.sound()?)))
        .collect()
}

/// Whether a file was made of that record when it may have shown more.
fn tells_more(brief: &Brief<'_>, account: &Account, output: &Output) -> bool {
    match output.kind {
        OutputKind::Annex => {
            let mut annexes = account.note.annexes.iter();
            !annexes.any(|annex| annex_file_name(&annex.name) == output.name)
        }
        _ => output.made_from.source != brief.base.of_source(account.source()).source,
    }
}
