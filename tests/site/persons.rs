//! What is published of persons, looked for in every byte of every output.

use crate::SETTINGS;
use crate::common::{Project, spreadsheet};
use crate::complete;
use crate::reader::Reader;

/// Names that stand nowhere else, in every place of a record that is for a name.
const RECORD: &str = r#"
date = 2026-03-17
presidence = { nom = "Zorglub Président", fonction = "coordinatrice", organisation = "PNUD" }
redaction = [ { role = "Rédigé par", nom = "Zorglub Rédacteur", fonction = "chargé de l’information" }, { role = "Revu par", nom = "Zorglub Relecteur" } ]
participants = [
  { nom = "Zorglub Présent", fonction = "chef", organisation = "ACTED" },
  { nom = "Zorglub Présente", organisation = "ACTED" },
  { nom = "Zorglub Seul" },
]
excuses = [ { nom = "Zorglub Excusé", organisation = "AVSF" }, { nom = "Zorglub Excusée" } ]
absents = [ { nom = "Zorglub Absent", organisation = "OXFAM" } ]

[[themes]]
titre = "Suivi"
responsables = ["Zorglub Présent"]

[[themes.actions]]
texte = "Partager les TDR"
responsables = ["zorglub présente", "Zorglub Seul", "Mercy Corps"]
echeance = 2026-04-01

[prochaine_reunion]
date = 2026-04-14
"#;

fn built(site: &str, record: &str) -> Project {
    let settings = format!("{SETTINGS}signatures = [\"présidence\", \"rédaction\"]\n{site}");
    let project = Project::empty()
        .file("greffier.toml", &settings)
        .file("meetings/2026/2026-03-17.toml", record);
    let run = project.run(["build", "--formats", "html,md,pdf,print,presence"]);
    assert_eq!(run.code, 0, "{}", run.text());
    project
}

/// The files in which a text stands, in whatever case.
fn holding(project: &Project, sought: &str) -> Vec<String> {
    let files = project.files("output").into_iter();
    files
        .filter(|file| {
            let mut bytes = project.bytes(&format!("output/{file}"));
            if file.ends_with(".pdf") {
                // What is drawn, by the glyphs, and all else that the file holds.
                let reader = Reader::new(&bytes);
                let drawn = reader.stretches.iter().flat_map(|page| page.values());
                let drawn: String = drawn.chain(&reader.artifacts).map(String::as_str).collect();
                bytes = format!("{}\n{drawn}", reader.everything()).into_bytes();
            }
            if file.ends_with(".xlsx") {
                bytes = spreadsheet::everything(&bytes).into_bytes();
            }
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            text.contains(&sought.to_lowercase())
        })
        .collect()
}

#[test]
fn names_are_published_by_default() {
    let project = built("", RECORD);
    let holding = holding(&project, "Zorglub");
    for file in [
        "index.html",
        "minutes.json",
        "compte-rendu-2026-03-17.md",
        "compte-rendu-2026-03-17.pdf",
        "compte-rendu-2026-03-17.print.html",
        "compte-rendu-2026-03-17-presence.pdf",
    ] {
        assert!(
            holding.contains(&format!("2026/2026-03-17/{file}")),
            "{file} is not in {holding:?}"
        );
    }
}

/// A convocation names those who are expected, the sheet that they sign lists them: not where names are not published.
#[test]
fn a_convocation_names_nobody_either() {
    let convoking = RECORD.replacen(
        "date = 2026-03-17",
        "date = 2026-03-17\netat = \"convocation\"",
        1,
    );
    let convoking = convoking.replace(
        "absents = [",
        "roles = [ { role = \"Convoquée par\", nom = \"Zorglub Chef\" } ]\nordre_du_jour = [ { titre = \"Suivi\", presente_par = \"Zorglub Seul\" } ]\nabsents = [",
    );
    let named = holding(&built("", &convoking), "Zorglub");
    for file in [
        "convocation.pdf",
        "convocation.md",
        "presence.pdf",
        "index.html",
    ] {
        assert!(
            named.iter().any(|one| one.ends_with(file)),
            "{file}: {named:?}"
        );
    }
    let project = built("[site]\nparticipants = \"organisations\"\n", &convoking);
    assert_eq!(holding(&project, "Zorglub"), Vec::<String>::new());
    let sheet = project.bytes("output/2026/2026-03-17/compte-rendu-2026-03-17-presence.pdf");
    let sheet = Reader::new(&sheet).structure();
    assert_eq!(sheet.matches("“ACTED”").count(), 2, "{sheet}");
    assert!(
        !sheet.contains("chef"),
        "a function may name somebody: {sheet}"
    );
}

#[test]
fn a_series_may_publish_organisations_alone() {
    let project = built("[site]\nparticipants = \"organisations\"\n", RECORD);
    assert_eq!(holding(&project, "Zorglub"), Vec::<String>::new());
    let page = project.read("output/2026/2026-03-17/index.html");
    for said in [
        "3 participants",
        "1 organisation",
        "ACTED",
        "AVSF",
        "OXFAM",
        "Mercy Corps",
        "chargé de l’information",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let markdown = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md");
    assert!(
        markdown.contains("3 participants") && markdown.contains("- ACTED"),
        "{markdown}"
    );
    let print = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.print.html");
    assert!(
        print.contains("3 participants") && print.contains("ACTED"),
        "{print}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&project.read("output/2026/2026-03-17/minutes.json")).unwrap();
    assert_eq!(json["nombre_de_participants"], 3);
    assert_eq!(json["participants"], serde_json::json!([]));
}

/// A vote may be by name: then the register tells it as the minutes do, with the names or without.
#[test]
fn the_register_of_decisions_names_nobody_where_the_minutes_do_not() {
    let record = "date = 2026-03-17\nparticipants = [{ nom = \"Zorglub Un\", organisation = \"ACTED\" }]\n[[themes]]\ntitre = \"T\"\ndecisions = [{ texte = \"D\", vote = { pour = 3, contre = 1, abstentions = 1, noms = { contre = [\"Zorglub Un\"], abstentions = [\"Zorglub Deux\"] } } }]\n";
    let named = holding(&built("", record), "Zorglub Un");
    for file in [
        "decisions.html",
        "decisions-2026.html",
        "decisions.csv",
        "decisions.xlsx",
    ] {
        assert!(named.contains(&file.to_owned()), "{file}: {named:?}");
    }
    let project = built("[site]\nparticipants = \"organisations\"\n", record);
    assert_eq!(holding(&project, "Zorglub"), Vec::<String>::new());
    let table = project.read("output/decisions.csv");
    assert!(table.contains("1 contre et 1 abstention"), "{table}");
}

/// Every place of a record that is for a name, under both heads.
#[test]
fn no_name_is_left_in_any_place_of_a_record() {
    let organisations = "[site]\nparticipants = \"organisations\"\n";
    for head in ["formule", "grille"] {
        let head = format!("entete = \"{head}\"\n");
        let named = built(&head, complete::RECORD);
        assert!(holding(&named, "Zorglub Mandataire").len() > 3);
        let project = built(&format!("{head}{organisations}"), complete::RECORD);
        assert_eq!(holding(&project, "Zorglub"), Vec::<String>::new());
        let data = project.read("output/2026/2026-03-17/minutes.json");
        for said in [
            "ACTED",
            "ONU Femmes",
            "UNICEF",
            "OCHA",
            "secrétaire général",
        ] {
            assert!(data.contains(said), "{said} is not in {data}");
        }
    }
}

/// Without names: an organisation once in each list, nobody of none, and owners once each, by what they stand for.
#[test]
fn without_names_organisations_are_told_once() {
    let record = r#"
date = 2026-03-17
presidence = { nom = "Zorglub Chef", organisation = "PNUD" }
redaction = [ { role = "Rédigé par", nom = "Zorglub Rédacteur" } ]
participants = [
  { nom = "Zorglub Un", organisation = "ACTED" },
  { nom = "Zorglub Deux", organisation = "ACTED", arrivee = "10h05", a_distance = true },
  { nom = "Zorglub Tard", organisation = "OCHA", pouvoir_a = "Zorglub Un" },
]
excuses = [
  { nom = "Zorglub Trois", fonction = "juriste", organisation = "AVSF" },
  { nom = "Zorglub Quatre", organisation = "AVSF" },
  { nom = "Zorglub Cinq", fonction = "comptable" },
]

[[themes]]
titre = "Suivi"

[[themes.actions]]
texte = "Partager les TDR"
responsables = ["M. ZORGLUB Un", "zorglub deux", "Mercy Corps", "Zorglub Rédacteur"]
"#;
    let project = built("[site]\nparticipants = \"organisations\"\n", record);
    assert_eq!(holding(&project, "Zorglub"), Vec::<String>::new());
    let data: serde_json::Value =
        serde_json::from_str(&project.read("output/2026/2026-03-17/minutes.json")).unwrap();
    let of_list = |list: &serde_json::Value| -> Vec<serde_json::Value> {
        let people = list.as_array().unwrap().iter();
        people
            .map(|person| person["organisation"].clone())
            .collect()
    };
    assert_eq!(of_list(&data["absences"][0]["personnes"]), ["AVSF"]);
    assert_eq!(of_list(&data["representes"]), ["OCHA"]);
    assert_eq!(data["redaction"], serde_json::json!([]));
    assert_eq!(
        data["themes"][0]["actions"][0]["responsables"],
        serde_json::json!(["ACTED", "Mercy Corps"])
    );
    // How and when somebody came would tell who it was.
    for told in [
        "juriste",
        "comptable",
        "10\u{a0}h",
        "en ligne",
        "Rédigé par",
    ] {
        let page = project.read("output/2026/2026-03-17/index.html");
        assert!(!page.contains(told), "{told}");
    }
}

/// Whoever is named once is known again among the owners: who came with the chair, who sat for another, who held a proxy.
#[test]
fn without_names_owners_are_told_by_what_they_stand_for() {
    let record = r#"
date = 2026-03-17
presidence = { nom = "Zorglub Chef", organisation = "PNUD", accompagne_par = "Zorglub Suite" }
redaction = [ { role = "Rédigé par", nom = "Zorglub Scribe", fonction = "archiviste", organisation = "OCHA" } ]
participants = [
  { nom = "Zorglub Un", organisation = "ACTED" },
  { nom = "Zorglub Titulaire", organisation = "AVSF", represente_par = "Zorglub Suppléant" },
]
representes = [
  { nom = "Zorglub Absente", organisation = "FAO", pouvoir_a = "Zorglub Un" },
  { nom = "Zorglub Absent", organisation = "OIM", pouvoir_a = "Zorglub Porteur" },
]

[[themes]]
titre = "Suivi"

[[themes.actions]]
texte = "Partager les TDR"
responsables = ["Zorglub Suite", "Zorglub Un", "Zorglub Suppléant", "Zorglub Porteur", "Zorglub Scribe", "CARE"]
"#;
    let project = built("[site]\nparticipants = \"organisations\"\n", record);
    assert_eq!(holding(&project, "Zorglub"), Vec::<String>::new());
    let data: serde_json::Value =
        serde_json::from_str(&project.read("output/2026/2026-03-17/minutes.json")).unwrap();
    assert_eq!(
        data["themes"][0]["actions"][0]["responsables"],
        serde_json::json!(["ACTED", "AVSF", "archiviste", "CARE"])
    );
}

/// How to reach a person is not published, whatever the series publishes of names.
#[test]
fn contacts_of_persons_are_never_published() {
    let record = r#"
date = 2026-03-17
presidence = { nom = "Awa Sangaré", fonction = "coordinatrice (awa@secret.example)" }
redaction = [ { role = "Rédigé par", nom = "Modibo Traoré, modibo@secret.example", fonction = "tél. 76 54 32 10" } ]
participants = [ { nom = "Awa Sangaré (tél. 76543210)", organisation = "PNUD, awa@secret.example" }, { nom = "x@secret.example" } ]
excuses = [ { nom = "Issa +223 76.54.32.10" } ]
ordre_du_jour = [ { titre = "Suivi", presente_par = "Awa, awa@secret.example" } ]

[[themes]]
titre = "Suivi"

[[themes.actions]]
texte = "Partager les TDR"
responsables = ["Awa <awa@secret.example>", "suivi@secret.example"]
"#;
    for site in ["", "[site]\nparticipants = \"organisations\"\n"] {
        let project = built(site, record);
        for contact in [
            "secret.example",
            "76543210",
            "76 54 32 10",
            "76.54.32.10",
            "76\u{a0}54",
        ] {
            assert_eq!(
                holding(&project, contact),
                Vec::<String>::new(),
                "{contact}"
            );
        }
        let data: serde_json::Value =
            serde_json::from_str(&project.read("output/2026/2026-03-17/minutes.json")).unwrap();
        // Whoever was nothing but an address is still one of those who came, and no owner.
        assert_eq!(data["nombre_de_participants"], 2);
        let unnamed = data["participants"].as_array().unwrap().iter();
        let names: Vec<&str> = unnamed.filter_map(|one| one["nom"].as_str()).collect();
        let expected: &[&str] = match site {
            "" => &["Awa Sangaré", "nom non publié"],
            _ => &[],
        };
        assert_eq!(names, expected);
        let owners = &data["themes"][0]["actions"][0]["responsables"];
        assert_eq!(owners, &serde_json::json!(["Awa"]));
    }
}
