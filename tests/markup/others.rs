//! Readers of Markdown that do not know our rules see the same text, and no other markup.

use greffier::markup::{Block, Inline, escape_markdown, parse, to_markdown, to_markdown_cell};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::signs::BULLETS;

/// What ends a line for one reader or another.
pub(crate) const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// The text that a reader of `CommonMark` with tables sees in one kind of place.
fn text_in(markdown: &str, place: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_))
                if place == "heading" => {}
            Event::Start(Tag::List(_) | Tag::Item) | Event::End(TagEnd::List(_) | TagEnd::Item)
                if place == "item" => {}
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableCell) if place == "cell" => {}
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableCell)
                if place == "cell" => {}
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
                if place == "paragraph" => {}
            Event::Text(part) => text.push_str(&part),
            other => text.push_str(&format!("<{other:?}>")),
        }
    }
    text
}

/// The characters of a tree as a reader sees them, block after block.
fn text_of_blocks(blocks: &[Block], line_end: &str, text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => text_of_inlines(inlines, line_end, text),
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| text_of_blocks(&item.blocks, line_end, text)),
            Block::Table(table) => table
                .head
                .iter()
                .chain(table.rows.iter().flatten())
                .for_each(|cell| text_of_inlines(cell, line_end, text)),
        }
    }
}

fn text_of_inlines(inlines: &[Inline], line_end: &str, text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) => text.push_str(part),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                text_of_inlines(content, line_end, text);
            }
            Inline::SoftBreak | Inline::HardBreak => text.push_str(line_end),
        }
    }
}

/// Where a text that is no list looks like one of Word, a backslash before the mark tells us so; others see it.
fn without_backslash_before_marks(text: &str) -> String {
    let is_mark = |one: char| BULLETS.contains(one) || ('\u{f020}'..='\u{f0ff}').contains(&one);
    let mut plain = String::new();
    for one in text.chars() {
        if is_mark(one) {
            plain.truncate(plain.trim_end_matches('\\').len());
        }
        plain.push(one);
    }
    plain
}

/// A reader without our rules, who knows tables and strikethrough, sees the same characters and no other markup.
pub(crate) fn others_read_the_same(input: &str) -> Result<(), TestCaseError> {
    let markup = parse(input);
    let mut wanted = String::new();
    text_of_blocks(&markup.blocks, "\n", &mut wanted);
    let markdown = to_markdown(&markup.blocks);
    let mut seen = String::new();
    for event in Parser::new_ext(
        &markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Link { .. },
            ) => {}
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell) => {}
            Event::End(
                TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell,
            ) => {}
            Event::InlineHtml(tag) if &*tag == "<br>" => seen.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Item) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::Text(part) => seen.push_str(&part),
            Event::SoftBreak | Event::HardBreak => seen.push('\n'),
            other => seen.push_str(&format!("<{other:?}>")),
        }
    }
    prop_assert_eq!(
        without_backslash_before_marks(&seen),
        without_backslash_before_marks(&wanted),
        "markdown: {:?}",
        markdown
    );
    let cell = to_markdown_cell(&markup.blocks);
    let bare = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '•')
            .collect()
    };
    let mut seen = String::new();
    for event in Parser::new_ext(
        &format!("| {cell} |\n|---|\n"),
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableCell) => {}
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableCell) => {}
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::Text(part) => seen.push_str(&part),
            Event::InlineHtml(tag) if &*tag == "<br>" => {}
            other => seen.push_str(&format!("<{other:?}>")),
        }
    }
    let plain_cell = {
        let mut text = String::new();
        numbered_text(&markup.blocks, &mut text);
        text
    };
    prop_assert_eq!(bare(&seen), bare(&plain_cell), "cell: {:?}", cell);
    Ok(())
}

fn numbered_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => text_of_inlines(inlines, " ", text),
            Block::List { items, .. } => {
                for item in items {
                    text.push_str(
                        &item
                            .number
                            .map_or_else(String::new, |number| format!("{number}.")),
                    );
                    numbered_text(&item.blocks, text);
                }
            }
            Block::Table(table) => table.rows.iter().for_each(|row| {
                let told = table
                    .head
                    .iter()
                    .zip(row)
                    .filter(|pair| *pair != (&vec![], &vec![]));
                let mut part = "";
                for (head, cell) in told {
                    text.push_str(part);
                    part = ";";
                    text_of_inlines(head, " ", text);
                    text.push_str(if head.is_empty() { "" } else { ":" });
                    text_of_inlines(cell, " ", text);
                    text.push_str(if cell.is_empty() { "–" } else { "" });
                }
            }),
        }
    }
}

pub(crate) fn escaped_everywhere(text: &str) -> Result<(), TestCaseError> {
    let escaped = escape_markdown(text);
    let unified = text.replace("\r\n", " ").replace(LINE_ENDS, " ");
    let wanted = unified.trim_matches([' ', '\t']);
    if wanted.is_empty() {
        prop_assert!(escaped.trim().is_empty());
        return Ok(());
    }
    prop_assert_eq!(
        text_in(&escaped, "paragraph"),
        wanted,
        "paragraph {:?}",
        &escaped
    );
    prop_assert_eq!(
        text_in(&format!("# {escaped}"), "heading"),
        wanted,
        "heading {:?}",
        &escaped
    );
    prop_assert_eq!(
        text_in(&format!("- {escaped}"), "item"),
        wanted,
        "item {:?}",
        &escaped
    );
    let table = format!("| {escaped} |\n|---|\n");
    prop_assert_eq!(text_in(&table, "cell"), wanted, "cell {:?}", &escaped);
    Ok(())
}
