//! The rows of each table, the latest meeting first.

use super::Register;
use super::cell::Cell;
use crate::french::dates::short_date;
use crate::french::typography::correct;
use crate::record::DueDate;
use crate::site::register::Tracked;
use crate::site::years::meeting_path;
use crate::site::{DecisionSummary, Site, Summary};

impl Register {
    /// At most how many rows there are.
    pub(super) fn most_rows(self, site: Site<'_>) -> usize {
        let rows = site.meetings.iter().map(|meeting| match self {
            Self::Actions => meeting.actions.len(),
            Self::Decisions => meeting.decisions.len(),
        });
        rows.sum()
    }

    /// Each with a cell for each column.
    pub(super) fn rows<'a>(self, site: Site<'a>) -> Box<dyn Iterator<Item = Vec<Cell>> + 'a> {
        match self {
            Self::Actions => {
                let actions = site.points().map(move |point| site.tracked(point));
                Box::new(actions.map(move |tracked| action(site, &tracked)))
            }
            Self::Decisions => {
                let latest_first = site.meetings.iter().rev();
                Box::new(latest_first.flat_map(move |meeting| {
                    let decisions = meeting.decisions();
                    decisions.map(move |made| decision(site, meeting, made))
                }))
            }
        }
    }
}

fn action(site: Site<'_>, tracked: &Tracked<'_>) -> Vec<Cell> {
    let meeting = tracked.meeting;
    let standing = &tracked.standing;
    let [address, identifier] = place(site, meeting, tracked.action().anchor);
    let owners: Vec<String> = tracked.owners().collect();
    let late = match tracked.is_late(site) {
        true => &site.config.labels.yes,
        false => &site.config.labels.no,
    };
    let changes = tracked.changes(site).into_iter();
    let changes = changes.map(|(said, meeting)| format!("{} : {said}", short_date(meeting.date)));
    let changes: Vec<String> = changes.collect();
    vec![
        tracked.number().into(),
        Cell::Day(meeting.date),
        Cell::text(tracked.action().text),
        Cell::text(&owners.join(" ; ")),
        due(standing.due),
        tracked.status().as_deref().into(),
        Cell::text(late),
        due(standing.earlier_dues.first().copied()),
        Cell::Count(standing.postponements()),
        Cell::text(&changes.join(" ; ")),
        address,
        identifier,
    ]
}

fn due(due: Option<&DueDate>) -> Cell {
    match due {
        None => Cell::text(""),
        Some(DueDate::On(day)) => Cell::Day(*day),
        Some(DueDate::Words(words)) => Cell::text(&correct(words)),
    }
}

fn decision(site: Site<'_>, meeting: &Summary, decision: DecisionSummary<'_>) -> Vec<Cell> {
    let [address, identifier] = place(site, meeting, decision.anchor);
    vec![
        decision.number.into(),
        Cell::Day(meeting.date),
        Cell::text(decision.text),
        decision.vote.into(),
        Cell::text(&site.name(meeting)),
        Cell::text(decision.theme),
        address,
        identifier,
    ]
}

/// The address of an anchor, below that of the site where it is told; and what names it in the series.
fn place(site: Site<'_>, meeting: &Summary, anchor: &str) -> [Cell; 2] {
    let address = match &site.config.site_address {
        Some(root) => format!("{root}/{}/#{anchor}", meeting.address),
        None => format!("{}#{anchor}", meeting_path(meeting)),
    };
    let identifier = format!("{}#{anchor}", meeting.address);
    [Cell::text(&address), Cell::text(&identifier)]
}
