//! What the pages say.

use scraper::Html;

use crate::common::from_html::{all, text};
use crate::common::{Project, sound};
use crate::{SETTINGS, example, synthetic};

fn page(project: &Project, file: &str) -> Html {
    sound::page(&project.read(&format!("output/{file}")))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).into_iter().map(text).collect()
}

fn pages_of_site(project: &Project) -> Vec<String> {
    let files = project.files("output").into_iter();
    files
        .filter(|file| file.ends_with(".html") && !file.contains('/'))
        .collect()
}

#[test]
fn every_page_is_sound() {
    for project in [
        example(),
        synthetic(60),
        Project::of_dates(&["2026-03-17"]).build_texts(),
    ] {
        let files = pages_of_site(&project);
        assert!(files.len() >= 7, "{files:?}");
        for file in files {
            page(&project, &file);
        }
    }
}

#[test]
fn home_shows_the_latest_meeting_and_the_years() {
    let project = example();
    let home = page(&project, "index.html");
    assert_eq!(
        texts(&home, ".derniere article h2"),
        ["Les 16 et 17 juin 2026"]
    );
    assert_eq!(
        texts(&home, ".annees li"),
        ["2026 3 réunions", "2017 1 réunion"]
    );
    assert_eq!(texts(&home, ".retard"), ["2 en retard"]);
}

#[test]
fn home_announces_the_next_meeting_until_its_day() {
    let record = "date = 2026-04-14\n[prochaine_reunion]\ndate = 2026-05-12\ndebut = 09:30:00\n";
    let project = Project::empty().file("meetings/2026-04-14.toml", record);
    for (today, announced) in [("2026-04-14", 1), ("2026-05-12", 1), ("2026-05-13", 0)] {
        project.run(["build", "--formats", "html", "--today", today]);
        assert_eq!(
            all(&page(&project, "index.html"), ".annonce").len(),
            announced,
            "{today}"
        );
    }
}

/// Late is what is open and due before a given day, which is never that of the clock.
#[test]
fn actions_are_late_against_the_day_asked_for() {
    let project = example();
    for (today, late) in [
        ("2026-05-05", 0),
        ("2026-05-06", 1),
        // Put off in June.
        ("2026-06-12", 1),
        ("2026-06-13", 2),
        ("2026-06-27", 3),
        ("2030-01-01", 4),
    ] {
        project.run(["build", "--formats", "html", "--today", today]);
        let actions = page(&project, "actions.html");
        assert_eq!(all(&actions, "td .retard").len(), late, "{today}");
    }
}

#[test]
fn a_day_that_is_none_is_refused() {
    let run = Project::of_dates(&["2026-03-17"]).run(["build", "--today", "demain"]);
    assert_eq!(run.code, 2);
    run.speaks_french();
}

#[test]
fn open_actions_stand_by_due_date_by_owner_and_by_status() {
    let project = example();
    let heads = |file: &str| texts(&page(&project, file), "main section > h2");
    assert_eq!(
        heads("actions.html"),
        ["En retard", "À venir", "Sans date", "Permanents"]
    );
    assert_eq!(
        heads("actions-par-statut.html"),
        [
            "En cours",
            "À faire",
            "En attente",
            "Permanent",
            "Sans statut"
        ]
    );
    let owners = heads("actions-par-responsable.html");
    assert!(owners.contains(&"Mercy Corps".to_owned()), "{owners:?}");
    assert!(
        owners.is_sorted_by_key(|owner| owner.to_lowercase().replace([' ', '/'], "")),
        "{owners:?}"
    );
    // A year shows all, done or not.
    assert_eq!(
        all(&page(&project, "actions-2026.html"), "tbody tr").len(),
        8
    );
    assert_eq!(all(&page(&project, "actions.html"), "tbody tr").len(), 15);
}

#[test]
fn organisations_are_counted_by_meeting() {
    let meeting = |day: &str, people: &str| {
        (
            format!("meetings/2026/{day}.toml"),
            format!("date = {day}\nparticipants = [{people}]\n"),
        )
    };
    let pnud = "{ nom = \"A\", organisation = \"PNUD\" }, { nom = \"B\", organisation = \"PNUD\" }";
    let acted = "{ nom = \"C\", organisation = \"Acted\" }";
    let project = [
        meeting("2026-03-17", pnud),
        meeting("2026-04-14", &format!("{pnud}, {acted}")),
        meeting("2024-04-14", acted),
    ]
    .iter()
    .fold(Project::empty(), |project, (path, text)| {
        project.file(path, text)
    })
    .build_texts();
    let rows = |file: &str| texts(&page(&project, file), "tbody tr");
    assert_eq!(
        rows("organisations.html"),
        ["PNUD 2 14/04/2026", "Acted 1 14/04/2026"]
    );
    assert_eq!(
        rows("organisations-2026.html"),
        ["Acted 1 14/04/2026", "PNUD 2 14/04/2026"]
    );
    assert_eq!(rows("organisations-2024.html"), ["Acted 1 14/04/2024"]);
}

/// Where the series counts by category, its list of organisations does, and nowhere else: `contacts.toml` is not published.
#[test]
fn organisations_have_a_category_where_the_series_asks() {
    let contacts = "[[organisations]]\nnom = \"PNUD\"\nautres_noms = [\"UNDP\"]\ncategorie = \"ONU\"\n[[organisations]]\nnom = \"OIM\"\ncategorie = \"ONU\"\n[[organisations]]\nnom = \"Acted\"\ncategorie = \"ONGI\"\n[[organisations]]\nnom = \"Mairie\"\n";
    let built = |settings: &str| {
        Project::empty()
            .file("greffier.toml", &format!("{SETTINGS}{settings}"))
            .file("contacts.toml", contacts)
            .file(
                "meetings/2026/2026-03-17.toml",
                "date = 2026-03-17\nparticipants = [{ organisation = \"UNDP\" }, { organisation = \"Acted\" }, { organisation = \"Mairie\" }]\n",
            )
            .file(
                "meetings/2026/2026-04-14.toml",
                "date = 2026-04-14\nparticipants = [{ organisation = \"OIM\" }, { organisation = \"PNUD\" }]\n",
            )
            .build_texts()
    };
    let asked = built("compte_par_categorie = true\n");
    for file in ["organisations.html", "organisations-2026.html"] {
        let shown = page(&asked, file);
        assert_eq!(
            texts(&shown, "main p:not(.nombres)")[0],
            "Organisations par catégorie : ONU (2), ONGI (1), sans catégorie (1)."
        );
        let mut rows = texts(&shown, "tbody tr");
        rows.sort();
        assert_eq!(
            rows,
            [
                "Acted ONGI 1 17/03/2026",
                "Mairie 1 17/03/2026",
                "OIM ONU 1 14/04/2026",
                "PNUD ONU 2 14/04/2026"
            ]
        );
    }
    let data = asked.read("output/2026/2026-03-17/minutes.json");
    assert!(
        data.contains("{\"nom\":\"PNUD\",\"nombre\":0,\"categorie\":\"ONU\"}"),
        "{data}"
    );
    let unasked = built("");
    for file in unasked.files("output") {
        let text = String::from_utf8_lossy(&unasked.bytes(&format!("output/{file}"))).into_owned();
        assert!(
            !text.contains("ONGI") && !text.contains("atégorie"),
            "{file}"
        );
    }
}

#[test]
fn a_meeting_offers_its_files_with_their_size() {
    let project = Project::example().build();
    let page = page(&project, "2017/2017-02-07/index.html");
    let offered = texts(&page, "nav.fichiers a");
    let size = project
        .bytes("output/2017/2017-02-07/compte-rendu-2017-02-07.pdf")
        .len();
    let expected = format!("Télécharger en PDF ({} ko)", size.div_ceil(1000));
    assert!(offered.contains(&expected), "{offered:?}");
    assert!(
        offered
            .iter()
            .any(|link| link.starts_with("Télécharger en Markdown (")),
        "{offered:?}"
    );
}

#[test]
fn the_colour_of_a_series_is_that_of_its_site() {
    let settings = format!("{SETTINGS}[site]\ncouleur = \"#7a1f5c\"\n");
    let project = Project::of_dates(&["2026-03-17"]).file("greffier.toml", &settings);
    let style = project.build_texts().read("output/style.css");
    assert!(style.contains("--accent: #7a1f5c;"), "{style}");
    let pale = format!("{SETTINGS}[site]\ncouleur = \"#ffcc00\"\n");
    let project = Project::of_dates(&["2026-03-17"]).file("greffier.toml", &pale);
    let run = project.run(["build"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("\"#846a00\""), "{}", run.text());
}
