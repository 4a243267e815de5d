//! `greffier new`: what it says and writes of meetings that are not held, minutes that wait, places that are none, items without a theme.

use crate::common::Project;

use super::new::sound;

/// A series of these records, the new one of that day, and what `new` said.
fn new_after(records: &[(&str, String)], day: &str) -> (Project, String, String) {
    let project = records
        .iter()
        .fold(Project::empty(), |project, (day, keys)| {
            let record = format!("date = {day}\n{keys}");
            project.file(&format!("meetings/2026/{day}.toml"), &record)
        });
    let run = project.run(["new", day]);
    assert_eq!(run.code, 0, "{}", run.text());
    let path = format!("meetings/2026/{day}.toml");
    sound(&project, &path);
    let record = project.read(&path);
    (project, record, run.stderr)
}

/// A record that is there tells what day to ask for, and none is invented.
#[test]
fn a_record_that_is_there() {
    for (state, said) in [
        (
            "etat = \"annulée\"\n",
            "la réunion du 17 mars 2026 est annulée ; donnez la date de la suivante : greffier new AAAA-MM-JJ",
        ),
        (
            "etat = \"reportée\"\n",
            "la réunion du 17 mars 2026 est reportée sans que sa nouvelle date soit écrite ; donnez-la : greffier new AAAA-MM-JJ",
        ),
        (
            "etat = \"reportée\"\nreportee_au = 2026-04-01\n",
            "la réunion du 17 mars 2026 est reportée au 1er avril 2026 ; pour préparer celle-ci : greffier new 2026-04-01",
        ),
        ("etat = \"convocation\"\n", "existe déjà"),
        ("etat = \"projet\"\n", "existe déjà"),
        ("", "existe déjà"),
        ("x = \n", "existe déjà"),
    ] {
        let project = Project::empty()
            .file(
                "meetings/2026/2026-03-03.toml",
                "date = 2026-03-03\n[prochaine_reunion]\ndate = 2026-03-17\n",
            )
            .file(
                "meetings/2026/2026-03-17.toml",
                &format!("date = 2026-03-17\n{state}"),
            );
        let run = project.run(["new", "2026-03-17"]);
        assert_eq!(run.code, 2, "{}", run.text());
        let told = run.stderr.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(told.contains(said), "{said}\n{told}");
        assert!(!run.stderr.contains("2026-03-18"), "{}", run.text());
    }
}

/// All minutes that wait are approved, but those that fewer may read, that were approved, or that need no approval.
#[test]
fn all_minutes_that_wait_are_to_be_approved() {
    let keys = |keys: &str| keys.to_owned();
    let draft = || keys("etat = \"projet\"\n");
    for (records, line) in [
        (
            vec![("2026-01-06", draft())],
            "\napprobation = { reunion = \"2026/2026-01-06\" }   # s’il a changé",
        ),
        (
            vec![
                ("2026-01-06", draft()),
                ("2026-01-13", keys("etat = \"soumis\"\n")),
                ("2026-01-20", draft()),
            ],
            "\napprobation = { reunion = [ \"2026/2026-01-06\", \"2026/2026-01-13\", \"2026/2026-01-20\" ] }   # s’ils ont changé",
        ),
        (
            vec![("2026-01-06", draft()), ("2026-01-20", keys(""))],
            "\napprobation = { reunion = \"2026/2026-01-06\" }   # s’il a changé",
        ),
        (
            vec![
                ("2026-01-06", draft()),
                (
                    "2026-01-20",
                    keys("etat = \"projet\"\napprobation = { reunion = \"2026/2026-01-06\" }\n"),
                ),
            ],
            "\napprobation = { reunion = \"2026/2026-01-20\" }   # s’il a changé",
        ),
        (
            vec![
                (
                    "2026-01-06",
                    keys("etat = \"projet\"\nvisibilite = \"interne\"\n"),
                ),
                ("2026-01-13", keys("etat = \"convocation\"\n")),
                ("2026-01-20", draft()),
            ],
            "\napprobation = { reunion = \"2026/2026-01-20\" }   # s’il a changé",
        ),
        (
            vec![
                ("2026-01-06", keys("")),
                ("2026-01-20", keys("etat = \"approuvé\"\n")),
            ],
            "\n# approbation = { reunion = \"2026/2026-01-20\" }   # s’il a changé",
        ),
    ] {
        let (project, record, _) = new_after(&records, "2026-04-14");
        assert!(record.contains(line), "{line}\n{record}");
        let build = project.run(["build", "--formats", "md"]);
        assert_eq!(build.code, 0, "{}", build.text());
    }
}

/// Of very many the last are to be approved, and the others told.
#[test]
fn of_many_minutes_the_last_are_to_be_approved() {
    let many: Vec<(String, String)> = (1..=9)
        .map(|day| (format!("2026-01-0{day}"), "etat = \"projet\"\n".to_owned()))
        .collect();
    let many: Vec<(&str, String)> = many
        .iter()
        .map(|(day, keys)| (day.as_str(), keys.clone()))
        .collect();
    let (_, record, _) = new_after(&many, "2026-04-14");
    let approved = record.lines().find(|line| line.starts_with("approbation"));
    assert_eq!(approved.map(|line| line.matches("2026/").count()), Some(6));
    let older = "# Attendent aussi leur approbation : 2026/2026-01-01, 2026/2026-01-02 et 2026/2026-01-03\n";
    assert!(record.contains(older), "{record}");
}

/// What the latest meeting had and announces, the place and the host that the new record has, and whether it is said.
#[test]
fn a_place_that_is_one() {
    let usual =
        "lieu = \"à l’OIM\"\nroles = [ { role = \"Accueillie par\", organisation = \"OIM\" } ]\n";
    for (own, next, place, host) in [
        (usual, "", Some("à l’OIM"), None),
        (usual, "lieu = \"à Gao\"", Some("à Gao"), None),
        (
            usual,
            "lieu = \"à Gao\"\naccueil = \"ACTED\"",
            Some("à Gao"),
            Some("ACTED"),
        ),
        (usual, "accueil = \"ACTED\"", None, Some("ACTED")),
        (usual, "lieu = \"même lieu\"", Some("à l’OIM"), None),
        (usual, "lieu = \"Au même endroit.\"", Some("à l’OIM"), None),
        (
            usual,
            "lieu = \"Idem\"\naccueil = \"ACTED\"",
            Some("à l’OIM"),
            Some("ACTED"),
        ),
        (usual, "accueil = \"à confirmer\"", None, None),
        (
            usual,
            "lieu = \"lieu habituel\"\naccueil = \"idem\"",
            Some("à l’OIM"),
            Some("OIM"),
        ),
        (
            usual,
            "lieu = \"à la Maison de l’eau\"",
            Some("à la Maison de l’eau"),
            None,
        ),
        ("", "lieu = \"même lieu\"", None, None),
        ("lieu = \"idem\"\n", "", None, None),
    ] {
        let keys = format!(
            "{own}participants = [ {{ nom = \"Ali\" }} ]\n[prochaine_reunion]\ndate = 2026-04-14\n{next}\n"
        );
        let (_, record, said) = new_after(&[("2026-03-17", keys)], "2026-04-14");
        let read: toml::Table = record.parse().unwrap();
        let found = read.get("lieu").and_then(toml::Value::as_str);
        assert_eq!(found, place, "{own}{next}");
        let role = read.get("roles").and_then(|roles| roles.get(0));
        let found = role.and_then(|role| role["organisation"].as_str());
        assert_eq!(found, host, "{own}{next}");
        assert_eq!(said.contains("le lieu"), place.is_some(), "{next}: {said}");
    }
}

/// What is not known yet, or is left to be written, is not said to be taken over.
#[test]
fn what_is_to_be_written_is_not_taken_over() {
    let keys = "etat = \"projet\"\nlieu = \"…\"\npresidence = { nom = \"…\" }\nredaction = [ { role = \"Rédigé par\", nom = \"…\" } ]\nparticipants = [ { nom = \"…\", organisation = \"…\" } ]\n[prochaine_reunion]\ndate = 2026-04-14\n";
    for next in ["", "lieu = \"à confirmer\"\n"] {
        let (_, _, said) = new_after(&[("2026-03-17", format!("{keys}{next}"))], "2026-04-14");
        assert!(said.contains("ne contient rien à reprendre"), "{said}");
    }
}

/// The items of the agenda that get a theme.
#[test]
fn what_approval_and_follow_up_answer_has_no_theme() {
    let agenda = |items: &str| {
        format!("etat = \"projet\"\nordre_du_jour = [{items}]\n[[themes]]\ntitre = \"Puits\"\n")
    };
    let action = "actions = [ { id = \"x\", texte = \"Forer\" } ]\n";
    for (items, action, points) in [
        (
            "\"Approbation du compte rendu\", \"Suivi des actions\", \"Sécurité\", \"Divers\"",
            action,
            vec![3, 4],
        ),
        // Nothing is open: the item may be a theme.
        ("\"Suivi des actions\", \"Divers\"", "", vec![1, 2]),
        ("\"Sécurité\", \"Suivi des actions\"", action, vec![1]),
        ("\"Suivi des activités\", \"Divers\"", action, vec![1, 2]),
        (
            "\"Approbation du compte rendu\", \"Suivi des actions\"",
            action,
            vec![],
        ),
    ] {
        let records = [
            ("2026-02-17", agenda(items)),
            ("2026-03-17", format!("{}{action}", agenda(items))),
        ];
        let (_, record, _) = new_after(&records, "2026-04-14");
        let read: toml::Table = record.parse().unwrap();
        let themes = read.get("themes").and_then(toml::Value::as_array);
        let themes = themes.map(Vec::as_slice).unwrap_or_default();
        let found: Vec<i64> = themes
            .iter()
            .filter_map(|theme| theme["point"].as_integer())
            .collect();
        assert_eq!(found, points, "{items}\n{record}");
    }
}
