//! What cannot be made anew is told: pages of the site while a record is out of sight; what may tell names that are not published any
//! more, or parts that are hidden now, goes, and is told as long as it stays.

use std::fs;

use crate::common::{Project, Run, spreadsheet};
use crate::sets_right;

const RECORD: &str = "meetings/2026/2026-04-14.toml";
const OTHER: &str = "meetings/2026/2026-03-17.toml";
const ALL: &str = "html,md,pdf,print,presence";
const NO_NAMES: &str =
    "adresse_du_site = \"https://example.org/crr\"\n[site]\nparticipants = \"organisations\"\n";
const SITE_LEFT: &str = "Les pages du site (accueil, ";

fn record(date: &str, word: &str) -> String {
    format!(
        "date = {date}\npresidence = {{ nom = \"Zorglub Chef\", organisation = \"PNUD\" }}\nparticipants = [{{ nom = \"Zorglub {word}\", organisation = \"{word}\" }}]\n\
         [[themes]]\ntitre = \"Les puits de {word}\"\n[[themes.actions]]\ntexte = \"Creuser\"\nresponsables = [\"Zorglub {word}\"]\necheance = 2026-05-01\n"
    )
}

/// Built in all formats, with names.
fn built() -> Project {
    let project = Project::empty()
        .file(
            "greffier.toml",
            "adresse_du_site = \"https://example.org/crr\"\n",
        )
        .file(
            "meetings/2025/2025-12-09.toml",
            &record("2025-12-09", "Kidal"),
        )
        .file(OTHER, &record("2026-03-17", "Ansongo"))
        .file(RECORD, &record("2026-04-14", "Bourem"));
    let run = project.run(["build", "--formats", ALL]);
    assert_eq!(run.code, 0, "{}", run.text());
    project
}

fn asked(project: &Project, arguments: &[&str]) -> Run {
    let invocation = arguments.iter();
    let invocation = invocation.fold(project.greffier([]), |so_far, one| so_far.argument(*one));
    invocation.run()
}

/// The files below `output` in which a word stands, what is remembered of the builds included.
fn holding(project: &Project, sought: &str) -> Vec<String> {
    let top = project.path("output");
    let files = walkdir::WalkDir::new(&top).into_iter().map(Result::unwrap);
    let files = files.filter(|file| file.file_type().is_file());
    let named = files.filter_map(|file| {
        let name = file
            .path()
            .strip_prefix(&top)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        let mut bytes = fs::read(file.path()).unwrap();
        if name.ends_with(".xlsx") {
            bytes = spreadsheet::everything(&bytes).into_bytes();
        }
        // What is drawn is packed, but the properties of a PDF tell who presided.
        let text = format!("{name}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        text.contains(&sought.to_lowercase()).then_some(name)
    });
    let mut named: Vec<String> = named.collect();
    named.sort_unstable();
    named
}

#[test]
fn while_a_record_is_misnamed_the_site_is_told_to_be_of_before() {
    for misnamed in [
        "2026-04-14.toml.txt",
        "2026-04-14.TOML.TXT",
        "2026-04-14.toml.docx",
        "2026-04-14.tml",
        "2026-04-14.tom",
        "2026-04-14.tomll",
        "2026-04-14.toml_",
        "2026-04-14.tolm",
        "2026-04-14,toml",
        "2026-04-14toml",
        "2026-04-14 .Tmol",
    ] {
        let project = built();
        let before = project.read("output/actions.html");
        fs::rename(
            project.path(RECORD),
            project.path(&format!("meetings/2026/{misnamed}")),
        )
        .unwrap();
        project.write(OTHER, &record("2026-03-17", "Ménaka"));
        let run = project.run(["build", "--formats", ALL]);
        assert_eq!(run.code, 1, "{misnamed}: {}", run.text());
        assert!(
            run.stderr.contains("ce fichier n’est pas lu"),
            "{misnamed}: {}",
            run.text()
        );
        assert!(
            run.stderr.to_lowercase().contains("2026-04-14.toml"),
            "{misnamed}: {}",
            run.text()
        );
        assert!(run.stderr.contains(SITE_LEFT), "{misnamed}: {}", run.text());
        assert!(
            project.path("output/2026/2026-04-14/index.html").exists(),
            "{misnamed}"
        );
        assert!(
            project
                .read("output/2026/2026-03-17/index.html")
                .contains("Ménaka")
        );
        assert_eq!(project.read("output/actions.html"), before, "{misnamed}");
        let told = project.run(["build", "--formats", ALL, "--message-format", "json"]);
        assert!(
            told.stdout
                .contains(r#"{"type":"site","etat":"non refait"}"#),
            "{}",
            told.text()
        );
        // Put right, the build says nothing.
        fs::rename(
            project.path(&format!("meetings/2026/{misnamed}")),
            project.path(RECORD),
        )
        .unwrap();
        sets_right(&project, ALL);
    }
}

/// What a user keeps beside the records is nobody's slip.
#[test]
fn other_files_beside_the_records_are_none_of_ours() {
    let project = built();
    for name in [
        "liste.txt",
        "2026-04-14.txt",
        "2026-04-14.xml",
        "2026-04-14.html",
        "2026-04-14.yaml",
        "2026-04-14.toml.bak",
        "2026-04-14.toml~",
        "2026-04-14.json",
        "2026-04-14.tmp",
        "tome",
        "notes.tex",
        "photo.jpg",
        "données.xlsx",
    ] {
        project.write(&format!("meetings/2026/{name}"), "à moi");
    }
    let run = project.run(["build", "--formats", ALL]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(!run.stderr.contains(SITE_LEFT), "{}", run.text());
}

/// A whole build leaves no name, whatever it is asked for and whatever else has changed.
#[test]
fn once_names_are_not_published_none_stays() {
    type Change = fn(&Project);
    let cases: [(&str, Change, &[&str], i32); 7] = [
        ("one format", |_| {}, &["build", "--formats", "html"], 0),
        ("the default formats", |_| {}, &["build"], 0),
        ("no page", |_| {}, &["build", "--formats", "md"], 0),
        ("one record", |_| {}, &["build", OTHER], 0),
        (
            "a faulty record",
            |project| project.write(RECORD, "date = demain\n"),
            &["build", "--formats", "html"],
            1,
        ),
        (
            "a record out of sight",
            |project| {
                fs::rename(
                    project.path(RECORD),
                    project.path("meetings/2026/2026-04-14.tml"),
                )
                .unwrap()
            },
            &["build"],
            1,
        ),
        (
            "a record that is gone",
            |project| fs::remove_file(project.path(RECORD)).unwrap(),
            &["build", "--formats", "md"],
            0,
        ),
    ];
    for (case, change, arguments, code) in cases {
        let project = built();
        assert!(holding(&project, "zorglub").len() > 10);
        project.write("greffier.toml", NO_NAMES);
        change(&project);
        let run = asked(&project, arguments);
        assert_eq!(run.code, code, "{case}: {}", run.text());
        assert_eq!(holding(&project, "zorglub"), [""; 0], "{case}");
        assert_eq!(files_ending(&project, "presence.pdf"), [""; 0], "{case}");
        // Nothing of it comes back.
        let run = asked(&project, arguments);
        assert_eq!(run.code, code, "{case}: {}", run.text());
        assert_eq!(holding(&project, "zorglub"), [""; 0], "{case}");
    }
}

/// Formats that were not asked for: what is drawn in a PDF cannot be searched by its bytes.
fn files_ending(project: &Project, ending: &str) -> Vec<String> {
    let files = project.files("output").into_iter();
    files.filter(|file| file.ends_with(ending)).collect()
}

/// Shares care for their own; the build that ends them for the rest.
#[test]
fn shares_leave_no_name_either() {
    let project = built();
    project.write("greffier.toml", NO_NAMES);
    for share in ["1/2", "2/2"] {
        let run = project.run(["build", "--partition", share]);
        assert_eq!(run.code, 0, "{}", run.text());
    }
    let of_records = |name: &String| name.starts_with("2025/") || name.starts_with("2026/");
    assert!(!holding(&project, "zorglub").iter().any(of_records));
    assert_eq!(project.run(["build"]).code, 0);
    assert_eq!(holding(&project, "zorglub"), [""; 0]);
}

/// What somebody changed stays, and is told until it is gone, or is taken by `--force`.
#[test]
fn a_changed_file_that_may_tell_names_is_told_until_it_is_gone() {
    const CHANGED: [&str; 4] = [
        "2026/2026-04-14/index.html",
        "2026/2026-03-17/compte-rendu-2026-03-17.print.html",
        "actions.csv",
        "2025/2025-12-09/compte-rendu-2025-12-09.md",
    ];
    for file in CHANGED {
        for ends_by_force in [true, false] {
            let project = built();
            let path = format!("output/{file}");
            let text = project.read(&path);
            project.write(&path, &format!("{text} "));
            project.write("greffier.toml", NO_NAMES);
            for _ in 0..3 {
                let run = project.run(["build"]);
                assert_eq!(run.code, 1, "{file}: {}", run.text());
                let fault = run.stderr.split("erreur").nth(1).unwrap_or_default();
                assert!(
                    fault.contains("peut contenir des noms qui ne se publient plus")
                        && fault.contains(file),
                    "{}",
                    run.text()
                );
                assert_eq!(holding(&project, "zorglub"), [file]);
            }
            match ends_by_force {
                true => assert_eq!(project.run(["build", "--force"]).code, 0, "{file}"),
                false => fs::remove_file(project.path(&path)).unwrap(),
            }
            let run = project.run(["build"]);
            assert_eq!(run.code, 0, "{file}: {}", run.text());
            assert_eq!(holding(&project, "zorglub"), [""; 0]);
        }
    }
}

/// Where names are published again, nothing has to go.
#[test]
fn more_may_be_published_at_any_time() {
    let project = built();
    project.write("greffier.toml", NO_NAMES);
    assert_eq!(project.run(["build", "--formats", ALL]).code, 0);
    project.write(
        "greffier.toml",
        "adresse_du_site = \"https://example.org/crr\"\n",
    );
    let run = project.run(["build", OTHER]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(project.path("output/2026/2026-04-14/index.html").exists());
}

/// A part that becomes hidden goes from the files of its record, be it built or not, and with it its annex.
#[test]
fn what_becomes_hidden_goes_with_a_build_of_any_part() {
    let shown = "date = 2026-04-14\n[[themes]]\ntitre = \"Zorglub\"\n[cloture]\nannexes = [{ titre = \"Plan\", fichier = \"plan.txt\" }]\n";
    let hidden = shown
        .replace(
            "titre = \"Zorglub\"",
            "titre = \"Zorglub\"\nvisibilite = \"interne\"",
        )
        .replace("\"plan.txt\"", "\"plan.txt\", visibilite = \"interne\"");
    for arguments in [
        &["build", OTHER][..],
        &["build", "--formats", "md"],
        &["build"],
    ] {
        let project = Project::empty()
            .file("meetings/2026/plan.txt", "Zorglub")
            .file(OTHER, "date = 2026-03-17\n")
            .file(RECORD, shown);
        assert_eq!(project.run(["build", "--formats", ALL]).code, 0);
        assert!(
            project
                .path("output/2026/2026-04-14/annexes/plan.txt")
                .exists()
        );
        project.write(RECORD, &hidden);
        let run = asked(&project, arguments);
        assert_eq!(run.code, 0, "{}", run.text());
        let left = holding(&project, "zorglub");
        let left: Vec<&String> = left
            .iter()
            .filter(|name| name.starts_with("2026/"))
            .collect();
        assert_eq!(left, Vec::<&String>::new(), "{arguments:?}");
    }
}
