//! The usual slips of a secretary, known by their shape: an accent in a key, a colon for an equals sign, a comma or a brace that
//! is missing. `quotes` knows those of texts, `tails` those of line ends and of lines between brackets.

use super::Vocabulary;
use super::line::{CURLY, Line, block_of, is_word, plain_key};
use super::moments::date_or_hour_meant;
use super::quotes::{begins_with_key, quote_inside};
use super::signs::{self, in_two_words};
use super::tails::{comment, header, is_almost_comment, is_almost_header, sign_before_equals};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::french::folding::{in_latin, is_invisible};
use crate::toml_source::TomlFault;

/// What is wrong with a key that looks as it should.
pub(super) const INVISIBLE_IN_KEY: &str = "cette clé contient un signe invisible";
/// The same of a letter that is another one to the eye.
pub(super) const OTHER_ALPHABET: &str = "une lettre de cette clé est d’un autre alphabet";

/// The value as it should be written: in straight quotes, unless it is something else than a text.
fn as_value(value: &str) -> String {
    if let Some(moment) = date_or_hour_meant(value) {
        return moment;
    }
    let is_written = value.starts_with(['"', '[', '{', '\'']) || ["true", "false"].contains(&value);
    if is_written || value.parse::<u32>().is_ok() {
        return value.to_owned();
    }
    as_text(value)
}

pub(super) fn as_text(value: &str) -> String {
    let bare = value.trim_matches(|sign: char| sign == '"' || sign.is_whitespace());
    let is_whole =
        bare.starts_with(CURLY) || bare.matches('«').count() != bare.matches('»').count();
    let inner = match is_whole || !bare.ends_with('»') {
        true => bare.trim_matches(|sign: char| {
            CURLY.contains(&sign) || sign.is_whitespace() || sign == '"'
        }),
        // `l’association « AFM »`: the words that are quoted end the text.
        false => bare,
    };
    format!("\"{}\"", inner.replace('\\', "/").replace('"', "\\\""))
}

/// A key with an accent, a space, an apostrophe; `offset` is where the parser stumbled.
pub(super) fn key_in_words(
    source: &Source,
    line: &Line<'_>,
    span: &Span,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    if let Some(colon) = line.colon_in_group(span.start) {
        return sign_before_equals(line, colon).unwrap_or_else(|| colon_for_equals(line, colon));
    }
    match line.key_in_group(span.start) {
        Some((key, start)) => key_to_plain(source, key, start, vocabulary),
        None => first_key_in_words(source, line, vocabulary),
    }
}

fn first_key_in_words(source: &Source, line: &Line<'_>, vocabulary: &Vocabulary) -> Diagnostic {
    let key = line.key();
    // `presidence { nom = "…" }`: the sign that is missing is the one before the group.
    let is_before_group = |(_, value): (_, &str)| value.starts_with(['{', '[']);
    if line.key_and_value().is_some_and(is_before_group) {
        return not_an_assignment(line, vocabulary);
    }
    if line.is_prose() || key.is_empty() || line.colon().is_some() || signs::is_lone_element(line) {
        return not_an_assignment(line, vocabulary);
    }
    if let Some(fault) = signs::quote_at_key(line, key) {
        return fault;
    }
    let start = line.span.start + line.text.find(key).unwrap_or_default();
    key_to_plain(source, key, start, vocabulary)
}

fn key_to_plain(source: &Source, key: &str, start: usize, vocabulary: &Vocabulary) -> Diagnostic {
    let plain = in_two_words(key).unwrap_or_else(|| plain_key(key));
    let looks_plain = key.contains(is_invisible) && key.replace(is_invisible, "") == plain;
    let span = start..start + key.len();
    let fault = match looks_plain {
        true => Diagnostic::new(TomlFault::InvisibleInKey, INVISIBLE_IN_KEY),
        false if key != plain && in_latin(key) == plain => {
            Diagnostic::new(TomlFault::KeyForm, OTHER_ALPHABET)
        }
        false => Diagnostic::new(TomlFault::KeyForm, "une clé s’écrit sans accent ni espace"),
    }
    .at(span.clone(), "");
    if vocabulary
        .named_by_user
        .contains(&block_of(&source.text, start))
    {
        let quoted = as_text(key);
        return fault
            .help(format!("mettez ce mot entre guillemets droits : {quoted}"))
            .proposal(span, quoted);
    }
    if plain.is_empty() {
        return fault;
    }
    if let Some(advice) = vocabulary.advice_on(&plain) {
        return fault.help(advice);
    }
    fault
        .help(match looks_plain {
            true => format!("effacez-la et retapez-la : {plain}"),
            false => format!("écrivez `{plain}`"),
        })
        .proposal(span, plain)
}

pub(super) fn no_equals_sign(
    source: &Source,
    line: &Line<'_>,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    let is_assignment = line.text.contains('=') && !line.key().is_empty() && line.colon().is_none();
    match is_assignment && !is_almost_comment(line.text.trim()) {
        true => first_key_in_words(source, line, vocabulary),
        false => not_an_assignment(line, vocabulary),
    }
}

fn not_an_assignment(line: &Line<'_>, vocabulary: &Vocabulary) -> Diagnostic {
    let text = line.text.trim();
    if is_almost_header(line) {
        return header(line, vocabulary);
    }
    let fault = Diagnostic::new(
        TomlFault::NoEquals,
        "cette ligne n’a pas la forme clé = valeur",
    )
    .at(line.trimmed_span(), "");
    if is_almost_comment(text) {
        let better = comment(text);
        return fault
            .help("un commentaire commence par #")
            .proposal(line.trimmed_span(), better);
    }
    if let Some(fault) = signs::colon_within_key(line, vocabulary) {
        return fault;
    }
    if let Some(colon) = line.colon() {
        let value = text[colon + 1..].trim_start_matches([' ', '=']).trim();
        let value = as_value(value);
        return written(fault, line, format!("{} = {value}", plain_key(line.key())));
    }
    if let Some((key, value)) = line.key_and_value() {
        return written(
            fault,
            line,
            format!("{} = {}", plain_key(key), as_value(value)),
        );
    }
    if text.starts_with(['"', '{']) {
        return fault.help(
            "si c’est un élément de liste, la liste est fermée trop tôt : déplacez son crochet ]",
        );
    }
    fault.help("un texte se met entre guillemets, après sa clé et le signe = ; un commentaire commence par #")
}

/// With the whole line as it should be written; a comment on it is the writer's to move.
fn written(fault: Diagnostic, line: &Line<'_>, better: String) -> Diagnostic {
    let fault = fault.help(format!("écrivez {better}"));
    match line.text.contains('#') {
        true => fault,
        false => fault.proposal(line.trimmed_span(), better),
    }
}

pub(super) fn spaces_before(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// A comma that is missing, unless a quote inside a text made it so.
pub(super) fn comma_missing(source: &Source, line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    let head = head.trim_end();
    let gap = spaces_before(after);
    if let Some(length) = other_separator(&after[gap..]) {
        let start = line.span.start + head.len();
        let place = span.start + gap..span.start + gap + length;
        return without_comma(place.clone(), "").proposal(start..place.end, ",");
    }
    if let Some(fault) = signs::quote_doubled(line, span) {
        return fault;
    }
    if head.ends_with(['"', '\'']) && !is_before_element(line, span) && !begins_with_key(after) {
        return quote_inside(line, span);
    }
    // The comma is missing after the element, which may stand on an earlier line; but not after a comment.
    let end = source
        .text
        .get(..span.start)
        .unwrap_or_default()
        .trim_end()
        .len();
    let is_comment = Line::around(&source.text, end).text.contains('#');
    let (place, label) = if is_comment {
        (span.start, "avant ceci")
    } else {
        (end, "ici")
    };
    match is_comment {
        true => comma_missing_at(place, label),
        false => comma_missing_at(place, label).proposal(place..place, ","),
    }
}

/// A comma that is missing between two elements or two keys of a group, at the offset.
pub(super) fn comma_missing_at(place: usize, label: &str) -> Diagnostic {
    without_comma(place..place, label)
}

/// The same of a sign that stands for the comma.
pub(super) fn without_comma(place: Span, label: &str) -> Diagnostic {
    Diagnostic::new(TomlFault::MissingComma, "il manque une virgule")
        .at(place, label)
        .help("les éléments d’une liste ou d’un groupe sont séparés par des virgules")
}

/// `; "…"`, `et "…"`, `;` at the end of a line: how long what stands for a comma is.
pub(super) fn other_separator(after: &str) -> Option<usize> {
    let word = after.trim_end();
    if ["et", "ou", "puis", "&"].contains(&word) {
        // `{ nom = "Awa Sow" } et`, above the next element.
        return Some(word.len());
    }
    let mark = [";", ".", "et ", "ou ", "+", "/", "|"]
        .into_iter()
        .find(|mark| after.starts_with(mark))?;
    let next = after[mark.len()..].trim_start();
    let goes_on = next.starts_with(['"', '\'', '{', '[']) || begins_with_key(next);
    // `"Awa". organisation = "OIM"`; but `"M". "Sow"` may be one text.
    let goes_on = goes_on && (mark != "." || next.starts_with('{') || begins_with_key(next));
    let ends = matches!(mark, ";" | ".") && (next.is_empty() || next.starts_with('#'));
    (goes_on || ends).then_some(mark.trim_end().len())
}

/// `gauche = 2,5` in a group: the comma of the number was read as one between two keys.
pub(super) fn decimal_in_group(line: &Line<'_>) -> Option<Diagnostic> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let commas = line.text.match_indices(',').map(|(at, _)| at);
    commas
        .filter(|_| line.text.contains('{'))
        .find_map(|comma| {
            let (before, decimals) = (&line.text[..comma], &line.text[comma + 1..]);
            let whole = before.trim_end_matches(is_digit);
            let after = decimals.trim_start_matches(is_digit);
            let ends = after.trim_start();
            let is_value = whole.trim_end().ends_with('=')
                && (ends.is_empty() || ends.starts_with([',', '}']));
            if !is_value || whole == before || after == decimals {
                return None;
            }
            let place =
                line.span.start + whole.len()..line.span.start + line.text.len() - after.len();
            let number = line.text[whole.len()..line.text.len() - after.len()].replace(',', ".");
            let key = line.key_at(place.start);
            Some(
                Diagnostic::new(
                    TomlFault::DecimalComma,
                    "un nombre à virgule s’écrit avec un point",
                )
                .at(place.clone(), "")
                .help(format!("écrivez {key} = {number}"))
                .proposal(place, number),
            )
        })
}

/// Whether an element of a list stands there, and not what a quote cut off.
pub(super) fn is_before_element(line: &Line<'_>, span: &Span) -> bool {
    let (_, after) = line.split_at(span.start);
    after.trim_start().starts_with(['"', '\'', '{', '['])
}

pub(super) fn extra_comma(line: &Line<'_>, span: &Span, vocabulary: &Vocabulary) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    let before = head
        .rsplit([',', '{', '['])
        .next()
        .unwrap_or_default()
        .trim();
    let key = before.trim_end_matches('=').trim_end();
    if is_word(key) {
        return key_without_value(line, key, span);
    }
    if let Some(fault) = texts_in_braces(line, vocabulary) {
        return fault;
    }
    let fault = Diagnostic::new(TomlFault::ExtraComma, "cette virgule est de trop")
        .at(span.clone(), "")
        .help("supprimez-la");
    match after.starts_with(',') {
        true => fault.proposal(span.start..span.start + 1, ""),
        false => fault,
    }
}

/// `{ "AVSF", "OIM" }`: a list between braces.
pub(super) fn texts_in_braces(line: &Line<'_>, vocabulary: &Vocabulary) -> Option<Diagnostic> {
    let (_, value) = line.text.split_once('=')?;
    let value = value.trim();
    let texts = value.strip_prefix('{')?.strip_suffix('}')?.trim();
    if !texts.starts_with('"') || texts.contains('=') {
        return None;
    }
    let start = line.span.start + line.text.find(value)?;
    let place = start..start + value.len();
    let fault = Diagnostic::new(
        TomlFault::ListWithoutBrackets,
        "il manque les crochets de cette liste",
    )
    .at(place.clone(), "");
    let group = vocabulary
        .example_of(line.key())
        .filter(|example| example.contains('{'));
    Some(match group {
        Some(example) => fault.help(format!("écrivez par exemple : {example}")),
        None => fault
            .help(format!("écrivez {} = [ {texts} ]", line.key()))
            .proposal(place, format!("[ {texts} ]")),
    })
}

pub(super) fn key_without_value(line: &Line<'_>, key: &str, span: &Span) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    let start = line.span.start + head.rfind(key).unwrap_or_default();
    let color = after.trim();
    if color.starts_with('#')
        && color.len() == "#0a5c36".len()
        && color[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        let place = span.start + spaces_before(after);
        let place = place..place + color.len();
        return Diagnostic::new(
            TomlFault::MissingQuotes,
            "ce texte n’est pas entre guillemets",
        )
        .at(place.clone(), "")
        .help(format!("écrivez \"{color}\""))
        .proposal(place, format!("\"{color}\""));
    }
    Diagnostic::new(
        TomlFault::MissingValue,
        format!("il manque la valeur de `{key}`"),
    )
    .at(start..start + key.len(), "")
    .help(format!("écrivez {key} = \"…\", ou supprimez `{key}`"))
}

/// In a group: `{ nom : "…" }`, `{ nom "…" }`.
pub(super) fn equals_missing(line: &Line<'_>, span: &Span, vocabulary: &Vocabulary) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    if let Some(fault) = sign_before_equals(line, span.start) {
        return fault;
    }
    let colon = after.trim_start();
    if colon.starts_with(':') {
        return colon_for_equals(line, span.start + after.len() - colon.len());
    }
    if let Some(fault) = texts_in_braces(line, vocabulary) {
        return fault;
    }
    let before = head.rsplit([',', '{']).next().unwrap_or_default().trim();
    if let Some(fault) = signs::key_of_two_words(line, span, before) {
        return fault;
    }
    let fault =
        Diagnostic::new(TomlFault::MissingEquals, "il manque ici le signe =").at(span.clone(), "");
    if !is_word(before) {
        return fault;
    }
    let end = line.span.start + head.trim_end().len();
    fault
        .help(format!("écrivez {before} = \"…\""))
        .proposal(end..end, " =")
}

/// `{ nom: "…" }`: the colon stands at the offset.
fn colon_for_equals(line: &Line<'_>, colon: usize) -> Diagnostic {
    let (head, _) = line.split_at(colon);
    let key = head.rsplit([',', '{']).next().unwrap_or_default().trim();
    let fault = Diagnostic::new(
        TomlFault::MissingEquals,
        "il faut ici le signe =, et non deux-points",
    )
    .at(colon..colon + 1, "")
    .proposal(colon..colon + 1, " =");
    match is_word(key) {
        true => fault.help(format!("écrivez {key} = \"…\"")),
        false => fault,
    }
}
