//! Raw contacts → [`Contacts`]. Every fault is collected.

use std::collections::BTreeMap;

use super::address::is_address;
use super::outbox::outbox;
use super::raw::{RawContacts, RawOrganisation, RawPerson};
use super::texts::{line, not_an_address};
use super::{ContactFault, Contacts, Organisation, Person};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::{as_seen, name_key};
use crate::toml_source::Field;

/// The contacts, sound only if no fault was added.
pub(super) fn validate(raw: &RawContacts, faults: &mut Diagnostics) -> Contacts {
    let mut contacts = Contacts::default();
    let mut named = Named::default();
    for (raw, span) in raw.organisations.items() {
        let Some(one) = organisation(raw, &span, faults) else {
            continue;
        };
        let place = contacts.organisations.len();
        let others = raw.other_names.items();
        let names = raw.name.located().into_iter().chain(others);
        for (name, span) in names {
            if named.is_new(name, place, span, faults) {
                contacts.by_name.insert(name_key(name), place);
            }
        }
        contacts.organisations.push(one);
    }
    if let Some((raw, span)) = raw.outbox.located() {
        contacts.outbox = outbox(raw, &span, faults);
    }
    let mut named = Named::default();
    for (place, (raw, span)) in raw.people.items().enumerate() {
        let others = raw.other_names.items();
        for (name, span) in raw.name.located().into_iter().chain(others) {
            named.is_new(name, place, span, faults);
        }
        contacts.people.extend(person(raw, &span, faults));
    }
    contacts
}

fn organisation(
    raw: &RawOrganisation,
    span: &Span,
    faults: &mut Diagnostics,
) -> Option<Organisation> {
    let other_names = other_names(&raw.other_names, faults);
    let category = line(&raw.category, faults);
    let addresses = addresses(&raw.addresses, faults);
    Some(Organisation {
        name: name(&raw.name, span, "cette organisation n’a pas de nom", faults)?,
        other_names,
        category,
        addresses,
    })
}

fn person(raw: &RawPerson, span: &Span, faults: &mut Diagnostics) -> Option<Person> {
    let other_names = other_names(&raw.other_names, faults);
    let organisation = line(&raw.organisation, faults);
    let addresses = addresses(&raw.addresses, faults);
    Some(Person {
        name: name(&raw.name, span, "cette personne n’a pas de nom", faults)?,
        other_names,
        organisation,
        addresses,
    })
}

fn name(
    field: &Field<String>,
    owner: &Span,
    without: &str,
    faults: &mut Diagnostics,
) -> Option<String> {
    if field.is_absent() {
        let fault = Diagnostic::new(ContactFault::MissingName, without).at(owner.clone(), "");
        faults.push(fault.help("ajoutez la clé `nom` : nom = \"…\""));
    }
    line(field, faults)
}

fn other_names(list: &Field<Vec<Field<String>>>, faults: &mut Diagnostics) -> Vec<String> {
    let names = list.get().into_iter().flatten();
    names.filter_map(|name| line(name, faults)).collect()
}

fn addresses(list: &Field<Vec<Field<String>>>, faults: &mut Diagnostics) -> Vec<String> {
    let mut addresses = Vec::new();
    for (typed, span) in list.items() {
        let seen = as_seen(typed.trim());
        match is_address(&seen) {
            true => addresses.push(seen.into_owned()),
            false => faults.push(not_an_address(&seen, span)),
        }
    }
    addresses
}

/// Which names were taken, and where.
#[derive(Default)]
struct Named(BTreeMap<String, (usize, Span)>);

impl Named {
    /// Whether no contact before bears that name. One that bears it twice itself harms nobody.
    fn is_new(&mut self, name: &str, place: usize, span: Span, faults: &mut Diagnostics) -> bool {
        let folded = name_key(name);
        if folded.is_empty() {
            return false;
        }
        match self.0.get(&folded) {
            None => {
                self.0.insert(folded, (place, span));
                true
            }
            Some((first, _)) if *first == place => false,
            Some((_, first)) => {
                let fault = Diagnostic::new(
                    ContactFault::RepeatedName,
                    format!("« {} » est déjà le nom d’un autre contact", name.trim()),
                );
                let fault = fault.at(span, "").at(first.clone(), "ici");
                faults.push(
                    fault.help("réunissez les deux en un seul bloc, ou corrigez l’un des noms"),
                );
                false
            }
        }
    }
}
