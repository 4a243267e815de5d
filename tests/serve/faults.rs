//! Faults while one writes.

use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use greffier::archive::{Follower, Rendering};
use greffier::serve::{News, Server, Site, Teller};

use crate::common::Project;
use crate::served::{Served, first_event_of};

const RECORD: &str = "meetings/2026/2026-03-17.toml";
const PAGE: &str = "/2026/2026-03-17/";

#[test]
fn a_fault_is_told_and_the_page_from_before_stays() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let before = served.get(PAGE).text();
    let page = served.listen(PAGE);
    assert_eq!(page.any().0, "sain");
    served.project.write(
        RECORD,
        "date = 2026-03-17\nlieu = <script>alert(1)</script>\n",
    );
    let told = page.next("fautes");
    assert!(
        told.contains(RECORD) && told.contains("<script>alert(1)</script>"),
        "{told}"
    );
    let spaced = told.replace('\u{a0}', " ");
    assert!(
        spaced.starts_with("erreur : ") && !spaced.contains('\u{1b}'),
        "{told}"
    );
    let stands = "Le site montre encore la version précédente du compte rendu du 17 mars 2026.";
    served.wait_until_said(stands);
    // The terminal shows the same.
    let (faults, standing) = spaced.split_once("\n\nLe site").unwrap();
    assert_eq!(format!("Le site{standing}"), stands);
    assert!(
        served.said().contains(faults),
        "{}\n{faults}",
        served.said()
    );
    // The page itself is as it was: what was typed reaches it as the data of an event only.
    assert_eq!(served.get(PAGE).text(), before);
    served
        .project
        .write(RECORD, "date = 2026-03-17\nlieu = \"à Gao\"\n");
    page.next("recharger");
    let page = served.listen(PAGE);
    assert_eq!(page.any().0, "sain");
}

/// The script puts what it hears into the page as text, in every place.
#[test]
fn what_is_told_is_never_markup() {
    let script = include_str!("../../src/serve/reload.js");
    for word in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "srcdoc",
        "setHTML",
        "DOMParser",
    ] {
        assert!(!script.contains(word), "{word}");
    }
    assert!(script.contains("text.textContent = said.text"));
}

#[test]
fn a_broken_configuration_is_survived() {
    let project =
        Project::of_dates(&["2026-03-17"]).file("greffier.toml", "instance = \"Cluster\"\n");
    let served = Served::built(project);
    let page = served.listen(PAGE);
    served.project.write("greffier.toml", "instance = \n");
    assert!(page.next("fautes").contains("greffier.toml"));
    served.wait_until_said("les pages restent celles d’avant");
    assert_eq!(served.get(PAGE).status, 200);
    // A record that is saved meanwhile waits.
    served
        .project
        .write(RECORD, "date = 2026-03-17\nlieu = \"à Gao\"\n");
    served
        .project
        .write("greffier.toml", "instance = \"Cluster de Gao\"\n");
    page.next("recharger");
    served.wait_until_page(PAGE, |page| {
        page.text().contains("Cluster de Gao") && page.text().contains("à Gao")
    });
}

#[test]
fn a_configuration_that_is_broken_from_the_beginning() {
    let project = Project::of_dates(&["2026-03-17"]).file("greffier.toml", "instance = \n");
    let served = Served::start(project);
    served.wait_until_said("les pages restent celles d’avant");
    assert!(
        served
            .get("/")
            .text()
            .contains("Aucune page pour l’instant")
    );
    let start = served.listen("/");
    served.project.write("greffier.toml", "");
    start.next("recharger");
    assert_eq!(served.get(PAGE).status, 200);
}

#[test]
fn a_broken_template_is_told() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let page = served.listen(PAGE);
    served
        .project
        .write("templates/minutes.html", "{{ titre \n");
    assert!(page.next("fautes").contains("templates/minutes.html"));
    assert_eq!(served.get(PAGE).status, 200);
    served
        .project
        .write("templates/minutes.html", "<p>Réparé</p>\n");
    page.next("recharger");
    assert!(served.get(PAGE).text().contains("Réparé"));
}

/// Hands on what is stuck, and ends nothing.
struct Stuck(Mutex<Sender<String>>);

impl Follower for Stuck {
    fn planned(&self, _: usize) {}
    fn done(&self) {}
    fn stuck(&self, rendering: &Rendering) {
        let _ = self.0.lock().unwrap().send(rendering.made.clone());
    }
}

impl Teller for Stuck {
    fn tell(&self, _: &News<'_>) {}
}

/// The pages hear of it before the program ends.
#[test]
fn a_template_that_never_ends_is_told() {
    let endless =
        "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}";
    let project = Project::of_dates(&["2026-03-17"]).file("templates/minutes.md", endless);
    let server = Server::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = server.address();
    let site = Site {
        root: project.path(""),
        output: project.path("output"),
        holder: String::new(),
        patience: Duration::from_millis(200),
        polls: false,
    };
    let (sender, receiver) = channel();
    // It cannot be stopped: it ends with the test.
    thread::spawn(move || {
        greffier::serve::serve(server, site, Box::new(Stuck(Mutex::new(sender))))
    });
    let record = receiver.recv_timeout(Duration::from_secs(60)).unwrap();
    assert_eq!(record, "meetings/2026/2026-03-17.toml");
    let told = first_event_of(address, "/.greffier-serve/evenements?page=/x&vu=absent-0");
    assert!(
        told.contains("event: fautes") && told.contains("templates/minutes.md"),
        "{told}"
    );
}
