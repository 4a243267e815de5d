//! What was typed outside the subset, as lines of text.

/// A stretch of source within a paragraph, as its lines. Later lines of a source stretch still bear the indentation
/// of their list and the `>` of their quotations, which belong to the page and not to the text.
pub(super) fn source_lines(source: &str, quotations: usize) -> Vec<&str> {
    let mut lines: Vec<&str> = source.split('\n').collect();
    for line in lines.iter_mut().skip(1) {
        *line = line.trim_start_matches([' ', '\t']);
        for _ in 0..quotations {
            let Some(rest) = line.strip_prefix('>') else {
                break;
            };
            *line = rest.trim_start_matches([' ', '\t']);
        }
    }
    lines
}

/// Paragraphs of lines: a blank line parts two of them.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.split('\n').collect();
    lines
        .split(|line| is_blank(line))
        .filter(|paragraph| !paragraph.is_empty())
        .map(<[&str]>::to_vec)
        .collect()
}

/// The line that opens a fenced block, and the fence that closes it if there is one. `content_end` is where the
/// block's own text ends.
pub(super) fn fences(block: &str, content_end: Option<usize>) -> (&str, &str) {
    let opening_end = block.find('\n').unwrap_or(block.len());
    let opening = block[..opening_end].trim();
    let Some(mark) = opening.chars().next() else {
        return (opening, "");
    };
    let rest = block
        .get(content_end.unwrap_or(opening_end).max(opening_end)..)
        .unwrap_or_default()
        .trim_end();
    (opening, &rest[rest.trim_end_matches(mark).len()..])
}

/// The number that opens an item of an ordered list, with the character that follows it.
pub(super) fn item_marker(item: &str) -> &str {
    let item = item.trim_start();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    item.get(..digits + 1).unwrap_or(item)
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}
