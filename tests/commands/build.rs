//! `greffier build`: what is written, what is left alone, what is said.

use snapbox::str;

use crate::common::{Project, same};

#[test]
fn the_example() {
    let project = Project::example();
    project.run(["build"]).is(str![[r#"
code 0
── stderr
6 comptes rendus dans output⍽: 70 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2017/2017-02-07/compte-rendu-2017-02-07.md
2017/2017-02-07/compte-rendu-2017-02-07.pdf
2017/2017-02-07/index.html
2017/2017-02-07/minutes.json
2026/2026-04-14/annexes/tdr-atelier-gao.txt
2026/2026-04-14/compte-rendu-2026-04-14.md
2026/2026-04-14/compte-rendu-2026-04-14.pdf
2026/2026-04-14/index.html
2026/2026-04-14/minutes.json
2026/2026-05-12/compte-rendu-2026-05-12.md
2026/2026-05-12/compte-rendu-2026-05-12.pdf
2026/2026-05-12/index.html
2026/2026-05-12/minutes.json
2026/2026-06-16/compte-rendu-2026-06-16-soumis.md
2026/2026-06-16/compte-rendu-2026-06-16-soumis.pdf
2026/2026-06-16/index.html
2026/2026-06-16/minutes.json
2026/2026-07-14/compte-rendu-2026-07-14-report.md
2026/2026-07-14/compte-rendu-2026-07-14-report.pdf
2026/2026-07-14/index.html
2026/2026-07-14/minutes.json
2026/2026-07-21/compte-rendu-2026-07-21-convocation.md
2026/2026-07-21/compte-rendu-2026-07-21-convocation.pdf
2026/2026-07-21/index.html
2026/2026-07-21/minutes.json
404.html
actions-2017.html
actions-2026.html
actions-par-responsable.html
actions-par-statut.html
actions.csv
actions.html
actions.json
actions.xlsx
annee-2017.html
annee-2026.html
calendrier.ics
decisions-2026.html
decisions.csv
decisions.html
decisions.xlsx
index.html
organisations-2017.html
organisations-2026.html
organisations.html
recherche.html
recherche.js
recherche/2017/0.json
recherche/2017/index.json
recherche/2026/0.json
recherche/2026/index.json
recherche/annees.json
responsable-acted.html
responsable-acted.ics
responsable-avsf-et-mercy-corps.html
responsable-avsf-et-mercy-corps.ics
responsable-avsf.html
responsable-avsf.ics
responsable-direction-regionale-du-developpement-social.html
responsable-direction-regionale-du-developpement-social.ics
responsable-membres-du-cluster.html
responsable-membres-du-cluster.ics
responsable-mercy-corps.html
responsable-mercy-corps.ics
responsable-pnud-la-coordination-du-cluster.html
responsable-pnud-la-coordination-du-cluster.ics
responsable-pnud.html
responsable-pnud.ics
robots.txt
style.css

"#]],
    );
    assert_eq!(
        project.bytes("output/2026/2026-04-14/annexes/tdr-atelier-gao.txt"),
        project.bytes("meetings/2026/annexes/tdr-atelier-gao.txt"),
    );
}

#[test]
fn a_second_build_changes_nothing() {
    let project = Project::example().build();
    project.make_old("output");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
6 comptes rendus dans output⍽: 70 fichiers inchangés.

"#]]);
    assert_eq!(project.rewritten("output"), "");
}

#[test]
fn only_what_changed_is_written() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14", "2026-05-12"]).build();
    project.make_old("output");
    project.write(
        "meetings/2026/2026-05-12.toml",
        "date = 2026-05-12\nlieu = \"à Gao\"\n",
    );
    project.run(["build"]).is(str![[r#"
code 0
── stderr
3 comptes rendus dans output⍽: 7 fichiers refaits, 23 fichiers inchangés.

"#]]);
    same(
        &project.rewritten("output"),
        str![[r#"
2026/2026-05-12/compte-rendu-2026-05-12.md
2026/2026-05-12/compte-rendu-2026-05-12.pdf
2026/2026-05-12/index.html
2026/2026-05-12/minutes.json
calendrier.ics
recherche/2026/0.json
recherche/2026/index.json

"#]],
    );
}

#[test]
fn a_new_record_changes_its_neighbours() {
    let project = Project::of_dates(&["2026-03-17", "2026-05-12"]).build();
    project.make_old("output");
    project.write("meetings/2026/2026-04-14.toml", "date = 2026-04-14\n");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
3 comptes rendus dans output⍽: 4 fichiers créés, 8 fichiers refaits, 18 fichiers inchangés.

"#]]);
    same(
        &project.rewritten("output"),
        str![[r#"
2026/2026-03-17/index.html
2026/2026-04-14/compte-rendu-2026-04-14.md
2026/2026-04-14/compte-rendu-2026-04-14.pdf
2026/2026-04-14/index.html
2026/2026-04-14/minutes.json
2026/2026-05-12/index.html
annee-2026.html
calendrier.ics
index.html
organisations.html
recherche/2026/0.json
recherche/2026/index.json

"#]],
    );
}

/// What was written anew is not « inchangé ».
#[test]
fn force_rewrites() {
    let project = Project::of_dates(&["2026-03-17"]).build();
    project.make_old("output");
    project.run(["build", "--force"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 22 fichiers réécrits.

"#]]);
    assert_eq!(project.rewritten("output"), project.tree("output"));
}

#[test]
fn the_summary_counts() {
    let dates: Vec<String> = (1..=25).map(|day| format!("2026-03-{day:02}")).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    Project::of_dates(&dates).run(["build"]).is(str![[r#"
code 0
── stderr
25 comptes rendus dans output⍽: 118 fichiers créés.

"#]]);
}
