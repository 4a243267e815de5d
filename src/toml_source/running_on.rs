//! Texts of a list or a group that run on into what follows them: their closing quote is missing, or is one of another kind.

use super::line::{CURLY, Line, is_word, plain_key};
use super::quotes::is_after_element;
use super::unclosed::length_of_text;
use crate::diagnostic::{Diagnostic, Span};
use crate::toml_source::TomlFault;

/// A longer text, and a longer line, is not looked through.
const LONGEST: usize = 2_000;

/// Where a text was meant to end.
#[derive(Debug, PartialEq)]
pub(super) struct MeantEnd {
    /// How many bytes of what was read as the text are the text that was meant.
    pub(super) length: usize,
    /// The sign that stands there for its quote.
    sign: Option<char>,
}

impl MeantEnd {
    /// Of a text whose quote is that mark: the first place after which the line goes on as it should. `is_in_group` tells that a key
    /// may follow a comma there.
    pub(super) fn of(body: &str, mark: char, is_in_group: bool) -> Option<Self> {
        if body.len() > LONGEST {
            return None;
        }
        body.char_indices().skip(1).find_map(|(at, sign)| {
            let (before, after) = (&body[..at], body[at + sign.len_utf8()..].trim_start());
            if sign == ',' {
                let pair = after.strip_prefix('{').map(str::trim_start);
                let is_pair = pair.is_some_and(begins_with_plain_key)
                    || (is_in_group && begins_with_plain_key(after));
                let length = before.trim_end().len();
                return is_pair.then_some(Self { length, sign: None });
            }
            let is_quote = sign != mark && stands_for_quote(before, sign);
            (is_quote && is_after_element(after)).then_some(Self {
                length: at,
                sign: Some(sign),
            })
        })
    }

    /// The text whose opening quote stands at the offset of the file, closed where it was meant to end.
    pub(super) fn said(&self, start: usize, body: &str, mark: char) -> Diagnostic {
        let end = start + 1 + self.length;
        let close = end..end + self.sign.map_or(0, char::len_utf8);
        let fault = Diagnostic::new(TomlFault::UnclosedText, "ce texte n’est pas fermé")
            .at(start..close.end, "");
        match self.sign {
            _ if mark == '\'' => {
                let text = &body[..self.length];
                let text = text.replace('\\', "\\\\").replace('"', "\\\"");
                fault
                    .help("ouvrez-le et fermez-le par le même guillemet droit : \"…\"")
                    .proposal(start..close.end, format!("\"{text}\""))
            }
            Some(sign) => fault
                .help(format!(
                    "terminez-le par un guillemet droit \" au lieu de {sign}"
                ))
                .proposal(close, "\""),
            None => fault
                .help("terminez-le par un guillemet droit")
                .proposal(close, "\""),
        }
    }
}

/// Whether a sign that closes a quotation, or the other straight quote, stands for the one that ends the text: `« Djoliba »` is a part of it.
pub(super) fn stands_for_quote(before: &str, sign: char) -> bool {
    let opening = match sign {
        '"' | '\'' => return true,
        '»' => '«',
        '›' => '‹',
        '’' => '‘',
        '”' if before.contains('“') => '“',
        '”' | '“' => '„',
        sign => return CURLY.contains(&sign),
    };
    before.matches(opening).count() <= before.matches(sign).count()
}

/// `nom = `, as a key is written: no words of a sentence before an equals sign.
fn begins_with_plain_key(text: &str) -> bool {
    text.split_once('=')
        .map(|(key, _)| key.trim())
        .is_some_and(|key| is_word(key) && plain_key(key) == key)
}

/// `"à main levée, noms = { contre = ["M. Bah"] }`: the first text of the line that holds the beginning of the next one.
pub(super) fn on_line(line: &Line<'_>) -> Option<Diagnostic> {
    if line.text.len() > LONGEST {
        return None;
    }
    let mut rest = 0;
    while let Some(length) = line.text[rest..].find(['"', '\'', '#']) {
        let start = rest + length;
        let tail = &line.text[start..];
        let mark = tail.chars().next().filter(|sign| *sign != '#')?;
        let end = start + length_of_text(tail, mark);
        if let Some(fault) = running_on(line, start..end, mark) {
            return Some(fault);
        }
        rest = end;
    }
    None
}

/// The text there, if it ends before the value of a key that stands in it.
fn running_on(line: &Line<'_>, text: Span, mark: char) -> Option<Diagnostic> {
    let before = &line.text[..text.start];
    let body = line
        .text
        .get(text.start + 1..text.end)?
        .strip_suffix(mark)?;
    let is_inner = before.contains(['[', '{']);
    let is_in_group = before.contains('{');
    (is_inner && is_before_value(body))
        .then(|| MeantEnd::of(body, mark, is_in_group))
        .flatten()
        .map(|end| end.said(line.span.start + text.start, body, mark))
}

/// `…, nom = `, `…, noms = { contre = [`: a value was to follow.
pub(super) fn is_before_value(body: &str) -> bool {
    body.trim_end_matches(['[', '{', ' ']).ends_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_where_the_line_goes_on_as_it_should() {
        for (body, mark, is_in_group, expected) in [
            ("Awa Sow, qualite = ", '"', true, Some(("Awa Sow", None))),
            (
                "membre, a_distance = true },",
                '"',
                true,
                Some(("membre", None)),
            ),
            (
                "Awa Sow', qualite = ",
                '"',
                true,
                Some(("Awa Sow", Some('\''))),
            ),
            (
                "Awa Sow\", qualite = \"membre\" }",
                '\'',
                true,
                Some(("Awa Sow", Some('"'))),
            ),
            (
                "themes\", \"delai\"]",
                '\'',
                false,
                Some(("themes", Some('"'))),
            ),
            ("OIM”, ", '"', false, Some(("OIM", Some('”')))),
            ("OIM» },", '"', true, Some(("OIM", Some('»')))),
            (
                "salle « Djoliba », qualite = ",
                '"',
                true,
                Some(("salle « Djoliba »", None)),
            ),
            ("salle “Djoliba” },", '"', true, None),
            ("l’OIM, ", '"', false, None),
            ("l'OIM et l'UNICEF, ", '"', false, None),
            ("Budget, { titre = ", '"', false, Some(("Budget", None))),
            // In a list, what follows a comma is a text.
            ("dates, budget = 3", '"', false, None),
            ("Le prix, soit 3 francs = ", '"', true, None),
        ] {
            let found = MeantEnd::of(body, mark, is_in_group);
            let found = found.map(|end| (&body[..end.length], end.sign));
            assert_eq!(found, expected, "{body}");
        }
    }

    #[test]
    fn what_is_quoted_ends_no_text() {
        for (before, sign, expected) in [
            ("réunion « élargie ", '»', false),
            ("réunion élargie", '»', true),
            ("réunion “élargie", '”', false),
            ("réunion „élargie", '“', false),
            ("réunion élargie", '”', true),
            ("réunion ‘élargie", '’', false),
            ("réunion élargie", 'é', false),
        ] {
            assert_eq!(stands_for_quote(before, sign), expected, "{before}{sign}");
        }
    }
}
