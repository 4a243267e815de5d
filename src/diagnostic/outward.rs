//! What is said may quote a file of anybody's: no sign of it that a terminal obeys, or that turns the order in which a line is read,
//! leaves the program as it is, and no text is said without end.

use std::borrow::Cow;

/// At most 2 000 bytes of a title, a label or a help are said: what they quote may be megabytes.
pub(super) const LONGEST_SAID: usize = 2_000;

/// Whether a sign is an order rather than something to read: controls (C0, DEL, C1 such as U+009B, which begins an escape sequence alone),
/// what turns the direction of a text, Unicode's own line ends. Line ends and tabs are no orders.
#[must_use]
pub fn is_order(sign: char) -> bool {
    let is_turn = matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_turn || (sign.is_control() && !matches!(sign, '\n' | '\t'))
}

/// The text with its orders made visible: pictures of controls (`␛`), else U+FFFD.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    match text.contains(is_order) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.chars().map(shown).collect()),
    }
}

/// The name of a file with its line ends and tabs made visible too: with them it would look like other messages.
#[must_use]
pub fn visible_name(name: &str) -> Cow<'_, str> {
    match name.contains(['\n', '\t']) {
        false => visible(name),
        true => {
            let name = name.replace('\n', "␊").replace('\t', "␉");
            Cow::Owned(visible(&name).into_owned())
        }
    }
}

fn shown(sign: char) -> char {
    match u32::from(sign) {
        _ if !is_order(sign) => sign,
        control @ 0..0x20 => {
            char::from_u32(0x2400 + control).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        0x7F => '␡',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// The same sign for sign and byte for byte, for a text that marks point into; what has one byte is left to who draws it.
pub(super) fn in_its_place(sign: char) -> char {
    match (is_order(sign), sign.len_utf8()) {
        (true, 2) => '¤',
        (true, 3) => char::REPLACEMENT_CHARACTER,
        _ => sign,
    }
}

/// The text, or, if it is longer, its beginning and `…`.
#[must_use]
pub fn shortened(mut text: String, most: usize) -> String {
    if text.len() > most {
        let mut end = most;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_seen() {
        for (text, seen) in [
            ("à Gao\n\tdemain\u{a0}!", "à Gao\n\tdemain\u{a0}!"),
            ("\u{1b}[31m", "␛[31m"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("\r\u{8}\u{7f}\0", "␍␈␡␀"),
            (
                "a\u{202e}b\u{2066}c\u{200f}\u{2028}",
                "a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}",
            ),
        ] {
            assert_eq!(visible(text), seen);
            let placed: String = text.chars().map(in_its_place).collect();
            assert_eq!(placed.len(), text.len(), "{text:?}");
            assert!(!placed.contains(|sign| is_order(sign) && !sign.is_ascii()));
        }
        for (name, seen) in [
            ("meetings/à Gao.toml", "meetings/à Gao.toml"),
            ("x\nerreur : faux\tb", "x␊erreur : faux␉b"),
            ("\u{1b}\n", "␛␊"),
        ] {
            assert_eq!(visible_name(name), seen);
        }
        assert_eq!(shortened("é".repeat(3), 3), "é…");
        assert_eq!(shortened("abc".to_owned(), 3), "abc");
    }
}
