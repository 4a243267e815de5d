//! Which meeting a word of the command line means that is no path: by the address of its record, the last part of that, or its day.

use jiff::civil::Date;

use super::Stop;
use super::messages::some_of;
use crate::archive::{Archive, Project, RecordFile};
use crate::circulation::last_part;
use crate::diagnostic::Kind;
use crate::toml_source::{TomlFault, date_or_hour_slip};

/// The records that a word answers to: the one of that address, else those whose address ends so, else those of that day.
pub(super) fn answering<'a>(
    archive: &'a Archive,
    project: &Project,
    asked: &str,
) -> Vec<&'a RecordFile> {
    let named = asked.trim_matches('/');
    let records = archive.records.iter();
    if let Some(record) = records.clone().find(|record| record.address == named) {
        return vec![record];
    }
    let same_end = records.filter(|record| last_part(&record.address) == named);
    let same_end: Vec<&RecordFile> = same_end.collect();
    match named.parse::<Date>() {
        Ok(day) if same_end.is_empty() => archive.on(project, day),
        _ => same_end,
    }
}

/// Refuses a word that several records answer to.
pub(super) fn refuse_several(asked: &str, found: &[&RecordFile]) -> Stop {
    let addresses: Vec<&str> = found.iter().map(|one| one.address.as_str()).collect();
    Stop(format!(
        "plusieurs réunions répondent à « {asked} » : {} ; donnez l’adresse de l’une d’elles",
        some_of(&addresses)
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
