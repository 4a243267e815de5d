//! On the way to the PDF: print XHTML, blocks, pages, bytes. A fault on the way names the template and the record.

use super::discover::RecordFile;
use super::kinds::ArchiveFault;
use super::project::Project;
use super::reading::SoundRecord;
use crate::diagnostic::{Diagnostic, Report, Source};
use crate::document::{Classes, Document};
use crate::minutes::{AttendanceSheet, Minutes};
use crate::print::lay_out;
use crate::templates::{PRINT_PAGE, SHEET_PAGE};
use crate::{pdf, print::style::StyleSheet};

/// Stands between the template and the record in the name of a rendered text.
const APPLIED_TO: &str = " appliqué à ";

/// The text that the PDF is laid out from.
///
/// # Errors
/// The fault of a template.
pub(super) fn xhtml(
    project: &Project,
    minutes: &Minutes,
    record: &RecordFile,
) -> Result<Source, Box<Report>> {
    let text = project.templates.print(minutes, &record.name)?;
    Ok(rendered(PRINT_PAGE, record, text))
}

/// The text that the sheet is laid out from which those present sign.
///
/// # Errors
/// The fault of a template.
pub(super) fn sheet_xhtml(
    project: &Project,
    minutes: Minutes,
    record: &RecordFile,
    sound: &SoundRecord,
) -> Result<Source, Box<Report>> {
    let sheet = AttendanceSheet::new(&sound.meeting, &project.config, minutes);
    let text = project.templates.sheet(&sheet, &record.name)?;
    Ok(rendered(SHEET_PAGE, record, text))
}

fn rendered(template: &str, record: &RecordFile, text: String) -> Source {
    Source {
        name: format!("{template}{APPLIED_TO}{}", record.name),
        text,
    }
}

/// What that text says.
///
/// # Errors
/// All that cannot be printed: the other outputs of the record are sound.
pub(super) fn document(project: &Project, xhtml: &Source) -> Result<Document, Box<Report>> {
    Document::parse_with(xhtml, &classes(&project.style))
        .map_err(|faults| Box::new(Report::new(xhtml.clone(), faults)))
}

/// The PDF of a record.
///
/// # Errors
/// The characters of the record that no font holds, or what the writer of the PDF refuses: the other outputs are sound.
pub(super) fn pdf(
    project: &Project,
    document: &Document,
    record: &RecordFile,
    sound: &SoundRecord,
) -> Result<Vec<u8>, Box<Report>> {
    if let Some(report) = project.why_no_pdf(&sound.source, &sound.reading) {
        return Err(Box::new(report));
    }
    let size = |name: &str| project.pictures.size(name);
    let layout = lay_out(document, &project.style, &project.fonts, &size);
    pdf::write(&layout, &project.fonts, &project.pictures).map_err(|fault| {
        let fault = Diagnostic::new(
            ArchiveFault::Pdf,
            format!("le PDF ne peut pas être fait : {fault}"),
        );
        Box::new(Report::of_file(record.name.clone(), fault))
    })
}

/// The names that the style sheet knows, of blocks and of columns alike.
fn classes(style: &StyleSheet) -> Classes<'_> {
    let names = style.rules.keys().chain(style.columns.keys());
    let names: Vec<&str> = names.map(String::as_str).collect();
    Classes {
        styles: names.clone(),
        columns: names,
    }
}

/// The template of a rendered text, by the name of its report; `None` for any other file.
pub(super) fn rendered_from(name: &str) -> Option<&str> {
    let (template, _) = name.split_once(APPLIED_TO)?;
    [PRINT_PAGE, SHEET_PAGE]
        .contains(&template)
        .then_some(template)
}
