//! Blocks + style → pages of positioned numbers. It knows nothing of meetings.
//!
//! The way: `compose` takes every decision of style and turns the blocks of a [`Document`] into pieces; `setting` sets them in
//! a width, paragraphs through `paragraph` (shaping, line breaking, hyphenation), tables as a `grid`; `paginate` cuts the
//! galley into pages; `frame` knows each sheet, and `furniture` sets what stands on every page. Where the text turns to pages held
//! sideways and back, `parts` cuts it. Entry point: [`lay_out`].

mod columns;
mod compose;
pub mod fonts;
mod frame;
mod furniture;
mod galley;
mod grid;
pub mod line;
pub mod page;
mod paginate;
pub mod paragraph;
mod parts;
mod setting;
mod shape;
mod structure;
pub mod style;
pub mod units;

use crate::document::Document;

use compose::Workshop;
use fonts::Fonts;
use frame::Frame;
use paginate::{Pagination, TypePage};
use structure::Structure;
use style::StyleSheet;

pub use page::Layout;

/// Lays a document out. `pictures` tells the size in pixels of a picture by its name; one that it does not know is replaced by
/// its words.
#[must_use]
pub fn lay_out(
    document: &Document,
    style: &StyleSheet,
    fonts: &Fonts,
    pictures: &dyn Fn(&str) -> Option<(u32, u32)>,
) -> Layout {
    let workshop = Workshop {
        style,
        fonts,
        pictures,
    };
    let mut structure = Structure::new();
    let look = ("body", document.class.as_deref());
    let pieces = compose::compose(&workshop, &mut structure, &document.body, look);
    let upright = Frame::new(&workshop, document, style.page);
    let turned = style.page.sideways().filter(|_| parts::turns(&pieces));
    let sideways = turned.map(|sheet| Frame::new(&workshop, document, sheet));
    let parts = match &sideways {
        None => vec![(&upright, pieces)],
        Some(sideways) => parts::parts(pieces)
            .into_iter()
            .map(|part| (if part.sideways { sideways } else { &upright }, part.pieces))
            .collect(),
    };
    let mut pages: Vec<(&Frame<'_>, TypePage)> = Vec::new();
    let (mut destinations, mut outline) = (Vec::new(), Vec::new());
    for (frame, pieces) in parts {
        let area = frame.area;
        let part: Pagination = paginate::paginate(
            setting::galley(pieces, area, fonts),
            area.height,
            style.page.tightening,
        );
        let first = pages.len();
        destinations.extend(part.destinations.into_iter().map(|mut aim| {
            (aim.page, aim.y) = (aim.page + first, aim.y + frame.top);
            aim
        }));
        outline.extend(part.outline.into_iter().map(|mut entry| {
            (entry.page, entry.y) = (entry.page + first, entry.y + frame.top);
            entry
        }));
        pages.extend(part.pages.into_iter().map(|page| (frame, page)));
    }
    let count = pages.len();
    let pages = pages.into_iter().enumerate();
    Layout {
        language: document.language.clone(),
        metadata: document.metadata.clone(),
        pages: pages
            .map(|(index, (frame, page))| frame.page(page, (index + 1, count)))
            .collect(),
        elements: structure.into_elements(),
        outline,
        destinations,
    }
}
