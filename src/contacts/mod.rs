//! `contacts.toml`: the organisations of a series with their other names, and the addresses to which minutes are sent. It is never
//! published: minutes take the one name of each organisation from it, and its category; messages are made from the rest.
//!
//! Entry points: [`read`] for the contacts with the faults and doubts of the file, [`Contacts::recipients`] and [`Contacts::of`]
//! for who is written to, [`Outbox`] for the server that they go through, [`Contacts::directory`] for what minutes take from them, [`schema`] for editors. Pure: no disk.

mod address;
mod directory;
mod doubts;
mod kinds;
mod outbox;
mod raw;
mod security;
mod texts;
mod validate;
mod vocabulary;

use std::collections::BTreeMap;

use schemars::schema_for;

use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::folding::name_key;
use crate::french::naming::without_title;
use crate::french::persons::tells;
use crate::toml_source;

pub use directory::Directory;
pub use kinds::{ContactDoubt, ContactFault};
pub use outbox::Outbox;
use raw::RawContacts;
pub use security::Security;
use validate::validate;
use vocabulary::VOCABULARY;

/// The name of the file, in the folder of the project.
pub const CONTACTS_FILE: &str = "contacts.toml";

/// What may stand before the name of a person.
const TITLES: [&str; 10] = [
    "Mme",
    "Madame",
    "Mlle",
    "Mademoiselle",
    "M.",
    "Monsieur",
    "Dr",
    "Docteur",
    "Pr",
    "Professeur",
];

/// Who the minutes of a series go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// In the order of the file.
    pub organisations: Vec<Organisation>,
    /// In the order of the file.
    pub people: Vec<Person>,
    /// The server that messages go through, if the file tells of one.
    pub outbox: Option<Outbox>,
    /// Which of the organisations bears a name, its own or another; folded.
    by_name: BTreeMap<String, usize>,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The one name under which it stands in minutes: *PNUD*.
    pub name: String,
    /// What it is called elsewhere: *UNDP*.
    pub other_names: Vec<String>,
    /// *ONU*, *ONGI*, *gouvernement*.
    pub category: Option<String>,
    /// Where it is written to.
    pub addresses: Vec<String>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// As in minutes.
    pub name: String,
    /// What they are called elsewhere, or were before.
    pub other_names: Vec<String>,
    /// Whom they belong to.
    pub organisation: Option<String>,
    /// Where they are written to.
    pub addresses: Vec<String>,
}

/// What `contacts.toml` turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The contacts, if the file has no fault.
    pub contacts: Option<Contacts>,
    /// Faults and doubts, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads `contacts.toml`.
#[must_use]
pub fn read(source: &Source) -> Reading {
    let read = toml_source::read::<RawContacts>(source, &VOCABULARY);
    let mut faults = Diagnostics::from(read.faults);
    let contacts = read.value.as_ref().map(|raw| validate(raw, &mut faults));
    let contacts = contacts.filter(|_| faults.is_empty());
    let mut diagnostics = faults.into_vec();
    if let (Some(raw), Some(contacts)) = (&read.value, &contacts) {
        diagnostics.extend(doubts::doubts(raw, contacts));
    }
    Reading {
        contacts,
        diagnostics,
    }
}

/// The JSON Schema of `contacts.toml`, with French descriptions.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_for!(RawContacts).to_value()
}

impl Contacts {
    /// All addresses, each once, in the order of the file: whoever is to have the minutes.
    #[must_use]
    pub fn recipients(&self) -> Vec<&str> {
        let organisations = self.organisations.iter().flat_map(|one| &one.addresses);
        let people = self.people.iter().flat_map(|one| &one.addresses);
        once_each(organisations.chain(people))
    }

    /// The addresses of whoever bears that name: a person, or an organisation by any of its names. Case, accents and signs do not
    /// count, nor do the title of a person and, where one part of it is in capitals, the order of their name.
    #[must_use]
    pub fn of(&self, name: &str) -> Vec<&str> {
        let of_person = self.person(name).into_iter();
        let of_person = of_person.flat_map(|one| &one.addresses);
        let organisation = self.organisation(name).into_iter();
        once_each(of_person.chain(organisation.flat_map(|one| &one.addresses)))
    }

    /// The one name of whoever is called so: an organisation's own for any of its names, a person's, else as it was typed.
    #[must_use]
    pub fn one_name<'a>(&'a self, typed: &'a str) -> &'a str {
        let organisation = self.organisation(typed).map(|one| one.name.as_str());
        let person = || self.person(typed).map(|one| one.name.as_str());
        organisation.or_else(person).unwrap_or(typed)
    }

    /// Who is called so, or the only one who may be meant. Where several may be, nobody is written to.
    fn person(&self, typed: &str) -> Option<&Person> {
        let key = name_key(typed);
        let mut people = self.people.iter();
        let bearer = people.find(|one| one.names().any(|name| name_key(name) == key));
        if bearer.is_some() || self.organisation(typed).is_some() {
            return bearer;
        }
        let is_meant = |one: &&Person| one.names().any(|name| tells(typed, name));
        let mut meant = self.people.iter().filter(is_meant);
        let first = meant.next();
        first.filter(|_| meant.next().is_none())
    }

    /// All names of an organisation or a person, by any of them, those of a person with each title too, which contacts may have had; none of
    /// who is not known.
    pub fn names_of(&self, name: &str) -> Vec<String> {
        if let Some(one) = self.organisation(name) {
            let names = [&one.name].into_iter().chain(&one.other_names);
            return names.cloned().collect();
        }
        let names = self.person(name).into_iter().flat_map(Person::names);
        names
            .flat_map(|name| {
                let bare = without_title(name);
                let titled = TITLES.map(|title| format!("{title} {bare}"));
                [name.clone(), bare.to_owned()].into_iter().chain(titled)
            })
            .collect()
    }

    fn organisation(&self, name: &str) -> Option<&Organisation> {
        self.organisations.get(*self.by_name.get(&name_key(name))?)
    }
}

impl Person {
    /// All that they are called.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.other_names)
    }
}

fn once_each<'a>(addresses: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut seen: Vec<&str> = Vec::new();
    for address in addresses {
        if !seen.iter().any(|one| one.eq_ignore_ascii_case(address)) {
            seen.push(address);
        }
    }
    seen
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
