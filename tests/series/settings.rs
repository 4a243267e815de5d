//! `[suivi]`, approvals, and names that are not published.

use crate::common::Project;
use crate::{plain_spaces, table};

const FIRST: &str = r#"
date = 2026-03-17
etat = "soumis"
participants = [ { nom = "Awa Sow", organisation = "PNUD" } ]
[[themes]]
titre = "Gao"
  [[themes.actions]]
  id = "tdr-gao"
  texte = "Diffuser les TDR"
  responsables = ["Awa Sow", "OIM"]
  echeance = 2026-03-31
[[themes]]
titre = "Mopti"
  [[themes.actions]]
  id = "mopti"
  texte = "Ouvrir un bureau"
  responsables = ["OIM"]
"#;

fn series(settings: &str, second: &str) -> Project {
    Project::empty()
        .file("greffier.toml", settings)
        .file("meetings/2026/2026-03-17.toml", FIRST)
        .file(
            "meetings/2026/2026-04-14.toml",
            &format!("date = 2026-04-14\n{second}"),
        )
        .build()
}

fn titles(project: &Project) -> Vec<String> {
    let text = plain_spaces(&project.read("output/2026/2026-04-14/compte-rendu-2026-04-14.md"));
    let lines = text.lines().filter_map(|line| line.strip_prefix("### "));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_table_shows_what_the_series_wants() {
    let second = "[[suivi]]\naction = \"mopti\"\nstatut = \"fait\"\n";
    let rows = |settings: &str| {
        let project = series(settings, second);
        let rows = table(&project, "2026-04-14", "## Suivi des points d’action");
        rows.into_iter()
            .map(|row| row[1].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(""), ["Ouvrir un bureau"]);
    assert_eq!(
        rows("[suivi]\ntableau = \"ouvertes\"\n"),
        ["Diffuser les TDR", "Ouvrir un bureau"]
    );
    assert_eq!(rows("[suivi]\ntableau = \"aucun\"\n"), [""; 0]);
    let grouped = |by: &str| {
        let settings = format!("[suivi]\ntableau = \"ouvertes\"\ngrouper_par = \"{by}\"\n");
        titles(&series(&settings, second))
    };
    assert_eq!(grouped("thème"), ["Gao", "Mopti"]);
    assert_eq!(grouped("réunion"), ["Réunion du 17 mars 2026"]);
    assert_eq!(grouped("responsable"), ["Awa Sow", "OIM"]);
}

/// What is late is judged on the day of the build, of the settings, or of the latest meeting, and the pages say which.
#[test]
fn the_day_on_which_an_action_is_late() {
    let late = |settings: &str, today: Option<&str>| {
        let project = series(settings, "");
        if let Some(today) = today {
            let build = project.run(["build", "--today", today]);
            assert_eq!(build.code, 0, "{}", build.text());
        }
        let page = project.read("output/actions.html");
        let told = page.split("Situation arrêtée").nth(1).unwrap();
        let day = told.split('"').nth(1).unwrap().to_owned();
        (page.contains("en retard"), day)
    };
    assert_eq!(late("", None), (true, "2026-04-14".into()));
    let settings = "[suivi]\njour = 2026-03-20\n";
    assert_eq!(late(settings, None), (false, "2026-03-20".into()));
    assert_eq!(
        late(settings, Some("2026-05-01")),
        (true, "2026-05-01".into())
    );
}

/// The earlier minutes are approved by the next record, wherever that shows, without a word changed in their own.
#[test]
fn approval() {
    let address = "adresse_du_site = \"https://example.org/crr\"\n";
    let project = series(address, "");
    let page = |project: &Project| plain_spaces(&project.read("output/2026/2026-03-17/index.html"));
    assert!(page(&project).contains("soumis à l’approbation"));
    let second = "date = 2026-04-14\napprobation = { reunion = \"2026/2026-03-17\", modifications = \"Le point 2.\" }\n";
    project.write("meetings/2026/2026-04-14.toml", second);
    let project = project.build();
    assert!(
        page(&project).contains("approuvé le 14 avril 2026"),
        "{}",
        page(&project)
    );
    let later = plain_spaces(&project.read("output/2026/2026-04-14/compte-rendu-2026-04-14.md"));
    let sentence = "Le compte rendu de la réunion du 17 mars 2026 est approuvé avec les modifications suivantes :\n\nLe point 2.";
    assert!(later.contains(sentence), "{later}");
    let feed = project.read("output/atom.xml");
    let entry = feed
        .split("<entry>")
        .find(|entry| entry.contains("2026/2026-03-17/"))
        .unwrap();
    assert!(entry.contains("<updated>2026-04-14T"), "{entry}");
    assert!(entry.contains("<published>2026-03-17T"), "{entry}");
    let map = project.read("output/sitemap.xml");
    let place = map
        .split("<url>")
        .find(|url| url.contains("2026/2026-03-17/"))
        .unwrap();
    assert!(
        place.contains("<lastmod>2026-04-14T12:00:00+00:00</lastmod>"),
        "{place}"
    );
    // Changes of which the record says that there were none are none.
    for none in ["Aucune", "Néant.", "Approuvé sans réserve", "-"] {
        let second = second.replace("Le point 2.", none);
        project.write("meetings/2026/2026-04-14.toml", &second);
        assert_eq!(project.run(["build"]).code, 0);
        let later = project.read("output/2026/2026-04-14/compte-rendu-2026-04-14.md");
        let sentence =
            "Le compte rendu de la réunion du 17 mars 2026 est approuvé sans modification.";
        assert!(
            plain_spaces(&later).trim_end().ends_with(sentence),
            "{none}: {later}"
        );
    }
    // And as it was, once the later record is gone.
    std::fs::remove_file(project.path("meetings/2026/2026-04-14.toml")).unwrap();
    let project = project.build();
    assert!(page(&project).contains("soumis à l’approbation"));
}

/// An item of the agenda may be the approval or the follow-up, which have no theme.
#[test]
fn an_agenda_is_exhausted_by_the_approval_and_the_follow_up() {
    let project = series("levee_de_seance = \"en chiffres\"\n", "");
    let record = |agenda: &str| {
        format!(
            "date = 2026-04-14\nfin = 12:00:00\nordre_du_jour = [\"Approbation du compte rendu du 17 mars\", \"Suivi des actions\", {agenda}]\n\
             approbation = {{ reunion = \"2026/2026-03-17\" }}\n[[suivi]]\naction = \"tdr-gao\"\nstatut = \"fait\"\n\
             [[themes]]\ntitre = \"Budget\"\npoint = 3\n"
        )
    };
    let page = || plain_spaces(&project.read("output/2026/2026-04-14/index.html"));
    project.write("meetings/2026/2026-04-14.toml", &record("\"Budget\""));
    let check = project.run(["check", "meetings/2026/2026-04-14.toml"]);
    assert!(!check.text().contains("thème"), "{}", check.text());
    assert_eq!(project.run(["build"]).code, 0);
    assert!(
        page().contains("L’ordre du jour étant épuisé, la séance est levée à 12 h."),
        "{}",
        page()
    );
    // Nor need they a theme where there is no other item.
    let record_of_both = record("");
    let (alone, _) = record_of_both.split_once("[[themes]]").unwrap();
    let alone = alone.replace("actions\", ]", "actions\"]");
    project.write("meetings/2026/2026-04-14.toml", &alone);
    let check = project.run(["check", "meetings/2026/2026-04-14.toml"]);
    assert!(!check.text().contains("thème"), "{}", check.text());
    project.write(
        "meetings/2026/2026-04-14.toml",
        &alone.replace("des actions", "du budget"),
    );
    let check = project.run(["check", "meetings/2026/2026-04-14.toml"]);
    assert!(check.text().contains("aucun thème"), "{}", check.text());
    // One that has neither is still open, and told by its own number.
    project.write(
        "meetings/2026/2026-04-14.toml",
        &record("\"Budget\", \"Travaux\""),
    );
    let check = project.run(["check", "meetings/2026/2026-04-14.toml"]);
    assert!(check.text().contains("point = 4"), "{}", check.text());
    assert_eq!(project.run(["build"]).code, 0);
    assert!(page().contains("La séance est levée à 12 h."), "{}", page());
}

/// Of a person whose name is not published, neither the table, nor the register, nor an owner's page tells it.
#[test]
fn names_that_are_not_published() {
    let settings = "[site]\nparticipants = \"organisations\"\n[suivi]\ntableau = \"ouvertes\"\n";
    let project = series(
        settings,
        "[[suivi]]\naction = \"tdr-gao\"\nstatut = \"en cours\"\n",
    );
    let files = project.files("output");
    assert!(
        files.iter().any(|file| file == "responsable-pnud.html"),
        "{files:?}"
    );
    for file in files {
        let text = String::from_utf8_lossy(&project.bytes(&format!("output/{file}"))).into_owned();
        assert!(!text.contains("Awa") && !file.contains("awa"), "{file}");
    }
}
