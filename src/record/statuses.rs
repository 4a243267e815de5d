//! The words for how far an action is: those of the format, and those that a series adds in `[statuts]`.

use serde::Serialize;

use std::collections::BTreeMap;

use super::meeting::{ActionStatus, Status};
use super::raw::StatusText;
use super::texts::line;
use crate::diagnostic::{Diagnostic, Diagnostics, suggestion};
use crate::french::folding::{as_seen, fold};
use crate::record::RecordFault;
use crate::toml_source::Field;

/// The words of a series for how far an action is, each with what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StatusWords(BTreeMap<String, Status>);

impl StatusWords {
    /// Adds a word; case, accents and spaces do not count. Returns whether it was new.
    pub fn add(&mut self, word: &str, meaning: Status) -> bool {
        self.0.insert(fold(word), meaning).is_none()
    }

    /// What a word means: one of the format, or of the series.
    #[must_use]
    pub fn meaning(&self, word: &str) -> Option<Status> {
        let folded = fold(word);
        let of_format = Status::ALL.into_iter();
        let mut of_format = of_format.filter(|status| status.word() == word);
        of_format.next().or_else(|| self.0.get(&folded).copied())
    }
}

/// What writers put for the words of the format, folded.
const SYNONYMS: [(&str, Status); 32] = [
    ("termine", Status::Done),
    ("terminee", Status::Done),
    ("acheve", Status::Done),
    ("achevee", Status::Done),
    ("realise", Status::Done),
    ("realisee", Status::Done),
    ("complete", Status::Done),
    ("completee", Status::Done),
    ("accompli", Status::Done),
    ("effectue", Status::Done),
    ("clos", Status::Done),
    ("close", Status::Done),
    ("ok", Status::Done),
    ("nonrealise", Status::NotDone),
    ("nonrealisee", Status::NotDone),
    ("pasfait", Status::NotDone),
    ("nonacheve", Status::NotDone),
    ("nontermine", Status::NotDone),
    ("pascommence", Status::ToDo),
    ("noncommence", Status::ToDo),
    ("ouvert", Status::ToDo),
    ("ouverte", Status::ToDo),
    ("prevu", Status::ToDo),
    ("commence", Status::Ongoing),
    ("encoursderealisation", Status::Ongoing),
    ("suspendu", Status::Waiting),
    ("bloque", Status::Waiting),
    ("continu", Status::Permanent),
    ("continue", Status::Permanent),
    ("differe", Status::PutOff),
    ("annule", Status::Dropped),
    ("annulee", Status::Dropped),
];

/// How far an action is; a word that nobody knows is a fault, with the nearest known.
pub(super) fn status(
    field: &Field<StatusText>,
    words: &StatusWords,
    faults: &mut Diagnostics,
) -> Option<ActionStatus> {
    let (StatusText(typed), span) = field.located()?;
    let word = line(typed);
    if word.is_empty() {
        return None;
    }
    let word = match words.meaning(&word) {
        Some(_) => word,
        None => as_seen(&word).into_owned(),
    };
    if let Some(kind) = words.meaning(&word) {
        return Some(ActionStatus { kind, word });
    }
    let allowed = Status::ALL.map(Status::word);
    let folded = fold(&word);
    let same = allowed.into_iter().find(|known| fold(known) == folded);
    let by_sense = || {
        let mut known = SYNONYMS.iter().filter(|(known, _)| *known == folded);
        known.next().map(|(_, status)| status.word())
    };
    let meant = same
        .or_else(by_sense)
        .or_else(|| suggestion(&word, &allowed));
    let fault = Diagnostic::new(
        RecordFault::UnknownStatus,
        format!("statut inconnu : « {word} »"),
    )
    .at(span.clone(), "");
    let fault = match meant {
        Some(meant) => fault
            .help(format!("vouliez-vous dire \"{meant}\" ?"))
            .proposal(span, format!("\"{meant}\"")),
        None => fault,
    };
    let list: Vec<String> = allowed.iter().map(|word| format!("\"{word}\"")).collect();
    let example = meant.unwrap_or("en cours");
    faults.push(
        fault
            .help(format!("valeurs admises : {}", list.join(", ")))
            .help(format!(
                "pour garder votre mot, ajoutez dans greffier.toml, sous [statuts] : \"{word}\" = \"{example}\""
            )),
    );
    None
}
