//! A meeting to come: the site shows its convocation, and counts it nowhere.

use super::dates::{HELD, built, events, texts};

const CONVENED: &str = "date = 2026-04-14\ndebut = 09:30:00\netat = \"convocation\"\nlieu = \"à Gao\"\nparticipants = [ { nom = \"B\", organisation = \"OIM\" } ]\n[[themes]]\ntitre = \"Sujet\"\n[[themes.actions]]\ntexte = \"Faire\"\necheance = 2026-01-01\n";

#[test]
fn it_is_listed_and_counts_for_nothing() {
    let project = built(&[HELD, CONVENED]);
    assert_eq!(
        texts(&project, "index.html", ".derniere article h2"),
        ["Mardi 17 mars 2026"]
    );
    assert_eq!(
        texts(&project, "index.html", ".annees li"),
        ["2026 1 réunion"]
    );
    assert_eq!(
        texts(&project, "annee-2026.html", ".etat"),
        [
            "La réunion du Cluster Relèvement Rapide se tiendra le mardi 14 avril 2026, à 9 h 30, à Gao."
        ]
    );
    assert_eq!(
        texts(&project, "annee-2026.html", "article .nombres"),
        ["1 participant · 1 organisation"]
    );
    assert_eq!(
        texts(&project, "organisations.html", "tbody tr"),
        ["PNUD 1 17/03/2026"]
    );
    assert!(!project.read("output/actions.csv").contains("Faire"));
    assert!(!project.read("output/actions.html").contains("Faire"));
    let data = project.read("output/2026/2026-04-14/minutes.json");
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["a_eu_lieu"], false);
    assert_eq!(data["convocation"], true);
    assert_eq!(data["participants_attendus"][0]["nom"], "B");
    for none in ["participants", "organisations", "themes"] {
        assert_eq!(data[none], serde_json::json!([]), "{none}");
    }
    let page = project.read("output/2026/2026-04-14/index.html");
    assert!(
        page.contains("EventScheduled") && !page.contains("attendee"),
        "{page}"
    );
    for feed in ["atom.xml", "rss.xml"] {
        assert!(
            !project
                .read(&format!("output/{feed}"))
                .contains("2026-04-14")
        );
    }
    let sitemap = project.read("output/sitemap.xml");
    assert!(
        sitemap.contains("/2026/2026-04-14/</loc></url>"),
        "{sitemap}"
    );
}

#[test]
fn calendars_have_it_as_a_meeting_to_come() {
    let announcing = format!("{HELD}[prochaine_reunion]\ndate = 2026-04-15\n");
    let project = built(&[&announcing, CONVENED]);
    assert_eq!(
        events(&project, &["UID", "STATUS", "DTSTART", "LOCATION"]),
        [
            "DTSTART;VALUE=DATE:20260317",
            "UID:2026/2026-03-17@compte-rendu.cluster-relevement-rapide",
            "DTSTART:20260414T093000Z",
            "LOCATION:Gao",
            "UID:2026/2026-03-17/prochaine-reunion@compte-rendu.cluster-relevement-rapide",
        ]
    );
}

/// Records, and what the first page announces, with the page that it leads to.
#[test]
fn the_first_page_leads_to_the_convocation() {
    let announcing = format!("{HELD}[prochaine_reunion]\ndate = 2026-04-15\n");
    let said = "Prochaine réunion : mardi 14 avril 2026 à 9 h 30, à Gao.";
    let online = "date = 2026-04-14\netat = \"convocation\"\nmode = \"en ligne\"\n";
    let later = "date = 2026-05-12\netat = \"convocation\"\n";
    let held_since = "date = 2026-04-21\n";
    for (records, announced) in [
        (vec![CONVENED], vec![said]),
        (vec![HELD, CONVENED], vec![said]),
        // What is convened takes the place of what was announced.
        (vec![announcing.as_str(), CONVENED], vec![said]),
        (vec![HELD, CONVENED, later], vec![said]),
        (
            vec![HELD, online],
            vec!["Prochaine réunion : mardi 14 avril 2026, en ligne."],
        ),
        // A convocation that was forgotten.
        (vec![HELD, CONVENED, held_since], vec![]),
    ] {
        let project = built(&records);
        assert_eq!(
            texts(&project, "index.html", ".annonce"),
            announced,
            "{records:?}"
        );
        let home = project.read("output/index.html");
        assert_eq!(
            home.contains("<p class=\"annonce\"><a href=\"2026/2026-04-14/index.html\">"),
            !announced.is_empty()
        );
    }
}

/// What the first page announces says all of when and where that its convocation says: of each its keys, and what is announced.
#[test]
fn the_first_page_says_when_and_where_as_the_convocation_does() {
    for (keys, announced) in [
        (
            "debut = 18:00:00\nfin = 20:00:00\nlieu = \"à Gao\"",
            "mardi 14 avril 2026, de 18 h à 20 h, à Gao.",
        ),
        (
            "date_fin = 2026-04-15\ndebut = 18:00:00\nmode = \"hybride\"\nlieu = \"à l’école (salle 2)\"",
            "les 14 et 15 avril 2026, à 18 h, à l’école (salle 2) et en ligne.",
        ),
        (
            "date_fin = 2026-05-02\ndebut = 18:00:00\nfin = 12:00:00",
            "du 14 avril au 2 mai 2026, de 18 h le premier jour à 12 h le dernier.",
        ),
        ("fin = 12:00:00", "mardi 14 avril 2026, jusqu’à 12 h."),
        (
            "mode = \"en ligne\"\noutil = \"Zoom\"",
            "mardi 14 avril 2026, en ligne (Zoom).",
        ),
    ] {
        let project = built(&[
            HELD,
            &format!("date = 2026-04-14\netat = \"convocation\"\n{keys}\n"),
        ]);
        assert_eq!(
            texts(&project, "index.html", ".annonce"),
            [format!("Prochaine réunion : {announced}")],
            "{keys}"
        );
        let said = texts(&project, "annee-2026.html", ".etat");
        let said = said[0].split_once(" se tiendra ").unwrap().1;
        assert_eq!(said.strip_prefix("le ").unwrap_or(said), announced);
    }
}

/// A meeting of several days is told as long as it goes on, as one of a day is on that day.
#[test]
fn the_first_page_announces_a_meeting_until_its_last_day() {
    let convened =
        "date = 2026-04-14\ndate_fin = 2026-04-15\netat = \"convocation\"\ndebut = 09:00:00\n";
    let later = "date = 2026-05-12\netat = \"convocation\"\n";
    let both = "Prochaine réunion : les 14 et 15 avril 2026, à 9 h.";
    let project = built(&[HELD, convened, later]);
    for (today, announced) in [
        ("2026-04-13", both),
        ("2026-04-14", both),
        ("2026-04-15", both),
        ("2026-04-16", "Prochaine réunion : mardi 12 mai 2026."),
    ] {
        let build = project.run(["build", "--today", today]);
        assert_eq!(build.code, 0, "{}", build.text());
        let told = texts(&project, "index.html", ".annonce");
        assert_eq!(told, [announced], "{today}");
    }
}
