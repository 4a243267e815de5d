//! A value of the wrong kind, such as a number where a text should be: what to write instead.

use super::moments::is_in_clock_form;
use super::slips::{Found, Slip, Wanted};
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Source};

/// The diagnostic of a slip that holds `found` where `wanted` should be.
pub(super) fn explain(
    source: &Source,
    slip: &Slip,
    wanted: Wanted,
    found: Found,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    if let Some(fault) = wrong_brackets(source, slip, wanted, found) {
        return fault;
    }
    let (wanted_said, found_said) = (said_wanted(wanted), said_found(found));
    let title = format!("il faut ici {wanted_said}, et non {found_said}");
    let Way { said, written } = way(source, slip, wanted, found, vocabulary);
    let fault = Diagnostic::new(TomlFault::WrongType, title)
        .at(slip.span.clone(), "")
        .help(said);
    match written {
        Some(value) => fault.proposal(slip.span.clone(), value),
        None => fault,
    }
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
    let here = |kind, title: String| Diagnostic::new(kind, title).at(slip.span.clone(), "");
    match (wanted, found) {
        (Wanted::List | Wanted::TextOrList, Found::Group) if is_block && typed.starts_with('[') => {
            Some(
                here(
                    TomlFault::BlockInSingleBrackets,
                    "ce bloc peut se répéter : ses crochets sont doubles".into(),
                )
                .help(format!("écrivez [{typed}]"))
                .proposal(slip.span.clone(), format!("[{typed}]")),
            )
        }
        (Wanted::List, Found::Group) if is_block => Some(
            here(
                TomlFault::MissingBlock,
                format!("il manque un bloc [[{typed}]] avant cette ligne"),
            )
            .help(format!("écrivez d’abord [[{typed}]] et son titre")),
        ),
        (Wanted::Text | Wanted::TextOrGroup, Found::Group) if is_block => Some(
            here(
                TomlFault::TextAsBlock,
                "un texte ne s’écrit pas comme un bloc".into(),
            )
            .help(if typed.starts_with("[[") {
                format!("écrivez {} = [ \"…\" ]", slip.key)
            } else {
                format!("écrivez {} = \"…\"", slip.key)
            }),
        ),
        (Wanted::Group, Found::List) if is_block && typed.starts_with("[[") => Some(
            here(
                TomlFault::BlockInDoubleBrackets,
                "ce bloc ne se répète pas : ses crochets sont simples".into(),
            )
            .help(format!("écrivez [{}]", typed.trim_matches(['[', ']'])))
            .proposal(
                slip.span.clone(),
                format!("[{}]", typed.trim_matches(['[', ']'])),
            ),
        ),
        _ => None,
    }
}

/// What sets a value of the wrong kind right.
struct Way {
    said: String,
    /// The value as it should be written, where it is known.
    written: Option<String>,
}

impl From<String> for Way {
    fn from(said: String) -> Self {
        let written = None;
        Self { said, written }
    }
}

impl From<&str> for Way {
    fn from(said: &str) -> Self {
        said.to_owned().into()
    }
}

/// The sentence that ends with the value as it should be written.
fn write(said: &str, value: String) -> Way {
    Way {
        said: format!("{said}{value}"),
        written: Some(value),
    }
}

fn way(source: &Source, slip: &Slip, wanted: Wanted, found: Found, vocabulary: &Vocabulary) -> Way {
    let typed = source.text.get(slip.span.clone()).unwrap_or_default();
    // A group that a key such as `cloture.notes` made has no braces.
    let is_dotted = found == Found::Group && !typed.starts_with('{');
    let is_short = typed.chars().count() <= 40 && !typed.contains('\n');
    let shown = if is_short { typed } else { "…" };
    let around = |said: &str, before: &str, after: &str| Way {
        said: format!("{said}{before}{shown}{after}"),
        written: (!typed.contains('\n')).then(|| format!("{before}{typed}{after}")),
    };
    let example = || {
        let known = vocabulary.examples.iter().find(|(key, _)| *key == slip.key);
        known.map(|(_, example)| Way::from(format!("écrivez par exemple : {example}")))
    };
    if wanted == Wanted::Text
        && let Some(example) = example()
    {
        // One of a few words: no value typed otherwise becomes one by its quotation marks.
        return example;
    }
    match (wanted, found) {
        (Wanted::Text | Wanted::TextOrGroup, Found::List) if only_text(typed).is_some() => write(
            "écrivez le texte seul : ",
            only_text(typed).unwrap_or_default().to_owned(),
        ),
        (Wanted::Text | Wanted::TextOrGroup, Found::List) => {
            "retirez les crochets [ ] ; un texte de plusieurs lignes se met entre \"\"\" et \"\"\""
                .into()
        }
        (Wanted::Text, Found::Group) if is_dotted => format!("écrivez {} = \"…\"", slip.key).into(),
        (Wanted::Text, Found::Group) => {
            "retirez les accolades { } : un seul texte suffit, \"…\"".into()
        }
        (Wanted::Text | Wanted::TextOrGroup, Found::Boolean(_)) => {
            "écrivez le texte entre guillemets droits : \"…\"".into()
        }
        (Wanted::Text | Wanted::TextOrGroup, _) => {
            around("ajoutez des guillemets droits : ", "\"", "\"")
        }
        (Wanted::Number, Found::List) => "écrivez un seul nombre, par exemple 3".into(),
        (Wanted::Number, Found::Text) => {
            let plain = typed.trim_matches('"');
            if plain.parse::<u32>().is_ok() {
                write("écrivez le nombre sans guillemets : ", plain.to_owned())
            } else if let Some(count) = count_meant(typed) {
                let said = "écrivez le nombre seul, sans unité ni guillemets : ";
                write(said, count.to_string())
            } else {
                example()
                    .unwrap_or_else(|| "écrivez un nombre sans guillemets, par exemple 3".into())
            }
        }
        (Wanted::Number, _) => "écrivez un nombre sans guillemets, par exemple 3".into(),
        (Wanted::Decimal, _) => match number_meant(typed) {
            Some(number) => write(
                "écrivez le nombre seul, sans unité ni guillemets : ",
                number,
            ),
            None => "écrivez un nombre sans guillemets, par exemple 9.5".into(),
        },
        (Wanted::Boolean, Found::Text) if said_yes(typed).is_some() => {
            let word = said_yes(typed).unwrap_or_default().to_string();
            Way {
                said: format!("écrivez {word}, sans guillemets"),
                written: Some(word),
            }
        }
        (Wanted::Boolean, Found::Number) if ["0", "1"].contains(&typed) => {
            write("écrivez ", (typed == "1").to_string())
        }
        (Wanted::Boolean, _) => "écrivez true pour oui, false pour non, sans guillemets".into(),
        (Wanted::List | Wanted::TextOrList, Found::Group) if !is_dotted => {
            around("mettez le groupe entre crochets : ", "[ ", " ]")
        }
        (Wanted::List | Wanted::TextOrList, Found::Group) => {
            example().unwrap_or_else(|| format!("écrivez {} = [ \"…\" ]", slip.key).into())
        }
        (Wanted::List, Found::Text)
            if !vocabulary.groups.contains(&slip.key.as_str()) && !typed.contains('\n') =>
        {
            around("mettez la valeur entre crochets : ", "[ ", " ]")
        }
        (Wanted::List | Wanted::TextOrList, _) => {
            example().unwrap_or_else(|| around("mettez la valeur entre crochets : ", "[ ", " ]"))
        }
        (Wanted::Group | Wanted::GroupOrList, Found::Text)
            if vocabulary.people.contains(&slip.key.as_str()) && !typed.contains('\n') =>
        {
            let example = vocabulary.example_of(&slip.key).unwrap_or_default();
            Way {
                said: format!("écrivez par exemple : {example}"),
                written: Some(format!("{{ nom = {typed} }}")),
            }
        }
        (Wanted::Group | Wanted::GroupOrList, _) => example()
            .unwrap_or_else(|| "un groupe s’écrit entre accolades : { clé = \"…\" }".into()),
        (Wanted::Date, _) => "une date s’écrit année-mois-jour : 2026-03-17".into(),
        (Wanted::Hour, Found::Number) if typed.parse().is_ok_and(|hour: u8| hour < 24) => {
            write("écrivez ", format!("{typed:0>2}:00"))
        }
        (Wanted::Hour, Found::Decimal)
            if is_in_clock_form(&format!("{:0>5}", typed.replace('.', ":"))) =>
        {
            write("écrivez ", format!("{:0>5}", typed.replace('.', ":")))
        }
        (Wanted::Hour, _) => "une heure s’écrit 09:30:00".into(),
        (Wanted::DateOrWord, _) => "écrivez une date, 2026-03-31, ou un mot, \"immédiat\"".into(),
    }
}

/// The text in `[ "PNUD" ]`.
fn only_text(typed: &str) -> Option<&str> {
    let text = typed.strip_prefix('[')?.strip_suffix(']')?.trim();
    let is_one = text.len() >= 2
        && text.starts_with('"')
        && text.ends_with('"')
        && text.matches('"').count() == 2;
    is_one.then_some(text)
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
pub(super) fn said_yes(typed: &str) -> Option<bool> {
    match typed.trim_matches('"').to_lowercase().as_str() {
        "oui" | "vrai" | "true" => Some(true),
        "non" | "faux" | "false" => Some(false),
        _ => None,
    }
}
