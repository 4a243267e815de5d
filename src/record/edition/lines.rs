//! The lines of a text: how each begins, and which of them a mark marks.

use super::mark::mark;
use crate::markup::{ReadLine, item_text, read_lines};

/// How a line begins.
pub(super) struct Beginning {
    /// How far it is set in, the signs of a quotation included.
    pub(super) indent: usize,
    /// Where the text begins, after what makes an item, a heading or a cell of it.
    pub(super) text: usize,
    pub(super) is_item: bool,
    /// Whether it is an item of Markdown, as all are that the page shows as items: another sign may be a part of the text above.
    pub(super) is_of_list: bool,
    pub(super) is_row: bool,
}

/// Signs that begin an item though no space follows them: `•[interne]`.
const TIGHT_BULLETS: [char; 5] = ['•', '–', '▪', '·', '\u{f0b7}'];

pub(super) fn beginning(line: &str) -> Beginning {
    let is_set_in = |sign: &char| sign.is_whitespace() || *sign == '>';
    let indent = line.chars().take_while(is_set_in).count();
    let mut rest = line.trim_start();
    let (mut is_item, mut is_row) = (false, false);
    let is_of_list = is_of_list(rest.trim_start_matches(['>', ' ']));
    loop {
        if let Some(after) = rest.strip_prefix('|') {
            (is_row, rest) = (true, after.trim_start());
        } else if let Some(after) = rest.strip_prefix('>') {
            rest = after.trim_start();
        } else if let Some(after) = item(rest) {
            (is_item, rest) = (true, after.trim_start());
        } else if let Some(after) = heading(rest) {
            rest = after;
        } else {
            break;
        }
    }
    Beginning {
        indent,
        text: line.len() - rest.len(),
        is_item,
        is_of_list: is_item && is_of_list,
        is_row,
    }
}

/// Whether a line begins with a sign or a number and a space: before a space that does not break the page sees a text.
fn is_of_list(line: &str) -> bool {
    let number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let (signs, digits): (&[char], usize) = match line.len() - number.len() {
        0 => (&['-', '*', '+'], 0),
        digits => (&['.', ')'], digits),
    };
    let after = line[digits..].strip_prefix(signs);
    after.is_some_and(|after| after.is_empty() || after.starts_with([' ', '\t']))
}

/// What follows the sign, number or letter of an item.
fn item(text: &str) -> Option<&str> {
    item_text(text).or_else(|| text.strip_prefix(TIGHT_BULLETS))
}

/// What follows the signs of a heading.
fn heading(text: &str) -> Option<&str> {
    let after = text.trim_start_matches('#');
    let is_heading = after.len() < text.len() && after.starts_with(char::is_whitespace);
    is_heading.then(|| after.trim_start())
}

/// The lines of a text as pages read them. The sign for the end of a paragraph leaves no empty line behind a mark that stands alone:
/// it marks what follows.
pub(super) fn lines(text: &str) -> Vec<ReadLine<'_>> {
    let mut lines = read_lines(text);
    let mut is_after_mark = false;
    lines.retain(|line| {
        let is_kept = !(line.is_left && is_after_mark);
        is_after_mark = marked_alone(&line.said).is_some_and(|(_, is_alone)| is_alone);
        is_kept
    });
    lines
}

/// Where the mark stands that begins a line, and whether nothing follows it there.
fn marked_alone(line: &str) -> Option<(usize, bool)> {
    let start = beginning(line).text;
    let (_, length) = mark(&line[start..])?;
    Some((start, line[start + length..].trim().is_empty()))
}

/// Where the marks stand that mark something, in order.
pub(super) fn marked_places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let lines = lines(text);
    let mut lines = lines.iter().peekable();
    while let Some(line) = lines.next() {
        let Some((start, is_alone)) = marked_alone(&line.said) else {
            continue;
        };
        let marks_next = |next: &&&ReadLine<'_>| !next.said.trim().is_empty();
        if !is_alone || lines.peek().filter(marks_next).is_some() {
            places.push(line.place(start));
        }
    }
    places
}

/// What a line of a text says, without the signs of lists, quotations, headings and tables before it.
pub(in crate::record) struct SaidByLine<'t> {
    pub(in crate::record) place: usize,
    pub(in crate::record) said: &'t str,
    /// Whether a paragraph or an item begins with it, and no cell.
    pub(in crate::record) begins: bool,
}

/// What the lines of a text say.
pub(in crate::record) fn said_by_lines(text: &str) -> impl Iterator<Item = SaidByLine<'_>> {
    let mut is_after_text = false;
    read_lines(text).into_iter().map(move |line| {
        let beginning = beginning(&line.said);
        let place = line.place(beginning.text);
        let said = text.get(place..line.typed.end).unwrap_or_default();
        let is_cell = beginning.is_row || said.contains('|');
        let begins = !is_cell && (beginning.is_item || !is_after_text);
        is_after_text = !line.said.trim().is_empty();
        SaidByLine {
            place,
            said,
            begins,
        }
    })
}
