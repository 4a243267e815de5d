//! Series of other shapes, chosen in `greffier.toml`: the three outputs still say the same.

use super::Pages;
use crate::common::{Project, REPOSITORY};

const ADDRESS: &str = "2026/2026-04-14";

/// The full example in a series with these settings.
fn pages(settings: &str) -> Pages {
    let read = |path: &str| std::fs::read_to_string(format!("{REPOSITORY}/{path}")).unwrap();
    let config = format!("{settings}\n{}", read("greffier.toml"));
    let project = Project::example()
        .file("greffier.toml", &config)
        .build_texts();
    Pages::of(&project, ADDRESS)
}

#[test]
fn due_dates_have_a_column_of_their_own() {
    let pages = pages("colonne_delai = true");
    let document = pages.sound();
    assert_eq!(
        document.themes[1].actions[0].follow_up,
        ["Délai : 24/04/2026", "Statut : à faire"]
    );
    assert_eq!(
        document.themes[0].actions[1].follow_up,
        ["Délai : immédiat", "Statut : fait"]
    );
    assert_eq!(document.themes[3].owners, "Coordination du cluster");
    assert!(
        pages
            .html
            .contains("<time datetime=\"2026-04-24\">24/04/2026</time>")
    );
    assert!(!pages.html.contains("Échéance"));
}

/// A theme with a table that no cell has room for covers all columns; a long text does not.
#[test]
fn a_wide_theme_covers_the_column_of_due_dates() {
    let action =
        "[[themes.actions]]\ntexte = \"A\"\nresponsables = [\"B\"]\necheance = \"bientôt\"\n";
    let record = format!(
        "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\ndiscussion = \"| a | b | c |\\n|---|---|---|\\n| 1 | 2 | 3 |\"\n{action}\
         [[themes]]\ntitre = \"U\"\ndiscussion = \"{}\"\nrecommandations = [\"R\"]\n{action}",
        "mot ".repeat(700)
    );
    let project = Project::empty()
        .file("greffier.toml", "colonne_delai = true\n")
        .file("meetings/2026/2026-03-17.toml", &record)
        .build_texts();
    let pages = Pages::of(&project, "2026/2026-03-17");
    let document = pages.sound();
    assert_eq!(pages.html.matches("colspan=\"5\"").count(), 1);
    assert_eq!(document.themes[0].discussion, "a b c 1 2 3");
    assert_eq!(document.themes[0].actions[0].follow_up, ["Délai : bientôt"]);
}

#[test]
fn who_signs_is_named_everywhere() {
    let document =
        pages("signatures = [\"rédaction\", \"présidence\"]\nfait_a = \"Bamako\"").sound();
    assert_eq!(document.signed_at, "Fait à Bamako, le ……………………");
    assert_eq!(
        document.signatures,
        [
            "Secrétariat de séance : Modibo Traoré, chargé de la gestion de l’information",
            "Présidence de séance : Aminata Coulibaly, coordinatrice du Cluster, PNUD",
        ]
    );
}

/// What ends a place that goes into a sentence goes, but for the period of an abbreviation.
#[test]
fn a_place_ends_without_a_mark() {
    for (typed, said) in [
        ("Bamako.", "Fait à Bamako, le"),
        ("Bamako ,", "Fait à Bamako, le"),
        (" Bamako ;. ", "Fait à Bamako, le"),
        ("à Bamako.", "Fait à Bamako, le"),
        ("Le Caire.", "Fait au Caire, le"),
        ("Sévaré, Mopti.", "Fait à Sévaré, Mopti, le"),
        ("Grand-Bassam (C.I.)", "Fait à Grand-Bassam (C.I.), le"),
    ] {
        let document = pages(&format!(
            "signatures = [\"présidence\"]\nfait_a = \"{typed}\""
        ))
        .sound();
        assert_eq!(
            document.signed_at.trim_end_matches(['…', ' ', '\u{a0}']),
            said,
            "{typed}"
        );
    }
    for typed in ["à Gao.", "à Gao ,", " à Gao ;"] {
        let record = format!(
            "date = 2026-03-17\nlieu = \"{typed}\"\n[prochaine_reunion]\nlieu = \"{typed}\"\ndate = 2026-04-14\n"
        );
        let pages = Pages::of_record(&record);
        for page in [&pages.html, &pages.markdown, &pages.print] {
            let page = page.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(page.contains("s’est tenue, à Gao, la réunion."), "{page}");
            assert!(page.contains("mardi 14 avril 2026, à Gao."), "{page}");
        }
        let own = "Tenue {{ lieu }}, puis {{ formule.prochain_lieu }}.";
        let project = Project::empty()
            .file("templates/formules/ouverture.txt", own)
            .file("meetings/2026/2026-03-17.toml", &record)
            .build_texts();
        let page = Pages::of(&project, "2026/2026-03-17").html;
        assert!(page.contains("Tenue à Gao, puis à Gao."), "{page}");
    }
}

/// A title that holds the day is not followed by it; one that holds another, or none, is.
#[test]
fn no_page_is_called_by_its_day_twice() {
    for (title, more, said) in [
        ("Compte rendu du 17 mars 2026", "", ""),
        ("Réunion du mardi 17 mars 2026 à Gao", "", ""),
        ("Réunion du 17/03/2026", "", ""),
        ("Réunion 2026-03-17", "", ""),
        (
            "Assises des 17, 18 et 19 mars 2026",
            "date_fin = 2026-03-19\n",
            "",
        ),
        ("Réunion élargie", "", ", 17 mars 2026"),
        ("Réunion du 17 mars", "", ""),
        ("Réunion du mardi 17 mars à Gao", "", ""),
        ("Assises des 17 et 18 mars", "date_fin = 2026-03-18\n", ""),
        ("Suites de la mission du 3 mars", "", ", 17 mars 2026"),
        ("Réunion du 17 mars 2025", "", ", 17 mars 2026"),
        ("Suites de la mission du 3 mars 2026", "", ", 17 mars 2026"),
    ] {
        let pages = Pages::of_record(&format!("date = 2026-03-17\ntitre = \"{title}\"\n{more}"));
        for page in [&pages.html, &pages.print] {
            let name = page.split("<title>").nth(1).unwrap();
            let name = name.split("</title>").next().unwrap();
            assert_eq!(name, format!("{title}{said}"));
        }
        let described = pages
            .html
            .split("name=\"description\" content=\"")
            .nth(1)
            .unwrap();
        let described = described
            .split('"')
            .next()
            .unwrap()
            .replace(['\u{a0}', '\u{202f}'], " ");
        let days = Some(" du 17 mars 2026").filter(|_| !said.is_empty());
        assert_eq!(described, format!("{title}{}", days.unwrap_or_default()));
    }
}

#[test]
fn a_record_that_names_nobody_leaves_room_to_sign() {
    let project = Project::empty()
        .file(
            "greffier.toml",
            "signatures = [\"présidence\", \"rédaction\"]\n",
        )
        .file("meetings/2026/2026-03-17.toml", "date = 2026-03-17\n")
        .build_texts();
    let document = Pages::of(&project, "2026/2026-03-17").sound();
    assert_eq!(
        document.signatures,
        ["Présidence de séance", "Secrétariat de séance"]
    );
    assert_eq!(document.signed_at, "");
}

#[test]
fn the_printed_page_is_turned() {
    let sheet = |settings: &str| {
        let project = Project::of_dates(&["2026-03-17"]).file("greffier.toml", settings);
        project.build_texts().read("output/style.css")
    };
    assert!(sheet("orientation = \"paysage\"").contains("size: A4 landscape;"));
    for portrait in ["", "orientation = \"portrait\""] {
        assert!(sheet(portrait).contains("size: A4;"));
    }
}
