//! Every fault and every doubt as its reader sees it, whole: `tests/errors/<case>.toml` is put into a fresh project as
//! `meetings/2017/2017-02-07.toml` (as `greffier.toml` where the name begins with `greffier-`, as `templates/style.toml`
//! where it begins with `style-`) and read by
//! `greffier check`; `tests/errors/<case>.stderr` is what it must answer. A case whose name holds `doubt-` ends with code 0, any
//! other with 1. Cases that are no text or take more than one file are built in `assets`, `bytes` and `folders`.
//!
//! `SNAPSHOTS=overwrite cargo test --test errors` writes the answers; read their diff as a secretary would.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there, and makes its files itself"
)]

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

#[path = "errors/assets.rs"]
mod assets;
#[path = "errors/bytes.rs"]
mod bytes;
#[path = "errors/folders.rs"]
mod folders;
#[path = "errors/project.rs"]
mod project;
#[path = "errors/random.rs"]
mod random;
#[path = "errors/words.rs"]
mod words;

use project::{CASES, Project, RECORD, compare};

#[test]
fn every_file_gives_its_answer() {
    let cases = names_with_extension("toml");
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    // One process a case: as many at once as there are cores.
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(case) = cases.iter().nth(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(fault) = check_file(case) {
                        faults.lock().unwrap().push(fault);
                    }
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(
        faults.is_empty(),
        "{} of {} cases:\n{}",
        faults.len(),
        cases.len(),
        faults.join("\n")
    );
}

fn check_file(case: &str) -> Result<(), String> {
    let text = std::fs::read(format!("{CASES}/{case}.toml")).unwrap();
    let project = if case.starts_with("greffier-") {
        Project::new()
            .with(RECORD, "date = 2017-02-07\n")
            .with("greffier.toml", text)
    } else if case.starts_with("style-") || case == "sound-style" {
        Project::new()
            .with(RECORD, "date = 2017-02-07\n")
            .with("templates/style.toml", text)
    } else {
        Project::new().with(RECORD, text)
    };
    compare(case, &project.greffier(&["check"]))
}

#[test]
fn no_answer_is_left_without_its_case() {
    let mut cases = names_with_extension("toml");
    cases.extend(
        bytes::NAMES
            .iter()
            .chain(assets::NAMES)
            .chain(folders::NAMES)
            .map(|name| (*name).to_owned()),
    );
    assert_eq!(names_with_extension("stderr"), cases);
}

fn names_with_extension(extension: &str) -> BTreeSet<String> {
    let files = std::fs::read_dir(CASES)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}
