//! Why an output is made, in French.

use crate::keeper::Reason;

impl Reason {
    /// The reason, a clause in French.
    #[must_use]
    pub fn said(self) -> &'static str {
        match self {
            Self::Missing => "il n’existe pas encore",
            Self::Forced => "--force le demande",
            Self::Unknown => "on ne sait pas comment il a été fait",
            Self::Source => "le compte rendu ou une annexe a changé",
            Self::Surroundings => "une réunion voisine ou les formats demandés ont changé",
            Self::Settings => "greffier.toml ou le logo a changé",
            Self::Templates => "un modèle a changé",
            Self::Style => "la feuille de style ou une police a changé",
            Self::Program => "le programme a changé",
            Self::Meetings => "les réunions ont changé",
        }
    }
}
