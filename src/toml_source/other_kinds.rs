//! Values without quotation marks where the key takes no text: a word for yes or for a number, a name for a group.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::line::{Line, block_of};
use super::moments::{date_before_hour, date_or_hour_meant, hour_slip};
use super::wrong_type::said_yes;
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Kind, Source, Span};
use crate::french::folding::{fold, with_plain_digits};
use crate::french::numbers::cardinal;
use crate::french::{Gender, Spelling};

const A_DATE: &str = "une date s’écrit année-mois-jour : 2026-03-17";
const AN_HOUR: &str = "une heure s’écrit 09:30:00";
/// The greatest number that is known by its words.
const MOST_IN_WORDS: u64 = 999;

/// `oui`, `n° 4`, `1 200`, `12 personnes`, `vingt`: where the key wants a yes or a number.
pub(super) fn typed(
    source: &Source,
    line: &Line<'_>,
    place: &Span,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let value = &with_plain_digits(source.text.get(place.clone())?);
    let key = line.key_at(place.start);
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(place.clone(), "");
    if vocabulary.booleans.contains(&key) {
        let word = said_yes(value)?.to_string();
        let title = "il faut ici true (oui) ou false (non), et non un autre mot";
        let fault = fault(TomlFault::WrongType, title);
        let fault = fault.help(format!("écrivez {word}, sans guillemets"));
        return Some(fault.proposal(place.clone(), word));
    }
    let is_number = wants_number(source, line, place, vocabulary);
    let is_plain = is_number && !value.contains(['.', '"', ':', '-']);
    if let Some(number) = number_in(value).filter(|_| is_plain) {
        let title = "ce nombre n’est pas écrit comme il faut";
        let fault = fault(TomlFault::NumberForm, title);
        let fault = fault.help(format!("écrivez le nombre seul : {number}"));
        return Some(fault.proposal(place.clone(), number));
    }
    if !is_number {
        return None;
    }
    let number = number_in_letters(value)?.to_string();
    let fault = fault(TomlFault::NumberForm, "ce nombre s’écrit en chiffres");
    let fault = fault.help(format!("écrivez {key} = {number}"));
    Some(fault.proposal(place.clone(), number))
}

/// `9h30 GMT` where the key takes an hour, `2026-03-17 à 9h` where it takes a date: what is meant. `9h30` where it takes a date or a number is
/// not.
pub(super) fn moment(
    source: &Source,
    line: &Line<'_>,
    place: &Span,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let value = source.text.get(place.clone())?;
    let key = line.key_at(place.start);
    let meant = date_or_hour_meant(value);
    let is_hour = meant.as_ref().map(|meant| meant.contains(':'));
    let said = if is_hour == Some(true) {
        "une heure"
    } else {
        "une date"
    };
    let other = |wanted: &str, help: &str| {
        let title = format!("il faut ici {wanted}, et non {said}");
        let fault = Diagnostic::new(TomlFault::WrongType, title).at(place.clone(), "");
        Some(fault.help(help))
    };
    if vocabulary.hours.contains(&key) {
        return match is_hour {
            None => hour_slip(value, place),
            Some(true) => None,
            Some(false) => other("une heure", AN_HOUR),
        };
    }
    if vocabulary.dates.contains(&key) {
        return match is_hour {
            None => date_before_hour(value, place),
            Some(true) => other("une date", A_DATE),
            Some(false) => None,
        };
    }
    let is_number = is_hour.is_some() && wants_number(source, line, place, vocabulary);
    let help = format!("écrivez-le en chiffres, sans guillemets : {key} = 3");
    is_number
        .then(|| other("un nombre entier", &help))
        .flatten()
}

/// What is said of `4,5` where the key takes no number with decimals: no point makes it right there.
pub(super) fn of_comma(
    source: &Source,
    line: &Line<'_>,
    fault: Diagnostic,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    if fault.code.as_str() != TomlFault::DecimalComma.code() {
        return fault;
    }
    let place = fault.spots.first().map(|spot| spot.span.clone());
    let place = place.unwrap_or_default();
    let value = source.text.get(place.clone()).unwrap_or_default();
    if is_extra(source, line) {
        return fault;
    }
    let key = line.key_at(place.start);
    let other = |wanted: &str| {
        let title = format!("il faut ici {wanted}, et non un nombre à virgule");
        Diagnostic::new(TomlFault::WrongType, title).at(place.clone(), "")
    };
    if vocabulary.hours.contains(&key) {
        return hour_slip(value, &place).unwrap_or_else(|| other("une heure").help(AN_HOUR));
    }
    if vocabulary.dates.contains(&key) {
        return other("une date").help(A_DATE);
    }
    if wants_number(source, line, &place, vocabulary) {
        let help = format!("écrivez un seul nombre, sans virgule : {key} = 3");
        return other("un nombre entier").help(help);
    }
    if vocabulary.has_decimals {
        return fault;
    }
    let title = "ce texte n’est pas entre guillemets";
    let fault = Diagnostic::new(TomlFault::MissingQuotes, title).at(place.clone(), "");
    let fault = fault.help(format!("écrivez \"{value}\""));
    fault.proposal(place, format!("\"{value}\""))
}

/// Whether a line is of `[extra]`, whose keys take a value of any kind.
fn is_extra(source: &Source, line: &Line<'_>) -> bool {
    let is_of = |name: &str| {
        name.split('.')
            .next()
            .is_some_and(|name| name.trim() == "extra")
    };
    let block = block_of(&source.text, line.span.start);
    is_of(block) || (block.is_empty() && is_of(line.key()))
}

/// Another word where the key takes no text: quotation marks would not make it right.
pub(super) fn word(
    source: &Source,
    line: &Line<'_>,
    place: &Span,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let value = source.text.get(place.clone())?;
    let key = line.key_at(place.start);
    if !value.starts_with(char::is_alphanumeric) || value.contains(['"', '[', '{', '(']) {
        return None;
    }
    let is_word = value.starts_with(char::is_alphabetic);
    let typed = if is_word { "un mot" } else { "un texte" };
    let fault = |wanted: &str| {
        let title = format!("il faut ici {wanted}, et non {typed}");
        Diagnostic::new(TomlFault::WrongType, title).at(place.clone(), "")
    };
    if vocabulary.booleans.contains(&key) {
        let help = format!("écrivez {key} = true pour oui, {key} = false pour non");
        return Some(fault("true (oui) ou false (non)").help(help));
    }
    if vocabulary.dates.contains(&key) {
        return Some(fault("une date").help(A_DATE));
    }
    if vocabulary.hours.contains(&key) {
        return Some(fault("une heure").help(AN_HOUR));
    }
    let may_be_list = vocabulary.lists.contains(&key);
    if wants_number(source, line, place, vocabulary) && !may_be_list {
        let help = format!("écrivez-le en chiffres, sans guillemets : {key} = 3");
        return Some(fault("un nombre entier").help(help));
    }
    let is_inner = line.split_at(place.start).0.contains(['[', '{']) || !is_word;
    let example = vocabulary.example_of(key).filter(|_| !is_inner)?;
    let group = example
        .split_once("= {")
        .map(|(_, group)| group.trim_start())?;
    let fault = fault("un groupe de clés").help(format!("écrivez par exemple : {example}"));
    Some(match group.starts_with("nom =") && !value.contains('\\') {
        true => fault.proposal(place.clone(), format!("{{ nom = \"{value}\" }}")),
        false => fault,
    })
}

/// Whether the key takes a number there. `numero` does so for the meeting alone: a decision and an action have theirs in a text.
fn wants_number(source: &Source, line: &Line<'_>, place: &Span, vocabulary: &Vocabulary) -> bool {
    let key = line.key_at(place.start);
    if !vocabulary.numbers.contains(&key) {
        return false;
    }
    let is_inner = line.split_at(place.start).0.contains('{');
    let is_at_top = || !is_inner && block_of(&source.text, line.span.start).is_empty();
    !vocabulary.numbers_at_top.contains(&key) || is_at_top()
}

/// The digits of the one number in a text.
fn number_in(value: &str) -> Option<String> {
    let start = value.find(|sign: char| sign.is_ascii_digit())?;
    let number = value[start..].trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let is_digit_or_space = |sign: char| sign.is_ascii_digit() || sign.is_whitespace();
    let end = number
        .find(|sign| !is_digit_or_space(sign))
        .unwrap_or(number.len());
    if number[end..].contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let digits: String = number[..end].chars().filter(char::is_ascii_digit).collect();
    let plain = digits.trim_start_matches('0');
    (!plain.is_empty() && plain.len() < 10).then(|| plain.to_owned())
}

/// `vingt et un`, `IV`, `aucun`: the number that letters tell.
fn number_in_letters(value: &str) -> Option<u64> {
    const LONGEST: usize = 40;
    if value.len() > LONGEST || !value.starts_with(char::is_alphabetic) {
        return None;
    }
    let typed = fold(value);
    if ["aucun", "aucune", "zero", "neant"].contains(&typed.as_str()) {
        return Some(0);
    }
    roman(value).or_else(|| NUMBERS_IN_WORDS.get(&typed).copied())
}

/// The numbers by their words, folded.
static NUMBERS_IN_WORDS: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    let said = |number, gender| fold(&cardinal(number, gender, Spelling::Traditional));
    let of_both =
        |number| [Gender::Masculine, Gender::Feminine].map(|gender| (said(number, gender), number));
    (1..=MOST_IN_WORDS).flat_map(of_both).collect()
});

/// A Roman number in capitals, as those of meetings are.
fn roman(value: &str) -> Option<u64> {
    const SIGNS: [(u64, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut number, mut rest) = (0, value);
    for (worth, sign) in SIGNS {
        while let Some(after) = rest.strip_prefix(sign) {
            (number, rest) = (number + worth, after);
        }
    }
    (rest.is_empty() && number > 0).then_some(number)
}
