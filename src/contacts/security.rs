//! How the way to a server of mail is protected.

use schemars::JsonSchema;
use serde::Deserialize;

/// How what goes to a server is protected. Its certificate is always judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Security {
    /// From the first words on (RFC 3207); a server that does not offer it is told nothing.
    #[default]
    #[serde(rename = "starttls")]
    #[schemars(
        description = "La liaison devient sûre avant tout message : c’est le cas ordinaire, port 587."
    )]
    StartTls,
    /// From the beginning (RFC 8314).
    #[serde(rename = "tls")]
    #[schemars(description = "La liaison est sûre dès le début, port 465.")]
    Tls,
    /// Not at all: for a server on this very computer.
    #[serde(rename = "aucune")]
    #[schemars(
        description = "Aucune protection : pour un serveur sur ce même ordinateur, localhost."
    )]
    None,
}

impl Security {
    /// Where servers listen for it (RFC 6409, 8314).
    pub(super) fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}
