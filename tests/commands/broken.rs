//! `greffier build` with records that have faults, or without any.

use std::fs;

use snapbox::str;

use crate::common::{Project, same};

#[test]
fn a_broken_record_does_not_hold_back_the_others() {
    let project = Project::of_dates(&["2026-03-17", "2026-05-12"]).file(
        "meetings/2026/2026-04-14.toml",
        "date = 2026-04-14\nlieux = \"à Gao\"\n",
    );
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: clé inconnue⍽: `lieux`
 --> meetings/2026/2026-04-14.toml:2:1
  |
2 | lieux = "à Gao"
  | ^^^^^
  |
  = aide⍽: vouliez-vous dire `lieu`⍽?

2 comptes rendus dans output⍽: 26 fichiers créés. 1 compte rendu laissé de côté à cause des erreurs ci-dessus.
Le site ne montre pas meetings/2026/2026-04-14.toml⍽: aucune version sans erreur n’en est connue.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
2026/2026-05-12/compte-rendu-2026-05-12.md
2026/2026-05-12/compte-rendu-2026-05-12.pdf
2026/2026-05-12/index.html
2026/2026-05-12/minutes.json
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
    assert!(
        project
            .read("output/2026/2026-03-17/index.html")
            .contains("href=\"../../2026/2026-05-12/index.html\"")
    );
}

/// The pages of a record that broke stay as they were.
#[test]
fn the_pages_of_a_record_that_broke_stay() {
    let project = Project::of_dates(&["2026-03-17", "2026-05-12"]).build();
    project.write("meetings/2026/2026-05-12.toml", "date = 12/05/2026\n");
    let run = project.run(["build"]);
    assert_eq!(run.code, 1);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
2026/2026-05-12/compte-rendu-2026-05-12.md
2026/2026-05-12/compte-rendu-2026-05-12.pdf
2026/2026-05-12/index.html
2026/2026-05-12/minutes.json
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
fn two_broken_records() {
    let project = Project::empty()
        .file("meetings/2026/2026-04-14.toml", "date = 14/04/2026\n")
        .file("meetings/2026/2026-05-12.toml", "lieu = \"à Gao\"\n");
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: cette date n’est pas écrite comme il faut
 --> meetings/2026/2026-04-14.toml:1:8
  |
1 | date = 14/04/2026
  |        ^^^^^^^^^^
  |
  = aide⍽: écrivez l’année, le mois, puis le jour⍽: 2026-04-14

erreur⍽: la date de la réunion manque
--> meetings/2026/2026-05-12.toml
 = aide⍽: écrivez au début du fichier⍽: date = 2026-05-12

Rien à écrire dans output. 2 comptes rendus laissés de côté à cause des erreurs ci-dessus.
Le site ne montre pas 2 comptes rendus⍽: aucune version sans erreur n’en est connue.

"#]]);
    assert_eq!(project.tree("output"), "");
}

#[test]
fn no_record() {
    let project = Project::empty().folder("meetings");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
Aucun compte rendu dans le dossier meetings⍽: «⍽greffier new⍽» en crée un, «⍽greffier init⍽» crée un projet.

"#]]);
    assert!(!project.path("output").exists());
}

/// The pages of records that are all gone stay, as those of a folder that is out of sight would: that they do is said.
#[test]
fn no_record_any_more() {
    let table: [(&[&str], &str); 2] = [
        (&["2026-03-17"], "les pages d’un compte rendu d’avant"),
        (
            &["2026-03-17", "2026-04-14"],
            "les pages de 2 comptes rendus d’avant",
        ),
    ];
    for (dates, said) in table {
        let project = Project::of_dates(dates).build();
        fs::remove_dir_all(project.path("meetings")).unwrap();
        let project = project.folder("meetings");
        let before = project.tree("output");
        for run in [project.run(["build"]), project.run(["build", "--dry-run"])] {
            let told = run.stderr.replace('\u{a0}', " ");
            assert!(
                told.contains(&format!("{said} restent dans output")),
                "{told}"
            );
            assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        }
        assert_eq!(project.tree("output"), before);
        fs::remove_dir_all(project.path("output")).unwrap();
        assert_eq!(
            project.run(["build"]).code,
            0,
            "nothing is published any more"
        );
    }
}
