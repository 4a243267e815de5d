//! A slip of the reader said in French, with the way out.

use super::Vocabulary;
use super::moments::is_in_clock_form;
use super::slips::{Found, Slip, SlipKind, Wanted};
use crate::diagnostic::{Diagnostic, Source};

/// The diagnostic of a slip.
pub(super) fn explain(source: &Source, slip: &Slip, vocabulary: &Vocabulary) -> Diagnostic {
    let here = |title: String| Diagnostic::fault(title).at(slip.span.clone(), "");
    match &slip.kind {
        SlipKind::UnknownKey { near, allowed } => unknown_key(slip, *near, allowed, vocabulary),
        SlipKind::UnknownWord { word, allowed } => {
            let fault = here(format!("valeur inconnue : « {word} »"));
            match vocabulary.meant(word, allowed) {
                Some(near) => fault.help(format!("vouliez-vous dire \"{near}\" ?")),
                None => fault,
            }
            .help(format!("valeurs admises : {}", quoted_list(allowed)))
        }
        SlipKind::WrongType { wanted, found } => wrong_brackets(source, slip, *wanted, *found)
            .unwrap_or_else(|| {
                let (wanted_said, found_said) = (said_wanted(*wanted), said_found(*found));
                here(format!("il faut ici {wanted_said}, et non {found_said}"))
                    .help(wrong_type_help(source, slip, *wanted, *found, vocabulary))
            }),
        SlipKind::ControlCharacter(character) => {
            let number = u32::from(*character);
            here(format!("ce texte contient un caractère invisible interdit (U+{number:04X})"))
                .help("effacez ce texte et retapez-le ; seuls la tabulation et le passage à la ligne sont permis")
        }
        SlipKind::NumberTooLarge => here("ce nombre est trop grand".into())
            .help("vérifiez-le ; un numéro de téléphone se met entre guillemets"),
        SlipKind::Other => here("cette valeur ne se lit pas".into()),
    }
}

fn unknown_key(
    slip: &Slip,
    near: Option<&str>,
    allowed: &[&str],
    vocabulary: &Vocabulary,
) -> Diagnostic {
    let key = slip.key.as_str();
    let fault = Diagnostic::fault(format!("clé inconnue : `{key}`")).at(slip.span.clone(), "");
    if let Some((_, sentence)) = vocabulary.advice.iter().find(|(word, _)| *word == key) {
        return fault.help(*sentence);
    }
    if let Some(near) = near {
        return fault.help(format!("vouliez-vous dire `{near}` ?"));
    }
    let fault = if vocabulary.top_keys.contains(&key) {
        fault.help(format!(
            "`{key}` se place plus haut dans le fichier, avant la première ligne entre crochets [ ]"
        ))
    } else {
        fault
    };
    fault.help(format!("clés admises ici : {}", allowed.join(", ")))
}

fn said_wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "un texte entre guillemets droits",
        Wanted::Number => "un nombre entier",
        Wanted::Decimal => "un nombre",
        Wanted::Boolean => "true (oui) ou false (non)",
        Wanted::List => "une liste entre crochets",
        Wanted::Group => "un groupe de clés",
        Wanted::TextOrGroup => "un texte, ou un groupe de clés",
        Wanted::TextOrList => "une liste entre crochets, ou un texte",
        Wanted::GroupOrList => "un groupe de clés, ou une liste de groupes",
        Wanted::Date => "une date",
        Wanted::Hour => "une heure",
        Wanted::DateOrWord => "une date ou un mot",
    }
}

fn said_found(found: Found) -> &'static str {
    match found {
        Found::Text => "un texte",
        Found::Number => "un nombre",
        Found::Decimal => "un nombre à virgule",
        Found::Boolean(true) => "le mot true",
        Found::Boolean(false) => "le mot false",
        Found::Hour => "une heure",
        Found::Date => "une date",
        Found::List => "une liste",
        Found::Group => "un groupe de clés",
    }
}

/// Lines such as `[themes]` for `[[themes]]`, `[[cloture]]` for `[cloture]`, `[[themes.actions]]` before any `[[themes]]`, and
/// blocks for what is no block.
fn wrong_brackets(
    source: &Source,
    slip: &Slip,
    wanted: Wanted,
    found: Found,
) -> Option<Diagnostic> {
    let typed = source.text.get(slip.span.clone())?;
    let is_block = source
        .line_at(slip.span.start)
        .trim_start()
        .starts_with('[');
    let here = |title: String| Diagnostic::fault(title).at(slip.span.clone(), "");
    match (wanted, found) {
        (Wanted::List | Wanted::TextOrList, Found::Group) if is_block && typed.starts_with('[') => {
            Some(
                here("ce bloc peut se répéter : ses crochets sont doubles".into())
                    .help(format!("écrivez [{typed}]")),
            )
        }
        (Wanted::List, Found::Group) if is_block => Some(
            here(format!("il manque un bloc [[{typed}]] avant cette ligne"))
                .help(format!("écrivez d’abord [[{typed}]] et son titre")),
        ),
        (Wanted::Text | Wanted::TextOrGroup, Found::Group) if is_block => Some(
            here("un texte ne s’écrit pas comme un bloc".into()).help(if typed.starts_with("[[") {
                format!("écrivez {} = [ \"…\" ]", slip.key)
            } else {
                format!("écrivez {} = \"…\"", slip.key)
            }),
        ),
        (Wanted::Group, Found::List) if is_block && typed.starts_with("[[") => Some(
            here("ce bloc ne se répète pas : ses crochets sont simples".into())
                .help(format!("écrivez [{}]", typed.trim_matches(['[', ']']))),
        ),
        _ => None,
    }
}

fn wrong_type_help(
    source: &Source,
    slip: &Slip,
    wanted: Wanted,
    found: Found,
    vocabulary: &Vocabulary,
) -> String {
    let typed = source.text.get(slip.span.clone()).unwrap_or_default();
    // A group that a key such as `cloture.notes` made has no braces.
    let is_dotted = found == Found::Group && !typed.starts_with('{');
    let is_short = typed.chars().count() <= 40 && !typed.contains('\n');
    let typed = if is_short { typed } else { "…" };
    let example = || {
        let known = vocabulary.examples.iter().find(|(key, _)| *key == slip.key);
        known.map(|(_, example)| format!("écrivez par exemple : {example}"))
    };
    if wanted == Wanted::Text
        && let Some(example) = example()
    {
        // One of a few words: no value typed otherwise becomes one by its quotation marks.
        return example;
    }
    match (wanted, found) {
        (Wanted::Text | Wanted::TextOrGroup, Found::List) => {
            "retirez les crochets [ ] ; un texte de plusieurs lignes se met entre \"\"\" et \"\"\""
                .into()
        }
        (Wanted::Text, Found::Group) if is_dotted => format!("écrivez {} = \"…\"", slip.key),
        (Wanted::Text, Found::Group) => {
            "retirez les accolades { } : un seul texte suffit, \"…\"".into()
        }
        (Wanted::Text | Wanted::TextOrGroup, Found::Boolean(_)) => {
            "écrivez le texte entre guillemets droits : \"…\"".into()
        }
        (Wanted::Text | Wanted::TextOrGroup, _) => {
            format!("ajoutez des guillemets droits : \"{typed}\"")
        }
        (Wanted::Number, Found::List) => "écrivez un seul nombre, par exemple 3".into(),
        (Wanted::Number, Found::Text) if typed.trim_matches('"').parse::<u32>().is_ok() => {
            format!(
                "écrivez le nombre sans guillemets : {}",
                typed.trim_matches('"')
            )
        }
        (Wanted::Number, Found::Text) if count_meant(typed).is_some() => format!(
            "écrivez le nombre seul, sans unité ni guillemets : {}",
            count_meant(typed).unwrap_or_default()
        ),
        (Wanted::Number, Found::Text) => {
            example().unwrap_or_else(|| "écrivez un nombre sans guillemets, par exemple 3".into())
        }
        (Wanted::Number, _) => "écrivez un nombre sans guillemets, par exemple 3".into(),
        (Wanted::Decimal, _) => match number_meant(typed) {
            Some(number) => format!("écrivez le nombre seul, sans unité ni guillemets : {number}"),
            None => "écrivez un nombre sans guillemets, par exemple 9.5".into(),
        },
        (Wanted::Boolean, Found::Text) if said_yes(typed).is_some() => format!(
            "écrivez {}, sans guillemets",
            said_yes(typed).unwrap_or_default()
        ),
        (Wanted::Boolean, _) => "écrivez true pour oui, false pour non, sans guillemets".into(),
        (Wanted::List | Wanted::TextOrList, Found::Group) if !is_dotted => {
            format!("mettez le groupe entre crochets : [ {typed} ]")
        }
        (Wanted::List | Wanted::TextOrList, Found::Group) => {
            example().unwrap_or_else(|| format!("écrivez {} = [ \"…\" ]", slip.key))
        }
        (Wanted::List | Wanted::TextOrList, _) => {
            example().unwrap_or_else(|| format!("mettez la valeur entre crochets : [ {typed} ]"))
        }
        (Wanted::Group | Wanted::GroupOrList, _) => example()
            .unwrap_or_else(|| "un groupe s’écrit entre accolades : { clé = \"…\" }".into()),
        (Wanted::Date, _) => "une date s’écrit année-mois-jour : 2026-03-17".into(),
        (Wanted::Hour, Found::Number) if typed.parse().is_ok_and(|hour: u8| hour < 24) => {
            format!("écrivez {typed:0>2}:00")
        }
        (Wanted::Hour, Found::Decimal) if is_in_clock_form(&typed.replace('.', ":")) => {
            format!("écrivez {}", typed.replace('.', ":"))
        }
        (Wanted::Hour, _) => "une heure s’écrit 09:30:00".into(),
        (Wanted::DateOrWord, _) => "écrivez une date, 2026-03-31, ou un mot, \"immédiat\"".into(),
    }
}

/// The number in `"9,5 pt"`.
fn number_meant(typed: &str) -> Option<String> {
    let number: String = typed
        .trim_matches('"')
        .chars()
        .take_while(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
        .map(|sign| if sign == ',' { '.' } else { sign })
        .collect();
    number.parse::<f64>().is_ok().then_some(number)
}

/// The number in `"10 min"`; none in `"1 h"`, which counts something else than minutes.
fn count_meant(typed: &str) -> Option<u32> {
    let text = typed.trim_matches('"').trim();
    let end = text.find(|sign: char| !sign.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let is_unit = unit.trim_start().starts_with(char::is_alphabetic)
        && !unit.contains(|sign: char| sign.is_ascii_digit())
        && !unit.trim_start().to_lowercase().starts_with('h');
    number.parse().ok().filter(|_| is_unit)
}

/// What a word for yes or no is in TOML.
fn said_yes(typed: &str) -> Option<bool> {
    match typed.trim_matches('"').to_lowercase().as_str() {
        "oui" | "vrai" | "true" => Some(true),
        "non" | "faux" | "false" => Some(false),
        _ => None,
    }
}

fn quoted_list(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
