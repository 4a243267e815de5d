//! A sound record → the bytes of its outputs. Nothing is written here.

use super::printed::{document, pdf, xhtml};
use super::{Project, RecordFile, SoundRecord};
use crate::diagnostic::Report;
use crate::minutes::{Minutes, Surroundings, markdown_file_name, pdf_file_name, print_file_name};
use crate::site::{MINUTES_DATA_FILE, minutes_json};

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

/// What a record was made into.
pub(super) struct Outputs {
    /// The files, in the order of the formats.
    pub(super) files: Vec<OutputFile>,
    /// The faults of its PDF, or of the text that it is laid out from: the files are sound all the same.
    pub(super) faults_of_pdf: Option<Box<Report>>,
    /// The name of its PDF, where one was asked for and could not be made.
    pub(super) missing_pdf: Option<String>,
}

/// A file that stands in the folder of its meeting.
pub(super) struct OutputFile {
    pub(super) name: String,
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
    surroundings: Surroundings,
) -> Result<Outputs, Box<Report>> {
    let (config, templates) = (&project.config, &project.templates);
    let surroundings = Surroundings {
        has_markdown: formats.contains(&Format::Markdown),
        has_pdf: formats.contains(&Format::Pdf),
        ..surroundings
    };
    let mut minutes = Minutes::new(&sound.meeting, config, &surroundings);
    // The PDF first, since the page tells whether there is one.
    let mut printed = Printed::default();
    if surroundings.has_pdf || formats.contains(&Format::Print) {
        printed = print(project, &minutes, record, sound, surroundings.has_pdf)?;
    }
    let missing_pdf = minutes.pdf_file.take_if(|_| printed.pdf.is_none());
    let mut markdown = match surroundings.has_markdown {
        true => Some(templates.markdown(&minutes, &record.name)?.into_bytes()),
        false => None,
    };
    let size = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(Vec::len);
    let minutes = minutes.offering(size(&printed.pdf), size(&markdown));
    let mut files = Vec::new();
    for format in formats {
        let (name, bytes) = match format {
            Format::Html => (
                "index.html".to_owned(),
                templates.html(&minutes, &record.name)?.into_bytes(),
            ),
            Format::Markdown => (
                markdown_file_name(config, &record.address),
                markdown.take().unwrap_or_default(),
            ),
            Format::Print => (
                print_file_name(config, &record.address),
                std::mem::take(&mut printed.xhtml).into_bytes(),
            ),
            Format::Pdf => match printed.pdf.take() {
                Some(bytes) => (pdf_file_name(config, &record.address), bytes),
                None => continue,
            },
        };
        files.push(OutputFile { name, bytes });
    }
    if formats.contains(&Format::Html) {
        files.push(OutputFile {
            name: MINUTES_DATA_FILE.to_owned(),
            bytes: minutes_json(&minutes),
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
) -> Result<Printed, Box<Report>> {
    let source = xhtml(project, minutes, record)?;
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
