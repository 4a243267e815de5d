//! The first page: the latest meeting, the next one, the years. And the page for an address that leads nowhere.

use serde::Serialize;

use super::frame::{Frame, Section};
use super::years::{Card, year_path};
use super::{Site, SitePage};
use crate::french::words::counted;

#[derive(Serialize)]
struct Home {
    #[serde(rename = "derniere_reunion")]
    latest: Option<Card>,
    /// A sentence.
    #[serde(rename = "prochaine_reunion")]
    next: Option<String>,
    #[serde(rename = "actions_en_cours")]
    open_actions: String,
    #[serde(rename = "actions_en_retard")]
    late_actions: usize,
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
    let title = "Comptes rendus des réunions";
    let frame = Frame::new(site, "index.html", Section::Home, title);
    site.page("site/home.html", frame, move || home(site))
}

fn home(site: Site<'_>) -> Home {
    let latest = site.meetings.last();
    let open = || {
        let actions = site.meetings.iter().flat_map(|meeting| &meeting.actions);
        actions.filter(|action| action.is_open())
    };
    Home {
        latest: latest.map(Card::new),
        next: latest.and_then(|meeting| {
            let next = meeting.next.as_ref()?;
            let is_past = next.date.is_some_and(|day| day < site.today);
            (!is_past).then(|| next.sentence.clone())
        }),
        open_actions: counted(open().count() as u64, "point d’action à suivre"),
        late_actions: open().filter(|action| action.is_late(site.today)).count(),
        years: site
            .years()
            .into_iter()
            .map(|(year, meetings)| Year {
                year,
                address: year_path(year),
                count: counted(meetings.len() as u64, "réunion"),
            })
            .collect(),
    }
}

#[derive(Serialize)]
struct Nothing {}

pub(super) fn not_found(site: Site<'_>) -> SitePage<'_> {
    let frame = Frame::new(site, "404.html", Section::NotFound, "Page introuvable");
    site.page("site/not-found.html", frame.at_any_address(), || Nothing {})
}
