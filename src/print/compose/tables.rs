//! Tables, and columns side by side, which are a table of one row without rules.

use crate::document::{Block, Cell, Row, Table};
use crate::print::galley::Anchor;
use crate::print::page::Role;
use crate::print::style::{BoxStyle, ColumnBounds, Orientation, Ruling};
use crate::print::units::Pt;

use super::continued;
use super::piece::RowPiece;
use super::{CellPiece, Composer, Inherited, Piece, PieceKind, TablePiece};

impl Composer<'_, '_> {
    pub(super) fn table(
        &mut self,
        table: &Table,
        inherited: &Inherited,
        boxed: &BoxStyle,
        (class, language): (Option<&str>, Option<&str>),
    ) {
        let around = self.sideways;
        self.sideways |= boxed.held == Orientation::Landscape;
        let element = self.structure.add(Role::Table, inherited.parent, language);
        if let Some(caption) = &table.caption {
            let style = self.workshop.style;
            let (text, caption_box) = style.resolve(&inherited.text, "caption", None);
            self.space = self.space.max(caption_box.before);
            let inner = Inherited {
                text,
                parent: element,
                ..*inherited
            };
            self.paragraph(Role::Caption, caption, &inner, None);
            self.space = self.space.max(caption_box.after);
            self.keep = true;
        }
        let mut piece = TablePiece {
            columns: table
                .columns
                .iter()
                .map(|class| self.bounds(class.as_deref()))
                .collect(),
            gutter: Pt::ZERO,
            head_rows: table.head.len(),
            rows: Vec::new(),
            cells: Vec::new(),
            ruling: boxed.ruling,
            rule_width: boxed.rule_width,
            rule_color: boxed.rule_color,
            page_columns: boxed.page_columns.max(1),
            page_gutter: boxed.gutter,
            full_width: boxed.full_width,
        };
        let look = (class, table.columns.as_slice());
        let within = |parent| Inherited {
            parent,
            ..*inherited
        };
        if !table.head.is_empty() {
            let head = within(self.structure.add(Role::TableHead, element, None));
            for row in &table.head {
                self.row(row, look, &head, &mut piece);
            }
        }
        if !table.body.is_empty() {
            let body = within(self.structure.add(Role::TableBody, element, None));
            self.body(&table.body, look, &body, &mut piece);
        }
        self.push(PieceKind::Table(Box::new(piece)), inherited.indent);
        self.sideways = around;
    }

    /// The rows below the head. Each theme is ended by its notes.
    fn body(
        &mut self,
        rows: &[Row],
        look: (Option<&str>, &[Option<String>]),
        inherited: &Inherited,
        piece: &mut TablePiece,
    ) {
        let mut themes: Vec<(usize, String)> = Vec::new();
        for (row, title) in rows.iter().zip(continued::themes(rows)) {
            if let Some(title) = title {
                if !themes.is_empty() {
                    self.notes_row(look.0, inherited, piece);
                }
                themes.push((piece.rows.len(), title));
            }
            self.row(row, look, inherited, piece);
        }
        if !themes.is_empty() {
            self.notes_row(look.0, inherited, piece);
        }
        let look = (&inherited.text, look.0);
        continued::add(self.workshop.style, look, &themes, piece);
    }

    /// The notes that wait, over all columns; where a cell above reaches further down, they go on waiting.
    fn notes_row(&mut self, table: Option<&str>, inherited: &Inherited, piece: &mut TablePiece) {
        let row = piece.rows.len();
        let reaches_down = |cell: &CellPiece| cell.row + cell.row_span > row;
        if self.notes.is_empty() || piece.cells.iter().any(reaches_down) {
            return;
        }
        let style = self.workshop.style;
        let (text, boxed) = style.resolve_cell(&inherited.text, "td", table, None);
        let column_span = piece.columns.len();
        let parent = self.structure.add(Role::TableRow, inherited.parent, None);
        let role = Role::DataCell {
            column_span,
            row_span: 1,
        };
        let inner = Inherited {
            text,
            indent: Pt::ZERO,
            parent: self.structure.add(role, parent, None),
        };
        let mut composer = Composer::new(self.workshop, self.structure, self.notes);
        composer.set_notes(&inner);
        let content = composer.finish();
        piece.rows.push(RowPiece {
            anchors: Vec::new(),
            keep_together: false,
            keep_with_next: false,
            continued: None,
        });
        piece.cells.push(CellPiece {
            row,
            row_span: 1,
            column: 0,
            column_span,
            padding_x: boxed.padding_x,
            padding_y: boxed.padding_y,
            background: boxed.background,
            content,
        });
    }

    fn row(
        &mut self,
        row: &Row,
        (table, columns): (Option<&str>, &[Option<String>]),
        inherited: &Inherited,
        piece: &mut TablePiece,
    ) {
        let style = self.workshop.style;
        let (text, boxed) = style.resolve(&inherited.text, "tr", row.class.as_deref());
        let parent = self.structure.add(Role::TableRow, inherited.parent, None);
        let index = piece.rows.len();
        piece.rows.push(RowPiece {
            anchors: row.id.clone().map(Anchor::Id).into_iter().collect(),
            keep_together: boxed.keep_together,
            keep_with_next: continued::is_heading_alone(row, piece.columns.len()),
            continued: None,
        });
        for cell in &row.cells {
            let column = columns.get(cell.column).and_then(Option::as_deref);
            let inner = Inherited {
                text,
                indent: Pt::ZERO,
                parent,
            };
            let cell = self.cell(cell, (table, column), index, &inner, boxed.background);
            piece.cells.push(cell);
        }
    }

    fn cell(
        &mut self,
        cell: &Cell,
        (table, column): (Option<&str>, Option<&str>),
        row: usize,
        inherited: &Inherited,
        row_background: Option<crate::print::units::Color>,
    ) -> CellPiece {
        let style = self.workshop.style;
        let (column_span, row_span) = (cell.column_span, cell.row_span);
        let (element, role) = match cell.scope {
            Some(scope) => (
                "th",
                Role::HeaderCell {
                    scope,
                    column_span,
                    row_span,
                },
            ),
            None => (
                "td",
                Role::DataCell {
                    column_span,
                    row_span,
                },
            ),
        };
        let class = cell
            .class
            .as_deref()
            .or(column.filter(|class| style.knows_class(class)));
        let (text, boxed) = style.resolve_cell(&inherited.text, element, table, class);
        let parent = self.structure.add(role, inherited.parent, None);
        let inner = Inherited {
            text,
            indent: Pt::ZERO,
            parent,
        };
        CellPiece {
            row,
            row_span,
            column: cell.column,
            column_span,
            padding_x: boxed.padding_x,
            padding_y: boxed.padding_y,
            background: boxed.background.or(row_background),
            content: self.apart(&cell.content, &inner, cell.id.as_ref()),
        }
    }

    pub(super) fn columns(&mut self, columns: &[Block], inherited: &Inherited, boxed: &BoxStyle) {
        let style = self.workshop.style;
        let equal = ColumnBounds {
            least: 1.0 / columns.len() as f64,
            most: 1.0 / columns.len() as f64,
        };
        let mut piece = TablePiece {
            columns: columns
                .iter()
                .map(|column| self.bounds(column.class.as_deref()).or(Some(equal)))
                .collect(),
            gutter: boxed.gutter,
            head_rows: 0,
            rows: vec![RowPiece {
                anchors: Vec::new(),
                keep_together: false,
                keep_with_next: false,
                continued: None,
            }],
            cells: Vec::new(),
            ruling: Ruling::None,
            rule_width: Pt::ZERO,
            rule_color: boxed.rule_color,
            page_columns: 1,
            page_gutter: Pt::ZERO,
            full_width: true,
        };
        for (index, column) in columns.iter().enumerate() {
            let (text, column_box) = style.resolve(&inherited.text, "div", column.class.as_deref());
            let language = column.language.as_deref();
            let inner = Inherited {
                text,
                indent: column_box.indent,
                parent: self
                    .structure
                    .add(Role::Division, inherited.parent, language),
            };
            let content = std::slice::from_ref(column);
            let blocks = match &column.kind {
                crate::document::BlockKind::Group(blocks)
                | crate::document::BlockKind::Section(blocks) => blocks.as_slice(),
                _ => content,
            };
            piece.cells.push(CellPiece {
                row: 0,
                row_span: 1,
                column: index,
                column_span: 1,
                padding_x: column_box.padding_x,
                padding_y: column_box.padding_y,
                background: column_box.background,
                content: self.apart(blocks, &inner, column.id.as_ref()),
            });
        }
        self.push(PieceKind::Table(Box::new(piece)), inherited.indent);
    }

    /// The pieces of blocks that stand in a column of their own.
    fn apart(
        &mut self,
        blocks: &[Block],
        inherited: &Inherited,
        id: Option<&String>,
    ) -> Vec<Piece> {
        let mut inner = Composer::new(self.workshop, self.structure, self.notes);
        inner.anchors.extend(id.cloned().map(Anchor::Id));
        inner.blocks(blocks, inherited);
        inner.finish()
    }

    fn bounds(&self, class: Option<&str>) -> Option<ColumnBounds> {
        self.workshop.style.columns.get(class?).copied()
    }
}
