//! Meetings that were not held, that took several days or went on past midnight.

use crate::SETTINGS;
use crate::common::from_html::{all, text};
use crate::common::{Project, sound};

pub(crate) fn built(records: &[&str]) -> Project {
    let project = Project::empty().file("greffier.toml", SETTINGS);
    let project = records.iter().fold(project, |project, record| {
        let day = &record["date = ".len()..][..10];
        project.file(&format!("meetings/2026/{day}.toml"), record)
    });
    project.build_texts()
}

pub(crate) fn texts(project: &Project, file: &str, selector: &str) -> Vec<String> {
    let page = sound::page(&project.read(&format!("output/{file}")));
    let found = all(&page, selector).into_iter().map(text);
    found
        .map(|text| text.replace(['\u{a0}', '\u{202f}'], " "))
        .collect()
}

/// The lines of the events of the calendar that begin with these keys.
pub(crate) fn events(project: &Project, keys: &[&str]) -> Vec<String> {
    let calendar = project.read("output/calendrier.ics").replace("\r\n ", "");
    let lines = calendar.lines().map(|line| line.replace('\u{a0}', " "));
    lines
        .filter(|line| keys.iter().any(|key| line.starts_with(key)))
        .collect()
}

pub(crate) const HELD: &str =
    "date = 2026-03-17\nparticipants = [ { nom = \"A\", organisation = \"PNUD\" } ]\n";
const CANCELLED: &str = "date = 2026-04-14\netat = \"annulée\"\npresences = { personnes = 9 }\nparticipants = [ { nom = \"B\", organisation = \"OIM\" } ]\n";

#[test]
fn a_cancelled_meeting_is_listed_and_counts_for_nothing() {
    let project = built(&[HELD, CANCELLED]);
    assert_eq!(
        texts(&project, "index.html", ".derniere article h2"),
        ["Mardi 17 mars 2026"]
    );
    assert_eq!(
        texts(&project, "index.html", ".annees li"),
        ["2026 1 réunion"]
    );
    assert_eq!(texts(&project, "annee-2026.html", "article h2").len(), 2);
    assert_eq!(
        texts(&project, "annee-2026.html", ".etat"),
        ["La réunion du 14 avril 2026 est annulée."]
    );
    assert_eq!(
        texts(&project, "annee-2026.html", "article .nombres"),
        ["1 participant · 1 organisation"]
    );
    assert_eq!(
        texts(&project, "organisations.html", "tbody tr"),
        ["PNUD 1 17/03/2026"]
    );
    let feed = project.read("output/atom.xml");
    assert!(
        feed.contains("La réunion du 14 avril 2026 est annulée."),
        "{feed}"
    );
    let data = project.read("output/2026/2026-04-14/minutes.json");
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["a_eu_lieu"], false);
    assert_eq!(data["nombre_de_participants"], 0);
    assert_eq!(data["organisations"], serde_json::json!([]));
    let page = project.read("output/2026/2026-04-14/index.html");
    assert!(
        page.contains("EventCancelled") && !page.contains("attendee"),
        "{page}"
    );
}

#[test]
fn a_series_of_which_nothing_was_held_is_not_empty() {
    let project = built(&[CANCELLED]);
    assert_eq!(
        texts(&project, "index.html", ".annees li"),
        ["2026 aucune réunion"]
    );
    for (page, said) in [
        ("annee-2026.html", "Aucune réunion"),
        ("organisations.html", "Aucune organisation, aucune réunion"),
    ] {
        assert_eq!(texts(&project, page, "p.nombres")[0], said, "{page}");
    }
    assert_eq!(texts(&project, "index.html", ".derniere"), [""; 0]);
}

#[test]
fn what_was_not_held_is_struck_out_of_calendars() {
    let postponed =
        "date = 2026-04-14\ndebut = 09:00:00\netat = \"reportée\"\nreportee_au = 2026-04-21\n";
    let project = built(&[HELD, postponed]);
    assert_eq!(
        events(&project, &["UID", "STATUS", "DTSTART"]),
        [
            "DTSTART;VALUE=DATE:20260317",
            "UID:2026/2026-03-17@compte-rendu.cluster-relevement-rapide",
            "DTSTART:20260414T090000Z",
            "STATUS:CANCELLED",
            "UID:2026/2026-04-14@compte-rendu.cluster-relevement-rapide",
            "DTSTART;VALUE=DATE:20260421",
            "UID:2026/2026-04-14/nouvelle-date@compte-rendu.cluster-relevement-rapide",
        ]
    );
    // The new day has its own record.
    let project = built(&[HELD, postponed, "date = 2026-04-21\n"]);
    let project = events(&project, &["DTSTART"]);
    assert_eq!(project.len(), 3, "{project:?}");
}

/// Records, and what the first page announces on the day of the last that was held.
#[test]
fn the_next_meeting_is_one_that_will_be_held() {
    let announcing = "date = 2026-03-17\n[prochaine_reunion]\ndate = 2026-04-14\n";
    let cancelled = "date = 2026-04-14\netat = \"annulée\"\n";
    let postponed = "date = 2026-04-14\netat = \"reportée\"\nreportee_au = 2026-04-21\n";
    let undecided = "date = 2026-04-14\netat = \"reportée\"\n";
    let and_next = "[prochaine_reunion]\ndate = 2026-05-12\n";
    let later = "date = 2026-04-28\n";
    let next = |day: &str| vec![format!("Prochaine réunion : {day}.")];
    for (records, announced) in [
        (vec![announcing], next("mardi 14 avril 2026")),
        (vec![announcing, cancelled], vec![]),
        (vec![announcing, postponed], next("mardi 21 avril 2026")),
        (vec![announcing, undecided], vec![]),
        (
            vec![announcing, &format!("{cancelled}{and_next}")],
            next("mardi 12 mai 2026"),
        ),
        (
            vec![announcing, &format!("{postponed}{and_next}")],
            next("mardi 21 avril 2026"),
        ),
        (vec![announcing, postponed, later], vec![]),
    ] {
        let project = built(&records);
        assert_eq!(
            texts(&project, "index.html", ".annonce"),
            announced,
            "{records:?}"
        );
    }
}

#[test]
fn several_days_are_said_and_kept_free() {
    let days = "date = 2026-01-13\ndate_fin = 2026-01-15\n";
    let hours = "debut = 09:00:00\nfin = 12:30:00\n";
    let project = built(&[days]);
    assert_eq!(
        texts(&project, "annee-2026.html", "article h2"),
        ["Du 13 au 15 janvier 2026"]
    );
    assert_eq!(
        events(&project, &["DTSTART", "DTEND"]),
        ["DTEND;VALUE=DATE:20260116", "DTSTART;VALUE=DATE:20260113"]
    );
    let feed = project.read("output/atom.xml");
    assert!(
        feed.contains("Compte rendu de la réunion, du 13 au 15 janvier 2026"),
        "{feed}"
    );
    let page = project.read("output/2026/2026-01-13/index.html");
    assert!(
        page.contains("content=\"Compte rendu de la réunion du 13 au 15 janvier 2026\""),
        "{page}"
    );
    let project = built(&[&format!("{days}{hours}")]);
    assert_eq!(
        events(&project, &["DTSTART", "DTEND"]),
        ["DTEND:20260115T123000Z", "DTSTART:20260113T090000Z"]
    );
    // Hours of which only the first is known say less than the days.
    let project = built(&[&format!("{days}debut = 09:00:00\n")]);
    assert_eq!(
        events(&project, &["DTSTART", "DTEND"]),
        ["DTEND;VALUE=DATE:20260116", "DTSTART;VALUE=DATE:20260113"]
    );
}

#[test]
fn a_meeting_past_midnight_ends_the_day_after() {
    let project = built(&["date = 2026-01-13\ndebut = 19:00:00\nfin = 00:40:00\n"]);
    assert_eq!(
        events(&project, &["DTSTART", "DTEND"]),
        ["DTEND:20260114T004000Z", "DTSTART:20260113T190000Z"]
    );
    assert_eq!(
        texts(&project, "annee-2026.html", "article h2"),
        ["Mardi 13 janvier 2026"]
    );
}

/// That a meeting is not held is told on a day that is past: that of its record, else of the last meeting held before it.
#[test]
fn feeds_tell_early_that_a_meeting_is_not_held() {
    let told = |records: &[&str]| {
        let project = built(records);
        let feed = project.read("output/atom.xml");
        let entry = feed.split("<entry>").nth(1).unwrap().to_owned();
        let day = |name: &str| {
            let (_, after) = entry.split_once(&format!("<{name}>")).unwrap();
            after[..10].to_owned()
        };
        assert!(entry.contains("2026-04-14"), "{entry}");
        (day("published"), day("updated"))
    };
    for (keys, day) in [
        ("", "2026-03-17"),
        ("convoquee_le = 2026-03-24\n", "2026-03-24"),
        ("diffuse_le = 2026-04-01\n", "2026-04-01"),
        (
            "convoquee_le = 2026-03-24\ndiffuse_le = 2026-04-01\n",
            "2026-04-01",
        ),
    ] {
        for state in ["annulée", "reportée"] {
            let record = format!("date = 2026-04-14\netat = \"{state}\"\n{keys}");
            let days = told(&[HELD, &record]);
            assert_eq!(days, (day.to_owned(), day.to_owned()), "{record}");
        }
    }
    let own = "2026-04-14".to_owned();
    assert_eq!(
        told(&[CANCELLED]),
        (own.clone(), own.clone()),
        "none before"
    );
    let held = "date = 2026-04-14\nconvoquee_le = 2026-04-01\n";
    assert_eq!(told(&[HELD, held]), (own.clone(), own));
}
