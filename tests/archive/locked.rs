//! Two builds of one output folder at once.

use std::fs::{self, File};

use snapbox::str;

use crate::common::Project;
use crate::sets_right;

fn lock(project: &Project, name: &str) -> File {
    fs::create_dir_all(project.path("output/.greffier")).unwrap();
    let path = project.path(&format!("output/.greffier/{name}"));
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .unwrap()
}

#[test]
fn the_second_says_who_holds_it() {
    let project = Project::of_dates(&["2026-03-17"]);
    let file = lock(&project, "verrou");
    file.lock().unwrap();
    project.write(
        "output/.greffier/occupant",
        "processus 7 de l’ordinateur bamako",
    );
    for arguments in [["build", "--quiet"], ["build", "--partition=1/2"]] {
        project.run(arguments).is(str![[r#"
code 2
── stderr
erreur⍽: une autre construction écrit dans ce dossier (processus 7 de l’ordinateur bamako)⍽: attendez qu’elle finisse, puis relancez

"#]]);
    }
    drop(file);
    sets_right(&project, "html,md,pdf");
}

#[test]
fn shares_go_together_but_not_twice_and_not_with_the_whole() {
    let project = Project::of_dates(&["2026-03-17"]);
    let (all, own) = (lock(&project, "verrou"), lock(&project, "verrou-1-2"));
    all.lock_shared().unwrap();
    own.lock().unwrap();
    project.write("output/.greffier/occupant-1-2", "la part 1/2");
    // One that was killed left its word behind.
    project.write("output/.greffier/occupant-2-2", "la part 2/2");
    assert_eq!(project.run(["build", "--partition", "2/2"]).code, 0);
    for arguments in [["build", "--quiet"], ["build", "--partition=1/2"]] {
        project.run(arguments).is(str![[r#"
code 2
── stderr
erreur⍽: une autre construction écrit dans ce dossier (la part 1/2)⍽: attendez qu’elle finisse, puis relancez

"#]]);
    }
    drop((all, own));
    sets_right(&project, "html,md,pdf");
}

/// Ten at once: each ends in order or is kept out, and the result is sound.
#[test]
fn many_at_once() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14", "2026-05-12"]);
    let builds: Vec<_> = (0..10)
        .map(|_| {
            project
                .greffier(["build", "--formats", "html,md", "--quiet"])
                .command()
                .spawn()
                .unwrap()
        })
        .collect();
    let mut codes: Vec<i32> = builds
        .into_iter()
        .map(|mut build| build.wait().unwrap().code().unwrap())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes == [0] || codes == [0, 2], "{codes:?}");
    sets_right(&project, "html,md");
}
