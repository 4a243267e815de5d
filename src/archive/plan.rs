//! What is to be made, and why: from what is known, what is wanted and what is on the disk. Pure.

use super::fingerprint::Fingerprint;
use super::store::Output;

/// Why an output is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It does not exist.
    Missing,
    /// It was asked for.
    Forced,
    /// Nothing is known of how it was made.
    Unknown,
    /// The record or an annex changed.
    Source,
    /// The meeting before or after changed, came or went, or other files are made of this one.
    Surroundings,
    /// `greffier.toml` changed.
    Settings,
    /// A template changed.
    Templates,
    /// The style sheet or a font changed.
    Style,
    /// The program changed.
    Program,
    /// What a page of the site shows of the meetings changed.
    Meetings,
}

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

/// An output's file, as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnDisk {
    /// It is not there, or a build that was cut off left it empty.
    Missing,
    /// It is as the program wrote it.
    Ours,
    /// It holds something else than what the program is known to have written.
    Foreign,
    /// It is there, and nothing at all is known of what was built here.
    Unknown,
}

/// What is to be done with an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Fresh,
    /// It is to be made.
    Stale(Reason),
    /// It is left as it is, unless it turns out to be what would be made.
    Foreign,
}

/// What is to be done with an output of which `known` is the last thing known.
pub(super) fn verdict(
    known: Option<&Output>,
    wanted: &Fingerprint,
    on_disk: OnDisk,
    force: bool,
) -> Verdict {
    match (known, on_disk) {
        _ if force => Verdict::Stale(Reason::Forced),
        (_, OnDisk::Missing) => Verdict::Stale(Reason::Missing),
        (_, OnDisk::Unknown) | (None, OnDisk::Ours) => Verdict::Stale(Reason::Unknown),
        (_, OnDisk::Foreign) => Verdict::Foreign,
        (Some(known), OnDisk::Ours) => match known.made_from.difference(wanted) {
            Some(reason) => Verdict::Stale(reason),
            None => Verdict::Fresh,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::store::{OutputKind, Seen};
    use super::*;

    #[test]
    fn what_is_done_with_an_output() {
        let wanted = Fingerprint::default();
        let known = Output {
            kind: OutputKind::Html,
            name: "index.html".into(),
            made_from: wanted,
            seen: Seen::default(),
        };
        use OnDisk::{Foreign, Missing, Ours, Unknown};
        let cases = [
            (Some(&known), Ours, Verdict::Fresh),
            (Some(&known), Foreign, Verdict::Foreign),
            (Some(&known), Missing, Verdict::Stale(Reason::Missing)),
            (None, Foreign, Verdict::Foreign),
            (None, Missing, Verdict::Stale(Reason::Missing)),
            (None, Unknown, Verdict::Stale(Reason::Unknown)),
        ];
        for (known, on_disk, expected) in cases {
            assert_eq!(verdict(known, &wanted, on_disk, false), expected);
            let forced = verdict(known, &wanted, on_disk, true);
            assert_eq!(forced, Verdict::Stale(Reason::Forced));
        }
    }
}
