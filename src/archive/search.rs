//! The search index of each year, made anew only when a meeting of that year changed.

use rayon::prelude::*;

use super::guard::{Step, guarded};
use super::read_record;
use super::schedule::{Planned, Planner, Task};
use super::shared::Shared;
use super::store::{Hash, OutputKind};
use super::website::Plan;
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::minutes::Minutes;
use crate::search::{FOLDER, SearchedMeeting, index_of_year};

impl<'a> Planner<'a> {
    /// What is to be done with the files of the index of these meetings, which are sorted by day.
    pub(super) fn search_index(&self, tasks: &[&Task<'_>]) -> Result<Plan<'a>, FileError> {
        let year = |task: &Task<'_>| task.content.date.year();
        let years: Vec<&[&Task<'_>]> = tasks
            .chunk_by(|one, other| year(one) == year(other))
            .collect();
        let planned = years.par_iter().map(|tasks| self.index_of_year(tasks));
        let planned: Vec<Plan<'a>> = planned.collect::<Result<_, FileError>>()?;
        let mut plan = Plan::default();
        planned.into_iter().for_each(|of_year| plan.add(of_year));
        Ok(plan)
    }

    fn index_of_year(&self, tasks: &[&Task<'_>]) -> Result<Plan<'a>, FileError> {
        let mut plan = Plan::default();
        let Some(year) = tasks.first().map(|task| task.content.date.year()) else {
            return Ok(plan);
        };
        if let Some(standing) = self.standing_index(year, state(tasks))? {
            plan.files = standing;
            return Ok(plan);
        }
        let (mut searched, mut found) = (Vec::new(), Vec::new());
        let files = guarded(Step::Plan, &format!("{FOLDER}/{year}"), || {
            for task in tasks {
                match self.searched(task) {
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
        let made_from = self.base.of_meetings(state(&found));
        for file in files {
            let planned = self.planned("", OutputKind::Site, file.path, made_from)?;
            let made = Shared::new(planned, "", move || Ok(file.bytes.clone()));
            plan.files.push(made);
        }
        Ok(plan)
    }

    /// The files of a year's index as they stand, if they are made of just that. How many there are is known from the last
    /// build alone, if it made the whole site.
    fn standing_index(&self, year: i16, state: Hash) -> Result<Option<Vec<Shared<'a>>>, FileError> {
        let folder = format!("{FOLDER}/{year}/");
        let made_from = self.base.of_meetings(state);
        let known = self.store.entries.get("");
        let whole = known.filter(|entry| entry.record.hash != Hash::default());
        let of_year = whole.into_iter().flat_map(|entry| &entry.outputs);
        let of_year = of_year.filter(|output| output.name.starts_with(&folder));
        let planned = of_year
            .map(|output| self.planned("", OutputKind::Site, output.name.clone(), made_from));
        let planned: Vec<Planned> = planned.collect::<Result<_, FileError>>()?;
        let standing: Option<Vec<Shared<'a>>> = planned.into_iter().map(Shared::standing).collect();
        Ok(standing.filter(|standing| !standing.is_empty()))
    }

    fn searched(&self, task: &Task<'_>) -> Result<SearchedMeeting, Box<Report>> {
        task.record.guarded(Step::Index, || {
            let sound = read_record(self.project, task.record)?;
            let minutes = Minutes::new(&sound.meeting, &self.project.config, &task.surroundings);
            Ok(SearchedMeeting::new(&minutes, task.address()))
        })
    }
}

/// What tells the meetings of a year from what they were.
fn state(tasks: &[&Task<'_>]) -> Hash {
    let meetings = tasks.iter();
    let parts =
        meetings.flat_map(|task| [task.address().as_bytes(), task.content.seen.hash.bytes()]);
    Hash::of_parts(parts)
}
