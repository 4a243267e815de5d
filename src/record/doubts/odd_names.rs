//! Names in lists of people that are more than a name, or none: rows of a sheet that were pasted as they stood there.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::bare_names::may_name_person;
use crate::french::folding::fold;
use crate::record::RecordDoubt;
use crate::record::placeholders::is_placeholder;
use crate::record::raw::{RawMeeting, RawPerson};

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    for list in raw.people_lists() {
        let is_of_columns = list.people().any(|(person, _)| !is_bare(person));
        let is_of_commas = list.people().count() > 1
            && list.people().all(|(person, _)| {
                let name = person.name.get();
                name.is_some_and(|name| has_three_parts(name))
            });
        for (person, _) in list.people() {
            let Some((name, span)) = person.name.located() else {
                continue;
            };
            let is_row = is_bare(person) && (is_of_columns || is_of_commas);
            if let Some(help) = odd(name, is_row) {
                let title = "ceci n’est sans doute pas un nom seul";
                let doubt = Diagnostic::new(RecordDoubt::OddName, title);
                doubts.push(doubt.at(span, "").help(help));
            }
        }
    }
}

/// Whether nothing but a name is told of somebody.
fn is_bare(person: &RawPerson) -> bool {
    person.function.is_absent() && person.organisation.is_absent()
}

/// What helps where a name is odd; `is_row` tells that it may be all that a row of a sheet had.
fn odd(name: &str, is_row: bool) -> Option<&'static str> {
    if name.trim().is_empty() || is_placeholder(name) {
        return None;
    }
    if !name.contains(char::is_alphabetic) {
        return Some("écrivez le nom, ou supprimez cette personne");
    }
    if is_total(name) {
        return Some("supprimez cette ligne : le nombre des présents s’écrit dans `presences`");
    }
    if has_number_before(name) {
        return Some("écrivez le nom sans numéro devant");
    }
    (is_row && has_three_parts(name))
        .then_some("séparez le nom, la fonction et l’organisation par des points-virgules")
}

/// `Total : 3`.
fn is_total(name: &str) -> bool {
    let mut words = name.split(|sign: char| !sign.is_alphanumeric());
    let is_led = words
        .find(|word| !word.is_empty())
        .is_some_and(|word| ["total", "totaux"].contains(&fold(word).as_str()));
    is_led && name.contains(|sign: char| sign.is_ascii_digit())
}

/// `1. Ali Bi`, `n° 12 - Ali Bi`.
fn has_number_before(name: &str) -> bool {
    let name = name.trim_start();
    let led = ["n° ", "n°", "N° ", "N°"]
        .into_iter()
        .find_map(|lead| name.strip_prefix(lead));
    let rest = led.unwrap_or(name);
    let after = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_short = (1..=3).contains(&(rest.len() - after.len()));
    let sign = after.trim_start();
    let words = sign.trim_start_matches(['.', ')', '-', '–', '/', ':', '|']);
    let is_parted = led.is_some() || words.len() < sign.len();
    let is_spaced =
        after.starts_with(char::is_whitespace) || words.starts_with(char::is_whitespace);
    is_short && is_parted && is_spaced
}

/// `Ali By, chef de bureau, OIM`.
fn has_three_parts(name: &str) -> bool {
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty()) && may_name_person(parts[0])
}

#[cfg(test)]
mod tests {
    use super::odd;

    #[test]
    fn a_name_is_odd_or_not() {
        for name in [
            "-",
            "???",
            "12",
            "Total : 3",
            "TOTAL GÉNÉRAL 12",
            "1. Ali Bi",
            "2) Awa Sow",
            "03 - Awa Sow",
            "n° 4 Awa Sow",
            "N°5 : Awa Sow",
        ] {
            assert!(odd(name, false).is_some(), "{name}");
        }
        for name in ["Ali By, x, OIM", "Awa Sow, cheffe de bureau, Mairie de Gao"] {
            assert!(odd(name, true).is_some(), "{name}");
            assert!(odd(name, false).is_none(), "{name}");
        }
        for name in [
            "Ali By",
            "…",
            "",
            "3M",
            "2iE",
            "3 Suisses",
            "1er adjoint",
            "Total",
            "TotalEnergies 3",
            "Totale 3",
            "18.11 Conseil",
            "Association du 1.5",
            "M. Karim Attou",
            "Sow, Awa",
            "40-20 Conseil",
            "Ministère de la santé, de la jeunesse, des sports",
            "Sow, Awa, OIM, Gao",
            "N’Diaye",
            "N° vert",
        ] {
            assert!(odd(name, true).is_none(), "{name}");
        }
    }
}
