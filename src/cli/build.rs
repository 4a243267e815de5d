//! `greffier build`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::Stop;
use super::arguments::{BuildArguments, FormatName};
use super::messages::{result, say, show_all};
use super::selection::{Selection, open_project, real, shown};
use crate::archive::{Archive, BuildOptions, Format, Made, OUTPUT_FOLDER, Outcome};
use crate::diagnostic::no_break_spaces;
use crate::files::Change;
use crate::french::words::{capital_first, counted};

/// What is said where there is no record, and the next step.
pub(super) const NO_RECORD: &str = "Aucun compte rendu dans le dossier meetings : « greffier new » en crée un, « greffier init » crée un projet.";

pub(super) fn build(arguments: &BuildArguments) -> Result<ExitCode, Stop> {
    let Some(project) = open_project()? else {
        return Ok(ExitCode::from(1));
    };
    if let Some(jobs) = arguments.jobs {
        rayon::ThreadPoolBuilder::new()
            .num_threads(jobs.into())
            .build_global()?;
    }
    let mut archive = Archive::discover(&project);
    let selection = Selection::new(&arguments.paths, &project, &mut archive)?;
    if archive.records.is_empty() && archive.reports.is_empty() {
        say(NO_RECORD);
        return Ok(ExitCode::SUCCESS);
    }
    let options = BuildOptions {
        output: arguments
            .output
            .clone()
            .unwrap_or_else(|| project.root.join(OUTPUT_FOLDER)),
        formats: formats(&arguments.formats),
        force: arguments.force,
        dry_run: arguments.dry_run,
        today: arguments.today,
    };
    if real(&options.output).starts_with(real(&project.meetings())) {
        return Err(Stop(format!(
            "{} contient les comptes rendus : choisissez un autre dossier pour les pages",
            shown(&options.output)
        )));
    }
    let mut outcome = archive.build(&project, &options, &|record| selection.holds(record))?;
    outcome.faulty_records += archive.reports.len();
    outcome.reports.splice(0..0, archive.reports);
    if arguments.dry_run {
        announce(&outcome.made);
    }
    show_all(&outcome.reports);
    say(&summary(
        &outcome,
        arguments.dry_run,
        &shown(&options.output),
    ));
    warn_of_old_pdfs(&outcome.old_pdfs);
    Ok(if outcome.reports.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn formats(asked: &[FormatName]) -> Vec<Format> {
    let by_default = [
        (FormatName::Html, Format::Html),
        (FormatName::Markdown, Format::Markdown),
        (FormatName::Pdf, Format::Pdf),
    ];
    // For who changes the templates of the PDF: made on request only.
    let on_request = [(FormatName::Print, Format::Print)];
    let wanted = |(name, format): (FormatName, Format)| asked.contains(&name).then_some(format);
    match asked {
        [] => by_default.into_iter().map(|(_, format)| format).collect(),
        _ => by_default
            .into_iter()
            .chain(on_request)
            .filter_map(wanted)
            .collect(),
    }
}

/// What a dry run found, a line a file: the results of that command.
fn announce(made: &[Made]) {
    for one in made {
        let reason = match one.change {
            Change::Created => "à créer, il n’existe pas encore",
            Change::Updated => "à refaire, son contenu a changé",
            Change::Rewritten => "à réécrire tel quel, comme --force le demande",
            Change::Unchanged => continue,
        };
        result(&no_break_spaces(&format!(
            "{} : {reason}",
            shown(&one.path)
        )));
    }
}

/// Nothing is removed: an old PDF stays, and is not to be sent by mistake.
fn warn_of_old_pdfs(pdfs: &[PathBuf]) {
    match pdfs {
        [] => return,
        [_] => say(
            "Ce PDF d’avant est resté ; il ne dit plus la même chose que le compte rendu, ne l’envoyez pas :",
        ),
        _ => say(
            "Ces PDF d’avant sont restés ; ils ne disent plus la même chose que les comptes rendus, ne les envoyez pas :",
        ),
    }
    for pdf in pdfs {
        say(&format!("  {}", shown(pdf)));
    }
}

fn summary(outcome: &Outcome, dry_run: bool, output: &str) -> String {
    let count = |change| {
        let made = outcome.made.iter().filter(|made| made.change == change);
        made.count() as u64
    };
    // A future is said with an infinitive, which does not agree.
    let said = |number, past: &str, future: &str| match dry_run {
        true => format!("{} {future}", counted(number, "fichier")),
        false => counted(number, &format!("fichier {past}")),
    };
    let changes = [
        (Change::Created, "créé", "à créer"),
        (Change::Updated, "refait", "à refaire"),
        (Change::Rewritten, "réécrit", "à réécrire"),
    ];
    let mut parts: Vec<String> = changes
        .iter()
        .map(|(change, past, future)| (count(*change), past, future))
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, past, future)| said(number, past, future))
        .collect();
    let unchanged = count(Change::Unchanged);
    if unchanged > 0 {
        parts.push(counted(unchanged, "fichier inchangé"));
    }
    let mut text = match outcome.sound_records {
        0 => format!("Rien à écrire dans {output}."),
        sound => format!(
            "{} dans {output} : {}.",
            counted(sound as u64, "compte rendu"),
            parts.join(", ")
        ),
    };
    if outcome.faulty_records > 0 {
        let faulty = counted(outcome.faulty_records as u64, "compte rendu laissé de côté");
        text.push_str(&format!(
            " {} à cause des erreurs ci-dessus.",
            capital_first(&faulty)
        ));
    }
    if outcome.without_pdf > 0 {
        let without = counted(outcome.without_pdf as u64, "compte rendu");
        text.push_str(&format!(
            " {without} sans PDF à cause des erreurs ci-dessus."
        ));
    }
    text
}
