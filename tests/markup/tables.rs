//! The cases of tables.

use greffier::french::typography::Profile;
use greffier::markup::{
    Alignment, Block, Table, holds_table, parse, to_html, to_markdown, to_markdown_cell, to_plain,
    to_xhtml, typeset,
};

use crate::check;

#[track_caller]
fn table(input: &str) -> Table {
    match parse(input)
        .blocks
        .into_iter()
        .find(|block| matches!(block, Block::Table(_)))
    {
        Some(Block::Table(table)) => table,
        _ => panic!("no table in {input:?}"),
    }
}

#[track_caller]
fn check_text(input: &str) {
    let blocks = parse(input).blocks;
    assert!(
        blocks
            .iter()
            .all(|block| matches!(block, Block::Paragraph(_))),
        "{input:?} is read as {blocks:?}"
    );
}

const FIGURES: &str =
    "| Province | Cas | Avis |\n|---|---|:-:|\n| Gao | 1 204 | *oui* |\n| Kidal | – | a \\| b |";

#[test]
fn a_table_in_each_output() {
    let blocks = parse(FIGURES).blocks;
    assert_eq!(
        to_html(&blocks),
        "<div class=\"tableau\" role=\"group\" aria-label=\"Tableau\u{a0}: Province, Cas, Avis\" tabindex=\"0\">\
         <table class=\"donnees\">\n<thead>\n<tr><th scope=\"col\">Province</th><th scope=\"col\" class=\"droite\">Cas</th>\
         <th scope=\"col\" class=\"centre\">Avis</th></tr>\n</thead>\n<tbody>\n\
         <tr><td>Gao</td><td class=\"droite\">1 204</td><td class=\"centre\"><em>oui</em></td></tr>\n\
         <tr><td>Kidal</td><td class=\"droite\">–</td><td class=\"centre\">a | b</td></tr>\n\
         </tbody>\n</table></div>"
    );
    assert!(to_xhtml(&blocks).starts_with(
        "<table class=\"donnees\">\n<colgroup><col/><col/><col/></colgroup>\n<thead>\n<tr><th scope=\"col\">Province</th>"
    ));
    assert!(to_xhtml(&blocks).ends_with("</tbody>\n</table>"));
    assert_eq!(
        to_markdown(&blocks),
        "| Province | Cas | Avis |\n| --- | --: | :-: |\n| Gao | 1 204 | *oui* |\n| Kidal | – | a \\| b |"
    );
    assert_eq!(
        to_markdown_cell(&blocks),
        "Province\u{a0}: Gao\u{a0}; Cas\u{a0}: 1 204\u{a0}; Avis\u{a0}: *oui*<br>\
         Province\u{a0}: Kidal\u{a0}; Cas\u{a0}: –\u{a0}; Avis\u{a0}: a \\| b"
    );
    assert_eq!(
        to_plain(&blocks),
        "Province | Cas | Avis\nGao | 1 204 | oui\nKidal | – | a | b"
    );
}

#[test]
fn what_is_a_table_and_what_is_text() {
    for (input, columns) in [
        ("| a | b |\n|---|---|\n| c | d |", 2),
        ("a | b\n--|--\nc | d", 2),
        ("| a |\n|---|\n| b |", 1),
        // Right after a line of text.
        ("Le tableau :\n| a | b |\n|---|---|\n| c | d |", 2),
        ("Le tableau :\na | b\n--|--\nc | d", 2),
        // More cells in a row, in the head or in the line below it than elsewhere: the table is wider.
        ("| a | b |\n|---|---|\n| c | d | e |", 3),
        ("| a | b | c |\n|---|---|\n| d |", 3),
        ("| a | b |\n|---|---|---|\n| c | d |", 3),
        // In an item.
        ("- voir :\n\n  | a | b |\n  |---|---|\n  | c | d |", 2),
        ("| a | b |\r\n|---|---|\r\n| c | d |\r\n", 2),
    ] {
        assert_eq!(holds_table(input), Some(columns), "{input:?}");
    }
    for input in [
        "oui | non",
        "| a | b |",
        "| a | b |\n|---|---|",
        "a\n|---|---|",
        "| a | b |\n| c | d |",
        "> | a | b |\n> |---|---|\n> | c | d |",
        "a | b\n\n--|--\nc | d",
    ] {
        assert_eq!(holds_table(input), None, "{input:?}");
        check_text(input);
    }
    let wide = format!(
        "{}|\n{}|\n{}|",
        "| a ".repeat(41),
        "|---".repeat(41),
        "| b ".repeat(41)
    );
    check_text(&wide);
}

#[test]
fn a_line_without_a_bar_ends_a_table() {
    check(
        "| a |\n|---|\n| b |\nSuite *du* texte",
        "<div class=\"tableau\" role=\"group\" aria-label=\"Tableau\u{a0}: a\" tabindex=\"0\"><table class=\"donnees\">\n\
         <thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n<tr><td>b</td></tr>\n</tbody>\n</table></div>\n\
         <p>Suite <em>du</em> texte</p>",
        "| a |\n| --- |\n| b |\n\nSuite *du* texte",
    );
}

#[test]
fn a_row_has_a_head_where_it_has_data_enough() {
    let of_rows = |rows: usize| {
        let rows = "| Gao | 1 | 2 |\n".repeat(rows);
        to_html(&parse(&format!("| Cercle | Cas | Décès |\n|---|---|---|\n{rows}")).blocks)
    };
    assert!(of_rows(2).contains("<tr><td>Gao</td>"));
    assert!(of_rows(3).contains("<tr><th scope=\"row\">Gao</th>"));
}

#[test]
fn a_table_without_heads_names_its_rows() {
    let html = to_html(&parse("| | |\n|---|---|\n| Gao | 12 |\n| | 3 |").blocks);
    assert!(!html.contains("<thead>") && html.contains("aria-label=\"Tableau\""));
    assert!(html.contains(
        "<tr><th scope=\"row\">Gao</th><td class=\"droite\">12</td></tr>\n<tr><td></td>"
    ));
}

#[test]
fn figures_stand_on_the_right() {
    let alignment = |rule: &str, cells: &[&str]| {
        let rows: String = cells
            .iter()
            .map(|cell| format!("| {cell} | x |\n"))
            .collect();
        table(&format!("| a | b |\n|{rule}|---|\n{rows}")).alignments[0]
    };
    for cells in [
        &["12", "3"][..],
        &["1 204", "1\u{202f}204", "3,5", "1.5"],
        &["5 %", "12\u{a0}%", "5%"],
        &["+ 5", "−3", "- 2,5 %", "~10"],
        &["160 000 FCFA", "12 USD", "$ 300", "4 M€"],
        &["**12**", "", "–", "n.d."],
        &["45 (12 %)", "3 (1 %)"],
    ] {
        assert_eq!(alignment("---", cells), Alignment::End, "{cells:?}");
        assert_eq!(alignment(":--", cells), Alignment::Start, "{cells:?}");
        assert_eq!(alignment(":-:", cells), Alignment::Center, "{cells:?}");
    }
    for cells in [
        &["12", "Gao"][..],
        &["–", ""],
        &["3 écoles"],
        &["2026-03-17"],
        &["12/03"],
        &["S8"],
        &["10 h 30"],
    ] {
        assert_eq!(alignment("---", cells), Alignment::Start, "{cells:?}");
        assert_eq!(alignment("--:", cells), Alignment::End, "{cells:?}");
    }
}

#[test]
fn typography_runs_in_each_cell() {
    let blocks = typeset(
        parse("| Qui? | Combien |\n|---|---|\n| l'OIM | 160 000 FCFA |").blocks,
        Profile::Fine,
    );
    assert_eq!(
        to_plain(&blocks),
        "Qui\u{202f}? | Combien\nl’OIM | 160\u{202f}000\u{a0}FCFA"
    );
}

#[test]
fn tables_of_any_size_are_read_fast() {
    for piece in [
        "|",
        "| a ",
        "|-",
        "| a |\n",
        "|---|\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "\\|",
        "|\\",
    ] {
        let text = piece.repeat(20_000);
        let blocks = parse(&text).blocks;
        assert_eq!(parse(&to_markdown(&blocks)).blocks, blocks, "{piece:?}");
    }
    let ragged = format!(
        "| a |\n|---|\n|{}\n{}",
        "x|".repeat(39),
        "| b |\n".repeat(20_000)
    );
    assert_eq!(holds_table(&ragged), Some(39));
}
