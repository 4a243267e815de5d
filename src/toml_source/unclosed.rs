//! What was opened and never closed, pointed to where it was opened: all that follows is swallowed by it, and is not looked at.

use toml::de::Error;

use super::closing;
use super::messages::{Said, said};
use super::quotes::begins_with_key;
use super::too_deep;
use crate::diagnostic::{Diagnostic, Proposal, Source};
use crate::toml_source::TomlFault;

/// The fault, if something is not closed.
pub(super) fn find(source: &Source, errors: &[Error]) -> Option<Diagnostic> {
    let text = source.text.as_str();
    if let Some(fault) = swallowing_text(text) {
        return Some(fault);
    }
    if let Some(fault) = too_deep::find(text, errors) {
        return Some(fault);
    }
    let is_unclosed =
        |error: &&Error| matches!(said(error), Said::ListUnclosed | Said::GroupUnclosed);
    errors.iter().find(is_unclosed)?;
    let first = errors
        .iter()
        .map(|error| error.span().unwrap_or_default().start)
        .min()?;
    let (start, bracket) =
        innermost_open(text, first).or_else(|| innermost_open(text, text.len()))?;
    if let Some(extra) = brace_doubled(text, start, bracket) {
        let title = "cette accolade est de trop";
        return Some(
            Diagnostic::new(TomlFault::ExtraSign, title)
                .at(extra..extra + 1, "")
                .help("supprimez-la : une seule accolade ouvre un groupe")
                .proposal(extra..extra + 1, ""),
        );
    }
    if let Some(fault) = group_in_brackets(text, start, bracket) {
        return Some(fault);
    }
    let (kind, title, label, help) = match bracket {
        '[' => (
            TomlFault::UnclosedList,
            "cette liste n’est pas fermée",
            "ouverte ici",
            "ajoutez ] après son dernier élément",
        ),
        _ => (
            TomlFault::UnclosedGroup,
            "ce groupe n’est pas fermé",
            "ouvert ici",
            "ajoutez } après sa dernière valeur",
        ),
    };
    let fault = Diagnostic::new(kind, title)
        .at(start..start + 1, label)
        .help(help);
    Some(match closing::of_bracket(text, start) {
        Some(Proposal { span, replacement }) => fault.proposal(span, replacement),
        None => fault,
    })
}

/// `{{ nom = "…" }`: the second of two braces, of which one is not closed. No group begins with another.
fn brace_doubled(text: &str, start: usize, bracket: char) -> Option<usize> {
    let after = &text[start + 1..];
    let gap = after.len() - after.trim_start_matches(' ').len();
    (bracket == '{' && after[gap..].starts_with('{')).then_some(start + 1 + gap)
}

/// `[ nom = "…" }`: keys between a bracket and a brace.
fn group_in_brackets(text: &str, start: usize, bracket: char) -> Option<Diagnostic> {
    let close = closing::other_close(text, start)?;
    let pairs = text.get(start + 1..close)?;
    if bracket != '[' || !text[close..].starts_with('}') || !begins_with_key(pairs) {
        return None;
    }
    let title = "un groupe se met entre accolades, et non entre crochets";
    Some(
        Diagnostic::new(TomlFault::KeyInList, title)
            .at(start..start + 1, "")
            .help("écrivez { à la place de ce crochet")
            .proposal(start..start + 1, "{"),
    )
}

/// Where the line begins on which a group was opened that holds an offset.
pub(super) fn group_around(text: &str, offset: usize) -> Option<usize> {
    const FARTHEST: usize = 4096;
    let mut from = offset.saturating_sub(FARTHEST);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let blocks = text[from..offset].match_indices("\n[").last();
    let from = blocks.map_or(from, |(at, _)| from + at + 1);
    match innermost_open(&text[from..], offset - from)? {
        (opening, '{') => Some(text[..from + opening].rfind('\n').map_or(0, |end| end + 1)),
        _ => None,
    }
}

/// A text between triple quotes that has no end, or whose end is the beginning of the next one.
fn swallowing_text(text: &str) -> Option<Diagnostic> {
    let mut opened: Option<(usize, &str)> = None;
    let mut closed = None;
    let mut line_start = 0;
    let mut rest = 0;
    while let Some(length) = text[rest..].find(['"', '\'', '\n']) {
        let start = rest + length;
        let tail = &text[start..];
        let quotes = tail
            .get(..3)
            .filter(|quotes| ["\"\"\"", "'''"].contains(quotes));
        rest = start + quotes.map_or(1, str::len);
        let before = &text[line_start..start];
        match (opened, quotes) {
            _ if tail.starts_with('\n') => line_start = rest,
            (None, Some(quotes)) if !before.trim_start().starts_with('#') => {
                opened = Some((start, quotes))
            }
            (Some((opening, mark)), Some(quotes)) if quotes == mark => {
                if opening < line_start && begins_a_text(before) {
                    break;
                }
                opened = None;
                closed = Some(rest);
            }
            _ => {}
        }
    }
    let (opening, quotes) = opened?;
    let is_extra = |closed: usize| text[closed..opening].trim().is_empty();
    if closed.is_some_and(is_extra) {
        let fault = Diagnostic::new(TomlFault::QuoteInText, "ces guillemets sont de trop");
        let place = opening..opening + quotes.len();
        return Some(
            fault
                .at(place.clone(), "")
                .help("supprimez-les : trois guillemets suffisent")
                .proposal(place, ""),
        );
    }
    if let Some(fault) = closing::opened_by_others(text, opening, quotes) {
        return Some(fault);
    }
    let fault = Diagnostic::new(
        TomlFault::SwallowingText,
        "ce texte n’est pas fermé : il avale la suite du fichier",
    )
    .at(opening..opening + quotes.len(), "ouvert ici");
    if open_no_value(text, opening) {
        let help = "supprimez ces guillemets, ou mettez-en aussi au début du texte";
        return Some(fault.help(help));
    }
    let fault = fault.help(format!(
        "écrivez {quotes} seul sur une ligne, à la fin du texte"
    ));
    Some(match closing::of_text(text, opening, quotes) {
        Some(Proposal { span, replacement }) => fault.proposal(span, replacement),
        None => fault,
    })
}

/// Whether quotes begin a line, and nothing above them waits for a value.
fn open_no_value(text: &str, opening: usize) -> bool {
    let above = text[..opening].lines().rev();
    let mut above = above.map(|line| closing::without_comment(line).0);
    let last = above.find(|line| !line.is_empty());
    let waits = last.is_some_and(|last| last.ends_with(['=', ',', '[']));
    line_before(text, opening).trim().is_empty() && !waits
}

fn line_before(text: &str, offset: usize) -> &str {
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    &text[start..offset]
}

/// `notes =`: what follows is a value, not the end of one.
pub(super) fn begins_a_text(line: &str) -> bool {
    line.trim().strip_suffix('=').is_some_and(|key| {
        let key = key.trim();
        !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    })
}

/// `[[themes]]`: brackets around a name, which open no list.
fn is_header(tail: &str) -> bool {
    let line = tail
        .lines()
        .next()
        .unwrap_or_default()
        .split('#')
        .next()
        .unwrap_or_default();
    let name = line.trim().trim_matches(['[', ']']).trim();
    line.trim_end().ends_with(']')
        && !name.is_empty()
        && name
            .chars()
            .all(|sign| sign.is_alphabetic() || "_-.".contains(sign))
}

/// The last bracket before the offset that is still open there.
pub(super) fn innermost_open(text: &str, offset: usize) -> Option<(usize, char)> {
    all_open(text, offset).pop()
}

/// The brackets before the offset that are still open there.
pub(super) fn all_open(text: &str, offset: usize) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut rest = 0;
    while rest < offset {
        let tail = &text[rest..];
        let Some(sign) = tail.chars().next() else {
            break;
        };
        if sign == '[' && line_before(text, rest).trim().is_empty() && is_header(tail) {
            rest += tail.find('\n').unwrap_or(tail.len());
            continue;
        }
        rest += match sign {
            '"' | '\'' => length_of_text(tail, sign),
            '#' => tail.find('\n').unwrap_or(tail.len()),
            _ => sign.len_utf8(),
        };
        match sign {
            '[' | '{' => open.push((rest - 1, sign)),
            ']' | '}'
                if open
                    .last()
                    .is_some_and(|(_, last)| (*last == '[') == (sign == ']')) =>
            {
                open.pop();
            }
            _ => {}
        }
    }
    open
}

/// How long a text is that begins with that quote, quotes included; one on a single line ends with it at the latest.
pub(super) fn length_of_text(tail: &str, quote: char) -> usize {
    let triple = if quote == '"' { "\"\"\"" } else { "'''" };
    if tail.starts_with(triple) {
        return tail[3..]
            .find(triple)
            .map_or(tail.len(), |length| length + 6);
    }
    let mut is_escaped = false;
    // No byte of a longer sign is that of an ASCII one.
    for (offset, byte) in tail.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => return offset,
            _ if is_escaped => is_escaped = false,
            b'\\' if quote == '"' => is_escaped = true,
            byte if char::from(byte) == quote => return offset + 1,
            _ => {}
        }
    }
    tail.len()
}

#[cfg(test)]
mod tests {
    use super::{innermost_open, open_no_value};

    #[test]
    fn marks_open_a_value_where_one_is_waited_for() {
        for (above, opens_none) in [
            ("ordre_du_jour = [\n", false),
            ("ordre_du_jour = [ # points\n", false),
            ("a = [ \"x#\", # un\n# deux\n\n  ", false),
            ("discussion = # dite\r\n", false),
            ("point = 2 # [\n", true),
            ("# ordre = [\n", true),
            ("titre = \"a\"\nDit", false),
            ("", true),
        ] {
            let opening = above.len();
            let text = format!("{above}\"\"\"\n");
            assert_eq!(open_no_value(&text, opening), opens_none, "{above:?}");
        }
    }

    #[test]
    fn brackets_in_texts_and_comments_do_not_count() {
        let open = |text: &str| innermost_open(text, text.len());
        assert_eq!(open("a = [ \"]\", ']' # ]\n"), Some((4, '[')));
        assert_eq!(
            open("[[themes]]\na = { b = [ 1 ], c = \"\\\"}\""),
            Some((15, '{'))
        );
        assert_eq!(open("a = \"\"\"[\n[\"\"\"\n"), None);
        assert_eq!(open("a = \"[\nb = [ ] ]"), None);
        assert_eq!(open("a = [\n[[themes]]\n"), Some((4, '[')));
    }
}
