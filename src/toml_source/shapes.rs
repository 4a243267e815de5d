//! The usual slips of a secretary, known by their shape: a date the French way, an hour with h, curly quotes, a text without
//! quotes or with quotes inside, an accent in a key, a colon for an equals sign, a Windows path.

use super::line::{CURLY, Line, is_word, plain_key};
use super::moments::date_or_hour_meant;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::french::folding::is_invisible;
use crate::toml_source::TomlFault;

/// The value as it should be written: in straight quotes, unless it is something else than a text.
fn as_value(value: &str) -> String {
    if let Some(moment) = date_or_hour_meant(value) {
        return moment;
    }
    if value.starts_with(['"', '[', '{']) || value.parse::<u32>().is_ok() {
        return value.to_owned();
    }
    as_text(value)
}

pub(super) fn as_text(value: &str) -> String {
    let inner = value
        .trim_matches(|sign: char| CURLY.contains(&sign) || sign == '"' || sign.is_whitespace());
    format!("\"{}\"", inner.replace('\\', "/").replace('"', "\\\""))
}

/// A key with an accent, a space, an apostrophe; `offset` is where the parser stumbled.
pub(super) fn key_in_words(line: &Line<'_>, offset: usize) -> Diagnostic {
    match line.key_in_group(offset) {
        Some((key, start)) => key_to_plain(key, start),
        None => first_key_in_words(line),
    }
}

fn first_key_in_words(line: &Line<'_>) -> Diagnostic {
    let key = line.key();
    if line.is_prose() || key.is_empty() {
        return no_equals_sign(line);
    }
    let start = line.span.start + line.text.find(key).unwrap_or_default();
    key_to_plain(key, start)
}

fn key_to_plain(key: &str, start: usize) -> Diagnostic {
    let plain = plain_key(key);
    let looks_plain = key.replace(is_invisible, "") == plain;
    let span = start..start + key.len();
    let fault = match looks_plain {
        true => Diagnostic::new(
            TomlFault::InvisibleInKey,
            "cette clé contient un signe invisible",
        ),
        false => Diagnostic::new(TomlFault::KeyForm, "une clé s’écrit sans accent ni espace"),
    }
    .at(span.clone(), "");
    if plain.is_empty() {
        fault
    } else {
        fault
            .help(match looks_plain {
                true => format!("effacez-la et retapez-la : {plain}"),
                false => format!("écrivez `{plain}`"),
            })
            .proposal(span, plain)
    }
}

pub(super) fn no_equals_sign(line: &Line<'_>) -> Diagnostic {
    let text = line.text.trim();
    if text.contains('=') && !line.key().is_empty() {
        return first_key_in_words(line);
    }
    let fault = Diagnostic::new(
        TomlFault::NoEquals,
        "cette ligne n’a pas la forme clé = valeur",
    )
    .at(line.trimmed_span(), "");
    if let Some(colon) = line.colon() {
        let value = as_value(text[colon + 1..].trim());
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

/// `nom = "…"` in a list, without the brace before it; or the key after a list that was not closed.
pub(super) fn key_in_list(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.start);
    let key = head
        .trim_end()
        .rsplit([',', '[', ' '])
        .next()
        .unwrap_or_default();
    let end = line.span.start + head.trim_end().len();
    let fault = Diagnostic::new(TomlFault::KeyInList, "une clé se trouve ici dans une liste")
        .at(end - key.len()..end, "");
    if line.text.contains('}') {
        return fault.help(format!(
            "mettez une accolade ouvrante avant la première clé : {{ {key} = \"…\""
        ));
    }
    fault.help("fermez d’abord la liste avec ], ou mettez le groupe entre accolades { }")
}

/// A comma that is missing, unless a quote inside a text made it so.
pub(super) fn comma_missing(source: &Source, line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    if head.trim_end().ends_with('"') && !is_before_element(line, span) && !begins_with_key(after) {
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
    let fault = Diagnostic::new(TomlFault::MissingComma, "il manque une virgule")
        .at(place..place, label)
        .help("les éléments d’une liste ou d’un groupe sont séparés par des virgules");
    match is_comment {
        true => fault,
        false => fault.proposal(place..place, ","),
    }
}

/// Whether an element of a list stands there, and not what a quote cut off.
pub(super) fn is_before_element(line: &Line<'_>, span: &Span) -> bool {
    let (_, after) = line.split_at(span.start);
    after.trim_start().starts_with(['"', '\'', '{', '['])
}

fn begins_with_key(text: &str) -> bool {
    text.split_once('=')
        .is_some_and(|(key, _)| is_word(key.trim()))
}

/// `"dans la salle "Djoliba" du PNUD"`: the quote before the span ended the text.
fn quote_inside(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.start);
    let head = head.trim_end();
    let quote = line.span.start + head.len().saturating_sub(1);
    let text = head.strip_suffix('"').unwrap_or(head);
    if let Some(opening) = text
        .rfind('"')
        .filter(|opening| text[opening + 1..].trim_end().ends_with('='))
    {
        // The quote was meant to open: it is the text before it that has no end.
        let start = line.span.start + opening;
        let end = text[opening..]
            .rfind(',')
            .map_or(quote, |comma| start + comma);
        return Diagnostic::new(TomlFault::UnclosedText, "ce texte n’est pas fermé")
            .at(start..end, "")
            .help("terminez-le par un guillemet droit");
    }
    Diagnostic::new(
        TomlFault::QuoteInText,
        "ce guillemet droit ferme le texte trop tôt",
    )
    .at(quote..quote + 1, "")
    .help("à l’intérieur d’un texte, écrivez « … », ou \\\" pour garder le guillemet droit")
}

pub(super) fn extra_comma(line: &Line<'_>, span: &Span) -> Diagnostic {
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
    let fault = Diagnostic::new(TomlFault::ExtraComma, "cette virgule est de trop")
        .at(span.clone(), "")
        .help("supprimez-la");
    match after.starts_with(',') {
        true => fault.proposal(span.start..span.start + 1, ""),
        false => fault,
    }
}

pub(super) fn key_without_value(line: &Line<'_>, key: &str, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.start);
    let start = line.span.start + head.rfind(key).unwrap_or_default();
    Diagnostic::new(
        TomlFault::MissingValue,
        format!("il manque la valeur de `{key}`"),
    )
    .at(start..start + key.len(), "")
    .help(format!("écrivez {key} = \"…\", ou supprimez `{key}`"))
}

/// In a group: `{ nom : "…" }`, `{ nom "…" }`.
pub(super) fn equals_missing(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    let before = head.rsplit([',', '{']).next().unwrap_or_default().trim();
    let title = if after.trim_start().starts_with(':') {
        "il faut ici le signe =, et non deux-points"
    } else {
        "il manque ici le signe ="
    };
    let mut fault = Diagnostic::new(TomlFault::MissingEquals, title).at(span.clone(), "");
    if after.trim_start().starts_with(':') {
        let colon = span.start + after.len() - after.trim_start().len();
        fault = fault.proposal(colon..colon + 1, " =");
    }
    if is_word(before) {
        fault.help(format!("écrivez {before} = \"…\""))
    } else {
        fault
    }
}

/// `[[themes]`, `[cloture`.
pub(super) fn header(line: &Line<'_>) -> Diagnostic {
    let text = line.text.trim();
    let count = |bracket| text.matches(bracket).count();
    let number = count('[').max(count(']')).clamp(1, 2);
    let (open, close) = ("[".repeat(number), "]".repeat(number));
    let better = format!("{open}{}{close}", line.key());
    Diagnostic::new(
        TomlFault::UnpairedBrackets,
        "les crochets de cette ligne ne vont pas par paires",
    )
    .at(line.trimmed_span(), "")
    .help(format!("écrivez {better}"))
    .proposal(line.header_span(), better)
}

/// Something after the end of a value or of a header.
pub(super) fn tail(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    let rest = after.trim();
    let whole = span.start..span.start + rest.len();
    if line.is_header() {
        if rest.starts_with(']') {
            return header(line);
        }
        return Diagnostic::new(TomlFault::LineTail, "cette fin de ligne est de trop")
            .at(whole, "")
            .help("passez à la ligne après les crochets ; un commentaire commence par #");
    }
    let value = head.split_once('=').map_or(head, |(_, value)| value).trim();
    let after_sign = rest.strip_prefix([',', ';']).map(str::trim_start);
    if after_sign.is_some_and(|after| after.is_empty() || after.starts_with('#')) {
        return extra_sign(span.start);
    }
    if rest.starts_with(',') && after_sign.is_some_and(|after| after.starts_with(['"', '\''])) {
        let list = format!("{value}{}", rest.trim_end_matches([']', ' ']));
        return Diagnostic::new(
            TomlFault::ListWithoutBrackets,
            "il manque les crochets de cette liste",
        )
        .at(span.start - value.len()..whole.end, "")
        .help(format!("écrivez {} = [ {list} ]", line.key()))
        .proposal(span.start - value.len()..whole.end, format!("[ {list} ]"));
    }
    if let Some(number) = decimal_comma(value, rest) {
        return Diagnostic::new(
            TomlFault::DecimalComma,
            "un nombre à virgule s’écrit avec un point",
        )
        .at(span.start - value.len()..whole.end, "")
        .help(format!("écrivez {} = {number}", line.key()))
        .proposal(span.start - value.len()..whole.end, number);
    }
    if value.starts_with('\'') {
        return Diagnostic::new(
            TomlFault::ApostropheInText,
            "cette apostrophe ferme le texte trop tôt",
        )
        .at(span.start.saturating_sub(1)..span.start, "")
        .help("entourez le texte de guillemets droits \"…\" : l’apostrophe y est permise");
    }
    if value.starts_with('"') && rest.ends_with('"') {
        return quote_inside(line, span);
    }
    Diagnostic::new(TomlFault::LineTail, "cette fin de ligne est de trop")
        .at(whole, "")
        .help("une seule clé = valeur par ligne ; un commentaire commence par #")
}

/// `9` and `,5`: the number as TOML writes it.
fn decimal_comma(value: &str, rest: &str) -> Option<String> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = rest.strip_prefix(',')?;
    (is_number(value) && is_number(decimals)).then(|| format!("{value}.{decimals}"))
}

/// A comma or a semicolon at the end of a line.
pub(super) fn extra_sign(start: usize) -> Diagnostic {
    Diagnostic::new(TomlFault::ExtraSign, "ce signe est de trop")
        .at(start..start + 1, "")
        .help("supprimez-le : rien ne termine une ligne")
        .proposal(start..start + 1, "")
}

/// A backslash in a text, most often in the path of a file.
pub(super) fn backslash(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.end.max(span.start + 1));
    let start = line.span.start + head.rfind('\\').unwrap_or_default();
    let fault = Diagnostic::new(
        TomlFault::Backslash,
        "la barre \\ a un sens particulier entre guillemets",
    )
    .at(start..start + 1, "");
    let typed = head[..head.rfind('\\').unwrap_or_default()]
        .rsplit('"')
        .next()
        .unwrap_or_default();
    if typed.get(1..2) == Some(":") {
        return fault.help(
            "copiez le fichier à côté du compte rendu, puis écrivez son chemin avec des barres / : \"annexes/rapport.pdf\"",
        );
    }
    fault.help("dans un chemin, écrivez / ; ailleurs, doublez la barre : \\\\")
}

/// A text on one line without the quote that ends it.
pub(super) fn text_unclosed(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.start);
    let quote = if head.contains('"') { '"' } else { '\'' };
    let start = line.span.start + head.rfind(quote).unwrap_or_default();
    let end = line.trimmed_span().end.max(start + 1);
    let fault =
        Diagnostic::new(TomlFault::UnclosedText, "ce texte n’est pas fermé").at(start..end, "");
    match line.text.trim_end().chars().next_back().filter(|sign| CURLY.contains(sign)) {
        Some(curly) => fault
            .help(format!("terminez-le par un guillemet droit \" au lieu de {curly}"))
            .proposal(end - curly.len_utf8()..end, quote),
        None if quote == '\'' => fault.help("entourez-le de guillemets droits : \"…\""),
        None => fault.help("terminez-le par un guillemet droit ; un texte de plusieurs lignes se met entre \"\"\" et \"\"\""),
    }
}
