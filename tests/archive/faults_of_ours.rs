//! Faults of the program itself, planted in each step (`src/archive/guard.rs`): each costs a record or a page, and says where it lies.

use std::fs;

use crate::common::Project;
use crate::{outputs, sets_right};

const STEPS: [&str; 6] = ["Read", "Make", "Gather", "Index", "Plan", "Page"];

#[test]
fn each_step_tells_its_faults() {
    for step in STEPS {
        let project = Project::of_dates(&["2026-03-17", "2026-04-14"]);
        sets_right(&project, "html,md");
        let before = outputs(&project);
        // One record changes, and what the site shows of the other must be gathered anew.
        for kept in ["resumes-2026", "mots-2026"] {
            fs::remove_file(project.path(&format!("output/.greffier/{kept}"))).unwrap();
        }
        project.write(
            "meetings/2026/2026-04-14.toml",
            "date = 2026-04-14\n[cloture]\nnotes = \"Merci.\"\n",
        );
        let build = project.greffier(["build", "--formats", "html,md"]);
        let run = build.env("GREFFIER_FAULT", step).run();
        let said = run.text();
        assert_eq!(run.code, 1, "{step}: {said}");
        assert!(
            said.contains("le programme en défaut (src"),
            "{step}: {said}"
        );
        assert!(said.contains("guard.rs:"), "{step}: {said}");
        assert!(said.contains("envoyez ce"), "{step}: {said}");
        // Nothing is lost: what could not be made anew stands as it was.
        for name in before.keys() {
            assert!(
                outputs(&project).contains_key(name),
                "{step}: {name} is gone"
            );
        }
        sets_right(&project, "html,md");
    }
}

#[test]
fn check_tells_a_fault_of_its_own() {
    let project = Project::of_dates(&["2026-03-17"]);
    let run = project
        .greffier(["check"])
        .env("GREFFIER_FAULT", "Read")
        .run();
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(
        run.text()
            .contains("ce compte rendu met le programme en défaut (src"),
        "{}",
        run.text()
    );
}

#[test]
fn the_rest_is_shown_on_request() {
    let project = Project::of_dates(&["2026-03-17"]);
    let check = project.greffier(["check"]).env("GREFFIER_FAULT", "Read");
    let command = check.env("GREFFIER_TRACE", "1").command().output().unwrap();
    let said = String::from_utf8_lossy(&command.stderr).into_owned();
    assert!(said.contains("a fault on purpose"), "{said}");
}
