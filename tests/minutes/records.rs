//! Records of real shapes, one folder each: a cluster's table, a coordination's prose, a council, a works council, a board of
//! directors, forty actions; and one with all keys of the format.

use std::fs;
use std::path::Path;

use super::Pages;
use crate::common::document::{Document, Heads, content};
use crate::common::from_html::{all, text, within};
use crate::common::{Project, REPOSITORY, from_html, from_markdown, from_print, texts};

/// A folder of `tests/shapes`, built.
struct Shape {
    pages: Pages,
    heads: Heads,
    record: String,
    project: Project,
    address: String,
}

impl Shape {
    fn of(name: &str) -> Self {
        let folder = Path::new(REPOSITORY).join("tests/shapes").join(name);
        let config = fs::read_to_string(folder.join("greffier.toml")).unwrap();
        let file = fs::read_dir(folder.join("meetings"))
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let record = fs::read_to_string(file.path()).unwrap();
        let address = file.file_name().into_string().unwrap().replace(".toml", "");
        let project = Project::empty()
            .file("greffier.toml", &config)
            .file(&format!("meetings/{address}.toml"), &record)
            .build_texts();
        Self {
            pages: Pages::of(&project, &address),
            heads: Heads::of(&config),
            record,
            project,
            address,
        }
    }

    fn page(&self) -> scraper::Html {
        scraper::Html::parse_document(&self.pages.html)
    }

    #[track_caller]
    fn sound(&self) -> Document {
        self.pages.sound_in_columns(&self.heads)
    }

    /// How many pages its PDF has.
    fn printed_pages(&self) -> usize {
        let run = self.project.run(["build", "--formats", "pdf"]);
        assert_eq!(run.code, 0, "{}", run.text());
        let folder = format!("output/{}", self.address);
        let files = self.project.files(&folder);
        let file = files.iter().find(|file| file.ends_with(".pdf")).unwrap();
        let bytes = self.project.bytes(&format!("{folder}/{file}"));
        hayro_syntax::Pdf::new(bytes).unwrap().pages().len()
    }
}

const SHAPES: [&str; 7] = [
    "cluster",
    "coordination",
    "council",
    "works-council",
    "directors",
    "forty-actions",
    "all-keys",
];

/// Every letter, digit and sign of a record stands in each of its outputs.
#[track_caller]
pub(super) fn hold_all(pages: &Pages, texts: &[String], name: &str) {
    for (format, page) in [
        (
            "HTML",
            from_html::whole_text(&scraper::Html::parse_document(&pages.html)),
        ),
        ("Markdown", from_markdown::whole_text(&pages.markdown)),
        ("print", from_print::whole_text(&pages.print)),
    ] {
        let page = content(&page);
        let missing: Vec<&String> = texts
            .iter()
            .filter(|text| !page.contains(&content(text)))
            .collect();
        assert!(missing.is_empty(), "{name}, {format}: {missing:#?}");
    }
}

/// Each column of each table of themes or actions has something in it.
#[track_caller]
pub(super) fn no_column_is_empty(page: &scraper::Html, name: &str) {
    for table in all(page, "table.themes") {
        for head in within(table, "thead th[class|=colonne]") {
            let label = text(head);
            let is_of_it = |cell: &scraper::ElementRef<'_>| {
                cell.attr("data-titre")
                    .is_some_and(|title| crate::common::document::words(title) == label)
            };
            let cells = within(table, "tbody td");
            let is_themes = head.attr("class") == Some("colonne-themes");
            assert!(
                is_themes
                    || cells
                        .iter()
                        .any(|cell| is_of_it(cell) && !text(*cell).is_empty()),
                "{name}: nothing under « {label} »"
            );
        }
    }
    // On a phone a cell that says nothing is hidden as empty, its head with it.
    for cell in all(page, "td[data-titre]") {
        assert_eq!(
            text(cell).is_empty(),
            cell.inner_html().is_empty(),
            "{}",
            cell.html()
        );
    }
}

/// A list of one item says no more than its text.
#[track_caller]
pub(super) fn bullets_tell_several_apart(page: &scraper::Html, name: &str) {
    // Lists that are typed, and lists of records in a part, may have one item.
    for list in all(
        page,
        "#contenu td > ul, #contenu section.section-de-theme > ul",
    ) {
        assert!(within(list, "li").len() > 1, "{name}: {}", list.html());
    }
}

#[test]
fn all_that_is_typed_is_printed() {
    for name in SHAPES {
        let shape = Shape::of(name);
        shape.sound();
        hold_all(&shape.pages, &texts::of_record(&shape.record), name);
    }
}

#[test]
fn columns_heads_and_bullets_mean_something() {
    for name in SHAPES {
        let page = Shape::of(name).page();
        no_column_is_empty(&page, name);
        bullets_tell_several_apart(&page, name);
        for head in all(&page, "thead th.colonne-decisions") {
            let label = text(head);
            for cell in all(&page, "td[data-titre]") {
                let is_of_it = cell.attr("data-titre") == Some(label.as_str());
                assert!(
                    !is_of_it || !text(cell).starts_with("Décision"),
                    "{}",
                    cell.html()
                );
            }
        }
    }
}

#[test]
fn they_take_few_pages() {
    for (name, most) in [("forty-actions", 9), ("coordination", 2)] {
        let count = Shape::of(name).printed_pages();
        assert!(count <= most, "{name} takes {count} pages");
    }
}

#[test]
fn a_council_votes() {
    let document = Shape::of("council").sound();
    assert_eq!(
        document.title,
        "Projet de procès-verbal de la séance ordinaire du Conseil municipal"
    );
    assert_eq!(
        document.absences[0].1[0],
        "Mme Chantal Quéméner, pouvoir donné à M. le Maire"
    );
    let account = &document.themes[2];
    assert_eq!(
        account.decisions,
        "n° 2021-03-03 Le compte administratif est adopté. Adoptée par 15 voix pour, 2 contre (M. Trévien et Mme Piriou) et \
         3 abstentions (M. Guivarch, Mme Lagadec et M. Coatmeur). Un membre ne prend pas part au vote (M. le Maire)."
    );
    assert!(
        account
            .discussion
            .ends_with("Restes à réaliser 1 204 500,00 998 310,00 − 206 190,00")
    );
}

#[test]
fn a_works_council_sits_in_groups() {
    let document = Shape::of("works-council").sound();
    let groups: Vec<(&str, &str)> = document
        .participants
        .iter()
        .map(|person| (person.group.as_str(), person.number.as_str()))
        .collect();
    assert_eq!(groups[1], ("Direction (2)", "2"));
    assert_eq!(groups[2], ("Titulaires (5)", "3"));
    assert_eq!(groups[10].1, "11");
    assert_eq!(
        document.participants[6].name,
        "Mme Judith Perrodin, arrivée à 8 h 45"
    );
    assert_eq!(
        document.agenda[2],
        "Information trimestrielle (pour information) Effectifs Absentéisme Accidents"
    );
}

#[test]
fn a_coordination_is_prose() {
    let document = Shape::of("coordination").sound();
    assert_eq!(document.participants, []);
    assert!(document.present[0].starts_with("21 organisations : UNDSS, ECHO"));
    assert_eq!(document.themes[0].parts[2].title, "Soudar");
    assert_eq!(document.themes[3].actions, []);
}

#[test]
fn directors_have_a_grid_and_their_columns() {
    let shape = Shape::of("directors");
    let document = shape.sound();
    assert_eq!(document.opening, "");
    assert_eq!(
        document.grid[0],
        ("Date".to_owned(), "Lundi 5 mai 2025".to_owned())
    );
    assert_eq!(
        document.themes[0].decisions,
        "n° D-2025-41 Missions à Tillia suspendues jusqu’au 19 mai."
    );
    assert_eq!(
        document.themes[1].actions[0].follow_up,
        ["Échéance : 07/05/2025"]
    );
    let heads: Vec<String> = all(&shape.page(), "table.themes thead th")
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(
        heads,
        [
            "Sujet",
            "Décision",
            "Action",
            "Pilote",
            "Échéance",
            "Statut"
        ]
    );
}

#[test]
fn a_cluster_sees_its_parts_and_its_figures() {
    let document = Shape::of("cluster").sound();
    let follow_up = &document.themes[0];
    assert_eq!(
        follow_up.title,
        "1. Suivi des recommandations de la réunion du 9 décembre 2015"
    );
    assert_eq!(
        follow_up.parts[1].actions[1].follow_up,
        ["Échéance : Immédiat", "Exécution : PERMANENT"]
    );
    assert_eq!(
        document.present,
        ["20 personnes ont participé à la réunion, dont 6 femmes."]
    );
    let crises = &document.themes[1];
    assert!(crises.discussion.contains("Tanganyi 873 9 1,0 %"));
    assert_eq!(crises.actions.len(), 3);
}

/// Presentations of the series, of the record and of a theme, each in place of the one before.
#[test]
fn presentation_is_chosen_for_series_record_and_theme() {
    let kinds = |config: &str, record: &str, theme: &str| {
        let record = format!(
            "date = 2026-03-17\n{record}\n[[themes]]\ntitre = \"Un\"\n{theme}\nrecommandations = [\"R\"]\n[[themes]]\ntitre = \"Deux\"\nrecommandations = [\"S\"]\n"
        );
        let project = Project::empty()
            .file("greffier.toml", config)
            .file("meetings/r.toml", &record)
            .build_texts();
        let pages = Pages::of(&project, "r");
        pages.sound();
        let page = scraper::Html::parse_document(&pages.html);
        let kinds = all(&page, "table.themes, section.section-de-theme").into_iter();
        kinds
            .map(|kind| kind.value().name().to_owned())
            .collect::<Vec<_>>()
    };
    let sections = "presentation = \"sections\"";
    let table = "presentation = \"tableau\"";
    assert_eq!(kinds("", "", ""), ["table"]);
    assert_eq!(kinds(sections, "", ""), ["section", "section"]);
    assert_eq!(kinds(sections, table, ""), ["table"]);
    assert_eq!(kinds(sections, "", table), ["table", "section"]);
    assert_eq!(kinds(table, sections, table), ["table", "section"]);
    assert_eq!(kinds("", "", sections), ["section", "table"]);
}
