//! The manifest may be lost or damaged: that means a rebuild, never an error or a wrong skip.

use std::fs;

use crate::common::Project;
use crate::{same_as_clean, sets_right};

const MANIFEST: &str = "output/.greffier/manifeste";
const RECORD: &str = "meetings/2026/2026-03-17.toml";

#[test]
fn truncated_at_every_byte() {
    let project = Project::of_dates(&["2026-03-17"]);
    sets_right(&project, "md");
    let (manifest, page) = (project.bytes(MANIFEST), crate::outputs(&project));
    for length in 0..manifest.len() {
        fs::write(project.path(MANIFEST), &manifest[..length]).unwrap();
        let run = project.run(["build", "--formats", "md", "--quiet"]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{length}");
        assert!(crate::outputs(&project) == page, "{length}");
        assert!(
            project.bytes(MANIFEST).len() >= manifest.len() - 40,
            "{length}"
        );
    }
}

#[test]
fn any_byte_of_it_changed() {
    let project = Project::of_dates(&["2026-03-17"]);
    sets_right(&project, "md");
    let manifest = project.bytes(MANIFEST);
    for at in (0..manifest.len()).step_by(7) {
        let mut damaged = manifest.clone();
        damaged[at] ^= 0x55;
        fs::write(project.path(MANIFEST), &damaged).unwrap();
        // A change that the damaged manifest would have hidden, had it been believed.
        project.write(RECORD, &format!("date = 2026-03-17\nlieu = \"au {at}\"\n"));
        sets_right(&project, "md");
    }
}

#[test]
fn the_whole_folder_lost_and_a_record_changed() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).build();
    fs::remove_dir_all(project.path("output/.greffier")).unwrap();
    project.write(RECORD, "date = 2026-03-17\nlieu = \"à Gao\"\n");
    project.make_old("output");
    sets_right(&project, "html,md,pdf");
    assert!(!project.rewritten("output").contains("2026-04-14/"));
}

/// Two builds that change nothing leave even the manifest as it was.
#[test]
fn nothing_to_do_writes_nothing() {
    let project = Project::of_dates(&["2026-03-17"]);
    let path = project.path(RECORD);
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    sets_right(&project, "html,md");
    project.run(["build", "--formats", "html,md"]);
    let before = project.bytes(MANIFEST);
    project.make_old("output/.greffier");
    let run = project.run(["build", "--formats", "html,md"]);
    assert_eq!(run.code, 0);
    assert!(project.bytes(MANIFEST) == before);
    same_as_clean(&project, "html,md");
}
