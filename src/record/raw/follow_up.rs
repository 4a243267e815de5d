//! What became of what earlier meetings left open: their action points and their minutes, as typed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{DueText, Edition, StatusText, Text, Texts};
use crate::toml_source::Field;

/// What became of an action point of an earlier meeting.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "suivi",
    deny_unknown_fields,
    description = "Ce qu’est devenu un point d’action d’une réunion précédente.",
    extend("required" = ["action"])
)]
pub(crate) struct RawFollowUp {
    #[schemars(
        description = "L’action : son `id`, ou la page de sa réunion et son adresse, \"2026/2026-03-17#action-2-1\"."
    )]
    pub(crate) action: Text,
    #[serde(rename = "statut")]
    #[schemars(
        description = "Où en est l’action : un des mots proposés, ou un mot de [statuts] dans greffier.toml."
    )]
    pub(crate) status: Field<StatusText>,
    #[serde(rename = "echeance")]
    #[schemars(
        description = "La nouvelle échéance, si elle change ; les anciennes sont gardées et comptées."
    )]
    pub(crate) due: Field<DueText>,
    #[serde(rename = "responsables")]
    #[schemars(description = "Les nouveaux responsables, s’ils changent : [\"ACTED\", \"OIM\"].")]
    pub(crate) owners: Texts,
    #[serde(rename = "commentaire")]
    #[schemars(description = "Ce qui a été dit de l’action, en paragraphes.")]
    pub(crate) comment: Text,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure ce suivi ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// The approval of earlier minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "approbation",
    deny_unknown_fields,
    description = "L’approbation d’un compte rendu précédent, à cette réunion.",
    extend("required" = ["reunion"])
)]
pub(crate) struct RawApproval {
    #[serde(rename = "reunion")]
    #[schemars(
        description = "La réunion dont le compte rendu est approuvé : \"2026/2026-03-17\"."
    )]
    pub(crate) meeting: Text,
    #[schemars(
        description = "Ce qui a été modifié ; sans cette clé, il est approuvé sans modification."
    )]
    #[serde(rename = "modifications")]
    pub(crate) changes: Text,
}
