//! Parts on pages held sideways.

use greffier::config::{Config, Signatory, Writing};
use greffier::diagnostic::Source;
use greffier::document::Document;
use greffier::print::lay_out;
use greffier::print::page::{Item, Mark, Role};
use greffier::print::style::{Orientation, StyleSheet};
use greffier::toml_source::FileState;

use crate::view::{Text, around, texts};
use crate::{FONTS, Laid, of_series, of_xhtml, sound};

const FOOT: &str = "<footer><div class=\"colonnes\"><div><p>Pied</p></div><div class=\"droite\"><p><span class=\"page\"/>/<span \
    class=\"pages\"/></p></div></div></footer><aside class=\"filigrane\">PROJET</aside>";

fn document(body: &str) -> String {
    format!("<html lang=\"fr\"><head><title>Essai</title></head><body>{FOOT}{body}</body></html>")
}

#[track_caller]
fn page(body: &str) -> Laid {
    let laid = of_xhtml(&document(body));
    sound::check(&laid);
    laid
}

/// For each page, whether it is held sideways.
fn ways(laid: &Laid) -> Vec<bool> {
    let pages = laid.layout.pages.iter();
    pages.map(|page| page.width > page.height).collect()
}

fn find(laid: &Laid, words: &str) -> Text {
    let all = texts(&laid.layout);
    let found = all.iter().find(|text| text.text.starts_with(words));
    found.unwrap_or_else(|| panic!("no « {words} »")).clone()
}

#[test]
fn the_pages_turn_and_turn_back() {
    let rows = "<tr><td>mot</td><td>mot</td></tr>".repeat(60);
    let laid = page(&format!(
        "<h1>Titre</h1><p>Avant</p><section class=\"paysage\"><h2 id=\"t\">Table</h2><table><thead><tr><th>A</th><th>B</th></tr></thead>\
         <tbody>{rows}</tbody></table></section><p><a href=\"#t\">Après</a></p>"
    ));
    let count = ways(&laid).len();
    assert!(count > 3);
    let expected: Vec<bool> = (0..count)
        .map(|page| page > 0 && page + 1 < count)
        .collect();
    assert_eq!(ways(&laid), expected);
    let (long, short) = (laid.layout.pages[0].height, laid.layout.pages[0].width);
    for page in &laid.layout.pages[1..count - 1] {
        assert_eq!((page.width, page.height), (long, short));
    }
    assert_eq!(
        (find(&laid, "Avant").page, find(&laid, "Table").page),
        (0, 1)
    );
    assert_eq!(find(&laid, "Après").page, count - 1);
    let aim = &laid.layout.destinations[0];
    assert_eq!((aim.id.as_str(), aim.page), ("t", 1));
    assert!((aim.y - crate::STYLE.page.top).0.abs() < 20.0);
    assert_eq!(laid.layout.outline[0].page, 1);
}

#[test]
fn what_stands_around_is_set_for_each_width_and_numbers_go_on() {
    let laid = page("<p>Un</p><section class=\"paysage\"><p>Deux</p></section><p>Trois</p>");
    assert_eq!(ways(&laid), [false, true, false]);
    let all = texts(&laid.layout);
    for (number, page) in laid.layout.pages.iter().enumerate() {
        let own = || all.iter().filter(move |text| text.page == number);
        let foot: Vec<&Text> = own()
            .filter(|text| text.mark == Mark::Pagination && !text.is_blank())
            .collect();
        let words: String = foot.iter().map(|text| text.text.as_str()).collect();
        assert_eq!(words, format!("Pied{}/3", number + 1));
        let right = foot.iter().map(|text| text.right).fold(0.0, f64::max);
        let margin = page.width.0 - crate::STYLE.page.right.0;
        assert!((right - margin).abs() < 0.1, "{right} and {margin}");
        assert!(foot.iter().all(|text| text.baseline > page.height.0 - 45.0));
        // The word across stands in the middle of each sheet.
        let word = page.items.iter().find_map(|item| match item {
            Item::Text(run) if run.angle != 0.0 => Some(run.clone()),
            _ => None,
        });
        let word = word.unwrap();
        let (sine, cosine) = word.angle.to_radians().sin_cos();
        let half = word.width().0 / 2.0;
        let middle = (word.x.0 + half * cosine, word.y.0 - half * sine);
        assert!((middle.0 - page.width.0 / 2.0).abs() < 40.0);
        assert!((middle.1 - page.height.0 / 2.0).abs() < 40.0);
    }
}

#[test]
fn a_heading_goes_with_what_it_heads() {
    let laid = page(
        "<h1>T</h1><p>Un</p><h2>Titre</h2><h3>Sous-titre</h3><section class=\"paysage\"><p>Deux</p></section>",
    );
    assert_eq!(ways(&laid), [false, true]);
    assert_eq!(
        ["Un", "Titre", "Sous-titre", "Deux"].map(|words| find(&laid, words).page),
        [0, 1, 1, 1]
    );
    // Alone before it, it leaves no page behind.
    let laid = page("<h1>T</h1><section class=\"paysage\"><p>Deux</p></section>");
    assert_eq!(ways(&laid).last(), Some(&true));
}

#[test]
fn a_part_that_is_empty_turns_nothing() {
    let laid = page("<p>Un</p><section class=\"paysage\" id=\"rien\"></section><p>Deux</p>");
    assert_eq!(ways(&laid), [false]);
    assert_eq!(laid.layout.destinations.len(), 1);
    let part = laid
        .layout
        .elements
        .iter()
        .filter(|element| element.role == Role::Division);
    assert_eq!(part.count(), 1);
}

#[test]
fn parts_that_follow_each_other_share_their_pages() {
    let laid = page(
        "<section class=\"paysage\"><p>Un</p></section><div class=\"paysage\"><p>Deux</p></div>",
    );
    assert_eq!(ways(&laid), [true]);
    assert!(
        around(
            &laid.layout,
            find(&laid, "Deux").element().unwrap(),
            &|role| *role == Role::Division
        )
        .is_some()
    );
}

/// What a record makes in a sheet that holds its table of themes sideways: the letter stands upright before it and after it, the
/// heading goes with the table, each foot has the measure of its page, and those who sign do so on an upright page.
#[test]
fn a_rule_turns_the_table_alone() {
    let theme = "[[themes]]\ntitre = \"Relance\"\ndiscussion = \"Une phrase assez longue pour une case. Une autre, qui la suit.\"\n\
        recommandations = [\"Poursuivre\"]\nactions = [ { texte = \"Relancer\", responsables = [\"OIM\"] } ]\n";
    let record = format!(
        "date = 2026-03-17\ndebut = 09:00:00\nfin = 12:00:00\nparticipants = [ {{ nom = \"Awa Sow\" }} ]\npresidence = {{ nom = \"Ali Ba\" }}\n{}",
        theme.repeat(20)
    );
    let config = Config {
        closing_time: Some(Writing::Figures),
        signatures: vec![Signatory::Chair],
        ..Config::default()
    };
    let Laid { document, .. } = of_series(&record, &config);
    let sheet = crate::random::sheet::sheet("[styles.themes]\norientation = \"paysage\"\n");
    let layout = lay_out(&document, &sheet, &FONTS, &|_| None);
    let laid = Laid { document, layout };
    sound::check(&laid);
    let ways = ways(&laid);
    let count = ways.len();
    assert!(count > 3, "{count}");
    let expected: Vec<bool> = (0..count)
        .map(|page| page > 0 && page + 1 < count)
        .collect();
    assert_eq!(ways, expected);
    let on = |words: &str| find(&laid, words).page;
    assert_eq!(
        (on("Awa Sow"), on("Thèmes traités"), on("Thèmes")),
        (0, 1, 1)
    );
    let last = texts(&laid.layout).into_iter();
    let last: Vec<Text> = last.filter(|text| text.page == count - 1).collect();
    let said = crate::view::joined(&last);
    assert!(
        said.contains("est levée") && said.contains("Signatures"),
        "{said}"
    );
    for (number, page) in laid.layout.pages.iter().enumerate() {
        let all = texts(&laid.layout).into_iter();
        let foot = all.filter(|text| text.page == number && text.mark == Mark::Pagination);
        let right = foot.map(|text| text.right).fold(0.0, f64::max);
        assert!((right - (page.width.0 - crate::STYLE.page.right.0)).abs() < 0.1);
        // The table is as wide as its page.
        let boxes = page.items.iter().filter_map(|item| match item {
            Item::Box(rule) => Some((rule.x + rule.width).0),
            _ => None,
        });
        let measure = page.width.0 - crate::STYLE.page.right.0;
        let widest = boxes.fold(0.0, f64::max);
        assert!(!ways[number] || (widest - measure).abs() < 1.0, "{widest}");
    }
}

/// The pages of a document with such a part in a sheet of that style.
fn in_sheet(toml: &str, held: Option<Orientation>) -> Vec<bool> {
    let read = |name: &str, text: String| Source {
        name: name.into(),
        text,
    };
    let style = read("style.toml", toml.into());
    let style = StyleSheet::read_held(&style, held, &|_| FileState::Missing);
    let text = document("<p>Un</p><section class=\"paysage\"><p>Deux</p></section>");
    let document = Document::parse(&read("test.print.html", text)).unwrap();
    let layout = lay_out(&document, &style.sheet.unwrap(), &FONTS, &|_| None);
    ways(&Laid { document, layout })
}

#[test]
fn a_sheet_that_is_held_so_already_stays_so() {
    assert_eq!(in_sheet("", Some(Orientation::Landscape)), [true]);
    assert_eq!(in_sheet("[page]\nformat = \"A5\"\n", None), [false, true]);
    // Margins that would leave the text no height when the sheet is turned.
    let tall = "[page]\nlargeur = 80\nhauteur = 400\nmarges = { haut = 30, droite = 10, bas = 30, gauche = 10 }\n";
    assert_eq!(in_sheet(tall, None), [false]);
}
