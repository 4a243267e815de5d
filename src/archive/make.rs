//! Making what is stale of one record.

use std::io::{self, Write};

use super::format::name_of;
use super::guard::Step;
use super::kinds::ArchiveFault;
use super::note::Note;
use super::outputs::{Outputs, Sizes, outputs};
use super::reading::{SoundRecord, annex_path, of_file, read_bytes};
use super::records::Task;
use super::work::{Bytes, Job, Making, Workshop};
use crate::diagnostic::{Diagnostic, Report};
use crate::files;
use crate::keeper::{Hash, OutputKind, Owner, Planned};
use crate::minutes::annex_file_name;

impl Job for Task<'_> {
    fn owner(&self) -> &Owner {
        self.owner
    }

    fn note(&self) -> Option<Note> {
        let note = self.content.note.clone();
        Some(Note::Record(note.once_told(self.told)))
    }

    fn planned(&self) -> &[Planned] {
        &self.outputs
    }

    fn step(&self) -> (Step, &str) {
        (Step::Make, &self.record.name)
    }

    fn make(&self, workshop: &Workshop<'_>) -> Result<Making<'_>, Box<Report>> {
        let wanted = self.wanted();
        let rendered = match wanted.is_empty() {
            true => Outputs::default(),
            false => {
                let sound = self.sound(workshop)?;
                let standing = self.standing(workshop, &wanted);
                let around = &self.surroundings;
                outputs(workshop, &wanted, standing, self.record, &sound, around)?
            }
        };
        self.with_annexes(rendered)
    }
}

impl Task<'_> {
    /// The record that was looked at: what is made is made from just that.
    fn sound(&self, workshop: &Workshop<'_>) -> Result<Box<SoundRecord>, Box<Report>> {
        if let Some(held) = self.held.take() {
            return Ok(held);
        }
        let bytes = files::read(&self.record.path).map_err(|error| of_file(self.record, &error))?;
        if Hash::of(&bytes) != self.content.source() {
            return Err(changed_meanwhile(self));
        }
        read_bytes(workshop.brief.project, self.record, bytes).map(Box::new)
    }

    /// The kinds to make. The page tells of its PDF and its Markdown, which are known only once they were tried.
    fn wanted(&self) -> Vec<OutputKind> {
        let has_work = |kind: OutputKind| {
            let mut outputs = self.outputs.iter();
            outputs.any(|output| output.kind == kind && !output.is_fresh())
        };
        let changes_page = has_work(OutputKind::Markdown) || has_work(OutputKind::Pdf);
        let kinds = self.outputs.iter().map(|output| output.kind);
        kinds
            .filter(|kind| *kind != OutputKind::Annex)
            .filter(|kind| has_work(*kind) || (*kind == OutputKind::Html && changes_page))
            .collect()
    }

    /// How large those of the files that the page offers are that are not made now.
    fn standing(&self, workshop: &Workshop<'_>, wanted: &[OutputKind]) -> Sizes {
        let size = |kind| {
            let config = &workshop.brief.project.config;
            let name = name_of(kind, config, self.address(), self.state());
            let path = workshop.keeper.folder().path_of(self.owner, &name);
            match wanted.contains(&kind) {
                true => None,
                false => files::size(&path),
            }
        };
        let (markdown, pdf) = (|| size(OutputKind::Markdown), || size(OutputKind::Pdf));
        let around = &self.surroundings;
        Sizes {
            markdown: around.has_markdown.then(markdown).flatten(),
            pdf: around.has_pdf.then(pdf).flatten(),
        }
    }

    /// What was rendered, and the annexes that are to be copied, in the order of the outputs.
    fn with_annexes(&self, mut rendered: Outputs) -> Result<Making<'_>, Box<Report>> {
        let content = |output: &Planned| match output.kind {
            OutputKind::Annex => self.annex(output),
            kind => {
                let mut files = rendered.files.iter_mut();
                let file = files.find(|(one, _)| *one == kind);
                Ok(file.map(|(_, bytes)| Bytes::Whole(std::mem::take(bytes))))
            }
        };
        let contents: Result<Vec<_>, Box<Report>> = self.outputs.iter().map(content).collect();
        let mut outputs = self.outputs.iter();
        let pdf = outputs.find(|output| output.kind == OutputKind::Pdf);
        let pdf = pdf.filter(|_| rendered.missing_pdf);
        Ok(Making {
            contents: contents?,
            summary: rendered.summary,
            searched: rendered.searched,
            faults_of_pdf: rendered.faults_of_pdf.map(|report| *report),
            missing_pdf: pdf.map(|pdf| pdf.name.clone()),
        })
    }

    /// An annex, if its copy is stale.
    fn annex(&self, output: &Planned) -> Result<Option<Bytes<'_>>, Box<Report>> {
        let mut sources = self.content.note.annexes.iter();
        let source = sources.find(|source| annex_file_name(&source.name) == output.name);
        let Some(source) = source.filter(|_| !output.is_fresh()) else {
            return Ok(None);
        };
        let path = annex_path(self.record, &source.name);
        // Whether it can be read at all: then it is copied piece by piece, however large.
        files::open(&path).map_err(|error| of_file(self.record, &error))?;
        let copy =
            move |to: &mut (dyn Write + Send)| files::copy_to(&path, to).map_err(io::Error::other);
        Ok(Some(Bytes::Copied(Box::new(copy))))
    }
}

fn changed_meanwhile(task: &Task<'_>) -> Box<Report> {
    let fault = Diagnostic::new(
        ArchiveFault::ChangedMeanwhile,
        "ce fichier a changé pendant la construction",
    )
    .help("relancez « greffier build »");
    Box::new(Report::of_file(task.record.name.clone(), fault))
}
