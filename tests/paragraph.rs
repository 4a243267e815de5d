//! The setting of paragraphs: which words stand on which line, where their glyphs are, and what holds of any text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop there"
)]

#[path = "paragraph/bidi.rs"]
mod bidi;
#[path = "paragraph/direction.rs"]
mod direction;
#[path = "paragraph/glyphs.rs"]
mod glyphs;
#[path = "paragraph/lines.rs"]
mod lines;
#[path = "paragraph/properties.rs"]
mod properties;
#[path = "paragraph/tools.rs"]
mod tools;
