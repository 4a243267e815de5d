//! Writes a project for the judges: records that nobody chose, the same at every run, and records that are large, deep or empty.
//!
//! `cargo run --example synthetic -- 200 FOLDER`, then `greffier build` in it.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a tool of the tests, which may stop where it cannot go on, and writes files of its own"
)]

#[path = "synthetic/hard.rs"]
mod hard;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/common/synthetic.rs"]
mod synthetic;
#[path = "../tests/common/varied.rs"]
mod varied;

use std::fs;
use std::path::Path;

const SEED: u64 = 2017;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(Ok(count)), Some(folder)) = (
        arguments.next().map(|n| n.parse::<usize>()),
        arguments.next(),
    ) else {
        panic!("usage: synthetic COUNT FOLDER");
    };
    let folder = Path::new(&folder);
    write(
        &folder.join("greffier.toml"),
        "instance = \"Cluster Relèvement Rapide\"\ninstance_avec_de = \"du Cluster Relèvement Rapide\"\n",
    );
    // A fifth of them in the shapes that only some series use: sections, votes, parts, tables, groups.
    let records = synthetic::records(SEED, count - count / 5).into_iter();
    for record in records.chain(varied::records(SEED, count / 5)) {
        // No font of ours holds this sign: of such a record there is no PDF, which other tests see to.
        write(
            &folder.join(record.path),
            &record.toml.replace('\u{1f130}', "(A)"),
        );
    }
    for (day, record) in (1..).zip(hard::records()) {
        let date = format!("1998-01-{day:02}");
        let path = format!("meetings/1998/{date}.toml");
        write(&folder.join(path), &format!("date = {date}\n{record}"));
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).expect("a folder");
    fs::write(path, text).expect("a file");
}
