//! People: what each must have, and nobody twice.

use std::collections::BTreeMap;

use super::meeting::{Chair, HeadCount, Person, Role};
use super::numbers::{Bounds, count as read_count};
use super::raw::{GenderWord, Groups, RawMeeting, RawPeople, RawPerson, RawRole};
use super::texts::{hour, optional_line, printed_line, required_line};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::Gender;
use crate::record::RecordFault;
use crate::toml_source::Field;

/// At most 99 999 persons of an organisation, or in a whole assembly: more is a slip.
const MOST_PEOPLE: u32 = 99_999;

/// A list of people: each has a name, or an organisation alone.
pub(super) fn people(list: &Field<RawPeople>, faults: &mut Diagnostics) -> Vec<Person> {
    let mut result = Vec::new();
    for (raw, span) in list.people() {
        let person = person(raw, faults);
        if person.name.is_some() || person.organisation.is_some() {
            result.push(person);
        } else {
            nameless([&raw.name, &raw.organisation], span, faults);
        }
    }
    result
}

/// Neither name nor organisation, unless a fault in one has been reported.
fn nameless(names: [&Field<String>; 2], span: Span, faults: &mut Diagnostics) {
    if names.iter().all(|text| text.is_absent()) {
        faults.push(
            Diagnostic::new(
                RecordFault::Nameless,
                "il manque ici un nom ou une organisation",
            )
            .at(span, "")
            .help("écrivez { nom = \"…\", organisation = \"…\" }, ou l’organisation seule"),
        );
    } else if names
        .iter()
        .all(|text| text.get().is_some() || text.is_absent())
    {
        faults.push(
            Diagnostic::new(
                RecordFault::EmptyNames,
                "le nom et l’organisation sont vides",
            )
            .at(span, "")
            .help("complétez l’un ou l’autre"),
        );
    }
}

fn person(raw: &RawPerson, faults: &mut Diagnostics) -> Person {
    let count = read_count(
        &raw.count,
        &Bounds {
            what: "le nombre de personnes",
            help: "c’est combien sont venus de cette organisation",
            least: 1,
            most: MOST_PEOPLE,
        },
        faults,
    );
    let name = optional_line(&raw.name);
    if let (Some(_), Some((_, span))) = (&name, raw.count.located()) {
        faults.push(
            Diagnostic::new(
                RecordFault::NamedAndCounted,
                "une personne nommée compte pour une",
            )
            .at(span, "")
            .help("supprimez `nombre` ; il compte les personnes d’une organisation sans noms"),
        );
    }
    let (arrival, departure) = (hour(&raw.arrival, faults), hour(&raw.departure, faults));
    Person {
        category: None,
        name,
        function: optional_line(&raw.function),
        organisation: optional_line(&raw.organisation),
        count,
        quality: optional_line(&raw.quality),
        represented_by: optional_line(&raw.represented_by),
        proxy: optional_line(&raw.proxy),
        arrival,
        departure,
        is_remote: raw.remote.get().copied().unwrap_or_default(),
        filed_under: optional_line(&raw.filed_under),
        gender: raw.gender.get().map(|word| gender(*word)),
        visibility: raw.visibility.get().copied().unwrap_or_default(),
    }
}

fn gender(word: GenderWord) -> Gender {
    match word {
        GenderWord::Feminine => Gender::Feminine,
        GenderWord::Masculine => Gender::Masculine,
    }
}

/// Those who chaired: a name each, at least.
pub(super) fn chairs(raw: &RawMeeting, faults: &mut Diagnostics) -> Vec<Chair> {
    let mut chairs = Vec::new();
    for (chair, span) in raw.chairs.chairs() {
        let name = required_line(&chair.name, &span, "le nom de qui a présidé", "nom", faults);
        chairs.extend(name.map(|name| Chair {
            name: Some(name),
            function: optional_line(&chair.function),
            organisation: optional_line(&chair.organisation),
            accompanied_by: optional_line(&chair.accompanied_by),
            filed_under: optional_line(&chair.filed_under),
            gender: chair.gender.get().map(|word| gender(*word)),
            visibility: chair.visibility.get().copied().unwrap_or_default(),
        }));
    }
    chairs
}

/// Who wrote the minutes, or had another part: a role each, and a name or an organisation.
pub(super) fn roles(list: &Groups<RawRole>, faults: &mut Diagnostics) -> Vec<Role> {
    let mut roles = Vec::new();
    for (raw, span) in list.items() {
        let role = required_line(
            &raw.role,
            &span,
            "le rôle de cette personne",
            "role",
            faults,
        );
        let (name, organisation) = (optional_line(&raw.name), optional_line(&raw.organisation));
        if name.is_none() && organisation.is_none() {
            nameless([&raw.name, &raw.organisation], span, faults);
            continue;
        }
        roles.extend(role.map(|role| Role {
            role,
            name,
            function: optional_line(&raw.function),
            organisation,
            visibility: raw.visibility.get().copied().unwrap_or_default(),
        }));
    }
    roles
}

/// How many came, as the record counts them; at least one number.
pub(super) fn head_count(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<HeadCount> {
    let (counts, span) = raw.head_count.located()?;
    let fields = [
        &counts.people,
        &counts.women,
        &counts.organisations,
        &counts.observers,
    ];
    if fields.iter().all(|field| field.is_absent()) {
        faults.push(
            Diagnostic::new(
                RecordFault::EmptyHeadCount,
                "`presences` ne compte personne",
            )
            .at(span, "")
            .help("écrivez par exemple presences = { personnes = 20, femmes = 6 }"),
        );
        return None;
    }
    let mut read = |field: &Field<i64>, what: &'static str, most: u32| {
        let bounds = Bounds {
            what,
            help: "comptez ceux qui sont venus",
            least: 0,
            most,
        };
        read_count(field, &bounds, faults)
    };
    let people = read(&counts.people, "le nombre de personnes", MOST_PEOPLE);
    Some(HeadCount {
        people,
        women: read(
            &counts.women,
            "le nombre de femmes",
            people.unwrap_or(MOST_PEOPLE),
        ),
        organisations: read(
            &counts.organisations,
            "le nombre d’organisations",
            MOST_PEOPLE,
        ),
        observers: read(&counts.observers, "le nombre d’observateurs", MOST_PEOPLE),
    })
}

/// A name that stands twice with the same organisation, in all the lists taken together.
pub(super) fn nobody_twice(raw: &RawMeeting, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<(String, Option<String>), Span> = BTreeMap::new();
    for (person, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        let (Some(name), Some(span)) = (printed_line(&person.name), person.name.span()) else {
            continue;
        };
        let key = (name, printed_line(&person.organisation));
        match seen.get(&key) {
            None => {
                seen.insert(key, span);
            }
            Some(first) => faults.push(
                Diagnostic::new(
                    RecordFault::RepeatedPerson,
                    match &key.1 {
                        Some(organisation) => {
                            format!("« {} » figure deux fois, pour « {organisation} »", key.0)
                        }
                        None => format!("« {} » figure deux fois", key.0),
                    },
                )
                .at(span, "la deuxième fois")
                .at(first.clone(), "la première fois")
                .help("gardez un seul des deux"),
            ),
        }
    }
}
