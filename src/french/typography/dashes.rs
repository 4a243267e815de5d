//! Dashes between spaces (APO-R3).

use std::ops::Range;

use super::draft::Edits;
use super::signs::{
    after, before, is_closing, is_line_end, is_opening, is_space, is_word, spaces_after,
    spaces_before,
};

/// APO-R3: a hyphen or dash between spaces becomes a dash, bound by a no-break space so that no line begins with it,
/// unless it opens an incise or an item.
pub(super) fn dashes(text: &str, edits: &mut Edits) {
    let mut clause = Vec::new();
    for (at, sign) in text.match_indices(['-', '–', '.', '!', '?', '…', ';', ':']) {
        let end = at + sign.len();
        match sign {
            "-" | "–" => {
                let Some(dash) = Dash::around(text, at..end) else {
                    continue;
                };
                if dash.opens_item {
                    edits.replace(dash.range, " –\u{a0}");
                } else {
                    clause.push(dash.range);
                }
            }
            _ if ends_clause(text, at, end) => bind(&mut clause, edits),
            _ => {}
        }
    }
    bind(&mut clause, edits);
    // An item's dash may stand between those of a clause: after `M.`, which ends none.
    edits.sort();
}

/// The dashes of a clause: an incise if there are two, else so many breaks.
fn bind(clause: &mut Vec<Range<usize>>, edits: &mut Edits) {
    let incise = clause.len() == 2;
    for (index, dash) in clause.drain(..).enumerate() {
        let opens = incise && index == 0;
        edits.replace(dash, if opens { " –\u{a0}" } else { "\u{a0}– " });
    }
}

/// A dash that the rule changes, with the spaces beside it.
struct Dash {
    range: Range<usize>,
    opens_item: bool,
}

impl Dash {
    fn around(text: &str, sign: Range<usize>) -> Option<Self> {
        let range = spaces_before(text, sign.start)..spaces_after(text, sign.end);
        let beside = [range.start..sign.start, sign.end..range.end];
        let spaced = beside
            .iter()
            .all(|gap| !gap.is_empty() && !text[gap.clone()].contains(is_line_end));
        let previous = before(text, range.start)?;
        let stays = is_opening(previous)
            || after(text, range.end).is_some_and(|next| {
                is_closing(next)
                    || is_dash(next)
                    || matches!(next, ',' | '.' | '…' | ';' | ':' | '!' | '?')
            });
        (spaced && !stays).then_some(Self {
            range,
            opens_item: matches!(previous, '.' | '!' | '?' | '…' | ';' | ':'),
        })
    }
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether the mark ends a clause: something must end there, and not an abbreviation.
fn ends_clause(text: &str, at: usize, end: usize) -> bool {
    let ends = after(text, end).is_none_or(|sign| is_space(sign) || is_closing(sign));
    ends && !(text[at..end] == *"." && ends_with_abbreviation(&text[..at]))
}

/// Whether the text ends with an abbreviation whose period ends no sentence.
pub(super) fn ends_with_abbreviation(text: &str) -> bool {
    ["M", "MM", "Mr", "Dr", "Pr", "p", "pp", "art"]
        .iter()
        .any(|abbreviation| {
            let start = text.strip_suffix(abbreviation);
            start.is_some_and(|start| !start.ends_with(is_word))
        })
}
