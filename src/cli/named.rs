//! Which meeting a word of the command line means that is no path: by the address of its record, the last part of that, or its day.

use jiff::civil::Date;

use super::Stop;
use super::messages::some_of;
use crate::archive::{Archive, Project, RecordFile};
use crate::circulation::last_part;
use crate::diagnostic::Kind;
use crate::toml_source::{TomlFault, date_or_hour_slip};

/// The records that a word answers to: the one of that address, else those whose address ends so. A day means all that are named by it or
/// were on it: of two meetings of one day none is the one that was meant.
pub(super) fn answering<'a>(
    archive: &'a Archive,
    project: &Project,
    asked: &str,
) -> Vec<&'a RecordFile> {
    let named = asked.trim_matches('/');
    let records = archive.records.iter();
    let ends_so = |record: &RecordFile| last_part(&record.address) == named;
    if let Ok(day) = named.parse::<Date>() {
        let of_day = archive.on(project, day);
        let is_of_day =
            |record: &RecordFile| of_day.iter().any(|one| one.address == record.address);
        let meant = records.filter(|record| ends_so(record) || is_of_day(record));
        return meant.collect();
    }
    match records.clone().find(|record| record.address == named) {
        Some(record) => vec![record],
        None => records.filter(|record| ends_so(record)).collect(),
    }
}

/// Refuses a word that several records answer to.
pub(super) fn refuse_several(asked: &str, found: &[&RecordFile]) -> Stop {
    // An address that is what was asked for tells nothing more.
    let is_address = found
        .iter()
        .any(|one| one.address == asked.trim_matches('/'));
    let names: Vec<&str> = found
        .iter()
        .map(|one| match is_address {
            true => one.name.as_str(),
            false => one.address.as_str(),
        })
        .collect();
    let what = match is_address {
        true => "le fichier",
        false => "l’adresse",
    };
    Stop(format!(
        "plusieurs réunions répondent à « {asked} » : {} ; donnez {what} de l’une d’elles",
        some_of(&names)
    ))
}

/// How the date is written that was meant by a word, or what is wrong with it; none where it is well written.
pub(super) fn date_help(asked: &str) -> Option<String> {
    if asked.parse::<Date>().is_ok() {
        return None;
    }
    let slip = date_or_hour_slip(asked, &(0..0))?;
    let of_dates = [TomlFault::DateForm, TomlFault::ImpossibleDate];
    let is_of_date = of_dates
        .iter()
        .any(|kind| kind.code() == slip.code.as_str());
    slip.help.into_iter().next().filter(|_| is_of_date)
}
