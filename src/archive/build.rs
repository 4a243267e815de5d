//! Keeping the outputs in step with the records: look, plan, make, remove, on all cores.
//!
//! Nothing is held of a record while others are made but its entry in the manifest. A broken record, or one that makes the
//! program fail, costs that record alone.

use std::fmt;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use jiff::civil::Date;
use rayon::prelude::*;

use super::fingerprint::Base;
use super::keep::unwritten;
use super::make::{Made, Maker};
use super::observe::observe;
use super::outcome::Outcome;
use super::outputs::Format;
use super::removal::{Removed, removals};
use super::schedule::{Planner, Task, schedule};
use super::store::{Hash, Store, StoreError};
use super::watch::{Rendering, Watch};
use super::website::{self, Website};
use super::{Archive, Partition, Place, Project, RecordFile};
use crate::files::{self, FileError};

/// How to build.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Where the pages go.
    pub output: PathBuf,
    /// What each record is made into.
    pub formats: Vec<Format>,
    /// Make even what is fresh, and what was made or changed by hand.
    pub force: bool,
    /// Write nothing, say what would be written.
    pub dry_run: bool,
    /// The day on which an action is late or not; that of the latest meeting without.
    pub today: Option<Date>,
    /// The share of the archive to make.
    pub partition: Option<Partition>,
    /// Who builds, as another build that is kept out is told.
    pub holder: String,
    /// How long a template may take with one record.
    pub patience: Duration,
}

/// Follows a build while it runs, from any thread.
pub trait Follower: Sync {
    /// So many records are to be made.
    fn planned(&self, records: usize);
    /// One more is done.
    fn done(&self);
    /// A template takes longer than [`BuildOptions::patience`]. It cannot be stopped: whoever is told ends the program, or the
    /// build never returns. What was finished stands.
    fn stuck(&self, rendering: &Rendering);
}

/// Why a build stopped.
#[derive(Debug)]
pub enum BuildError {
    /// Another build has the output folder; what it says of itself.
    Busy(String),
    /// A file that cannot be written: the disk is full, or the folder is protected. Files already made are whole.
    Disk(FileError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => write!(formatter, "{error}"),
            Self::Busy(holder) => write!(
                formatter,
                "une autre construction écrit dans ce dossier ({holder}) : attendez qu’elle finisse, puis relancez"
            ),
        }
    }
}

impl std::error::Error for BuildError {}

impl From<FileError> for BuildError {
    fn from(error: FileError) -> Self {
        Self::Disk(error)
    }
}

impl From<StoreError> for BuildError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy(holder) => Self::Busy(holder),
            StoreError::Disk(error) => Self::Disk(error),
        }
    }
}

impl Archive {
    /// Makes the outputs of the records that `selected` accepts, as far as they are stale; the others are looked at for their
    /// neighbours' sake.
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
        let place = Place {
            output: options.output.clone(),
        };
        let mut store = match options.dry_run {
            true => Store::look(&place, options.partition),
            false => Store::open(&place, options.partition, &options.holder)?,
        };
        let base = Base::of(project);
        let observed = observe(project, &self.records, &store, base.program);
        let is_chosen = |record: &RecordFile| {
            let share = options.partition;
            share.is_none_or(|share| share.holds(&record.address)) && selected(record)
        };
        let mut outcome = Outcome::default();
        for one in observed.iter().filter(|one| is_chosen(one.record)) {
            if let Err(report) = &one.content {
                outcome.refuse((**report).clone());
            }
        }
        let planner = Planner {
            project,
            options,
            store: &store,
            shared: store.shared(),
            place: &place,
            base: &base,
        };
        let tasks = schedule(&planner, &observed, &is_chosen)?;
        let is_whole =
            self.is_complete && options.partition.is_none() && self.records.iter().all(selected);
        let state = website::state(&base, options, &tasks);
        let state = (is_whole && options.makes_pages() && !tasks.is_empty()).then_some(state);
        let standing = match state {
            Some(state) => planner.standing_site(state)?,
            None => None,
        };
        let watch = Watch::default();
        let maker = Maker {
            project,
            options,
            store: &store,
            place: &place,
            watch: &watch,
            program: base.program,
        };
        let mut made = match options.dry_run {
            true => Vec::new(),
            false => make_all(&maker, &tasks, follower)?,
        };
        // Gathered anew only if something of it has changed.
        let website = state
            .filter(|_| standing.is_none())
            .map(|state| Website::gather(&planner, &tasks, &mut made, store.summaries(), state));
        let mut shared = planner.dress(!tasks.is_empty())?;
        shared.extend(standing.into_iter().flatten());
        let mut state = state;
        if let Some(website) = &website {
            let plan = website.plan(&planner)?;
            // What a plan lacks stands as it is, and is looked at again by the next build.
            state = state.map(|state| match plan.faults.is_empty() {
                true => state,
                false => Hash::default(),
            });
            shared.extend(plan.files);
            plan.faults
                .into_iter()
                .for_each(|fault| outcome.tell(fault));
        }
        let is_site_planned = state != Some(Hash::default());
        let removals = match is_whole && is_site_planned {
            true => removals(self, options, &store.entries, &tasks, &shared),
            false => Vec::new(),
        };
        if options.dry_run {
            tasks.iter().for_each(|task| outcome.announce(task, &place));
            outcome.announce_outputs("", shared.iter().map(|shared| &shared.planned), &place);
            for removal in &removals {
                outcome.removed.extend(removal.path_if_ours(&place));
            }
            return Ok(outcome);
        }
        let mut changed = Vec::new();
        for (task, made) in tasks.iter().zip(made) {
            let entry = outcome.accept(task.address(), made, &place);
            changed.extend(entry.map(|entry| (task.address().to_owned(), entry)));
        }
        let made = watched(&maker, follower, || maker.shared(&shared, state))?;
        let entry = outcome.note("", made, &place);
        changed.extend(entry.map(|entry| (String::new(), entry)));
        if let Some(website) = &website {
            store.keep_summaries(website.summaries(&planner))?;
        }
        drop(shared);
        let is_changed = !changed.is_empty() || !removals.is_empty();
        store.entries.extend(changed);
        for removal in &removals {
            match removal.remove(&place) {
                Ok(Removed::Ours(path)) => outcome.removed.push(path),
                Ok(Removed::Foreign(path)) => outcome.left_alone.push(path),
                Ok(Removed::Gone) => {}
                Err(error) if error.is_of_disk() => return Err(error.into()),
                Err(error) => {
                    outcome.tell(unwritten(&removal.name(), &error));
                    removal.try_again(&mut store.entries);
                    continue;
                }
            }
            removal.forget(&mut store.entries);
        }
        if !store.trusts_stamps && options.partition.is_none() {
            files::remove_temporary_files(&options.output);
        }
        if is_changed || store.is_disordered() {
            store.close()?;
        }
        Ok(outcome)
    }
}

/// Makes all records, on all cores.
fn make_all(
    maker: &Maker<'_>,
    tasks: &[Task<'_>],
    follower: &dyn Follower,
) -> Result<Vec<Made>, FileError> {
    follower.planned(tasks.iter().filter(|task| task.has_work()).count());
    watched(maker, follower, || {
        let made = tasks.par_iter().map(|task| {
            let made = maker.record(task);
            if task.has_work() {
                follower.done();
            }
            made
        });
        made.collect()
    })
}

/// Works while the templates are watched.
fn watched<T>(maker: &Maker<'_>, follower: &dyn Follower, work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        let ending = maker.watch.until_dropped();
        scope.spawn(|| {
            let tell = |rendering: &Rendering| follower.stuck(rendering);
            maker.watch.until_end(maker.options.patience, tell);
        });
        let done = work();
        drop(ending);
        done
    })
}
