//! Widths of columns by trial: those that make the table lowest, within the bounds of each.
//!
//! Entry point: [`lowest`]. The lines of each text are counted as if they were filled one after the other, which is nearly what
//! the setting of paragraphs makes of them, at a hundredth of the cost.

use super::demands::Text;
use crate::print::columns::Shares;
use crate::print::compose::{CellPiece, TablePiece};
use crate::print::units::Pt;

/// By how much a column is widened, at the cost of another: large steps first.
const STEPS: [Pt; 5] = [Pt(80.0), Pt(40.0), Pt(20.0), Pt(10.0), Pt(5.0)];
/// What a step must gain: half a line. Less is no reason to leave widths in proportion to the texts.
const LEAST_GAIN: Pt = Pt(6.0);
/// How often the texts of the table may be counted through: trials cost a small part of the layout…
const MOST_COUNTS: usize = 24;
/// … and so many words cost nothing that is felt.
const FREE_WORDS: usize = 6_000;

/// The widths that make the table lowest.
pub(super) fn lowest(
    table: &TablePiece,
    texts: &[Vec<Text>],
    gutter: Pt,
    shares: Shares,
) -> Vec<Pt> {
    let columns = shares.widths.len();
    if texts.is_empty() || columns < 2 || table.rows.len() < 2 {
        return shares.widths;
    }
    let mut trial = Trial {
        table,
        texts,
        gutter,
        heights: vec![Pt::ZERO; texts.len()],
        budget: 0,
    };
    let is_broken = trial.count_all(&shares.widths);
    if !is_broken {
        return shares.widths;
    }
    let words = texts.iter().flatten().map(|text| text.stretches.len());
    trial.budget = words.sum::<usize>() * MOST_COUNTS + FREE_WORDS;
    let mut best = shares.widths.clone();
    let mut height = trial.height();
    for step in STEPS {
        while let Some((widths, lower)) = trial.better(&best, step, height, &shares) {
            (best, height) = (widths, lower);
        }
    }
    best
}

struct Trial<'a> {
    table: &'a TablePiece,
    texts: &'a [Vec<Text>],
    gutter: Pt,
    /// How high each cell is.
    heights: Vec<Pt>,
    /// How many words may still be counted.
    budget: usize,
}

impl Trial<'_> {
    /// The best of the widths one step away, with the height of the table, if that is a gain. The heights kept are those of the
    /// widths that are returned, or else of those that came in.
    fn better(
        &mut self,
        widths: &[Pt],
        step: Pt,
        height: Pt,
        shares: &Shares,
    ) -> Option<(Vec<Pt>, Pt)> {
        let before = self.heights.clone();
        let mut best: Option<(Vec<Pt>, Pt, Vec<Pt>)> = None;
        for to in 0..widths.len() {
            for from in (0..widths.len()).filter(|from| *from != to) {
                let mut tried = widths.to_vec();
                tried[from] -= step;
                tried[to] += step;
                if tried[from] < shares.least[from] || tried[to] > shares.most[to] {
                    continue;
                }
                if !self.count(&tried, from, to) {
                    break;
                }
                let lower = self.height();
                let heights = std::mem::replace(&mut self.heights, before.clone());
                let known = best.as_ref().map_or(height - LEAST_GAIN, |best| best.1);
                if lower < known {
                    best = Some((tried, lower, heights));
                }
            }
        }
        let (widths, lower, heights) = best?;
        self.heights = heights;
        Some((widths, lower))
    }

    /// Counts the lines of every cell, and tells whether any text takes more than one.
    fn count_all(&mut self, widths: &[Pt]) -> bool {
        let mut is_broken = false;
        for (index, (cell, texts)) in self.table.cells.iter().zip(self.texts).enumerate() {
            let inner = self.inner(cell, widths);
            let (height, broken) = height_of(texts, inner);
            self.heights[index] = height + cell.padding_y * 2.0;
            is_broken |= broken;
        }
        is_broken
    }

    /// Counts the lines of the cells that two columns change; not at all once enough has been counted.
    fn count(&mut self, widths: &[Pt], from: usize, to: usize) -> bool {
        for (index, (cell, texts)) in self.table.cells.iter().zip(self.texts).enumerate() {
            let columns = cell.column..cell.column + cell.column_span.max(1);
            if columns.contains(&from) == columns.contains(&to) {
                continue;
            }
            let words: usize = texts.iter().map(|text| text.stretches.len() + 1).sum();
            let Some(budget) = self.budget.checked_sub(words) else {
                return false;
            };
            self.budget = budget;
            let (height, _) = height_of(texts, self.inner(cell, widths));
            self.heights[index] = height + cell.padding_y * 2.0;
        }
        true
    }

    fn inner(&self, cell: &CellPiece, widths: &[Pt]) -> Pt {
        let last = (cell.column + cell.column_span.max(1)).min(widths.len());
        let own = widths.get(cell.column..last).unwrap_or_default();
        let gutters = self.gutter * own.len().saturating_sub(1) as f64;
        own.iter().copied().sum::<Pt>() + gutters - cell.padding_x * 2.0
    }

    /// The height of the table: a row ends with the highest of the cells that end in it.
    fn height(&self) -> Pt {
        let mut bottoms = vec![Pt::ZERO; self.table.rows.len() + 1];
        let mut ends: Vec<Pt> = vec![Pt::ZERO; self.table.rows.len()];
        let mut cells = self.table.cells.iter().zip(&self.heights).peekable();
        for row in 0..self.table.rows.len() {
            let top = bottoms[row];
            while let Some((cell, height)) = cells.next_if(|(cell, _)| cell.row <= row) {
                let last = (row + cell.row_span.max(1) - 1).min(ends.len() - 1);
                ends[last] = ends[last].max(top + *height);
            }
            bottoms[row + 1] = ends[row].max(top);
        }
        bottoms.last().copied().unwrap_or_default()
    }
}

/// The height of some texts one below the other, and whether one of them takes more than a line.
fn height_of(texts: &[Text], width: Pt) -> (Pt, bool) {
    let mut height = Pt::ZERO;
    let mut is_broken = false;
    for text in texts {
        let lines = text.stretches.lines(width - text.indent);
        height += text.leading * lines as f64;
        is_broken |= lines > 1;
    }
    (height, is_broken)
}
