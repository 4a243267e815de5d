//! What the fuzzer has found worth keeping is survived, on any compiler: `fuzz/corpus/<input>/`. New finds: `.ci/fuzz`.

#![allow(unreachable_pub, reason = "the fuzzer links what is public here")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; it reads files of its own"
)]

#[path = "../fuzz/src/lib.rs"]
mod inputs;

use std::path::Path;

use inputs::{archive, markup, print, record, settings, template, typography};

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

#[test]
fn contacts_settings_and_style_sheets() {
    survives_all("settings", settings::survives);
}

#[test]
fn templates_of_the_user() {
    survives_all("template", template::survives);
}

#[test]
fn records_that_hands_changed() {
    survives_all("edits", archive::survives_edits);
}

/// Records changed at random, the same at each run; `GREFFIER_EDITS` asks for more of them.
#[test]
fn records_changed_at_random() {
    let asked = std::env::var("GREFFIER_EDITS").ok();
    let runs: u64 = asked.and_then(|runs| runs.parse().ok()).unwrap_or(24);
    for seed in 0..runs {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        };
        let changes = 1 + usize::from(next() % 8);
        let bytes: Vec<u8> = (0..1 + 4 * changes).map(|_| next()).collect();
        let survived = std::panic::catch_unwind(|| archive::survives_edits(&bytes));
        assert!(survived.is_ok(), "{bytes:?}:\n{}", archive::edited(&bytes));
    }
}

#[test]
fn memories_of_builds() {
    survives_all("memory", archive::survives_memory);
}
