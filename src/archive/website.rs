//! The site around the minutes, kept in step like them.
//!
//! It is made of a summary of each meeting, which is kept from build to build: so a changed record is the only one that is
//! read. A page whose content is as before is not even rendered.

use jiff::civil::Date;
use rayon::prelude::*;

use super::build::BuildOptions;
use super::fingerprint::{Base, Fingerprint};
use super::guard::{Step, guarded};
use super::make::{Knowledge, Made};
use super::read_record;
use super::schedule::{Planner, Task};
use super::shared::Shared;
use super::store::{Hash, OutputKind, Summaries};
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::minutes::Minutes;
use crate::site::{self, SitePage};

/// The meetings that the site shows.
pub(super) struct Website<'a> {
    /// What each was made from, by day.
    tasks: Vec<&'a Task<'a>>,
    /// The same, as the site shows them.
    meetings: Vec<site::Summary>,
    /// The day on which an action is late or not.
    today: Date,
    /// What tells all that it is made of from what it was made of before.
    state: Hash,
    /// Of meetings that it lacks.
    faults: Vec<Report>,
}

/// What is to be done with the files of the site.
#[derive(Default)]
pub(super) struct Plan<'a> {
    pub(super) files: Vec<Shared<'a>>,
    /// Of files, or of meetings in them, that the plan lacks.
    pub(super) faults: Vec<Report>,
}

impl<'a> Plan<'a> {
    pub(super) fn add(&mut self, other: Plan<'a>) {
        self.files.extend(other.files);
        self.faults.extend(other.faults);
    }
}

/// What the site is made of: the settings, the templates, each meeting, the day.
pub(super) fn state(base: &Base, options: &BuildOptions, tasks: &[Task<'_>]) -> Hash {
    let today = format!("{:?}", options.today);
    let base = format!("{:?}", base.of_site(Hash::default()));
    let meetings = tasks
        .iter()
        .flat_map(|task| [task.address().as_bytes(), task.content.seen.hash.bytes()]);
    let whole = [base.as_bytes(), today.as_bytes()];
    Hash::of_parts(whole.into_iter().chain(meetings))
}

impl<'t> Website<'t> {
    /// Gathers the summaries: of what was just made, of the builds before, else of the record. `made` is what became of each
    /// task, nothing in a dry run; `known` what the last build kept.
    pub(super) fn gather(
        planner: &Planner<'_>,
        tasks: &'t [Task<'t>],
        made: &mut [Made],
        mut known: Summaries,
        state: Hash,
    ) -> Self {
        let mut shown: Vec<(&Task<'_>, Option<site::Summary>)> = Vec::with_capacity(tasks.len());
        for (index, task) in tasks.iter().enumerate() {
            let made = made.get_mut(index);
            // What could not be made is shown as long as its page of before stands.
            let is_made = |made: &Made| !matches!(made.knowledge, Knowledge::Nothing);
            if task.known.is_none() && made.as_deref().is_some_and(|made| !is_made(made)) {
                continue;
            }
            let fresh = made.and_then(|made| made.summary.take());
            let known = known.remove(task.address());
            let known =
                known.filter(|(made_from, _)| *made_from == planner.summary_made_from(task));
            shown.push((task, fresh.or(known.map(|(_, summary)| summary))));
        }
        let shown = shown.into_par_iter().map(|(task, found)| {
            let summary = found.map_or_else(|| read(planner, task), Ok)?;
            Ok((task, summary))
        });
        let shown: Vec<Result<_, Box<Report>>> = shown.collect();
        let (mut tasks, mut meetings, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        for shown in shown {
            match shown {
                Ok((task, summary)) => {
                    tasks.push(task);
                    meetings.push(summary);
                }
                Err(report) => faults.push(*report),
            }
        }
        // A site that lacks a meeting is not what that state stands for: the next build makes it anew.
        let state = if faults.is_empty() {
            state
        } else {
            Hash::default()
        };
        let last_held = meetings.iter().rev().find(|meeting| meeting.is_held);
        let latest = last_held.or(meetings.last()).map(|meeting| meeting.date);
        Self {
            today: planner.options.today.or(latest).unwrap_or_default(),
            tasks,
            meetings,
            state,
            faults,
        }
    }

    /// The summaries with what they were made from, to be kept for the next build.
    pub(super) fn summaries(
        &self,
        planner: &Planner<'_>,
    ) -> impl Iterator<Item = (Fingerprint, &site::Summary)> {
        let made_from = self
            .tasks
            .iter()
            .map(|task| planner.summary_made_from(task));
        made_from.zip(&self.meetings)
    }

    /// What is to be done with each of its files, those of the search index included.
    pub(super) fn plan<'a>(&'a self, planner: &Planner<'a>) -> Result<Plan<'a>, FileError> {
        let mut plan = Plan {
            faults: self.faults.clone(),
            ..Plan::default()
        };
        let project = planner.project;
        let pages = guarded(Step::Plan, "index.html", || {
            let (config, templates) = (&project.config, &project.templates);
            Ok(site::pages(config, templates, &self.meetings, self.today))
        });
        let pages = pages.unwrap_or_else(|fault| {
            plan.faults.push(*fault);
            Vec::new()
        });
        let contents = pages.into_par_iter().map(|page| {
            let content = guarded(Step::Plan, &page.path, || Ok(page.content()))?;
            Ok((
                page,
                content.map_or(self.state, |content| Hash::of(&content)),
            ))
        });
        let contents: Vec<Result<(SitePage<'a>, Hash), Box<Report>>> = contents.collect();
        for content in contents {
            match content {
                Ok((page, content)) => {
                    let (kind, made_from) = (OutputKind::Site, planner.base.of_site(content));
                    let planned = planner.planned("", kind, page.path.clone(), made_from)?;
                    plan.files.push(Shared::of_page(planned, page));
                }
                Err(fault) => plan.faults.push(*fault),
            }
        }
        plan.add(planner.search_index(&self.tasks)?);
        Ok(plan)
    }
}

impl<'a> Planner<'a> {
    /// What the summary of a meeting is made from.
    fn summary_made_from(&self, task: &Task<'_>) -> Fingerprint {
        self.base.without_templates(task.content.seen.hash)
    }

    /// The files of the site as they stand, if they are made of just that and nobody touched them.
    pub(super) fn standing_site(&self, state: Hash) -> Result<Option<Vec<Shared<'a>>>, FileError> {
        let Some(known) = self.store.entries.get("") else {
            return Ok(None);
        };
        if self.options.force || known.record.hash != state {
            return Ok(None);
        }
        let of_site = known.outputs.iter();
        let of_site = of_site.filter(|output| output.kind == OutputKind::Site);
        let planned = of_site
            .map(|output| self.planned("", output.kind, output.name.clone(), output.made_from));
        let planned: Vec<_> = planned.collect::<Result<_, FileError>>()?;
        Ok(planned.into_iter().map(Shared::standing).collect())
    }
}

fn read(planner: &Planner<'_>, task: &Task<'_>) -> Result<site::Summary, Box<Report>> {
    task.record.guarded(Step::Gather, || {
        let sound = read_record(planner.project, task.record)?;
        let minutes = Minutes::new(&sound.meeting, &planner.project.config, &task.surroundings);
        Ok(site::Summary::new(&sound.meeting, &minutes, task.address()))
    })
}
