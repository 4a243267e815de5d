//! What goes out after several meetings, in one go.

use super::{CONTACTS, MARCH, Project, sent, series};

const FOLDERS: [&str; 2] = ["2026-03-17", "2026-04-14"];

#[test]
fn a_folder_means_all_its_meetings() {
    for named in [
        ["send", "meetings/2026", "meetings/2026"],
        ["send", "2026-04-14", "2026-03-17"],
        ["send", "meetings", "2026/2026-03-17"],
    ] {
        let project = series();
        let run = project.run(named);
        assert_eq!(run.code, 0, "{}", run.text());
        for folder in FOLDERS {
            let alone = sent(series(), folder);
            for file in alone.files(&format!("circulation/{folder}")) {
                let path = format!("circulation/{folder}/{file}");
                // An owner is reminded once, of all that is open, with the latest meeting.
                match file.contains("par-responsable") && folder != "2026-04-14" {
                    true => assert!(!project.path(&path).exists(), "{path}"),
                    false => assert!(project.bytes(&path) == alone.bytes(&path), "{path}"),
                }
            }
        }
        let paths = run
            .stdout
            .lines()
            .filter(|line| line.ends_with("message.eml"));
        assert_eq!(paths.count(), 2, "{}", run.text());
        assert_eq!(run.stderr.matches("Rien n’est envoyé").count(), 1);
    }
}

#[test]
fn one_that_is_refused_costs_no_other() {
    let project = series().file(
        "meetings/2026/2026-02-10.toml",
        "date = 2026-02-10\nvisibilite = \"interne\"\n",
    );
    let run = project.run(["send", "meetings"]);
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(run.stderr.contains("interne"), "{}", run.text());
    for folder in FOLDERS {
        assert!(
            project
                .path(&format!("circulation/{folder}/message.eml"))
                .exists()
        );
    }
    assert!(!project.path("circulation/2026-02-10").exists());
}

/// A slip of the hand must not write to everybody about ten years of meetings.
#[test]
fn a_server_has_the_messages_of_one_meeting() {
    let contacts = format!(
        "{CONTACTS}\n[envoi]\nserveur = \"127.0.0.1\"\nsecurite = \"aucune\"\nexpediteur = \"greffe@example.org\"\n"
    );
    let project = series().file("contacts.toml", &contacts);
    let run = project.run(["send", "meetings/2026", "--smtp", "--yes"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("une seule réunion"), "{}", run.text());
    assert!(!project.path("circulation").exists());
}

#[test]
fn a_folder_without_a_record_is_told() {
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", MARCH)
        .folder("meetings/2027");
    let run = project.run(["send", "meetings/2027"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("aucune réunion ne répond"),
        "{}",
        run.text()
    );
}

/// Many owners without an address fill no terminal, however long their names are.
#[test]
fn many_owners_without_an_address_are_named_in_part() {
    let told = |owners: usize, name: &str| {
        let actions: String = (0..owners)
            .map(|number| {
                format!(
                    "[[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"{name} {number:04}\"]\n"
                )
            })
            .collect();
        let record = format!("date = 2026-05-12\n[[themes]]\ntitre = \"Route\"\n{actions}");
        let project = series().file("meetings/2026/2026-05-12.toml", &record);
        let run = project.run(["send", "2026-05-12"]);
        assert_eq!(run.code, 0, "{}", run.text());
        let lines = run.stderr.lines();
        let mut lines = lines.filter(|line| line.starts_with("Sans adresse"));
        lines.next().unwrap_or_default().to_owned()
    };
    let few = told(3, "ONG");
    assert!(
        few.contains("ONG 0000, ONG 0001") && !few.contains("autres"),
        "{few}"
    );
    let many = told(120, "ONG");
    assert!(many.contains("ONG 0017, ONG 0018 et 101"), "{many}");
    assert!(many.ends_with("autres."), "{many}");
    let long = told(60, &"Très longue organisation ".repeat(40));
    assert!(long.len() < 6_000, "{} bytes", long.len());
}
