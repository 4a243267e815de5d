//! What the columns of a table have to hold.

use crate::print::columns::ColumnDemand;
use crate::print::compose::{CellPiece, PieceKind, TablePiece};
use crate::print::fonts::Fonts;
use crate::print::line::Extent;
use crate::print::paragraph::{self, Stretches};
use crate::print::units::Pt;

/// What each column has to hold, and the texts of the cells, measured, in their order; none where all shares are fixed.
pub(super) fn demands(table: &TablePiece, fonts: &Fonts) -> (Vec<ColumnDemand>, Vec<Vec<Text>>) {
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
        return (demands, Vec::new());
    }
    let measured: Vec<(CellExtent, Vec<Text>)> = table
        .cells
        .iter()
        .map(|cell| extent_of(cell, fonts))
        .collect();
    let is_single = |cell: &CellPiece| cell.column_span <= 1;
    for single in [true, false] {
        let cells = table.cells.iter().zip(&measured);
        for (cell, (extent, _)) in cells.filter(|(cell, _)| is_single(cell) == single) {
            let columns = cell.column..(cell.column + cell.column_span).min(demands.len());
            let is_whole_row = columns.len() == demands.len();
            if let Some(columns) = demands.get_mut(columns) {
                ask(columns, extent, is_whole_row);
            }
        }
    }
    find_poor(table, &mut demands);
    (
        demands,
        measured.into_iter().map(|(_, texts)| texts).collect(),
    )
}

/// Marks the columns most of whose cells are empty.
fn find_poor(table: &TablePiece, demands: &mut [ColumnDemand]) {
    let mut counts = vec![(0, 0); demands.len()];
    let body = table
        .cells
        .iter()
        .filter(|cell| cell.row >= table.head_rows);
    for cell in body.filter(|cell| cell.column_span <= 1) {
        if let Some((all, empty)) = counts.get_mut(cell.column) {
            *all += 1;
            *empty += usize::from(cell.content.is_empty());
        }
    }
    for (demand, (all, empty)) in demands.iter_mut().zip(counts) {
        demand.is_poor = empty * 2 > all;
    }
}

/// Adds what a cell asks of its columns: of several, what they lack together. A text across the whole table says nothing of how
/// the columns should share it, but for its widest word.
fn ask(columns: &mut [ColumnDemand], extent: &CellExtent, is_whole_row: bool) {
    let share = columns.len().max(1) as f64;
    let asked = |sum: fn(&ColumnDemand) -> Pt, columns: &[ColumnDemand], wanted: Pt| {
        ((wanted - columns.iter().map(sum).sum()) / share).max(Pt::ZERO)
    };
    let narrowest = asked(|column| column.narrowest, columns, extent.narrowest);
    let ordinary = asked(|column| column.ordinary, columns, extent.ordinary);
    let hyphenated = asked(|column| column.hyphenated, columns, extent.hyphenated);
    let uncuttable = asked(|column| column.uncuttable, columns, extent.uncuttable);
    let widest = asked(|column| column.widest, columns, extent.widest);
    let counts = share <= 1.0 || !is_whole_row;
    for column in columns {
        column.narrowest += narrowest;
        column.ordinary += ordinary;
        column.hyphenated += hyphenated;
        column.uncuttable += uncuttable;
        if counts {
            column.widest += widest;
            column.volume += extent.volume / share;
        }
        column.widest = column.widest.max(column.narrowest);
    }
}

/// The widths that a cell asks for, with its paddings, and how much text it holds.
struct CellExtent {
    narrowest: Pt,
    ordinary: Pt,
    hyphenated: Pt,
    uncuttable: Pt,
    widest: Pt,
    volume: Pt,
}

/// A text of a cell: what it is made of, and where it stands.
pub(super) struct Text {
    pub(super) stretches: Stretches,
    pub(super) indent: Pt,
    pub(super) leading: Pt,
}

fn extent_of(cell: &CellPiece, fonts: &Fonts) -> (CellExtent, Vec<Text>) {
    let mut texts = Vec::new();
    let padding = cell.padding_x * 2.0;
    let mut whole = CellExtent {
        narrowest: padding,
        ordinary: padding,
        hyphenated: padding,
        uncuttable: padding,
        widest: padding,
        volume: Pt::ZERO,
    };
    for piece in &cell.content {
        let (extent, volume) = match &piece.kind {
            PieceKind::Text { spans, leading, .. } => {
                let (extent, stretches) = paragraph::measured(fonts, spans);
                texts.push(Text {
                    stretches,
                    indent: piece.indent,
                    leading: *leading,
                });
                (extent, extent.widest)
            }
            PieceKind::Picture { width, .. } => {
                let extent = Extent {
                    narrowest: *width,
                    widest: *width,
                    ..Extent::default()
                };
                (extent, *width)
            }
            PieceKind::Table(table) => of_table(table, fonts),
            PieceKind::Room(_) | PieceKind::Rule { .. } => (Extent::default(), Pt::ZERO),
        };
        let around = padding + piece.indent;
        whole.narrowest = whole.narrowest.max(extent.narrowest + around);
        whole.ordinary = whole.ordinary.max(extent.ordinary + around);
        whole.hyphenated = whole.hyphenated.max(extent.hyphenated + around);
        whole.uncuttable = whole.uncuttable.max(extent.uncuttable + around);
        whole.widest = whole.widest.max(extent.widest + around);
        whole.volume += volume;
    }
    (whole, texts)
}

/// What a table within a cell asks for: room for all its columns beside each other.
fn of_table(table: &TablePiece, fonts: &Fonts) -> (Extent, Pt) {
    let (demands, _) = demands(table, fonts);
    let times = table.page_columns.max(1) as f64;
    let gutters = table.gutter * demands.len().saturating_sub(1) as f64 * times
        + table.page_gutter * (times - 1.0);
    let sum = |of: fn(&ColumnDemand) -> Pt| demands.iter().map(of).sum::<Pt>() * times + gutters;
    let extent = Extent {
        narrowest: sum(|column| column.narrowest),
        ordinary: sum(|column| column.ordinary),
        hyphenated: sum(|column| column.hyphenated),
        uncuttable: sum(|column| column.uncuttable),
        widest: sum(|column| column.widest),
    };
    (extent, demands.iter().map(|column| column.volume).sum())
}
