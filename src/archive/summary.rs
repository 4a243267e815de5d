//! What is kept of each record for the pages of the others.

use jiff::civil::Date;
use rayon::iter::Either;
use rayon::prelude::*;

use super::{Project, RecordFile, read_record};
use crate::diagnostic::Report;
use crate::minutes::{Minutes, Neighbour, Surroundings};
use crate::record::Meeting;
use crate::site;

/// One record, as the pages of others need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The address of its page.
    pub address: String,
    /// Its day.
    pub date: Date,
    /// What the site shows of it.
    pub site: site::Summary,
}

/// The first pass: the summaries of the sound records, by day, and the others with their reports.
pub(super) fn summaries<'a>(
    project: &Project,
    records: &'a [RecordFile],
) -> (Vec<Summary>, Vec<(&'a RecordFile, Report)>) {
    let read = records
        .par_iter()
        .map(|record| match read_record(project, record) {
            Ok(sound) => Either::Left(summary(project, record, &sound.meeting)),
            Err(report) => Either::Right((record, *report)),
        });
    let (mut summaries, reports): (Vec<Summary>, Vec<_>) = read.partition_map(|one| one);
    summaries.sort_by(|one, other| (one.date, &one.address).cmp(&(other.date, &other.address)));
    (summaries, reports)
}

fn summary(project: &Project, record: &RecordFile, meeting: &Meeting) -> Summary {
    let here = Surroundings {
        address: record.address.clone(),
        ..Surroundings::default()
    };
    let minutes = Minutes::new(meeting, &project.config, &here);
    Summary {
        address: record.address.clone(),
        date: meeting.date,
        site: site::Summary::new(meeting, &minutes, &record.address),
    }
}

/// Where that meeting stands. `summaries` is sorted by day; which files are made is for the build to say.
pub(super) fn surroundings(summaries: &[Summary], index: usize) -> Surroundings {
    let here = &summaries[index];
    let neighbour = |other: &Summary| Neighbour {
        date: other.date,
        address: way(&here.address, &other.address),
    };
    Surroundings {
        address: here.address.clone(),
        has_markdown: false,
        has_pdf: false,
        previous: index
            .checked_sub(1)
            .and_then(|before| summaries.get(before))
            .map(neighbour),
        next: summaries.get(index + 1).map(neighbour),
    }
}

/// The way from one page to another, relative, so that it leads there from a disk as from a website.
fn way(from: &str, to: &str) -> String {
    format!("{}{to}/index.html", "../".repeat(from.split('/').count()))
}
