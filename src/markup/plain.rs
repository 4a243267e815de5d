//! The tree as plain text.

use super::{Block, Inline, Item};

/// The blocks as plain text, one line for each paragraph or item. A link reads `content (address)`, or
/// `content (address, title)`, unless its content is the address itself.
pub fn to_plain(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    write_blocks(&mut lines, blocks, 0);
    lines.join("\n")
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
                items.iter().for_each(|item| write_item(lines, item, depth))
            }
        }
    }
}

fn write_item(lines: &mut Vec<String>, item: &Item, depth: usize) {
    let mut line = "  ".repeat(depth);
    line.push_str(&item_head(item));
    let mut rest = item.blocks.as_slice();
    if let [Block::Paragraph(inlines), others @ ..] = rest {
        write_inlines(&mut line, inlines);
        rest = others;
    }
    lines.push(line.trim_end().to_owned());
    write_blocks(lines, rest, depth + 1);
}

/// What announces an item in a text that has no lists.
pub(super) fn item_head(item: &Item) -> String {
    item.number
        .map_or_else(|| "• ".to_owned(), |number| format!("{number}. "))
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
