//! The program is named by what can change an output: an archive is made anew after a change of it, and after no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::arrows::ARROWS;
use super::{REPOSITORY, ROOMS};

#[path = "../../build/name.rs"]
mod name;

/// A program in small: each file with a text that the cases change.
const PROGRAM: &[(&str, &str)] = &[
    (
        "src/french.rs",
        "//! French.\n\n/// A day.\npub fn day(n: u8) -> String {\n    // The first one.\n    format!(\"{n}\")\n}\n\n#[cfg(test)]\nmod tests {\n    fn one() {}\n}\n",
    ),
    ("src/cli/mod.rs", "fn run() {}"),
    ("src/serve/reload.js", "reload()"),
    ("src/search/recherche.js", "search()"),
    ("templates/minutes.html", "<h1>"),
    ("templates/README.md", "# Templates"),
    (
        "Cargo.toml",
        "[package]\nname = \"small\"\n\n[features]\ndefault = []\n\n[dependencies]\n# Deflate.\nflate = { version = \"1\", features = [\"fast\"] }\nserver = { version = \"1\", optional = true }\n\n[dev-dependencies]\njudge = \"1\"\n",
    ),
    (
        "Cargo.lock",
        "version = 4\n\n[[package]]\nname = \"adler\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"a1\"\n\n[[package]]\nname = \"adler\"\nversion = \"2.0.0\"\nsource = \"registry\"\nchecksum = \"a2\"\n\n[[package]]\nname = \"flate\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"f1\"\ndependencies = [\n \"adler 2.0.0\",\n]\n\n[[package]]\nname = \"judge\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"j1\"\ndependencies = [\n \"adler 1.0.0\",\n]\n\n[[package]]\nname = \"server\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"s1\"\n\n[[package]]\nname = \"small\"\nversion = \"0.1.0\"\ndependencies = [\n \"flate\",\n \"judge\",\n \"server\",\n]\n",
    ),
];

/// The name of the small program with one text in one of its files replaced.
#[track_caller]
fn name_with(file: &str, before: &str, after: &str) -> u64 {
    let folder = TempDir::new().unwrap();
    let mut is_changed = before.is_empty();
    for (path, text) in PROGRAM {
        let mut text = (*text).to_owned();
        if *path == file {
            is_changed |= text.contains(before);
            text = text.replace(before, after);
        }
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert!(is_changed, "{file} has no {before}");
    name::name(folder.path()).unwrap()
}

fn name_of_the_small_program() -> u64 {
    name_with("", "", "")
}

#[test]
fn what_changes_no_output_keeps_the_name() {
    let kept = name_of_the_small_program();
    for (file, before, after) in [
        ("src/french.rs", "//! French.", "//! The French language."),
        ("src/french.rs", "//! French.\n", ""),
        ("src/french.rs", "/// A day.", "/** A day,\nsaid. */"),
        (
            "src/french.rs",
            "// The first one.",
            "/* The others too. */",
        ),
        ("src/french.rs", "\n    ", "\n\n\t"),
        ("src/french.rs", "(n: u8)", "( n:u8 )"),
        ("src/french.rs", "fn one() {}", "fn one() { two(); }"),
        (
            "src/french.rs",
            "mod tests {\n    fn one() {}\n}",
            "#[allow(unused)]\nmod tests;",
        ),
        ("src/cli/mod.rs", "run", "go"),
        ("src/serve/reload.js", "()", "(true)"),
        ("templates/README.md", "T", "The t"),
        ("Cargo.toml", "# Deflate.", "# What packs."),
        ("Cargo.toml", "default = []", "default = [\"server\"]"),
        ("Cargo.toml", "judge = \"1\"", "judge = \"1.1\""),
        (
            "Cargo.toml",
            "server = { version = \"1\"",
            "server = { version = \"1.1\"",
        ),
        ("Cargo.lock", "checksum = \"a1\"", "checksum = \"a3\""),
        ("Cargo.lock", "checksum = \"j1\"", "checksum = \"j2\""),
        ("Cargo.lock", "checksum = \"s1\"", "checksum = \"s2\""),
        ("Cargo.lock", "version = 4", "version = 5"),
    ] {
        let found = name_with(file, before, after);
        assert_eq!(found, kept, "{file}: {before:?} → {after:?}");
    }
}

#[test]
fn what_may_change_an_output_gives_another_name() {
    let mut names = BTreeSet::from([name_of_the_small_program()]);
    for (file, before, after) in [
        ("src/french.rs", "\"{n}\"", "\"{n} \""),
        ("src/french.rs", "(n: u8)", "(n: u16)"),
        ("src/french.rs", "#[cfg(test)]\n", ""),
        ("src/french.rs", "#[cfg(test)]", "#[cfg(unix)]"),
        ("src/french.rs", "mod tests {", "impl Tests {"),
        ("src/french.rs", "/// A day.", "#[must_use]"),
        ("src/french.rs", "}\n\n#", "\n\n#"),
        ("src/search/recherche.js", "()", "(true)"),
        ("templates/minutes.html", "<h1>", "<h1 >"),
        ("Cargo.toml", "[\"fast\"]", "[\"small\"]"),
        ("Cargo.lock", "checksum = \"f1\"", "checksum = \"f2\""),
        ("Cargo.lock", "checksum = \"a2\"", "checksum = \"a3\""),
        ("Cargo.lock", "\"adler 2.0.0\"", "\"adler 1.0.0\""),
    ] {
        let is_another = names.insert(name_with(file, before, after));
        assert!(is_another, "{file}: {before:?} → {after:?}");
    }
}

/// What makes the outputs uses no room that counts for nothing.
#[test]
fn rooms_without_output_are_out_of_reach() {
    let mut reached = BTreeSet::new();
    let mut waiting = vec!["archive"];
    while let Some(room) = waiting.pop() {
        if reached.insert(room) {
            let arrows = ARROWS.iter().find(|(name, _)| *name == room);
            waiting.extend(arrows.unwrap().1);
        }
    }
    for path in name::WITHOUT_OUTPUT {
        let is_there = Path::new(REPOSITORY).join(path).exists();
        assert!(is_there, "{path}");
        let room = path.strip_prefix("src/").unwrap_or_default();
        assert!(!reached.contains(room), "{path} makes outputs");
    }
}

/// A library that is optional counts for nothing in the name, so that no room which makes an output may name it.
#[test]
fn optional_libraries_make_no_output() {
    let manifest: toml::Table = fs::read_to_string(Path::new(REPOSITORY).join("Cargo.toml"))
        .unwrap()
        .parse()
        .unwrap();
    for (name, asked) in manifest["dependencies"].as_table().unwrap() {
        let is_optional = asked
            .get("optional")
            .is_some_and(|is| is.as_bool() == Some(true));
        if is_optional {
            let library = name.replace('-', "_");
            let (_, rooms) = ROOMS.iter().find(|(known, _)| *known == library).unwrap();
            for room in *rooms {
                let path = format!("src/{room}");
                let is_out = name::WITHOUT_OUTPUT.iter().any(|out| path.starts_with(out));
                assert!(is_out, "{name} is optional, and named in {path}");
            }
        }
    }
}
