//! The state of a record in the names of its files: what the state before left goes.

use crate::common::Project;

const RECORD: &str = "meetings/2026/2026-03-17.toml";

/// The PDF and the Markdown beside the page.
fn files(project: &Project) -> Vec<String> {
    let files = project.files("output/2026/2026-03-17").into_iter();
    files
        .filter(|file| file.ends_with(".pdf") || file.ends_with(".md"))
        .collect()
}

fn said(state: &str) -> String {
    match state {
        "" => "date = 2026-03-17\n".to_owned(),
        _ => format!("date = 2026-03-17\netat = \"{state}\"\n"),
    }
}

const STATES: [(&str, &str); 7] = [
    ("convocation", "-convocation"),
    ("projet", "-projet"),
    ("soumis", "-soumis"),
    ("approuvé", ""),
    ("", ""),
    ("annulée", "-annulation"),
    ("reportée", "-report"),
];

#[test]
fn attachments_bear_their_state_until_it_is_the_last() {
    let project = Project::empty();
    for (state, mark) in STATES {
        project.write(RECORD, &said(state));
        assert_eq!(project.run(["build"]).code, 0);
        let name = format!("compte-rendu-2026-03-17{mark}");
        let expected = [format!("{name}.md"), format!("{name}.pdf")];
        assert_eq!(files(&project), expected, "{state}");
        let page = project.read("output/2026/2026-03-17/index.html");
        for file in &expected {
            assert!(page.contains(&format!("href=\"{file}\"")), "{state}");
        }
        // Nothing is read anew, and the names are known all the same.
        assert_eq!(project.run(["build", "--dry-run"]).stdout, "", "{state}");
    }
}

/// A build of that record alone, or of one of several shares, takes away what it had under another name too, and nothing else.
#[test]
fn a_part_of_the_archive_is_enough() {
    for arguments in [
        ["build", RECORD, "--quiet", "--force"],
        ["build", "--partition", "1/1", "--quiet"],
    ] {
        let project = Project::of_dates(&["2026-04-14", "2026-05-12"]);
        project.write(RECORD, &said("projet"));
        let project = project.build();
        std::fs::remove_file(project.path("meetings/2026/2026-04-14.toml")).unwrap();
        project.write(RECORD, &said(""));
        assert_eq!(project.run(arguments).code, 0);
        assert_eq!(
            files(&project),
            ["compte-rendu-2026-03-17.md", "compte-rendu-2026-03-17.pdf"]
        );
        if arguments[1] == RECORD {
            let gone = project.path("output/2026/2026-04-14/index.html");
            assert!(gone.exists(), "a part says nothing of other records");
        }
    }
}

/// What a user put their hand on is theirs.
#[test]
fn a_draft_that_was_changed_by_hand_stays() {
    let project = Project::empty();
    project.write(RECORD, &said("projet"));
    let project = project.build();
    let draft = "output/2026/2026-03-17/compte-rendu-2026-03-17-projet.md";
    project.write(draft, "Relu par Awa.\n");
    project.write(RECORD, &said(""));
    let run = project.run(["build"]);
    assert!(
        run.stderr.contains("compte-rendu-2026-03-17-projet.md"),
        "{}",
        run.text()
    );
    assert_eq!(project.read(draft), "Relu par Awa.\n");
    assert!(
        !project
            .path("output/2026/2026-03-17/compte-rendu-2026-03-17-projet.pdf")
            .exists()
    );
}

/// The page of a record that could not be made offers the files of before.
#[test]
fn what_a_page_offers_stands_as_long_as_it_does() {
    let project = Project::empty();
    project.write(RECORD, &said("projet"));
    let project = project.build();
    project.write(RECORD, &said(""));
    project.write("templates/minutes.md", "{{ inconnue }}\n");
    assert_eq!(project.run(["build"]).code, 1);
    let page = project.read("output/2026/2026-03-17/index.html");
    assert!(page.contains("compte-rendu-2026-03-17-projet.pdf"));
    assert_eq!(
        files(&project),
        [
            "compte-rendu-2026-03-17-projet.md",
            "compte-rendu-2026-03-17-projet.pdf"
        ]
    );
}

/// Nobody signs for a meeting that is not held: the sheet of before goes with any build, and stays where it was asked for otherwise.
#[test]
fn the_sheet_of_a_meeting_that_is_not_held_goes() {
    let sheet = "compte-rendu-2026-03-17-presence.pdf".to_owned();
    for (state, stays) in [
        ("convocation", true),
        ("projet", true),
        ("", true),
        ("annulée", false),
        ("reportée", false),
    ] {
        for formats in ["html,md,pdf", "html"] {
            let project = Project::empty().file(RECORD, &said("convocation"));
            let signed = project.run(["build", "--formats", "presence"]);
            assert_eq!(signed.code, 0, "{}", signed.text());
            assert!(files(&project).contains(&sheet));
            project.write(RECORD, &format!("{}lieu = \"à Gao\"\n", said(state)));
            let run = project.run(["build", "--formats", formats]);
            assert_eq!(run.code, 0, "{}", run.text());
            assert_eq!(files(&project).contains(&sheet), stays, "{state}");
        }
    }
}
