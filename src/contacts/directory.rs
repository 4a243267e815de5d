//! What minutes take from the contacts: the one name of each organisation, and its category.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Contacts;
use crate::french::folding::name_key;

/// The organisations of a series, by each of their names. It holds no address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Directory {
    /// By name, folded.
    by_name: BTreeMap<String, Entry>,
    /// The persons by each of their names, and whom they belong to: they are to be known where names are not published, and only there.
    people: Vec<(String, Option<String>)>,
}

/// An organisation, as minutes speak of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The one name under which it stands in minutes: *PNUD*.
    pub name: String,
    /// *ONU*, *ONGI*, *gouvernement*.
    pub category: Option<String>,
}

impl Directory {
    /// The organisation that bears that name, its own or another; case, accents and signs do not count.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        // Most series have no contacts: nothing is folded for them.
        match self.by_name.is_empty() {
            true => None,
            false => self.by_name.get(&name_key(name)),
        }
    }
}

impl Directory {
    /// The persons, with the names of their organisations.
    #[must_use]
    pub fn people(&self) -> &[(String, Option<String>)] {
        &self.people
    }

    /// The one name of each organisation, and those of the persons, as typed.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let organisations = self.by_name.values().map(|entry| entry.name.as_str());
        organisations.chain(self.people.iter().map(|(name, _)| name.as_str()))
    }

    /// Forgets the persons, where nothing of what is made rests on them.
    pub fn forget_people(&mut self) {
        self.people.clear();
    }
}

impl Contacts {
    /// What minutes take from them.
    #[must_use]
    pub fn directory(&self) -> Directory {
        let by_name = self.by_name.iter().filter_map(|(name, place)| {
            let organisation = self.organisations.get(*place)?;
            let entry = Entry {
                name: organisation.name.clone(),
                category: organisation.category.clone(),
            };
            Some((name.clone(), entry))
        });
        let people = self.people.iter().flat_map(|person| {
            let typed = person.organisation.as_deref();
            let organisation = typed.map(|name| {
                let known = self.organisation(name).map(|one| one.name.clone());
                known.unwrap_or_else(|| name.to_owned())
            });
            person
                .names()
                .map(move |name| (name.clone(), organisation.clone()))
        });
        Directory {
            by_name: by_name.collect(),
            people: people.collect(),
        }
    }
}
