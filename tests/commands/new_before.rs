//! `greffier new` for a meeting that comes before others, and after records that tell of no day or cannot be read.

use crate::common::Project;

use super::new::sound;

const ACTION: &str = "[[themes]]\ntitre = \"T\"\nactions = [{ id = \"§\", texte = \"Faire §\", responsables = [\"PNUD\"] }]\n";

/// Meetings of the same form: each has a number, a place and an action point of its own.
fn series(days: &[(&str, &str)]) -> Project {
    let days = (1..).zip(days);
    days.fold(Project::empty(), |project, (number, (day, keys))| {
        let record = format!(
            "date = {day}\nnumero = {number}\nlieu = \"au lieu n° {number}\"\n{keys}{}",
            ACTION.replace('§', &format!("action-du-{day}"))
        );
        project.file(&format!("meetings/2026/{day}.toml"), &record)
    })
}

/// What a new record holds, and what it does not.
struct Case {
    series: &'static [(&'static str, &'static str)],
    day: &'static str,
    holds: &'static [&'static str],
    lacks: &'static [&'static str],
}

const CASES: &[Case] = &[
    // Before all: who and where, and nothing that is to come.
    Case {
        series: &[("2026-03-17", "")],
        day: "2026-02-03",
        holds: &[
            "etat = \"projet\" ",
            "lieu = \"au lieu n° 1\"",
            "\n# numero",
        ],
        lacks: &["suivi", "approbation", "Le compte rendu du"],
    },
    // Between two: from the one before, whose number is not given twice.
    Case {
        series: &[("2026-01-13", "etat = \"projet\"\n"), ("2026-03-17", "")],
        day: "2026-02-03",
        holds: &[
            "etat = \"projet\" ",
            "lieu = \"au lieu n° 1\"",
            "\napprobation = { reunion = \"2026/2026-01-13\" }",
            "action = \"action-du-2026-01-13\"",
            "\n# numero",
        ],
        lacks: &["2026-03-17"],
    },
    // The minutes that a later meeting approved wait for no other approval.
    Case {
        series: &[
            ("2026-01-13", ""),
            (
                "2026-03-17",
                "approbation = { reunion = \"2026/2026-01-13\" }\n",
            ),
        ],
        day: "2026-02-03",
        holds: &["\n# approbation = { reunion = \"2026/2026-01-13\" }"],
        lacks: &["2026-03-17"],
    },
    // What a later meeting closed was open then.
    Case {
        series: &[
            ("2026-01-13", ""),
            (
                "2026-03-17",
                "suivi = [{ action = \"action-du-2026-01-13\", statut = \"fait\" }]\n",
            ),
        ],
        day: "2026-02-03",
        holds: &["action = \"action-du-2026-01-13\""],
        lacks: &["2026-03-17"],
    },
    // A convocation tells of no meeting that was held since.
    Case {
        series: &[
            ("2026-01-13", ""),
            ("2026-03-17", "etat = \"convocation\"\n"),
        ],
        day: "2026-02-03",
        holds: &["etat = \"convocation\" ", "lieu = \"au lieu n° 1\""],
        lacks: &["2026-03-17"],
    },
    // After all: as ever.
    Case {
        series: &[("2026-01-13", ""), ("2026-03-17", "")],
        day: "2026-04-14",
        holds: &[
            "etat = \"convocation\" ",
            "\nnumero = 3\n",
            "lieu = \"au lieu n° 2\"",
            "action = \"action-du-2026-01-13\"",
            "action = \"action-du-2026-03-17\"",
        ],
        lacks: &[],
    },
    // The number of a meeting that is convened is taken, unless another body gave it.
    Case {
        series: &[
            ("2026-01-13", ""),
            ("2026-03-17", "etat = \"convocation\"\n"),
        ],
        day: "2026-04-14",
        holds: &["\nnumero = 3\n", "lieu = \"au lieu n° 1\""],
        lacks: &[],
    },
    Case {
        series: &[
            ("2026-01-13", ""),
            (
                "2026-03-17",
                "etat = \"convocation\"\ninstance = \"Bureau\"\n",
            ),
        ],
        day: "2026-04-14",
        holds: &["\nnumero = 2\n"],
        lacks: &[],
    },
    Case {
        series: &[("2026-01-13", ""), ("2026-03-17", "etat = \"annulée\"\n")],
        day: "2026-04-14",
        holds: &["\nnumero = 2\n"],
        lacks: &[],
    },
];

#[test]
fn a_meeting_takes_over_from_those_before_it() {
    for Case {
        series: meetings,
        day,
        holds,
        lacks,
    } in CASES
    {
        let project = series(meetings);
        let run = project.run(["new", day]);
        assert_eq!(run.code, 0, "{}", run.text());
        let path = format!("meetings/2026/{day}.toml");
        let record = project.read(&path);
        for part in *holds {
            assert!(record.contains(part), "{day}: {part}\n{record}");
        }
        for part in *lacks {
            assert!(!record.contains(part), "{day}: {part}\n{record}");
        }
        sound(&project, &path);
        let all = project.run(["check"]);
        assert_eq!(all.code, 0, "{}", all.text());
    }
}

/// A meeting of the same day is taken over from where it announces the new one for a later hour.
#[test]
fn two_meetings_of_one_day() {
    let table = [
        ("debut = \"14h\"\n", true),
        ("debut = \"8h\"\n", false),
        ("", false),
    ];
    for (start, is_after) in table {
        let record = format!(
            "date = 2026-03-17\ndebut = \"9h\"\nlieu = \"à Gao\"\n{}[prochaine_reunion]\ndate = 2026-03-17\n{start}",
            ACTION.replace('§', "matin")
        );
        let project = Project::empty().file("meetings/2026/matin.toml", &record);
        let run = project.run(["new"]);
        let new = "meetings/2026/2026-03-17.toml";
        assert_eq!(run.stdout.trim(), new, "{}", run.text());
        assert_eq!(project.read(new).contains("[[suivi]]"), is_after, "{start}");
        sound(&project, new);
    }
}

/// One that was held that day is taken over from; what it took is earlier once the new record tells a later hour.
#[test]
fn a_second_meeting_of_a_day() {
    let earlier = format!(
        "date = 2026-02-10\ndebut = 10:00:00\nnumero = 1\nlieu = \"à Mopti\"\n{}",
        ACTION.replace('§', "fevrier")
    );
    let closes = "suivi = [{ action = \"fevrier\", statut = \"fait\" }]\n";
    for (keys, holds, lacks) in [
        (
            "debut = 09:00:00\n",
            vec!["\nnumero = 3\n", "\n# debut", "à Gao", "\"fevrier\""],
            "\"matin\"",
        ),
        (
            "",
            vec!["\nnumero = 3\n", "\n# debut", "à Gao"],
            "\"matin\"",
        ),
        (closes, vec!["à Gao"], "[[suivi]]"),
        (
            "etat = \"annulée\"\n",
            vec!["\ndebut = 10:00:00", "à Mopti"],
            "à Gao",
        ),
    ] {
        let morning = format!(
            "date = 2026-03-17\nnumero = 2\nlieu = \"à Gao\"\n{keys}{}",
            ACTION.replace('§', "matin")
        );
        let project = Project::empty()
            .file("meetings/2026/2026-02-10.toml", &earlier)
            .file("meetings/2026/2026-03-17-matin.toml", &morning);
        let run = project.run(["new", "2026-03-17"]);
        assert_eq!(run.code, 0, "{}", run.text());
        let path = "meetings/2026/2026-03-17.toml";
        let record = project.read(path);
        for part in holds {
            assert!(record.contains(part), "{keys}: {part}\n{record}");
        }
        assert!(!record.contains(lacks), "{keys}: {lacks}\n{record}");
        sound(&project, path);
        let all = project.run(["check"]);
        assert_eq!(all.code, 0, "{}", all.text());
    }
}

/// A day that does not come after the meeting that announces it is a slip.
#[test]
fn a_day_announced_too_early() {
    let announces = |day: &str| format!("date = 2026-03-17\n[prochaine_reunion]\ndate = {day}\n");
    for day in ["2026-03-10", "2025-04-14"] {
        let project = Project::empty().file("meetings/a.toml", &announces(day));
        let run = project.run(["new"]);
        assert_eq!(run.code, 2, "{}", run.text());
        assert!(
            run.stderr.contains("meetings/a.toml annonce"),
            "{}",
            run.text()
        );
        assert_eq!(project.files("meetings"), ["a.toml"]);
        let given = project.run(["new", "2026-04-14"]);
        assert_eq!(given.code, 0, "{}", given.text());
    }
}

/// What could not be read is said, whatever was taken over.
#[test]
fn what_is_not_read_is_said() {
    const BROKEN: &str = "date = 2026-03-17\nx = \n";
    let table: [(&[(&str, &str)], &str); 4] = [
        (
            &[("2026-03-17.toml", BROKEN)],
            "Un compte rendu n’a pas été lu",
        ),
        (
            &[("2026-02-10.toml", BROKEN), ("2026-03-17.toml", BROKEN)],
            "2 comptes rendus n’ont pas été lus",
        ),
        (
            &[
                ("2026-02-10.toml", "date = 2026-02-10\n"),
                ("2026-03-17.toml", BROKEN),
            ],
            "rien à reprendre. Un compte rendu n’a pas été lu",
        ),
        (
            &[("2026-03-17.toml.txt", "date = 2026-03-17\n")],
            "Un compte rendu n’a pas été lu",
        ),
    ];
    for (records, said) in table {
        let project = records
            .iter()
            .fold(Project::empty(), |project, (name, text)| {
                project.file(&format!("meetings/2026/{name}"), text)
            });
        let run = project.run(["new", "2026-04-14"]);
        assert_eq!(run.code, 0, "{}", run.text());
        assert!(run.stderr.contains(said), "{said}\n{}", run.text());
    }
}
