//! Thousands that an author spaced (NUM-R1).

use std::ops::Range;

use super::draft::Edits;
use super::hours::are_minutes;
use super::signs::{before, is_letter, next_number, number_end, spaces_after};

/// NUM-R1: the spaces between one to three digits and groups of three become thin. Digits are never regrouped; telephone
/// numbers and a year before a number stay as they are.
pub(super) fn thousands(text: &str, edits: &mut Edits) {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(first) = next_number(text, from) {
        groups.clear();
        groups.push(first);
        from = follow(text, &mut groups);
        if is_number(text, &groups) {
            for pair in groups.windows(2) {
                edits.replace(pair[0].end..pair[1].start, "\u{202f}");
            }
        }
    }
}

/// Adds the groups of digits that follow across spaces, and says where the last one ends.
fn follow(text: &str, groups: &mut Vec<Range<usize>>) -> usize {
    let mut end = groups.last().map_or(text.len(), |group| group.end);
    loop {
        let start = spaces_after(text, end);
        end = number_end(text, start);
        if end == start {
            return groups.last().map_or(end, |group| group.end);
        }
        groups.push(start..end);
    }
}

fn is_number(text: &str, groups: &[Range<usize>]) -> bool {
    let [first, others @ ..] = groups else {
        return false;
    };
    let previous = before(text, first.start);
    let sound = first.len() <= 3
        && !text[first.start..].starts_with('0')
        && others.iter().all(|group| group.len() == 3);
    let other = previous.is_some_and(|sign| sign == '+' || is_letter(sign));
    sound && !other && !are_minutes(text, first)
}
