//! `greffier check`.

use std::process::ExitCode;

use super::Stop;
use super::arguments::CheckArguments;
use super::messages::{say, show_all};
use super::selection::{Selection, open_project};
use crate::archive::Archive;
use crate::diagnostic::{Report, Severity};
use crate::french::words::counted;

pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, Stop> {
    let Some(project) = open_project()? else {
        return Ok(ExitCode::from(1));
    };
    let mut archive = Archive::discover(&project);
    let selection = Selection::new(&arguments.paths, &project, &mut archive)?;
    let mut reports: Vec<Report> = project.doubts.clone();
    reports.extend(project.unprintable.clone());
    reports.extend(archive.reports.iter().cloned());
    let checked = archive.check(&project, &|record| selection.holds(record));
    let number_checked = checked.len() as u64;
    reports.extend(checked);
    show_all(&reports);
    if archive.records.is_empty() && archive.reports.is_empty() {
        say(super::build::NO_RECORD);
    }
    let count = |severity| {
        reports
            .iter()
            .map(|report| report.count(severity) as u64)
            .sum::<u64>()
    };
    let (faults, doubts) = (count(Severity::Fault), count(Severity::Doubt));
    say(&format!(
        "{} : {}.",
        counted(number_checked, "compte rendu vérifié"),
        verdict(faults, doubts)
    ));
    let refused = faults > 0 || (arguments.strict && doubts > 0);
    Ok(if refused {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
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
