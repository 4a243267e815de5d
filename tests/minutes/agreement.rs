//! HTML and Markdown say the same, part by part.

use super::Pages;
use crate::common::Project;
use crate::common::document::{Action, Heads};

/// The example records; the last but one has all keys, the last meeting was not held.
const EXAMPLES: [&str; 5] = [
    "2017/2017-02-07",
    "2026/2026-04-14",
    "2026/2026-05-12",
    "2026/2026-06-16",
    "2026/2026-07-14",
];

#[test]
fn of_the_examples() {
    let project = Project::example().build_texts();
    for address in EXAMPLES {
        Pages::of(&project, address).sound_in_columns(&Heads::default());
    }
}

#[test]
fn parts_of_the_full_example() {
    let document = Pages::of(&Project::example().build_texts(), "2026/2026-04-14").sound();
    assert_eq!(document.title, "Compte rendu de la réunion élargie");
    assert_eq!(document.head[0], "Cluster Relèvement Rapide, groupe de Gao");
    assert_eq!(
        document.head[2],
        "Ce document a été approuvé le 12 mai 2026."
    );
    assert_eq!(
        document.participants[0].name,
        "Aminata Coulibaly, Coordinatrice du Cluster"
    );
    assert_eq!(
        document.absences[1],
        ("Absence".to_owned(), vec!["OXFAM".to_owned()])
    );
    assert_eq!(
        document.themes[0].title,
        "1. Suivi des recommandations de la réunion de mars"
    );
    let action = |text: &str, follow_up: &[&str], owners: &str| Action {
        text: text.into(),
        follow_up: follow_up.iter().map(|line| (*line).to_owned()).collect(),
        owners: owners.into(),
    };
    assert_eq!(
        document.themes[1].actions,
        [
            action(
                "Partager les TDR de l’atelier",
                &["Échéance : 24 avril 2026", "Statut : à faire"],
                "ACTED, PNUD"
            ),
            action(
                "Réserver la salle de la Direction régionale",
                &["Échéance : 15 mai 2026", "Statut : abandonné"],
                "ACTED"
            ),
        ],
    );
    assert_eq!(document.themes[3].owners, "Coordination du cluster");
    assert_eq!(
        document.addresses,
        [
            "https://example.org/apercu-2026",
            "mailto:cluster.gao@example.org",
            "mailto:modibo.traore@example.org",
            "annexes/tdr-atelier-gao.txt",
            "https://example.org/3w",
            "https://example.org/cluster-mali",
        ],
    );
}

/// Every address within the output leads to a file.
#[test]
fn addresses_of_the_examples_lead_somewhere() {
    let project = Project::example().build_texts();
    for file in project
        .files("output")
        .iter()
        .filter(|file| file.ends_with(".html"))
    {
        let page = scraper::Html::parse_document(&project.read(&format!("output/{file}")));
        let folder = project
            .path(&format!("output/{file}"))
            .parent()
            .unwrap()
            .to_owned();
        for link in crate::common::from_html::all(&page, "a[href]") {
            let address = link.attr("href").unwrap_or_default();
            if !address.contains(':') && !address.starts_with('#') {
                let path = address.split('#').next().unwrap_or_default();
                let path = percent_encoding::percent_decode_str(path)
                    .decode_utf8()
                    .unwrap();
                let target = match path.strip_prefix('/') {
                    Some(below_host) => project.path("output").join(below_host),
                    None => folder.join(&*path),
                };
                assert!(target.is_file(), "{address} of {file}");
            }
        }
    }
}

/// The first of a month is *1er*, raised in the page and never as tags in the title of the window.
#[test]
fn on_the_first_of_a_month() {
    let project = Project::of_dates(&["2026-03-01", "2026-04-01"]).build_texts();
    for date in ["2026-03-01", "2026-04-01"] {
        let pages = Pages::of(&project, &format!("2026/{date}"));
        let document = pages.sound();
        assert!(
            document.head[0].starts_with("Dimanche 1er mars")
                || document.head[0].starts_with("Mercredi 1er avril")
        );
    }
}

/// Actions beside lists of their own, and recommendations of several paragraphs.
#[test]
fn of_lists_within_cells() {
    let document = Pages::of_record(
        r#"
date = 2026-03-17
[[themes]]
titre = "Listes"
recommandations = ["Un.\n\nDeux.", "- a\n- b", "Avec une liste :\n\n1. un\n2. deux\n\nEt après."]
decisions = ["- d\n  - e"]
commentaires = "1. premier\n2. second"
  [[themes.actions]]
  texte = "Partager :\n\n- ceci\n- cela\n  - et ceci"
  responsables = ["A", "B"]
  echeance = "immédiat"
"#,
    )
    .sound();
    assert_eq!(
        document.themes[0].opinions,
        "Un. Deux. a b Avec une liste : un deux Et après. premier second"
    );
    assert_eq!(document.themes[0].decisions, "d e");
    assert_eq!(
        document.themes[0].actions[0].text,
        "Partager : ceci cela et ceci"
    );
}

/// What is left out leaves no trace: no heading without a text, no text under another's heading.
#[test]
fn of_a_record_with_an_end_alone() {
    let document = Pages::of_record(
        r#"
date = 2026-03-17
adoption = "adopté"
[cloture]
liens = [ { texte = "Site", adresse = "https://example.org" } ]
[prochaine_reunion]
date = 2026-04-14
"#,
    )
    .sound();
    assert_eq!(
        document.headings,
        [(1, "Compte rendu de la réunion".to_owned())]
    );
    assert_eq!(document.adoption, "L’ordre du jour est adopté.");
    assert_eq!(document.next, "Prochaine réunion : mardi 14 avril 2026.");
}

#[test]
fn markdown_has_no_stray_blank() {
    let example = Project::example().build_texts();
    let mut faults = Vec::new();
    let of_the_examples = EXAMPLES.map(|address| Pages::of(&example, address));
    let of_records = [
        "date = 2026-03-17\netat = \"projet\"\nordre_du_jour = [\"Un\"]\n",
        "date = 2026-03-17\nparticipants = [ { nom = \"A\" } ]\n",
        "date = 2026-03-17\nredaction = [ { role = \"Par\", nom = \"A\" } ]\nexcuses = [ { nom = \"A\" } ]\n",
        "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\n",
        "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\ndecisions = [\"D\"]\n",
        "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\nrecommandations = [\"- a\\n- b\", \"c\\n\\nd\"]\ncommentaires = \"e\"\ndecisions = [\"D\", \"1. x\"]\n",
        "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\nresponsables = [\"R\"]\n[[themes]]\ntitre = \"U\"\n[[themes.actions]]\ntexte = \"A\"\n",
        "date = 2026-03-17\n[cloture]\nnotes = \"N\"\n",
        "date = 2026-03-17\n[cloture]\nannexes = [\"A\"]\nliens = [ { texte = \"L\", adresse = \"https://example.org\" } ]\n",
        "date = 2026-03-17\n[prochaine_reunion]\ndate = 2026-04-14\n",
    ]
    .map(Pages::of_record);
    for pages in of_the_examples.iter().chain(&of_records) {
        let stray = crate::common::sound::stray_blanks(&pages.markdown);
        if !stray.is_empty() {
            faults.push(format!("{}\nin\n{}", stray.join("\n"), pages.markdown));
        }
    }
    assert!(
        faults.is_empty(),
        "{} files:\n{}",
        faults.len(),
        faults.join("\n──────\n")
    );
}

/// A due date in words is no date with an hour because its eleventh letter is a T.
#[test]
fn a_due_date_in_words_with_a_capital() {
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\n[[themes.actions]]\ntexte = \"A\"\nresponsables = [\"B\"]\necheance = \"retour de Tombouctou\"\n";
    let document = Pages::of_record(record).sound();
    assert_eq!(
        document.themes[0].actions[0].follow_up,
        ["Échéance : retour de Tombouctou"]
    );
}

#[test]
fn a_draft_says_so() {
    let document = Pages::of_record("date = 2026-03-17\netat = \"projet\"\n").sound();
    assert_eq!(document.mark, "PROJET");
    assert_eq!(document.title, "Projet de compte rendu de la réunion");
}

/// The words of adoption make the sentence however they are typed.
#[test]
fn adopted_with_a_capital_or_a_full_stop() {
    for (typed, said) in [
        ("Adopté", "L’ordre du jour est adopté."),
        ("Amendé et adopté.", "L’ordre du jour est amendé et adopté."),
        ("Adopté à l’unanimité.", "Adopté à l’unanimité."),
    ] {
        let record =
            format!("date = 2026-03-17\nordre_du_jour = [\"Divers\"]\nadoption = \"{typed}\"\n");
        assert_eq!(Pages::of_record(&record).sound().adoption, said);
    }
}

/// What is added to a place that is told in two parts follows a comma, in the grid too.
#[test]
fn a_place_is_closed_before_what_is_added() {
    for (place, said) in [
        (
            "dans la salle B, bâtiment 4",
            "Dans la salle B, bâtiment 4, et en ligne",
        ),
        ("à l’école (salle 2)", "À l’école (salle 2) et en ligne"),
    ] {
        let page = Pages::of_record(&format!(
            "date = 2026-03-17\nentete = \"grille\"\nmode = \"hybride\"\nlieu = \"{place}\"\n"
        ));
        for text in [&page.html, &page.print, &page.markdown] {
            let text = text.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}
