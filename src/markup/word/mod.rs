//! Lists as Word leaves them in a text: lines that begin with `•`, `–`, `o` and a tab, `a)`, or stand far to the right.
//!
//! [`as_markdown`] writes such lists as Markdown; what is Markdown already is left as it is. A dash is the mark of a list only
//! beside another or after a line that announces a list; a letter only in a sequence. A backslash before a mark makes it text:
//! [`escape_foreign_marks`] puts one where a text that is no list looks like one.

mod lines;
mod mark;
mod outline;

use std::borrow::Cow;

use lines::{Line, lines};
use mark::{Kind, Marked, Origin, is_bullet, is_gap, marked};
use outline::Outline;

/// The text with its lists in Markdown.
pub(super) fn as_markdown(text: &str) -> Cow<'_, str> {
    if !text.split('\n').any(may_need_us) {
        return Cow::Borrowed(text);
    }
    let lines = lines(text);
    if !lines
        .iter()
        .any(|line| matches!(line, Line::Foreign(_) | Line::Escaped(_)))
    {
        return Cow::Borrowed(text);
    }
    let typed: Vec<&str> = text.split('\n').collect();
    let mut outline = Outline::new(text.len());
    let mut start = 0;
    // The sign of the list before, if nothing but blank lines follows it.
    let mut sign_before = None;
    while start < lines.len() {
        let end = outline::end_of_group(&lines, start);
        let has_foreign = lines[start..end]
            .iter()
            .any(|line| matches!(line, Line::Foreign(_)));
        let (group, read) = (&typed[start..end], &lines[start..end]);
        let mut sign = outline::sign_of(read);
        if has_foreign {
            if outline::is_lettered(read) {
                sign = Some(outline::sign_apart(sign_before, sign_after(&lines, end)));
            }
            outline.add(group, read, sign.unwrap_or('-'));
            if lines
                .get(end)
                .is_some_and(|next| !matches!(next, Line::Blank))
            {
                outline.part();
            }
        } else {
            outline.add_as_typed(group, read);
        }
        if !matches!(read, [Line::Blank]) {
            sign_before = sign;
        }
        start = end;
    }
    Cow::Owned(outline.finish())
}

/// The sign of the list that follows, if nothing but blank lines stands before it, and its items bear no letters: those take theirs
/// by what stands before them.
fn sign_after(lines: &[Line<'_>], end: usize) -> Option<char> {
    let next = lines[end..]
        .iter()
        .position(|line| !matches!(line, Line::Blank));
    let start = end + next?;
    let group = &lines[start..outline::end_of_group(lines, start)];
    outline::sign_of(group).filter(|_| !outline::is_lettered(group))
}

/// What follows the mark of an item at the start of a line, whatever the lines around are.
pub(crate) fn item_text(line: &str) -> Option<&str> {
    marked(line).map(|mark| mark.text)
}

/// A cheap look at a line: whether it could be one that Markdown would read otherwise.
fn may_need_us(line: &str) -> bool {
    let typed = line.trim_start_matches(is_gap);
    let mut characters = typed.chars();
    match characters.next() {
        None => false,
        Some('-' | '*' | '+' | '0'..='9') => {
            line.len() > typed.len()
                || marked(line).is_some_and(|mark| mark.origin != Origin::Markdown)
        }
        Some('–' | '—' | '§' | 'Ø' | 'ü' | '\\') => true,
        Some(letter) if letter.is_ascii_alphabetic() => {
            matches!(characters.next(), Some(')' | '\t'))
        }
        Some(sign) => !sign.is_ascii() && is_bullet(sign),
    }
}

/// Markdown that [`as_markdown`] leaves as it is.
pub(super) fn escape_foreign_marks(markdown: String) -> String {
    if !markdown.split('\n').any(may_need_us) {
        return markdown;
    }
    let lines = lines(&markdown);
    // Once the letters of a sequence are escaped, those that stood between them and around may make another.
    let is_lettered = |line: &Line<'_>| matches!(line, Line::Foreign(mark) if is_letter(mark));
    let holds_letters = lines.iter().any(is_lettered);
    let mut escaped = String::with_capacity(markdown.len() + 8);
    for (index, (line, typed)) in lines.into_iter().zip(markdown.split('\n')).enumerate() {
        if index > 0 {
            escaped.push('\n');
        }
        let place = match line {
            Line::Foreign(mark) => Some(place_of_escape(typed, &mark)),
            Line::Escaped(place) => Some(place),
            Line::Text { .. } if holds_letters => marked(typed)
                .filter(is_letter)
                .map(|mark| place_of_escape(typed, &mark)),
            _ => None,
        };
        let (before, after) = typed.split_at(place.unwrap_or_default());
        escaped.push_str(before);
        escaped.push_str(if place.is_some() { "\\" } else { "" });
        escaped.push_str(after);
    }
    escaped
}

fn is_letter(mark: &Marked<'_>) -> bool {
    matches!(mark.kind, Kind::Letter { .. })
}

/// Where the backslash goes: before a sign, or before the bracket or period after a letter or a number.
fn place_of_escape(line: &str, mark: &Marked<'_>) -> usize {
    let start = line.len() - line.trim_start_matches(is_gap).len();
    match mark.kind {
        Kind::Sign(_) => start,
        Kind::Number(_) | Kind::Letter { .. } => start + mark.mark.len() - 1,
    }
}
