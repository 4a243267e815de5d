//! How many came, where the minutes give numbers rather than names.

use super::Gathering;
use crate::french::words::counted;

/// Numbers typed for those who came; a 0 says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeadCount {
    /// All persons.
    pub people: u64,
    /// Women among them.
    pub women: u64,
    /// Organisations that had someone there.
    pub organisations: u64,
    /// Observers.
    pub observers: u64,
}

/// `20 personnes ont participé à la réunion, dont 6 femmes. 17 organisations étaient représentées.`
///
/// None where nothing is counted. Parts that exceed the whole are not said.
pub fn attendance(count: &HeadCount, gathering: Gathering) -> Option<String> {
    let organisations = (count.organisations > 0).then(|| {
        let verb = were(count.organisations);
        let represented = agreed(count.organisations, "représentée");
        format!(
            "{} {verb} {represented}.",
            counted(count.organisations, "organisation")
        )
    });
    let observers = (count.observers > 0).then(|| {
        let verb = were(count.observers);
        let present = agreed(count.observers, "présent");
        format!(
            "{} {verb} {present}.",
            counted(count.observers, "observateur")
        )
    });
    let said = [people(count, gathering), organisations, observers];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// `17 participants`, `21 organisations`, `12 participants et 3 organisations`: what is there and nothing else.
pub fn counted_present(people: u64, organisations: u64) -> String {
    match (people, organisations) {
        (people, 0) => counted(people, "participant"),
        (0, organisations) => counted(organisations, "organisation"),
        _ => format!(
            "{} et {}",
            counted(people, "participant"),
            counted(organisations, "organisation")
        ),
    }
}

fn people(count: &HeadCount, gathering: Gathering) -> Option<String> {
    let women = (count.women > 0).then(|| counted(count.women, "femme"));
    let (who, number, among) = match count.people {
        0 => (women?, count.women, None),
        people => (
            counted(people, "personne"),
            people,
            women.filter(|_| count.women <= people),
        ),
    };
    let verb = if number < 2 { "a" } else { "ont" };
    let among = among.map_or_else(String::new, |women| format!(", dont {women}"));
    Some(format!(
        "{who} {verb} participé {}{among}.",
        gathering.with_a()
    ))
}

fn were(count: u64) -> &'static str {
    if count < 2 { "était" } else { "étaient" }
}

fn agreed(count: u64, singular: &str) -> String {
    let mark = if count < 2 { "" } else { "s" };
    format!("{singular}{mark}")
}
