//! Which characters each glyph of a run stands for.

use crate::print::page::{Glyph, TextRun};

/// What a glyph is said to stand for when the glyphs before it have taken all the characters: nothing that is seen or read.
const NOTHING: &str = "\u{200B}";

/// Glyphs that stand together for a text: a letter, a ligature, a letter and its accent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cluster<'a> {
    /// At least one.
    pub(super) glyphs: &'a [Glyph],
    /// The text of all of them.
    pub(super) text: &'a str,
}

/// The clusters of a run. A glyph with text begins one, those without text after it go on with it.
pub(super) fn of_run(run: &TextRun) -> impl Iterator<Item = Cluster<'_>> {
    let chunks = run.glyphs.chunk_by(|_, next| next.text.is_empty());
    chunks.map(|glyphs| Cluster {
        glyphs,
        text: glyphs.first().map_or("", |glyph| &glyph.text),
    })
}

/// Whether the texts of two glyphs are one: most are a letter, which takes longer to be called for than to be compared.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().eq(other.bytes())
}

impl<'a> Cluster<'a> {
    /// Each glyph with its part of the text.
    pub(super) fn parts(self) -> impl Iterator<Item = (&'a Glyph, &'a str)> {
        let last = self.glyphs.len() - 1;
        let shared = self.shares_its_text();
        let mut rest = self.text;
        self.glyphs.iter().enumerate().map(move |(index, glyph)| {
            let part = match (shared, index) {
                (false, 0) if !rest.is_empty() => rest,
                (false, _) => NOTHING,
                (true, index) if index == last => rest,
                (true, _) => {
                    let end = rest.chars().next().map_or(0, char::len_utf8);
                    let (part, others) = rest.split_at(end);
                    rest = others;
                    part
                }
            };
            (glyph, part)
        })
    }

    /// Whether there is a character for each glyph, so that the parts together are the text.
    pub(super) fn shares_its_text(self) -> bool {
        self.glyphs.len() == 1 && !self.text.is_empty()
            || self.glyphs.len() <= self.text.chars().count()
    }
}
