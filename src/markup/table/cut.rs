//! A row of a table cut at its bars.

use super::Alignment;

/// The cells of a row, in Markdown. `\\|` is a bar within a cell.
pub(in crate::markup) fn cells_of(row: &str) -> Vec<String> {
    let row = row.trim_matches([' ', '\t']);
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for character in row.chars() {
        if character == '|' && !is_escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            if character == '|' {
                // The backslash belongs to the table.
                cell.pop();
            }
            cell.push(character);
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|last| last.trim().is_empty()) {
        cells.pop();
    }
    for cell in &mut cells {
        *cell = cell.trim_matches([' ', '\t']).to_owned();
    }
    cells
}

/// Whether a line holds a bar that is not escaped.
pub(in crate::markup) fn holds_bar(line: &str) -> bool {
    let mut is_escaped = false;
    line.chars().any(|character| {
        let parts = character == '|' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        parts
    })
}

/// The alignments that the line below the head tells: `|---|:-:|`. `None` if it is no such line.
pub(in crate::markup) fn read_rule(line: &str) -> Option<Vec<Option<Alignment>>> {
    let fits = |one: char| matches!(one, '|' | '-' | ':' | ' ' | '\t');
    if !line.contains('|') || !line.contains('-') || !line.chars().all(fits) {
        return None;
    }
    cells_of(line).iter().map(|cell| alignment(cell)).collect()
}

fn alignment(cell: &str) -> Option<Option<Alignment>> {
    let (start, rest) = (
        cell.starts_with(':'),
        cell.strip_prefix(':').unwrap_or(cell),
    );
    let (end, dashes) = (rest.ends_with(':'), rest.strip_suffix(':').unwrap_or(rest));
    let is_rule = !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-');
    is_rule.then_some(match (start, end) {
        (true, true) => Some(Alignment::Center),
        (true, false) => Some(Alignment::Start),
        (false, true) => Some(Alignment::End),
        (false, false) => None,
    })
}
