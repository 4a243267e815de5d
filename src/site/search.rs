//! The page that searches the archive, its script, and the list of the years that it can search.

use serde::Serialize;

use super::frame::{Frame, Section};
use super::years::{Link, YEAR_PAGE};
use super::{Site, SitePage};
use crate::config::Labels;
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
    let manifest = manifest(years.iter().copied(), &said(&site.config.labels));
    let frame = Frame::new(site, PAGE, Section::Search, &site.config.labels.search);
    vec![
        site.page("site/search.html", frame, move || search_page(&years)),
        SitePage::of_bytes(SCRIPT_FILE, SCRIPT),
        SitePage::of_bytes(MANIFEST_FILE, manifest),
    ]
}

/// What the script calls what it finds, by its keys.
fn said(labels: &Labels) -> [(&'static str, &str); 20] {
    [
        ("point", &labels.found_theme),
        ("action", &labels.found_action),
        ("decision", &labels.decision),
        ("numero", &labels.decision_number),
        ("recommandation", &labels.found_recommendation),
        ("suivi", &labels.found_follow_up),
        ("titreDuSuivi", &labels.follow_up),
        ("ordreDuJour", &labels.found_agenda),
        ("annexe", &labels.found_annex),
        ("lien", &labels.found_link),
        ("responsable", &labels.found_owner),
        ("responsables", &labels.action_owners),
        ("echeance", &labels.due_date),
        ("statut", &labels.status),
        ("organisation", &labels.found_organisation),
        ("organisations", &labels.organisation_register),
        ("participant", &labels.found_participant),
        ("participants", &labels.found_participants),
        ("represente", &labels.found_represented),
        ("representes", &labels.found_all_represented),
    ]
}

fn search_page(years: &[i16]) -> SearchPage {
    SearchPage {
        years: Link::to_years(YEAR_PAGE, years),
    }
}
