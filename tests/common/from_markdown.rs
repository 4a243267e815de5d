//! The Markdown read as GitHub reads it, without a look at the program.

use super::document::{Action, Document, Heads, Participant, Theme, words};
use super::markdown_blocks::{Block, joined, read, without_bullets};
use super::people::{of_group, without_commas};

/// The words of a whole document.
pub(crate) fn whole_text(markdown: &str) -> String {
    joined(&read(markdown).0)
}

/// What stands below a heading; a rule is one of level 0.
struct Section {
    level: u32,
    title: String,
    blocks: Vec<Block>,
}

/// What the file says. What has no mark of its own in Markdown, as the sentence on the quorum, is told by its words in the
/// page.
pub(crate) fn document(markdown: &str, heads: &Heads, page: &Document) -> Document {
    let (mut blocks, addresses) = read(markdown);
    let level_and_text = |block: &Block| match block {
        Block::Heading(level, text) => Some((*level, text.clone())),
        _ => None,
    };
    let mut document = Document {
        headings: blocks.iter().filter_map(level_and_text).collect(),
        addresses,
        ..Document::default()
    };
    let links = blocks.len().saturating_sub(page.links.len());
    document.links = blocks.split_off(links).iter().map(Block::text).collect();
    if let [Block::Paragraph(mark, true), Block::Heading(1, _), ..] = blocks.as_slice() {
        document.mark.clone_from(mark);
        blocks.remove(0);
    }
    // The part in which one is: the last heading of the second level.
    let mut part = String::new();
    for section in sections(blocks) {
        if section.level == 2 {
            part.clone_from(&section.title);
        }
        read_section(section, &part, heads, page, &mut document);
    }
    document
}

fn sections(blocks: Vec<Block>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in blocks {
        let (level, title) = match block {
            Block::Heading(level, text) => (level, text),
            Block::Rule => (0, String::new()),
            other => {
                let section = sections.last_mut().expect("a title first");
                section.blocks.push(other);
                continue;
            }
        };
        sections.push(Section {
            level,
            title,
            blocks: Vec::new(),
        });
    }
    sections
}

fn read_section(
    section: Section,
    part: &str,
    heads: &Heads,
    page: &Document,
    document: &mut Document,
) {
    let Section {
        level,
        title,
        mut blocks,
    } = section;
    // The end has no heading of its own; a theme does not hold it.
    if level < 3 {
        document.closing += &taken(&mut blocks, &page.closing);
        document.next += &taken(&mut blocks, &page.next);
    }
    match level {
        0 => assert!(blocks.is_empty(), "{blocks:?} after the themes"),
        1 => {
            document.title = title;
            head(blocks, page, document);
        }
        2 if title == heads.objective => {
            document.quorum += &taken(&mut blocks, &page.quorum);
            document.objective = joined(&blocks);
        }
        2 if title == heads.agenda => {
            document.agenda = list(blocks.remove(0));
            document.adoption = joined(&blocks);
        }
        2 if title == heads.topics => {
            assert!(blocks.is_empty(), "{blocks:?} before the first theme");
        }
        2 if title.starts_with("Approbation d") => document.approval = joined(&blocks),
        2 if title == heads.follow_up => follow_up(&blocks, document),
        3 if part == heads.follow_up => follow_up(&blocks, document),
        2 if title == heads.notes => document.notes = joined(&blocks),
        2 if title == heads.annexes => document.annexes = list(blocks.remove(0)),
        2 if title == heads.signatures => {
            for block in blocks {
                match block {
                    Block::List(items) => document.signatures = items,
                    other => document.signed_at = other.text(),
                }
            }
        }
        2 if title == heads.participants => present("", &blocks, document),
        3 if part == heads.participants => present(&title, &blocks, document),
        2 if blocks.is_empty() => document.absences.push((title, Vec::new())),
        2 => document.absences.push((title, list(blocks.remove(0)))),
        3 if document.absences.iter().any(|(absent, _)| absent == part) => {
            let list = list(blocks.remove(0));
            document.absences.push((format!("{part}, {title}"), list));
        }
        3 => document.themes.push(theme(title, &blocks, heads)),
        _ => {
            let whole = document
                .themes
                .last_mut()
                .expect("a theme has its title first");
            whole.parts.push(theme(title, &blocks, heads));
        }
    }
}

/// The paragraph of that text, taken out.
fn taken(blocks: &mut Vec<Block>, text: &str) -> String {
    let is_it = |block: &Block| matches!(block, Block::Paragraph(other, _) if other == text);
    match blocks.iter().position(is_it) {
        Some(place) => blocks.remove(place).text(),
        None => String::new(),
    }
}

fn list(block: Block) -> Vec<String> {
    match block {
        Block::List(items) => items,
        other => panic!("{other:?} is no list"),
    }
}

/// What stands before the first part.
fn head(mut blocks: Vec<Block>, page: &Document, document: &mut Document) {
    for line in &page.head {
        document.head.push(taken(&mut blocks, line));
    }
    document.opening = taken(&mut blocks, &page.opening);
    document.quorum = taken(&mut blocks, &page.quorum);
    let mut rest = Vec::new();
    for block in blocks {
        match block {
            Block::Table(rows) => document.grid = rows[1..].iter().map(|row| pair(row)).collect(),
            Block::List(items) if !page.authors.is_empty() && document.authors.is_empty() => {
                document.authors = items;
            }
            other => rest.push(other),
        }
    }
    document.adoption = joined(&rest);
}

fn follow_up(blocks: &[Block], document: &mut Document) {
    for block in blocks {
        let Block::Table(rows) = block else {
            panic!("{block:?} is no table of action points");
        };
        let rows = rows[1..].iter();
        let cells = rows.map(|row| row.iter().map(|cell| without_commas(cell)).collect());
        document.follow_up.extend(cells);
    }
}

fn pair(row: &[String]) -> (String, String) {
    let [label, value] = row else {
        panic!("a row of the grid has two cells: {row:?}")
    };
    (words(label), words(value))
}

fn present(group: &str, blocks: &[Block], document: &mut Document) {
    for block in blocks {
        match block {
            Block::Table(rows) => {
                let rows = rows.iter().skip(1);
                document
                    .participants
                    .extend(rows.map(|row| participant(group, row)));
            }
            other => document.present.push(of_group(group, &other.text())),
        }
    }
}

fn participant(group: &str, row: &[String]) -> Participant {
    let (number, name, organisation) = match row {
        [number, name] => (number, name, ""),
        [number, name, organisation] => (number, name, organisation.as_str()),
        _ => panic!("{} cells of a participant", row.len()),
    };
    Participant {
        group: group.to_owned(),
        number: words(number),
        name: words(name),
        organisation: words(organisation),
    }
}

fn theme(title: String, blocks: &[Block], heads: &Heads) -> Theme {
    let mut theme = Theme {
        title,
        ..Theme::default()
    };
    let mut rest = blocks;
    if let [before @ .., label, Block::List(owners)] = rest
        && label.is_head(&heads.owners)
    {
        theme.owners = owners.join(", ");
        rest = before;
    }
    if let [before @ .., Block::Table(rows)] = rest
        && words(&rows[0][0]) == heads.actions
    {
        theme.actions = rows[1..]
            .iter()
            .map(|row| action(&rows[0], row, heads))
            .collect();
        rest = before;
    }
    let noun = format!("{} n° ", heads.decision);
    let mut place = &mut theme.discussion;
    for block in rest {
        let mut text = block.text();
        let number = text
            .strip_prefix(&noun)
            .map(|number| format!("n° {number}"));
        if block.is_head(&heads.recommendations) {
            place = &mut theme.opinions;
            continue;
        } else if block.is_head(&heads.decision) || block.is_head(&heads.decisions) {
            place = &mut theme.decisions;
            continue;
        } else if let Some(number) = number.filter(|_| block.is_head(&text)) {
            place = &mut theme.decisions;
            text = number;
        }
        *place = words(&format!("{place} {text}"));
    }
    theme
}

/// What a row of a table of actions says. In the text, items begin with `•`.
fn action(columns: &[String], row: &[String], heads: &Heads) -> Action {
    let mut action = Action {
        text: words(&without_bullets(&row[0])),
        ..Action::default()
    };
    for (column, cell) in columns.iter().zip(row).skip(1) {
        let column = words(column);
        if column == heads.owners {
            action.owners = words(cell);
        } else if !cell.is_empty() {
            action.follow_up.push(words(&format!("{column} : {cell}")));
        }
    }
    action
}
