//! Hours as moments: the calendar, the feeds and the data of pages, for a series in each of five zones. What is right was worked out by
//! Python's `zoneinfo`.

use std::collections::BTreeSet;

use super::ADDRESS;
use super::dates::events;
use crate::common::Project;

fn series(settings: &str, records: &[(&str, &str)]) -> Project {
    let settings = format!("adresse_du_site = \"{ADDRESS}\"\n{settings}\n");
    let project = Project::empty().file("greffier.toml", &settings);
    let project = records.iter().fold(project, |project, (day, record)| {
        let path = format!("meetings/{}/{day}.toml", &day[..4]);
        project.file(&path, &format!("date = {}\n{record}", &day[..10]))
    });
    project.build_texts()
}

fn property(project: &Project, key: &str) -> String {
    let found = events(project, &[key]);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0][key.len()..].to_owned()
}

const HOURS: &str = "debut = 09:30:00\nfin = 11:45:00\n";

#[test]
fn hours_are_those_of_the_zone() {
    for (zone, day, hours, start, end, page, noon) in [
        (
            "Africa/Bamako",
            "2026-04-14",
            HOURS,
            "20260414T093000Z",
            "20260414T114500Z",
            "2026-04-14T09:30:00+00:00",
            "2026-04-14T12:00:00+00:00",
        ),
        (
            "Europe/Paris",
            "2026-01-13",
            HOURS,
            "20260113T083000Z",
            "20260113T104500Z",
            "2026-01-13T09:30:00+01:00",
            "2026-01-13T12:00:00+01:00",
        ),
        (
            "Europe/Paris",
            "2026-07-14",
            HOURS,
            "20260714T073000Z",
            "20260714T094500Z",
            "2026-07-14T09:30:00+02:00",
            "2026-07-14T12:00:00+02:00",
        ),
        // The night in which clocks go forward, and that in which they go back.
        (
            "Europe/Paris",
            "2026-03-28",
            "debut = 22:00:00\nfin = 03:30:00\n",
            "20260328T210000Z",
            "20260329T013000Z",
            "2026-03-28T22:00:00+01:00",
            "2026-03-28T12:00:00+01:00",
        ),
        (
            "Europe/Paris",
            "2026-03-29",
            "debut = 02:30:00\nfin = 04:00:00\n",
            "20260329T013000Z",
            "20260329T020000Z",
            "2026-03-29T03:30:00+02:00",
            "2026-03-29T12:00:00+02:00",
        ),
        (
            "Europe/Paris",
            "2026-10-25",
            "debut = 02:30:00\nfin = 04:00:00\n",
            "20261025T003000Z",
            "20261025T030000Z",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T12:00:00+01:00",
        ),
        (
            "America/Montreal",
            "2026-01-13",
            HOURS,
            "20260113T143000Z",
            "20260113T164500Z",
            "2026-01-13T09:30:00-05:00",
            "2026-01-13T12:00:00-05:00",
        ),
        (
            "America/Montreal",
            "2026-07-14",
            "debut = 19:00:00\nfin = 21:00:00\n",
            "20260714T230000Z",
            "20260715T010000Z",
            "2026-07-14T19:00:00-04:00",
            "2026-07-14T12:00:00-04:00",
        ),
        (
            "Pacific/Noumea",
            "2026-04-14",
            HOURS,
            "20260413T223000Z",
            "20260414T004500Z",
            "2026-04-14T09:30:00+11:00",
            "2026-04-14T12:00:00+11:00",
        ),
        (
            "Asia/Kathmandu",
            "2026-04-14",
            HOURS,
            "20260414T034500Z",
            "20260414T060000Z",
            "2026-04-14T09:30:00+05:45",
            "2026-04-14T12:00:00+05:45",
        ),
    ] {
        let project = series(&format!("fuseau = \"{zone}\""), &[(day, hours)]);
        assert_eq!(property(&project, "DTSTART:"), start, "{zone}");
        assert_eq!(property(&project, "DTEND:"), end, "{zone}");
        let html = project.read(&format!("output/2026/{day}/index.html"));
        assert!(
            html.contains(&format!("\"startDate\":\"{page}\"")),
            "{zone}"
        );
        let feed = project.read("output/atom.xml");
        assert!(
            feed.contains(&format!("<published>{noon}</published>")),
            "{feed}"
        );
    }
}

#[test]
fn no_zone_is_that_of_the_country_or_bamako() {
    for (settings, start) in [
        ("", "20260714T093000Z"),
        ("instance = \"Cluster Protection\"", "20260714T093000Z"),
        (
            "instance = \"Cluster Protection Tchad\"",
            "20260714T083000Z",
        ),
        ("prefixe = \"cr-madagascar\"", "20260714T063000Z"),
        ("fait_a = \"Nouméa\"", "20260713T223000Z"),
        (
            "lieu = \"à l’hôtel de ville, à Paris\"\nfait_a = \"Montréal\"",
            "20260714T133000Z",
        ),
        ("lieu = \"à l’hôtel de ville, à Paris\"", "20260714T073000Z"),
        // Two countries tell nothing.
        ("instance = \"Forum Tchad–Madagascar\"", "20260714T093000Z"),
        (
            "instance = \"Forum Tchad–Madagascar\"\nfuseau = \"africa/ndjamena\"",
            "20260714T083000Z",
        ),
        ("fuseau = \"UTC\"", "20260714T093000Z"),
    ] {
        let project = series(settings, &[("2026-07-14", HOURS)]);
        assert_eq!(property(&project, "DTSTART:"), start, "{settings}");
    }
}

/// No hour floats, and each event ends.
#[test]
fn each_event_has_an_end() {
    const AGENDA: &str = "etat = \"convocation\"\nordre_du_jour = [\n  { titre = \"A\", duree = 30 },\n  { titre = \"B\", duree = 75 },\n]\n";
    for (record, start, end) in [
        (
            "debut = 09:30:00\n",
            ":20260414T093000Z",
            ":20260414T103000Z",
        ),
        (
            "debut = 09:30:00\nfin = 09:30:00\n",
            ":20260414T093000Z",
            ":20260414T103000Z",
        ),
        ("", ";VALUE=DATE:20260414", ";VALUE=DATE:20260415"),
        (
            "fin = 09:30:00\n",
            ";VALUE=DATE:20260414",
            ";VALUE=DATE:20260415",
        ),
        (
            &format!("debut = 09:30:00\n{AGENDA}"),
            ":20260414T093000Z",
            ":20260414T111500Z",
        ),
        (
            &format!("debut = 09:30:00\nfin = 12:00:00\n{AGENDA}"),
            ":20260414T093000Z",
            ":20260414T120000Z",
        ),
    ] {
        let project = series("", &[("2026-04-14", record)]);
        assert_eq!(property(&project, "DTSTART"), start, "{record}");
        assert_eq!(property(&project, "DTEND"), end, "{record}");
    }
}

/// What becomes of a meeting: each step has the identity of the first, and takes the place of the one before it. One of which the record does not
/// say that it is later is no older all the same.
#[test]
fn a_meeting_stays_one_event() {
    const BEFORE: (&str, &str) = (
        "2026-03-17",
        "[prochaine_reunion]\ndate = 2026-04-14\ndebut = 09:00:00\n",
    );
    let steps: [&[(&str, &str)]; 8] = [
        &[BEFORE],
        // Sooner, and nobody says since when.
        &[(
            "2026-03-17",
            "[prochaine_reunion]\ndate = 2026-04-13\ndebut = 08:00:00\n",
        )],
        &[
            BEFORE,
            ("2026-04-15", "debut = 09:00:00\netat = \"convocation\"\n"),
        ],
        &[
            BEFORE,
            ("2026-04-12", "debut = 08:00:00\netat = \"convocation\"\n"),
        ],
        // Sooner, as a later convocation says.
        &[
            BEFORE,
            (
                "2026-04-13",
                "debut = 09:00:00\nconvoquee_le = 2026-04-02\netat = \"convocation\"\n",
            ),
        ],
        &[
            BEFORE,
            (
                "2026-04-13",
                "debut = 10:00:00\nconvoquee_le = 2026-04-02\netat = \"convocation\"\n",
            ),
        ],
        &[
            BEFORE,
            (
                "2026-04-13",
                "debut = 10:00:00\nconvoquee_le = 2026-04-02\n",
            ),
        ],
        &[
            BEFORE,
            (
                "2026-04-13",
                "debut = 10:00:00\netat = \"approuvé\"\napprouve_le = 2026-05-12\n",
            ),
        ],
    ];
    let mut latest = -1;
    let mut sequences = BTreeSet::new();
    for records in steps {
        let project = series("", records);
        let said = events(&project, &["UID", "SEQUENCE"]);
        // The meeting before, then this one: of each, the sequence stands before the identity.
        assert_eq!(said.len(), 4, "{said:?}");
        assert_eq!(
            said[3],
            "UID:2026/2026-03-17/prochaine-reunion@compte-rendu."
        );
        let sequence: i64 = said[2]["SEQUENCE:".len()..].parse().unwrap();
        assert!(
            sequence >= latest && sequence < 1 << 31,
            "{records:?}: {sequence} after {latest}"
        );
        sequences.insert(sequence);
        latest = sequence;
    }
    // Announced, convened, convened again, held, approved.
    assert_eq!(sequences.len(), 5, "{sequences:?}");
}

/// A meeting that is cancelled, or put off, leaves the calendars that have it; one that is convened again by a later convocation comes back.
#[test]
fn a_meeting_is_cancelled_and_convened_again() {
    let steps = [
        "etat = \"convocation\"\n",
        "etat = \"convocation\"\nconvoquee_le = 2026-04-02\n",
        "etat = \"annulée\"\nconvoquee_le = 2026-04-02\n",
        "etat = \"reportée\"\nconvoquee_le = 2026-04-02\ndiffuse_le = 2026-04-03\n",
        "etat = \"convocation\"\nconvoquee_le = 2026-04-05\n",
        // Whatever day it was convened on, if the line that told it is gone.
        "etat = \"annulée\"\n",
        "",
    ];
    let of = |record: &str| {
        let project = series("", &[("2026-04-14", record)]);
        let sequence = property(&project, "SEQUENCE");
        sequence.trim_start_matches(':').parse::<i64>().unwrap()
    };
    let sequences = steps.map(of);
    assert!(
        sequences.is_sorted_by(|one, next| one < next),
        "{sequences:?}"
    );
    assert!(sequences[6] < 1 << 31, "{sequences:?}");
    for state in ["annulée", "reportée"] {
        let off = of(&format!("etat = \"{state}\"\n"));
        for day in ["2025-12-31", "2026-04-02", "2026-04-14"] {
            let convened = of(&format!("etat = \"convocation\"\nconvoquee_le = {day}\n"));
            assert!(convened < off, "{state}, {day}: {convened}, {off}");
        }
    }
}

/// Records in order, and the identity of each event of the calendar.
#[test]
fn an_announced_meeting_is_found_again() {
    const NEXT: &str = "[prochaine_reunion]\ndate = 2026-04-14\n";
    let own = |day: &str| format!("2026/{day}");
    let announced = |day: &str| format!("2026/{day}/prochaine-reunion");
    let new_day = |day: &str| format!("2026/{day}/nouvelle-date");
    for (records, identities) in [
        (
            vec![("2026-03-17", NEXT), ("2026-04-14", "")],
            vec![own("2026-03-17"), announced("2026-03-17")],
        ),
        // Cancelled, then held on the day that was announced instead.
        (
            vec![
                ("2026-03-17", NEXT),
                (
                    "2026-04-14",
                    "etat = \"annulée\"\n[prochaine_reunion]\ndate = 2026-05-12\n",
                ),
                ("2026-05-12", ""),
            ],
            vec![
                own("2026-03-17"),
                announced("2026-03-17"),
                announced("2026-04-14"),
            ],
        ),
        (
            vec![
                ("2026-03-17", NEXT),
                (
                    "2026-04-14",
                    "etat = \"reportée\"\nreportee_au = 2026-04-21\n",
                ),
                ("2026-04-21", ""),
            ],
            vec![
                own("2026-03-17"),
                announced("2026-03-17"),
                new_day("2026-04-14"),
            ],
        ),
        // An extraordinary meeting in between, which says that the other one stays.
        (
            vec![
                ("2026-03-17", NEXT),
                ("2026-04-01", NEXT),
                ("2026-04-14", ""),
            ],
            vec![
                own("2026-03-17"),
                own("2026-04-01"),
                announced("2026-03-17"),
            ],
        ),
        // Another body.
        (
            vec![
                ("2026-03-17", NEXT),
                ("2026-04-01", "instance = \"Bureau\"\n"),
            ],
            vec![own("2026-03-17"), own("2026-04-01")],
        ),
        // Two on one day.
        (
            vec![
                ("2026-03-17", NEXT),
                ("2026-04-14", ""),
                ("2026-04-14-soir", "debut = 18:00:00\n"),
            ],
            vec![
                own("2026-03-17"),
                announced("2026-03-17"),
                own("2026-04-14-soir"),
            ],
        ),
    ] {
        let project = series("", &records);
        let expected = identities
            .iter()
            .map(|identity| format!("UID:{identity}@compte-rendu."));
        assert_eq!(events(&project, &["UID"]), expected.collect::<Vec<_>>());
    }
}

#[test]
fn texts_are_escaped_and_places_named() {
    let project = series(
        "instance = \"Comité ; \\\"Eau, Hygiène\\\" \\\\ Mali\"",
        &[(
            "2026-04-14",
            "lieu = \"dans le bureau du PNUD, à Bamako\"\n",
        )],
    );
    let calendar = project.read("output/calendrier.ics").replace("\r\n ", "");
    let calendar = calendar.replace('\u{a0}', " ");
    for name in ["NAME:", "X-WR-CALNAME:"] {
        let line = calendar
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap();
        assert!(
            line.contains(r"\; ") && line.contains(r"Eau\, Hygiène") && line.contains(r" \\ "),
            "{line}"
        );
    }
    assert_eq!(property(&project, "LOCATION:"), r"Bureau du PNUD\, Bamako");
    assert_eq!(
        property(&project, "URL:"),
        format!("{ADDRESS}/2026/2026-04-14/")
    );
    assert!(
        property(&project, "DESCRIPTION:").ends_with(&format!(r"\n{ADDRESS}/2026/2026-04-14/"))
    );
}

/// The last change that is known of minutes: they were sent, approved, or a later meeting did something about their actions.
#[test]
fn feeds_tell_the_last_change() {
    const ACTION: &str =
        "[[themes]]\ntitre = \"A\"\nactions = [{ id = \"a\", texte = \"Faire\" }]\n";
    for (first, second, updated) in [
        ("", "", "2026-03-17"),
        ("diffuse_le = 2026-03-20\n", "", "2026-03-20"),
        (
            "etat = \"approuvé\"\napprouve_le = 2026-03-24\n",
            "",
            "2026-03-24",
        ),
        (
            "",
            "approbation = { reunion = \"2026/2026-03-17\" }\n",
            "2026-04-14",
        ),
        (
            "",
            "[[suivi]]\naction = \"a\"\nstatut = \"fait\"\n",
            "2026-04-14",
        ),
    ] {
        let first = format!("{first}{ACTION}");
        let project = series(
            "",
            &[("2026-03-17", first.as_str()), ("2026-04-14", second)],
        );
        let feed = project.read("output/atom.xml");
        let entry = feed.split("<entry>").nth(2).unwrap();
        assert!(
            entry.contains(&format!("<updated>{updated}T12:00:00+00:00</updated>")),
            "{entry}"
        );
        assert!(
            entry.contains("<published>2026-03-17T12:00:00+00:00</published>"),
            "{entry}"
        );
        let sitemap = project.read("output/sitemap.xml");
        let page = sitemap.split("/2026/2026-03-17/</loc>").nth(1).unwrap();
        assert!(
            page.starts_with(&format!("<lastmod>{updated}T12:00:00+00:00</lastmod>")),
            "{page}"
        );
    }
}

/// Minutes of which there is nothing to count say what they are.
#[test]
fn no_summary_is_empty() {
    let project = series("", &[("2026-03-17", "")]);
    for (feed, key) in [("atom.xml", "summary"), ("rss.xml", "description")] {
        let feed = project.read(&format!("output/{feed}"));
        assert!(!feed.contains(&format!("<{key}></{key}>")), "{feed}");
        assert!(
            feed.contains("Compte rendu de la réunion, 17 mars 2026"),
            "{feed}"
        );
    }
}
