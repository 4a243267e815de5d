//! What is done to the text before the Markdown parser sees it, so that no sign of it vanishes.
//!
//! Two constructs make characters vanish and cannot be turned off in the parser: definitions of references
//! (`[Note]:` and an address) and entities (`&eacute;`). A mark is put inside them. And some signs are Markdown for the
//! parser but not for who types minutes: `3*12*5`, `élu*es`, ``d`eau``, `+ 5 %`, `1986. `, `\\serveur`, `_a_b_`. They are
//! disguised.

use std::borrow::Cow;

use super::disguise::Disguise;
use crate::french::typography::is_file_extension;

/// A text that the Markdown parser can read without losing anything.
pub(super) struct Prepared {
    /// The text, its line ends as `\n`, some characters in disguise.
    pub(super) text: String,
    /// The disguise.
    pub(super) disguise: Disguise,
}

/// How far apart the tab stops are in Markdown.
const TAB_WIDTH: usize = 4;
/// A number before an item has at most three digits: four are a year.
const LONGEST_NUMBER: usize = 3;

/// Form feeds, which the parser takes for spaces, and tabs become spaces: one, or up to the next tab stop before and
/// between the markers at the start of a line, as Markdown prescribes. There the parser counts columns where it should
/// count bytes; without tabs the two agree.
pub(super) fn without_tabs(text: Cow<'_, str>) -> Cow<'_, str> {
    if !holds_byte(&text, b"\t\x0c") {
        return text;
    }
    let mut unified = String::with_capacity(text.len());
    let mut line_start = 0;
    let mut among_markers = true;
    for character in text.chars() {
        match character {
            '\n' => {
                unified.push('\n');
                line_start = unified.len();
                among_markers = true;
            }
            '\t' if among_markers => {
                let width = TAB_WIDTH - (unified.len() - line_start) % TAB_WIDTH;
                unified.extend(std::iter::repeat_n(' ', width));
            }
            '\t' | '\u{c}' => unified.push(' '),
            other => {
                let marker = matches!(other, ' ' | '>' | '-' | '+' | '*' | '.' | ')' | '0'..='9');
                among_markers &= marker;
                unified.push(other);
            }
        }
    }
    Cow::Owned(unified)
}

/// A quick look: most texts hold none of these.
fn holds_byte(text: &str, bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| text.as_bytes().contains(byte))
}

/// Puts the marks and stand-ins into a text that went through [`as_read`](super::read_lines::as_read) and [`without_tabs`]. `None` if the text
/// leaves no character free for them.
pub(super) fn prepare(text: &str) -> Option<Prepared> {
    let disguise = Disguise::for_text(text)?;
    let mut prepared = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        prepare_line(line, disguise, &mut prepared);
    }
    Some(Prepared {
        text: prepared,
        disguise,
    })
}

fn prepare_line(line: &str, disguise: Disguise, prepared: &mut String) {
    let hidden = sign_at_start(line);
    // Up to here the line is copied; up to there a word or a run of signs is dealt with.
    let (mut copied, mut word_end, mut run_end) = (0, 0, 0);
    let mut is_hidden_word = false;
    for (index, byte) in line.bytes().enumerate() {
        let may_need_us = matches!(byte, b'*' | b'_' | b'`' | b'\\' | b'&' | b']');
        if !may_need_us && hidden != Some(index) {
            continue;
        }
        let (character, after) = (char::from(byte), index + 1);
        let before = line[..index].chars().next_back().unwrap_or('\n');
        let next = line[after..].chars().next().unwrap_or(' ');
        let is_word = |one: char| one.is_alphanumeric() || one == '_';
        if character == '_' && index >= word_end && !is_word(before) {
            let word = word_at(&line[index..], is_word);
            word_end = index + word.len();
            is_hidden_word = is_identifier(word) || is_in_name(before, word, &line[word_end..]);
        }
        if character == '\\' && index >= run_end && is_network_path(&line[index..], before) {
            run_end = index + line[index..].len() - line[index..].trim_start_matches('\\').len();
        }
        let is_hidden = match character {
            '*' => before.is_alphanumeric() && next.is_alphanumeric(),
            // An apostrophe typed amiss: d`Ansongo.
            '`' => before.is_alphabetic() && next.is_alphabetic(),
            '_' => is_hidden_word && index < word_end,
            '\\' => index < run_end,
            _ => hidden == Some(index),
        };
        if is_hidden {
            prepared.push_str(&line[copied..index]);
            prepared.push(disguise.of(character));
            copied = after;
        }
        let before_entity = character == '&' && (next == '#' || next.is_ascii_alphanumeric());
        let in_definition = character == ']' && next == ':';
        if before_entity || in_definition {
            prepared.push_str(&line[copied..after]);
            prepared.push(disguise.mark());
            copied = after;
        }
    }
    prepared.push_str(&line[copied..]);
}

fn word_at(text: &str, is_word: impl Fn(char) -> bool) -> &str {
    let end = text.find(|one| !is_word(one)).unwrap_or(text.len());
    &text[..end]
}

/// `_a_b_` is a name and no emphasis; `_a_` is.
fn is_identifier(word: &str) -> bool {
    word.starts_with('_') && word.ends_with('_') && word.trim_matches('_').contains('_')
}

/// A word that is a part of the name of a file, or a code of a sign, and no emphasis: `_final_.docx`, `_x0041_`.
fn is_in_name(before: char, word: &str, after: &str) -> bool {
    // After a backslash it is no mark anyway.
    if before == '\\' || !word.ends_with('_') {
        return false;
    }
    let ending = after.strip_prefix('.').unwrap_or_default();
    let ending = word_at(ending, |one| one.is_alphanumeric() || one == '_');
    let digits = word.trim_matches('_').strip_prefix('x').unwrap_or_default();
    let is_code = digits.len() == 4 && digits.bytes().all(|one| one.is_ascii_hexdigit());
    is_file_extension(ending) || is_code
}

/// `\\serveur\dossier`, `C:\\dossier`: Markdown would keep one bar of two. What we write never has two before a word.
fn is_network_path(text: &str, before: char) -> bool {
    // Within a run of bars nothing begins: the run is looked through once.
    if before == '\\' {
        return false;
    }
    let path = text.trim_start_matches('\\');
    let bars = text.len() - path.len();
    let name = path.chars().take_while(|one| one.is_alphanumeric()).take(2);
    bars.is_multiple_of(2) && name.count() == 2
}

/// The place of the sign at the start of a line, or after the marks of a list, that would make a list or a quotation of it
/// where none is meant: `+ 5 %`, `1986. `, `> 5 cas`.
fn sign_at_start(line: &str) -> Option<usize> {
    let mut start = 0;
    loop {
        let rest = &line[start..];
        let text = rest.trim_start_matches(' ');
        start += rest.len() - text.len();
        let sign = text.chars().next()?;
        let after = &text[sign.len_utf8()..];
        let value = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let has_value = value.starts_with(|one: char| one.is_ascii_digit());
        match sign {
            '+' if has_value && value.len() < after.len() => return Some(start),
            '>' if is_compared(after) => return Some(start),
            '>' => start += 1,
            '-' | '+' | '*' if after.starts_with(' ') => start += 1,
            '0'..='9' => {
                let digits = text.len()
                    - text
                        .trim_start_matches(|one: char| one.is_ascii_digit())
                        .len();
                let after = &text[digits..];
                if !after.starts_with(['.', ')']) {
                    return None;
                }
                let spaced = after[1..]
                    .chars()
                    .next()
                    .is_none_or(|one| matches!(one, ' ' | '\n'));
                if digits > LONGEST_NUMBER {
                    return spaced.then_some(start + digits);
                }
                if !spaced {
                    return None;
                }
                start += digits + 1;
            }
            _ => return None,
        }
    }
}

/// Whether a number follows `>`, and not that of an item: `> 5 cas`, `>= 3`.
fn is_compared(after: &str) -> bool {
    let value = after.strip_prefix(' ').unwrap_or(after);
    let rest = value.trim_start_matches(|one: char| one.is_ascii_digit());
    value.starts_with('=') || (rest.len() < value.len() && !rest.starts_with(['.', ')']))
}
