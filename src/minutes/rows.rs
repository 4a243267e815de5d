//! The rows of a theme in a table: one for each action point, beside cells as high as all of them.

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
        rows.push(wide(columns.len()));
    }
    let has = |key: Key| columns.iter().any(|column| column.key == key);
    let actions = match has(Key::Actions) {
        true => content.actions.len(),
        false => 0,
    };
    let owners_column = [Key::Owners, Key::Actions]
        .into_iter()
        .find(|key| has(*key));
    // The owners of the whole stand below its actions, or beside its text.
    let owners_column = owners_column.filter(|_| !content.owners.is_empty());
    let has_row_of_owners = owners_column.is_some() && (actions > 0 || is_wide);
    let height = actions + usize::from(has_row_of_owners);
    let own = |place: usize, column: &Column| {
        let is_filled = column.key == Key::Themes || fills(content, column.key, places);
        let kind = match is_filled {
            true => CellKind::Content,
            false => CellKind::Empty,
        };
        cell(place, kind)
    };
    for line in 0..height {
        let cells = columns.iter().enumerate().filter_map(|(place, column)| {
            let cell = |kind| Some(cell(place, kind));
            match column.is_of_actions {
                false if is_wide => cell(CellKind::Empty),
                false if line == 0 => Some(Cell {
                    height,
                    ..own(place, column)
                }),
                false => None,
                true if line < actions => Some(Cell {
                    action: Some(line),
                    ..self::cell(place, CellKind::Action)
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
        let columns = columns.iter().enumerate();
        let cells = columns.map(|(place, column)| match column.is_of_actions {
            false => own(place, column),
            true if owners_column == Some(column.key) => cell(place, CellKind::Owners),
            true => cell(place, CellKind::Empty),
        });
        let cells = cells.collect();
        rows.push(Row { cells });
    }
    rows
}

/// One cell over all columns.
fn wide(columns: usize) -> Row {
    Row {
        cells: vec![Cell {
            width: columns,
            ..cell(0, CellKind::Wide)
        }],
    }
}

/// A cell in the column at that place.
fn cell(column: usize, kind: CellKind) -> Cell {
    Cell {
        column,
        kind,
        width: 1,
        height: 1,
        action: None,
    }
}

/// Whether a content has something that stands in a column.
pub(super) fn fills(content: &Content, key: Key, places: &Places) -> bool {
    let actions = &content.actions;
    let held = [
        (places.discussion, content.discussion.is_some()),
        (
            places.recommendations,
            !content.recommendations.is_empty() || content.comments.is_some(),
        ),
        (places.decisions, !content.decisions.is_empty()),
        (places.actions, !actions.is_empty()),
        // Without a column of their own, the owners of a whole theme stand where its actions would.
        (
            places.actions,
            places.actions != Key::Actions && !content.owners.is_empty(),
        ),
        (
            places.owners,
            actions.iter().any(|action| !action.owners.is_empty()),
        ),
        (
            places.due,
            actions
                .iter()
                .any(|action| action.due.is_some() || action.due_in_words.is_some()),
        ),
        (
            places.status,
            actions.iter().any(|action| action.status.is_some()),
        ),
    ];
    held.contains(&(key, true))
}
