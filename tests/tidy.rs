//! The order of the house: each library in its room, small files, nothing that can panic, copies that are copies.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests read the sources"
)]

#[path = "tidy/arrows.rs"]
mod arrows;
mod common;
#[path = "tidy/finder.rs"]
mod finder;
#[path = "tidy/functions.rs"]
mod functions;
#[path = "tidy/map.rs"]
mod map;
#[path = "tidy/naming.rs"]
mod naming;
#[path = "tidy/rings.rs"]
mod rings;
#[path = "tidy/words.rs"]
mod words;

use std::path::Path;

use common::{Project, REPOSITORY};

/// Each library, and the only files that may name it (a folder ends with `/`).
const ROOMS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic/"]),
    ("axum", &["serve/http/"]),
    ("blake3", &["keeper/hash.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("ecow", &["print/page.rs", "print/shape/word.rs"]),
    ("csv", &["site/table/separated.rs"]),
    ("futures_util", &["serve/http/"]),
    ("gethostname", &["cli/build.rs"]),
    ("foldhash", &["print/shape/"]),
    ("harfrust", &["print/shape/"]),
    ("hyper", &["serve/http/connections.rs"]),
    ("hyper_util", &["serve/http/connections.rs"]),
    ("hypher", &["french/hyphenation.rs"]),
    ("icu_collator", &["french/collation.rs"]),
    ("icu_locale_core", &["french/collation.rs"]),
    ("icu_normalizer", &["french/collation.rs"]),
    ("icu_provider", &["french/collation.rs"]),
    ("imagesize", &["picture.rs"]),
    ("exif", &["picture.rs"]),
    ("unicode_bidi", &["print/paragraph/direction.rs"]),
    ("indicatif", &["cli/progress.rs"]),
    ("lettre", &["circulation/message.rs", "mailing/wire/"]),
    ("linkify", &["markup/"]),
    ("flate2", &["pdf/deflate.rs"]),
    ("lopdf", &["pdf/"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["serve/saves.rs"]),
    ("open", &["cli/guide.rs"]),
    ("pagefind_stem", &["search/stem.rs"]),
    ("percent_encoding", &["minutes/", "serve/http/"]),
    ("png", &["pdf/pictures.rs"]),
    ("zune_jpeg", &["pdf/pictures.rs"]),
    ("postcard", &["keeper/"]),
    ("printpdf", &["pdf/"]),
    ("pulldown_cmark", &["guide/", "markup/"]),
    (
        "rayon",
        &["archive/", "cli/build.rs", "keeper/store/", "pdf/"],
    ),
    ("read_fonts", &["print/fonts/"]),
    ("rpassword", &["cli/secret.rs"]),
    ("rust_xlsxwriter", &["site/table/"]),
    ("rustls", &["mailing/"]),
    ("rustls_platform_verifier", &["mailing/wire/"]),
    ("roxmltree", &["document/parse/"]),
    // The schema is derived where the keys stand; a field of a derived shape is one itself.
    (
        "schemars",
        &[
            "config/",
            "contacts/",
            "print/line.rs",
            "print/style/",
            "record/raw/",
            "record/mod.rs",
            "site/data/",
            "toml_source/field.rs",
            "toml_source/free.rs",
        ],
    ),
    (
        "serde_json",
        &[
            "authoring/mod.rs",
            "cli/json.rs",
            "config/",
            "contacts/mod.rs",
            "minutes/event.rs",
            "print/style/",
            "record/mod.rs",
            "search/files.rs",
            "site/data/",
            "site/page.rs",
        ],
    ),
    ("sha2", &["pdf/"]),
    ("strsim", &["diagnostic/suggestion.rs", "record/doubts/"]),
    ("subsetter", &["print/fonts/cut.rs"]),
    ("tempfile", &["files/"]),
    ("tera", &["templates/"]),
    ("tokio", &["serve/events.rs", "serve/http/"]),
    ("toml", &["toml_source/"]),
    ("toml_edit", &["authoring/"]),
    ("unicode_normalization", &["french/"]),
    ("walkdir", &["files/"]),
    ("println!", &[]),
    ("process::exit", &[]),
];

const MOST_LINES: usize = 400;

struct File {
    /// Below `src/`, with `/`.
    name: String,
    text: String,
}

impl File {
    /// The lines of code with their numbers: no comments, no item that is for tests alone, nothing from the unit tests on.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut code = Vec::new();
        let text = match is_for_tests(&self.name) {
            true => "",
            false => &self.text,
        };
        let mut lines = (1..).zip(text.lines());
        while let Some((number, line)) = lines.next() {
            if line.trim() != "#[cfg(test)]" {
                code.push((number, line));
                continue;
            }
            let mut item = lines.by_ref().map(|(_, line)| line);
            let first = item.find(|line| !line.trim_start().starts_with("#["));
            let first = first.unwrap_or_default();
            if first.trim_start().starts_with("mod ") && first.ends_with('{') {
                break;
            }
            let indent = &first[..first.len() - first.trim_start().len()];
            let is_end = |line: &str| {
                let line = line.strip_prefix(indent).unwrap_or_default();
                line.starts_with('}') || (line.ends_with(';') && !line.starts_with(' '))
            };
            if !first.ends_with([';', '}']) {
                item.find(|line| is_end(line));
            }
        }
        let code = code.into_iter();
        code.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Whether a file holds unit tests alone.
fn is_for_tests(name: &str) -> bool {
    name.contains("/tests/") || name.ends_with("/tests.rs")
}

/// What stands below something that is for tests alone is looked at.
#[test]
fn the_code_of_a_file_leaves_out_what_is_for_tests() {
    for (item, is_last) in [
        ("use super::astray;", false),
        ("mod cuts;", false),
        ("const NAMES: [&str; 1] = [\n    \"a\",\n];", false),
        (
            "fn astray() -> Vec<u8> {\n    let b = 1;\n    vec![b]\n}",
            false,
        ),
        ("#[allow(dead_code)]\npub(super) fn astray() {}", false),
        (
            "fn astray<T>(\n    one: T,\n) -> T\nwhere\n    T: Copy,\n{\n    one\n}",
            false,
        ),
        ("impl Note for () {\n    const A: u8 = 1;\n}", false),
        ("mod tests {\n    use super::*;\n}", true),
    ] {
        for indent in ["", "    "] {
            let item = format!("#[cfg(test)]\n{item}").replace('\n', &format!("\n{indent}"));
            let file = File {
                name: "keeper/store.rs".to_owned(),
                text: format!("let a = 1;\n{indent}{item}\n// A remark.\nlet z = 2;\n"),
            };
            let lines: Vec<&str> = file.code().map(|(_, line)| line).collect();
            let below = (!is_last).then_some("let z = 2;");
            let expected: Vec<&str> = ["let a = 1;"].into_iter().chain(below).collect();
            assert_eq!(lines, expected, "{item}");
        }
    }
}

fn sources() -> Vec<File> {
    files("src", ".rs")
        .into_iter()
        .map(|(name, text)| File { name, text })
        .collect()
}

/// The files of a folder of the repository with that ending, by their path in it, sorted.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let folder = Path::new(REPOSITORY).join(folder);
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let name = entry
            .path()
            .strip_prefix(&folder)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        if entry.file_type().is_file() && name.ends_with(ending) {
            files.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    assert!(!files.is_empty(), "{}", folder.display());
    files
}

/// Whether a line of code names a library: a whole word, then `::` or the end of a `use`.
fn names(line: &str, library: &str) -> bool {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(library).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = &line[start + library.len()..];
        let alone = !before.is_some_and(|before| {
            is_word(before) || before == ':' || before == '.' || before == '"'
        });
        let path = library.contains([':', '!'])
            || after.starts_with("::")
            || (line.contains("use ") && after.starts_with([';', ' ']));
        alone && path && !after.starts_with(is_word)
    })
}

#[test]
fn each_library_is_named_in_its_room_only() {
    let mut faults = Vec::new();
    for file in sources() {
        for (number, line) in file.code() {
            for (library, rooms) in ROOMS {
                let at_home = rooms.iter().any(|room| {
                    if room.ends_with('/') {
                        file.name.starts_with(room)
                    } else {
                        file.name == *room
                    }
                });
                if !at_home && names(line, library) {
                    faults.push(format!(
                        "src/{}:{number} names {library}: {}",
                        file.name,
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A room that nobody uses any more should go from the list.
#[test]
fn each_room_is_lived_in() {
    let sources = sources();
    for (library, rooms) in ROOMS {
        for room in *rooms {
            let lived_in = sources
                .iter()
                .filter(|file| {
                    file.name == *room || (room.ends_with('/') && file.name.starts_with(room))
                })
                .any(|file| file.code().any(|(_, line)| names(line, library)));
            assert!(lived_in, "{room} does not name {library}");
        }
    }
}

/// Every dependency has its room, but for those that are values everywhere.
#[test]
fn each_dependency_has_its_room() {
    let manifest: toml::Table = std::fs::read_to_string(Path::new(REPOSITORY).join("Cargo.toml"))
        .unwrap()
        .parse()
        .unwrap();
    for name in manifest["dependencies"].as_table().unwrap().keys() {
        let library = name.replace('-', "_");
        let has_room = ROOMS.iter().any(|(known, _)| *known == library)
            || ["jiff", "serde"].contains(&library.as_str());
        assert!(has_room, "{name} has no room in tests/tidy.rs");
    }
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    let mut faults = Vec::new();
    for file in sources() {
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("src/{} has {lines} lines", file.name));
        }
        if !file.text.starts_with("//! ") {
            faults.push(format!("src/{} does not begin with //!", file.name));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The tests of the codes know of each table.
#[test]
fn each_table_of_kinds_is_listed() {
    let list =
        std::fs::read_to_string(Path::new(REPOSITORY).join("tests/common/kinds.rs")).unwrap();
    let mut tables = 0;
    for File { name, text } in sources() {
        for table in text.split("\nkinds! {").skip(1) {
            let kinds = table
                .lines()
                .find_map(|line| line.trim().strip_suffix(" {")?.split_once(": "));
            let (kinds, _) = kinds.unwrap_or_else(|| panic!("{name}: a table without a name"));
            assert!(
                list.contains(&format!("of::<{kinds}>(")),
                "tests/common/kinds.rs: no {kinds}"
            );
            tables += 1;
        }
    }
    assert_eq!(tables, list.matches("of::<").count());
}

/// The one fault that is planted, in a program built for the tests alone.
const PLANTED: (&str, &str) = ("archive/guard.rs", "panic!(\"a fault on purpose\");");

#[test]
fn nothing_in_the_program_can_panic_on_purpose() {
    let mut faults = Vec::new();
    for file in sources() {
        for (number, line) in file.code() {
            if (file.name.as_str(), line.trim()) == PLANTED {
                continue;
            }
            for word in [
                "unwrap()",
                ".expect(",
                "panic!(",
                "unreachable!(",
                "todo!(",
                "unimplemented!(",
                "dbg!(",
                "unsafe ",
            ] {
                if line.contains(word) {
                    faults.push(format!("src/{}:{number}: {}", file.name, line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_binary_carries_the_templates_of_the_folder() {
    let mut folder = files("templates", "");
    folder.retain(|(name, _)| name != "README.md" && name != "style.toml");
    let mut embedded: Vec<(String, String)> = greffier::templates::EMBEDDED
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    embedded.sort();
    folder.sort();
    let names = |files: &[(String, String)]| {
        files
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&embedded), names(&folder));
    assert!(embedded == folder, "a template differs");
    let sheet = std::fs::read_to_string(Path::new(REPOSITORY).join("templates/style.toml"));
    assert!(greffier::print::style::EMBEDDED_SHEET == sheet.unwrap());
}

#[test]
fn the_schemas_at_the_root_are_those_of_the_program() {
    let project = Project::empty();
    for (arguments, file) in [
        (["schema", "compte-rendu"], "compte-rendu.schema.json"),
        (["schema", "configuration"], "greffier.schema.json"),
        (["schema", "contacts"], "contacts.schema.json"),
        (["schema", "style"], "style.schema.json"),
        (["schema", "minutes"], "minutes.schema.json"),
        (["schema", "actions"], "actions.schema.json"),
    ] {
        let kept = std::fs::read_to_string(Path::new(REPOSITORY).join(file))
            .unwrap()
            .replace("\r\n", "\n");
        assert!(
            project.run(arguments).stdout == kept,
            "{file} is old: greffier schema {} > {file}",
            arguments[1]
        );
    }
}

/// What `init` writes is what the repository keeps for its own records.
#[test]
fn the_schemas_that_init_writes_are_the_same() {
    let project = Project::empty();
    project.run(["init"]);
    for file in [
        "compte-rendu.schema.json",
        "greffier.schema.json",
        "style.schema.json",
    ] {
        let kept = std::fs::read_to_string(Path::new(REPOSITORY).join(file))
            .unwrap()
            .replace("\r\n", "\n");
        assert!(project.read(file) == kept, "{file}");
    }
}
