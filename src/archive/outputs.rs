//! A sound record → the bytes of its outputs. Nothing is written here.

use super::printed::{document, pdf, xhtml};
use super::store::OutputKind;
use super::watch::Watch;
use super::{Project, RecordFile, SoundRecord};
use crate::diagnostic::Report;
use crate::minutes::{Minutes, Surroundings};
use crate::templates::Page;

/// What a record is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `index.html`.
    Html,
    /// `<prefix>-<name>.md`.
    Markdown,
    /// `<prefix>-<name>.pdf`.
    Pdf,
    /// `<prefix>-<name>.print.html`: the XHTML that the PDF is laid out from, for who changes its templates.
    Print,
}

impl Format {
    /// The kind of output that it is.
    pub(super) fn kind(self) -> OutputKind {
        match self {
            Self::Html => OutputKind::Html,
            Self::Markdown => OutputKind::Markdown,
            Self::Pdf => OutputKind::Pdf,
            Self::Print => OutputKind::Print,
        }
    }
}

/// What a record was made into.
#[derive(Default)]
pub(super) struct Outputs {
    /// The files, in the order of the formats.
    pub(super) files: Vec<OutputFile>,
    /// The faults of its PDF, or of the text that it is laid out from: the files are sound all the same.
    pub(super) faults_of_pdf: Option<Box<Report>>,
    /// Whether its PDF was asked for and could not be made.
    pub(super) missing_pdf: bool,
}

/// One of them.
pub(super) struct OutputFile {
    pub(super) format: Format,
    pub(super) bytes: Vec<u8>,
}

/// Makes those formats of a record.
///
/// # Errors
/// The fault of a template, for which nothing of the record is made.
pub(super) fn outputs(
    project: &Project,
    formats: &[Format],
    record: &RecordFile,
    sound: &SoundRecord,
    surroundings: &Surroundings,
    watch: &Watch,
) -> Result<Outputs, Box<Report>> {
    let templates = &project.templates;
    let mut minutes = Minutes::new(&sound.meeting, &project.config, surroundings);
    let wants_pdf = formats.contains(&Format::Pdf);
    // The PDF first, since the page tells whether there is one.
    let mut printed = Printed::default();
    if wants_pdf || formats.contains(&Format::Print) {
        printed = print(project, &minutes, record, sound, wants_pdf, watch)?;
    }
    let missing_pdf = wants_pdf && printed.pdf.is_none();
    if missing_pdf {
        minutes.pdf_file = None;
    }
    let mut files = Vec::new();
    for format in formats {
        let bytes = match format {
            Format::Html => {
                let _watched = watch.rendering(Page::Html, record);
                templates.html(&minutes, &record.name)?.into_bytes()
            }
            Format::Markdown => {
                let _watched = watch.rendering(Page::Markdown, record);
                templates.markdown(&minutes, &record.name)?.into_bytes()
            }
            Format::Print => std::mem::take(&mut printed.xhtml).into_bytes(),
            Format::Pdf => match printed.pdf.take() {
                Some(bytes) => bytes,
                None => continue,
            },
        };
        files.push(OutputFile {
            format: *format,
            bytes,
        });
    }
    Ok(Outputs {
        files,
        faults_of_pdf: printed.faults,
        missing_pdf,
    })
}

/// What lies on the way to the PDF, as far as one came.
#[derive(Default)]
struct Printed {
    xhtml: String,
    pdf: Option<Vec<u8>>,
    faults: Option<Box<Report>>,
}

/// The text that the PDF is laid out from, judged, and the PDF where it is wanted.
fn print(
    project: &Project,
    minutes: &Minutes,
    record: &RecordFile,
    sound: &SoundRecord,
    wants_pdf: bool,
    watch: &Watch,
) -> Result<Printed, Box<Report>> {
    let watched = watch.rendering(Page::Print, record);
    let source = xhtml(project, minutes, record)?;
    drop(watched);
    let pdf = document(project, &source).and_then(|document| {
        wants_pdf
            .then(|| pdf(project, &document, record, sound))
            .transpose()
    });
    let (pdf, faults) = match pdf {
        Ok(pdf) => (pdf, None),
        Err(faults) => (None, Some(faults)),
    };
    Ok(Printed {
        xhtml: source.text,
        pdf,
        faults,
    })
}
