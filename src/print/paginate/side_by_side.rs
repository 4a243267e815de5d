//! A table on a page, in columns side by side if it is set in several.

use crate::print::grid::{Cursor, Fragment, Grid};
use crate::print::units::Pt;

/// Where less of the page than this is left, a table that the next one holds whole moves there; else it fills the page first.
const LEAST_FILLED: f64 = 0.25;
/// So many rows at least go on in each column of the next page.
const LEAST_LEFT: usize = 2;

/// What stands on this page of a table: one fragment for each of its columns on the page, none if too little would.
///
/// Where all the rows that are left find room, the columns get the same number of them, the last ones one more (1 to 8, 9 to
/// 17). Else each column is filled before the next, and some rows go on together.
pub(super) fn side_by_side(
    grid: &Grid,
    cursor: &mut Cursor,
    (room, page): (Pt, Pt),
    must: bool,
) -> Vec<Fragment> {
    let columns = grid.page_columns.max(1);
    let mut end = grid.rows.len();
    if columns > 1 {
        if let Some((fragments, after)) = balanced(grid, cursor, columns, room) {
            *cursor = after;
            return fragments;
        }
        let is_small = room < page * LEAST_FILLED;
        if !must && is_small && balanced(grid, cursor, columns, page).is_some() {
            return Vec::new();
        }
        let fewest = columns * LEAST_LEFT;
        if grid.rows_left(cursor) > 2 * fewest {
            end -= fewest;
        }
    }
    let mut fragments = Vec::new();
    for column in 0..columns {
        if grid.is_done(cursor, end) {
            break;
        }
        match grid.cut(cursor, end, room, must && column == 0) {
            Some(fragment) => fragments.push(fragment),
            None => break,
        }
    }
    fragments
}

/// All rows that are left, in columns of the same number of rows, if they find room.
fn balanced(
    grid: &Grid,
    cursor: &Cursor,
    columns: usize,
    room: Pt,
) -> Option<(Vec<Fragment>, Cursor)> {
    let left = grid.rows_left(cursor);
    let first = grid.rows.len() - left;
    let mut cursor = cursor.clone();
    let mut fragments = Vec::new();
    for column in 1..=columns {
        let end = first + left * column / columns;
        if grid.is_done(&cursor, end) {
            continue;
        }
        let fragment = grid.cut(&mut cursor, end, room, false)?;
        // A cell that covers rows on both sides of the end goes on as far as it has to.
        if !grid.is_done(&cursor, end) || fragment.height > room {
            return None;
        }
        fragments.push(fragment);
    }
    Some((fragments, cursor))
}
