//! What a body calls its meeting, and the words that agree with it.

use serde::{Deserialize, Serialize};

use crate::french::numbers::ordinal;
use crate::french::words::{feminine, plural};
use crate::french::{Gender, Spelling};

/// The noun of a meeting: a cluster holds *réunions*, a town council *séances* or *conseils*, an association *assemblées*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gathering {
    /// *La réunion*.
    #[default]
    Meeting,
    /// *La séance*.
    Sitting,
    /// *L’assemblée générale*.
    GeneralAssembly,
    /// *Le conseil*.
    Council,
    /// *La session*.
    Session,
}

impl Gathering {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Meeting,
        Self::Sitting,
        Self::GeneralAssembly,
        Self::Council,
        Self::Session,
    ];

    /// `réunion`, `assemblée générale`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Meeting => "réunion",
            Self::Sitting => "séance",
            Self::GeneralAssembly => "assemblée générale",
            Self::Council => "conseil",
            Self::Session => "session",
        }
    }

    /// `réunions`, `assemblées générales`.
    #[must_use]
    pub fn plural(self) -> String {
        plural(self.noun())
    }

    /// The gender that governs the agreements.
    #[must_use]
    pub fn gender(self) -> Gender {
        match self {
            Self::Council => Gender::Masculine,
            _ => Gender::Feminine,
        }
    }

    /// `la réunion`, `l’assemblée générale`, `le conseil`.
    #[must_use]
    pub fn with_article(self) -> String {
        self.after("la ", "l’", "le ")
    }

    /// `de la réunion`, `de l’assemblée générale`, `du conseil`.
    #[must_use]
    pub fn with_de(self) -> String {
        self.after("de la ", "de l’", "du ")
    }

    /// As it follows the name of a document: `de réunion`, `d’assemblée générale`.
    #[must_use]
    pub fn after_de(self) -> String {
        match self {
            Self::GeneralAssembly => format!("d’{}", self.noun()),
            _ => format!("de {}", self.noun()),
        }
    }

    /// `à la réunion`, `à l’assemblée générale`, `au conseil`.
    #[must_use]
    pub fn with_a(self) -> String {
        self.after("à la ", "à l’", "au ")
    }

    /// `elle`, `il`.
    #[must_use]
    pub fn pronoun(self) -> &'static str {
        match self.gender() {
            Gender::Feminine => "elle",
            Gender::Masculine => "il",
        }
    }

    /// A participle or adjective, given in the masculine singular, in agreement: `tenue`, `dernière`, `prochain`.
    #[must_use]
    pub fn agreed(self, masculine: &str) -> String {
        match self.gender() {
            Gender::Feminine => feminine(masculine),
            Gender::Masculine => masculine.to_owned(),
        }
    }

    /// With an adjective before it, given in the masculine: `prochaine réunion`, `dernier conseil`.
    #[must_use]
    pub fn with_adjective(self, masculine: &str) -> String {
        format!("{} {}", self.agreed(masculine), self.noun())
    }

    /// `la quatorzième réunion`, `le premier conseil`.
    #[must_use]
    pub fn ranked(self, number: u64, spelling: Spelling) -> String {
        let rank = ordinal(number, self.gender(), spelling);
        // No ordinal begins with a vowel that elides: *la huitième*, *la onzième*.
        format!("{} {rank} {}", self.article(), self.noun())
    }

    /// `toutes les réunions`, `tous les conseils`.
    #[must_use]
    pub fn all(self) -> String {
        let all = match self.gender() {
            Gender::Feminine => "toutes",
            Gender::Masculine => "tous",
        };
        format!("{all} les {}", self.plural())
    }

    fn article(self) -> &'static str {
        match self.gender() {
            Gender::Feminine => "la",
            Gender::Masculine => "le",
        }
    }

    fn after(self, feminine: &str, elided: &str, masculine: &str) -> String {
        let start = match self {
            Self::GeneralAssembly => elided,
            Self::Council => masculine,
            Self::Meeting | Self::Sitting | Self::Session => feminine,
        };
        format!("{start}{}", self.noun())
    }
}
