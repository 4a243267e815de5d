//! The blocks of a Markdown file as GitHub reads it (pulldown-cmark with tables).

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::document::words;

/// A block of the document's first level.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    Heading(u32, String),
    /// Whether all of it is strong.
    Paragraph(String, bool),
    /// The items of its first level.
    List(Vec<String>),
    /// The rows, the head first; `\n` stands for `<br>`.
    Table(Vec<Vec<String>>),
    Rule,
}

impl Block {
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Heading(_, text) | Self::Paragraph(text, _) => text.clone(),
            Self::List(items) => items.join(" "),
            Self::Table(rows) => {
                let cells = rows.iter().flatten().map(|cell| without_bullets(cell));
                words(&cells.collect::<Vec<_>>().join(" "))
            }
            Self::Rule => String::new(),
        }
    }

    /// Whether it is that text, all of it strong.
    pub(crate) fn is_head(&self, head: &str) -> bool {
        matches!(self, Self::Paragraph(text, true) if text == head)
    }
}

pub(crate) fn joined(blocks: &[Block]) -> String {
    words(&blocks.iter().map(Block::text).collect::<Vec<_>>().join(" "))
}

/// A cell has no lists: its items are lines that begin with `•`.
pub(crate) fn without_bullets(cell: &str) -> String {
    let lines: Vec<&str> = cell
        .split('\n')
        .map(|line| line.strip_prefix("• ").unwrap_or(line))
        .collect();
    lines.join(" ")
}

/// The blocks, and the addresses of all links.
pub(crate) fn read(markdown: &str) -> (Vec<Block>, Vec<String>) {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.event(event, markdown);
    }
    (reader.blocks, reader.addresses)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    addresses: Vec<String>,
    text: String,
    depth: usize,
    strong_depth: usize,
    is_all_strong: bool,
    items: Vec<String>,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, markdown: &str) {
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let scheme = match link_type {
                    LinkType::Email => "mailto:",
                    _ => "",
                };
                self.addresses.push(format!("{scheme}{dest_url}"));
            }
            Event::Start(Tag::Strong) => self.strong_depth += 1,
            Event::End(TagEnd::Strong) => self.strong_depth -= 1,
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis | TagEnd::Link) => {}
            Event::Start(
                Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::HtmlBlock,
            )
            | Event::Code(_) => panic!("{event:?}, which no minutes hold, in\n{markdown}"),
            Event::Start(_) => {
                if self.depth == 0 {
                    self.text.clear();
                    self.is_all_strong = true;
                }
                self.depth += 1;
                self.text.push(' ');
            }
            Event::End(end) => {
                self.depth -= 1;
                self.text.push(' ');
                self.end(end);
            }
            Event::Text(piece) => {
                self.is_all_strong &= self.strong_depth > 0;
                self.text.push_str(&piece);
            }
            // Between the last theme and an end that has no heading of its own.
            Event::Rule if self.depth == 0 => self.blocks.push(Block::Rule),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::InlineHtml(html) => {
                assert_eq!(&*html, "<br>", "raw HTML in\n{markdown}");
                self.text.push('\n');
            }
            other => panic!("{other:?}, which no minutes hold, in\n{markdown}"),
        }
    }

    fn end(&mut self, end: TagEnd) {
        let is_outermost = self.depth == 0;
        match end {
            TagEnd::Heading(level) if is_outermost => {
                let text = words(&self.text);
                self.blocks.push(Block::Heading(level as u32, text));
            }
            TagEnd::Paragraph if is_outermost => {
                let text = words(&self.text);
                self.blocks.push(Block::Paragraph(text, self.is_all_strong));
            }
            TagEnd::Item if self.depth == 1 => {
                self.items.push(words(&std::mem::take(&mut self.text)));
            }
            TagEnd::List(_) if is_outermost => {
                self.blocks
                    .push(Block::List(std::mem::take(&mut self.items)));
            }
            TagEnd::TableCell => {
                let text = std::mem::take(&mut self.text);
                self.row.push(text.trim().to_owned());
            }
            TagEnd::TableHead | TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table if is_outermost => {
                self.blocks
                    .push(Block::Table(std::mem::take(&mut self.rows)));
            }
            // A table within an item is part of its text.
            TagEnd::Table => {
                let table = Block::Table(std::mem::take(&mut self.rows));
                self.text.push_str(&table.text());
            }
            _ => {}
        }
    }
}
