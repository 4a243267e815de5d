//! Dashes between spaces (APO-R3, SUP-R4, SUP-R5).

use std::ops::Range;

use super::draft::Edits;
use super::signs::{
    after, before, is_closing, is_line_end, is_opening, is_space, is_word, spaces_after,
    spaces_before, word_before,
};
use crate::french::dates::{is_full_month, month_number};

/// APO-R3: a hyphen or dash between spaces becomes a dash, bound by a no-break space so that no line begins with it,
/// unless it opens an incise or an item.
pub(super) fn dashes(text: &str, edits: &mut Edits) {
    let mut clauses = Clauses::default();
    for (at, sign) in text.match_indices(SIGNS) {
        let end = at + sign.len();
        match sign {
            "-" if is_minus(text, at..end) => {
                edits.replace(end..spaces_after(text, end), "\u{a0}");
            }
            "-" | "–" => {
                let Some(dash) = Dash::around(text, at..end) else {
                    continue;
                };
                match dash.place {
                    Place::OpensItem => edits.replace(dash.range, " –\u{a0}"),
                    Place::Closes if sign == "-" && clauses.innermost.len() != 1 => {}
                    _ => clauses.innermost.push(dash),
                }
            }
            "(" | "[" | "«" | "“" => clauses.open(sign),
            ")" | "]" | "»" | "”" => clauses.close(sign, edits),
            "\"" => bind(&mut clauses.innermost, edits),
            _ if ends_clause(text, at, end) => bind(&mut clauses.innermost, edits),
            _ => {}
        }
    }
    clauses.end(edits);
    // Items, signs and the clauses in brackets stand between the dashes of a clause.
    edits.sort();
}

const SIGNS: [char; 17] = [
    '-', '–', '.', '!', '?', '…', ';', ':', '(', ')', '[', ']', '«', '»', '“', '”', '"',
];

/// The clauses that are open: brackets and quotation marks hold clauses of their own, so that no pair of dashes spans one of
/// them (SUP-R4).
#[derive(Default)]
struct Clauses {
    /// With the mark that closes what stands within.
    outer: Vec<(&'static str, Vec<Dash>)>,
    innermost: Vec<Dash>,
}

impl Clauses {
    fn open(&mut self, mark: &str) {
        let closing = match mark {
            "(" => ")",
            "[" => "]",
            "«" => "»",
            _ => "”",
        };
        let dashes = std::mem::take(&mut self.innermost);
        self.outer.push((closing, dashes));
    }

    /// What closes nothing ends all that is open.
    fn close(&mut self, mark: &str, edits: &mut Edits) {
        if self
            .outer
            .last()
            .is_some_and(|(closing, _)| *closing == mark)
        {
            bind(&mut self.innermost, edits);
            self.innermost = self.outer.pop().map_or_else(Vec::new, |(_, dashes)| dashes);
        } else {
            self.end(edits);
        }
    }

    fn end(&mut self, edits: &mut Edits) {
        for (_, mut dashes) in self.outer.drain(..) {
            bind(&mut dashes, edits);
        }
        bind(&mut self.innermost, edits);
    }
}

/// The dashes of a clause: an incise if there are two, else so many breaks.
fn bind(clause: &mut Vec<Dash>, edits: &mut Edits) {
    let incise = clause.len() == 2;
    for (index, dash) in clause.drain(..).enumerate() {
        let text = match dash.place {
            Place::Closes => "\u{a0}–",
            _ if incise && index == 0 => " –\u{a0}",
            _ => "\u{a0}– ",
        };
        edits.replace(dash.range, text);
    }
}

/// A dash that the rule changes, with the spaces beside it that do.
struct Dash {
    range: Range<usize>,
    place: Place,
}

/// Where a dash stands.
enum Place {
    /// Just after a mark that ends a clause.
    OpensItem,
    /// Just before a comma, a semicolon or a period (SUP-R4).
    Closes,
    Within,
}

impl Dash {
    fn around(text: &str, sign: Range<usize>) -> Option<Self> {
        let gaps = [
            spaces_before(text, sign.start)..sign.start,
            sign.end..spaces_after(text, sign.end),
        ];
        let spaced =
            |gap: &Range<usize>| !gap.is_empty() && !text[gap.clone()].contains(is_line_end);
        let [start, end] = [gaps[0].start, gaps[1].end];
        let previous = before(text, start)?;
        if !spaced(&gaps[0]) || is_opening(previous) {
            return None;
        }
        let opens_item = matches!(previous, '.' | '!' | '?' | '…' | ';' | ':')
            && !(previous == '.' && ends_no_clause(&text[..start - 1]));
        let next = after(text, end);
        if !opens_item && next.is_some_and(|next| closes(text, next, end)) {
            return Some(Self {
                range: start..sign.end,
                place: Place::Closes,
            });
        }
        let stays = next.is_some_and(|next| {
            is_closing(next)
                || is_dash(next)
                || matches!(next, ',' | '.' | '…' | ';' | ':' | '!' | '?')
        });
        (spaced(&gaps[1]) && !stays).then_some(Self {
            range: start..end,
            place: if opens_item {
                Place::OpensItem
            } else {
                Place::Within
            },
        })
    }
}

/// Whether `next`, which stands at `at`, is a mark that a closing dash may stand before: something ends with it.
fn closes(text: &str, next: char, at: usize) -> bool {
    matches!(next, ',' | ';' | '.') && something_ends(text, at + 1)
}

/// Whether no word goes on at `at`: a high mark takes a space of its own later.
fn something_ends(text: &str, at: usize) -> bool {
    after(text, at).is_none_or(|sign| {
        is_space(sign) || is_closing(sign) || matches!(sign, ';' | ':' | '!' | '?')
    })
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// SUP-R5: a hyphen between spaces before a digit, after `de`, `à`, `=`, `+`, a bracket or a number that is no hour, is a minus.
fn is_minus(text: &str, sign: Range<usize>) -> bool {
    let start = spaces_before(text, sign.start);
    let end = spaces_after(text, sign.end);
    let one_line = !text[start..end].contains(is_line_end);
    let digit_follows = text[end..].starts_with(|next: char| next.is_ascii_digit());
    if !one_line || end == sign.end || !digit_follows {
        return false;
    }
    let head = &text[..start];
    if head.ends_with('(') {
        return true;
    }
    let is_preposition = |word: &str| {
        head.strip_suffix(word)
            .is_some_and(|rest| !rest.ends_with(is_word))
    };
    start < sign.start
        && (head.ends_with(['=', '+'])
            || ["de", "à", "De", "À"].into_iter().any(is_preposition)
            || head.ends_with(|last: char| last.is_ascii_digit()) && !ends_with_minutes(head))
}

/// Whether a text ends with the minutes of an hour: `12 h 30`.
fn ends_with_minutes(text: &str) -> bool {
    let bare = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let symbol = spaces_before(bare, bare.len());
    text.len() - bare.len() <= 2
        && text[..symbol].ends_with('h')
        && !word_before(&text[..symbol - 1], symbol - 1)
}

/// Whether the mark ends a clause: something must end there, and not an abbreviation.
fn ends_clause(text: &str, at: usize, end: usize) -> bool {
    something_ends(text, end) && !(text[at..end] == *"." && ends_no_clause(&text[..at]))
}

/// Whether a period after the text ends no clause (SUP-R4): that of an abbreviation, of a month, of `etc.`
fn ends_no_clause(text: &str) -> bool {
    let word = last_word(text);
    let is_short = (3..=6).contains(&word.len());
    ends_with_abbreviation(text)
        || word == "etc"
        || is_short && month_number(word).is_some() && !is_full_month(word)
}

/// Whether the text ends with an abbreviation whose period ends no sentence.
pub(super) fn ends_with_abbreviation(text: &str) -> bool {
    const ABBREVIATIONS: [&str; 22] = [
        "M", "MM", "Mr", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Col", "Gal", "p", "pp", "art", "Art",
        "al", "chap", "Chap", "fig", "Fig", "ann", "Ann", "vol",
    ];
    ABBREVIATIONS.contains(&last_word(text))
}

/// The letters and digits that a text ends with.
fn last_word(text: &str) -> &str {
    // No abbreviation is longer: a long run of letters is not read again for each mark.
    let mut signs = text.char_indices().rev().take(7);
    let start = signs.find(|(_, sign)| !is_word(*sign));
    let start = start.map(|(at, sign)| at + sign.len_utf8());
    &text[start.unwrap_or_else(|| text.char_indices().rev().nth(6).map_or(0, |(at, _)| at))..]
}
