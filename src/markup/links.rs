//! Addresses: which may be clicked, and where they stand in plain text.

use std::borrow::Cow;

use linkify::{LinkFinder, LinkKind};

/// At most 2 048 bytes in an address: nobody types a longer one, and the limit keeps the search linear.
const LONGEST_ADDRESS: usize = 2048;

/// Whether a link may lead to this address: `http`, `https`, `mailto` and `tel`, in any case of letters.
///
/// The scheme must stand at the very start, letter by letter: browsers skip spaces and control characters, so an
/// address that begins with them, or hides them in its scheme, is refused.
///
/// ```
/// use greffier::markup::allowed_address;
/// assert!(allowed_address("HTTPS://example.org"));
/// assert!(!allowed_address("java\tscript:alert(1)"));
/// ```
pub fn allowed_address(address: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| {
            let start = address.get(..scheme.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && address.len() > scheme.len()
        })
}

/// The address with the signs that none may hold (RFC 3986, appendix A) as percent codes: some readers of Markdown see a link, a
/// picture or a table within an address. Browsers do the same by themselves. Brackets stay around a host of IPv6.
pub(crate) fn encoded(address: &str) -> Cow<'_, str> {
    const NEVER: [char; 11] = ['"', '<', '>', '[', ']', '\\', '^', '`', '{', '|', '}'];
    if !address.contains(NEVER) {
        return Cow::Borrowed(address);
    }
    let start = address.find("://").map_or(0, |end| end + 3);
    let host = address[start..]
        .find(']')
        .map_or("", |end| &address[start..start + end + 1]);
    let is_number = |one: char| one.is_ascii_hexdigit() || matches!(one, ':' | '.');
    let is_ipv6 = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .is_some_and(|host| !host.is_empty() && host.chars().all(is_number));
    let kept = if is_ipv6 { start + host.len() } else { 0 };
    let mut encoded = address[..kept].to_owned();
    for character in address[kept..].chars() {
        match NEVER.contains(&character) {
            true => encoded.push_str(&format!("%{:02X}", u32::from(character))),
            false => encoded.push(character),
        }
    }
    Cow::Owned(encoded)
}

/// An address is printed as typed, but for what would end it: spaces, quotation marks, control characters.
pub(super) fn encode_address(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        if character.is_whitespace()
            || character.is_control()
            || matches!(character, '"' | '<' | '>' | '`')
        {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                encoded.push_str(&format!("%{byte:02X}"));
            }
        } else {
            encoded.push(character);
        }
    }
    encoded
}

/// Whether a text is the address that its link leads to.
pub(super) fn is_itself(href: &str, text: &str) -> bool {
    let address = encoded(text);
    href == address || href.strip_prefix("mailto:") == Some(&address)
}

/// A stretch of text, with the address it leads to if it is one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    pub(super) href: Option<String>,
}

/// Cuts a text at the web and mail addresses it holds. The pieces joined are the text, and no piece that is not an
/// address holds one.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    if !may_hold_address(text) {
        let whole = Piece { text, href: None };
        return Vec::from_iter((!text.is_empty()).then_some(whole));
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url, LinkKind::Email]);
    let mut addresses = Vec::new();
    let mut word_start = 0;
    for (word_end, stop) in text.match_indices(ends_address).chain([(text.len(), "")]) {
        let word = &text[word_start..word_end];
        if word.len() <= LONGEST_ADDRESS && may_hold_address(word) {
            collect_addresses(&finder, word, word_start, &mut addresses);
        }
        word_start = word_end + stop.len();
    }
    let mut pieces = Vec::with_capacity(2 * addresses.len() + 1);
    let mut position = 0;
    for Address { start, end, href } in addresses {
        pieces.push(Piece {
            text: &text[position..start],
            href: None,
        });
        pieces.push(Piece {
            text: &text[start..end],
            href: Some(href),
        });
        position = end;
    }
    pieces.push(Piece {
        text: &text[position..],
        href: None,
    });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

fn may_hold_address(text: &str) -> bool {
    text.contains('@') || text.contains("://")
}

struct Address {
    start: usize,
    end: usize,
    href: String,
}

/// Finds the addresses of a word that stands at `offset`. What remains on either side of one is searched again by
/// itself, as it will be when the Markdown we print is read. The word is short, so this cannot go deep.
fn collect_addresses(finder: &LinkFinder, word: &str, offset: usize, addresses: &mut Vec<Address>) {
    let mut position = 0;
    while let Some(Address { start, end, href }) = first_address(finder, &word[position..]) {
        let (start, end) = (position + start, position + end);
        collect_addresses(finder, &word[position..start], offset + position, addresses);
        addresses.push(Address {
            start: offset + start,
            end: offset + end,
            href,
        });
        position = end;
    }
}

/// The address if the whole text is one, as [`pieces`] sees it.
pub(super) fn whole_address(text: &str) -> Option<String> {
    let mut pieces = pieces(text);
    let first = pieces.pop()?;
    if pieces.is_empty() { first.href } else { None }
}

fn ends_address(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '<' | '>' | '`' | '"' | '«' | '»' | '“' | '”')
}

/// The first address in a word.
fn first_address(finder: &LinkFinder, word: &str) -> Option<Address> {
    finder.links(word).find_map(|link| {
        if *link.kind() == LinkKind::Email {
            let start = link.start() + elided_length(link.as_str());
            let address = &word[start..link.end()];
            let sound = !address.starts_with(['.', '@']) && address.contains('@');
            return sound.then(|| Address {
                start,
                end: link.end(),
                href: format!("mailto:{}", encoded(address)),
            });
        }
        let length = address_length(link.as_str());
        let address = &link.as_str()[..length];
        let scheme = address
            .split_once("://")
            .map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
        let sound = scheme.is_some_and(|(scheme, rest)| {
            matches!(scheme.as_str(), "http" | "https")
                && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        });
        sound.then(|| Address {
            start: link.start(),
            end: link.start() + length,
            href: encoded(address).into_owned(),
        })
    })
}

/// In `l’info@x.org` the article is no part of the address.
fn elided_length(address: &str) -> usize {
    let local = address.split_once('@').map_or(address, |(local, _)| local);
    local
        .char_indices()
        .rev()
        .find(|(_, character)| !character.is_ascii() && !character.is_alphanumeric())
        .map_or(0, |(index, character)| index + character.len_utf8())
}

/// Where an address ends: before a bracket that nothing closes or opens inside it, and before final punctuation.
fn address_length(address: &str) -> usize {
    let mut opened = Vec::new();
    let mut length = address.len();
    for (index, character) in address.char_indices() {
        match character {
            '(' | '[' => opened.push((index, if character == '(' { ')' } else { ']' })),
            ')' | ']' if opened.last().is_some_and(|(_, close)| *close == character) => {
                opened.pop();
            }
            ')' | ']' => {
                length = index;
                break;
            }
            _ => {}
        }
    }
    if let Some((index, _)) = opened.first() {
        length = length.min(*index);
    }
    let marks = ['.', ',', ';', ':', '!', '?', '…', '\'', '’', '*'];
    address[..length].trim_end_matches(marks).len()
}
