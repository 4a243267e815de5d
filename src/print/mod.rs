//! Blocks + style → pages of positioned numbers. It knows nothing of meetings.
//!
//! The way: `compose` takes every decision of style and turns the blocks of a [`Document`] into pieces; `setting` sets them in
//! a width, paragraphs through `paragraph` (shaping, line breaking, hyphenation), tables as a `grid`; `paginate` cuts the
//! galley into pages; `furniture` adds what stands on every page. Entry point: [`lay_out`].

mod columns;
mod compose;
pub mod fonts;
mod furniture;
mod galley;
mod grid;
pub mod line;
pub mod page;
mod paginate;
pub mod paragraph;
mod setting;
mod shape;
mod structure;
pub mod style;
pub mod units;

use crate::document::{Block, Document};

use compose::Workshop;
use fonts::Fonts;
use page::{Item, Page};
use paginate::Pagination;
use setting::Area;
use structure::Structure;
use style::StyleSheet;
use units::Pt;

pub use page::Layout;

/// Between a running header or footer and the text, at least.
const LEAST_GAP: Pt = Pt(4.0);

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
    let sheet = style.page;
    let whole = Area {
        width: sheet.width - sheet.left - sheet.right,
        height: sheet.height - sheet.top - sheet.bottom,
    };
    let running = |blocks: &[Block], element: &str, numbers: (usize, usize)| {
        furniture::running(&workshop, blocks, element, whole, numbers)
    };
    // A running header or footer that needs more than the margin pushes the text aside, but never off the page.
    let aside = |blocks: &[Block], element: &str, from_edge: Pt, margin: Pt| {
        let (items, high) = running(blocks, element, (1, 1));
        let needed = if items.is_empty() {
            Pt::ZERO
        } else {
            from_edge + high + LEAST_GAP - margin
        };
        needed.max(Pt::ZERO).min(whole.height / 4.0)
    };
    let top = sheet.top + aside(&document.running_header, "header", sheet.header, sheet.top);
    let bottom = sheet.bottom
        + aside(
            &document.running_footer,
            "footer",
            sheet.footer,
            sheet.bottom,
        );
    let area = Area {
        height: sheet.height - top - bottom,
        ..whole
    };
    let mut structure = Structure::new();
    let pieces = compose::compose(&workshop, &mut structure, &document.body, "body");
    let Pagination {
        pages,
        mut destinations,
        mut outline,
    } = paginate::paginate(setting::set(pieces, area, fonts), area.height);
    for y in destinations
        .iter_mut()
        .map(|aim| &mut aim.y)
        .chain(outline.iter_mut().map(|entry| &mut entry.y))
    {
        *y += top;
    }
    let count = pages.len();
    let pages = pages.into_iter().enumerate().map(|(index, page)| {
        let numbers = (index + 1, count);
        let mut items: Vec<Item> = document
            .watermark
            .iter()
            .map(|word| furniture::watermark(word, style, fonts))
            .collect();
        let (header, _) = running(&document.running_header, "header", numbers);
        place(&mut items, header, sheet.left, sheet.header);
        place(&mut items, page.items, sheet.left, top);
        let (footer, high) = running(&document.running_footer, "footer", numbers);
        place(
            &mut items,
            footer,
            sheet.left,
            sheet.height - sheet.footer - high,
        );
        Page {
            width: sheet.width,
            height: sheet.height,
            items,
        }
    });
    Layout {
        language: document.language.clone(),
        metadata: document.metadata.clone(),
        pages: pages.collect(),
        elements: structure.into_elements(),
        outline,
        destinations,
    }
}

fn place(page: &mut Vec<Item>, items: Vec<Item>, right: Pt, down: Pt) {
    page.extend(items.into_iter().map(|item| item.moved(right, down)));
}
