//! Apostrophes (APO-R1) and ellipses (APO-R2).

use super::draft::Edits;
use super::signs::{after, before, is_letter, is_word, places};

/// APO-R1: `'` between a letter and a letter, a digit or an opening quotation mark becomes `’`. After a digit it stays,
/// for minutes and feet.
pub(super) fn apostrophes(text: &str, edits: &mut Edits) {
    for (at, _) in places(text, |byte| byte == b'\'') {
        let follows = after(text, at + 1);
        let elides = follows.is_some_and(|sign| is_word(sign) || matches!(sign, '«' | '“'));
        if elides && before(text, at).is_some_and(is_letter) {
            edits.replace(at..at + 1, "’");
        }
    }
}

/// APO-R2: `...` becomes `…`; `etc...` and `etc…` become `etc.`, which says it all.
pub(super) fn ellipses(text: &str, edits: &mut Edits) {
    let mut done = 0;
    while let Some(found) = text[done..].find(['.', '…']) {
        let start = done + found;
        let rest = &text[start..];
        let dots = rest.len() - rest.trim_start_matches('.').len();
        let end = start + if dots > 0 { dots } else { '…'.len_utf8() };
        done = end;
        if !matches!(dots, 0 | 3) {
            continue;
        }
        let more = dots == 0 && text[end..].starts_with('.') || text[end..].starts_with('…');
        if !more && ends_with_etc(&text[..start]) {
            edits.replace(start..end, ".");
        } else if dots == 3 {
            edits.replace(start..end, "…");
        }
    }
}

fn ends_with_etc(text: &str) -> bool {
    ["etc", "Etc", "ETC"].iter().any(|etc| {
        let start = text.strip_suffix(etc);
        start.is_some_and(|start| !start.ends_with(is_word))
    })
}
