//! The search index of each year, made anew only when a meeting of that year changed.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::brief::Brief;
use super::guard::{Step, guarded};
use super::note::{Keeper, Note};
use super::reading::read_record;
use super::records::Task;
use super::site_file::{SiteFile, SiteFiles};
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::keeper::{Hash, Known, OutputKind, Owner};
use crate::minutes::Minutes;
use crate::search::{FOLDER, SearchedMeeting, index_of_year};

/// What the index takes from the meetings that were just made, by their addresses.
pub(super) type Searched = BTreeMap<String, SearchedMeeting>;

/// What is to be done with the files of the index of these meetings, which are sorted by day.
pub(super) fn search_index<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    tasks: &[&Task<'_>],
    mut searched: Searched,
) -> Result<SiteFiles<'a>, FileError> {
    let known = keeper.known(&Owner::Site);
    let year = |task: &Task<'_>| task.content.proceedings.date.year();
    let years = tasks.chunk_by(|one, other| year(one) == year(other));
    let years = years.map(|tasks| {
        let of_year = tasks.iter();
        let of_year = of_year.filter_map(|task| searched.remove_entry(task.address()));
        (tasks, of_year.collect())
    });
    let years: Vec<(&[&Task<'_>], Searched)> = years.collect();
    let planned = years
        .into_par_iter()
        .map(|(tasks, searched)| plan_of_year(brief, &known, tasks, searched));
    let planned: Vec<SiteFiles<'a>> = planned.collect::<Result<_, FileError>>()?;
    let mut plan = SiteFiles::default();
    planned.into_iter().for_each(|of_year| plan.add(of_year));
    Ok(plan)
}

fn plan_of_year<'a>(
    brief: &Brief<'_>,
    known: &Known<'_, Note>,
    tasks: &[&Task<'_>],
    mut made: Searched,
) -> Result<SiteFiles<'a>, FileError> {
    let mut plan = SiteFiles::default();
    let Some(year) = tasks
        .first()
        .map(|task| task.content.proceedings.date.year())
    else {
        return Ok(plan);
    };
    if let Some(standing) = standing_index(brief, known, year, state(tasks))? {
        plan.files = standing;
        return Ok(plan);
    }
    let (mut searched, mut found) = (Vec::new(), Vec::new());
    let files = guarded(Step::Plan, &format!("{FOLDER}/{year}"), || {
        for task in tasks {
            let made = made.remove(task.address());
            match made.map_or_else(|| read(brief, task), Ok) {
                Ok(meeting) => {
                    searched.push(meeting);
                    found.push(*task);
                }
                Err(fault) => plan.faults.push(*fault),
            }
        }
        Ok(index_of_year(year, searched))
    });
    let files = files.unwrap_or_else(|fault| {
        plan.faults.push(*fault);
        Vec::new()
    });
    let made_from = brief.base.of_meetings(state(&found));
    for file in files {
        let planned = known.plan(OutputKind::Site, file.path, made_from)?;
        let made = SiteFile::new(planned, "", move || Ok(file.bytes.clone()));
        plan.files.push(made);
    }
    Ok(plan)
}

/// The files of a year's index as they stand, if they are made of just that. How many there are is known from the last
/// build alone, if it made the whole site.
fn standing_index<'a>(
    brief: &Brief<'_>,
    known: &Known<'_, Note>,
    year: i16,
    state: Hash,
) -> Result<Option<Vec<SiteFile<'a>>>, FileError> {
    let folder = format!("{FOLDER}/{year}/");
    let made_from = brief.base.of_meetings(state);
    let whole = known.outputs().iter().filter(|_| known.note().is_some());
    let of_year = whole.filter(|output| output.name.starts_with(&folder));
    let planned = of_year.map(|output| known.plan(output.kind, output.name.clone(), made_from));
    let planned: Vec<_> = planned.collect::<Result<_, FileError>>()?;
    let standing: Option<Vec<SiteFile<'a>>> = planned.into_iter().map(SiteFile::standing).collect();
    Ok(standing.filter(|standing| !standing.is_empty()))
}

fn read(brief: &Brief<'_>, task: &Task<'_>) -> Result<SearchedMeeting, Box<Report>> {
    task.record.guarded(Step::Index, || {
        let sound = read_record(brief.project, task.record)?;
        let minutes = Minutes::new(&sound.meeting, &brief.project.config, &task.surroundings);
        Ok(SearchedMeeting::new(&minutes, task.address()))
    })
}

/// What tells the meetings of a year from what they were.
fn state(tasks: &[&Task<'_>]) -> Hash {
    let meetings: Vec<(&str, Hash)> = tasks.iter().map(|task| task.identity()).collect();
    Hash::of_value(&meetings)
}
