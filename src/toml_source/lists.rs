//! Lists of texts typed without their brackets: between parentheses, in one text that a quote cuts, or after a text of a group.

use super::line::{Line, is_word};
use super::moments::date_or_hour_meant;
use super::quotes::begins_with_key;
use super::shapes::as_text;
use super::unclosed::length_of_text;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::toml_source::TomlFault;

/// The list that stands at the place, as it should be written.
pub(super) fn without_brackets(key: &str, place: Span, list: String) -> Diagnostic {
    let title = "il manque les crochets de cette liste";
    Diagnostic::new(TomlFault::ListWithoutBrackets, title)
        .at(place.clone(), "")
        .help(format!("écrivez {key} = {list}"))
        .proposal(place, list)
}

/// `("AVSF", "OIM")`, and, where the key wants a list, `(AVSF, OIM)`: the list that was meant.
pub(super) fn in_parentheses(value: &str, wants_list: bool) -> Option<String> {
    let inside = value.strip_prefix('(')?.strip_suffix(')')?.trim();
    if inside.starts_with(['"', '\'']) {
        return Some(format!("[{inside}]"));
    }
    if !wants_list || inside.is_empty() || inside.contains(['(', ')', '"', '=', '[', '{']) {
        return None;
    }
    let parts: Vec<&str> = inside.split([',', ';']).map(str::trim).collect();
    Some(match parts.iter().all(|part| is_name(part)) {
        true => of_texts(&parts),
        // `(Valider la liste, puis la publier)`: the comma is one of the sentence.
        false => of_texts(&[inside]),
    })
}

/// `("hybride")`, `(2026-05-12)`: the one value between parentheses, where no list is wanted.
pub(super) fn one_in_parentheses(value: &str, wants_list: bool) -> Option<&str> {
    let inside = value.strip_prefix('(')?.strip_suffix(')')?.trim();
    let is_text =
        inside.len() > 1 && inside.starts_with('"') && length_of_text(inside, '"') == inside.len();
    let is_moment = date_or_hour_meant(inside).as_deref() == Some(inside);
    (!wants_list && (is_text || is_moment)).then_some(inside)
}

/// At most 500 lines are looked through for the end of a list.
const MOST_LINES: usize = 500;

/// `participants = (` above elements and their `)` or `]`: the list, as it should be written.
pub(super) fn of_lines_in_parentheses(source: &Source, line: &Line<'_>) -> Option<Diagnostic> {
    let (opening, closing) = parentheses(source, line)?;
    let inside = source.text.get(opening + 1..closing)?;
    let title = "une liste se met entre crochets, et non entre parenthèses";
    Some(
        Diagnostic::new(TomlFault::ListWithoutBrackets, title)
            .at(opening..opening + 1, "")
            .help(match source.text[closing..].starts_with(')') {
                true => "écrivez [ à la place de cette parenthèse, et ] à la place de celle qui ferme la liste",
                false => "écrivez [ à la place de cette parenthèse",
            })
            .proposal(opening..closing + 1, format!("[{inside}]")),
    )
}

/// Where the line ends that closes such a list.
pub(super) fn end_of_parentheses(source: &Source, line: &Line<'_>) -> Option<usize> {
    let (_, closing) = parentheses(source, line)?;
    Some(Line::around(&source.text, closing).span.end)
}

/// The parenthesis before elements that stand on several lines, and what closes them.
fn parentheses(source: &Source, line: &Line<'_>) -> Option<(usize, usize)> {
    let (key, value) = line.text.split_once('=')?;
    let elements = value.trim_start().strip_prefix('(')?;
    if !is_word(key.trim()) || !are_elements(elements) {
        return None;
    }
    let opening = line.span.start + line.text.len() - elements.len() - 1;
    let mut start = line.span.end + 1;
    for _ in 0..MOST_LINES {
        let next = (start < source.text.len()).then(|| Line::around(&source.text, start))?;
        let typed = next.text.trim_end().trim_end_matches(',');
        match typed.strip_suffix([')', ']']) {
            Some(elements) if are_elements(elements) => {
                return Some((opening, next.span.start + elements.len()));
            }
            None if are_elements(typed) => start = next.span.end + 1,
            _ => return None,
        }
    }
    None
}

/// Whether a line holds texts or groups, or nothing that is one.
fn are_elements(typed: &str) -> bool {
    let typed = typed.trim_start();
    typed.is_empty() || typed.starts_with(['"', '\'', '{', '#'])
}

/// `"OIM et "HCR"`: a list of two texts, of which the first has no end and the second no beginning of its own.
pub(super) fn cut_by_quote(value: &str, rest: &str) -> Option<String> {
    let first = value.strip_prefix('"')?.strip_suffix('"')?.trim_end();
    let last = rest.strip_suffix('"')?.trim();
    let separators = [" et", " ou", " /", " +", ",", ";"];
    let first = separators
        .iter()
        .find_map(|sign| first.strip_suffix(sign))?
        .trim();
    let are_names = [first, last]
        .iter()
        .all(|text| is_name(text) && !text.contains('"'));
    are_names.then(|| of_texts(&[first, last]))
}

/// Whether it begins as names do, and not as the rest of a sentence.
fn is_name(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_uppercase() || sign.is_numeric())
}

fn of_texts(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| as_text(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// `{ reunion = "…", "…" }`: texts after that of a key, where a key is awaited; the parser stumbled at the offset, or before it.
pub(super) fn second_text(line: &Line<'_>, offset: usize, lists: &[&str]) -> Option<Diagnostic> {
    let group = line.split_at(offset).0.rfind('{')?;
    let run = TextRun::in_group(line.text, group)?;
    let after = line.text[run.end..].trim_start();
    let is_whole = after.starts_with('}') || after.strip_prefix(',').is_some_and(begins_with_key);
    if !is_whole {
        return None;
    }
    let end = line.span.start + run.end;
    let key = line.key_at(line.span.start + run.start);
    if lists.contains(&key) {
        let texts = &line.text[run.start..run.end];
        let place = line.span.start + run.start..end;
        return Some(without_brackets(key, place, format!("[{texts}]")));
    }
    let title = "il manque la clé de ce texte";
    Some(
        Diagnostic::new(TomlFault::MissingKey, title)
            .at(line.span.start + run.second..end, "")
            .help("dans un groupe, chaque valeur suit sa clé et le signe ="),
    )
}

/// Texts one after the other, of which the first has a key: where that one begins, the second, and where the last ends.
struct TextRun {
    start: usize,
    second: usize,
    end: usize,
}

impl TextRun {
    /// The first run of at least two texts in the group that opens there.
    fn in_group(line: &str, group: usize) -> Option<Self> {
        let mut run: Option<Self> = None;
        let is_long = |run: &Self| run.second > run.start;
        let mut rest = group + 1;
        while let Some(sign) = line[rest..].chars().next() {
            if matches!(sign, '}' | '=' | '#') && run.as_ref().is_some_and(is_long) {
                break;
            }
            if sign != '"' && sign != '\'' {
                rest += sign.len_utf8();
                continue;
            }
            let before = line[..rest].trim_end();
            let end = rest + length_of_text(&line[rest..], sign);
            let last = before
                .strip_suffix(',')
                .map(|before| before.trim_end().len());
            let goes_on = run.take().filter(|run| Some(run.end) == last);
            run = match goes_on {
                Some(run) if is_long(&run) => Some(Self { end, ..run }),
                Some(run) => Some(Self {
                    second: rest,
                    end,
                    ..run
                }),
                None => before.ends_with('=').then_some(Self {
                    start: rest,
                    second: rest,
                    end,
                }),
            };
            rest = end;
        }
        run.filter(is_long)
    }
}
