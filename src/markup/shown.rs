//! What of a text field its reader sees: not the address behind a link's words.

use super::{Block, Inline};

/// Whether that character is shown somewhere.
#[must_use]
pub fn shows(blocks: &[Block], wanted: char) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(inlines) => inlines_show(inlines, wanted),
        Block::List { items, .. } => items.iter().any(|item| shows(&item.blocks, wanted)),
        Block::Table(table) => table.cells().any(|cell| inlines_show(cell, wanted)),
    })
}

fn inlines_show(inlines: &[Inline], wanted: char) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Text(text) => text.contains(wanted),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
            inlines_show(content, wanted)
        }
        Inline::SoftBreak | Inline::HardBreak => false,
    })
}
