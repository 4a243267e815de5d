//! Blocks + style → pieces to set. Every decision of style is taken here; only widths are missing.
//!
//! Entry point: [`compose`].

mod continued;
mod inlines;
mod lists;
mod notes;
mod piece;
mod tables;

use std::sync::Arc;

use crate::document::{Block, BlockKind, Inline};

use super::fonts::Fonts;
use super::galley::{Anchor, Break};
use super::line::Align;
use super::page::{Mark, Role};
use super::structure::Structure;
use super::style::{BoxStyle, StyleSheet, TextStyle};
use super::units::Pt;

use notes::Notes;
pub(super) use piece::{CellPiece, Continuation, Label, LabelMark, Piece, PieceKind, TablePiece};

/// What the whole composition shares.
pub(super) struct Workshop<'a> {
    /// The style sheet.
    pub(super) style: &'a StyleSheet,
    /// The faces.
    pub(super) fonts: &'a Fonts,
    /// The size in pixels of a picture, by its name.
    pub(super) pictures: &'a dyn Fn(&str) -> Option<(u32, u32)>,
}

/// The pieces of some blocks; their elements are added to the structure. `element` and `class` name the style they stand in. Only the body has
/// ends where notes may stand.
pub(super) fn compose(
    workshop: &Workshop<'_>,
    structure: &mut Structure,
    blocks: &[Block],
    (element, class): (&str, Option<&str>),
) -> Vec<Piece> {
    let (text, _) = workshop.style.resolve(&workshop.style.base, element, class);
    let mut notes = Notes::new(element == "body");
    let mut composer = Composer::new(workshop, structure, &mut notes);
    let inherited = Inherited {
        text,
        indent: Pt::ZERO,
        parent: Structure::ROOT,
    };
    composer.parts(blocks, &inherited);
    composer.finish()
}

/// Where blocks stand: what they inherit.
#[derive(Clone, Copy)]
struct Inherited {
    text: TextStyle,
    indent: Pt,
    parent: usize,
}

/// The pieces so far, and what the next one has to respect.
struct Composer<'a, 's> {
    workshop: &'a Workshop<'a>,
    structure: &'s mut Structure,
    notes: &'s mut Notes,
    pieces: Vec<Piece>,
    /// The space that the blocks opened and closed since the last piece ask for: the largest one counts.
    space: Pt,
    /// Whether the last block stays with the next.
    keep: bool,
    anchors: Vec<Anchor>,
    /// Whether the pieces stand on pages held sideways.
    sideways: bool,
    /// The theme that they are part of.
    theme: Option<Arc<Continuation>>,
}

impl<'a, 's> Composer<'a, 's> {
    fn new(workshop: &'a Workshop<'a>, structure: &'s mut Structure, notes: &'s mut Notes) -> Self {
        Self {
            workshop,
            structure,
            notes,
            pieces: Vec::new(),
            space: Pt::ZERO,
            keep: false,
            anchors: Vec::new(),
            sideways: false,
            theme: None,
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        if !self.anchors.is_empty() {
            self.push(PieceKind::Room(Pt::ZERO), Pt::ZERO);
        }
        self.pieces
    }

    /// The blocks of the document. A title of a part ends the part before it, and the last block the last one.
    fn parts(&mut self, blocks: &[Block], inherited: &Inherited) {
        for block in blocks {
            if matches!(block.kind, BlockKind::Heading { level: ..=2, .. }) {
                self.set_notes(inherited);
            }
            self.block(block, inherited);
        }
        self.set_notes(inherited);
    }

    fn blocks(&mut self, blocks: &[Block], inherited: &Inherited) {
        for block in blocks {
            self.block(block, inherited);
        }
    }

    fn block(&mut self, block: &Block, inherited: &Inherited) {
        let class = block.class.as_deref();
        let style = self.workshop.style;
        let (text, boxed) = style.resolve(&inherited.text, element_name(&block.kind), class);
        let first = self.pieces.len();
        self.space = self.space.max(boxed.before);
        self.anchors.extend(block.id.clone().map(Anchor::Id));
        let inner = Inherited {
            text,
            indent: inherited.indent + boxed.indent,
            parent: inherited.parent,
        };
        let language = block.language.as_deref();
        match &block.kind {
            BlockKind::Heading { level, content } => {
                self.heading(*level, content, &inner, language);
            }
            BlockKind::Paragraph(content) => {
                self.paragraph(Role::Paragraph, content, &inner, language);
            }
            BlockKind::List(list) => self.list(list, &inner, &boxed, language),
            BlockKind::Table(table) => self.table(table, &inner, &boxed, (class, language)),
            BlockKind::Columns(columns) => self.columns(columns, &inner, &boxed),
            BlockKind::Group(blocks) => {
                let parent = self
                    .structure
                    .add(Role::Division, inherited.parent, language);
                self.blocks(blocks, &Inherited { parent, ..inner });
            }
            BlockKind::Section(blocks) => {
                let around = self.theme.clone();
                self.theme = continued::of_section(style, &text, blocks).or(self.theme.take());
                self.part(blocks, &inner, language);
                self.theme = around;
            }
            BlockKind::Landscape(blocks) => {
                let around = std::mem::replace(&mut self.sideways, true);
                self.part(blocks, &inner, language);
                self.sideways = around;
            }
            BlockKind::Image {
                source,
                alternative,
            } => self.picture(source, alternative, &inner, &boxed),
            BlockKind::Rule => self.push(
                PieceKind::Rule {
                    thickness: boxed.rule_width,
                    color: boxed.rule_color,
                },
                inner.indent,
            ),
        }
        self.space = self.space.max(boxed.after);
        self.keep |= boxed.keep_with_next;
        if boxed.keep_together {
            self.keep_together(first);
        }
    }

    /// A part, ended by its notes.
    fn part(&mut self, blocks: &[Block], inherited: &Inherited, language: Option<&str>) {
        let parent = self
            .structure
            .add(Role::Division, inherited.parent, language);
        let inner = Inherited {
            parent,
            ..*inherited
        };
        self.blocks(blocks, &inner);
        self.set_notes(&inner);
    }

    fn heading(
        &mut self,
        level: u8,
        content: &[Inline],
        inherited: &Inherited,
        language: Option<&str>,
    ) {
        let title = inlines::plain_text(content);
        // The title of the document is no part of it: the outline begins below.
        let level_of_outline = level.checked_sub(1).filter(|level| *level > 0);
        if let Some(level) = level_of_outline.filter(|_| !title.trim().is_empty()) {
            self.anchors.push(Anchor::Heading { level, title });
        }
        let first = self.pieces.len();
        self.paragraph(Role::Heading(level), content, inherited, language);
        // A title is never cut.
        for piece in self.pieces.iter_mut().skip(first) {
            piece.keep_lines = true;
        }
    }

    fn paragraph(
        &mut self,
        role: Role,
        content: &[Inline],
        inherited: &Inherited,
        language: Option<&str>,
    ) {
        if inlines::plain_text(content).trim().is_empty() {
            self.anchors.extend(inlines::anchors(content));
            return;
        }
        let balanced = matches!(role, Role::Heading(_));
        let element = self.structure.add(role, inherited.parent, language);
        let spans = self.spans(content, &inherited.text, element);
        // Words that are larger than the paragraph around them make all of its lines higher.
        let level = spans.iter().filter(|span| span.rise == Pt::ZERO);
        let size = level
            .map(|span| span.size)
            .fold(inherited.text.size, Pt::max);
        self.push(
            PieceKind::Text {
                spans,
                leading: size * inherited.text.leading,
                align: inherited.text.align,
                balanced,
            },
            inherited.indent,
        );
    }

    /// A picture; its words where it is not to be had, since nothing may be lost.
    fn picture(
        &mut self,
        source: &str,
        alternative: &str,
        inherited: &Inherited,
        boxed: &BoxStyle,
    ) {
        let Some((width, height)) = (self.workshop.pictures)(source) else {
            let words = [Inline::Text(alternative.to_owned())];
            self.paragraph(Role::Paragraph, &words, inherited, None);
            return;
        };
        let (width, height) = (
            Pt(f64::from(width.max(1)) * POINTS_PER_PIXEL),
            Pt(f64::from(height.max(1)) * POINTS_PER_PIXEL),
        );
        let limit = |most: Option<Pt>, natural: Pt| most.map_or(1.0, |most| most.0 / natural.0);
        let scale = limit(boxed.width, width)
            .min(limit(boxed.height, height))
            .min(1.0);
        let mark = if alternative.is_empty() {
            Mark::Artifact
        } else {
            let role = Role::Figure {
                alternative: alternative.to_owned(),
            };
            Mark::Element(self.structure.add(role, inherited.parent, None))
        };
        self.push(
            PieceKind::Picture {
                mark,
                source: source.to_owned(),
                width: width * scale,
                height: height * scale,
                align: inherited.text.align,
            },
            inherited.indent,
        );
    }

    fn push(&mut self, kind: PieceKind, indent: Pt) {
        self.pieces.push(Piece {
            before: std::mem::take(&mut self.space),
            indent,
            break_before: if std::mem::take(&mut self.keep) {
                Break::Forbidden
            } else {
                Break::Allowed
            },
            keep_lines: false,
            anchors: std::mem::take(&mut self.anchors),
            labels: Vec::new(),
            sideways: self.sideways,
            theme: self.theme.clone(),
            kind,
        });
    }

    /// Binds the pieces from that one on.
    fn keep_together(&mut self, first: usize) {
        for (index, piece) in self.pieces.iter_mut().enumerate().skip(first) {
            piece.keep_lines = true;
            if index > first {
                piece.break_before = Break::Forbidden;
            }
            if let PieceKind::Table(table) = &mut piece.kind {
                for row in &mut table.rows {
                    row.keep_together = true;
                }
            }
        }
    }
}

/// A picture without a size of its own is shown at 96 pixels an inch, as on a screen.
const POINTS_PER_PIXEL: f64 = 0.75;

/// The height of a line of that text.
fn leading(text: &TextStyle) -> Pt {
    text.size * text.leading
}

/// The name that the style sheet gives to a kind of block.
fn element_name(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading { level: 1, .. } => "h1",
        BlockKind::Heading { level: 2, .. } => "h2",
        BlockKind::Heading { level: 3, .. } => "h3",
        BlockKind::Heading { .. } => "h4",
        BlockKind::Paragraph(_) => "p",
        BlockKind::List(list) if list.ordered => "ol",
        BlockKind::List(_) => "ul",
        BlockKind::Table(_) => "table",
        BlockKind::Columns(_) | BlockKind::Group(_) | BlockKind::Landscape(_) => "div",
        BlockKind::Section(_) => "section",
        BlockKind::Image { .. } => "img",
        BlockKind::Rule => "hr",
    }
}

/// The alignment of a side of something that has no lines.
pub(super) fn offset(align: Align, room: Pt) -> Pt {
    match align {
        Align::Left | Align::Justified => Pt::ZERO,
        Align::Center => room / 2.0,
        Align::Right => room,
    }
}
