//! A block above keys that stand at the top of a file: it takes them for its own, down to the next block.

use super::line::{Line, block_of};
use super::slips::{Slip, SlipKind};
use super::syntax::next_header;
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Source, Span};

/// A block that stands too high.
pub(super) struct TooHigh {
    pub(super) name: String,
    /// Its own lines: the one between brackets, and the keys below it.
    own: Span,
    pub(super) fault: Diagnostic,
}

impl TooHigh {
    /// The text with the block's own lines made blank, so that the keys below are read where they belong.
    pub(super) fn without(&self, text: &str) -> String {
        let blank = |sign: char| match sign {
            '\r' | '\n' => sign.to_string(),
            _ => " ".repeat(sign.len_utf8()),
        };
        let own: String = text[self.own.clone()].chars().map(blank).collect();
        format!("{}{own}{}", &text[..self.own.start], &text[self.own.end..])
    }
}

/// The first block that took at least two keys of the top of the file.
pub(super) fn find(source: &Source, slips: &[Slip], vocabulary: &Vocabulary) -> Option<TooHigh> {
    let text = source.text.as_str();
    let is_of_top = |slip: &&Slip| {
        matches!(slip.kind, SlipKind::UnknownKey { near: None, .. })
            && vocabulary.top_keys.contains(&slip.key.as_str())
            && !Line::around(text, slip.span.start).is_header()
    };
    let mut taken: Vec<&Slip> = slips.iter().filter(is_of_top).collect();
    taken.sort_by_key(|slip| slip.span.start);
    let first = taken.first()?.span.start;
    let name = block_of(text, first).to_owned();
    let header = format!("[{name}]");
    let line = Line::around(text, text[..first].rfind(&header)?);
    let end = next_header(text, Line::around(text, first).span.start);
    taken.retain(|slip| slip.span.start < end);
    if taken.len() < 2 || line.text.trim_start().starts_with("[[") || name.contains('.') {
        return None;
    }
    let own = line.span.start..Line::around(text, first).span.start;
    let title = format!("le bloc {header} prend pour siennes des clés du haut du fichier");
    let fault = Diagnostic::new(TomlFault::BlockTooHigh, title).at(line.header_span(), "");
    let fault = taken
        .iter()
        .fold(fault, |fault, slip| fault.at(slip.span.clone(), ""));
    let below = &text[own.end..end];
    let gap = if below.ends_with('\n') {
        ""
    } else {
        line.line_end()
    };
    let moved = format!("{below}{gap}{}", &text[own.clone()]);
    let fault = fault
        .help(format!(
            "placez {header} et ses lignes plus bas, après toutes les clés du haut du fichier"
        ))
        .proposal(own.start..end, moved);
    Some(TooHigh { name, own, fault })
}
