//! Action points in a convocation: as they stand before the meeting, late or not on the day of the convocation.

use crate::common::Project;
use crate::{register, table_of};

const FIRST: &str = "date = 2026-03-17\n[[themes]]\ntitre = \"Gao\"\n[[themes.actions]]\nid = \"tdr\"\ntexte = \"Diffuser les TDR\"\nresponsables = [\"OIM\"]\necheance = 2026-03-31\n";

/// What a record of 14 April says of that action point, with what its file is called.
fn said(settings: &str, keys: &str, block: &str, ending: &str) -> (Project, String) {
    let last = format!("date = 2026-04-14\n{keys}[[suivi]]\naction = \"tdr\"\n{block}");
    let project = Project::empty()
        .file("greffier.toml", settings)
        .file("meetings/2026/2026-03-17.toml", FIRST)
        .file("meetings/2026/2026-04-14.toml", &last)
        .build_texts();
    let path = format!("output/2026/2026-04-14/compte-rendu-2026-04-14{ending}.md");
    let rows = table_of(&project.read(&path), "## Suivi des points d’action");
    let [row] = rows.as_slice() else {
        panic!("{keys}: {rows:?}");
    };
    let row = row.join(" | ");
    (project, row)
}

/// Nobody is late on a day that is yet to come.
#[test]
fn an_action_is_late_on_the_day_of_the_convocation() {
    let convened = |day: &str| format!("etat = \"convocation\"\n{day}");
    let day = |day: &str| format!("[suivi]\njour = {day}\n");
    for (settings, keys, is_late) in [
        (String::new(), convened(""), false),
        (
            String::new(),
            convened("convoquee_le = 2026-03-24\n"),
            false,
        ),
        (
            String::new(),
            convened("convoquee_le = 2026-03-31\n"),
            false,
        ),
        (String::new(), convened("convoquee_le = 2026-04-01\n"), true),
        (day("2026-03-20"), convened(""), false),
        (day("2026-04-02"), convened(""), true),
        // Nor later than the meeting, whatever the site is built for.
        (day("2027-01-01"), convened(""), true),
        (
            day("2026-03-20"),
            convened("convoquee_le = 2026-04-01\n"),
            true,
        ),
        (
            day("2026-04-02"),
            convened("convoquee_le = 2026-03-24\n"),
            false,
        ),
    ] {
        let (_, row) = said(&settings, &keys, "", "-convocation");
        assert_eq!(row.contains("en retard"), is_late, "{settings}{keys}{row}");
    }
    // Minutes tell of their own day.
    for keys in [
        "etat = \"projet\"\n",
        "etat = \"projet\"\nconvoquee_le = 2026-03-24\n",
    ] {
        let (_, row) = said("", keys, "", "-projet");
        assert!(row.contains("en retard"), "{row}");
    }
}

/// What the record says is done, or given up, is late no more.
#[test]
fn an_action_that_the_record_closes_is_not_late() {
    let convened = "etat = \"convocation\"\nconvoquee_le = 2026-04-01\n";
    for (block, is_late) in [
        ("", true),
        ("statut = \"en cours\"\n", true),
        ("responsables = [\"DNH\"]\n", true),
        ("statut = \"fait\"\n", false),
        ("statut = \"abandonné\"\n", false),
    ] {
        let (project, row) = said("", convened, block, "-convocation");
        assert_eq!(row.contains("en retard"), is_late, "{block}{row}");
        let check = project.run(["check", "--today", "2026-04-01"]);
        let is_doubted = check.text().contains("ceci ne sera pas imprimé");
        assert_eq!(is_doubted, !block.is_empty(), "{block}{}", check.text());
    }
}

/// What the minutes will tell of an action point is neither in the convocation nor in the register, and there is a doubt about it.
#[test]
fn a_convocation_tells_of_actions_as_they_stand_before() {
    let convened = "etat = \"convocation\"\nconvoquee_le = 2026-03-24\n";
    let bare = said("", convened, "", "-convocation").1;
    for (block, told) in [
        ("statut = \"fait\"\n", "fait"),
        ("statut = \"en cours\"\n", "en cours"),
        ("echeance = 2026-05-31\n", "31/05/2026"),
        ("echeance = \"fin mai\"\n", "fin mai"),
        ("responsables = [\"DNH\"]\n", "DNH"),
        (
            "commentaire = \"Attend le gouverneur.\"\n",
            "Attend le gouverneur.",
        ),
    ] {
        let (project, row) = said("", convened, block, "-convocation");
        assert_eq!(row, bare, "{block}");
        assert_eq!(
            register(&project)["2026/2026-03-17#tdr"]["Échéance"],
            "2026-03-31"
        );
        let check = project.run(["check", "--today", "2026-03-24"]);
        let text = check.text();
        assert!(text.contains("ceci ne sera pas imprimé"), "{block}: {text}");
        let (_, row) = said("", "etat = \"projet\"\n", block, "-projet");
        assert!(row.contains(told), "{block}: {row}");
    }
    let (project, _) = said("", convened, "commentaire = \"…\"\n", "-convocation");
    let check = project.run(["check", "--today", "2026-03-24"]);
    assert!(
        !check.text().contains("sera pas imprimé"),
        "{}",
        check.text()
    );
}
