//! What became of what earlier meetings left open, after validation.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ActionStatus, DueDate};

/// What became of an action point of an earlier meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Which.
    pub action: ActionReference,
    /// How far it is.
    pub status: Option<ActionStatus>,
    /// By when it is to be done now, where that changed.
    pub due: Option<DueDate>,
    /// Who is to do it now, where that changed.
    pub owners: Vec<String>,
    /// What was said of it, markup.
    pub comment: Option<String>,
}

/// An action point, as a record names that of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ActionReference {
    /// By its `id`, which is unique in the series.
    Id(String),
    /// By the address of its meeting, and its anchor in that page.
    Place {
        /// The address of the meeting: *2026/2026-03-17*.
        meeting: String,
        /// The anchor in its page: *action-2-1*.
        anchor: String,
    },
}

impl ActionReference {
    /// As it is typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        match typed.split_once('#') {
            None => Self::Id(typed.trim().to_owned()),
            Some((meeting, anchor)) => Self::Place {
                meeting: meeting_address(meeting),
                anchor: anchor.trim().to_owned(),
            },
        }
    }
}

impl fmt::Display for ActionReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => formatter.write_str(id),
            Self::Place { meeting, anchor } => write!(formatter, "{meeting}#{anchor}"),
        }
    }
}

/// The approval of earlier minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The addresses of the meetings whose minutes are approved: one, or several.
    pub meetings: Vec<String>,
    /// What was changed in them, markup.
    pub changes: Option<String>,
    /// Whether something was changed that the edition does not tell.
    pub has_hidden_changes: bool,
}

/// The address of a meeting as it is typed: that of its page or of its record leads there too.
pub(in crate::record) fn meeting_address(typed: &str) -> String {
    let typed = typed.trim().trim_start_matches("./");
    let inner = typed.strip_prefix("meetings/").unwrap_or(typed);
    let ends = ["/index.html", ".toml", "/"];
    let bare = ends.iter().find_map(|end| inner.strip_suffix(end));
    bare.unwrap_or(inner).to_owned()
}
