//! The organisations of those present.

use std::collections::BTreeMap;

use super::Organisation;
use crate::french::NB;
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
            category: person.category.as_deref().map(correct),
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

/// How many organisations of each category came: *Organisations par catégorie : ONGI (8), ONU (3).* The most numerous first, those of no
/// category last; nothing where none has one.
pub(super) fn by_category(organisations: &[Organisation]) -> Option<String> {
    let categories = organisations.iter().map(|one| one.category.as_deref());
    counted_by_category(categories)
}

/// The same for organisations of these categories.
#[must_use]
pub fn counted_by_category<'a>(
    categories: impl Iterator<Item = Option<&'a str>>,
) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut others = 0;
    for category in categories {
        match category {
            Some(category) => *counts.entry(category).or_default() += 1,
            None => others += 1,
        }
    }
    let mut said: Vec<(&str, usize)> = counts.into_iter().collect();
    sorting::sort(&mut said, |(category, _)| sorting::sort_key(category));
    said.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if said.is_empty() {
        return None;
    }
    said.extend((others > 0).then_some(("sans catégorie", others)));
    let said: Vec<String> = said
        .into_iter()
        .map(|(category, count)| format!("{category} ({count})"))
        .collect();
    let said = said.join(", ");
    Some(correct(&format!(
        "Organisations par catégorie{NB}: {said}."
    )))
}
