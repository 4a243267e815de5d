//! One page a year: its meetings, each with its themes.

use jiff::civil::Date;
use serde::Serialize;

use super::chunks::{MOST_ROWS, chunks_of_growing};
use super::frame::{Frame, Section, part_paths};
use super::{Site, SitePage, Summary};
use crate::french::days::Days;
use crate::french::formulas::NumberedIn;
use crate::french::words::{capital_first, counted};
use crate::minutes::shortened;

/// At most 12 themes of a meeting are named; its page names all.
const MOST_THEMES: usize = 12;
/// At most 140 letters of a title or of a name are shown in a list.
const LONGEST_TITLE: usize = 140;

/// A meeting in a list.
#[derive(Serialize)]
pub(super) struct Card {
    #[serde(rename = "titre")]
    title: String,
    date: Date,
    /// The last of several days.
    #[serde(rename = "date_fin")]
    last_day: Option<Date>,
    /// *Mardi 7 février 2017*, *Du 13 au 15 janvier 2026*.
    #[serde(rename = "quand")]
    when: String,
    #[serde(rename = "a_eu_lieu")]
    is_held: bool,
    #[serde(rename = "adresse")]
    address: String,
    #[serde(rename = "numero")]
    number: Option<u32>,
    /// *n° 17 de l’année*, *n° 17*.
    #[serde(rename = "rang")]
    rank: Option<String>,
    #[serde(rename = "instance")]
    body: Option<String>,
    #[serde(rename = "etat")]
    state: Option<String>,
    /// *17 participants, 14 organisations, 9 points d’action, 3 décisions*: those that are.
    #[serde(rename = "en_nombres")]
    figures: Vec<String>,
    themes: Vec<Link>,
    /// How many themes are not named.
    #[serde(rename = "autres_themes")]
    more_themes: usize,
}

/// A link and its words.
#[derive(Serialize)]
pub(super) struct Link {
    #[serde(rename = "titre")]
    pub(super) title: String,
    #[serde(rename = "adresse")]
    pub(super) address: String,
}

/// The way from a page of the site to that of a meeting.
pub(super) fn meeting_path(meeting: &Summary) -> String {
    format!("{}/index.html", meeting.address)
}

/// The first page of a year.
pub(super) fn year_path(year: i16) -> String {
    format!("annee-{year}.html")
}

impl Card {
    pub(super) fn new(site: Site<'_>, meeting: &Summary) -> Self {
        let address = meeting_path(meeting);
        Self {
            title: shortened(&meeting.title, LONGEST_TITLE),
            date: meeting.date,
            last_day: meeting.last_day,
            when: Days::new(meeting.date, meeting.last_day).heading(),
            is_held: meeting.is_held,
            number: meeting.number,
            rank: meeting.number.map(|number| rank(site, number)),
            body: short(meeting.body.as_ref()),
            state: meeting.state.clone(),
            figures: figures(meeting),
            themes: meeting
                .themes
                .iter()
                .take(MOST_THEMES)
                .map(|theme| Link {
                    title: shortened(&theme.title, LONGEST_TITLE),
                    address: format!("{address}#{}", theme.anchor),
                })
                .collect(),
            more_themes: meeting.themes.len().saturating_sub(MOST_THEMES),
            address,
        }
    }

    fn weight(&self) -> usize {
        let themes = self.themes.iter();
        let themes: usize = themes.map(|theme| theme.title.len() + 30).sum();
        themes + self.title.len() + self.body.as_ref().map_or(0, String::len) + 60
    }
}

/// *17 participants*, *14 organisations*, *9 points d’action*, *3 décisions*: those that are.
pub(super) fn figures(meeting: &Summary) -> Vec<String> {
    let counts = [
        (u64::from(meeting.participants), "participant"),
        (u64::from(meeting.organisation_count), "organisation"),
        (meeting.actions.len() as u64, "point d’action"),
        (acts(meeting) as u64, "décision"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    counts.map(|(count, noun)| counted(*count, noun)).collect()
}

/// How many decisions were made. One that is only said is a part of its theme; they count where one has a number or a vote, an act
/// that is looked for.
fn acts(meeting: &Summary) -> usize {
    let mut decisions = meeting.decisions.iter();
    match decisions.any(|decision| decision.number.is_some() || decision.vote.is_some()) {
        true => meeting.decisions.len(),
        false => 0,
    }
}

fn rank(site: Site<'_>, number: u32) -> String {
    match site.config.numbered_in {
        NumberedIn::Year => format!("n° {number} de l’année"),
        NumberedIn::Series => format!("n° {number}"),
    }
}

fn short(text: Option<&String>) -> Option<String> {
    text.map(|text| shortened(text, LONGEST_TITLE))
}

#[derive(Serialize)]
struct YearPage {
    #[serde(rename = "annee")]
    year: i16,
    /// *12 réunions*.
    #[serde(rename = "nombre")]
    count: String,
    #[serde(rename = "reunions")]
    meetings: Vec<Card>,
    /// The year before this one that has meetings, and the one after.
    #[serde(rename = "annee_precedente")]
    previous: Option<Link>,
    #[serde(rename = "annee_suivante")]
    next: Option<Link>,
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let years = site.years();
    let year_at = |index: Option<usize>| years.get(index?).map(|(year, _)| *year);
    let link = |year: i16| Link {
        title: year.to_string(),
        address: year_path(year),
    };
    let mut pages = Vec::new();
    for (index, (year, meetings)) in years.iter().enumerate() {
        let latest_first: Vec<&Summary> = meetings.iter().rev().collect();
        let parts = chunks_of_growing(latest_first, MOST_ROWS, |meeting| {
            Card::new(site, meeting).weight()
        });
        let count = site.count(meetings);
        // The latest year comes first.
        let (previous, next) = (year_at(Some(index + 1)), year_at(index.checked_sub(1)));
        let paths = part_paths(&format!("annee-{year}"), parts.len());
        for (here, part) in parts.into_iter().enumerate() {
            let gatherings = capital_first(&site.words().gatherings);
            let title = format!("{gatherings} de {year}");
            let frame = Frame::new(site, &paths[here], Section::Year, &title);
            let (year, count) = (*year, count.clone());
            let content = move || YearPage {
                year,
                count: count.clone(),
                meetings: part
                    .iter()
                    .map(|meeting| Card::new(site, meeting))
                    .collect(),
                previous: previous.map(link),
                next: next.map(link),
            };
            pages.push(site.page("site/year.html", frame.part(here, &paths), content));
        }
    }
    pages
}
