//! Each key of the files, and each name of the style sheet, stands in its table.

use std::collections::BTreeSet;

use greffier::print::style::{self, StyleSheet};
use greffier::{config, contacts, record};
use serde_json::Value;

use super::{FORMAT, TEMPLATES, first_column, read};

#[test]
fn every_key_is_documented_in_its_table() {
    let record = record::schema();
    let config = config::schema();
    let contacts = contacts::schema();
    let tables = [
        ("La réunion", &record, "/properties"),
        (
            "Un point de l’ordre du jour",
            &record,
            "/$defs/point_precise/properties",
        ),
        ("Une personne", &record, "/$defs/personne/properties"),
        ("Les présences", &record, "/$defs/presences/properties"),
        ("Qui a présidé", &record, "/$defs/presidence/properties"),
        ("Le quorum", &record, "/$defs/quorum/properties"),
        ("Un rôle", &record, "/$defs/role/properties"),
        ("Un thème", &record, "/$defs/theme/properties"),
        ("Une partie", &record, "/$defs/partie/properties"),
        ("Une décision", &record, "/$defs/decision_votee/properties"),
        ("Un vote", &record, "/$defs/vote/properties"),
        ("Les noms", &record, "/$defs/noms_du_vote/properties"),
        (
            "Les voix d’un groupe",
            &record,
            "/$defs/voix_d_un_groupe/properties",
        ),
        ("Un point d’action", &record, "/$defs/action/properties"),
        ("La clôture", &record, "/$defs/cloture/properties"),
        ("Une annexe", &record, "/$defs/annexe_jointe/properties"),
        ("Un lien", &record, "/$defs/lien/properties"),
        ("Un suivi", &record, "/$defs/suivi/properties"),
        ("L’approbation", &record, "/$defs/approbation/properties"),
        (
            "La prochaine réunion",
            &record,
            "/$defs/prochaine_reunion/properties",
        ),
        ("greffier.toml", &config, "/properties"),
        ("Les libellés", &config, "/$defs/libelles/properties"),
        ("Le suivi", &config, "/$defs/suivi/properties"),
        ("Le site", &config, "/$defs/site/properties"),
        (
            "Les éditions que l’on fait",
            &config,
            "/$defs/editions/properties",
        ),
        ("contacts.toml", &contacts, "/properties"),
        (
            "Une organisation des contacts",
            &contacts,
            "/$defs/organisation/properties",
        ),
        (
            "Une personne des contacts",
            &contacts,
            "/$defs/personne/properties",
        ),
        ("L’envoi", &contacts, "/$defs/envoi/properties"),
    ];
    let text = read(FORMAT);
    let mut told = 0;
    for (heading, schema, pointer) in tables {
        let properties = schema.pointer(pointer).and_then(Value::as_object);
        let keys: BTreeSet<String> = properties.expect(pointer).keys().cloned().collect();
        assert_eq!(
            first_column(&text, heading, "Clé"),
            keys,
            "the table of « {heading} »"
        );
        told += 1;
    }
    let groups = groups_of(&record) + groups_of(&config) + groups_of(&contacts);
    assert_eq!(told, groups, "each group of keys has its table");
}

#[test]
fn every_key_of_the_style_sheet_is_documented_in_its_table() {
    let schema = style::schema();
    let tables = [
        ("La feuille de style du PDF", "/properties"),
        ("La feuille de papier", "/$defs/page/properties"),
        ("Les marges", "/$defs/marges/properties"),
        ("Les polices", "/$defs/polices/properties"),
        ("Le texte courant", "/$defs/texte/properties"),
        ("Le filigrane", "/$defs/filigrane/properties"),
        ("Une règle", "/$defs/regle/properties"),
        ("La largeur d’une colonne", "/$defs/colonne/properties"),
    ];
    let text = read(TEMPLATES);
    for (heading, pointer) in tables {
        let properties = schema.pointer(pointer).and_then(Value::as_object);
        let keys: BTreeSet<String> = properties.expect(pointer).keys().cloned().collect();
        assert_eq!(
            first_column(&text, heading, "Clé"),
            keys,
            "the table of « {heading} »"
        );
    }
    assert_eq!(tables.len(), groups_of(&schema), "each group has its table");
}

/// Each name of the embedded sheet stands in the tables, and each name of the tables in the sheet.
#[test]
fn every_name_of_the_style_sheet_is_documented() {
    let sheet = StyleSheet::default();
    let text = read(TEMPLATES);
    let told = first_column(&text, "Les éléments et les classes", "Nom");
    assert_eq!(told, sheet.rules.keys().cloned().collect());
    let told = first_column(&text, "La largeur d’une colonne", "Colonne");
    assert_eq!(told, sheet.columns.keys().cloned().collect());
}

/// How many groups of keys a schema holds.
fn groups_of(schema: &Value) -> usize {
    let definitions = schema["$defs"].as_object().unwrap();
    1 + definitions
        .values()
        .filter(|definition| definition["properties"].is_object())
        .count()
}
