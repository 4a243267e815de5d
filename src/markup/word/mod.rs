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
use mark::{Kind, Origin, is_bullet, is_gap, marked};
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
    while start < lines.len() {
        let end = outline::end_of_group(&lines, start);
        let has_foreign = lines[start..end]
            .iter()
            .any(|line| matches!(line, Line::Foreign(_)));
        let (group, read) = (&typed[start..end], &lines[start..end]);
        if has_foreign {
            outline.add(group, read);
            if lines
                .get(end)
                .is_some_and(|next| !matches!(next, Line::Blank))
            {
                outline.part();
            }
        } else {
            outline.add_as_typed(group, read);
        }
        start = end;
    }
    Cow::Owned(outline.finish())
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
    let mut escaped = String::with_capacity(markdown.len() + 8);
    for (index, (line, typed)) in lines(&markdown)
        .into_iter()
        .zip(markdown.split('\n'))
        .enumerate()
    {
        if index > 0 {
            escaped.push('\n');
        }
        let place = match line {
            Line::Foreign(mark) => {
                let start = typed.len() - typed.trim_start_matches(is_gap).len();
                let before_bracket = usize::from(matches!(mark.kind, Kind::Letter { .. }));
                Some(start + before_bracket)
            }
            Line::Escaped(place) => Some(place),
            _ => None,
        };
        let (before, after) = typed.split_at(place.unwrap_or_default());
        escaped.push_str(before);
        escaped.push_str(if place.is_some() { "\\" } else { "" });
        escaped.push_str(after);
    }
    escaped
}
