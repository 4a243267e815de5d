//! `greffier send`: what goes out after a meeting, in a folder beside `output`. Nothing is sent, unless `--smtp` asks for it (`post`).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use super::Stop;
use super::arguments::SendArguments;
use super::build::PATIENCE;
use super::choices::MessageFormat;
use super::folders::Folders;
use super::messages::{result, say, show, shown, some_of};
use super::named::{answering, date_help, refuse_several};
use super::post;
use super::selection::{open_project, real};
use crate::archive::{Archive, OpenAction, Project, RecordFile, Rendering, watched};
use crate::circulation::{Files, Kept, MESSAGE_FILE, Weight, files_of, keep, weight};
use crate::contacts::{CONTACTS_FILE, Outbox};
use crate::diagnostic::Report;
use crate::files;
use crate::french::quantities::size;
use crate::french::words::counted;
use crate::mailing::Source;
use crate::templates::PRINT_PAGE;

pub(super) fn send(arguments: &SendArguments) -> Result<ExitCode, Stop> {
    let Some(project) = open_project(MessageFormat::Text)? else {
        return Ok(ExitCode::from(1));
    };
    let contacts = project.contacts.clone().unwrap_or_default();
    let outbox = match arguments.smtp {
        true => Some(post::outbox(&contacts)?),
        false => None,
    };
    let archive = Archive::discover(&project);
    let records = meant(&archive, &project, &arguments.meetings)?;
    if outbox.is_some() && records.len() > 1 {
        return Err(several());
    }
    let series = archive.for_members(&project, arguments.today);
    let circulation = series.circulation(&project, &records);
    let open = circulation.open();
    // An owner is reminded once, of all that is open.
    let latest = circulation.latest(&records);
    let is_latest = |record: &RecordFile| latest.is_some_and(|one| one.address == record.address);
    let folders = Folders::new(&archive, &project);
    let rehearses = outbox.is_some() && arguments.dry_run;
    let made = circulation.after_each(&records, |record, circulate| -> Result<Made, Unmade> {
        let open: &[OpenAction] = if is_latest(record) { &open } else { &[] };
        let circulated = while_it_ends(PRINT_PAGE, record, circulate)?;
        let write = || files_of(&circulated, open, &contacts, &project.templates);
        let made = while_it_ends("message.html", record, write)?;
        weigh(&made, arguments.large)?;
        let folder = folders.of(record);
        let kept = match rehearses {
            true => Kept::default(),
            false => keep(&folder, &made.files)?,
        };
        // The others are in their folder now; of a thousand, none stays in memory.
        let made = is_latest(record).then_some(made);
        let day = circulated.minutes.date;
        Ok(Made {
            folder,
            day,
            kept,
            made,
        })
    });
    let last = told(made, rehearses, project.contacts.is_some())?;
    folders.tell_left(&series.internal);
    let (Some(last), Some(latest)) = (last, latest) else {
        return Ok(refused(records.len()));
    };
    let Some(outbox) = outbox else {
        tell_unread(series.unread);
        say(&format!(
            "Rien n’est envoyé : ouvrez {MESSAGE_FILE} dans votre logiciel de courriel, relisez, puis envoyez."
        ));
        return Ok(ExitCode::SUCCESS);
    };
    let source = folders.journal(latest, last.day);
    by_server(outbox, &last, &source, arguments, series.unread)
}

/// Sends what was made for a meeting, or says what would be sent.
fn by_server(
    outbox: &Outbox,
    last: &Last,
    source: &Source,
    arguments: &SendArguments,
    unread: usize,
) -> Result<ExitCode, Stop> {
    let letters = &last.made.letters;
    if arguments.dry_run {
        return post::rehearse(outbox, letters, source, arguments.again);
    }
    tell_unread(unread);
    refuse_changed(&last.kept)?;
    post::post(outbox, letters, source, arguments)
}

/// Renders that template, and those that stand beside it, as long as that ends.
fn while_it_ends<T>(template: &str, record: &RecordFile, work: impl FnOnce() -> T) -> T {
    let rendering = Rendering {
        template: template.to_owned(),
        made: record.name.clone(),
    };
    watched(&rendering, PATIENCE, stuck, work)
}

#[allow(clippy::exit, reason = "Tera cannot be stopped in any other way")]
fn stuck(rendering: &Rendering) {
    say(&format!(
        "erreur : le modèle templates/{}, ou un de ceux qui vont avec, appliqué à {}, ne finit pas : rien n’est écrit",
        rendering.template, rendering.made
    ));
    say("Cherchez une boucle trop longue, puis relancez.");
    std::process::exit(2);
}

fn several() -> Stop {
    Stop("--smtp envoie les messages d’une seule réunion à la fois ; donnez-en une".into())
}

fn refused(asked_for: usize) -> ExitCode {
    let others = if asked_for > 1 {
        " pour cette réunion"
    } else {
        ""
    };
    say(&format!(
        "Corrigez d’abord cela : rien n’a été écrit{others}."
    ));
    ExitCode::from(1)
}

/// What was made for a meeting.
struct Made {
    folder: PathBuf,
    /// Of the meeting.
    day: Date,
    kept: Kept,
    /// For the last of them.
    made: Option<Files>,
}

/// What was made for the last meeting.
struct Last {
    day: Date,
    kept: Kept,
    made: Files,
}

/// Why nothing was made for a meeting.
enum Unmade {
    Refused(Box<Report>),
    Stopped(Stop),
}

impl From<Box<Report>> for Unmade {
    fn from(report: Box<Report>) -> Self {
        Self::Refused(report)
    }
}

impl From<Stop> for Unmade {
    fn from(stop: Stop) -> Self {
        Self::Stopped(stop)
    }
}

impl From<files::FileError> for Unmade {
    fn from(error: files::FileError) -> Self {
        Self::Stopped(error.into())
    }
}

/// Tells what was made for each meeting, and gives what is known of the last; nothing where one is refused.
fn told(
    all: Vec<Result<Made, Unmade>>,
    rehearses: bool,
    has_contacts: bool,
) -> Result<Option<Last>, Stop> {
    let mut last = None;
    let mut is_refused = false;
    for one in all {
        match one {
            Err(Unmade::Stopped(stop)) => return Err(stop),
            Err(Unmade::Refused(report)) => {
                show(&report);
                is_refused = true;
            }
            Ok(Made {
                folder,
                day,
                kept,
                made,
            }) => {
                if !rehearses {
                    tell(&folder, &kept);
                }
                last = made.map(|made| Last { day, kept, made }).or(last);
            }
        }
    }
    let last = last.filter(|_| !is_refused);
    if let Some(last) = last.as_ref().filter(|_| !rehearses) {
        tell_recipients(&last.made, &last.kept, has_contacts);
    }
    Ok(last)
}

/// The records of all meetings that are named, each once: a folder of `meetings` means all below it.
fn meant<'a>(
    archive: &'a Archive,
    project: &Project,
    named: &[String],
) -> Result<Vec<&'a RecordFile>, Stop> {
    let mut records: Vec<&RecordFile> = Vec::new();
    for name in named {
        let folder = files::true_path(Path::new(name)).filter(|path| files::is_folder(path));
        let is_below = |record: &&RecordFile| {
            let folder = folder.as_ref();
            folder.is_some_and(|folder| real(&record.path).starts_with(folder))
        };
        let before = records.len();
        records.extend(archive.records.iter().filter(is_below));
        if records.len() == before {
            records.push(asked_for(archive, project, name)?);
        }
    }
    let mut seen = BTreeSet::new();
    records.retain(|record| seen.insert(&record.address));
    Ok(records)
}

/// The record that was asked for: by its file, its address, the last part of that, or the day of its meeting.
fn asked_for<'a>(
    archive: &'a Archive,
    project: &Project,
    asked: &str,
) -> Result<&'a RecordFile, Stop> {
    if let Some(path) = files::true_path(Path::new(asked))
        && let Some(record) = archive.records.iter().find(|one| real(&one.path) == path)
    {
        return Ok(record);
    }
    match answering(archive, project, asked).as_slice() {
        [record] => Ok(record),
        [] => Err(Stop(unknown(archive, asked))),
        several => Err(refuse_several(asked, several)),
    }
}

fn unknown(archive: &Archive, asked: &str) -> String {
    let help = date_help(asked).unwrap_or_else(|| {
        let example = archive.records.last().map(|record| &record.address);
        let example = example.map(|address| format!(", comme {address}"));
        let example = example.unwrap_or_default();
        format!("donnez sa date, son adresse ou son fichier{example}")
    });
    format!("aucune réunion ne répond à « {asked} » ; {help}")
}

/// Tells that the message is heavy, or refuses one that no server would take.
fn weigh(made: &Files, is_wanted: bool) -> Result<(), Stop> {
    let message = made.files.iter().find(|file| file.name == MESSAGE_FILE);
    let bytes = message.map_or(0, |message| message.bytes.len());
    match weight(bytes) {
        Weight::Light => {}
        Weight::TooHeavy if !is_wanted => {
            return Err(Stop(format!(
                "{MESSAGE_FILE} pèserait {}, et bien des serveurs le refuseraient ; rien n’a été écrit. Allégez le logo, ou demandez-le avec --large",
                size(bytes)
            )));
        }
        Weight::Heavy | Weight::TooHeavy => say(&format!(
            "avis : {MESSAGE_FILE} pèse {} ; sur une mauvaise ligne, il sera long à recevoir",
            size(bytes)
        )),
    }
    Ok(())
}

fn tell(folder: &Path, kept: &Kept) {
    for name in &kept.written {
        let path = name
            .split('/')
            .fold(folder.to_owned(), |path, part| path.join(part));
        result(&shown(&path));
    }
    for name in &kept.removed {
        say(&format!("{name} ne part plus : retiré."));
    }
    for path in &kept.left_alone {
        say(&format!(
            "avis : {} n’est pas tel que greffier l’a fait, et reste ainsi ; pour l’avoir de nouveau, supprimez-le et relancez",
            shown(path)
        ));
    }
    if kept.unchanged > 0 {
        let (files, were) = match kept.unchanged {
            1 => ("1 fichier".to_owned(), "était"),
            count => (counted(count as u64, "fichier"), "étaient"),
        };
        say(&format!("{files} de {} {were} déjà ainsi.", shown(folder)));
    }
}

fn tell_recipients(made: &Files, kept: &Kept, has_contacts: bool) {
    let is_message = |path: &PathBuf| path.ends_with(MESSAGE_FILE);
    let is_theirs = kept.left_alone.iter().any(is_message);
    match made.recipients {
        _ if !has_contacts => say(&format!(
            "avis : il n’y a pas de {CONTACTS_FILE} : les messages n’ont pas de destinataire"
        )),
        0 => say(&format!(
            "avis : {CONTACTS_FILE} ne donne aucune adresse : les messages n’ont pas de destinataire"
        )),
        _ if is_theirs => {}
        count => say(&format!(
            "{MESSAGE_FILE} : {} en copie cachée.",
            counted(count as u64, "destinataire")
        )),
    }
    if has_contacts && !made.unknown.is_empty() {
        say(&format!(
            "Sans adresse dans {CONTACTS_FILE}, donc sans destinataire : {}.",
            some_of(&made.unknown)
        ));
    }
}

/// A message that the user changed would go out as it was before.
fn refuse_changed(kept: &Kept) -> Result<(), Stop> {
    let is_message = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "eml");
    match kept.left_alone.iter().find(is_message) {
        None => Ok(()),
        Some(path) => Err(Stop(format!(
            "{} a été changé, et partirait tel que greffier l’avait fait ; envoyez-le de votre logiciel de courriel, ou supprimez-le et relancez",
            shown(path)
        ))),
    }
}

fn tell_unread(unread: usize) {
    match unread {
        0 => {}
        1 => say(
            "avis : un compte rendu n’a pas été lu, ses actions manquent peut-être : « greffier check » dit pourquoi",
        ),
        unread => say(&format!(
            "avis : {unread} comptes rendus n’ont pas été lus, leurs actions manquent peut-être : « greffier check » dit pourquoi"
        )),
    }
}
