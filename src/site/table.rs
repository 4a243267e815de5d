//! `actions.csv`: all action points, for a spreadsheet.

use std::io::{self, Write};

use super::years::meeting_path;
use super::{ActionSummary, Due, Site, SitePage, Summary};
use crate::french::typography::Profile;

const HEAD: [&str; 8] = [
    "date_de_reunion",
    "point_d_action",
    "responsables",
    "echeance",
    "statut",
    "en_retard",
    "adresse",
    "identifiant",
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
    for meeting in site.meetings.iter().rev() {
        for action in &meeting.actions {
            let cells = cells(site, meeting, action);
            writer.write_record(cells.iter().map(|cell| without_formula(cell)))?;
        }
    }
    writer.flush()
}

fn cells(site: Site<'_>, meeting: &Summary, action: &ActionSummary) -> [String; 8] {
    let due = match &action.due {
        None => String::new(),
        Some(Due::On(day)) => day.to_string(),
        Some(Due::Words(words)) => simple(words),
    };
    let path = format!("{}#{}", meeting_path(meeting), action.anchor);
    let address = match &site.config.site_address {
        Some(root) => format!("{root}/{}/#{}", meeting.address, action.anchor),
        None => path,
    };
    [
        meeting.date.to_string(),
        simple(&action.text),
        simple(&action.owners.join(" ; ")),
        due,
        action
            .status
            .as_ref()
            .map_or_else(String::new, |status| simple(&status.word)),
        if action.is_late(site.today) {
            "oui"
        } else {
            "non"
        }
        .into(),
        address,
        format!("{}#{}", meeting.address, action.anchor),
    ]
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
