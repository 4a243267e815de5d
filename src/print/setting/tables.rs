//! A table in its width: how wide its columns are, and its cells set.

use super::{Area, set};
use crate::print::columns::{ColumnDemand, widths};
use crate::print::compose::{CellPiece, PieceKind, TablePiece};
use crate::print::fonts::Fonts;
use crate::print::galley::{Flow, Slug};
use crate::print::grid::{Grid, GridCell, GridRow};
use crate::print::line::Extent;
use crate::print::paragraph;
use crate::print::units::Pt;

/// The most that a padding takes of the width of a cell, on each side, and of the height of a page.
const MOST_PADDING_X: f64 = 0.25;
const MOST_PADDING_Y: f64 = 0.125;

pub(super) fn set_table(table: TablePiece, area: Area, fonts: &Fonts) -> Grid {
    let count = table.page_columns.max(1);
    let page_gutter = gutter(table.page_gutter, area.width, count);
    let width = (area.width - page_gutter * (count - 1) as f64) / count as f64;
    let gaps = table.columns.len().saturating_sub(1) as f64;
    let gutter = gutter(table.gutter, width, table.columns.len());
    let columns = widths(width - gutter * gaps, &demands(&table, fonts));
    let left_of =
        |column: usize| columns.iter().take(column).copied().sum::<Pt>() + gutter * column as f64;
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
        rows: table
            .rows
            .into_iter()
            .map(|row| GridRow {
                anchors: row.anchors,
                keep_together: row.keep_together,
            })
            .collect(),
        ruling: table.ruling,
        rule_width: table.rule_width,
        rule_color: table.rule_color,
        page_columns: count,
        page_gutter,
        ..Grid::default()
    }
}

/// The space between columns side by side, which never takes more than half of the width.
fn gutter(wanted: Pt, width: Pt, columns: usize) -> Pt {
    let gaps = columns.saturating_sub(1).max(1) as f64;
    wanted.min(width / (2.0 * gaps))
}

/// What a cell or a column holds; of a table within it, what is no higher than a page is never cut.
fn slugs_only(flows: Vec<Flow>, height: Pt) -> Vec<Slug> {
    let mut slugs: Vec<Slug> = flows
        .into_iter()
        .flat_map(|flow| match flow {
            Flow::Slug(slug) => vec![slug],
            Flow::Grid(grid) => grid.into_slugs(height),
        })
        .collect();
    if let Some(first) = slugs.first_mut() {
        first.space_before = Pt::ZERO;
    }
    slugs
}

/// What each column has to hold.
fn demands(table: &TablePiece, fonts: &Fonts) -> Vec<ColumnDemand> {
    let mut demands: Vec<ColumnDemand> = table
        .columns
        .iter()
        .map(|bounds| ColumnDemand {
            bounds: *bounds,
            ..ColumnDemand::default()
        })
        .collect();
    // A column whose share is fixed asks for nothing.
    let fixed = |demand: &ColumnDemand| demand.bounds.is_some_and(|b| b.least >= b.most);
    if demands.iter().all(fixed) {
        return demands;
    }
    for cell in &table.cells {
        let last = (cell.column + cell.column_span).min(demands.len());
        let Some(columns) = demands.get_mut(cell.column..last) else {
            continue;
        };
        let share = columns.len().max(1) as f64;
        let extent = extent_of(cell, fonts);
        for column in columns {
            column.narrowest = column.narrowest.max(extent.narrowest / share);
            column.widest = column.widest.max(extent.widest / share);
            column.volume += extent.volume / share;
        }
    }
    demands
}

struct CellExtent {
    narrowest: Pt,
    widest: Pt,
    volume: Pt,
}

fn extent_of(cell: &CellPiece, fonts: &Fonts) -> CellExtent {
    let padding = cell.padding_x * 2.0;
    let mut whole = CellExtent {
        narrowest: padding,
        widest: padding,
        volume: Pt::ZERO,
    };
    for piece in &cell.content {
        let extent = match &piece.kind {
            PieceKind::Text { spans, .. } => paragraph::extent(fonts, spans),
            PieceKind::Picture { width, .. } => Extent {
                narrowest: *width,
                widest: *width,
            },
            PieceKind::Room(_) | PieceKind::Rule { .. } | PieceKind::Table(_) => Extent::default(),
        };
        let around = padding + piece.indent;
        whole.narrowest = whole.narrowest.max(extent.narrowest + around);
        whole.widest = whole.widest.max(extent.widest + around);
        whole.volume += extent.widest;
    }
    whole
}
