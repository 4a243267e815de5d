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
