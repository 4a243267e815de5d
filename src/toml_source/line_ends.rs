//! Signs that other programs end lines with, and TOML does not: without them all that follows would stand on one line.

use toml::de::Error;

use super::line::block_of_line;
use super::messages::{Said, said};
use super::quotes::begins_with_key;
use super::unclosed::length_of_text;
use crate::diagnostic::{Diagnostic, Span};
use crate::toml_source::TomlFault;

/// The line and paragraph separators of Unicode, the line ends of Word and of old printers, and the next line of old mainframes.
const OTHERS: [char; 5] = ['\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'];

/// Where such signs stand for line ends: outside of texts and brackets, if a key or a block follows one of them on its line.
pub(super) fn others(text: &str) -> Vec<Span> {
    if !text.contains(OTHERS) {
        return Vec::new();
    }
    let mut places: Vec<Span> = Vec::new();
    let mut is_one = false;
    let (mut depth, mut is_comment) = (0_usize, false);
    let mut offset = 0;
    while let Some(sign) = text[offset..].chars().next() {
        let tail = &text[offset..];
        let length = match sign {
            '"' | '\'' if !is_comment => length_of_text(tail, sign).max(1),
            _ => sign.len_utf8(),
        };
        match sign {
            '#' => is_comment = true,
            '\n' => is_comment = false,
            '[' | '{' if !is_comment => depth += 1,
            ']' | '}' if !is_comment => depth = depth.saturating_sub(1),
            _ if OTHERS.contains(&sign) && (depth == 0 || is_comment) => {
                let begins_line = begins_line(&tail[length..]);
                if begins_line || !is_comment {
                    places.push(offset..offset + length);
                    is_one |= begins_line;
                    is_comment = false;
                }
            }
            _ => {}
        }
        offset += length;
    }
    match is_one {
        true => places,
        false => Vec::new(),
    }
}

/// Whether a key or a block begins there, after other such signs at most.
fn begins_line(tail: &str) -> bool {
    let typed = tail.trim_start_matches(|sign| OTHERS.contains(&sign) || sign == ' ');
    let line = typed.split(OTHERS).next().unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    begins_with_key(line) || block_of_line(line).is_some()
}

/// The text with line ends in their places, byte for byte.
pub(super) fn made_plain(text: &str, places: &[Span]) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut copied = 0;
    for place in places {
        plain.push_str(&text[copied..place.start]);
        plain.push('\n');
        plain.extend(std::iter::repeat_n(' ', place.len() - 1));
        copied = place.end;
    }
    plain.push_str(&text[copied..]);
    plain
}

/// The one fault that tells all of them.
pub(super) fn explain(text: &str, places: &[Span]) -> Option<Diagnostic> {
    let (first, last) = (places.first()?, places.last()?);
    let sign = text[first.clone()].chars().next()?;
    let title = format!(
        "ce signe sépare des lignes sans être une fin de ligne (U+{:04X})",
        u32::from(sign)
    );
    let fault = Diagnostic::new(TomlFault::LineEnds, title);
    let fault = places
        .iter()
        .fold(fault, |fault, place| fault.at(place.clone(), ""));
    let mut plain = String::new();
    let mut copied = first.start;
    for place in places {
        plain.push_str(&text[copied..place.start]);
        plain.push('\n');
        copied = place.end;
    }
    Some(
        fault
            .help("mettez à sa place un passage à la ligne, avec la touche Entrée")
            .proposal(first.start..last.end, plain),
    )
}

/// A line end that only the parser knows of, if it stumbled over one.
pub(super) fn unreadable(errors: &[Error]) -> Option<Diagnostic> {
    let error = errors.iter().find(|error| said(error) == Said::LineEnd)?;
    let fault = Diagnostic::new(
        TomlFault::LineEnds,
        "une fin de ligne de ce fichier n’est pas lisible",
    );
    Some(
        fault
            .at(error.span().unwrap_or_default(), "")
            .help("enregistrez le fichier avec les fins de ligne de Windows (CRLF) ou d’Unix (LF)"),
    )
}
