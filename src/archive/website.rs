//! The site around the minutes, kept in step like them.
//!
//! It is made of a summary of each meeting, which is kept from build to build: so a changed record is the only one that is
//! read. A page whose content is as before is not even rendered.

use jiff::civil::Date;
use rayon::prelude::*;

use super::brief::Brief;
use super::guard::{Step, guarded};
use super::note::{Keeper, Note};
use super::reading::read_record;
use super::records::Task;
use super::search::search_index;
use super::site_file::{SiteFile, SiteFiles};
use super::summaries;
use super::work::Made;
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::keeper::{Fingerprint, Hash, OutputKind, Owner};
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
    /// Of meetings that it lacks.
    faults: Vec<Report>,
}

/// What the site is made of; `None` where it is not built, or there is no meeting to show.
pub(super) fn site_state(brief: &Brief<'_>, tasks: &[Task<'_>]) -> Option<Hash> {
    (brief.has_site() && !tasks.is_empty()).then(|| state(brief, tasks))
}

/// What tells all that is made of these meetings: the settings, the templates, the day, each of them.
fn state<'a>(brief: &Brief<'_>, tasks: impl IntoIterator<Item = &'a Task<'a>>) -> Hash {
    let meetings: Vec<(&str, Hash)> = tasks.into_iter().map(Task::identity).collect();
    let of_all = brief.base.of_style_sheet();
    Hash::of_value(&(of_all, brief.options.today, meetings))
}

/// The files of the site as they stand, if they are made of just that and nobody touched them.
fn standing_site<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    state: Hash,
) -> Result<Option<Vec<SiteFile<'a>>>, FileError> {
    let known = keeper.known(&Owner::Site);
    let made_of = known.note().and_then(Note::of_site);
    if brief.options.force || made_of != Some(state) {
        return Ok(None);
    }
    let of_site = known.outputs().iter();
    let of_site = of_site.filter(|output| output.kind == OutputKind::Site);
    let planned =
        of_site.map(|output| known.plan(output.kind, output.name.clone(), output.made_from));
    let planned: Vec<_> = planned.collect::<Result<_, FileError>>()?;
    Ok(planned.into_iter().map(SiteFile::standing).collect())
}

/// The files of the site as they stand, or its meetings, gathered anew since something of it has changed.
pub(super) fn standing_or_gathered<'a, 't>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    state: Option<Hash>,
    tasks: &'t [Task<'t>],
    made: &mut [Made],
) -> Result<(Vec<SiteFile<'a>>, Option<Website<'t>>), FileError> {
    let Some(state) = state else {
        return Ok((Vec::new(), None));
    };
    Ok(match standing_site(brief, keeper, state)? {
        Some(standing) => (standing, None),
        None => {
            let website = Website::gather(brief, keeper, tasks, made);
            (Vec::new(), Some(website))
        }
    })
}

impl<'t> Website<'t> {
    /// Gathers the summaries: of what was just made, of the builds before, else of the record. `made` is what became of each
    /// task, nothing in a dry run.
    fn gather(
        brief: &Brief<'_>,
        keeper: &Keeper,
        tasks: &'t [Task<'t>],
        made: &mut [Made],
    ) -> Self {
        let mut known = summaries::read(keeper);
        let mut shown: Vec<(&Task<'_>, Option<site::Summary>)> = Vec::with_capacity(tasks.len());
        for (index, task) in tasks.iter().enumerate() {
            let made = made.get_mut(index);
            // What could not be made is shown as long as its page of before stands.
            if !task.is_known && made.as_deref().is_some_and(|made| !made.is_made) {
                continue;
            }
            let fresh = made.and_then(|made| made.summary.take());
            let known = known.remove(task.address());
            let known = known.filter(|(made_from, _)| *made_from == made_from_of(brief, task));
            shown.push((task, fresh.or(known.map(|(_, summary)| summary))));
        }
        let shown = shown.into_par_iter().map(|(task, found)| {
            let summary = found.map_or_else(|| read(brief, task), Ok)?;
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
        let last_held = meetings.iter().rev().find(|meeting| meeting.is_held);
        let latest = last_held.or(meetings.last()).map(|meeting| meeting.date);
        Self {
            today: brief.options.today.or(latest).unwrap_or_default(),
            tasks,
            meetings,
            faults,
        }
    }

    /// Keeps the summaries for the next build.
    pub(super) fn keep_summaries(
        &self,
        brief: &Brief<'_>,
        keeper: &Keeper,
    ) -> Result<(), FileError> {
        let made_from = self.tasks.iter().map(|task| made_from_of(brief, task));
        summaries::keep(keeper, made_from.zip(&self.meetings))
    }

    /// What is to be done with each of its files, those of the search index included.
    pub(super) fn plan<'a>(
        &'a self,
        brief: &Brief<'a>,
        keeper: &Keeper,
        made: &mut [Made],
    ) -> Result<SiteFiles<'a>, FileError> {
        let mut plan = SiteFiles {
            faults: self.faults.clone(),
            ..SiteFiles::default()
        };
        let project = brief.project;
        let pages = guarded(Step::Plan, "index.html", || {
            let (config, templates) = (&project.config, &project.templates);
            Ok(site::pages(config, templates, &self.meetings, self.today))
        });
        let pages = pages.unwrap_or_else(|fault| {
            plan.faults.push(*fault);
            Vec::new()
        });
        // What a file of all meetings is made of.
        let all = state(brief, self.tasks.iter().copied());
        let contents = pages.into_par_iter().map(|page| {
            let content = guarded(Step::Plan, &page.path, || Ok(page.content()))?;
            Ok((page, content.map_or(all, |content| Hash::of(&content))))
        });
        let contents: Vec<Result<(SitePage<'a>, Hash), Box<Report>>> = contents.collect();
        let searched = made.iter_mut().filter_map(|made| made.searched.take());
        let searched = searched.map(|searched| (searched.address().to_owned(), searched));
        let known = keeper.known(&Owner::Site);
        for content in contents {
            match content {
                Ok((page, content)) => {
                    let made_from = brief.base.of_site(content);
                    let planned = known.plan(OutputKind::Site, page.path.clone(), made_from)?;
                    plan.files.push(SiteFile::of_page(planned, page));
                }
                Err(fault) => plan.faults.push(*fault),
            }
        }
        plan.add(search_index(
            brief,
            keeper,
            &self.tasks,
            searched.collect(),
        )?);
        Ok(plan)
    }
}

/// What the summary of a meeting is made from.
fn made_from_of(brief: &Brief<'_>, task: &Task<'_>) -> Fingerprint {
    brief.base.without_templates(task.content.seen.hash)
}

fn read(brief: &Brief<'_>, task: &Task<'_>) -> Result<site::Summary, Box<Report>> {
    task.record.guarded(Step::Gather, || {
        let sound = read_record(brief.project, task.record)?;
        let minutes = Minutes::new(&sound.meeting, &brief.project.config, &task.surroundings);
        Ok(site::Summary::new(&sound.meeting, &minutes, task.address()))
    })
}
