//! Every letter, digit and sign of a text is in each of its outputs, in order, but for the marks of Markdown and of Word.
//!
//! [`kept`] tells which may go, and why; all else must stay.

use std::collections::BTreeMap;

use greffier::markup::{parse, to_html, to_markdown_cell, to_own_markdown, to_plain};
use proptest::prelude::*;

use crate::page::text_of_html;
use crate::random::{emphatic_text, listed_text, pasted_text, rich_text, table_text};

/// The bullets, and the dashes that are bullets at the start of a line.
pub(crate) const BULLETS: &str = "-*+–—•·‣⁃◦○●■▪▫➢➤►▶▸❖";

fn is_gap(one: char) -> bool {
    matches!(
        one,
        ' ' | '\t' | '\u{c}' | '\u{a0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' | '\u{202f}'
    )
}

/// What must stay of a text: all but white space and
/// - at the start of a line, the marks of lists, headings and quotations, but for the digits of a number, and the sharps that
///   end a heading;
/// - stars and low lines that touch a word on one side: marks of emphasis;
/// - a backslash before a sign, or at the end of a line: it makes text of the sign, or a line end to be shown;
/// - where an address stands, the brackets and quotation marks of links;
/// - where a table stands, its bars and the line below its head, and `<br>`.
fn kept(text: &str) -> Vec<char> {
    let line_ends = ['\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'];
    let text = text.replace("\r\n", "\n").replace(line_ends, "\n");
    let holds_address = text.contains("http") || text.contains('@');
    let holds_table = text.lines().any(is_rule);
    let mut kept = Vec::new();
    for line in text.split('\n') {
        if holds_table && is_rule(line) {
            continue;
        }
        let line = if holds_table {
            line.replace("<br>", "<>")
        } else {
            line.to_owned()
        };
        let typed = without_marks(&line, &mut kept);
        let characters: Vec<char> = typed.chars().collect();
        for (index, one) in characters.iter().copied().enumerate() {
            let before = index.checked_sub(1).map(|before| characters[before]);
            let after = characters.get(index + 1).copied();
            let in_word = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
            let may_go = match one {
                '*' | '_' => !(in_word(before) && in_word(after)),
                '\\' => {
                    after.is_none_or(|next| next.is_ascii_punctuation())
                        && !begins_path(&characters, index)
                }
                '<' | '>' if holds_table => true,
                '[' | ']' | '(' | ')' | '<' | '>' | '"' | '\'' | '!' => holds_address,
                '|' => holds_table,
                '\0' => true,
                _ => one.is_whitespace(),
            };
            if !may_go {
                kept.push(one);
            }
        }
    }
    kept
}

/// A line that may stand below the head of a table.
fn is_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line
            .chars()
            .all(|one| "|-: \t\u{a0}>".contains(one) || BULLETS.contains(one))
}

/// The first of the two bars of `\\serveur` or `C:\\dossier`.
fn begins_path(characters: &[char], index: usize) -> bool {
    let begins = index
        .checked_sub(1)
        .is_none_or(|before| characters[before] != '\\');
    let name = characters
        .iter()
        .skip(index + 2)
        .take(2)
        .filter(|one| one.is_alphanumeric());
    begins && characters.get(index + 1) == Some(&'\\') && name.count() == 2
}

/// A line without the marks at its start; the digits of a number are kept, but for zeros.
fn without_marks<'l>(line: &'l str, kept: &mut Vec<char>) -> &'l str {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(is_gap);
        let ends = |rest: &str| rest.is_empty() || rest.starts_with(is_gap);
        let mut characters = rest.chars();
        let first = characters.next();
        let after = characters.as_str();
        let digits = rest.len()
            - rest
                .trim_start_matches(|one: char| one.is_ascii_digit())
                .len();
        let title = rest.trim_start_matches('#');
        match first {
            Some('>') => {
                // Unless it is a comparison.
                let value = after.strip_prefix(' ').unwrap_or(after);
                let number = value.trim_start_matches(|one: char| one.is_ascii_digit());
                if value.starts_with('=')
                    || (number.len() < value.len() && !number.starts_with(['.', ')']))
                {
                    return rest;
                }
                rest = after;
            }
            Some('+')
                if after
                    .trim_start_matches(is_gap)
                    .starts_with(|one: char| one.is_ascii_digit()) =>
            {
                return rest;
            }
            Some('\\')
                if after.starts_with(|one: char| {
                    BULLETS.contains(one) || ('\u{f020}'..='\u{f0ff}').contains(&one)
                }) =>
            {
                rest = after
            }
            Some('\\') if after.starts_with("o\t") || after.starts_with("§\t") => rest = after,
            Some('o' | '§') if after.starts_with('\t') => rest = after,
            Some(one)
                if ends(after)
                    && (BULLETS.contains(one) || ('\u{f020}'..='\u{f0ff}').contains(&one)) =>
            {
                rest = after
            }
            Some('#') if rest.len() - title.len() <= 6 && ends(title) => {
                return title.trim_end_matches(is_gap).trim_end_matches('#');
            }
            Some(_)
                if (1..=3).contains(&digits)
                    && rest[digits..].starts_with(['.', ')'])
                    && ends(&rest[digits + 1..]) =>
            {
                kept.extend(rest[..digits].chars().filter(|digit| *digit != '0'));
                rest = &rest[digits + 1..];
            }
            _ => return rest,
        }
    }
}

fn is_subsequence(wanted: &[char], found: &[char]) -> bool {
    let mut found = found.iter();
    wanted.iter().all(|sign| found.any(|other| other == sign))
}

/// In `<http://a.b>`, the address counts as what is shown and as where it leads.
fn with_addresses_doubled(markdown: &str) -> String {
    let mut doubled = String::new();
    for (index, part) in markdown.split('<').enumerate() {
        let address = part.split_once('>').map_or("", |(address, _)| address);
        doubled.push_str(if index > 0 { "<" } else { "" });
        doubled.push_str(if index > 0 { address } else { "" });
        doubled.push_str(part);
    }
    doubled
}

fn all(text: &str) -> Vec<char> {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

/// Whether a text holds each character of another at least as often.
fn holds_each(text: &str, wanted: &[char]) -> bool {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    text.chars()
        .for_each(|one| *counts.entry(one).or_default() += 1);
    wanted.iter().all(|one| match counts.get_mut(one) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    })
}

pub(crate) fn every_sign_is_kept(input: &str) -> Result<(), TestCaseError> {
    let blocks = parse(input).blocks;
    let html = to_html(&blocks);
    let wanted = kept(input);
    // No address holds a bar or a bracket: their codes stand for them.
    let decoded = |text: &str| {
        [("%7C", "|"), ("%5B", "["), ("%5D", "]"), ("%5C", "\\")]
            .iter()
            .fold(text.to_owned(), |text, (code, sign)| {
                text.replace(code, sign)
            })
    };
    let whole = decoded(&text_of_html(&html, true));
    prop_assert!(
        is_subsequence(&wanted, &all(&whole)),
        "{:?} lost in HTML {:?}",
        wanted,
        whole
    );
    let markdown = decoded(&with_addresses_doubled(&to_own_markdown(&blocks)));
    prop_assert!(
        is_subsequence(&wanted, &all(&markdown)),
        "lost in Markdown {:?}",
        markdown
    );
    // The two others show what the page shows.
    let visible = all(&text_of_html(&html, false));
    let plain = to_plain(&blocks);
    prop_assert!(
        is_subsequence(&visible, &all(&plain)),
        "lost in plain text {:?}",
        plain
    );
    // The entity stands for the sign.
    let cell = to_markdown_cell(&blocks).replace("&lt;", "&lt;<");
    prop_assert!(holds_each(&cell, &visible), "lost in a cell {:?}", cell);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept(text in any::<String>()) {
        every_sign_is_kept(&text)?;
    }

    #[test]
    fn rich_text_is_kept(text in rich_text()) {
        every_sign_is_kept(&text)?;
    }

    #[test]
    fn emphatic_text_is_kept(text in emphatic_text()) {
        every_sign_is_kept(&text)?;
    }

    #[test]
    fn listed_text_is_kept(text in listed_text()) {
        every_sign_is_kept(&text)?;
    }

    #[test]
    fn pasted_text_is_kept(text in pasted_text()) {
        every_sign_is_kept(&text)?;
    }

    #[test]
    fn table_text_is_kept(text in table_text()) {
        every_sign_is_kept(&text)?;
    }
}
