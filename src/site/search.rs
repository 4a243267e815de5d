//! The page that searches the archive, its script, and the list of the years that it can search.

use serde::Serialize;

use super::frame::{Frame, Section};
use super::years::{Link, year_path};
use super::{Site, SitePage};
use crate::search::{MANIFEST_FILE, SCRIPT, SCRIPT_FILE, manifest};

/// The name of the page.
const PAGE: &str = "recherche.html";

#[derive(Serialize)]
struct SearchPage {
    /// The latest first.
    #[serde(rename = "annees")]
    years: Vec<Link>,
}

/// The page is made of the years alone: the index of each is for the archive to make, see [`crate::search`].
pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let years: Vec<i16> = site.years().into_iter().map(|(year, _)| year).collect();
    let links = years.iter().map(|year| Link {
        title: year.to_string(),
        address: year_path(*year),
    });
    let content = SearchPage {
        years: links.collect(),
    };
    let frame = Frame::new(site, PAGE, Section::Search, "Recherche");
    vec![
        site.page("site/search.html", frame, content),
        SitePage::new(SCRIPT_FILE, || Ok(SCRIPT.as_bytes().to_vec())),
        SitePage::new(MANIFEST_FILE, move || Ok(manifest(years.iter().copied()))),
    ]
}
