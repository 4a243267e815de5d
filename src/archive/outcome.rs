//! What a build came to, for who asked for it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::brief::Brief;
use super::note::Keeper;
use super::observe::{Content, Observed};
use super::printed::rendered_from;
use super::records::Task;
use super::site_file::SiteFile;
use super::standing::{FaultyRecord, Withheld};
use super::work::{Job, Made, unwritten};
use crate::diagnostic::{Code, Report, Span};
use crate::files::{self, Change};
use crate::keeper::{Output, OutputFolder, Owner, Reason, Removal, Removed, Verdict};

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
    /// How many show nothing in the edition that was made.
    pub hidden_records: usize,
    /// How many are not, because of faults.
    pub faulty_records: usize,
    /// What the site shows of each of the faulty ones, in the order of the records; nothing where the site is not made.
    pub standing: Vec<FaultyRecord>,
    /// Whether the pages of the site were to be made and were not, since a record may be out of sight.
    pub is_site_left: bool,
    /// Files of an earlier build that no record gives any more, found where what was known of the builds is lost.
    pub orphans: Vec<PathBuf>,
    /// How many of the sound ones lack their PDF, because of faults of that alone.
    pub without_pdf: usize,
    /// The PDFs that an earlier build made of these, left as they were: they may tell something else than the records.
    pub old_pdfs: Vec<PathBuf>,
    /// These faults. One of a template, met with every record, is reported once.
    pub reports: Vec<Report>,
    reported: BTreeSet<Met>,
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
    /// So many records are in step, and so many files of theirs and of the site.
    pub(super) fn of_nothing_to_do(sound_records: usize, unchanged: usize) -> Self {
        Self {
            sound_records,
            unchanged,
            ..Self::default()
        }
    }

    /// Records that have faults are reported, and nothing else is done for them.
    pub(super) fn refuse<'a>(&mut self, observed: impl Iterator<Item = &'a Observed<'a>>) {
        for one in observed {
            if let Content::Faulty(report, _) = one.content() {
                self.faulty_records += 1;
                self.report((**report).clone());
            }
        }
    }

    /// What the site shows of those that have faults; of those of these addresses something that was kept is lost.
    pub(super) fn tell_standing<'a>(
        &mut self,
        observed: impl Iterator<Item = &'a Observed<'a>>,
        lost: &BTreeSet<String>,
    ) {
        let standing = observed.filter_map(|one| match one.content() {
            Content::Sound(_) => None,
            Content::Faulty(_, before) => Some(FaultyRecord {
                record: one.record.name.clone(),
                shown: match before {
                    Ok(_) if lost.contains(&one.record.address) => Err(Withheld::Lost),
                    Ok(before) => Ok(before.proceedings().date),
                    Err(why) => Err(*why),
                },
            }),
        });
        self.standing.extend(standing);
    }

    /// What a dry run found.
    pub(super) fn foresee(
        &mut self,
        brief: &Brief<'_>,
        keeper: &Keeper,
        tasks: &[Task<'_>],
        site: &[SiteFile<'_>],
        removals: &[Removal],
    ) {
        let (folder, force) = (keeper.folder(), brief.options.force);
        self.sound_records += tasks.len();
        tasks.iter().for_each(|task| self.foresee_job(task, folder));
        site.iter().for_each(|file| self.foresee_job(file, folder));
        let removed = removals.iter();
        self.removed
            .extend(removed.filter_map(|removal| removal.path_if_ours(folder, force)));
    }

    fn foresee_job(&mut self, job: &impl Job, folder: &OutputFolder) {
        for planned in job.planned() {
            let path = folder.path_of(job.owner(), &planned.name);
            match planned.verdict {
                Verdict::Fresh => self.unchanged += 1,
                Verdict::Stale(reason) => self.stale.push((path, reason)),
                Verdict::Foreign => self.left_alone.push(path),
            }
        }
    }

    /// Whether a record is in step.
    pub(super) fn count_record(&mut self, is_made: bool) {
        match is_made {
            true => self.sound_records += 1,
            false => self.faulty_records += 1,
        }
    }

    /// What became of files of that owner; what is known of them now.
    pub(super) fn accept(
        &mut self,
        owner: &Owner,
        made: Made,
        folder: &OutputFolder,
    ) -> Vec<Output> {
        self.report_all(made.refused);
        let left_alone = made.left_alone.iter();
        self.left_alone
            .extend(left_alone.map(|name| folder.path_of(owner, name)));
        self.unchanged += made.unchanged;
        for (name, change) in made.changes {
            match change {
                Change::Unchanged => self.unchanged += 1,
                _ => self.written.push(Written {
                    path: folder.path_of(owner, &name),
                    change,
                }),
            }
        }
        if let Some(name) = &made.missing_pdf {
            self.without_pdf += 1;
            let pdf = folder.path_of(owner, name);
            self.old_pdfs
                .extend(Some(pdf).filter(|pdf| files::is_there(pdf)));
        }
        self.report_all(made.faults_of_pdf);
        made.outputs
    }

    /// What became of a file that is not wanted any more.
    pub(super) fn note_removed(&mut self, removal: &Removal, removed: Removed) {
        match removed {
            Removed::Ours(path) => {
                self.old_pdfs.retain(|old| *old != path);
                self.removed.push(path);
            }
            Removed::Foreign(path) => self.left_alone.push(path),
            Removed::Gone => {}
            Removed::Refused(error) => {
                let name = removal.owner.name_of(&removal.output.name);
                self.report(unwritten(&name, &error));
            }
        }
    }

    /// Whether all that was asked for stands as it was to be made.
    pub(super) fn is_clean(&self) -> bool {
        let has_faults = self.faulty_records + self.without_pdf + self.reports.len() > 0;
        !has_faults && self.left_alone.is_empty()
    }

    /// Faults, each once.
    pub(super) fn report_all(&mut self, reports: impl IntoIterator<Item = Report>) {
        reports.into_iter().for_each(|report| self.report(report));
    }

    /// A fault of a template, met with every record, is reported once.
    fn report(&mut self, report: Report) {
        if self.reported.insert(met(&report)) {
            self.reports.push(report);
        }
    }
}

/// What tells a report from another, whichever record met it: its file, which is the template where each record has a text of its own, and
/// its faults.
type Met = (String, BTreeSet<Trait>);

/// What tells a fault from another in one file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trait {
    /// The bytes where it stands.
    Place(Code, usize, usize),
    /// What the template wrote there.
    Markup(Code, Vec<String>),
    /// It stands nowhere in the file: another one of its kind may be about another thing, which all that is said of it tells.
    Whole(Code, String),
}

fn met(report: &Report) -> Met {
    let source = &report.source;
    let template = rendered_from(&source.name);
    let traits = report.diagnostics.iter().flat_map(|fault| {
        let code = fault.code;
        let spans = fault.spots.iter().map(|spot| spot.span.clone());
        match template {
            _ if fault.spots.is_empty() => vec![Trait::Whole(code, fault.title.clone())],
            Some(_) => {
                let markup = spans.filter_map(|span| markup_at(&source.text, span));
                vec![Trait::Markup(code, markup.map(str::to_owned).collect())]
            }
            None => spans
                .map(|span| Trait::Place(code, span.start, span.end))
                .collect(),
        }
    });
    let file = template.unwrap_or(&source.name);
    (file.to_owned(), traits.collect())
}

/// What stands there, unless it is a text between two tags, which may be the record's.
fn markup_at(text: &str, span: Span) -> Option<&str> {
    let is_after_tag = text.get(..span.start)?.trim_end().ends_with('>');
    let there = text.get(span)?;
    (there.starts_with('<') || !is_after_tag).then_some(there)
}
