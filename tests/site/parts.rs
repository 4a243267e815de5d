//! What stands in a part of a theme is told with it wherever the site shows it away from its minutes.

use crate::common::{Project, spreadsheet};
use crate::dates::{built, texts};

const GRANTS: &str = r#"date = 2026-03-17
[[themes]]
titre = "Subventions :"
decisions = ["Le crédit est ouvert."]
actions = [{ texte = "Écrire", responsables = ["Mairie"] }]
[[themes.parties]]
titre = "école de musique"
decisions = ["Attribue 42 000 €."]
actions = [{ id = "musique", numero = "A2", texte = "Verser", responsables = ["Mairie"] }]
[[themes.parties]]
titre = "Club de football"
decisions = ["Attribue 42 000 €."]
actions = [{ id = "football", texte = "Verser", responsables = ["Mairie"] }]
"#;

const SINCE: &str = "date = 2026-04-14\nsuivi = [{ action = \"musique\", statut = \"en cours\" }, { action = \"football\", statut = \"fait\" }]\n";

fn project() -> Project {
    built(&[GRANTS, SINCE])
}

#[test]
fn the_register_of_decisions_tells_them_apart() {
    let project = project();
    let places = [
        "Subventions",
        "Subventions – École de musique",
        "Subventions – Club de football",
    ];
    assert_eq!(
        texts(&project, "decisions.html", "tbody td:last-child"),
        places
    );
    let rows = spreadsheet::rows_below(&project.read("output/decisions.csv"));
    let told: Vec<String> = rows
        .iter()
        .map(|row| row[5].replace('\u{a0}', " "))
        .collect();
    assert_eq!(told, places);
}

/// Its number stands before its text, in a column of its own, where one has any.
#[test]
fn the_pages_of_actions_tell_them_apart() {
    let project = project();
    for (page, mut told) in [
        ("actions.html", vec!["A2", ""]),
        ("actions-par-responsable.html", vec!["A2", ""]),
        ("responsable-mairie.html", vec!["A2", "", ""]),
        ("actions-2026.html", vec!["", "A2", ""]),
    ] {
        let mut numbers = texts(&project, page, ".avec-numero td:first-child");
        numbers.sort();
        told.sort_unstable();
        assert_eq!(numbers, told, "{page}");
        assert_eq!(
            texts(&project, page, ".avec-numero th")[..2],
            ["N°", "Point d’action"],
            "{page}"
        );
        let places = texts(&project, page, "td > a + .suivi");
        assert!(
            places.contains(&"Subventions – École de musique".to_owned()),
            "{page}: {places:?}"
        );
    }
    // All tables of a page have the same columns, where one of them has a number.
    let without = "table:not(.avec-numero)";
    assert_eq!(texts(&project, "responsable-mairie.html", without), [""; 0]);
    let rows = texts(&project, "responsable-mairie.html", "tbody tr");
    let closed = rows.last().expect("a row");
    assert!(
        closed.contains("Subventions – Club de football"),
        "{closed}"
    );
}

/// The follow-up names the part, and groups by the theme as a whole.
#[test]
fn the_follow_up_tells_them_apart() {
    let project = project();
    let page = "2026/2026-04-14/index.html";
    let places = [
        "Subventions – École de musique",
        "Subventions – Club de football",
    ];
    assert_eq!(texts(&project, page, ".origine"), places);
    project.write(
        "greffier.toml",
        &format!("{}[suivi]\ngrouper_par = \"thème\"\n", crate::SETTINGS),
    );
    let project = project.build_texts();
    assert_eq!(
        texts(
            &project,
            page,
            "section[aria-labelledby=suivi-des-precedentes] h3"
        ),
        ["Subventions"]
    );
    assert_eq!(texts(&project, page, ".origine"), places);
}

/// What an edition does not show, no page names.
#[test]
fn a_part_that_is_not_for_all_is_not_named() {
    let hidden = GRANTS.replace(
        "titre = \"école de musique\"\n",
        "titre = \"école de musique\"\nvisibilite = \"membres\"\n",
    );
    let since = SINCE.replace("{ action = \"musique\", statut = \"en cours\" }, ", "");
    let project = built(&[&hidden, &since]);
    for file in project.files("output") {
        let text = String::from_utf8_lossy(&project.bytes(&format!("output/{file}"))).into_owned();
        assert!(!text.contains("cole de musique"), "{file}");
    }
}
