//! Keeping the outputs in step with the records: look, list what there is to make, make it, take away what is not wanted, note.
//!
//! Nothing is held of a record while others are made but what is known of it. A broken record, or one that makes the
//! program fail, costs that record alone.

use std::collections::BTreeSet;

use super::batches::{batches, keep_batch};
use super::brief::Brief;
use super::build_error::BuildError;
use super::discover::{Archive, RecordFile};
use super::indiscreet::{forget_before, tell_left, unmade_and_indiscreet};
use super::lessened::{Lessened, Looked, shows_less, withhold};
use super::lesser::{leave_out, unseen};
use super::note::{Keeper, Note, SiteNote};
use super::observe::{Observed, observe};
use super::options::{BuildOptions, Follower};
use super::outcome::Outcome;
use super::page_files::page_files;
use super::project::Project;
use super::records::{Task, tasks};
use super::retouch::{Retouched, retouch};
use super::series::{Meeting, Series};
use super::settled::{as_left, asked, asked_beside};
use super::shown::shown;
use super::standing::is_indiscreet;
use super::unwanted::{removals, unmade_of_site};
use super::website::{keep_site, ready_and_gathered, site_state};
use super::work::{Job, Made, do_all, has_work};
use crate::files::FileError;
use crate::keeper::{Hash, OutputFolder, Owner, Removal, Removed};

impl Archive {
    /// Makes the outputs of the records that `selected` accepts, as far as they are stale; the others are looked at for their
    /// neighbours' sake. Where any shows less than it did, all are made: pages around it would go on showing it.
    ///
    /// # Errors
    /// Another build is running, or the disk refuses a file.
    pub fn build(
        &self,
        project: &Project,
        options: &BuildOptions,
        selected: &(dyn Fn(&RecordFile) -> bool + Sync),
        follower: &dyn Follower,
    ) -> Result<Outcome, BuildError> {
        let outcome = match self.build_selected(project, options, selected, follower)? {
            None => self.build_selected(project, options, &|_| true, follower)?,
            outcome => outcome,
        };
        Ok(outcome.unwrap_or_default())
    }

    /// The same; nothing is made, and there is no outcome, where a part of the archive was asked for and all must be made.
    fn build_selected(
        &self,
        project: &Project,
        options: &BuildOptions,
        selected: &(dyn Fn(&RecordFile) -> bool + Sync),
        follower: &dyn Follower,
    ) -> Result<Option<Outcome>, BuildError> {
        let is_chosen = |record: &RecordFile| options.is_of_share(record) && selected(record);
        let is_all = options.partition.is_none() && self.records.iter().all(selected);
        let is_whole = self.is_complete && is_all;
        let brief = Brief::new(project, options, is_whole);
        let mut keeper = open(options)?;
        let asked = asked(&brief, self);
        if let Some(little) = little_to_do(&brief, &keeper, self, asked, follower)? {
            return Ok(Some(little.end(keeper, asked)?));
        }
        let looked = look(&brief, &keeper, self, &is_chosen);
        let series = Series::of(&brief, &keeper, &looked.observed);
        let mut outcome = refused(&looked, &is_chosen);
        let tasks = tasks(&brief, &keeper, &series.meetings, &is_chosen)?;
        if !is_all && must_make_all(&brief, &keeper, &looked, &tasks) {
            return Ok(None);
        }
        let mut made = make_records(&brief, &keeper, &tasks, follower)?;

        let shown = shown(&series.meetings, &tasks, &is_chosen);
        let state = site_state(&brief, &shown);
        let (ready, website) =
            ready_and_gathered(&brief, &keeper, state, &shown, &series.ledger, &mut made)?;
        let mut plan = page_files(&brief, &keeper, &shown)?;
        if let Some(website) = &website {
            plan.add(website.plan(&brief, &keeper)?);
        }
        plan.add(ready);
        let mut removals = removals(&brief, &keeper, &looked, &shown, &made, &plan);
        let is_planned = plan.faults.is_empty() && plan.lost.is_empty();
        if brief.has_site() {
            outcome.tell_standing(looked.observed.iter(), &plan.lost);
        }
        outcome.report_all(std::mem::take(&mut plan.faults));
        outcome.is_site_left = is_all && !is_whole && options.makes_pages();
        if options.dry_run {
            outcome.foresee(&brief, &keeper, &tasks, &plan.files, &removals);
            return Ok(Some(outcome));
        }

        let site = plan.make(&brief, &keeper, follower)?;
        let lessened = &looked.lessened;
        removals.extend(unmade_of_site(&brief, &keeper, lessened, &site));
        keep_site(&brief, &keeper, website, &shown, lessened, &mut made)?;
        note_records(&brief, &mut keeper, &mut outcome, &looked, tasks, made);
        let made_of = MadeOf::of(&brief, state, is_planned);
        let asked = asked.and_then(|asked| Some(asked_beside(asked, &unseen(&looked.hidden)?)));
        note_site(&mut keeper, &mut outcome, made_of, asked, site);
        remove_all(&brief, &mut keeper, &mut outcome, &removals)?;
        tell_left(&brief, &mut keeper, &looked, &mut outcome)?;
        forget_hidden(&brief, &mut keeper, &series.meetings, &looked, &is_chosen)?;
        keeper.close()?;
        Ok(Some(outcome))
    }
}

/// What was done where little or nothing was to be.
enum Little {
    Nothing(Outcome),
    Retouched(Retouched),
}

/// Does what there is to do, if that is little; else nothing.
fn little_to_do(
    brief: &Brief<'_>,
    keeper: &Keeper,
    archive: &Archive,
    asked: Option<Hash>,
    follower: &dyn Follower,
) -> Result<Option<Little>, FileError> {
    let Some(left) = as_left(brief, keeper, archive, asked) else {
        return Ok(None);
    };
    if let Some(outcome) = left.nothing_to_do() {
        follower.planned(0);
        return Ok(Some(Little::Nothing(outcome)));
    }
    Ok(retouch(brief, keeper, &left, follower)?.map(Little::Retouched))
}

impl Little {
    /// Notes what became of it.
    fn end(self, mut keeper: Keeper, asked: Option<Hash>) -> Result<Outcome, FileError> {
        let Retouched {
            records,
            site,
            standing: (records_standing, files_standing),
        } = match self {
            Self::Nothing(outcome) => return Ok(outcome),
            Self::Retouched(retouched) => retouched,
        };
        let mut outcome = Outcome::of_nothing_to_do(records_standing, files_standing);
        outcome.report_all(site.faults);
        for (owner, note, made) in records {
            outcome.count_record(made.is_made);
            let is_made = made.is_made;
            let outputs = outcome.accept(&owner, made, keeper.folder());
            if is_made {
                keeper.note(&owner, note, outputs);
            }
        }
        let made_of = site.state.map_or(MadeOf::Unknown, MadeOf::Just);
        note_site(&mut keeper, &mut outcome, made_of, asked, site.made);
        remove(&mut keeper, &mut outcome, &site.removals)?;
        // What the records said is as it was: the manifest remembers none of it for longer than it was said.
        keeper.close_briefly()?;
        Ok(outcome)
    }
}

/// Whether a record, chosen or not, is shown no more, or shows less than when it was made, or what was made tells more of persons than is
/// published now: it stands in the pages around all of them, and in what is kept for these.
fn must_make_all(
    brief: &Brief<'_>,
    keeper: &Keeper,
    looked: &Looked<'_>,
    tasks: &[Task<'_>],
) -> bool {
    if brief.options.partition.is_some() {
        return false;
    }
    let is_new = |one: &Observed<'_>| keeper.known(&one.owner).note().is_some();
    let Looked {
        observed, hidden, ..
    } = looked;
    let edition = brief.project.config.edition;
    let shows_less = |one: &Observed<'_>| shows_less(keeper, one, edition);
    let is_lesser = |owner: &Owner| {
        let mut observed = observed.iter();
        observed.any(|one| one.owner == *owner && one.is_lesser())
    };
    let mut made = tasks.iter().filter(|task| has_work(*task));
    let mut outputs = keeper.all_outputs();
    (looked.is_complete && may_be_renamed(keeper, looked))
        || hidden.iter().any(is_new)
        || observed.iter().any(shows_less)
        || made.any(|task| is_lesser(task.owner))
        || outputs.any(|(_, output)| is_indiscreet(brief, &output.made_from))
}

/// Whether a record of which something is left out is new while another one is gone: it may be that one, whose files show all of it.
fn may_be_renamed(keeper: &Keeper, looked: &Looked<'_>) -> bool {
    let all = || looked.observed.iter().chain(&looked.hidden);
    let is_new = |one: &Observed<'_>| keeper.known(&one.owner).note().is_none();
    let is_lesser = |one: &Observed<'_>| one.left_out.as_ref().is_some_and(|one| one.is_any);
    if !all().any(|one| is_lesser(one) && is_new(one)) {
        return false;
    }
    let present: BTreeSet<&Owner> = all().map(|one| &one.owner).collect();
    let is_gone = |owner: &Owner| *owner != Owner::Site && !present.contains(owner);
    keeper.all_outputs().any(|(owner, _)| is_gone(owner))
}

/// Looks at all records, of which those that `is_chosen` accepts are to be made.
fn look<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    archive: &'a Archive,
    is_chosen: &(dyn Fn(&RecordFile) -> bool + Sync),
) -> Looked<'a> {
    let mut observed = observe(brief, keeper, &archive.records, is_chosen);
    let hidden = leave_out(&mut observed, brief.project.config.edition);
    withhold(brief, keeper, &mut observed, &hidden, is_chosen);
    let lessened = Lessened::of(brief, keeper, &observed, &hidden, is_chosen);
    Looked {
        observed,
        hidden,
        lessened,
        is_complete: archive.is_complete,
    }
}

/// What the build has come to before anything is made: of those that are chosen, the records that have faults.
fn refused(looked: &Looked<'_>, is_chosen: &dyn Fn(&RecordFile) -> bool) -> Outcome {
    let mut outcome = Outcome::default();
    outcome.hidden_records = looked.hidden.len();
    let observed = looked.observed.iter();
    outcome.refuse(observed.filter(|one| is_chosen(one.record)));
    outcome
}

/// What the site is noted to be made of.
enum MadeOf {
    /// The same as before: only a part of the archive was built.
    AsBefore,
    /// Nothing that is known: it has nothing to show, or lacks something, so that the next build looks at each file again.
    Unknown,
    /// What that tells.
    Just(Hash),
}

impl MadeOf {
    fn of(brief: &Brief<'_>, state: Option<Hash>, is_planned: bool) -> Self {
        match state {
            Some(state) if is_planned => Self::Just(state),
            None if !brief.has_site() => Self::AsBefore,
            Some(_) | None => Self::Unknown,
        }
    }
}

fn open(options: &BuildOptions) -> Result<Keeper, BuildError> {
    let folder = OutputFolder::new(options.output.clone());
    let share = options.partition;
    Ok(match options.dry_run {
        true => Keeper::look(folder, share, options.force),
        false => Keeper::open(folder, share, options.force, &options.holder)?,
    })
}

/// Makes the files of all records, but for a dry run.
fn make_records(
    brief: &Brief<'_>,
    keeper: &Keeper,
    tasks: &[Task<'_>],
    follower: &dyn Follower,
) -> Result<Vec<Made>, FileError> {
    if brief.options.dry_run {
        return Ok(Vec::new());
    }
    follower.planned(tasks.iter().filter(|task| has_work(*task)).count());
    let mut made = Vec::with_capacity(tasks.len());
    let mut batches = batches(tasks).into_iter().peekable();
    while let Some(batch) = batches.next() {
        let mut of_batch = do_all(brief, keeper, batch, follower, || follower.done())?;
        if batches.peek().is_some() {
            keep_batch(brief, keeper, batch, &mut of_batch)?;
        }
        made.extend(of_batch);
    }
    Ok(made)
}

/// Notes what became of each record. Of one that could not be made, what was known before still holds, but for what is not to be told
/// any more.
fn note_records(
    brief: &Brief<'_>,
    keeper: &mut Keeper,
    outcome: &mut Outcome,
    looked: &Looked<'_>,
    tasks: Vec<Task<'_>>,
    made: Vec<Made>,
) {
    let told = unmade_and_indiscreet(brief, keeper, looked, &tasks, &made);
    // What was to be done goes while what was done is noted, so that the one has the room of the other.
    for (task, made) in tasks.into_iter().zip(made) {
        outcome.count_record(made.is_made);
        let is_made = made.is_made;
        let outputs = outcome.accept(task.owner, made, keeper.folder());
        if is_made {
            keeper.note(task.owner, task.note(), outputs);
        }
    }
    for owner in &told {
        keeper.note(owner, None, Vec::new());
    }
}

/// Of what the edition does not show nothing is remembered.
fn forget_hidden(
    brief: &Brief<'_>,
    keeper: &mut Keeper,
    meetings: &[Meeting<'_>],
    looked: &Looked<'_>,
    is_chosen: &dyn Fn(&RecordFile) -> bool,
) -> Result<(), FileError> {
    let hidden = looked.hidden.iter();
    for one in hidden.filter(|one| is_chosen(one.record)) {
        keeper.forget_owner(&one.owner);
    }
    forget_before(brief, keeper, meetings, looked)
}

/// Notes what became of the files of the site, which is made of that if all of them could be made. `asked` is what the build was asked, if it is of the whole archive.
fn note_site(
    keeper: &mut Keeper,
    outcome: &mut Outcome,
    made_of: MadeOf,
    asked: Option<Hash>,
    made: Vec<Made>,
) {
    let is_all = made.iter().all(Made::is_whole);
    let known = keeper.known(&Owner::Site).note().and_then(Note::of_site);
    let made_of = match made_of {
        MadeOf::AsBefore => known.and_then(|known| known.made_of),
        MadeOf::Just(state) if is_all => Some(state),
        MadeOf::Just(_) | MadeOf::Unknown => None,
    };
    let mut outputs = Vec::new();
    for made in made {
        outputs.extend(outcome.accept(&Owner::Site, made, keeper.folder()));
    }
    let note = SiteNote {
        made_of,
        settled: asked.filter(|_| outcome.is_clean()),
    };
    let is_nothing = note == SiteNote::default();
    let note = (!is_nothing).then_some(Note::Site(note));
    keeper.note(&Owner::Site, note, outputs);
}

/// Takes away what is not wanted any more. Of a site that loses files and is not made, it is not known any more what it is made of.
fn remove_all(
    brief: &Brief<'_>,
    keeper: &mut Keeper,
    outcome: &mut Outcome,
    removals: &[Removal],
) -> Result<(), FileError> {
    remove(keeper, outcome, removals)?;
    if !brief.has_site() && removals.iter().any(|one| one.owner == Owner::Site) {
        keeper.doubt(&Owner::Site);
    }
    Ok(())
}

/// Takes away what is not wanted any more.
fn remove(
    keeper: &mut Keeper,
    outcome: &mut Outcome,
    removals: &[Removal],
) -> Result<(), FileError> {
    for removal in removals {
        let removed = keeper.remove(removal)?;
        if matches!(removed, Removed::Refused(_)) {
            // The next build tries again, though all else may stand as this one leaves it.
            keeper.doubt(&Owner::Site);
        }
        outcome.note_removed(removal, removed);
    }
    Ok(())
}
