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
    let manifest = manifest(years.iter().copied());
    let frame = Frame::new(site, PAGE, Section::Search, &site.config.labels.search);
    vec![
        site.page("site/search.html", frame, move || search_page(&years)),
        SitePage::of_bytes(SCRIPT_FILE, SCRIPT),
        SitePage::of_bytes(MANIFEST_FILE, manifest),
    ]
}

fn search_page(years: &[i16]) -> SearchPage {
    let link = |year: &i16| Link {
        title: year.to_string(),
        address: year_path(*year),
    };
    SearchPage {
        years: years.iter().map(link).collect(),
    }
}
