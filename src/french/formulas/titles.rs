//! The names of the documents: titles, plurals, files.

use serde::Serialize;

use super::Gathering;
use crate::french::folding::slug;
use crate::french::words::{capital_first, plural};

/// The word on each page of a draft (FOR-18).
pub const DRAFT_MARK: &str = "PROJET";

/// What a series calls its documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum DocumentName {
    /// *Compte rendu*.
    #[default]
    Minutes,
    /// *Procès-verbal*.
    FormalMinutes,
    /// *Relevé de décisions*.
    Decisions,
}

impl DocumentName {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Minutes, Self::FormalMinutes, Self::Decisions];

    /// `compte rendu`, `procès-verbal`, `relevé de décisions`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Minutes => "compte rendu",
            Self::FormalMinutes => "procès-verbal",
            Self::Decisions => "relevé de décisions",
        }
    }

    /// `comptes rendus`, `procès-verbaux`, `relevés de décisions` (FOR-19).
    #[must_use]
    pub fn plural(self) -> String {
        plural(self.noun())
    }

    /// The beginning of a file's name: `compte-rendu`, `proces-verbal`, `releve-de-decisions`.
    #[must_use]
    pub fn file_stem(self) -> String {
        slug(self.noun())
    }

    /// The title where the series gives none: `Procès-verbal de l’assemblée générale`.
    #[must_use]
    pub fn title(self, gathering: Gathering) -> String {
        capital_first(&format!("{} {}", self.noun(), gathering.with_de()))
    }
}

/// The title of a draft (FOR-18): `Projet de compte rendu de la réunion`.
///
/// A title of another kind is followed by `(projet)`, since nothing elides before it (FOR-R1); one that already says
/// *projet* stays.
pub fn draft_title(title: &str) -> String {
    const KINDS: [&str; 4] = ["compte rendu", "compte-rendu", "procès-verbal", "relevé"];
    let mut rest = title.chars();
    let small: String = rest
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .collect();
    let lowered = format!("{small}{}", rest.as_str());
    let begins_with = |kind: &&str| {
        let after = lowered.strip_prefix(*kind);
        after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    if begins_with(&"projet") {
        title.to_owned()
    } else if KINDS.iter().any(begins_with) {
        format!("Projet de {lowered}")
    } else {
        format!("{title} (projet)")
    }
}
