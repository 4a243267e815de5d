//! Whoever is named in whichever field that is for a name is known again among the owners and in the texts.

use crate::SETTINGS;
use crate::common::Project;
use crate::privacy::{holding, outputs};

/// Each field whose names are hidden, with one that stands nowhere else but among the owners and in a text.
const FIELDS: [&str; 18] = [
    "participants = [{ nom = \"NAME\" }]",
    "participants = [{ nom = \"Ali Ba\", represente_par = \"NAME\" }]",
    "participants = [{ nom = \"Ali Ba\", pouvoir_a = \"NAME\" }]",
    "representes = [{ nom = \"NAME\" }]",
    "representes = [{ nom = \"Ali Ba\", pouvoir_a = \"NAME\" }]",
    "representes = [{ nom = \"Ali Ba\", represente_par = \"NAME\" }]",
    "excuses = [{ nom = \"NAME\" }]",
    "excuses = [{ nom = \"Ali Ba\", pouvoir_a = \"NAME\" }]",
    "absents = [{ nom = \"NAME\" }]",
    "absents = [{ nom = \"Ali Ba\", represente_par = \"NAME\" }]",
    "presidence = { nom = \"NAME\", organisation = \"PNUD\" }",
    "presidence = [{ nom = \"Ali Ba\", accompagne_par = \"NAME\" }]",
    "redaction = [{ role = \"Rédigé par\", nom = \"NAME\" }]",
    "roles = [{ role = \"Scrutateur\", nom = \"NAME\" }]",
    "VOTE pour",
    "VOTE contre",
    "VOTE abstentions",
    "VOTE ne_prennent_pas_part",
];

fn series(head: &str, vote: &str, owners: &str, text: &str) -> Project {
    let record = format!(
        "date = 2026-03-17\n{head}\n[[themes]]\ntitre = \"T\"\ndiscussion = \"{text}\"\ndecisions = [{{ texte = \"D\", vote = {{ pour = 9, contre = 9, abstentions = 9, ne_prennent_pas_part = 9, noms = {{ {vote} }} }} }}]\nactions = [{{ texte = \"Écrire\", responsables = [{owners}] }}]\n"
    );
    let settings = format!("{SETTINGS}[site]\nparticipants = \"organisations\"\n");
    Project::empty()
        .file("greffier.toml", &settings)
        .file("meetings/2026/2026-03-17.toml", &record)
}

fn in_field(field: &str, name: &str, owner: &str, text: &str) -> Project {
    let owners = format!("\"{owner}\", \"OXFAM\"");
    match field.strip_prefix("VOTE ") {
        Some(list) => series("", &format!("{list} = [\"{name}\"]"), &owners, text),
        None => series(&field.replace("NAME", name), "", &owners, text),
    }
}

#[test]
fn an_owner_is_not_told() {
    for field in FIELDS {
        for owner in ["Zqpaul Zqkeita", "ZQKEITA Zqpaul", "Mme Zqkeita"] {
            let project = in_field(field, "Zqpaul Zqkeita", owner, "Les échanges.");
            let run = project.run(["build", "--formats", "html,md"]);
            assert_eq!(run.code, 0, "{}", run.text());
            let outputs = outputs(&project);
            assert_eq!(holding(&outputs, "zqkeita"), [""; 0], "{field}: {owner}");
            assert!(!holding(&outputs, "oxfam").is_empty(), "{field}");
        }
    }
}

#[test]
fn a_text_is_doubted() {
    for field in FIELDS {
        for (text, is_doubted) in [
            ("Zqpaul Zqkeita a parlé.", true),
            ("M. Zqkeita a parlé.", true),
            ("Zqpaul a parlé.", false),
        ] {
            let project = in_field(field, "Zqpaul Zqkeita", "OIM", text);
            let run = project.run(["check", "--message-format", "json"]);
            assert_eq!(run.code, 0, "{}", run.text());
            let is_told = run.stdout.contains("\"nom-dans-un-texte\"");
            assert_eq!(is_told, is_doubted, "{field}: {text}");
        }
    }
}

/// Who is named by the family name alone may be the one who has a given name among the owners, or another.
#[test]
fn an_owner_who_may_be_meant_is_doubted() {
    for field in FIELDS {
        for (name, owner, is_doubted) in [
            ("M. Zqkeita", "Zqpaul Zqkeita", true),
            ("Zqkeita", "ZQKEITA Zqpaul", true),
            ("Zqpaul Zqkeita", "Zqkeita", true),
            ("Zqpaul Zqkeita", "Zqpaul Zqkeito", true),
            ("M. Zqkeita", "OIM", false),
            ("M. Zqkeita", "M. Zqkeita", false),
            ("Zqpaul Zqkeita", "Croix Bleue", false),
        ] {
            let project = in_field(field, name, owner, "Les échanges.");
            let run = project.run(["check", "--message-format", "json"]);
            assert_eq!(run.code, 0, "{}", run.text());
            let is_told = run.stdout.contains("\"personne-parmi-les-responsables\"");
            assert_eq!(is_told, is_doubted, "{field}: {name}, {owner}");
        }
    }
}

/// Bodies vote too, and own what they are to do.
#[test]
fn a_body_that_votes_is_told_as_an_owner() {
    let listed = "participants = [{ nom = \"Ali Ba\", organisation = \"Médecins du Monde\" }]";
    let votes = "pour = [\"Médecins du Monde\", \"FAO\"], contre = [\"Zqpaul Zqkeita\"]";
    let owners = "\"Médecins du Monde\", \"FAO\", \"Zqpaul Zqkeita\"";
    let project = series(listed, votes, owners, "Médecins du Monde et FAO ont parlé.");
    let run = project.run(["build", "--formats", "html,md"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let markdown = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md");
    assert!(
        markdown.contains("| Écrire | Médecins du Monde, FAO |"),
        "{markdown}"
    );
    let run = project.run(["check", "--message-format", "json"]);
    assert!(
        !run.stdout.contains("\"nom-dans-un-texte\""),
        "{}",
        run.stdout
    );
    // Nothing tells whether a word in capitals is a body.
    assert!(
        run.stdout.contains("personne-parmi-les-responsables"),
        "{}",
        run.stdout
    );
}

/// Who is listed at another meeting, or stands among the contacts, is known in the texts of all.
#[test]
fn elsewhere_in_the_series() {
    let other = "date = 2026-02-10\nparticipants = [{ nom = \"Fanta Zinder\" }, { nom = \"Croix Bleue\" }]\nabsents = [{ organisation = \"Croix bleue\" }]\n";
    let contacts = "[[personnes]]\nnom = \"Issa Quenneville\"\nadresses = [\"issa@example.org\"]\n";
    for (text, is_doubted) in [
        ("Fanta Zinder a parlé.", true),
        ("Mme Zinder a parlé.", true),
        ("MM. Ba et Quenneville ont parlé.", true),
        ("Q. I. et QUENNEVILLE Issa", true),
        ("la ville de Zinder, puis Fanta", false),
        ("la Croix Bleue est venue", false),
    ] {
        let project = series("", "", "\"OIM\"", text)
            .file("meetings/2026/2026-02-10.toml", other)
            .file("contacts.toml", contacts);
        // Of the other record, whose organisation bears the name of a person, more is told.
        let record = "meetings/2026/2026-03-17.toml";
        let run = project.run(["check", "--message-format", "json", record]);
        assert_eq!(run.code, 0, "{}", run.text());
        let is_told = run.stdout.contains("\"nom-dans-un-texte\"");
        assert_eq!(is_told, is_doubted, "{text}");
    }
}
