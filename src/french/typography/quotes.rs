//! Quotation marks: straight ones in pairs (GUI-R2), angles typed for guillemets (SUP-R7), and the spaces beside the others (GUI-R1, GUI-R3).

use super::draft::Edits;
use super::signs::{
    after, before, is_letter, is_space, is_word, spaces_after, spaces_before, word_after,
    word_before,
};

/// SUP-R7: `<<` and `>>` around words become guillemets, those within others too.
pub(super) fn angles(text: &str, edits: &mut Edits) {
    let mut openings: Vec<usize> = Vec::new();
    let (mut done, mut last_letter) = (0, None);
    for (at, mark) in text.match_indices(['<', '>']) {
        if at < done {
            continue;
        }
        // What stands within others is not looked through again for each of them.
        let letter = text[done..at].rfind(is_letter).map(|letter| done + letter);
        last_letter = letter.or(last_letter);
        let run = text[at..].len() - text[at..].trim_start_matches(mark).len();
        done = at + run;
        match (run, mark) {
            (2, "<") if !word_before(text, at) => openings.push(at),
            (2, ">") => {
                let Some(start) = openings.pop() else {
                    continue;
                };
                if last_letter > Some(start) && !word_after(text, done) {
                    edits.replace(start..start + 2, "«");
                    edits.replace(at..done, "»");
                }
            }
            _ => openings.clear(),
        }
    }
    edits.sort();
}

/// GUI-R2: straight marks two by two become `«…»`, inside an open `«` they become `“…”`; or all of them stay.
pub(super) fn straight_marks(text: &str, edits: &mut Edits) {
    for mark in pairs(text).unwrap_or_default() {
        let [opening, closing] = if mark.nested {
            ["“", "”"]
        } else {
            ["«", "»"]
        };
        edits.replace(mark.opening..mark.opening + 1, opening);
        edits.replace(mark.closing..mark.closing + 1, closing);
    }
}

/// Whether straight marks stay as they are because they do not go two by two.
pub(super) fn is_odd(text: &str) -> bool {
    pairs(text).is_none()
}

/// Two straight marks that belong together.
struct Pair {
    opening: usize,
    closing: usize,
    /// Whether they stand inside an open `«`.
    nested: bool,
}

/// The pairs of straight marks; none if a single one of them would be doubtful: an odd number, inches, a pair that
/// holds nothing or that crosses a `«` or `»`.
fn pairs(text: &str) -> Option<Vec<Pair>> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut opening: Option<usize> = None;
    // How many « are open, and how many were when the pair began.
    let (mut depth, mut outer) = (0_usize, 0);
    for (at, mark) in text.match_indices(['"', '«', '»']) {
        match (mark, opening) {
            ("«", _) => depth += 1,
            ("»", Some(_)) if depth == outer => return None,
            ("»", _) => depth = depth.saturating_sub(1),
            (_, None) => {
                if before(text, at).is_some_and(is_word) {
                    return None;
                }
                opening = Some(at);
                outer = depth;
            }
            (_, Some(start)) => {
                let empty = text[start + 1..at].chars().all(is_space);
                if empty || depth != outer || after(text, at + 1).is_some_and(is_word) {
                    return None;
                }
                pairs.push(Pair {
                    opening: start,
                    closing: at,
                    nested: depth > 0,
                });
                opening = None;
            }
        }
    }
    opening.is_none().then_some(pairs)
}

/// GUI-R1 and GUI-R3: one no-break space inside guillemets, none inside `“ ”`. Between `“` and `»` the guillemet has its
/// way.
pub(super) fn inner_spaces(text: &str, edits: &mut Edits) {
    let mut done = 0;
    for (at, mark) in text.match_indices(['«', '»', '“', '”']) {
        let end = at + mark.len();
        match mark {
            "«" => {
                let gap = end..spaces_after(text, end);
                if end < text.len() {
                    edits.bind_to_previous(gap.clone(), "\u{a0}");
                }
                done = gap.end;
            }
            "“" => {
                let gap = end..spaces_after(text, end);
                if !text[gap.end..].starts_with('»') {
                    edits.replace(gap.clone(), "");
                    done = gap.end;
                }
            }
            _ => {
                let gap = spaces_before(text, at)..at;
                // What follows an opening mark has been seen to.
                let seen = done == at && done > 0;
                if mark == "»" && !seen && at > 0 {
                    edits.bind_to_next(gap, "\u{a0}");
                } else if mark == "”" && !seen {
                    edits.replace(gap, "");
                }
            }
        }
    }
}
