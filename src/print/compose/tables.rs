//! Tables, and columns side by side, which are a table of one row without rules.

use crate::document::{Block, Cell, Row, Table};
use crate::print::galley::Anchor;
use crate::print::page::Role;
use crate::print::style::{BoxStyle, ColumnBounds, Ruling};
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
        for (role, rows) in [
            (Role::TableHead, &table.head),
            (Role::TableBody, &table.body),
        ] {
            if rows.is_empty() {
                continue;
            }
            let parent = self.structure.add(role, element, None);
            for row in rows {
                let inherited = Inherited {
                    parent,
                    ..*inherited
                };
                self.row(row, (class, &table.columns), &inherited, &mut piece);
            }
        }
        let look = (&inherited.text, class);
        continued::add(self.workshop.style, look, &table.body, &mut piece);
        self.push(PieceKind::Table(Box::new(piece)), inherited.indent);
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
                crate::document::BlockKind::Group(blocks) => blocks.as_slice(),
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
        let mut inner = Composer::new(self.workshop, self.structure);
        inner.anchors.extend(id.cloned().map(Anchor::Id));
        inner.blocks(blocks, inherited);
        inner.finish()
    }

    fn bounds(&self, class: Option<&str>) -> Option<ColumnBounds> {
        self.workshop.style.columns.get(class?).copied()
    }
}
