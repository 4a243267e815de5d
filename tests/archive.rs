//! The archive in step with its records: only what changed is made, nothing of the user's is touched, and whatever cuts a build
//! off, the next one sets things right. All through the program, as a user runs it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "archive/cut_off.rs"]
mod cut_off;
#[path = "archive/disk_faults.rs"]
mod disk_faults;
#[path = "archive/endless.rs"]
mod endless;
#[path = "archive/faults_of_ours.rs"]
mod faults_of_ours;
#[path = "archive/file_names.rs"]
mod file_names;
#[path = "archive/in_step.rs"]
mod in_step;
#[path = "archive/led_away.rs"]
mod led_away;
#[path = "archive/locked.rs"]
mod locked;
#[path = "archive/made_from.rs"]
mod made_from;
#[path = "archive/memory.rs"]
mod memory;
#[path = "archive/messages.rs"]
mod messages;
#[path = "archive/out_of_step.rs"]
mod out_of_step;
#[path = "archive/retouched.rs"]
mod retouched;
#[path = "archive/settled.rs"]
mod settled;
#[path = "archive/shares.rs"]
mod shares;
#[path = "archive/site.rs"]
mod site;
#[path = "archive/states.rs"]
mod states;
// Elsewhere times are too fine for two files to share them.
#[cfg(any(target_os = "linux", windows))]
#[path = "archive/stamps.rs"]
mod stamps;
#[path = "archive/standing.rs"]
mod standing;
#[path = "archive/users_files.rs"]
mod users_files;

use std::collections::BTreeMap;

use common::Project;
use common::synthetic::records;

/// A project with that many synthetic records.
fn synthetic(count: usize) -> Project {
    let records = records(2026, count);
    records.iter().fold(Project::empty(), |project, record| {
        project.file(&record.path, &record.toml)
    })
}

/// The outputs, by path.
fn outputs(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let files = project.files("output").into_iter();
    files
        .map(|file| {
            let bytes = project.bytes(&format!("output/{file}"));
            (file, bytes)
        })
        .collect()
}

/// What a build from nothing makes of the same records, templates and settings.
fn clean(project: &Project, formats: &str) -> BTreeMap<String, Vec<u8>> {
    let run = project.run([
        "build",
        "--formats",
        formats,
        "--output",
        "propre",
        "--quiet",
    ]);
    assert!(run.code < 2, "{}", run.text());
    let outputs = project.files("propre").into_iter().map(|file| {
        let bytes = project.bytes(&format!("propre/{file}"));
        (file, bytes)
    });
    let outputs = outputs.collect();
    std::fs::remove_dir_all(project.path("propre")).unwrap();
    outputs
}

/// Builds again, and finds what a build from nothing would have made, and no temporary file.
#[track_caller]
fn sets_right(project: &Project, formats: &str) {
    let run = project.run(["build", "--formats", formats, "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.text());
    same_as_clean(project, formats);
}

#[track_caller]
fn same_as_clean(project: &Project, formats: &str) {
    let (ours, clean) = (outputs(project), clean(project, formats));
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&clean));
    for (name, bytes) in &clean {
        assert!(ours[name] == *bytes, "{name} differs");
    }
    let hidden = walkdir::WalkDir::new(project.path("output"));
    let hidden = hidden.into_iter().filter_map(Result::ok);
    let leftover = hidden
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.ends_with(".tmp"));
    assert_eq!(leftover, None);
}
