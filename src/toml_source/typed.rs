//! Where each character of a text stands in the file, the ones typed as escapes (`\u0645`) included.
//!
//! The parser gives a text without its places.

use std::ops::Range;

/// The characters of a text as typed in the file, quotation marks included, each with its place in `typed`.
pub(crate) fn typed_chars(typed: &str) -> Vec<(char, Range<usize>)> {
    let delimiters = ["\"\"\"", "'''", "\"", "'"];
    let delimiter = delimiters
        .into_iter()
        // A text that is never closed, as read all the same among faults, has no mark at its end.
        .find(|mark| {
            let is_closed = typed.starts_with(mark) && typed.ends_with(mark);
            is_closed && typed.len() >= 2 * mark.len()
        })
        .unwrap_or_default();
    let mut rest = Rest {
        text: &typed[..typed.len() - delimiter.len()],
        at: delimiter.len(),
    };
    let has_escapes = delimiter.starts_with('"');
    if delimiter.len() == 3 {
        // A line end right after the quotation marks is none of the text.
        rest.skip("\r");
        rest.skip("\n");
    }
    let mut found = Vec::new();
    while let Some(character) = rest.next() {
        let start = rest.at - character.len_utf8();
        match character {
            '\\' if has_escapes => {
                let meant = rest.escape_sequence();
                found.extend(meant.map(|meant| (meant, start..rest.at)));
            }
            '\r' if rest.text[rest.at..].starts_with('\n') => {}
            _ => found.push((character, start..rest.at)),
        }
    }
    found
}

struct Rest<'a> {
    text: &'a str,
    at: usize,
}

impl Rest<'_> {
    fn next(&mut self) -> Option<char> {
        let character = self.text.get(self.at..)?.chars().next()?;
        self.at += character.len_utf8();
        Some(character)
    }

    fn skip(&mut self, text: &str) {
        if self.text[self.at..].starts_with(text) {
            self.at += text.len();
        }
    }

    /// The character that the sign after a backslash stands for; none for a backslash that joins two lines.
    fn escape_sequence(&mut self) -> Option<char> {
        let sign = self.next()?;
        match sign {
            'b' => Some('\u{8}'),
            't' => Some('\t'),
            'n' => Some('\n'),
            'f' => Some('\u{c}'),
            'r' => Some('\r'),
            'e' => Some('\u{1b}'),
            'x' => self.number(2),
            'u' => self.number(4),
            'U' => self.number(8),
            _ if sign.is_whitespace() => {
                let rest = &self.text[self.at..];
                self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
                None
            }
            _ => Some(sign),
        }
    }

    fn number(&mut self, digits: usize) -> Option<char> {
        let typed = self.text.get(self.at..self.at + digits)?;
        self.at += digits;
        char::from_u32(u32::from_str_radix(typed, 16).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::typed_chars;

    /// What a TOML parser makes of it, and a place that reads the same.
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let found = typed_chars(typed);
        let text: String = found.iter().map(|(character, _)| character).collect();
        assert_eq!(text, expected);
        let table: toml::Table = format!("t = {typed}").parse().unwrap();
        let parsed = table["t"].as_str().unwrap().replace("\r\n", "\n");
        assert_eq!(parsed, expected);
        for (character, place) in found {
            let there = &typed[place];
            assert!(there.starts_with('\\') || there == character.to_string());
        }
    }

    #[test]
    fn every_kind_of_text_is_taken_apart_as_the_parser_does() {
        check(r#""é م""#, "é م");
        check(r#""a\u0645b\U0001F600\t\"\\""#, "aمb😀\t\"\\");
        check(r"'C:\u0645'", r"C:\u0645");
        check("\"\"\"\nun\r\n\\\n   deux \"\"\"", "un\ndeux ");
        check("\"\"\"un \\  \n\n  deux\"\"\"\"", "un deux\"");
        check("'''\r\nun\\n'''", "un\\n");
        check("\"\"", "");
        check("''''''", "");
    }
}
