//! One sign amiss: missing where a list or a group opens, typed twice, or in the place of its neighbour.

use super::line::{Line, is_word, plain_key};
use super::moments::date_or_hour_meant;
use super::quotes::{begins_with_key, is_after_element};
use super::shapes::spaces_before;
use super::unclosed::length_of_text;
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::toml_source::TomlFault;

/// `nom = "…"` in a list, without the brace before it; or the key after a list that was not closed.
pub(super) fn key_in_list(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.start);
    let key = head
        .trim_end()
        .rsplit([',', '[', '(', ' '])
        .next()
        .unwrap_or_default();
    let end = line.span.start + head.trim_end().len();
    let fault = Diagnostic::new(TomlFault::KeyInList, "une clé se trouve ici dans une liste")
        .at(end - key.len()..end, "");
    if line.text.contains('}') {
        let start = end - key.len();
        let after = &line.text[start - line.span.start..];
        let is_closed = after
            .find(['{', '}'])
            .is_some_and(|at| after[at..].starts_with('}'));
        let fault = fault.help(format!(
            "mettez une accolade ouvrante avant la première clé : {{ {key} = \"…\""
        ));
        return match is_closed {
            true => fault.proposal(start..start, "{ "),
            false => fault,
        };
    }
    let fault =
        fault.help("fermez d’abord la liste avec ], ou mettez le groupe entre accolades { }");
    // `participants = [ nom = "…" ]`, or `[ nom = "…" ],` and `( nom = "…" ),` on a line of a list.
    let is_element = line.text.trim_start().starts_with(['[', '(']);
    let opening = match is_element {
        true => Some(spaces_before(line.text)),
        false => head
            .find('=')
            .map(|equals| equals + 1 + spaces_before(&head[equals + 1..])),
    };
    let list = opening.and_then(|opening| Some((opening, line.text.get(opening..)?.trim_end())));
    let list = list.map(|(opening, list)| match is_element {
        true => (opening, list.trim_end_matches([',', ' '])),
        false => (opening, list),
    });
    match list.and_then(|(opening, list)| Some((opening, list, in_brackets(list)?))) {
        Some((opening, list, pairs)) if begins_with_key(pairs) && !pairs.contains(['[', '{']) => {
            let start = line.span.start + opening;
            fault.proposal(start..start + list.len(), format!("{{{pairs}}}"))
        }
        _ => fault,
    }
}

/// What stands between brackets, or between parentheses.
fn in_brackets(list: &str) -> Option<&str> {
    let between = |open: char, close: char| list.strip_prefix(open)?.strip_suffix(close);
    between('[', ']').or_else(|| between('(', ')'))
}

/// `nom == "…"`: the parser tells the second sign, or the place before it.
pub(super) fn extra_equals(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (_, after) = line.split_at(span.start);
    let place = match after.starts_with('=') {
        true => span.start..span.start + 1,
        false => span.clone(),
    };
    Diagnostic::new(TomlFault::ExtraEquals, "ce signe = est de trop")
        .at(place.clone(), "")
        .help("supprimez-le : une ligne a la forme clé = valeur")
        .proposal(place, "")
}

/// `}` or `]` that closes nothing: the second of two is to be deleted.
pub(super) fn closing_without_opening(line: &Line<'_>, span: &Span) -> Diagnostic {
    let sign = line.sign_at(span.start);
    let fault = Diagnostic::new(
        TomlFault::UnopenedClosing,
        format!("ce signe {sign} ferme ce qui n’est pas ouvert"),
    )
    .at(span.clone(), "")
    .help("supprimez-le, ou vérifiez ce qui est fermé trop tôt au-dessus");
    let (head, after) = line.split_at(span.start);
    match head.trim_end().ends_with(sign) && after.starts_with(sign) {
        true => fault.proposal(span.start..span.start + sign.len_utf8(), ""),
        false => fault,
    }
}

/// `[cloture]`, `[[themes]]`, where something else stands before it on its line.
pub(super) fn is_block(rest: &str) -> bool {
    let name = rest.trim_matches(['[', ']']);
    rest.starts_with('[') && rest.ends_with(']') && is_word(name)
}

/// A straight quote that is to be deleted.
pub(super) fn extra_quote(place: Span) -> Diagnostic {
    Diagnostic::new(TomlFault::QuoteInText, "ce guillemet est de trop")
        .at(place.clone(), "")
        .help("supprimez-le")
        .proposal(place, "")
}

/// `"ACTED""` before the next element, or the end of the list or the group.
pub(super) fn quote_doubled(line: &Line<'_>, span: &Span) -> Option<Diagnostic> {
    let (head, after) = line.split_at(span.start);
    let rest = after.strip_prefix('"')?.trim_start();
    let is_doubled = head.ends_with('"') && is_after_element(rest);
    is_doubled.then(|| extra_quote(span.start..span.start + 1))
}

/// `lieu" = "…"`, `"lieu = "…"`: a quote without its other one before or after a key that is as it should be.
pub(super) fn quote_at_key(line: &Line<'_>, key: &str) -> Option<Diagnostic> {
    let typed = line.text.split_once('=')?.0.trim();
    let is_quote = |text: &str| text == "\"" || text == "'";
    let (before, after) = typed.split_once(key)?;
    let quote = match (before, after) {
        (quote, "") if is_quote(quote) => 0,
        ("", quote) if is_quote(quote) => key.len(),
        _ => return None,
    };
    if !is_word(key) || plain_key(key) != key {
        return None;
    }
    let start = line.trimmed_span().start + quote;
    Some(
        Diagnostic::new(TomlFault::KeyForm, "ce guillemet est de trop")
            .at(start..start + 1, "")
            .help(format!("écrivez `{key}`"))
            .proposal(start..start + 1, ""),
    )
}

/// `participan:ts = [`: a colon within a key of the top of the file.
pub(super) fn colon_within_key(line: &Line<'_>, vocabulary: &Vocabulary) -> Option<Diagnostic> {
    let (typed, _) = line.text.split_once('=')?;
    let typed = typed.trim();
    let key = typed.replace(':', "");
    if key.len() + 1 != typed.len() || !vocabulary.top_keys.contains(&key.as_str()) {
        return None;
    }
    let start = line.trimmed_span().start;
    let fault = Diagnostic::new(TomlFault::KeyForm, "ce signe est de trop dans la clé");
    let place = start..start + typed.len();
    let fault = fault.at(place.clone(), "").help(format!("écrivez `{key}`"));
    // `date: = 2026-04-14`: the sign after the key is another slip.
    (!typed.ends_with(':')).then(|| fault.proposal(place, key))
}

/// `o bjectif`, `objecti f`: a letter that a space cut off the word.
pub(super) fn in_two_words(key: &str) -> Option<String> {
    let (one, other) = key.split_once(' ')?;
    let is_letter =
        |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let joined = format!("{one}{other}");
    let is_key = is_word(&joined) && plain_key(&joined) == joined;
    (is_key && (is_letter(one) || is_letter(other))).then_some(joined)
}

/// `{ o rganisation = "…" }`, `{ date de naissance = "…" }`: the key goes on after the space.
pub(super) fn key_of_two_words(line: &Line<'_>, span: &Span, before: &str) -> Option<Diagnostic> {
    let (head, after) = line.split_at(span.start);
    let (other, _) = after.split_once('=')?;
    let are_words = |text: &str| !text.trim().is_empty() && text.split_whitespace().all(is_word);
    if !are_words(before) || !are_words(other) {
        return None;
    }
    let start = line.span.start + head.rfind(before)?;
    let place = start..span.start + other.trim_end().len();
    let typed = line
        .text
        .get(place.start - line.span.start..place.end - line.span.start)?;
    let plain = in_two_words(typed).unwrap_or_else(|| plain_key(typed));
    Some(
        Diagnostic::new(TomlFault::KeyForm, "une clé s’écrit sans accent ni espace")
            .at(place.clone(), "")
            .help(format!("écrivez `{plain}`"))
            .proposal(place, plain),
    )
}

/// `{ nom = "…" },` on a line of its own, outside of any list.
pub(super) fn is_lone_element(line: &Line<'_>) -> bool {
    let typed = line.text.trim_start();
    typed
        .strip_prefix('{')
        .is_some_and(|pairs| begins_with_key(pairs) || pairs.trim().is_empty())
}

/// `participants =` above elements and their `]`: where the line ends that closes the list.
pub(super) fn end_of_unopened_list(source: &Source, line: &Line<'_>) -> Option<usize> {
    const MOST_LINES: usize = 500;
    let (key, value) = line.text.split_once('=')?;
    let is_bare = value.trim().is_empty() || value.trim_start().starts_with('#');
    if !is_word(key.trim()) || !is_bare {
        return None;
    }
    let mut start = line.span.end + 1;
    let mut elements = 0;
    for _ in 0..MOST_LINES {
        let next = (start < source.text.len()).then(|| Line::around(&source.text, start))?;
        let typed = next.text.trim();
        if typed.starts_with(']') && elements > 0 {
            return Some(next.span.end);
        }
        let is_element = typed.starts_with(['"', '\'', '{']);
        if !is_element && !typed.is_empty() && !typed.starts_with('#') {
            return None;
        }
        elements += usize::from(is_element);
        start = next.span.end + 1;
    }
    None
}

/// `participants == [`, `presidence => {` above parts and what closes them: where the line ends that does so.
pub(super) fn end_after_extra_sign(source: &Source, line: &Line<'_>) -> Option<usize> {
    const MOST_LINES: usize = 500;
    let (_, value) = line.text.split_once('=')?;
    let value = value.trim().trim_start_matches(['=', '>']).trim_start();
    let close = match value {
        "[" => ']',
        "{" => '}',
        _ => return None,
    };
    let mut start = line.span.end + 1;
    for _ in 0..MOST_LINES {
        let next = (start < source.text.len()).then(|| Line::around(&source.text, start))?;
        let typed = next.text.trim();
        if typed.trim_end_matches(',').strip_suffix(close) == Some("") {
            return Some(next.span.end);
        }
        let is_part = typed.starts_with(['"', '\'', '{', '#', ']', '}']) || begins_with_key(typed);
        if !is_part && !typed.is_empty() {
            return None;
        }
        start = next.span.end + 1;
    }
    None
}

/// The list that such a line begins, without its bracket.
pub(super) fn unopened_list(source: &Source, line: &Line<'_>) -> Option<Diagnostic> {
    end_of_unopened_list(source, line)?;
    let (key, value) = line.text.split_once('=')?;
    let sign = line.span.start + line.text.len() - value.len();
    let fault = Diagnostic::new(
        TomlFault::ListWithoutBrackets,
        "il manque le crochet ouvrant de cette liste",
    );
    Some(
        fault
            .at(line.trimmed_span().start..sign, "")
            .help(format!("écrivez {} = [", key.trim()))
            .proposal(sign..sign, " ["),
    )
}

/// `fin =` above `11:45:00`: the value that stands alone on the next line, as it should be written, and its place.
fn value_below(source: &Source, line: &Line<'_>) -> Option<(String, Span)> {
    let (key, value) = line.text.split_once('=')?;
    if !is_word(key.trim()) || !value.trim().is_empty() {
        return None;
    }
    let start = line.span.end + 1;
    let next = (start < source.text.len()).then(|| Line::around(&source.text, start))?;
    let typed = next.text.trim();
    let quote = typed
        .chars()
        .next()
        .filter(|sign| ['"', '\''].contains(sign));
    let is_text = quote.is_some_and(|quote| {
        typed.len() > 1 && typed.ends_with(quote) && length_of_text(typed, quote) == typed.len()
    });
    let is_between = |open: char, close: char| typed.starts_with(open) && typed.ends_with(close);
    let is_group = is_between('{', '}') && begins_with_key(&typed[1..]);
    let is_list = is_between('[', ']') && typed[1..].trim_start().starts_with(['"', '\'', '{']);
    let is_plain = ["true", "false"].contains(&typed) || typed.parse::<u32>().is_ok();
    let is_value = is_text || is_group || is_list || is_plain;
    let value = date_or_hour_meant(typed).or_else(|| is_value.then(|| typed.to_owned()))?;
    Some((value, next.trimmed_span()))
}

/// Where the line ends that holds such a value.
pub(super) fn end_of_value_below(source: &Source, line: &Line<'_>) -> Option<usize> {
    let (_, place) = value_below(source, line)?;
    Some(Line::around(&source.text, place.end).span.end)
}

/// The key of such a value.
pub(super) fn key_above_value(source: &Source, line: &Line<'_>) -> Option<Diagnostic> {
    let (value, place) = value_below(source, line)?;
    let (key, _) = line.text.split_once('=')?;
    let key = key.trim();
    let start = line.trimmed_span().start;
    let end = line.trimmed_span().end;
    Some(
        Diagnostic::new(
            TomlFault::MissingValue,
            format!("il manque la valeur de `{key}`"),
        )
        .at(start..start + key.len(), "")
        .help(format!("écrivez-la sur la même ligne : {key} = {value}"))
        .proposal(end..place.end, format!(" {value}")),
    )
}

/// `"AVSF"]` in a group: the text is as it should be, and the bracket after it closes nothing, or too much.
pub(super) fn bracket_after_text(line: &Line<'_>, value: &str, place: &Span) -> Option<Diagnostic> {
    let is_text = value.len() > 1 && value.starts_with('"') && value.ends_with('"');
    let (head, after) = line.split_at(place.end);
    let gap = after.len() - after.trim_start().len();
    if !is_text || !after[gap..].starts_with(']') {
        return None;
    }
    let list = head
        .rfind('=')
        .map(|equals| equals + 1 + spaces_before(&head[equals + 1..]))?;
    if head[list..].starts_with('"') {
        let start = line.span.start + list;
        let end = place.end + gap + 1;
        let title = "il manque le crochet ouvrant de cette liste";
        return Some(
            Diagnostic::new(TomlFault::ListWithoutBrackets, title)
                .at(start..end, "")
                .help(format!("écrivez [{}]", &head[list..]))
                .proposal(start..start, "["),
        );
    }
    let bracket = place.end + gap;
    let bracket = bracket + usize::from(after[gap + 1..].starts_with(']'));
    Some(
        Diagnostic::new(
            TomlFault::UnopenedClosing,
            "ce signe ] ferme ce qui n’est pas ouvert",
        )
        .at(bracket..bracket + 1, "")
        .help("supprimez-le, ou vérifiez ce qui est fermé trop tôt au-dessus")
        .proposal(bracket..bracket + 1, ""),
    )
}

/// `{ [ nom = "…" ] }` for `[ { nom = "…" } ]`; else a sign = without its key.
pub(super) fn swapped_brackets(line: &Line<'_>, span: &Span) -> Diagnostic {
    let fault = Diagnostic::new(TomlFault::MissingKey, "il manque la clé avant le signe =")
        .at(span.clone(), "");
    let value = line
        .text
        .split_once('=')
        .map_or("", |(_, value)| value.trim());
    let inside = value
        .strip_prefix('{')
        .and_then(|value| value.strip_suffix('}'))
        .and_then(|value| value.trim().strip_prefix('[')?.strip_suffix(']'));
    let Some(pairs) = inside else {
        return fault.help("une ligne a la forme clé = valeur");
    };
    let start = line.span.start + line.text.find(value).unwrap_or_default();
    let better = format!("[ {{{pairs}}} ]");
    fault
        .help(format!(
            "les accolades se placent dans les crochets : {better}"
        ))
        .proposal(start..start + value.len(), better)
}
