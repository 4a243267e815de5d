//! What every command gives a terminal, a disk without room and a reader that goes away, whatever its arguments, the names of files and the
//! files themselves hold.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::os::unix::ffi::OsStringExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::common::Project;

/// Orders as anybody may type or paste them: C0 and C1 controls, of which U+001B and U+009B begin a sequence, and turns of direction.
const ORDERS: &str =
    "\u{1b}[31m\u{9b}31m\u{7}\u{8}\r\u{7f}\u{85}\u{90}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}";

/// Those of them that a file of TOML may hold.
const TURNS: &str = "\u{202e}\u{2066}\u{200f}";

fn is_order(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\t'))
        || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Commands, each of them at least once; `§` stands for orders, `¤` for a name that is no text at all.
const COMMANDS: &[&str] = &[
    "",
    "§",
    "--§",
    "-§",
    "¤",
    "build",
    "build --dry-run",
    "build --message-format json",
    "build --message-format §",
    "build --output §",
    "build --output ¤",
    "build --formats §",
    "build --edition §",
    "build --partition §",
    "build --today §",
    "build --jobs §",
    "build meetings/§.toml §",
    "build meetings/¤",
    "check",
    "check --strict",
    "check --message-format json",
    "check --fix --dry-run",
    "check --fix",
    "check --today §",
    "check § meetings/§.toml meetings/¤",
    "serve --port §",
    "serve --host §",
    "serve §",
    "send §",
    "send ¤",
    "send meetings/§",
    "send 2018-01-09",
    "send 2018-01-09 --dry-run --smtp",
    "send 2018-01-09 --smtp --yes",
    "send 2018-01-09 --today §",
    "send 2018-01-09 --smtp --timeout §",
    "publish",
    "publish --output §",
    "publish --output ¤",
    "publish --done",
    "publish §",
    "new",
    "new §",
    "new ¤",
    "new 2031-06-10",
    "init",
    "init §",
    "init ¤",
    "init meetings/§",
    "init --modeles",
    "init --modeles §",
    "init --§",
    "guide §",
    "guide ¤",
    "guide --output §",
    "guide --output ¤",
    "guide --output greffier.toml/§",
    "guide --print --output §",
    "schema §",
    "schema ¤",
    "schema compte-rendu §",
    "completions §",
    "completions bash §",
];

fn words(line: &str) -> Vec<OsString> {
    let words = line.split(' ').filter(|word| !word.is_empty());
    words
        .map(|word| {
            let (before, after) = word.split_once('¤').unwrap_or((word, ""));
            let mut bytes = before.replace('§', ORDERS).into_bytes();
            if word.contains('¤') {
                bytes.extend(b"\x9b31m\xff");
            }
            bytes.extend(after.as_bytes());
            OsString::from_vec(bytes)
        })
        .collect()
}

/// A folder whose name and files are full of orders.
fn hostile(settings: &str) -> Project {
    let record = |day: &str| {
        let orders = ORDERS.replace(['\u{1b}', '\u{7}', '\u{8}', '\r', '\u{7f}'], "");
        format!(
            "date = {day}\ntitre = \"T{orders}\\u001B[31m\"\nlieu = \"à {orders}Gao\"\n[[themes]]\ntitre = \"{orders}\"\n\
             [[themes.actions]]\ntexte = \"F{orders}\"\nresponsables = [\"R{orders}\"]\nstatut = \"{orders}\"\n\
             [cloture]\nannexes = [ {{ titre = \"A\", fichier = \"a{orders}.pdf\" }} ]\n"
        )
    };
    let folder = format!("projet{ORDERS}");
    Project::empty()
        .file(&format!("{folder}/greffier.toml"), settings)
        .file(
            &format!("{folder}/contacts.toml"),
            &format!("[[organisations]]\nnom = \"OIM\"\nadresses = [\"oim@example.org\"]\n[envoi]\nserveur = \"127.0.0.1\"\nport = 9\nsecurite = \"aucune\"\nexpediteur = \"a@example.org\"\nutilisateur = \"u{TURNS}\"\n"),
        )
        .file(&format!("{folder}/meetings/2017/2017-02-07.toml"), &record("2017-02-07"))
        .file(&format!("{folder}/meetings/2017/nom{ORDERS}.toml"), "date = 2017-03-07\n")
        .file(&format!("{folder}/meetings/2017/x{ORDERS}.toml.txt"), "")
        .file(
            &format!("{folder}/meetings/2018/2018-01-09.toml"),
            &format!("date = 2018-01-09\ntitre = \"T{TURNS}\"\nlieu = \"à {TURNS}Gao\"\n"),
        )
}

fn run_in(project: &Project, line: &str) -> (Option<i32>, [Vec<u8>; 2]) {
    let mut command = project
        .greffier([])
        .within(&format!("projet{ORDERS}"))
        .command();
    let output = command.args(words(line)).output().unwrap();
    (output.status.code(), [output.stdout, output.stderr])
}

#[track_caller]
fn holds_no_order(said: &[u8], line: &str) {
    let text = str::from_utf8(said).unwrap_or_else(|error| panic!("{line}: {error}"));
    let order = text.lines().find(|line| line.contains(is_order));
    assert_eq!(order, None, "greffier {line}");
}

/// A new command is led to these tests.
#[test]
fn every_command_is_tried() {
    let known = greffier::cli::arguments();
    let known = known.get_subcommands();
    let known: BTreeSet<String> = known.map(|one| one.get_name().to_owned()).collect();
    let first = |line: &&str| line.split(' ').next().unwrap_or_default().to_owned();
    let untried = |tried: &[&str]| -> Vec<String> {
        let tried: BTreeSet<String> = tried.iter().map(first).collect();
        known.difference(&tried).cloned().collect()
    };
    assert_eq!(untried(COMMANDS), [""; 0]);
    // It goes on until it is stopped; the others have nothing to tell.
    assert_eq!(untried(ANSWERS), ["serve"]);
    let silent = ["completions", "guide", "schema", "serve"];
    assert_eq!(untried(MESSAGES), silent);
}

#[test]
fn no_command_gives_a_terminal_orders() {
    let broken = format!("\"cle{}\" = 1\n", '\u{9b}');
    for settings in ["instance = \"Cluster\"\n", broken.as_str()] {
        let project = hostile(settings);
        let mut seen = 0;
        for line in COMMANDS {
            let (code, said) = run_in(&project, line);
            assert!(matches!(code, Some(0..=2)), "greffier {line}: {code:?}");
            for said in &said {
                holds_no_order(said, line);
                seen += String::from_utf8_lossy(said)
                    .matches(['\u{fffd}', '␛'])
                    .count();
            }
            assert!(
                said.iter().any(|said| !said.is_empty()),
                "greffier {line} says nothing"
            );
        }
        assert!(seen > 100, "{seen} signs are shown in another way");
    }
}

/// Nor does a server at work.
#[test]
fn a_server_gives_a_terminal_no_orders() {
    let project = hostile("instance = \"Cluster\"\n");
    let path = project.path("said");
    let said = File::create(&path).unwrap();
    let mut command = project
        .greffier([])
        .within(&format!("projet{ORDERS}"))
        .command();
    let command = command.args(words("serve --port 0"));
    let command = command.stdout(said.try_clone().unwrap()).stderr(said);
    let mut server = command.spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(30);
    let is_built =
        || String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains("dans output");
    while Instant::now() < until && !is_built() {
        std::thread::sleep(Duration::from_millis(50));
    }
    server.kill().unwrap();
    server.wait().unwrap();
    let said = std::fs::read(&path).unwrap();
    let text = String::from_utf8_lossy(&said);
    assert!(text.contains('\u{fffd}') && is_built(), "{text}");
    holds_no_order(&said, "serve");
}

/// On a terminal, who is asked for a password is named by a file. `script` lends one.
#[cfg(target_os = "linux")]
#[test]
fn a_question_holds_no_orders() {
    let project = hostile("instance = \"Cluster\"\n");
    let folder = project.path(&format!("projet{ORDERS}"));
    // No password is typed.
    project.write("typed", "\n\n");
    let typed = File::open(project.path("typed")).unwrap();
    let asked = format!(
        "{} send 2018-01-09 --smtp --yes",
        env!("CARGO_BIN_EXE_greffier")
    );
    let mut command = Command::new("timeout");
    command.args(["20", "script", "-qec", &asked, "/dev/null"]);
    let output = command.stdin(typed).current_dir(folder).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n");
    // A machine without `script` has no terminal to lend.
    if output.status.code() == Some(127) {
        return;
    }
    let asks = |line: &&str| line.contains("Mot de passe");
    let question = text.lines().find(asks).unwrap_or_else(|| panic!("{text}"));
    assert!(question.contains(" de u ("), "{question}");
    assert!(!question.contains(is_order), "{question:?}");
}

/// What ends well and has an answer.
const ANSWERS: &[&str] = &[
    "--help",
    "--version",
    "build --dry-run",
    "build --message-format json",
    "check --message-format json",
    "send 2026-03-17",
    "publish",
    "new 2031-06-10",
    "init",
    "init ailleurs",
    "init --modeles",
    "guide",
    "guide --print",
    "guide --output aide",
    "schema",
    "schema configuration",
    "schema contacts",
    "schema style",
    "schema minutes",
    "schema actions",
    "completions bash",
    "completions zsh",
];

/// What ends well and has something to tell beside its answer.
const MESSAGES: &[&str] = &[
    "",
    "build",
    "build --dry-run",
    "check",
    "send 2026-03-17",
    "publish",
    "publish --done",
    "new 2031-06-10",
    "init",
    "init ailleurs",
    "init --modeles",
];

/// A project that was built, and whose help is kept in itself.
fn built() -> Project {
    let project = Project::of_dates(&["2026-03-17"]);
    let run = project.run(["build", "--formats", "html", "--output", "output"]);
    assert_eq!(run.code, 0, "{}", run.text());
    project
}

fn command(project: &Project, line: &str) -> Command {
    let cache = project.path("cache").display().to_string();
    let greffier = project.greffier([]).env("XDG_CACHE_HOME", cache.clone());
    let mut command = greffier.env("LOCALAPPDATA", cache).command();
    command.args(words(line));
    command
}

#[cfg(target_os = "linux")]
#[test]
fn no_command_loses_an_answer_in_silence() {
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let built = built();
    for line in ANSWERS {
        let project = built.copy();
        let output = command(&project, line).stdout(full()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).replace('\u{a0}', " ");
        assert_eq!(
            (
                output.status.code(),
                said.lines().last().unwrap_or_default()
            ),
            (
                Some(2),
                "erreur : la réponse de la commande n’a pas pu être écrite : le disque est plein"
            ),
            "greffier {line}"
        );
    }
    for line in MESSAGES {
        let project = built.copy();
        let mut command = command(&project, line);
        let status = command
            .stdout(Stdio::null())
            .stderr(full())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(2), "greffier {line}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    let built = built();
    for line in ANSWERS.iter().chain(MESSAGES) {
        let output = command(&built.copy(), line).output().unwrap();
        let open = output.status.code();
        assert_eq!(open, Some(0), "greffier {line}");
        let output = command(&built.copy(), line)
            .stdout(closed())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), open, "greffier {line}: {said}");
        assert!(
            !said.contains("erreur\u{a0}:") && !said.contains("panicked"),
            "greffier {line}: {said}"
        );
        let project = built.copy();
        let mut silent = command(&project, line);
        let status = silent.stdout(closed()).stderr(closed()).status().unwrap();
        assert_eq!(status.code(), open, "greffier {line}");
    }
}
