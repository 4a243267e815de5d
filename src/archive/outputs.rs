//! A sound record → the bytes of its outputs. Nothing is written here.

use super::discover::RecordFile;
use super::printed::{document, pdf, sheet_xhtml, xhtml};
use super::project::Project;
use super::reading::SoundRecord;
use super::watch::Watch;
use super::work::Workshop;
use crate::diagnostic::Report;
use crate::keeper::OutputKind;
use crate::minutes::{Minutes, Surroundings};
use crate::search::SearchedMeeting;
use crate::site;
use crate::templates::{Page, SHEET_PAGE};

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
    /// What the site shows of it, where there is a page of it to show.
    pub(super) summary: Option<Box<site::Summary>>,
    /// What the search index takes from it, where its index is to be made anew.
    pub(super) searched: Option<SearchedMeeting>,
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
    workshop: &Workshop<'_>,
    kinds: &[OutputKind],
    standing: Sizes,
    record: &RecordFile,
    sound: &SoundRecord,
    surroundings: &Surroundings,
) -> Result<Outputs, Box<Report>> {
    let (project, watch) = (workshop.brief.project, workshop.watch);
    let mut minutes = Minutes::new(&sound.meeting, &project.config, surroundings);
    let wants_pdf = kinds.contains(&OutputKind::Pdf);
    let wants_print = wants_pdf || kinds.contains(&OutputKind::Print);
    let (printed, mut beside) = rayon::join(
        || match wants_print {
            true => print(project, &minutes, record, sound, wants_pdf, watch),
            false => Ok(Printed::default()),
        },
        || Beside::new(workshop, kinds, &minutes, record, sound),
    );
    let printed = printed?;
    let sheet = sheet(kinds, project, &minutes, record, sound, watch)?;
    let missing_pdf = wants_pdf && printed.pdf.is_none();
    if missing_pdf {
        minutes.pdf_file = None;
        beside = Beside::new(workshop, kinds, &minutes, record, sound);
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
    files.extend(sheet.pdf.map(|sheet| (OutputKind::Presence, sheet)));
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
        summary: beside.summary,
        searched: beside.searched,
        // What keeps one from being made mostly keeps the other too.
        faults_of_pdf: printed.faults.or(sheet.faults),
        missing_pdf,
    })
}

/// What is made of the minutes while their PDF is: it takes the longest.
struct Beside {
    markdown: Option<String>,
    data: Option<Vec<u8>>,
    summary: Option<Box<site::Summary>>,
    searched: Option<SearchedMeeting>,
}

impl Beside {
    fn new(
        workshop: &Workshop<'_>,
        kinds: &[OutputKind],
        minutes: &Minutes,
        record: &RecordFile,
        sound: &SoundRecord,
    ) -> Result<Self, Box<Report>> {
        let (project, watch) = (workshop.brief.project, workshop.watch);
        let markdown = kinds.contains(&OutputKind::Markdown).then(|| {
            let _watched = watch.rendering(Page::Markdown.template(), &record.name);
            project.templates.markdown(minutes, &record.name)
        });
        let is_of_all = workshop.brief.options.partition.is_none();
        let is_data_wanted = kinds.contains(&OutputKind::Data);
        let is_page_wanted = kinds.contains(&OutputKind::Html);
        if is_page_wanted {
            project.templates.parse(Page::Html)?;
        }
        Ok(Self {
            markdown: markdown.transpose()?,
            data: is_data_wanted.then(|| site::minutes_json(minutes)),
            // The index is made from what the data is made from: where these are old, so is that. A share keeps nothing for it.
            searched: (is_data_wanted && is_of_all && workshop.room.is_open())
                .then(|| SearchedMeeting::new(minutes, &record.address)),
            summary: (is_page_wanted || workshop.brief.has_site())
                .then(|| site::Summary::new(&sound.meeting, minutes, &record.address))
                .map(Box::new),
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

/// The sheet that those present sign, if it is wanted, or what keeps it from being made.
#[derive(Default)]
struct Sheet {
    pdf: Option<Vec<u8>>,
    faults: Option<Box<Report>>,
}

fn sheet(
    kinds: &[OutputKind],
    project: &Project,
    minutes: &Minutes,
    record: &RecordFile,
    sound: &SoundRecord,
    watch: &Watch,
) -> Result<Sheet, Box<Report>> {
    if !kinds.contains(&OutputKind::Presence) {
        return Ok(Sheet::default());
    }
    let watched = watch.rendering(SHEET_PAGE, &record.name);
    let source = sheet_xhtml(project, minutes.clone(), record, sound)?;
    drop(watched);
    let made = document(project, &source).and_then(|sheet| pdf(project, &sheet, record, sound));
    Ok(match made {
        Ok(pdf) => Sheet {
            pdf: Some(pdf),
            faults: None,
        },
        Err(faults) => Sheet {
            pdf: None,
            faults: Some(faults),
        },
    })
}
