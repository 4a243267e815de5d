//! Those present, in order, and those absent.

use super::said::corrected;
use super::{Absences, Person};
use crate::config::ParticipantOrder;
use crate::french::{Gender, formulas, sorting};
use crate::record::{self, Meeting};

/// Those present, numbered.
pub(super) fn present(present: &[record::Person], order: Option<ParticipantOrder>) -> Vec<Person> {
    people(&in_order(present, order))
}

/// Those present in the order that the series asks for (TRI-R4).
fn in_order(people: &[record::Person], order: Option<ParticipantOrder>) -> Vec<record::Person> {
    let mut people = people.to_vec();
    let name = |person: &record::Person| person.name.clone().unwrap_or_default();
    match order {
        None => {}
        Some(ParticipantOrder::Name) => sorting::sort(&mut people, |person| {
            sorting::person_key(&name(person), person.filed_under.as_deref())
        }),
        Some(ParticipantOrder::Organisation) => sorting::sort(&mut people, |person| {
            let organisation = person.organisation.as_deref().unwrap_or_default();
            sorting::organisation_key(organisation, &name(person), person.filed_under.as_deref())
        }),
    }
    people
}

fn people(people: &[record::Person]) -> Vec<Person> {
    (1..)
        .zip(people)
        .map(|(number, person)| Person {
            number,
            name: corrected(person.name.as_ref()),
            function: corrected(person.function.as_ref()),
            organisation: corrected(person.organisation.as_ref()),
        })
        .collect()
}

pub(super) fn absences(meeting: &Meeting) -> Vec<Absences> {
    let mut lists = Vec::new();
    let genders: Vec<Option<Gender>> = meeting.excused.iter().map(|person| person.gender).collect();
    if let Some(label) = formulas::excused_label(&genders) {
        let label = label.trim_end_matches(['\u{a0}', ':']).to_owned();
        lists.push(Absences {
            label,
            people: people(&meeting.excused),
        });
    }
    if !meeting.absent.is_empty() {
        let label = if meeting.absent.len() == 1 {
            "Absence"
        } else {
            "Absences"
        };
        lists.push(Absences {
            label: label.into(),
            people: people(&meeting.absent),
        });
    }
    lists
}
