//! The register of decisions: the latest, and all of them, year by year; those of meetings that were held.

use jiff::civil::Date;
use serde::Serialize;

use super::chunks::{chunks_of_growing, first};
use super::frame::{Frame, Section, part_paths};
use super::register::LONGEST_TEXT;
use super::years::{LONGEST_TITLE, Link, meeting_path};
use super::{DecisionSummary, Site, SitePage, Summary};
use crate::french::words::counted;
use crate::minutes::shortened;

/// The first page.
const PAGE: &str = "decisions.html";
/// At most 40 letters of the number of a decision are shown in a list.
const LONGEST_NUMBER: usize = 40;

#[derive(Serialize)]
struct DecisionsPage {
    /// The year of a page of a year; none for the latest.
    #[serde(rename = "annee")]
    year: Option<i16>,
    /// *12 décisions*.
    #[serde(rename = "nombre")]
    count: String,
    /// How many are older than those shown.
    #[serde(rename = "plus_anciennes")]
    left: usize,
    #[serde(rename = "groupes")]
    groups: Vec<Group>,
    #[serde(rename = "annees")]
    years: Vec<Link>,
}

/// The decisions of a meeting.
#[derive(Serialize)]
struct Group {
    /// *Réunion du 14 avril 2026*.
    #[serde(rename = "titre")]
    title: String,
    #[serde(rename = "adresse")]
    address: String,
    date: Date,
    /// Whether the page shows numbers.
    #[serde(rename = "avec_numero")]
    has_number: bool,
    /// Whether the page shows votes.
    #[serde(rename = "avec_vote")]
    has_vote: bool,
    decisions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(rename = "numero")]
    number: Option<String>,
    #[serde(rename = "texte")]
    text: String,
    #[serde(rename = "adresse")]
    address: String,
    vote: Option<String>,
    theme: String,
}

/// A decision, and the meeting that made it.
#[derive(Clone, Copy)]
struct Found<'a> {
    meeting: &'a Summary,
    decision: DecisionSummary<'a>,
}

impl Found<'_> {
    fn row(&self) -> Row {
        let Self { meeting, decision } = self;
        let short = |text: Option<&str>, most| text.map(|text| shortened(text, most));
        Row {
            number: short(decision.number, LONGEST_NUMBER),
            text: shortened(decision.text, LONGEST_TEXT),
            address: format!("{}#{}", meeting_path(meeting), decision.anchor),
            vote: short(decision.vote, LONGEST_TEXT),
            theme: shortened(decision.theme, LONGEST_TITLE),
        }
    }

    /// Bytes of text of its row.
    fn weight(&self) -> usize {
        let row = self.row();
        let of_some = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        row.text.len() + row.theme.len() + of_some(&row.number) + of_some(&row.vote) + 60
    }
}

/// No page where no decision was made.
pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let years = site.years().into_iter();
    let years = years.map(|(year, meetings)| (year, found(meetings)));
    let years: Vec<(i16, Vec<Found<'_>>)> = years.filter(|(_, found)| !found.is_empty()).collect();
    if years.is_empty() {
        return Vec::new();
    }
    let all_years: Vec<i16> = years.iter().map(|(year, _)| *year).collect();
    let mut pages = vec![latest(site, all_years.clone())];
    for (year, found) in years {
        pages.extend(of_year(site, year, found, &all_years));
    }
    pages
}

/// The decisions of these meetings, the latest meeting first.
fn found(meetings: &[Summary]) -> Vec<Found<'_>> {
    let latest_first = meetings.iter().rev();
    latest_first
        .flat_map(|meeting| {
            let decisions = meeting.decisions();
            decisions.map(move |decision| Found { meeting, decision })
        })
        .collect()
}

fn latest(site: Site<'_>, years: Vec<i16>) -> SitePage<'_> {
    let all = found(site.meetings);
    let count = counted(all.len() as u64, "décision");
    let (latest, left) = first(all, Found::weight);
    let frame = Frame::new(
        site,
        PAGE,
        Section::Decisions,
        &site.config.labels.decision_register,
    );
    site.page("site/decisions.html", frame, move || DecisionsPage {
        year: None,
        count: count.clone(),
        left,
        groups: by_meeting(site, &latest),
        years: Link::to_years("decisions", &years),
    })
}

fn of_year<'a>(
    site: Site<'a>,
    year: i16,
    found: Vec<Found<'a>>,
    years: &[i16],
) -> Vec<SitePage<'a>> {
    let count = counted(found.len() as u64, "décision");
    let parts = chunks_of_growing(found, Found::weight);
    let paths = part_paths(&format!("decisions-{year}"), parts.len());
    let page = |(here, part): (usize, Vec<Found<'a>>)| {
        let title = format!("{} de {year}", site.config.labels.decision_register);
        let frame = Frame::new(site, &paths[here], Section::Decisions, &title);
        let (count, years) = (count.clone(), years.to_vec());
        let content = move || DecisionsPage {
            year: Some(year),
            count: count.clone(),
            left: 0,
            groups: by_meeting(site, &part),
            years: Link::to_years("decisions", &years),
        };
        site.page("site/decisions.html", frame.part(here, &paths), content)
    };
    parts.into_iter().enumerate().map(page).collect()
}

fn by_meeting(site: Site<'_>, found: &[Found<'_>]) -> Vec<Group> {
    let meetings = found.chunk_by(|one, other| one.meeting.address == other.meeting.address);
    let group = |found: &[Found<'_>]| {
        let meeting = found.first()?.meeting;
        Some(Group {
            title: site.name(meeting),
            address: meeting_path(meeting),
            date: meeting.date,
            has_number: found.iter().any(|one| one.decision.number.is_some()),
            has_vote: found.iter().any(|one| one.decision.vote.is_some()),
            decisions: found.iter().map(Found::row).collect(),
        })
    };
    let mut groups: Vec<Group> = meetings.filter_map(group).collect();
    // The columns of a page stand below one another.
    let has_number = groups.iter().any(|group| group.has_number);
    let has_vote = groups.iter().any(|group| group.has_vote);
    for group in &mut groups {
        (group.has_number, group.has_vote) = (has_number, has_vote);
    }
    groups
}
