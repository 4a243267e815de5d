//! Records that are large, deep or empty, without their dates.

use std::fmt::Write;

use crate::synthetic::Lcg;

const WORDS: [&str; 12] = [
    "coordination",
    "des",
    "humanitaires",
    "Gao",
    "développement",
    "avec",
    "les",
    "membres",
    "du",
    "relèvement",
    "atelier",
    "pour",
];

/// So many words, in no order, so that no two lines are alike, as none are in a real text.
fn sentence(words: usize) -> String {
    let mut numbers = Lcg::new(words as u64);
    let word = |_| WORDS[numbers.below(WORDS.len())];
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}

pub(crate) fn records() -> Vec<String> {
    let mut records = vec![
        String::new(),
        "[[themes]]\ntitre = \"Divers\"\n".into(),
        long_discussion(),
        long_word(),
        many_actions(),
        long_agenda(),
        long_organisation(),
        nested_lists(),
    ];
    records.extend([1, 7, 8, 9, 41, 200].map(participants));
    records
}

fn long_discussion() -> String {
    format!(
        "[[themes]]\ntitre = \"Long\"\ndiscussion = \"{}\"\n[[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"AVSF\"]\n",
        sentence(3000)
    )
}

fn long_word() -> String {
    let word = &"anticonstitutionnellement".repeat(3)[..60];
    format!(
        "[[themes]]\ntitre = \"{word}\"\ndiscussion = \"{word}\"\nrecommandations = [\"{word}\"]\nresponsables = [\"{word}\"]\n"
    )
}

fn many_actions() -> String {
    let mut record = format!(
        "[[themes]]\ntitre = \"Suivi\"\ndiscussion = \"{}\"\n",
        sentence(400)
    );
    for number in 1..=40 {
        let _ = write!(
            record,
            "[[themes.actions]]\ntexte = \"Action {number} {}\"\nresponsables = [\"ACTED {number}\", \"OIM\"]\n",
            sentence(number % 13)
        );
    }
    record
}

fn long_agenda() -> String {
    let items = (1..=30).map(|number| format!("\"Point {number} : {}\",\n", sentence(number)));
    format!("ordre_du_jour = [\n{}]\n", items.collect::<String>())
}

fn long_organisation() -> String {
    let organisation = "Direction nationale du développement social ".repeat(7);
    format!(
        "participants = [ {{ nom = \"Oumou Sow\", organisation = \"{organisation}\" }} ]\n[[themes]]\ntitre = \"A\"\n\
         responsables = [\"{organisation}\"]\n"
    )
}

fn nested_lists() -> String {
    let list: String = (0..5)
        .map(|level| format!("{}- niveau {level} {}\n", "  ".repeat(level), sentence(12)))
        .collect();
    format!(
        "[[themes]]\ntitre = \"Listes\"\ndiscussion = \"\"\"\n{list}\"\"\"\ncommentaires = \"\"\"\n{list}\"\"\"\n[cloture]\nnotes = \"\"\"\n{list}\"\"\"\n"
    )
}

fn participants(count: usize) -> String {
    let people = (1..=count).map(|number| {
        let organisation = "longue ".repeat(number % 9);
        format!("{{ nom = \"Aminata Personne {number}\", organisation = \"Organisation {organisation}\" }},\n")
    });
    format!("participants = [\n{}]\n", people.collect::<String>())
}
