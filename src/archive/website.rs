//! The site around the minutes, kept in step like them.
//!
//! It is made of a summary of each meeting, which is kept from build to build: so a changed record is the only one that is
//! read. A page whose content is as before is not even rendered.

use jiff::civil::Date;
use rayon::prelude::*;

use super::build::BuildOptions;
use super::fingerprint::{Base, Fingerprint};
use super::make::{Knowledge, Made};
use super::read_record;
use super::schedule::{Planner, Task};
use super::shared::Shared;
use super::store::{Hash, OutputKind, Summaries};
use crate::files::FileError;
use crate::minutes::Minutes;
use crate::site;

/// All meetings, as the site shows them.
pub(super) struct Website {
    /// By day.
    meetings: Vec<site::Summary>,
    /// What each of these was made from.
    made_from: Vec<Fingerprint>,
    /// The day on which an action is late or not.
    today: Date,
    /// What tells all that it is made of from what it was made of before.
    state: Hash,
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

impl Website {
    /// Gathers the summaries: of what was just made, of the builds before, else of the record. `made` is what became of each
    /// task, `known` what the last build kept.
    pub(super) fn gather(
        planner: &Planner<'_>,
        tasks: &[Task<'_>],
        made: &mut [Made],
        mut known: Summaries,
        state: Hash,
    ) -> Self {
        let mut found: Vec<Option<site::Summary>> = Vec::with_capacity(tasks.len());
        for (index, task) in tasks.iter().enumerate() {
            let fresh = made.get_mut(index).and_then(|made| made.summary.take());
            let known = known.remove(task.address());
            let known =
                known.filter(|(made_from, _)| *made_from == planner.summary_made_from(task));
            found.push(fresh.or(known.map(|(_, summary)| summary)));
        }
        // What could not be made is shown as long as its page of before stands.
        let is_shown = |index: usize, task: &Task<'_>| {
            let made = made.get(index);
            task.known.is_some()
                || made.is_none_or(|made| !matches!(made.knowledge, Knowledge::Nothing))
        };
        let meetings = found.into_par_iter().zip(tasks).enumerate();
        let meetings = meetings.filter(|(index, (_, task))| is_shown(*index, task));
        let meetings = meetings.filter_map(|(_, (found, task))| {
            let summary = found.or_else(|| read(planner, task))?;
            Some((planner.summary_made_from(task), summary))
        });
        let (made_from, meetings): (Vec<Fingerprint>, Vec<site::Summary>) = meetings.unzip();
        let latest = meetings.last().map(|meeting| meeting.date);
        Self {
            today: planner.options.today.or(latest).unwrap_or_default(),
            meetings,
            made_from,
            state,
        }
    }

    /// The summaries with what they were made from, to be kept for the next build.
    pub(super) fn summaries(&self) -> impl Iterator<Item = (&Fingerprint, &site::Summary)> {
        self.made_from.iter().zip(&self.meetings)
    }

    /// What is to be done with each of its files.
    pub(super) fn plan<'a>(&'a self, planner: &Planner<'a>) -> Result<Vec<Shared<'a>>, FileError> {
        let project = planner.project;
        let pages = site::pages(
            &project.config,
            &project.templates,
            &self.meetings,
            self.today,
        );
        let planned = pages.into_par_iter().map(|page| {
            let content = page.content();
            let content = content.map_or(self.state, |content| Hash::of(&content));
            let made_from = planner.base.of_site(content);
            let planned = planner.planned("", OutputKind::Site, page.path.clone(), made_from)?;
            Ok(Shared::of_page(planned, page))
        });
        planned.collect()
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
        let stand = planned.into_iter().map(Shared::standing);
        Ok(stand.collect())
    }
}

fn read(planner: &Planner<'_>, task: &Task<'_>) -> Option<site::Summary> {
    let sound = read_record(planner.project, task.record).ok()?;
    let minutes = Minutes::new(&sound.meeting, &planner.project.config, &task.surroundings);
    Some(site::Summary::new(&sound.meeting, &minutes, task.address()))
}
