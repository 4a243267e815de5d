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
