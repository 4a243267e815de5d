//! A line of a file that is not quite TOML, taken apart into what was meant as its key and its values.

use super::moments::date_or_hour_meant;
use crate::diagnostic::Span;
use crate::french::folding::{in_latin, slug};

/// A line of the file: `key = value`, or anything else.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// Quotes that open or close a text in a word processor, but not here.
pub(super) const CURLY: [char; 14] = [
    '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '’', '‚', '`', '″', '＂',
];

impl<'a> Line<'a> {
    /// The line that holds an offset. The end of a line belongs to that line.
    pub(super) fn around(text: &'a str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
        // The mark of UTF-8 is none of the first line.
        let marked = text.len() - text.trim_start_matches('\u{feff}').len();
        let (start, offset) = (start.max(marked), offset.max(marked));
        let end = text[offset..]
            .find('\n')
            .map_or(text.len(), |length| offset + length);
        let text = text[start..end].trim_end_matches('\r');
        Self {
            text,
            span: start..end,
        }
    }

    /// `[cloture]`, `[[themes]]`, whole or not.
    pub(super) fn is_header(&self) -> bool {
        self.text.trim_start().starts_with('[')
    }

    pub(super) fn is_comment(&self) -> bool {
        self.text.trim_start().starts_with('#')
    }

    /// What stands before `=`, or between the brackets of a header; the whole line where there is neither.
    pub(super) fn key(&self) -> &'a str {
        let line = self.text.trim();
        if self.is_header() {
            let name = line.trim_start_matches('[');
            return name.split([']', '#']).next().unwrap_or_default().trim();
        }
        let end = line.find('=').unwrap_or(line.len());
        let end = self.colon().map_or(end, |colon| end.min(colon));
        line[..end].trim().trim_matches(['"', '{', ' '])
    }

    /// Where, in the trimmed line, a colon stands for the equals sign: `date : 2017-02-07`.
    pub(super) fn colon(&self) -> Option<usize> {
        let (key, _) = self.text.trim().split_once(':')?;
        let name = key.trim().trim_matches('"');
        // `11:45:00` is an hour.
        (is_word(name) && name.contains(char::is_alphabetic)).then_some(key.len())
    }

    /// Where the colon stands in `{ nom: "…" }`, in the pair that holds the offset.
    pub(super) fn colon_in_group(&self, offset: usize) -> Option<usize> {
        let (head, _) = self.split_at(offset);
        let start = head.rfind(['{', ','])? + 1;
        let (key, _) = self.text[start..].split_once(':')?;
        let is_key = is_word(key.trim().trim_matches('"'));
        (head.contains('{') && is_key).then_some(self.span.start + start + key.len())
    }

    /// The line end of the file, as this line has it.
    pub(super) fn line_end(&self) -> &'static str {
        match self.span.len() > self.text.len() {
            true => "\r\n",
            false => "\n",
        }
    }

    /// Neither `key = value` nor anything that was meant as such.
    pub(super) fn is_prose(&self) -> bool {
        !self.is_header()
            && !self.text.contains('=')
            && self.colon().is_none()
            && self.key_and_value().is_none()
    }

    /// `lieu "à Gao"`, `lieu → "à Gao"`: a key and a value with nothing between them, or another sign.
    pub(super) fn key_and_value(&self) -> Option<(&'a str, &'a str)> {
        let (key, value) = self.text.trim().split_once(char::is_whitespace)?;
        let value = value.trim();
        let signs = ["→", "->", "-", "–", "—"];
        let after_sign = signs.iter().find_map(|sign| value.strip_prefix(sign));
        let value = after_sign.map_or(value, str::trim_start);
        let is_value = value.starts_with(['"', '[', '{'])
            || ["true", "false"].contains(&value)
            || value.parse::<u32>().is_ok()
            || date_or_hour_meant(value).is_some();
        // `- [[themes]]`, `1. "…"`: the mark of a list is no key.
        let is_key = is_word(key) && key.contains(char::is_alphabetic);
        (is_key && is_value).then_some((key, value))
    }

    /// The line without its indentation and trailing spaces.
    pub(super) fn trimmed_span(&self) -> Span {
        let start = self.span.start + self.text.len() - self.text.trim_start().len();
        start..start + self.text.trim().len()
    }

    /// The same without a comment, in a line that holds no text: a header.
    pub(super) fn header_span(&self) -> Span {
        let Span { start, .. } = self.trimmed_span();
        let header = self.text.trim().split('#').next().unwrap_or_default();
        start..start + header.trim_end().len()
    }

    /// The sign at an offset, or the one before it at the line's end.
    pub(super) fn sign_at(&self, offset: usize) -> char {
        let (before, after) = self.split_at(offset);
        after
            .chars()
            .next()
            .or_else(|| before.chars().next_back())
            .unwrap_or(' ')
    }

    /// The line before and after an offset of the file.
    pub(super) fn split_at(&self, offset: usize) -> (&'a str, &'a str) {
        let mut inside = offset.saturating_sub(self.span.start).min(self.text.len());
        while !self.text.is_char_boundary(inside) {
            inside -= 1;
        }
        self.text.split_at(inside)
    }

    /// The value that holds the offset, and where it stands. In a list or a group it ends at its comma, else with the line.
    pub(super) fn value_at(&self, offset: usize) -> (&'a str, Span) {
        let (head, _) = self.split_at(offset);
        let equals = head.find('=').or_else(|| self.text.find('='));
        let is_inner = equals
            .is_none_or(|equals| head[equals.min(head.len())..].contains(['[', '{']))
            || self.text.trim_start().starts_with('{');
        let start = if is_inner {
            head.rfind(['=', ',', '[', '{'])
        } else {
            equals
        }
        .map_or(0, |before| before + 1);
        let value = &self.text[start..];
        let leading = value.len() - value.trim_start().len();
        let value = value.trim_start();
        let end = match value.chars().next() {
            Some('“' | '”' | '„' | '«' | '″') => value
                .char_indices()
                .skip(1)
                .find(|(_, sign)| matches!(sign, '”' | '»' | '“' | '″'))
                .map(|(at, sign)| at + sign.len_utf8()),
            _ => None,
        };
        let ends: &[char] = if is_inner {
            &[',', '}', ']', '#']
        } else {
            &['#']
        };
        let end = end.or_else(|| value.find(ends)).unwrap_or(value.len());
        let value = value[..end]
            .trim_end()
            .trim_end_matches([',', ';'])
            .trim_end();
        let start = self.span.start + start + leading;
        (value, start..start + value.len())
    }

    /// The key that holds the offset, if it stands between braces, and where it begins:
    /// `qualité` in `{ nom = "Awa Sow", qualité = "membre" }`.
    pub(super) fn key_in_group(&self, offset: usize) -> Option<(&'a str, usize)> {
        let (head, _) = self.split_at(offset);
        let start = head.rfind(['{', ','])? + 1;
        let is_in_group = head.contains('{') && !head[start..].contains(['"', '=', '[', '}']);
        let key = self.text[start..].split('=').next()?;
        // Another pair may follow a key without its sign.
        let is_key = is_in_group && !key.contains(['"', '{', '}', ',']);
        let leading = key.len() - key.trim_start().len();
        let key = key.trim();
        (is_key && !key.is_empty()).then_some((key, self.span.start + start + leading))
    }

    /// The key of the value that holds the offset.
    pub(super) fn key_at(&self, offset: usize) -> &'a str {
        let (head, _) = self.split_at(offset);
        let key = head.rsplit_once('=').map_or(self.key(), |(key, _)| key);
        key.rsplit([',', '{', '[']).next().unwrap_or(key).trim()
    }
}

/// Letters, digits and what may stand between them in a key, accents included.
pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| sign.is_alphanumeric() || "_-.".contains(sign))
}

/// The key that was meant: `Présidence` → `presidence`, `ordre du jour` → `ordre_du_jour`, `liеu` with a Cyrillic letter → `lieu`.
pub(super) fn plain_key(key: &str) -> String {
    let key = in_latin(key);
    let parts = key.split('.').map(|part| slug(part).replace('-', "_"));
    parts.collect::<Vec<_>>().join(".")
}

/// Where the key stands before, in the same block.
pub(super) fn earlier_key(text: &str, offset: usize, key: &str) -> Option<Span> {
    let mut end = offset;
    while let Some(start) = text.get(..end)?.rfind(key) {
        let stands_alone = text[start + key.len()..].trim_start().starts_with('=')
            && text[..start]
                .trim_end_matches(' ')
                .ends_with(['\n', '{', ',', '\t']);
        if (stands_alone || start == 0) && !text[start..offset].contains("\n[") {
            return Some(start..start + key.len());
        }
        end = start;
    }
    None
}

/// The name of the block that holds an offset; empty at the top of the file.
pub(super) fn block_of(text: &str, offset: usize) -> &str {
    let lines = text.get(..offset).unwrap_or_default().rsplit('\n');
    let mut lines = lines.map(str::trim).skip(1);
    lines.find_map(block_of_line).unwrap_or_default()
}

/// The name in a line between brackets.
pub(super) fn block_of_line(line: &str) -> Option<&str> {
    let line = line.trim();
    let is_header = line.starts_with('[') && line.ends_with(']');
    is_header.then(|| line.trim_matches(['[', ']', ' ']))
}
