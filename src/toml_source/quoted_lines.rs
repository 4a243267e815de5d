//! Texts between three quotes: those that hold three quotes themselves, and those that begin without the sign =.

use super::line::{CURLY, Line, is_word};
use crate::diagnostic::Diagnostic;
use crate::toml_source::TomlFault;

/// No quoted words are longer.
const LONGEST: usize = 500;
/// Words between two texts that stand for the comma of a list.
const SEPARATORS: [&str; 2] = ["et", "ou"];

/// `discussion """`, `discussion : """`: without its sign the text is no text, and each of its lines a fault.
pub(super) fn without_equals(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let marks = ["\"\"\"", "'''"];
    let parts = marks
        .into_iter()
        .filter_map(|mark| Some((mark, line.text.split_once(mark)?)));
    let (mark, (head, _)) = parts.min_by_key(|(_, (head, _))| head.len())?;
    let key = head.trim().trim_end_matches([':', ' ', '\u{a0}']);
    let start = line.span.start + head.len();
    let is_closed = text[start + mark.len()..].contains(mark);
    if !is_word(key) || !is_closed {
        return None;
    }
    let title = "cette ligne n’a pas la forme clé = valeur";
    let key_start = line.trimmed_span().start;
    Some(
        Diagnostic::new(TomlFault::NoEquals, title)
            .at(line.trimmed_span(), "")
            .help(format!("écrivez {key} = {mark}"))
            .proposal(key_start..start, format!("{key} = ")),
    )
}

/// `Il a dit """non""" hier.` within a text between such quotes: those before the offset, where the parser stumbled, closed it.
pub(super) fn closed_inside(text: &str, offset: usize) -> Option<Diagnostic> {
    let head = text.get(..offset)?.trim_end_matches([' ', '\t']);
    let marks = ["\"\"\"", "'''"];
    let mark = marks.into_iter().find(|mark| head.ends_with(mark))?;
    let after = &text[head.len()..];
    let length = after.find(mark)?;
    let words = &after[..length];
    let rest = &after[length + mark.len()..];
    if !are_quoted(words) || !rest.contains(mark) {
        return None;
    }
    let start = head.len() - mark.len();
    let plain = words.trim_matches(|sign: char| sign.is_whitespace() || CURLY.contains(&sign));
    let better = format!("«\u{a0}{plain}\u{a0}»");
    let title = "ces guillemets ferment le texte trop tôt";
    let shown = match plain.contains('\n') {
        true => "«\u{a0}…\u{a0}»",
        false => &better,
    };
    Some(
        Diagnostic::new(TomlFault::QuoteInText, title)
            .at(start..head.len(), "")
            .help(format!(
                "à l’intérieur d’un texte entre {mark} et {mark}, écrivez {shown}"
            ))
            .proposal(start..head.len() + length + mark.len(), better),
    )
}

/// Whether these words, between two marks, are a part of the text, and neither a key nor what separates two texts.
fn are_quoted(words: &str) -> bool {
    let typed = words.trim();
    let (first, last) = (typed.lines().next(), words.lines().last());
    let is_key = typed.ends_with(['=', ',', '[', '{']) || typed.starts_with([',', ']', '}', '#']);
    let breaks = words.matches('\n').count();
    words.len() <= LONGEST
        && breaks <= 1
        && !is_key
        && !words.contains('"')
        && typed.contains(char::is_alphanumeric)
        && !SEPARATORS.contains(&typed)
        && !first.is_some_and(|line| line.contains(" = "))
        && !(breaks == 1 && last.is_none_or(|line| line.trim().is_empty()))
}
