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
    /// The most that the running header and footer take.
    header_high: Pt,
    footer_high: Pt,
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
        let reserved = |blocks: &[Block], element: &str, from_edge: Pt, margin: Pt| {
            let room = margin - from_edge - LEAST_GAP;
            let most = room + whole.height * MOST_ASIDE;
            let running =
                furniture::running(workshop, blocks, element, whole, most, WIDEST_NUMBERS);
            let high = running.height;
            let aside = if high > Pt::ZERO { high - room } else { high };
            (high, aside.max(Pt::ZERO))
        };
        let (header, footer) = (&document.running_header, &document.running_footer);
        let (header_high, above) = reserved(header, "header", sheet.header, sheet.top);
        let (footer_high, below) = reserved(footer, "footer", sheet.footer, sheet.bottom);
        let (top, bottom) = (sheet.top + above, sheet.bottom + below);
        Self {
            workshop,
            document,
            sheet,
            whole,
            header_high,
            footer_high,
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
        let running = |blocks: &[Block], element: &str, most: Pt| -> Running {
            furniture::running(self.workshop, blocks, element, self.whole, most, numbers)
        };
        let Workshop { style, fonts, .. } = self.workshop;
        let word = self.document.watermark.iter();
        let mut items: Vec<Item> = word
            .map(|word| furniture::watermark(word, style, sheet, fonts))
            .collect();
        let mut place = |own: Vec<Item>, down: Pt| {
            items.extend(own.into_iter().map(|item| item.moved(sheet.left, down)));
        };
        let header = running(&self.document.running_header, "header", self.header_high);
        place(header.items, sheet.header);
        place(text.items, self.top);
        let footer = running(&self.document.running_footer, "footer", self.footer_high);
        place(footer.items, sheet.height - sheet.footer - footer.height);
        Page {
            width: sheet.width,
            height: sheet.height,
            items,
        }
    }
}
