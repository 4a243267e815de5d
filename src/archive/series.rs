//! The records as a series: their order, and what each says of earlier ones.

use super::brief::Brief;
use super::neighbours::Dated;
use super::note::Reading;
use super::observe::Observed;
use super::reading::{read, read_source};
use crate::diagnostic::Report;
use crate::follow_up::{Entry, Ledger};

/// A sound record.
pub(super) struct Sound<'a> {
    pub(super) dated: Dated,
    pub(super) observed: &'a Observed<'a>,
    pub(super) content: &'a Reading,
}

/// The sound records, in the order of their meetings.
pub(super) fn in_order<'a>(observed: &'a [Observed<'a>]) -> Vec<Sound<'a>> {
    let sound = observed.iter().filter_map(|observed| {
        let content = observed.content.as_ref().ok()?;
        let proceedings = &content.proceedings;
        Some(Sound {
            dated: Dated::new((proceedings.date, proceedings.start), observed.record),
            observed,
            content,
        })
    });
    let mut sound: Vec<Sound<'_>> = sound.collect();
    sound.sort_by(|one, other| one.dated.cmp(&other.dated));
    sound
}

/// What became of action points and minutes, over these records.
pub(super) fn ledger<'a>(sound: &[Sound<'a>]) -> Ledger<'a> {
    let entries = sound.iter().map(|one| Entry {
        address: &one.observed.record.address,
        proceedings: &one.content.proceedings,
    });
    Ledger::new(entries.collect())
}

/// Makes a fault of what records say of earlier ones that these do not bear out. A record that falls so is one that others may
/// have rested on.
pub(super) fn refuse_contradicted(brief: &Brief<'_>, observed: &mut [Observed<'_>]) {
    loop {
        let contradicted = contradicted(brief, observed);
        if contradicted.is_empty() {
            return;
        }
        for (address, report) in contradicted {
            let mut fallen = observed.iter_mut();
            if let Some(fallen) = fallen.find(|one| one.record.address == address) {
                fallen.content = Err(report);
            }
        }
    }
}

/// The records with such a fault, by address.
fn contradicted(brief: &Brief<'_>, observed: &[Observed<'_>]) -> Vec<(String, Box<Report>)> {
    let sound = in_order(observed);
    let ledger = ledger(&sound);
    let unread = observed.len() - sound.len();
    let problems = ledger
        .problems()
        .chunk_by(|one, other| one.meeting == other.meeting);
    let reports = problems.filter_map(|problems| {
        let record = sound[problems.first()?.meeting].observed.record;
        let report = read_source(record).map(|source| {
            let places = read(brief.project, record, &source).places();
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
