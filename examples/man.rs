//! Writes the pages of the manual, in French: `cargo run --example man -- FOLDER`.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a tool of the releases, which may stop where it cannot go on, and writes files of its own"
)]

use std::fs;
use std::path::Path;

use clap_mangen::Man;

/// The words that `clap_mangen` writes by itself, and ours.
const WORDS: [(&str, &str); 5] = [
    // No word is cut: what would cut it knows English.
    (".SH NAME\n", ".nh\n.SH NOM\n"),
    (".SH Commandes\u{a0}\n", ".SH COMMANDES\n"),
    (".SH EXTRA\n", ".SH REMARQUES\n"),
    ("Possible values:", "Valeurs possibles\u{a0}:"),
    // Before the colon that clap adds to a heading on its pages of help, and not here.
    ("S\u{a0}\n", "S\n"),
];

fn main() {
    let folder = std::env::args().nth(1).expect("usage: man FOLDER");
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    let mut program = greffier::cli::arguments();
    // As `greffier-build.1`, which `man greffier build` finds.
    program.build();
    let commands = program.get_subcommands().cloned();
    for command in commands.chain([program.clone()]) {
        let page = Man::new(command).manual("Manuel de greffier");
        let mut text = Vec::new();
        page.render(&mut text).unwrap();
        let mut text = String::from_utf8(text).unwrap();
        for (theirs, ours) in WORDS {
            text = text.replace(theirs, ours);
        }
        fs::write(folder.join(page.get_filename()), text).unwrap();
    }
}
