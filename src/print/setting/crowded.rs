//! A table whose words and figures do not find room beside each other: less space between its columns, then smaller letters.

use super::demands::{Text, demands};
use crate::print::columns::ColumnDemand;
use crate::print::compose::{PieceKind, TablePiece};
use crate::print::fonts::Fonts;
use crate::print::units::Pt;

/// What is left of the paddings beside the text of a crowded table.
const CLOSE: f64 = 0.6;
/// The smallest that letters become, of their size: below that a word, then a figure is cut rather than hard to read.
const SMALLEST: f64 = 0.8;
/// Letters become smaller than they must by that share: widths are sums of many.
const TOLERANCE: f64 = 0.001;

/// The demands of a table and its measured texts, once the table has been made to fit `whole` as far as it can be: nothing
/// changes where hyphens in running text are enough.
pub(super) fn eased(
    table: &mut TablePiece,
    whole: Pt,
    fonts: &Fonts,
) -> (Vec<ColumnDemand>, Vec<Vec<Text>>) {
    let asked = demands(table, fonts);
    if sum(&asked.0, |column| column.hyphenated) <= whole {
        return asked;
    }
    for cell in &mut table.cells {
        cell.padding_x = cell.padding_x * CLOSE;
    }
    let asked = demands(table, fonts);
    let paddings = paddings(table);
    let share_for = |needed: Pt| (whole - paddings).0 / (needed - paddings).0.max(1.0) - TOLERANCE;
    // Words of the head and names stay whole if they can, figures more than those.
    let needed: [fn(&ColumnDemand) -> Pt; 2] =
        [|column| column.hyphenated, |column| column.uncuttable];
    let mut shares = needed.into_iter().map(|of| share_for(sum(&asked.0, of)));
    let share = shares.find(|share| *share >= SMALLEST).unwrap_or(SMALLEST);
    if share >= 1.0 - TOLERANCE {
        return asked;
    }
    shrink(table, share);
    demands(table, fonts)
}

/// What the paddings take of the width of a table: letters that become smaller leave them as they are.
fn paddings(table: &TablePiece) -> Pt {
    let mut widest = vec![Pt::ZERO; table.columns.len()];
    for cell in &table.cells {
        if let Some(known) = widest.get_mut(cell.column) {
            *known = known.max(cell.padding_x * 2.0);
        }
    }
    widest.into_iter().sum()
}

fn sum(demands: &[ColumnDemand], of: fn(&ColumnDemand) -> Pt) -> Pt {
    demands.iter().map(of).sum()
}

/// Sets the texts of a table in letters of that part of their size.
fn shrink(table: &mut TablePiece, share: f64) {
    for piece in table.cells.iter_mut().flat_map(|cell| &mut cell.content) {
        match &mut piece.kind {
            PieceKind::Text { spans, leading, .. } => {
                *leading = *leading * share;
                for span in spans {
                    span.size = span.size * share;
                    span.rise = span.rise * share;
                }
            }
            PieceKind::Table(table) => shrink(table, share),
            PieceKind::Picture { .. } | PieceKind::Room(_) | PieceKind::Rule { .. } => {}
        }
    }
}
