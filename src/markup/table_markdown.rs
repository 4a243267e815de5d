//! Tables as Markdown, as GFM writes them.

use super::inline_markdown::{Around, write_inlines};
use super::table::Cell;
use super::{Alignment, Table};

/// The lines of a table: its head, the rule below it, its rows.
pub(super) fn table_lines(table: &Table) -> Vec<String> {
    let mut lines = vec![row_line(&table.head), rule_line(table)];
    lines.extend(table.rows.iter().map(|row| row_line(row)));
    lines
}

fn row_line(row: &[Cell]) -> String {
    let mut line = "|".to_owned();
    for cell in row {
        line.push(' ');
        let around = Around {
            after: ' ',
            parent: None,
            in_link: false,
            in_cell: true,
        };
        write_inlines(&mut line, cell, around);
        line.push_str(" |");
    }
    line
}

/// An alignment is written where it is not that of any text, or not what the column would have by itself.
fn rule_line(table: &Table) -> String {
    let mut line = "|".to_owned();
    for (column, alignment) in table.alignments.iter().enumerate() {
        line.push_str(match alignment {
            Alignment::Start if table.usual_alignment(column) == Alignment::Start => " --- |",
            Alignment::Start => " :-- |",
            Alignment::Center => " :-: |",
            Alignment::End => " --: |",
        });
    }
    line
}
