//! Columns beside what may be cut anywhere: addresses, names of files, chains of acronyms give way to words, dates and heads.

use greffier::print::page::Item;
use proptest::prelude::*;

use crate::view::texts;
use crate::{Laid, of_xhtml, sound};

const LOOSE: [&str; 4] = [
    "https://docs.google.com/forms/d/e/1FAIpQLSdk3jf93jfkd93jfkdl3jfkdlsjfkdlsjfkdsl/viewform",
    "coordination.cluster-releve@undp-mali.example.org",
    "5W_CRR_matrice_des_interventions_2026_version_finale.xlsx",
    "PNUD/OCHA/MINUSMA/UNICEF/UNHCR/OIM",
];
const COLUMNS: [(&str, &str); 6] = [
    ("theme", "Thèmes"),
    ("discussion", "Discussion"),
    ("recommandations", "Recommandations"),
    ("actions", "Points d’action"),
    ("responsables", "Responsables"),
    ("delai", "Échéance"),
];
const WORDS: [&str; 6] = [
    "développement",
    "31/12/2026",
    "approvisionnement",
    "Il est demandé aux membres de transmettre leurs données.",
    "",
    "Gao",
];

fn table(columns: &[(&str, &str)], rows: &[Vec<String>]) -> Laid {
    let cols: String = columns
        .iter()
        .map(|(class, _)| format!("<col class=\"{class}\"/>"))
        .collect();
    let heads: String = columns
        .iter()
        .map(|(_, head)| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    let rows: String = rows
        .iter()
        .map(|cells| {
            let cells: String = cells
                .iter()
                .map(|cell| format!("<td>{cell}</td>"))
                .collect();
            format!("<tr>{cells}</tr>")
        })
        .collect();
    let laid = of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>T</title></head><body><table class=\"themes\"><colgroup>{cols}</colgroup><thead>\
         <tr>{heads}</tr></thead><tbody>{rows}</tbody></table></body></html>"
    ));
    sound::check(&laid);
    laid
}

/// What stands on each line of each cell.
fn lines(laid: &Laid) -> Vec<String> {
    let all = texts(&laid.layout);
    all.into_iter().map(|text| text.text).collect()
}

#[track_caller]
fn are_whole(laid: &Laid, words: &[&str]) {
    let lines = lines(laid);
    for word in words {
        assert!(
            lines.iter().any(|line| line.contains(word)),
            "« {word} » is cut: {lines:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_loose_cuts_a_word_a_date_or_a_head(
        cells in prop::collection::vec((0..6_usize, 0..5_usize), 6..30),
        left_out in 0..6_usize,
    ) {
        let columns: Vec<_> = (0..6).filter(|at| *at != left_out).map(|at| COLUMNS[at]).collect();
        let text = |(word, loose): &(usize, usize)| {
            let loose = LOOSE.get(*loose).copied().unwrap_or_default();
            format!("{} {loose}", WORDS[*word])
        };
        let texts: Vec<String> = cells.iter().map(text).collect();
        let rows: Vec<Vec<String>> = texts.chunks_exact(5).map(<[_]>::to_vec).collect();
        let laid = table(&columns, &rows);
        let heads: Vec<&str> = columns.iter().flat_map(|(_, head)| head.split(' ')).collect();
        are_whole(&laid, &heads);
        let typed = rows.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        let dates = typed.matches("31/12/2026").count();
        let whole = lines(&laid).iter().map(|line| line.matches("31/12/2026").count()).sum::<usize>();
        prop_assert_eq!(dates, whole, "{:?}", lines(&laid));
        for acronym in ["PNUD", "OCHA", "MINUSMA", "UNICEF", "UNHCR"] {
            let whole = lines(&laid).iter().map(|line| line.matches(acronym).count()).sum::<usize>();
            prop_assert_eq!(typed.matches(acronym).count(), whole, "{}: {:?}", acronym, lines(&laid));
        }
    }
}

/// The left edges of the heads, and the right edge of the table.
fn edges(laid: &Laid, columns: &[(&str, &str)]) -> Vec<f64> {
    let all = texts(&laid.layout);
    let left = |head: &str| {
        all.iter()
            .find(|text| text.text.trim() == head)
            .unwrap()
            .left
    };
    let mut edges: Vec<f64> = columns.iter().map(|(_, head)| left(head)).collect();
    let rules = laid.layout.pages[0].items.iter();
    let rights = rules.filter_map(|item| match item {
        Item::Box(rule) => Some(rule.x.0 + rule.width.0 + 5.0),
        _ => None,
    });
    edges.push(rights.fold(0.0, f64::max));
    edges
}

#[test]
fn an_empty_column_holds_no_fifth_of_the_table() {
    let columns = [COLUMNS[0], COLUMNS[3], COLUMNS[4]];
    let long =
        "Il est demandé aux membres du cluster de transmettre leurs données chaque semaine. "
            .repeat(4);
    let filled = |action: &str| vec![long.clone(), action.to_owned(), "PNUD".to_owned()];
    for actions in [["", "", ""], ["", "Relancer l’OCHA", ""]] {
        let rows: Vec<Vec<String>> = actions.iter().map(|action| filled(action)).collect();
        let laid = table(&columns, &rows);
        let edges = edges(&laid, &columns);
        let share = (edges[2] - edges[1]) / (edges[3] - edges[0]);
        assert!(share < 0.2, "{share}: {edges:?}");
    }
}

/// Of two columns of as much text, that whose text stands in one row makes the table higher.
#[test]
fn widths_are_those_that_make_the_table_lowest() {
    let columns = [COLUMNS[1], COLUMNS[2]];
    let sentence = "Il est demandé aux membres du cluster de transmettre leurs données. ";
    let mut rows = vec![vec![String::new(), sentence.repeat(6)]];
    rows.extend((0..6).map(|_| vec![sentence.trim().to_owned(), String::new()]));
    let laid = table(&columns, &rows);
    let edges = edges(&laid, &columns);
    let share = (edges[2] - edges[1]) / (edges[2] - edges[0]);
    // A third of the width, its upper bound, is more than its share of the text gave.
    assert!(share > 0.28, "{share}: {edges:?}");
}
