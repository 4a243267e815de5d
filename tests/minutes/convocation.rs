//! A meeting to come: its three outputs agree, and none says that it was held.

use super::Pages;
use crate::common::document::Heads;
use crate::common::{Project, REPOSITORY};

fn heads() -> Heads {
    Heads {
        participants: "Participants attendus".into(),
        ..Heads::default()
    }
}

/// The convocation of the shape of that name, in a series with these settings.
fn convocation(settings: &str) -> Pages {
    let folder = format!("{REPOSITORY}/tests/shapes/convocation");
    let record = std::fs::read_to_string(format!("{folder}/meetings/2026-10-15.toml")).unwrap();
    let project = Project::empty()
        .file("greffier.toml", settings)
        .file("meetings/2026/2026-10-15.toml", &record)
        .build_texts();
    Pages::of(&project, "2026/2026-10-15")
}

/// Words that only the minutes of a meeting that was held may have.
const OF_MINUTES: [&str; 14] = [
    "s’est tenu",
    "a été présidée",
    "présent",
    "quorum",
    "levée",
    "Liste des participants",
    "Rédigé",
    "Signatures",
    "Fait à",
    "Thèmes",
    "excusé",
    "Prochaine",
    "diffusé",
    "adopté",
];

#[track_caller]
fn tells_nothing_of_minutes(pages: &Pages) {
    for page in [&pages.html, &pages.markdown, &pages.print] {
        // Who presents an item has not presented it.
        let page = page.replace("présenté par", "");
        for word in OF_MINUTES {
            assert!(!page.contains(word), "{word}: {page}");
        }
    }
}

#[test]
fn it_convenes_in_the_words_of_the_series() {
    let settings = "seance = \"séance\"\ninstance_avec_de = \"du conseil municipal\"\ntitre = \"Procès-verbal de la séance du conseil municipal\"\nlevee_de_seance = \"en chiffres\"\nsignatures = [\"présidence\"]\n";
    let pages = convocation(settings);
    let document = pages.sound_with(&heads());
    assert_eq!(
        document.title,
        "Convocation à la séance du conseil municipal"
    );
    assert_eq!(
        document.opening,
        "La septième séance de l’année 2026 du conseil municipal se tiendra le jeudi 15 octobre 2026, de 18 h 30 à 21 h, à la mairie (salle du conseil) et en ligne (Teams). Elle sera présidée par Mme Anne Le Goff, maire."
    );
    assert_eq!(document.participants.len(), 10);
    assert_eq!(document.themes.len(), 0);
    assert_eq!(document.annexes.len(), 2);
    assert_eq!(
        document.agenda[0],
        "Travaux de l’école (M. Loïc Guillou, 20 min, pour décision) Toiture Chauffage"
    );
    tells_nothing_of_minutes(&pages);
}

#[test]
fn its_grid_has_no_next_meeting_and_no_author() {
    let pages = convocation("entete = \"grille\"\n");
    let document = pages.sound_with(&heads());
    let labels: Vec<&str> = document
        .grid
        .iter()
        .map(|(label, _)| label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "Date",
            "Réunion",
            "Horaires",
            "Lieu",
            "Convocation",
            "Présidence",
            "Convoquée par",
            "Secrétariat"
        ]
    );
    for page in [&pages.html, &pages.markdown, &pages.print] {
        assert!(!page.contains("Convocation du"), "it is told once");
    }
    tells_nothing_of_minutes(&pages);
}

/// Who came with the chair is told by the chair's gender, in the grid as in the sentence.
#[test]
fn company_agrees_with_the_chair() {
    let table = [
        ("genre = \"féminin\"", "accompagnée par Fanta Keïta"),
        ("genre = \"masculin\"", "accompagné par Fanta Keïta"),
        ("", "avec Fanta Keïta"),
    ];
    for (gender, said) in table {
        for head in ["formule", "grille"] {
            let gender = match gender {
                "" => String::new(),
                gender => format!(", {gender}"),
            };
            let record = format!(
                "date = 2026-03-17\nentete = \"{head}\"\npresidence = {{ nom = \"Awa Sow\", accompagne_par = \"Fanta Keïta\"{gender} }}\n"
            );
            let project = Project::empty()
                .file("meetings/2026-03-17.toml", &record)
                .build_texts();
            let pages = Pages::of(&project, "2026-03-17");
            for page in [&pages.html, &pages.markdown, &pages.print] {
                assert!(page.contains(&format!(", {said}")), "{head}: {said}");
            }
        }
    }
}

/// A formula of the series' own, which tells of a meeting that was held, is not taken for it.
#[test]
fn a_formula_of_minutes_does_not_convene() {
    let project = Project::empty()
        .file(
            "templates/formules/ouverture.txt",
            "La réunion s’est tenue.\n",
        )
        .file(
            "meetings/2026/2026-10-15.toml",
            "date = 2026-10-15\netat = \"convocation\"\n",
        )
        .build_texts();
    let pages = Pages::of(&project, "2026/2026-10-15");
    assert_eq!(
        pages.sound().opening,
        "La réunion se tiendra le jeudi 15 octobre 2026."
    );
    tells_nothing_of_minutes(&pages);
}

/// What a record tells as if the meeting had been held is not printed.
#[test]
fn what_is_not_known_yet_is_left_out() {
    let record = "date = 2026-03-17\netat = \"convocation\"\ndiffuse_le = 2026-03-20\nadoption = \"adopté\"\npresences = { personnes = 9 }\nquorum = { presents = 3, requis = 2, membres = 4 }\nparticipants = [ { nom = \"A B\", arrivee = 10:00:00, represente_par = \"C D\" }, { nom = \"E F\", pouvoir_a = \"A B\" } ]\nrepresentes = [ { nom = \"G H\", pouvoir_a = \"A B\" } ]\nexcuses = [ { nom = \"I J\" } ]\nabsents = [ { nom = \"K L\" } ]\n[[themes]]\ntitre = \"Sujet\"\ndecisions = [ \"Décidé.\" ]\n[[themes.actions]]\ntexte = \"Faire\"\n[prochaine_reunion]\ndate = 2026-04-14\n";
    let pages = Pages::of_record(record);
    let document = pages.sound_with(&heads());
    assert_eq!(document.participants.len(), 1);
    tells_nothing_of_minutes(&pages);
    for page in [&pages.html, &pages.markdown, &pages.print] {
        for word in [
            "C D", "E F", "G H", "I J", "K L", "Sujet", "Décidé", "Faire", "avril", "10",
        ] {
            assert!(!page.contains(word), "{word}: {page}");
        }
    }
}

#[test]
fn without_names_it_tells_the_organisations() {
    let settings = "[site]\nparticipants = \"organisations\"\n";
    let project = Project::empty()
        .file("greffier.toml", settings)
        .file(
            "meetings/2026/2026-03-17.toml",
            "date = 2026-03-17\netat = \"convocation\"\nparticipants = [ { nom = \"Awa Secret\", fonction = \"cheffe\", organisation = \"OIM\" }, { organisation = \"ACTED\" } ]\n",
        )
        .build_texts();
    let pages = Pages::of(&project, "2026/2026-03-17");
    let document = pages.sound_with(&heads());
    assert_eq!(
        document.present,
        ["1 participant, 2 organisations : ACTED, OIM."]
    );
    for file in project.files("output") {
        let bytes = project.bytes(&format!("output/{file}"));
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Secret"), "{file}");
    }
}

/// Whatever a record has, its convocation is sound, and the three outputs agree.
#[test]
fn of_a_record_with_every_key() {
    let record = std::fs::read_to_string(format!("{REPOSITORY}/tests/site/complete.toml")).unwrap();
    let record = record.replacen("date = ", "etat = \"convocation\"\ndate = ", 1);
    for head in ["formule", "grille"] {
        let project = Project::empty()
            .file("greffier.toml", &format!("entete = \"{head}\"\n"))
            .file("meetings/2026/2026-01-13.toml", &record)
            .build_texts();
        let document = Pages::of(&project, "2026/2026-01-13").sound_with(&heads());
        assert_eq!(document.themes.len(), 0);
        assert!(!document.participants.is_empty());
    }
}
