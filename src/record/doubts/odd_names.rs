//! Names in lists of people that are more than a name, or none: rows of a sheet that were pasted as they stood there.

use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::bare_names::may_name_person;
use crate::french::folding::fold;
use crate::french::persons::is_titled;
use crate::record::RecordDoubt;
use crate::record::placeholders::is_placeholder;
use crate::record::raw::{RawMeeting, RawPeople, RawPerson};
use crate::toml_source::Field;

pub(super) fn doubts(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    for list in raw.people_lists() {
        let are_rows = is_pasted(source, list) && have_commas_for_columns(list);
        for (person, _) in list.people() {
            let Some((name, span)) = person.name.located() else {
                continue;
            };
            if counts_people(person, name) {
                continue;
            }
            if let Some(help) = odd(name, are_rows) {
                let title = "ceci n’est sans doute pas un nom seul";
                let doubt = Diagnostic::new(RecordDoubt::OddName, title);
                doubts.push(doubt.at(span, "").help(help));
            }
        }
    }
}

/// Whether a list is one text.
fn is_pasted(source: &Source, list: &Field<RawPeople>) -> bool {
    list.span()
        .and_then(|span| source.text.get(span))
        .is_some_and(|typed| typed.starts_with(['"', '\'']))
}

/// Whether each row of a list, of three at least, is a name alone with three parts.
fn have_commas_for_columns(list: &Field<RawPeople>) -> bool {
    let is_row = |person: &RawPerson| {
        let is_bare = person.function.is_absent() && person.organisation.is_absent();
        is_bare && person.name.get().is_some_and(|name| has_three_parts(name))
    };
    list.people().count() >= 3 && list.people().all(|(person, _)| is_row(person))
}

/// `3` or `-3` beside an organisation: so many came from there.
fn counts_people(person: &RawPerson, name: &str) -> bool {
    let name = name.trim();
    let number = name.strip_prefix(['-', '−', '–']).unwrap_or(name).trim();
    let is_number = !number.is_empty() && number.chars().all(|sign| sign.is_ascii_digit());
    is_number && person.function.is_absent() && person.organisation.get().is_some()
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

/// `Total`, `Total : 3`: nothing but that word and a number.
fn is_total(name: &str) -> bool {
    let parts = name.split(|sign: char| sign.is_whitespace() || sign == ':');
    let mut parts = parts.filter(|part| !part.is_empty());
    let is_led = parts.next().is_some_and(|word| fold(word) == "total");
    is_led && parts.all(|part| part.chars().all(|sign| sign.is_ascii_digit()))
}

/// `1. Ali Bi`, `n° 12 - Ali Bi`. `1) Ali Bi` has a bracket too many, of which another doubt tells.
fn has_number_before(name: &str) -> bool {
    let name = name.trim_start();
    let led = ["n° ", "n°", "N° ", "N°"]
        .into_iter()
        .find_map(|lead| name.strip_prefix(lead));
    let rest = led.unwrap_or(name);
    let after = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_short = (1..=3).contains(&(rest.len() - after.len()));
    let sign = after.trim_start();
    let words = sign.trim_start_matches(['.', '-', '–', '/', ':', '|']);
    let is_parted = led.is_some() || words.len() < sign.len();
    let is_spaced =
        after.starts_with(char::is_whitespace) || words.starts_with(char::is_whitespace);
    is_short && is_parted && is_spaced
}

/// `Ali By, chef de bureau, OIM`. Behind a title there is a person with more than one function, and degrees are none.
fn has_three_parts(name: &str) -> bool {
    const DEGREES: [&str; 6] = ["phd", "md", "mph", "msc", "mba", "ma"];
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    parts.len() == 3
        && parts.iter().all(|part| !part.is_empty())
        && may_name_person(parts[0])
        && !is_titled(name)
        && !name.contains(char::is_numeric)
        && !parts
            .iter()
            .any(|part| DEGREES.contains(&fold(part).as_str()))
}

#[cfg(test)]
mod tests {
    use super::odd;
    use crate::diagnostic::{Kind, Source};
    use crate::record::{AnnexFile, RecordDoubt, read};

    /// Lists, and how many of their names are odd.
    const LISTS: [(&str, usize); 8] = [
        (
            "\"\"\"\nAli By, chef, OIM\nAwa Sow, cheffe, PNUD\nIda Ba, juriste, FAO\n\"\"\"",
            3,
        ),
        (
            "\"\"\"\nAli By, chef, OIM\nAwa Sow, cheffe, PNUD\n\"\"\"",
            0,
        ),
        (
            "\"\"\"\nAli By, chef, OIM\nAwa Sow, cheffe, PNUD\nIda Ba ;; FAO\n\"\"\"",
            0,
        ),
        (
            "\"\"\"\nAli By, chef, OIM\nMme Awa Sow, maire, présidente\nIda Ba, juriste, FAO\n\"\"\"",
            0,
        ),
        (
            "[{ nom = \"Ali By, chef, OIM\" }, { nom = \"Awa Sow, a, b\" }, { nom = \"Ida Ba, a, b\" }]",
            0,
        ),
        (
            "[{ nom = \"-1\", organisation = \"UNDSS\" }, { nom = \"3\", organisation = \"OIM\" }]",
            0,
        ),
        ("[{ nom = \"-1\" }, { nom = \"3\" }]", 2),
        ("\"\"\"\n3 ; ; OIM\n-1 ; ; UNDSS\n4 ; chef ; FAO\n\"\"\"", 1),
    ];

    #[test]
    fn rows_are_odd_together() {
        for (list, expected) in LISTS {
            let source = Source {
                text: format!("date = 2026-03-17\nparticipants = {list}\n"),
                ..Source::default()
            };
            let reading = read(&source, &|_| AnnexFile::Missing);
            let raised = reading.doubts_beside(&source, &|_| false, &[]);
            let code = RecordDoubt::OddName.code();
            let odd = raised.iter().filter(|doubt| doubt.code.as_str() == code);
            assert_eq!(odd.count(), expected, "{list}");
        }
    }

    #[test]
    fn a_name_is_odd_or_not() {
        for name in [
            "-",
            "???",
            "12",
            "Total : 3",
            "Total",
            "TOTAL 3",
            "1. Ali Bi",
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
            "2) Awa Sow",
            "Total Mali 2",
            "Total E&P Gabon 2000",
            "TotalEnergies 3",
            "Totale 3",
            "18.11 Conseil",
            "Association du 1.5",
            "M. Karim Attou",
            "Sow, Awa",
            "40-20 Conseil",
            "Ministère de la santé, de la jeunesse, des sports",
            "Sow, Awa, OIM, Gao",
            "Mme Awa Sow, maire, présidente",
            "Awa Sow, 1re adjointe, finances",
            "Awa Sow, PhD, MPH",
            "N’Diaye",
            "N° vert",
        ] {
            assert!(odd(name, true).is_none(), "{name}");
        }
    }
}
