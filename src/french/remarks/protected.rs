//! The parts of a text that no remark may touch: addresses, file names and paths, UN symbols, code.
//!
//! More is protected here than the free-text pass protects (`francais.md`, section 0): a remark lost does no harm.

use std::ops::Range;

use super::spacing::DOMAINS;
use crate::french::typography::is_file_extension;

/// The protected ranges, in order, none touching another.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    for run in text.split_inclusive(char::is_whitespace) {
        let typed = run.trim_end();
        if is_protected(typed) {
            spans.push(start..start + typed.len());
        }
        start += run.len();
    }
    let mut marks = text.match_indices('`').map(|(at, _)| at);
    while let (Some(open), Some(close)) = (marks.next(), marks.next()) {
        spans.push(open..close + 1);
    }
    spans.sort_by_key(|span| span.start);
    spans.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
    spans
}

/// Whether a range shares a byte with one of the ranges that [`spans`] found.
pub(super) fn touches(spans: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = spans.partition_point(|span| span.end <= range.start);
    spans.get(next).is_some_and(|span| span.start < range.end)
}

/// Whether a run without spaces is or holds an address, a file name, a part of a path or a symbol.
fn is_protected(run: &str) -> bool {
    // Each of them has one of these signs, and few words do.
    if !run.bytes().any(|byte| b":.@_/\\".contains(&byte)) {
        return false;
    }
    let lower = run.to_lowercase();
    let url = ["http:", "https:", "mailto:", "www."]
        .iter()
        .any(|start| lower.contains(start));
    let core = run.trim_matches(|letter: char| !letter.is_alphanumeric());
    let mail = core.contains('@');
    let file = lower
        .trim_end_matches(|letter: char| !letter.is_alphanumeric())
        .rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && is_file_extension(end));
    let host = core.split('/').next().unwrap_or_default();
    let site = host.rsplit_once('.').is_some_and(|(name, end)| {
        name.ends_with(char::is_alphanumeric) && DOMAINS.contains(&end.to_lowercase().as_str())
    });
    url || site || mail || file || core.contains('_') || is_symbol(core) || is_path(run)
}

/// `C:\oeuvre`, `Documents\Mme.`, `D:/oeuvre`, `../oeuvre`, `archives/oeuvre/Etat`. The bar before a mark is that of Markdown, and one
/// oblique bar stands between two words as well.
fn is_path(run: &str) -> bool {
    let begins_name = |rest: &str| rest.starts_with(char::is_alphanumeric);
    let mut bars = run.match_indices('\\');
    if bars.any(|(at, _)| begins_name(&run[at + 1..])) {
        return true;
    }
    let typed = run.trim_start_matches(['(', '[', '«', '"', '\'', '*', '\u{a0}', '\u{202f}']);
    let typed = match typed.split_once(':') {
        Some((drive, rest)) if drive.len() == 1 => rest,
        _ => typed,
    };
    let typed = typed.trim_start_matches(['.', '~']);
    let is_rooted = typed.strip_prefix('/').is_some_and(begins_name);
    let words = typed.split('/');
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    is_rooted || words.count() > 2
}

/// `A/RES/46/182`, `S/2017/271`: capitals and digits with a slash and a digit.
fn is_symbol(core: &str) -> bool {
    core.contains('/')
        && core.contains(|letter: char| letter.is_ascii_digit())
        && core.contains(char::is_uppercase)
        && !core.contains(char::is_lowercase)
}
