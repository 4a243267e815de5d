//! Links as Markdown: in angle brackets, in full, or bare.

use super::Inline;
use super::escape::{LINE_ENDS, starts_entity};
use super::inline_markdown::{Around, write_inlines};
use super::links::{encode_address, is_itself, pieces, whole_address};

/// Emphasis beside a word may not begin or end with the brackets of a link: there, an address stands without them, if
/// it is found so beside the neighbouring text.
pub(super) fn with_bare_edges(content: &[Inline], at_start: bool, at_end: bool) -> Vec<Inline> {
    if let Some(text) = bare_text(content).filter(|_| at_start && at_end) {
        return vec![Inline::Text(text)];
    }
    let is_text = |inline: Option<&Inline>| matches!(inline, Some(Inline::Text(_)));
    let mut edited = content.to_vec();
    if at_start && matches!(edited.first(), Some(Inline::Link { .. })) {
        let length = if is_text(edited.get(1)) { 2 } else { 1 };
        if let Some(text) = bare_text(&edited[..length]) {
            edited.splice(..length, [Inline::Text(text)]);
        }
    }
    if at_end && matches!(edited.last(), Some(Inline::Link { .. })) {
        let last = edited.len() - 1;
        let start = if last > 0 && is_text(edited.get(last - 1)) {
            last - 1
        } else {
            last
        };
        if let Some(text) = bare_text(&edited[start..]) {
            edited.splice(start.., [Inline::Text(text)]);
        }
    }
    edited
}

/// Texts and addresses as one text, if the same addresses are found in it.
fn bare_text(stretch: &[Inline]) -> Option<String> {
    let mut expected: Vec<(&str, Option<&str>)> = Vec::with_capacity(stretch.len());
    for inline in stretch {
        match inline {
            Inline::Text(text) => expected.push((text, None)),
            Inline::Link { href, content, .. } => {
                expected.push((shown_address(href, content)?, Some(href)))
            }
            _ => return None,
        }
    }
    let text: String = expected.iter().map(|(text, _)| *text).collect();
    let found = pieces(&text);
    let same = found
        .iter()
        .map(|piece| (piece.text, piece.href.as_deref()))
        .eq(expected);
    same.then_some(text)
}

/// The text of a link that shows its own address.
fn shown_address<'c>(href: &str, content: &'c [Inline]) -> Option<&'c str> {
    let [Inline::Text(shown)] = content else {
        return None;
    };
    is_itself(href, shown).then_some(shown.as_str())
}

/// Writes a link, in angle brackets if it shows its own address.
pub(super) fn write_link(
    markdown: &mut String,
    href: &str,
    title: Option<&str>,
    content: &[Inline],
    around: Around,
) {
    if let (None, Some(address)) = (title, shown_address(href, content))
        && fits_angle_brackets(address, href)
        && !(around.in_cell && address.contains('|'))
    {
        markdown.push('<');
        markdown.push_str(address);
        markdown.push('>');
        return;
    }
    markdown.push('[');
    write_inlines(
        markdown,
        content,
        Around {
            after: ']',
            parent: None,
            in_link: true,
            ..around
        },
    );
    markdown.push_str("](");
    push_destination(markdown, href, around.in_cell);
    if let Some(title) = title {
        markdown.push_str(" \"");
        push_quoted(markdown, title, &['"', '`', '<'], around.in_cell);
        markdown.push('"');
    }
    markdown.push(')');
}

/// Whether `<address>` is a link in `CommonMark`, and to this address.
fn fits_angle_brackets(address: &str, href: &str) -> bool {
    let sound = |character: char| {
        !(character.is_whitespace() || character.is_control() || matches!(character, '<' | '>'))
    };
    if !address.chars().all(sound)
        || address
            .match_indices('&')
            .any(|(index, _)| starts_entity(&address[index + 1..]))
    {
        return false;
    }
    if address == href {
        return true;
    }
    let local_mark = |c: char| c.is_ascii_alphanumeric() || ".!#$%'+/=?^_{|}~-".contains(c);
    let label = |label: &str| {
        let edges = label.starts_with('-') || label.ends_with('-');
        let known = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        !label.is_empty() && label.len() < 63 && !edges && known
    };
    address.split_once('@').is_some_and(|(local, domain)| {
        // Stars and low lines that are kept as typed everywhere would hide the address.
        local.starts_with(|c: char| c.is_ascii_alphanumeric())
            && !local.ends_with('_')
            && local.chars().all(local_mark)
            && domain.split('.').all(label)
            && whole_address(address).is_some()
    })
}

fn push_destination(markdown: &mut String, href: &str, in_cell: bool) {
    if href.contains(LINE_ENDS) {
        // No destination holds a line end; browsers are given the same on the page.
        push_destination(markdown, &encode_address(href), in_cell);
    } else if href
        .chars()
        .any(|character| character.is_whitespace() || character.is_control())
    {
        markdown.push('<');
        push_quoted(markdown, href, &['<', '>', '`'], in_cell);
        markdown.push('>');
    } else if balanced(href) {
        push_quoted(markdown, href, &['<', '`'], in_cell);
    } else {
        push_quoted(markdown, href, &['<', '`', '(', ')'], in_cell);
    }
}

/// Whether the round brackets pair, not too deep for a reader.
fn balanced(href: &str) -> bool {
    let mut depth = 0_usize;
    for character in href.chars() {
        match character {
            '(' if depth < 3 => depth += 1,
            ')' if depth > 0 => depth -= 1,
            '(' | ')' => return false,
            _ => {}
        }
    }
    depth == 0
}

fn push_quoted(markdown: &mut String, text: &str, escaped: &[char], in_cell: bool) {
    for (index, character) in text.char_indices() {
        let rest = &text[index + character.len_utf8()..];
        let special = match character {
            '&' => starts_entity(rest),
            // Before a word it is itself, and two of them would be two.
            '\\' => !rest.starts_with(char::is_alphanumeric),
            '|' => in_cell,
            other => escaped.contains(&other),
        };
        if special {
            markdown.push('\\');
        }
        markdown.push(if LINE_ENDS.contains(&character) {
            ' '
        } else {
            character
        });
    }
}
