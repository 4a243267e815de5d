//! The end of the minutes, after validation.

use jiff::civil::{Date, Time};

/// An annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// Its title.
    pub title: String,
    /// Where it is, if anywhere.
    pub target: AnnexTarget,
}

/// Where an annex is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexTarget {
    /// Only its title is known.
    None,
    /// A file, by its path from the record's folder, with `/`.
    File(String),
    /// An address that may be clicked.
    Link(String),
}

/// A link with the words before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub text: String,
    /// The address, of an allowed scheme.
    pub address: String,
}

/// The next meeting as announced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextMeeting {
    /// Its day.
    pub date: Option<Date>,
    /// Its hour.
    pub start: Option<Time>,
    /// Its place, a phrase.
    pub place: Option<String>,
    /// Who hosts it.
    pub host: Option<String>,
}
