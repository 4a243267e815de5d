//! Cutting a table: which rows, and which part of each cell, stand on a page.

use super::super::galley::Break;
use super::super::units::Pt;
use super::Grid;
use super::cursor::{Cursor, Fragment, Head, Part, RowPart};
use super::split::{TOLERANCE, fitting, forced};

/// A table whose beginning has fewer lines than this, its header rows apart, begins on the next page.
const LEAST_START: usize = 3;

/// A row of at most 4 lines is not cut where it can be moved.
const SHORT_ROW: usize = 4;

/// A cell whose last row has not been reached yet.
#[derive(Clone, Copy)]
struct Open {
    cell: usize,
    top: Pt,
    begins: bool,
}

impl Grid {
    /// A cursor before the first row.
    pub(in crate::print) fn start(&self) -> Cursor {
        Cursor {
            row: self.head_rows.min(self.rows.len()),
            taken: vec![0; self.cells.len()],
            head: if self.head_rows == 0 {
                Head::Ordinary
            } else {
                Head::Due
            },
        }
    }

    /// Whether all rows before `end` have been set.
    pub(in crate::print) fn is_done(&self, cursor: &Cursor, end: usize) -> bool {
        cursor.row >= end && cursor.head != Head::Due
    }

    /// How many rows are left to set.
    pub(in crate::print) fn rows_left(&self, cursor: &Cursor) -> usize {
        self.rows.len().saturating_sub(cursor.row)
    }

    /// Takes what fits in `room` of the rows before `end`. Nothing, the cursor being left as it was, if that would be less
    /// than looks well; with `must`, at the top of a page, always something.
    pub(in crate::print) fn cut(
        &self,
        cursor: &mut Cursor,
        end: usize,
        room: Pt,
        must: bool,
    ) -> Option<Fragment> {
        let mut next = cursor.clone();
        let mut fragment = Fragment::default();
        if next.head != Head::Ordinary {
            self.put_head(&mut next, &mut fragment, room, must);
            if fragment.repeats_head {
                self.put_continued(&next, &mut fragment);
            }
        }
        if next.row < end {
            self.put_rows(&mut next, &mut fragment, end, room, must)?;
        } else if fragment.height > room && !must {
            return None;
        }
        let begins = cursor.head == Head::Due && !must;
        if begins && !self.is_done(&next, end) && self.lines_of(&fragment) < LEAST_START {
            return None;
        }
        if must && fragment.height > room + TOLERANCE && next.head != Head::Ordinary {
            // What is left beside the header rows is too low for a line.
            cursor.forget_head();
            return self.cut(cursor, end, room, must);
        }
        *cursor = next;
        Some(fragment)
    }

    /// How many lines the highest column of a fragment has below the header rows.
    fn lines_of(&self, fragment: &Fragment) -> usize {
        let mut columns = vec![0; self.column_edges.len()];
        let parts = fragment.parts.iter();
        for part in parts.filter(|part| self.cells[part.cell].row >= self.head_rows) {
            if let Some(lines) = columns.get_mut(self.cells[part.cell].columns.start) {
                *lines += part.strips.len();
            }
        }
        columns.into_iter().max().unwrap_or(0)
    }

    /// The header rows as they are repeated, if they are; the cursor goes on without them.
    pub(super) fn take_head(&self, cursor: &mut Cursor) -> Option<Fragment> {
        if cursor.head != Head::Repeated {
            return None;
        }
        cursor.forget_head();
        let mut head = self.whole_head();
        head.repeats_head = true;
        Some(head)
    }

    fn whole_head(&self) -> Fragment {
        let mut scratch = Cursor {
            row: 0,
            taken: vec![0; self.cells.len()],
            head: Head::Ordinary,
        };
        let endless = Pt(f64::INFINITY);
        let mut head = Fragment::default();
        // With endless room all rows are taken.
        let _ = self.put_rows(&mut scratch, &mut head, self.head_rows, endless, true);
        head
    }

    /// The header rows, unless they would take more than half a page: then they are set once, as any row.
    fn put_head(&self, cursor: &mut Cursor, fragment: &mut Fragment, room: Pt, must: bool) {
        let mut head = self.whole_head();
        if must && head.height > room / 2.0 && self.rows.len() > self.head_rows {
            cursor.forget_head();
            return;
        }
        head.repeats_head = cursor.head == Head::Repeated;
        cursor.head = Head::Repeated;
        *fragment = head;
    }

    /// The cells that began in rows before this one and go on.
    fn going_on(&self, row: usize, top: Pt) -> Vec<Open> {
        let cells = self.cells.iter().enumerate();
        let going_on = cells.filter(|(_, cell)| cell.row < row && cell.last_row() >= row);
        let open = going_on.map(|(cell, _)| Open {
            cell,
            top,
            begins: false,
        });
        open.collect()
    }

    /// The cells of the cursor's row.
    fn beginning(&self, cursor: &Cursor, top: Pt) -> impl Iterator<Item = Open> {
        let row = cursor.row;
        let first = self.cells.partition_point(|cell| cell.row < row);
        let cells = self.cells.iter().enumerate().skip(first);
        let of_row = cells.take_while(move |(_, cell)| cell.row == row);
        of_row.map(move |(cell, _)| Open {
            cell,
            top,
            begins: cursor.taken.get(cell).is_none_or(|taken| *taken == 0),
        })
    }

    fn put_rows(
        &self,
        cursor: &mut Cursor,
        fragment: &mut Fragment,
        end: usize,
        room: Pt,
        must: bool,
    ) -> Option<()> {
        let first = cursor.row;
        let top = fragment.height;
        let mut open = self.going_on(first, top);
        while cursor.row < end {
            let row = cursor.row;
            let row_top = fragment.height;
            open.extend(self.beginning(cursor, row_top));
            let row_part = RowPart {
                row,
                top: row_top,
                begins: open
                    .iter()
                    .all(|open| self.cells[open.cell].row < row || open.begins),
            };
            let needed = self.needed(&open, cursor, row, row_top);
            if needed <= room + TOLERANCE && self.can_begin(&open, cursor, row, room) {
                self.finish_row(&mut open, cursor, fragment, needed);
                fragment.rows.push(row_part);
                continue;
            }
            let good = self.good_split(&open, cursor, row, room);
            if good.is_none() && row > first {
                let row = self.first_to_leave(first..row, must)?;
                self.take_back(row, cursor, fragment);
                // The row begins on the next page; what flows beside it uses the room that is left.
                open.retain(|open| self.cells[open.cell].row < row);
                let counts = self.counts(&open, cursor, room, Break::Allowed);
                self.suspend(&open, &counts, cursor, fragment);
                return Some(());
            }
            if good.is_none() && !must {
                return None;
            }
            let counts = good.unwrap_or_else(|| self.forced_counts(&open, cursor, room));
            let takes_nothing = counts.iter().all(|count| *count == 0);
            fragment.rows.push(row_part);
            self.suspend(&open, &counts, cursor, fragment);
            if takes_nothing && must {
                // Paddings alone are higher than the page: the row is as good as done.
                cursor.row += 1;
            }
            return Some(());
        }
        // Cells that reach beyond `end`, which a sound table has only where it is set in columns.
        let counts = self.counts(&open, cursor, room, Break::Allowed);
        self.suspend(&open, &counts, cursor, fragment);
        Some(())
    }

    /// The first of the rows that go to the next page with the one after these, which does: the headings just before it. None where
    /// nothing else is left of the page; at its top, with `must`, they stay then.
    fn first_to_leave(&self, rows: std::ops::Range<usize>, must: bool) -> Option<usize> {
        let is_heading = |row: &usize| self.rows.get(*row).is_some_and(|row| row.keep_with_next);
        let headings = rows.clone().rev().take_while(is_heading).count();
        match rows.end - headings {
            before if before > rows.start => Some(before),
            _ => must.then_some(rows.end),
        }
    }

    /// Takes the rows from that one on back from a page.
    fn take_back(&self, row: usize, cursor: &mut Cursor, fragment: &mut Fragment) {
        let Some(top) = fragment.rows.iter().find(|part| part.row == row) else {
            return;
        };
        (fragment.height, cursor.row) = (top.top, row);
        fragment.rows.retain(|part| part.row < row);
        let is_taken_back = |part: &Part| self.cells[part.cell].row >= row;
        for part in fragment.parts.extract_if(.., |part| is_taken_back(part)) {
            cursor.taken[part.cell] = 0;
        }
    }

    /// How many strips of a cell are still to be set.
    fn left(&self, cell: usize, cursor: &Cursor) -> usize {
        self.cells[cell].content.len() - cursor.taken[cell]
    }

    /// Where the row would end if it ended on this page.
    fn needed(&self, open: &[Open], cursor: &Cursor, row: usize, row_top: Pt) -> Pt {
        open.iter()
            .filter(|open| self.cells[open.cell].last_row() <= row)
            .map(|open| {
                let cell = &self.cells[open.cell];
                let rest = cursor.taken[open.cell]..cell.content.len();
                open.top + cell.padding_y * 2.0 + cell.height_of(rest)
            })
            .fold(row_top, Pt::max)
    }

    /// Whether the cells that begin in this row, but end in a later one, find room for their beginning.
    fn can_begin(&self, open: &[Open], cursor: &Cursor, row: usize, room: Pt) -> bool {
        open.iter()
            .filter(|open| open.begins && self.cells[open.cell].last_row() > row)
            .all(|open| {
                self.left(open.cell, cursor) == 0
                    || self.count(open, cursor, room, Break::Allowed) > 0
            })
    }

    fn count(&self, open: &Open, cursor: &Cursor, room: Pt, worst: Break) -> usize {
        let cell = &self.cells[open.cell];
        let room = room - open.top - cell.padding_y * 2.0;
        fitting(&cell.content, cursor.taken[open.cell], room, worst)
    }

    fn counts(&self, open: &[Open], cursor: &Cursor, room: Pt, worst: Break) -> Vec<usize> {
        open.iter()
            .map(|open| self.count(open, cursor, room, worst))
            .collect()
    }

    fn forced_counts(&self, open: &[Open], cursor: &Cursor, room: Pt) -> Vec<usize> {
        open.iter()
            .map(|open| {
                let cell = &self.cells[open.cell];
                let room = room - open.top - cell.padding_y * 2.0;
                forced(&cell.content, cursor.taken[open.cell], room)
            })
            .collect()
    }

    /// How many strips of each open cell stay on the page if the row is cut here, provided that it looks well: every cell that
    /// begins does so on this page, and neither part of the row is a single line.
    fn good_split(
        &self,
        open: &[Open],
        cursor: &Cursor,
        row: usize,
        room: Pt,
    ) -> Option<Vec<usize>> {
        if self.rows.get(row).is_some_and(|row| row.keep_together) {
            return None;
        }
        let mut counts = self.counts(open, cursor, room, Break::Allowed);
        let begins_elsewhere = open
            .iter()
            .zip(&counts)
            .any(|(open, count)| open.begins && *count == 0 && self.left(open.cell, cursor) > 0);
        if begins_elsewhere {
            return None;
        }
        // A short row is moved rather than cut; what flows beside it, from rows before, does not count.
        let mut own = open.iter().zip(&counts).filter(|(open, _)| {
            let cell = &self.cells[open.cell];
            cell.row == row && cell.row_span <= 1
        });
        let is_short = own
            .clone()
            .all(|(open, _)| self.cells[open.cell].content.len() <= SHORT_ROW);
        if is_short && own.any(|(open, count)| *count < self.left(open.cell, cursor)) {
            return None;
        }
        let in_row = |open: &Open| {
            let cell = &self.cells[open.cell];
            cell.row == row || cell.last_row() <= row
        };
        let most = |number: &dyn Fn(&Open, usize) -> usize, counts: &[usize]| {
            let own = open.iter().zip(counts).filter(|(open, _)| in_row(open));
            own.map(|(open, count)| number(open, *count))
                .max()
                .unwrap_or(0)
        };
        let after = |open: &Open, count: usize| self.left(open.cell, cursor) - count;
        if most(&after, &counts) == 1 {
            for (open, count) in open.iter().zip(&mut counts) {
                if in_row(open) && after(open, *count) == 1 {
                    let cell = &self.cells[open.cell];
                    let first = cursor.taken[open.cell];
                    *count = (1..*count).rev().find(|&count| {
                        cell.content[first + count].break_before == Break::Allowed
                    })?;
                }
            }
        }
        (most(&|_, count| count, &counts) >= 2).then_some(counts)
    }

    /// Closes a row that is complete.
    fn finish_row(
        &self,
        open: &mut Vec<Open>,
        cursor: &mut Cursor,
        fragment: &mut Fragment,
        bottom: Pt,
    ) {
        let row = cursor.row;
        open.retain(|open| {
            let cell = &self.cells[open.cell];
            if cell.last_row() > row {
                return true;
            }
            fragment.parts.push(Part {
                cell: open.cell,
                strips: cursor.taken[open.cell]..cell.content.len(),
                top: open.top,
                bottom,
            });
            cursor.taken[open.cell] = cell.content.len();
            false
        });
        fragment.height = bottom;
        cursor.row += 1;
    }

    /// Ends the fragment with cells that go on after it.
    fn suspend(
        &self,
        open: &[Open],
        counts: &[usize],
        cursor: &mut Cursor,
        fragment: &mut Fragment,
    ) {
        let first = fragment.parts.len();
        for (open, count) in open.iter().zip(counts) {
            let cell = &self.cells[open.cell];
            let taken = cursor.taken[open.cell];
            let strips = taken..taken + count;
            // Of what has nothing on this page, the paddings are not here either.
            let bottom = match count {
                0 => open.top,
                _ => open.top + cell.padding_y * 2.0 + cell.height_of(strips.clone()),
            };
            cursor.taken[open.cell] = strips.end;
            fragment.height = fragment.height.max(bottom);
            fragment.parts.push(Part {
                cell: open.cell,
                strips,
                top: open.top,
                bottom,
            });
        }
        for part in fragment.parts.iter_mut().skip(first) {
            part.bottom = fragment.height;
        }
    }
}
