//! Pages that nobody knows of any more, and folders that a link leads elsewhere.

use std::fs;

use crate::common::Project;

const RECORD: &str = "meetings/2026/2026-04-14.toml";
const OTHER: &str = "meetings/2026/2026-03-17.toml";
const NO_NAMES: &str = "[site]\nparticipants = \"organisations\"\n";

fn record(date: &str) -> String {
    format!("date = {date}\n[[themes]]\ntitre = \"Les puits\"\n")
}

fn project() -> Project {
    Project::empty()
        .file("meetings/2025/2025-12-09.toml", &record("2025-12-09"))
        .file(OTHER, &record("2026-03-17"))
        .file(RECORD, &record("2026-04-14"))
}

/// What is known of the builds is lost, and a record is deleted: its page is told, and in a series without names a fault.
#[test]
fn the_pages_of_a_deleted_record_are_told_once_nothing_is_known() {
    for (settings, code) in [("", 0), (NO_NAMES, 1)] {
        let project = project().build();
        fs::remove_dir_all(project.path("output/.greffier")).unwrap();
        fs::remove_file(project.path("meetings/2025/2025-12-09.toml")).unwrap();
        project.write("greffier.toml", settings);
        let run = project.run(["build"]);
        assert_eq!(run.code, code, "{}", run.text());
        let told: Vec<&str> = run
            .stderr
            .lines()
            .filter(|line| line.contains("plus aucun compte rendu ne donne"))
            .collect();
        assert!(
            told.iter()
                .any(|line| line.contains("2025/2025-12-09/index.html")),
            "{}",
            run.text()
        );
        assert!(
            told.iter().any(|line| line.contains("annee-2025.html")),
            "{}",
            run.text()
        );
        // What stands beside a page that is there is none.
        assert!(!told.iter().any(|line| line.contains("2026/")), "{told:?}");
        assert_eq!(
            run.stderr.contains("des noms qui ne se publient plus"),
            code == 1,
            "{}",
            run.text()
        );
    }
    // A first build finds nothing to tell.
    let project = Project::of_dates(&["2026-03-17"]);
    project.write("output/autre/index.html", "<p>à moi</p>");
    let run = project.run(["build"]);
    assert!(
        !run.stderr.contains("plus aucun compte rendu"),
        "{}",
        run.text()
    );
}

/// A folder of the output that a link leads elsewhere: nothing is written there.
#[cfg(unix)]
#[test]
fn nothing_is_written_behind_a_link() {
    use std::os::unix::fs::symlink;
    for linked in ["2026", "2026/2026-04-14", "recherche"] {
        for is_first in [true, false] {
            let project = match is_first {
                true => project(),
                false => project().build(),
            };
            let (folder, elsewhere) = (
                project.path(&format!("output/{linked}")),
                project.path("ailleurs"),
            );
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(folder.parent().unwrap()).unwrap();
            fs::create_dir(&elsewhere).unwrap();
            symlink(&elsewhere, &folder).unwrap();
            let run = project.run(["build", "--formats", "html,md"]);
            assert_eq!(run.code, 1, "{linked}: {}", run.text());
            assert!(
                run.stderr
                    .contains("un lien mène hors du dossier des pages"),
                "{linked}: {}",
                run.text()
            );
            assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0, "{linked}");
        }
    }
    // The output folder itself may be a link, and one within it may lead about in it.
    let project = Project::of_dates(&["2026-03-17"]);
    fs::create_dir_all(project.path("ailleurs/vraie")).unwrap();
    symlink(project.path("ailleurs"), project.path("output")).unwrap();
    symlink(project.path("ailleurs/vraie"), project.path("output/2026")).unwrap();
    let run = project.run(["build", "--formats", "html,md"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(
        project
            .path("ailleurs/vraie/2026-03-17/index.html")
            .exists()
    );
}

/// What the builds remember is kept in a folder of the output alone: a link in its place is refused, wherever it leads.
#[cfg(unix)]
#[test]
fn no_memory_is_kept_behind_a_link() {
    use std::os::unix::fs::symlink;
    let members = "[editions]\nconstruire = [\"membres\"]\n";
    for (top, settings) in [("output", ""), ("circulation/membres", members)] {
        for (leads_to, is_first) in [
            ("dehors", true),
            ("dehors", false),
            ("nulle-part", true),
            (&*format!("{top}/dedans"), true),
        ] {
            let project = project().file("greffier.toml", settings);
            let project = match is_first {
                true => project,
                false => project.build(),
            };
            let (hidden, elsewhere) = (format!("{top}/.greffier"), project.path(leads_to));
            let _ = fs::remove_dir_all(project.path(&hidden));
            fs::create_dir_all(project.path(top)).unwrap();
            if leads_to != "nulle-part" {
                project.write(&format!("{leads_to}/manifeste"), "à moi");
                project.write(&format!("{leads_to}/.greffier-a.tmp"), "à moi");
            }
            symlink(&elsewhere, project.path(&hidden)).unwrap();
            for run in [project.run(["build"]), project.run(["build", "--force"])] {
                assert_eq!(run.code, 2, "{hidden}, {leads_to}: {}", run.text());
                assert!(
                    run.stderr
                        .contains("c’est un lien, que greffier ne suit pas"),
                    "{hidden}: {}",
                    run.text()
                );
            }
            match leads_to {
                "nulle-part" => assert!(!elsewhere.exists()),
                _ => {
                    let there = project.tree(leads_to);
                    assert_eq!(there, ".greffier-a.tmp\nmanifeste\n", "{hidden}");
                    assert_eq!(project.read(&format!("{leads_to}/manifeste")), "à moi");
                }
            }
            // What is said heals.
            fs::remove_file(project.path(&hidden)).unwrap();
            let run = project.run(["build"]);
            assert_eq!(run.code, 0, "{hidden}: {}", run.text());
        }
    }
}

/// Nor is one of its files: what a link leads to is neither made nor changed.
#[cfg(unix)]
#[test]
fn no_memory_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let built = project().build();
    let mut names: Vec<String> = built.files("output/.greffier");
    names.extend(["verrou", "journal", "occupant", "changements"].map(str::to_owned));
    for name in names {
        for is_there in [true, false] {
            let project = project().build();
            let elsewhere = project.path("dehors");
            if is_there {
                fs::write(&elsewhere, "à moi").unwrap();
            }
            let path = project.path(&format!("output/.greffier/{name}"));
            let _ = fs::remove_file(&path);
            symlink(&elsewhere, &path).unwrap();
            project.write(OTHER, &record("2026-03-18"));
            let run = project.run(["build", "--force"]);
            assert!([0, 2].contains(&run.code), "{name}: {}", run.text());
            assert_eq!(elsewhere.exists(), is_there, "{name}");
            if is_there {
                assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "à moi", "{name}");
            }
        }
    }
}

/// A link to nothing in the place of the output folder, or of one above or within it, is told as what it is.
#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_no_folder() {
    use std::os::unix::fs::symlink;
    for linked in ["output", "output/2026", "output/2026/2026-03-17"] {
        let project = Project::of_dates(&["2026-03-17"]);
        let link = project.path(linked);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(project.path("nulle-part"), &link).unwrap();
        let run = project.run(["build", "--formats", "html,md"]);
        assert_ne!(run.code, 0, "{linked}: {}", run.text());
        let is_told = run
            .stderr
            .contains("un lien de ce chemin ne mène nulle part");
        assert!(is_told, "{linked}: {}", run.text());
    }
}
