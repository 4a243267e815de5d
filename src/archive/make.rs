//! Making what is stale of one record.

use super::build::BuildOptions;
use super::guard::Step;
use super::keep::{Content, Keeper, Kept, unwritten};
use super::observe::{annex_path, of_file};
use super::outputs::{Outputs, Sizes, outputs};
use super::plan::Verdict;
use super::schedule::{Planned, Task};
use super::store::{Entry, Hash, OutputKind, Store};
use super::watch::Watch;
use super::{Place, Project, read_bytes};
use crate::archive::ArchiveFault;
use crate::diagnostic::{Diagnostic, Report};
use crate::files::{self, Change, FileError};
use crate::minutes::{markdown_file_name, pdf_file_name};
use crate::site;

/// What is known of a record after it was made.
#[derive(Debug)]
pub(super) enum Knowledge {
    /// What was known before: it was not made.
    Nothing,
    /// What was known before: all of it is fresh.
    AsBefore,
    /// This.
    New(Entry),
}

/// What became of a record.
#[derive(Debug)]
pub(super) struct Made {
    /// What is known of it now.
    pub(super) knowledge: Knowledge,
    /// What the site shows of it, where that became known.
    pub(super) summary: Option<site::Summary>,
    /// How many files were not even looked into, being fresh.
    pub(super) unchanged: usize,
    /// What became of the other files, by name.
    pub(super) changes: Vec<(String, Change)>,
    /// The files that are not ours and were left as they are, by name.
    pub(super) left_alone: Vec<String>,
    /// The faults for which nothing of it, or not all of it, was made.
    pub(super) refused: Vec<Report>,
    /// The faults of its PDF alone.
    pub(super) faults_of_pdf: Option<Report>,
    /// The name of its PDF, where that could not be made.
    pub(super) missing_pdf: Option<String>,
}

/// Annexes, by the names of their copies.
type Copies = Vec<(String, Vec<u8>)>;

/// What making a record needs, but the record.
pub(super) struct Maker<'a> {
    pub(super) project: &'a Project,
    pub(super) options: &'a BuildOptions,
    pub(super) store: &'a Store,
    pub(super) place: &'a Place,
    pub(super) watch: &'a Watch,
    pub(super) program: u64,
}

impl Maker<'_> {
    /// Makes what is stale of a record. What is fresh is not even read.
    ///
    /// # Errors
    /// The disk is full, or protected. A fault of the record alone is told in what is returned.
    pub(super) fn record(&self, task: &Task<'_>) -> Result<Made, FileError> {
        if !task.has_work() {
            let knowledge = match self.is_known(task) {
                true => Knowledge::AsBefore,
                false => Knowledge::New(self.entry_with(task, &task.outputs)),
            };
            return Ok(Made {
                unchanged: task.outputs.len(),
                ..Made::of(knowledge)
            });
        }
        match task.record.guarded(Step::Make, || self.render(task)) {
            Ok((rendered, annexes)) => self.write(task, rendered, &annexes),
            Err(report) => Ok(Made {
                refused: vec![*report],
                ..Made::of(Knowledge::Nothing)
            }),
        }
    }

    /// The bytes of what is to be made, and of the annexes that are to be copied.
    fn render(&self, task: &Task<'_>) -> Result<(Outputs, Copies), Box<Report>> {
        let of_record = |error: FileError| of_file(task.record, &error);
        let bytes = files::read(&task.record.path).map_err(of_record)?;
        if Hash::of(&bytes) != task.content.seen.hash {
            return Err(changed_meanwhile(task));
        }
        let wanted = self.wanted(task);
        let rendered = match wanted.is_empty() {
            true => Outputs::default(),
            false => {
                let sound = read_bytes(self.project, task.record, bytes)?;
                outputs(
                    self.project,
                    &wanted,
                    self.standing(task, &wanted),
                    task.record,
                    &sound,
                    &task.surroundings,
                    self.watch,
                )?
            }
        };
        let stale = task.outputs.iter();
        let stale = stale.filter(|output| output.verdict != Verdict::Fresh);
        let annexes = stale.filter_map(|output| Some((&output.name, output.annex.as_ref()?)));
        let annexes = annexes.map(|(name, annex)| {
            let bytes = files::read_whole(&annex_path(task.record, annex)).map_err(of_record)?;
            Ok((name.clone(), bytes))
        });
        Ok((rendered, annexes.collect::<Result<_, Box<Report>>>()?))
    }

    /// The kinds to make. The page tells of its PDF and its Markdown, which are known only once they were tried.
    fn wanted(&self, task: &Task<'_>) -> Vec<OutputKind> {
        let has_work = |kind: OutputKind| {
            let mut outputs = task.outputs.iter();
            outputs.any(|output| output.kind == kind && output.verdict != Verdict::Fresh)
        };
        let changes_page = has_work(OutputKind::Markdown) || has_work(OutputKind::Pdf);
        let kinds = task.outputs.iter().map(|output| output.kind);
        kinds
            .filter(|kind| *kind != OutputKind::Annex)
            .filter(|kind| has_work(*kind) || (*kind == OutputKind::Html && changes_page))
            .collect()
    }

    /// How large those of the files that the page offers are that are not made now.
    fn standing(&self, task: &Task<'_>, wanted: &[OutputKind]) -> Sizes {
        let size = |kind, name: String| {
            let path = self.place.path(task.address(), &name);
            match wanted.contains(&kind) {
                true => None,
                false => files::size(&path),
            }
        };
        let (config, around) = (&self.project.config, &task.surroundings);
        let markdown = || {
            size(
                OutputKind::Markdown,
                markdown_file_name(config, task.address()),
            )
        };
        let pdf = || size(OutputKind::Pdf, pdf_file_name(config, task.address()));
        Sizes {
            markdown: around.has_markdown.then(markdown).flatten(),
            pdf: around.has_pdf.then(pdf).flatten(),
        }
    }

    fn write(
        &self,
        task: &Task<'_>,
        rendered: Outputs,
        annexes: &Copies,
    ) -> Result<Made, FileError> {
        let bytes_of = |output: &Planned| {
            let annex = annexes.iter().find(|(name, _)| *name == output.name);
            let mut files = rendered.files.iter();
            let file = files.find(|(kind, _)| *kind == output.kind);
            match output.kind {
                OutputKind::Annex => annex.map(|(_, bytes)| bytes.as_slice()),
                _ => file.map(|(_, bytes)| bytes.as_slice()),
            }
        };
        let mut entry = self.entry(task);
        let mut made = Made {
            faults_of_pdf: rendered.faults_of_pdf.map(|report| *report),
            missing_pdf: rendered.missing_pdf.then(|| name_of_pdf(task)).flatten(),
            summary: rendered.summary.clone(),
            ..Made::of(Knowledge::Nothing)
        };
        let mut files = Vec::new();
        for output in &task.outputs {
            match bytes_of(output) {
                Some(bytes) => files.push((output, Content::Whole(bytes))),
                None => {
                    made.unchanged += usize::from(output.verdict == Verdict::Fresh);
                    // A PDF that could not be made: what an earlier build made is still ours.
                    entry.outputs.extend(output.kept.clone());
                }
            }
        }
        let kept = self.keeper().keep(task.address(), &mut entry, &files)?;
        made.note(kept, Some(&task.record.name));
        made.knowledge = Knowledge::New(entry);
        Ok(made)
    }

    /// Puts files in their places.
    pub(super) fn keeper(&self) -> Keeper<'_> {
        Keeper {
            store: self.store,
            place: self.place,
            force: self.options.force,
        }
    }

    /// What is known of a record before its outputs are made. What it was made into and is not made into now is still known:
    /// formats that were not asked for, names that it had before.
    fn entry(&self, task: &Task<'_>) -> Entry {
        let known = task.known.map_or(&[][..], |entry| &entry.outputs);
        let is_planned = |name: &str| task.outputs.iter().any(|planned| planned.name == name);
        Entry {
            record: task.content.seen,
            read_by: self.program,
            date: Some(task.content.date),
            annexes: task.content.annexes.clone(),
            outputs: known
                .iter()
                .filter(|output| !is_planned(&output.name))
                .cloned()
                .collect(),
        }
    }

    fn entry_with(&self, task: &Task<'_>, fresh: &[Planned]) -> Entry {
        let mut entry = self.entry(task);
        let kept = fresh.iter().filter_map(|output| output.kept.clone());
        entry.outputs.extend(kept);
        entry
    }

    /// Whether nothing new is known of a record that is fresh.
    fn is_known(&self, task: &Task<'_>) -> bool {
        task.known.is_some_and(|known| {
            let same_source =
                known.record == task.content.seen && known.annexes == task.content.annexes;
            let mut outputs = task.outputs.iter();
            known.read_by == self.program
                && same_source
                && outputs.all(|output| known.output(&output.name) == output.kept.as_ref())
        })
    }
}

impl Made {
    pub(super) fn of(knowledge: Knowledge) -> Self {
        Self {
            knowledge,
            summary: None,
            unchanged: 0,
            changes: Vec::new(),
            left_alone: Vec::new(),
            refused: Vec::new(),
            faults_of_pdf: None,
            missing_pdf: None,
        }
    }

    /// Notes what became of files: those of that record, or each its own.
    pub(super) fn note(&mut self, kept: Kept, record: Option<&str>) {
        self.changes.extend(kept.changes);
        self.left_alone.extend(kept.left_alone);
        let refused = kept.refused.iter();
        let reports = refused.map(|(name, error)| unwritten(record.unwrap_or(name), error));
        self.refused.extend(reports);
    }
}

fn name_of_pdf(task: &Task<'_>) -> Option<String> {
    let mut outputs = task.outputs.iter();
    let pdf = outputs.find(|output| output.kind == OutputKind::Pdf)?;
    Some(pdf.name.clone())
}

fn changed_meanwhile(task: &Task<'_>) -> Box<Report> {
    let fault = Diagnostic::new(
        ArchiveFault::ChangedMeanwhile,
        "ce fichier a changé pendant la construction",
    )
    .help("relancez « greffier build »");
    Box::new(Report::of_file(task.record.name.clone(), fault))
}
