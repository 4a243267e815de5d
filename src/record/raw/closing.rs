//! The end of a record: notes, annexes, links, the next meeting.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{DateText, Edition, Groups, HourText, Text};
use crate::toml_source::Field;

/// The end of the minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "cloture",
    deny_unknown_fields,
    description = "La fin du document."
)]
pub(crate) struct RawClosing {
    #[schemars(description = "Notes finales, en paragraphes ou en liste.")]
    pub(crate) notes: Text,
    #[schemars(description = "Les annexes : un titre, ou un titre avec son fichier ou son lien.")]
    pub(crate) annexes: Groups<RawAnnex>,
    #[serde(rename = "liens")]
    #[schemars(description = "Les liens à la fin du document.")]
    pub(crate) links: Groups<RawLink>,
    #[serde(rename = "visibilite")]
    #[schemars(
        description = "Les éditions où figurent ces notes, annexes et liens ; sans cette clé, toutes."
    )]
    pub(crate) visibility: Field<Edition>,
}

/// An annex: its title alone, or with its file or its address.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(
    untagged,
    rename = "annexe",
    description = "Une annexe : son titre, ou son titre avec son fichier ou son lien."
)]
pub(crate) enum RawAnnex {
    #[serde(rename = "texte")]
    Title(String),
    #[serde(rename = "table")]
    Full(RawAnnexTable),
}

/// An annex as a group of keys.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "annexe_jointe",
    deny_unknown_fields,
    description = "Une annexe avec son fichier ou son lien.",
    extend("required" = ["titre"])
)]
pub(crate) struct RawAnnexTable {
    #[serde(rename = "titre")]
    #[schemars(description = "Titre de l’annexe.")]
    pub(crate) title: Text,
    #[serde(rename = "fichier")]
    #[schemars(description = "Fichier, à côté du compte rendu : \"annexes/rapport.pdf\".")]
    pub(crate) file: Text,
    #[serde(rename = "lien")]
    #[schemars(description = "Adresse : \"https://example.org/3w\".")]
    pub(crate) link: Text,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure cette annexe ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// A link at the end of the minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "lien",
    deny_unknown_fields,
    description = "Un lien à la fin du document.",
    extend("required" = ["texte", "adresse"])
)]
pub(crate) struct RawLink {
    #[serde(rename = "texte")]
    #[schemars(description = "Ce qui est imprimé devant l’adresse.")]
    pub(crate) text: Text,
    #[serde(rename = "adresse")]
    #[schemars(description = "Adresse : http, https, mailto ou tel.")]
    pub(crate) address: Text,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure ce lien ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// The next meeting.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "prochaine_reunion",
    deny_unknown_fields,
    description = "La prochaine réunion."
)]
pub(crate) struct RawNext {
    #[schemars(description = "Date : 2026-04-14.")]
    pub(crate) date: Field<DateText>,
    #[serde(rename = "debut")]
    #[schemars(description = "Heure de début : 09:30:00.")]
    pub(crate) start: Field<HourText>,
    #[serde(rename = "lieu")]
    #[schemars(description = "Lieu : \"au bureau d’ONU Femmes\".")]
    pub(crate) place: Text,
    #[serde(rename = "accueil")]
    #[schemars(description = "Qui accueille la réunion : \"ONU Femmes\".")]
    pub(crate) host: Text,
}
