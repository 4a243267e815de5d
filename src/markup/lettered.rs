//! Lists whose items bear letters: `a)`, `b)`. Markdown has none, so the letters are text, and no bullet stands before them.

use super::{Block, Inline, Item};

/// Whether the items of a list begin with letters that follow each other.
pub(super) fn are_lettered(items: &[Item]) -> bool {
    let first = items.first().and_then(letter);
    let Some(first) = first.filter(|_| items.len() > 1) else {
        return false;
    };
    let expected = first..=if first.is_ascii_uppercase() {
        b'Z'
    } else {
        b'z'
    };
    items.len() <= expected.len()
        && items
            .iter()
            .map(letter)
            .eq(expected.map(Some).take(items.len()))
}

/// The letter that an item without number begins with.
fn letter(item: &Item) -> Option<u8> {
    let Some(Block::Paragraph(inlines)) = item.blocks.first().filter(|_| item.number.is_none())
    else {
        return None;
    };
    match inlines.first() {
        Some(Inline::Text(text)) => match text.as_bytes() {
            [letter, b')', b' ', ..] if letter.is_ascii_alphabetic() => Some(*letter),
            _ => None,
        },
        _ => None,
    }
}
