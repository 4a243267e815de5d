//! A table set in columns of known width, and how it is cut between pages.
//!
//! Each cell is a small galley. A row is as high as the highest cell that ends in it; a cell that covers several rows flows
//! beside them. Where a page ends, every cell that is open is cut, each at a place of its own, and goes on at the top of the
//! next page: so the rows may be of any height, and cells that begin in one row begin level. Entry point: [`Grid::cut`].

mod continued;
mod cursor;
mod cut;
mod nested;
mod paint;
mod split;

use std::ops::Range;
use std::sync::Arc;

use super::galley::{Anchor, Break, RepeatedHead, Strip};
use super::style::Ruling;
use super::units::{Color, Pt};

pub(super) use cursor::{Cursor, Fragment};

/// A table set in columns of known width.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Grid {
    /// The space above it, unless it begins a page.
    pub(super) space_before: Pt,
    /// Whether a page may end before it.
    pub(super) break_before: Break,
    /// What begins with it.
    pub(super) anchors: Vec<Anchor>,
    /// From the left edge of the galley.
    pub(super) x: Pt,
    /// Its width; that of one of the columns of the page, if it is set in several.
    pub(super) width: Pt,
    /// The left edge of each column, and the right edge of the last.
    pub(super) column_edges: Vec<Pt>,
    /// How many of the rows are repeated on each page.
    pub(super) head_rows: usize,
    /// All rows.
    pub(super) rows: Vec<GridRow>,
    /// The cells, by row, then by column.
    pub(super) cells: Vec<GridCell>,
    /// Which rules are drawn.
    pub(super) ruling: Ruling,
    /// Their thickness.
    pub(super) rule_width: Pt,
    /// Their colour.
    pub(super) rule_color: Color,
    /// In how many columns side by side the rows are set.
    pub(super) page_columns: usize,
    /// The space between these.
    pub(super) page_gutter: Pt,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct GridRow {
    /// What begins here.
    pub(super) anchors: Vec<Anchor>,
    /// Whether it stays on one page.
    pub(super) keep_together: bool,
    /// Whether it holds headings alone, over all columns, and so begins on the page of the next row.
    pub(super) keep_with_next: bool,
    /// What says below a repeated head that what begins here goes on.
    pub(super) continued: Option<Arc<RepeatedHead>>,
}

/// A cell, set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct GridCell {
    /// Its first row.
    pub(super) row: usize,
    /// How many rows it covers.
    pub(super) row_span: usize,
    /// The columns it covers.
    pub(super) columns: Range<usize>,
    /// Its left edge.
    pub(super) x: Pt,
    /// Its width.
    pub(super) width: Pt,
    /// Between its edges and its text, left and right.
    pub(super) padding_x: Pt,
    /// Above and below its text.
    pub(super) padding_y: Pt,
    /// The colour behind it.
    pub(super) background: Option<Color>,
    /// What it holds.
    pub(super) content: Vec<Strip>,
}

impl Grid {
    /// Takes the spaces in by that factor, but for the lines of the text.
    pub(super) fn tighten(&mut self, factor: f64) {
        self.space_before = self.space_before * factor;
        for cell in &mut self.cells {
            cell.padding_y = cell.padding_y * factor;
            for strip in &mut cell.content {
                strip.tighten(factor);
            }
        }
    }
}

impl GridCell {
    /// The last row it covers.
    fn last_row(&self) -> usize {
        self.row + self.row_span.max(1) - 1
    }

    /// The height of a part of its content, from the top of the first strip, or of what is repeated above it, to the foot of
    /// the last.
    fn height_of(&self, part: Range<usize>) -> Pt {
        let first = part.start;
        let strips = self.content.get(part).unwrap_or_default();
        let head = strips.first().map_or(Pt::ZERO, Strip::head_height);
        let spaces: Pt = strips.iter().skip(1).map(|strip| strip.space_before).sum();
        let heights: Pt = strips.iter().map(|strip| strip.height).sum();
        debug_assert!(first <= self.content.len());
        head + spaces + heights
    }
}
