//! The Markdown of the text fields: tables of cases, then properties over random text.

#![allow(
    clippy::expect_used,
    reason = "a test fails by panicking, in its helpers too"
)]

#[path = "markup/github.rs"]
mod github;
#[path = "markup/others.rs"]
mod others;
#[path = "markup/page.rs"]
mod page;
#[path = "markup/properties.rs"]
mod properties;
#[path = "markup/random.rs"]
mod random;
#[path = "markup/scars.rs"]
mod scars;
#[path = "markup/signs.rs"]
mod signs;
#[path = "markup/subset.rs"]
mod subset;
#[path = "markup/tables.rs"]
mod tables;
#[path = "markup/word.rs"]
mod word;

use greffier::markup::{Block, Inline, parse, to_html, to_markdown, to_own_markdown, to_plain};

#[track_caller]
fn check(input: &str, html: &str, markdown: &str) {
    let markup = parse(input);
    assert_eq!(to_html(&markup.blocks), html, "HTML of {input:?}");
    let own = to_own_markdown(&markup.blocks);
    assert_eq!(own, markdown, "Markdown of {input:?}");
    assert_eq!(parse(markdown).blocks, markup.blocks, "{input:?} read back");
}

/// What is typed as plain prose comes out without a backslash.
#[track_caller]
fn check_untouched(text: &str) {
    let markup = parse(text);
    assert_eq!(
        markup.blocks,
        [Block::Paragraph(vec![Inline::Text(text.to_owned())])]
    );
    assert_eq!(to_markdown(&markup.blocks), text);
    assert_eq!(to_plain(&markup.blocks), text);
}
