//! Whole builds, with three formats and the site: of a record that hands changed, and beside what a build before left.

use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use greffier::archive::{Archive, BuildOptions, Follower, Format, Outcome, Project, Rendering};
use jiff::civil::date;
use tempfile::TempDir;

/// Sound records, one with each key of the format.
const SOUND: [&str; 4] = [
    include_str!("../../tests/shapes/all-keys/meetings/2026-09-15.toml"),
    include_str!("../../tests/shapes/council/meetings/2021-03-26.toml"),
    include_str!("../../tests/shapes/cluster/meetings/2016-03-02.toml"),
    include_str!("../../tests/shapes/convocation/meetings/2026-10-15.toml"),
];

/// What may stand for a value.
const VALUES: [&str; 32] = [
    "\"\"",
    "\" \"",
    "\"a\"",
    "''",
    "0",
    "-1",
    "1",
    "10000",
    "9223372036854775807",
    "1e400",
    "nan",
    "true",
    "[]",
    "[[]]",
    "{}",
    "[{}]",
    "[\"\"]",
    "1979-05-27",
    "0000-01-01",
    "9999-12-31",
    "00:00:00",
    "24:00",
    "\"9h30\"",
    "2026-02-29",
    "1979-05-27T07:32:00Z",
    "\"7/2/2017\"",
    "{ nom = \"\" }",
    "[ { nom = \"A\" }, { nom = \"A\" } ]",
    "{ texte = \"a\" }",
    "{ fichier = \"../a\" }",
    "\"unanimité\"",
    "\"\"\"\n\"\"\"",
];

/// What may be typed or pasted into a text, as a basic string takes it.
const TEXTS: [&str; 40] = [
    "<script>x</script>",
    "<!--",
    "]]>",
    "&#0;",
    "*",
    "**a",
    "_a_b_",
    "`",
    "[a](javascript:x)",
    "[a]: b",
    "http://e.org/<img>",
    "\\\\",
    "\\\\n",
    "\\t",
    "\\n",
    "\\n\\n",
    "\\r",
    "\\u0000",
    "\\u001B[31m",
    "\\u009B",
    "\\u0301",
    "\\u200B",
    "\\u202E",
    "\\u2066",
    "\\uFEFF",
    "\\uFFFF",
    "\\U0001F600",
    "字",
    "سلام",
    "Ǆ",
    "ﬁ",
    "=1+1",
    "@a",
    "- a\\n- b",
    "1. a\\n   1. b",
    "| a |\\n|---|\\n| b |",
    "> > a",
    "{{ titre }}",
    "{% raw %}",
    "+223 76 12 34 56, awa@example.org",
];

/// A sound record with changes that the bytes choose: its first names the record, then four each a change.
pub fn edited(data: &[u8]) -> String {
    let Some((base, changes)) = data.split_first() else {
        return String::new();
    };
    let mut lines: Vec<String> = SOUND[usize::from(*base) % SOUND.len()]
        .lines()
        .map(str::to_owned)
        .collect();
    for change in changes.chunks_exact(4).take(24) {
        let [what, place, other, more] =
            [change[0], change[1], change[2], change[3]].map(usize::from);
        if lines.is_empty() {
            break;
        }
        let at = place % lines.len();
        let another = other % lines.len();
        let value = lines[at]
            .split_once('=')
            .map(|(key, value)| (key.to_owned(), value.to_owned()));
        match what % 12 {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines.swap(at, another),
            3 => lines.insert(at, lines[another].clone()),
            4 => lines.truncate(at + 1),
            5 => (0..more).for_each(|_| lines.insert(at, lines[at].clone())),
            6 => {
                if let Some((key, _)) = value {
                    lines[at] = format!("{key}= {}", VALUES[other % VALUES.len()]);
                }
            }
            7 => {
                let theirs = lines[another]
                    .split_once('=')
                    .map(|(_, value)| value.to_owned());
                if let (Some((key, _)), Some(theirs)) = (value, theirs) {
                    lines[at] = format!("{key}={theirs}");
                }
            }
            8 => {
                let text = TEXTS[other % TEXTS.len()];
                let quotes: Vec<usize> = lines[at].match_indices('"').map(|(at, _)| at).collect();
                if let Some(quote) = quotes.get(more % quotes.len().max(1)) {
                    lines[at].insert_str(quote + 1, text);
                }
            }
            9 => {
                let text = TEXTS[other % TEXTS.len()].repeat(1 + more);
                lines[at] = lines[at].replacen('"', &format!("\"{text}"), 1);
            }
            10 => {
                let cut = more % (lines[at].len() + 1);
                if lines[at].is_char_boundary(cut) {
                    lines[at].truncate(cut);
                }
            }
            _ => {
                let sign = [
                    "\"", "[", "]", "{", "}", ",", "=", "#", "'", "\"\"\"", ".", "\u{a0}",
                ][other % 12];
                let cut = more % (lines[at].len() + 1);
                if lines[at].is_char_boundary(cut) {
                    lines[at].insert_str(cut, sign);
                }
            }
        }
    }
    lines.join("\n") + "\n"
}

/// Nobody watches; a template of the program's own always ends.
struct Alone;

impl Follower for Alone {
    fn planned(&self, _: usize) {}
    fn done(&self) {}
    fn stuck(&self, rendering: &Rendering) {
        panic!("{rendering:?} does not end");
    }
}

fn built(project: &Project, archive: &Archive, output: &Path) -> Outcome {
    let options = BuildOptions {
        output: output.to_owned(),
        formats: vec![Format::Html, Format::Markdown, Format::Pdf],
        force: false,
        dry_run: false,
        today: None,
        partition: None,
        holder: String::new(),
        patience: Duration::from_secs(60),
    };
    let built = archive.build(project, &options, &|_| true, &Alone);
    let outcome = built.unwrap_or_else(|error| panic!("{error}"));
    let said: String = outcome
        .reports
        .iter()
        .map(|report| report.render(false))
        .collect();
    assert!(!said.contains("le programme en défaut"), "{said}");
    let is_raw = |sign: char| sign.is_control() && sign != '\n';
    assert!(!said.contains(is_raw), "{said:?}");
    let is_faulty = outcome.faulty_records + outcome.without_pdf > 0;
    assert!(!is_faulty || !said.is_empty(), "nothing says what is wrong");
    outcome
}

fn written(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// A record that hands changed, beside a sound one that follows it: each has its pages or a report, and all is done the first time.
pub fn survives_edits(data: &[u8]) {
    let folder = TempDir::new().expect("a folder");
    let root = folder.path();
    written(
        root,
        "greffier.toml",
        "instance = \"Comité d’essai\"\nadresse_du_site = \"https://example.org/\"\n",
    );
    written(root, "meetings/2026/edited.toml", &edited(data));
    written(
        root,
        "meetings/2027/2027-01-12.toml",
        "date = 2027-01-12\n[[themes]]\ntitre = \"Suites\"\n[[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"M. Bah\"]\n",
    );
    let project = Project::open(root).expect("a sound project");
    let archive = Archive::discover(&project);
    let output = root.join("output");
    let outcome = built(&project, &archive, &output);
    let checked = archive.check(&project, date(2026, 12, 1), &|_| true, &Alone);
    for report in checked {
        let is_silent = report.diagnostics.is_empty();
        assert_eq!(report.render(false).is_empty(), is_silent);
    }
    assert_eq!(outcome.sound_records + outcome.faulty_records, 2);
    assert!(output.join("2027/2027-01-12/index.html").is_file());
    let is_made = output.join("2026/edited/index.html").is_file();
    assert_eq!(
        is_made,
        outcome.faulty_records == 0,
        "{:?}",
        outcome.reports
    );
    let again = built(&project, &archive, &output);
    assert!(again.written.is_empty(), "{:?}", again.written);
}

/// A small project, and what a build of it leaves in its memory.
struct Small {
    _folder: TempDir,
    project: Project,
    archive: Archive,
    manifest: Vec<u8>,
}

static SMALL: LazyLock<Small> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    written(
        folder.path(),
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\n",
    );
    let project = Project::open(folder.path()).expect("a sound project");
    let archive = Archive::discover(&project);
    let output = TempDir::new().expect("a folder");
    built(&project, &archive, output.path());
    let manifest = std::fs::read(output.path().join(".greffier/manifeste")).expect("a manifest");
    let body = &manifest[MANIFEST.len()..manifest.len() - SEAL];
    assert_eq!(
        manifest_of(body),
        manifest,
        "manifests have another form now: change MANIFEST"
    );
    Small {
        _folder: folder,
        project,
        archive,
        manifest,
    }
});

/// As `src/keeper/store` begins a manifest and what is noted beside it, which end in their checksums, and the checksum of a frame of the
/// journal.
const MANIFEST: &[u8] = b"greffier manifest 6\n";
const JOURNAL: &[u8] = b"greffier journal 5";

const CHANGES: &[u8] = b"greffier changes 1\n";

fn manifest_of(body: &[u8]) -> Vec<u8> {
    sealed(MANIFEST, body)
}

fn sealed(magic: &[u8], body: &[u8]) -> Vec<u8> {
    [magic, body, &blake3::hash(body).as_bytes()[..SEAL]].concat()
}

/// How many bytes of its hash seal a file.
const SEAL: usize = 16;

fn journal_of(body: &[u8]) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    for part in [JOURNAL, body] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let length = u32::try_from(body.len()).expect("short");
    [
        &length.to_le_bytes()[..],
        &hasher.finalize().as_bytes()[..16],
        body,
    ]
    .concat()
}

/// Whatever stands in the memory of the builds, under a sound checksum: nothing outside the output folder is touched, nothing of the
/// user's in it, and the pages are made.
pub fn survives_memory(data: &[u8]) {
    let Some((kind, body)) = data.split_first() else {
        return;
    };
    let small = &*SMALL;
    let seal = &small.manifest[small.manifest.len() - SEAL..];
    let (name, bytes) = match kind % 6 {
        0 => ("manifeste", manifest_of(body)),
        1 => ("journal", journal_of(body)),
        2 => ("manifeste", body.to_vec()),
        3 => ("journal", body.to_vec()),
        // Each entry says of which manifest it is.
        4 => ("changements", sealed(CHANGES, &[seal, body].concat())),
        _ => ("changements", body.to_vec()),
    };
    let folder = TempDir::new().expect("a folder");
    let output = folder.path().join("output");
    let own = ["garde", "output/garde.txt", "output/2026/garde.md"];
    for name in own {
        written(folder.path(), name, "à moi");
    }
    let store = output.join(".greffier");
    std::fs::create_dir_all(&store).expect("a folder");
    if name == "changements" {
        std::fs::write(store.join("manifeste"), &small.manifest).expect("a file");
    }
    std::fs::write(store.join(name), bytes).expect("a file");
    built(&small.project, &small.archive, &output);
    for name in own {
        let kept = std::fs::read_to_string(folder.path().join(name));
        assert_eq!(kept.ok().as_deref(), Some("à moi"), "{name} is lost");
    }
    assert!(output.join("2026/2026-03-17/index.html").is_file());
    let again = built(&small.project, &small.archive, &output);
    assert!(again.written.is_empty(), "{:?}", again.written);
}
