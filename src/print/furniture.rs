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

/// A running header or footer, from the left edge of the type area and its own top.
#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    /// What is painted.
    pub(super) items: Vec<Item>,
    /// Its height.
    pub(super) height: Pt,
}

/// The running header or footer of a page. One that is higher than `most` is made smaller as a whole: it stands on every page,
/// and must leave room for the text. A block of it that counts the pages is left out of a document of one page, which
/// has none to tell apart: nothing is said twice there, and no assistive technology takes that line for skipped text.
pub(super) fn running(
    workshop: &Workshop<'_>,
    blocks: &[Block],
    element: &str,
    area: Area,
    most: Pt,
    (page, pages): (usize, usize),
) -> Running {
    let blocks: Vec<Block> = blocks
        .iter()
        .filter(|block| pages > 1 || !counts_pages(block))
        .map(|block| numbered(block, page, pages))
        .collect();
    let whole = stacked(workshop, &blocks, element, area);
    if whole.height <= most {
        return whole;
    }
    // Smaller letters make the lines fewer too; what is still too high, the last step makes fit.
    let share = (most.0 / whole.height.0).sqrt();
    let wider = Area {
        width: area.width / share,
        height: area.height / share,
    };
    let smaller = stacked(workshop, &blocks, element, wider);
    let share = share.min(most.0 / smaller.height.0);
    let items = smaller.items.into_iter();
    Running {
        items: items.map(|item| item.scaled(share)).collect(),
        height: smaller.height * share,
    }
}

/// The blocks one below the other, however high.
fn stacked(workshop: &Workshop<'_>, blocks: &[Block], element: &str, area: Area) -> Running {
    // Its elements are no part of the document's structure.
    let mut aside = Structure::new();
    let pieces = compose(workshop, &mut aside, blocks, (element, None));
    let mut whole = Running::default();
    let strips = set(pieces, area, workshop.fonts)
        .into_iter()
        .flat_map(|flow| match flow {
            Flow::Strip(strip) => vec![strip],
            Flow::Grid(grid) => grid.into_strips(area.height),
        });
    for strip in strips {
        if !whole.items.is_empty() {
            whole.height += strip.space_before;
        }
        let down = whole.height;
        whole.items.extend(
            strip
                .items
                .into_iter()
                .filter_map(|item| item.into_decoration(Mark::Pagination))
                .map(|item| item.moved(Pt::ZERO, down)),
        );
        whole.height += strip.height;
    }
    whole
}

/// The word across a page, its middle in the middle of the sheet.
pub(super) fn watermark(word: &str, style: &StyleSheet, sheet: PageStyle, fonts: &Fonts) -> Item {
    let look = style.watermark;
    let face = Face::Bold;
    let mut run = paragraph::run(fonts, word, face, look.size, look.color, Mark::Artifact);
    let PageStyle { width, height, .. } = sheet;
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

/// Whether the block holds a number of a page.
pub(super) fn counts_pages(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
            content.iter().any(is_counted)
        }
        BlockKind::Columns(blocks) | BlockKind::Group(blocks) | BlockKind::Section(blocks) => {
            blocks.iter().any(counts_pages)
        }
        _ => false,
    }
}

fn is_counted(inline: &Inline) -> bool {
    match inline {
        Inline::PageNumber | Inline::PageCount => true,
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Superscript(content)
        | Inline::Link { content, .. }
        | Inline::Span { content, .. } => content.iter().any(is_counted),
        Inline::Text(_) | Inline::Break => false,
    }
}

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
        BlockKind::Section(blocks) => BlockKind::Section(all(blocks)),
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
