//! All that is wrong or odd in the records.

use rayon::prelude::*;

use super::discover::{Archive, RecordFile};
use super::guard::Step;
use super::project::Project;
use super::reading::{read, read_source};
use crate::config::ParticipantOrder;
use crate::diagnostic::Report;

impl Archive {
    /// The faults and doubts of the records that `selected` accepts, in the order of the records.
    #[must_use]
    pub fn check(
        &self,
        project: &Project,
        selected: &(dyn Fn(&RecordFile) -> bool + Sync),
    ) -> Vec<Report> {
        let records: Vec<&RecordFile> = self
            .records
            .iter()
            .filter(|record| selected(record))
            .collect();
        records
            .par_iter()
            .map(|record| {
                let checked = record.guarded(Step::Read, || Ok(check_record(project, record)));
                checked.unwrap_or_else(|report| *report)
            })
            .collect()
    }
}

/// All that is wrong or odd in one record.
fn check_record(project: &Project, record: &RecordFile) -> Report {
    let source = match read_source(record) {
        Ok(source) => source,
        Err(report) => return *report,
    };
    let reading = read(project, record, &source);
    let mut diagnostics = reading.doubts(&source);
    diagnostics.extend(project.unprintable(&source, &reading));
    if project.config.participant_order == Some(ParticipantOrder::Name) {
        diagnostics.extend(reading.doubt_of_sorting());
    }
    diagnostics.extend(reading.faults);
    Report::new(source, diagnostics)
}
