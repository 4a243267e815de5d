//! `contacts.toml` as it is typed: the keys, in French as in the file, and their descriptions, which the schema shows in editors.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::toml_source::Field;

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "contacts",
    deny_unknown_fields,
    description = "À qui les comptes rendus sont envoyés. Ce fichier n’est jamais publié."
)]
pub(super) struct RawContacts {
    #[schemars(description = "Les organisations, un bloc [[organisations]] chacune.")]
    pub(super) organisations: Field<Vec<Field<RawOrganisation>>>,
    #[serde(rename = "personnes")]
    #[schemars(description = "Les personnes, un bloc [[personnes]] chacune.")]
    pub(super) people: Field<Vec<Field<RawPerson>>>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "organisation",
    deny_unknown_fields,
    description = "Une organisation.",
    extend("required" = ["nom"])
)]
pub(super) struct RawOrganisation {
    #[serde(rename = "nom")]
    #[schemars(description = "Le nom sous lequel elle figure dans les comptes rendus : \"PNUD\".")]
    pub(super) name: Field<String>,
    #[serde(rename = "autres_noms")]
    #[schemars(description = "Ses autres noms : [\"UNDP\"].")]
    pub(super) other_names: Field<Vec<Field<String>>>,
    #[serde(rename = "categorie")]
    #[schemars(
        description = "\"ONU\", \"ONGI\", \"ONGN\", \"gouvernement\", \"bailleur\", ou un autre mot."
    )]
    pub(super) category: Field<String>,
    #[serde(rename = "adresses")]
    #[schemars(description = "Ses adresses de courriel : [\"coordination@example.org\"].")]
    pub(super) addresses: Field<Vec<Field<String>>>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "personne",
    deny_unknown_fields,
    description = "Une personne.",
    extend("required" = ["nom"])
)]
pub(super) struct RawPerson {
    #[serde(rename = "nom")]
    #[schemars(description = "Nom complet, comme dans les comptes rendus.")]
    pub(super) name: Field<String>,
    #[schemars(description = "Son organisation : \"PNUD\".")]
    pub(super) organisation: Field<String>,
    #[serde(rename = "adresses")]
    #[schemars(description = "Ses adresses de courriel : [\"awa.sow@example.org\"].")]
    pub(super) addresses: Field<Vec<Field<String>>>,
}
