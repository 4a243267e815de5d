//! How much there is to set in a text field, beside its letters.

use super::{Block, Inline};
use crate::french::typography::ordinals_typed;

/// How many paragraphs, items, cells, emphases, links and ordinals with raised letters these blocks are made of.
pub(crate) fn pieces(blocks: &[Block]) -> usize {
    blocks.iter().map(of_block).sum()
}

fn of_block(block: &Block) -> usize {
    match block {
        Block::Paragraph(inlines) => 1 + of_inlines(inlines),
        Block::List { items, .. } => {
            let items = items.iter().map(|item| 1 + pieces(&item.blocks));
            items.sum()
        }
        Block::Table(table) => table.cells().map(|cell| 1 + of_inlines(cell)).sum(),
    }
}

fn of_inlines(inlines: &[Inline]) -> usize {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => ordinals_typed(text),
        Inline::SoftBreak => 0,
        Inline::HardBreak => 1,
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
            1 + of_inlines(content)
        }
    };
    inlines.iter().map(one).sum()
}
