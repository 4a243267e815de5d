//! A shaped word and where it may be cut.

use std::sync::Arc;

use ecow::EcoString;

use crate::french::hyphenation::{adds_hyphen, break_points};

use super::shaper::Shaper;

/// A glyph as the font draws it, in font units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::print) struct ShapedGlyph {
    /// Its number in the font.
    pub(in crate::print) id: u16,
    /// How far it moves the pen, with kerning.
    pub(in crate::print) advance: i32,
    /// The same where nothing follows it.
    pub(in crate::print) unkerned: i32,
    /// How far from the pen it is painted.
    pub(in crate::print) x_offset: i32,
    /// How far above the baseline it is painted.
    pub(in crate::print) y_offset: i32,
    /// The byte of the word at which its cluster begins.
    pub(in crate::print) start: usize,
    /// The characters it stands for; none for the later glyphs of a cluster.
    pub(in crate::print) text: EcoString,
}

/// A word, shared by all who set it.
pub(in crate::print) type Word = Arc<ShapedWord>;

/// The glyphs of a word.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::print) struct ShapedWord {
    /// In the order of reading.
    pub(in crate::print) glyphs: Vec<ShapedGlyph>,
    /// The sum of the advances.
    pub(in crate::print) width: i32,
    /// Where French cuts it, in order.
    pub(in crate::print) points: Vec<Point>,
}

/// A place where a word may be cut.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::print) struct Point {
    /// Whether a hyphen is added: not after a typed one, nor in an address.
    pub(in crate::print) adds_hyphen: bool,
    /// The glyphs before this one stay on the line.
    pub(in crate::print) stays_to: usize,
    /// The glyphs from this one on go to the next line.
    pub(in crate::print) goes_from: usize,
    /// What a ligature between the two becomes: what stays of it, and what goes.
    pub(in crate::print) split: Option<[Vec<ShapedGlyph>; 2]>,
    /// The width of what stays, without the hyphen.
    pub(in crate::print) stays: i32,
    /// The width of what goes.
    pub(in crate::print) goes: i32,
}

/// Words of more than 128 bytes are cut only where their author wrote a hyphen or an address: no French word is as long.
const LONGEST: usize = 128;

impl ShapedWord {
    pub(super) fn new(shaper: &Shaper, text: &str, leftwards: bool) -> Self {
        let glyphs = shaper.glyphs(text, leftwards);
        let mut word = Self {
            width: width(&glyphs),
            glyphs,
            points: Vec::new(),
        };
        let mut cutter = Cutter {
            leftwards,
            ..Cutter::default()
        };
        for byte in break_points(text) {
            let adds_hyphen = adds_hyphen(text, byte);
            if !adds_hyphen || text.len() <= LONGEST {
                let point = cutter.point(shaper, &word, byte, adds_hyphen);
                word.points.extend(point);
            }
        }
        word
    }
}

/// The sum of the advances.
pub(in crate::print) fn width(glyphs: &[ShapedGlyph]) -> i32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// What a glyph is wider by when no other follows it on its line.
pub(in crate::print) fn kerning(before: &[ShapedGlyph]) -> i32 {
    before
        .last()
        .map_or(0, |glyph| glyph.unkerned - glyph.advance)
}

/// Walks along the glyphs of a word.
#[derive(Default)]
struct Cutter {
    leftwards: bool,
    glyph: usize,
    /// Where the pen stands before it.
    pen: i32,
}

impl Cutter {
    /// The point before a byte, which lies after that of the call before.
    fn point(
        &mut self,
        shaper: &Shaper,
        word: &ShapedWord,
        byte: usize,
        adds_hyphen: bool,
    ) -> Option<Point> {
        let glyphs = &word.glyphs;
        while glyphs.get(self.glyph)?.start < byte {
            self.pen += glyphs[self.glyph].advance;
            self.glyph += 1;
        }
        let before = &glyphs[..self.glyph];
        if glyphs[self.glyph].start == byte {
            return Some(Point {
                adds_hyphen,
                stays_to: self.glyph,
                goes_from: self.glyph,
                split: None,
                stays: self.pen + kerning(before),
                goes: word.width - self.pen,
            });
        }
        let ligature = before.iter().rposition(|glyph| !glyph.text.is_empty())?;
        // A ligature is cut once: between two cuts there would be nothing whole.
        let was_cut = |point: &Point| point.split.is_some() && point.stays_to == ligature;
        if word.points.last().is_some_and(was_cut) {
            return None;
        }
        let text = &before[ligature].text;
        let (stays, goes) = text.split_at_checked(byte - before[ligature].start)?;
        let split = [stays, goes].map(|part| shaper.glyphs(part, self.leftwards));
        Some(Point {
            adds_hyphen,
            stays_to: ligature,
            goes_from: self.glyph,
            stays: self.pen - width(&before[ligature..]) + width(&split[0]),
            goes: word.width - self.pen + width(&split[1]),
            split: Some(split),
        })
    }
}
