//! The head of a group of people in one capacity.

mod nouns;

use self::nouns::{
    ADVERBS, APPOSED, APPOSED_ENDINGS, CAPACITIES, CLOSING, COMPOUNDED, ENDINGS, INVARIABLE,
    LEADING, OTHERS, PERSONS, PREFIXES,
};
use super::folding::fold;
use super::words::{capital_first, is_preposition, plural_word};

/// `Observateurs`, `Membre titulaire`, `Voix consultative`: with a capital, in the plural where several persons are meant.
#[must_use]
pub fn group_head(quality: &str, people: usize) -> String {
    let words: Vec<&str> = quality.split(' ').collect();
    let noun = noun(&words).filter(|_| people > 1);
    capital_first(&match noun {
        Some(noun) => plural_quality(&words, noun),
        None => quality.to_owned(),
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

/// The place of the noun of a person with which a capacity begins, behind the adjectives before it: `nouveau membre`. By it the capacity is
/// known to agree in number; others (*voix consultative*, *collège A*) do not.
fn noun(words: &[&str]) -> Option<usize> {
    if let [only] = words
        && fold(only) == "autre"
    {
        return Some(0);
    }
    let behind = words.iter().position(|word| !is_leading(word));
    // *Jeune* and *ancien* may be nouns themselves; *premier* is none.
    let is_noun = |word: &str| {
        is_person(word) && (!is_leading(word) || PERSONS.contains(&fold(word).as_str()))
    };
    let alone = || words.first().filter(|first| is_noun(first)).map(|_| 0);
    behind.filter(|at| is_person(words[*at])).or_else(alone)
}

/// Whether an adjective stands before its noun: *nouveau*, *premier*, *deuxième*.
fn is_leading(word: &str) -> bool {
    let folded = fold(word);
    LEADING.contains(&folded.as_str()) || folded.ends_with("ieme")
}

/// Whether a word is a noun of a person.
fn is_person(word: &str) -> bool {
    let lowered = word.to_lowercase();
    let lowered = lowered.trim_end_matches(',');
    let folded: Vec<String> = lowered.split('-').map(fold).collect();
    let whole = folded.join("-");
    let noun = match folded.as_slice() {
        [first, noun, ..] if is_prefix(first) || is_compounded(first) => noun.as_str(),
        [noun, ..] => noun.as_str(),
        [] => return false,
    };
    let is_listed = |list: &[&str]| list.contains(&whole.as_str()) || list.contains(&noun);
    let is_participle = (lowered.ends_with('é') || lowered.ends_with("ée"))
        && (!lowered.ends_with("té") || ["député", "invité"].contains(&lowered));
    let ends = ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !noun.ends_with("ment");
    is_listed(&PERSONS) || !is_listed(&OTHERS) && (ends || is_participle)
}

fn is_prefix(first: &str) -> bool {
    PREFIXES.contains(&fold(first).as_str())
}

fn is_compounded(first: &str) -> bool {
    COMPOUNDED.contains(&fold(first).as_str()) || is_leading(first)
}

/// How much of what follows still agrees with the persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    /// Each adjective.
    Whole,
    /// Behind another noun, what is only said of persons: `parents d’élèves élus`.
    OfPersons,
    /// Nothing.
    Ended,
}

/// The plural up to a preposition with its article, a bracket or a comma; acronyms and names do not vary.
fn plural_quality(words: &[&str], noun: usize) -> String {
    let mut agreement = Agreement::Whole;
    let mut said = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        if at > noun {
            agreement = behind(agreement, before, word, words.get(at + 1));
        }
        let varies = match agreement {
            Agreement::Whole => !stays_alone(word),
            Agreement::OfPersons => {
                CAPACITIES.contains(&fold(word).as_str()) && !["de", "en"].contains(&before)
            }
            Agreement::Ended => false,
        };
        said.push(match varies {
            true => plural_marked(word),
            false if fold(words[noun]).starts_with("parent") && *word == "d’élève" => {
                "d’élèves".to_owned()
            }
            false => (*word).to_owned(),
        });
    }
    said.join(" ")
}

/// What still agrees from a word on, by the word before it and the one that follows.
fn behind(agreement: Agreement, before: &str, word: &str, next: Option<&&str>) -> Agreement {
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let closes = CLOSING.contains(&word) || !is_small(word) || before.ends_with([',', ':', ';']);
    if closes || agreement == Agreement::Ended {
        Agreement::Ended
    } else if is_preposition(word) {
        let is_bare_noun = |next: &&str| {
            is_small(next) && !is_preposition(next) && !["la", "le", "les"].contains(next)
        };
        let has_bare_noun = match word.strip_prefix("d’") {
            Some(noun) => is_small(noun) && !noun.starts_with("un"),
            None => ["de", "en"].contains(&word) && next.is_some_and(is_bare_noun),
        };
        match has_bare_noun {
            true => Agreement::OfPersons,
            false => Agreement::Ended,
        }
    } else if is_apposed(word) {
        Agreement::OfPersons
    } else {
        agreement
    }
}

/// Whether a noun stands behind another without varying: `responsable qualité`, `ayant droit`.
fn is_apposed(word: &str) -> bool {
    let folded = fold(word);
    let ends = || {
        APPOSED_ENDINGS
            .iter()
            .any(|ending| folded.ends_with(ending))
    };
    APPOSED.contains(&folded.as_str()) || !is_adverb(word) && ends()
}

fn is_adverb(word: &str) -> bool {
    ADVERBS.contains(&fold(word).as_str())
}

/// Words that never vary, and end nothing: `membre nouvellement élu`.
fn stays_alone(word: &str) -> bool {
    is_adverb(word) || ["et", "ou", "non", "pas", "plus", "très", "bien"].contains(&word)
}

/// The plural of a word that a mark may follow.
fn plural_marked(word: &str) -> String {
    let bare = word.trim_end_matches([',', ':', ';']);
    format!("{}{}", plural_compound(bare), &word[bare.len()..])
}

/// The plural of a word; of a compound, of each part that varies: `présidents-directeurs`, `vice-présidents`, `sages-femmes`.
fn plural_compound(word: &str) -> String {
    if INVARIABLE.contains(&word.to_lowercase().as_str()) {
        return word.to_owned();
    }
    match word.split_once('-') {
        Some((first, rest)) if !is_prefix(first) && (is_person(first) || is_compounded(first)) => {
            let stays = is_preposition(rest) || is_apposed(rest);
            let rest = match stays {
                true => rest.to_owned(),
                false => plural_compound(rest),
            };
            format!("{}-{rest}", plural_of(first))
        }
        _ => plural_of(word),
    }
}

/// *Nouvel* and *vieil* have the plural of *nouveau* and *vieux*.
fn plural_of(word: &str) -> String {
    let irregular = [("ouvel", "ouveaux"), ("ieil", "ieux")]
        .iter()
        .find_map(|(end, plural)| {
            let start = word.strip_suffix(*end)?;
            (start.chars().count() == 1).then(|| format!("{start}{plural}"))
        });
    irregular.unwrap_or_else(|| plural_word(word))
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
            ("parent d’élève élu", 1, "Parent d’élève élu"),
            ("Nouveau membre", 1, "Nouveau membre"),
        ] {
            assert_eq!(group_head(quality, people), head);
        }
    }

    #[test]
    fn what_stands_behind_another_noun_stays() {
        for (quality, head) in [
            ("ayant droit", "Ayants droit"),
            ("ayant-droit", "Ayants-droit"),
            ("ayant cause", "Ayants cause"),
            ("point focal genre", "Points focaux genre"),
            (
                "point focal genre suppléant",
                "Points focaux genre suppléants",
            ),
            ("point focal protection", "Points focaux protection"),
            ("responsable qualité", "Responsables qualité"),
            (
                "responsable développement rural",
                "Responsables développement rural",
            ),
            ("chef projet", "Chefs projet"),
            ("personne ressource", "Personnes ressources"),
            ("organisation membre", "Organisations membres"),
            ("parent d’élève", "Parents d’élèves"),
            ("parent d’élève élu", "Parents d’élèves élus"),
            ("parents d’élèves", "Parents d’élèves"),
            (
                "délégué de classe suppléant",
                "Délégués de classe suppléants",
            ),
            ("chef de service adjoint", "Chefs de service adjoints"),
            ("rédacteur en chef adjoint", "Rédacteurs en chef adjoints"),
            ("maire de commune déléguée", "Maires de commune déléguée"),
            (
                "président de commission permanente",
                "Présidents de commission permanente",
            ),
            ("représentant de titulaire", "Représentants de titulaire"),
            (
                "représentant de la liste élue",
                "Représentants de la liste élue",
            ),
            ("membre du conseil élu", "Membres du conseil élu"),
            ("adjoint au maire délégué", "Adjoints au maire délégué"),
        ] {
            assert_eq!(group_head(quality, 2), head);
        }
    }

    #[test]
    fn an_adjective_before_its_noun_varies_with_it() {
        for (quality, head) in [
            ("nouveau membre", "Nouveaux membres"),
            ("nouvel élu", "Nouveaux élus"),
            ("nouvelle élue", "Nouvelles élues"),
            ("membre nouvellement élu", "Membres nouvellement élus"),
            ("autre invité", "Autres invités"),
            ("autre", "Autres"),
            (
                "autre personnalité qualifiée",
                "Autres personnalités qualifiées",
            ),
            ("haut fonctionnaire", "Hauts fonctionnaires"),
            ("Haut Commissaire", "Hauts Commissaires"),
            ("haut-commissaire", "Hauts-commissaires"),
            ("ancien combattant", "Anciens combattants"),
            ("ancien", "Anciens"),
            ("premier adjoint", "Premiers adjoints"),
            ("deuxième vice-président", "Deuxièmes vice-présidents"),
            (
                "premier secrétaire général",
                "Premiers secrétaires généraux",
            ),
            ("petit exploitant", "Petits exploitants"),
            ("grand électeur", "Grands électeurs"),
            ("jeune rural", "Jeunes ruraux"),
            ("futur membre", "Futurs membres"),
            ("simple observateur", "Simples observateurs"),
            ("grand public", "Grand public"),
            ("haute autorité", "Haute autorité"),
            ("nouveau collège", "Nouveau collège"),
            ("premier collège", "Premier collège"),
            ("deuxième collège", "Deuxième collège"),
            ("autre collège", "Autre collège"),
            ("petite commune", "Petite commune"),
            ("haut-commissariat", "Haut-commissariat"),
        ] {
            assert_eq!(group_head(quality, 2), head);
        }
    }

    #[test]
    fn compounds_and_other_nouns_vary() {
        for (quality, head) in [
            ("maître de conférences", "Maîtres de conférences"),
            ("maître d’ouvrage", "Maîtres d’ouvrage"),
            ("maître d’ouvrage délégué", "Maîtres d’ouvrage délégués"),
            ("maître-assistant", "Maîtres-assistants"),
            ("sage-femme", "Sages-femmes"),
            ("aide-soignant", "Aides-soignants"),
            ("aide-mémoire", "Aide-mémoire"),
            ("porte-parole adjoint", "Porte-parole adjoints"),
            ("arbitre", "Arbitres"),
            ("candidat", "Candidats"),
            ("Candidate", "Candidates"),
            ("capitaine", "Capitaines"),
        ] {
            assert_eq!(group_head(quality, 2), head);
        }
    }
}
