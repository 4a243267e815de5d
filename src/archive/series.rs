//! The records as a series: their order, and what each says of earlier ones.

use rayon::prelude::*;

use super::brief::Brief;
use super::neighbours::Dated;
use super::note::{Account, Keeper};
use super::observe::Observed;
use super::reading::{read, read_source};
use super::standing::last_good;
use crate::config::FollowUpSettings;
use crate::diagnostic::Report;
use crate::follow_up::{Entry, Ledger, Told};

/// All meetings in their order, sound and standing alike.
pub(super) struct Series<'a> {
    pub(super) meetings: Vec<Meeting<'a>>,
    /// What became of their action points.
    pub(super) ledger: Ledger<'a>,
}

/// A meeting among the others: where it stands, and what its record says, or said before it had faults.
pub(super) struct Meeting<'a> {
    pub(super) dated: Dated,
    pub(super) observed: &'a Observed<'a>,
    pub(super) account: &'a Account,
    /// What other records tell of it.
    pub(super) told: Told,
}

impl<'a> Series<'a> {
    /// That of these records. What one says of earlier ones that these do not bear out is a fault of it; one that falls so is one that
    /// others may have rested on.
    pub(super) fn of(brief: &Brief<'_>, keeper: &Keeper, observed: &'a [Observed<'a>]) -> Self {
        loop {
            let placed = placed(observed);
            let ledger = ledger(&placed);
            let contradicted = contradicted(brief, observed, &placed, &ledger);
            if contradicted.is_empty() {
                return Self::in_order(brief, placed, ledger);
            }
            for (fallen, report) in contradicted {
                let standing = last_good(brief, keeper, fallen.record, &fallen.owner);
                fallen.fall(report, standing);
            }
        }
    }

    fn in_order(brief: &Brief<'_>, placed: Vec<Placed<'a>>, ledger: Ledger<'a>) -> Self {
        let FollowUpSettings { selection, day, .. } = brief.project.config.follow_up;
        let meetings = placed.into_par_iter().enumerate();
        let meetings = meetings.map(|(place, one)| Meeting {
            dated: one.dated,
            observed: one.observed,
            account: one.account,
            told: Told::new(&ledger, place, selection, day),
        });
        Self {
            meetings: meetings.collect(),
            ledger,
        }
    }
}

/// A meeting at its place in the series.
struct Placed<'a> {
    dated: Dated,
    observed: &'a Observed<'a>,
    account: &'a Account,
}

fn placed<'a>(observed: &'a [Observed<'a>]) -> Vec<Placed<'a>> {
    let placed = observed.iter().filter_map(|observed| {
        let account = observed.account()?;
        let proceedings = account.proceedings();
        Some(Placed {
            dated: Dated::new((proceedings.date, proceedings.start), observed.record),
            observed,
            account,
        })
    });
    let mut placed: Vec<Placed<'_>> = placed.collect();
    placed.sort_by(|one, other| one.dated.cmp(&other.dated));
    placed
}

fn ledger<'a>(placed: &[Placed<'a>]) -> Ledger<'a> {
    let entries = placed.iter().map(|one| Entry {
        address: &one.observed.record.address,
        proceedings: one.account.proceedings(),
    });
    Ledger::new(entries.collect())
}

/// The sound records that say of earlier ones what these do not bear out.
fn contradicted<'a>(
    brief: &Brief<'_>,
    observed: &'a [Observed<'a>],
    placed: &[Placed<'a>],
    ledger: &Ledger<'a>,
) -> Vec<(&'a Observed<'a>, Box<Report>)> {
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
            let faults = faults.map(|problem| problem.diagnostic(ledger, &places, unread));
            Box::new(Report::new(source, faults.collect()))
        });
        Some((observed, report.unwrap_or_else(|report| report)))
    });
    reports.collect()
}
