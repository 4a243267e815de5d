//! `actions.csv` and `decisions.csv`: all action points and all decisions, for a spreadsheet.

use std::io::{self, Write};

use super::years::meeting_path;
use super::{ActionSummary, DecisionSummary, Due, Site, SitePage, Summary};
use crate::french::typography::Profile;

const HEAD_OF_ACTIONS: [&str; 8] = [
    "date_de_reunion",
    "point_d_action",
    "responsables",
    "echeance",
    "statut",
    "en_retard",
    "adresse",
    "identifiant",
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
        let of_meeting = |meeting| cells_of_actions(site, meeting);
        write(site, HEAD_OF_ACTIONS, of_meeting, out)
    });
    let decisions = SitePage::of_stream("decisions.csv", move |out| {
        let of_meeting = |meeting| cells_of_decisions(site, meeting);
        write(site, HEAD_OF_DECISIONS, of_meeting, out)
    });
    let decisions = Some(decisions).filter(|_| site.has_decisions);
    [actions].into_iter().chain(decisions).collect()
}

/// With a byte order mark, without which spreadsheets misread the accents.
fn write<'a, const N: usize>(
    site: Site<'a>,
    head: [&str; N],
    of_meeting: impl Fn(&'a Summary) -> Vec<[String; N]>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(head)?;
    for meeting in site.meetings.iter().rev() {
        for cells in of_meeting(meeting) {
            writer.write_record(cells.iter().map(|cell| without_formula(cell)))?;
        }
    }
    writer.flush()
}

fn cells_of_actions(site: Site<'_>, meeting: &Summary) -> Vec<[String; 8]> {
    let actions = meeting.actions.iter();
    actions
        .map(|action| action_cells(site, meeting, action))
        .collect()
}

fn action_cells(site: Site<'_>, meeting: &Summary, action: &ActionSummary) -> [String; 8] {
    let due = match &action.due {
        None => String::new(),
        Some(Due::On(day)) => day.to_string(),
        Some(Due::Words(words)) => simple(words),
    };
    let status = action.status.as_ref();
    let late = match action.is_late(site.today) {
        true => "oui",
        false => "non",
    };
    let [address, identifier] = place(site, meeting, &action.anchor);
    [
        meeting.date.to_string(),
        simple(&action.text),
        simple(&action.owners.join(" ; ")),
        due,
        status.map_or_else(String::new, |status| simple(&status.word)),
        late.into(),
        address,
        identifier,
    ]
}

fn cells_of_decisions(site: Site<'_>, meeting: &Summary) -> Vec<[String; 8]> {
    let decisions = meeting.decisions.iter();
    decisions
        .map(|decision| decision_cells(site, meeting, decision))
        .collect()
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
