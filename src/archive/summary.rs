//! What is kept of each record for the pages of the others.

use jiff::civil::Date;
use rayon::iter::Either;
use rayon::prelude::*;

use super::{Project, RecordFile, read_record};
use crate::diagnostic::Report;
use crate::minutes::{Neighbour, Surroundings};

/// One record, as the pages of others need it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Summary {
    /// Its day.
    pub date: Date,
    /// The address of its page.
    pub address: String,
}

/// The first pass: the summaries of the sound records, by day, and the others with their reports.
pub(super) fn summaries<'a>(
    project: &Project,
    records: &'a [RecordFile],
) -> (Vec<Summary>, Vec<(&'a RecordFile, Report)>) {
    let read = records
        .par_iter()
        .map(|record| match read_record(project, record) {
            Ok(sound) => Either::Left(Summary {
                address: record.address.clone(),
                date: sound.meeting.date,
            }),
            Err(report) => Either::Right((record, *report)),
        });
    let (mut summaries, reports): (Vec<Summary>, Vec<_>) = read.partition_map(|one| one);
    summaries.sort();
    (summaries, reports)
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
