//! White space folded as HTML does: one ordinary space for a run of spaces, tabs and line ends, even across the bounds of
//! elements; none at the ends of a block nor around a line break. No-break and narrow spaces are text.

use crate::document::Inline;

/// Whether a text is white space only.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_white)
}

/// Whether nothing of a line is seen.
pub(super) fn is_empty(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) => is_blank(text),
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Superscript(content)
        | Inline::Link { content, .. }
        | Inline::Span { content, .. } => is_empty(content),
        Inline::Break | Inline::PageNumber | Inline::PageCount => false,
    })
}

/// The content of a block, its white space folded and what became empty left out.
pub(super) fn folded(mut content: Vec<Inline>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    collect(&mut content, &mut pieces);
    fold(&mut pieces);
    tidied(content)
}

/// A line of text that holds nothing but text, such as a title.
pub(super) fn folded_text(text: &str) -> String {
    let words: Vec<&str> = text
        .split(is_white)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// What separates words: the white space of XML, and no other.
fn is_white(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// A line as folding sees it, without its tree.
enum Piece<'a> {
    Text(&'a mut String),
    Break,
    /// Something that is seen and is no text.
    Object,
}

fn collect<'a>(content: &'a mut [Inline], pieces: &mut Vec<Piece<'a>>) {
    for inline in content {
        match inline {
            Inline::Text(text) => pieces.push(Piece::Text(text)),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Superscript(content)
            | Inline::Link { content, .. }
            | Inline::Span { content, .. } => collect(content, pieces),
            Inline::Break => pieces.push(Piece::Break),
            Inline::PageNumber | Inline::PageCount => pieces.push(Piece::Object),
        }
    }
}

fn fold(pieces: &mut [Piece<'_>]) {
    // At the start of a line white space is dropped, as after a space that was kept.
    let mut after_space = true;
    let mut last_space: Option<usize> = None;
    for index in 0..=pieces.len() {
        let (before, rest) = pieces.split_at_mut(index);
        match rest.first_mut() {
            Some(Piece::Text(text)) => {
                let mut kept = String::with_capacity(text.len());
                for character in text.chars() {
                    if !is_white(character) {
                        kept.push(character);
                        after_space = false;
                        last_space = None;
                    } else if !after_space {
                        kept.push(' ');
                        after_space = true;
                        last_space = Some(index);
                    }
                }
                **text = kept;
            }
            Some(Piece::Object) => (after_space, last_space) = (false, None),
            Some(Piece::Break) | None => {
                if let Some(Piece::Text(text)) = last_space.and_then(|index| before.get_mut(index))
                {
                    text.pop();
                }
                (after_space, last_space) = (true, None);
            }
        }
    }
}

/// Without empty texts and emphasis on nothing, and with neighbouring texts as one. A span with an anchor stays.
fn tidied(content: Vec<Inline>) -> Vec<Inline> {
    let mut result: Vec<Inline> = Vec::with_capacity(content.len());
    for inline in content {
        let inline = match inline {
            Inline::Strong(content) => Inline::Strong(tidied(content)),
            Inline::Emphasis(content) => Inline::Emphasis(tidied(content)),
            Inline::Superscript(content) => Inline::Superscript(tidied(content)),
            Inline::Link { address, content } => Inline::Link {
                address,
                content: tidied(content),
            },
            Inline::Span {
                id,
                class,
                language,
                content,
            } => Inline::Span {
                id,
                class,
                language,
                content: tidied(content),
            },
            other => other,
        };
        match (result.last_mut(), inline) {
            (_, Inline::Text(text)) if text.is_empty() => {}
            (
                _,
                Inline::Strong(content)
                | Inline::Emphasis(content)
                | Inline::Superscript(content)
                | Inline::Span {
                    id: None, content, ..
                },
            ) if content.is_empty() => {}
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => result.push(inline),
        }
    }
    result
}
