//! `greffier build --dry-run`: what it says of a build, and that it writes nothing.

use std::fs;

use snapbox::str;

use crate::common::Project;

#[test]
fn a_dry_run_writes_nothing() {
    let project = Project::example();
    let before = project.tree("");
    project.run(["build", "--dry-run"]).is(str![[r#"
code 0
── stdout
output/2017/2017-02-07/index.html⍽: à faire, il n’existe pas encore
output/2017/2017-02-07/minutes.json⍽: à faire, il n’existe pas encore
output/2017/2017-02-07/compte-rendu-2017-02-07.md⍽: à faire, il n’existe pas encore
output/2017/2017-02-07/compte-rendu-2017-02-07.pdf⍽: à faire, il n’existe pas encore
output/2026/2026-04-14/index.html⍽: à faire, il n’existe pas encore
output/2026/2026-04-14/minutes.json⍽: à faire, il n’existe pas encore
output/2026/2026-04-14/compte-rendu-2026-04-14.md⍽: à faire, il n’existe pas encore
output/2026/2026-04-14/compte-rendu-2026-04-14.pdf⍽: à faire, il n’existe pas encore
output/2026/2026-04-14/annexes/tdr-atelier-gao.txt⍽: à faire, il n’existe pas encore
output/2026/2026-05-12/index.html⍽: à faire, il n’existe pas encore
output/2026/2026-05-12/minutes.json⍽: à faire, il n’existe pas encore
output/2026/2026-05-12/compte-rendu-2026-05-12.md⍽: à faire, il n’existe pas encore
output/2026/2026-05-12/compte-rendu-2026-05-12.pdf⍽: à faire, il n’existe pas encore
output/2026/2026-06-16/index.html⍽: à faire, il n’existe pas encore
output/2026/2026-06-16/minutes.json⍽: à faire, il n’existe pas encore
output/2026/2026-06-16/compte-rendu-2026-06-16-soumis.md⍽: à faire, il n’existe pas encore
output/2026/2026-06-16/compte-rendu-2026-06-16-soumis.pdf⍽: à faire, il n’existe pas encore
output/2026/2026-07-14/index.html⍽: à faire, il n’existe pas encore
output/2026/2026-07-14/minutes.json⍽: à faire, il n’existe pas encore
output/2026/2026-07-14/compte-rendu-2026-07-14-report.md⍽: à faire, il n’existe pas encore
output/2026/2026-07-14/compte-rendu-2026-07-14-report.pdf⍽: à faire, il n’existe pas encore
output/2026/2026-07-21/index.html⍽: à faire, il n’existe pas encore
output/2026/2026-07-21/minutes.json⍽: à faire, il n’existe pas encore
output/2026/2026-07-21/compte-rendu-2026-07-21-convocation.md⍽: à faire, il n’existe pas encore
output/2026/2026-07-21/compte-rendu-2026-07-21-convocation.pdf⍽: à faire, il n’existe pas encore
output/style.css⍽: à faire, il n’existe pas encore
output/index.html⍽: à faire, il n’existe pas encore
output/404.html⍽: à faire, il n’existe pas encore
output/annee-2026.html⍽: à faire, il n’existe pas encore
output/annee-2017.html⍽: à faire, il n’existe pas encore
output/actions.html⍽: à faire, il n’existe pas encore
output/actions-par-responsable.html⍽: à faire, il n’existe pas encore
output/actions-par-statut.html⍽: à faire, il n’existe pas encore
output/actions-2026.html⍽: à faire, il n’existe pas encore
output/actions-2017.html⍽: à faire, il n’existe pas encore
output/responsable-acted.ics⍽: à faire, il n’existe pas encore
output/responsable-acted.html⍽: à faire, il n’existe pas encore
output/responsable-avsf.ics⍽: à faire, il n’existe pas encore
output/responsable-avsf.html⍽: à faire, il n’existe pas encore
output/responsable-avsf-et-mercy-corps.ics⍽: à faire, il n’existe pas encore
output/responsable-avsf-et-mercy-corps.html⍽: à faire, il n’existe pas encore
output/responsable-direction-regionale-du-developpement-social.ics⍽: à faire, il n’existe pas encore
output/responsable-direction-regionale-du-developpement-social.html⍽: à faire, il n’existe pas encore
output/responsable-membres-du-cluster.ics⍽: à faire, il n’existe pas encore
output/responsable-membres-du-cluster.html⍽: à faire, il n’existe pas encore
output/responsable-mercy-corps.ics⍽: à faire, il n’existe pas encore
output/responsable-mercy-corps.html⍽: à faire, il n’existe pas encore
output/responsable-pnud.ics⍽: à faire, il n’existe pas encore
output/responsable-pnud.html⍽: à faire, il n’existe pas encore
output/responsable-pnud-la-coordination-du-cluster.ics⍽: à faire, il n’existe pas encore
output/responsable-pnud-la-coordination-du-cluster.html⍽: à faire, il n’existe pas encore
output/decisions.html⍽: à faire, il n’existe pas encore
output/decisions-2026.html⍽: à faire, il n’existe pas encore
output/organisations.html⍽: à faire, il n’existe pas encore
output/organisations-2026.html⍽: à faire, il n’existe pas encore
output/organisations-2017.html⍽: à faire, il n’existe pas encore
output/recherche.html⍽: à faire, il n’existe pas encore
output/recherche.js⍽: à faire, il n’existe pas encore
output/recherche/annees.json⍽: à faire, il n’existe pas encore
output/actions.csv⍽: à faire, il n’existe pas encore
output/actions.xlsx⍽: à faire, il n’existe pas encore
output/decisions.csv⍽: à faire, il n’existe pas encore
output/decisions.xlsx⍽: à faire, il n’existe pas encore
output/actions.json⍽: à faire, il n’existe pas encore
output/calendrier.ics⍽: à faire, il n’existe pas encore
output/robots.txt⍽: à faire, il n’existe pas encore
output/recherche/2017/index.json⍽: à faire, il n’existe pas encore
output/recherche/2017/0.json⍽: à faire, il n’existe pas encore
output/recherche/2026/index.json⍽: à faire, il n’existe pas encore
output/recherche/2026/0.json⍽: à faire, il n’existe pas encore
── stderr
6 comptes rendus dans output⍽: 70 fichiers à faire.

"#]]);
    assert_eq!(project.tree(""), before);
    assert!(!project.path("output").exists());
}

#[test]
fn a_dry_run_says_what_is_stale_and_why() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).build();
    project.write(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\nlieu = \"à Gao\"\n",
    );
    fs::remove_file(project.path("output/2026/2026-04-14/index.html")).unwrap();
    project.make_old("output");
    project.run(["build", "--dry-run"]).is(str![[r#"
code 0
── stdout
output/2026/2026-03-17/index.html⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-03-17/minutes.json⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.md⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.pdf⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-04-14/index.html⍽: à faire, il n’existe pas encore
output/calendrier.ics⍽: à faire, les réunions ont changé
output/recherche/2026/index.json⍽: à faire, les réunions ont changé
output/recherche/2026/0.json⍽: à faire, les réunions ont changé
── stderr
2 comptes rendus dans output⍽: 8 fichiers à faire, 18 fichiers inchangés.

"#]]);
    assert_eq!(project.rewritten("output"), "");
    assert!(!project.path("output/2026/2026-04-14/index.html").exists());
}

#[test]
fn a_dry_run_with_nothing_to_do() {
    Project::example()
        .build()
        .run(["build", "--dry-run"])
        .is(str![[r#"
code 0
── stderr
6 comptes rendus dans output⍽: 70 fichiers inchangés.

"#]]);
}

#[test]
fn a_dry_run_with_force() {
    let run = Project::of_dates(&["2026-03-17"])
        .build()
        .run(["build", "--force", "--dry-run"]);
    assert_eq!(run.stdout.lines().count(), 22, "{}", run.text());
    assert_eq!(
        run.stderr,
        "1 compte rendu dans output\u{a0}: 22 fichiers à faire.\n"
    );
}
