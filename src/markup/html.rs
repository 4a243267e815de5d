//! The tree as HTML, or as the XHTML of the printed page.

use super::lettered::are_lettered;
use super::links::{encode_address, is_itself};
use super::table_html::write_table;
use super::{Block, Inline, Item};
use crate::escaping::{Quotes, push_escaped};
use crate::french::typography::raised_letters;

/// Who reads the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// A browser.
    Screen,
    /// The layout of the PDF, which reads XML; on paper no title of a link shows up under a mouse.
    Paper,
}

/// The blocks as HTML, one line for each block or item. An item with one paragraph prints it without `<p>`.
pub fn to_html(blocks: &[Block]) -> String {
    written(blocks, false, Medium::Screen)
}

/// As [`to_html`], but a paragraph that stands alone is printed without `<p>`.
pub fn inline_html(blocks: &[Block]) -> String {
    written(blocks, blocks.len() == 1, Medium::Screen)
}

/// As [`to_html`], in the subset of XHTML that is printed; the title of a link follows it in brackets.
pub fn to_xhtml(blocks: &[Block]) -> String {
    written(blocks, false, Medium::Paper)
}

/// As [`inline_html`], in the subset of XHTML that is printed.
pub fn inline_xhtml(blocks: &[Block]) -> String {
    written(blocks, blocks.len() == 1, Medium::Paper)
}

fn written(blocks: &[Block], bare: bool, medium: Medium) -> String {
    let mut html = String::new();
    write_blocks(&mut html, blocks, bare, medium);
    html
}

fn write_blocks(html: &mut String, blocks: &[Block], bare: bool, medium: Medium) {
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            html.push('\n');
        }
        match block {
            Block::Paragraph(inlines) if bare => write_inlines(html, inlines, medium),
            Block::Paragraph(inlines) => {
                html.push_str("<p>");
                write_inlines(html, inlines, medium);
                html.push_str("</p>");
            }
            Block::List { items, ordered } => write_list(html, items, *ordered, medium),
            Block::Table(table) => write_table(html, table, medium),
        }
    }
}

fn write_list(html: &mut String, items: &[Item], ordered: bool, medium: Medium) {
    let mut expected = items.first().and_then(|item| item.number).unwrap_or(1);
    match (ordered, expected) {
        (false, _) if are_lettered(items) => html.push_str("<ul class=\"lettres\">"),
        (false, _) => html.push_str("<ul>"),
        (true, 1) => html.push_str("<ol>"),
        (true, start) => html.push_str(&format!("<ol start=\"{start}\">")),
    }
    for item in items {
        html.push_str("\n<li");
        if let Some(number) = item.number.filter(|number| *number != expected) {
            html.push_str(&format!(" value=\"{number}\""));
            expected = number;
        }
        expected = expected.saturating_add(1);
        html.push('>');
        let paragraphs = item
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Paragraph(_)))
            .count();
        write_blocks(html, &item.blocks, paragraphs == 1, medium);
        html.push_str("</li>");
    }
    html.push_str(if ordered { "\n</ol>" } else { "\n</ul>" });
}

/// Whether a link shows its own address.
fn says(content: &[Inline], href: &str) -> bool {
    matches!(content, [Inline::Text(text)] if is_itself(href, text))
}

pub(super) fn write_inlines(html: &mut String, inlines: &[Inline], medium: Medium) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => push_raised(html, text),
            Inline::Emphasis(content) => write_element(html, "em", content, medium),
            Inline::Strong(content) => write_element(html, "strong", content, medium),
            Inline::Link {
                href,
                title,
                content,
            } => {
                // On paper the address follows the words that do not say it: the style sheet of the page knows them by this.
                let has_words = medium == Medium::Screen && !says(content, href);
                html.push_str(if has_words {
                    "<a class=\"mots\" href=\""
                } else {
                    "<a href=\""
                });
                push_escaped(html, &encode_address(href), Quotes::Any);
                if let Some(title) = title.as_ref().filter(|_| medium == Medium::Screen) {
                    html.push_str("\" title=\"");
                    push_escaped(html, title, Quotes::Any);
                }
                html.push_str("\">");
                write_inlines(html, content, medium);
                html.push_str("</a>");
                if let Some(title) = title.as_ref().filter(|_| medium == Medium::Paper) {
                    html.push_str(" (");
                    push_raised(html, title);
                    html.push(')');
                }
            }
            Inline::SoftBreak => html.push('\n'),
            Inline::HardBreak => html.push_str(match medium {
                Medium::Screen => "<br>\n",
                Medium::Paper => "<br/>\n",
            }),
        }
    }
}

fn write_element(html: &mut String, name: &str, content: &[Inline], medium: Medium) {
    html.push_str(&format!("<{name}>"));
    write_inlines(html, content, medium);
    html.push_str(&format!("</{name}>"));
}

/// A text whose ordinals have their letters raised (`francais.md`, section ORD).
fn push_raised(html: &mut String, text: &str) {
    let mut end = 0;
    for raised in raised_letters(text) {
        push_escaped(html, &text[end..raised.start], Quotes::Any);
        html.push_str("<sup>");
        push_escaped(html, &text[raised.clone()], Quotes::Any);
        html.push_str("</sup>");
        end = raised.end;
    }
    push_escaped(html, &text[end..], Quotes::Any);
}
