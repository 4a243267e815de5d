//! What a build came to, for who asked for it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Place;
use super::make::{Knowledge, Made};
use super::plan::{Reason, Verdict};
use super::printed::rendered_from;
use super::schedule::{Planned, Task};
use super::store::Entry;
use crate::diagnostic::Report;
use crate::files::{self, Change};

/// What a build came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The files that were written, in the order of the meetings.
    pub written: Vec<Written>,
    /// In a dry run, the files that would be made, and why.
    pub stale: Vec<(PathBuf, Reason)>,
    /// How many files were as they should be.
    pub unchanged: usize,
    /// The files that were removed, or in a dry run would be, since no record yields them any more.
    pub removed: Vec<PathBuf>,
    /// The files that somebody made or changed by hand, and that were left alone.
    pub left_alone: Vec<PathBuf>,
    /// How many records are in step.
    pub sound_records: usize,
    /// How many are not, because of faults.
    pub faulty_records: usize,
    /// How many of the sound ones lack their PDF, because of faults of that alone.
    pub without_pdf: usize,
    /// The PDFs that an earlier build made of these, left as they were: they may tell something else than the records.
    pub old_pdfs: Vec<PathBuf>,
    /// These faults. One of a template, met with every record, is told once.
    pub reports: Vec<Report>,
    told: BTreeSet<Spot>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its path.
    pub path: PathBuf,
    /// What became of it.
    pub change: Change,
}

impl Outcome {
    pub(super) fn refuse(&mut self, report: Report) {
        self.faulty_records += 1;
        self.tell(report);
    }

    /// What a dry run found for a record.
    pub(super) fn announce(&mut self, task: &Task<'_>, place: &Place) {
        self.sound_records += 1;
        self.announce_outputs(task.address(), &task.outputs, place);
    }

    /// What a dry run found for these outputs.
    pub(super) fn announce_outputs<'a>(
        &mut self,
        address: &str,
        outputs: impl IntoIterator<Item = &'a Planned>,
        place: &Place,
    ) {
        for planned in outputs {
            let path = place.path(address, &planned.name);
            match planned.verdict {
                Verdict::Fresh => self.unchanged += 1,
                Verdict::Stale(reason) => self.stale.push((path, reason)),
                Verdict::Foreign => self.left_alone.push(path),
            }
        }
    }

    /// What became of a record; what is newly known of it.
    pub(super) fn accept(&mut self, address: &str, made: Made, place: &Place) -> Option<Entry> {
        match made.knowledge {
            Knowledge::Nothing => self.faulty_records += 1,
            Knowledge::AsBefore | Knowledge::New(_) => self.sound_records += 1,
        }
        self.note(address, made, place)
    }

    /// What became of these files; what is newly known of them.
    pub(super) fn note(&mut self, address: &str, made: Made, place: &Place) -> Option<Entry> {
        for report in made.refused {
            self.tell(report);
        }
        for name in &made.left_alone {
            self.left_alone.push(place.path(address, name));
        }
        self.unchanged += made.unchanged;
        for (name, change) in made.changes {
            match change {
                Change::Unchanged => self.unchanged += 1,
                _ => self.written.push(Written {
                    path: place.path(address, &name),
                    change,
                }),
            }
        }
        if let Some(name) = made.missing_pdf {
            self.without_pdf += 1;
            let pdf = place.path(address, &name);
            self.old_pdfs
                .extend(Some(pdf).filter(|pdf| files::is_there(pdf)));
        }
        if let Some(report) = made.faults_of_pdf {
            self.tell(report);
        }
        match made.knowledge {
            Knowledge::New(entry) => Some(entry),
            Knowledge::AsBefore | Knowledge::Nothing => None,
        }
    }

    /// A fault of a template, met with every record, is told once.
    pub(super) fn tell(&mut self, report: Report) {
        if self.told.insert(spot(&report)) {
            self.reports.push(report);
        }
    }
}

/// What tells a fault of a template from another, whichever record met it: its file and its places, or its words where each
/// record has a text of its own.
type Spot = (String, BTreeSet<String>);

fn spot(report: &Report) -> Spot {
    let faults = report.diagnostics.iter();
    let name = &report.source.name;
    match rendered_from(name) {
        Some(template) => (
            template.to_owned(),
            faults.map(|fault| fault.title.clone()).collect(),
        ),
        None => {
            let spots = faults.flat_map(|fault| {
                let spots = fault.spots.iter();
                let places = spots.map(|spot| format!("{:?}", spot.span));
                // What stands nowhere in its file is told by its words.
                places.chain(fault.spots.is_empty().then(|| fault.title.clone()))
            });
            (name.clone(), spots.collect())
        }
    }
}
