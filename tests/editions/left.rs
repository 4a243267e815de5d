//! What an earlier build or `send` left for some alone, and that nothing follows any more: it is told, and never mixed with what is for all.

use std::collections::BTreeSet;
use std::fs;

use super::{EDITIONS, SETTINGS, holding, run};
use crate::common::Project;

const PUBLIC: &str = "meetings/2026/2026-03-17.toml";
const SHOWN: &str = "meetings/2026/2026-04-14.toml";

fn series() -> Project {
    Project::empty()
        .file("greffier.toml", &format!("{SETTINGS}{EDITIONS}"))
        .file(PUBLIC, "date = 2026-03-17\n")
        .file(SHOWN, "date = 2026-04-14\ntitre = \"Zorglub\"\n")
}

/// The folders of editions of before that a build tells.
fn told(project: &Project) -> BTreeSet<String> {
    let said = project.run(["build", "--message-format", "json"]);
    assert_eq!(said.code, 0, "{}", said.text());
    let lines = said.stdout.lines().map(serde_json::from_str);
    let lines = lines.map(|line| line.unwrap());
    let orphans = lines.filter(|line: &serde_json::Value| line["etat"] == "orphelin");
    orphans
        .map(|line| line["chemin"].as_str().unwrap().replace('\\', "/"))
        .collect()
}

/// As long as they stand, whoever builds hears of the editions that are not made there any more.
#[test]
fn an_edition_that_is_not_asked_for_any_more_is_told() {
    let (members, internal) = ("circulation/membres", "circulation/interne");
    let cases: [(&str, &[&str]); 5] = [
        (EDITIONS, &[]),
        ("[editions]\nconstruire = [\"membres\"]\n", &[internal]),
        ("[editions]\nconstruire = []\n", &[members, internal]),
        ("", &[members, internal]),
        (
            "[editions]\nconstruire = [\"membres\", \"interne\"]\ndossier = \"lecture\"\n",
            &[members, internal],
        ),
    ];
    for (settings, expected) in cases {
        let project = series();
        run(&project, ["build"]);
        project.write("greffier.toml", &format!("{SETTINGS}{settings}"));
        // It shows what the records say, as one that is made by hand does.
        assert_eq!(told(&project), BTreeSet::new(), "{settings}");
        project.write(PUBLIC, "date = 2026-03-17\ntitre = \"Gao\"\n");
        let expected = expected.iter().map(|folder| (*folder).to_owned());
        let expected: BTreeSet<String> = expected.collect();
        for _ in 0..2 {
            assert_eq!(told(&project), expected, "{settings}");
        }
        let said = run(&project, ["build"]).replace('\\', "/");
        for folder in &expected {
            let warning = format!("avis : {folder} garde une édition d’avant");
            assert!(said.contains(&warning), "{said}");
            // Who builds one edition alone asks for nothing else.
            let of_some = run(&project, ["build", PUBLIC]);
            let alone = run(&project, ["build", "--edition", "publique"]);
            for said in [of_some, alone] {
                assert!(!said.contains("garde une édition"), "{said}");
            }
            fs::remove_dir_all(project.path(folder)).unwrap();
        }
        assert_eq!(told(&project), BTreeSet::new(), "{settings}");
    }
}

/// A folder of the user’s that has the name of an edition is none.
#[test]
fn a_folder_of_the_user_is_no_edition_of_before() {
    let project = series()
        .file("greffier.toml", SETTINGS)
        .file("circulation/interne/notes.txt", "À moi.");
    run(&project, ["build"]);
    assert_eq!(told(&project), BTreeSet::new());
}

/// Whoever makes an edition by hand makes it again by hand: it is told where a record has changed since.
#[test]
fn an_edition_that_is_made_by_hand_is_none_of_before() {
    let project = series().file("greffier.toml", SETTINGS);
    run(&project, ["build", "--edition", "membres"]);
    assert_eq!(told(&project), BTreeSet::new());
    fs::remove_file(project.path(SHOWN)).unwrap();
    let left = BTreeSet::from(["circulation/membres".to_owned()]);
    assert_eq!(told(&project), left);
    run(&project, ["build", "--edition", "membres"]);
    assert_eq!(told(&project), BTreeSet::new());
}

/// Where another address ends as that of a record does by now, its folder of before is no other record's.
#[test]
fn a_record_that_is_named_by_its_whole_address_since_is_not_gone() {
    let project = series();
    run(&project, ["send", "2026-04-14"]);
    project.write("meetings/2025/2026-04-14.toml", "date = 2025-04-14\n");
    let said = run(&project, ["send", "2026-03-17"]);
    assert!(!said.contains("ne l’envoyez pas"), "{said}");
}

/// What was ready to go out stays after its record is hidden, renamed or deleted: it is told until it is gone.
#[test]
fn messages_of_a_record_that_goes_out_no_more_are_told() {
    let hide = |project: &Project| {
        let text = project.read(SHOWN);
        project.write(SHOWN, &format!("visibilite = \"interne\"\n{text}"));
    };
    let rename = |project: &Project| {
        let other = project.path("meetings/2026/avril.toml");
        fs::rename(project.path(SHOWN), other).unwrap();
    };
    let delete = |project: &Project| fs::remove_file(project.path(SHOWN)).unwrap();
    type Change<'a> = &'a dyn Fn(&Project);
    let cases: [(Change<'_>, &str); 3] = [
        (&hide, "d’un compte rendu qui est interne maintenant"),
        (&rename, "d’un compte rendu supprimé ou renommé depuis"),
        (&delete, "d’un compte rendu supprimé ou renommé depuis"),
    ];
    let folder = "circulation/2026-04-14";
    for (change, why) in cases {
        let project = series();
        run(&project, ["send", "2026-04-14"]);
        let before = run(&project, ["send", "2026-03-17"]);
        assert!(!before.contains("ne l’envoyez pas"), "{before}");
        change(&project);
        let warning = format!("avis : {folder} garde le message {why} : ne l’envoyez pas");
        for _ in 0..2 {
            let said = run(&project, ["send", "2026-03-17"]).replace('\\', "/");
            assert!(said.contains(&warning), "{said}");
        }
        assert!(!holding(&project, folder, "zorglub").is_empty());
        fs::remove_dir_all(project.path(folder)).unwrap();
        let after = run(&project, ["send", "2026-03-17"]);
        assert!(!after.contains("ne l’envoyez pas"), "{after}");
    }
}

/// Whoever asks for a record that is internal by now hears that its message is still there.
#[test]
fn a_message_of_before_is_told_with_the_refusal() {
    let project = series();
    run(&project, ["send", "2026-04-14"]);
    project.write(SHOWN, "date = 2026-04-14\nvisibilite = \"interne\"\n");
    let refused = project.run(["send", "2026-04-14"]);
    assert_eq!(refused.code, 1, "{}", refused.text());
    let said = super::plain(&refused.text());
    assert!(said.contains("ne l’envoyez pas"), "{said}");
}

/// While a record is out of sight, no folder is known to be of none.
#[test]
fn messages_are_of_nobody_only_if_all_records_are_seen() {
    let project = series().file("meetings/2026/2026-05-12.toml.txt", "date = 2026-05-12\n");
    run(&project, ["send", "2026-04-14"]);
    fs::remove_file(project.path(SHOWN)).unwrap();
    let said = run(&project, ["send", "2026-03-17"]);
    assert!(!said.contains("ne l’envoyez pas"), "{said}");
}

/// A folder that is copied whole holds either what is for all or what is for some.
#[test]
fn what_is_for_some_and_what_is_for_all_do_not_mix() {
    let elsewhere = format!("{EDITIONS}dossier = \"pieces/a-part\"\n");
    let cases: [(&str, &[&str]); 10] = [
        (EDITIONS, &["--output", "circulation"]),
        (EDITIONS, &["--output", "circulation/site"]),
        (EDITIONS, &["--output", "circulation/membres"]),
        ("", &["--output", "circulation"]),
        (&elsewhere, &["--output", "pieces"]),
        (&elsewhere, &["--output", "pieces/a-part"]),
        (&elsewhere, &["--output", "pieces/a-part/interne"]),
        (&elsewhere, &["--output", "pieces/a-part/site"]),
        (
            EDITIONS,
            &["--edition", "interne", "--output", "site/interne"],
        ),
        ("", &["--edition", "membres", "--output", "site/2026/m"]),
    ];
    for (settings, asked) in cases {
        let project = series().file("greffier.toml", &format!("{SETTINGS}{settings}"));
        run(&project, ["build"]);
        run(&project, ["build", "--output", "site"]);
        let before = project.tree(".");
        let refused = match *asked {
            [one, two] => project.run(["build", one, two]),
            [one, two, three, four] => project.run(["build", one, two, three, four]),
            _ => unreachable!("an option or two"),
        };
        assert_eq!(refused.code, 2, "{asked:?}: {}", refused.text());
        assert_eq!(project.tree("."), before, "{asked:?}");
    }
    let project = series();
    // Beside each other they do not.
    run(&project, ["build", "--edition", "membres", "--output", "a"]);
    run(&project, ["build", "--output", "b"]);
}

/// What the user writes is copied to no site, nor what is for some alone, in whatever folder it lies; nor is it noted.
#[test]
fn only_pages_are_published() {
    let elsewhere = format!("{EDITIONS}dossier = \"pieces/a-part\"\n");
    let refused: [(&str, &[&str]); 2] = [
        (
            EDITIONS,
            &[
                ".",
                "..",
                "meetings",
                "meetings/2026",
                "templates",
                "circulation",
                "circulation/membres",
            ],
        ),
        (
            &elsewhere,
            &[
                "pieces",
                "pieces/a-part",
                "pieces/a-part/membres",
                "pieces/a-part/interne/2026",
                "circulation",
                ".",
            ],
        ),
    ];
    for (settings, folders) in refused {
        let project = series()
            .file("greffier.toml", &format!("{SETTINGS}{settings}"))
            .folder("templates")
            .folder("circulation");
        run(&project, ["build"]);
        for folder in folders {
            for refused in [
                project.run(["publish", "--output", folder]),
                project.run(["publish", "--done", "--output", folder]),
            ] {
                assert_eq!(refused.code, 2, "{folder}: {}", refused.text());
                assert_eq!(refused.stdout, "", "{folder}");
            }
        }
        assert!(!project.path(".greffier-publication").exists());
        // The pages are, also those of another folder.
        run(&project, ["build", "--output", "site"]);
        for folder in ["output", "site"] {
            let told = run(&project, ["publish", "--output", folder]);
            assert!(told.contains("copier index.html\n"), "{told}");
        }
    }
}

/// Where editions go is not known of settings that cannot be read: the output folder alone holds none for sure.
#[test]
fn settings_with_a_fault_tell_no_folder() {
    let project = series();
    run(&project, ["build"]);
    run(&project, ["build", "--output", "site"]);
    project.write("greffier.toml", "[editions\n");
    for folder in ["site", "circulation/membres", "meetings", "."] {
        let refused = project.run(["publish", "--output", folder]);
        assert_eq!(refused.code, 2, "{folder}: {}", refused.text());
        assert_eq!(refused.stdout, "", "{folder}");
    }
    let told = run(&project, ["publish", "--output", "output"]);
    assert!(told.contains("copier index.html\n"), "{told}");
}
