//! The columns of the tables of minutes, whichever there are, in any order.

use greffier::print::page::{Item, Role};

use crate::view::{around, cells, texts};
use crate::{Laid, of_xhtml, sound};

const LONG: &str = "Le choléra recule à Kandolo (12 cas, contre 31 le mois dernier) mais progresse à Mukeba, où les stocks de chlore \
    couvrent trois semaines. Les partenaires ont rappelé que l’acheminement dépend de l’état de la piste.";

/// What a cell of each column holds, and its head.
fn sample(column: &str) -> (&'static str, String) {
    match column {
        "theme" => (
            "Points à l’ordre du jour",
            "<h3>1. Villages assainis</h3>".into(),
        ),
        "discussion" => (
            "Résumé des discussions",
            format!("<p>{LONG}</p><p>{LONG}</p>"),
        ),
        "recommandations" => ("Recommandations", format!("<ul><li>{LONG}</li></ul>")),
        "decisions" => ("Décisions", "Une mission partira lundi.".into()),
        "actions" => (
            "Actions",
            "<ul><li>Envoyer chaque semaine la cote du fleuve à tous les partenaires</li></ul>"
                .into(),
        ),
        "responsables" => ("Responsables", "Approvisionnement, Caritas".into()),
        "delai" => ("Délai", "31/12/2026<br/>Immédiat".into()),
        "statut" => ("Statut", "En cours".into()),
        other => panic!("no column {other}"),
    }
}

fn table(columns: &[&str]) -> Laid {
    let cols: String = columns
        .iter()
        .map(|name| format!("<col class=\"{name}\"/>"))
        .collect();
    let heads: String = columns
        .iter()
        .map(|name| format!("<th scope=\"col\">{}</th>", sample(name).0))
        .collect();
    let row: String = columns
        .iter()
        .map(|name| format!("<td>{}</td>", sample(name).1))
        .collect();
    let across = format!(
        "<tr><td colspan=\"{}\">{LONG} {LONG} {LONG}</td></tr>",
        columns.len()
    );
    let laid = of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>T</title></head><body><h1>T</h1><h2>U</h2><table class=\"themes\"><colgroup>{cols}</colgroup>\
         <thead><tr>{heads}</tr></thead><tbody>{}{across}</tbody></table></body></html>",
        format!("<tr>{row}</tr>").repeat(3)
    ));
    sound::check(&laid);
    laid
}

/// The width of each column, from the left edges of the heads.
fn widths(laid: &Laid, columns: &[&str]) -> Vec<f64> {
    let style = crate::STYLE.page;
    let mut edges: Vec<f64> = Vec::new();
    for texts in cells(&laid.layout).values() {
        let is_head = texts[0].element().is_some_and(|element| {
            around(&laid.layout, element, &|role| *role == Role::TableHead).is_some()
        });
        if is_head {
            edges.push(texts.iter().map(|text| text.left).fold(f64::MAX, f64::min));
        }
    }
    assert_eq!(edges.len(), columns.len());
    edges.push(style.width.0 - style.right.0 + 5.0);
    edges.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// Words that may not be cut stand whole on a line.
#[track_caller]
fn are_whole(laid: &Laid, words: &[&str]) {
    let all = texts(&laid.layout);
    for word in words {
        assert!(
            all.iter().any(|text| text.text.contains(word)),
            "« {word} » is cut"
        );
    }
}

#[test]
fn five_columns_of_a_cluster() {
    let columns = ["theme", "discussion", "actions", "responsables", "delai"];
    let laid = table(&columns);
    let widths = widths(&laid, &columns);
    let total: f64 = widths.iter().sum();
    assert!(
        widths[1] > widths[0] && widths[1] > widths[2],
        "the discussion gets most: {widths:?}"
    );
    assert!(
        widths[1] / total > 0.3 && widths[4] / total < 0.15,
        "{widths:?}"
    );
    are_whole(
        &laid,
        &[
            "31/12/2026",
            "Immédiat",
            "Délai",
            "Responsables",
            "Approvisionnement",
        ],
    );
}

#[test]
fn any_columns_in_any_order_fill_the_table() {
    let all = [
        "theme",
        "discussion",
        "recommandations",
        "decisions",
        "actions",
        "responsables",
        "delai",
        "statut",
    ];
    for mask in 1_usize..256 {
        let mut columns: Vec<&str> = (0..8)
            .filter(|bit| mask >> bit & 1 == 1)
            .map(|bit| all[bit])
            .collect();
        let turns = mask % columns.len();
        columns.rotate_left(turns);
        let laid = table(&columns);
        let widths = widths(&laid, &columns);
        let total: f64 = widths.iter().sum();
        for (name, width) in columns.iter().zip(&widths) {
            assert!(*width > total * 0.06, "{columns:?}: {widths:?}");
            // A date never gets the room that a text needs, unless there is no other.
            let has_text = columns
                .iter()
                .any(|name| ["discussion", "recommandations"].contains(name));
            assert!(
                !has_text || *name != "delai" || *width < total * 0.25,
                "{columns:?}: {widths:?}"
            );
        }
        // Eight columns of a sheet held upright have no room for all the words, but for dates.
        let crowded = columns.len() > 6;
        for (column, words) in [
            ("delai", &["31/12/2026", "Immédiat"][..]),
            ("responsables", &["Approvisionnement"]),
        ] {
            if columns.contains(&column) && !(crowded && column == "responsables") {
                are_whole(&laid, words);
            }
        }
        let right = crate::STYLE.page.width.0 - crate::STYLE.page.right.0;
        let rules = laid.layout.pages[0]
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Box(rule) if rule.height.0 < 1.0 => Some(rule.x.0 + rule.width.0),
                _ => None,
            });
        let reached = rules.fold(0.0, f64::max);
        assert!(
            (reached - right).abs() < 0.1,
            "{columns:?} ends at {reached}"
        );
    }
}

#[test]
fn a_long_address_gives_way_to_words() {
    let address = "https://www.humanitarianresponse.info/operations/mali/document/compte-rendu-de-la-reunion-mensuelle";
    let laid = of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>T</title></head><body><table><colgroup><col class=\"actions\"/><col \
         class=\"responsables\"/></colgroup><tbody><tr><td>{LONG}</td><td>Approvisionnement<br/>{address}</td></tr></tbody></table>\
         </body></html>"
    ));
    sound::check(&laid);
    are_whole(&laid, &["Approvisionnement"]);
    let left = texts(&laid.layout)
        .iter()
        .find(|text| text.text.starts_with("https"))
        .unwrap()
        .left;
    assert!(left > 300.0, "the address takes the page: {left}");
}

/// A spanning row alone, a single column, row headers, empty cells.
#[test]
fn odd_tables_come_out_whole_and_tagged() {
    for (body, expected) in [
        (
            "<tbody><tr><td colspan=\"3\">Seul</td></tr></tbody>",
            (0, 1),
        ),
        (
            "<tbody><tr><td>Un</td></tr><tr><td>Deux</td></tr></tbody>",
            (0, 2),
        ),
        (
            "<tbody><tr><th scope=\"row\">Lieu</th><td>Gao</td></tr><tr><th scope=\"row\">Date</th><td/></tr></tbody>",
            (2, 2),
        ),
        ("<tbody><tr><td/><td/></tr></tbody>", (0, 2)),
    ] {
        let laid = of_xhtml(&format!(
            "<html lang=\"fr\"><head><title>T</title></head><body><table>{body}</table></body></html>"
        ));
        sound::check(&laid);
        let count = |of: fn(&Role) -> bool| {
            laid.layout
                .elements
                .iter()
                .filter(|element| of(&element.role))
                .count()
        };
        let heads = count(|role| {
            matches!(
                role,
                Role::HeaderCell {
                    scope: greffier::document::Scope::Row,
                    ..
                }
            )
        });
        assert_eq!(
            (heads, count(|role| matches!(role, Role::DataCell { .. }))),
            expected,
            "{body}"
        );
    }
}

/// Many columns on a sheet held upright: figures and short words stand whole, the longest head words are cut on syllables.
#[test]
fn no_figure_and_no_short_word_of_many_columns_is_cut() {
    let nine = [
        "Établissement",
        "Consultations",
        "Hospitalisations",
        "Décès",
        "Accouchements",
        "Vaccinations",
        "Références",
        "Budget",
        "Observations",
    ];
    let figures = [
        "Gao",
        "1\u{202f}200",
        "300",
        "12",
        "250",
        "3\u{202f}500",
        "100\u{202f}000",
        "1\u{202f}100\u{202f}000",
        "Accompagnement psychosocial",
    ];
    let money = ["Gao", "Mopti", "Ségou", "Kayes", "Kidal", "Ménaka"];
    let sums = ["1\u{202f}100\u{202f}000\u{a0}F\u{a0}CFA"; 6];
    let many = ["Mopti"; 13];
    let many_figures = ["100\u{202f}000"; 13];
    for (heads, cells) in [
        (&nine[..], &figures[..]),
        (&money, &sums),
        (&many, &many_figures),
    ] {
        let laid = headed(heads, cells);
        sound::check(&laid);
        let short = heads.iter().filter(|head| head.chars().count() < 8);
        let figures = cells.iter().filter(|cell| !cell.contains(' '));
        let words: Vec<&str> = short.chain(figures).copied().collect();
        are_whole(&laid, &words);
    }
}

/// Where smaller letters make room for them, no word of the head is cut, beside amounts that are long.
#[test]
fn no_word_of_a_head_is_cut_beside_amounts() {
    let heads = [
        "Chapitre",
        "Budget",
        "Engagements",
        "Mandatements",
        "Disponible",
        "Recettes",
        "Recouvrement",
        "Observations",
    ];
    let mut cells = ["182\u{202f}000\u{202f}000"; 8];
    (cells[0], cells[7]) = ("Fournitures", "Conforme");
    let laid = headed(&heads, &cells);
    sound::check(&laid);
    are_whole(&laid, &heads);
    are_whole(&laid, &cells[1..2]);
}

/// A table of these heads, and of three rows alike.
fn headed(heads: &[&str], cells: &[&str]) -> Laid {
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    let row: String = cells
        .iter()
        .map(|cell| format!("<td>{cell}</td>"))
        .collect();
    of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>T</title></head><body><h1>T</h1><table><thead><tr>{heads}</tr></thead><tbody>{}</tbody>\
         </table></body></html>",
        format!("<tr>{row}</tr>").repeat(3)
    ))
}
