//! A table within a cell or a column: its rows as pieces that the cell is cut between.

use std::sync::Arc;

use super::super::galley::{RepeatedHead, Strip};
use super::super::units::Pt;
use super::split::TOLERANCE;
use super::{Cursor, Fragment, Grid};

impl Grid {
    /// The rows as pieces that are never cut, none higher than that, if it can be helped. The header rows are one piece with
    /// the first row below them, and come again above any other that begins a part of the cell.
    pub(in crate::print) fn into_strips(mut self, height: Pt) -> Vec<Strip> {
        let mut cursor = self.start();
        let mut strips = Vec::new();
        let mut head: Option<Arc<RepeatedHead>> = None;
        for end in self.row_ends() {
            while !self.is_done(&cursor, end) {
                let Some((fragment, head_above)) =
                    self.piece(&mut cursor, end, height, head.as_ref())
                else {
                    break;
                };
                strips.push(self.strip(fragment, head_above));
                if strips.len() == 1 {
                    head = self.repeated_head(&mut cursor);
                }
            }
        }
        if strips.is_empty() {
            strips.push(Strip::default());
        }
        if let Some(first) = strips.first_mut() {
            first.space_before = self.space_before;
            first.break_before = self.break_before;
            first
                .anchors
                .splice(0..0, std::mem::take(&mut self.anchors));
        }
        strips
    }

    /// The next piece, with what comes again above it: nothing where there would be no room for both.
    fn piece(
        &self,
        cursor: &mut Cursor,
        end: usize,
        height: Pt,
        head: Option<&Arc<RepeatedHead>>,
    ) -> Option<(Fragment, Option<Arc<RepeatedHead>>)> {
        if let Some(head) = head {
            let room = height - head.height;
            let mut below = cursor.clone();
            let fragment = self.cut(&mut below, end, room, true)?;
            if fragment.height <= room + TOLERANCE {
                *cursor = below;
                return Some((fragment, Some(Arc::clone(head))));
            }
        }
        Some((self.cut(cursor, end, height, true)?, None))
    }

    /// The rows after which no cell goes on, the header rows apart: the number of the row that comes next.
    fn row_ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut cells = self.cells.iter().peekable();
        let mut reached = self.head_rows;
        for row in 0..self.rows.len() {
            while let Some(cell) = cells.next_if(|cell| cell.row <= row) {
                reached = reached.max(cell.last_row() + 1);
            }
            if row + 1 > self.head_rows && row + 1 >= reached {
                ends.push(row + 1);
            }
        }
        if ends.last() != Some(&self.rows.len()) {
            ends.push(self.rows.len());
        }
        ends
    }

    fn strip(&mut self, fragment: Fragment, head: Option<Arc<RepeatedHead>>) -> Strip {
        let height = fragment.height;
        let (items, anchors) = self.paint(fragment);
        let x = self.x;
        Strip {
            height,
            items: items
                .into_iter()
                .map(|item| item.moved(x, Pt::ZERO))
                .collect(),
            anchors: anchors.into_iter().map(|(anchor, _)| anchor).collect(),
            head,
            ..Strip::default()
        }
    }

    /// The header rows, if they are to come again: from then on no longer with each piece.
    fn repeated_head(&mut self, cursor: &mut Cursor) -> Option<Arc<RepeatedHead>> {
        let fragment = self.take_head(cursor)?;
        let Strip { height, items, .. } = self.strip(fragment, None);
        Some(Arc::new(RepeatedHead { height, items }))
    }
}
