//! The heads of columns and of parts, which a series may name otherwise.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text;
use crate::diagnostic::Diagnostics;
use crate::toml_source::Field;

/// Heads of columns and of parts. The defaults are those of the source document, corrected (`francais.md` FOR-22).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// The table's first column.
    pub themes: String,
    /// The table's second column.
    #[serde(rename = "recommandations")]
    pub recommendations: String,
    /// The table's third column.
    pub actions: String,
    /// The table's fourth column.
    #[serde(rename = "responsables")]
    pub owners: String,
    /// The column of due dates, where the series asks for one.
    #[serde(rename = "delai")]
    pub due: String,
    /// The agenda.
    #[serde(rename = "ordre_du_jour")]
    pub agenda: String,
    /// The list of those present.
    pub participants: String,
    /// The annexes.
    pub annexes: String,
    /// Where the minutes are signed.
    pub signatures: String,
    /// Above the signature of who chaired.
    #[serde(rename = "presidence")]
    pub chair: String,
    /// Above the signature of who wrote.
    #[serde(rename = "redaction")]
    pub author: String,
}

impl Default for Labels {
    fn default() -> Self {
        Self {
            themes: "Thèmes".into(),
            recommendations: "Recommandations / Commentaires".into(),
            actions: "Points d’action".into(),
            owners: "Responsable".into(),
            due: "Délai".into(),
            agenda: "Points à l’ordre du jour".into(),
            participants: "Liste des participants".into(),
            annexes: "Annexes".into(),
            signatures: "Signatures".into(),
            chair: "Présidence de séance".into(),
            author: "Secrétariat de séance".into(),
        }
    }
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "libelles", deny_unknown_fields)]
pub(super) struct RawLabels {
    #[schemars(description = "Première colonne : \"Thèmes\".")]
    themes: Field<String>,
    #[serde(rename = "recommandations")]
    #[schemars(description = "Deuxième colonne : \"Recommandations / Commentaires\".")]
    recommendations: Field<String>,
    #[schemars(description = "Troisième colonne : \"Points d’action\".")]
    actions: Field<String>,
    #[serde(rename = "responsables")]
    #[schemars(description = "Quatrième colonne : \"Responsable\".")]
    owners: Field<String>,
    #[serde(rename = "delai")]
    #[schemars(description = "Colonne des échéances, avec `colonne_delai` : \"Délai\".")]
    due: Field<String>,
    #[serde(rename = "ordre_du_jour")]
    #[schemars(description = "Titre de l’ordre du jour.")]
    agenda: Field<String>,
    #[schemars(description = "Titre de la liste des participants.")]
    participants: Field<String>,
    #[schemars(description = "Titre des annexes.")]
    annexes: Field<String>,
    #[schemars(description = "Titre au-dessus des signatures.")]
    signatures: Field<String>,
    #[serde(rename = "presidence")]
    #[schemars(description = "Qualité de qui a présidé, dans les signatures.")]
    chair: Field<String>,
    #[serde(rename = "redaction")]
    #[schemars(description = "Qualité de qui a rédigé, dans les signatures.")]
    author: Field<String>,
}

impl RawLabels {
    /// All of them.
    pub(super) fn texts(&self) -> [&Field<String>; 11] {
        [
            &self.themes,
            &self.recommendations,
            &self.actions,
            &self.owners,
            &self.due,
            &self.agenda,
            &self.participants,
            &self.annexes,
            &self.signatures,
            &self.chair,
            &self.author,
        ]
    }
}

/// The labels given, the defaults for the others.
pub(super) fn labels(raw: &RawLabels, faults: &mut Diagnostics) -> Labels {
    let default = Labels::default();
    Labels {
        themes: text(&raw.themes, faults).unwrap_or(default.themes),
        recommendations: text(&raw.recommendations, faults).unwrap_or(default.recommendations),
        actions: text(&raw.actions, faults).unwrap_or(default.actions),
        owners: text(&raw.owners, faults).unwrap_or(default.owners),
        due: text(&raw.due, faults).unwrap_or(default.due),
        agenda: text(&raw.agenda, faults).unwrap_or(default.agenda),
        participants: text(&raw.participants, faults).unwrap_or(default.participants),
        annexes: text(&raw.annexes, faults).unwrap_or(default.annexes),
        signatures: text(&raw.signatures, faults).unwrap_or(default.signatures),
        chair: text(&raw.chair, faults).unwrap_or(default.chair),
        author: text(&raw.author, faults).unwrap_or(default.author),
    }
}
