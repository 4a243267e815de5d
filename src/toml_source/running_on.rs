//! Texts of a list or a group that run on into what follows them: their closing quote is missing, or is one of another kind.

use super::invisible::is_space;
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
    /// Of a text whose quote is that mark, behind what stands before it on its line: the first place after which the line goes on as it
    /// should.
    pub(super) fn of(before: &str, body: &str, mark: char) -> Option<Self> {
        // A sign typed before the quote of a text is no quote of its own.
        let is_stray = mark == '\'' && body.trim_start().starts_with('"');
        if body.len() > LONGEST || is_stray || !may_begin_text(before) {
            return None;
        }
        // There, a key may follow a comma.
        let is_in_group = before.contains('{');
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

/// Whether a text may begin behind that, on its own line of a list too; else the quote ends one, or is an apostrophe.
fn may_begin_text(before: &str) -> bool {
    let before = before.trim();
    before.is_empty() || before.ends_with(['=', '[', '(', ','])
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
        if !may_begin_text(&line.text[..start]) {
            return None;
        }
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
    // `"y ="` is a right text.
    let value = line.text[text.end..].chars().next();
    let begins_value = value.is_some_and(|sign| !is_space(sign) && !",]}#".contains(sign));
    (is_inner && is_before_value(body) && begins_value)
        .then(|| MeantEnd::of(before, body, mark))
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
            let before = if is_in_group {
                "x = [{ nom = "
            } else {
                "x = ["
            };
            let found = MeantEnd::of(before, body, mark);
            let found = found.map(|end| (&body[..end.length], end.sign));
            assert_eq!(found, expected, "{body}");
        }
    }

    /// A quote behind a text, and an apostrophe, open none; a right text may end as a key does.
    #[test]
    fn only_a_quote_in_the_place_of_a_value_opens_a_text() {
        for text in [
            r#"ordre = [ { titre = "Équation, y =" , pour = "x" } ] ]"#,
            r#"x = { a = "formule, y = ", b = "z" }"#,
            r#"decisions = [ { texte = "Le plan."", vote = { pour = 3, noms = { contre = ["M. Bah"] } } } ]"#,
            r#"{ nom = "-1", organisation = ]UNDSS" }, { nom = "-2" }"#,
            r#"{ nom = }Awa", { fonction = "gestionnaire de l'information du Cluster" }"#,
        ] {
            let line = Line::around(text, 0);
            assert!(on_line(&line).is_none(), "{text}");
        }
        let cut = r#"vote = { scrutin = "secret, noms = { contre = ["M. Bah"] } }"#;
        assert!(on_line(&Line::around(cut, 0)).is_some());
        assert_eq!(MeantEnd::of("organisation = ", " \"UNICEF\" }", '\''), None);
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
