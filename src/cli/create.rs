//! `greffier new` and `greffier init`: the only commands that write among the user's own files, and only new ones.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use super::arguments::{InitArguments, NewArguments};
use super::choices::MessageFormat;
use super::messages::{result, say, shown};
use super::named::date_help;
use super::selection::{opened, real};
use super::{Stop, current_folder};
use crate::archive::{
    Announced, Archive, CONFIG_FILE, Latest, MEETINGS_FOLDER, Project, RecordFile,
    TEMPLATES_FOLDER, Told,
};
use crate::authoring::{
    Beginning, CONFIG_SCHEMA_FILE, EXAMPLE_RECORD, RECORD_SCHEMA_FILE, STYLE_SCHEMA_FILE,
    new_config, new_record, schema_text, takes_place,
};
use crate::french::dates::long_date;
use crate::french::words::list_join;
use crate::print::style::{self, EMBEDDED_SHEET};
use crate::record::{Edition, State, is_placeholder};
use crate::templates::EMBEDDED;
use crate::{config, files, record};

pub(super) fn new(arguments: &NewArguments) -> Result<ExitCode, Stop> {
    // Neither a template nor the style sheet says anything of a record.
    let root = Project::root_of(&current_folder()?);
    let Some(project) = opened(Project::open_undressed(&root), MessageFormat::Text)? else {
        return Ok(ExitCode::from(1));
    };
    let archive = Archive::discover(&project);
    let told = archive.told(&project);
    let date = date(arguments.date.as_deref(), &told)?;
    let latest = told.before(&project, date);
    let below_meetings = path_below_meetings(date, latest.as_ref().map(|latest| latest.record));
    let path = project.meetings().join(&below_meetings);
    if files::is_there(&path) {
        return Err(Stop(is_there(&path, &told)));
    }
    let depth = below_meetings.components().count();
    let beginning = beginning(&project, date, depth, latest.as_ref());
    files::create(&path, new_record(&beginning).as_bytes())?;
    result(&shown(&path));
    let has_place = takes_place(&beginning);
    let taken_over = latest.as_ref().map(|latest| copied(latest, has_place));
    let unread = unread(told.faulty_records);
    let said: Vec<String> = taken_over.into_iter().chain(unread).collect();
    if !said.is_empty() {
        say(&said.join(" "));
    }
    say("Ouvrez ce fichier, complétez-le, puis lancez « greffier check ».");
    Ok(ExitCode::SUCCESS)
}

/// That the record is there already, and what to ask for instead.
fn is_there(path: &Path, told: &Told<'_>) -> String {
    let of_day = |day| format!("la réunion du {}", long_date(day));
    match told.in_file(path) {
        Some((State::Cancelled, day)) => format!(
            "{} est annulée ; donnez la date de la suivante : greffier new AAAA-MM-JJ",
            of_day(day)
        ),
        Some((State::Postponed(None), day)) => format!(
            "{} est reportée sans que sa nouvelle date soit écrite ; donnez-la : greffier new AAAA-MM-JJ",
            of_day(day)
        ),
        Some((State::Postponed(Some(to)), day)) => format!(
            "{} est reportée au {} ; pour préparer celle-ci : greffier new {to}",
            of_day(day),
            long_date(to)
        ),
        _ => format!(
            "{} existe déjà ; pour une autre réunion, donnez sa date : greffier new AAAA-MM-JJ",
            shown(path)
        ),
    }
}

/// What the new record is begun with, `depth` folders below the project.
fn beginning<'a>(
    project: &Project,
    date: Date,
    depth: usize,
    latest: Option<&'a Latest<'_>>,
) -> Beginning<'a> {
    let latest_meeting = |latest: &'a Latest<'_>| (latest.record.address.as_str(), &latest.meeting);
    let agenda = |latest: &'a Latest<'_>| {
        let put_off = latest.put_off_agenda.as_deref();
        put_off.unwrap_or(&latest.usual_agenda)
    };
    Beginning {
        date,
        depth,
        numbered_in: project.config.numbered_in,
        latest: latest.map(latest_meeting),
        is_after_latest: latest.is_some_and(|latest| latest.is_before),
        was_held: latest.is_some_and(|latest| latest.is_followed),
        later_numbers: latest.map_or(&[], |latest| &latest.later_numbers),
        convened_numbers: latest.map_or(&[], |latest| &latest.convened_numbers),
        visibility: latest.map_or(Edition::Public, |latest| latest.visibility),
        waiting: latest.map_or(&[], |latest| &latest.waiting),
        agenda: latest.map(agenda).unwrap_or_default(),
        open: latest.map_or(&[], |latest| &latest.open),
    }
}

/// What was taken over from the latest record.
fn copied(latest: &Latest<'_>, has_place: bool) -> String {
    let meeting = &latest.meeting;
    // What is left to be written there is taken over to be written here.
    let is_written = |name: &Option<String>| name.as_ref().is_none_or(|name| !is_placeholder(name));
    let has_chairs = meeting.chairs.iter().any(|chair| is_written(&chair.name));
    let has_authors = meeting.authors.iter().any(|role| is_written(&role.name));
    let mut participants = meeting.participants.iter();
    let has_participants = participants.any(|person| is_written(&person.name));
    let has_put_off_agenda = latest.put_off_agenda.is_some();
    let parts: Vec<&str> = [
        ("la visibilité", latest.visibility != Edition::Public),
        ("le lieu", has_place),
        ("la présidence", has_chairs),
        ("la rédaction", has_authors),
        ("les participants", has_participants),
        (
            "l’ordre du jour habituel",
            !latest.usual_agenda.is_empty() && !has_put_off_agenda,
        ),
        ("les actions encore ouvertes", !latest.open.is_empty()),
    ]
    .into_iter()
    .filter_map(|(part, is_there)| is_there.then_some(part))
    .collect();
    let mut text = match parts.as_slice() {
        [] => format!("{} ne contient rien à reprendre.", latest.record.name),
        parts => format!("Repris de {} : {}.", latest.record.name, list_join(parts)),
    };
    if has_put_off_agenda {
        text.push_str(" L’ordre du jour est celui de la réunion reportée.");
    }
    text
}

/// What could not be looked at: it may hold what was to be taken over.
fn unread(faulty_records: usize) -> Option<String> {
    match faulty_records {
        0 => None,
        1 => Some("Un compte rendu n’a pas été lu : « greffier check » dit pourquoi.".into()),
        faulty => Some(format!(
            "{faulty} comptes rendus n’ont pas été lus : « greffier check » dit pourquoi."
        )),
    }
}

/// The day asked for, else the one that the series announces, else today.
fn date(asked: Option<&str>, told: &Told<'_>) -> Result<Date, Stop> {
    let Some(asked) = asked else {
        return match told.announced() {
            None => Ok(jiff::ZonedDateTime::now().date()),
            Some(Announced::On(day)) => Ok(day),
            Some(Announced::TooEarly(record, day)) => Err(Stop(format!(
                "{} annonce la prochaine réunion pour le {}, avant la sienne ; corrigez cette date, ou donnez celle de la nouvelle réunion",
                record.name,
                long_date(day)
            ))),
        };
    };
    if let (10, Ok(date)) = (asked.len(), asked.parse()) {
        return Ok(date);
    }
    let help = date_help(asked)
        .unwrap_or_else(|| "écrivez l’année, le mois, puis le jour : 2026-04-14".into());
    Err(Stop(format!("« {asked} » n’est pas une date ; {help}")))
}

/// A new record lies as the latest one does: in a folder named by the year, or beside it.
fn path_below_meetings(date: Date, latest: Option<&RecordFile>) -> PathBuf {
    let file = format!("{date}.toml");
    let year = date.year().to_string();
    let Some(latest) = latest else {
        return Path::new(&year).join(file);
    };
    let below = latest
        .name
        .strip_prefix("meetings/")
        .unwrap_or(&latest.name);
    let mut folders: Vec<&str> = below.split('/').collect();
    folders.pop();
    let is_year =
        |folder: &str| folder.len() == 4 && folder.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(last) = folders.last_mut().filter(|folder| is_year(folder)) {
        *last = &year;
    }
    folders.iter().collect::<PathBuf>().join(file)
}

/// Copies the templates and the style sheets into `templates/`.
fn copy_templates(folder: &Path) -> Result<ExitCode, Stop> {
    let sheet = ("style.toml", EMBEDDED_SHEET);
    let mut kept = 0;
    for (name, text) in EMBEDDED.iter().chain([&sheet]) {
        let parts = name.split('/');
        let path = parts.fold(folder.join(TEMPLATES_FOLDER), |path, part| path.join(part));
        if files::is_there(&path) {
            kept += 1;
        } else {
            files::create(&path, text.as_bytes())?;
            result(&path.display().to_string());
        }
    }
    match kept {
        0 => {}
        1 => say("1 fichier existait déjà : il est laissé tel quel."),
        kept => say(&format!(
            "{kept} fichiers existaient déjà : ils sont laissés tels quels."
        )),
    }
    say(
        "Gardez ceux que vous changez et supprimez les autres : ils suivront les progrès du programme. « greffier guide modeles » les décrit.",
    );
    Ok(ExitCode::SUCCESS)
}

/// The time zone that this computer is set to, if it is that of a place.
fn zone_of_this_computer() -> Option<String> {
    let zone = jiff::tz::TimeZone::try_system().ok()?;
    let zone = config::Zone::named(zone.iana_name()?)?;
    zone_of_a_place(zone.name(), cfg!(windows))
}

/// Windows has one zone for Iceland and for West Africa, which Unicode's table names after Iceland: it tells no more than UTC does.
fn zone_of_a_place(name: &str, is_windows: bool) -> Option<String> {
    let is_place = name.contains('/') && !name.starts_with("Etc/");
    let is_meant = !(is_windows && name == "Atlantic/Reykjavik");
    (is_place && is_meant).then(|| name.to_owned())
}

pub(super) fn init(arguments: &InitArguments) -> Result<ExitCode, Stop> {
    if arguments.templates {
        return copy_templates(arguments.folder.as_deref().unwrap_or(Path::new("")));
    }
    let asked = arguments.folder.as_deref();
    let asked = asked.filter(|folder| *folder != Path::new("."));
    let folder = asked.map(Path::to_owned).unwrap_or_default();
    let around = Project::root_of(&current_folder()?.join(&folder));
    if files::is_folder(&around.join(MEETINGS_FOLDER))
        && real(&folder).starts_with(real(&around.join(MEETINGS_FOLDER)))
    {
        return Err(Stop(format!(
            "ce dossier contient les comptes rendus du projet {} ; « greffier new » en crée un autre",
            around.display()
        )));
    }
    let meetings = folder.join(MEETINGS_FOLDER);
    let has_records = files::is_filled_folder(&meetings);
    let mut new_files = vec![
        (CONFIG_FILE, new_config(zone_of_this_computer().as_deref())),
        (RECORD_SCHEMA_FILE, schema_text(&record::schema())),
        (CONFIG_SCHEMA_FILE, schema_text(&config::schema())),
        (STYLE_SCHEMA_FILE, schema_text(&style::schema())),
    ];
    if !has_records {
        new_files.push((EXAMPLE_RECORD.0, EXAMPLE_RECORD.1.to_owned()));
    }
    for (name, text) in new_files {
        let path = name
            .split('/')
            .fold(folder.clone(), |path, part| path.join(part));
        if files::is_there(&path) {
            say(&format!(
                "{} existe déjà : il est laissé tel quel.",
                path.display()
            ));
        } else {
            files::create(&path, text.as_bytes())?;
            result(&path.display().to_string());
        }
    }
    let go = match asked {
        Some(folder) => format!("Allez dans {}, complétez", folder.display()),
        None => "Complétez".to_owned(),
    };
    say(&format!(
        "{go} {CONFIG_FILE}, puis lancez « greffier build »."
    ));
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::zone_of_a_place;

    #[test]
    fn a_zone_is_written_where_it_tells_a_place() {
        let table = [
            ("Africa/Bamako", false, true),
            ("Africa/Lagos", true, true),
            ("Atlantic/Reykjavik", false, true),
            ("Atlantic/Reykjavik", true, false),
            ("Etc/UTC", true, false),
            ("UTC", false, false),
        ];
        for (name, is_windows, is_written) in table {
            let written = zone_of_a_place(name, is_windows);
            assert_eq!(written.as_deref(), is_written.then_some(name), "{name}");
        }
    }
}
