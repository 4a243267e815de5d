//! Where a meeting stands among the others, as its pages need it.

use jiff::civil::Date;
use serde::Serialize;

use crate::follow_up::Told;

/// What a meeting's pages need to know of where they stand among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The meeting's address below the output folder: `2017/2017-02-07`.
    pub address: String,
    /// Whether a Markdown file is made beside the page.
    pub has_markdown: bool,
    /// Whether a PDF is made beside the page.
    pub has_pdf: bool,
    /// The meeting before this one.
    pub previous: Option<Neighbour>,
    /// The meeting after this one.
    pub next: Option<Neighbour>,
    /// Whether the site has a register of decisions: a meeting that was held made one.
    pub has_decisions: bool,
    /// What other records tell of this one.
    pub told: Told,
}

/// The names of the variables that tell of the meetings before and after.
pub const NAMES_OF_NEIGHBOURS: [&str; 2] = ["reunion_precedente", "reunion_suivante"];

/// The names of the variables that tell of the files beside the page.
pub const NAMES_OF_FILES: [&str; 4] = [
    "fichier_markdown",
    "fichier_pdf",
    "taille_markdown",
    "taille_pdf",
];

/// The name of the variable that tells whether the site has a register of decisions.
pub const NAMES_OF_REGISTERS: [&str; 1] = ["registre_des_decisions"];

/// Another meeting, as a link to it needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Neighbour {
    /// Its day.
    pub date: Date,
    /// When it begins, where that tells it from another of its day: *à 9 h*.
    #[serde(rename = "heure")]
    pub hour: Option<String>,
    /// The way to its page, relative to this meeting's.
    #[serde(rename = "adresse")]
    pub address: String,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::config::Config;
    use crate::diagnostic::Source;
    use crate::minutes::Minutes;
    use crate::record::{self, AnnexFile};

    /// A page is made anew where one of these variables differs, if a template may ask for it: so all of them must be named.
    #[test]
    fn what_is_around_a_record_reaches_the_named_variables_alone() {
        let source = Source {
            name: String::new(),
            text: "date = 2026-03-17".to_owned(),
        };
        let meeting = record::read(&source, &|_| AnnexFile::Missing).meeting;
        let alone = Surroundings {
            address: "2026/2026-03-17".to_owned(),
            ..Surroundings::default()
        };
        let neighbour = Some(Neighbour {
            date: Date::constant(2026, 4, 14),
            hour: None,
            address: "../2026-04-14/index.html".to_owned(),
        });
        let among = Surroundings {
            has_markdown: true,
            has_pdf: true,
            previous: neighbour.clone(),
            next: neighbour,
            has_decisions: true,
            ..alone.clone()
        };
        let variables = |around| {
            let minutes = Minutes::new(meeting.as_ref().unwrap(), &Config::default(), around);
            let minutes = minutes.offering(
                around.has_pdf.then_some(1),
                around.has_markdown.then_some(1),
            );
            serde_json::to_value(minutes).unwrap()
        };
        let (alone, among) = (variables(&alone), variables(&among));
        let names = among.as_object().unwrap().keys();
        let differing = names.filter(|name| alone.get(name) != among.get(name));
        let named = NAMES_OF_NEIGHBOURS.iter().chain(&NAMES_OF_FILES);
        let named = named.chain(&NAMES_OF_REGISTERS);
        assert_eq!(
            differing.map(String::as_str).collect::<BTreeSet<_>>(),
            named.copied().collect()
        );
    }
}
