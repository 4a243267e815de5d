//! Blocks of the print XHTML that no record of ours makes, or not alone.

use greffier::print::lay_out;
use greffier::print::page::{Item, Role};
use greffier::print::style::StyleSheet;

use crate::view::{Text, joined, texts};
use crate::{FONTS, Laid, of_xhtml, sound};

#[track_caller]
fn page(body: &str) -> Laid {
    of_xhtml(&format!(
        "<html lang=\"fr\"><head><title>Essai</title></head><body>{body}</body></html>"
    ))
}

#[test]
fn cells_that_cover_rows_and_columns() {
    let laid = page(
        "<table><colgroup><col/><col/><col/></colgroup><thead><tr><th scope=\"col\" colspan=\"2\">Deux</th><th \
         scope=\"col\">Un</th></tr></thead><tbody><tr><td rowspan=\"2\">Haut</td><td>b</td><td>c</td></tr><tr><td \
         colspan=\"2\">large</td></tr></tbody></table>",
    );
    sound::check(&laid);
    let place = |word: &str| {
        let all = texts(&laid.layout);
        let text = all.iter().find(|text| text.text.trim() == word).unwrap();
        (text.left, text.baseline)
    };
    assert_eq!(place("Haut").1, place("b").1);
    assert_eq!(place("b").0, place("large").0);
    assert!(place("large").1 > place("b").1);
    // No rule crosses the cell that covers two rows.
    let boundary = (place("b").1 + place("large").1) / 2.0;
    for item in &laid.layout.pages[0].items {
        if let Item::Box(rule) = item
            && (rule.y.0 - boundary).abs() < 8.0
            && rule.height.0 < 1.0
        {
            assert!(rule.x.0 > place("Haut").0, "{rule:?}");
        }
    }
}

#[test]
fn columns_begin_level() {
    let laid = page(
        "<div class=\"colonnes\"><div><p>À gauche</p></div><div><p>À droite</p></div></div><p>Dessous</p>",
    );
    sound::check(&laid);
    let all = texts(&laid.layout);
    let find = |words: &str| {
        all.iter()
            .find(|text| text.text.starts_with(words))
            .unwrap()
    };
    let (left, right, below) = (find("À gauche"), find("À droite"), find("Dessous"));
    assert_eq!(left.baseline, right.baseline);
    assert!(right.left > left.right + 50.0 && below.baseline > left.baseline + 5.0);
}

#[test]
fn a_picture_keeps_its_proportions() {
    let laid = page("<img src=\"logo.png\" alt=\"Logo\"/><p>Texte</p>");
    let pictures: Vec<(f64, f64)> = laid.layout.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Picture(picture) => Some((picture.width.0, picture.height.0)),
            _ => None,
        })
        .collect();
    assert_eq!(pictures.len(), 1);
    assert!((pictures[0].0 / pictures[0].1 - 4.0).abs() < 0.001);
    let figure = Role::Figure {
        alternative: "Logo".into(),
    };
    assert!(
        laid.layout
            .elements
            .iter()
            .any(|element| element.role == figure)
    );
}

#[test]
fn a_link_can_be_clicked_on_every_line() {
    let words = "une adresse qui ne tient pas sur une seule ligne ".repeat(8);
    let laid = page(&format!(
        "<p><a href=\"https://example.org/\">{words}</a></p>"
    ));
    sound::check(&laid);
    let areas: Vec<f64> = laid.layout.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Link(link) => Some(link.y.0),
            _ => None,
        })
        .collect();
    assert!(areas.len() > 3 && areas.is_sorted());
    let links = laid
        .layout
        .elements
        .iter()
        .filter(|element| element.role == Role::Link);
    assert_eq!(links.count(), 1);
}

#[test]
fn rules_and_empty_paragraphs_take_no_text() {
    let laid = page("<h1>Titre</h1><hr/><p></p><p id=\"ancre\"></p><p>Fin<br/>ici</p>");
    sound::check(&laid);
    assert_eq!(joined(&texts(&laid.layout)), "Titre Fin ici");
    assert_eq!(laid.layout.destinations.len(), 1);
}

#[test]
fn an_empty_document_has_one_page() {
    let laid = page("");
    assert_eq!(laid.layout.pages.len(), 1);
    sound::check(&laid);
}

#[test]
fn headings_stay_with_what_follows() {
    for lines in 30..60 {
        let filler = "<p>ligne</p>".repeat(lines);
        let text = "mot ".repeat(200);
        sound::check(&page(&format!(
            "<h1>T</h1>{filler}<h2>Titre</h2><p>{text}</p>"
        )));
        sound::check(&page(&format!(
            "<h1>T</h1>{filler}<h2>Titre</h2><table><thead><tr><th scope=\"col\">Tête</th></tr></thead><tbody><tr><td>{text}</td></tr>\
             </tbody></table>"
        )));
        sound::check(&page(&format!(
            "<h1>T</h1>{filler}<h2>Titre</h2><h3>Sous-titre</h3><ul><li>{text}</li></ul>"
        )));
    }
}

#[test]
fn an_anchor_without_text_is_somewhere() {
    let laid = page(
        "<p><a href=\"#un\">vers</a></p><p><span id=\"un\"></span></p><p id=\"deux\">\u{200b}</p><p>Fin</p>",
    );
    sound::check(&laid);
    let mut ids: Vec<&str> = laid
        .layout
        .destinations
        .iter()
        .map(|destination| destination.id.as_str())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, ["deux", "un"]);
}

#[test]
fn a_typed_line_break_keeps_words_apart() {
    let laid = page("<p>Aminata Coulibaly<br/><b>Coordinatrice</b></p>");
    let text: String = texts(&laid.layout)
        .into_iter()
        .map(|text| text.text)
        .collect();
    assert_eq!(text, "Aminata Coulibaly Coordinatrice");
}

#[test]
fn a_high_running_header_pushes_the_text_down() {
    sound::check(&page(
        "<header><p>Un<br/>deux<br/>trois<br/>quatre</p></header><h1>Titre</h1><p>Texte</p>",
    ));
}

/// They are made smaller rather than set over the text: a quarter of the page is theirs, each.
#[test]
fn running_heads_of_any_height_leave_room_for_the_text() {
    for lines in [1, 12, 20, 60, 400] {
        let head: String = (0..lines)
            .map(|line| format!("<p>Ligne {line} avec quelques mots</p>"))
            .collect();
        let text = "<p>Texte</p>".repeat(60);
        let laid = page(&format!(
            "<header>{head}</header><footer>{head}<p><span class=\"page\"/></p></footer>{text}"
        ));
        sound::check(&laid);
        assert!(laid.layout.pages.len() < 8, "{lines} lines");
        for (number, page) in laid.layout.pages.iter().enumerate() {
            let all = texts(&laid.layout);
            let here = all.iter().filter(|text| text.page == number);
            let words: Vec<&Text> = here.collect();
            assert!(
                words
                    .iter()
                    .all(|text| text.top() > 0.0 && text.foot() < page.height.0)
            );
            let last = format!("Ligne {} avec", lines - 1);
            let heads = words.iter().filter(|text| text.text.starts_with(&last));
            assert_eq!(heads.count(), 2, "{lines} lines");
        }
    }
}

/// A page alone has no number, and no line around it; what else stands at its foot stays.
#[test]
fn a_page_alone_is_not_numbered() {
    let foot = "<footer><p>Avenue de l’OUA</p><div class=\"colonnes\"><div><p>Conseil</p></div><div><p>page <span \
                class=\"page\"/></p></div></div></footer>";
    let said = |paragraphs: usize| -> Vec<String> {
        let laid = page(&format!("{foot}{}", "<p>Texte</p>".repeat(paragraphs)));
        let all = texts(&laid.layout).into_iter().map(|text| text.text);
        all.filter(|text| text != "Texte").collect()
    };
    assert_eq!(said(1), ["Avenue de l’OUA"]);
    assert_eq!(
        said(60).concat(),
        "Avenue de l’OUAConseilpage 1Avenue de l’OUAConseilpage 2"
    );
}

#[test]
fn a_table_within_columns_goes_on_over_pages() {
    let rows = "<tr><td>une ligne</td></tr>".repeat(200);
    let laid = page(&format!(
        "<div class=\"colonnes\"><div><table><tbody>{rows}</tbody></table></div><div><p>À côté</p></div></div>"
    ));
    sound::check(&laid);
    assert!(laid.layout.pages.len() > 2);
}

/// Of rows in columns of the page, a cell that covers some on both sides of where a column ends goes on in the next one.
#[test]
fn a_high_cell_of_rows_in_columns_ends_with_its_page() {
    let short = "<tr><td>une ligne</td></tr>";
    let long = format!("<p>{}</p>", "mot ".repeat(400));
    for lines in (0..44).step_by(4) {
        let filler = "<p>ligne</p>".repeat(lines);
        let rows = format!(
            "{}<tr><td rowspan=\"5\">{long}</td></tr>{}{short}",
            short.repeat(3),
            "<tr></tr>".repeat(4)
        );
        let laid = page(&format!(
            "{filler}<table class=\"personnes-en-colonnes\"><tbody>{rows}</tbody></table>"
        ));
        sound::nothing_is_lost(&laid);
        sound::holds_for_any(&laid);
    }
}

/// A cell over several rows that has all its text on a page takes no paddings on the next.
#[test]
fn paddings_without_a_text_do_not_run_below_the_foot() {
    let sheet = crate::random::sheet::sheet("[styles.td]\nmarge_verticale = 200\n");
    let rows = format!(
        "<tr><td rowspan=\"4\"><br/>mot</td><td></td></tr>{}<tr><td></td><td></td></tr>",
        "<tr><td></td></tr>".repeat(3)
    );
    let laid = page(&format!(
        "<h1>Titre</h1><ol><li><br/><br/>mot <table><tbody>{rows}</tbody></table></li></ol>"
    ));
    let layout = lay_out(&laid.document, &sheet, &FONTS, &|_| None);
    crate::random::on_the_page(&layout, &sheet);
}

#[test]
fn lists_in_lists_that_begin_together_keep_their_numbers_apart() {
    let deep = (0..12).fold("fond".to_owned(), |inner, _| {
        format!("<ol start=\"999999990\"><li>{inner}</li></ol>")
    });
    let laid = page(&deep);
    sound::nothing_is_lost(&laid);
    sound::holds_for_any(&laid);
}

#[test]
fn the_address_of_a_link_is_read_on_paper_where_the_sheet_says_so() {
    let laid = page(
        "<p>Voir <a href=\"https://example.org/tdr\">les TDR</a>, écrire à <a href=\"mailto:a@b.org\">Awa</a>, \
         <a href=\"https://example.org\">https://example.org</a>, <a href=\"#ici\">plus bas</a>.</p><p id=\"ici\">Ici.</p>",
    );
    let of = |sheet: &StyleSheet| {
        let layout = lay_out(&laid.document, sheet, &FONTS, &|_| None);
        (joined(&texts(&layout)), layout)
    };
    let (text, _) = of(&StyleSheet::default());
    assert!(!text.contains('['), "{text}");
    for rule in ["texte", "styles.a"] {
        let sheet = format!("[{rule}]\nadresse = \"crochets\"\n");
        let (text, layout) = of(&crate::random::sheet::sheet(&sheet));
        let said = "Voir les TDR [https://example.org/tdr], écrire à Awa [a@b.org], https://example.org, plus bas.";
        assert!(text.contains(said), "{rule}: {text}");
        let links = layout
            .elements
            .iter()
            .filter(|element| element.role == Role::Link);
        assert_eq!(links.count(), 4, "what is said belongs to its link");
    }
}
