//! Glyphs that one operator shows (ISO 32000-1, 9.4.3).

use super::serialize::{fixed, write_escaped};

/// A string of glyphs, or several with spaces between them.
#[derive(Debug, Default)]
pub(super) struct Shown {
    bytes: Vec<u8>,
    is_spaced: bool,
    is_in_string: bool,
}

impl Shown {
    /// Whether there are no glyphs.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Adds a glyph, by its number in the font: two bytes, as its encoding says (9.7.5.2).
    pub(super) fn add(&mut self, glyph: u16) {
        if !self.is_in_string {
            self.is_in_string = true;
            self.bytes.push(b'(');
        }
        write_escaped(&glyph.to_be_bytes(), &mut self.bytes);
    }

    /// Goes back before the next glyph, by so many thousandths of the size of the font.
    pub(super) fn go_back(&mut self, way: i64) {
        if std::mem::take(&mut self.is_in_string) {
            self.bytes.push(b')');
        }
        self.is_spaced = true;
        fixed(way, 0, &mut self.bytes);
    }

    /// Writes them and their operator, and begins anew. The last that was added is a glyph.
    pub(super) fn write(&mut self, stream: &mut Vec<u8>) {
        let (open, close): (&[u8], &[u8]) = if self.is_spaced {
            (b"[", b")]TJ\n")
        } else {
            (b"", b")Tj\n")
        };
        stream.extend_from_slice(open);
        stream.append(&mut self.bytes);
        stream.extend_from_slice(close);
        self.is_spaced = false;
        self.is_in_string = false;
    }
}
