//! `greffier publish`: what to copy to the host, and what to delete there.

use super::{SETTINGS, run};
use crate::common::Project;

#[test]
fn what_is_to_be_copied_and_deleted_since_the_last_time() {
    let record = "date = 2026-03-17\nlieu = \"à Gao\"\n";
    let project = Project::empty()
        .file("greffier.toml", SETTINGS)
        .file("meetings/2026/2026-03-17.toml", record)
        .file("meetings/2026/2026-04-14.toml", "date = 2026-04-14\n");
    let early = project.run(["publish"]);
    assert_eq!(early.code, 2, "{}", early.text());
    run(&project, ["build"]);
    let first = run(&project, ["publish"]);
    for file in project.files("output") {
        assert!(
            first.contains(&format!("copier {file}\n")),
            "{file}: {first}"
        );
    }
    assert!(first.contains("C’est la première fois"), "{first}");
    assert!(!first.contains("copier .greffier"), "{first}");
    run(&project, ["publish", "--done"]);
    let nothing = run(&project, ["publish"]);
    assert!(
        nothing.contains("Rien à copier ni à supprimer"),
        "{nothing}"
    );
    project.write(
        "meetings/2026/2026-03-17.toml",
        &format!("visibilite = \"membres\"\n{record}"),
    );
    run(&project, ["build"]);
    let changed = run(&project, ["publish"]);
    assert!(
        changed.contains("supprimer 2026/2026-03-17/index.html\n"),
        "{changed}"
    );
    assert!(changed.contains("copier index.html\n"), "{changed}");
    assert!(!changed.contains("supprimer index.html\n"), "{changed}");
}

/// What the system or another program left in the folder is not copied; what the host may want is.
#[test]
fn what_others_left_is_not_copied() {
    let project = Project::empty().file("meetings/2026-03-17.toml", "date = 2026-03-17\n");
    run(&project, ["build"]);
    run(&project, ["publish", "--done"]);
    for name in ["desktop.ini", "2026-03-17/Thumbs.db", "~$note.docx"] {
        project.write(&format!("output/{name}"), "x");
    }
    project.write("output/.htaccess", "x");
    let told = run(&project, ["publish"]);
    assert!(told.contains("copier .htaccess\n"), "{told}");
    assert!(
        told.contains("1 fichier à copier, 0 fichier à supprimer"),
        "{told}"
    );
    assert!(told.contains("se règle avant de copier"), "{told}");
}

/// A list that is damaged tells nothing: all is to be compared, and nothing false is ordered.
#[test]
fn a_damaged_list_is_not_believed() {
    let project = Project::empty().file("meetings/2026-03-17.toml", "date = 2026-03-17\n");
    run(&project, ["build"]);
    run(&project, ["publish", "--done"]);
    let sound = project.read(".greffier-publication");
    let sixteen: Vec<u8> = sound.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cut = sound.as_bytes()[..150].to_vec();
    let conflict = sound
        .replacen('\n', "\n<<<<<<< HEAD\nautre x\n", 1)
        .into_bytes();
    for damaged in [Vec::new(), b"xy".to_vec(), sixteen, cut, conflict] {
        std::fs::write(project.path(".greffier-publication"), &damaged).unwrap();
        let told = run(&project, ["publish"]);
        assert!(told.contains("est abîmé"), "{told}");
        assert!(!told.contains("\nsupprimer "), "{told}");
        assert!(told.contains("copier index.html\n"), "{told}");
    }
    // Once it is done, it is known again.
    run(&project, ["publish", "--done"]);
    let told = run(&project, ["publish"]);
    assert!(told.contains("Rien à copier ni à supprimer"), "{told}");
}

/// What was built can be published, whatever is being changed meanwhile.
#[test]
fn broken_settings_and_templates_do_not_stop_it() {
    let project = Project::empty().file("meetings/2026-03-17.toml", "date = 2026-03-17\n");
    run(&project, ["build"]);
    project.write("greffier.toml", "[site\n");
    project.write("templates/style.toml", "x = [\n");
    project.write("templates/minutes.html", "{{ titr\n");
    let told = run(&project, ["publish"]);
    assert!(told.contains("copier index.html\n"), "{told}");
    run(&project, ["publish", "--done"]);
}
