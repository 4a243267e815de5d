//! What is not shaped as it is repaired is told, each kind of repair for itself: a sound document is broken in one place.

mod cuts;
mod layouts;
mod misshapen;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::{self, Content};
use super::misshapen::Misshapen;
use super::pictures::Pictures;
use super::subset::Subsets;
use super::{PdfFault, finish, frame, subset};
use crate::diagnostic::Source;
use crate::document;
use crate::print::fonts::Fonts;
use crate::print::style::StyleSheet;
use crate::print::{Layout, lay_out};

/// Two pages in two faces with a link, an anchor and headings.
fn sound_layout(fonts: &Fonts) -> Layout {
    let lines = "<p>Relance à Gao</p>".repeat(80);
    let body =
        format!("<h1>Titre</h1><h2 id=\"gao\">Gao</h2><p><a href=\"#gao\">vers</a></p>{lines}");
    let layout = laid_out(&body, fonts);
    assert_eq!(layout.pages.len(), 2);
    layout
}

fn laid_out(body: &str, fonts: &Fonts) -> Layout {
    let source = Source {
        name: "test.print.html".into(),
        text: format!(
            "<html lang=\"fr\"><head><title>Essai</title></head><body>{body}</body></html>"
        ),
    };
    let document = document::Document::parse(&source).unwrap();
    lay_out(&document, &StyleSheet::default(), fonts, &|_| None)
}

/// Breaks what printpdf writes of the sound layout; gives what comes of its repair.
fn repaired(
    break_it: impl FnOnce(&mut Document),
    repair: impl FnOnce(Document, &Layout, &Subsets<'_>, Content<'_>) -> Result<Vec<u8>, PdfFault>,
) -> Result<Vec<u8>, PdfFault> {
    let fonts = Fonts::embedded();
    let layout = sound_layout(&fonts);
    let subsets = subset::of_pages(&layout.pages, &fonts).unwrap();
    let content = content::of_pages(&layout, &subsets, &Pictures::default()).unwrap();
    let mut document = frame(&layout, &subsets, Default::default()).unwrap();
    break_it(&mut document);
    repair(document, &layout, &subsets, content)
}

/// Whether a document broken so is refused for that.
#[track_caller]
fn check(break_it: impl FnOnce(&mut Document), expected: &Misshapen) {
    let finished = repaired(break_it, finish::finish);
    assert_eq!(finished, Err(PdfFault::Misshapen(expected.clone())));
}

/// The object that one comes to from a page, from 0, by these keys; of a list, the first item.
fn object(document: &Document, page: usize, path: &[&str]) -> ObjectId {
    let mut id = document.page_iter().nth(page).unwrap();
    let mut object = &document.objects[&id];
    for key in path {
        object = object.as_dict().unwrap().get(key.as_bytes()).unwrap();
        loop {
            match object {
                Object::Array(items) => object = &items[0],
                Object::Reference(next) => {
                    id = *next;
                    object = &document.objects[&id];
                }
                _ => break,
            }
        }
    }
    id
}

/// The entries of the object that one comes to so.
fn entries<'a>(document: &'a mut Document, page: usize, path: &[&str]) -> &'a mut Dictionary {
    let id = object(document, page, path);
    let object = document.objects.get_mut(&id).unwrap();
    object.as_dict_mut().unwrap()
}
