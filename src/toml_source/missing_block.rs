//! A block whose line between brackets is missing, so that its keys stand under the block before it.

use super::line::{Line, block_of};
use super::slips::{Slip, SlipKind};
use super::syntax::next_header;
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Source, Span};

/// Takes the keys of such a block out of the slips: one fault is enough for them all.
pub(super) fn take(
    source: &Source,
    slips: &mut Vec<Slip>,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let mut blocks = vocabulary.whole_blocks.iter();
    let (keys, fault) = blocks.find_map(|(block, keys)| find(source, slips, block, keys))?;
    slips.retain(|slip| !keys.contains(&slip.span));
    Some(fault)
}

/// Where keys of the block stand that is not in the file, and the fault.
fn find(
    source: &Source,
    slips: &[Slip],
    block: &str,
    keys: &[&str],
) -> Option<(Vec<Span>, Diagnostic)> {
    let text = source.text.as_str();
    let header = format!("[{block}]");
    if text.lines().any(|line| line.trim().starts_with(&header)) {
        return None;
    }
    let is_of_block = |slip: &&Slip| {
        let is_unknown = matches!(slip.kind, SlipKind::UnknownKey { .. });
        let line = Line::around(text, slip.span.start);
        is_unknown && keys.contains(&slip.key.as_str()) && line.key() == slip.key
    };
    let mut taken: Vec<&Slip> = slips.iter().filter(is_of_block).collect();
    taken.sort_by_key(|slip| slip.span.start);
    let first = Line::around(text, taken.first()?.span.start).span.start;
    let end = next_header(text, first);
    taken.retain(|slip| slip.span.start < end);
    if block_of(text, first).is_empty() || !are_surely_of_block(text, &taken) {
        return None;
    }
    let title = format!("il manque la ligne {header} au-dessus de ces clés");
    let fault = Diagnostic::new(TomlFault::MissingBlock, title);
    let fault = taken
        .iter()
        .fold(fault, |fault, slip| fault.at(slip.span.clone(), ""));
    let line_end = Line::around(text, first).line_end();
    let fault = fault
        .help(format!(
            "écrivez {header} sur une ligne à elle, avant `{}`",
            taken.first()?.key
        ))
        .proposal(first..first, format!("{header}{line_end}"));
    let places = taken.iter().map(|slip| slip.span.clone()).collect();
    Some((places, fault))
}

/// Whether one of the keys stands nowhere else, or is a `date` that the top of the file has already. Alone, a date may have been meant for
/// another key of its block.
fn are_surely_of_block(text: &str, taken: &[&Slip]) -> bool {
    let top = &text[..next_header(text, 0)];
    let has_date = top.lines().any(|line| {
        let value = line.trim_start().strip_prefix("date");
        value.is_some_and(|value| value.trim_start().starts_with('='))
    });
    let is_sure = |slip: &&Slip| {
        let has_other_meaning = match slip.kind {
            SlipKind::UnknownKey { near, .. } => near.is_some(),
            _ => true,
        };
        slip.key == "date" && has_date && !(has_other_meaning && taken.len() == 1)
    };
    taken.iter().any(is_sure) || taken.iter().any(|slip| slip.key == "accueil")
}
