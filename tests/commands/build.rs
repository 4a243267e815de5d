//! `greffier build`: what is written, what is left alone, what is said.

use std::fs;

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
2026/2026-07-14/compte-rendu-2026-07-14.md
2026/2026-07-14/compte-rendu-2026-07-14.pdf
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
output/2026/2026-07-14/compte-rendu-2026-07-14.md⍽: à faire, il n’existe pas encore
output/2026/2026-07-14/compte-rendu-2026-07-14.pdf⍽: à faire, il n’existe pas encore
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

#[test]
fn the_users_files_are_left_alone() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("output/2026/2026-03-17/photo.jpg", "photo")
        .file("output/2025/2025-01-01/index.html", "an old page")
        .build();
    same(
        &project.tree("output"),
        str![[r#"
2025/2025-01-01/index.html
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/compte-rendu-2026-03-17.pdf
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
2026/2026-03-17/photo.jpg
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
    assert_eq!(
        project.read("output/2025/2025-01-01/index.html"),
        "an old page"
    );
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

#[test]
fn a_missing_annex() {
    let record = "date = 2026-03-17\n[cloture]\nannexes = [ { titre = \"TDR\", fichier = \"annexes/tdr.pdf\" } ]\n";
    Project::empty().file("meetings/2026/2026-03-17.toml", record).run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: le fichier «⍽annexes/tdr.pdf⍽» est introuvable
 --> meetings/2026/2026-03-17.toml:3:40
  |
3 | annexes = [ { titre = "TDR", fichier = "annexes/tdr.pdf" } ]
  |                                        ^^^^^^^^^^^^^^^^^
  |
  = aide⍽: le chemin part du dossier de ce compte rendu⍽; vérifiez le nom, les majuscules et l’extension

Rien à écrire dans output. 1 compte rendu laissé de côté à cause des erreurs ci-dessus.
Le site ne montre pas meetings/2026/2026-03-17.toml⍽: aucune version sans erreur n’en est connue.

"#]]);
}

#[test]
fn an_annex_outside_the_project() {
    let outside = Project::empty().file("secret.txt", "secret");
    let name = outside
        .path("")
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let record = format!(
        "date = 2026-03-17\n[cloture]\nannexes = [ {{ titre = \"TDR\", fichier = \"../../../{name}/secret.txt\" }} ]\n"
    );
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", &record);
    let run = project.run(["build"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("est hors du dossier du projet"),
        "{}",
        run.stderr
    );
    assert_eq!(project.tree("output"), "");
}

#[test]
fn an_annex_is_never_a_page() {
    let record = "date = 2026-03-17\n[cloture]\nannexes = [ { titre = \"A\", fichier = \"index.html\" }, { titre = \"B\", fichier = \"Mon rapport n°1 (é).txt\" } ]\n";
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", record)
        .file("meetings/2026/index.html", "annexe")
        .file("meetings/2026/Mon rapport n°1 (é).txt", "rapport")
        .build();
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/annexes/Mon rapport n°1 (é).txt
2026/2026-03-17/annexes/index.html
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
    assert_eq!(
        project.read("output/2026/2026-03-17/annexes/index.html"),
        "annexe"
    );
}

#[test]
fn the_output_folder_is_a_file() {
    let project = Project::of_dates(&["2026-03-17"]).file("output", "x");
    project.run(["build"]).is(str![[r#"
code 2
── stderr
erreur⍽: output est un fichier⍽: choisissez un dossier pour les pages

"#]]);
    assert_eq!(project.read("output"), "x");
}

#[test]
fn a_page_is_a_folder() {
    let project = Project::of_dates(&["2026-03-17"]).folder("output/2026/2026-03-17/index.html/x");
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: impossible de remplacer [PROJET]/output/2026/2026-03-17/index.html⍽: c’est un dossier
--> meetings/2026/2026-03-17.toml
 = aide⍽: Fermez le fichier s’il est ouvert, ou déplacez ce qui est à sa place, puis relancez

1 compte rendu dans output⍽: 21 fichiers créés.

"#]]);
    same(
        &project.tree("output/2026"),
        str![[r#"
2026-03-17/compte-rendu-2026-03-17.md
2026-03-17/compte-rendu-2026-03-17.pdf
2026-03-17/minutes.json

"#]],
    );
}

#[cfg(unix)]
#[test]
fn a_protected_output_folder() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::of_dates(&["2026-03-17"]).folder("output");
    let allow = |mode| {
        fs::set_permissions(project.path("output"), fs::Permissions::from_mode(mode)).unwrap()
    };
    allow(0o555);
    // Nothing is protected from root.
    if fs::write(project.path("output/essai"), "").is_err() {
        project.run(["build"]).is(str![[r#"
code 2
── stderr
erreur⍽: impossible de créer le dossier [PROJET]/output/2026/2026-03-17⍽: l’accès est refusé

"#]]);
    }
    allow(0o755);
}

#[cfg(unix)]
#[test]
fn pages_are_readable_by_all_who_may_read_files() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::of_dates(&["2026-03-17"]).build();
    let mode = |path: &str| {
        fs::metadata(project.path(path))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(
        mode("output/2026/2026-03-17/index.html"),
        mode("meetings/2026/2026-03-17.toml")
    );
}

/// Two records may want one path: an annex of the first and the page of the second. Whatever is refused, the page is the
/// page, and a second build has nothing to do.
#[test]
fn an_annex_is_never_the_page_of_another_record() {
    let record =
        "date = 2026-01-01\n[cloture]\nannexes = [ { titre = \"A\", fichier = \"index.html\" } ]\n";
    let project = Project::empty()
        .file("meetings/2026.toml", record)
        .file("meetings/index.html", "annexe")
        .file("meetings/2026/annexes.toml", "date = 2026-01-02\n");
    assert_eq!(project.run(["build"]).code, 1, "annexes.toml is refused");
    project.make_old("output");
    project.run(["build"]);
    assert_eq!(project.rewritten("output"), "");
    assert_eq!(project.read("output/2026/annexes/index.html"), "annexe");
}

#[test]
fn a_toml_file_among_the_annexes_is_no_record() {
    let record = "date = 2026-01-01\n[cloture]\nannexes = [ { titre = \"A\", fichier = \"annexes/a.toml\" } ]\n";
    let project = Project::empty()
        .file("meetings/2026/2026-01-01.toml", record)
        .file("meetings/2026/annexes/a.toml", "x = 1\n");
    assert_eq!(project.run(["build"]).code, 0);
    assert_eq!(
        project.read("output/2026/2026-01-01/annexes/a.toml"),
        "x = 1\n"
    );
}
