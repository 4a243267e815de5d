//! Files whose names have accents: a letter and its accent are one sign on some systems (NFC), two on others (NFD).

use std::fs;

use crate::common::Project;
use crate::same_as_clean;

const COMPOSED: &str = "annexes/données.pdf";
const APART: &str = "annexes/donne\u{301}es.pdf";
const RECORD: &str = "meetings/2026-03-17.toml";

fn record(file: &str) -> String {
    format!(
        "date = 2026-03-17\ncloture = {{ annexes = [{{ titre = \"Données\", fichier = \"{file}\" }}] }}\n"
    )
}

/// Whichever the record and the disk have, the annex is found, followed, and published under one name.
#[test]
fn an_annex_is_found_by_either_form_of_its_name() {
    for (typed, stored) in [
        (COMPOSED, APART),
        (APART, COMPOSED),
        (COMPOSED, COMPOSED),
        (APART, APART),
    ] {
        let source = format!("meetings/{stored}");
        let project = Project::empty()
            .file(RECORD, &record(typed))
            .file(&source, "premier")
            .build_texts();
        let copy = format!("output/2026-03-17/{COMPOSED}");
        assert_eq!(project.read(&copy), "premier", "{typed:?} {stored:?}");
        assert!(
            project
                .read("output/2026-03-17/index.html")
                .contains("annexes/donn%C3%A9es.pdf")
        );
        fs::write(project.path(&source), "une suite").unwrap();
        let run = project.run(["build", "--formats", "html,md,print"]);
        assert_eq!(run.code, 0, "{}", run.text());
        assert_eq!(project.read(&copy), "une suite");
        // With nothing to do, nothing is done.
        let run = project.run(["build", "--formats", "html,md,print"]);
        assert!(!run.text().contains("fait"), "{}", run.text());
        same_as_clean(&project, "html,md,print");
        fs::remove_file(project.path(&source)).unwrap();
        let run = project.run(["check"]);
        assert!(run.text().contains("est introuvable"), "{}", run.text());
    }
}

/// Named in both ways, it is one annex all the same.
#[test]
fn an_annex_named_in_both_forms_is_one_file() {
    let record = record(COMPOSED).replace(
        "}] }",
        &format!("}}, {{ titre = \"Les mêmes\", fichier = \"{APART}\" }}] }}"),
    );
    let project = Project::empty()
        .file(RECORD, &record)
        .file(&format!("meetings/{APART}"), "une fois")
        .build_texts();
    assert_eq!(project.files("output/2026-03-17/annexes").len(), 1);
}

/// A record whose files would have names that no disk takes costs itself alone, in this build and in those that follow.
#[test]
fn a_name_that_is_too_long_costs_its_record_alone() {
    let sound = "date = 2026-03-17\n[[themes]]\ntitre = \"Les puits\"\n";
    let letters = "é".repeat(120);
    for name in [
        "x".repeat(239),
        "x".repeat(250),
        letters,
        "2026-03-".repeat(31),
    ] {
        for settings in ["", "prefixe = \"cr\"\n", "etat = \"projet\"\n"] {
            let is_state = settings.starts_with("etat");
            let long = format!("meetings/{name}.toml");
            let text = match is_state {
                true => format!("{settings}{sound}"),
                false => sound.to_owned(),
            };
            let project = Project::empty()
                .file("greffier.toml", if is_state { "" } else { settings })
                .file(RECORD, sound)
                .file(&long, &text);
            let runs = [project.run(["build"]), project.run(["build", "--force"])];
            let is_refused = runs[0].code != 0;
            for run in runs {
                assert_eq!(run.code, i32::from(is_refused), "{}", run.text());
                assert_eq!(
                    run.stderr
                        .matches("ce nom de fichier est trop long")
                        .count(),
                    usize::from(is_refused),
                    "{}",
                    run.text()
                );
                assert!(!run.stderr.contains("impossible"), "{}", run.text());
            }
            assert!(project.path("output/2026-03-17/index.html").exists());
            assert_eq!(
                is_refused,
                name.len() > 210 && !name.starts_with('é'),
                "{name}"
            );
        }
    }
}

/// Of any name that is not refused, and any prefix, the files can be written.
#[test]
fn a_name_that_is_not_too_long_is_made() {
    for (prefix, longest) in [(1, 229), (12, 218), (100, 130)] {
        for (length, code) in [(longest, 0), (longest + 1, 1)] {
            let project = Project::empty()
                .file(
                    "greffier.toml",
                    &format!(
                        "prefixe = \"{}\"\n[editions]\nconstruire = [\"membres\", \"interne\"]\n",
                        "p".repeat(prefix)
                    ),
                )
                .file(
                    &format!("meetings/{}.toml", "x".repeat(length)),
                    "date = 2026-03-17\netat = \"convocation\"\nobjectif = \"Les puits\"\nparticipants = [{ nom = \"Awa Sow\", visibilite = \"membres\" }]\n",
                );
            let run = project.run(["build"]);
            assert_eq!(run.code, code, "{prefix}, {length}: {}", run.text());
        }
    }
}
