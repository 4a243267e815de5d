//! The usual slips in a value, known by their shape: curly quotes or none, a date the French way, a bullet, two keys on a line.

use super::line::{CURLY, Line, is_word};
use super::lists;
use super::moments::{date_or_hour, date_or_hour_meant, is_in_clock_form};
use super::other_kinds;
use super::quotes::{begins_with_key, is_after_element};
use super::shapes::{as_text, comma_missing_at, key_without_value, without_comma};
use super::signs;
use super::tails::{extra_sign, is_before_value, sign_before_value, two_keys};
use super::unclosed::{group_around, length_of_text};
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Source, Span};

/// A value that is nothing that TOML knows.
pub(super) fn value(
    source: &Source,
    line: &Line<'_>,
    span: &Span,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    let (value, place) = line.value_at(span.start);
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(place.clone(), "");
    let in_quotes = |fault: Diagnostic, text: &str| {
        let text = as_text(text);
        fault
            .help(format!("écrivez {text}"))
            .proposal(place.clone(), text)
    };
    let key = line.key_at(place.start);
    if let Some(fault) = forbidden_sign(line) {
        return fault;
    }
    if let Some(fault) = signs::bracket_after_text(line, value, &place) {
        return fault;
    }
    if let Some(fault) = signs::unopened_list(source, line).filter(|_| value.is_empty()) {
        return fault;
    }
    if value.is_empty() {
        return signs::key_above_value(source, line)
            .unwrap_or_else(|| key_without_value(line, key, &place));
    }
    if is_before_value(value) {
        return sign_before_value(place.start, value);
    }
    if value.starts_with(CURLY) {
        let title = "un texte se met entre guillemets droits";
        let fault = fault(TomlFault::CurlyQuotes, title);
        return match text_of_lines(source, line, value) {
            Some((end, text)) => fault
                .help("écrivez \"\"\" à la place de chacun de ces guillemets")
                .proposal(place.start..end, text),
            None => in_quotes(fault, value),
        };
    }
    if date_or_hour_meant(value.trim_end_matches('.')).as_deref()
        == Some(value.trim_end_matches('.'))
    {
        return extra_sign(place.start + value.trim_end_matches('.').len());
    }
    if let Some(fault) = other_kinds::typed(source, line, &place, vocabulary)
        .or_else(|| other_kinds::moment(source, line, &place, vocabulary))
        .or_else(|| date_or_hour(value, &place))
    {
        return fault;
    }
    if let Some(fault) = with_equals(source, line, value, &place) {
        return fault;
    }
    if let Some((text, place)) = listed(line, value, &place) {
        let title = "un texte s’écrit sans tiret ni numéro devant";
        return Diagnostic::new(TomlFault::ListMark, title)
            .at(place.clone(), "")
            .help(format!("écrivez {text}"))
            .proposal(place, text);
    }
    if let Some(fault) = lists::of_lines_in_parentheses(source, line) {
        return fault;
    }
    if let Some(one) = lists::one_in_parentheses(value, vocabulary.lists.contains(&key)) {
        return fault(TomlFault::ExtraSign, "ces parenthèses sont de trop")
            .help(format!("écrivez {key} = {one}"))
            .proposal(place, one);
    }
    if let Some(list) = lists::in_parentheses(value, vocabulary.lists.contains(&key)) {
        return lists::without_brackets(key, place.clone(), list);
    }
    if let Some((text, place)) = opened_too_late(line, value, &place) {
        let title = "il manque le guillemet ouvrant de ce texte";
        let text = as_text(&text);
        return Diagnostic::new(TomlFault::MissingOpeningQuote, title)
            .at(place.clone(), "")
            .help(format!("écrivez {text}"))
            .proposal(place, text);
    }
    if let Some(fault) = number_or_text(value, &place) {
        return fault;
    }
    other_kinds::word(source, line, &place, vocabulary).unwrap_or_else(|| {
        let title = "ce texte n’est pas entre guillemets";
        let fault = fault(TomlFault::MissingQuotes, title);
        match value.contains(char::is_alphanumeric) {
            true => in_quotes(fault, value.trim_matches(['<', '>'])),
            // `- ]`, `(`: a sign that is amiss, and no text.
            false => {
                fault.help("un texte se met entre guillemets droits, une liste entre crochets [ ]")
            }
        }
    })
}

/// A sign that nobody sees and no text may hold: the line may be one of a text that the parser took for ended there.
fn forbidden_sign(line: &Line<'_>) -> Option<Diagnostic> {
    let is_forbidden =
        |sign: char| sign.is_ascii_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{b}');
    let at = line.span.start + line.text.find(is_forbidden)?;
    let title = "il y a ici un caractère invisible interdit";
    Some(
        Diagnostic::new(TomlFault::ForbiddenCharacter, title)
            .at(at..at + 1, "")
            .help("effacez ce passage et retapez-le ; seuls la tabulation et le passage à la ligne sont permis"),
    )
}

/// `à Gao"`, `à Gao, au siège"` in a list, `à" Gao"`: the text whose opening quote is missing, or stands after its first letter, and its
/// place.
fn opened_too_late(line: &Line<'_>, value: &str, place: &Span) -> Option<(String, Span)> {
    let (_, after) = line.split_at(place.start);
    let first = value.chars().next().filter(|sign| sign.is_alphanumeric());
    let moved = first.and_then(|first| Some((first, after[first.len_utf8()..].strip_prefix('"')?)));
    if let Some((first, rest)) = moved {
        let length =
            first.len_utf8() + 1 + rest.find('"').map_or(rest.trim_end().len(), |at| at + 1);
        let text = format!("{first}{}", &after[first.len_utf8() + 1..length]);
        return Some((text, place.start..place.start + length));
    }
    if value.ends_with('"') {
        return Some((value.to_owned(), place.clone()));
    }
    let (text, rest) = after.split_once('"')?;
    let is_one = text.len() > value.len() && !text.contains(['[', '{', '=', ']', '}', '#']);
    (is_one && is_after_element(rest.trim_start()))
        .then(|| (text.to_owned(), place.start..place.start + text.len() + 1))
}

/// What is no number, hour or date of TOML, though it has their signs.
fn number_or_text(value: &str, place: &Span) -> Option<Diagnostic> {
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(place.clone(), "");
    let is_number = |byte: u8| byte.is_ascii_digit() || b"+-_.".contains(&byte);
    let before_period = value.strip_suffix('.').unwrap_or_default();
    if !before_period.is_empty() && before_period.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(extra_sign(place.end - 1));
    }
    if value.bytes().all(is_number) && !value.contains('-') {
        let title = "ce nombre n’est pas écrit comme il faut";
        return Some(number(value, place, fault(TomlFault::NumberForm, title)));
    }
    let is_moment =
        value.starts_with(|sign: char| sign.is_ascii_digit()) && value.contains(['-', ':', '/']);
    let title = "cette date ou cette heure n’est pas écrite comme il faut";
    let hours = value.split_once(['-', '–', 'à']).and_then(|(start, end)| {
        Some((
            date_or_hour_meant(start.trim())?,
            date_or_hour_meant(end.trim())?,
        ))
    });
    if let Some((start, end)) = hours {
        let help =
            format!("le début et la fin sont deux lignes : debut = {start}, puis fin = {end}");
        return Some(fault(TomlFault::MomentForm, title).help(help));
    }
    is_moment.then(|| {
        fault(TomlFault::MomentForm, title)
            .help("une date s’écrit année-mois-jour, 2026-03-17 ; une heure s’écrit 09:30:00 ; un texte se met entre guillemets")
    })
}

/// `nom = "…", fonction = "…"` without the braces of a group, two keys on a line or in a group without their comma, `=> "…"`.
fn with_equals(source: &Source, line: &Line<'_>, value: &str, place: &Span) -> Option<Diagnostic> {
    if let Some(after) = value.strip_prefix('>') {
        let end = place.start + value.len() - after.len();
        return Some(
            Diagnostic::new(TomlFault::ExtraEquals, "ce signe > est de trop")
                .at(place.start..end, "")
                .help("supprimez-le : une ligne a la forme clé = valeur")
                .proposal(place.start..end, ""),
        );
    }
    let pairs = value.trim_matches(['(', ')', '{', '}', ' ']);
    if begins_with_key(pairs) {
        let group = format!("{{ {pairs} }}");
        return Some(
            Diagnostic::new(
                TomlFault::MissingBraces,
                "il manque les accolades de ce groupe",
            )
            .at(place.clone(), "")
            .help(format!("écrivez {group}"))
            .proposal(place.clone(), group),
        );
    }
    let (before, _) = value.split_once('=')?;
    let key = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let first = before.trim_end().len() - key.len();
    let kept = value[..first].trim_end_matches([' ', ',', ';']);
    // `8. requis = 6`: no number ends with a point.
    let number = kept.strip_suffix('.').map(str::trim_end);
    let number = number.filter(|number| number.ends_with(|sign: char| sign.is_ascii_digit()));
    let kept = number.unwrap_or(kept);
    let end = place.start + kept.len();
    if !is_word(key) {
        return None;
    }
    let other = value[kept.len()..first].trim();
    Some(match group_around(&source.text, place.start) {
        // `{ pour = 3 contre = 2 }`
        Some(_) if other.is_empty() => comma_missing_at(end, "ici").proposal(end..end, ","),
        // `{ pour = 3; contre = 2 }`
        Some(_) => {
            let start = end + value[kept.len()..first].find(other).unwrap_or_default();
            let sign = start..start + other.len();
            without_comma(sign.clone(), "").proposal(end..sign.end, ",")
        }
        None => two_keys(line, place.start + first, end),
    })
}

/// A text of several lines between quotes that stand alone: `«`, the lines, `»`.
fn text_of_lines(source: &Source, line: &Line<'_>, value: &str) -> Option<(usize, String)> {
    if !value.chars().all(|sign| CURLY.contains(&sign)) {
        return None;
    }
    let start = line.span.end + 1;
    let mut end = start;
    for typed in source.text.get(start..)?.split_inclusive('\n') {
        let quotes = typed.trim();
        if !quotes.is_empty()
            && quotes
                .chars()
                .all(|sign| CURLY.contains(&sign) || sign == '"')
        {
            let text = source.text.get(line.span.end..end)?;
            let line_end = if line.line_end().len() == 2 { "\r" } else { "" };
            let whole = end + typed.trim_end().len();
            return Some((whole, format!("\"\"\"{line_end}{text}\"\"\"")));
        }
        if typed.contains('=') || typed.trim_start().starts_with('[') {
            return None;
        }
        end += typed.len();
    }
    None
}

/// The text of an item after its mark, as it should be written, and the place of both. A comma in the text does not end it.
fn listed(line: &Line<'_>, value: &str, place: &Span) -> Option<(String, Span)> {
    let item = without_bullet(value)?;
    let start = place.start + value.len() - item.len();
    let (before, after) = line.split_at(start);
    if let Some(quote) = item
        .chars()
        .next()
        .filter(|sign| ['"', '\''].contains(sign))
    {
        let text = &after[..length_of_text(after, quote)];
        let is_closed = text.len() > 1 && text.ends_with(quote);
        if is_closed {
            return Some((text.to_owned(), place.start..start + text.len()));
        }
    }
    let whole = after.trim_end().trim_end_matches([',', ';']).trim_end();
    let is_alone = before.trim_start().len() == value.len() - item.len();
    match is_alone && !whole.contains(['"', '[', ']', '{', '}', '#', '=']) {
        true => Some((as_text(whole), place.start..start + whole.len())),
        false => Some((as_text(item), place.clone())),
    }
}

/// `- Divers`, `• Divers`, `1. "Divers"`: an item as a word processor lists it, without its mark.
pub(super) fn without_bullet(value: &str) -> Option<&str> {
    let (mark, item) = value.split_once(char::is_whitespace)?;
    let is_number = mark.strip_suffix(['.', ')']).is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    let bullets = ["-", "–", "—", "*", "•", "·", "▪", "o", "➢", "✓", "", ""];
    (is_number || bullets.contains(&mark)).then_some(item.trim_start())
}

fn number(value: &str, place: &Span, fault: Diagnostic) -> Diagnostic {
    let clock = value.replace('.', ":");
    if is_in_clock_form(&clock) {
        return fault.help(format!("une heure s’écrit {clock}, une date 2026-03-17"));
    }
    let plain = value.trim_start_matches('0');
    if plain.len() <= 3 && !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return fault
            .help(format!("écrivez {plain}"))
            .proposal(place.clone(), plain);
    }
    fault.help("écrivez seulement ses chiffres, sans 0 devant ; un numéro de téléphone se met entre guillemets")
}
