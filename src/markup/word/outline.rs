//! Items by their marks and places, written as the nested lists of Markdown.

use super::lines::{Line, is_block};
use super::mark::{Kind, Marked, is_gap};

/// What begins an item without a number.
const USUAL_SIGN: char = '-';

/// An item that is open.
struct Open {
    kind: Kind,
    indent: usize,
    /// The column where its text begins in the Markdown.
    content: usize,
}

/// Markdown while it is written, group of lines after group.
pub(super) struct Outline {
    markdown: String,
    is_first: bool,
    open: Vec<Open>,
    /// What begins the outer items that bear letters.
    letter_sign: char,
}

/// Where the group of lines that begins at `start` ends: a line that belongs to no list, or the lines of a list with all that
/// stands in its items.
pub(super) fn end_of_group(lines: &[Line<'_>], start: usize) -> usize {
    let Some(first) = item(&lines[start]) else {
        return start + 1;
    };
    let mut kinds = vec![first.kind];
    let mut previous = first;
    let mut after_blank = false;
    let mut end = start + 1;
    for (index, line) in lines.iter().enumerate().skip(start + 1) {
        match line {
            Line::Blank => {
                after_blank = true;
                continue;
            }
            Line::Text { typed, indent } => {
                let inside = *indent > first.indent + 1;
                if (after_blank || is_block(typed)) && !inside {
                    break;
                }
                if !after_blank
                    && *indent == 0
                    && is_new_sentence(&lines[index - 1], &previous, typed)
                {
                    break;
                }
            }
            Line::Escaped(_) | Line::Code => break,
            Line::Item(mark) | Line::Foreign(mark) => {
                let begins_another = !kinds.contains(&mark.kind) || mark.begins_letters();
                if after_blank && mark.indent <= first.indent && begins_another {
                    break;
                }
                if !kinds.contains(&mark.kind) {
                    kinds.push(mark.kind);
                }
                previous = *mark;
            }
        }
        after_blank = false;
        end = index + 1;
    }
    end
}

/// In Word a paragraph is a line. Where a sentence ends with a line of one of its lists, the next is a new paragraph.
fn is_new_sentence(before: &Line<'_>, item: &Marked<'_>, typed: &str) -> bool {
    let ends = item.text.trim_end().ends_with(['.', ';', '!', '?', '…']);
    matches!(before, Line::Foreign(_)) && ends && typed.starts_with(char::is_uppercase)
}

/// The sign that begins the outer items of a group in the Markdown; `None` where they bear numbers, or are none.
pub(super) fn sign_of(lines: &[Line<'_>]) -> Option<char> {
    let first = item(lines.first()?)?;
    let is_left = !lines.iter().any(|line| matches!(line, Line::Foreign(_)));
    match first.kind {
        Kind::Sign(typed) if is_left => Some(typed),
        Kind::Number(_) => None,
        Kind::Sign(_) | Kind::Letter { .. } => Some(USUAL_SIGN),
    }
}

/// The sign for the outer items of a lettered group that none of the groups beside it bears: Markdown would join the lists.
pub(super) fn sign_apart(before: Option<char>, after: Option<char>) -> char {
    let mut others = [USUAL_SIGN, '+', '*'].into_iter();
    let other = others.find(|sign| ![before, after].contains(&Some(*sign)));
    other.unwrap_or(USUAL_SIGN)
}

/// Whether the outer items of a group bear letters.
pub(super) fn is_lettered(lines: &[Line<'_>]) -> bool {
    let first = lines.first().and_then(item);
    first.is_some_and(|first| matches!(first.kind, Kind::Letter { .. }))
}

fn item<'t>(line: &Line<'t>) -> Option<Marked<'t>> {
    match line {
        Line::Item(mark) | Line::Foreign(mark) => Some(*mark),
        _ => None,
    }
}

impl Outline {
    pub(super) fn new(length: usize) -> Self {
        Self {
            markdown: String::with_capacity(length + length / 4),
            is_first: true,
            open: Vec::new(),
            letter_sign: USUAL_SIGN,
        }
    }

    /// Adds a group of lines as typed.
    pub(super) fn add_as_typed(&mut self, typed: &[&str], lines: &[Line<'_>]) {
        for (typed, line) in typed.iter().zip(lines) {
            self.line_end();
            match line {
                Line::Escaped(place) => {
                    self.markdown.push_str(&typed[..*place]);
                    self.markdown.push_str(&typed[place + 1..]);
                }
                _ => self.markdown.push_str(typed),
            }
        }
    }

    /// Adds a group, its items set out anew; `sign` begins the outer ones that bear letters.
    pub(super) fn add(&mut self, typed: &[&str], lines: &[Line<'_>], sign: char) {
        self.open.clear();
        self.letter_sign = sign;
        let mut after_blank = false;
        for (typed, line) in typed.iter().zip(lines) {
            self.line_end();
            match line {
                Line::Item(mark) | Line::Foreign(mark) => self.item(mark),
                Line::Text { indent, .. } if after_blank || *indent > 0 => {
                    self.indent();
                    self.markdown.push_str(typed.trim_start_matches(is_gap));
                }
                _ => self.markdown.push_str(typed),
            }
            after_blank = matches!(line, Line::Blank);
        }
    }

    /// Parts what was added from the line that follows.
    pub(super) fn part(&mut self) {
        self.line_end();
    }

    pub(super) fn finish(self) -> String {
        self.markdown
    }

    fn line_end(&mut self) {
        if !self.is_first {
            self.markdown.push('\n');
        }
        self.is_first = false;
    }

    fn item(&mut self, mark: &Marked<'_>) {
        self.close(mark);
        let is_new = self
            .open
            .last()
            .is_none_or(|last| last.kind != mark.kind || last.indent != mark.indent);
        if !is_new {
            self.open.pop();
        }
        let begins_late = matches!(mark.kind, Kind::Number(_)) && !matches!(mark.mark, "1." | "1)");
        if is_new && begins_late && !self.markdown.is_empty() {
            // Only a list that begins at 1 may follow a line of text.
            self.markdown.push('\n');
        }
        self.indent();
        let start = self.open.last().map_or(0, |parent| parent.content);
        let sign = match self.open.is_empty() {
            true => self.letter_sign,
            false => USUAL_SIGN,
        };
        let (marker, letter) = match mark.kind {
            Kind::Sign(_) => (USUAL_SIGN.to_string(), ""),
            Kind::Number(_) => (mark.mark.to_owned(), ""),
            Kind::Letter { .. } => (sign.to_string(), mark.mark),
        };
        self.markdown.push_str(&marker);
        self.markdown.push(' ');
        if !letter.is_empty() {
            self.markdown.push_str(letter);
            self.markdown.push(' ');
        }
        self.markdown.push_str(mark.text);
        self.open.push(Open {
            kind: mark.kind,
            indent: mark.indent,
            content: start + marker.len() + 1,
        });
    }

    /// Closes the items that an item does not stand in; one like it, at the same column, stays last.
    fn close(&mut self, mark: &Marked<'_>) {
        let alike = self
            .open
            .iter()
            .rposition(|open| open.kind == mark.kind && open.indent == mark.indent);
        if let Some(place) = alike {
            self.open.truncate(place + 1);
            return;
        }
        while self
            .open
            .last()
            .is_some_and(|open| open.indent > mark.indent)
        {
            self.open.pop();
        }
    }

    fn indent(&mut self) {
        let width = self.open.last().map_or(0, |open| open.content);
        self.markdown.extend(std::iter::repeat_n(' ', width));
    }
}
