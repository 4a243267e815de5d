//! A sheet of paper: where the text stands on it, and what stands around.

use crate::document::{Block, Document};

use super::compose::Workshop;
use super::furniture::{self, Running};
use super::page::{Item, Page};
use super::paginate::TypePage;
use super::setting::Area;
use super::style::PageStyle;
use super::units::Pt;

/// Between a running header or footer and the text, at least.
const LEAST_GAP: Pt = Pt(4.0);
/// The most that each of them takes of the height of the text.
const MOST_ASIDE: f64 = 0.25;
/// The numbers of a page, and of all, for which they have to find room before the pages are counted.
const WIDEST_NUMBERS: (usize, usize) = (888, 888);

/// A sheet of paper, upright or sideways.
pub(super) struct Frame<'a> {
    workshop: &'a Workshop<'a>,
    document: &'a Document,
    sheet: PageStyle,
    /// What lies between the margins.
    whole: Area,
    header: Reserved<'a>,
    footer: Reserved<'a>,
    /// Where the text begins.
    pub(super) top: Pt,
    /// What is left to the text.
    pub(super) area: Area,
}

impl<'a> Frame<'a> {
    /// A running header or footer that needs more than the margin pushes the text aside, as far as that bears it.
    pub(super) fn new(
        workshop: &'a Workshop<'a>,
        document: &'a Document,
        sheet: PageStyle,
    ) -> Self {
        let whole = Area {
            width: sheet.width - sheet.left - sheet.right,
            height: sheet.height - sheet.top - sheet.bottom,
        };
        let reserve = |blocks, element, from_edge: Pt, margin: Pt| {
            let room = margin - from_edge - LEAST_GAP;
            let most = room + whole.height * MOST_ASIDE;
            let widest = furniture::running(workshop, blocks, element, whole, most, WIDEST_NUMBERS);
            let high = widest.height;
            let aside = if high > Pt::ZERO { high - room } else { high };
            let reserved = Reserved {
                blocks,
                element,
                widest,
            };
            (reserved, aside.max(Pt::ZERO))
        };
        let (header, footer) = (&document.running_header, &document.running_footer);
        let (header, above) = reserve(header, "header", sheet.header, sheet.top);
        let (footer, below) = reserve(footer, "footer", sheet.footer, sheet.bottom);
        let (top, bottom) = (sheet.top + above, sheet.bottom + below);
        Self {
            workshop,
            document,
            sheet,
            whole,
            header,
            footer,
            top,
            area: Area {
                height: sheet.height - top - bottom,
                ..whole
            },
        }
    }

    /// A page with its text and all that stands around; its number comes with how many there are.
    pub(super) fn page(&self, text: TypePage, numbers: (usize, usize)) -> Page {
        let sheet = self.sheet;
        let running =
            |reserved: &Reserved<'_>| reserved.on_page(self.workshop, self.whole, numbers);
        let Workshop { style, fonts, .. } = self.workshop;
        let word = self.document.watermark.iter();
        let mut items: Vec<Item> = word
            .map(|word| furniture::watermark(word, style, sheet, fonts))
            .collect();
        let mut place = |own: Vec<Item>, down: Pt| {
            items.extend(own.into_iter().map(|item| item.moved(sheet.left, down)));
        };
        let header = running(&self.header);
        place(header.items, sheet.header);
        place(text.items, self.top);
        let footer = running(&self.footer);
        place(footer.items, sheet.height - sheet.footer - footer.height);
        Page {
            width: sheet.width,
            height: sheet.height,
            items,
        }
    }
}

/// A running header or footer, as high as it may be on any page.
struct Reserved<'a> {
    blocks: &'a [Block],
    /// The element by which the style sheet names it.
    element: &'static str,
    /// With the widest numbers.
    widest: Running,
}

impl Reserved<'_> {
    /// With the numbers of a page; what tells none is the same on all pages, and is set once.
    fn on_page(&self, workshop: &Workshop<'_>, area: Area, numbers: (usize, usize)) -> Running {
        match self.blocks.iter().any(furniture::counts_pages) {
            true => furniture::running(
                workshop,
                self.blocks,
                self.element,
                area,
                self.widest.height,
                numbers,
            ),
            false => self.widest.clone(),
        }
    }
}
