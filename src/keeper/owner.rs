//! Whose a file is.

use serde::{Deserialize, Serialize};

/// Whose a file is: with its name, that is its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Owner {
    /// The record of that address.
    Record(String),
    /// No single record.
    Site,
}

impl Owner {
    /// The folder of its files below the output folder, with `/`; `None` where that is the output folder itself.
    pub(crate) fn folder(&self) -> Option<&str> {
        match self {
            Self::Record(address) => Some(address),
            Self::Site => None,
        }
    }

    /// How a file of that name is named to the user: its path below the output folder, with `/`.
    pub(crate) fn name_of(&self, name: &str) -> String {
        match self.folder() {
            Some(folder) => format!("{folder}/{name}"),
            None => name.to_owned(),
        }
    }
}
