//! One page a year: its meetings, each with its themes.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::chunks::chunks_of_growing;
use super::frame::{Frame, Section, part_paths};
use super::{Site, SitePage, Summary};
use crate::french::days::Days;
use crate::french::formulas::NumberedIn;
use crate::french::words::{capital_first, counted};
use crate::minutes::shortened;

/// At most 12 themes of a meeting are named; its page names all.
const MOST_THEMES: usize = 12;
/// At most 140 letters of a title or of a name are shown in a list.
pub(super) const LONGEST_TITLE: usize = 140;
/// How the name of the page of a year begins.
pub(super) const YEAR_PAGE: &str = "annee";

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

impl Link {
    /// To the page of a year that is named so before its year: `actions-2017.html`.
    pub(super) fn to_year(name: &str, year: i16) -> Self {
        Self {
            title: year.to_string(),
            address: format!("{name}-{year}.html"),
        }
    }

    /// To all of these.
    pub(super) fn to_years(name: &str, years: &[i16]) -> Vec<Self> {
        years
            .iter()
            .map(|year| Self::to_year(name, *year))
            .collect()
    }
}

/// The way from a page of the site to that of a meeting.
pub(super) fn meeting_path(meeting: &Summary) -> String {
    format!("{}/index.html", meeting.address)
}

/// The first page of a year.
pub(super) fn year_path(year: i16) -> String {
    format!("{YEAR_PAGE}-{year}.html")
}

impl Card {
    pub(super) fn new(site: Site<'_>, meeting: &Summary) -> Self {
        let address = meeting_path(meeting);
        Self {
            title: shortened(&meeting.title, LONGEST_TITLE),
            date: meeting.date,
            last_day: meeting.last_day,
            when: Days::new(meeting.date, meeting.last_day).heading() + &site.hour_apart(meeting),
            is_held: meeting.is_held,
            number: meeting.number,
            rank: meeting.number.map(|number| rank(site, number)),
            body: short(meeting.body.as_ref()),
            state: meeting.state.clone(),
            figures: figures(meeting),
            themes: meeting
                .themes()
                .take(MOST_THEMES)
                .map(|theme| Link {
                    title: shortened(theme.title, LONGEST_TITLE),
                    address: format!("{address}#{}", theme.anchor),
                })
                .collect(),
            more_themes: meeting.themes.len().saturating_sub(MOST_THEMES),
            address,
        }
    }
}

/// Bytes of text of the card of a meeting.
fn weight(meeting: &Summary) -> usize {
    let short = |text: &str| match text.len() {
        length if length <= LONGEST_TITLE => length,
        _ => shortened(text, LONGEST_TITLE).len(),
    };
    let themes = meeting.themes().take(MOST_THEMES);
    let themes: usize = themes.map(|theme| short(theme.title) + 30).sum();
    let body = meeting.body.as_deref();
    themes + short(&meeting.title) + body.map_or(0, short) + 60
}

/// All that the card of a meeting is made of.
fn known(site: Site<'_>, meeting: &Summary) -> impl Serialize {
    let days = (meeting.date, meeting.last_day, site.hour_of(meeting));
    let said = (
        meeting.is_held,
        meeting.number,
        &meeting.title,
        &meeting.body,
        &meeting.state,
    );
    (
        &meeting.address,
        days,
        said,
        counts(meeting),
        &meeting.themes,
    )
}

/// *17 participants*, *14 organisations*, *9 points d’action*, *3 décisions*: those that are.
pub(super) fn figures(meeting: &Summary) -> Vec<String> {
    let nouns = ["participant", "organisation", "point d’action", "décision"];
    let counts = counts(meeting).into_iter().zip(nouns);
    let counts = counts.filter(|(count, _)| *count > 0);
    counts.map(|(count, noun)| counted(count, noun)).collect()
}

/// How many participants, organisations, action points and decisions there are.
fn counts(meeting: &Summary) -> [u64; 4] {
    [
        u64::from(meeting.participants),
        u64::from(meeting.organisation_count),
        meeting.actions.len() as u64,
        acts(meeting) as u64,
    ]
}

/// How many decisions were made. One that is only said is a part of its theme; they count where one has a number or a vote, an act
/// that is looked for.
fn acts(meeting: &Summary) -> usize {
    let mut decisions = meeting.decisions();
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
    let link = |year: i16| Link::to_year(YEAR_PAGE, year);
    let mut pages = Vec::new();
    for (index, (year, meetings)) in years.iter().enumerate() {
        let latest_first: Vec<&Summary> = meetings.iter().rev().collect();
        let parts = chunks_of_growing(latest_first, |meeting| weight(meeting));
        let count = capital_first(&site.count(meetings));
        // The latest year comes first.
        let (previous, next) = (year_at(Some(index + 1)), year_at(index.checked_sub(1)));
        let paths = part_paths(&format!("annee-{year}"), parts.len());
        for (here, part) in parts.into_iter().enumerate() {
            let gatherings = capital_first(&site.words().gatherings);
            let title = format!("{gatherings} de {year}");
            let frame = Frame::new(site, &paths[here], Section::Year, &title);
            let (year, count) = (*year, count.clone());
            let page = move |meetings| YearPage {
                year,
                count: count.clone(),
                meetings,
                previous: previous.map(link),
                next: next.map(link),
            };
            pages.push(of_cards(site, frame.part(here, &paths), part, page));
        }
    }
    pages
}

/// A page of the cards of these meetings; `page` says the rest.
fn of_cards<'a>(
    site: Site<'a>,
    frame: Frame<'a>,
    meetings: Vec<&'a Summary>,
    page: impl Fn(Vec<Card>) -> YearPage + Send + Sync + 'a,
) -> SitePage<'a> {
    let all = Arc::new((meetings, page));
    let shared = Arc::clone(&all);
    let told = move || {
        let known = shared.0.iter().map(|meeting| known(site, meeting));
        (shared.1(Vec::new()), known.collect::<Vec<_>>())
    };
    let make = move || {
        let cards = all.0.iter().map(|meeting| Card::new(site, meeting));
        all.1(cards.collect())
    };
    site.page_of_told("site/year.html", frame, told, make)
}
