//! What is proposed for a fault of the syntax is tried before it is said. A change heals where the fault is gone from its place, what was
//! written stumbles over nothing itself, no key has become a part of a text, and nothing swallows the rest of the file: of any other,
//! only the writer knows what was meant.

use super::line::Line;
use super::messages::{Said, said};
use super::unclosed::length_of_text;
use super::{Vocabulary, errors_of, invisible, syntax};
use crate::diagnostic::{Diagnostic, Proposal, Source, Span};

/// A longer text is not read again for each of its faults.
const LONGEST: usize = 256 * 1024;
/// So many changes of a file are tried: nobody makes more at once.
const MOST_TRIED: usize = 20;
/// So many bytes are read again for all changes of a file.
const MOST_READ: usize = 10 * LONGEST;
/// A fault may stand so many lines above the one that the parser stumbles over.
const LINES_BELOW: usize = 3;

/// Drops the changes that do not heal; says how many were tried. `is_total` tells of a fault that hides all others.
pub(super) fn try_all(
    source: &Source,
    faults: &mut [Diagnostic],
    is_total: bool,
    vocabulary: &Vocabulary,
) -> usize {
    if source.text.len() > LONGEST {
        return 0;
    }
    let most = MOST_TRIED.min(MOST_READ / source.text.len().max(1));
    let mut count = 0;
    for fault in faults {
        let changes = fault.proposals.len() + fault.corrections().count();
        if count + changes > most {
            break;
        }
        count += changes;
        let tried = fault.clone();
        fault.keep_changes(&|change| heals(source, &tried, change, is_total, vocabulary));
    }
    count
}

/// Whether the change heals the fault.
fn heals(
    source: &Source,
    fault: &Diagnostic,
    change: &Proposal,
    was_total: bool,
    vocabulary: &Vocabulary,
) -> bool {
    let Some(typed) = source.text.get(change.span.clone()) else {
        // It names a part of a sign that was made blank, and is set right later.
        return true;
    };
    let mut text = source.text.clone();
    text.replace_range(change.span.clone(), &change.replacement);
    let end = change.span.start + change.replacement.len();
    let keys = |text: &str, span: Span| keys_in(&text[lines_around(text, span)]);
    if keys(&text, change.span.start..end) < keys(&source.text, change.span.clone()) {
        return false;
    }
    let place = fault.spots.first().map(|spot| spot.span.start);
    let first = place.map_or(change.span.start, |place| place.min(change.span.start));
    let (left, is_total) = left_near(source, text, first..end, was_total, vocabulary);
    let (written, is_added) = what_differs(typed, &change.replacement, change.span.start);
    let is_left = |other: &Diagnostic| {
        let at = other.spots.first().map(|spot| spot.span.start);
        let is_same = other.code == fault.code && at == place;
        // What is only added must not be stumbled over right after it either.
        let is_in = |at: usize| written.contains(&at) || (is_added && at == written.end);
        is_same || at.is_some_and(is_in)
    };
    (was_total || !is_total) && !left.iter().any(is_left)
}

/// The faults left in the changed text, on the lines that matter, and whether one of them hides all others.
fn left_near(
    source: &Source,
    text: String,
    near: Span,
    was_total: bool,
    vocabulary: &Vocabulary,
) -> (Vec<Diagnostic>, bool) {
    let changed = Source {
        name: source.name.clone(),
        text,
    };
    let (seen, _) = invisible::made_blank(&changed.text);
    let mut errors = errors_of(&seen);
    if !was_total && !errors.iter().any(|error| hides_others(said(error))) {
        let mut near = lines_around(&changed.text, near);
        for _ in 0..LINES_BELOW {
            near.end = Line::around(&changed.text, near.end + 1).span.end;
        }
        errors.retain(|error| {
            let at = error.span().unwrap_or_default().start;
            near.start <= at && at <= near.end
        });
    }
    let (left, damage) = syntax::found(&changed, &errors, vocabulary);
    (left, damage.is_total)
}

/// Whether the parser has lost its way in the file.
fn hides_others(said: Said) -> bool {
    use Said::{GroupUnclosed, LineEnd, ListUnclosed, TooDeep, TooManyDots};
    matches!(
        said,
        ListUnclosed | GroupUnclosed | TooDeep | TooManyDots | LineEnd
    )
}

/// Where what is new stands once the change is made there, and whether nothing is taken away.
fn what_differs(typed: &str, replacement: &str, start: usize) -> (Span, bool) {
    let is_alike = |(before, after): &(u8, u8)| before == after;
    let ends = typed.bytes().rev().zip(replacement.bytes().rev());
    let tail = ends.take_while(is_alike).count();
    let (typed, new) = (
        &typed.as_bytes()[..typed.len() - tail],
        &replacement.as_bytes()[..replacement.len() - tail],
    );
    let beginnings = typed.iter().copied().zip(new.iter().copied());
    let head = beginnings.take_while(is_alike).count();
    (start + head..start + new.len(), head == typed.len())
}

/// The whole lines around a place.
fn lines_around(text: &str, span: Span) -> Span {
    Line::around(text, span.start).span.start..Line::around(text, span.end).span.end
}

/// How many keys with their values stand there outside of texts.
fn keys_in(text: &str) -> usize {
    let mut count = 0;
    let mut rest = 0;
    while let Some(length) = text[rest..].find(['"', '\'', '=']) {
        let at = rest + length;
        let (before, tail) = text.split_at(at);
        let Some(after) = tail.strip_prefix('=') else {
            let quote = if tail.starts_with('"') { '"' } else { '\'' };
            rest = at + length_of_text(tail, quote).max(1);
            continue;
        };
        let ends_key = |sign: char| sign.is_alphanumeric() || "_-\"'".contains(sign);
        let begins_value = |sign: char| sign.is_ascii_digit() || "\"'[{".contains(sign);
        let is_key =
            before.trim_end().ends_with(ends_key) && after.trim_start().starts_with(begins_value);
        count += usize::from(is_key);
        rest = at + 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_source::TomlFault;

    fn source(text: &str) -> Source {
        Source {
            name: String::new(),
            text: text.to_owned(),
        }
    }

    /// Whether that change of what is typed, once in the text, is still proposed after it was tried.
    fn is_kept(text: &str, typed: &str, replacement: &str) -> bool {
        let start = text.find(typed).unwrap();
        let span = start..start + typed.len();
        let fault = Diagnostic::new(TomlFault::NoEquals, "").at(span.clone(), "");
        let mut faults = [fault.proposal(span, replacement)];
        try_all(&source(text), &mut faults, false, &Vocabulary::NONE);
        !faults[0].proposals.is_empty()
    }

    #[test]
    fn what_leaves_the_fault_is_not_proposed() {
        for (replacement, expected) in [("date = 1", true), ("date 2", false), ("", true)] {
            assert_eq!(
                is_kept("date 1\n", "date 1", replacement),
                expected,
                "{replacement}"
            );
        }
    }

    #[test]
    fn what_brings_another_fault_is_not_proposed() {
        let group = "a = { b = \"c\". d = \"e\" }\n";
        for (text, typed, replacement, expected) in [
            // A sign = without its key.
            ("x = 1\n- [[a]]\n", "- [[a]]", " = [[a]]", false),
            ("x = 1\n- [[a]]\n", "- [[a]]", "[[a]]", true),
            // The key would be a part of the text.
            (group, "\"c\". d = \"e\"", "\"c« . d = »e\"", false),
            (group, ".", ",", true),
            // The comma before another sign.
            ("a = { b = 8; c = 6 }\n", "8;", "8,;", false),
            ("a = { b = 8; c = 6 }\n", "8;", "8,", true),
            // All that follows would be swallowed.
            ("a = b\nc = 1\n", "b", "[ \"b\"", false),
            ("a = b\nc = 1\n", "b", "\"b\"", true),
            // Another slip of the line stays what it is.
            ("a = { b: 1, c: 2 }\n", "b:", "b =", true),
        ] {
            assert_eq!(
                is_kept(text, typed, replacement),
                expected,
                "{text}: {replacement}"
            );
        }
    }

    #[test]
    fn the_trials_of_a_file_are_counted_together() {
        for (lines, expected) in [(1, 1), (10, 10), (200, MOST_TRIED)] {
            let text: String = (0..lines).map(|line| format!("a{line:03} = b\n")).collect();
            let places = text.match_indices('b').map(|(at, _)| at..at + 1);
            let mut faults: Vec<Diagnostic> = places
                .map(|place| {
                    let fault = Diagnostic::new(TomlFault::MissingQuotes, "");
                    fault.at(place.clone(), "").proposal(place, "\"b\"")
                })
                .collect();
            let source = source(&text);
            let tried = try_all(&source, &mut faults, false, &Vocabulary::NONE);
            assert_eq!(tried, expected, "{lines} lines");
            assert!(faults.iter().all(|fault| fault.proposals.len() == 1));
        }
    }

    /// However many other lines have a fault, only what stands near the change is said again.
    #[test]
    fn what_is_far_from_a_change_is_not_looked_at() {
        let text: String = (0..200).map(|line| format!("a{line:03} = b\n")).collect();
        let start = text.find("a100").unwrap();
        let (left, is_total) = left_near(
            &source(&text),
            text.clone(),
            start..start + 1,
            false,
            &Vocabulary::NONE,
        );
        assert_eq!(left.len(), 1 + LINES_BELOW);
        assert!(!is_total);
    }

    #[test]
    fn only_what_differs_is_new() {
        for (typed, replacement, expected) in [
            ("", ",", (3..4, true)),
            (";", ",", (3..4, false)),
            ("- [[a]]", " = [[a]]", (3..5, false)),
            ("8;", "8,;", (4..5, true)),
            ("b c", "", (3..3, false)),
        ] {
            assert_eq!(what_differs(typed, replacement, 3), expected, "{typed}");
        }
    }
}
