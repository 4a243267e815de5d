//! The site calls the documents and what meets as the series does.

use crate::common::Project;
use crate::common::from_html::{all, text};
use crate::common::sound;

/// A series that writes `document` of its `seance`: a meeting held, with an action, and the next one announced.
fn built(document: &str, seance: &str, more: &str) -> Project {
    let settings = format!(
        "document = \"{document}\"\nseance = \"{seance}\"\nadresse_du_site = \"https://example.org\"\n{more}"
    );
    let record = "date = 2026-03-17\nnumero = 17\n[[themes]]\ntitre = \"Suivi\"\n[[themes.actions]]\ntexte = \"Partager\"\n";
    Project::empty()
        .file("greffier.toml", &settings)
        .file("meetings/2026/2026-03-17.toml", record)
        .file("meetings/2026/2026-02-17.toml", "date = 2026-02-17\n")
        .build_texts()
}

/// The text of a page, its spaces plain.
fn said(project: &Project, file: &str) -> String {
    let page = sound::page(&project.read(&format!("output/{file}")));
    text(all(&page, "body")[0]).replace(['\u{a0}', '\u{202f}'], " ")
}

/// What must be read in each file; after a stroke, of each pair of words of a series.
const TABLE: &str = "
compte rendu | réunion
  index.html: Comptes rendus des réunions
  index.html: Dernière réunion
  index.html: Toutes les réunions
  index.html: 2 réunions
  annee-2026.html: Réunions de 2026
  actions-2026.html: Réunion du 17 mars 2026
  404.html: Le compte rendu que vous cherchez
procès-verbal | séance
  index.html: Procès-verbaux des séances
  index.html: Dernière séance
  index.html: Toutes les séances
  index.html: 2 séances
  annee-2026.html: Séances de 2026
  actions-2026.html: Séance du 17 mars 2026
  404.html: Le procès-verbal que vous cherchez
  organisations.html: Aucune organisation, 2 séances
  recherche.html: Les séances se lisent aussi
  2026/2026-03-17/index.html: Séance précédente :
procès-verbal | assemblée générale
  index.html: Procès-verbaux des assemblées générales
  index.html: Dernière assemblée générale
  index.html: Toutes les assemblées générales
  index.html: 2 assemblées générales
  actions-2026.html: Assemblée générale du 17 mars 2026
relevé de décisions | conseil
  index.html: Relevés de décisions des conseils
  index.html: Dernier conseil
  index.html: Tous les conseils
  index.html: 2 conseils
  annee-2026.html: Conseils de 2026
  404.html: Le relevé de décisions que vous cherchez
  2026/2026-02-17/index.html: Conseil suivant :
compte rendu | session
  index.html: Comptes rendus des sessions
  index.html: Dernière session
  actions-2026.html: Session du 17 mars 2026
";

#[test]
fn on_every_page() {
    let mut seen = 0;
    let mut project = None;
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        if let Some((document, seance)) = line.split_once(" | ") {
            project = Some(built(document, seance, ""));
            continue;
        }
        let (file, expected) = line.trim().split_once(": ").unwrap();
        let said = said(project.as_ref().unwrap(), file);
        assert!(
            said.contains(expected),
            "{expected} is not in {file}: {said}"
        );
        seen += 1;
    }
    assert!(seen > 25, "{seen}");
}

#[test]
fn in_no_page_are_they_those_of_another() {
    let project = built("procès-verbal", "conseil", "instance = \"Ville\"\n");
    for file in project.files("output") {
        let is_read = [".html", ".xml", ".ics", ".csv"];
        if is_read.iter().any(|end| file.ends_with(end)) {
            let text = project.read(&format!("output/{file}")).to_lowercase();
            // The name of what wrote a calendar is no word of the series.
            let text = text.replace("-//greffier//comptes rendus//fr", "");
            for word in ["compte rendu", "comptes rendus", "réunion", "séance"] {
                // A class, a name of a file.
                assert!(!text.contains(word), "{word} in {file}");
            }
        }
    }
}

#[test]
fn in_feeds_and_the_calendar() {
    let project = built(
        "procès-verbal",
        "assemblée générale",
        "instance = \"Amis\"\n",
    );
    let atom = project.read("output/atom.xml");
    assert!(
        atom.contains("<title>Procès-verbaux : Amis</title>"),
        "{atom}"
    );
    let rss = project.read("output/rss.xml");
    assert!(
        rss.contains("Les derniers procès-verbaux d’assemblée générale."),
        "{rss}"
    );
    let calendar = project.read("output/calendrier.ics");
    assert!(
        calendar.contains("SUMMARY:Assemblée générale\u{a0}: Amis"),
        "{calendar}"
    );
}

/// A record that calls itself otherwise keeps its noun on its own lines.
#[test]
fn a_meeting_keeps_its_own_noun() {
    let project = built("compte rendu", "réunion", "")
        .file(
            "meetings/2026/2026-04-14.toml",
            "date = 2026-04-14\nseance = \"séance\"\n[[themes]]\ntitre = \"S\"\n[[themes.actions]]\ntexte = \"T\"\n",
        )
        .build_texts();
    let actions = said(&project, "actions-2026.html");
    assert!(actions.contains("Séance du 14 avril 2026"), "{actions}");
    assert!(actions.contains("Réunion du 17 mars 2026"), "{actions}");
    let calendar = project.read("output/calendrier.ics");
    assert_eq!(calendar.matches("SUMMARY:Séance").count(), 1, "{calendar}");
}

#[test]
fn a_number_is_of_the_year_unless_it_is_of_the_series() {
    for (more, rank) in [
        ("", "(n° 17 de l’année)"),
        ("numero_de = \"la série\"\n", "(n° 17)"),
    ] {
        let year = said(&built("compte rendu", "réunion", more), "annee-2026.html");
        assert!(year.contains(rank), "{year}");
    }
}
