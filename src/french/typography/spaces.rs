//! Spaces that have nothing to do where they stand (ESP-R3), or that are too many (ESP-R4).

use super::draft::Edits;
use super::signs::{
    after, before, is_closing, is_line_end, is_opening, is_space, places, spaces_after,
    spaces_before,
};

/// ESP-R3: no space within brackets beside them, nor before a comma or a period that ends something.
///
/// A bracket that holds only spaces is a box to tick. In `format .pdf` the period belongs to what follows.
pub(super) fn gaps(text: &str, edits: &mut Edits) {
    let is_mark = |byte| matches!(byte, b'(' | b'[' | b')' | b']' | b',' | b'.');
    for (at, mark) in places(text, is_mark) {
        let end = at + 1;
        if matches!(mark, b'(' | b'[') {
            let gap = end..spaces_after(text, end);
            if !matches!(after(text, gap.end), Some(')' | ']')) {
                edits.replace(gap, "");
            }
            continue;
        }
        let gap = spaces_before(text, at)..at;
        if gap.is_empty() {
            continue;
        }
        let previous = before(text, gap.start);
        let unwanted = match mark {
            b')' | b']' => !matches!(previous, Some('(' | '[')),
            _ => {
                let ends = after(text, end).is_none_or(|sign| {
                    is_space(sign) || is_closing(sign) || matches!(sign, ';' | ':' | '!' | '?')
                });
                let other_mark = previous.is_some_and(|sign| {
                    is_opening(sign) || matches!(sign, '.' | ',' | '…' | ';' | ':' | '!' | '?')
                });
                ends && !other_mark
            }
        };
        if unwanted {
            edits.replace(gap, "");
        }
    }
}

/// ESP-R4: spaces on one line become one, an ordinary one if any of them is. Tabs and line ends stay.
pub(super) fn doubles(text: &str, edits: &mut Edits) {
    let mut done = 0;
    while let Some(found) = text[done..].find(is_single) {
        let start = done + found;
        let rest = text[start..].trim_start_matches(is_single);
        done = text.len() - rest.len();
        let run = &text[start..done];
        let first = run.chars().next().map_or(0, char::len_utf8);
        if first == run.len() {
            continue;
        }
        if run.contains(' ') {
            edits.replace(start..done, " ");
        } else {
            edits.replace(start + first..done, "");
        }
    }
}

/// A space within a line, not a tab.
fn is_single(sign: char) -> bool {
    is_space(sign) && !is_line_end(sign) && sign != '\t'
}
