//! The first page: the latest meeting, the next one, the years. And the page for an address that leads nowhere.

use jiff::civil::Date;
use serde::Serialize;

use super::frame::{Frame, Section};
use super::register::Point;
use super::upcoming::{convened, upcoming};
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
    let next = next(site);
    let open: Vec<Point> = site.open_points().collect();
    let late = site.late(&open);
    let count = open.len() as u64;
    Home {
        latest: site.last_held().map(|meeting| Card::new(site, meeting)),
        next: next.as_ref().map(|next| next.sentence.clone()),
        convocation: next.and_then(|next| next.page),
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

/// A meeting to come.
struct Next<'a> {
    date: Option<Date>,
    /// Its last day.
    last_day: Option<Date>,
    sentence: &'a String,
    /// Its page, if it is convened.
    page: Option<String>,
}

/// The first that is to come or goes on, convened or announced; one without a day where there is no other.
fn next(site: Site<'_>) -> Option<Next<'_>> {
    let announced = upcoming(site).into_iter().map(|one| (one.next, None));
    let convened = convened(site).filter_map(|one| Some((one.coming.as_ref()?, Some(one))));
    let all = announced.chain(convened).map(|(next, convened)| Next {
        date: next.date,
        last_day: convened.and_then(|one| one.last_day).or(next.date),
        sentence: &next.sentence,
        page: convened.map(meeting_path),
    });
    let to_come = all.filter(|next| next.last_day.is_none_or(|day| day >= site.today));
    to_come.min_by_key(|next| (next.date.is_none(), next.date))
}

#[derive(Serialize)]
struct Nothing {}

pub(super) fn not_found(site: Site<'_>) -> SitePage<'_> {
    let title = &site.config.labels.not_found;
    let frame = Frame::new(site, "404.html", Section::NotFound, title);
    site.page("site/not-found.html", frame.at_any_address(), || Nothing {})
}
