//! Texts between three quotes that hold three quotes themselves.

use super::line::CURLY;
use crate::diagnostic::Diagnostic;
use crate::toml_source::TomlFault;

/// No quoted words are longer.
const LONGEST: usize = 500;
/// Words between two texts that stand for the comma of a list.
const SEPARATORS: [&str; 2] = ["et", "ou"];

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
