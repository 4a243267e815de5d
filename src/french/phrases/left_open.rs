//! What is typed in the place of what nobody knows yet (*à confirmer*, *salle à préciser*), or in that of nothing (*néant*).

use super::super::folding::fold;
use super::super::formulas::tidy;
use super::{first_word, lowered};

/// What is left to be done about it, without accents.
const DEEDS: [&str; 24] = [
    "annoncer",
    "arreter",
    "choisir",
    "communiquer",
    "completer",
    "confirmer",
    "convenir",
    "decider",
    "definir",
    "designer",
    "determiner",
    "elire",
    "fixer",
    "identifier",
    "indiquer",
    "nommer",
    "pourvoir",
    "preciser",
    "prevoir",
    "renseigner",
    "trouver",
    "valider",
    "venir",
    "verifier",
];
/// What such a text may name first, without accents, so that one knows what is open.
const TELLING: [&str; 7] = [
    "accueil", "adresse", "endroit", "hote", "lieu", "local", "salle",
];
/// What else it may name first.
const NOUNS: [&str; 13] = [
    "animateur",
    "animatrice",
    "mandataire",
    "moderateur",
    "nom",
    "organisation",
    "personne",
    "president",
    "presidente",
    "rapporteur",
    "redacteur",
    "secretaire",
    "suppleant",
];
/// The words that say of changes that there are none, folded.
const NOTHING: [&str; 12] = [
    "aucun",
    "aucune",
    "neant",
    "non",
    "pasde",
    "ras",
    "rien",
    "rienasignaler",
    "sans",
    "sansobjet",
    "so",
    "zero",
];
/// What may be lacking, folded, in the singular.
const CHANGES: [&str; 8] = [
    "ajout",
    "amendement",
    "changement",
    "correction",
    "modification",
    "observation",
    "remarque",
    "reserve",
];

/// What is said of something that is left open, behind its noun: `à déterminer` is `lieu à déterminer` of a place; `Salle à préciser` brings
/// its own; of a person, `Nom à préciser` does not say whose name. None for a text that says something.
#[must_use]
pub fn undecided(text: &str, noun: &str) -> Option<String> {
    let text = tidy(text);
    let bare = text
        .strip_prefix('(')
        .and_then(|bare| bare.strip_suffix(')'));
    let text = bare.unwrap_or(&text);
    let (first, rest) = first_word(text);
    if is_a(first) {
        return leaves_open(rest).then(|| format!("{noun} à {rest}"));
    }
    let (a, deed) = first_word(rest);
    let folded = fold(first);
    let is_telling = TELLING.contains(&folded.as_str());
    let is_open = (is_telling || NOUNS.contains(&folded.as_str())) && is_a(a) && leaves_open(deed);
    is_open.then(|| match is_telling {
        true => format!("{} à {deed}", lowered(first)),
        false => format!("{noun} à {deed}"),
    })
}

fn is_a(word: &str) -> bool {
    ["à", "a"].contains(&word.to_lowercase().as_str())
}

/// Whether a verb of what is to be done begins a text: `préciser`, `CONFIRMER par OCHA`; `Venir` may be a town.
fn leaves_open(text: &str) -> bool {
    let (word, _) = first_word(text);
    let word = word.trim_end_matches([',', ';', ':', '.']);
    let is_name = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    !is_name && DEEDS.contains(&fold(word).as_str())
}

/// Whether a text typed for changes says that there were none: `Néant`, `Aucune modification.`, `Approuvé sans réserve`.
#[must_use]
pub fn says_no_changes(text: &str) -> bool {
    let said = fold(text);
    let said = ["approuve", "approuvee", "adopte", "adoptee"]
        .iter()
        .find_map(|verb| {
            said.strip_prefix(verb)
                .filter(|rest| rest.starts_with("sans"))
        })
        .unwrap_or(&said);
    let lacks = |change: &str| {
        let before = said.strip_suffix('s').unwrap_or(said).strip_suffix(change);
        before.is_some_and(|before| NOTHING.contains(&before))
    };
    let is_sign = said.is_empty() && text.contains(['-', '–', '—', '/']);
    let is_word = said != "sans" && said != "pasde" && NOTHING.contains(&said);
    is_sign || is_word || CHANGES.into_iter().any(lacks)
}

#[cfg(test)]
mod tests {
    use super::{says_no_changes, undecided};

    #[test]
    fn what_is_left_open_has_its_noun() {
        for (typed, said) in [
            ("à déterminer", "lieu à déterminer"),
            ("À préciser.", "lieu à préciser"),
            ("A confirmer par OCHA", "lieu à confirmer par OCHA"),
            ("À DÉFINIR", "lieu à DÉFINIR"),
            ("(à fixer)", "lieu à fixer"),
            (
                "à confirmer, sans doute à Gao",
                "lieu à confirmer, sans doute à Gao",
            ),
            ("Lieu à préciser", "lieu à préciser"),
            ("salle à confirmer", "salle à confirmer"),
            ("à venir", "lieu à venir"),
        ] {
            assert_eq!(undecided(typed, "lieu").as_deref(), Some(said), "{typed}");
        }
        for (typed, said) in [
            ("Nom à préciser", "suppléance à préciser"),
            ("Suppléant à désigner", "suppléance à désigner"),
            ("à désigner", "suppléance à désigner"),
        ] {
            assert_eq!(
                undecided(typed, "suppléance").as_deref(),
                Some(said),
                "{typed}"
            );
        }
        for typed in [
            "à Gao",
            "à Venir",
            "à Gao, salle à préciser",
            "Gao à confirmer",
            "au siège",
            "à",
            "à la mairie",
            "salle à manger",
            "à distance",
            "",
        ] {
            assert_eq!(undecided(typed, "lieu"), None, "{typed}");
        }
    }

    #[test]
    fn changes_that_are_none() {
        for none in [
            "Aucune",
            "aucun",
            "Néant.",
            "RAS",
            "sans modification",
            "Sans modifications.",
            "Aucune modification",
            "pas de remarques",
            "Sans observation",
            "Approuvé sans réserve.",
            "Adopté sans modification",
            "Sans objet",
            "-",
            "—",
        ] {
            assert!(says_no_changes(none), "{none}");
        }
        for some in [
            "Le point 2.",
            "Sans",
            "Modifications du point 3",
            "Aucune modification, sauf au point 3",
            "Approuvé",
            "Page 4 : lire « néant »",
            "Le mot « aucune » est supprimé.",
            "Supprimer la réserve",
            "",
        ] {
            assert!(!says_no_changes(some), "{some}");
        }
    }
}
