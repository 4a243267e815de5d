//! Tables as HTML, or as the XHTML of the printed page.

use super::html::{Medium, write_inlines};
use super::plain::line_of;
use super::table::Cell;
use super::{Alignment, Table};
use crate::escaping::{Quotes, push_escaped};

/// Writes a table. On a page it stands in a region that scrolls sideways on a narrow screen, and that the keyboard reaches.
pub(super) fn write_table(html: &mut String, table: &Table, medium: Medium) {
    if medium == Medium::Screen {
        // A group, and no region: a page may hold many tables, and even two with the same heads.
        html.push_str("<div class=\"tableau\" role=\"group\" aria-label=\"");
        push_escaped(html, &label(table), Quotes::Any);
        html.push_str("\" tabindex=\"0\">");
    }
    html.push_str("<table class=\"donnees\">\n");
    if medium == Medium::Paper {
        let columns = "<col/>".repeat(table.head.len());
        html.push_str(&format!("<colgroup>{columns}</colgroup>\n"));
    }
    if !table.is_headless() {
        html.push_str("<thead>\n");
        write_row(html, table, &table.head, medium, |_, cell| {
            (!cell.is_empty()).then_some("col")
        });
        html.push_str("</thead>\n");
    }
    html.push_str("<tbody>\n");
    let has_row_heads = table.has_row_heads();
    for row in &table.rows {
        write_row(html, table, row, medium, |column, cell| {
            (has_row_heads && column == 0 && !cell.is_empty()).then_some("row")
        });
    }
    html.push_str("</tbody>\n</table>");
    if medium == Medium::Screen {
        html.push_str("</div>");
    }
}

/// What a screen reader says of the table before its cells.
fn label(table: &Table) -> String {
    let heads: Vec<String> = table
        .head
        .iter()
        .map(|head| line_of(head))
        .filter(|head| !head.is_empty())
        .collect();
    if heads.is_empty() {
        "Tableau".to_owned()
    } else {
        format!("Tableau\u{a0}: {}", heads.join(", "))
    }
}

/// Writes a row; `scope` tells which cells are heads, and of what.
fn write_row(
    html: &mut String,
    table: &Table,
    row: &[Cell],
    medium: Medium,
    scope: impl Fn(usize, &Cell) -> Option<&'static str>,
) {
    html.push_str("<tr>");
    for (column, (cell, alignment)) in row.iter().zip(&table.alignments).enumerate() {
        let scope = scope(column, cell);
        let name = if scope.is_some() { "th" } else { "td" };
        html.push_str(&format!("<{name}"));
        if let Some(scope) = scope {
            html.push_str(&format!(" scope=\"{scope}\""));
        }
        match alignment {
            Alignment::Start => {}
            Alignment::Center => html.push_str(" class=\"centre\""),
            Alignment::End => html.push_str(" class=\"droite\""),
        }
        html.push('>');
        write_inlines(html, cell, medium);
        html.push_str(&format!("</{name}>"));
    }
    html.push_str("</tr>\n");
}
