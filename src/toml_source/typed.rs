//! Where each character of a text stands in the file, the ones typed as escapes (`\u0645`) included.
//!
//! The parser gives a text without its places.

use std::ops::Range;

/// The line end of Word within a paragraph, as it is pasted.
pub(super) const WORD_LINE_END: char = '\u{b}';
/// Unicode's own.
const LINE_END_WITHIN: char = '\u{2028}';

/// The characters of a text as typed in the file, quotation marks included, each with its place in `typed`.
pub(crate) fn typed_chars(typed: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let delimiter = delimiter(typed);
    let mut rest = Rest {
        text: &typed[..typed.len() - delimiter.len()],
        at: beginning(typed, delimiter),
    };
    let has_escapes = delimiter.starts_with('"');
    std::iter::from_fn(move || {
        loop {
            let character = rest.next()?;
            let start = rest.at - character.len_utf8();
            match character {
                '\\' if has_escapes => {
                    if let Some(meant) = rest.escape_sequence() {
                        return Some((meant, start..rest.at));
                    }
                }
                '\r' if rest.text[rest.at..].starts_with('\n') => {}
                _ => return Some((character, start..rest.at)),
            }
        }
    })
}

const DELIMITERS: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

/// The quotation marks around a text. One that is never closed, as read all the same among faults, has none at its end.
fn delimiter(typed: &str) -> &'static str {
    let around = |mark: &&str| {
        let is_closed = typed.starts_with(mark) && typed.ends_with(mark);
        is_closed && typed.len() >= 2 * mark.len()
    };
    DELIMITERS.into_iter().find(around).unwrap_or_default()
}

/// Where a text begins behind its quotation marks: a line end right after those of several lines is none of it.
fn beginning(typed: &str, delimiter: &str) -> usize {
    let line_ends = ["\r\n", "\n"].into_iter();
    let mut line_ends = line_ends.filter(|end| typed[delimiter.len()..].starts_with(end));
    let has_several_lines = delimiter.len() == "\"\"\"".len();
    let line_end = line_ends.next().filter(|_| has_several_lines);
    delimiter.len() + line_end.map_or(0, str::len)
}

/// What a character of a text is read as: the line end of Word within a paragraph is that of Unicode.
fn read_as(character: char) -> char {
    match character {
        WORD_LINE_END => LINE_END_WITHIN,
        _ => character,
    }
}

/// A text with the line ends of Word within a paragraph in their places, where `read` is what the parser made of `typed` without
/// knowing them.
pub(super) fn with_ends_within(read: &str, typed: &str) -> String {
    let has_several_lines = typed.starts_with("\"\"\"") || typed.starts_with("'''");
    let plain = read.replace(WORD_LINE_END, &LINE_END_WITHIN.to_string());
    if !has_several_lines || !typed.contains(WORD_LINE_END) {
        return plain;
    }
    let whole = text_of(typed);
    let is_same = |(one, other): (char, char)| match one {
        LINE_END_WITHIN => matches!(other, LINE_END_WITHIN | '\n'),
        _ => one == other,
    };
    match whole.chars().count() == plain.chars().count()
        && whole.chars().zip(plain.chars()).all(is_same)
    {
        true => whole,
        false => plain,
    }
}

/// The text that `typed` reads as.
pub(crate) fn text_of(typed: &str) -> String {
    typed_chars(typed).map(|(one, _)| read_as(one)).collect()
}

/// Where a part of `text` stands in `typed`, with the escapes that it was typed with; none where `typed` reads as another text.
///
/// The two are read side by side: what is sought for would be found elsewhere too, in an indentation or an address.
pub(crate) fn place_in(typed: &str, text: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let upto = text.get(..part.end)?;
    let mut openings = DELIMITERS.into_iter();
    let opening = openings.find(|mark| typed.starts_with(mark));
    let beginning = beginning(typed, opening.unwrap_or_default());
    if !upto.contains('\\') && typed[beginning..].starts_with(upto) {
        // Nothing up to its end was typed otherwise: it stands as far from the beginning.
        return Some(beginning + part.start..beginning + part.end);
    }
    let (mut at, mut start) = (0, None);
    for (character, place) in typed_chars(typed) {
        let character = read_as(character);
        if !text.get(at..)?.starts_with(character) {
            // The first half of a line end, typed as an escape.
            if character == '\r' {
                continue;
            }
            return None;
        }
        if at == part.start {
            start = Some(place.start);
        }
        at += character.len_utf8();
        if at >= part.end {
            return start.map(|start| start..place.end);
        }
    }
    None
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
    use super::{place_in, text_of, typed_chars, with_ends_within};

    /// What a TOML parser makes of it, and a place that reads the same.
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let found: Vec<_> = typed_chars(typed).collect();
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

    /// Of a text that was typed so, the places of a part, each time that it stands there.
    #[track_caller]
    fn places(typed: &str, part: &str) -> Vec<String> {
        let text = text_of(typed);
        let parts = text.match_indices(part);
        let places = parts.map(|(start, _)| {
            let place = place_in(typed, &text, &(start..start + part.len())).unwrap();
            format!("{}: {}", place.start, &typed[place.clone()])
        });
        places.collect()
    }

    #[test]
    fn a_part_is_found_where_it_was_typed_and_nowhere_else() {
        for (typed, part, expected) in [
            ("\"un  deux\"", "  ", vec!["3:   "]),
            // The indentation behind a backslash is none of the text.
            (
                "\"\"\"\n- un \\\n    deux\n  - la  fin\"\"\"",
                "  ",
                vec!["20:   ", "26:   "],
            ),
            ("\"\"\"un \\\n  mot  double\"\"\"", "  ", vec!["13:   "]),
            (
                "\"\"\"un \\\r\n  mot\r\n  double\"\"\"",
                "  ",
                vec!["16:   "],
            ),
            (
                r#""l\u006feuvre, une oeuvre""#,
                "oeuvre",
                vec![r"2: \u006feuvre", "19: oeuvre"],
            ),
            (
                r#""\toeuvre et a/oeuvre""#,
                "oeuvre",
                vec!["3: oeuvre", "15: oeuvre"],
            ),
            (r#""15\" et 16\"""#, "\"", vec![r#"3: \""#, r#"11: \""#]),
            (r#""a\\b  c""#, "\\", vec![r"2: \\"]),
            (r#""a\\b  c""#, "  ", vec!["5:   "]),
            (r"'a\b  c'", "  ", vec!["4:   "]),
            (r"'a\b  c'", "\\", vec![r"2: \"]),
            ("\"un \u{b}  deux\"", "  ", vec!["5:   "]),
            (r#""un\r\n  deux""#, "  ", vec!["7:   "]),
            ("'''\r\nun\r\n\r\nle le'''", "le", vec!["11: le", "14: le"]),
            ("2026-03-17", "03", vec!["5: 03"]),
        ] {
            assert_eq!(places(typed, part), expected, "{typed}");
        }
    }

    #[test]
    fn the_line_ends_of_word_are_kept_apart() {
        for (typed, read, expected) in [
            ("'''a\u{b}b\nc'''", "a\nb\nc", "a\u{2028}b\nc"),
            ("\"\"\"\na\u{b}\u{b}b\"\"\"", "a\n\nb", "a\u{2028}\u{2028}b"),
            ("'''\r\na\u{b}b\r\n'''", "a\nb\n", "a\u{2028}b\n"),
            ("'a\u{b}b'", "a b", "a b"),
            (r#""a\u000Bb""#, "a\u{b}b", "a\u{2028}b"),
            ("'''a\nb'''", "a\nb", "a\nb"),
            ("2026-03-17", "a", "a"),
        ] {
            assert_eq!(with_ends_within(read, typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_reads_otherwise_has_no_place() {
        for (typed, text) in [("\"un deux\"", "deux"), ("\"\"", "un"), ("un", "\"un")] {
            assert_eq!(place_in(typed, text, &(0..2)), None, "{typed}");
        }
        let never_closed = place_in("\"un", "un", &(0..2));
        assert_eq!(never_closed, Some(1..3));
    }
}
