//! Inline code: what stands between two equal runs of backquotes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::french::typography::signs::{before, is_opening, is_space, is_word};

/// The pieces of inline code, their backquotes included, as CommonMark pairs them.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    if !text.as_bytes().contains(&b'`') {
        return Vec::new();
    }
    let fences = fences(text);
    // The next fence of the same length: found once for all, so that a text of lone fences costs no search each.
    let mut next_of_length = BTreeMap::new();
    let mut closings = vec![None; fences.len()];
    for (index, fence) in fences.iter().enumerate().rev() {
        closings[index] = next_of_length.insert(fence.len(), index);
    }
    let mut spans = Vec::new();
    let mut index = 0;
    while let Some(opening) = fences.get(index) {
        index = match closings[index].and_then(|closing| Some((closing, fences.get(closing)?))) {
            Some((closing, fence)) if is_code(text, opening, fence) => {
                spans.push(opening.start..fence.end);
                closing + 1
            }
            _ => index + 1,
        };
    }
    spans
}

/// Whether two fences hold code rather than two apostrophes typed amiss (SUP-R6): ``l`eau et l`air``.
fn is_code(text: &str, opening: &Range<usize>, closing: &Range<usize>) -> bool {
    let opens = before(text, opening.start).is_none_or(|sign| is_space(sign) || is_opening(sign));
    opens || opening.len() > 1 || !is_parted(&text[opening.end..closing.start])
}

/// Whether a text holds a space that no rule takes away, so that the pass finds code in its own result where it found it
/// before: one between a small letter and a word. The others may be a gap (ESP-R3) or stand in an ordinal (section ORD).
fn is_parted(text: &str) -> bool {
    let mut rest = text;
    while let Some(start) = rest.find(is_space) {
        let typed = &rest[start..];
        let next = typed.trim_start_matches(is_space);
        if before(rest, start).is_some_and(char::is_lowercase) && next.starts_with(is_word) {
            return true;
        }
        rest = next;
    }
    false
}

/// The runs of backquotes.
fn fences(text: &str) -> Vec<Range<usize>> {
    let mut fences: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match fences.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => fences.push(at..at + 1),
        }
    }
    fences
}
