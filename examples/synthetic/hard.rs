//! Records that are large, deep or empty, without their dates.

use std::fmt::Write;

use crate::synthetic::Lcg;

const WORDS: [&str; 12] = [
    "coordination",
    "cercles",
    "humanitaires",
    "Gao",
    "développement",
    "avec",
    "zones",
    "membres",
    "semaines",
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
        long_table(),
        wide_tables(),
        many_sections(),
        many_parts(),
        many_votes(),
        full_grid(),
    ];
    records.extend([1, 7, 8, 9, 41, 200].map(participants));
    records.extend([3, 61].map(groups));
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

/// A table of figures, so wide and so high.
fn table(columns: usize, rows: usize) -> String {
    let row = |number: usize| {
        let figures =
            (1..columns).map(|column| format!(" {} {:03} |", number * column, column * 37 % 1000));
        // Rows that differ in their figures alone would pass for a line that each page repeats.
        let letters = "abcdefghijklmnopqrstuvwxyz".as_bytes();
        let letter = |place: usize| char::from(letters[number / place % letters.len()]);
        let name = [letter(26), letter(1)].iter().collect::<String>();
        format!("| Cercle {name} |{}\n", figures.collect::<String>())
    };
    let heads: String = (0..columns)
        .map(|column| format!("| Colonne {column} "))
        .collect();
    let rows: String = (1..=rows).map(row).collect();
    format!("{heads}|\n{}|\n{rows}", "|---".repeat(columns))
}

/// Over pages, in sections and in the table of themes.
fn long_table() -> String {
    let table = table(5, 90);
    let theme = |presentation: &str| {
        format!(
            "[[themes]]\ntitre = \"Chiffres\"\npresentation = \"{presentation}\"\ndiscussion = \"\"\"\n{table}\"\"\"\nrecommandations = [\"Suivre.\"]\n"
        )
    };
    theme("sections") + &theme("tableau")
}

/// From one column to twelve.
fn wide_tables() -> String {
    let theme = |columns: usize| {
        format!(
            "[[themes]]\ntitre = \"{columns} colonnes\"\ndiscussion = \"\"\"\n{}\"\"\"\ndecisions = [\"Oui.\"]\n",
            table(columns, 4)
        )
    };
    (1..=12).map(theme).collect()
}

fn many_sections() -> String {
    let theme = |number: usize| {
        let action = format!(
            "[[themes.actions]]\ntexte = \"{}\"\nresponsables = [\"ACTED\", \"OIM\"]\necheance = 2032-01-31\nstatut = \"en cours\"\n",
            sentence(5 + number)
        );
        format!(
            "[[themes]]\ntitre = \"Section {number} {}\"\ndiscussion = \"{}\"\n{}",
            sentence(number % 7),
            sentence(number * 11 % 200 + 1),
            action.repeat(number % 4)
        )
    };
    let themes: String = (1..=15).map(theme).collect();
    format!("presentation = \"sections\"\n{themes}")
}

fn many_parts() -> String {
    let part = |number: usize| {
        format!(
            "[[themes.parties]]\ntitre = \"Zone {number}\"\ndiscussion = \"{}\"\n[[themes.parties.actions]]\ntexte = \"{}\"\nresponsables = [\"OIM\"]\n",
            sentence(number * 7 % 90 + 1),
            sentence(6)
        )
    };
    let parts: String = (1..=25).map(part).collect();
    format!(
        "colonnes = [\"themes\", \"discussion\", \"actions\", \"responsables\", \"delai\", \"statut\"]\n[[themes]]\ntitre = \"Tour des zones\"\n{parts}"
    )
}

fn many_votes() -> String {
    // No two votes name the same people in the same order: a line that many pages have would pass for their foot.
    let names = |decision: usize| {
        let name = |number: usize| {
            format!(
                "\"Mme {} {number}\"",
                WORDS[number * decision % WORDS.len()]
            )
        };
        (1..=40).map(name).collect::<Vec<_>>().join(", ")
    };
    let decision = |number: usize| {
        format!(
            "{{ numero = \"2032-{number:02}\", texte = \"{}\", vote = {{ pour = 50, contre = 40, noms = {{ contre = [{}] }} }} }}",
            sentence(number * 5),
            names(number)
        )
    };
    let decisions: Vec<String> = (1..=12).map(decision).collect();
    format!(
        "[[themes]]\ntitre = \"Votes\"\ndecisions = [{}]\n",
        decisions.join(", ")
    )
}

fn full_grid() -> String {
    let [place, chair, writer, next] = [40, 41, 42, 43].map(sentence);
    format!(
        "entete = \"grille\"\ndebut = 09:00:00\nfin = 12:00:00\nlieu = \"dans la salle de {place}\"\npresidence = {{ nom = \"Awa Sow\", fonction = \"{chair}\" }}\n\
         roles = [ {{ role = \"Secrétariat\", nom = \"Awa Sow\", fonction = \"{writer}\" }} ]\n[prochaine_reunion]\nlieu = \"dans {next}\"\n"
    )
}

/// People in groups, some represented.
fn groups(count: usize) -> String {
    let qualities = ["titulaire", "suppléant", "observateur"];
    let person = |number: usize| {
        format!(
            "{{ nom = \"Aminata Personne {number}\", fonction = \"Élue\", qualite = \"{}\" }},\n",
            qualities[number % qualities.len()]
        )
    };
    let people: String = (1..=count).map(person).collect();
    let proxies = (1..=count / 3).map(|number| {
        format!(
            "{{ nom = \"Mme Absente {number}\", pouvoir_a = \"Aminata Personne {number}\" }},\n"
        )
    });
    format!(
        "participants = [\n{people}]\nrepresentes = [\n{}]\n",
        proxies.collect::<String>()
    )
}

fn participants(count: usize) -> String {
    let people = (1..=count).map(|number| {
        let organisation = "longue ".repeat(number % 9);
        format!("{{ nom = \"Aminata Personne {number}\", organisation = \"Organisation {organisation}\" }},\n")
    });
    format!("participants = [\n{}]\n", people.collect::<String>())
}
