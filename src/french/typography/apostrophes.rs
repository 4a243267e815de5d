//! Apostrophes (APO-R1) and ellipses (APO-R2).

use super::draft::Edits;
use super::signs::{SPAN, after, before, is_letter, is_word, places};

/// APO-R1: `'` between a letter and a letter, a digit or an opening quotation mark becomes `’`. After a digit it stays,
/// for minutes and feet. A backquote, an acute accent or U+02BC between two letters is one typed amiss (SUP-R6).
pub(super) fn apostrophes(text: &str, edits: &mut Edits) {
    let is_first = |byte| matches!(byte, b'\'' | b'`' | 0xC2 | 0xCA);
    for (at, byte) in places(text, is_first) {
        let Some(sign) = after(text, at) else {
            continue;
        };
        let end = at + sign.len_utf8();
        let (before, follows) = (before(text, at), after(text, end));
        let elides = match (byte, sign) {
            (b'\'', _) => {
                before.is_some_and(is_letter)
                    && follows.is_some_and(|sign| is_word(sign) || matches!(sign, '«' | '“'))
            }
            // A protected span might go on over the apostrophe: it counts as no letter here.
            (_, '`' | '´' | '\u{2bc}') => [before, follows]
                .into_iter()
                .all(|beside| beside.is_some_and(|sign| is_letter(sign) && sign != SPAN)),
            _ => false,
        };
        if elides {
            edits.replace(at..end, "’");
        }
    }
}

/// APO-R2: `...` becomes `…`; `etc...`, `etc....` and `etc…` become `etc.`, which says it all.
pub(super) fn ellipses(text: &str, edits: &mut Edits) {
    let mut done = 0;
    while let Some(found) = text[done..].find(['.', '…']) {
        let start = done + found;
        let rest = &text[start..];
        let dots = rest.len() - rest.trim_start_matches('.').len();
        let end = start + if dots > 0 { dots } else { '…'.len_utf8() };
        done = end;
        if matches!(dots, 1 | 2) {
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
