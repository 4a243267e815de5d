//! Why a file is made.

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
