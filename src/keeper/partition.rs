//! A share of the archive, for who builds it on several machines.

use std::fmt;
use std::str::FromStr;

use super::{Hash, Owner};

/// The share `K/N`: of every N records, one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Which share, from 1.
    share: u32,
    /// Of how many.
    of: u32,
}

impl Partition {
    /// Whether the files of an owner are part of this share. That depends on its address alone: a new record moves no other.
    /// What belongs to no record is part of each share.
    pub(crate) fn holds(self, owner: &Owner) -> bool {
        let Owner::Record(address) = owner else {
            return true;
        };
        let hash = Hash::of(address.as_bytes());
        let [a, b, c, d, ..] = *hash.bytes();
        u32::from_le_bytes([a, b, c, d]) % self.of == self.share - 1
    }

    /// Ends the names of the files of all shares of so many.
    pub(super) fn ending(self) -> String {
        format!("-{}", self.of)
    }
}

impl FromStr for Partition {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text
            .split_once('/')
            .and_then(|(share, of)| Some((share.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((share, of)) if (1..=of).contains(&share) && of <= 10_000 => {
                Ok(Self { share, of })
            }
            _ => Err("c’est une part et le nombre des parts, comme 2/5".to_owned()),
        }
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.share, self.of)
    }
}
