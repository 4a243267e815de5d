//! Words → groups of those that are sought as one, each with the places where any of them stands.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::stem::French;
use super::units::{Unit, Weight, telling};

/// Each form, and what is known of it; in no order, so that a word costs little.
pub(super) type Vocabulary = HashMap<String, Found>;

/// Where a form stands, and its spelling that tells most.
pub(super) struct Found {
    spelling: String,
    places: Places,
}

/// Where a form stands, in the order of the units; of a unit the heaviest alone.
pub(super) type Places = Vec<Place>;

/// A unit, and the weight of a form there: a year has a million of them, so that is one number, the unit's four times, plus the weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(u32);

impl Place {
    fn new(unit: u32, weight: Weight) -> Self {
        Self(unit * 4 + weight as u32)
    }

    /// The number of the unit.
    pub(super) fn unit(self) -> u32 {
        self.0 / 4
    }

    /// The weight as a number, the heaviest the highest.
    pub(super) fn weight(self) -> u32 {
        self.0 % 4
    }
}

/// Forms with one stem.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Sorted; at least one.
    pub(super) forms: Vec<String>,
    pub(super) places: Places,
}

/// Adds the words of a unit, whose number is higher than those before.
pub(super) fn add(vocabulary: &mut Vocabulary, number: u32, unit: Unit<'_>) {
    for word in unit.words() {
        let place = Place::new(number, word.weight);
        match vocabulary.get_mut(word.form) {
            None => {
                let found = Found {
                    spelling: word.spelling.to_owned(),
                    places: vec![place],
                };
                vocabulary.insert(word.form.to_owned(), found);
            }
            Some(found) => {
                found.places.push(place);
                if telling(word.spelling) > telling(&found.spelling) {
                    found.spelling = word.spelling.to_owned();
                }
            }
        }
    }
}

/// The forms by their stem, in the order of the first form of each group.
pub(super) fn groups(vocabulary: Vocabulary) -> Vec<Group> {
    let french = French::new();
    let mut by_stem: BTreeMap<String, Group> = BTreeMap::new();
    let in_order: BTreeMap<String, Found> = vocabulary.into_iter().collect();
    for (form, found) in in_order {
        let group = by_stem
            .entry(french.stem(&found.spelling))
            .or_insert_with(|| Group {
                forms: Vec::new(),
                places: Vec::new(),
            });
        group.forms.push(form);
        group.places.extend(found.places);
    }
    let mut groups: Vec<Group> = by_stem.into_values().collect();
    for group in &mut groups {
        // The heaviest of a unit first, which is the one that stays.
        let heaviest_first = |place: &Place| (place.unit(), Reverse(place.weight()));
        group.places.sort_by_key(heaviest_first);
        group.places.dedup_by_key(|place| place.unit());
    }
    groups.sort_by(|one, other| one.forms.cmp(&other.forms));
    groups
}
