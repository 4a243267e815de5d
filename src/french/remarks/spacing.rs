//! Spaces that are missing, too many, or on the wrong side of a mark (SUP-R10).

use super::context::{Context, has_capital, is_apostrophe, is_capitalised};
use super::{Remark, RemarkKind};
use crate::french::typed_tokens::Kind;

/// Ends of addresses that are typed without their beginning: `Booking.Com`.
pub(super) const DOMAINS: [&str; 8] = ["com", "org", "net", "fr", "ml", "io", "int", "gov"];

/// Words that open a sentence, and end no address: `clos.le suivant`.
pub(super) const SMALL_OPENINGS: [&str; 13] = [
    "le", "les", "un", "une", "des", "il", "elle", "nous", "vous", "on", "ce", "cette", "ces",
];

/// How far back the bracket is looked for that a closing one belongs to.
const LONGEST_BRACKET: usize = 24;

/// A mark that touches what follows, or a bracket that touches what precedes.
pub(super) fn missing(context: &Context<'_>, at: usize) -> Option<Remark> {
    let (before, after) = (at.checked_sub(1)?, at + 1);
    context.tokens.get(after)?;
    if !touches(context, at) {
        return None;
    }
    let mark = context.at(Some(at));
    let (left, right) = (context.at(Some(before)), context.at(Some(after)));
    let proposal = match mark {
        "(" | "«" => format!("{left} {mark}{right}"),
        ";" | ":" | "!" | "?" | "%" => format!("{left} {mark} {right}"),
        _ => format!("{left}{mark} {right}"),
    };
    // `(annexe )et`
    let (start, proposal) = match context.is(Some(before), Kind::Space) {
        true => (at, format!("{mark} {right}")),
        false => (before, proposal),
    };
    Some(Remark {
        range: context.tokens[start].start..context.tokens[after].end(),
        kind: RemarkKind::MissingSpace,
        proposal: Some(proposal),
    })
}

/// Whether the mark at `at`, which stands between two others, touches one of them where a space is due.
fn touches(context: &Context<'_>, at: usize) -> bool {
    let (before, after) = (at - 1, at + 1);
    let (left, right) = (context.at(Some(before)), context.at(Some(after)));
    let is_word = |index| context.is(Some(index), Kind::Word);
    let letters = |word: &str| word.chars().count();
    let closed = [")", "»", "”", "%"].contains(&left);
    match context.at(Some(at)) {
        "," => comma_touches(context, at, closed),
        ";" => {
            let entity = before
                .checked_sub(1)
                .map_or("", |sign| context.at(Some(sign)));
            (is_word(before) && letters(left) > 2 || closed)
                && is_word(after)
                && letters(right) > 2
                && !["&", "#"].contains(&entity)
        }
        ":" => {
            let further = context.at(Some(after + 1));
            is_word(before)
                && letters(left) > 3
                && left.chars().skip(1).all(char::is_lowercase)
                && is_word(after)
                && letters(right) > 2
                && ![":", "/", "\\", "-", "("].contains(&further)
        }
        "!" | "?" => {
            let spaced =
                context.is(Some(before), Kind::Space) && before.checked_sub(1).is_some_and(is_word);
            (is_word(before) && letters(left) > 1 || spaced) && is_word(after) && has_capital(right)
        }
        "%" => {
            let spaced = context.is(Some(before), Kind::Space);
            let number = before.checked_sub(usize::from(spaced));
            context.is(number, Kind::Number) && is_word(after) && letters(right) > 1
        }
        "." => ends_sentence(context, at),
        "…" => is_word(before) && is_word(after) && is_capitalised(right),
        ")" => {
            is_word(after)
                && (letters(right) > 1 || ["a", "à"].contains(&right))
                && is_long_bracket(context, at)
        }
        "»" => is_word(after),
        "(" => is_word(before) && letters(left) > 2 && is_capitalised(right) && letters(right) > 2,
        "«" => is_word(before) && letters(left) > 1,
        _ => false,
    }
}

/// Whether a comma that touches what follows stands between two words, and not within a number or a code.
fn comma_touches(context: &Context<'_>, at: usize, closed: bool) -> bool {
    let (before, after) = (at - 1, at + 1);
    let (left, right) = (context.at(Some(before)), context.at(Some(after)));
    let is_word = |index| context.is(Some(index), Kind::Word);
    let is_number = |index| context.is(Some(index), Kind::Number);
    let letters = |word: &str| word.chars().count();
    let is_small = left.chars().all(char::is_lowercase);
    let further = |index: Option<usize>| index.map_or("", |index| context.at(Some(index)));
    // `participant-e-s,nombreux`
    let ending = further(before.checked_sub(1)) == "-" && is_small;
    let word = is_word(before) && (letters(left) > 1 || ending);
    // `directeur,M. Sow`
    let initial = has_capital(right) && further(Some(after + 1)) == "." && letters(left) > 2;
    let next = is_word(after) && (letters(right) > 1 || ["à", "y"].contains(&right) || initial);
    let counted = is_number(after) && letters(left) > 2 && is_small;
    (word || closed || is_number(before)) && next || word && counted
}

/// Whether a period that touches the next word ends a sentence: `réunion.Le`.
fn ends_sentence(context: &Context<'_>, at: usize) -> bool {
    let (before, after) = (at - 1, at + 1);
    let (left, right) = (context.at(Some(before)), context.at(Some(after)));
    let further = context.tokens.get(after + 1);
    let small = SMALL_OPENINGS.contains(&right)
        && further.is_some_and(|next| next.kind == Kind::Space)
        && left.chars().count() > 2;
    let opens = (small || is_capitalised(right) || ["A", "À", "Y"].contains(&right))
        && context.is(Some(after), Kind::Word)
        && context.at(Some(after + 1)) != "."
        && !DOMAINS.contains(&right.to_lowercase().as_str());
    let ended = match context.tokens[before].kind {
        Kind::Word => {
            let tail = left.chars().rev();
            let small = tail
                .clone()
                .take(2)
                .filter(|sign| sign.is_lowercase())
                .count()
                == 2;
            let acronym = left.chars().count() > 2 && left.chars().all(char::is_uppercase);
            let begins = before
                .checked_sub(1)
                .map_or("", |mark| context.at(Some(mark)));
            (small || acronym)
                && !["Mme", "Mlle", "Mmes", "Mr", "Dr", "Pr"].contains(&left)
                && ![".", "/", "@", "_"].contains(&begins)
        }
        // A number at the start of a line counts an item.
        Kind::Number => {
            let space = before
                .checked_sub(1)
                .map_or("\n", |space| context.at(Some(space)));
            before > 1 && space == " " && left.len() != 1
        }
        // Three periods are one mark: `là...Ils`.
        Kind::Mark if left == "." => before.checked_sub(2).is_some_and(|first| {
            context.at(Some(before - 1)) == "." && context.tokens[first].is_text()
        }),
        Kind::Mark => [")", "»", "”", "%"].contains(&left),
        Kind::Space => false,
    };
    opens && ended
}

/// Whether a bracket holds more than the ending of a word: `(Mali)`, not `élu(e)`.
fn is_long_bracket(context: &Context<'_>, closing: usize) -> bool {
    let start = closing.saturating_sub(LONGEST_BRACKET);
    let within = &context.tokens[start..closing];
    let opening = within.iter().rposition(|token| token.text == "(");
    opening.is_some_and(|opening| {
        let spaced = start + opening == 0 || context.is(Some(start + opening - 1), Kind::Space);
        let length: usize = within[opening + 1..]
            .iter()
            .map(|token| token.text.len())
            .sum();
        spaced && length > 1
    })
}

/// A space that stands before a comma or a period, beside a bracket, behind an apostrophe, or twice.
pub(super) fn needless(context: &Context<'_>, at: usize) -> Option<Remark> {
    let (before, after) = (at.checked_sub(1)?, at + 1);
    if is_in_order(context, at) {
        return None;
    }
    let (left, right) = (context.at(Some(before)), context.at(Some(after)));
    let ends_word = context.tokens[before].is_text() || [")", "»", "”", "%"].contains(&left);
    let remark = |first: usize, last: usize, proposal: String| {
        Some(Remark {
            range: context.tokens[first].start..context.tokens[last].end(),
            kind: RemarkKind::NeedlessSpace,
            proposal: Some(proposal),
        })
    };
    match right {
        "," | "." if ends_word => {
            let next = context.tokens.get(after + 1);
            let ended = next.is_none_or(|next| {
                next.kind == Kind::Space || [")", "»", "”", "\"", ";"].contains(&next.text)
            });
            let word = next.filter(|next| {
                right == "," && next.kind == Kind::Word && next.text.chars().count() > 1
            });
            match word {
                Some(word) => remark(before, after + 1, format!("{left}, {}", word.text)),
                None if ended => remark(before, after, format!("{left}{right}")),
                None => None,
            }
        }
        ")" if context.tokens[before].is_text() => remark(before, after, format!("{left})")),
        _ if left == "(" && context.is(Some(after), Kind::Word) => {
            remark(before, after, format!("({right}"))
        }
        _ if is_apostrophe(left) => {
            let word = before.checked_sub(1)?;
            let follows = context.is(Some(after), Kind::Word) || ["«", "“"].contains(&right);
            (follows && is_elided(context, word)).then(|| {
                remark(
                    word,
                    after,
                    format!("{}{left}{right}", context.at(Some(word))),
                )
            })?
        }
        _ if is_apostrophe(right) && is_elided(context, before) => {
            let word = after + 1;
            let follows = context.is(Some(word), Kind::Word) && left.chars().count() < 3;
            let proposal = format!("{left}{right}{}", context.at(Some(word)));
            follows.then(|| remark(before, word, proposal))?
        }
        // The spaces alone, so that all of them are said at once.
        _ if is_double(context, at) => remark(at, at, " ".to_owned()),
        _ => None,
    }
}

/// Whether a space ends a line, or is the only one between two words: nearly all are.
fn is_in_order(context: &Context<'_>, at: usize) -> bool {
    let space = context.at(Some(at));
    let is_text = |index: usize| {
        let token = context.tokens.get(index);
        token.is_some_and(|token| token.is_text())
    };
    let ends_line = |sign: char| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}');
    space.len() == 1 && is_text(at - 1) && is_text(at + 1) || space.contains(ends_line)
}

/// Whether a word is one that is elided before a vowel, and is typed as one: `l`, `d`, `qu`.
fn is_elided(context: &Context<'_>, at: usize) -> bool {
    const ELIDED: [&str; 14] = [
        "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu",
        "aujourd",
    ];
    let before = at
        .checked_sub(1)
        .map_or(" ", |before| context.at(Some(before)));
    let alone = before.starts_with(char::is_whitespace) || ["(", "«", "“"].contains(&before);
    alone && ELIDED.contains(&context.at(Some(at)).to_lowercase().as_str())
}

/// Whether two or three spaces stand between two words. More set something in columns, and a table does so too.
fn is_double(context: &Context<'_>, at: usize) -> bool {
    let count = context.at(Some(at)).chars().count();
    let before = at - 1;
    let left = context.at(Some(before));
    let ends = context.tokens[before].is_text()
        || left == "." && context.is(before.checked_sub(1), Kind::Word);
    let right = context.at(Some(at + 1));
    let goes_on = context
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is_text())
        || ["(", "«"].contains(&right);
    (2..=3).contains(&count) && ends && goes_on && !is_in_row(context, at)
}

/// Whether a place lies in the row of a table.
fn is_in_row(context: &Context<'_>, at: usize) -> bool {
    let breaks = |text: &str| text.contains('\n');
    let before = context.tokens[..at].iter().rev();
    let after = context.tokens[at + 1..].iter();
    let mut before = before.take_while(|token| !breaks(token.text)).take(200);
    let mut after = after.take_while(|token| !breaks(token.text)).take(200);
    before.any(|token| token.text == "|") || after.any(|token| token.text == "|")
}
