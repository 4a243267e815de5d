//! Tables of figures and words, as GFM writes them.

mod cut;
mod figures;
mod lines;

pub(super) use cut::{cells_of, holds_bar, read_rule};
pub(super) use lines::with_tables_apart;

use super::parse::{Assurance, read};
use super::plain::line_of;
use super::{Block, Inline};

/// What a cell holds: text, emphasis, links and line ends to be shown.
pub type Cell = Vec<Inline>;

/// A table, as wide in all its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How each column is aligned.
    pub alignments: Vec<Alignment>,
    /// The heads of the columns; any may be empty.
    pub head: Vec<Cell>,
    /// The rows below; at least one.
    pub rows: Vec<Vec<Cell>>,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// Where reading begins: on the left.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where reading ends: on the right, as figures are.
    End,
}

impl Table {
    /// A table with as many columns as its widest row. A column whose alignment is not given is aligned by what it holds.
    pub(super) fn new(
        told: &[Option<Alignment>],
        mut head: Vec<Cell>,
        mut rows: Vec<Vec<Cell>>,
    ) -> Self {
        let width = rows.iter().map(Vec::len).fold(head.len(), usize::max);
        head.resize(width, Cell::new());
        for row in &mut rows {
            row.resize(width, Cell::new());
        }
        let mut table = Self {
            alignments: Vec::new(),
            head,
            rows,
        };
        table.alignments = (0..width)
            .map(|column| match told.get(column).copied().flatten() {
                Some(alignment) => alignment,
                None => table.usual_alignment(column),
            })
            .collect();
        table
    }

    /// The alignment of a column for which none is given: figures stand on the right.
    pub(super) fn usual_alignment(&self, column: usize) -> Alignment {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        if figures::are_figures(cells.map(|cell| line_of(cell))) {
            Alignment::End
        } else {
            Alignment::Start
        }
    }

    /// Whether the first cell of each row is its head: it is where the column has a name and holds words, and where no column
    /// has a name.
    pub(super) fn has_row_heads(&self) -> bool {
        let named = self.head.first().is_some_and(|first| !first.is_empty());
        let in_words = self.usual_alignment(0) == Alignment::Start;
        (named && in_words && !self.has_few_data()) || self.is_headless()
    }

    /// Whether the heads of columns and rows would outnumber what they are heads of: then those of the columns are enough.
    fn has_few_data(&self) -> bool {
        let (columns, rows) = (self.head.len(), self.rows.len());
        columns + rows > columns.saturating_sub(1) * rows
    }

    /// Whether no column has a name.
    pub(super) fn is_headless(&self) -> bool {
        self.head.iter().all(Vec::is_empty)
    }

    /// Each cell with the number of its row, the head first, and that of its column.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.head.iter().chain(self.rows.iter().flatten())
    }

    /// The same table with each of its cells changed.
    pub(super) fn map(self, mut change: impl FnMut(Cell) -> Cell) -> Self {
        Self {
            alignments: self.alignments,
            head: self.head.into_iter().map(&mut change).collect(),
            rows: self
                .rows
                .into_iter()
                .map(|row| row.into_iter().map(&mut change).collect())
                .collect(),
        }
    }
}

/// The number of columns of the widest table in a text field; `None` without a table.
///
/// ```
/// use greffier::markup::holds_table;
/// assert_eq!(holds_table("| Cercle | Cas |\n|---|---|\n| Gao | 12 |"), Some(2));
/// assert_eq!(holds_table("oui | non"), None);
/// ```
#[must_use]
pub fn holds_table(text: &str) -> Option<usize> {
    if !may_hold_table(text) {
        return None;
    }
    widest(&read(text, Assurance::Waived).blocks)
}

/// A cheap look: whether a text could hold a table.
pub(super) fn may_hold_table(text: &str) -> bool {
    text.contains('|') && text.contains('-')
}

fn widest(blocks: &[Block]) -> Option<usize> {
    let width = |block: &Block| match block {
        Block::Paragraph(_) => None,
        Block::List { items, .. } => items.iter().filter_map(|item| widest(&item.blocks)).max(),
        Block::Table(table) => Some(table.head.len()),
    };
    blocks.iter().filter_map(width).max()
}
