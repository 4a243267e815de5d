//! What the fuzzer has found worth keeping is survived, on any compiler: `fuzz/corpus/<input>/`. New finds: `.ci/fuzz`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; it reads files of its own"
)]

#[path = "../fuzz/inputs/markup.rs"]
mod markup;
#[path = "../fuzz/inputs/print.rs"]
mod print;
#[path = "../fuzz/inputs/record.rs"]
mod record;
#[path = "../fuzz/inputs/typography.rs"]
mod typography;

use std::path::Path;

/// Hands each kept input to what must survive it, and names the ones that it does not.
#[track_caller]
fn survives_all(input: &str, survives: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(input);
    let mut fatal = Vec::new();
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        if std::panic::catch_unwind(|| survives(&bytes)).is_err() {
            fatal.push(path);
        }
        read += 1;
    }
    assert!(fatal.is_empty(), "{fatal:?}");
    assert!(read >= 10, "{read} inputs of {input}");
}

#[test]
fn records() {
    survives_all("record", record::survives);
}

#[test]
fn markup_of_text_fields() {
    survives_all("markup", markup::survives);
}

#[test]
fn free_texts() {
    survives_all("typography", typography::survives);
}

#[test]
fn print_xhtml() {
    survives_all("print", print::survives);
}
