//! The organisations of those present.

use std::collections::BTreeMap;

use super::Organisation;
use crate::french::folding::fold;
use crate::french::sorting;
use crate::french::typography::correct;
use crate::record::Person;

/// Each organisation once, however its name was spelled, in the order of the alphabet.
pub(super) fn organisations(people: &[Person]) -> Vec<Organisation> {
    let mut found: BTreeMap<String, Organisation> = BTreeMap::new();
    for (person, name) in people
        .iter()
        .filter_map(|person| Some((person, person.organisation.as_deref()?)))
    {
        let organisation = found.entry(fold(name)).or_insert_with(|| Organisation {
            name: correct(name),
            people: 0,
        });
        organisation.people += match (&person.name, person.count) {
            (Some(_), _) => 1,
            (None, count) => count.unwrap_or_default() as usize,
        };
    }
    let mut organisations: Vec<Organisation> = found.into_values().collect();
    sorting::sort(&mut organisations, |organisation| {
        sorting::sort_key(&organisation.name)
    });
    organisations
}
