//! One page a year: its meetings, each with its themes.

use jiff::civil::Date;
use serde::Serialize;

use super::chunks::{MOST_ROWS, chunks};
use super::frame::{Frame, Section, part_paths};
use super::{Site, SitePage, Summary};
use crate::french::words::counted;
use crate::minutes::shortened;

/// As many themes of a meeting are named; its page names all.
const MOST_THEMES: usize = 12;
/// As many letters of a title or of a name are shown in a list.
const LONGEST_TITLE: usize = 140;

/// A meeting in a list.
#[derive(Serialize)]
pub(super) struct Card {
    #[serde(rename = "titre")]
    title: String,
    date: Date,
    #[serde(rename = "adresse")]
    address: String,
    #[serde(rename = "numero")]
    number: Option<u32>,
    #[serde(rename = "instance")]
    body: Option<String>,
    #[serde(rename = "etat")]
    state: Option<String>,
    /// *17 participants, 14 organisations, 9 points d’action*: those that are.
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
    pub(super) fn new(meeting: &Summary) -> Self {
        let counts = [
            (u64::from(meeting.participants), "participant"),
            (meeting.organisations.len() as u64, "organisation"),
            (meeting.actions.len() as u64, "point d’action"),
        ];
        let address = meeting_path(meeting);
        Self {
            title: shortened(&meeting.title, LONGEST_TITLE),
            date: meeting.date,
            number: meeting.number,
            body: short(meeting.body.as_ref()),
            state: meeting.state.clone(),
            figures: counts
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, noun)| counted(*count, noun))
                .collect(),
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
        let parts = chunks(latest_first, MOST_ROWS, |meeting| {
            Card::new(meeting).weight()
        });
        let count = meetings.len() as u64;
        // The latest year comes first.
        let (previous, next) = (year_at(Some(index + 1)), year_at(index.checked_sub(1)));
        let paths = part_paths(&format!("annee-{year}"), parts.len());
        for (here, part) in parts.into_iter().enumerate() {
            let title = format!("Réunions de {year}");
            let frame = Frame::new(site, &paths[here], Section::Year, &title);
            let year = *year;
            let content = move || YearPage {
                year,
                count: counted(count, "réunion"),
                meetings: part.iter().map(|meeting| Card::new(meeting)).collect(),
                previous: previous.map(link),
                next: next.map(link),
            };
            pages.push(site.page("site/year.html", frame.part(here, &paths), content));
        }
    }
    pages
}
