//! The records as a series: their order, and what each says of earlier ones.

use rayon::prelude::*;

use super::brief::Brief;
use super::neighbours::Dated;
use super::note::{Keeper, Reading};
use super::observe::{Content, Observed};
use super::reading::{read, read_source};
use super::standing::last_good;
use crate::diagnostic::Report;
use crate::follow_up::{Entry, Ledger, Told};

/// A meeting among the others: where it stands, and what its record says, or said before it had faults.
pub(super) struct Meeting<'a> {
    pub(super) dated: Dated,
    pub(super) observed: &'a Observed<'a>,
    pub(super) reading: &'a Reading,
    /// What other records tell of it.
    pub(super) told: Told,
}

/// All meetings in their order, sound and standing alike.
pub(super) fn in_order<'a>(brief: &Brief<'_>, observed: &'a [Observed<'a>]) -> Vec<Meeting<'a>> {
    let placed = placed(observed);
    let ledger = ledger(&placed);
    let selection = brief.project.config.follow_up.selection;
    let told = (0..placed.len()).into_par_iter();
    let told: Vec<Told> = told
        .map(|meeting| Told::new(&ledger, meeting, selection))
        .collect();
    let meetings = placed.into_iter().zip(told);
    meetings
        .map(|(one, told)| Meeting {
            dated: one.dated,
            observed: one.observed,
            reading: one.reading,
            told,
        })
        .collect()
}

/// A meeting at its place in the series.
struct Placed<'a> {
    dated: Dated,
    observed: &'a Observed<'a>,
    reading: &'a Reading,
}

fn placed<'a>(observed: &'a [Observed<'a>]) -> Vec<Placed<'a>> {
    let placed = observed.iter().filter_map(|observed| {
        let reading = observed.reading()?;
        let proceedings = reading.proceedings();
        Some(Placed {
            dated: Dated::new((proceedings.date, proceedings.start), observed.record),
            observed,
            reading,
        })
    });
    let mut placed: Vec<Placed<'_>> = placed.collect();
    placed.sort_by(|one, other| one.dated.cmp(&other.dated));
    placed
}

fn ledger<'a>(placed: &[Placed<'a>]) -> Ledger<'a> {
    let entries = placed.iter().map(|one| Entry {
        address: &one.observed.record.address,
        proceedings: one.reading.proceedings(),
    });
    Ledger::new(entries.collect())
}

/// Makes a fault of what records say of earlier ones that these do not bear out. A record that falls so is one that others may
/// have rested on.
pub(super) fn refuse_contradicted(
    brief: &Brief<'_>,
    keeper: &Keeper,
    observed: &mut [Observed<'_>],
) {
    loop {
        let contradicted = contradicted(brief, observed);
        if contradicted.is_empty() {
            return;
        }
        for (address, report) in contradicted {
            let mut fallen = observed.iter_mut();
            if let Some(fallen) = fallen.find(|one| one.record.address == address) {
                let standing = last_good(brief, keeper, fallen.record, &fallen.owner);
                fallen.content = Content::Faulty(report, standing);
            }
        }
    }
}

/// The sound records with such a fault, by address.
fn contradicted(brief: &Brief<'_>, observed: &[Observed<'_>]) -> Vec<(String, Box<Report>)> {
    let placed = placed(observed);
    let ledger = ledger(&placed);
    let unread = observed.iter().filter(|one| one.sound().is_none()).count();
    let problems = ledger.problems();
    let problems = problems.chunk_by(|one, other| one.meeting == other.meeting);
    let reports = problems.filter_map(|problems| {
        let observed = placed[problems.first()?.meeting].observed;
        // What stands was borne out when it was made.
        observed.sound()?;
        let record = observed.record;
        let report = read_source(record).map(|source| {
            let edition = brief.project.config.edition;
            let places = read(brief.project, record, &source, edition).places();
            let places = places.without(&observed.dropped);
            let faults = problems.iter();
            let faults = faults.map(|problem| problem.diagnostic(&ledger, &places, unread));
            Box::new(Report::new(source, faults.collect()))
        });
        Some((
            record.address.clone(),
            report.unwrap_or_else(|report| report),
        ))
    });
    reports.collect()
}
