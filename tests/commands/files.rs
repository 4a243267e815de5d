//! `greffier build` and the files that others have: annexes, what the user keeps in the output folder, what the system refuses.

use std::fs;

use snapbox::str;

use crate::common::{Project, same};

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
 = aide⍽: fermez le fichier s’il est ouvert, ou déplacez ce qui est à sa place, puis relancez

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
