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
/// The most that each of them takes of the height of the text.
const MOST_ASIDE: f64 = 0.25;
/// The numbers of a page, and of all, for which they have to find room before the pages are counted.
const WIDEST_NUMBERS: (usize, usize) = (888, 888);

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
    let running = |blocks: &[Block], element: &str, most: Pt, numbers: (usize, usize)| {
        furniture::running(&workshop, blocks, element, whole, most, numbers)
    };
    // A running header or footer that needs more than the margin pushes the text aside, as far as that bears it.
    let reserved = |blocks: &[Block], element: &str, from_edge: Pt, margin: Pt| {
        let room = margin - from_edge - LEAST_GAP;
        let most = room + whole.height * MOST_ASIDE;
        let high = running(blocks, element, most, WIDEST_NUMBERS).height;
        let aside = if high > Pt::ZERO { high - room } else { high };
        (high, aside.max(Pt::ZERO))
    };
    let (header_high, above) =
        reserved(&document.running_header, "header", sheet.header, sheet.top);
    let (footer_high, below) = reserved(
        &document.running_footer,
        "footer",
        sheet.footer,
        sheet.bottom,
    );
    let (top, bottom) = (sheet.top + above, sheet.bottom + below);
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
        let header = running(&document.running_header, "header", header_high, numbers);
        place(&mut items, header.items, sheet.left, sheet.header);
        place(&mut items, page.items, sheet.left, top);
        let footer = running(&document.running_footer, "footer", footer_high, numbers);
        let footer_top = sheet.height - sheet.footer - footer.height;
        place(&mut items, footer.items, sheet.left, footer_top);
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
