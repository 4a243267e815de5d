//! Lines that the parser makes nothing of, and with which it loses those after them.

use std::borrow::Cow;

use toml::de::{DeTable, Error};

use super::WRITTEN_BY_HAND;
use super::line::Line;
use super::messages::{Said, said};
use super::syntax::MOST_LOOKED_AT;

/// The text with the lines that are no expression at all made blank, and the errors they gave. For such a line the parser
/// loses the lines after it too. `errors` are those of the text as it is, mostly none.
pub(super) fn without_lost_lines<'a>(
    text: &'a str,
    errors: &[Error],
) -> (Cow<'a, str>, Vec<Error>) {
    const MOST_ROUNDS: usize = 20;
    let mut text = Cow::Borrowed(text);
    let mut lost = Vec::new();
    let mut errors = errors.to_vec();
    for _ in 0..MOST_ROUNDS {
        if text.len() > WRITTEN_BY_HAND {
            break;
        }
        errors.truncate(MOST_LOOKED_AT);
        errors.retain(|error| is_line_lost(&text, error));
        if errors.is_empty() {
            break;
        }
        let mut blanked = text.into_owned();
        errors.sort_by_key(|error| error.span().unwrap_or_default().start);
        let mut count = 0;
        for error in &errors {
            count += 1;
            let start = error.span().unwrap_or_default().start;
            let line = Line::around(&blanked, start);
            let (blank, goes_on) = (blank_of(&line), opener(line.text).is_some());
            let span = line.span;
            blanked.replace_range(span, &blank);
            if goes_on {
                // The lines after are parts of it, and no lines of their own any more.
                break;
            }
        }
        errors.truncate(count);
        lost.append(&mut errors);
        (_, errors) = DeTable::parse_recoverable(&blanked);
        text = Cow::Owned(blanked);
    }
    (text, lost)
}

/// Whether the parser made nothing of the line, and nothing of the lines after that belong to it.
fn is_line_lost(text: &str, error: &Error) -> bool {
    match said(error) {
        Said::NoEquals => true,
        Said::Key => {
            let line = Line::around(text, error.span().unwrap_or_default().start);
            !line.is_header() && opener(line.text).is_some()
        }
        _ => false,
    }
}

/// Where, at the end of a line, a list or a group opens whose parts stand on the lines after.
fn opener(line: &str) -> Option<usize> {
    let typed = line.trim_end();
    let opens = typed.ends_with(['[', '{']) && !typed.trim_start().starts_with(['[', '{']);
    opens.then(|| typed.len() - 1)
}

/// What is read instead of a lost line, as long as it: nothing, or a key of our own where its value goes on.
fn blank_of(line: &Line<'_>) -> String {
    let length = line.span.len();
    match opener(line.text).filter(|opener| *opener >= 2) {
        Some(opener) => {
            let key = format!("{:x}", line.span.start);
            let key = &key[key.len().saturating_sub(opener - 1)..];
            let head = format!(
                "{key:<width$}={}",
                &line.text[opener..=opener],
                width = opener - 1
            );
            format!("{head:<length$}")
        }
        None => " ".repeat(length),
    }
}
