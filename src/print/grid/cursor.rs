//! How far a table has been set, and what stands of it on one page.

use std::ops::Range;

use super::super::units::Pt;

/// How far a table has been set on the pages before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::print) struct Cursor {
    /// The first row that is not finished.
    pub(super) row: usize,
    /// How many strips of each cell are on the pages before.
    pub(super) taken: Vec<usize>,
    /// How the header rows are treated.
    pub(super) head: Head,
}

/// How the header rows of a table are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// They have not been set yet.
    Due,
    /// They have been set, and are repeated as decoration.
    Repeated,
    /// They are too high to be repeated, and set as any row.
    Ordinary,
}

impl Cursor {
    /// From now on the header rows are as any other.
    pub(super) fn forget_head(&mut self) {
        if self.head == Head::Due {
            self.row = 0;
        }
        self.head = Head::Ordinary;
    }
}

/// What stands of a table on one page, or in one column of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::print) struct Fragment {
    /// Its height.
    pub(in crate::print) height: Pt,
    /// Whether the header rows in it are a repetition.
    pub(super) repeats_head: bool,
    /// The row that names what goes on here, and how far down that is said.
    pub(super) continued: Option<(usize, Pt)>,
    /// The parts of the cells.
    pub(super) parts: Vec<Part>,
    /// The rows that begin or go on in it, from top to bottom.
    pub(super) rows: Vec<RowPart>,
}

/// What stands of a cell in a fragment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The cell, by index.
    pub(super) cell: usize,
    /// Which of its strips.
    pub(super) strips: Range<usize>,
    /// The top edge of the cell in the fragment.
    pub(super) top: Pt,
    /// The bottom edge likewise.
    pub(super) bottom: Pt,
}

/// What stands of a row in a fragment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowPart {
    /// The row, by index.
    pub(super) row: usize,
    /// Its top edge.
    pub(super) top: Pt,
    /// Whether this is where it begins.
    pub(super) begins: bool,
}
