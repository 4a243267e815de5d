//! `greffier send`: what goes out after a meeting, in a folder beside `output`. Nothing is sent, unless `--smtp` asks for it (`post`).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use super::Stop;
use super::arguments::SendArguments;
use super::build::PATIENCE;
use super::choices::MessageFormat;
use super::messages::{result, say, show};
use super::post;
use super::selection::{open_project, real, shown};
use crate::archive::{Archive, Circulated, Project, RecordFile, Rendering, watched};
use crate::circulation::{
    CIRCULATION_FOLDER, Files, Kept, MESSAGE_FILE, Weight, files_of, keep, last_part, weight,
};
use crate::contacts::CONTACTS_FILE;
use crate::diagnostic::Report;
use crate::files;
use crate::french::folding::slug;
use crate::french::words::{counted, list_join};
use crate::minutes::size;
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
    let record = asked_for(&archive, &project, &arguments.meeting)?;
    let circulate = || archive.circulated(&project, record, arguments.today);
    let circulated = match while_it_ends(PRINT_PAGE, record, circulate) {
        Ok(circulated) => circulated,
        Err(report) => return Ok(refused(&report)),
    };
    let write = || files_of(&circulated, &contacts, &project.templates);
    let made = match while_it_ends("message.html", record, write) {
        Ok(made) => made,
        Err(report) => return Ok(refused(&report)),
    };
    weigh(&made, arguments.large)?;
    let folder = folder_of(&archive, &project, record);
    if let Some(outbox) = outbox.filter(|_| arguments.dry_run) {
        return post::rehearse(outbox, &made.letters, &folder, arguments.again);
    }
    let kept = keep(&folder, &made.files)?;
    tell(&folder, &kept);
    tell_recipients(&made, &kept, project.contacts.is_some());
    tell_unread(&circulated);
    match outbox {
        Some(outbox) => {
            refuse_changed(&kept)?;
            post::post(outbox, &made.letters, &folder, arguments)
        }
        None => {
            say(&format!(
                "Rien n’est envoyé : ouvrez {MESSAGE_FILE} dans votre logiciel de courriel, relisez, puis envoyez."
            ));
            Ok(ExitCode::SUCCESS)
        }
    }
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

fn refused(report: &Report) -> ExitCode {
    show(report);
    say("Corrigez d’abord cela : rien n’a été écrit.");
    ExitCode::from(1)
}

/// The record that was asked for: by its address, its file, the last part of its address, or the day of its meeting.
fn asked_for<'a>(
    archive: &'a Archive,
    project: &Project,
    asked: &str,
) -> Result<&'a RecordFile, Stop> {
    let named = asked.trim_matches('/');
    let records = archive.records.iter();
    let path = files::true_path(Path::new(asked));
    let is_file = |record: &RecordFile| {
        path.as_ref()
            .is_some_and(|path| *path == real(&record.path))
    };
    let exact = records
        .clone()
        .find(|record| record.address == named || is_file(record));
    if let Some(record) = exact {
        return Ok(record);
    }
    let same_end = records.filter(|record| last_part(&record.address) == named);
    let mut found: Vec<&RecordFile> = same_end.collect();
    if found.is_empty()
        && let Ok(day) = named.parse::<Date>()
    {
        found = archive.on(project, day);
    }
    match found.as_slice() {
        [record] => Ok(record),
        [] => Err(Stop(unknown(archive, asked))),
        several => {
            let addresses: Vec<&str> = several.iter().map(|one| one.address.as_str()).collect();
            Err(Stop(format!(
                "plusieurs réunions répondent à « {asked} » : {} ; donnez l’adresse de l’une d’elles",
                list_join(&addresses)
            )))
        }
    }
}

fn unknown(archive: &Archive, asked: &str) -> String {
    let example = archive.records.last().map(|record| &record.address);
    let example = example.map(|address| format!(", comme {address}"));
    format!(
        "aucune réunion ne répond à « {asked} » ; donnez sa date, son adresse ou son fichier{}",
        example.unwrap_or_default()
    )
}

/// Two meetings whose addresses end alike have folders named by the whole of them.
fn folder_of(archive: &Archive, project: &Project, record: &RecordFile) -> PathBuf {
    let last = last_part(&record.address);
    let alike = archive.records.iter();
    let alike = alike.filter(|other| last_part(&other.address) == last);
    let name = match alike.count() {
        // Those are the folders of editions.
        0 | 1 if ["membres", "interne"].contains(&last.as_str()) => format!("reunion-{last}"),
        0 | 1 => last,
        _ => slug(&record.address),
    };
    project.root.join(CIRCULATION_FOLDER).join(name)
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
            list_join(&made.unknown)
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

fn tell_unread(circulated: &Circulated) {
    match circulated.unread {
        0 => {}
        1 => say(
            "avis : un compte rendu n’a pas été lu, ses actions manquent peut-être : « greffier check » dit pourquoi",
        ),
        unread => say(&format!(
            "avis : {unread} comptes rendus n’ont pas été lus, leurs actions manquent peut-être : « greffier check » dit pourquoi"
        )),
    }
}
