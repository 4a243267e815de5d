//! What came of a build or of a check, for a program: an object a line, on stdout.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::messages::{result, shown};
use crate::archive::Outcome;
use crate::diagnostic::{Place, Report, Severity, Source, Span, is_order};
use crate::files;

/// What a check found.
pub(super) struct Counts {
    /// How many records were checked.
    pub(super) records: u64,
    pub(super) faults: u64,
    pub(super) doubts: u64,
}

/// A line of a record, before and after.
pub(super) struct Change {
    /// The file.
    pub(super) file: String,
    /// Its line, counted from 1.
    pub(super) line: usize,
    pub(super) before: String,
    pub(super) after: String,
}

/// Tells all of a build: each fault, each file that is not as it was, then the counts.
pub(super) fn tell_build(outcome: &Outcome) {
    let faults = outcome.reports.iter().flat_map(diagnostics);
    let stale = outcome.stale.iter().map(|(path, reason)| {
        json!({ "type": "fichier", "chemin": shown(path), "etat": "à faire", "raison": reason.said() })
    });
    let written = outcome.written.iter().map(|written| {
        let state = match written.change {
            files::Change::Created => "créé",
            files::Change::Updated => "refait",
            files::Change::Rewritten => "réécrit",
            files::Change::Unchanged => "inchangé",
        };
        json!({ "type": "fichier", "chemin": shown(&written.path), "etat": state })
    });
    let others = [
        (&outcome.removed, "supprimé"),
        (&outcome.left_alone, "laissé tel quel"),
        (&outcome.orphans, "orphelin"),
    ];
    let others = others.into_iter().flat_map(|(paths, state)| {
        let line = move |path| json!({ "type": "fichier", "chemin": shown(path), "etat": state });
        paths.iter().map(move |path| line(path))
    });
    let standing = outcome.standing.iter().map(|one| match one.shown {
        Ok(day) => json!({ "type": "site", "fichier": one.record, "date": day.to_string(), "etat": "version précédente" }),
        Err(why) => json!({ "type": "site", "fichier": one.record, "etat": "absent", "raison": why.said() }),
    });
    let site_left = outcome
        .is_site_left
        .then(|| json!({ "type": "site", "etat": "non refait" }));
    let counts = json!({
        "type": "bilan",
        "comptes_rendus": outcome.sound_records,
        "en_erreur": outcome.faulty_records,
        "sans_pdf": outcome.without_pdf,
        "ecrits": outcome.written.len(),
        "inchanges": outcome.unchanged,
        "supprimes": outcome.removed.len(),
    });
    for line in faults
        .chain(stale)
        .chain(written)
        .chain(others)
        .chain(standing)
        .chain(site_left)
        .chain([counts])
    {
        result(&escaped(&line));
    }
}

/// Tells the folders of editions that no build is asked for any more.
pub(super) fn tell_left(folders: &[PathBuf]) {
    for folder in folders {
        let line = json!({ "type": "fichier", "chemin": shown(folder), "etat": "orphelin" });
        result(&escaped(&line));
    }
}

/// Tells all of a check: each fault and each doubt, then the counts.
pub(super) fn tell_check(reports: &[Report], counts: &Counts) {
    let counts = json!({
        "type": "bilan",
        "verifies": counts.records,
        "erreurs": counts.faults,
        "avis": counts.doubts,
    });
    tell(reports);
    result(&escaped(&counts));
}

/// Tells each fault and each doubt.
pub(super) fn tell(reports: &[Report]) {
    for line in reports.iter().flat_map(diagnostics) {
        result(&escaped(&line));
    }
}

fn diagnostics(report: &Report) -> impl Iterator<Item = Value> {
    let source = &report.source;
    report.diagnostics.iter().map(|diagnostic| {
        let start = diagnostic.spots.first().map(|spot| spot.span.start);
        let places = diagnostic.spots.iter().map(|spot| {
            let mut place = range(source, &spot.span);
            place["texte"] = spot.label.as_str().into();
            place
        });
        let proposals = diagnostic.proposals.iter().map(|proposal| {
            json!({ "remplacer": range(source, &proposal.span), "par": proposal.replacement })
        });
        let corrections = diagnostic.corrections().map(|correction| {
            json!({ "remplacer": range(source, &correction.span), "par": correction.replacement })
        });
        let corrections: Vec<Value> = corrections.collect();
        let mut told = json!({
            "type": match diagnostic.severity {
                Severity::Fault => "erreur",
                Severity::Doubt => "avis",
            },
            "code": diagnostic.code.as_str(),
            "fichier": source.name,
            "ligne": start.map(|start| source.line_of(start)),
            "message": diagnostic.title,
            "lieux": places.collect::<Value>(),
            "aide": diagnostic.help,
            "propositions": proposals.collect::<Value>(),
        });
        if !corrections.is_empty() {
            told["corrections"] = corrections.into();
        }
        told
    })
}

/// Tells the lines that `check --fix` changes.
pub(super) fn tell_changes(changes: &[Change]) {
    for change in changes {
        let line = json!({
            "type": "correction",
            "fichier": change.file,
            "ligne": change.line,
            "avant": change.before,
            "apres": change.after,
        });
        result(&escaped(&line));
    }
}

/// A line of JSON, in which every sign that a terminal would obey is escaped, and not only those that JSON forbids.
fn escaped(value: &Value) -> String {
    let line = value.to_string();
    let mut escaped = String::with_capacity(line.len());
    for sign in line.chars() {
        match is_order(sign) {
            true => escaped.push_str(&format!("\\u{:04x}", u32::from(sign))),
            false => escaped.push(sign),
        }
    }
    escaped
}

/// From the first character to the one after the last.
fn range(source: &Source, span: &Span) -> Value {
    let place = |offset| {
        let Place { line, column } = source.place_of(offset);
        json!({ "ligne": line, "colonne": column })
    };
    json!({ "debut": place(span.start), "fin": place(span.end) })
}
