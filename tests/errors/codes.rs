//! The codes of the answers, and the proposals: what `check --message-format json` tells of each case.
//!
//! `codes.tsv` holds a line for each case: its name and the codes that it is answered with, in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::{Read, Seek, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use greffier::diagnostic::{Diagnostic, Report, Severity, Source};
use greffier::toml_source::TomlFault;
use serde_json::Value;

use super::kinds;
use super::project::{CASES, Project, RECORD};
use super::{names_with_extension, of_every_file, project_of};

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors/codes.tsv");

/// Kinds that no case of this folder provokes, and why. Those of the print XHTML have their cases in `tests/document`.
const ELSEWHERE: &[(&str, &str)] = &[
    ("ecriture-impossible", "a disk that refuses: tests/archive"),
    ("lecture-impossible", "a disk that refuses: tests/archive"),
    (
        "fichier-change-entre-temps",
        "a save during a build: tests/archive",
    ),
    ("defaut-du-programme", "a fault on purpose: tests/archive"),
    (
        "compte-rendu-interne",
        "a record that goes to nobody: tests/editions",
    ),
    ("modele-sans-fin", "a template of 64 MiB: tests/commands"),
    ("dossier-refuse", "root may read all folders"),
    ("dossier-illisible", "only a damaged disk does that"),
    (
        "pdf-impossible",
        "only a font or a picture that changes during a build does that",
    ),
    (
        "valeur-illisible",
        "no type of ours asks for what the reader does not know",
    ),
];

/// A fault or a doubt as it is told to a program.
pub(crate) struct Told(Value);

impl Told {
    /// What a command tells of that project.
    fn of(project: &Project, command: &str) -> Vec<Self> {
        let output = project.run(&[command, "--message-format", "json"]);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let told = String::from_utf8(output.stdout).unwrap();
        let lines = told.lines().map(|line| serde_json::from_str(line).unwrap());
        let told = lines.filter(|line: &Value| line.get("code").is_some());
        told.map(Self).collect()
    }

    fn code(&self) -> &str {
        self.0["code"].as_str().unwrap()
    }

    /// Where it is told: two of one code at one place are one.
    fn place(&self) -> (String, Value) {
        (self.code().to_owned(), self.0["lieux"][0]["debut"].clone())
    }

    fn proposals(&self) -> &[Value] {
        self.0["propositions"].as_array().unwrap()
    }
}

/// Whether the list holds these codes for the case; `SNAPSHOTS=overwrite` writes them there.
pub(crate) fn compare(case: &str, project: &Project, command: &str) -> Result<(), String> {
    let told = Told::of(project, command);
    let codes: Vec<&str> = told.iter().map(Told::code).collect();
    let codes = codes.join(" ");
    if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        write(case, &codes);
        return Ok(());
    }
    match listed().get(case) {
        Some(expected) if *expected == codes => Ok(()),
        expected => Err(format!("{case}: {codes}, but codes.tsv has {expected:?}")),
    }
}

fn listed() -> BTreeMap<String, String> {
    lines(&std::fs::read_to_string(LIST).unwrap_or_default())
}

fn lines(text: &str) -> BTreeMap<String, String> {
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    pairs
        .map(|(case, codes)| (case.to_owned(), codes.to_owned()))
        .collect()
}

/// Puts a line in its place. Several tests may write at once, each in a process of its own.
fn write(case: &str, codes: &str) {
    let mut options = OpenOptions::new();
    let mut file = options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(LIST)
        .unwrap();
    file.lock().unwrap();
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    let mut lines = lines(&text);
    lines.insert(case.to_owned(), codes.to_owned());
    let text: String = lines
        .iter()
        .map(|(case, codes)| format!("{case}\t{codes}\n"))
        .collect();
    file.set_len(0).unwrap();
    file.rewind().unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

/// A code is a name of its own, in letters that every keyboard has, and means something.
#[test]
fn every_code_is_well_formed() {
    let mut seen = BTreeSet::new();
    for kind in kinds::all() {
        let is_name = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        assert!(kind.code.split('-').all(is_name), "{kind:?}");
        assert!(
            kind.meaning.ends_with('.') && kind.severity <= Severity::Doubt,
            "{kind:?}"
        );
        assert!(seen.insert(kind.code), "{} names two kinds", kind.code);
    }
}

#[test]
fn no_line_is_left_without_its_case() {
    let answers = names_with_extension("stderr");
    let lost: Vec<String> = listed()
        .into_keys()
        .filter(|case| !answers.contains(case))
        .collect();
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_kind_has_a_case() {
    let cases = listed();
    let provoked: BTreeSet<&str> = cases.values().flat_map(|codes| codes.split(' ')).collect();
    let elsewhere: BTreeSet<&str> = ELSEWHERE.iter().map(|(code, _)| *code).collect();
    let rooms = kinds::all()
        .into_iter()
        .filter(|room| room.room != "document");
    let wrong = rooms.filter(|kind| provoked.contains(kind.code) == elsewhere.contains(kind.code));
    let wrong: Vec<&str> = wrong.map(|kind| kind.code).collect();
    assert!(
        wrong.is_empty(),
        "give them a case, or say where they have one, and not both: {wrong:?}"
    );
}

/// Whatever is proposed, the fault is gone once it is done.
#[test]
fn every_proposal_heals() {
    let tried = AtomicUsize::new(0);
    of_every_file(|case| {
        let text = std::fs::read(format!("{CASES}/{case}.toml")).unwrap();
        let Ok(text) = String::from_utf8(text) else {
            return Ok(());
        };
        let mut faults = Vec::new();
        for told in Told::of(&project_of(case, &text), "check") {
            for proposal in told.proposals() {
                tried.fetch_add(1, Ordering::Relaxed);
                let healed = applied(&text, proposal);
                if healed == text {
                    faults.push(format!("{case}: {proposal} changes nothing"));
                }
                let left = Told::of(&project_of(case, &healed), "check");
                if left.iter().any(|other| other.place() == told.place()) {
                    faults.push(format!("{case}: {proposal} does not heal {}", told.0));
                }
            }
        }
        faults.is_empty().then_some(()).ok_or(faults.join("\n"))
    });
    let tried = tried.into_inner();
    assert!(tried > 100, "only {tried} proposals");
}

fn applied(text: &str, proposal: &Value) -> String {
    let range = &proposal["remplacer"];
    let (start, end) = (offset(text, &range["debut"]), offset(text, &range["fin"]));
    format!(
        "{}{}{}",
        &text[..start],
        proposal["par"].as_str().unwrap(),
        &text[end..]
    )
}

/// The byte of a place, counted as an editor does.
fn offset(text: &str, place: &Value) -> usize {
    let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
    let before: usize = text
        .split_inclusive('\n')
        .take(number("ligne") - 1)
        .map(str::len)
        .sum();
    let line = &text[before..];
    let column = line.char_indices().nth(number("colonne") - 1);
    before + column.map_or(line.len(), |(at, _)| at)
}

/// The places are those of the characters, not of the bytes, and tell the second of two.
#[test]
fn a_place_is_counted_in_characters() {
    let text =
        "date = 2017-02-07\nlieu = \"à Gao\" # é\nobjectif = \"é\\q\"\nlieux = \"à Mopti\"\n";
    let project = Project::new().with(RECORD, text);
    let told = Told::of(&project, "check");
    let of_key = told
        .iter()
        .find(|told| told.code() == "cle-inconnue")
        .unwrap();
    let expected = serde_json::json!({
        "type": "erreur",
        "code": "cle-inconnue",
        "fichier": RECORD,
        "ligne": 4,
        "message": "clé inconnue : `lieux`",
        "lieux": [{ "debut": { "ligne": 4, "colonne": 1 }, "fin": { "ligne": 4, "colonne": 6 }, "texte": "" }],
        "aide": ["vouliez-vous dire `lieu` ?"],
        "propositions": [{ "remplacer": { "debut": { "ligne": 4, "colonne": 1 }, "fin": { "ligne": 4, "colonne": 6 } }, "par": "lieu" }],
    });
    assert_eq!(of_key.0, expected);
    let of_bar = told
        .iter()
        .find(|told| told.code() == "barre-inverse")
        .unwrap();
    assert_eq!(
        of_bar.0["lieux"][0]["debut"],
        serde_json::json!({ "ligne": 3, "colonne": 14 })
    );
}

/// A change that would leave the text as it is, is told to nobody.
#[test]
fn no_proposal_changes_nothing() {
    let source = || Source {
        name: RECORD.into(),
        text: "lieu = \"à Gao\"\n".into(),
    };
    for (replacement, told) in [("lieu", 0), ("lieux", 1), ("", 1)] {
        let fault = Diagnostic::new(TomlFault::KeyForm, "clé")
            .at(0..4, "")
            .proposal(0..4, replacement)
            .correction(&(0..4), 0..4, replacement);
        let report = Report::new(source(), vec![fault]);
        let fault = &report.diagnostics[0];
        assert_eq!(fault.proposals.len(), told, "{replacement}");
        assert_eq!(fault.corrections().count(), told, "{replacement}");
    }
}
