//! A key or a block that is written twice.

use super::line::{Line, earlier_key};
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Source, Span};

/// A key that the same block has already.
pub(super) fn key_twice(source: &Source, span: &Span) -> Diagnostic {
    let key = source.text.get(span.clone()).unwrap_or_default();
    let fault = Diagnostic::new(
        TomlFault::RepeatedKey,
        format!("`{key}` est écrit deux fois"),
    )
    .at(span.clone(), "la deuxième fois");
    match earlier_key(&source.text, span.start, key) {
        Some(first) => fault.at(first, "la première fois"),
        None => fault,
    }
    .help("gardez l’un des deux")
}

/// Where a line gives a value to that key.
fn key_of_line(text: &str, key: &str) -> Option<Span> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let typed = line.trim_start();
        if typed
            .strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
        {
            let start = start + line.len() - typed.len();
            return Some(start..start + key.len());
        }
        start += line.len();
    }
    None
}

/// `[cloture]` twice, or `[themes]` that should be `[[themes]]`.
pub(super) fn block_twice(
    source: &Source,
    line: &Line<'_>,
    span: &Span,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let name = line.key();
    if vocabulary.repeated.contains(&name) {
        // Of `[[themes]]` after `[themes]` only the single brackets are wrong, and the reader says so.
        let is_single = !line.text.trim_start().starts_with("[[");
        return is_single.then(|| {
            Diagnostic::new(
                TomlFault::BlockInSingleBrackets,
                "ce bloc peut se répéter : ses crochets sont doubles",
            )
            .at(line.trimmed_span(), "")
            .help(format!("écrivez [[{name}]]"))
            .proposal(line.header_span(), format!("[[{name}]]"))
        });
    }
    if let Some(first) = key_of_line(&source.text[..line.span.start], name) {
        let title = format!("`{name}` est écrit deux fois");
        let fault =
            Diagnostic::new(TomlFault::RepeatedKey, title).at(span.clone(), "la deuxième fois");
        return Some(
            fault
                .at(first, "la première fois")
                .help("gardez l’un des deux"),
        );
    }
    let fault = Diagnostic::new(
        TomlFault::RepeatedBlock,
        format!("le bloc [{name}] est écrit deux fois"),
    )
    .at(span.clone(), "la deuxième fois");
    let header = format!("[{name}]");
    let first = source.text[..line.span.start].match_indices(&header).next();
    let fault = match first {
        Some((start, _)) => fault.at(start + 1..start + 1 + name.len(), "la première fois"),
        None => fault,
    };
    Some(fault.help(format!(
        "rassemblez toutes ses lignes sous un seul [{name}]"
    )))
}
