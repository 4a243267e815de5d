//! A galley: a column of set lines before it is cut into pages.

use std::sync::Arc;

use super::grid::Grid;
use super::page::{FilledBox, Item, LinkArea, Picture};
use super::units::Pt;

/// What a page is made of, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Flow {
    /// A line, a picture, a rule.
    Strip(Strip),
    /// A table, or columns side by side.
    Grid(Box<Grid>),
}

impl Flow {
    /// Whether a page may end before it.
    pub(super) fn break_before(&self) -> Break {
        match self {
            Self::Strip(strip) => strip.break_before,
            Self::Grid(grid) => grid.break_before,
        }
    }

    /// Takes the spaces in by that factor: those above it, and within a table those in and around its cells.
    pub(super) fn tighten(&mut self, factor: f64) {
        match self {
            Self::Strip(strip) => strip.tighten(factor),
            Self::Grid(grid) => grid.tighten(factor),
        }
    }

    /// The space above it, unless it begins a page.
    pub(super) fn space_before(&self) -> Pt {
        match self {
            Self::Strip(strip) => strip.space_before,
            Self::Grid(grid) => grid.space_before,
        }
    }
}

/// What is to be cut into pages.
#[derive(Debug, Default)]
pub(super) struct Galley {
    /// From top to bottom.
    pub(super) flows: Vec<Flow>,
    /// For each of them, what says at the top of a page that its theme goes on: one for all that are part of it.
    pub(super) themes: Vec<Option<Arc<RepeatedHead>>>,
}

impl Galley {
    /// What stands above a flow at the top of a page: its theme’s, if that has begun before.
    pub(super) fn head_above(&self, flow: usize) -> Option<&Arc<RepeatedHead>> {
        let own = self.themes.get(flow)?.as_ref()?;
        let before = self.themes.get(flow.checked_sub(1)?)?.as_ref()?;
        Arc::ptr_eq(own, before).then_some(own)
    }

    /// What stands above the rest of a flow that has begun on the page before.
    pub(super) fn head_within(&self, flow: usize) -> Option<&Arc<RepeatedHead>> {
        self.themes.get(flow)?.as_ref()
    }
}

/// Something that is never cut: a line of text, a picture, a rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Strip {
    /// The space above it, unless it begins a page or a cell.
    pub(super) space_before: Pt,
    /// Its height.
    pub(super) height: Pt,
    /// Whether a page may end before it.
    pub(super) break_before: Break,
    /// What is painted, from the left edge of the galley and the top of the strip.
    pub(super) items: Vec<Item>,
    /// What begins here.
    pub(super) anchors: Vec<Anchor>,
    /// Of a row of a table within a cell: the header rows, for a part of the cell that begins with it.
    pub(super) head: Option<Arc<RepeatedHead>>,
}

impl Strip {
    /// Takes the space above it in by that factor; that above a rule alone is room to write in.
    pub(super) fn tighten(&mut self, factor: f64) {
        let is_rule = |item: &Item| matches!(item, Item::Box(_));
        if self.items.is_empty() || !self.items.iter().all(is_rule) {
            self.space_before = self.space_before * factor;
        }
    }

    /// The height that is needed above it where a part of a cell begins with it.
    pub(super) fn head_height(&self) -> Pt {
        self.head.as_ref().map_or(Pt::ZERO, |head| head.height)
    }
}

/// What is repeated at the top of a page or of a part of a cell, as decoration: the header rows of a table, the title of a theme that
/// goes on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RepeatedHead {
    /// Their height.
    pub(super) height: Pt,
    /// What is painted.
    pub(super) items: Vec<Item>,
}

/// How welcome the end of a page is at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// As good as any.
    #[default]
    Allowed,
    /// It would leave a single line of a paragraph.
    Avoided,
    /// It would part what belongs together: only where nothing else is possible.
    Forbidden,
}

/// Something that can be led to, at the place where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The aim of links.
    Id(String),
    /// A heading of the outline.
    Heading {
        /// Its level in the outline, from 1.
        level: u8,
        /// Its text.
        title: String,
    },
}

impl Item {
    /// The same, elsewhere.
    pub(super) fn moved(mut self, right: Pt, down: Pt) -> Self {
        let (x, y) = match &mut self {
            Self::Text(run) => (&mut run.x, &mut run.y),
            Self::Box(filled) => (&mut filled.x, &mut filled.y),
            Self::Picture(picture) => (&mut picture.x, &mut picture.y),
            Self::Link(link) => (&mut link.x, &mut link.y),
        };
        *x += right;
        *y += down;
        self
    }

    /// The same in another size, seen from the top left corner.
    pub(super) fn scaled(mut self, share: f64) -> Self {
        let scale = |lengths: &mut [&mut Pt]| {
            for length in lengths {
                **length = **length * share;
            }
        };
        match &mut self {
            Self::Text(run) => {
                scale(&mut [&mut run.x, &mut run.y, &mut run.size]);
                for glyph in &mut run.glyphs {
                    let (advance, x, y) =
                        (&mut glyph.advance, &mut glyph.x_offset, &mut glyph.y_offset);
                    scale(&mut [advance, x, y]);
                }
            }
            #[rustfmt::skip]
            Self::Box(FilledBox { x, y, width, height, .. })
            | Self::Picture(Picture { x, y, width, height, .. })
            | Self::Link(LinkArea { x, y, width, height, .. }) => {
                scale(&mut [x, y, width, height]);
            }
        }
        self
    }

    /// The same as decoration; nothing where it only served to click.
    pub(super) fn into_decoration(mut self, mark: super::page::Mark) -> Option<Self> {
        match &mut self {
            Self::Text(run) => run.mark = mark,
            Self::Picture(picture) => picture.mark = mark,
            Self::Box(_) => {}
            Self::Link(_) => return None,
        }
        Some(self)
    }
}
