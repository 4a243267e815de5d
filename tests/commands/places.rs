//! `greffier build` of a part of the records, from another folder, into another one.

use snapbox::str;

use crate::common::{Project, same};

#[test]
fn output_elsewhere() {
    let project = Project::of_dates(&["2026-03-17"]);
    project
        .run(["build", "--output", "site/comptes rendus"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans site/comptes rendus⍽: 22 fichiers créés.

"#]]);
    assert!(!project.path("output").exists());
    same(
        &project.tree("site/comptes rendus"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
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
    let absolute = project.path("ailleurs");
    project
        .greffier(["build", "--output"])
        .argument(absolute.as_os_str())
        .run()
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans ailleurs⍽: 22 fichiers créés.

"#]]);
    assert_eq!(
        project.tree("ailleurs"),
        project.tree("site/comptes rendus")
    );
}

/// A relative path means what it means to the user's shell.
#[test]
fn output_from_a_subfolder() {
    let project = Project::of_dates(&["2026-03-17"]);
    project
        .greffier(["build", "--output", "../../pages"])
        .within("meetings/2026")
        .run()
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans ../../pages⍽: 22 fichiers créés.

"#]]);
    same(
        &project.tree("pages"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
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
fn one_record_alone() {
    let project = Project::example();
    project
        .run(["build", "meetings/2026/2026-04-14.toml"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 6 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-04-14/annexes/tdr-atelier-gao.txt
2026/2026-04-14/compte-rendu-2026-04-14.md
2026/2026-04-14/compte-rendu-2026-04-14.pdf
2026/2026-04-14/index.html
2026/2026-04-14/minutes.json
style.css

"#]],
    );
    let alone = project.read("output/2026/2026-04-14/index.html");
    let whole = project.build();
    assert_eq!(
        alone,
        whole.read("output/2026/2026-04-14/index.html"),
        "the neighbours are known"
    );
}

#[test]
fn one_folder_alone() {
    let project = Project::example();
    project.run(["build", "meetings/2017"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 5 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2017/2017-02-07/compte-rendu-2017-02-07.md
2017/2017-02-07/compte-rendu-2017-02-07.pdf
2017/2017-02-07/index.html
2017/2017-02-07/minutes.json
style.css

"#]],
    );
}

/// A faulty record that was not asked for does not fail the one that was.
#[test]
fn one_record_beside_a_broken_one() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/2026/2026-04-14.toml", "date = 14/04/2026\n");
    project
        .run(["build", "meetings/2026/2026-03-17.toml"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 5 fichiers créés.

"#]]);
}

/// Nor do two others that share an address; but the site, which would need them, was not remade, and the code says so.
#[test]
fn one_record_beside_two_with_one_address() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/Été.toml", "date = 2026-06-09\n")
        .file("meetings/ete.toml", "date = 2026-06-10\n");
    project.run(["build", "meetings/2026"]).is(str![[r#"
code 1
── stderr
1 compte rendu dans output⍽: 5 fichiers créés.
Les pages du site (accueil, années, actions, décisions, organisations, recherche, flux, calendrier) n’ont pas été refaites⍽: elles se font de tous les comptes rendus, et l’un d’eux ne peut pas être lu. Corrigez l’erreur, puis relancez.

"#]]);
}

#[test]
fn from_a_folder_of_the_project() {
    let project = Project::of_dates(&["2026-03-17"]);
    project
        .greffier(["build"])
        .within("meetings/2026")
        .run()
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans [PROJET]/output⍽: 22 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
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
fn from_a_folder_of_a_project_with_a_configuration() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("greffier.toml", "prefixe = \"cr-crr-mali\"\n")
        .folder("notes/brouillons");
    project
        .greffier(["build"])
        .within("notes/brouillons")
        .run()
        .is(str![[r#"
code 0
── stderr
1 compte rendu dans [PROJET]/output⍽: 22 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/cr-crr-mali-2026-03-17.md
2026/2026-03-17/cr-crr-mali-2026-03-17.pdf
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
fn without_configuration() {
    let project = Project::of_dates(&["2026-03-17"]);
    assert!(!project.path("greffier.toml").exists());
    project.run(["build"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 22 fichiers créés.

"#]]);
}

/// A record with a doubt, which tells its file.
fn odd(day: &str) -> String {
    format!("date = {day}\n[prochaine_reunion]\ndate = 2020-01-14\n")
}

/// A meeting may be named by its day or its address, as for `send`.
#[test]
fn a_meeting_has_several_names() {
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", &odd("2026-03-17"))
        .file("meetings/Réunion d’avril.toml", &odd("2026-04-14"))
        .file("meetings/2026/2026-05-12.toml", "date = 2026-05-32\n");
    let table = [
        ("2026-03-17", "meetings/2026/2026-03-17.toml"),
        ("2026/2026-03-17", "meetings/2026/2026-03-17.toml"),
        ("2026/2026-03-17/", "meetings/2026/2026-03-17.toml"),
        ("2026-04-14", "meetings/Réunion d’avril.toml"),
        ("reunion-d-avril", "meetings/Réunion d’avril.toml"),
        // By its name, though it cannot be read.
        ("2026-05-12", "meetings/2026/2026-05-12.toml"),
    ];
    for (name, path) in table {
        let by_path = project.run(["check", path]);
        assert!(by_path.stderr.contains(path), "{}", by_path.text());
        assert_eq!(
            project.run(["check", name]).text(),
            by_path.text(),
            "{name}"
        );
        let dry = |asked: &str| project.run(["build", "--dry-run", asked]).text();
        assert_eq!(dry(name), dry(path), "{name}");
    }
}

#[test]
fn a_word_that_names_no_meeting() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/a.toml", "date = 2026-04-14\n")
        .file("meetings/b.toml", "date = 2026-04-14\n");
    let year_first = "n’existe pas⍽; écrivez l’année, le mois, puis le jour⍽: 2026-03-17\n";
    let table = [
        ("2026-03-18", "n’existe pas, et aucun des comptes rendus"),
        ("17/03/2026", year_first),
        ("2026-3-17", year_first),
        ("17 mars 2026", year_first),
        ("2026-02-30", "n’existe pas⍽; vérifiez le jour et le mois"),
        ("2026-04-14", "plusieurs réunions répondent"),
        ("2026-04-14", "a et b⍽; donnez l’adresse"),
        ("9h30", "9h30 n’existe pas\n"),
        ("mars", "mars n’existe pas\n"),
    ];
    for (word, said) in table {
        for command in ["check", "build"] {
            let run = project.run([command, word]);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.text());
            assert!(run.text().contains(said), "{said}\n{}", run.text());
        }
    }
}
