//! What is left out leaves no gap: the page is that of a record in which it was never typed.

use super::{SETTINGS, run};
use crate::common::Project;

const MARKED: &str = r##"
date = 2026-03-17
ordre_du_jour = ["Un", "Deux", "Vidé", "Trois", "Vidé aussi"]
participants = [{ nom = "Awa Sow", organisation = "ONU" }, { nom = "Ali Dicko", organisation = "OIM", visibilite = "interne" }]
[[themes]]
titre = "Un"
point = 1
actions = [{ texte = "Première", responsables = ["ONU"] }]
[[themes]]
titre = "Deux"
point = 2
visibilite = "membres"
discussion = "Deux."
decisions = ["Cachée"]
[[themes]]
titre = "Vidé"
discussion = "[membres] Trois candidatures."
[[themes]]
titre = "Vidé aussi, de ses parties"
point = 5
  [[themes.parties]]
  titre = "Une partie"
  decisions = [{ texte = "Cachée", visibilite = "membres" }]
[[themes]]
titre = "Trois"
point = 4
discussion = """
1. [interne] un
2. deux
"""
actions = [{ texte = "Cachée", visibilite = "interne" }, { texte = "Deuxième", responsables = ["OIM", "Ali Dicko"] }]
"##;

const BARE: &str = r##"
date = 2026-03-17
ordre_du_jour = ["Un", "Trois"]
participants = [{ nom = "Awa Sow", organisation = "ONU" }]
[[themes]]
titre = "Un"
point = 1
actions = [{ texte = "Première", responsables = ["ONU"] }]
[[themes]]
titre = "Trois"
point = 2
discussion = """
1. deux
"""
actions = [{ texte = "Deuxième", responsables = ["OIM"] }]
"##;

#[test]
fn a_lesser_edition_is_that_of_a_lesser_record() {
    let built = |record: &str| {
        let project = Project::empty()
            .file("greffier.toml", SETTINGS)
            .file("meetings/2026/2026-03-17.toml", record);
        run(
            &project,
            ["build", "--formats", "html,md,pdf,print,presence"],
        );
        project
    };
    let (marked, bare) = (built(MARKED), built(BARE));
    assert_eq!(marked.files("output"), bare.files("output"));
    for file in bare.files("output") {
        let path = format!("output/{file}");
        assert!(marked.bytes(&path) == bare.bytes(&path), "{file}");
    }
}

/// An edition says which it is, on each page and in the names of its files.
#[test]
fn an_edition_is_named() {
    let project = Project::empty()
        .file(
            "greffier.toml",
            &format!("{SETTINGS}[editions]\nconstruire = [\"membres\"]\n"),
        )
        .file("meetings/2026/2026-03-17.toml", MARKED);
    run(&project, ["build"]);
    let folder = "circulation/membres";
    let page = project.read(&format!("{folder}/2026/2026-03-17/index.html"));
    assert!(
        page.contains("<p class=\"etat\">Édition des membres</p>"),
        "{page}"
    );
    assert!(
        project
            .read(&format!("{folder}/index.html"))
            .contains("Édition des membres")
    );
    let file = format!("{folder}/2026/2026-03-17/compte-rendu-2026-03-17-membres");
    assert!(
        project
            .read(&format!("{file}.md"))
            .contains("Édition des membres")
    );
    assert!(project.path(&format!("{file}.pdf")).is_file());
    // So do its data and its tables, which somebody may carry away.
    for data in ["2026/2026-03-17/minutes.json", "actions.json"] {
        let said = project.read(&format!("{folder}/{data}"));
        assert!(said.contains("\"edition\":\"membres\""), "{data}: {said}");
        let public = project.read(&format!("output/{data}"));
        assert!(public.contains("\"edition\":null"), "{data}: {public}");
    }
    let calendar = project.read(&format!("{folder}/calendrier.ics"));
    assert!(calendar.contains("Édition des membres"), "{calendar}");
    for table in ["actions", "decisions"] {
        let pages = ["csv", "xlsx"].map(|kind| format!("{table}-membres.{kind}"));
        let page = project.read(&format!("{folder}/{table}.html"));
        for file in pages {
            assert!(
                project.path(&format!("{folder}/{file}")).is_file(),
                "{file}"
            );
            assert!(page.contains(&format!("href=\"{file}\"")), "{file}");
        }
    }
    for file in project.files("output") {
        let text = String::from_utf8_lossy(&project.bytes(&format!("output/{file}"))).into_owned();
        assert!(
            !file.contains("membres") && !text.contains("Édition"),
            "{file}"
        );
    }
    assert!(!project.path("circulation/interne").exists());
}
