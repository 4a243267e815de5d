//! Whom a record hides is doubted wherever another text may name them.

use super::SETTINGS;
use crate::common::Project;

/// How often that is doubted of a series of these records.
fn doubts(records: &[(&str, &str)]) -> usize {
    let project = Project::empty().file("greffier.toml", SETTINGS);
    let project = records.iter().fold(project, |project, (date, record)| {
        let text = format!("date = {date}\n{record}");
        project.file(&format!("meetings/{date}.toml"), &text)
    });
    let run = project.run(["check", "--message-format", "json"]);
    assert_eq!(run.code, 0, "{}", run.text());
    run.stdout.matches("\"personne-cachee-nommee\"").count()
}

const HIDDEN: &str = "participants = [{ nom = \"M. Ousmane Ba\", organisation = \"HCR\", visibilite = \"interne\" }]\n";

#[test]
fn in_the_record_that_hides_them() {
    for (named, is_doubted) in [
        (
            "actions = [{ texte = \"Faire\", responsables = [\"Ba\", \"OIM\"] }]",
            true,
        ),
        (
            "actions = [{ texte = \"Faire\", responsables = [\"OIM\"], echeance = \"quand Ba viendra\" }]",
            true,
        ),
        (
            "actions = [{ texte = \"Faire\", responsables = [\"OIM\"], id = \"appel-ousmane-ba\" }]",
            true,
        ),
        ("discussion = \"M. Ba ouvre.\"", true),
        ("[prochaine_reunion]\naccueil = \"Ousmane Ba\"", true),
        ("discussion = \"Mme Ba ouvre.\"", false),
        ("discussion = \"[interne] M. Ba ouvre.\"", false),
        (
            "actions = [{ texte = \"Faire\", responsables = [\"M. Ousmane Ba\", \"OIM\"] }]",
            false,
        ),
        (
            "actions = [{ texte = \"Faire\", responsables = [\"HCR\"] }]",
            false,
        ),
    ] {
        let record = format!("{HIDDEN}[[themes]]\ntitre = \"Divers\"\n{named}\n");
        let found = doubts(&[("2026-03-03", &record)]);
        assert_eq!(found, usize::from(is_doubted), "{named}");
    }
}

#[test]
fn in_another_record_where_no_list_shows_them() {
    let text = "[[themes]]\ntitre = \"Divers\"\ndiscussion = \"M. Ba a parlé.\"\nactions = [{ texte = \"Faire\", responsables = [\"Ousmane Ba\"] }]\n";
    let listed = format!("participants = [{{ nom = \"Ousmane Ba\" }}]\n{text}");
    let hidden = ("2026-03-03", HIDDEN);
    // A sentence and an owner have ways out of their own.
    assert_eq!(doubts(&[hidden, ("2026-03-17", text)]), 2);
    assert_eq!(doubts(&[hidden, ("2026-03-17", &listed)]), 0);
    assert_eq!(doubts(&[("2026-03-17", text)]), 0);
    // Who is shown to all at one meeting is not secret at the next.
    assert_eq!(
        doubts(&[hidden, ("2026-03-10", &listed), ("2026-03-17", text)]),
        0
    );
}

/// The pages of a record have addresses of its path.
#[test]
fn in_the_path_of_the_record() {
    let names_a_path = |path: &str, hidden: &str, settings: &str| {
        let record =
            format!("date = 2026-03-03\nparticipants = [{{ nom = \"M. Issa Zongo\"{hidden} }}]\n");
        let project = Project::empty()
            .file("greffier.toml", &format!("{SETTINGS}{settings}"))
            .file(path, &record);
        let run = project.run(["check"]);
        assert_eq!(run.code, 0, "{}", run.text());
        run.text().contains("le nom de ce fichier")
    };
    const NAMED: &str = "meetings/2026/2026-03-03-zongo.toml";
    const UNNAMED: &str = "meetings/2026/2026-03-03-sahel.toml";
    const HIDDEN: &str = ", visibilite = \"interne\"";
    const ORGANISATIONS: &str = "[site]\nparticipants = \"organisations\"\n";
    assert!(names_a_path(NAMED, HIDDEN, ""));
    assert!(!names_a_path(UNNAMED, HIDDEN, ""));
    assert!(!names_a_path(NAMED, "", ""));
    assert!(names_a_path(NAMED, "", ORGANISATIONS));
    assert!(!names_a_path(UNNAMED, "", ORGANISATIONS));
}

/// Typed where an organisation is asked for, a name is one all the same.
#[test]
fn as_an_organisation() {
    let record =
        format!("{HIDDEN}roles = [{{ role = \"Secrétariat\", organisation = \"Ousmane Ba\" }}]\n");
    assert_eq!(doubts(&[("2026-03-03", &record)]), 1);
    let record = format!("{HIDDEN}absents = [{{ organisation = \"Ousmane Ba\" }}]\n");
    assert_eq!(doubts(&[("2026-03-03", &record)]), 1);
}
