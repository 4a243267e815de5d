//! Where what was never closed was meant to end: before the next line that begins something else.

use toml::de::DeTable;

use super::line::{CURLY, Line, is_word};
use super::quotes::begins_with_key;
use super::unclosed::{begins_a_text, length_of_text};
use crate::diagnostic::{Diagnostic, Proposal};
use crate::toml_source::TomlFault;

/// At most 500 lines are looked through for an end.
const MOST_LINES: usize = 500;

/// The bracket or brace that closes what was opened there, where that leaves nothing open at that place.
pub(super) fn of_bracket(text: &str, opening: usize) -> Option<Proposal> {
    let is_list = text[opening..].starts_with('[');
    let close = if is_list { ']' } else { '}' };
    let end = last_line_of(text, opening, is_list);
    let line = Line::around(text, end);
    let (typed, comment) = without_comment(line.text);
    let has_comment = !comment.is_empty();
    let at = line.span.start + typed.len();
    let comma = typed.ends_with(',') && !is_list;
    let bare = typed.trim_end_matches([',', ' ']);
    let last = line.span.start + bare.len();
    let is_closed = bare.ends_with([')', '}', ']']) && last > opening + 1;
    let wrong = other_close(text, opening).or_else(|| is_closed.then(|| last - 1));
    let whole = wrong.map(|wrong| Proposal {
        span: wrong..wrong + 1,
        replacement: close.to_string(),
    });
    let added = Proposal {
        span: at..at,
        replacement: format!(" {close}"),
    };
    // `{ nom = "…",` in a list: the comma comes after the brace.
    let before_comma = Proposal {
        span: at - 1..at - 1,
        replacement: format!(" {close}"),
    };
    let mut ways = Vec::from_iter(whole);
    if comma && !has_comment {
        ways.push(before_comma);
    }
    ways.push(added);
    let before = DeTable::parse_recoverable(text).1.len();
    let left = ways.into_iter().map(|way| (errors_left(text, &way), way));
    let best = left.min_by_key(|(left, _)| *left);
    best.filter(|(left, _)| *left < before).map(|(_, way)| way)
}

/// `]` or `)` that stands, on its line, where a brace was meant to close a group, or the other way round.
pub(super) fn other_close(text: &str, opening: usize) -> Option<usize> {
    let mut open = Vec::new();
    let mut rest = opening;
    while let Some(sign) = text[rest..].chars().next().filter(|sign| *sign != '\n') {
        match sign {
            '[' => open.push(']'),
            '{' => open.push('}'),
            '(' => open.push(')'),
            '#' => break,
            ']' | '}' | ')' => {
                let is_last = open.len() == 1;
                if open.pop() != Some(sign) {
                    return is_last.then_some(rest);
                }
            }
            _ => {}
        }
        rest += match sign {
            '"' | '\'' => length_of_text(&text[rest..], sign).max(1),
            _ => sign.len_utf8(),
        };
    }
    None
}

/// How many errors the parser sees once the change is made.
fn errors_left(text: &str, way: &Proposal) -> usize {
    let mut changed = text.to_owned();
    changed.replace_range(way.span.clone(), &way.replacement);
    DeTable::parse_recoverable(&changed).1.len()
}

/// The line without the comment at its end, and that comment.
pub(super) fn without_comment(line: &str) -> (&str, &str) {
    let mut rest = 0;
    while let Some(length) = line[rest..].find(['"', '\'', '#']) {
        let start = rest + length;
        let sign = line[start..].chars().next().unwrap_or_default();
        if sign == '#' {
            return (line[..start].trim_end(), &line[start..]);
        }
        rest = start + length_of_text(&line[start..], sign).max(1);
    }
    (line.trim_end(), "")
}

/// An offset in the last line that belongs to what was opened: the one before the next key or block.
fn last_line_of(text: &str, opening: usize, is_list: bool) -> usize {
    let first = Line::around(text, opening);
    let indent = |line: &Line<'_>| line.text.len() - line.text.trim_start().len();
    let opens_lines = text[opening + 1..first.span.start + first.text.len()]
        .split('#')
        .next();
    let is_on_one_line = opens_lines.is_some_and(|rest| !rest.trim().is_empty());
    let mut last = opening;
    let mut start = first.span.end + 1;
    for _ in 0..MOST_LINES {
        if is_on_one_line || start >= text.len() {
            break;
        }
        let line = Line::around(text, start);
        let typed = line.text.trim();
        let is_key = begins_with_key(typed) && (is_list || indent(&line) <= indent(&first));
        let is_block = typed.starts_with('[')
            && typed.ends_with(']')
            && is_word(typed.trim_matches(['[', ']', ' ']));
        if is_key || is_block || (typed.is_empty() && !is_list) {
            break;
        }
        if !typed.is_empty() && !typed.starts_with('#') {
            last = line.span.start + line.text.trim_end().len();
        }
        start = line.span.end + 1;
    }
    last
}

/// The quotes that close a text of several lines, before the next key or block.
pub(super) fn of_text(text: &str, opening: usize, quotes: &str) -> Option<Proposal> {
    let first = Line::around(text, opening);
    let mut last = first.span.start..first.span.start + first.text.trim_end().len();
    let mut start = first.span.end + 1;
    for _ in 0..MOST_LINES {
        if start >= text.len() {
            break;
        }
        let line = Line::around(text, start);
        let typed = line.text.trim();
        let is_block = typed.starts_with('[')
            && typed.ends_with(']')
            && is_word(typed.trim_matches(['[', ']', ' ']));
        if is_block || begins_with_key(typed) || begins_a_text(typed) {
            break;
        }
        if !typed.is_empty() {
            let start = line.span.start + line.text.len() - line.text.trim_start().len();
            last = start..start + typed.len();
        }
        start = line.span.end + 1;
    }
    let typed = &text[last.clone()];
    let is_half_closed = last.start > opening
        && typed
            .chars()
            .all(|sign| CURLY.contains(&sign) || sign == '"' || sign == '\'');
    if is_half_closed {
        return Some(Proposal {
            span: last,
            replacement: quotes.to_owned(),
        });
    }
    let replacement = match last.start <= opening {
        true => quotes.to_owned(),
        false => format!("{}{quotes}", first.line_end()),
    };
    Some(Proposal {
        span: last.end..last.end,
        replacement,
    })
}

/// `discussion = ""` above lines of text and `"""`: the closing quotes seem to open, since those that open are others.
pub(super) fn opened_by_others(text: &str, closing: usize, quotes: &str) -> Option<Diagnostic> {
    let line = Line::around(text, closing);
    if line.text.trim() != quotes {
        return None;
    }
    let mut end = line.span.start.checked_sub(1)?;
    let (mut has_lines, mut is_parted) = (false, false);
    for _ in 0..MOST_LINES {
        let line = Line::around(text, end);
        let value = line
            .text
            .split_once('=')
            .map(|(key, value)| (key.trim(), value.trim()));
        if let Some((key, value)) = value.filter(|(key, _)| is_word(key)) {
            let is_quotes = value
                .chars()
                .all(|sign| CURLY.contains(&sign) || sign == '"' || sign == '\'');
            let is_text = is_bare(value);
            if !is_parted && (is_text || (value.is_empty() && has_lines)) {
                if is_text && stands_in_text(text, line.span.start) {
                    return None;
                }
                return never_opened(&line, (key, value), quotes);
            }
            if value.is_empty() || !is_quotes || value == quotes {
                return None;
            }
            let start = line.span.start + line.text.rfind(value)?;
            let place = start..start + value.len();
            let kind = match value.contains(CURLY) {
                true => TomlFault::CurlyQuotes,
                false => TomlFault::SwallowingText,
            };
            let title = "un texte de plusieurs lignes s’ouvre par trois guillemets droits";
            return Some(
                Diagnostic::new(kind, title)
                    .at(place.clone(), "")
                    .help(format!("écrivez {key} = {quotes}"))
                    .proposal(place, quotes),
            );
        }
        has_lines |= !line.text.trim().is_empty();
        is_parted |= line.is_header() || line.text.contains(quotes);
        end = line.span.start.checked_sub(1)?;
    }
    None
}

/// Whether a line like `Lieu = Gao` may be of a text that a line above it was to open: `discussion =`, or `discussion = Trois`.
fn stands_in_text(text: &str, start: usize) -> bool {
    for line in text[..start].lines().rev().take(MOST_LINES) {
        let (typed, _) = without_comment(line);
        if typed.trim_start().starts_with('[') {
            return false;
        }
        let Some((_, value)) = typed.split_once('=').filter(|(key, _)| is_word(key.trim())) else {
            continue;
        };
        let value = value.trim();
        if value.is_empty() || (is_bare(value) && !["true", "false"].contains(&value)) {
            return true;
        }
        let is_said = value.starts_with(|sign: char| sign.is_ascii_digit()) && value.contains(' ');
        if !is_said {
            return false;
        }
    }
    false
}

/// Words that no quotes make a text of.
fn is_bare(value: &str) -> bool {
    value.starts_with(char::is_alphabetic) && !value.contains('"')
}

/// `discussion =` or `discussion = Trois`, above lines of text and `"""`: what opens the text was forgotten.
fn never_opened(line: &Line<'_>, (key, value): (&str, &str), quotes: &str) -> Option<Diagnostic> {
    let (at, opening) = match value.is_empty() {
        true => (line.text.trim_end().len(), format!(" {quotes}")),
        false => (line.text.rfind(value)?, quotes.to_owned()),
    };
    let at = line.span.start + at;
    let title = "il manque les guillemets qui ouvrent ce texte";
    Some(
        Diagnostic::new(TomlFault::MissingOpeningQuote, title)
            .at(line.trimmed_span(), "")
            .help(format!("écrivez {key} = {quotes}"))
            .proposal(at..at, opening),
    )
}
