//! Once all stands as a build left it, the next one takes that at its word: whatever changes then is seen all the same.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::common::{Project, png};
use crate::sets_right;

/// Longer than a stamp is too young to prove anything.
const OLD_ENOUGH: Duration = Duration::from_millis(2_300);

/// What changes, and how.
type Change = (&'static str, fn(&Project));

#[test]
fn whatever_changes_in_a_settled_archive_is_seen() {
    let record = "date = 2026-03-17\n[cloture]\nannexes = [{ titre = \"T\", fichier = \"annexes/t.txt\" }]\n";
    let changes: [Change; 12] = [
        ("a page is deleted", |project| {
            fs::remove_file(project.path("output/2026/2026-04-14/index.html")).unwrap();
        }),
        ("a file of the site is deleted", |project| {
            fs::remove_file(project.path("output/actions.html")).unwrap();
        }),
        ("a copy of an annex is deleted", |project| {
            fs::remove_file(project.path("output/2026/2026-03-17/annexes/t.txt")).unwrap();
        }),
        ("an annex changes", |project| {
            project.write("meetings/2026/annexes/t.txt", "deux");
        }),
        ("a record changes", |project| {
            project.write("meetings/2026/2026-04-14.toml", "date = 2026-04-15\n");
        }),
        ("a record goes", |project| {
            fs::remove_file(project.path("meetings/2026/2026-04-14.toml")).unwrap();
        }),
        ("a record comes", |project| {
            project.write("meetings/2026/2026-05-12.toml", "date = 2026-05-12\n");
        }),
        ("a record is hidden", |project| {
            let hidden = "date = 2026-04-14\nvisibilite = \"interne\"\n";
            project.write("meetings/2026/2026-04-14.toml", hidden);
        }),
        ("a hidden record is shown", |project| {
            project.write("meetings/2026/2026-02-10.toml", "date = 2026-02-10\n");
        }),
        ("a template changes", |project| {
            project.write("templates/site/home.html", "<p>Tout autre</p>");
        }),
        ("the settings change", |project| {
            project.write("greffier.toml", "instance = \"Le bureau\"\n");
        }),
        ("the logo changes", |project| {
            fs::write(project.path("logo.png"), png(9, 9)).unwrap();
        }),
    ];
    let project = || {
        let project = Project::empty()
            .file(
                "greffier.toml",
                "instance = \"Le comité\"\nlogo = \"logo.png\"\nlogo_texte = \"Logo\"\n",
            )
            .file("meetings/2026/2026-03-17.toml", record)
            .file("meetings/2026/annexes/t.txt", "un")
            .file("meetings/2026/2026-04-14.toml", "date = 2026-04-14\n")
            .file(
                "meetings/2026/2026-02-10.toml",
                "date = 2026-02-10\nvisibilite = \"interne\"\n",
            );
        fs::write(project.path("logo.png"), png(8, 8)).unwrap();
        project
    };
    let projects: Vec<Project> = changes.iter().map(|_| project()).collect();
    for project in &projects {
        sets_right(project, "html,md");
    }
    sleep(OLD_ENOUGH);
    for ((what, change), project) in changes.iter().zip(&projects) {
        for _ in 0..2 {
            let built = project.run(["build", "--formats", "html,md"]);
            assert_eq!(built.code, 0, "{what}");
        }
        change(project);
        sets_right(project, "html,md");
    }
}
