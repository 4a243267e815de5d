//! `greffier build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use super::Stop;
use super::arguments::BuildArguments;
use super::choices::MessageFormat;
use super::json;
use super::messages::{result, say, show_all, shown};
use super::placed::{editions_left, refuse_misplaced};
use super::progress::Progress;
use super::selection::{Selection, open_project};
use crate::archive::{
    Archive, BuildOptions, Format, OUTPUT_FOLDER, Outcome, Project, records_left, said_of_standing,
};
use crate::config::Config;
use crate::diagnostic::{Report, no_break_spaces};
use crate::files::Change;
use crate::french::words::{capital_first, counted};
use crate::record::Edition;

/// What is said where there is no record, and the next step.
pub(super) const NO_RECORD: &str = "Aucun compte rendu dans le dossier meetings : « greffier new » en crée un, « greffier init » crée un projet.";

pub(super) fn build(arguments: &BuildArguments) -> Result<ExitCode, Stop> {
    let Some(mut project) = open_project(arguments.messages.format)? else {
        return Ok(ExitCode::from(1));
    };
    take_cores(arguments.jobs)?;
    let mut archive = Archive::discover(&project);
    let selection = Selection::new(&arguments.paths, &project, &mut archive)?;
    let settings = project.config.clone();
    if archive.records.is_empty() && archive.reports.is_empty() {
        let folders = editions(arguments, &settings)?.into_iter();
        let mut folders = folders.map(|one| output(arguments, &project, &settings, one));
        folders.try_for_each(refuse_left)?;
        say(NO_RECORD);
        return Ok(ExitCode::SUCCESS);
    }
    tell_doubts(&project.unused_templates, arguments);
    let asked_for = editions(arguments, &settings)?;
    tell_editions_left(arguments, &project, &archive);
    let mut is_clean = true;
    for edition in asked_for {
        project = project.with_settings(settings.for_edition(edition));
        let folder = output(arguments, &project, &settings, edition);
        is_clean &= build_edition(arguments, &project, &archive, &selection, folder)?;
    }
    Ok(match is_clean {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(1),
    })
}

/// Works on so many cores, else on all. This thread is one of the workers: what it makes has room where they made something that is gone,
/// which it would not have beside them.
fn take_cores(jobs: Option<u16>) -> Result<(), Stop> {
    let workers = rayon::ThreadPoolBuilder::new().use_current_thread();
    // None are all.
    workers
        .num_threads(jobs.unwrap_or(0).into())
        .build_global()?;
    Ok(())
}

/// Whoever changes a template looks at what a build makes of it, and hears here that it makes nothing.
fn tell_doubts(doubts: &[Report], arguments: &BuildArguments) {
    match arguments.messages.format {
        MessageFormat::Json => json::tell(doubts),
        MessageFormat::Text if arguments.quiet => {}
        MessageFormat::Text => show_all(doubts),
    }
}

/// An edition that a build made before, and that this one leaves as it is though it was asked for all there is.
fn tell_editions_left(arguments: &BuildArguments, project: &Project, archive: &Archive) {
    let is_of_part = !arguments.editions.is_empty() || !arguments.paths.is_empty();
    if is_of_part || arguments.output.is_some() {
        return;
    }
    let left = editions_left(project, archive);
    match arguments.messages.format {
        MessageFormat::Json => json::tell_left(&left),
        MessageFormat::Text if arguments.quiet => {}
        MessageFormat::Text => left.iter().for_each(|folder| {
            say(&format!(
                "avis : {} garde une édition d’avant, que greffier.toml ne demande pas à cet endroit : elle peut montrer ce qui est caché ou supprimé depuis ; supprimez ce dossier, ou demandez-la dans [editions]",
                shown(folder)
            ));
        }),
    }
}

/// The editions to build: those asked for, else the public one and those that the series wants.
fn editions(arguments: &BuildArguments, settings: &Config) -> Result<Vec<Edition>, Stop> {
    let mut editions = arguments.editions.clone();
    if editions.is_empty() {
        editions.push(Edition::Public);
        // Another folder is asked for one of them.
        let others = settings.editions.built.iter();
        editions.extend(others.filter(|_| arguments.output.is_none()));
    }
    editions.sort_unstable();
    editions.dedup();
    match arguments.output.is_some() && editions.len() > 1 {
        true => Err(Stop(
            "--output ne vaut que pour une édition : demandez-les l’une après l’autre".to_owned(),
        )),
        false => Ok(editions),
    }
}

/// Where an edition goes.
fn output(
    arguments: &BuildArguments,
    project: &Project,
    settings: &Config,
    edition: Edition,
) -> PathBuf {
    let own = || match edition {
        Edition::Public => project.root.join(OUTPUT_FOLDER),
        _ => project.path_of(&settings.editions.folder_of(edition)),
    };
    arguments.output.clone().unwrap_or_else(own)
}

/// Builds an edition: whether there was nothing to report.
fn build_edition(
    arguments: &BuildArguments,
    project: &Project,
    archive: &Archive,
    selection: &Selection,
    output: PathBuf,
) -> Result<bool, Stop> {
    let options = BuildOptions {
        output,
        formats: formats(&arguments.formats),
        force: arguments.force,
        dry_run: arguments.dry_run,
        partition: arguments.partition,
        holder: holder(),
        patience: PATIENCE,
        today: arguments.today,
    };
    refuse_misplaced(&options.output, project, arguments.output.is_some())?;
    let is_for_people = arguments.messages.format == MessageFormat::Text;
    let progress = Progress::new(is_for_people && !arguments.quiet);
    let built = archive.build(
        project,
        &options,
        &|record| selection.holds(record),
        &progress,
    );
    progress.clear();
    let mut outcome = built?;
    outcome.faulty_records += archive.reports.len();
    outcome
        .reports
        .splice(0..0, archive.reports.iter().cloned());
    match arguments.messages.format {
        MessageFormat::Json => json::tell_build(&outcome),
        MessageFormat::Text => tell(&outcome, arguments, &options.output),
    }
    Ok(outcome.reports.is_empty() && !outcome.is_site_left)
}

fn refuse_left(output: PathBuf) -> Result<(), Stop> {
    said_of_left(output).map_or(Ok(()), |said| Err(Stop(said)))
}

/// Without any record nothing is taken away, since all of them may only be out of sight: that pages of before still stand is said.
pub(super) fn said_of_left(output: PathBuf) -> Option<String> {
    let folder = shown(&output);
    let left = match records_left(output) {
        0 => return None,
        1 => "d’un compte rendu d’avant".to_owned(),
        several => format!("de {several} comptes rendus d’avant"),
    };
    Some(format!(
        "le dossier meetings n’a plus aucun compte rendu, et les pages {left} restent dans {folder} ; si le dossier s’est vidé par erreur, remettez-y les fichiers ; sinon, supprimez ce que contient {folder}, et les pages déjà publiées chez l’hébergeur"
    ))
}

/// What is said where a record is out of sight.
pub(super) const SITE_LEFT: &str = "Les pages du site (accueil, années, actions, décisions, organisations, recherche, flux, calendrier) n’ont pas été refaites : elles se font de tous les comptes rendus, et l’un d’eux ne peut pas être lu. Corrigez l’erreur, puis relancez.";

/// How long a template may take with one record: a thousand times what it does take.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Who builds, for whoever is kept out meanwhile.
pub(super) fn holder() -> String {
    let since = jiff::ZonedDateTime::now().strftime("le %d/%m/%Y à %H:%M");
    let machine = gethostname::gethostname();
    format!(
        "processus {} de l’ordinateur {}, depuis {since}",
        std::process::id(),
        machine.to_string_lossy()
    )
}

/// What came of the build, for people.
fn tell(outcome: &Outcome, arguments: &BuildArguments, output: &Path) {
    let futures = outcome.stale.iter();
    let mut futures: Vec<String> = futures
        .map(|(path, reason)| format!("{} : à faire, {}", shown(path), reason.said()))
        .collect();
    if arguments.dry_run {
        let removed = outcome.removed.iter();
        futures.extend(removed.map(|path| {
            let path = shown(path);
            format!("{path} : à supprimer, plus aucun compte rendu ne le donne")
        }));
    }
    for future in &futures {
        result(&no_break_spaces(future));
    }
    show_all(&outcome.reports);
    for path in &outcome.left_alone {
        say(&format!(
            "avis : {} n’est pas tel que greffier l’a fait, et reste ainsi ; pour le refaire : supprimez-le, ou ajoutez --force",
            shown(path)
        ));
    }
    tell_orphans(&outcome.orphans);
    if !arguments.quiet || !outcome.reports.is_empty() {
        say(&summary(outcome, arguments.dry_run, &shown(output)));
    }
    if outcome.is_site_left {
        say(SITE_LEFT);
    }
    said_of_standing(&outcome.standing)
        .iter()
        .for_each(|line| say(line));
    warn_of_old_pdfs(&outcome.old_pdfs);
}

/// At most 20 files of before that are known of no build are named.
const MOST_ORPHANS: usize = 20;

fn tell_orphans(orphans: &[PathBuf]) {
    let is_page = |path: &Path| {
        let name = path.to_string_lossy();
        name.ends_with(".html") && !name.ends_with(".print.html")
    };
    for path in orphans.iter().take(MOST_ORPHANS) {
        let (what, remedy) = match is_page(path) {
            true => (
                "vient de greffier, mais plus aucun compte rendu ne donne cette page",
                "supprimez-la, avec ce qui l’accompagne, ici et chez l’hébergeur",
            ),
            false => (
                "est d’avant, et rien de ce qui vient d’être fait ne le donne",
                "s’il montre ce qui ne se montre plus, supprimez-le, ici et chez l’hébergeur ; si son format n’était pas demandé, refaites-le avec --formats",
            ),
        };
        say(&format!(
            "avis : {} {what}, et ce qui était su des constructions d’avant est perdu : {remedy}",
            shown(path)
        ));
    }
    if let Some(others) = orphans
        .len()
        .checked_sub(MOST_ORPHANS)
        .filter(|others| *others > 0)
    {
        let others = counted(others as u64, "autre fichier");
        say(&format!(
            "avis : {others} d’avant, de même (--message-format json les nomme tous)"
        ));
    }
}

/// The formats asked for, each once, in an order of their own; without any, all but those that are made on request only:
/// what the PDF is made of, for who changes its templates, and the sheet that is signed.
fn formats(asked: &[Format]) -> Vec<Format> {
    let by_default = [Format::Html, Format::Markdown, Format::Pdf];
    match asked {
        [] => by_default.to_vec(),
        _ => {
            let on_request = [Format::Print, Format::Presence];
            let all = by_default.into_iter().chain(on_request);
            all.filter(|format| asked.contains(format)).collect()
        }
    }
}

/// An old PDF of a record that is there stays, and is not to be sent by mistake.
pub(super) fn warn_of_old_pdfs(pdfs: &[PathBuf]) {
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

pub(super) fn summary(outcome: &Outcome, dry_run: bool, output: &str) -> String {
    let count = |change| {
        let written = outcome.written.iter();
        written.filter(|written| written.change == change).count()
    };
    let removed = match dry_run {
        true => "à supprimer",
        false => "supprimé",
    };
    let counts = [
        (outcome.stale.len(), "à faire"),
        (count(Change::Created), "créé"),
        (count(Change::Updated), "refait"),
        (count(Change::Rewritten), "réécrit"),
        (outcome.removed.len(), removed),
        (outcome.unchanged, "inchangé"),
    ];
    let mut parts: Vec<String> = counts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| match what.strip_prefix("à ") {
            // An infinitive does not agree.
            Some(_) => format!("{} {what}", counted(*number as u64, "fichier")),
            None => counted(*number as u64, &format!("fichier {what}")),
        })
        .collect();
    if parts.is_empty() {
        parts.push("rien à faire".to_owned());
    }
    let mut text = match outcome.sound_records {
        0 => format!("Rien à écrire dans {output}."),
        sound => format!(
            "{} dans {output} : {}.",
            counted(sound as u64, "compte rendu"),
            parts.join(", ")
        ),
    };
    if outcome.hidden_records > 0 {
        let hidden = match outcome.hidden_records {
            1 => "1 compte rendu n’est pas de cette édition.".to_owned(),
            several => format!("{several} comptes rendus ne sont pas de cette édition."),
        };
        text.push_str(&format!(" {hidden}"));
    }
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
