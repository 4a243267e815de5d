//! What says at the top of a page that a theme goes on: its number and its title, in the repeated head of the table, or above the
//! text where the theme is a section. It is decoration: a reader of tags has the title where the theme begins.

use std::sync::Arc;

use crate::document::{Block, BlockKind, Row};
use crate::print::fonts::Face;
use crate::print::galley::Break;
use crate::print::line::{Cutting, Span};
use crate::print::page::Mark;
use crate::print::style::{StyleSheet, TextStyle};
use crate::print::units::Pt;

use super::inlines::plain_text;
use super::{CellPiece, Continuation, Piece, PieceKind, TablePiece, leading};

/// What follows the title.
const CONTINUED: &str = "\u{a0}(suite)";
/// Titles of parts of the document are of this level; those of themes stand below.
const LEVEL_OF_PARTS: u8 = 2;
/// The style it is set in.
const CLASS: &str = "suite";

/// A running title has at most six words, its number apart: nobody reads it as a text, and who hears the page misses
/// nothing.
const MOST_WORDS: usize = 6;
/// A title is not cut after a small word as short as this: `rendu de la…`.
const SHORT_WORD: usize = 3;

/// The title, or its beginning.
fn short(title: &str) -> String {
    let is_word = |text: &str| text.contains(char::is_alphabetic);
    let parts = |word: &str| {
        word.split(|sign: char| !sign.is_alphanumeric())
            .filter(|part| is_word(part))
            .count()
    };
    let mut kept: Vec<&str> = Vec::new();
    let mut count = 0;
    for word in title.split(' ') {
        count += parts(word);
        if count > MOST_WORDS {
            let is_small = |word: &&str| {
                word.chars().count() <= SHORT_WORD && word.chars().all(char::is_lowercase)
            };
            while kept.len() > 2 && kept.last().is_some_and(is_small) {
                kept.pop();
            }
            let beginning = kept.join(" ");
            let beginning = beginning.trim_end_matches(|sign: char| !sign.is_alphanumeric());
            return format!("{beginning}…");
        }
        kept.push(word);
    }
    title.to_owned()
}

/// The heading that a row begins with, and its level.
fn title(row: &Row) -> Option<(u8, String)> {
    let mut first = row.cells.iter().filter_map(|cell| cell.content.first());
    first.find_map(heading)
}

/// Whether a row holds headings alone, over all columns.
pub(super) fn is_heading_alone(row: &Row, columns: usize) -> bool {
    let [cell] = row.cells.as_slice() else {
        return false;
    };
    cell.column_span >= columns
        && !cell.content.is_empty()
        && cell.content.iter().all(|block| heading(block).is_some())
}

fn heading(block: &Block) -> Option<(u8, String)> {
    match &block.kind {
        BlockKind::Heading { level, content } => Some((*level, plain_text(content))),
        _ => None,
    }
}

/// That a section goes on, if it is one of a theme: its title stands below that of a part of the document.
pub(super) fn of_section(
    style: &StyleSheet,
    text: &TextStyle,
    blocks: &[Block],
) -> Option<Arc<Continuation>> {
    let (_, title) = heading(blocks.first()?).filter(|(level, _)| *level > LEVEL_OF_PARTS)?;
    let (text, boxed) = style.resolve(text, "p", Some(CLASS));
    let said = said(&title, &text);
    let after = boxed.after;
    Some(Arc::new(Continuation { said, after }))
}

fn said(title: &str, text: &TextStyle) -> Piece {
    let said = Span {
        text: format!("{}{CONTINUED}", short(title)),
        face: Face::of(text.bold, text.italic),
        size: text.size,
        color: text.color,
        rise: Pt::ZERO,
        cutting: Cutting::Whole,
        mark: Mark::Artifact,
        link: None,
    };
    Piece {
        before: Pt::ZERO,
        indent: Pt::ZERO,
        break_before: Break::Allowed,
        keep_lines: true,
        anchors: Vec::new(),
        labels: Vec::new(),
        sideways: false,
        theme: None,
        kind: PieceKind::Text {
            spans: vec![said],
            leading: leading(text),
            align: text.align,
            balanced: false,
        },
    }
}

/// For each row, the title of the theme that begins there; a part of a theme begins none.
pub(super) fn themes(body: &[Row]) -> Vec<Option<String>> {
    let titles: Vec<Option<(u8, String)>> = body.iter().map(title).collect();
    let top = titles.iter().flatten().map(|(level, _)| *level).min();
    let of_theme = |(level, title)| (Some(level) == top).then_some(title);
    titles
        .into_iter()
        .map(|title| title.and_then(of_theme))
        .collect()
}

/// Gives the rows that begin a theme, each with its title, what says that it goes on.
pub(super) fn add(
    style: &StyleSheet,
    (text, table): (&TextStyle, Option<&str>),
    themes: &[(usize, String)],
    piece: &mut TablePiece,
) {
    if piece.head_rows == 0 {
        return;
    }
    let (text, boxed) = style.resolve_cell(text, "td", table, Some(CLASS));
    let columns = piece.columns.len();
    for (row, title) in themes {
        if let Some(row_piece) = piece.rows.get_mut(*row) {
            row_piece.continued = Some(CellPiece {
                row: *row,
                row_span: 1,
                column: 0,
                column_span: columns,
                padding_x: boxed.padding_x,
                padding_y: boxed.padding_y,
                background: boxed.background,
                content: vec![said(title, &text)],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_running_title_is_short() {
        for (title, expected) in [
            ("7. Divers", "7. Divers"),
            (
                "2. Présentation du PTA du CRP (discussion)",
                "2. Présentation du PTA du CRP (discussion)",
            ),
            (
                "5. Un petit compte rendu de la Retraite de l’ICC",
                "5. Un petit compte rendu…",
            ),
            (
                "3. Redynamisation du Cluster (mettre en avant les avantages)",
                "3. Redynamisation du Cluster (mettre en avant…",
            ),
            (
                "Bilan, constats, suites, accès, abris, eau, divers",
                "Bilan, constats, suites, accès, abris, eau…",
            ),
            ("", ""),
        ] {
            assert_eq!(short(title), expected);
        }
    }
}
