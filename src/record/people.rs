//! Persons and authors: what each must have, and nobody twice.

use std::collections::BTreeMap;

use super::meeting::{Author, Person};
use super::raw::{GenderWord, Groups, RawAuthor, RawMeeting, RawPerson};
use super::texts::{optional_line, printed_line, required_line};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::Gender;

/// Those present: each has a name.
pub(super) fn participants(list: &Groups<RawPerson>, faults: &mut Diagnostics) -> Vec<Person> {
    list.items()
        .filter_map(|(raw, span)| {
            let name = required_line(&raw.name, &span, "le nom de cette personne", "nom", faults)?;
            Some(Person {
                name: Some(name),
                ..person(raw)
            })
        })
        .collect()
}

/// Those absent: a name, or an organisation alone.
pub(super) fn absentees(list: &Groups<RawPerson>, faults: &mut Diagnostics) -> Vec<Person> {
    let mut result = Vec::new();
    for (raw, span) in list.items() {
        let person = person(raw);
        if person.name.is_some() || person.organisation.is_some() {
            result.push(person);
        } else if raw.name.span().is_none() && raw.organisation.span().is_none() {
            faults.push(
                Diagnostic::fault("il manque ici un nom ou une organisation")
                    .at(span, "")
                    .help("écrivez { nom = \"…\", organisation = \"…\" }, ou l’organisation seule"),
            );
        } else if [&raw.name, &raw.organisation]
            .iter()
            .all(|text| text.get().is_some() || text.is_absent())
        {
            faults.push(
                Diagnostic::fault("le nom et l’organisation sont vides")
                    .at(span, "")
                    .help("complétez l’un ou l’autre"),
            );
        }
    }
    result
}

/// Who chaired: a name at least.
pub(super) fn chair(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<Person> {
    let (chair, span) = raw.chair.located()?;
    let name = required_line(&chair.name, &span, "le nom de qui a présidé", "nom", faults)?;
    Some(Person {
        name: Some(name),
        ..person(chair)
    })
}

/// Who wrote the minutes: a role and a name each.
pub(super) fn authors(list: &Groups<RawAuthor>, faults: &mut Diagnostics) -> Vec<Author> {
    list.items()
        .filter_map(|(raw, span)| {
            let role = required_line(
                &raw.role,
                &span,
                "le rôle de cette personne",
                "role",
                faults,
            );
            let name = required_line(&raw.name, &span, "le nom de cette personne", "nom", faults);
            Some(Author {
                role: role?,
                name: name?,
                function: optional_line(&raw.function),
            })
        })
        .collect()
}

fn person(raw: &RawPerson) -> Person {
    Person {
        name: optional_line(&raw.name),
        function: optional_line(&raw.function),
        organisation: optional_line(&raw.organisation),
        filed_under: optional_line(&raw.filed_under),
        gender: raw.gender.get().map(|word| match word {
            GenderWord::Feminine => Gender::Feminine,
            GenderWord::Masculine => Gender::Masculine,
        }),
    }
}

/// A name that stands twice with the same organisation, among those present, excused and absent taken together.
pub(super) fn nobody_twice(raw: &RawMeeting, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<(String, Option<String>), Span> = BTreeMap::new();
    for list in [&raw.participants, &raw.excused, &raw.absent] {
        for (person, _) in list.items() {
            let (Some(name), Some(span)) = (printed_line(&person.name), person.name.span()) else {
                continue;
            };
            let key = (name, printed_line(&person.organisation));
            match seen.get(&key) {
                None => {
                    seen.insert(key, span);
                }
                Some(first) => faults.push(
                    Diagnostic::fault(match &key.1 {
                        Some(organisation) => {
                            format!("« {} » figure deux fois, pour « {organisation} »", key.0)
                        }
                        None => format!("« {} » figure deux fois", key.0),
                    })
                    .at(span, "la deuxième fois")
                    .at(first.clone(), "la première fois")
                    .help("gardez un seul des deux"),
                ),
            }
        }
    }
}
