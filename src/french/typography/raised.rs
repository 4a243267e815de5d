//! Which letters are raised: the suffixes of ordinals (section ORD).

use std::ops::Range;

use super::protected;
use super::signs::is_word;
use crate::french::words::ordinal_suffix;

/// The letters that HTML and PDF raise in a corrected text, in order: `er` in `1er mars`, `e` in `XXIe siècle`.
///
/// None is raised within an address or a file name.
pub fn raised_letters(text: &str) -> Vec<Range<usize>> {
    let mut raised = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find(is_head) {
        let start = from + found;
        let word = &text[start..];
        let end = start + word.find(|sign| !is_word(sign)).unwrap_or(word.len());
        from = end;
        if text[..start].ends_with(is_word) {
            continue;
        }
        if let Some(suffix) = ordinal_suffix(&text[start..end], &text[end..]) {
            raised.push(end - suffix.len()..end);
        }
    }
    if !raised.is_empty() {
        let spans = protected::spans(text);
        raised.retain(|letters| {
            let next = spans.partition_point(|span| span.end <= letters.start);
            spans.get(next).is_none_or(|span| letters.end <= span.start)
        });
    }
    raised
}

/// How many ordinals a typed text may have, right or not: at least as many as [`raised_letters`] finds in it once it is corrected.
/// For who weighs a text before it is.
pub(crate) fn ordinals_typed(text: &str) -> usize {
    const SUFFIXES: [&str; 9] = ["er", "re", "è", "È", "ER", "eme", "ere", "iè", "ie"];
    let heads = text.match_indices(is_head);
    let may_be = heads.filter(|(at, head)| {
        let after = &text[at + head.len()..];
        let suffix = after.trim_start_matches(|sign: char| sign.is_whitespace());
        let is_alone = |rest: &str| !rest.starts_with(is_word);
        let is_short = ["e", "es", "nd", "nde", "nds", "ndes"].iter();
        let mut is_short = is_short.filter_map(|short| after.strip_prefix(short));
        is_short.any(is_alone) || SUFFIXES.iter().any(|one| suffix.starts_with(one))
    });
    may_be.count()
}

fn is_head(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, 'I' | 'V' | 'X')
}
