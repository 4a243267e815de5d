//! The mark of a paragraph, `[interne]` or `[membres]`.

use crate::french::folding::is_invisible;
use crate::record::raw::Edition;

/// A mark has at most 40 bytes within its brackets, spaces and signs that nobody sees included.
const LONGEST: usize = 40;

/// A mark at the beginning of that text, with its length. A link is none: `[interne](https://…)`.
pub(in crate::record) fn mark(text: &str) -> Option<(Edition, usize)> {
    let inside = text.strip_prefix('[')?;
    let end = inside.bytes().take(LONGEST).position(|byte| byte == b']')?;
    let (word, after) = (&inside[..end], &inside[end + 1..]);
    if after.starts_with('(') {
        return None;
    }
    // What Word or a page adds within a word, and nobody sees.
    let seen: String = word.chars().filter(|sign| !is_invisible(*sign)).collect();
    let edition = match seen.trim().to_lowercase().as_str() {
        "interne" | "internes" => Edition::Internal,
        "membre" | "membres" => Edition::Members,
        _ => return None,
    };
    Some((edition, word.len() + 2))
}
