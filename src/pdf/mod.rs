//! Pages → the bytes of a PDF that conforms to PDF/UA-1 (ISO 14289-1) and to PDF/A-2a (ISO 19005-2) at once.
//!
//! The way: `subset` cuts each face down to the glyphs that the pages use; `content` turns the items of the pages into
//! printpdf's operations and notes which element each stretch belongs to; printpdf writes them; `finish` adds through lopdf
//! what printpdf does not know: the tags (`structure`), the links, the side panel and the anchors (`navigation`), the
//! properties (`metadata`), exact fonts (`fonts`); `file` writes the bytes. Nothing is decided here: what stands where, and what it is to a
//! reader who does not see the page, the [`Layout`] says. Equal layouts give equal bytes. Entry point: [`write()`]. This is
//! the only module that names printpdf, lopdf, subsetter and png.

mod clusters;
mod content;
mod deflate;
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
mod serialize;
mod structure;
mod subset;

use std::collections::BTreeMap;

pub use fault::{PdfFault, PictureFault};
pub use misshapen::{Misshapen, Part};
pub use pictures::Pictures;

use crate::print::Layout;
use crate::print::fonts::Fonts;

/// The PDF of a document laid out with those fonts and those pictures.
///
/// # Errors
/// A glyph that its font does not have, a font that cannot be cut down, a picture that is not among `pictures`, a link to an
/// anchor that is nowhere; whatever is not as it was made to be, in the layout or in what printpdf makes of it.
pub fn write(layout: &Layout, fonts: &Fonts, pictures: &Pictures) -> Result<Vec<u8>, PdfFault> {
    let subsets = subset::of_pages(&layout.pages, fonts)?;
    let mut content = content::of_pages(layout, &subsets, pictures)?;
    let shown = pictures.resources(&content.pictures)?;
    let count = shown.len();
    let document = draw(std::mem::take(&mut content.pages), &subsets, shown)?;
    finish::finish(document, layout, &subsets, &content.events, count)
}

/// The pages as printpdf writes them.
fn draw(
    pages: Vec<printpdf::PdfPage>,
    subsets: &subset::Subsets<'_>,
    pictures: BTreeMap<printpdf::XObjectId, printpdf::XObject>,
) -> Result<lopdf::Document, PdfFault> {
    let mut document = printpdf::PdfDocument::new("");
    document.resources.fonts.map = fonts::resources(subsets);
    document.resources.xobjects.map = pictures;
    document.pages = pages;
    let mut warnings = Vec::new();
    let document = document.to_lopdf_document(&printpdf::PdfSaveOptions::default(), &mut warnings);
    // Each of them tells of a text that is not shown, or of a font that is not embedded.
    match warnings.into_iter().next() {
        Some(warning) => Err(PdfFault::Assembly(warning.msg)),
        None => Ok(document),
    }
}

#[cfg(test)]
mod tests;
