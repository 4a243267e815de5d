//! What the columns of a table have to hold.

use crate::print::columns::ColumnDemand;
use crate::print::compose::{CellPiece, PieceKind, TablePiece};
use crate::print::fonts::Fonts;
use crate::print::line::Extent;
use crate::print::paragraph;
use crate::print::units::Pt;

/// What each column has to hold.
pub(super) fn demands(table: &TablePiece, fonts: &Fonts) -> Vec<ColumnDemand> {
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
    let (single, spanning): (Vec<&CellPiece>, Vec<&CellPiece>) =
        table.cells.iter().partition(|cell| cell.column_span <= 1);
    for cell in single.into_iter().chain(spanning) {
        let columns = cell.column..(cell.column + cell.column_span).min(demands.len());
        let is_whole_row = columns.len() == demands.len();
        if let Some(columns) = demands.get_mut(columns) {
            ask(columns, &extent_of(cell, fonts), is_whole_row);
        }
    }
    demands
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
    let widest = asked(|column| column.widest, columns, extent.widest);
    let counts = share <= 1.0 || !is_whole_row;
    for column in columns {
        column.narrowest += narrowest;
        column.ordinary += ordinary;
        column.hyphenated += hyphenated;
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
    widest: Pt,
    volume: Pt,
}

fn extent_of(cell: &CellPiece, fonts: &Fonts) -> CellExtent {
    let padding = cell.padding_x * 2.0;
    let mut whole = CellExtent {
        narrowest: padding,
        ordinary: padding,
        hyphenated: padding,
        widest: padding,
        volume: Pt::ZERO,
    };
    for piece in &cell.content {
        let (extent, volume) = match &piece.kind {
            PieceKind::Text { spans, .. } => {
                let extent = paragraph::extent(fonts, spans);
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
        whole.widest = whole.widest.max(extent.widest + around);
        whole.volume += volume;
    }
    whole
}

/// What a table within a cell asks for: room for all its columns beside each other.
fn of_table(table: &TablePiece, fonts: &Fonts) -> (Extent, Pt) {
    let demands = demands(table, fonts);
    let times = table.page_columns.max(1) as f64;
    let gutters = table.gutter * demands.len().saturating_sub(1) as f64 * times
        + table.page_gutter * (times - 1.0);
    let sum = |of: fn(&ColumnDemand) -> Pt| demands.iter().map(of).sum::<Pt>() * times + gutters;
    let extent = Extent {
        narrowest: sum(|column| column.narrowest),
        ordinary: sum(|column| column.ordinary),
        hyphenated: sum(|column| column.hyphenated),
        widest: sum(|column| column.widest),
    };
    (extent, demands.iter().map(|column| column.volume).sum())
}
