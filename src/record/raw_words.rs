//! What a record may choose among a few words, as typed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the meeting took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Mode {
    /// All in one room.
    #[serde(rename = "en salle")]
    #[schemars(description = "Tous dans un même lieu.")]
    Room,
    /// All online.
    #[serde(rename = "en ligne")]
    #[schemars(description = "Tous en ligne.")]
    Online,
    /// Both.
    #[serde(rename = "hybride")]
    #[schemars(description = "Sur place et en ligne.")]
    Hybrid,
}

impl Mode {
    /// The word, as it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Room => "en salle",
            Self::Online => "en ligne",
            Self::Hybrid => "hybride",
        }
    }
}

/// How far the minutes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum StateWord {
    #[serde(rename = "projet")]
    #[schemars(description = "Pas encore approuvé.")]
    Draft,
    #[serde(rename = "soumis")]
    #[schemars(description = "Envoyé pour approbation.")]
    Submitted,
    #[serde(rename = "approuvé")]
    #[schemars(description = "Approuvé par les participants.")]
    Approved,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[schemars(inline)]
pub enum Status {
    /// Not begun.
    #[serde(rename = "à faire")]
    #[schemars(description = "Pas encore commencé.")]
    ToDo,
    /// Begun.
    #[serde(rename = "en cours")]
    #[schemars(description = "Commencé.")]
    Ongoing,
    /// Done.
    #[serde(rename = "fait")]
    #[schemars(description = "Terminé.")]
    Done,
    /// Given up.
    #[serde(rename = "abandonné")]
    #[schemars(description = "Ne sera pas fait.")]
    Dropped,
}

impl Status {
    /// The word, as it is typed and printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "à faire",
            Self::Ongoing => "en cours",
            Self::Done => "fait",
            Self::Dropped => "abandonné",
        }
    }
}

/// The gender of a person, by which the label of the excused agrees (`francais.md` FOR-16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum GenderWord {
    #[serde(rename = "féminin")]
    #[schemars(description = "« Excusée », « Excusées ».")]
    Feminine,
    #[serde(rename = "masculin")]
    #[schemars(description = "« Excusé », « Excusés ».")]
    Masculine,
}
