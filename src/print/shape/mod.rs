//! Words → glyphs: ligatures, kerning and marks, in font units.
//!
//! Words are shaped one by one, without the spaces between them, so that each is shaped once for all documents: see
//! [`WordCache`]. These files alone name harfrust.

mod cache;
mod coverage;
mod script;
mod shaper;
mod word;

pub(super) use cache::WordCache;
pub(super) use coverage::Coverage;
pub(super) use script::{is_plain, same_script};
pub(super) use shaper::Shaper;
pub(super) use word::{Point, ShapedGlyph, Word, kerning, width};
