//! Who signs the minutes, said.

use super::Signature;
use super::said::{corrected, said_of};
use crate::config::{Config, Signatory};
use crate::french::typography::correct;
use crate::record::Meeting;

/// Room for a day that is written by hand.
const BLANK: &str = "……………………";

/// Those who sign, with the names that the record gives.
pub(super) fn signatures(meeting: &Meeting, config: &Config) -> Vec<Signature> {
    let of = |signatory: &Signatory| match signatory {
        Signatory::Chair => {
            let chair = meeting.chair.as_ref();
            Signature {
                capacity: correct(&config.labels.chair),
                name: chair.and_then(|chair| corrected(chair.name.as_ref())),
                function: chair.and_then(|chair| corrected(said_of(chair).as_ref())),
            }
        }
        Signatory::Author => {
            let author = meeting.authors.first();
            Signature {
                capacity: correct(&config.labels.author),
                name: author.map(|author| correct(&author.name)),
                function: author.and_then(|author| corrected(author.function.as_ref())),
            }
        }
    };
    config.signatures.iter().map(of).collect()
}

/// *Fait à Bamako, le …*, where anybody signs.
pub(super) fn signed_at(config: &Config) -> Option<String> {
    let town = config.signed_at.as_ref();
    town.filter(|_| !config.signatures.is_empty())
        .map(|town| format!("Fait à {}, le\u{a0}{BLANK}", correct(town)))
}
