//! What came of a build, for a program: an object a line, on stdout.

use serde_json::{Value, json};

use super::messages::result;
use super::selection::shown;
use crate::archive::Outcome;
use crate::diagnostic::{Report, Severity};
use crate::files::Change;

/// Tells all of it: each fault, each file that is not as it was, then the counts.
pub(super) fn tell(outcome: &Outcome) {
    let faults = outcome.reports.iter().flat_map(diagnostics);
    let stale = outcome.stale.iter().map(|(path, reason)| {
        json!({ "type": "fichier", "chemin": shown(path), "etat": "à faire", "raison": reason.said() })
    });
    let written = outcome.written.iter().map(|written| {
        let state = match written.change {
            Change::Created => "créé",
            Change::Updated => "refait",
            Change::Rewritten => "réécrit",
            Change::Unchanged => "inchangé",
        };
        json!({ "type": "fichier", "chemin": shown(&written.path), "etat": state })
    });
    let others = [
        (&outcome.removed, "supprimé"),
        (&outcome.left_alone, "laissé tel quel"),
    ];
    let others = others.into_iter().flat_map(|(paths, state)| {
        let line = move |path| json!({ "type": "fichier", "chemin": shown(path), "etat": state });
        paths.iter().map(move |path| line(path))
    });
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
        .chain([counts])
    {
        result(&line.to_string());
    }
}

fn diagnostics(report: &Report) -> impl Iterator<Item = Value> {
    report.diagnostics.iter().map(|diagnostic| {
        let start = diagnostic.spots.first().map(|spot| spot.span.start);
        json!({
            "type": match diagnostic.severity {
                Severity::Fault => "erreur",
                Severity::Doubt => "avis",
            },
            "fichier": report.source.name,
            "ligne": start.map(|start| report.source.line_of(start)),
            "message": diagnostic.title,
            "aide": diagnostic.help,
        })
    })
}
