//! The lines of a text, as all that reads them sees them: pages, lists, tables, and the marks that hide paragraphs. Two that saw other
//! lines would hide one paragraph and show the other.
//!
//! Whatever a program ends lines with ends them, a line on which nothing is seen is empty, and the blanks around the sign that begins
//! a line are those of the space bar.

use std::borrow::Cow;
use std::ops::Range;

use super::escape::LINE_ENDS;
use super::table::read_rule;
use crate::french::folding::is_invisible;

/// A number before an item has at most three digits: four are a year.
const LONGEST_NUMBER: usize = 3;
/// The line end of Word within a paragraph, and Unicode's own.
const ENDS_WITHIN: [char; 2] = ['\u{b}', '\u{2028}'];

/// A line of a text, as it is read.
pub(crate) struct ReadLine<'t> {
    /// What it says.
    pub(crate) said: Cow<'t, str>,
    /// Where it stands in the text, without its end.
    pub(crate) typed: Range<usize>,
    /// How much of it, at its beginning, is read otherwise than typed: as read, and as typed.
    head: (usize, usize),
    /// Whether its end is to be shown.
    ends_within: bool,
    /// Whether it is the empty line that the sign for the end of a paragraph leaves.
    pub(crate) is_left: bool,
}

impl ReadLine<'_> {
    /// Where what is read at that place of the line stands in the text: any place behind the blanks and the number that begin it.
    pub(crate) fn place(&self, at: usize) -> usize {
        let (read, typed) = self.head;
        self.typed.start + (at + typed).saturating_sub(read)
    }
}

/// The text with its lines as they are read.
pub(super) fn as_read(text: &str) -> Cow<'_, str> {
    let is_plain = !text.contains(['\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'])
        && text.split('\n').all(|line| head(line).is_none());
    if is_plain {
        return Cow::Borrowed(text);
    }
    Cow::Owned(joined(&read_lines(text)))
}

/// Lines as one text.
pub(crate) fn joined(lines: &[ReadLine<'_>]) -> String {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        text.push_str(if index > 0 { "\n" } else { "" });
        text.push_str(&line.said);
        // What makes in Markdown a line end that is shown.
        text.push_str(if line.ends_within { "  " } else { "" });
    }
    text
}

/// The lines of a text, one at least.
///
/// Of several line ends within a paragraph in a row one is read, at the edges of a line none, and in the row of a table each is a space.
pub(crate) fn read_lines(text: &str) -> Vec<ReadLine<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    // The first sign of the line that is seen.
    let mut first = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, sign)) = characters.next() {
        let after = at + sign.len_utf8();
        let begins = first;
        let mut end = |end: usize, ends_within: bool| {
            lines.push(ReadLine::new(text, start..at, ends_within));
            (start, first) = (end, None);
        };
        match sign {
            '\r' => {
                let is_double = characters.next_if(|(_, next)| *next == '\n').is_some();
                end(after + usize::from(is_double), false);
            }
            '\n' | '\u{85}' => end(after, false),
            '\u{2029}' => {
                end(after, false);
                lines.push(ReadLine {
                    is_left: true,
                    ..ReadLine::new(text, after..after, false)
                });
            }
            _ if ENDS_WITHIN.contains(&sign) => {
                let rest = &text[after..];
                let is_last = rest.is_empty() || rest.starts_with(LINE_ENDS);
                if begins.is_some_and(|begins| begins != '|') && !is_last {
                    end(after, true);
                }
            }
            _ if begins.is_none() && !is_blank(sign) => first = Some(sign),
            _ => {}
        }
    }
    lines.push(ReadLine::new(text, start..text.len(), false));
    lines
}

impl<'t> ReadLine<'t> {
    fn new(text: &'t str, typed: Range<usize>, ends_within: bool) -> Self {
        let line = &text[typed.clone()];
        let (said, head) = match head(line) {
            Some((read, length)) => {
                let sizes = (read.len(), length);
                (Cow::Owned(read + &line[length..]), sizes)
            }
            None => (Cow::Borrowed(line), (0, 0)),
        };
        let said = match said.contains(ENDS_WITHIN) {
            true if said.trim_start().starts_with('|') => {
                Cow::Owned(said.replace(ENDS_WITHIN, " "))
            }
            true => Cow::Owned(said.replace(ENDS_WITHIN, "")),
            false => said,
        };
        Self {
            said,
            typed,
            head,
            ends_within,
            is_left: false,
        }
    }
}

/// A space of whatever kind, or a sign that says nothing where a line begins: it sets no direction, and joins nothing.
pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || is_unseen(sign)
}

fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The beginning of a line as it is read, and the length of what is typed for it; `None` where that is the same.
fn head(line: &str) -> Option<(String, usize)> {
    if line.is_ascii() {
        return None;
    }
    if line
        .chars()
        .all(|sign| sign.is_whitespace() || is_invisible(sign))
    {
        return Some((String::new(), line.len()));
    }
    if line.contains('|') && line.contains('-') {
        let seen = line.chars().filter(|sign| !is_invisible(*sign));
        let seen: String = seen.map(plain).collect();
        if seen != line && read_rule(&seen).is_some() {
            return Some((seen, line.len()));
        }
    }
    let text = line.trim_start_matches(is_blank);
    let mut read: String = plain_blanks(&line[..line.len() - text.len()]);
    let mut length = line.len() - text.len();
    if let Some((sign, gap)) = sign_and_gap(text) {
        read.push_str(sign);
        read.push_str(&gap);
        let after = text[sign.len()..].trim_start_matches(is_blank);
        length = line.len() - after.len();
    }
    (read != line[..length]).then_some((read, length))
}

/// A sign or a number that begins an item of Markdown, and the blanks behind it as they are read. A dash before a space that does not
/// break begins an item only beside another: it is left as it is.
fn sign_and_gap(text: &str) -> Option<(&str, String)> {
    let number = text.trim_start_matches(|one: char| one.is_ascii_digit());
    let digits = text.len() - number.len();
    let is_number = (1..=LONGEST_NUMBER).contains(&digits) && number.starts_with(['.', ')']);
    let is_sign = text.starts_with(['-', '+', '*']);
    let sign = (is_number || is_sign).then(|| &text[..=digits])?;
    let rest = &text[sign.len()..];
    let blank = &rest[..rest.len() - rest.trim_start_matches(is_blank).len()];
    let seen: String = blank.chars().filter(|sign| !is_unseen(*sign)).collect();
    if seen.is_empty() {
        return None;
    }
    // `12.` and a no-break space before digits is an amount.
    let is_amount = is_number
        && seen.starts_with(['\u{a0}', '\u{202f}'])
        && rest[blank.len()..].starts_with(|one: char| one.is_ascii_digit());
    if is_amount {
        return None;
    }
    let gap = match is_number && !seen.starts_with([' ', '\t']) {
        true => " ".to_owned(),
        false => seen,
    };
    Some((sign, gap))
}

/// Whether what follows a sign or a number makes an item of its line, as it is read.
pub(super) fn is_spaced(after: &str, is_number: bool) -> bool {
    let mut seen = after.chars().skip_while(|sign| is_unseen(*sign));
    let is_gap = |sign: char| matches!(sign, ' ' | '\t') || (is_number && sign.is_whitespace());
    seen.next().is_some_and(is_gap)
}

fn plain_blanks(blanks: &str) -> String {
    blanks
        .chars()
        .filter(|sign| !is_unseen(*sign))
        .map(plain)
        .collect()
}

/// The space of the space bar for any other.
fn plain(sign: char) -> char {
    match sign.is_whitespace() && !sign.is_ascii() {
        true => ' ',
        false => sign,
    }
}
