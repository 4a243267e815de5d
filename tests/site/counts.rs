//! What is counted: persons, organisations, decisions, actions by how far they are.

use crate::common::from_html::{all, text};
use crate::common::{Project, sound, spreadsheet};

fn built(settings: &str, record: &str) -> Project {
    Project::empty()
        .file("greffier.toml", settings)
        .file(
            "meetings/2026/2026-03-17.toml",
            &format!("date = 2026-03-17\n{record}"),
        )
        .build_texts()
}

fn texts(project: &Project, file: &str, selector: &str) -> Vec<String> {
    let page = sound::page(&project.read(&format!("output/{file}")));
    all(&page, selector).into_iter().map(text).collect()
}

#[test]
fn no_organisation_is_a_person() {
    let organisations =
        "participants = [ { organisation = \"OIM\" }, { organisation = \"PNUD\" } ]\n";
    let counted = "participants = [ { organisation = \"OIM\", nombre = 2 }, { nom = \"A\", organisation = \"PNUD\" } ]\n";
    let colleges = "participants = [ { nom = \"A\", qualite = \"collège des élus\" }, { nom = \"B\", qualite = \"personnalité\" } ]\n";
    let represented = "participants = [ { nom = \"A\", organisation = \"PNUD\" } ]\nrepresentes = [ { nom = \"B\", organisation = \"OIM\" } ]\nabsents = [ { organisation = \"IRC\" } ]\n";
    for (record, figures) in [
        (organisations.to_owned(), "2 organisations"),
        (counted.to_owned(), "3 participants · 2 organisations"),
        (
            format!("{organisations}presences = {{ personnes = 20, organisations = 17 }}\n"),
            "20 participants · 17 organisations",
        ),
        (colleges.to_owned(), "2 participants"),
        (represented.to_owned(), "1 participant · 1 organisation"),
    ] {
        let project = built("", &record);
        assert_eq!(
            texts(&project, "annee-2026.html", "article .nombres"),
            [figures],
            "{record}"
        );
    }
}

/// A decision that is only said is no act to be counted.
#[test]
fn decisions_are_counted_where_they_are_acts() {
    for (decisions, figures) in [
        ("[\"A\", \"B\"]", vec![]),
        (
            "[ { texte = \"A\", numero = \"1\" }, \"B\" ]",
            vec!["2 décisions"],
        ),
        (
            "[ { texte = \"A\", vote = { unanimite = true } } ]",
            vec!["1 décision"],
        ),
    ] {
        let record = format!("[[themes]]\ntitre = \"T\"\ndecisions = {decisions}\n");
        let project = built("", &record);
        assert_eq!(
            texts(&project, "annee-2026.html", "article .nombres"),
            figures
        );
    }
}

#[test]
fn actions_stand_by_the_kind_of_their_status_under_its_own_word() {
    let statuses = [
        "à faire",
        "Démarré",
        "fait",
        "non fait",
        "en attente",
        "permanent",
        "reporté",
        "abandonné",
        "",
    ];
    let mut record = "[[themes]]\ntitre = \"T\"\n".to_owned();
    for status in statuses {
        record +=
            &format!("[[themes.actions]]\ntexte = \"Action {status}\"\necheance = 2026-03-01\n");
        if !status.is_empty() {
            record += &format!("statut = \"{status}\"\n");
        }
    }
    let project = built("[statuts]\n\"Démarré\" = \"en cours\"\n", &record);
    assert_eq!(
        texts(&project, "actions-par-statut.html", "main section > h2"),
        [
            "En cours",
            "À faire",
            "Non fait",
            "En attente",
            "Reporté",
            "Permanent",
            "Sans statut"
        ]
    );
    assert!(texts(&project, "actions-par-statut.html", "td").contains(&"Démarré".to_owned()));
    // What is permanent is never late.
    assert_eq!(
        texts(&project, "actions.html", "main section > h2"),
        ["En retard", "Permanents"]
    );
    assert_eq!(texts(&project, "actions.html", "td .retard").len(), 6);
    let table = project.read("output/actions.csv");
    let rows = spreadsheet::rows_below(&table).into_iter();
    let rows: Vec<(String, String)> = rows.map(|row| (row[5].clone(), row[6].clone())).collect();
    let late = [
        "oui", "oui", "non", "oui", "oui", "non", "oui", "non", "oui",
    ];
    let expected = statuses.iter().zip(late);
    let expected: Vec<(String, String)> = expected
        .map(|(status, late)| ((*status).to_owned(), late.to_owned()))
        .collect();
    assert_eq!(rows, expected);
}

/// Of the action points, when each is due, and what the pages count: what is late, `dont` only where others are not.
#[test]
fn late_ones_are_counted_among_the_others() {
    let (late, later) = ("echeance = 2026-03-01", "echeance = 2026-04-30");
    let done = "echeance = 2026-03-01\nstatut = \"fait\"";
    for (actions, counted) in [
        (vec![], "Aucun point d’action à suivre"),
        (vec![done], "Aucun point d’action à suivre"),
        (vec![later], "1 point d’action à suivre"),
        (vec![late], "1 point d’action à suivre, en retard"),
        (
            vec![late, late],
            "2 points d’action à suivre, tous en retard",
        ),
        (
            vec![late, later, later],
            "3 points d’action à suivre, dont 1 en retard",
        ),
        (
            vec![late, late, later],
            "3 points d’action à suivre, dont 2 en retard",
        ),
    ] {
        let mut record = "[[themes]]\ntitre = \"T\"\n".to_owned();
        for keys in &actions {
            record += &format!(
                "[[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"OIM\"]\n{keys}\n"
            );
        }
        let project = built("", &record);
        assert_eq!(
            texts(&project, "index.html", "section[aria-labelledby=suivi] p"),
            [format!("{counted}.")],
            "{actions:?}"
        );
        let mut pages = vec!["actions.html"];
        pages.extend((!actions.is_empty()).then_some("responsable-oim.html"));
        for page in pages {
            assert_eq!(
                texts(&project, page, "main > .nombres"),
                [counted],
                "{page}: {actions:?}"
            );
        }
    }
}

/// What is said of those that the list names would seem to be said of all that came.
#[test]
fn categories_are_counted_where_all_organisations_are_named() {
    let contacts = "[[organisations]]\nnom = \"OIM\"\ncategorie = \"ONU\"\n";
    for (counted, told) in [
        ("", true),
        ("presences = { organisations = 2 }\n", true),
        ("presences = { personnes = 30 }\n", true),
        ("presences = { organisations = 11 }\n", false),
    ] {
        let record = format!(
            "date = 2026-03-17\nparticipants = [ {{ organisation = \"OIM\" }}, {{ organisation = \"Mairie\" }} ]\n{counted}"
        );
        let project = Project::empty()
            .file("greffier.toml", "compte_par_categorie = true\n")
            .file("contacts.toml", contacts)
            .file("meetings/2026/2026-03-17.toml", &record)
            .build_texts();
        let page = project.read("output/2026/2026-03-17/index.html");
        assert_eq!(page.contains("par catégorie"), told, "{counted}");
    }
}
