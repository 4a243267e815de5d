//! What is to be set: everything is decided but the width.

use std::sync::Arc;

use crate::print::galley::{Anchor, Break};
use crate::print::line::{Align, Span};
use crate::print::page::{Mark, TextRun};
use crate::print::style::{Bullet, ColumnBounds, Ruling};
use crate::print::units::{Color, Pt};

/// A paragraph, a picture, a rule or a table, with its place among the others.
#[derive(Clone, Debug)]
pub(in crate::print) struct Piece {
    /// The space above it.
    pub(in crate::print) before: Pt,
    /// From the left edge.
    pub(in crate::print) indent: Pt,
    /// Whether a page may end before it.
    pub(in crate::print) break_before: Break,
    /// Whether its lines stay on one page.
    pub(in crate::print) keep_lines: bool,
    /// What begins here.
    pub(in crate::print) anchors: Vec<Anchor>,
    /// The marks of the list items that begin here, outermost first.
    pub(in crate::print) labels: Vec<Label>,
    /// Whether it stands on a page held sideways; of a piece in a cell or a column, the table or the columns say it.
    pub(in crate::print) sideways: bool,
    /// The theme in sections that it is part of.
    pub(in crate::print) theme: Option<Arc<Continuation>>,
    /// What it is.
    pub(in crate::print) kind: PieceKind,
}

/// What says at the top of a page that a theme goes on.
#[derive(Clone, Debug)]
pub(in crate::print) struct Continuation {
    /// Its title, and that it goes on.
    pub(in crate::print) said: Piece,
    /// The space below it.
    pub(in crate::print) after: Pt,
}

/// The kinds of piece.
#[derive(Clone, Debug)]
pub(in crate::print) enum PieceKind {
    /// A paragraph.
    Text {
        /// Its text.
        spans: Vec<Span>,
        /// The height of its lines.
        leading: Pt,
        /// Where they end.
        align: Align,
        /// Whether they are about as long as each other: those of a title.
        balanced: bool,
    },
    /// Nothing but room: an item without text, an anchor at the end.
    Room(Pt),
    /// A picture.
    Picture {
        /// What it belongs to.
        mark: Mark,
        /// Its name.
        source: String,
        /// Its width, where there is room for it.
        width: Pt,
        /// Its height likewise.
        height: Pt,
        /// Where it stands in the measure.
        align: Align,
    },
    /// A rule from edge to edge.
    Rule {
        /// Its thickness.
        thickness: Pt,
        /// Its colour.
        color: Color,
    },
    /// A table, or columns side by side.
    Table(Box<TablePiece>),
}

/// The mark of a list item.
#[derive(Clone, Debug)]
pub(in crate::print) struct Label {
    /// Its left edge.
    pub(in crate::print) x: Pt,
    /// What is seen.
    pub(in crate::print) mark: LabelMark,
}

/// What marks a list item.
#[derive(Clone, Debug)]
pub(in crate::print) enum LabelMark {
    /// A number.
    Number(TextRun),
    /// A drawing.
    Bullet {
        /// Which.
        shape: Bullet,
        /// The size of the text beside it.
        size: Pt,
        /// Its colour.
        color: Color,
    },
}

/// A table whose columns have no width yet.
#[derive(Clone, Debug)]
pub(in crate::print) struct TablePiece {
    /// The bounds of each column.
    pub(in crate::print) columns: Vec<Option<ColumnBounds>>,
    /// The space between columns.
    pub(in crate::print) gutter: Pt,
    /// How many of the rows are repeated on each page.
    pub(in crate::print) head_rows: usize,
    /// The rows.
    pub(in crate::print) rows: Vec<RowPiece>,
    /// The cells, by row, then by column.
    pub(in crate::print) cells: Vec<CellPiece>,
    /// Which rules are drawn.
    pub(in crate::print) ruling: Ruling,
    /// Their thickness.
    pub(in crate::print) rule_width: Pt,
    /// Their colour.
    pub(in crate::print) rule_color: Color,
    /// In how many columns side by side the rows are set.
    pub(in crate::print) page_columns: usize,
    /// The space between these.
    pub(in crate::print) page_gutter: Pt,
    /// Whether it is as wide as it can be, though its text asks for less.
    pub(in crate::print) full_width: bool,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(in crate::print) struct RowPiece {
    /// What begins here.
    pub(in crate::print) anchors: Vec<Anchor>,
    /// Whether it stays on one page.
    pub(in crate::print) keep_together: bool,
    /// Whether it holds headings alone, over all columns.
    pub(in crate::print) keep_with_next: bool,
    /// What says on another page that the theme which begins here goes on.
    pub(in crate::print) continued: Option<CellPiece>,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub(in crate::print) struct CellPiece {
    /// Its first row.
    pub(in crate::print) row: usize,
    /// How many rows it covers.
    pub(in crate::print) row_span: usize,
    /// Its first column.
    pub(in crate::print) column: usize,
    /// How many columns it covers.
    pub(in crate::print) column_span: usize,
    /// Between its edges and its text, left and right.
    pub(in crate::print) padding_x: Pt,
    /// Above and below its text.
    pub(in crate::print) padding_y: Pt,
    /// The colour behind it.
    pub(in crate::print) background: Option<Color>,
    /// What it holds.
    pub(in crate::print) content: Vec<Piece>,
}
