//! The site around the minutes, kept in step like them.
//!
//! It is made of a summary of each meeting, which is kept from build to build: so a changed record is the only one that is
//! read. A page whose content is as before is not even rendered.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

use super::brief::Brief;
use super::guard::{Step, guarded};
use super::note::{Keeper, Note};
use super::reading::read_record;
use super::records::Task;
use super::search::search_index;
use super::site_file::{SiteFile, SiteFiles};
use super::summaries::{self, Summaries};
use super::work::Made;
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::follow_up::{Entry, Ledger};
use crate::keeper::{Fingerprint, Hash, OutputKind, Owner};
use crate::minutes::Minutes;
use crate::site::{self, SitePage};

/// The meetings that the site shows.
pub(super) struct Website<'a> {
    /// What each was made from, by day.
    tasks: Vec<&'a Task<'a>>,
    /// The same, as the site shows them.
    meetings: Vec<site::Summary>,
    /// What became of their action points.
    ledger: Ledger<'a>,
    /// The day on which an action is late or not.
    today: Date,
    /// The years whose summaries are not kept as they are.
    unkept: BTreeSet<i16>,
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
        let mut shown: Vec<Shown<'_>> = Vec::with_capacity(tasks.len());
        for (index, task) in tasks.iter().enumerate() {
            let made = made.get_mut(index);
            // What could not be made is shown as long as its page of before stands.
            if !task.is_known && made.as_deref().is_some_and(|made| !made.is_made) {
                continue;
            }
            shown.push((task, made.and_then(|made| made.summary.take())));
        }
        let years = shown.chunk_by_mut(|one, other| year(one.0) == year(other.0));
        let years: Vec<&mut [Shown<'_>]> = years.collect();
        let years = years
            .into_par_iter()
            .map(|shown| OfYear::gather(brief, keeper, shown));
        let years: Vec<OfYear<'_>> = years.collect();
        let (mut tasks, mut meetings, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        let mut unkept = BTreeSet::new();
        for of_year in years {
            unkept.extend(of_year.unkept);
            for meeting in of_year.meetings {
                match meeting {
                    Ok((task, summary)) => {
                        tasks.push(task);
                        meetings.push(summary);
                    }
                    Err(report) => faults.push(*report),
                }
            }
        }
        let last_held = meetings.iter().rev().find(|meeting| meeting.is_held);
        let latest = last_held.or(meetings.last()).map(|meeting| meeting.date);
        Self {
            today: brief
                .options
                .today
                .or(brief.project.config.follow_up.day)
                .or(latest)
                .unwrap_or_default(),
            ledger: ledger(&tasks),
            tasks,
            meetings,
            unkept,
            faults,
        }
    }

    /// Keeps the summaries for the next build.
    pub(super) fn keep_summaries(
        &self,
        brief: &Brief<'_>,
        keeper: &Keeper,
    ) -> Result<(), FileError> {
        let kept = self.tasks.iter().zip(&self.meetings);
        let kept: Vec<(&Task<'_>, &site::Summary)> = kept.map(|(task, one)| (*task, one)).collect();
        let years = kept.chunk_by(|one, other| year(one.0) == year(other.0));
        let mut all = BTreeSet::new();
        for of_year in years {
            let Some(year) = of_year.first().map(|(task, _)| year(task)) else {
                continue;
            };
            all.insert(year);
            if self.unkept.contains(&year) {
                let of_year = of_year.iter();
                let of_year = of_year.map(|(task, one)| (made_from_of(brief, task), *one));
                summaries::keep(keeper, year, &of_year.collect::<Vec<_>>())?;
            }
        }
        summaries::keep_only(keeper, &all)
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
            Ok(site::pages(
                config,
                templates,
                &self.meetings,
                &self.ledger,
                self.today,
            ))
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

/// A meeting that the site shows, and what it shows of it if that was made just now.
type Shown<'t> = (&'t Task<'t>, Option<site::Summary>);

/// The meetings of a year that the site shows.
struct OfYear<'t> {
    meetings: Vec<Result<(&'t Task<'t>, site::Summary), Box<Report>>>,
    /// The year, if what is kept of it is not just that.
    unkept: Option<i16>,
}

impl<'t> OfYear<'t> {
    fn gather(brief: &Brief<'_>, keeper: &Keeper, shown: &mut [Shown<'t>]) -> Self {
        let year = shown.first().map(|(task, _)| year(task));
        let mut known = year.map_or_else(Summaries::new, |year| summaries::read(keeper, year));
        let kept = known.len();
        let mut still_kept = 0;
        let meetings = shown.iter_mut().map(|(task, fresh)| {
            let known = known.remove(task.address());
            let known = known.filter(|(made_from, _)| *made_from == made_from_of(brief, task));
            let summary = match (fresh.take(), known) {
                (Some(fresh), _) => fresh,
                (None, Some((_, known))) => {
                    still_kept += 1;
                    known
                }
                (None, None) => read(brief, task)?,
            };
            Ok((*task, summary))
        });
        let meetings: Vec<_> = meetings.collect();
        let is_kept = still_kept == kept && kept == meetings.len();
        Self {
            meetings,
            unkept: year.filter(|_| !is_kept),
        }
    }
}

fn ledger<'t>(tasks: &[&'t Task<'t>]) -> Ledger<'t> {
    let entries = tasks.iter().map(|task| Entry {
        address: task.address(),
        proceedings: &task.content.proceedings,
    });
    Ledger::new(entries.collect())
}

fn year(task: &Task<'_>) -> i16 {
    task.content.proceedings.date.year()
}

/// What the summary of a meeting is made from.
fn made_from_of(brief: &Brief<'_>, task: &Task<'_>) -> Fingerprint {
    brief
        .base
        .without_templates(task.content.seen.hash, &task.surroundings)
}

fn read(brief: &Brief<'_>, task: &Task<'_>) -> Result<site::Summary, Box<Report>> {
    task.record.guarded(Step::Gather, || {
        let sound = read_record(brief.project, task.record)?;
        let minutes = Minutes::new(&sound.meeting, &brief.project.config, &task.surroundings);
        Ok(site::Summary::new(&sound.meeting, &minutes, task.address()))
    })
}
