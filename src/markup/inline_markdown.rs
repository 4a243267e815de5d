//! The pieces of a paragraph as Markdown.

use super::Inline;
use super::escape::{TextAround, push_escaped};
use super::flanking::wordlike;
use super::link_markdown::{with_bare_edges, write_link};

/// Where a sequence of pieces stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The character printed after the sequence.
    pub(super) after: char,
    /// The emphasis around, if there is one.
    pub(super) parent: Option<Parent>,
    pub(super) in_link: bool,
    pub(super) in_cell: bool,
}

/// Emphasis that holds a sequence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parent {
    delimiter: char,
    /// Whether a word touches it from outside, before and after.
    word_before: bool,
    word_after: bool,
}

/// Writes a sequence of pieces.
pub(super) fn write_inlines(markdown: &mut String, inlines: &[Inline], around: Around) {
    let mut delimiters: Vec<char> = Vec::new();
    for (index, inline) in inlines.iter().enumerate() {
        let after = inlines
            .get(index + 1)
            .map_or(around.after, |next| first_character(next, around.in_cell));
        let before = markdown.chars().next_back().unwrap_or('\n');
        match inline {
            Inline::Text(text) => {
                let line_start = before == '\n';
                let Around {
                    in_link, in_cell, ..
                } = around;
                push_escaped(
                    markdown,
                    text,
                    TextAround {
                        line_start,
                        before,
                        after,
                        in_link,
                        in_cell,
                        address_goes_on: !after.is_whitespace(),
                    },
                );
            }
            Inline::Emphasis(content) | Inline::Strong(content) => {
                if delimiters.is_empty() {
                    delimiters = chain_delimiters(inlines, index, before, around);
                    delimiters.reverse();
                }
                let delimiter = delimiters.pop().unwrap_or('*');
                let width = if matches!(inline, Inline::Strong(_)) {
                    2
                } else {
                    1
                };
                let marks = delimiter.to_string().repeat(width);
                let parent = around.parent;
                let word_before = wordlike(before)
                    || (index == 0 && parent.is_some_and(|parent| parent.word_before));
                let last = index + 1 == inlines.len();
                let word_after =
                    wordlike(after) || (last && parent.is_some_and(|parent| parent.word_after));
                let parent = Some(Parent {
                    delimiter,
                    word_before,
                    word_after,
                });
                let inner = Around {
                    after: delimiter,
                    parent,
                    ..around
                };
                markdown.push_str(&marks);
                if word_before || word_after {
                    let content = with_bare_edges(content, word_before, word_after);
                    write_inlines(markdown, &content, inner);
                } else {
                    write_inlines(markdown, content, inner);
                }
                markdown.push_str(&marks);
            }
            Inline::Link {
                href,
                title,
                content,
            } => write_link(markdown, href, title.as_deref(), content, around),
            Inline::SoftBreak => markdown.push(if around.in_cell { ' ' } else { '\n' }),
            Inline::HardBreak => markdown.push_str(if around.in_cell { "<br>" } else { "\\\n" }),
        }
    }
}

/// The delimiter of each element in the chain of emphasis that begins at `start`, no text between them. Neighbours
/// take different characters where they can: `_` may not touch a word outside.
fn chain_delimiters(inlines: &[Inline], start: usize, before: char, around: Around) -> Vec<char> {
    let chain = &inlines[start..];
    let length = chain
        .iter()
        .take_while(|inline| is_emphasis(inline))
        .count();
    let after = chain
        .get(length)
        .map_or(around.after, |next| first_character(next, around.in_cell));
    let parent_before = around.parent.filter(|_| start == 0);
    let parent_after = around.parent.filter(|_| start + length == inlines.len());
    let alternating = |first: char| -> Vec<char> {
        let both = [first, if first == '*' { '_' } else { '*' }];
        both.into_iter().cycle().take(length).collect()
    };
    let cost = |delimiters: &[char]| {
        let (first, last) = (delimiters.first().copied()?, delimiters.last().copied()?);
        let joins_before = parent_before.is_some_and(|parent| parent.delimiter == first);
        let joins_after = parent_after.is_some_and(|parent| parent.delimiter == last);
        if let ([Inline::Strong(_)], true, true) = (inlines, joins_before, joins_after) {
            // The familiar `***a***` is read as strong within emphasis.
            return Some(0);
        }
        let outside_word = (first == '_' && wordlike(before)) || (last == '_' && wordlike(after));
        // Between a word and a delimiter of another kind, the parent would not be seen to open or close.
        let hides_parent = parent_before.is_some_and(|parent| parent.word_before && !joins_before)
            || parent_after.is_some_and(|parent| parent.word_after && !joins_after);
        // Between punctuation, a delimiter of the parent's kind would be seen to close the parent.
        let closes_parent = around
            .parent
            .is_some_and(|parent| parent.delimiter == first)
            && start > 0
            && !before.is_whitespace()
            && !wordlike(before);
        let flaws = [joins_before, joins_after, closes_parent];
        (!outside_word && !hides_parent).then(|| flaws.into_iter().filter(|flaw| *flaw).count())
    };
    [alternating('*'), alternating('_')]
        .into_iter()
        .filter_map(|delimiters| Some((cost(&delimiters)?, delimiters)))
        .min_by_key(|(cost, _)| *cost)
        .map_or_else(|| vec!['*'; length], |(_, delimiters)| delimiters)
}

fn is_emphasis(inline: &Inline) -> bool {
    matches!(inline, Inline::Emphasis(_) | Inline::Strong(_))
}

fn first_character(inline: &Inline, in_cell: bool) -> char {
    match inline {
        Inline::Text(text) => text.chars().next().unwrap_or('\n'),
        Inline::Emphasis(_) | Inline::Strong(_) => '*',
        Inline::Link { .. } => '[',
        Inline::SoftBreak if in_cell => ' ',
        Inline::HardBreak if in_cell => '<',
        Inline::SoftBreak => '\n',
        Inline::HardBreak => '\\',
    }
}
