//! Tables within cells and items: cut between their rows, never squeezed, no wider than they ask for.

use greffier::print::Layout;
use greffier::print::page::{Item, Mark, Role};

use crate::view::{Text, around, texts};
use crate::{Laid, of_xhtml, sound};

#[track_caller]
fn page(body: &str) -> Laid {
    of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>Essai</title></head><body>{body}</body></html>"
    ))
}

fn find<'a>(texts: &'a [Text], words: &str) -> &'a Text {
    let found = texts.iter().find(|text| text.text.trim() == words);
    found.unwrap_or_else(|| panic!("no « {words} »"))
}

/// A table of data of so many rows.
fn data(rows: usize) -> String {
    let rows: String = (0..rows)
        .map(|row| {
            format!("<tr><th scope=\"row\">Zone{row}</th><td class=\"droite\">{row}00</td></tr>")
        })
        .collect();
    format!(
        "<table class=\"donnees\"><thead><tr><th scope=\"col\">Zones</th><th scope=\"col\" class=\"droite\">Cas</th></tr></thead>\
         <tbody>{rows}</tbody></table>"
    )
}

/// A table whose first cell holds another.
fn with_nested(nested: &str) -> String {
    format!(
        "<table class=\"themes\"><colgroup><col class=\"discussion\"/><col class=\"actions\"/></colgroup><thead><tr>\
         <th scope=\"col\">Discussion</th><th scope=\"col\">Actions</th></tr></thead><tbody><tr><td><p>Avant le tableau</p>{nested}\
         <p>Après le tableau</p></td><td>Agir</td></tr></tbody></table>"
    )
}

fn pages_of(layout: &Layout, words: &str) -> Vec<(usize, Mark)> {
    let all = texts(layout).into_iter();
    all.filter(|text| text.text.trim() == words)
        .map(|text| (text.page, text.mark))
        .collect()
}

#[test]
fn its_rows_stand_in_order_below_what_precedes_it() {
    let laid = page(&with_nested(&data(5)));
    sound::check(&laid);
    let all = texts(&laid.layout);
    let lines = [
        "Avant le tableau",
        "Zones",
        "Zone0",
        "Zone4",
        "Après le tableau",
    ];
    let heights: Vec<f64> = lines
        .map(|words| find(&all, words).baseline)
        .into_iter()
        .collect();
    assert!(heights.is_sorted(), "{heights:?}");
    // Figures end on one edge, below their head.
    let edges = ["Cas", "000", "400"].map(|words| find(&all, words).right);
    assert!(
        edges.iter().all(|edge| (edge - edges[0]).abs() < 0.1),
        "{edges:?}"
    );
}

/// Wherever the page ends, it does so between two rows; the header is with the first one, and comes again as decoration.
#[test]
fn it_is_cut_between_rows_with_its_header() {
    let mut cuts = 0;
    for lines in (0..44).step_by(4) {
        let filler = "<p>ligne</p>".repeat(lines);
        let laid = page(&format!("{filler}{}", with_nested(&data(130))));
        sound::check(&laid);
        let heads = pages_of(&laid.layout, "Zones");
        let first = pages_of(&laid.layout, "Zone0");
        assert_eq!(first[0].0, heads[0].0, "{lines} lines: the header alone");
        let pages: Vec<usize> = heads.iter().map(|head| head.0).collect();
        let last = pages_of(&laid.layout, "Zone129")[0].0;
        assert_eq!(pages, (heads[0].0..=last).collect::<Vec<_>>());
        assert!(matches!(heads[0].1, Mark::Element(_)));
        assert!(heads[1..].iter().all(|head| head.1 == Mark::Artifact));
        for row in 0..130 {
            let name = pages_of(&laid.layout, &format!("Zone{row}"));
            let number = pages_of(&laid.layout, &format!("{row}00"));
            assert_eq!((name.len(), name[0].0), (1, number[0].0), "row {row}");
        }
        cuts += last - heads[0].0;
    }
    assert!(cuts > 10, "{cuts}");
}

/// In a table within a column, a row as high as the page leaves no room for header rows above it.
#[test]
fn header_rows_push_nothing_below_the_foot() {
    let long = format!("<p>{}</p>", "mot ".repeat(3000));
    let inner =
        format!("<table><tbody><tr><td>court</td></tr><tr><td>{long}</td></tr></tbody></table>");
    let outer = format!(
        "<table><thead><tr><th><h2>Titre de la colonne</h2></th></tr></thead><tbody><tr><td>{inner}</td></tr></tbody></table>"
    );
    let laid = page(&format!(
        "<h1>Titre</h1><div class=\"colonnes\"><div>{outer}</div><div><p>À côté</p></div></div>"
    ));
    assert!(laid.layout.pages.len() > 3);
    sound::nothing_is_lost(&laid);
    sound::holds_for_any(&laid);
}

#[test]
fn it_is_tagged_as_a_table_in_its_cell() {
    let laid = page(&with_nested(&data(2)));
    let layout = &laid.layout;
    let zone = find(&texts(layout), "Zone1").element().unwrap();
    let mut roles = Vec::new();
    let mut next = Some(zone);
    while let Some(element) = next {
        roles.push(&layout.elements[element].role);
        next = layout.elements[element].parent;
    }
    let names: Vec<String> = roles
        .iter()
        .map(|role| {
            format!("{role:?}")
                .split([' ', '{'])
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    let row = ["TableRow", "TableBody", "Table"];
    let expected = [&["Paragraph", "HeaderCell"][..], &row, &["DataCell"], &row]
        .concat()
        .into_iter()
        .chain(["Document"])
        .collect::<Vec<_>>();
    assert_eq!(names, expected);
}

/// Neither a word nor a figure is cut, however narrow its column would like to be.
#[test]
fn it_is_never_squeezed() {
    let figures = "<td class=\"droite\">14\u{202f}215\u{202f}630,44</td>".repeat(3);
    let nested = format!(
        "<table class=\"donnees\"><thead><tr><th>Section</th><th>Dépenses</th><th>Recettes</th><th>Résultat</th></tr></thead>\
         <tbody><tr><td>Fonctionnement</td>{figures}</tr></tbody></table>"
    );
    let long = "Une action dont le texte est long et remplirait toute la page. ".repeat(12);
    for column in ["recommandations", "delai", "discussion"] {
        let laid = page(&format!(
            "<table class=\"themes\"><colgroup><col class=\"{column}\"/><col class=\"actions\"/></colgroup><tbody><tr>\
             <td>{nested}</td><td>{long}</td></tr></tbody></table>"
        ));
        sound::check(&laid);
        let all = texts(&laid.layout);
        let figures = all
            .iter()
            .filter(|text| text.text == "14\u{202f}215\u{202f}630,44");
        let places: Vec<(f64, f64)> = figures.map(|text| (text.baseline, text.left)).collect();
        assert_eq!(places.len(), 3, "{column}");
        assert!(places.iter().all(|place| place.0 == places[0].0));
        assert!(find(&all, "Fonctionnement").right < places[0].1);
    }
}

fn rules_of(layout: &Layout) -> Vec<(f64, f64)> {
    let boxes = layout.pages[0].items.iter().filter_map(|item| match item {
        Item::Box(rule) if rule.height.0 < 1.0 => Some((rule.x.0, rule.x.0 + rule.width.0)),
        _ => None,
    });
    boxes.collect()
}

#[test]
fn a_small_table_of_data_is_no_wider_than_it_asks_for() {
    let laid = page(&data(3));
    sound::check(&laid);
    let all = texts(&laid.layout);
    let margin = crate::STYLE.page.left.0;
    for (left, right) in rules_of(&laid.layout) {
        assert!((left - margin).abs() < 0.1 && right < margin + 120.0);
        assert!(right > find(&all, "Cas").right);
    }
    // One that nearly fills the measure fills it.
    let wide = "mot ".repeat(24);
    let laid = page(&format!(
        "<table class=\"donnees\"><tbody><tr><td>{wide}</td><td>a</td></tr></tbody></table>"
    ));
    let page = crate::STYLE.page;
    let right = page.width.0 - page.right.0;
    assert!(
        rules_of(&laid.layout)
            .iter()
            .all(|rule| (rule.1 - right).abs() < 0.1)
    );
}

/// Its mark stands on a line above it.
#[test]
fn an_item_may_begin_with_a_table() {
    let laid = page(&format!(
        "<ol><li>{}</li><li>Suite{}</li></ol>",
        data(1),
        data(1)
    ));
    sound::check(&laid);
    let all = texts(&laid.layout);
    let (one, two) = (find(&all, "1."), find(&all, "2."));
    assert!(one.baseline < find(&all, "Zones").top());
    assert_eq!(two.baseline, find(&all, "Suite").baseline);
    let tables = all.iter().filter(|text| text.text == "Zones");
    assert!(tables.clone().count() == 2 && tables.clone().all(|text| text.left > one.right));
    for text in tables {
        let item = around(&laid.layout, text.element().unwrap(), &|role| {
            *role == Role::ListBody
        });
        assert!(item.is_some());
    }
}

/// A head that would take the page is set once; a row higher than the page is cut.
#[test]
fn a_table_of_huge_rows_comes_to_an_end() {
    let words = "mot ".repeat(3000);
    let laid = page(&with_nested(&format!(
        "<table><thead><tr><th>{words}</th></tr></thead><tbody><tr><td>{words}</td></tr><tr><td>Fin</td></tr></tbody></table>"
    )));
    sound::nothing_is_lost(&laid);
    sound::holds_for_any(&laid);
}
