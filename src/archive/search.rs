//! The search index of each year, from the records of that year read once more.

use rayon::prelude::*;

use super::summary::Summary;
use super::{Archive, Project, read_record};
use crate::minutes::{Minutes, Surroundings};
use crate::search::{File, SearchedMeeting, index_of_year};

/// The files of the index. One year's meetings are in memory a thread, never the whole archive.
pub(super) fn index(archive: &Archive, project: &Project, summaries: &[Summary]) -> Vec<File> {
    let years: Vec<&[Summary]> = summaries
        .chunk_by(|one, other| one.date.year() == other.date.year())
        .collect();
    let of_year = |meetings: &&[Summary]| {
        let year = meetings.first().map_or(0, |meeting| meeting.date.year());
        let searched = meetings
            .iter()
            .filter_map(|meeting| searched(archive, project, meeting));
        index_of_year(year, searched)
    };
    years.par_iter().flat_map_iter(of_year).collect()
}

fn searched(archive: &Archive, project: &Project, summary: &Summary) -> Option<SearchedMeeting> {
    // It was sound a moment ago.
    let sound = read_record(project, archive.record_at(summary)?).ok()?;
    let here = Surroundings {
        address: summary.address.clone(),
        ..Surroundings::default()
    };
    let minutes = Minutes::new(&sound.meeting, &project.config, &here);
    Some(SearchedMeeting::new(&minutes, &summary.address))
}
