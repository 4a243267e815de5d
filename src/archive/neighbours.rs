//! Where a meeting stands among the others, as its page needs it.

use jiff::civil::{Date, Time};

use super::discover::RecordFile;
use crate::french::hours::at_clock_time;
use crate::minutes::{Neighbour, Surroundings};

/// The day, the hour and the address of a meeting, by which meetings are in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dated {
    date: Date,
    start: Option<Time>,
    address: String,
}

impl Dated {
    pub(super) fn new((date, start): (Date, Option<Time>), record: &RecordFile) -> Self {
        Self {
            date,
            start,
            address: record.address.clone(),
        }
    }
}

/// Where the meeting of that index stands among all, which are in their order; which files are made, what the site has and what other
/// records tell of the meeting, is for the build to say.
pub(super) fn surroundings(all: &[Dated], index: usize) -> Surroundings {
    let here = &all[index];
    let neighbour = |index: usize| {
        let other = all.get(index)?;
        let beside = [index.checked_sub(1), Some(index + 1)]
            .into_iter()
            .flatten();
        let beside = beside.filter_map(|index| all.get(index));
        let mut of_its_day = beside.filter(|one| one.date == other.date);
        Some(Neighbour {
            date: other.date,
            hour: of_its_day.next().and(other.start).map(at_clock_time),
            address: way(&here.address, &other.address),
        })
    };
    Surroundings {
        address: here.address.clone(),
        previous: index.checked_sub(1).and_then(neighbour),
        next: neighbour(index + 1),
        ..Surroundings::default()
    }
}

/// The way from one page to another, relative, so that it leads there from a disk as from a website.
fn way(from: &str, to: &str) -> String {
    format!("{}{to}/index.html", "../".repeat(from.split('/').count()))
}
