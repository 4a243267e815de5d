//! `greffier check --fix`: the corrections of which there is no doubt, made in the records and shown as a diff.

use std::collections::HashMap;

use super::json::{self, Change};
use super::messages::{result, say};
use crate::archive::{Archive, RecordFile};
use crate::diagnostic::{Diagnostic, Proposal, Report, Source, visible_name};
use crate::files::{self, FileError};
use crate::french::words::counted;

use super::choices::MessageFormat;

/// Makes the corrections that the reports hold, unless `only_shown`, and shows them: how many there are. What could not be made is
/// said.
///
/// # Errors
/// A file cannot be read or written.
pub(super) fn fix(
    archive: &Archive,
    reports: &[Report],
    only_shown: bool,
    format: MessageFormat,
) -> Result<u64, FileError> {
    let records = archive.records.iter();
    let records: HashMap<&str, &RecordFile> =
        records.map(|record| (&*record.name, record)).collect();
    let mut made = 0;
    for report in reports {
        let corrections = corrections(report);
        let record = records.get(&*report.source.name).copied();
        let Some(record) = record.filter(|_| !corrections.is_empty()) else {
            continue;
        };
        let text = corrected(&report.source, &corrections);
        if !only_shown && !write(record, &report.source, &text)? {
            continue;
        }
        made += corrections.len() as u64;
        let changes = changes(&report.source, &text);
        match format {
            MessageFormat::Json => json::tell_changes(&changes),
            MessageFormat::Text => show(&report.source.name, &changes),
        }
    }
    Ok(made)
}

/// Says how many corrections there were.
pub(super) fn tell(made: u64, only_shown: bool, format: MessageFormat) {
    if format == MessageFormat::Text {
        let verb = if only_shown { "à faire" } else { "faite" };
        say(&match made {
            0 => "Rien à corriger sans vous.".to_owned(),
            made => format!("{}.", counted(made, &format!("correction {verb}"))),
        });
    }
}

/// The corrections of a report in the order of the file, none upon another.
fn corrections(report: &Report) -> Vec<&Proposal> {
    let all = report.diagnostics.iter();
    let mut corrections: Vec<&Proposal> = all.flat_map(Diagnostic::corrections).collect();
    corrections.sort_by_key(|correction| (correction.span.start, correction.span.end));
    // Two that insert at one place say the same.
    corrections.dedup_by_key(|correction| correction.span.start);
    let mut end = 0;
    corrections.retain(|correction| {
        let apart = correction.span.start >= end;
        if apart {
            end = correction.span.end;
        }
        apart
    });
    corrections
}

fn corrected(source: &Source, corrections: &[&Proposal]) -> String {
    let mut text = String::with_capacity(source.text.len() + corrections.len());
    let mut done = 0;
    for correction in corrections {
        text.push_str(
            source
                .text
                .get(done..correction.span.start)
                .unwrap_or_default(),
        );
        text.push_str(&correction.replacement);
        done = correction.span.end;
    }
    text.push_str(source.text.get(done..).unwrap_or_default());
    text
}

/// Writes the new text, with what stood before the old one in the file, such as a byte order mark. A file that is not as it was
/// read is left alone.
fn write(record: &RecordFile, source: &Source, text: &str) -> Result<bool, FileError> {
    let bytes = files::read(&record.path)?;
    let Some(head) = bytes.strip_suffix(source.text.as_bytes()) else {
        return Ok(false);
    };
    files::rewrite(&record.path, &[head, text.as_bytes()].concat())?;
    Ok(true)
}

/// The lines that differ: no correction adds or removes a line end.
fn changes(source: &Source, text: &str) -> Vec<Change> {
    let lines = (1..).zip(source.text.lines().zip(text.lines()));
    let changed = lines.filter(|(_, (before, after))| before != after);
    changed
        .map(|(line, (before, after))| Change {
            file: source.name.clone(),
            line,
            before: before.to_owned(),
            after: after.to_owned(),
        })
        .collect()
}

/// The changes of a file, as a diff without context.
fn show(name: &str, changes: &[Change]) {
    let name = visible_name(name);
    result(&format!("--- {name}\n+++ {name}"));
    for change in changes {
        let Change {
            line,
            before,
            after,
            ..
        } = change;
        result(&format!("@@ -{line} +{line} @@\n-{before}\n+{after}"));
    }
}
