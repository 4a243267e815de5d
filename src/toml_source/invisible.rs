//! Spaces that look like the one of the space bar, and signs that no eye sees, between the words of a file: pasted from
//! elsewhere, or typed with a finger still on `AltGr`. Inside texts and comments they are as good as any other sign.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::de::Error;

use super::line::Line;
use super::line_ends;
use super::typed::WORD_LINE_END;
use super::unclosed::length_of_text;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::french::folding::is_invisible;
use crate::toml_source::TomlFault;

/// At most 1 000 places are kept; nobody reads more.
const MOST_KEPT: usize = 1000;

/// The text as the parser is to see it, byte for byte, and where what nobody sees stood; see [`blank`]. Signs that stand for line ends
/// become such.
pub(super) fn made_blank(text: &str) -> (Cow<'_, str>, Vec<Span>) {
    let line_ends = line_ends::others(text);
    if line_ends.is_empty() {
        return blank(text);
    }
    let plain = line_ends::made_plain(text, &line_ends);
    let (seen, places) = blank(&plain);
    (Cow::Owned(seen.into_owned()), places)
}

/// The text with these signs made blank, byte for byte, so that the rest of their lines can be read; and where they stood. Word's
/// line ends within a paragraph (U+000B), which TOML does not know, become its own where a text may have several lines.
fn blank(text: &str) -> (Cow<'_, str>, Vec<Span>) {
    let mut clean = String::new();
    let mut places: Vec<Span> = Vec::new();
    // A mark at the very beginning says that the file is in UTF-8; a second one says nothing.
    let mut offset = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut copied = 0;
    let has_word_line_ends = text.contains(WORD_LINE_END);
    let needs_a_look = |byte: u8| matches!(byte, b'"' | b'\'' | b'#') || !byte.is_ascii();
    while let Some(passed) = text[offset..].bytes().position(needs_a_look) {
        offset += passed;
        let sign = text[offset..].chars().next().unwrap_or_default();
        let tail = &text[offset..];
        let length = match sign {
            '"' | '\'' => length_of_text(tail, sign),
            '#' => tail.find('\n').unwrap_or(tail.len()),
            _ => sign.len_utf8(),
        };
        if has_word_line_ends
            && matches!(sign, '"' | '\'')
            && tail[..length].contains(WORD_LINE_END)
        {
            let has_several_lines = tail.starts_with("\"\"\"") || tail.starts_with("'''");
            let line_end = if has_several_lines { "\n" } else { " " };
            clean.push_str(&text[copied..offset]);
            clean.push_str(&tail[..length].replace(WORD_LINE_END, line_end));
            copied = offset + length;
        }
        if is_unseen(sign) {
            clean.push_str(&text[copied..offset]);
            clean.push_str(&" ".repeat(length));
            copied = offset + length;
            if let Some(last) = places.last_mut()
                && last.end == offset
            {
                last.end = copied;
            } else if places.len() < MOST_KEPT {
                places.push(offset..copied);
            }
        }
        offset += length;
    }
    if copied == 0 {
        return (Cow::Borrowed(text), places);
    }
    clean.push_str(&text[copied..]);
    (Cow::Owned(clean), places)
}

fn is_unseen(sign: char) -> bool {
    !sign.is_ascii() && is_space(sign)
}

/// A space, or a sign that no eye sees: blank for the parser and for the reader.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace() || is_invisible(sign)
}

/// The places that a fault names, of whole signs: one that was made blank is as many spaces for the parser as it has bytes.
pub(super) fn on_whole_signs(text: &str, fault: &mut Diagnostic) {
    let corrections = fault.spots.iter_mut().flat_map(|spot| {
        let correction = spot.correction.as_deref_mut();
        [
            Some(&mut spot.span),
            correction.map(|proposal| &mut proposal.span),
        ]
    });
    let proposals = fault
        .proposals
        .iter_mut()
        .map(|proposal| &mut proposal.span);
    for span in corrections.flatten().chain(proposals) {
        while !text.is_char_boundary(span.start) {
            span.start -= 1;
        }
        while !text.is_char_boundary(span.end) && span.end < text.len() {
            span.end += 1;
        }
    }
}

/// One fault a line. A line where the parser stumbles over something else has its fault already.
pub(super) fn explain(source: &Source, places: &[Span], errors: &[Error]) -> Vec<Diagnostic> {
    let starts = errors
        .iter()
        .take(MOST_KEPT)
        .map(|error| error.span().unwrap_or_default().start);
    let stumbled: BTreeSet<usize> = starts
        .map(|start| Line::around(&source.text, start).span.start)
        .collect();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut line = 0..0;
    for place in places {
        let is_first = place.start >= line.end;
        if is_first {
            line = Line::around(&source.text, place.start).span;
        }
        if stumbled.contains(&line.start) {
            continue;
        }
        match faults.pop() {
            Some(last) if !is_first => faults.push(last.at(place.clone(), "")),
            last => faults.extend(last.into_iter().chain([fault(source, place)])),
        }
    }
    faults
}

fn fault(source: &Source, place: &Span) -> Diagnostic {
    let is_space = source.text[place.clone()].trim().is_empty();
    let (kind, title, help) = if is_space {
        (
            TomlFault::OddSpace,
            "cette espace n’est pas celle de la barre d’espace",
            "effacez ce qui est marqué et retapez-le ; l’espace insécable n’est permise qu’entre guillemets",
        )
    } else {
        (
            TomlFault::InvisibleSign,
            "il y a ici un signe invisible",
            "effacez ce passage et retapez-le ; un tel signe vient souvent d’un texte collé",
        )
    };
    let instead = if is_space { " " } else { "" };
    Diagnostic::new(kind, title)
        .at(place.clone(), "")
        .help(help)
        .proposal(place.clone(), instead)
}
