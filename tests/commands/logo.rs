//! The logo of a series: one file for all the pages, and its words.

use snapbox::str;

use crate::common::{Project, png, same};

fn with_logo(config: &str) -> Project {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"])
        .folder("images")
        .file(
            "greffier.toml",
            &format!("logo = \"images/cluster.png\"\n{config}"),
        );
    std::fs::write(project.path("images/cluster.png"), png(300, 100)).unwrap();
    project
}

/// The line of the logo in the page of a meeting.
fn image(project: &Project) -> String {
    let page = project.read("output/2026/2026-03-17/index.html");
    let line = page.lines().find(|line| line.contains("<img"));
    line.unwrap_or_default().to_owned() + "\n"
}

#[test]
fn the_logo_is_copied_once_and_shown_on_each_page() {
    let project =
        with_logo("instance = \"Cluster « Relèvement »\"\ninstance_avec_de = \"du Cluster\"\n");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
2 comptes rendus dans output⍽: 27 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
2026/2026-04-14/compte-rendu-2026-04-14.md
2026/2026-04-14/compte-rendu-2026-04-14.pdf
2026/2026-04-14/index.html
2026/2026-04-14/minutes.json
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
logo.png
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
    assert_eq!(project.bytes("output/logo.png"), png(300, 100));
    same(
        &image(&project),
        str![[r#"
<p class="logo"><img src="../../logo.png" alt="Cluster « Relèvement »" width="300" height="100"></p>

"#]],
    );
    project.make_old("output");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
2 comptes rendus dans output⍽: 27 fichiers inchangés.

"#]]);
    assert_eq!(project.rewritten("output"), "");
}

#[test]
fn the_words_of_the_logo_are_those_of_the_series() {
    let project = with_logo("logo_texte = \"Trois mains \\\"serrées\\\"\"\n").build();
    same(
        &image(&project),
        str![[r#"
<p class="logo"><img src="../../logo.png" alt="Trois mains « serrées »" width="300" height="100"></p>

"#]],
    );
    let project = with_logo("").build();
    same(
        &image(&project),
        str![[r#"
<p class="logo"><img src="../../logo.png" alt="Logo" width="300" height="100"></p>

"#]],
    );
}

#[test]
fn markdown_alone_needs_no_logo() {
    let project = with_logo("");
    project.run(["build", "--formats", "md"]).is(str![[r#"
code 0
── stderr
2 comptes rendus dans output⍽: 2 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-04-14/compte-rendu-2026-04-14.md

"#]],
    );
}
