//! An item of the agenda as typed: its title alone, or with who presents it, how long, to what end, and its sub-points.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Edition, Text, Texts};
use crate::diagnostic::Span;
use crate::toml_source::Field;

/// An item of the agenda.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(
    untagged,
    rename = "point",
    description = "Un point de l’ordre du jour : son titre, ou son titre avec ce qui le précise."
)]
pub(crate) enum RawAgendaItem {
    #[serde(rename = "texte")]
    Title(String),
    #[serde(rename = "table")]
    Full(RawAgendaTable),
}

/// An item of the agenda as a group of keys.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "point_precise",
    deny_unknown_fields,
    description = "Un point de l’ordre du jour, avec qui le présente, sa durée, ce qu’on en attend, ses sous-points.",
    extend("required" = ["titre"])
)]
pub(crate) struct RawAgendaTable {
    #[serde(rename = "titre")]
    #[schemars(description = "Titre du point, sans numéro.")]
    pub(crate) title: Text,
    #[serde(rename = "presente_par")]
    #[schemars(description = "Qui le présente : \"OCHA\".")]
    pub(crate) presenter: Text,
    #[serde(rename = "duree")]
    #[schemars(description = "Durée prévue, en minutes : 10.")]
    pub(crate) minutes: Field<i64>,
    #[serde(rename = "pour")]
    #[schemars(description = "Ce qu’on en attend.")]
    pub(crate) purpose: Field<RawPurpose>,
    #[serde(rename = "sous_points")]
    #[schemars(description = "Les sous-points, un texte chacun.")]
    pub(crate) subitems: Texts,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure ce point ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// What an item of the agenda is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum RawPurpose {
    #[serde(rename = "information")]
    #[schemars(description = "Pour que chacun sache.")]
    Information,
    #[serde(rename = "discussion")]
    #[schemars(description = "Pour en débattre.")]
    Discussion,
    #[serde(rename = "décision")]
    #[schemars(description = "Pour décider.")]
    Decision,
}

impl RawAgendaItem {
    /// The title with its place; `span` is that of the item.
    pub(crate) fn title<'a>(&'a self, span: &Span) -> Option<(&'a str, Span)> {
        match self {
            Self::Title(title) => Some((title, span.clone())),
            Self::Full(table) => {
                let (title, span) = table.title.located()?;
                Some((title, span))
            }
        }
    }
}
