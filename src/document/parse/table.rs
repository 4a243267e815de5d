//! Tables: each row has all the columns, once the cells that span several columns or rows are counted.

use roxmltree::Node;

use super::attributes::{Common, place};
use super::reader::Reader;
use super::vocabulary::Container;
use crate::diagnostic::{Diagnostic, Span};
use crate::document::DocumentFault;
use crate::document::{Cell, Inline, Row, Scope, Table};
use crate::french::words::counted;

/// At most 100 columns: no page can show more.
const MOST_COLUMNS: u64 = 100;
/// A cell covers at most 65 534 rows, as in HTML.
const MOST_ROWS: u64 = 65_534;
/// At most one table around a table.
const MOST_TABLES_AROUND: usize = 1;
/// The parts of a table, in their order.
const PARTS: &[&str] = &["caption", "colgroup", "thead", "tbody"];

/// What the rows of a table agree on.
#[derive(Default)]
struct Grid {
    /// How many columns there are, once a `colgroup` or a first row has told.
    columns: Option<usize>,
    /// For each column, the cell from above that still covers it.
    covered: Vec<Option<Covering>>,
}

#[derive(Clone)]
struct Covering {
    rows_left: usize,
    cell: Span,
}

impl Reader<'_> {
    /// `table`. One may stand in a cell of another, and none in that one's cells: they would be too narrow for any word.
    pub(super) fn table(&mut self, node: Node<'_, '_>) -> Table {
        if self.tables_around > MOST_TABLES_AROUND {
            let span = self.tag(node);
            self.fault(DocumentFault::MisplacedTable, span,
                "ce tableau n’a pas sa place dans cette case",
                "un tableau peut être dans une case <td>, hors des en-têtes, d’un tableau qui n’est lui-même dans aucune case",
            );
        }
        self.tables_around += 1;
        let table = self.table_itself(node);
        self.tables_around -= 1;
        table
    }

    fn table_itself(&mut self, node: Node<'_, '_>) -> Table {
        let mut table = Table {
            caption: None,
            columns: Vec::new(),
            head: Vec::new(),
            body: Vec::new(),
        };
        let mut grid = Grid::default();
        let mut reached = 0;
        for part in self.elements(node, PARTS) {
            let name = self.name(part);
            let Some(rank) = PARTS.iter().position(|known| *known == name) else {
                self.misplaced(part, "table", PARTS);
                continue;
            };
            if rank < reached {
                let span = self.tag(part);
                self.fault(
                    DocumentFault::TablePartOrder,
                    span,
                    format!("<{name}> vient trop tard, ou deux fois"),
                    format!(
                        "les parties d’un tableau, dans leur ordre : {}",
                        PARTS.join(", ")
                    ),
                );
            }
            // A table may have several bodies, and one of each other part.
            reached = reached.max(rank + usize::from(name != "tbody"));
            match name {
                "caption" => table.caption = self.caption(part),
                "colgroup" => {
                    table.columns = self.columns_of_group(part);
                    let number = table.columns.len();
                    grid.columns = (1..=MOST_COLUMNS as usize)
                        .contains(&number)
                        .then_some(number);
                }
                "thead" => table.head.extend(self.rows(part, &mut grid)),
                _ => table.body.extend(self.rows(part, &mut grid)),
            }
        }
        if table.columns.is_empty() {
            table.columns = vec![None; grid.columns.unwrap_or_default()];
        }
        if table.head.is_empty() && table.body.is_empty() {
            let span = self.tag(node);
            self.fault(DocumentFault::EmptyTable, span,
                "ce tableau n’a aucune ligne",
                "entourez-le de {% if … %} pour qu’il n’apparaisse que s’il y a quelque chose à dire",
            );
        }
        table
    }

    fn caption(&mut self, node: Node<'_, '_>) -> Option<Vec<Inline>> {
        let common = self.common(node, &[]);
        let content = self.line(node);
        if content.is_empty() {
            return None;
        }
        if common == Common::default() {
            return Some(content);
        }
        Some(vec![Inline::Span {
            id: common.id,
            class: common.class,
            language: common.language,
            content,
        }])
    }

    fn columns_of_group(&mut self, node: Node<'_, '_>) -> Vec<Option<String>> {
        self.only(node, &[]);
        let mut columns = Vec::new();
        for column in self.elements(node, &["col"]) {
            if self.name(column) != "col" {
                self.misplaced(column, "colgroup", &["col"]);
                continue;
            }
            self.only(column, &["class"]);
            self.elements(column, &[]);
            columns.push(self.column_class(column));
        }
        let number = columns.len() as u64;
        if number == 0 || number > MOST_COLUMNS {
            let span = self.tag(node);
            self.fault(
                DocumentFault::ColumnGroup,
                span,
                format!("un tableau a de 1 à {MOST_COLUMNS} colonnes, et non {number}"),
                "mettez dans <colgroup> un <col/> par colonne",
            );
        }
        columns
    }

    /// The rows of a `thead` or `tbody`.
    fn rows(&mut self, node: Node<'_, '_>, grid: &mut Grid) -> Vec<Row> {
        self.only(node, &[]);
        let (name, is_head) = (self.name(node), self.name(node) == "thead");
        let mut rows = Vec::new();
        for row in self.elements(node, &["tr"]) {
            if self.name(row) == "tr" {
                rows.push(self.row(row, is_head, grid));
            } else {
                self.misplaced(row, name, &["tr"]);
            }
        }
        let mut last = None;
        for covering in std::mem::take(&mut grid.covered).into_iter().flatten() {
            if last.as_ref() != Some(&covering.cell) {
                self.fault(
                    DocumentFault::CellTooLow,
                    covering.cell.clone(),
                    format!("cette case descend plus bas que la fin de <{name}>"),
                    "diminuez rowspan, ou ajoutez les lignes qui manquent",
                );
            }
            last = Some(covering.cell);
        }
        rows
    }

    fn row(&mut self, node: Node<'_, '_>, is_head: bool, grid: &mut Grid) -> Row {
        let mut common = self.common(node, &[]);
        let language = common.language.take();
        let mut cells = Vec::new();
        let mut places = Vec::new();
        for child in self.elements(node, &["th", "td"]) {
            if !matches!(self.name(child), "th" | "td") {
                self.misplaced(child, "tr", &["th", "td"]);
                continue;
            }
            let mut cell = self.cell(child, is_head);
            if let Some(language) = &language {
                let around = Common {
                    language: Some(language.clone()),
                    ..Common::default()
                };
                cell.content = around.around(cell.content);
            }
            cells.push(cell);
            places.push(self.tag(child));
        }
        if let Err(fault) = grid.place(&mut cells, &places, self.tag(node)) {
            self.faults.push(fault);
        }
        Row {
            id: common.id,
            class: common.class,
            cells,
        }
    }

    fn cell(&mut self, node: Node<'_, '_>, is_head: bool) -> Cell {
        let is_header = self.name(node) == "th";
        let mut others = vec!["rowspan", "colspan"];
        if is_header {
            others.push("scope");
        }
        let mut common = self.common(node, &others);
        let scope = is_header.then(|| self.scope(node, is_head));
        let column_span = self.number(node, "colspan", 1, MOST_COLUMNS).unwrap_or(1);
        let row_span = self.number(node, "rowspan", 1, MOST_ROWS).unwrap_or(1);
        // What heads others is short, and what is repeated on each page is decoration there.
        let barred = if is_header || is_head {
            MOST_TABLES_AROUND
        } else {
            0
        };
        self.tables_around += barred;
        let content = self.blocks(node, Container::Cell);
        self.tables_around -= barred;
        let (id, class) = (common.id.take(), common.class.take());
        Cell {
            id,
            class,
            scope,
            column: 0,
            column_span: column_span as usize,
            row_span: row_span as usize,
            content: common.around(content),
        }
    }

    /// The scope of a header cell; without one, that of where it stands.
    fn scope(&mut self, node: Node<'_, '_>, is_head: bool) -> Scope {
        let typed = node.attribute_node("scope");
        match typed.map(|attribute| attribute.value()) {
            Some("col") => Scope::Column,
            Some("row") => Scope::Row,
            None if is_head => Scope::Column,
            None => Scope::Row,
            Some(other) => {
                let span = typed.map_or(self.tag(node), |attribute| place(&attribute));
                self.fault(DocumentFault::Scope, span,
                    format!("« {other} » n’est pas une valeur admise pour scope"),
                    "écrivez scope=\"col\" pour le titre d’une colonne, scope=\"row\" pour celui d’une ligne",
                );
                Scope::Column
            }
        }
    }
}

impl Grid {
    /// Gives each cell of a row its column.
    fn place(&mut self, cells: &mut [Cell], places: &[Span], row: Span) -> Result<(), Diagnostic> {
        let spans: usize = cells.iter().map(|cell| cell.column_span).sum();
        let from_above = self.covered.iter().flatten().count();
        let wanted = match self.columns {
            Some(columns) => columns,
            None => *self.columns.insert(spans),
        };
        if wanted as u64 > MOST_COLUMNS {
            return Err(too_many(row));
        }
        let sum = count(wanted, spans, from_above, row);
        self.covered.resize(wanted, None);
        let mut overlap = None;
        let mut column = 0;
        let mut begun = vec![None; wanted];
        for (cell, place) in cells.iter_mut().zip(places) {
            while self.covered.get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            cell.column = column;
            for covered in column..(column + cell.column_span).min(wanted) {
                if let Some(other) = self.covered.get(covered).and_then(Option::as_ref) {
                    overlap.get_or_insert_with(|| (place.clone(), other.cell.clone()));
                }
                if let Some(begun) = begun.get_mut(covered).filter(|_| cell.row_span > 1) {
                    *begun = Some(Covering {
                        rows_left: cell.row_span,
                        cell: place.clone(),
                    });
                }
            }
            column += cell.column_span;
        }
        for (covered, begun) in self.covered.iter_mut().zip(begun) {
            let now = begun.or(covered.take());
            *covered = now.and_then(|covering| {
                (covering.rows_left > 1).then(|| Covering {
                    rows_left: covering.rows_left - 1,
                    ..covering
                })
            });
        }
        sum?;
        match overlap {
            None => Ok(()),
            Some((cell, other)) => Err(Diagnostic::new(
                DocumentFault::OverlappingCells,
                "cette case en recouvre une autre",
            )
            .at(cell, "celle-ci s’étend sur plusieurs colonnes")
            .at(other, "celle-ci descend jusqu’à cette ligne")
            .help("diminuez colspan ou rowspan")),
        }
    }
}

fn too_many(row: Span) -> Diagnostic {
    Diagnostic::new(
        DocumentFault::TooManyColumns,
        format!("ce tableau a plus de {MOST_COLUMNS} colonnes"),
    )
    .at(row, "")
    .help("aucune page n’est assez large : partagez-le")
}

/// Whether a row has all its columns: those of its cells, and those that cells from above cover.
fn count(wanted: usize, spans: usize, from_above: usize, row: Span) -> Result<(), Diagnostic> {
    let found = spans + from_above;
    if found == 0 {
        return Err(
            Diagnostic::new(DocumentFault::EmptyRow, "cette ligne est vide")
                .at(row, "")
                .help("mettez-y des cases <td>, ou supprimez-la"),
        );
    }
    if found == wanted {
        return Ok(());
    }
    let columns = counted(found as u64, "colonne");
    let fault = Diagnostic::new(
        DocumentFault::RowLength,
        format!("cette ligne occupe {columns}, et il en faut {wanted}"),
    )
    .at(row, "");
    Err(match from_above {
        0 => fault.help("ajoutez ou supprimez des cases, ou changez colspan"),
        1 => fault.help("une case placée plus haut descend jusqu’ici (rowspan) : elle compte aussi"),
        _ => fault.help(format!(
            "{from_above} colonnes sont prises par des cases placées plus haut (rowspan) : elles comptent aussi"
        )),
    })
}
