//! A record that changes in nothing that others rest on is made without going through all the others; whatever else changes is seen all
//! the same, and no page is left as it was.

use std::fs;

use crate::common::Project;
use crate::{same_as_clean, sets_right};

const SETTINGS: &str = "instance = \"Comité\"\ninstance_avec_de = \"du Comité\"\nadresse_du_site = \"https://exemple.ml\"\n";

const DECEMBER: &str = "date = 2025-12-09\ndebut = 10:00:00\nlieu = \"à Gao\"\n
[[themes]]\ntitre = \"Les puits\"\ndiscussion = \"Rien de neuf.\"
[[themes.actions]]\ntexte = \"Curer le puits\"\nresponsables = [\"ACTED\"]\necheance = 2026-01-31\n";

const JANUARY: &str = "date = 2026-01-13\ndebut = 10:00:00\nlieu = \"à Gao\"
ordre_du_jour = [{ titre = \"Les routes\", duree = 30 }]
participants = [{ nom = \"Awa Sow\", organisation = \"OIM\" }]
prochaine_reunion = { date = 2026-02-10 }\n
[[themes]]\ntitre = \"Les routes\"\ndiscussion = \"La piste est coupée.\"
[cloture]\nannexes = [{ titre = \"Liste\", fichier = \"liste.txt\" }]\n";

/// It follows an action point, and approves minutes.
const FEBRUARY: &str = "date = 2026-02-10\nlieu = \"à Gao\"
suivi = [{ action = \"2025/2025-12-09#action-1-1\", statut = \"en cours\" }]
approbation = { reunion = \"2026/2026-01-13\" }\n
[[themes]]\ntitre = \"Le budget\"\ndiscussion = \"Il est lu.\"\n";

const RECORDS: [(&str, &str); 3] = [
    ("2025/2025-12-09", DECEMBER),
    ("2026/2026-01-13", JANUARY),
    ("2026/2026-02-10", FEBRUARY),
];

fn series() -> Project {
    let project = Project::empty()
        .file("greffier.toml", SETTINGS)
        .file("meetings/2026/liste.txt", "un");
    let project = RECORDS.iter().fold(project, |project, (name, text)| {
        project.file(&format!("meetings/{name}.toml"), text)
    });
    sets_right(&project, "html");
    project
}

/// Has a record say something else.
fn change(project: &Project, name: &str, from: &str, to: &str) {
    let path = format!("meetings/{name}.toml");
    let text = project.read(&path);
    assert!(text.contains(from), "{from}");
    project.write(&path, &text.replace(from, to));
}

/// What changes, and whether the site is gathered for it.
type Case = (&'static str, bool, fn(&Project));

const CASES: [Case; 26] = [
    ("a discussion", false, |project| {
        change(project, "2026/2026-01-13", "coupée", "ouverte");
    }),
    ("a comment in the file", false, |project| {
        change(project, "2026/2026-01-13", "date", "# Lu\ndate");
    }),
    ("nothing but the time of the file", false, |project| {
        change(project, "2026/2026-01-13", "date", "date");
    }),
    ("a place", false, |project| {
        change(
            project,
            "2026/2026-01-13",
            "à Gao",
            "à Ménaka, au siège de l’OIM, dans la grande salle du rez-de-chaussée",
        );
    }),
    ("places in two years", false, |project| {
        change(project, "2025/2025-12-09", "à Gao", "à Kidal");
        change(project, "2026/2026-02-10", "à Gao", "à Tessit");
    }),
    ("a place, with what others tell of it", false, |project| {
        change(project, "2026/2026-02-10", "à Gao", "à Kidal");
    }),
    ("an end", false, |project| {
        change(project, "2026/2026-01-13", "debut", "fin = 12:00:00\ndebut");
    }),
    ("how long it was to take", false, |project| {
        change(project, "2026/2026-01-13", "duree = 30", "duree = 45");
    }),
    ("words that make a file of the index", false, |project| {
        let words: String = ('a'..='z')
            .map(|one| format!("{one}{one}{one}abc ").repeat(60))
            .collect();
        change(project, "2026/2026-01-13", "La piste est coupée", &words);
    }),
    ("an annex", false, |project| {
        project.write("meetings/2026/liste.txt", "deux")
    }),
    (
        "a page is deleted, and a discussion changed",
        false,
        |project| {
            fs::remove_file(project.path("output/2026/2026-02-10/index.html")).unwrap();
            change(project, "2026/2026-01-13", "coupée", "ouverte");
        },
    ),
    (
        "a file of the site is deleted, and a place changed",
        true,
        |project| {
            fs::remove_file(project.path("output/actions.html")).unwrap();
            change(project, "2026/2026-01-13", "à Gao", "à Kidal");
        },
    ),
    (
        "the calendar is deleted, and a place changed",
        true,
        |project| {
            fs::remove_file(project.path("output/calendrier.ics")).unwrap();
            change(project, "2026/2026-01-13", "à Gao", "à Kidal");
        },
    ),
    ("a beginning", true, |project| {
        change(project, "2026/2026-01-13", "debut = 10", "debut = 09");
    }),
    ("a day", true, |project| {
        change(
            project,
            "2026/2026-01-13",
            "date = 2026-01-13",
            "date = 2026-01-14",
        );
    }),
    ("a title", true, |project| {
        change(project, "2026/2026-01-13", "Les routes", "Les pistes");
    }),
    ("an organisation", true, |project| {
        change(project, "2026/2026-01-13", "OIM", "PNUD");
    }),
    ("the next meeting", true, |project| {
        change(
            project,
            "2026/2026-02-10",
            "lieu",
            "prochaine_reunion = { date = 2026-03-10 }\nlieu",
        );
    }),
    ("an action", true, |project| {
        change(project, "2025/2025-12-09", "Curer", "Vider");
    }),
    ("what became of an action", true, |project| {
        change(project, "2026/2026-02-10", "en cours", "fait");
    }),
    ("a decision", true, |project| {
        change(
            project,
            "2026/2026-02-10",
            "lu.\"",
            "lu.\"\ndecisions = [\"Adopté\"]",
        );
    }),
    ("an annex less", true, |project| {
        change(
            project,
            "2026/2026-01-13",
            "annexes = [{ titre = \"Liste\", fichier = \"liste.txt\" }]",
            "",
        );
    }),
    ("a theme is hidden", true, |project| {
        change(
            project,
            "2026/2026-01-13",
            "[[themes]]\ntitre",
            "[[themes]]\nvisibilite = \"membres\"\ntitre",
        );
    }),
    ("a place and a day", true, |project| {
        change(project, "2026/2026-01-13", "à Gao", "à Kidal");
        change(project, "2025/2025-12-09", "2025-12-09", "2025-12-10");
        change(
            project,
            "2026/2026-02-10",
            "2025/2025-12-09#",
            "2025/2025-12-09#",
        );
    }),
    ("a record comes", true, |project| {
        project.write("meetings/2026/2026-01-20.toml", "date = 2026-01-20\n");
    }),
    ("a record goes, and a place changes", true, |project| {
        change(
            project,
            "2026/2026-02-10",
            "approbation = { reunion = \"2026/2026-01-13\" }\n",
            "",
        );
        fs::remove_file(project.path("meetings/2026/2026-01-13.toml")).unwrap();
        change(project, "2025/2025-12-09", "à Gao", "à Kidal");
    }),
];

/// The site was gathered if what is kept of a year for it was found lost, and kept anew.
#[test]
fn whatever_changes_in_few_records_is_seen() {
    let start = series();
    let kept = "output/.greffier/resumes-2025";
    for (what, is_gathered, change) in CASES {
        let project = start.copy();
        // The copies of its files are not those that were written.
        sets_right(&project, "html");
        let summaries = project.bytes(kept);
        fs::remove_file(project.path(kept)).unwrap();
        change(&project);
        let is_of_both = project.read("meetings/2025/2025-12-09.toml") != DECEMBER;
        if is_of_both {
            fs::write(project.path(kept), summaries).unwrap();
        }
        sets_right(&project, "html");
        if !is_of_both {
            assert_eq!(project.path(kept).exists(), is_gathered, "{what}");
        }
        let dry = project.run(["build", "--dry-run", "--formats", "html"]);
        assert_eq!(dry.stdout, "", "{what}");
        // What is noted of it now bears a change of another kind, and its way back.
        project.write(
            "meetings/2026/2026-03-03.toml",
            "date = 2026-03-03\nlieu = \"à Gao\"\n",
        );
        sets_right(&project, "html");
        change_back(&project);
        sets_right(&project, "html");
    }
}

/// All records as they were in the beginning.
fn change_back(project: &Project) {
    fs::remove_file(project.path("meetings/2026/2026-03-03.toml")).unwrap();
    let _ = fs::remove_file(project.path("meetings/2026/2026-01-20.toml"));
    for (name, text) in RECORDS {
        project.write(&format!("meetings/{name}.toml"), text);
    }
}

/// Which of two events is meant that are alike but for what tells them apart, the calendar cannot say.
#[test]
fn two_meetings_at_one_hour_and_place() {
    let record = "date = 2026-01-13\ndebut = 10:00:00\nlieu = \"à Gao\"\n";
    let project = Project::empty()
        .file("meetings/2026/une.toml", record)
        .file("meetings/2026/autre.toml", record);
    sets_right(&project, "html");
    for place in ["à Kidal", "à Gao"] {
        project.write("meetings/2026/autre.toml", &record.replace("à Gao", place));
        sets_right(&project, "html");
        same_as_clean(&project, "html");
    }
}

/// A record that cannot be read any more, then a change in another: the site shows it as it was.
#[test]
fn beside_a_record_that_has_faults() {
    let project = series();
    change(
        &project,
        "2026/2026-01-13",
        "date = 2026-01-13",
        "date = 2026-01-32",
    );
    assert_eq!(project.run(["build", "--formats", "html"]).code, 1);
    change(&project, "2026/2026-02-10", "à Gao", "à Kidal");
    assert_eq!(project.run(["build", "--formats", "html"]).code, 1);
    assert!(project.read("output/calendrier.ics").contains("Kidal"));
    assert!(
        project
            .read("output/annee-2026.html")
            .contains("Les routes")
    );
    change(
        &project,
        "2026/2026-01-13",
        "date = 2026-01-32",
        "date = 2026-01-13",
    );
    sets_right(&project, "html");
}

/// A record of which the edition leaves something out is known of builds before in part only.
#[test]
fn beside_a_record_that_is_shown_in_part() {
    let project = series();
    change(
        &project,
        "2025/2025-12-09",
        "texte = \"Curer le puits\"",
        "id = \"puits\"\ntexte = \"Curer le puits\"",
    );
    change(
        &project,
        "2026/2026-02-10",
        "2025/2025-12-09#action-1-1",
        "puits",
    );
    sets_right(&project, "html");
    change(
        &project,
        "2025/2025-12-09",
        "titre",
        "visibilite = \"membres\"\ntitre",
    );
    sets_right(&project, "html");
    for place in ["à Kidal", "à Tessit"] {
        let before = project.read("meetings/2026/2026-02-10.toml");
        let place = before.replace("à Gao", place).replace("à Kidal", place);
        project.write("meetings/2026/2026-02-10.toml", &place);
        sets_right(&project, "html");
    }
}
