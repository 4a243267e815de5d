//! What goes on from the page before is named below the repeated head.

use super::Grid;
use super::cursor::{Cursor, Fragment};

impl Grid {
    /// Names what goes on at the top of a fragment, if it has a name.
    pub(super) fn put_continued(&self, cursor: &Cursor, fragment: &mut Fragment) {
        let Some(begun) = self.begun(cursor) else {
            return;
        };
        let named = (0..=begun).rev();
        let mut named =
            named.filter_map(|row| Some((row, self.rows.get(row)?.continued.as_ref()?)));
        if let Some((row, said)) = named.next() {
            fragment.continued = Some((row, fragment.height));
            fragment.height += said.height;
        }
    }

    /// The last row that began on the pages before, if nothing begins with the row that comes next.
    fn begun(&self, cursor: &Cursor) -> Option<usize> {
        let first = self.cells.partition_point(|cell| cell.row < cursor.row);
        let cells = self.cells.iter().zip(&cursor.taken).skip(first);
        let mut own = cells.take_while(|(cell, _)| cell.row == cursor.row);
        if own.any(|(_, taken)| *taken > 0) {
            return Some(cursor.row);
        }
        let begins = self.rows.get(cursor.row)?.continued.is_some();
        (!begins && cursor.row > self.head_rows).then_some(cursor.row)
    }
}
