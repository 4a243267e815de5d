//! What a series may choose among a few words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::french::formulas::DocumentName;

/// The kind of document that a series writes; it gives the default title and the names of the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum DocumentKind {
    /// *Compte rendu*.
    #[default]
    #[serde(rename = "compte rendu")]
    #[schemars(description = "« Compte rendu de la réunion », « de la séance »…")]
    Minutes,
    /// *Procès-verbal*.
    #[serde(rename = "procès-verbal")]
    #[schemars(description = "« Procès-verbal de la réunion », « de la séance »…")]
    FormalMinutes,
    /// *Relevé de décisions*.
    #[serde(rename = "relevé de décisions")]
    #[schemars(description = "« Relevé de décisions de la réunion », « de la séance »…")]
    Decisions,
}

impl DocumentKind {
    /// The name of such a document.
    #[must_use]
    pub fn name(self) -> DocumentName {
        match self {
            Self::Minutes => DocumentName::Minutes,
            Self::FormalMinutes => DocumentName::FormalMinutes,
            Self::Decisions => DocumentName::Decisions,
        }
    }
}

/// Where the numbers of the meetings begin anew.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(super) enum NumberedInWord {
    #[serde(rename = "l'année")]
    #[schemars(description = "« la troisième réunion de l’année 2026 ».")]
    Year,
    #[serde(rename = "la série")]
    #[schemars(description = "« la dix-septième réunion du comité ».")]
    Series,
}

/// How a date or an hour is written in a formula.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Writing {
    /// *Le sept février*, *douze heures trente*.
    #[default]
    #[serde(rename = "en lettres")]
    #[schemars(description = "« le sept février », « douze heures trente ».")]
    Words,
    /// *Le 7 février*, *12 h 30*.
    #[serde(rename = "en chiffres")]
    #[schemars(description = "« le 7 février », « 12 h 30 ».")]
    Figures,
}

/// The order of those present (`francais.md` TRI-R4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum ParticipantOrder {
    /// By filing name.
    #[serde(rename = "nom")]
    #[schemars(description = "Par nom de famille, ou par `trier_sous`.")]
    Name,
    /// By organisation, then by filing name.
    #[serde(rename = "organisation")]
    #[schemars(description = "Par organisation, puis par nom.")]
    Organisation,
}

/// Which way the sheet of paper is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum SeriesOrientation {
    /// Higher than wide.
    #[serde(rename = "portrait")]
    #[schemars(description = "Plus haute que large.")]
    Portrait,
    /// Wider than high.
    #[serde(rename = "paysage")]
    #[schemars(description = "Plus large que haute.")]
    Landscape,
    /// Wider than high for the table of themes, higher than wide for the rest.
    #[serde(rename = "tableau en paysage")]
    #[schemars(description = "Le tableau des thèmes en travers, le reste plus haut que large.")]
    LandscapeTable,
}

/// Who signs the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Signatory {
    /// Who chaired.
    #[serde(rename = "présidence")]
    #[schemars(description = "Qui a présidé.")]
    Chair,
    /// Who wrote: the first of the authors.
    #[serde(rename = "rédaction")]
    #[schemars(description = "Qui a rédigé : le premier des rédacteurs.")]
    Author,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(super) enum SpellingWord {
    #[serde(rename = "traditionnelle")]
    #[schemars(description = "« deux mille dix-sept », « vingt et un ».")]
    Traditional,
    #[serde(rename = "1990")]
    #[schemars(description = "« deux-mille-dix-sept », « vingt-et-un ».")]
    Rectified,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(super) enum ThousandWord {
    #[serde(rename = "mil")]
    #[schemars(description = "« L’an mil neuf cent… », dans la formule d’ouverture.")]
    Mil,
    #[serde(rename = "mille")]
    #[schemars(description = "« L’an mille neuf cent… ».")]
    Mille,
}
