//! The names of the documents: titles, plurals, files.

use serde::Serialize;

use super::Gathering;
use super::announced::{Announced, announced};
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

/// How the title of minutes begins, without its capital; the longest first.
pub(super) const KINDS: [&str; 6] = [
    "relevé de décisions",
    "relevé des décisions",
    "compte rendu",
    "compte-rendu",
    "procès-verbal",
    "relevé",
];

/// What the minutes of that title are, where it says so: `procès-verbal` of *Procès-verbal de l’assemblée constitutive*, and of a draft of it.
#[must_use]
pub fn titled_document(title: &str) -> Option<&'static str> {
    let lowered = small_first(title);
    let bare = lowered.strip_prefix("projet de ").unwrap_or(&lowered);
    let mut kinds = KINDS.iter();
    let kind = kinds.find(|kind| behind_kind(bare, kind).is_some())?;
    Some(match *kind {
        "compte-rendu" => "compte rendu",
        kind => kind,
    })
}

/// The title of a draft (FOR-18): `Projet de compte rendu de la réunion`.
///
/// A title of another kind is followed by `(projet)`, since nothing elides before it (FOR-R1); one that already says
/// *projet* stays.
pub fn draft_title(title: &str) -> String {
    let lowered = small_first(title);
    if behind_kind(&lowered, "projet").is_some() {
        title.to_owned()
    } else if KINDS
        .iter()
        .any(|kind| behind_kind(&lowered, kind).is_some())
    {
        format!("Projet de {lowered}")
    } else {
        format!("{title} (projet)")
    }
}

/// The title of the page that says of a meeting that it is not held: `Annulation de la réunion du Cluster` for
/// `Compte rendu de la réunion du Cluster`; a title that names no meeting is followed by `(annulation)`.
#[must_use]
pub fn cancelled_title(title: &str, gathering: Gathering) -> String {
    title_of_notice("annulation", title, gathering)
}

/// The same of a meeting that is put off: `Report de la réunion du Cluster`.
#[must_use]
pub fn postponed_title(title: &str, gathering: Gathering) -> String {
    title_of_notice("report", title, gathering)
}

fn title_of_notice(noun: &str, title: &str, gathering: Gathering) -> String {
    let lowered = small_first(title);
    match announced(&lowered) {
        Some(Announced::Meeting(ending) | Announced::Apart(ending)) => {
            capital_first(&format!("{noun}{ending}"))
        }
        Some(Announced::OfMeeting(ending)) => {
            capital_first(&format!("{noun} {}{ending}", gathering.with_de()))
        }
        None if behind_kind(&lowered, noun).is_some() => title.to_owned(),
        None => format!("{title} ({noun})"),
    }
}

/// What follows the words with which a title begins.
pub(super) fn behind_kind<'a>(lowered: &'a str, kind: &str) -> Option<&'a str> {
    let after = lowered.strip_prefix(kind)?;
    (!after.starts_with(char::is_alphanumeric)).then_some(after)
}

pub(super) fn small_first(title: &str) -> String {
    let mut rest = title.chars();
    let small = rest.next().into_iter().flat_map(char::to_lowercase);
    small.collect::<String>() + rest.as_str()
}
