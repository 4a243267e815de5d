//! `contacts.toml` as it is typed: the keys, in French as in the file, and their descriptions, which the schema shows in editors.

use schemars::JsonSchema;
use serde::Deserialize;

use super::security::Security;
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
    #[serde(rename = "envoi")]
    #[schemars(
        description = "Par quel serveur « greffier send --smtp » envoie les messages, un bloc [envoi]."
    )]
    pub(super) outbox: Field<RawOutbox>,
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
    #[serde(rename = "autres_noms")]
    #[schemars(description = "Ses autres noms : [\"Mme Awa Diallo\"].")]
    pub(super) other_names: Field<Vec<Field<String>>>,
    #[schemars(description = "Son organisation : \"PNUD\".")]
    pub(super) organisation: Field<String>,
    #[serde(rename = "adresses")]
    #[schemars(description = "Ses adresses de courriel : [\"awa.sow@example.org\"].")]
    pub(super) addresses: Field<Vec<Field<String>>>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "envoi",
    deny_unknown_fields,
    description = "Le serveur d’envoi. Le mot de passe n’est jamais dans ce fichier.",
    extend("required" = ["serveur", "expediteur"])
)]
pub(super) struct RawOutbox {
    #[serde(rename = "serveur")]
    #[schemars(description = "Le nom du serveur : \"smtp.example.org\".")]
    pub(super) server: Field<String>,
    #[schemars(description = "Son port ; sans cette clé, 587, ou 465 avec securite = \"tls\".")]
    pub(super) port: Field<i64>,
    #[serde(rename = "securite")]
    #[schemars(description = "Comment la liaison est protégée ; sans cette clé, \"starttls\".")]
    pub(super) security: Field<Security>,
    #[serde(rename = "expediteur")]
    #[schemars(description = "L’adresse de qui envoie : \"coordination@example.org\".")]
    pub(super) sender: Field<String>,
    #[serde(rename = "nom")]
    #[schemars(description = "Le nom de qui envoie : \"Coordination du cluster\".")]
    pub(super) sender_name: Field<String>,
    #[serde(rename = "utilisateur")]
    #[schemars(
        description = "Le nom sous lequel le serveur connaît qui envoie ; sans cette clé, aucun mot de passe n’est donné."
    )]
    pub(super) user: Field<String>,
    #[serde(rename = "par_minute")]
    #[schemars(
        description = "Combien de messages partent au plus par minute, de 1 à 6000 ; sans cette clé, 30."
    )]
    pub(super) per_minute: Field<i64>,
}
