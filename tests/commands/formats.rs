//! `greffier build --format`: what is made of each record, and what its page offers then.

use snapbox::str;

use crate::common::{Project, same};

#[test]
fn html_alone() {
    let project = Project::of_dates(&["2026-03-17"]);
    project.run(["build", "--formats", "html"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 20 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
404.html
actions-par-responsable.html
actions-par-statut.html
actions.csv
actions.html
actions.json
actions.xlsx
annee-2026.html
calendrier.ics
index.html
organisations.html
recherche.html
recherche.js
recherche/2026/0.json
recherche/2026/index.json
recherche/annees.json
robots.txt
style.css

"#]],
    );
}

#[test]
fn markdown_alone() {
    let project = Project::of_dates(&["2026-03-17"]);
    project.run(["build", "--formats", "md"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 1 fichier créé.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md

"#]],
    );
}

#[test]
fn formats_in_any_order_and_number() {
    let project = Project::of_dates(&["2026-03-17"]);
    project
        .run(["build", "--formats", "md,html", "--formats", "md"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 21 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
404.html
actions-par-responsable.html
actions-par-statut.html
actions.csv
actions.html
actions.json
actions.xlsx
annee-2026.html
calendrier.ics
index.html
organisations.html
recherche.html
recherche.js
recherche/2026/0.json
recherche/2026/index.json
recherche/annees.json
robots.txt
style.css

"#]],
    );
}

/// The pages do not depend on the formats that were asked for with them.
#[test]
fn formats_apart_or_together() {
    let (apart, together) = (Project::example(), Project::example().build());
    for format in ["html", "md", "pdf"] {
        apart.run(["build", "--formats", format]);
    }
    assert_eq!(apart.tree("output"), together.tree("output"));
    for file in apart.files("output") {
        let path = format!("output/{file}");
        if file.ends_with(".pdf") || file.ends_with(".xlsx") {
            assert!(apart.bytes(&path) == together.bytes(&path), "{file}");
            continue;
        }
        // A page offers what is made with it, and that alone: no link leads nowhere.
        let offer = |line: &&str| !line.contains("Télécharger en ");
        let lines = |project: &Project| -> Vec<String> {
            let text = project.read(&path);
            text.lines().filter(offer).map(str::to_owned).collect()
        };
        assert_eq!(lines(&apart), lines(&together), "{file}");
    }
}

#[test]
fn a_page_made_alone_offers_nothing_else() {
    let project = Project::of_dates(&["2026-03-17"]);
    project.run(["build", "--formats", "html"]);
    let page = project.read("output/2026/2026-03-17/index.html");
    assert!(!page.contains("Télécharger"), "{page}");
    project.run(["build"]);
    let page = project.read("output/2026/2026-03-17/index.html");
    for offered in ["pdf", "md"] {
        let link = format!("href=\"compte-rendu-2026-03-17.{offered}\"");
        assert_eq!(page.matches(&link).count(), 1, "{page}");
    }
}
