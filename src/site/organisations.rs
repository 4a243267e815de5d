//! Which organisations came, and how often: in the last twelve months, and year by year.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::chunks::{chunks, first};
use super::frame::{Frame, Section, part_paths};
use super::years::{LONGEST_TITLE, Link, meeting_path};
use super::{Site, SitePage, Summary};
use crate::french::Gender;
use crate::french::folding::{Rank, name_key};
use crate::french::sorting;
use crate::french::words::counted_or_none;
use crate::minutes::{counted_by_category, shortened};

#[derive(Serialize)]
struct OrganisationsPage {
    /// The year of a page of a year; none for the last twelve months.
    #[serde(rename = "annee")]
    year: Option<i16>,
    /// *12 réunions*.
    #[serde(rename = "nombre_de_reunions")]
    meetings: String,
    /// *31 organisations*.
    #[serde(rename = "nombre")]
    count: String,
    /// How many came least often, and are not shown.
    #[serde(rename = "non_montrees")]
    left: usize,
    /// *Organisations par catégorie : ONGI (8), ONU (3).*, where a category is known.
    categories: Option<String>,
    organisations: Vec<Row>,
    #[serde(rename = "annees")]
    years: Vec<Link>,
}

#[derive(Clone, Serialize)]
struct Row {
    #[serde(rename = "nom")]
    name: String,
    #[serde(rename = "categorie")]
    category: Option<String>,
    /// How many meetings it came to.
    #[serde(rename = "reunions")]
    meetings: usize,
    /// The last of these.
    #[serde(rename = "derniere")]
    last: Date,
    #[serde(rename = "adresse")]
    address: String,
}

impl Row {
    fn weight(&self) -> usize {
        let category = self.category.as_deref().unwrap_or_default();
        self.name.len() + category.len() + 90
    }
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let years: Vec<(i16, &[Summary], Vec<Row>)> = site
        .years()
        .into_iter()
        .map(|(year, meetings)| (year, meetings, rows(meetings)))
        .filter(|(_, _, rows)| !rows.is_empty())
        .collect();
    let all_years: Vec<i16> = years.iter().map(|(year, ..)| *year).collect();
    let mut pages = vec![lately(site, all_years.clone())];
    for (year, meetings, rows) in &years {
        let parts = chunks(rows.clone(), Row::weight);
        let paths = part_paths(&format!("organisations-{year}"), parts.len());
        for (here, part) in parts.into_iter().enumerate() {
            let title = format!("Organisations présentes en {year}");
            let frame = Frame::new(site, &paths[here], Section::Organisations, &title);
            let (year, meetings, count) = (*year, site.count(meetings), rows.len() as u64);
            let categories = categories(rows);
            let all_years = all_years.clone();
            let content = move || OrganisationsPage {
                year: Some(year),
                meetings: meetings.clone(),
                count: counted_or_none(count, "organisation", Gender::Feminine),
                left: 0,
                categories: categories.clone(),
                organisations: part.clone(),
                years: Link::to_years("organisations", &all_years),
            };
            let frame = frame.part(here, &paths);
            pages.push(site.page("site/organisations.html", frame, content));
        }
    }
    pages
}

fn categories(rows: &[Row]) -> Option<String> {
    counted_by_category(rows.iter().map(|row| row.category.as_deref()))
}

/// The last twelve months before the latest meeting, those who came most often first.
fn lately(site: Site<'_>, years: Vec<i16>) -> SitePage<'_> {
    let latest = site.last_held().map(|meeting| meeting.date);
    let since = latest.and_then(|day| day.checked_sub(1.year()).ok());
    let from = site
        .meetings
        .partition_point(|meeting| since.is_some_and(|since| meeting.date <= since));
    let meetings = &site.meetings[from..];
    let title = &site.config.labels.lately_present;
    let frame = Frame::new(site, "organisations.html", Section::Organisations, title);
    site.page("site/organisations.html", frame, move || {
        of_twelve_months(site, meetings, &years)
    })
}

fn of_twelve_months(site: Site<'_>, meetings: &[Summary], years: &[i16]) -> OrganisationsPage {
    let mut all = rows(meetings);
    all.sort_by_key(|row| std::cmp::Reverse(row.meetings));
    let count = counted_or_none(all.len() as u64, "organisation", Gender::Feminine);
    let categories = categories(&all);
    let (organisations, left) = first(all, Row::weight);
    OrganisationsPage {
        year: None,
        meetings: site.count(meetings),
        count,
        left,
        categories,
        organisations,
        years: Link::to_years("organisations", years),
    }
}

/// Where a spelling stands.
struct Spelling<'a> {
    meetings: usize,
    category: Option<&'a str>,
    last: &'a Summary,
    /// The place of the last one among all.
    place: usize,
}

/// Each organisation once, in the order of the alphabet, under the spelling it used most often.
fn rows(meetings: &[Summary]) -> Vec<Row> {
    // Mostly spelt alike: each spelling is looked into once.
    let mut spellings: BTreeMap<&str, Spelling<'_>> = BTreeMap::new();
    let named = meetings.iter().flat_map(|meeting| {
        let names = meeting.organisations();
        names.map(move |one| (one, meeting))
    });
    for (place, (one, last)) in named.enumerate() {
        let before = spellings.get(one.name);
        let spelling = Spelling {
            meetings: before.map_or(0, |before| before.meetings) + 1,
            category: one.category,
            last,
            place,
        };
        spellings.insert(one.name, spelling);
    }
    let mut in_order: Vec<(&str, Spelling<'_>)> = spellings.into_iter().collect();
    in_order.sort_by_key(|(_, spelling)| spelling.place);
    let mut found: BTreeMap<String, (Row, Rank)> = BTreeMap::new();
    for (name, spelling) in in_order {
        let mut rank = Rank::of(spelling.meetings, name);
        let mut row = Row {
            name: shortened(name, LONGEST_TITLE),
            category: spelling.category.map(str::to_owned),
            meetings: spelling.meetings,
            last: spelling.last.date,
            address: meeting_path(spelling.last),
        };
        if let Some((before, best)) = found.remove(&name_key(name)) {
            row.meetings += before.meetings;
            if best > rank {
                (row.name, rank) = (before.name, best);
            }
        }
        found.insert(name_key(name), (row, rank));
    }
    let mut rows: Vec<Row> = found.into_values().map(|(row, _)| row).collect();
    sorting::sort(&mut rows, |row| sorting::sort_key(&row.name));
    rows
}
