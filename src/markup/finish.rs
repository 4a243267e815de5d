//! Sequences of pieces: joined, and trimmed at line ends.

use super::Inline;
use super::read_lines::is_blank;

/// Adds characters to a sequence, joining them to the text that ends it.
pub(super) fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

/// Adds a sequence to another, joining the texts that meet.
pub(super) fn push_all(inlines: &mut Vec<Inline>, others: Vec<Inline>) {
    for other in others {
        match other {
            Inline::Text(text) => push_text(inlines, &text),
            other => inlines.push(other),
        }
    }
}

/// What goes where a line begins.
type Blanks = fn(char) -> bool;

/// Spaces beside a line end mean nothing, and a line that holds nothing is none.
pub(super) fn without_line_edges(inlines: Vec<Inline>) -> Vec<Inline> {
    without_edges(inlines, is_blank)
}

/// The same for the lines of a cell, where spaces that do not break set in.
pub(super) fn without_cell_edges(inlines: Vec<Inline>) -> Vec<Inline> {
    without_edges(inlines, |sign| matches!(sign, ' ' | '\t'))
}

fn without_edges(inlines: Vec<Inline>, blanks: Blanks) -> Vec<Inline> {
    let mut trimmed = trim_lines(inlines, true, blanks);
    while trimmed.last().is_some_and(is_break) {
        trimmed.pop();
    }
    trim_last(&mut trimmed);
    trimmed
}

fn trim_lines(inlines: Vec<Inline>, at_paragraph_start: bool, blanks: Blanks) -> Vec<Inline> {
    let mut at_line_start = at_paragraph_start;
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                let text = if at_line_start {
                    text.trim_start_matches(blanks)
                } else {
                    &text
                };
                at_line_start &= text.is_empty();
                push_text(&mut kept, text);
            }
            line_end @ (Inline::SoftBreak | Inline::HardBreak) => {
                trim_last(&mut kept);
                let repeated = kept.last().map_or(at_paragraph_start, is_break);
                if !repeated {
                    kept.push(line_end);
                }
                at_line_start = true;
            }
            other => {
                kept.push(with_content(other, |content| {
                    without_last_break(trim_lines(content, false, blanks))
                }));
                at_line_start = false;
            }
        }
    }
    kept
}

/// A line end just before the end of a link is worth a space, and is safer written so.
fn without_last_break(mut content: Vec<Inline>) -> Vec<Inline> {
    if content.last().is_some_and(is_break) {
        content.pop();
        push_text(&mut content, " ");
    }
    content
}

fn trim_last(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.truncate(last.trim_end_matches([' ', '\t']).len());
        if last.is_empty() {
            inlines.pop();
        }
    }
}

fn is_break(inline: &Inline) -> bool {
    matches!(inline, Inline::SoftBreak | Inline::HardBreak)
}

/// The same piece with its content changed, if it has content.
pub(super) fn with_content(
    inline: Inline,
    change: impl FnOnce(Vec<Inline>) -> Vec<Inline>,
) -> Inline {
    match inline {
        Inline::Emphasis(content) => Inline::Emphasis(change(content)),
        Inline::Strong(content) => Inline::Strong(change(content)),
        Inline::Link {
            href,
            title,
            content,
        } => Inline::Link {
            href,
            title,
            content: change(content),
        },
        other => other,
    }
}
