//! The first page: the latest meeting, the next one, the years. And the page for an address that leads nowhere.

use serde::Serialize;

use super::frame::{Frame, Section};
use super::register::Point;
use super::upcoming::first;
use super::years::{Card, meeting_path, year_path};
use super::{Site, SitePage};
use crate::french::Gender;
use crate::french::words::{all_late, capital_first, counted_or_none};

#[derive(Serialize)]
struct Home {
    #[serde(rename = "derniere_reunion")]
    latest: Option<Card>,
    /// A sentence.
    #[serde(rename = "prochaine_reunion")]
    next: Option<String>,
    /// The page of the convocation, where there is one.
    #[serde(rename = "convocation")]
    convocation: Option<String>,
    #[serde(rename = "actions_en_cours")]
    open_actions: String,
    #[serde(rename = "actions_en_retard")]
    late_actions: usize,
    /// *en retard*, *tous en retard*; none where some are not.
    #[serde(rename = "toutes_en_retard")]
    all_late: Option<String>,
    #[serde(rename = "annees")]
    years: Vec<Year>,
}

#[derive(Serialize)]
struct Year {
    #[serde(rename = "annee")]
    year: i16,
    #[serde(rename = "adresse")]
    address: String,
    /// *12 réunions*.
    #[serde(rename = "nombre")]
    count: String,
}

pub(super) fn page(site: Site<'_>) -> SitePage<'_> {
    let words = site.words();
    let title = format!(
        "{} des {}",
        capital_first(&words.documents),
        words.gatherings
    );
    let frame = Frame::new(site, "index.html", Section::Home, &title);
    site.page("site/home.html", frame, move || home(site))
}

fn home(site: Site<'_>) -> Home {
    let next = first(site);
    let convened = next.filter(|one| one.meeting.is_convened);
    let open: Vec<Point> = site.open_points().collect();
    let late = site.late(&open);
    let count = open.len() as u64;
    Home {
        latest: site.last_held().map(|meeting| Card::new(site, meeting)),
        next: next.map(|one| one.next.sentence.clone()),
        convocation: convened.map(|one| meeting_path(one.meeting)),
        open_actions: counted_or_none(count, "point d’action à suivre", Gender::Masculine),
        late_actions: late,
        all_late: all_late(open.len(), late, &site.config.labels.late),
        years: site
            .years()
            .into_iter()
            .map(|(year, meetings)| Year {
                year,
                address: year_path(year),
                count: site.count(meetings),
            })
            .collect(),
    }
}

#[derive(Serialize)]
struct Nothing {}

pub(super) fn not_found(site: Site<'_>) -> SitePage<'_> {
    let title = &site.config.labels.not_found;
    let frame = Frame::new(site, "404.html", Section::NotFound, title);
    site.page("site/not-found.html", frame.at_any_address(), || Nothing {})
}
