//! The head of a group of people in one capacity.

use super::folding::fold;
use super::words::{capital_first, plural};

/// Nouns of persons that no ending tells, folded.
const PERSONS: [&str; 52] = [
    "ancien",
    "ancienne",
    "architecte",
    "artisan",
    "avocat",
    "avocate",
    "benevole",
    "cadre",
    "chef",
    "cheffe",
    "citoyen",
    "citoyenne",
    "collegue",
    "consul",
    "doyen",
    "doyenne",
    "eleve",
    "elu",
    "elue",
    "expert",
    "experte",
    "femme",
    "guide",
    "homme",
    "interprete",
    "jeune",
    "juge",
    "magistrat",
    "maire",
    "medecin",
    "membre",
    "ministre",
    "notable",
    "organisation",
    "parent",
    "partenaire",
    "personnalite",
    "personne",
    "personnel",
    "point",
    "porte-parole",
    "prefet",
    "prefete",
    "responsable",
    "syndic",
    "temoin",
    "titulaire",
    "veterinaire",
    "adjoint",
    "adjointe",
    "usager",
    "usagere",
];
/// Endings of nouns of persons, folded.
const ENDINGS: [&str; 19] = [
    "eur", "eure", "euse", "rice", "ant", "ante", "ent", "ente", "ien", "ienne", "iste", "ier",
    "iere", "ller", "llere", "ager", "agere", "logue", "aire",
];
/// Nouns with such an ending, or in -é, that are none of a person, folded: `secteur`, `collège`, `comité`.
const OTHERS: [&str; 31] = [
    "secteur",
    "exterieur",
    "interieur",
    "choeur",
    "valeur",
    "faveur",
    "talent",
    "couvent",
    "montant",
    "soutien",
    "maintien",
    "entretien",
    "liste",
    "atelier",
    "quartier",
    "chantier",
    "courrier",
    "filiere",
    "matiere",
    "maniere",
    "dialogue",
    "catalogue",
    "seminaire",
    "horaire",
    "marche",
    "clerge",
    "conge",
    "assemblee",
    "lycee",
    "musee",
    "armee",
];
/// What never takes the mark of the plural.
const INVARIABLE: [&str; 2] = ["porte-parole", "hors-classe"];
/// First parts of a compound that do not vary: `vice-président`, `sous-préfet`.
const PREFIXES: [&str; 10] = [
    "vice", "sous", "ex", "co", "non", "demi", "avant", "contre", "inter", "porte",
];
/// Words from which on a capacity does not vary, besides the prepositions that [`plural`] knows.
const CLOSING: [&str; 6] = ["ayant", "près", "auprès", "selon", "dont", "depuis"];

/// `Observateurs`, `Membre titulaire`, `Voix consultative`: with a capital, in the plural where several persons are meant.
#[must_use]
pub fn group_head(quality: &str, people: usize) -> String {
    let first = quality.split_whitespace().next().unwrap_or_default();
    capital_first(&if people > 1 && is_person(first) {
        plural_quality(quality)
    } else {
        quality.to_owned()
    })
}

/// The head of those absent in no capacity, beside groups that have one.
#[must_use]
pub fn rest_head(people: usize) -> &'static str {
    match people {
        1 => "Autre",
        _ => "Autres",
    }
}

/// Whether a word is a noun of a person, by which a capacity is known to agree in number; others (*voix consultative*,
/// *collège A*) do not.
fn is_person(word: &str) -> bool {
    let lowered = word.to_lowercase();
    let lowered = lowered.trim_end_matches(',');
    let folded: Vec<String> = lowered.split('-').map(fold).collect();
    let whole = folded.join("-");
    let noun = match folded.as_slice() {
        [prefix, noun, ..] if PREFIXES.contains(&prefix.as_str()) => noun.as_str(),
        [noun, ..] => noun.as_str(),
        [] => return false,
    };
    let is_listed = |list: &[&str]| list.contains(&whole.as_str()) || list.contains(&noun);
    let is_participle = (lowered.ends_with('é') || lowered.ends_with("ée"))
        && (!lowered.ends_with("té") || ["député", "invité"].contains(&lowered));
    let ends = ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !noun.ends_with("ment");
    is_listed(&PERSONS) || !is_listed(&OTHERS) && (ends || is_participle)
}

/// The plural up to a preposition, a bracket or a comma; acronyms and names do not vary.
fn plural_quality(quality: &str) -> String {
    if INVARIABLE.contains(&quality.to_lowercase().as_str()) {
        return quality.to_owned();
    }
    let words = quality.split(' ').collect::<Vec<_>>();
    let closes = |at: &usize| {
        let word = words[*at];
        *at > 0
            && (CLOSING.contains(&word)
                || word.starts_with(|sign: char| !sign.is_lowercase())
                || words[*at - 1].ends_with([',', ':', ';']))
    };
    let end = (1..words.len()).find(closes).unwrap_or(words.len());
    let varying = words[..end].join(" ");
    let mark = varying.ends_with([',', ':', ';']);
    let (varying, mark) = varying.split_at(varying.len() - usize::from(mark));
    let varying = plural(&with_parts_agreed(varying));
    let mut result = format!("{varying}{mark}");
    for word in &words[end..] {
        result = format!("{result} {word}");
    }
    result
}

/// The first part of a compound noun in the plural, where it is a noun itself: `présidents-directeur`.
fn with_parts_agreed(quality: &str) -> String {
    let (first, rest) = quality.split_once(' ').unwrap_or((quality, ""));
    let parts = first.split_once('-').filter(|(head, _)| {
        let is_prefix = PREFIXES.contains(&fold(head).as_str());
        !is_prefix && is_person(head)
    });
    let is_invariable = INVARIABLE.contains(&first.to_lowercase().as_str());
    match parts {
        Some((head, tail)) if !is_invariable => format!("{}-{tail} {rest}", plural(head))
            .trim_end()
            .to_owned(),
        _ => quality.to_owned(),
    }
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
            ("adjoint", 2, "Adjoints"),
            ("adjoint au maire", 2, "Adjoints au maire"),
            ("vice-président", 2, "Vice-présidents"),
            (
                "président-directeur général",
                2,
                "Présidents-directeurs généraux",
            ),
            ("juré", 2, "Jurés"),
            ("étudiant", 3, "Étudiants"),
            ("étudiante", 3, "Étudiantes"),
            ("personnalité qualifiée", 2, "Personnalités qualifiées"),
            ("Secrétaire général", 2, "Secrétaires généraux"),
            ("chef de service", 2, "Chefs de service"),
            ("point focal", 2, "Points focaux"),
            ("Délégué CGT", 2, "Délégués CGT"),
            (
                "membre ayant voix délibérative",
                2,
                "Membres ayant voix délibérative",
            ),
            ("membre (collège A)", 2, "Membres (collège A)"),
            ("élu, sans délégation", 2, "Élus, sans délégation"),
            ("porte-parole", 2, "Porte-parole"),
            ("conseillère", 2, "Conseillères"),
            ("salarié", 2, "Salariés"),
            ("député européen", 2, "Députés européens"),
            ("invités", 2, "Invités"),
            ("comité", 2, "Comité"),
            ("autorité", 2, "Autorité"),
            ("Direction", 2, "Direction"),
            ("secteur privé", 2, "Secteur privé"),
            ("gouvernement", 2, "Gouvernement"),
            ("collège des employeurs", 2, "Collège des employeurs"),
            ("public", 2, "Public"),
            ("assemblée plénière", 2, "Assemblée plénière"),
            ("Vice-présidente", 2, "Vice-présidentes"),
            ("habitant", 2, "Habitants"),
            ("secrétaire", 1, "Secrétaire"),
        ] {
            assert_eq!(group_head(quality, people), head);
        }
    }
}
