//! The Markdown of a text field: printed as Markdown it is read as the same, and no output loses a letter.

use std::collections::BTreeMap;

use greffier::markup::{
    holds_table, parse, to_html, to_markdown_cell, to_own_markdown, to_plain, to_xhtml,
};

pub fn survives(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let markup = parse(text);
    let markdown = to_own_markdown(&markup.blocks);
    let back = parse(&markdown);
    assert_eq!(back.blocks, markup.blocks, "read back from {markdown:?}");
    let html = to_html(&markup.blocks);
    assert!(holds(&html, &without_marks(text)), "lost in {html:?}");
    assert!(!to_markdown_cell(&markup.blocks).contains('\n'));
    let _ = (
        to_plain(&markup.blocks),
        to_xhtml(&markup.blocks),
        holds_table(text),
    );
}

/// A text without the letters that mark an item in Word, and without the line ends of a table's cell.
fn without_marks(text: &str) -> String {
    // Spaces may stand before the tab.
    let mut text = text.to_owned();
    while text.contains(" \t") {
        text = text.replace(" \t", "\t");
    }
    let breaks = ["<br", "<Br", "<bR", "<BR"];
    let breaks = breaks.map(|tag| ["", "/", " /"].map(|end| format!("{tag}{end}>")));
    let items = ["o\t", "v\t", "q\t", "Ø\t", "ü\t"].map(str::to_owned);
    breaks
        .into_iter()
        .flatten()
        .chain(items)
        .fold(text, |text, mark| text.replace(&mark, " "))
}

/// Whether each letter of a text stands in another at least as often: the address of a link comes before its words.
fn holds(longer: &str, text: &str) -> bool {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for letter in longer.chars() {
        *counts.entry(letter).or_default() += 1;
    }
    let mut wanted = text.chars().filter(|letter| letter.is_alphabetic());
    wanted.all(|letter| match counts.get_mut(&letter) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    })
}
