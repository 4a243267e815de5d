//! Owners, where names are not published: typed otherwise than in the lists, of the contacts, of another meeting.

use serde_json::Value;

use crate::SETTINGS;
use crate::common::Project;
use crate::privacy::{holding, outputs};

/// Owners typed a little otherwise than in the lists: those who are surely one of them are told as their organisation.
#[test]
fn a_name_typed_otherwise_is_told_by_its_organisation() {
    const FRAME: &str = r#"
date = 2026-03-17
participants = [ { nom = "Awa Zorglub", organisation = "ACTED" }, { nom = "Issa Zébulon", organisation = "OIM" }, { nom = "Zibeline-Marie N’Zola", fonction = "Zqfonction" } ]
ordre_du_jour = [ { titre = "Point", presente_par = "TYPED" } ]
[[themes]]
titre = "Suivi"
responsables = ["TYPED"]
[[themes.actions]]
texte = "Partager"
responsables = ["TYPED"]
"#;
    for (typed, shown) in [
        ("Mme Awa Zorglub", &["ACTED"][..]),
        ("Awa Zorglub (OIM)", &["ACTED"]),
        ("Awa Zorglub (cheffe Zqx)", &["ACTED"]),
        ("Awa Zorglub, cheffe Zqx", &["ACTED"]),
        ("Awa Zorglub - ACTED", &["ACTED"]),
        ("ACTED : Awa Zorglub", &["ACTED"]),
        ("Awa Zorglub/ACTED", &["ACTED"]),
        ("Awa Zorglub et Issa Zébulon", &["ACTED", "OIM"]),
        (
            "Awa ZORGLUB, Issa Zebulon et CARE",
            &["ACTED", "OIM", "CARE"],
        ),
        ("CARE & Mme Zorglub", &["CARE", "ACTED"]),
        ("Zorglub Awa", &["ACTED"]),
        ("ZORGLUB, Awa", &["ACTED"]),
        ("A. Zorglub", &["ACTED"]),
        ("Zorglub A.", &["ACTED"]),
        ("áwa-zorglub", &["ACTED"]),
        ("Awa  Fatou Zorglub", &["ACTED"]),
        ("M. Zébulon", &["OIM"]),
        ("Zibeline Marie NZola", &["Zqfonction"]),
        ("N'zola Zibeline-Marie", &["Zqfonction"]),
        ("Save the Children", &["Save the Children"]),
        ("PNUD / Coordination", &["PNUD / Coordination"]),
    ] {
        let record = FRAME.replace("TYPED", typed);
        let settings = format!("{SETTINGS}[site]\nparticipants = \"organisations\"\n");
        let project = Project::empty()
            .file("greffier.toml", &settings)
            .file("meetings/2026-03-17.toml", &record);
        let run = project.run(["build", "--formats", "html,md"]);
        assert_eq!(run.code, 0, "{}", run.text());
        let outputs = outputs(&project);
        for word in [
            "zorglub", "zebulon", "zébulon", "zibeline", "nzola", "zola", "zqx",
        ] {
            assert_eq!(holding(&outputs, word), [""; 0], "{word} of {typed}");
        }
        let data = project.read("output/2026-03-17/minutes.json");
        let data: Value = serde_json::from_str(&data).unwrap();
        let theme = &data["themes"][0];
        for owners in [&theme["responsables"], &theme["actions"][0]["responsables"]] {
            assert_eq!(owners, &Value::from(shown), "{typed}");
        }
        let checked = project.run(["check"]);
        assert!(
            !checked.stderr.contains("est sans doute une personne"),
            "{typed}: {}",
            checked.stderr
        );
    }
}

/// Persons of the contacts are known too, and what is told of them is their organisation by its one name.
#[test]
fn a_person_of_the_contacts_is_no_owner_by_name() {
    let contacts = "organisations = [{ nom = \"PNUD\", autres_noms = [\"UNDP\"] }]\npersonnes = [{ nom = \"Zorglub Awa\", organisation = \"UNDP\" }, { nom = \"Issa Zébulon\" }]\n";
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\nactions = [{ texte = \"Un\", responsables = [\"Mme Awa Zorglub\", \"I. Zébulon\", \"CARE\"] }]\n";
    let project = Project::empty()
        .file(
            "greffier.toml",
            &format!(
                "fuseau = \"Africa/Bamako\"\n{SETTINGS}[site]\nparticipants = \"organisations\"\n"
            ),
        )
        .file("contacts.toml", contacts)
        .file("meetings/2026-03-17.toml", record);
    let run = project.run(["build", "--formats", "html,md"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let outputs = outputs(&project);
    for word in ["zorglub", "zébulon", "zebulon"] {
        assert_eq!(holding(&outputs, word), [""; 0]);
    }
    let data: Value =
        serde_json::from_str(&project.read("output/2026-03-17/minutes.json")).unwrap();
    let owners = &data["themes"][0]["actions"][0]["responsables"];
    assert_eq!(owners, &serde_json::json!(["PNUD", "CARE"]));
    assert_eq!(project.run(["check", "--strict"]).code, 0);
}

/// Whoever may be a person, and is not surely one of the lists, is doubted, where names are not published.
#[test]
fn an_owner_who_may_be_a_person_is_doubted() {
    let other =
        "date = 2026-02-10\nparticipants = [{ nom = \"Fanta Zinder\", organisation = \"FAO\" }]\n";
    for (typed, is_doubted) in [
        ("Zorglub", true),
        ("Awa", true),
        ("Awa Zorglib", true),
        ("Mme Inconnue", true),
        ("Fanta Zinder", true),
        ("CARE et F. Zinder", true),
        ("Mme la Préfète", false),
        ("M. le Maire", false),
        ("ACTED", false),
        ("MSF", false),
        ("Mission de Gao", false),
        ("Awa Zorglub", false),
    ] {
        let record = format!(
            "date = 2026-03-17\nparticipants = [{{ nom = \"Awa Zorglub\", organisation = \"ACTED\" }}]\n[[themes]]\ntitre = \"T\"\nactions = [{{ texte = \"Un\", responsables = [\"{typed}\"] }}]\n"
        );
        for participants in ["noms", "organisations"] {
            let settings = format!("{SETTINGS}[site]\nparticipants = \"{participants}\"\n");
            let project = Project::empty()
                .file("greffier.toml", &settings)
                .file("meetings/2026-02-10.toml", other)
                .file("meetings/2026-03-17.toml", &record);
            let said = project.run(["check", "--message-format", "json"]);
            let is_said = said.stdout.contains("personne-parmi-les-responsables");
            let is_expected = is_doubted && participants == "organisations";
            assert_eq!(
                is_said,
                is_expected,
                "{typed}, {participants}: {}",
                said.text()
            );
        }
    }
}
