//! Making what is stale of one record.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::build::BuildOptions;
use super::observe::{annex_path, of_file};
use super::outputs::{Outputs, Sizes, outputs};
use super::plan::{Reason, Verdict};
use super::schedule::{Planned, Task};
use super::store::{Entry, Hash, Output, OutputKind, Seen, Store};
use super::watch::Watch;
use super::{Place, Project, internal_fault, read_bytes};
use crate::diagnostic::{Diagnostic, Report};
use crate::files::{self, Change, FileError, Stamp};
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
        // A fault of ours in one record must not cost the others theirs.
        let rendered = catch_unwind(AssertUnwindSafe(|| self.render(task)));
        match rendered.unwrap_or_else(|_| Err(internal_fault(task.record))) {
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
        let mut to_write = Vec::new();
        for output in &task.outputs {
            match bytes_of(output) {
                Some(bytes) if self.may_write(task.address(), output, bytes) => {
                    to_write.push((output, bytes));
                    continue;
                }
                Some(_) => made.left_alone.push(output.name.clone()),
                None if output.verdict == Verdict::Fresh => made.unchanged += 1,
                // A PDF that could not be made: what an earlier build made is still ours.
                None => {}
            }
            entry.outputs.extend(output.kept.clone());
        }
        self.announce(task.address(), &entry, &to_write)?;
        for (output, bytes) in to_write {
            match self.write_one(task.address(), output, bytes) {
                Ok((written, change)) => {
                    entry.outputs.push(written);
                    made.changes.push((output.name.clone(), change));
                }
                Err(error) if error.is_of_disk() => return Err(error),
                Err(error) => {
                    entry.outputs.extend(output.kept.clone());
                    made.refused.push(unwritten(task, &error));
                }
            }
        }
        made.knowledge = Knowledge::New(entry);
        Ok(made)
    }

    /// A file that is not ours stays, unless it is what would be written; so does one that cannot be read.
    pub(super) fn may_write(&self, address: &str, output: &Planned, bytes: &[u8]) -> bool {
        let path = self.place.path(address, &output.name);
        let is_equal = || matches!(files::compare(&path, bytes, false), Ok(Change::Unchanged));
        match output.verdict {
            Verdict::Foreign => is_equal(),
            Verdict::Stale(Reason::Unknown) => {
                let there = files::read_whole(&path);
                is_equal() || there.is_ok_and(|there| bears_our_mark(output, &there))
            }
            Verdict::Fresh | Verdict::Stale(_) => true,
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

    /// Notes what is about to be written, so that a build that is killed half-way is understood by the next.
    pub(super) fn announce(
        &self,
        address: &str,
        entry: &Entry,
        to_write: &[(&Planned, &[u8])],
    ) -> Result<(), FileError> {
        if to_write.is_empty() {
            return Ok(());
        }
        let mut announced = entry.clone();
        let outputs = to_write
            .iter()
            .map(|(output, bytes)| output.written(None, Hash::of(bytes)));
        announced.outputs.extend(outputs);
        self.store.announce(address, &announced)
    }

    /// Writes what is written piece by piece, twice: for its hash, which is noted first, and to the disk. `None`: it is left as
    /// it is, being somebody else's.
    pub(super) fn write_stream(
        &self,
        entry: &Entry,
        output: &Planned,
        stream: &site::Stream<'_>,
    ) -> Result<Option<(Output, Change)>, FileError> {
        let path = self.place.path("", &output.name);
        // A hash takes all that it is given.
        let hash = Hash::of_stream(stream).unwrap_or_default();
        let there = files::read_whole(&path).ok().map(|bytes| Hash::of(&bytes));
        let is_equal = there == Some(hash);
        if output.verdict == Verdict::Foreign && !is_equal {
            return Ok(None);
        }
        let change = match (there, is_equal) {
            (None, _) => Change::Created,
            (_, false) => Change::Updated,
            (_, true) if self.options.force => Change::Rewritten,
            (_, true) => Change::Unchanged,
        };
        if change != Change::Unchanged {
            let mut announced = entry.clone();
            announced.outputs.push(output.written(None, hash));
            self.store.announce("", &announced)?;
            files::replace_by_stream(&path, stream)?;
        }
        Ok(Some((output.written(Stamp::of(&path)?, hash), change)))
    }

    /// Writes an output: what is known of it now, and what became of the file.
    pub(super) fn write_one(
        &self,
        address: &str,
        output: &Planned,
        bytes: &[u8],
    ) -> Result<(Output, Change), FileError> {
        let path = self.place.path(address, &output.name);
        let change = files::write(&path, bytes, self.options.force)?;
        let written = output.written(Stamp::of(&path)?, Hash::of(bytes));
        Ok((written, change))
    }
}

impl Planned {
    fn written(&self, stamp: Option<Stamp>, hash: Hash) -> Output {
        Output {
            kind: self.kind,
            name: self.name.clone(),
            made_from: self.made_from,
            seen: Seen { stamp, hash },
        }
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
}

fn name_of_pdf(task: &Task<'_>) -> Option<String> {
    let mut outputs = task.outputs.iter();
    let pdf = outputs.find(|output| output.kind == OutputKind::Pdf)?;
    Some(pdf.name.clone())
}

/// Whether a file of which nothing is known was made by the program. What a user may have made under the same name, such as a
/// page, says so; the other names are its own.
fn bears_our_mark(output: &Planned, bytes: &[u8]) -> bool {
    let ending = output.name.rsplit('.').next();
    let mark: &[u8] = match (output.kind, ending) {
        (OutputKind::Html, _) | (OutputKind::Site, Some("html")) => {
            b"<meta name=\"generator\" content=\"greffier"
        }
        (OutputKind::Pdf, _) => b"<pdf:Producer>greffier",
        (OutputKind::Style, _) | (OutputKind::Site, Some("txt")) => b"greffier",
        _ => return true,
    };
    bytes.windows(mark.len()).any(|window| window == mark)
}

fn changed_meanwhile(task: &Task<'_>) -> Box<Report> {
    let fault = Diagnostic::fault("ce fichier a changé pendant la construction")
        .help("relancez « greffier build »");
    Box::new(Report::of_file(task.record.name.clone(), fault))
}

fn unwritten(task: &Task<'_>, error: &FileError) -> Report {
    let help = match error
        .path
        .extension()
        .is_some_and(|extension| extension == "pdf")
    {
        true => "Fermez le PDF, puis relancez",
        false => {
            "Fermez le fichier s’il est ouvert, ou déplacez ce qui est à sa place, puis relancez"
        }
    };
    let fault = Diagnostic::fault(error.to_string()).help(help);
    Report::of_file(task.record.name.clone(), fault)
}
