//! What became of what earlier meetings left open: their action points and their minutes, as typed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{DueText, Edition, StatusText, Text, Texts};
use crate::diagnostic::Span;
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
    description = "L’approbation d’un compte rendu précédent, ou de plusieurs, à cette réunion.",
    extend("required" = ["reunion"])
)]
pub(crate) struct RawApproval {
    #[serde(rename = "reunion")]
    #[schemars(
        description = "La réunion dont le compte rendu est approuvé : \"2026/2026-03-17\" ; s’il y en a plusieurs, leur liste."
    )]
    pub(crate) meetings: Field<RawMeetings>,
    #[schemars(
        description = "Ce qui a été modifié ; sans cette clé, il est approuvé sans modification."
    )]
    #[serde(rename = "modifications")]
    pub(crate) changes: Text,
    /// Whether an edition shows nothing of what was changed, though it is told.
    #[serde(skip)]
    pub(crate) has_hidden_changes: bool,
}

/// The meetings whose minutes are approved: one, or several.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged, inline)]
pub(crate) enum RawMeetings {
    #[serde(rename = "texte")]
    One(String),
    #[serde(rename = "liste")]
    Several(Vec<Field<String>>),
}

impl Field<RawMeetings> {
    /// Each of them, as typed, with its place.
    pub(crate) fn meetings(&self) -> impl Iterator<Item = (&str, Span)> {
        let (one, several) = match self.located() {
            Some((RawMeetings::One(typed), span)) => (Some((typed.as_str(), span)), None),
            Some((RawMeetings::Several(typed), _)) => (None, Some(typed)),
            None => (None, None),
        };
        let several = several.into_iter().flatten();
        let several = several.filter_map(Field::located);
        one.into_iter()
            .chain(several.map(|(typed, span)| (typed.as_str(), span)))
    }
}
