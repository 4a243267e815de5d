//! Where a page ends, rule by rule, on pages of ten lines without any space between.
//!
//! Each letter stands on a line of its own: a page reads `.......ab` where seven lines of filler stand above two of the text.

use std::sync::LazyLock;

use greffier::diagnostic::Source;
use greffier::document::Document;
use greffier::print::lay_out;
use greffier::print::style::StyleSheet;
use greffier::toml_source::FileState;

use crate::view::{Text, texts};
use crate::{FONTS, Laid, sound};

/// Forty millimetres are ten lines of eleven points, and a little.
pub(crate) const SHEET: &str = r#"
[page]
largeur = 100
hauteur = 70
marges = { haut = 15, droite = 10, bas = 15, gauche = 10 }
[texte]
taille = 10
interligne = 1.1
alignement = "gauche"
[styles.p]
apres = 0
[styles.h1]
taille = 10
interligne = 1.1
avant = 0
apres = 0
[styles.li]
apres = 0
[styles.ol]
apres = 0
[styles.ul]
apres = 0
[styles.table]
taille = 10
interligne = 1.1
apres = 0
filets = "aucun"
[styles.caption]
apres = 0
avec_le_suivant = false
[styles.td]
marge_verticale = 0
[styles.th]
marge_verticale = 0
[styles.ensemble]
insecable = true
[styles.lie]
avec_le_suivant = true
[styles.loin]
avant = 22
[styles.gros]
taille = 72
[styles.deux]
colonnes = 2
[styles.header]
taille = 10
interligne = 1.1
[styles.donnees]
taille = 10
interligne = 1.1
marge_verticale = 0
avant = 0
apres = 0
"#;

static STYLE: LazyLock<StyleSheet> = LazyLock::new(|| sheet(SHEET));

pub(crate) fn sheet(text: &str) -> StyleSheet {
    let source = Source {
        name: "style.toml".into(),
        text: text.into(),
    };
    let reading = StyleSheet::read(&source, &|_| FileState::Missing);
    reading
        .sheet
        .unwrap_or_else(|| panic!("{:?}", reading.diagnostics))
}

#[track_caller]
pub(crate) fn laid(body: &str) -> Laid {
    laid_with(&STYLE, body)
}

pub(crate) fn laid_with(style: &StyleSheet, body: &str) -> Laid {
    let source = Source {
        name: "test.print.html".into(),
        text: format!(
            "<html lang=\"fr\"><head><title>Essai</title></head><body>{body}</body></html>"
        ),
    };
    let document = Document::parse(&source).unwrap_or_else(|faults| panic!("{faults:?}\n{body}"));
    let layout = lay_out(&document, style, &FONTS, &|_| None);
    let laid = Laid { document, layout };
    sound::nothing_is_lost(&laid);
    laid
}

/// What stands on each page, in the order of painting, repeated headers with it.
#[track_caller]
pub(crate) fn pages(body: &str) -> Vec<String> {
    let layout = &laid(body).layout;
    let foot = layout.pages[0].height.0 - STYLE.page.bottom.0;
    let all = texts(layout);
    assert!(all.iter().all(|text| text.baseline < foot), "{all:?}");
    let mut pages = vec![String::new(); layout.pages.len()];
    for Text { page, text, .. } in &all {
        pages[*page].extend(text.chars().filter(|sign| !sign.is_whitespace()));
    }
    pages
}

#[track_caller]
pub(crate) fn check(body: &str, expected: &[&str]) {
    assert_eq!(pages(body), expected, "{body}");
}

/// So many lines, each a paragraph.
pub(crate) fn filler(lines: usize) -> String {
    "<p>.</p>".repeat(lines)
}

/// A paragraph with each letter on a line of its own.
pub(crate) fn paragraph(letters: &str) -> String {
    format!("<p>{}</p>", lines(letters))
}

pub(crate) fn lines(letters: &str) -> String {
    let letters: Vec<String> = letters.chars().map(String::from).collect();
    letters.join("<br/>")
}

/// Each letter as a paragraph.
pub(crate) fn paragraphs(letters: &str) -> String {
    let letters = letters.chars();
    letters.map(|letter| format!("<p>{letter}</p>")).collect()
}

pub(crate) fn headings(letters: &str) -> String {
    let letters = letters.chars();
    letters.map(|letter| format!("<h1>{letter}</h1>")).collect()
}

/// A table of these rows, each of its cells.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let rows = rows.iter().map(|cells| {
        let cells = cells.iter().map(|cell| format!("<td>{cell}</td>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    });
    of_rows(&rows.collect::<String>())
}

pub(crate) fn of_rows(rows: &str) -> String {
    format!("<table><tbody>{rows}</tbody></table>")
}

#[test]
fn a_page_is_filled_to_its_last_line() {
    check(&paragraphs("abcdefghijkl"), &["abcdefghij", "kl"]);
    check(&paragraphs("abcdefghij"), &["abcdefghij"]);
}

/// Two lines of space are wanted above.
#[test]
fn no_space_stands_at_the_top_of_a_page() {
    let far = "<p class=\"loin\">k</p>";
    check(&(filler(7) + far + &paragraphs("lm")), &[".......k", "lm"]);
    check(&(filler(8) + far + "<p>l</p>"), &["........", "kl"]);
    let full = paragraphs("abcdefghij") + far + &paragraphs("lmnopqrst");
    check(&full, &["abcdefghij", "klmnopqrst"]);
    check(&table(&[&[&full]]), &["abcdefghij", "klmnopqrst"]);
    let longer = full + &paragraphs("uvw");
    check(&table(&[&[&longer]]), &["abcdefghij", "klmnopqrst", "uvw"]);
}

#[test]
fn a_paragraph_leaves_two_lines_on_both_pages() {
    for (above, letters, expected) in [
        (9, "abcd", [".........", "abcd"]),
        (8, "abcd", ["........ab", "cd"]),
        (7, "abcd", [".......ab", "cd"]),
        (7, "abcde", [".......abc", "de"]),
        (8, "abc", ["........", "abc"]),
        (9, "ab", [".........", "ab"]),
    ] {
        check(&(filler(above) + &paragraph(letters)), &expected);
    }
}

#[test]
fn a_heading_stays_with_two_lines_of_what_follows() {
    for (above, body, expected) in [
        (9, headings("T") + "<p>a</p>", [".........", "Ta"]),
        (8, headings("T") + &paragraph("abcd"), ["........", "Tabcd"]),
        (7, headings("T") + &paragraph("abcd"), [".......Tab", "cd"]),
        (
            7,
            headings("TUV") + &paragraph("abcd"),
            [".......", "TUVabcd"],
        ),
        // Headings in a part of their own stay with what follows it.
        (
            9,
            format!("<div>{}</div><p>a</p>", headings("T")),
            [".........", "Ta"],
        ),
    ] {
        check(&(filler(above) + &body), &expected);
    }
}

/// Where no place is good, a line alone is better than a heading without what it heads; where all are bad, the page is full.
#[test]
fn the_least_bad_end_is_taken() {
    let bound = format!("<p class=\"lie\">{}</p>", lines("ab"));
    check(
        &(headings("ABCDEF") + &bound + &headings("GHIJ") + "<p>k</p>"),
        &["ABCDEFa", "bGHIJk"],
    );
    check(
        &(headings("ABCDEFGHIJKL") + "<p>m</p>"),
        &["ABCDEFGHIJ", "KLm"],
    );
}

#[test]
fn what_is_kept_together_moves_as_a_whole() {
    let of = |element: &str, content: &str| {
        format!(
            "{}<{element} class=\"ensemble\">{content}</{element}>",
            filler(6)
        )
    };
    check(&of("p", &lines("abcdef")), &["......", "abcdef"]);
    check(
        &of("div", &(paragraph("abc") + &paragraph("def"))),
        &["......", "abcdef"],
    );
    let row = paragraphs("abcdef");
    check(&of("div", &table(&[&[&row]])), &["......", "abcdef"]);
    let rows = format!("<tr class=\"ensemble\"><td>{row}</td></tr>");
    check(&(filler(6) + &of_rows(&rows)), &["......", "abcdef"]);
}

/// Its lines would be cut two and two, as those of a text are.
#[test]
fn a_title_of_four_lines_is_not_cut() {
    let title = format!("<h1>{}</h1>", lines("TUVW"));
    let body = filler(8) + &title + "<p>a</p>";
    check(&body, &["........", "TUVWa"]);
    let cell = paragraphs("abcdefgh") + &title + "<p>i</p>";
    check(&table(&[&[&cell]]), &["abcdefgh", "TUVWi"]);
}

/// Header rows and two lines are no beginning of a table.
#[test]
fn a_table_begins_with_three_lines_at_the_foot_of_a_page() {
    let rows: String = "abcd"
        .chars()
        .map(|letter| format!("<tr><td>{letter}</td></tr>"))
        .collect();
    let table = format!(
        "<table><thead><tr><th scope=\"col\">H</th></tr></thead><tbody>{rows}</tbody></table>"
    );
    check(&(filler(7) + &table), &[".......", "Habcd"]);
    check(&(filler(6) + &table), &["......Habc", "Hd"]);
}

fn list_of(letters: &str) -> String {
    let rows: String = letters
        .chars()
        .map(|letter| format!("<tr><td>{letter}</td></tr>"))
        .collect();
    format!("<table class=\"deux\"><tbody>{rows}</tbody></table>")
}

/// Sixteen rows have room on the next page, in two columns of eight.
#[test]
fn a_list_in_columns_fills_the_page_before_it_goes_on() {
    let list = list_of("abcdefghijklmnop");
    check(&(filler(4) + &list), &["....abcdefghijkl", "mnop"]);
    check(&(filler(8) + &list), &["........", "abcdefghijklmnop"]);
    // Four rows at least go on together.
    check(&(filler(3) + &list), &["...abcdefghijkl", "mnop"]);
}

#[test]
fn a_last_page_of_a_line_is_given_another() {
    check(&paragraphs("abcdefghijk"), &["abcdefghi", "jk"]);
    check(&(filler(9) + &paragraph("ab")), &[".........", "ab"]);
}

/// Spaces of two lines each, of which a third may go.
#[test]
fn spaces_are_taken_in_for_a_last_page_of_a_line() {
    let far = |letters: &str| -> String {
        let letters = letters.chars();
        letters
            .map(|letter| format!("<p class=\"loin\">{letter}</p>"))
            .collect()
    };
    check(
        &("<p>a</p>".to_owned() + &far("bcd") + "<p>e</p>"),
        &["abcde"],
    );
    // Where it helps nothing, spaces stay as they are.
    let body = "<p>a</p>".to_owned() + &far("bcd") + "<p>e</p><p>f</p><p>g</p>";
    check(&body, &["abcd", "efg"]);
    let all = texts(&laid(&body).layout);
    let steps = all
        .windows(2)
        .take(3)
        .map(|pair| pair[1].baseline - pair[0].baseline);
    assert!(
        steps.into_iter().all(|step| (step - 33.0).abs() < 0.01),
        "{all:?}"
    );
}

#[test]
fn a_caption_stays_with_its_table() {
    let captioned =
        |rows: &str| format!("<table><caption>L</caption><tbody>{rows}</tbody></table>");
    let rows = "<tr><td>a</td></tr><tr><td>b</td></tr>";
    check(&(filler(9) + &captioned(rows)), &[".........", "Lab"]);
}

#[test]
fn the_mark_of_an_item_stays_with_the_table_that_begins_it() {
    let item = format!("<ol><li>{}</li></ol>", table(&[&["a"], &["b"]]));
    check(&(filler(9) + &item), &[".........", "1.ab"]);
}

/// Lists so deep that their numbers stand above the text, each on a line.
#[test]
fn numbers_above_a_text_stay_with_it() {
    let deep = (0..4).fold("z".to_owned(), |inner, _| {
        format!("<ol start=\"888888888\"><li>{inner}</li></ol>")
    });
    let numbers = "888888888.".repeat(4) + "z";
    for above in [6, 7, 8, 9] {
        let dots = ".".repeat(above);
        check(&(filler(above) + &deep), &[&dots, &numbers]);
    }
}

/// Lines of eleven points, and four between the last of the header and the first of the text.
#[test]
fn a_running_header_that_pushes_the_text_down_keeps_apart_from_it() {
    let laid = laid(&format!("<header><p>{}</p></header><p>d</p>", lines("abc")));
    let all = texts(&laid.layout);
    let seen: Vec<&Text> = all.iter().filter(|text| !text.is_blank()).collect();
    let steps = seen
        .windows(2)
        .map(|pair| pair[1].baseline - pair[0].baseline);
    let steps: Vec<f64> = steps.map(|step| (step * 100.0).round() / 100.0).collect();
    assert_eq!(steps, [11.0, 11.0, 15.0]);
}

/// A table with a head, and themes of so many rows, each with its title in the first column.
fn themes(themes: &[(&str, &str)]) -> String {
    let rows = themes.iter().map(|(title, letters)| {
        let rows = letters.chars().enumerate().map(|(at, letter)| {
            let title = format!("<td rowspan=\"{}\"><h2>{title}</h2></td>", letters.len());
            let title = if at == 0 { title } else { String::new() };
            format!("<tr>{title}<td>{letter}</td></tr>")
        });
        rows.collect::<String>()
    });
    format!(
        "<h1>T</h1><table><thead><tr><th scope=\"col\">H</th><th scope=\"col\">I</th></tr></thead><tbody>{}</tbody></table>",
        rows.collect::<String>()
    )
}

/// The title comes again below the head, as decoration; not where the theme begins with the page.
#[test]
fn a_theme_that_goes_on_says_so() {
    let body = themes(&[("1. Eau", "abcdefghijk"), ("2. Abris", "lm")]);
    let seen = pages(&body);
    assert!(seen[0].starts_with("THI1.Eauabc"), "{seen:?}");
    assert!(seen[1].starts_with("HI1.Eau(suite)"), "{seen:?}");
    assert!(!seen.concat().contains("2.Abris(suite)"), "{seen:?}");
    let all = texts(&laid(&body).layout);
    let said: Vec<&Text> = all
        .iter()
        .filter(|text| text.text.contains("(suite)"))
        .collect();
    assert!(said.iter().all(|text| text.element().is_none()), "{said:?}");
    let begins = themes(&[("1. Eau", "abcdefg"), ("2. Abris", "lmnopqr")]);
    let seen = pages(&begins);
    assert!(seen[1].starts_with("HI2.Abrislm"), "{seen:?}");
}
