//! The register of decisions: what it shows, where it leads, where there is none.

use crate::common::from_html::{all, text};
use crate::common::{Project, sound, spreadsheet};
use crate::example;

fn texts(project: &Project, file: &str, selector: &str) -> Vec<String> {
    let page = sound::page(&project.read(&format!("output/{file}")));
    all(&page, selector).into_iter().map(text).collect()
}

fn rows_of_table(project: &Project) -> Vec<Vec<String>> {
    let table = project.read("output/decisions.csv");
    spreadsheet::rows_below(&table)
}

/// A series of three years; its latest meeting was cancelled, and its record tells a decision all the same.
fn series() -> Project {
    Project::empty()
        .file("meetings/2024/2024-05-14.toml", "date = 2024-05-14\n[[themes]]\ntitre = \"Statuts\"\ndecisions = [{ numero = \"N° 3\", texte = \"Les **statuts** sont modifiés.\" }]\n")
        .file("meetings/2025/2025-05-13.toml", "date = 2025-05-13\n[[themes]]\ntitre = \"Divers\"\n")
        .file("meetings/2026/2026-04-14.toml", "date = 2026-04-14\n[[themes]]\ntitre = \"Gao\"\ndecisions = [\"L’atelier se tient à Gao.\", { id = \"budget\", texte = \"Le budget est adopté.\", vote = { pour = 5, contre = 1 } }]\n[[themes]]\ntitre = \"Zones\"\n[[themes.parties]]\ntitre = \"Ménaka\"\ndecisions = [\"= 2 puits sont creusés.\"]\n")
        .file("meetings/2026/2026-06-16.toml", "date = 2026-06-16\netat = \"annulée\"\n[[themes]]\ntitre = \"Gao\"\ndecisions = [\"Rien n’est décidé.\"]\n")
        .build_texts()
}

#[test]
fn each_decision_stands_with_its_number_its_vote_and_its_theme() {
    let project = series();
    assert_eq!(texts(&project, "decisions.html", "h1"), ["Décisions"]);
    assert_eq!(
        texts(&project, "decisions.html", "main > .nombres"),
        ["4 décisions"]
    );
    assert_eq!(
        texts(&project, "decisions.html", "main section h2"),
        ["Réunion du 14 avril 2026", "Réunion du 14 mai 2024"]
    );
    assert_eq!(
        texts(&project, "decisions.html", "tbody tr"),
        [
            "L’atelier se tient à Gao. Gao",
            "Le budget est adopté. Adopté par 5 voix pour et 1 contre. Gao",
            "= 2 puits sont creusés. Zones – Ménaka",
            "3 Les statuts sont modifiés. Statuts",
        ]
    );
    // A column that nothing stands in is left out.
    assert_eq!(
        texts(&project, "decisions-2026.html", "thead th"),
        ["Décision", "Vote", "Thème"]
    );
    assert_eq!(
        texts(&project, "decisions-2024.html", "thead th"),
        ["N°", "Décision", "Thème"]
    );
    let page = sound::page(&project.read("output/decisions.html"));
    let links = all(&page, "tbody a").into_iter();
    let links: Vec<&str> = links.filter_map(|link| link.value().attr("href")).collect();
    assert_eq!(
        links,
        [
            "2026/2026-04-14/index.html#decision-1-1",
            "2026/2026-04-14/index.html#budget",
            "2026/2026-04-14/index.html#decision-2-1",
            "2024/2024-05-14/index.html#decision-1-1",
        ]
    );
}

#[test]
fn years_without_a_decision_have_no_page() {
    let project = series();
    assert_eq!(
        texts(&project, "decisions.html", "nav.suite a"),
        ["2026", "2024"]
    );
    let pages = project.files("output").into_iter();
    let pages: Vec<String> = pages.filter(|file| file.starts_with("decisions")).collect();
    assert_eq!(
        pages,
        [
            "decisions-2024.html",
            "decisions-2026.html",
            "decisions.csv",
            "decisions.html",
            "decisions.xlsx"
        ]
    );
}

#[test]
fn the_table_opens_in_a_spreadsheet() {
    let project = series();
    let rows = rows_of_table(&project);
    assert_eq!(
        rows[1],
        [
            "",
            "2026-04-14",
            "Le budget est adopté.",
            "Adopté par 5 voix pour et 1 contre.",
            "Réunion du 14 avril 2026",
            "Gao",
            "2026/2026-04-14/index.html#budget",
            "2026/2026-04-14#budget",
        ]
    );
    assert_eq!(rows[2][2], "'= 2 puits sont creusés.");
    assert_eq!((rows[3][0].as_str(), rows[3][5].as_str()), ("3", "Statuts"));
    assert_eq!(rows.len(), 4);
    let published = rows_of_table(&example());
    assert_eq!(
        published[1][6],
        "https://example.org/crr/2026/2026-06-16/#budget-atelier"
    );
}

/// Every page leads to the register, the pages of the meetings too, as soon as there is a decision, and none before.
#[test]
fn there_is_a_register_as_soon_as_there_is_a_decision() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).build_texts();
    let leading = |project: &Project| -> (Vec<String>, Vec<String>) {
        let pages = project.files("output").into_iter();
        let is_page = |file: &String| file.ends_with(".html") && !file.ends_with(".print.html");
        let pages = pages.filter(is_page);
        pages.partition(|file| {
            let page = project.read(&format!("output/{file}"));
            page.contains("decisions.html\"") && page.contains(">Décisions</a>")
        })
    };
    let (none, all) = leading(&project);
    assert_eq!(none, Vec::<String>::new());
    assert!(all.contains(&"2026/2026-03-17/index.html".to_owned()));
    assert!(!project.path("output/decisions.csv").exists());
    let record = |state: &str| {
        format!("date = 2026-04-14\n{state}[[themes]]\ntitre = \"T\"\ndecisions = [\"D\"]\n")
    };
    project.write("meetings/2026/2026-04-14.toml", &record(""));
    let project = project.build_texts();
    let (all, none) = leading(&project);
    assert_eq!(none, Vec::<String>::new());
    assert!(all.contains(&"2026/2026-03-17/index.html".to_owned()));
    assert!(all.contains(&"404.html".to_owned()));
    assert!(
        project
            .read("output/index.html")
            .contains("href=\"decisions.csv\"")
    );
    let cancelled = record("etat = \"annulée\"\n");
    project.write("meetings/2026/2026-04-14.toml", &cancelled);
    let project = project.build_texts();
    assert_eq!(leading(&project).0, Vec::<String>::new());
    assert!(!project.path("output/decisions.html").exists());
    assert!(!project.path("output/decisions.csv").exists());
    assert!(!project.path("output/decisions.xlsx").exists());
}
