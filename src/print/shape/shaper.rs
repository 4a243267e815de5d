//! One face, ready to shape.

use std::sync::Arc;

use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Font, GlyphId, GlyphInfo, Language, Script,
    ShapeOptions, ShapePlan, ShaperFont, Tag,
};

use super::word::{ShapedGlyph, ShapedWord, Word};

/// The no-break hyphen.
pub(super) const NO_BREAK_HYPHEN: char = '\u{2011}';
/// What is drawn in its place where the font lacks it.
pub(super) const STAND_INS: [char; 2] = ['\u{2010}', '-'];

/// A font and its plan for French in Latin letters.
pub(in crate::print) struct Shaper {
    font: Font,
    plan: ShapePlan,
    language: Option<Language>,
}

impl Shaper {
    pub(in crate::print) fn new(font: &Font) -> Self {
        let language = Language::new("fr");
        let script = Some(Script::LATIN);
        let plan = ShapePlan::new(
            font,
            Direction::LeftToRight,
            script,
            language.as_ref(),
            &features(),
        );
        Self {
            font: font.clone(),
            plan,
            language,
        }
    }

    /// The glyphs of a text, from left to right. Characters that are never drawn (U+00AD, U+200B, …) have none.
    pub(super) fn glyphs(&self, text: &str) -> Vec<ShapedGlyph> {
        let mut buffer = Buffer::new();
        for (start, character) in (0_u32..).zip(text.chars()) {
            buffer.push(u32::from(self.drawn(character)), start);
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        buffer.set_language(self.language.clone());
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let features = features();
        let options = ShapeOptions::new()
            .plan(Some(&self.plan))
            .features(&features);
        let font = ShaperFont::new(&self.font);
        if harfrust::shape(&font, &mut buffer, options).is_err() {
            return Vec::new();
        }
        self.collect(text, &buffer)
    }

    /// A word with the points at which it may be cut.
    pub(in crate::print) fn word(&self, text: &str) -> Word {
        Arc::new(ShapedWord::new(self, text))
    }

    /// The glyphs with the text of their clusters: the first glyph of a cluster has all of it, the others have none.
    fn collect(&self, text: &str, buffer: &Buffer) -> Vec<ShapedGlyph> {
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        let start_of = |cluster: &[GlyphInfo]| starts.get(cluster[0].cluster as usize).copied();
        let metrics = self.font.glyph_metrics();
        let clusters = buffer
            .glyph_infos()
            .chunk_by(|one, other| one.cluster == other.cluster);
        let mut clusters = clusters.peekable();
        let mut positions = buffer.glyph_positions().iter();
        let mut glyphs = Vec::with_capacity(buffer.len());
        // Characters that are not drawn before the first glyph belong to it.
        let mut start = 0;
        while let Some(cluster) = clusters.next() {
            let end = clusters
                .peek()
                .and_then(|next| start_of(next))
                .unwrap_or(text.len());
            let mut characters = text.get(start..end).unwrap_or_default();
            for (info, position) in cluster.iter().zip(positions.by_ref()) {
                let id = u16::try_from(info.glyph_id).unwrap_or_default();
                let unkerned = match cluster.len() {
                    1 => metrics.h_advance(GlyphId::from(id)) as i32,
                    _ => position.x_advance,
                };
                glyphs.push(ShapedGlyph {
                    id,
                    advance: position.x_advance,
                    unkerned,
                    x_offset: position.x_offset,
                    y_offset: position.y_offset,
                    start,
                    text: Arc::from(std::mem::take(&mut characters)),
                });
            }
            start = end;
        }
        glyphs
    }

    pub(super) fn has(&self, character: char) -> bool {
        self.font
            .charmap()
            .map_unicode(character)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// Calls with every character that the font shows by itself.
    pub(super) fn each_character(&self, mut call: impl FnMut(u32)) {
        for (character, glyph) in self.font.charmap().unicodes() {
            if glyph.to_u32() != 0 {
                call(character);
            }
        }
    }

    /// What is drawn for a character. The shaper itself replaces missing spaces by gaps of their width.
    fn drawn(&self, character: char) -> char {
        match character {
            '\t' | '\n' => ' ',
            NO_BREAK_HYPHEN if !self.has(character) => STAND_INS
                .into_iter()
                .find(|&other| self.has(other))
                .unwrap_or(character),
            _ => character,
        }
    }
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shaper")
    }
}

/// Contextual alternates are off: in Inter they turn `->` into an arrow and the `x` of `2x4` into a cross, and a text is to be
/// read, found and copied as it was typed.
fn features() -> [Feature; 1] {
    [Feature::new(Tag::new(b"calt"), 0, ..)]
}
