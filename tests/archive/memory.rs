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

const CHANGES: &str = "output/.greffier/changements";

/// A project of which one record was changed in what no other rests on: that is noted beside the manifest.
fn noted_beside() -> Project {
    let dates: Vec<String> = (1..=9).map(|month| format!("2026-0{month}-03")).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let project = Project::of_dates(&dates);
    sets_right(&project, "md,html");
    let manifest = project.bytes(MANIFEST);
    say(&project, "à Gao");
    sets_right(&project, "md,html");
    assert!(project.bytes(MANIFEST) == manifest, "it was written anew");
    project
}

fn say(project: &Project, place: &str) {
    let record = format!("date = 2026-03-03\nlieu = \"{place}\"\n");
    project.write("meetings/2026/2026-03-03.toml", &record);
}

#[test]
fn what_is_noted_beside_the_manifest_is_damaged_or_cut_short() {
    let project = noted_beside();
    let mut damaged = 0;
    for number in 0..24 {
        // Of what there is, a part, or all but for a letter; near its beginning, and further on.
        if let Ok(mut changes) = fs::read(project.path(CHANGES)) {
            let at = (number * number * 7 + number) % changes.len();
            match number % 2 {
                0 => changes.truncate(at),
                _ => changes[at] ^= 0x55,
            }
            fs::write(project.path(CHANGES), changes).unwrap();
            damaged += 1;
        }
        for place in ["au", "près du"] {
            say(&project, &format!("{place} {number}"));
            let run = project.run(["build", "--formats", "md,html", "--quiet"]);
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{number}");
        }
    }
    assert!(damaged > 6, "{damaged}");
    same_as_clean(&project, "md,html");
}

/// What belongs to another manifest says nothing of this one.
#[test]
fn what_was_noted_beside_an_earlier_manifest() {
    let project = noted_beside();
    let changes = project.bytes(CHANGES);
    project.write("meetings/2026/2026-12-01.toml", "date = 2026-12-01\n");
    sets_right(&project, "md,html");
    assert!(!project.path(CHANGES).exists());
    fs::write(project.path(CHANGES), changes).unwrap();
    let run = project.run(["build", "--formats", "md,html"]);
    assert_eq!(run.code, 0);
    assert!(!run.text().contains("refait"), "{}", run.text());
    say(&project, "à Kidal");
    sets_right(&project, "md,html");
}

/// Change after change is noted there; what is removed by hand in between is made again.
#[test]
fn change_after_change() {
    let project = noted_beside();
    for place in ["à Kidal", "à Tessit", "à Ansongo"] {
        say(&project, place);
        fs::remove_file(project.path("output/2026/2026-05-03/index.html")).unwrap();
        sets_right(&project, "md,html");
        let dry = project.run(["build", "--dry-run", "--formats", "md,html"]);
        assert_eq!(dry.stdout, "");
    }
    // The whole memory goes with the manifest.
    fs::remove_file(project.path(MANIFEST)).unwrap();
    say(&project, "à Bourem");
    sets_right(&project, "md,html");
}
