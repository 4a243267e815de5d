//! A table in its width: how wide its columns are, and its cells set.

use std::sync::Arc;

use super::crowded::eased;
use super::{Area, set, trial};
use crate::print::columns::{ColumnDemand, shares};
use crate::print::compose::{CellPiece, TablePiece};
use crate::print::fonts::Fonts;
use crate::print::galley::{Flow, RepeatedHead, Strip};
use crate::print::grid::{Grid, GridCell, GridRow};
use crate::print::page::{FilledBox, Item};
use crate::print::units::Pt;

/// The most that a padding takes of the width of a cell, on each side, and of the height of a page.
const MOST_PADDING_X: f64 = 0.25;
const MOST_PADDING_Y: f64 = 0.125;
/// A table that fills so much of its measure fills it whole: an edge just short of the margin looks like a slip.
const ALMOST_WHOLE: f64 = 0.8;

pub(super) fn set_table(mut table: TablePiece, area: Area, fonts: &Fonts) -> Grid {
    let count = table.page_columns.max(1);
    let page_gutter = gutter(table.page_gutter, area.width, count);
    let width = (area.width - page_gutter * (count - 1) as f64) / count as f64;
    let gaps = table.columns.len().saturating_sub(1) as f64;
    let gutter = gutter(table.gutter, width, table.columns.len());
    let whole = width - gutter * gaps;
    let (demands, texts) = eased(&mut table, whole, fonts);
    let total = match table.full_width {
        true => whole,
        false => natural(whole, &demands),
    };
    let width = total + gutter * gaps;
    let columns = trial::lowest(&table, &texts, gutter, shares(total, &demands));
    let left_of =
        |column: usize| columns.iter().take(column).copied().sum::<Pt>() + gutter * column as f64;
    let rows = table.rows.into_iter().map(|row| GridRow {
        anchors: row.anchors,
        keep_together: row.keep_together,
        keep_with_next: row.keep_with_next,
        continued: (row.continued).map(|cell| Arc::new(continued(cell, width, area, fonts))),
    });
    let cells = table.cells.into_iter().map(|cell| {
        let last = (cell.column + cell.column_span).min(columns.len());
        let x = left_of(cell.column);
        let right = left_of(last) - gutter * f64::from(u8::from(last > 0));
        let width = (right - x).max(Pt::ZERO);
        let padding_x = cell.padding_x.min(width * MOST_PADDING_X);
        let padding_y = cell.padding_y.min(area.height * MOST_PADDING_Y);
        let inside = Area {
            width: width - padding_x * 2.0,
            height: area.height - padding_y * 2.0,
        };
        GridCell {
            row: cell.row,
            row_span: cell.row_span,
            columns: cell.column..last,
            x,
            width,
            padding_x,
            padding_y,
            background: cell.background,
            content: slugs_only(set(cell.content, inside, fonts), inside.height),
        }
    });
    Grid {
        cells: cells.collect(),
        width,
        column_edges: (0..=columns.len()).map(left_of).collect(),
        head_rows: table.head_rows,
        rows: rows.collect(),
        ruling: table.ruling,
        rule_width: table.rule_width,
        rule_color: table.rule_color,
        page_columns: count,
        page_gutter,
        ..Grid::default()
    }
}

/// What says that a theme goes on, across the whole table.
fn continued(cell: CellPiece, width: Pt, area: Area, fonts: &Fonts) -> RepeatedHead {
    let padding_x = cell.padding_x.min(width * MOST_PADDING_X);
    let padding_y = cell.padding_y.min(area.height * MOST_PADDING_Y);
    let inside = Area {
        width: width - padding_x * 2.0,
        height: area.height - padding_y * 2.0,
    };
    let mut down = padding_y;
    let mut items = Vec::new();
    for strip in slugs_only(set(cell.content, inside, fonts), inside.height) {
        let own = strip.items.into_iter();
        items.extend(own.map(|item| item.moved(padding_x, down)));
        down += strip.height;
    }
    let height = down + padding_y;
    if let Some(color) = cell.background {
        let behind = FilledBox {
            x: Pt::ZERO,
            y: Pt::ZERO,
            width,
            height,
            color,
        };
        items.insert(0, Item::Box(behind));
    }
    RepeatedHead { height, items }
}

/// The width of a table that is no wider than its text asks for.
fn natural(whole: Pt, demands: &[ColumnDemand]) -> Pt {
    let wanted: Pt = demands.iter().map(|demand| demand.widest).sum();
    if wanted > whole * ALMOST_WHOLE || wanted <= Pt::ZERO {
        whole
    } else {
        wanted
    }
}

/// The space between columns side by side, which never takes more than half of the width.
fn gutter(wanted: Pt, width: Pt, columns: usize) -> Pt {
    let gaps = columns.saturating_sub(1).max(1) as f64;
    wanted.min(width / (2.0 * gaps))
}

/// What a cell or a column holds; of a table within it, what is no higher than a page is never cut.
fn slugs_only(flows: Vec<Flow>, height: Pt) -> Vec<Strip> {
    let mut strips = Vec::with_capacity(flows.len());
    for flow in flows {
        match flow {
            Flow::Strip(strip) => strips.push(strip),
            Flow::Grid(grid) => strips.extend(grid.into_strips(height)),
        }
    }
    if let Some(first) = strips.first_mut() {
        first.space_before = Pt::ZERO;
    }
    strips
}
