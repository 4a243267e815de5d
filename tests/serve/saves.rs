//! What follows a save.

use std::fs;

use crate::common::Project;
use crate::served::{Served, first_event_of, wait};

const RECORD: &str = "meetings/2026/2026-03-17.toml";
const PAGE: &str = "/2026/2026-03-17/";

fn at(place: &str) -> String {
    format!("date = 2026-03-17\nlieu = \"{place}\"\n")
}

fn served() -> Served {
    Served::built(Project::of_dates(&[
        "2026-03-17",
        "2025-01-14",
        "2025-02-11",
    ]))
}

#[test]
fn an_edit_is_shown_and_the_page_is_told() {
    let served = served();
    let page = served.listen(PAGE);
    assert_eq!(page.any().0, "sain");
    served.project.write(RECORD, &at("à Gao"));
    let version = page.next("recharger");
    assert_eq!(version, served.version_of(PAGE));
    assert!(served.get(PAGE).text().contains("à Gao"));
}

/// A page that nothing of a save touches is left as it is, while another and the PDF are told.
#[test]
fn only_what_changed_is_told() {
    let served = served();
    let pdf = "/2026/2026-03-17/compte-rendu-2026-03-17.pdf?apercu";
    let (other, pdf) = (served.listen("/2025/2025-01-14/"), served.listen(pdf));
    assert_eq!(other.any().0, "sain");
    assert_eq!(pdf.any().0, "sain");
    served.project.write(RECORD, &at("à Gao"));
    pdf.next("recharger");
    // A fault elsewhere is the next that the other page hears.
    served.project.write(RECORD, "date = \n");
    assert_eq!(other.any().0, "fautes");
}

#[test]
fn a_page_that_was_not_listening_is_told_when_it_is() {
    let served = served();
    let version = served.version_of(PAGE);
    served.project.write(RECORD, &at("à Gao"));
    let page = served.wait_until_page(PAGE, |page| page.text().contains("à Gao"));
    assert!(!page.text().contains(&version));
    let url = format!("/.greffier-serve/evenements?page=%2F2026%2F2026-03-17%2F&vu={version}");
    let told = first_event_of(served.address, &url);
    assert!(told.starts_with("event: recharger"), "{told}");
}

#[test]
fn as_editors_save() {
    let served = served();
    let path = served.project.path(RECORD);
    // VS Code and LibreOffice: beside it, then renamed over it.
    let beside = served.project.path("meetings/2026/.2026-03-17.toml.tmp");
    fs::write(&beside, at("par renommage")).unwrap();
    fs::rename(&beside, &path).unwrap();
    served.wait_until_page(PAGE, |page| page.text().contains("par renommage"));
    // vim: the old one aside, a new one in its place, the old one removed.
    let aside = served.project.path("meetings/2026/2026-03-17.toml~");
    fs::rename(&path, &aside).unwrap();
    fs::write(&path, at("par vim")).unwrap();
    fs::remove_file(&aside).unwrap();
    served.wait_until_page(PAGE, |page| page.text().contains("par vim"));
    // Many saves in a row: the last one is what stays.
    for number in 0..200 {
        fs::write(&path, at(&format!("version {number} fin"))).unwrap();
    }
    served.wait_until_page(PAGE, |page| page.text().contains("version 199 fin"));
}

#[test]
fn records_come_and_go() {
    let served = served();
    let start = served.listen("/");
    let absent = served.listen("/2027/2027-01-12/");
    served
        .project
        .write("meetings/2027/2027-01-12.toml", "date = 2027-01-12\n");
    start.next("recharger");
    absent.next("recharger");
    assert_eq!(served.get("/2027/2027-01-12/").status, 200);
    assert!(served.get("/").text().contains("annee-2027.html"));
    let page = served.listen("/2027/2027-01-12/");
    fs::remove_file(served.project.path("meetings/2027/2027-01-12.toml")).unwrap();
    page.next("recharger");
    assert_eq!(served.get("/2027/2027-01-12/").status, 404);
}

/// The last record goes: its pages stand, which is said, and go on being served.
#[test]
fn no_record_is_left() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    fs::remove_file(served.project.path("meetings/2026/2026-03-17.toml")).unwrap();
    served.wait_until_said("les pages d’un compte rendu d’avant restent dans output");
    assert_eq!(served.get("/2026/2026-03-17/").status, 200);
}

/// A folder that is new, and that comes again after it went.
#[test]
fn templates_come_and_go() {
    let served = served();
    let own = |word: &str| format!("<html><head></head><body>{word}</body></html>\n");
    for word in ["premier", "second", "troisième"] {
        served.project.write("templates/minutes.html", &own(word));
        served.wait_until_page(PAGE, |page| page.text().contains(word));
        if word == "second" {
            fs::remove_dir_all(served.project.path("templates")).unwrap();
            served.wait_until_page(PAGE, |page| !page.text().contains(word));
        }
    }
    served
        .project
        .write("greffier.toml", "instance = \"Cluster de Gao\"\n");
    let pdf = "output/2026/2026-03-17/compte-rendu-2026-03-17.md";
    wait(pdf, || served.project.read(pdf).contains("Cluster de Gao"));
}

#[test]
fn a_folder_that_announces_nothing_is_looked_at() {
    let project = Project::of_dates(&["2026-03-17"]);
    let served = Served::start_with(project, ["serve", "--port", "0", "--poll"]);
    served.wait_until_said("dans output");
    served.project.write(RECORD, &at("à Gao, au bureau"));
    served.wait_until_page(PAGE, |page| page.text().contains("au bureau"));
}
