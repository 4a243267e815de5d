//! One face, ready to shape.

use std::sync::Arc;

use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Font, GlyphId, GlyphInfo, Language, Script,
    ShapeOptions, ShapePlan, ShaperFont, Tag,
};

use crate::french::characters::cannot_be_set;

use super::script::{JOINED, is_plain, script_of};
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
            &features(true),
        );
        Self {
            font: font.clone(),
            plan,
            language,
        }
    }

    /// The glyphs of a text of one script, cluster by cluster in the order of reading. Characters that are never drawn (U+00AD,
    /// U+200B, …) have none.
    pub(super) fn glyphs(&self, text: &str, leftwards: bool) -> Vec<ShapedGlyph> {
        let mut buffer = Buffer::new();
        for (start, character) in (0_u32..).zip(text.chars()) {
            buffer.push(u32::from(self.drawn(character)), start);
        }
        let is_french = !leftwards && text.chars().all(is_plain);
        buffer.set_direction(match leftwards {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        });
        buffer.set_script(match is_french {
            true => Some(Script::LATIN),
            false => text.chars().find_map(script_of).or(Some(Script::COMMON)),
        });
        buffer.set_language(self.language.clone());
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let features = features(is_french);
        let options = ShapeOptions::new()
            .plan(is_french.then_some(&self.plan))
            .features(&features);
        let font = ShaperFont::new(&self.font);
        if harfrust::shape(&font, &mut buffer, options).is_err() {
            return Vec::new();
        }
        self.collect(text, &buffer, leftwards)
    }

    /// A word with the points at which it may be cut.
    pub(in crate::print) fn word(&self, text: &str, leftwards: bool) -> Word {
        Arc::new(ShapedWord::new(self, text, leftwards))
    }

    /// The glyphs with the text of their clusters: the first glyph of a cluster has all of it, the others have none.
    fn collect(&self, text: &str, buffer: &Buffer, leftwards: bool) -> Vec<ShapedGlyph> {
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        let start_of = |cluster: &[GlyphInfo]| starts.get(cluster[0].cluster as usize).copied();
        let metrics = self.font.glyph_metrics();
        let mut positions = buffer.glyph_positions();
        let infos = buffer.glyph_infos();
        let clusters = infos.chunk_by(|one, other| one.cluster == other.cluster);
        let mut clusters: Vec<_> = clusters
            .map(|infos| {
                let (own, rest) = positions.split_at(infos.len());
                positions = rest;
                (infos, own)
            })
            .collect();
        if leftwards {
            // The shaper gives them as they are seen.
            clusters.reverse();
        }
        let mut clusters = clusters.into_iter().peekable();
        let mut glyphs = Vec::with_capacity(buffer.len());
        // Characters that are not drawn before the first glyph belong to it.
        let mut start = 0;
        while let Some((cluster, positions)) = clusters.next() {
            let end = clusters
                .peek()
                .and_then(|(next, _)| start_of(next))
                .unwrap_or(text.len());
            let first = glyphs.len();
            let mut characters = text.get(start..end).unwrap_or_default();
            for (info, position) in cluster.iter().zip(positions) {
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
                    text: std::mem::take(&mut characters).into(),
                });
            }
            if leftwards {
                turn_cluster(&mut glyphs[first..]);
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

    /// Calls with every character that the font shows by itself, as the script asks for.
    pub(super) fn each_character(&self, mut call: impl FnMut(u32)) {
        let unjoined: Vec<Script> = JOINED
            .into_iter()
            .filter(|(_, letter)| self.has(*letter) && !self.joins(*letter))
            .map(|(script, _)| script)
            .collect();
        for (code, glyph) in self.font.charmap().unicodes() {
            let is_shown = |character: char| {
                is_plain(character)
                    || !cannot_be_set(character)
                        && script_of(character).is_none_or(|script| !unjoined.contains(&script))
            };
            if glyph.to_u32() != 0 && char::from_u32(code).is_some_and(is_shown) {
                call(code);
            }
        }
    }

    /// Whether the font draws two of that letter otherwise than each by itself.
    fn joins(&self, letter: char) -> bool {
        let first = |text: &str| self.glyphs(text, true).first().map(|glyph| glyph.id);
        let one = letter.to_string();
        first(&one) != first(&one.repeat(2))
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

/// Puts a letter before its marks, which the shaper gives as they are seen from left to right; each stays where it is painted.
fn turn_cluster(glyphs: &mut [ShapedGlyph]) {
    let Some(text) = glyphs.first().map(|first| first.text.clone()) else {
        return;
    };
    let width: i32 = glyphs.iter().map(|glyph| glyph.advance).sum();
    let mut pen = 0;
    for glyph in glyphs.iter_mut() {
        glyph.x_offset += pen;
        pen += glyph.advance;
        glyph.x_offset -= width - pen;
        glyph.text.clear();
    }
    glyphs.reverse();
    glyphs[0].text = text;
}

/// Contextual alternates are off in Latin: in Inter they turn `->` into an arrow and the `x` of `2x4` into a cross, and a text is to
/// be read, found and copied as it was typed. Other scripts need them.
fn features(is_french: bool) -> Vec<Feature> {
    let off = is_french.then(|| Feature::new(Tag::new(b"calt"), 0, ..));
    off.into_iter().collect()
}
