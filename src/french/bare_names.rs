//! Names of which nothing else is known, such as those of voters: of persons, or of bodies.

use super::folding::fold;
use super::persons::is_titled;

/// Words of bodies and offices, of which no name of a person is made, folded.
const OF_BODIES: [&str; 101] = [
    "action",
    "actions",
    "agence",
    "aide",
    "alliance",
    "alternative",
    "amis",
    "association",
    "assemblee",
    "banque",
    "bleue",
    "bureau",
    "cabinet",
    "caisse",
    "cellule",
    "centre",
    "chambre",
    "cluster",
    "collectif",
    "college",
    "comite",
    "commission",
    "commune",
    "compagnie",
    "conseil",
    "cooperative",
    "coordination",
    "corps",
    "croissant",
    "croix",
    "delegation",
    "departement",
    "direction",
    "ecole",
    "entreprise",
    "equipe",
    "fabrique",
    "federation",
    "fondation",
    "fonds",
    "front",
    "frontieres",
    "gouvernement",
    "groupe",
    "groupement",
    "handicap",
    "hopital",
    "initiative",
    "institut",
    "international",
    "internationale",
    "liste",
    "lycee",
    "mairie",
    "maison",
    "marche",
    "medecins",
    "ministere",
    "mission",
    "monde",
    "mouvement",
    "office",
    "ong",
    "organisation",
    "parti",
    "plan",
    "prefecture",
    "programme",
    "region",
    "relief",
    "reseau",
    "rouge",
    "secours",
    "service",
    "services",
    "societe",
    "solidarite",
    "syndicat",
    "union",
    "universite",
    "urgence",
    "ville",
    "adjoint",
    "adjointe",
    "chef",
    "cheffe",
    "directeur",
    "directrice",
    "doyen",
    "gouverneur",
    "les",
    "maire",
    "ministre",
    "prefet",
    "prefete",
    "president",
    "presidente",
    "recteur",
    "secretaire",
    "tresorier",
    "tresoriere",
];
/// Small words within the name of a person.
const PARTICLES: [&str; 10] = [
    "de", "du", "d", "des", "ag", "ould", "el", "al", "ben", "von",
];

/// Whether a word is one of a body or an office.
#[must_use]
pub fn is_of_body(word: &str) -> bool {
    OF_BODIES.contains(&fold(word).as_str())
}

/// Whether a name may be that of a person: it has a title, or words that each begin with a capital, none of which is a body's. A word alone
/// tells nothing, an office (*M. le Maire*) nobody.
#[must_use]
pub fn may_name_person(name: &str) -> bool {
    if is_titled(name) {
        return true;
    }
    let words = name.split(|sign: char| sign.is_whitespace() || "-.'’".contains(sign));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_fit = |word: &&str| match word.starts_with(char::is_uppercase) {
        true => !is_of_body(word),
        false => PARTICLES.contains(&fold(word).as_str()),
    };
    let begins = words
        .first()
        .is_some_and(|word| word.starts_with(char::is_uppercase));
    let is_spaced = name
        .trim()
        .contains(|sign: char| sign.is_whitespace() || sign == '.');
    // *Le Goff Yann* begins with a family name of two words; *La Poste* is a body.
    let begins_with_article = words
        .first()
        .is_some_and(|word| ["le", "la"].contains(&fold(word).as_str()));
    let least = if begins_with_article { 3 } else { 2 };
    begins && is_spaced && words.len() >= least && words.iter().all(is_fit)
}

#[cfg(test)]
mod tests {
    use super::may_name_person;

    #[test]
    fn persons_and_bodies_are_told_apart() {
        for name in [
            "Paul Keita",
            "M. Keita",
            "Mme Awa Sow",
            "P. Keita",
            "Jean de Souza",
            "KEITA Paul",
            "Jean-Marie N’Diaye",
            "Mohamed Ag Rissa",
            "LE GOFF Yann",
            "Yann Le Goff",
            "Fatoumata Bint Oumar",
            "O. Cissé",
        ] {
            assert!(may_name_person(name), "{name}");
        }
        for name in [
            "Mairie de Gao",
            "Croix-Rouge",
            "La Croix-Rouge",
            "Croix-Rouge malienne",
            "Plan International",
            "Groupe Alternative",
            "M. le Maire",
            "le président",
            "Le Maire",
            "Maire de Gao",
            "La Poste",
            "Président du comité",
            "OIM",
            "Keita",
            "Mercy Corps",
            "Médecins du Monde",
            "Handicap International",
            "Direction des soins",
            "",
        ] {
            assert!(!may_name_person(name), "{name}");
        }
    }
}
