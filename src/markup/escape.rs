//! Plain characters as Markdown text, with a backslash only where a reader would see more than characters.
//!
//! Made for two kinds of readers: `CommonMark`, and GFM with its tables, strikethrough, boxes of tasks and bare addresses. A tag is
//! none for older ones either ([`for_all_readers`]).

use super::read_lines::is_spaced;
use crate::french::folding::is_invisible;

/// What surrounds a stretch of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextAround {
    /// Whether the text begins a line, where a block could begin.
    pub(super) line_start: bool,
    /// The character that was printed before; a line end at the start.
    pub(super) before: char,
    /// The character that will be printed after; a line end at the end.
    pub(super) after: char,
    /// Within a link every bracket counts.
    pub(super) in_link: bool,
    /// Within a table cell every bar counts.
    pub(super) in_cell: bool,
    /// Whether an address that ends the text goes on, for who sees one there, with what is printed after.
    pub(super) address_goes_on: bool,
}

/// What ends a line for one reader of Markdown or another; in a text of one line it is a space.
pub(super) const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// A plain text as Markdown that can stand anywhere in a line: at its start, in a heading, a link or a table cell.
///
/// Line ends become spaces; several spaces at either end become one, lest they mean code or a line break.
///
/// ```
/// use greffier::markup::escape_markdown;
/// assert_eq!(escape_markdown("l'atelier *3W* de 2014-2016"), r"l'atelier \*3W\* de 2014-2016");
/// assert_eq!(escape_markdown("1. Divers"), r"1\. Divers");
/// ```
pub fn escape_markdown(text: &str) -> String {
    let line = text.replace("\r\n", " ").replace(LINE_ENDS, " ");
    // Some take a mark of the order of bytes for a space, beside which no emphasis begins; no eye sees it.
    let line = line.trim_matches('\u{feff}');
    let core = line.trim_matches([' ', '\t']);
    let space_before = if line.starts_with([' ', '\t']) {
        " "
    } else {
        ""
    };
    let space_after = if line.ends_with([' ', '\t']) && !core.is_empty() {
        " "
    } else {
        ""
    };
    // The template may print anything beside the text, delimiters of emphasis included.
    let around = TextAround {
        line_start: true,
        before: '*',
        after: '*',
        in_link: true,
        in_cell: true,
        address_goes_on: false,
    };
    let mut escaped = String::with_capacity(text.len() + 8);
    push_escaped(&mut escaped, core, around);
    let before_hashes = escaped.trim_end_matches('#');
    if before_hashes.len() < escaped.len() && before_hashes.ends_with([' ', '\t']) {
        // In a heading these would be taken for its closing sequence.
        escaped.insert(before_hashes.len(), '\\');
    }
    for_all_readers(format!("{space_before}{escaped}{space_after}"))
}

/// The same Markdown for readers who see a tag after a backslash too: the first Markdown and those that follow it. Made of what
/// [`push_escaped`] wrote; nothing but a tag is concerned.
///
/// [`parse`](super::parse()) takes entities for text, so it is given what was there before.
pub(super) fn for_all_readers(markdown: String) -> String {
    if !markdown.contains("\\<") {
        return markdown;
    }
    let mut rewritten = String::with_capacity(markdown.len() + 16);
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        match (character, characters.clone().next()) {
            ('\\', Some('<')) => rewritten.push_str("&lt;"),
            ('\\', Some(next)) => rewritten.extend([character, next]),
            _ => {
                rewritten.push(character);
                continue;
            }
        }
        characters.next();
    }
    rewritten
}

/// Adds a stretch of text; a line end in it becomes a space.
pub(super) fn push_escaped(markdown: &mut String, text: &str, around: TextAround) {
    let mut special = special_signs(text, around);
    special.extend(addresses_to_break(text, &special, around.address_goes_on));
    special.sort_unstable();
    let mut special = special.into_iter().peekable();
    for (index, character) in text.char_indices() {
        if special.next_if_eq(&index).is_some() {
            markdown.push('\\');
        }
        markdown.push(if LINE_ENDS.contains(&character) {
            ' '
        } else {
            character
        });
    }
}

/// The places of the signs that a reader would take for more than themselves.
fn special_signs(text: &str, around: TextAround) -> Vec<usize> {
    let block_start = if around.line_start {
        block_start(text, around.after)
    } else {
        None
    };
    let mut places = Vec::new();
    let last_closing = text
        .rmatch_indices('~')
        .find(|(at, _)| text[..*at].ends_with(|before: char| !before.is_whitespace()))
        .map(|(at, _)| at);
    let mut previous = around.before;
    let mut run_escaped = false;
    for (index, character) in text.char_indices() {
        let rest = &text[index + character.len_utf8()..];
        let at_start = around.line_start && index == 0;
        let next = rest.chars().next().unwrap_or(around.after);
        let special = match character {
            '*' | '_' | '~' => {
                if index == 0 || previous != character {
                    let may_be_closed = character == '~' && last_closing > Some(index);
                    let is_special =
                        || run_is_special(character, previous, rest, at_start, around.after);
                    run_escaped = may_be_closed || is_special();
                }
                run_escaped
            }
            '\\' => next.is_ascii_punctuation() || next == '\n',
            '`' => true,
            '[' => around.in_link,
            ']' => around.in_link || matches!(next, '(' | ':' | '['),
            // Some take the backslashes off the brackets of a link's text before they read it.
            '(' => around.in_link && previous == ']',
            '!' => rest.is_empty() && next == '[',
            '<' => opens_angle_bracket(rest, around.after),
            '&' => starts_entity(rest),
            '|' => around.in_cell,
            _ => false,
        };
        if special || block_start == Some(index) {
            places.push(index);
        }
        previous = character;
    }
    places
}

/// The places of the colons and points to escape lest a bare address begin there, which GFM links and takes as it is typed up to
/// the next space: backslashes would be seen in it, and would protect nothing. `special` are the signs that bear one.
///
/// Most addresses hold none, and stay bare.
fn addresses_to_break(text: &str, special: &[usize], goes_on: bool) -> Vec<usize> {
    let mut places = Vec::new();
    let mut special = special.iter().copied().peekable();
    let mut start = 0;
    for word in text.split_inclusive([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']) {
        let end = start + word.len();
        let mut last_escaped = None;
        while let Some(place) = special.next_if(|place| *place < end) {
            last_escaped = Some(place);
        }
        if end == text.len() && goes_on && !word.ends_with(LINE_ENDS) {
            last_escaped = Some(end);
        }
        if let Some(last) = last_escaped {
            let starts = address_starts(word).map(|place| start + place);
            places.extend(starts.filter(|place| *place < last));
        }
        start = end;
    }
    places
}

/// In each beginning of an address (`ftp://`, `www.`), the sign without which it is none.
fn address_starts(word: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = word.as_bytes();
    bytes.iter().enumerate().filter_map(move |(index, byte)| {
        let is_start = match byte {
            b':' => bytes[index + 1..].starts_with(b"//"),
            b'.' => bytes[index.saturating_sub(3)..index].eq_ignore_ascii_case(b"www"),
            _ => false,
        };
        is_start.then_some(index)
    })
}

/// Whether `<` could begin raw HTML or an address.
fn opens_angle_bracket(rest: &str, after: char) -> bool {
    match rest.chars().next() {
        None => after != '\n',
        Some('/' | '!' | '?') => true,
        Some(next) if next.is_ascii_alphabetic() => true,
        Some(_) => {
            let ends =
                |byte: &u8| !matches!(byte, b'<' | b'>' | b'@') && !byte.is_ascii_whitespace();
            let length = rest.bytes().take_while(ends).count();
            length > 0 && rest.as_bytes().get(length) == Some(&b'@')
        }
    }
}

/// Whether what follows `&` makes an entity of it.
pub(super) fn starts_entity(rest: &str) -> bool {
    const LONGEST_NAME: usize = 32;
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name
        .bytes()
        .take(LONGEST_NAME)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    length > 0 && name.as_bytes().get(length) == Some(&b';')
}

/// Whether a run of `*`, `_` or `~` could open or close something.
fn run_is_special(
    character: char,
    previous: char,
    rest: &str,
    at_start: bool,
    after: char,
) -> bool {
    let beyond = rest.trim_start_matches(character);
    let single = beyond.len() == rest.len();
    let next = beyond.chars().next().unwrap_or(after);
    let alone = previous.is_whitespace() && next.is_whitespace() && !at_start;
    match character {
        '~' => {
            // Before a figure (`~10 km`) it can only open, and nothing is left bare that could close it.
            let only_opens = previous.is_whitespace() || at_start;
            let is_about = single && only_opens && next.is_ascii_digit();
            !(alone || is_about)
        }
        '_' => !(alone || (previous.is_alphanumeric() && next.is_alphanumeric())),
        _ => !alone,
    }
}

/// The place of the character to escape lest the line begin a list, a heading, a quotation, a rule or a table, or
/// make a heading of the line before.
fn block_start(text: &str, after: char) -> Option<usize> {
    let ends_line = matches!(after, '\n' | '*');
    let spaced = |rest: &str| is_spaced(rest, false) || (rest.is_empty() && ends_line);
    let only =
        |allowed: &[char]| ends_line && text.chars().all(|character| allowed.contains(&character));
    // Whatever blanks stand in it.
    let rule_of_table = || {
        let is_seen = |sign: &char| !sign.is_whitespace() && !is_invisible(*sign);
        let mut seen = text.chars().filter(is_seen);
        ends_line && text.contains('|') && seen.all(|sign| matches!(sign, '-' | '|' | ':'))
    };
    let special = match text.chars().next()? {
        '>' => true,
        '+' => spaced(&text[1..]),
        '-' => spaced(&text[1..]) || only(&['-', ' ', '\t', ':']) || rule_of_table(),
        '=' => only(&['=', ' ', '\t']),
        '|' | ':' => only(&['-', ' ', '\t', ':']) || rule_of_table(),
        // The box of a task, in a list.
        '[' => {
            let box_of_task = ["[ ]", "[x]", "[X]"]
                .iter()
                .find_map(|one| text.strip_prefix(one));
            box_of_task.is_some_and(spaced)
        }
        '#' => {
            let title = text.trim_start_matches('#');
            // Some take any space for that of a heading, such as the one before a French colon.
            let is_title =
                title.starts_with(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
            text.len() - title.len() <= 6 && (is_title || spaced(title))
        }
        digit if digit.is_ascii_digit() => {
            let rest = text.trim_start_matches(|character: char| character.is_ascii_digit());
            let digits = text.len() - rest.len();
            let is_short = digits <= 3;
            let numbers = |after: &str| (is_short && is_spaced(after, true)) || spaced(after);
            let numbered = digits <= 9 && rest.starts_with(['.', ')']) && numbers(&rest[1..]);
            return numbered.then_some(digits);
        }
        _ => false,
    };
    special.then_some(0)
}
