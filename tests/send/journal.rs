//! `envois.txt`: what was sent stays known, whatever becomes of the record, of its folder and of that file.

use std::fs;

use super::Project;
use super::outbox::{PLAIN, post, usual, with_server};
use super::server::Server;

const FOLDER: &str = "circulation/2026-04-14";
const JOURNAL: &str = "circulation/2026-04-14/envois.txt";
const COUNT: &str = "circulation/2026-04-14/.envois";
const RECORD: &str = "meetings/2026/2026-04-14.toml";
const RENAMED: &str = "meetings/2026/2026-04-14-ordinaire.toml";
/// How many messages the first run sends.
const ALL: usize = 6;

/// What becomes of a project after the first run.
type Change = fn(&Project);

/// The project and its server after six messages went out, and then that.
fn sent_then(change: Change) -> (Project, Server) {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    let run = post(&project);
    assert_eq!((run.code, server.taken().len()), (0, ALL), "{}", run.text());
    change(&project);
    (project, server)
}

fn another_ends_alike(project: &Project) {
    project.write("meetings/bureau/2026-04-14.toml", "date = 2025-05-14\n");
}

fn is_renamed(project: &Project) {
    fs::rename(project.path(RECORD), project.path(RENAMED)).unwrap();
}

/// As a program of before left it.
fn is_of_before(project: &Project) {
    let text = project.read(JOURNAL);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let lines: String = lines.map(|line| format!("{line}\n")).collect();
    project.write(JOURNAL, &lines);
    fs::remove_file(project.path(COUNT)).unwrap();
}

fn saved_as(project: &Project, bytes: impl Fn(&str) -> Vec<u8>) {
    let text = project.read(JOURNAL);
    fs::write(project.path(JOURNAL), bytes(&text)).unwrap();
}

fn moved_to(project: &Project, name: &str) {
    let other = project.path(&format!("{FOLDER}/{name}"));
    fs::rename(project.path(JOURNAL), other).unwrap();
}

/// What is known all the same, with the meeting as it is named then, and the exit code: a renamed record makes another message.
const KNOWN: [(&str, &str, i32, Change); 11] = [
    ("nothing", "2026/2026-04-14", 0, |_| {}),
    ("alike", "2026/2026-04-14", 0, another_ends_alike),
    ("renamed", "2026/2026-04-14-ordinaire", 1, is_renamed),
    ("before", "2026/2026-04-14", 0, is_of_before),
    ("before, alike", "2026/2026-04-14", 0, |project| {
        is_of_before(project);
        another_ends_alike(project);
    }),
    (
        "before, renamed",
        "2026/2026-04-14-ordinaire",
        1,
        |project| {
            is_of_before(project);
            is_renamed(project);
        },
    ),
    ("Unicode", "2026/2026-04-14", 0, |project| {
        saved_as(project, |text| {
            let text = format!("\u{feff}{text}");
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        });
    }),
    ("tabs", "2026/2026-04-14", 0, |project| {
        saved_as(project, |text| text.replace(' ', "\t").into_bytes());
    }),
    ("cut off", "2026/2026-04-14", 0, |project| {
        saved_as(project, |text| {
            format!("{text}2026-04-15 09:30 départ a").into_bytes()
        });
    }),
    ("two endings", "2026/2026-04-14", 0, |project| {
        moved_to(project, "envois.txt.txt");
    }),
    ("a copy", "2026/2026-04-14", 0, |project| {
        moved_to(project, "envois (1).txt");
    }),
];

#[test]
fn what_was_sent_stays_known() {
    for (case, meeting, code, change) in KNOWN {
        let (project, server) = sent_then(change);
        for option in ["--dry-run", "--yes", "--yes"] {
            let run = project.run(["send", meeting, "--smtp", option]);
            let expected = if option == "--dry-run" { 0 } else { code };
            assert_eq!(run.code, expected, "{case}: {}", run.text());
            assert_eq!(server.taken().len(), ALL, "{case}: {}", run.text());
            assert!(!run.stdout.contains(" → "), "{case}: {}", run.text());
        }
    }
}

/// What cannot be read or is lost, of which `--again` makes a beginning.
const LOST: [(&str, &str, Change); 6] = [
    ("deleted", "il manque 6 envois dans", |project| {
        fs::remove_file(project.path(JOURNAL)).unwrap();
    }),
    ("emptied", "il manque 6 envois dans", |project| {
        saved_as(project, |_| Vec::new());
    }),
    ("half of it", "il manque 3 envois dans", |project| {
        saved_as(project, |text| {
            let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
            // Its head, then two lines for each message.
            lines[..7].join("\n").into_bytes()
        });
    }),
    ("a power cut", "la ligne", |project| {
        saved_as(project, |text| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[text.len() / 2..].fill(0);
            bytes
        });
    }),
    ("two codes", "n’est pas lisible", |project| {
        saved_as(project, |text| {
            let text = format!("\u{feff}{text}");
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
            let mut bytes: Vec<u8> = wide.collect();
            bytes.extend(b"\n2026-04-15 09:30 parti a@example.org message.eml projet:1\n");
            bytes
        });
    }),
    ("a table", "n’est pas lisible", |project| {
        saved_as(project, |text| text.replace(' ', ";").into_bytes());
    }),
];

#[test]
fn what_is_lost_is_told_and_nothing_is_sent() {
    for (case, said, change) in LOST {
        let (project, server) = sent_then(change);
        for option in ["--dry-run", "--yes", "--yes"] {
            let run = project.run(["send", "2026-04-14", "--smtp", option]);
            assert_eq!(run.code, 2, "{case}: {}", run.text());
            let text = super::plain_spaces(&run.stderr);
            assert!(text.contains(said), "{case}: {text}");
            assert!(text.contains("--again"), "{case}: {text}");
            assert_eq!(server.taken().len(), ALL, "{case}: {text}");
        }
        let again = ["send", "2026-04-14", "--smtp", "--yes", "--again"];
        let run = project.run(again);
        assert_eq!(run.code, 0, "{case}: {}", run.text());
        let taken = server.taken().len();
        assert!((ALL..=2 * ALL).contains(&taken), "{case}: {taken}");
        let run = project.run(["send", "2026-04-14", "--smtp", "--yes"]);
        assert_eq!(run.code, 0, "{case}: {}", run.text());
        assert_eq!(server.taken().len(), taken, "{case}");
    }
}

#[test]
fn a_folder_is_no_journal() {
    let (project, server) = sent_then(|project| {
        fs::remove_file(project.path(JOURNAL)).unwrap();
        fs::create_dir(project.path(JOURNAL)).unwrap();
    });
    for option in ["--dry-run", "--yes"] {
        let run = project.run(["send", "2026-04-14", "--smtp", option]);
        assert_eq!(run.code, 2, "{}", run.text());
        assert_eq!(server.taken().len(), ALL, "{}", run.text());
    }
}

/// Another meeting has its messages: one whose address ends alike, a new one of another day, one begun anew after a trial.
#[test]
fn what_was_not_sent_goes_out() {
    // The code is 1 where an owner had another reminder of that day or a later one.
    let cases: [(&str, &str, i32, Change); 5] = [
        ("alike", "bureau/2026-04-14", 0, another_ends_alike),
        ("before, alike", "bureau/2026-04-14", 0, |project| {
            is_of_before(project);
            another_ends_alike(project);
        }),
        ("deleted", "2026/2026-04-07", 1, |project| {
            fs::remove_file(project.path(RECORD)).unwrap();
            project.write("meetings/2026/2026-04-07.toml", "date = 2026-04-07\n");
        }),
        ("two of that day", "2026/2026-04-14-soir", 1, |project| {
            fs::remove_file(project.path(RECORD)).unwrap();
            for part in ["matin", "soir"] {
                let record = format!("meetings/2026/2026-04-14-{part}.toml");
                project.write(&record, "date = 2026-04-14\n");
            }
        }),
        ("a trial", "2026/2026-04-14", 0, |project| {
            fs::remove_dir_all(project.path(FOLDER)).unwrap();
        }),
    ];
    for (case, meeting, code, change) in cases {
        let (project, server) = sent_then(change);
        let run = project.run(["send", meeting, "--smtp", "--yes"]);
        assert_eq!(run.code, code, "{case}: {}", run.text());
        assert!(server.taken().len() > ALL + 2, "{case}: {}", run.text());
    }
}

/// The journal of before is kept where the meeting has its messages now: the folder of before may go.
#[test]
fn what_was_noted_elsewhere_is_noted_here() {
    let (project, server) = sent_then(another_ends_alike);
    let send = ["send", "2026/2026-04-14", "--smtp", "--yes"];
    let run = project.run(send);
    assert!(run.stderr.contains("compte aussi"), "{}", run.text());
    let run = project.run(send);
    assert!(!run.stderr.contains("compte aussi"), "{}", run.text());
    fs::remove_dir_all(project.path(FOLDER)).unwrap();
    assert_eq!(project.run(send).code, 0);
    assert_eq!(server.taken().len(), ALL);
    // Nor is anything lost where it has its first folder again.
    fs::remove_file(project.path("meetings/bureau/2026-04-14.toml")).unwrap();
    assert_eq!(post(&project).code, 0);
    assert_eq!(server.taken().len(), ALL);
}

/// A reminder is of the whole series: the message of another meeting brings none again.
#[test]
fn a_reminder_is_not_sent_after_another_meeting_again() {
    let (project, server) = sent_then(|_| {});
    let run = project.run(["send", "2026-03-17", "--smtp", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert_eq!(server.taken().len(), ALL + 3, "{}", run.text());
}

/// An owner who is called otherwise since has no reminder twice.
#[test]
fn an_owner_that_is_renamed_is_reminded_once() {
    const AWA: &str = "nom = \"Mme Awa Sow\"";
    for (before, now, file) in [
        (
            "nom = \"ACTED\"",
            "nom = \"Agence des secours\"\nautres_noms = [\"ACTED\"]",
            "agence-des-secours",
        ),
        (AWA, "nom = \"Awa Sow\"", "awa-sow"),
        (
            AWA,
            "nom = \"Awa N’Diaye\"\nautres_noms = [\"Awa Sow\"]",
            "awa-n-diaye",
        ),
    ] {
        let (project, server) = sent_then(|_| {});
        let contacts = project.read("contacts.toml").replace(before, now);
        project.write("contacts.toml", &contacts);
        let send = ["send", "2026-04-14", "--smtp", "--yes"];
        let run = project.run(send);
        assert_eq!(run.code, 1, "{}", run.text());
        let file = format!("par-responsable/{file}.eml");
        assert!(run.stderr.contains(&file), "{file}: {}", run.text());
        assert_eq!(server.taken().len(), ALL, "{file}: {}", run.text());
    }
}
