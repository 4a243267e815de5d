//! The French names of countries that have one zone, and of towns: what settings that name no zone tell of it all the same.

use std::sync::LazyLock;

use super::raw::RawConfig;
use crate::french::folding::{composed, fold, slug};
use crate::french::phrases::town_remedy;

/// A place that has one zone.
struct Place {
    name: &'static str,
    words: Vec<&'static str>,
    zone: &'static str,
    is_country: bool,
}

/// Those of `zones.txt`, countries first.
static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let mut is_country = true;
    let lines = include_str!("zones.txt").lines();
    let lines = lines.filter_map(|line| {
        is_country &= line != "[villes]";
        let (name, zone) = line.split_once(" = ")?;
        Some(Place {
            name,
            words: words(name),
            zone,
            is_country,
        })
    });
    lines.collect()
});

/// How a name stands in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// *au Mali*, *à Bamako*.
    There,
    /// *du Mali*.
    Of,
    /// *Cluster Protection Mali*.
    Bare,
}

/// After these nouns the name of a place says where something else comes from, or flows: *accord d’Alger*, *Office du Niger*.
const OF_ELSEWHERE: [&str; 30] = [
    "accord",
    "accords",
    "ambassade",
    "avenue",
    "bassin",
    "boucle",
    "boulevard",
    "conference",
    "consulat",
    "convention",
    "declaration",
    "delta",
    "fleuve",
    "golfe",
    "hotel",
    "initiative",
    "institut",
    "interieur",
    "lac",
    "lycee",
    "office",
    "place",
    "processus",
    "protocole",
    "riviere",
    "rue",
    "salle",
    "sommet",
    "traite",
    "vallee",
];

/// The zone of a place, by its name in French, its case and accents apart.
pub(super) fn named(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let place = PLACES.iter().find(|place| fold(place.name) == folded)?;
    Some(place.zone)
}

/// The zone that the settings tell without saying so: by the town where one signs, where one meets, by whose body it is, by the
/// names of the files. None where they tell two.
pub(super) fn told(raw: &RawConfig) -> Option<&'static str> {
    let of = |field: &'_ crate::toml_source::Field<String>| field.get().map(|text| composed(text));
    let town = of(&raw.signed_at).and_then(|town| named(&town_remedy(&town).unwrap_or(town)));
    let at = |text: &String| only(text, |naming, _| naming == Naming::There);
    let body = |text: &String| {
        at(text).or_else(|| {
            only(text, |naming, place| {
                naming == Naming::Of || place.is_country
            })
        })
    };
    town.or_else(|| of(&raw.place).as_ref().and_then(at))
        .or_else(|| of(&raw.body).as_ref().and_then(body))
        .or_else(|| of(&raw.body_phrase).as_ref().and_then(body))
        .or_else(|| of(&raw.prefix).as_deref().and_then(of_prefix))
}

/// *cr-crr-mali*.
fn of_prefix(prefix: &str) -> Option<&'static str> {
    let last = prefix.rsplit('-').next()?;
    let countries = PLACES.iter().filter(|place| place.is_country);
    countries
        .into_iter()
        .find(|place| slug(place.name) == last)
        .map(|place| place.zone)
}

/// The one zone of all the places of a text that count.
fn only(text: &str, counts: impl Fn(Naming, &Place) -> bool) -> Option<&'static str> {
    let mut zones = places(text).into_iter();
    let mut zones = zones
        .by_ref()
        .filter(|(naming, place)| counts(*naming, place));
    let (_, first) = zones.next()?;
    zones
        .all(|(_, other)| other.zone == first.zone)
        .then_some(first.zone)
}

/// The places that a text names, the longer name where one begins as another does: *Guinée-Bissau*.
fn places(text: &str) -> Vec<(Naming, &'static Place)> {
    let all = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let here = PLACES
            .iter()
            .filter(|place| all[at..].starts_with(&place.words));
        let Some(place) = here.max_by_key(|place| place.words.len()) else {
            at += 1;
            continue;
        };
        found.extend(naming(&all[..at]).map(|naming| (naming, place)));
        at += place.words.len();
    }
    found
}

/// How a name stands after these words; not at all where it says something else.
fn naming(before: &[&str]) -> Option<Naming> {
    let before: Vec<String> = before.iter().map(|word| word.to_lowercase()).collect();
    let is_article =
        |word: &String| ["de", "du", "des", "d", "la", "le", "les", "l"].contains(&word.as_str());
    let is_there = |word: &String| ["à", "au", "aux", "en"].contains(&word.as_str());
    let lead = before
        .iter()
        .rev()
        .find(|word| !["la", "le", "les", "l"].contains(&word.as_str()));
    if lead.is_some_and(is_there) {
        return Some(Naming::There);
    }
    let noun = before.iter().rev().find(|word| !is_article(word));
    if noun.is_some_and(|noun| OF_ELSEWHERE.contains(&fold(noun).as_str())) {
        return None;
    }
    match before.last().is_some_and(is_article) {
        true => Some(Naming::Of),
        false => Some(Naming::Bare),
    }
}

fn words(text: &str) -> Vec<&str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Naming, named, only};

    /// The zone that a name of a body tells, and that a place tells, after a preposition alone.
    #[test]
    fn a_text_tells_its_zone_where_it_names_one_place() {
        for (text, body, place) in [
            ("Cluster Protection Mali", Some("Africa/Bamako"), None),
            ("Cluster Relèvement Rapide", None, None),
            (
                "du Conseil des ministres de la République du Mali",
                Some("Africa/Bamako"),
                None,
            ),
            ("Conseil municipal de Nouméa", Some("Pacific/Noumea"), None),
            ("Office du Niger", None, None),
            ("Comité du delta intérieur du Niger", None, None),
            ("Comité de suivi de l’accord d’Alger", None, None),
            ("Cluster Santé (Guinée-Bissau)", Some("Africa/Bissau"), None),
            ("Équipe Soudan du Sud", Some("Africa/Juba"), None),
            ("Forum Mali–Niger", None, None),
            (
                "dans le bureau du PNUD, à Bamako",
                Some("Africa/Bamako"),
                Some("Africa/Bamako"),
            ),
            (
                "à l’ambassade du Japon, au Népal",
                Some("Asia/Kathmandu"),
                Some("Asia/Kathmandu"),
            ),
            ("à l’ambassade du Japon", None, None),
            ("salle Sénégal", None, None),
            ("Antenne de Côte d’Ivoire", Some("Africa/Abidjan"), None),
            ("Compte rendu de la réunion", None, None),
        ] {
            let there = only(text, |naming, _| naming == Naming::There);
            assert_eq!(there, place, "{text}");
            let of = || {
                only(text, |naming, place| {
                    naming == Naming::Of || place.is_country
                })
            };
            assert_eq!(there.or_else(of), body, "{text}");
        }
    }

    /// Each zone of the list is one of the database.
    #[test]
    fn all_zones_are_known() {
        for place in super::PLACES.iter() {
            assert!(
                super::super::zone::Zone::named(place.zone).is_some(),
                "{}",
                place.name
            );
        }
        assert_eq!(named("katmandou"), Some("Asia/Kathmandu"));
    }
}
