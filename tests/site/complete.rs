//! A record with every key: its data keep to their schema, down to the last list.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;

use crate::SETTINGS;
use crate::common::Project;

/// The record.
pub(crate) const RECORD: &str = include_str!("complete.toml");

pub(crate) fn built(settings: &str) -> Project {
    Project::empty()
        .file("greffier.toml", &format!("{SETTINGS}{settings}"))
        .file("meetings/2026/2026-01-13.toml", RECORD)
        .build_texts()
}

pub(crate) fn data(project: &Project) -> Value {
    serde_json::from_str(&project.read("output/2026/2026-01-13/minutes.json")).unwrap()
}

/// An earlier meeting, of which the record may then speak.
const EARLIER: &str = r#"
date = 2025-12-09
[[themes]]
titre = "Route"
[[themes.actions]]
id = "route"
numero = "A-1"
texte = "Rouvrir la route"
responsables = ["Zorglub Présent"]
echeance = 2025-12-31
[[themes.actions]]
id = "pont"
texte = "Réparer le pont"
"#;
const APPROVAL: &str =
    "approbation = { reunion = \"2025/2025-12-09\", modifications = \"Le point 2.\" }\n";
const FOLLOW_UP: &str = r#"
[[suivi]]
action = "route"
statut = "en cours"
echeance = 2026-01-10
commentaire = "Le chantier avance."
[[suivi]]
action = "pont"
echeance = "avant les pluies"
responsables = ["Zorglub Présent", "ACTED"]
"#;

#[test]
fn its_data_keep_to_their_schema() {
    let project = built("levee_de_seance = \"en chiffres\"\n");
    project.write("meetings/2025/2025-12-09.toml", EARLIER);
    let record = format!("{APPROVAL}{RECORD}{FOLLOW_UP}");
    project.write("meetings/2026/2026-01-13.toml", &record);
    let project = project.build_texts();
    let schema: Value = serde_json::from_str(&project.run(["schema", "minutes"]).stdout).unwrap();
    let mut seen = Seen::default();
    keeps_to(&data(&project), &schema, &schema, "", &mut seen);
    // All other keys hold something somewhere: what is for all names no edition, no category is asked for, minutes that are final say
    // nothing of it, and nobody is expected any more.
    let empty: Vec<&String> = seen.keys.difference(&seen.filled).collect();
    assert_eq!(
        empty,
        [
            "/edition",
            "/etat",
            "/participants_attendus",
            "organisations/categorie"
        ]
    );
}

/// The keys that were met, each behind the one that holds it, and those that hold something.
#[derive(Default)]
struct Seen {
    keys: BTreeSet<String>,
    filled: BTreeSet<String>,
}

/// The part of JSON Schema that the data need, no key more and no key less; every key is described.
fn keeps_to(value: &Value, rule: &Value, schema: &Value, holder: &str, seen: &mut Seen) {
    if let Some(reference) = rule["$ref"].as_str() {
        let rule = schema.pointer(reference.trim_start_matches('#')).unwrap();
        return keeps_to(value, rule, schema, holder, seen);
    }
    // What may be missing.
    if let Some(either) = rule["anyOf"].as_array() {
        if value.is_null() {
            assert!(either.iter().any(|rule| rule["type"] == "null"), "{holder}");
        } else {
            keeps_to(value, &either[0], schema, holder, seen);
        }
        return;
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_allowed = match &rule["type"] {
        Value::Array(kinds) => kinds.contains(&Value::from(kind)),
        one => one == kind,
    };
    assert!(is_allowed, "{holder}: {value} is not {rule}");
    if let (Value::String(text), "date") = (value, rule["format"].as_str().unwrap_or_default()) {
        assert!(text.parse::<Date>().is_ok(), "{holder}: {text}");
    }
    for item in value.as_array().into_iter().flatten() {
        keeps_to(item, &rule["items"], schema, holder, seen);
    }
    let Value::Object(fields) = value else {
        return;
    };
    let known = rule["properties"].as_object().unwrap();
    let keys: Vec<&String> = fields.keys().collect();
    assert_eq!(keys, known.keys().collect::<Vec<_>>(), "{holder}");
    for (key, value) in fields {
        assert!(known[key]["description"].is_string(), "{holder}/{key}");
        let path = format!("{holder}/{key}");
        seen.keys.insert(path.clone());
        if !value.is_null() && value != &Value::Array(Vec::new()) {
            seen.filled.insert(path);
        }
        // What a part holds, its theme may hold; a person is one in every list.
        let holder = match key.as_str() {
            "parties" => "themes",
            "personnes" | "representes" => "participants",
            key => key,
        };
        keeps_to(value, &known[key], schema, holder, seen);
    }
}

#[test]
fn its_data_say_what_the_record_says() {
    let data = data(&built(""));
    for (pointer, said) in [
        ("/reunion", "Réunion du 13 au 15 janvier 2026"),
        ("/date_fin", "2026-01-15"),
        ("/faits_dates/0", "Convocation du 2 janvier 2026."),
        ("/objectif", "Arrêter le budget primitif."),
        ("/roles/0/nom", "Zorglub Convoquant"),
        ("/ordre_du_jour/0/sous_points/1", "Dépenses de gestion"),
        ("/participants/2/qualite", "observateur"),
        ("/participants/2/mentions/0", "en ligne"),
        ("/representes/0/nom", "Zorglub Mandant"),
        ("/absences/0/personnes/1/organisation", "CARE"),
        ("/themes/0/decisions/0/numero", "2026-01-01"),
        ("/themes/0/decisions/0/ancre", "budget-primitif"),
        ("/themes/0/actions/0/numero", "A1"),
        ("/themes/0/parties/0/titre", "Recettes"),
        ("/themes/0/parties/0/actions/0/statut", "permanent"),
    ] {
        let found = data.pointer(pointer).and_then(Value::as_str);
        let found = found.map(|text| text.replace(['\u{a0}', '\u{202f}'], " "));
        assert_eq!(found.as_deref(), Some(said), "{pointer}");
    }
    assert_eq!(data["nombre_de_participants"], 12);
    assert_eq!(data["participants"][3]["nombre"], 2);
    assert_eq!(data["a_eu_lieu"], true);
    let vote = data["themes"][0]["decisions"][0]["vote"].as_str().unwrap();
    assert!(vote.contains("Zorglub Opposant"), "{vote}");
}
