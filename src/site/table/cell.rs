//! A cell: a text that no spreadsheet takes for anything else, a day, a count.

use jiff::civil::Date;

use crate::french::typography::Profile;

/// What a cell holds: a spreadsheet takes 32 767 units of UTF-16, and lets the rest of a longer text spill into other cells.
const MOST_UNITS: usize = 32_000;

/// What a cell of a table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// One line, maybe empty.
    Text(String),
    Day(Date),
    Count(usize),
}

impl Cell {
    /// A text on one line, without what is not drawn: a control would end the row for some readers. A record holds no noncharacter, which would end
    /// the file.
    pub(super) fn text(text: &str) -> Self {
        let spaced = Profile::Simple.spaced(text);
        let shown = spaced.chars().map(|letter| match letter {
            '\u{2028}' | '\u{2029}' => ' ',
            _ if letter.is_control() => ' ',
            _ => letter,
        });
        Self::Text(bounded(shown.collect::<String>().trim()))
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        Self::text(text.unwrap_or_default())
    }
}

fn bounded(text: &str) -> String {
    let mut left = MOST_UNITS;
    let end = text.char_indices().find(|(_, letter)| {
        let room = left.checked_sub(letter.len_utf16());
        left = room.unwrap_or(left);
        room.is_none()
    });
    match end {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, MOST_UNITS};

    #[test]
    fn a_text_is_one_line_of_what_is_drawn() {
        for (text, expected) in [
            ("Relance", "Relance"),
            ("9\u{a0}h\u{202f}30", "9 h 30"),
            ("O\r\nP\tQ\u{9b}31m\u{85}\u{2028}\0R", "O  P Q 31m   R"),
            ("\r\n Relance\u{7f} ", "Relance"),
            ("", ""),
        ] {
            assert_eq!(Cell::text(text), Cell::Text(expected.into()), "{text:?}");
        }
    }

    #[test]
    fn a_text_is_no_longer_than_a_cell() {
        let units = |text: &str| match Cell::text(text) {
            Cell::Text(text) => text.encode_utf16().count(),
            cell => panic!("{cell:?}"),
        };
        assert_eq!(units(&"é".repeat(MOST_UNITS)), MOST_UNITS);
        assert_eq!(units(&"é".repeat(MOST_UNITS + 1)), MOST_UNITS + 1);
        assert_eq!(units(&"é".repeat(90_000)), MOST_UNITS + 1);
        assert_eq!(units(&"😀".repeat(90_000)), MOST_UNITS + 1);
    }
}
