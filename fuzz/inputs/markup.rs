//! The Markdown of a text field: printed as Markdown it is read as the same, and no output loses a letter.

use greffier::markup::{parse, to_html, to_markdown, to_markdown_cell, to_plain, to_xhtml};

pub(crate) fn survives(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let markup = parse(text);
    let markdown = to_markdown(&markup.blocks);
    let back = parse(&markdown);
    assert_eq!(back.blocks, markup.blocks, "read back from {markdown:?}");
    let html = to_html(&markup.blocks);
    assert!(holds(&html.replace("&amp;", "&"), text), "lost in {html:?}");
    assert!(!to_markdown_cell(&markup.blocks).contains('\n'));
    let _ = (to_plain(&markup.blocks), to_xhtml(&markup.blocks));
}

/// Whether the letters of a text stand in a longer one, in order.
fn holds(longer: &str, text: &str) -> bool {
    let mut letters = longer.chars();
    text.chars()
        .filter(|letter| letter.is_alphabetic())
        .all(|wanted| letters.any(|letter| letter == wanted))
}
