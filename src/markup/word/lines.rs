//! The lines of a text: which of them are items, the lines around considered.

use super::mark::{Kind, Marked, Origin, columns, is_gap, marked};

/// An item stands at most 3 columns to the right of its list: what is farther is no item for Markdown.
const FARTHEST: usize = 3;

/// What a line is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line<'t> {
    /// A line without text.
    Blank,
    /// Some text, from a column on.
    Text { typed: &'t str, indent: usize },
    /// An item that Markdown sees too.
    Item(Marked<'t>),
    /// An item that Markdown does not see.
    Foreign(Marked<'t>),
    /// A mark after a backslash, which stands at this place: it is text.
    Escaped(usize),
    /// A line of a block of code, which is left alone.
    Code,
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let typed: Vec<&str> = text.split('\n').collect();
    let marks: Vec<Option<Marked<'_>>> = typed.iter().map(|line| marked(line)).collect();
    let next_letters = next_letters(&typed, &marks);
    let mut reader = Reader::default();
    let mut lines = Vec::with_capacity(typed.len());
    for (index, line) in typed.iter().enumerate() {
        let around = Around {
            before: index.checked_sub(1).and_then(|before| marks[before]),
            after: marks.get(index + 1).copied().flatten(),
            next_letter: next_letters[index],
        };
        lines.push(reader.line(line, marks[index], around));
    }
    lines
}

/// The marks of the lines beside a line.
struct Around<'t> {
    before: Option<Marked<'t>>,
    after: Option<Marked<'t>>,
    /// The next letter that begins a line of the same stretch.
    next_letter: Option<Marked<'t>>,
}

#[derive(Default)]
struct Reader<'t> {
    /// The fence of the block of code that is open.
    fence: Option<&'t str>,
    /// The columns where the text of the open items begins, as Markdown sees it.
    contents: Vec<usize>,
    /// The items since the last paragraph.
    items: Vec<Marked<'t>>,
    after_blank: bool,
    /// Whether the last line with text ended in a colon.
    announced: bool,
    previous: Option<Marked<'t>>,
}

impl<'t> Reader<'t> {
    fn line(&mut self, line: &'t str, mark: Option<Marked<'t>>, around: Around<'t>) -> Line<'t> {
        let typed = line.trim_matches(is_gap);
        if let Some(fence) = self.fence {
            let closes =
                typed.starts_with(fence) && typed.trim_start_matches(&fence[..1]).is_empty();
            self.fence = self.fence.filter(|_| !closes);
            return Line::Code;
        }
        if typed.is_empty() {
            self.after_blank = true;
            self.previous = None;
            return Line::Blank;
        }
        if let Some(fence) = opened_fence(typed) {
            self.fence = Some(fence);
            self.end_items();
            return Line::Code;
        }
        let read = match mark.filter(|mark| self.is_item(mark, &around)) {
            Some(mark) => self.item(mark),
            None => self.text(line, typed),
        };
        self.announced = typed
            .trim_end_matches(['*', '_', ' ', '\u{a0}'])
            .ends_with(':');
        self.after_blank = false;
        read
    }

    fn is_item(&self, mark: &Marked<'t>, around: &Around<'t>) -> bool {
        let alike = |other: &Marked<'_>| other.kind == mark.kind;
        match (mark.origin, mark.kind) {
            (Origin::Markdown | Origin::Word, _) => true,
            (_, Kind::Letter { .. }) => {
                let before = self.items.iter().rev().find(|item| alike(item));
                before.is_some_and(|before| follows(before, mark))
                    || around.next_letter.is_some_and(|next| follows(mark, &next))
            }
            _ => {
                self.announced
                    || around.before.as_ref().is_some_and(alike)
                    || around.after.as_ref().is_some_and(alike)
                    || self.items.iter().any(alike)
                    || self.previous.is_some_and(|item| item.indent < mark.indent)
            }
        }
    }

    fn item(&mut self, mark: Marked<'t>) -> Line<'t> {
        while self
            .contents
            .last()
            .is_some_and(|content| *content > mark.indent)
        {
            self.contents.pop();
        }
        let edge = self.contents.last().copied().unwrap_or_default();
        let is_far = mark.indent > edge + FARTHEST && !mark.text.trim().is_empty();
        let is_foreign = mark.origin != Origin::Markdown || is_far;
        let mut content = mark
            .content
            .min(mark.indent + mark.mark.len() + 1 + FARTHEST);
        self.contents.push(content);
        // Items that begin on one line: `- - a`.
        let mut inner = mark;
        while let Some(next) = marked(inner.text).filter(|next| next.origin == Origin::Markdown) {
            content += next.content;
            self.contents.push(content);
            inner = next;
        }
        self.items.push(mark);
        self.previous = Some(mark);
        if is_foreign {
            Line::Foreign(mark)
        } else {
            Line::Item(mark)
        }
    }

    fn text(&mut self, line: &'t str, typed: &'t str) -> Line<'t> {
        let start = line.len() - line.trim_start_matches(is_gap).len();
        let indent = columns(&line[..start], 0);
        if self.after_blank || is_block(typed) {
            while self
                .contents
                .last()
                .is_some_and(|content| *content > indent)
            {
                self.contents.pop();
            }
            if self.contents.is_empty() {
                self.end_items();
            }
        }
        self.previous = None;
        match typed.strip_prefix('\\') {
            Some(rest) if marked(rest).is_some_and(|mark| mark.indent == 0 && is_ours(&mark)) => {
                Line::Escaped(start)
            }
            _ => Line::Text { typed, indent },
        }
    }

    fn end_items(&mut self) {
        self.contents.clear();
        self.items.clear();
        self.previous = None;
    }
}

/// Whether a mark is one that a backslash of ours can precede; Markdown has its own way for the others.
pub(super) fn is_ours(mark: &Marked<'_>) -> bool {
    mark.origin != Origin::Markdown && matches!(mark.kind, Kind::Sign(_))
}

/// Whether a line begins a block that ends the paragraph before it.
pub(super) fn is_block(typed: &str) -> bool {
    typed.starts_with(['#', '>', '|', '<'])
}

fn opened_fence(typed: &str) -> Option<&str> {
    let sign = typed
        .chars()
        .next()
        .filter(|one| matches!(one, '`' | '~'))?;
    let info = typed.trim_start_matches(sign);
    let fence = &typed[..typed.len() - info.len()];
    (fence.len() >= 3 && !(sign == '`' && info.contains('`'))).then_some(fence)
}

/// For each line, the next letter that begins a line before the stretch of lines ends.
fn next_letters<'t>(typed: &[&str], marks: &[Option<Marked<'t>>]) -> Vec<Option<Marked<'t>>> {
    let mut next = None;
    let mut after_blank = vec![None; typed.len()];
    for index in (0..typed.len()).rev() {
        after_blank[index] = next;
        match &marks[index] {
            Some(mark) if matches!(mark.kind, Kind::Letter { .. }) => next = Some(*mark),
            Some(_) => {}
            None => {
                let begins = index
                    .checked_sub(1)
                    .is_none_or(|before| typed[before].trim().is_empty());
                if begins && typed[index].starts_with(|one| !is_gap(one)) {
                    next = None;
                }
            }
        }
    }
    after_blank
}

/// Whether a letter is the one after another.
fn follows(before: &Marked<'_>, mark: &Marked<'_>) -> bool {
    before.kind == mark.kind
        && before.mark.bytes().next().map(|letter| letter + 1) == mark.mark.bytes().next()
}
