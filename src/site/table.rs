//! `actions.csv` and `decisions.csv`: all action points and all decisions, for a spreadsheet.

use std::io::{self, Write};

use super::register::Tracked;
use super::years::meeting_path;
use super::{DecisionSummary, Site, SitePage, Summary};
use crate::french::typography::{Profile, correct};
use crate::record::DueDate;

const HEAD_OF_ACTIONS: [&str; 12] = [
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
const HEAD_OF_DECISIONS: [&str; 8] = [
    "numero",
    "date_de_reunion",
    "decision",
    "vote",
    "reunion",
    "theme",
    "adresse",
    "identifiant",
];

/// The second only where there is a decision.
pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let actions = SitePage::of_stream("actions.csv", move |out| {
        let rows = site.tracked().map(|tracked| action_cells(site, &tracked));
        write(HEAD_OF_ACTIONS, rows, out)
    });
    let decisions = SitePage::of_stream("decisions.csv", move |out| {
        let rows = site.meetings.iter().rev().flat_map(|meeting| {
            let decisions = meeting.decisions.iter();
            decisions.map(move |decision| decision_cells(site, meeting, decision))
        });
        write(HEAD_OF_DECISIONS, rows, out)
    });
    let decisions = Some(decisions).filter(|_| site.has_decisions);
    [actions].into_iter().chain(decisions).collect()
}

/// With a byte order mark, without which spreadsheets misread the accents.
fn write<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(head)?;
    for cells in rows {
        writer.write_record(cells.iter().map(|cell| without_formula(cell)))?;
    }
    writer.flush()
}

fn action_cells(site: Site<'_>, tracked: &Tracked<'_>) -> [String; 12] {
    let meeting = tracked.meeting;
    let standing = &tracked.standing;
    let [address, identifier] = place(site, meeting, &tracked.action.anchor);
    let owners: Vec<String> = tracked.owners().collect();
    let first_due = standing.earlier_dues.first();
    let late = match tracked.is_late(site) {
        true => "oui",
        false => "non",
    };
    let changes = tracked.changes(site).into_iter();
    let changes = changes.map(|(said, meeting)| format!("{}\u{a0}: {said}", meeting.date));
    let changes: Vec<String> = changes.collect();
    [
        meeting.date.to_string(),
        simple(&tracked.action.text),
        simple(&owners.join(" ; ")),
        standing.due.map(due).unwrap_or_default(),
        simple(&tracked.status().unwrap_or_default()),
        late.into(),
        address,
        identifier,
        simple(tracked.number().unwrap_or_default()),
        first_due.map(|first| due(first)).unwrap_or_default(),
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

fn decision_cells(site: Site<'_>, meeting: &Summary, decision: &DecisionSummary) -> [String; 8] {
    let [address, identifier] = place(site, meeting, &decision.anchor);
    [
        simple(decision.number.as_deref().unwrap_or_default()),
        meeting.date.to_string(),
        simple(&decision.text),
        simple(decision.vote.as_deref().unwrap_or_default()),
        simple(&meeting.name()),
        simple(&decision.theme),
        address,
        identifier,
    ]
}

/// The address of an anchor, below that of the site where it is told; and what names it in the series.
fn place(site: Site<'_>, meeting: &Summary, anchor: &str) -> [String; 2] {
    let address = match &site.config.site_address {
        Some(root) => format!("{root}/{}/#{anchor}", meeting.address),
        None => format!("{}#{anchor}", meeting_path(meeting)),
    };
    [address, format!("{}#{anchor}", meeting.address)]
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
