//! The tree as Markdown that reads back as the same tree.

use super::escape::for_all_readers;
use super::inline_markdown::{Around, write_inlines};
use super::table_markdown::table_lines;
use super::word::escape_foreign_marks;
use super::{Block, Inline, Item};

/// The longest number that `CommonMark` allows before an item.
const GREATEST_NUMBER: u64 = 999_999_999;

/// The blocks as `CommonMark` with GFM's tables, a blank line between them. What would be a tag begins with the entity `&lt;`.
pub fn to_markdown(blocks: &[Block]) -> String {
    for_all_readers(to_own_markdown(blocks))
}

/// The same with a backslash before what would be a tag. [`parse`](super::parse()) reads the same blocks back.
pub fn to_own_markdown(blocks: &[Block]) -> String {
    let mut markdown = String::new();
    write_blocks(&mut markdown, blocks, 0, None);
    escape_foreign_marks(markdown)
}

fn write_blocks(
    markdown: &mut String,
    blocks: &[Block],
    indentation: usize,
    parent_marker: Option<char>,
) {
    let mut previous: Option<(bool, char)> = None;
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            let close = indentation > 0 && follows_closely(&blocks[index - 1], block);
            new_line(markdown, indentation, !close);
        }
        match block {
            Block::Paragraph(inlines) => {
                write_paragraph(markdown, inlines, indentation);
                previous = None;
            }
            Block::List { items, ordered } => {
                // A list beside its like would join it, and `- - -` is a rule: the other marker parts them.
                let beside = previous
                    .filter(|(kind, _)| kind == ordered)
                    .map(|(_, marker)| marker);
                let around = parent_marker.filter(|_| index == 0);
                let usual = if *ordered { ['.', ')'] } else { ['-', '*'] };
                let marker = if beside.or(around) == Some(usual[0]) {
                    usual[1]
                } else {
                    usual[0]
                };
                write_list(markdown, items, marker, indentation);
                previous = Some((*ordered, marker));
            }
            Block::Table(table) => {
                for (index, line) in table_lines(table).iter().enumerate() {
                    if index > 0 {
                        new_line(markdown, indentation, false);
                    }
                    markdown.push_str(line);
                }
                previous = None;
            }
        }
    }
}

fn write_list(markdown: &mut String, items: &[Item], marker: char, indentation: usize) {
    let loose = items.iter().any(|item| !is_compact(item));
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            new_line(markdown, indentation, loose);
        }
        let start = markdown.len();
        match item.number {
            Some(number) => markdown.push_str(&format!("{}{marker}", number.min(GREATEST_NUMBER))),
            None => markdown.push(marker),
        }
        let width = markdown.len() - start + 1;
        if !item.blocks.is_empty() {
            markdown.push(' ');
            write_blocks(markdown, &item.blocks, indentation + width, Some(marker));
        }
    }
}

fn write_paragraph(markdown: &mut String, inlines: &[Inline], indentation: usize) {
    let mut paragraph = String::new();
    let around = Around {
        after: '\n',
        parent: None,
        in_link: false,
        in_cell: false,
    };
    write_inlines(&mut paragraph, inlines, around);
    for (index, line) in paragraph.split('\n').enumerate() {
        if index > 0 {
            new_line(markdown, indentation, false);
        }
        markdown.push_str(line);
    }
}

fn new_line(markdown: &mut String, indentation: usize, blank: bool) {
    markdown.push_str(if blank { "\n\n" } else { "\n" });
    markdown.extend(std::iter::repeat_n(' ', indentation));
}

/// Whether an item needs no blank line within.
fn is_compact(item: &Item) -> bool {
    match item.blocks.as_slice() {
        [] | [_] => true,
        [first, second] => follows_closely(first, second),
        _ => false,
    }
}

/// Whether a list may follow a paragraph without a blank line: only if it begins with some text, and at number 1.
fn follows_closely(first: &Block, second: &Block) -> bool {
    let (Block::Paragraph(_), Block::List { items, .. }) = (first, second) else {
        return false;
    };
    items
        .first()
        .is_some_and(|item| !item.blocks.is_empty() && item.number.is_none_or(|number| number == 1))
}
