//! `actions.csv`: all action points, for a spreadsheet.

use std::io::{self, Write};

use super::register::Tracked;
use super::{Site, SitePage};
use crate::french::typography::{Profile, correct};
use crate::record::DueDate;

const HEAD: [&str; 12] = [
    "date_de_reunion",
    "point_d_action",
    "responsables",
    "echeance",
    "statut",
    "en_retard",
    "adresse",
    "identifiant",
    "numero",
    "premiere_echeance",
    "reports",
    "suite",
];

pub(super) fn page(site: Site<'_>) -> SitePage<'_> {
    SitePage::of_stream("actions.csv", move |out| write(site, out))
}

/// With a byte order mark, without which spreadsheets misread the accents.
fn write(site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(HEAD)?;
    for tracked in site.tracked() {
        let cells = cells(site, &tracked);
        writer.write_record(cells.iter().map(|cell| without_formula(cell)))?;
    }
    writer.flush()
}

fn cells(site: Site<'_>, tracked: &Tracked<'_>) -> [String; 12] {
    let (meeting, anchor) = (tracked.meeting, &tracked.action.anchor);
    let standing = &tracked.standing;
    let address = match &site.config.site_address {
        Some(root) => format!("{root}/{}/#{anchor}", meeting.address),
        None => tracked.path(),
    };
    let owners: Vec<String> = tracked.owners().collect();
    let changes = tracked.changes(site).into_iter();
    let changes = changes.map(|(said, meeting)| format!("{}\u{a0}: {said}", meeting.date));
    let changes: Vec<String> = changes.collect();
    [
        meeting.date.to_string(),
        simple(&tracked.action.text),
        simple(&owners.join(" ; ")),
        standing.due.map(due).unwrap_or_default(),
        simple(&tracked.status().unwrap_or_default()),
        if tracked.is_late(site) { "oui" } else { "non" }.into(),
        address,
        format!("{}#{anchor}", meeting.address),
        simple(tracked.number().unwrap_or_default()),
        standing
            .earlier_dues
            .first()
            .map(|first| due(first))
            .unwrap_or_default(),
        standing.earlier_dues.len().to_string(),
        simple(&changes.join(" ; ")),
    ]
}

fn due(due: &DueDate) -> String {
    match due {
        DueDate::On(day) => day.to_string(),
        DueDate::Words(words) => simple(&correct(words)),
    }
}

fn simple(text: &str) -> String {
    Profile::Simple.spaced(text).into_owned()
}

/// A cell that no spreadsheet takes for a formula (OWASP, *CSV injection*).
fn without_formula(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}
