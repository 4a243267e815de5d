//! Lines of text that hold tables, so that the Markdown parser sees each.

use std::borrow::Cow;

use super::cut::{cells_of, holds_bar, read_rule};
use super::may_hold_table;

/// A blank line before each table, and a rule below its head as wide as the head: `| a | b |` right after a line of text, above
/// `|---|`, is a table for who typed it.
pub(in crate::markup) fn with_tables_apart(text: &str) -> Cow<'_, str> {
    if !may_hold_table(text) || !text.split('\n').any(|line| read_rule(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let typed: Vec<&str> = text.split('\n').collect();
    let mut apart: Vec<Cow<'_, str>> = Vec::with_capacity(typed.len() + 2);
    let mut in_table = false;
    let mut missing = 0;
    for (index, line) in typed.iter().copied().enumerate() {
        in_table &= holds_bar(line);
        let rule = typed.get(index + 1).and_then(|next| read_rule(next));
        let line = match rule.filter(|_| !in_table && holds_bar(line)) {
            Some(rule) if may_head(line, rule.len()) => {
                in_table = true;
                if index > 0 && !typed[index - 1].trim().is_empty() {
                    apart.push(Cow::Borrowed(""));
                }
                let width = cells_of(line).len();
                missing = width.saturating_sub(rule.len());
                widened(line, rule.len().saturating_sub(width), " |")
            }
            _ => widened(line, std::mem::take(&mut missing), "---|"),
        };
        apart.push(line);
    }
    Cow::Owned(apart.join("\n"))
}

/// Whether a line is the head above a rule of so many columns: it begins with a bar, or has as many.
fn may_head(line: &str, columns: usize) -> bool {
    line.trim_start().starts_with('|') || (columns > 1 && cells_of(line).len() == columns)
}

/// A row with some more cells.
fn widened<'l>(row: &'l str, cells: usize, cell: &str) -> Cow<'l, str> {
    if cells == 0 {
        return Cow::Borrowed(row);
    }
    let row = row.trim_end();
    let bar = if row.ends_with('|') && !row.ends_with("\\|") {
        ""
    } else {
        "|"
    };
    Cow::Owned(format!("{row}{bar}{}", cell.repeat(cells)))
}
