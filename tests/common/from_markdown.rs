//! The Markdown read as GitHub reads it (pulldown-cmark with tables), without a look at the program.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::document::{Action, Document, Participant, Theme, words};

/// What tells the parts apart: heads of the series, and how many links end the document.
pub(crate) struct Shape {
    pub(crate) agenda: String,
    pub(crate) participants: String,
    pub(crate) recommendations: String,
    pub(crate) owners: String,
    pub(crate) annexes: String,
    pub(crate) links: usize,
    /// Whether due dates have a column of their own.
    pub(crate) due_column: bool,
}

impl Shape {
    /// The heads of a series that chooses none.
    pub(crate) fn with_links(links: usize) -> Self {
        Self {
            agenda: "Points à l’ordre du jour".into(),
            participants: "Liste des participants".into(),
            recommendations: "Recommandations / Commentaires".into(),
            owners: "Responsable".into(),
            annexes: "Annexes".into(),
            links,
            due_column: false,
        }
    }
}

/// A block of the document's first level.
#[derive(Clone, Debug)]
enum Block {
    Heading(u32, String),
    /// Whether all of it is strong.
    Paragraph(String, bool),
    /// The items of its first level.
    List(Vec<String>),
    /// The rows below the head; `\n` stands for `<br>`.
    Table(Vec<Vec<String>>),
}

impl Block {
    fn text(&self) -> String {
        match self {
            Self::Heading(_, text) | Self::Paragraph(text, _) => text.clone(),
            Self::List(items) => items.join(" "),
            Self::Table(rows) => words(
                &rows
                    .concat()
                    .iter()
                    .map(|cell| without_bullets(cell))
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
        }
    }
}

/// A cell has no lists: its items are lines that begin with `•`.
fn without_bullets(cell: &str) -> String {
    let lines: Vec<&str> = cell
        .split('\n')
        .map(|line| line.strip_prefix("• ").unwrap_or(line))
        .collect();
    lines.join(" ")
}

/// The words of a whole document.
pub(crate) fn whole_text(markdown: &str) -> String {
    let blocks: Vec<String> = read(markdown).0.iter().map(Block::text).collect();
    blocks.join(" ")
}

fn read(markdown: &str) -> (Vec<Block>, Vec<String>) {
    let mut blocks = Vec::new();
    let mut addresses = Vec::new();
    let mut text = String::new();
    let (mut depth, mut strong_depth, mut all_strong) = (0_usize, 0_usize, true);
    let (mut items, mut rows, mut row): (Vec<String>, Vec<Vec<String>>, Vec<String>) =
        Default::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let scheme = if link_type == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                addresses.push(format!("{scheme}{dest_url}"));
            }
            Event::Start(Tag::Strong) => strong_depth += 1,
            Event::End(TagEnd::Strong) => strong_depth -= 1,
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis | TagEnd::Link) => {}
            Event::Start(
                Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::HtmlBlock,
            )
            | Event::Code(_) => {
                panic!("{event:?}, which no minutes hold, in\n{markdown}")
            }
            Event::Start(_) => {
                if depth == 0 {
                    (text, all_strong) = (String::new(), true);
                }
                depth += 1;
                text.push(' ');
            }
            Event::End(end) => {
                depth -= 1;
                text.push(' ');
                match end {
                    TagEnd::Heading(level) if depth == 0 => {
                        blocks.push(Block::Heading(number(level), words(&text)))
                    }
                    TagEnd::Paragraph if depth == 0 => {
                        blocks.push(Block::Paragraph(words(&text), all_strong))
                    }
                    TagEnd::Item if depth == 1 => items.push(words(&std::mem::take(&mut text))),
                    TagEnd::List(_) if depth == 0 => {
                        blocks.push(Block::List(std::mem::take(&mut items)))
                    }
                    TagEnd::TableCell => row.push(std::mem::take(&mut text).trim().to_owned()),
                    TagEnd::TableHead => row.clear(),
                    TagEnd::TableRow => rows.push(std::mem::take(&mut row)),
                    TagEnd::Table => blocks.push(Block::Table(std::mem::take(&mut rows))),
                    _ => {}
                }
            }
            Event::Text(piece) => {
                all_strong &= strong_depth > 0;
                text.push_str(&piece);
            }
            // Between the last theme and an end that has no heading of its own.
            Event::Rule if depth == 0 => {}
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::InlineHtml(html) => {
                assert_eq!(&*html, "<br>", "raw HTML in\n{markdown}");
                text.push('\n');
            }
            other => panic!("{other:?}, which no minutes hold, in\n{markdown}"),
        }
    }
    (blocks, addresses)
}

fn number(level: HeadingLevel) -> u32 {
    level as u32
}

pub(crate) fn document(markdown: &str, shape: &Shape) -> Document {
    let (blocks, addresses) = read(markdown);
    let mut document = Document {
        headings: blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(level, text) => Some((*level, text.clone())),
                _ => None,
            })
            .collect(),
        addresses,
        ..Document::default()
    };
    let mut rest = blocks.as_slice();
    let links = rest.len() - shape.links;
    document.links = rest[links..].iter().map(Block::text).collect();
    rest = &rest[..links];
    if let [Block::Paragraph(mark, true), Block::Heading(1, _), ..] = rest {
        document.mark.clone_from(mark);
        rest = &rest[1..];
    }
    let mut sections = Vec::new();
    for block in rest {
        match block {
            Block::Heading(level, text) => sections.push((*level, text.clone(), Vec::new())),
            other => sections
                .last_mut()
                .expect("a title first")
                .2
                .push(other.clone()),
        }
    }
    for (level, title, blocks) in sections {
        let mut blocks = take_next_meeting(blocks, &mut document.next);
        match level {
            1 => {
                document.title = title;
                head(blocks, &mut document);
            }
            2 if title == words(&shape.agenda) => {
                let Block::List(items) = blocks.remove(0) else {
                    panic!("the agenda is a list")
                };
                document.agenda = items;
                document.adoption = joined(&blocks);
            }
            2 if title == words(&shape.participants) => {
                let [Block::Table(rows)] = blocks.as_slice() else {
                    panic!("the participants are a table")
                };
                document.participants = rows.iter().map(|row| participant(row)).collect();
            }
            2 if title == "Thèmes traités" => {
                assert!(blocks.is_empty(), "{blocks:?} before the first theme")
            }
            2 if title == "Signatures" => {
                for block in &blocks {
                    match block {
                        Block::List(items) => document.signatures.clone_from(items),
                        other => document.signed_at = other.text(),
                    }
                }
            }
            2 if title == "Notes" => document.notes = joined(&blocks),
            2 if title == words(&shape.annexes) => {
                let [Block::List(items)] = blocks.as_slice() else {
                    panic!("the annexes are a list")
                };
                document.annexes.clone_from(items);
            }
            2 => {
                let [Block::List(items)] = blocks.as_slice() else {
                    panic!("{title} is no list of absences: {blocks:?}")
                };
                document.absences.push((title, items.clone()));
            }
            _ => document.themes.push(theme(title, &blocks, shape)),
        }
    }
    document
}

/// The sentence on the next meeting has no heading of its own.
fn take_next_meeting(mut blocks: Vec<Block>, next: &mut String) -> Vec<Block> {
    if let Some(Block::Paragraph(text, true)) = blocks.last()
        && text.starts_with("Prochaine réunion")
    {
        next.clone_from(text);
        blocks.pop();
    }
    blocks
}

/// What stands before the first part.
fn head(blocks: Vec<Block>, document: &mut Document) {
    let mut after_opening = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text, _)
                if document.opening.is_empty() && text.starts_with("L’an ") =>
            {
                document.opening = text
            }
            block if !document.opening.is_empty() => after_opening.push(block),
            Block::List(items) => document.authors = items,
            other => document.head.push(other.text()),
        }
    }
    document.adoption = joined(&after_opening);
}

fn joined(blocks: &[Block]) -> String {
    blocks.iter().map(Block::text).collect::<Vec<_>>().join(" ")
}

fn participant(row: &[String]) -> Participant {
    let [number, name, organisation] = row else {
        panic!("a participant has three cells: {row:?}")
    };
    Participant {
        number: words(number),
        name: words(name),
        organisation: words(organisation),
    }
}

fn theme(title: String, blocks: &[Block], shape: &Shape) -> Theme {
    let mut theme = Theme {
        title,
        ..Theme::default()
    };
    let mut rest = blocks;
    if let [Block::Paragraph(text, false), after @ ..] = rest
        && text.starts_with("Point ")
        && text.ends_with(" de l’ordre du jour")
    {
        theme.agenda_item.clone_from(text);
        rest = after;
    }
    let is_label = |block: &Block, label: &str| matches!(block, Block::Paragraph(text, true) if *text == words(label));
    if let [before @ .., label, Block::List(owners)] = rest
        && is_label(label, &shape.owners)
    {
        theme.owners = owners.join(", ");
        rest = before;
    }
    if let [before @ .., Block::Table(rows)] = rest {
        theme.actions = rows.iter().map(|row| action(row, shape)).collect();
        rest = before;
    }
    let opinions = rest
        .iter()
        .position(|block| is_label(block, &shape.recommendations));
    let (discussion, opinions) = match opinions {
        Some(index) => (&rest[..index], &rest[index + 1..]),
        // Decisions alone have only their own head.
        None => {
            let is_head =
                |block: &Block| is_label(block, "Décision") || is_label(block, "Décisions");
            rest.split_at(rest.iter().position(is_head).unwrap_or(rest.len()))
        }
    };
    theme.discussion = joined(discussion);
    theme.opinions = joined(opinions);
    theme
}

/// Text, owners and, where an action of the theme has one, due date and status. In the text, items begin with `•`.
fn action(row: &[String], shape: &Shape) -> Action {
    let (text, owners, follow_up) = match row {
        [text, owners, due] if shape.due_column => (text, owners, vec![("Délai", due)]),
        [text, owners, due, status] if shape.due_column => {
            (text, owners, vec![("Délai", due), ("Statut", status)])
        }
        [text, owners] => (text, owners, Vec::new()),
        [text, owners, due, status] => (text, owners, vec![("Échéance", due), ("Statut", status)]),
        _ => panic!("an action has two or four cells: {row:?}"),
    };
    Action {
        text: words(&without_bullets(text)),
        follow_up: follow_up
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| words(&format!("{label}\u{a0}: {value}")))
            .collect(),
        owners: words(owners),
    }
}
