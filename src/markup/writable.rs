//! The last hand on a paragraph: bare addresses become links, and emphasis that Markdown cannot write gives way.
//!
//! Such emphasis is rare: it comes about where emphasis within emphasis was not kept, or beside an address.

use super::finish::{push_all, push_text, with_content};
use super::flanking::wordlike;
use super::links::pieces;
use super::parse::{Assurance, read};
use super::{Block, Inline, Table, to_own_markdown};

/// Pieces as a block that holds nothing else.
type Within = fn(Vec<Inline>) -> Block;

/// A paragraph of its own.
pub(super) fn alone(inlines: Vec<Inline>) -> Block {
    Block::Paragraph(inlines)
}

/// The cell of a table.
pub(super) fn in_cell(inlines: Vec<Inline>) -> Block {
    Block::Table(Table::new(&[], vec![inlines.clone()], vec![vec![inlines]]))
}

/// The paragraph or cell as it stands in the tree, sure to read back as itself: with all its emphasis if possible, else
/// with the outer only, else with none.
pub(super) fn assured(inlines: Vec<Inline>, within: Within) -> Vec<Inline> {
    let is_emphasis = |inline: &Inline| matches!(inline, Inline::Emphasis(_) | Inline::Strong(_));
    let is_emphatic = |inline: &Inline| match inline {
        Inline::Link { content, .. } => content.iter().any(is_emphasis),
        other => is_emphasis(other),
    };
    if !inlines.iter().any(is_emphatic) {
        return as_it_is(inlines);
    }
    let whole = as_it_is(inlines.clone());
    if reads_back(&whole, within) {
        return whole;
    }
    let outer_only = as_it_is(
        inlines
            .iter()
            .cloned()
            .map(|inline| with_content(inline, plain))
            .collect(),
    );
    if reads_back(&outer_only, within) {
        outer_only
    } else {
        as_it_is(plain(inlines))
    }
}

/// The paragraph as it stands in the tree.
pub(super) fn as_it_is(inlines: Vec<Inline>) -> Vec<Inline> {
    link_addresses(without_the_unwritable(inlines))
}

fn reads_back(inlines: &[Inline], within: Within) -> bool {
    let blocks = [within(inlines.to_vec())];
    read(&to_own_markdown(&blocks), Assurance::Waived).blocks == blocks
}

fn plain(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut plain_inlines = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match with_content(inline, plain) {
            Inline::Emphasis(content) | Inline::Strong(content) => {
                push_all(&mut plain_inlines, content)
            }
            Inline::Text(text) => push_text(&mut plain_inlines, &text),
            other => plain_inlines.push(other),
        }
    }
    plain_inlines
}

/// Emphasis that touches emphasis of its kind joins it, and emphasis that begins or ends with punctuation beside a
/// word gives way to its content: both come about where emphasis within emphasis was not kept, and Markdown cannot
/// write them.
fn without_the_unwritable(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut written: Vec<Inline> = Vec::with_capacity(inlines.len());
    let mut rest = joined(inlines).into_iter().peekable();
    while let Some(inline) = rest.next() {
        let inline = with_content(inline, without_the_unwritable);
        match inline {
            Inline::Text(text) => push_text(&mut written, &text),
            Inline::Emphasis(content) | Inline::Strong(content) if content.is_empty() => {}
            Inline::Emphasis(ref content) | Inline::Strong(ref content) => {
                let after_word = ends_with_word(written.last());
                let before_word = begins_with_word(rest.peek());
                let stuck = (after_word && !touches_word(content, Side::Start))
                    || (before_word && !touches_word(content, Side::End));
                match inline {
                    Inline::Emphasis(content) | Inline::Strong(content) if stuck => {
                        push_all(&mut written, content);
                    }
                    other => written.push(other),
                }
            }
            other => written.push(other),
        }
    }
    written
}

fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (Some(Inline::Emphasis(content)), Inline::Emphasis(more)) => push_all(content, more),
            (Some(Inline::Strong(content)), Inline::Strong(more)) => push_all(content, more),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

fn ends_with_word(inline: Option<&Inline>) -> bool {
    matches!(inline, Some(Inline::Text(text)) if text.chars().next_back().is_some_and(wordlike))
}

fn begins_with_word(inline: Option<&Inline>) -> bool {
    matches!(inline, Some(Inline::Text(text)) if text.chars().next().is_some_and(wordlike))
}

/// An end of a sequence.
#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

fn touches_word(inlines: &[Inline], side: Side) -> bool {
    let edge = match side {
        Side::Start => inlines.first(),
        Side::End => inlines.last(),
    };
    match (edge, side) {
        (Some(Inline::Text(text)), Side::Start) => text.chars().next().is_some_and(wordlike),
        (Some(Inline::Text(text)), Side::End) => text.chars().next_back().is_some_and(wordlike),
        (Some(Inline::Emphasis(content) | Inline::Strong(content)), side) => {
            touches_word(content, side)
        }
        _ => false,
    }
}

/// Bare addresses become links, outside links.
fn link_addresses(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut linked = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => linked.extend(pieces(&text).into_iter().map(|piece| {
                let content = Inline::Text(piece.text.to_owned());
                match piece.href {
                    Some(href) => Inline::Link {
                        href,
                        title: None,
                        content: vec![content],
                    },
                    None => content,
                }
            })),
            link @ Inline::Link { .. } => linked.push(link),
            other => linked.push(with_content(other, link_addresses)),
        }
    }
    linked
}
