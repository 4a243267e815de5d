//! Where something stands in a file, as an editor counts.

use super::Source;

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters; one beyond the last at the end of a line.
    pub column: usize,
}

impl Source {
    /// The place of a byte offset; that of the end beyond it.
    #[must_use]
    pub fn place_of(&self, offset: usize) -> Place {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        // No editor counts the mark of UTF-8 as a character of the first line.
        let line = self.text[..end]
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .trim_start_matches('\u{feff}');
        Place {
            line: self.line_of(offset),
            column: line.chars().count() + 1,
        }
    }
}
