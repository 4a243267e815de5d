//! Just enough HTML to find the tags of a page's head: comments and raw texts are passed over, quotes respected.

use std::ops::Range;

/// A start or end tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// In small letters, an end tag with its `/`.
    pub(super) name: String,
    /// Where it stands, brackets included.
    pub(super) span: Range<usize>,
    pub(super) attributes: Vec<Attribute>,
}

/// An attribute that has a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// In small letters.
    pub(super) name: String,
    /// Where its value stands, quotes included.
    pub(super) span: Range<usize>,
    /// As written, without quotes.
    pub(super) value: String,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
    }
}

/// What stands in these elements holds no tags.
const RAW: [&str; 4] = ["title", "style", "script", "noscript"];

/// The tags of a page up to the end of its head.
pub(super) fn head_of(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = find(page, at, "<") {
        if page[start..].starts_with("<!--") {
            at = after(page, start + 4, "-->");
            continue;
        }
        let Some(tag) = tag(page, start) else {
            at = start + 1;
            continue;
        };
        at = tag.span.end;
        if RAW.contains(&tag.name.as_str()) {
            at = end_of_raw(page, at, &tag.name);
        }
        let is_last = ["/head", "body"].contains(&tag.name.as_str());
        tags.push(tag);
        if is_last {
            break;
        }
    }
    tags
}

fn find(page: &str, from: usize, what: &str) -> Option<usize> {
    Some(from + page.get(from..)?.find(what)?)
}

fn after(page: &str, from: usize, what: &str) -> usize {
    find(page, from, what).map_or(page.len(), |found| found + what.len())
}

/// Where the end tag of a raw element begins.
fn end_of_raw(page: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = find(page, at, "</") {
        let rest = &page.as_bytes()[found + 2..];
        let is_its = rest
            .get(..name.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
        if is_its {
            return found;
        }
        at = found + 2;
    }
    page.len()
}

fn tag(page: &str, start: usize) -> Option<Tag> {
    let bytes = page.as_bytes();
    let mut at = start + 1;
    let is_name = |byte: u8| !byte.is_ascii_whitespace() && !b"/>=\"'<".contains(&byte);
    if bytes.get(at) == Some(&b'/') {
        at += 1;
    }
    if !bytes.get(at)?.is_ascii_alphabetic() {
        return None;
    }
    at = skip(bytes, at, is_name);
    let name = page[start + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = skip(bytes, at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        if *bytes.get(at)? == b'>' {
            let span = start..at + 1;
            return Some(Tag {
                name,
                span,
                attributes,
            });
        }
        let named = at;
        at = skip(bytes, at, is_name).max(at + 1);
        let own = page.get(named..at)?.to_ascii_lowercase();
        let equals = skip(bytes, at, |byte| byte.is_ascii_whitespace());
        if *bytes.get(equals)? != b'=' {
            continue;
        }
        let open = skip(bytes, equals + 1, |byte| byte.is_ascii_whitespace());
        let (span, value) = match *bytes.get(open)? {
            quote @ (b'"' | b'\'') => {
                let close = skip(bytes, open + 1, |byte| byte != quote);
                (open..close + 1, open + 1..close)
            }
            _ => {
                let close = skip(bytes, open, |byte| {
                    !byte.is_ascii_whitespace() && byte != b'>'
                });
                (open..close, open..close)
            }
        };
        at = span.end;
        attributes.push(Attribute {
            name: own,
            span,
            value: page.get(value)?.to_owned(),
        });
    }
}

/// The first place from `at` on whose byte is not so.
fn skip(bytes: &[u8], at: usize, is_so: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .position(|byte| !is_so(*byte))
        .unwrap_or(rest.len())
}
