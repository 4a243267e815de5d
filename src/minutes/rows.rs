//! The rows of a theme in a table: one for each action point, beside cells as high as all of them.

use super::columns::fills;
use super::{Cell, CellKind, Column, Content, Places, Row};
use crate::record::Column as Key;

/// The rows of what a theme or a part holds. `is_wide`: all but the actions stands in a row of its own over the whole width.
pub(super) fn rows(
    content: &Content,
    columns: &[Column],
    places: &Places,
    is_wide: bool,
) -> Vec<Row> {
    let mut rows = Vec::new();
    if is_wide {
        rows.extend(wide(columns));
    }
    let has = |key: Key| columns.iter().any(|column| column.key == key);
    let actions = if has(Key::Actions) {
        content.actions.len()
    } else {
        0
    };
    let owners_column = [Key::Owners, Key::Actions]
        .into_iter()
        .find(|key| has(*key));
    // The owners of the whole stand below its actions, or beside its text.
    let owners_column = owners_column.filter(|_| !content.owners.is_empty());
    let has_row_of_owners = owners_column.is_some() && (actions > 0 || is_wide);
    let height = actions + usize::from(has_row_of_owners);
    let own = |column: &Column| {
        let is_filled = column.key == Key::Themes || fills(content, column.key, places);
        let kind = if is_filled {
            CellKind::Content
        } else {
            CellKind::Empty
        };
        cell(column, kind)
    };
    for place in 0..height {
        let cells = columns.iter().filter_map(|column| {
            let cell = |kind| Some(cell(column, kind));
            match column.is_of_actions {
                false if is_wide => cell(CellKind::Empty),
                false if place == 0 => Some(Cell {
                    height,
                    ..own(column)
                }),
                false => None,
                true if place < actions => Some(Cell {
                    action: Some(place),
                    ..self::cell(column, CellKind::Action)
                }),
                true if owners_column == Some(column.key) => cell(CellKind::Owners),
                true => cell(CellKind::Empty),
            }
        });
        rows.push(Row {
            cells: cells.collect(),
        });
    }
    if height == 0 && !is_wide {
        let cells = columns.iter().map(|column| match column.is_of_actions {
            false => own(column),
            true if owners_column == Some(column.key) => cell(column, CellKind::Owners),
            true => cell(column, CellKind::Empty),
        });
        rows.push(Row {
            cells: cells.collect(),
        });
    }
    rows
}

/// One cell over all columns.
fn wide(columns: &[Column]) -> Option<Row> {
    let first = cell(columns.first()?, CellKind::Wide);
    Some(Row {
        cells: vec![Cell {
            width: columns.len(),
            ..first
        }],
    })
}

fn cell(column: &Column, kind: CellKind) -> Cell {
    Cell {
        column: column.clone(),
        kind,
        width: 1,
        height: 1,
        action: None,
    }
}
