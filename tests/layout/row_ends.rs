//! Where a page ends within a table, rule by rule, on the pages of ten lines of `page_ends`.

use crate::page_ends::{
    check, filler, headings, laid, lines, of_rows, pages, paragraph, paragraphs, table,
};
use crate::view::{Text, texts};

#[test]
fn a_row_of_four_lines_is_not_cut_and_one_of_five_is() {
    let after = |above: usize, row: &str| filler(above) + &table(&[&[row]]);
    check(&after(7, &paragraphs("abcd")), &[".......", "abcd"]);
    check(&after(8, &paragraphs("abcd")), &["........", "abcd"]);
    check(&after(7, &paragraphs("abcde")), &[".......abc", "de"]);
}

#[test]
fn a_row_leaves_two_lines_on_both_pages() {
    let after = |above: usize, row: &str| filler(above) + &table(&[&[row]]);
    check(&after(9, &paragraphs("abcdef")), &[".........", "abcdef"]);
    check(&after(8, &paragraphs("abcdef")), &["........ab", "cdef"]);
    check(&after(5, &paragraphs("abcdef")), &[".....abcd", "ef"]);
    // Nor one where what follows fills that page.
    let amid = |row: &str| after(5, row) + &filler(5);
    check(&amid(&paragraphs("abcdef")), &[".....abcd", "ef....."]);
    // The line that joins the last one must not leave another alone.
    let pairs = paragraph("ab") + &paragraph("cd") + "<p>e</p>";
    check(&after(6, &pairs), &["......ab", "cde"]);
    check(&(after(6, &pairs) + &filler(5)), &["......ab", "cde....."]);
    // A paragraph in a cell is no worse off for a longer neighbour.
    let row = table(&[&[&paragraphs("abcdef"), &paragraph("uvwxyz")]]);
    check(&(filler(5) + &row), &[".....abcdeuvwx", "fyz"]);
    check(
        &(filler(5) + &row + &filler(5)),
        &[".....abcdeuvwx", "fyz....."],
    );
}

#[test]
fn every_cell_of_a_row_begins_on_the_page_where_it_does() {
    let row = table(&[&[&paragraphs("abcdef"), &paragraph("xyz")]]);
    check(&(filler(8) + &row), &["........", "abcdefxyz"]);
    // Nor does a row begin beside a cell that covers more of them and finds no room.
    let rows = format!(
        "<tr><td rowspan=\"2\">{}</td><td>{}</td></tr><tr><td>z</td></tr>",
        paragraph("abc"),
        paragraphs("xy")
    );
    check(&(filler(8) + &of_rows(&rows)), &["........", "abcxyz"]);
}

/// A cell that covers rows flows on beside one that is moved, and does not make it a long one.
#[test]
fn what_flows_beside_a_moved_row_fills_the_page() {
    let beside = |cell: &str| {
        let rows = format!(
            "<tr><td rowspan=\"2\">{cell}</td><td>{}</td></tr><tr><td>{}</td></tr>",
            paragraphs("uvw"),
            paragraphs("wxyz")
        );
        filler(4) + &of_rows(&rows)
    };
    let pages_of = |cell: &str| {
        pages(&beside(cell)).into_iter().map(|page| {
            let mut letters: Vec<char> = page.chars().collect();
            letters.sort_unstable();
            letters.into_iter().collect::<String>()
        })
    };
    let found: Vec<String> = pages_of(&paragraphs("abcdefghijkl")).collect();
    assert_eq!(found, ["....abcdefuvw", "ghijklwxyz"]);
    // Nor is a short row moved that fits beside it.
    let rows = format!(
        "<tr><td rowspan=\"2\">{}</td><td>x</td></tr><tr><td>y</td></tr>",
        paragraphs("abcdefghijkl")
    );
    check(&(filler(4) + &of_rows(&rows)), &["....abcdefxy", "ghijkl"]);
    let found: Vec<String> = pages_of(&(paragraph("abc") + &paragraph("defghi"))).collect();
    assert_eq!(found, ["....abcdefuvw", "ghiwxyz"]);
    let found: Vec<String> = pages_of(&(paragraph("abcd") + &paragraph("efg"))).collect();
    assert_eq!(found, ["....abcduvw", "efgwxyz"]);
}

/// Tied to all that stands above it, a table is rather cut than parted from its headings.
#[test]
fn a_table_is_cut_before_its_heading_is_left() {
    let row = paragraph("abcd");
    check(
        &(headings("ABCDEFG") + &table(&[&[&row]])),
        &["ABCDEFGab", "cd"],
    );
    // Of places that are no good, one that leaves a line alone is the better.
    let bound = format!("<p class=\"lie\">a</p><p class=\"lie\">{}</p>", lines("bc"));
    let row = bound + &headings("D") + "<p>e</p>";
    check(
        &(headings("ABCDEF") + &table(&[&[&row]])),
        &["ABCDEFab", "cDe"],
    );
    // A line that is too high for the room left is not set over the foot of the page.
    let high = table(&[&["<p class=\"gros\">g</p>"]]);
    check(&(headings("ABCDEF") + &high), &["ABCDEF", "g"]);
    // It may leave what is not tied to it.
    let rows = format!(
        "<tr class=\"ensemble\"><td>{}</td></tr>",
        paragraphs("abcdefghij")
    );
    check(&(filler(1) + &of_rows(&rows)), &[".", "abcdefghij"]);
    let rows = format!(
        "<tr class=\"ensemble\"><td>{}</td></tr>",
        paragraphs("abcdefghi")
    );
    let body = filler(1) + &headings("T") + &of_rows(&rows);
    check(&body, &[".", "Tabcdefghi"]);
}

/// A row of headings over all columns begins on the page of the row that follows, and so do several of them.
#[test]
fn a_row_of_headings_stays_with_the_next_one() {
    let rows = |letters: &str| -> String {
        let rows = letters.chars();
        rows.map(|letter| format!("<tr><td>{letter}</td><td></td></tr>"))
            .collect()
    };
    let headed = |letters: &str| format!("<tr><td colspan=\"2\">{}</td></tr>", headings(letters));
    let last = format!("<tr><td>{}</td><td></td></tr>", paragraphs("wxyz"));
    let body = |before: &str, heads: &[&str]| {
        let heads: String = heads.iter().map(|head| headed(head)).collect();
        of_rows(&(rows(before) + &heads + &last))
    };
    check(&body("abcdefgh", &["H"]), &["abcdefgh", "Hwxyz"]);
    check(&body("abcdefg", &["H", "I"]), &["abcdefg", "HIwxyz"]);
    // With room for the row, nothing moves.
    check(&body("abcde", &["H"]), &["abcdeHwxyz"]);
    // A heading beside another cell is no heading of what follows.
    let beside = format!("<tr><td>{}</td><td>b</td></tr>", headings("H"));
    let body = of_rows(&(rows("abcdefgh") + &beside + &last));
    check(&body, &["abcdefghHb", "wxyz"]);
}

#[test]
fn a_header_comes_again_unless_it_takes_half_of_the_page() {
    let headed = |head: &str, rows: &str| {
        let rows = rows.chars().map(|row| format!("<tr><td>{row}</td></tr>"));
        let rows: String = rows.collect();
        format!("<table><thead><tr><th>{head}</th></tr></thead><tbody>{rows}</tbody></table>")
    };
    check(
        &headed(&lines("ABCDE"), "abcdefg"),
        &["ABCDEabcde", "ABCDEfg"],
    );
    check(&headed(&lines("ABCDEF"), "abcdefg"), &["ABCDEFabcd", "efg"]);
    // Nor where a line beside it is too high for one page with it.
    let high = headed(&lines("ABCD"), "xy").replace('x', "<p class=\"gros\">g</p>");
    check(&high, &["ABCD", "gy"]);
    // It does not stay behind alone, whether rows follow or not.
    check(
        &(filler(8) + &headed(&lines("AB"), "ab")),
        &["........", "ABab"],
    );
    check(
        &(filler(8) + &headed(&lines("ABC"), "")),
        &["........", "ABC"],
    );
}

#[test]
fn the_header_of_a_table_in_a_cell_has_its_room_on_each_page() {
    let rows: String = ('a'..='w')
        .map(|row| format!("<tr><td>{row}</td></tr>"))
        .collect();
    let data = format!(
        "<table class=\"donnees\"><thead><tr><th>A</th></tr></thead><tbody>{rows}</tbody></table>"
    );
    check(&table(&[&[&data]]), &["Aabcdefghi", "Ajklmnopqr", "Astuvw"]);
}

/// As the source has its participants: 1 to 8, then 9 to 17.
#[test]
fn of_rows_in_two_columns_the_last_column_has_one_more() {
    let rows = table(&[&["a"], &["b"], &["c"], &["d"], &["e"]]);
    let laid = laid(&rows.replacen("<table>", "<table class=\"deux\">", 1));
    let all = texts(&laid.layout);
    let middle = laid.layout.pages[0].width.0 / 2.0;
    let (left, right): (Vec<&Text>, Vec<&Text>) = all.iter().partition(|text| text.left < middle);
    let read = |side: Vec<&Text>| -> String { side.iter().map(|text| text.text.trim()).collect() };
    assert_eq!((read(left), read(right)), ("ab".into(), "cde".into()));
}
