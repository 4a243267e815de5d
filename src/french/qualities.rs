//! The head of a group of people in one capacity.

use super::words::{capital_first, plural};

/// Nouns of persons, by which a capacity is known to agree in number; others (*voix consultative*, *collège A*) do not.
const PERSONS: [&str; 34] = [
    "adhérent",
    "adhérente",
    "administrateur",
    "administratrice",
    "auditeur",
    "bailleur",
    "conseiller",
    "conseillère",
    "délégué",
    "déléguée",
    "élu",
    "élue",
    "expert",
    "experte",
    "facilitateur",
    "interprète",
    "invité",
    "invitée",
    "membre",
    "modérateur",
    "observateur",
    "observatrice",
    "organisation",
    "parent",
    "partenaire",
    "participant",
    "participante",
    "personne",
    "personnel",
    "professeur",
    "représentant",
    "représentante",
    "suppléant",
    "titulaire",
];

/// `Observateurs`, `Membre titulaire`, `Voix consultative`: with a capital, in the plural where several persons are meant.
#[must_use]
pub fn group_head(quality: &str, people: usize) -> String {
    let first = quality.split_whitespace().next().unwrap_or_default();
    let agrees = PERSONS.contains(&first.to_lowercase().as_str());
    capital_first(&if agrees && people > 1 {
        plural(quality)
    } else {
        quality.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::group_head;

    #[test]
    fn a_capacity_agrees_with_the_persons() {
        for (quality, people, head) in [
            ("membre", 1, "Membre"),
            ("membre", 2, "Membres"),
            ("membre titulaire", 3, "Membres titulaires"),
            ("représentant syndical", 2, "Représentants syndicaux"),
            ("voix consultative", 4, "Voix consultative"),
            ("collège A", 12, "Collège A"),
            ("élu", 2, "Élus"),
            ("observateurs", 2, "Observateurs"),
        ] {
            assert_eq!(group_head(quality, people), head);
        }
    }
}
