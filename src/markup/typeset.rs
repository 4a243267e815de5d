//! French typography over the tree of a text field: it runs on the text, never on the markup, and a paragraph is one text
//! whatever emphasis and links cut it (`francais.md`, section 0).
//!
//! This file knows how a paragraph is cut into runs; the rules are `french::typography`'s.

use super::links::encoded;
use super::{Block, Inline, Item};
use crate::french::typography::{Profile, Run, correct_runs};

/// The blocks with French typography, their spaces those of a profile.
#[must_use]
pub fn typeset(blocks: Vec<Block>, profile: Profile) -> Vec<Block> {
    let item = |item: Item| Item {
        number: item.number,
        blocks: typeset(item.blocks, profile),
    };
    let block = |block| match block {
        Block::Paragraph(inlines) => Block::Paragraph(paragraph(inlines, profile)),
        Block::List { items, ordered } => Block::List {
            items: items.into_iter().map(item).collect(),
            ordered,
        },
        Block::Table(table) => Block::Table(table.map(|cell| paragraph(cell, profile))),
    };
    blocks.into_iter().map(block).collect()
}

fn paragraph(inlines: Vec<Inline>, profile: Profile) -> Vec<Inline> {
    let mut runs = Vec::new();
    collect(&inlines, false, &mut runs);
    let mut corrected = Vec::new();
    // A hard line break ends a text.
    for text in runs.split(Option::is_none) {
        let text: Vec<Run<'_>> = text.iter().flatten().copied().collect();
        corrected.extend(correct_runs(&text, profile));
    }
    put_back(inlines, &mut corrected.into_iter())
}

/// The runs of a paragraph in order; `None` for a hard line break.
fn collect<'a>(inlines: &'a [Inline], protected: bool, runs: &mut Vec<Option<Run<'a>>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => runs.push(Some(Run { text, protected })),
            Inline::Emphasis(content) | Inline::Strong(content) => {
                collect(content, protected, runs);
            }
            Inline::Link { href, content, .. } => {
                let is_its_own_address =
                    matches!(&content[..], [Inline::Text(text)] if href.ends_with(&*encoded(text)));
                collect(content, protected || is_its_own_address, runs);
            }
            Inline::SoftBreak => runs.push(Some(Run {
                text: "\n",
                protected,
            })),
            Inline::HardBreak => runs.push(None),
        }
    }
}

fn put_back(inlines: Vec<Inline>, runs: &mut impl Iterator<Item = String>) -> Vec<Inline> {
    let mut result = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(_) => push_text(&mut result, runs.next()),
            Inline::Emphasis(content) => result.push(Inline::Emphasis(put_back(content, runs))),
            Inline::Strong(content) => result.push(Inline::Strong(put_back(content, runs))),
            Inline::Link {
                href,
                title,
                content,
            } => result.push(Inline::Link {
                href,
                title,
                content: put_back(content, runs),
            }),
            Inline::SoftBreak => match runs.next() {
                // A rule may have put a no-break space in its place.
                Some(text) if text != "\n" => push_text(&mut result, Some(text)),
                _ => result.push(Inline::SoftBreak),
            },
            Inline::HardBreak => result.push(Inline::HardBreak),
        }
    }
    result
}

/// A run that the rules have emptied is none.
fn push_text(inlines: &mut Vec<Inline>, text: Option<String>) {
    inlines.extend(text.filter(|text| !text.is_empty()).map(Inline::Text));
}
