//! Every fault and every doubt as its reader sees it, whole: `tests/errors/<case>.toml` is put into a fresh project as
//! `meetings/2017/2017-02-07.toml` (as `greffier.toml` where the name begins with `greffier-`, as `contacts.toml` where it begins
//! with `contacts-`, as `templates/style.toml` where it begins with `style-`) and read by
//! `greffier check`; `tests/errors/<case>.stderr` is what it must answer. A case whose name holds `doubt-` ends with code 0, any
//! other with 1. Cases that are no text or take more than one file are built in `assets`, `bytes`, `folders` and `series`.
//!
//! `tests/errors/codes.tsv` holds the codes of each answer: see `codes`.
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
#[path = "errors/codes.rs"]
mod codes;
#[path = "errors/folders.rs"]
mod folders;
#[path = "common/kinds.rs"]
mod kinds;
#[path = "errors/orders.rs"]
mod orders;
#[path = "errors/project.rs"]
mod project;
#[path = "errors/random.rs"]
mod random;
#[path = "errors/series.rs"]
mod series;
#[path = "errors/slips.rs"]
mod slips;
#[path = "errors/words.rs"]
mod words;

use project::{CASES, Project, RECORD, compare};

#[test]
fn every_file_gives_its_answer() {
    of_every_file(check_file);
}

/// Checks each file of the cases, as many at once as there are cores: a process or more a case.
fn of_every_file(check: impl Fn(&str) -> Result<(), String> + Sync) {
    let cases = names_with_extension("toml");
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(case) = cases.iter().nth(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(fault) = check(case) {
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
    compare(case, &project_of(case, text).greffier(&["check"]))
}

/// The project of a case.
fn project_of(case: &str, text: impl AsRef<[u8]>) -> Project {
    let file = file_of(case);
    let project = match file {
        RECORD => Project::new(),
        _ => Project::new().with(RECORD, "date = 2017-02-07\n"),
    };
    let project = match case {
        "doubt-convocation-missing" | "doubt-convocation-missing-state" => project.on("2017-02-06"),
        "doubt-convocation-of-minutes" => project.on("2017-02-07"),
        _ => project,
    };
    project.with(file, text)
}

/// The file that a case is.
fn file_of(case: &str) -> &'static str {
    if case.starts_with("greffier-") {
        "greffier.toml"
    } else if case.starts_with("contacts-") {
        "contacts.toml"
    } else if case.starts_with("style-") || case == "sound-style" {
        "templates/style.toml"
    } else {
        RECORD
    }
}

#[test]
fn no_answer_is_left_without_its_case() {
    let mut cases = names_with_extension("toml");
    cases.extend(
        bytes::NAMES
            .iter()
            .chain(assets::NAMES)
            .chain(folders::NAMES)
            .chain(series::NAMES)
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
