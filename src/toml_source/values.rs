//! The usual slips in a value, known by their shape: curly quotes or none, a date the French way, a bullet, two keys on a line.

use super::TomlFault;
use super::line::{CURLY, Line};
use super::moments::{date_or_hour, date_or_hour_meant, is_in_clock_form};
use super::shapes::{as_text, extra_sign, key_without_value};
use crate::diagnostic::{Diagnostic, Span};

/// A value that is nothing that TOML knows.
pub(super) fn value(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (value, place) = line.value_at(span.start);
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(place.clone(), "");
    let in_quotes = |fault: Diagnostic, text: &str| {
        let text = as_text(text);
        fault
            .help(format!("écrivez {text}"))
            .proposal(place.clone(), text)
    };
    if value.is_empty() {
        return key_without_value(line, line.key_at(place.start), &place);
    }
    if value.starts_with(CURLY) {
        let title = "un texte se met entre guillemets droits";
        return in_quotes(fault(TomlFault::CurlyQuotes, title), value);
    }
    if date_or_hour_meant(value).as_deref() == Some(value) {
        return extra_sign(place.end);
    }
    if let Some(fault) = date_or_hour(value, &place) {
        return fault;
    }
    if let Some((before, after)) = value.split_once('=') {
        let key = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let start = place.start + before.trim_end().len() - key.len();
        return Diagnostic::new(TomlFault::TwoKeysOnLine, "il y a deux clés sur cette ligne")
            .at(start..start + key.len(), "")
            .help(format!("passez à la ligne avant {key} ={after}"));
    }
    if let Some(item) = without_bullet(value) {
        let title = "un texte s’écrit sans tiret ni numéro devant";
        return in_quotes(fault(TomlFault::ListMark, title), item);
    }
    if value.ends_with('"') {
        let title = "il manque le guillemet ouvrant de ce texte";
        return in_quotes(fault(TomlFault::MissingOpeningQuote, title), value);
    }
    if value
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-_.".contains(&byte))
        && !value.contains('-')
    {
        return number(
            value,
            &place,
            fault(
                TomlFault::NumberForm,
                "ce nombre n’est pas écrit comme il faut",
            ),
        );
    }
    if value.starts_with(|sign: char| sign.is_ascii_digit()) && value.contains(['-', ':', '/']) {
        return fault(TomlFault::MomentForm, "cette date ou cette heure n’est pas écrite comme il faut")
            .help("une date s’écrit année-mois-jour, 2026-03-17 ; une heure s’écrit 09:30:00 ; un texte se met entre guillemets");
    }
    in_quotes(
        fault(
            TomlFault::MissingQuotes,
            "ce texte n’est pas entre guillemets",
        ),
        value,
    )
}

/// `- Divers`, `• Divers`, `1. "Divers"`: an item as a word processor lists it, without its mark.
fn without_bullet(value: &str) -> Option<&str> {
    let (mark, item) = value.split_once(char::is_whitespace)?;
    let is_number = mark.strip_suffix(['.', ')']).is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    (is_number || ["-", "–", "—", "*", "•", "·", "▪"].contains(&mark)).then_some(item.trim_start())
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
