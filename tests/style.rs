//! The style sheet of the PDF: what it says of an element, and what of a user's own sheet is laid over it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop there"
)]

use greffier::diagnostic::{Report, Severity, Source};
use greffier::print::line::Align;
use greffier::print::style::{BoxStyle, Bullet, Ruling, StyleSheet, TextStyle};
use greffier::print::units::{Color, Pt};
use greffier::toml_source::FileState;
use proptest::prelude::*;

/// The sheet that a user's own text gives, which must be sound.
#[track_caller]
fn sheet(text: &str) -> StyleSheet {
    let source = Source {
        name: "templates/style.toml".into(),
        text: text.into(),
    };
    let reading = StyleSheet::read(&source, &|_| FileState::Present);
    assert_eq!(reading.diagnostics, []);
    reading.sheet.unwrap()
}

/// The style of the last of these elements, each within the one before: `table.personnes td`.
fn style(sheet: &StyleSheet, path: &str) -> (TextStyle, BoxStyle) {
    let first = (sheet.base, BoxStyle::default());
    path.split(' ').fold(first, |(parent, _), step| {
        let (element, class) = step.split_once('.').unwrap_or((step, ""));
        let class = Some(class.replace('.', " "));
        sheet.resolve(&parent, element, class.as_deref())
    })
}

#[test]
fn a_sheet_that_says_nothing_is_the_embedded_one() {
    assert_eq!(sheet(""), StyleSheet::default());
    assert_eq!(
        sheet("# rien\n[styles.h1]\n[page]\n"),
        StyleSheet::default()
    );
}

#[test]
fn a_sheet_changes_only_what_it_says() {
    let default = StyleSheet::default();
    let own = sheet("[texte]\ntaille = 11\n[styles.h2]\ntaille = 14\n[colonnes.theme]\nmax = 50\n");
    let mut expected = default.clone();
    expected.base.size = Pt(11.0);
    expected.rules.get_mut("h2").unwrap().size = Some(Pt(14.0));
    expected.columns.get_mut("theme").unwrap().most = 0.5;
    assert_eq!(own, expected);
    let h2 = style(&own, "h2").0;
    assert!(h2.bold && h2.color == style(&default, "h2").0.color);
}

#[test]
fn a_text_inherits_and_a_box_does_not() {
    let sheet = StyleSheet::default();
    let (text, block) = style(&sheet, "table.themes tr td p");
    assert_eq!(
        (text.size, text.align, text.hyphenate),
        (Pt(9.0), Align::Left, true)
    );
    assert_eq!((block.ruling, block.padding_x), (Ruling::None, Pt::ZERO));
    let (_, block) = style(&sheet, "table.themes tr td");
    assert_eq!((block.padding_x, block.padding_y), (Pt(5.0), Pt(3.5)));
    let (text, _) = style(&sheet, "p");
    assert_eq!((text.size, text.align), (Pt(9.5), Align::Justified));
    let (text, _) = style(&sheet, "table td h3");
    assert_eq!(
        (text.size, text.bold, text.hyphenate),
        (Pt(9.0), true, false)
    );
}

#[test]
fn a_class_wins_over_its_element() {
    let sheet = StyleSheet::default();
    assert_eq!(style(&sheet, "ul").1.bullet, Bullet::Square);
    assert_eq!(style(&sheet, "ul.redaction").1.bullet, Bullet::None);
    let (text, block) = style(&sheet, "table.personnes-en-colonnes");
    assert_eq!((text.size, block.page_columns), (Pt(8.5), 2));
    assert_eq!(block.ruling, Ruling::Rows);
    let later = style(&sheet, "p.instance.quand").0.size;
    assert_eq!(later, style(&sheet, "p.quand").0.size);
}

#[test]
fn a_proportion_counts_from_the_text_around() {
    let default = StyleSheet::default();
    let h1 = style(&default, "h1").0.size;
    assert_eq!(style(&default, "h1 sup").0.size, h1 * 0.68);
    assert_eq!(style(&default, "h1 sup sup").0.size, h1 * 0.68 * 0.68);
    let own = sheet("[styles.sup]\ntaille = 6\n");
    assert_eq!(style(&own, "h1 sup").0.size, Pt(6.0));
    let own = sheet("[styles.h1]\nproportion = 200\n");
    assert_eq!(style(&own, "h1").0.size, Pt(19.0));
}

#[test]
fn an_unknown_name_changes_nothing() {
    let sheet = StyleSheet::default();
    assert_eq!(
        style(&sheet, "blink.rien"),
        (sheet.base, BoxStyle::default())
    );
    assert!(!sheet.knows_class("rien") && sheet.knows_class("suivi"));
    assert!(sheet.knows_class("responsables"));
}

#[test]
fn the_sheet_of_paper() {
    let mm = |length: Pt| (length.0 * 25.4 / 72.0 * 10.0).round() / 10.0;
    for (text, expected) in [
        ("", (210.0, 297.0)),
        ("[page]\norientation = \"paysage\"", (297.0, 210.0)),
        ("[page]\nformat = \"lettre\"", (215.9, 279.4)),
        (
            "[page]\nformat = \"A3\"\norientation = \"paysage\"",
            (420.0, 297.0),
        ),
        ("[page]\nlargeur = 250\nhauteur = 150", (250.0, 150.0)),
        (
            "[page]\nlargeur = 250\norientation = \"portrait\"",
            (250.0, 297.0),
        ),
    ] {
        let page = sheet(text).page;
        assert_eq!((mm(page.width), mm(page.height)), expected, "{text}");
    }
    let page = sheet("[page]\nmarges = { gauche = 25.5 }").page;
    assert_eq!((mm(page.left), mm(page.right)), (25.5, 18.0));
}

#[test]
fn the_colours_are_those_of_the_page() {
    let sheet = StyleSheet::default();
    let css = include_str!("../templates/site/style.css");
    let root = css.lines().next().unwrap();
    let root = root.replace("{{ couleur }}", "#0b5378");
    let of = |color: Color| format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
    let colors = sheet
        .rules
        .values()
        .flat_map(|rule| [rule.color, rule.background, rule.rule_color]);
    for color in colors.flatten().chain([sheet.base.color]) {
        assert!(root.contains(&of(color)), "{} is not in {root}", of(color));
    }
}

/// A little of what is typed in style sheets, and of what is not.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\\[\\]{}\"'=,.#\n 0-9a-zé-]{1,12}",
        prop::sample::select(vec![
            "[page]\n",
            "[texte]\n",
            "[styles.h2]\n",
            "[styles.é]\n",
            "[colonnes.theme]\n",
            "[polices]\n",
            "taille = 9.5\n",
            "taille = nan\n",
            "taille = -inf\n",
            "taille = 0x10\n",
            "largeur = 1e300\n",
            "min = 99\n",
            "proportion = 70\n",
            "couleur = \"#é12345\"\n",
            "couleur = \"#0b5378\"\n",
            "marges = { gauche = 100, droite = 150 }\n",
            "normal = \"a.ttf\"\n",
            "styles = 3\n",
            "colonnes = 9223372036854775807\n",
            "gras = true\n",
            "[[styles.h2]]\n",
        ])
        .prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, reading it ends, a sheet is sound or has faults, and every fault points into the text.
    #[test]
    fn any_pieces_of_a_sheet_are_read(pieces in prop::collection::vec(typed(), 0..30)) {
        let source = Source { name: String::new(), text: pieces.concat() };
        let reading = StyleSheet::read(&source, &|_| FileState::Present);
        let report = Report::new(source, reading.diagnostics);
        prop_assert_eq!(reading.sheet.is_some(), report.count(Severity::Fault) == 0);
        for spot in report.diagnostics.iter().flat_map(|diagnostic| &diagnostic.spots) {
            prop_assert!(report.source.text.get(spot.span.clone()).is_some());
        }
        prop_assert_eq!(report.render(false).is_empty(), report.diagnostics.is_empty());
    }
}

/// The paddings of a table are those of all its cells, but of one that has its own; nothing else of it reaches them.
#[test]
fn a_table_gives_its_cells_their_paddings() {
    let sheet = sheet(
        "[styles.serree]\nmarge_verticale = 1\nfond = \"#eeeeee\"\n[styles.large]\nmarge_verticale = 9\n",
    );
    let paddings = |table, class| {
        let (_, cell) = sheet.resolve_cell(&sheet.base, "td", table, class);
        (cell.padding_y, cell.padding_x, cell.background)
    };
    assert_eq!(paddings(None, None), (Pt(3.5), Pt(5.0), None));
    assert_eq!(paddings(Some("serree"), None), (Pt(1.0), Pt(5.0), None));
    assert_eq!(
        paddings(Some("serree"), Some("large")),
        (Pt(9.0), Pt(5.0), None)
    );
    let full = |class| sheet.resolve(&sheet.base, "table", class).1.full_width;
    assert!(full(None) && full(Some("serree")) && !full(Some("donnees")));
}
