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
    /// Men among them.
    pub men: u64,
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
    let among = among(count.women, count.men);
    let sexes = count.women.saturating_add(count.men);
    let (who, number, among) = match count.people {
        0 => (among?, sexes, None),
        people => (
            counted(people, "personne"),
            people,
            among.filter(|_| sexes <= people),
        ),
    };
    let verb = if number < 2 { "a" } else { "ont" };
    let among = among.map_or_else(String::new, |among| format!(", dont {among}"));
    Some(format!(
        "{who} {verb} participé {}{among}.",
        gathering.with_a()
    ))
}

/// `6 femmes et 14 hommes`.
fn among(women: u64, men: u64) -> Option<String> {
    match (women, men) {
        (0, 0) => None,
        (women, 0) => Some(counted(women, "femme")),
        (0, men) => Some(counted(men, "homme")),
        _ => Some(format!(
            "{} et {}",
            counted(women, "femme"),
            counted(men, "homme")
        )),
    }
}

fn were(count: u64) -> &'static str {
    if count < 2 { "était" } else { "étaient" }
}

fn agreed(count: u64, singular: &str) -> String {
    let mark = if count < 2 { "" } else { "s" };
    format!("{singular}{mark}")
}
