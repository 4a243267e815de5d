//! The gender of an organisation, by its name: *le Conseil départemental*, *la Caisse des dépôts*.

use super::super::Gender;
use super::super::folding::fold;
use super::super::formulas::tidy;
use super::bodies::{behind_adjective, of_acronym};
use super::first_word;
use super::nouns::{PlaceKind, of_body, place_kind};
use super::places::acronym_with_a;

/// Masculine nouns with which an organisation begins, and no body that meets nor place, folded.
const MASCULINE: [&str; 13] = [
    "observatoire",
    "institut",
    "office",
    "etat",
    "fonds",
    "credit",
    "parti",
    "front",
    "ordre",
    "croissant",
    "cabinet",
    "ballet",
    "orchestre",
];
/// Those that are many.
const PLURAL: [&str; 4] = ["amis", "anciens", "femmes", "jeunes"];

/// The gender in which what is said of an organisation agrees: that of its article or of its noun, where they tell it, else feminine, as of
/// *une personne morale*. None of several.
#[must_use]
pub fn gender_of_organisation(name: &str) -> Option<Gender> {
    let name = tidy(name);
    let (word, rest) = first_word(&name);
    let folded = fold(word.trim_end_matches(','));
    match folded.as_str() {
        "le" if !rest.is_empty() => return Some(Gender::Masculine),
        "la" if !rest.is_empty() => return Some(Gender::Feminine),
        "les" if !rest.is_empty() => return None,
        _ => {}
    }
    let is_elided_masculine = folded.starts_with(['e', 'a', 'i', 'o']) && folded.ends_with("ement");
    if PLURAL.contains(&folded.as_str()) {
        return None;
    }
    if MASCULINE.contains(&folded.as_str()) || is_elided_masculine {
        return Some(Gender::Masculine);
    }
    let of = of_body(word)
        .or_else(|| behind_adjective(word, rest))
        .or_else(|| of_acronym(word));
    match (of, place_kind(word), acronym_with_a(word)) {
        (Some("du "), ..) => Some(Gender::Masculine),
        (Some("des "), ..) | (None, Some(PlaceKind::InPlural), _) => None,
        (None, Some(PlaceKind::At(gender) | PlaceKind::In(gender)), _) => Some(gender),
        (None, None, Some(phrase)) if phrase.starts_with("au ") => Some(Gender::Masculine),
        _ => Some(Gender::Feminine),
    }
}

#[cfg(test)]
mod tests {
    use super::gender_of_organisation;
    use crate::french::Gender;

    #[test]
    fn an_organisation_has_its_gender() {
        for name in [
            "BPI Investissement",
            "Caisse des dépôts",
            "Société Orange",
            "Commune de Gao",
            "Mairie de Gao",
            "Banque postale",
            "SAS Durand",
            "Association des parents",
            "Direction régionale",
            "Agence de l’eau",
            "École nationale",
            "FAO",
            "OIM",
            "La Poste",
            "Haute Autorité de santé",
            "Zorglub",
            "",
        ] {
            let found = gender_of_organisation(name);
            assert_eq!(found, Some(Gender::Feminine), "{name}");
        }
        for name in [
            "Conseil départemental",
            "Syndicat mixte",
            "Ministère de la Santé",
            "Département du Rhône",
            "Groupement de producteurs",
            "Établissement public foncier",
            "Institut Pasteur",
            "Office du Niger",
            "Crédit mutuel",
            "Haut Conseil",
            "Hôpital de Gao",
            "PNUD",
            "CSE",
            "Le Relais",
        ] {
            let found = gender_of_organisation(name);
            assert_eq!(found, Some(Gender::Masculine), "{name}");
        }
        for name in [
            "Les Restos",
            "Parents d’élèves",
            "Services techniques",
            "Amis du musée",
        ] {
            assert_eq!(gender_of_organisation(name), None, "{name}");
        }
    }
}
