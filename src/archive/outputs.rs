//! A sound record → the bytes of its outputs. Nothing is written here.

use super::printed::{document, pdf, xhtml};
use super::store::OutputKind;
use super::watch::Watch;
use super::{Project, RecordFile, SoundRecord};
use crate::diagnostic::Report;
use crate::minutes::{Minutes, Surroundings};
use crate::site;
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
    /// The kinds of output that it stands for: beside its page, a meeting has its data.
    pub(super) fn kinds(self) -> &'static [OutputKind] {
        match self {
            Self::Html => &[OutputKind::Html, OutputKind::Data],
            Self::Markdown => &[OutputKind::Markdown],
            Self::Pdf => &[OutputKind::Pdf],
            Self::Print => &[OutputKind::Print],
        }
    }
}

/// The bytes of the files that a page offers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sizes {
    pub(super) markdown: Option<usize>,
    pub(super) pdf: Option<usize>,
}

/// What a record was made into.
#[derive(Default)]
pub(super) struct Outputs {
    /// The files, by kind.
    pub(super) files: Vec<(OutputKind, Vec<u8>)>,
    /// What the site shows of it.
    pub(super) summary: Option<site::Summary>,
    /// The faults of its PDF, or of the text that it is laid out from: the files are sound all the same.
    pub(super) faults_of_pdf: Option<Box<Report>>,
    /// Whether its PDF was asked for and could not be made.
    pub(super) missing_pdf: bool,
}

/// Makes those kinds of outputs of a record; `standing` tells of the files that stand already.
///
/// # Errors
/// The fault of a template, for which nothing of the record is made.
pub(super) fn outputs(
    project: &Project,
    kinds: &[OutputKind],
    standing: Sizes,
    record: &RecordFile,
    sound: &SoundRecord,
    surroundings: &Surroundings,
    watch: &Watch,
) -> Result<Outputs, Box<Report>> {
    let mut minutes = Minutes::new(&sound.meeting, &project.config, surroundings);
    let wants_pdf = kinds.contains(&OutputKind::Pdf);
    let wants_print = wants_pdf || kinds.contains(&OutputKind::Print);
    let (printed, mut beside) = rayon::join(
        || match wants_print {
            true => print(project, &minutes, record, sound, wants_pdf, watch),
            false => Ok(Printed::default()),
        },
        || Beside::new(project, kinds, &minutes, record, sound, watch),
    );
    let printed = printed?;
    let missing_pdf = wants_pdf && printed.pdf.is_none();
    if missing_pdf {
        minutes.pdf_file = None;
        beside = Beside::new(project, kinds, &minutes, record, sound, watch);
    }
    let beside = beside?;
    let mut files = Vec::new();
    if kinds.contains(&OutputKind::Print) {
        files.push((OutputKind::Print, printed.xhtml.into_bytes()));
    }
    let mut sizes = standing;
    if let Some(pdf) = printed.pdf {
        sizes.pdf = Some(pdf.len());
        files.push((OutputKind::Pdf, pdf));
    }
    if let Some(markdown) = beside.markdown {
        sizes.markdown = Some(markdown.len());
        files.push((OutputKind::Markdown, markdown.into_bytes()));
    }
    files.extend(beside.data.map(|data| (OutputKind::Data, data)));
    if kinds.contains(&OutputKind::Html) {
        // The page last, since it tells which other files there are, and how large.
        let minutes = minutes.offering(sizes.pdf, sizes.markdown);
        let _watched = watch.rendering(Page::Html.template(), &record.name);
        let page = project.templates.html(&minutes, &record.name)?;
        files.push((OutputKind::Html, page.into_bytes()));
    }
    Ok(Outputs {
        files,
        summary: Some(beside.summary),
        faults_of_pdf: printed.faults,
        missing_pdf,
    })
}

/// What is made of the minutes while their PDF is: it takes the longest.
struct Beside {
    markdown: Option<String>,
    data: Option<Vec<u8>>,
    summary: site::Summary,
}

impl Beside {
    fn new(
        project: &Project,
        kinds: &[OutputKind],
        minutes: &Minutes,
        record: &RecordFile,
        sound: &SoundRecord,
        watch: &Watch,
    ) -> Result<Self, Box<Report>> {
        let markdown = kinds.contains(&OutputKind::Markdown).then(|| {
            let _watched = watch.rendering(Page::Markdown.template(), &record.name);
            project.templates.markdown(minutes, &record.name)
        });
        let is_data_wanted = kinds.contains(&OutputKind::Data);
        if kinds.contains(&OutputKind::Html) {
            project.templates.parse(Page::Html)?;
        }
        Ok(Self {
            markdown: markdown.transpose()?,
            data: is_data_wanted.then(|| site::minutes_json(minutes)),
            summary: site::Summary::new(&sound.meeting, minutes, &record.address),
        })
    }
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
    let watched = watch.rendering(Page::Print.template(), &record.name);
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
