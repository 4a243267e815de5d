//! What stands on every page around the text: running header and footer, the word across a draft.

use crate::document::{Block, BlockKind, Inline};

use super::compose::{Workshop, compose};
use super::fonts::Face;
use super::fonts::Fonts;
use super::galley::Flow;
use super::page::{Item, Mark};
use super::paragraph;
use super::setting::{Area, set};
use super::structure::Structure;
use super::style::{PageStyle, StyleSheet};
use super::units::Pt;

/// The running header or footer of a page, from the left edge of the type area and its own top, and its height.
pub(super) fn running(
    workshop: &Workshop<'_>,
    blocks: &[Block],
    element: &str,
    area: Area,
    (page, pages): (usize, usize),
) -> (Vec<Item>, Pt) {
    let blocks: Vec<Block> = blocks
        .iter()
        .map(|block| numbered(block, page, pages))
        .collect();
    // Its elements are no part of the document's structure.
    let mut aside = Structure::new();
    let pieces = compose(workshop, &mut aside, &blocks, element);
    let mut y = Pt::ZERO;
    let mut items = Vec::new();
    let slugs = set(pieces, area, workshop.fonts)
        .into_iter()
        .flat_map(|flow| match flow {
            Flow::Slug(slug) => vec![slug],
            Flow::Grid(grid) => grid.into_slugs(area.height),
        });
    for slug in slugs {
        if !items.is_empty() {
            y += slug.space_before;
        }
        items.extend(
            slug.items
                .into_iter()
                .filter_map(|item| item.into_decoration(Mark::Pagination))
                .map(|item| item.moved(Pt::ZERO, y)),
        );
        y += slug.height;
    }
    (items, y)
}

/// The word across a page, its middle in the middle of the sheet.
pub(super) fn watermark(word: &str, style: &StyleSheet, fonts: &Fonts) -> Item {
    let look = style.watermark;
    let face = Face::Bold;
    let mut run = paragraph::run(fonts, word, face, look.size, look.color, Mark::Artifact);
    let PageStyle { width, height, .. } = style.page;
    let (sine, cosine) = look.angle.to_radians().sin_cos();
    let half = run.width() / 2.0;
    let rise = look.size * CAPITALS / 2.0;
    run.angle = look.angle;
    run.x = width / 2.0 - half * cosine + rise * sine;
    run.y = height / 2.0 + half * sine + rise * cosine;
    Item::Text(run)
}

/// The height of capitals as a share of the size of the font.
const CAPITALS: f64 = 0.72;

/// The block with the numbers of the page in place.
fn numbered(block: &Block, page: usize, pages: usize) -> Block {
    let all = |blocks: &[Block]| {
        blocks
            .iter()
            .map(|block| numbered(block, page, pages))
            .collect::<Vec<_>>()
    };
    let kind = match &block.kind {
        BlockKind::Heading { level, content } => BlockKind::Heading {
            level: *level,
            content: with_numbers(content, page, pages),
        },
        BlockKind::Paragraph(content) => BlockKind::Paragraph(with_numbers(content, page, pages)),
        BlockKind::Columns(columns) => BlockKind::Columns(all(columns)),
        BlockKind::Group(blocks) => BlockKind::Group(all(blocks)),
        kind => kind.clone(),
    };
    Block {
        kind,
        ..block.clone()
    }
}

fn with_numbers(inlines: &[Inline], page: usize, pages: usize) -> Vec<Inline> {
    let inner = |content: &[Inline]| with_numbers(content, page, pages);
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::PageNumber => Inline::Text(page.to_string()),
            Inline::PageCount => Inline::Text(pages.to_string()),
            Inline::Strong(content) => Inline::Strong(inner(content)),
            Inline::Emphasis(content) => Inline::Emphasis(inner(content)),
            Inline::Superscript(content) => Inline::Superscript(inner(content)),
            Inline::Link { address, content } => Inline::Link {
                address: address.clone(),
                content: inner(content),
            },
            Inline::Span {
                id,
                class,
                language,
                content,
            } => Inline::Span {
                id: id.clone(),
                class: class.clone(),
                language: language.clone(),
                content: inner(content),
            },
            other => other.clone(),
        })
        .collect()
}
