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
mod navigation;
mod objects;
mod pen;
mod pictures;
mod serialize;
mod structure;
mod subset;

pub use fault::{PdfFault, PictureFault};
pub use pictures::Pictures;

use crate::print::Layout;
use crate::print::fonts::Fonts;

/// The PDF of a document laid out with those fonts and those pictures.
///
/// # Errors
/// A glyph that its font does not have, a font that cannot be cut down, a picture that is not among `pictures`, a link to an
/// anchor that is nowhere.
pub fn write(layout: &Layout, fonts: &Fonts, pictures: &Pictures) -> Result<Vec<u8>, PdfFault> {
    let subsets = subset::of_pages(&layout.pages, fonts)?;
    let content = content::of_pages(layout, &subsets, pictures)?;
    let mut document = printpdf::PdfDocument::new("");
    document.resources.fonts.map = fonts::resources(&subsets);
    document.resources.xobjects.map = pictures.resources(&content.pictures);
    document.pages = content.pages;
    let options = printpdf::PdfSaveOptions::default();
    let document = document.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(document, layout, &subsets, &content.events)
}
