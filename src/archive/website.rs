//! The site around the minutes, kept in step like them.
//!
//! It is made of a summary of each meeting, which is kept from build to build: so a changed record is the only one that is
//! read. A page whose content is as before is not even rendered.

use jiff::civil::Date;
use rayon::prelude::*;

use super::build::BuildOptions;
use super::fingerprint::Base;
use super::make::{Knowledge, Made};
use super::read_record;
use super::schedule::{Planner, Task};
use super::shared::Shared;
use super::store::{Hash, KeptSummary, OutputKind, Summaries};
use crate::files::FileError;
use crate::minutes::Minutes;
use crate::site;

/// All meetings, as the site shows them.
pub(super) struct Website {
    /// By day.
    meetings: Vec<site::Summary>,
    /// The day on which an action is late or not.
    today: Date,
    /// What tells all that it is made of from what it was made of before.
    pub(super) state: Hash,
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
    /// task; what is new is noted in `kept`.
    pub(super) fn gather(
        planner: &Planner<'_>,
        tasks: &[Task<'_>],
        made: &mut [Made],
        kept: &mut Summaries,
        state: Hash,
    ) -> Self {
        let fresh = made.iter_mut().map(|made| {
            let is_there = !matches!(made.knowledge, Knowledge::Nothing);
            (is_there, made.summary.take())
        });
        let mut fresh: Vec<(bool, Option<site::Summary>)> = fresh.collect();
        fresh.resize(tasks.len(), (true, None));
        let known = std::mem::take(kept);
        let gathered = tasks
            .par_iter()
            .zip(fresh)
            .map(|(task, (is_there, fresh))| {
                // What could not be made is shown as long as its page of before stands.
                if !is_there && task.known.is_none() {
                    return None;
                }
                let made_from = planner.base.without_templates(task.content.seen.hash);
                let known = known.get(task.address());
                let known = known.filter(|known| known.made_from == made_from);
                let summary = fresh
                    .or_else(|| known.map(|known| known.summary.clone()))
                    .or_else(|| read(planner, task))?;
                Some(KeptSummary { made_from, summary })
            });
        let gathered: Vec<KeptSummary> = gathered.flatten_iter().collect();
        let meetings: Vec<site::Summary> = gathered.iter().map(|one| one.summary.clone()).collect();
        let addressed = gathered.into_iter();
        *kept = addressed
            .map(|one| (one.summary.address.clone(), one))
            .collect();
        let latest = meetings.last().map(|meeting| meeting.date);
        Self {
            today: planner.options.today.or(latest).unwrap_or_default(),
            meetings,
            state,
        }
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
            let template = page.template();
            Ok(Shared::new(planned, template, move || page.render()))
        });
        planned.collect()
    }
}

impl<'a> Planner<'a> {
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
