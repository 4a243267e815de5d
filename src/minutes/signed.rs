//! Who signs the minutes, said.

use super::Signature;
use super::tidied::{corrected, tidy_or_typed};
use crate::config::{Config, Signatory};
use crate::french::formulas::Named;
use crate::french::phrases::town_remedy;
use crate::french::typography::correct;
use crate::record::Meeting;

/// Room for a day that is written by hand.
const BLANK: &str = "……………………";

/// Those who sign, with the names that the record gives.
pub(super) fn signatures(meeting: &Meeting, config: &Config) -> Vec<Signature> {
    config
        .signatures
        .iter()
        .flat_map(|signatory| match signatory {
            Signatory::Chair => {
                let chairs = meeting.chairs.iter().map(|chair| Signature {
                    capacity: correct(&config.labels.chair),
                    name: corrected(chair.name.as_ref()),
                    function: function(chair.function.as_ref(), chair.organisation.as_ref()),
                });
                or_blank(chairs.collect(), &config.labels.chair)
            }
            // Of those who wrote, the first: the others may have read it over.
            Signatory::Author => {
                let author = meeting.authors.first().map(|author| Signature {
                    capacity: correct(&config.labels.author),
                    name: corrected(author.name.as_ref()),
                    function: function(author.function.as_ref(), author.organisation.as_ref()),
                });
                or_blank(author.into_iter().collect(), &config.labels.author)
            }
        })
        .collect()
}

/// Those who sign in that capacity; where the record names nobody, room for one.
fn or_blank(signatures: Vec<Signature>, capacity: &str) -> Vec<Signature> {
    match signatures.is_empty() {
        false => signatures,
        true => vec![Signature {
            capacity: correct(capacity),
            name: None,
            function: None,
        }],
    }
}

/// Function and organisation, as they stand below a name.
fn function(function: Option<&String>, organisation: Option<&String>) -> Option<String> {
    let said = Named {
        name: None,
        function: function.map(String::as_str),
        organisation: organisation.map(String::as_str),
    };
    said.said().map(|said| correct(&said))
}

/// *Fait à Bamako, le …*, where anybody signs.
pub(super) fn signed_at(config: &Config) -> Option<String> {
    let town = config.signed_at.as_ref();
    town.filter(|_| !config.signatures.is_empty())
        .map(|town| format!("Fait {}, le\u{a0}{BLANK}", correct(&in_town(town))))
}

/// *à Bamako*, *au Caire*, however the town was typed.
fn in_town(typed: &str) -> String {
    let town = town_remedy(typed).unwrap_or_else(|| tidy_or_typed(typed));
    match (town.strip_prefix("Le "), town.strip_prefix("Les ")) {
        (Some(name), _) => format!("au {name}"),
        (_, Some(name)) => format!("aux {name}"),
        _ => format!("à {town}"),
    }
}
