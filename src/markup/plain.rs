//! The tree as plain text.

use super::lettered::are_lettered;
use super::{Block, Inline, Item, set};
use crate::french::typography::Profile;

/// What stands between two cells of a row.
const CELL_BORDER: &str = " | ";

/// The blocks as plain text, one line for each paragraph, item or row of a table. A link reads `content (address)`, or
/// `content (address, title)`, unless its content is the address itself.
pub fn to_plain(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    write_blocks(&mut lines, blocks, 0);
    lines.join("\n")
}

/// A markup text as plain text, its spaces those of that profile.
pub fn plain(text: &str, profile: Profile) -> String {
    to_plain(&set(text, profile))
}

/// The same on one line.
pub fn plain_line(text: &str, profile: Profile) -> String {
    to_plain_line(&set(text, profile))
}

/// As [`to_plain`], on one line.
pub fn to_plain_line(blocks: &[Block]) -> String {
    let text = to_plain(blocks);
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn write_blocks(lines: &mut Vec<String>, blocks: &[Block], depth: usize) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                let mut line = "  ".repeat(depth.saturating_sub(1));
                write_inlines(&mut line, inlines);
                lines.push(line);
            }
            Block::List { items, .. } => {
                let head = heads_of(items);
                items
                    .iter()
                    .for_each(|item| write_item(lines, item, &head(item), depth));
            }
            Block::Table(table) => {
                let indentation = "  ".repeat(depth.saturating_sub(1));
                let head = Some(&table.head).filter(|_| !table.is_headless());
                for row in head.into_iter().chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(|cell| line_of(cell)).collect();
                    let line = format!("{indentation}{}", cells.join(CELL_BORDER));
                    lines.push(line.trim_end().to_owned());
                }
            }
        }
    }
}

fn write_item(lines: &mut Vec<String>, item: &Item, head: &str, depth: usize) {
    let mut line = "  ".repeat(depth);
    line.push_str(head);
    let mut rest = item.blocks.as_slice();
    if let [Block::Paragraph(inlines), others @ ..] = rest {
        write_inlines(&mut line, inlines);
        rest = others;
    }
    lines.push(line.trim_end().to_owned());
    write_blocks(lines, rest, depth + 1);
}

/// What announces an item of a list in a text that has no lists: its number, a bullet, or nothing where it is lettered.
pub(super) fn heads_of(items: &[Item]) -> impl Fn(&Item) -> String {
    let bullet = if are_lettered(items) { "" } else { "• " };
    move |item| {
        item.number
            .map_or_else(|| bullet.to_owned(), |number| format!("{number}. "))
    }
}

/// The pieces on one line.
pub(super) fn line_of(inlines: &[Inline]) -> String {
    let mut line = String::new();
    write_inlines(&mut line, inlines);
    line
}

fn write_inlines(line: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => line.push_str(text),
            Inline::Emphasis(content) | Inline::Strong(content) => write_inlines(line, content),
            Inline::Link {
                href,
                title,
                content,
            } => {
                let start = line.len();
                write_inlines(line, content);
                let shown = &line[start..];
                let itself = shown == href || href.strip_prefix("mailto:") == Some(shown);
                match (itself, title) {
                    (true, None) => {}
                    (true, Some(title)) => line.push_str(&format!(" ({title})")),
                    (false, None) => line.push_str(&format!(" ({href})")),
                    (false, Some(title)) => line.push_str(&format!(" ({href}, {title})")),
                }
            }
            Inline::SoftBreak | Inline::HardBreak => line.push(' '),
        }
    }
}
