//! What the user made or changed stays, and is told.

use std::fs;

use snapbox::str;

use crate::common::{Project, same};
use crate::sets_right;

const PAGE: &str = "output/2026/2026-03-17/index.html";
const RECORD: &str = "meetings/2026/2026-03-17.toml";

fn project() -> Project {
    Project::of_dates(&["2026-03-17", "2026-04-14"])
}

#[test]
fn a_page_that_was_changed_by_hand() {
    let project = project().build();
    project.write(PAGE, "<p>À moi</p>");
    project.write(RECORD, "date = 2026-03-17\nlieu = \"à Gao\"\n");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
avis⍽: output/2026/2026-03-17/index.html n’est pas tel que greffier l’a fait, et reste ainsi⍽; pour le refaire⍽: supprimez-le, ou ajoutez --force
2 comptes rendus dans output⍽: 6 fichiers refaits, 19 fichiers inchangés.

"#]]);
    assert_eq!(project.read(PAGE), "<p>À moi</p>");
    let run = project.run(["build", "--force"]);
    assert_eq!(run.code, 0, "{}", run.text());
    sets_right(&project, "html,md,pdf");
}

#[test]
fn a_changed_page_of_a_record_that_is_gone() {
    let project = project().build();
    project.write(PAGE, "<p>À moi</p>");
    fs::remove_file(project.path(RECORD)).unwrap();
    let run = project.run(["build"]);
    assert_eq!(run.code, 0, "{}", run.text());
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/index.html
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
    assert_eq!(project.read(PAGE), "<p>À moi</p>");
}

#[test]
fn a_file_beside_ours() {
    let project = project().build();
    project.write("output/2026/2026-03-17/photo.txt", "à moi");
    project.write("output/robots.txt", "à moi");
    fs::remove_file(project.path(RECORD)).unwrap();
    let run = project.run(["build"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert_eq!(project.read("output/2026/2026-03-17/photo.txt"), "à moi");
    assert_eq!(project.read("output/robots.txt"), "à moi");
    assert!(!project.path(PAGE).exists());
}

/// A page of the user's at an address that a new record would take.
#[test]
fn a_page_that_was_there_before() {
    for is_first_build in [true, false] {
        let project = match is_first_build {
            true => project(),
            false => project().build(),
        };
        let page = "output/2026/2026-05-12/index.html";
        project.write(page, "<p>À moi</p>");
        project.write("meetings/2026/2026-05-12.toml", "date = 2026-05-12\n");
        let run = project.run(["build"]);
        assert_eq!(run.code, 0, "{}", run.text());
        assert!(
            run.stderr
                .contains("2026-05-12/index.html n’est pas tel que"),
            "{}",
            run.stderr
        );
        assert_eq!(project.read(page), "<p>À moi</p>");
    }
}

/// A first build into a folder that holds the user's own, under every name that the program would take.
#[test]
fn files_that_were_there_before_the_first_build() {
    let names = project().build().tree("output");
    let names: Vec<&str> = names.lines().filter(|name| !name.is_empty()).collect();
    assert!(names.len() > 20, "{names:?}");
    let project = project();
    for name in &names {
        project.write(&format!("output/{name}"), "à moi");
    }
    let run = project.run(["build"]);
    assert_eq!(run.code, 0, "{}", run.text());
    for name in &names {
        assert_eq!(project.read(&format!("output/{name}")), "à moi", "{name}");
        assert!(run.stderr.contains(&format!("output/{name} ")), "{name}");
    }
    assert_eq!(project.run(["build", "--force"]).code, 0);
    sets_right(&project, "html,md,pdf");
}

/// To speak of the program is no mark of its files.
#[test]
fn a_file_that_names_the_program_is_the_user_s() {
    let files = [
        (
            "output/robots.txt",
            "User-agent: *\nDisallow: /greffier/prive/\n",
        ),
        (
            "output/style.css",
            "/* à moi, aux couleurs de greffier */\n",
        ),
    ];
    let project = files
        .iter()
        .fold(project(), |project, (path, text)| project.file(path, text));
    let run = project.run(["build"]);
    for (path, text) in files {
        assert_eq!(project.read(path), text);
        assert!(run.stderr.contains(path), "{}", run.text());
    }
}

/// A folder of ours that a link has put elsewhere: what is removed stays within the output folder.
#[cfg(unix)]
#[test]
fn nothing_is_removed_behind_a_link() {
    let project = project().build();
    let (folder, elsewhere) = (project.path("output/2026"), project.path("ailleurs"));
    fs::rename(&folder, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &folder).unwrap();
    fs::remove_file(project.path(RECORD)).unwrap();
    let run = project.run(["build"]);
    // The other page there would be made anew.
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(project.path("ailleurs/2026-03-17/index.html").exists());
}

#[test]
fn an_output_folder_that_would_mix_with_the_project() {
    let project = project();
    for folder in [
        ".",
        "..",
        "meetings",
        "meetings/2026/pages",
        "templates",
        "templates/../templates/pages",
        "output/..",
    ] {
        let run = project.run(["build", "--output", folder]);
        assert_eq!(run.code, 2, "{folder}: {}", run.text());
        assert!(run.stderr.contains("contient"), "{folder}: {}", run.stderr);
    }
    assert_eq!(project.tree("."), self::project().tree("."));
}

/// Equal bytes keep their time, so that rsync has nothing to send.
#[test]
fn a_page_put_back_by_hand_is_ours_again() {
    let project = project().build();
    let page = project.bytes(PAGE);
    project.write(PAGE, "<p>À moi</p>");
    project.run(["build"]);
    fs::write(project.path(PAGE), &page).unwrap();
    project.make_old("output");
    project.run(["build"]).is(str![[r#"
code 0
── stderr
2 comptes rendus dans output⍽: 26 fichiers inchangés.

"#]]);
    assert_eq!(project.rewritten("output"), "");
}
