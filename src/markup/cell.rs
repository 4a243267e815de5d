//! The tree in one line of Markdown, for a cell of a GFM table.

use super::escape::for_all_readers;
use super::finish::{push_all, push_text};
use super::inline_markdown::{Around, write_inlines};
use super::plain::heads_of;
use super::table::Cell;
use super::{Block, Inline};

const LINE_BREAK: &str = "<br>";

/// The blocks in one line of Markdown, for a cell of a GFM table: paragraphs and items are parted by `<br>`, items
/// begin with `•` or their number.
pub fn to_markdown_cell(blocks: &[Block]) -> String {
    let mut cell = String::new();
    write_blocks(&mut cell, blocks, "");
    for_all_readers(cell)
}

/// Adds the lines of some blocks; the first begins with `head`.
fn write_blocks(cell: &mut String, blocks: &[Block], head: &str) {
    let mut head = Some(head).filter(|head| !head.is_empty());
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => write_line(cell, head.take().unwrap_or_default(), inlines),
            Block::List { items, .. } => {
                if let Some(head) = head.take() {
                    write_line(cell, head, &[]);
                }
                let head = heads_of(items);
                for item in items {
                    write_blocks(cell, &item.blocks, &head(item));
                }
            }
            Block::Table(table) => {
                if let Some(head) = head.take() {
                    write_line(cell, head, &[]);
                }
                for row in &table.rows {
                    write_line(cell, "", &told_row(&table.head, row));
                }
            }
        }
    }
    if let Some(head) = head {
        write_line(cell, head, &[]);
    }
}

/// A row in words: `Province : Gao ; Cas : 12`. A cell that holds nothing is a dash, so that no head is lost.
fn told_row(heads: &[Cell], row: &[Cell]) -> Vec<Inline> {
    let mut told = Vec::new();
    for (head, cell) in heads.iter().zip(row) {
        if head.is_empty() && cell.is_empty() {
            continue;
        }
        if !told.is_empty() {
            push_text(&mut told, "\u{a0}; ");
        }
        if !head.is_empty() {
            push_all(&mut told, head.clone());
            push_text(&mut told, "\u{a0}: ");
        }
        if cell.is_empty() {
            push_text(&mut told, "–");
        }
        push_all(&mut told, cell.clone());
    }
    told
}

fn write_line(cell: &mut String, head: &str, inlines: &[Inline]) {
    if !cell.is_empty() {
        cell.push_str(LINE_BREAK);
    }
    let around = Around {
        after: '<',
        parent: None,
        in_link: false,
        in_cell: true,
    };
    write_inlines(
        cell,
        &[Inline::Text(head.to_owned())],
        Around {
            after: ' ',
            ..around
        },
    );
    write_inlines(cell, inlines, around);
    cell.truncate(cell.trim_end_matches(' ').len());
}
