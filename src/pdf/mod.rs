//! Pages → the bytes of a PDF that conforms to PDF/UA-1 (ISO 14289-1) and to PDF/A-2a (ISO 19005-2) at once.
//!
//! The way: `subset` has each face cut down to the glyphs that the pages use; `content` turns the items of the pages into their
//! content streams (`drawing`) and notes which element each stretch belongs to; printpdf makes the document, with its pages, fonts
//! and pictures; `finish` adds through lopdf what printpdf does not know: these streams, the tags (`structure`, written by `scribe`), the links, the side panel and the anchors (`navigation`), the
//! properties (`metadata`), exact fonts (`fonts`); `file` writes the bytes. Nothing is decided here: what stands where, and what it is to a
//! reader who does not see the page, the [`Layout`] says. Equal layouts give equal bytes. Entry point: [`write()`]. This is
//! the only module that names printpdf, lopdf and png.

mod clusters;
mod content;
mod deflate;
mod drawing;
mod fault;
mod file;
mod finish;
mod fonts;
mod icc;
mod marks;
mod metadata;
mod misshapen;
mod navigation;
mod objects;
mod pen;
mod pictures;
mod scribe;
mod serialize;
mod shown;
mod structure;
mod subset;

use std::collections::BTreeMap;

pub use fault::{PdfFault, PictureFault};
pub use misshapen::{Misshapen, Part};
pub use pictures::Pictures;

use crate::print::Layout;
use crate::print::fonts::Fonts;
use crate::print::page::Page;

/// The PDF of a document laid out with those fonts and those pictures.
///
/// # Errors
/// A glyph that its font does not have, a font that cannot be cut down, a picture that is not among `pictures`, a link to an
/// anchor that is nowhere; whatever is not as it was made to be, in the layout or in what printpdf makes of it.
pub fn write(layout: &Layout, fonts: &Fonts, pictures: &Pictures) -> Result<Vec<u8>, PdfFault> {
    let subsets = subset::of_pages(&layout.pages, fonts)?;
    let content = content::of_pages(layout, &subsets, pictures)?;
    let shown = pictures.resources(&content.pictures)?;
    let document = frame(layout, &subsets, shown)?;
    finish::finish(document, layout, &subsets, content)
}

/// The document as printpdf makes it: its pages still blank, with the fonts and the pictures that they will use.
fn frame(
    layout: &Layout,
    subsets: &subset::Subsets<'_>,
    pictures: BTreeMap<printpdf::XObjectId, printpdf::XObject>,
) -> Result<lopdf::Document, PdfFault> {
    let mut document = printpdf::PdfDocument::new("");
    document.resources.fonts.map = fonts::resources(subsets);
    document.resources.xobjects.map = pictures;
    document.pages = layout.pages.iter().map(blank).collect();
    if let Some(first) = document.pages.first_mut() {
        first.ops = fonts::uses(subsets);
    }
    let mut warnings = Vec::new();
    let document = document.to_lopdf_document(&printpdf::PdfSaveOptions::default(), &mut warnings);
    // Each of them tells of a font that is not embedded.
    match warnings.into_iter().next() {
        Some(warning) => Err(PdfFault::Assembly(warning.msg)),
        None => Ok(document),
    }
}

fn blank(page: &Page) -> printpdf::PdfPage {
    let [width, height] = [page.width, page.height]
        .map(|length| printpdf::Pt((pen::hundredths(length.0) as f64 / 100.0) as f32));
    let paper = printpdf::Rect::from_wh(width, height);
    printpdf::PdfPage {
        media_box: paper.clone(),
        trim_box: paper.clone(),
        crop_box: paper,
        ops: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
