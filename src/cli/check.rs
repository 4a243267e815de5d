//! `greffier check`.

use std::process::ExitCode;

use super::Stop;
use super::arguments::CheckArguments;
use super::build::NO_RECORD;
use super::choices::MessageFormat;
use super::fix;
use super::json::{self, Counts};
use super::messages::{say, show_all};
use super::progress::Progress;
use super::selection::{Selection, open_project};
use crate::archive::Archive;
use crate::diagnostic::{Report, Severity};
use crate::french::words::counted;

/// What is corrected may show what else is to be, in what was beside it: at most 4 times are enough.
const MOST_ROUNDS: usize = 4;

pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, Stop> {
    let Some(project) = open_project(arguments.messages.format)? else {
        return Ok(ExitCode::from(1));
    };
    let mut archive = Archive::discover(&project);
    let selection = Selection::new(&arguments.paths, &project, &mut archive)?;
    let mut reports: Vec<Report> = project.doubts.clone();
    reports.extend(project.unused_templates.iter().cloned());
    reports.extend(project.unprintable.clone());
    reports.extend(archive.reports.iter().cloned());
    reports.extend(archive.doubts_of_put_aside(&project));
    let today = arguments.today;
    let today = today.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    let progress = Progress::new(arguments.messages.format == MessageFormat::Text);
    let of_records = check_records(arguments, &archive, &|| {
        let selected = |record: &_| selection.holds(record);
        let checked = archive.check(&project, today, &selected, &progress);
        progress.clear();
        checked
    })?;
    let checked = of_records.len() as u64;
    reports.extend(of_records);
    let count = |severity| {
        let counts = reports.iter().map(|report| report.count(severity) as u64);
        counts.sum()
    };
    let counts = Counts {
        records: checked,
        faults: count(Severity::Fault),
        doubts: count(Severity::Doubt),
    };
    match arguments.messages.format {
        MessageFormat::Json => json::tell_check(&reports, &counts),
        MessageFormat::Text => {
            show_all(&reports);
            if archive.records.is_empty() && archive.reports.is_empty() {
                say(NO_RECORD);
            }
            if counts.records > 0 || counts.faults > 0 {
                say(&format!(
                    "{} : {}.",
                    counted(counts.records, "compte rendu vérifié"),
                    verdict(counts.faults, counts.doubts)
                ));
            }
        }
    }
    let refused = counts.faults > 0 || (arguments.strict && counts.doubts > 0);
    Ok(if refused {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// What is wrong or odd in the records; where it is asked for, once what is sure was corrected.
fn check_records(
    arguments: &CheckArguments,
    archive: &Archive,
    check: &dyn Fn() -> Vec<Report>,
) -> Result<Vec<Report>, Stop> {
    let mut reports = check();
    if !arguments.fix {
        return Ok(reports);
    }
    let format = arguments.messages.format;
    let mut made = 0;
    for _ in 0..MOST_ROUNDS {
        let now = fix::fix(archive, &reports, arguments.dry_run, format)?;
        made += now;
        if arguments.dry_run || now == 0 {
            break;
        }
        // What is left, as it stands in the files now.
        reports = check();
    }
    fix::tell(made, arguments.dry_run, format);
    Ok(reports)
}

fn verdict(faults: u64, doubts: u64) -> String {
    let faults = if faults == 0 {
        "aucune erreur".to_owned()
    } else {
        counted(faults, "erreur")
    };
    match doubts {
        0 => faults,
        1 => format!("{faults}, 1 avis"),
        _ => format!("{faults}, {doubts} avis"),
    }
}
