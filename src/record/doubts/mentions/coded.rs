//! A text whose addresses hold signs by their numbers, as other programs write those of files: `CV%20Demb%C3%A9l%C3%A9.pdf`.

use std::ops::Range;

/// An address within another one has codes of codes, `%2520`: at most 3 times.
const MOST_TIMES: usize = 3;

/// The text with these signs in the place of their numbers, and where each stood.
pub(super) struct Plain {
    pub(super) text: String,
    /// For each byte of it, and its end, where it begins in what was typed.
    places: Vec<usize>,
}

impl Plain {
    /// None where no sign is typed by its number.
    pub(super) fn of(typed: &str) -> Option<Self> {
        let mut plain = Self::once(typed)?;
        for _ in 1..MOST_TIMES {
            let Some(inner) = Self::once(&plain.text) else {
                break;
            };
            let places = inner.places.iter();
            plain = Self {
                places: places
                    .filter_map(|at| plain.places.get(*at).copied())
                    .collect(),
                text: inner.text,
            };
        }
        Some(plain)
    }

    /// A part of the plain text, as typed.
    pub(super) fn as_typed(&self, part: &Range<usize>) -> Option<Range<usize>> {
        Some(*self.places.get(part.start)?..*self.places.get(part.end)?)
    }

    fn once(typed: &str) -> Option<Self> {
        let mut plain = Self {
            text: String::new(),
            places: Vec::new(),
        };
        let (mut copied, mut is_changed) = (0, false);
        for (bar, _) in typed.match_indices('%') {
            if bar < copied {
                continue;
            }
            let codes = codes(&typed[bar..]);
            if codes.is_empty() {
                continue;
            }
            plain.copy(&typed[copied..bar], copied);
            plain.decode(&codes, bar);
            copied = bar + LENGTH * codes.len();
            is_changed = true;
        }
        plain.copy(&typed[copied..], copied);
        plain.places.push(typed.len());
        is_changed.then_some(plain)
    }

    /// What is typed as it is, from that place.
    fn copy(&mut self, typed: &str, from: usize) {
        self.text.push_str(typed);
        self.places.extend(from..from + typed.len());
    }

    /// The signs that these numbers are, in UTF-8 or, as older programs write them, in Windows-1252.
    fn decode(&mut self, codes: &[u8], from: usize) {
        let mut at = from;
        for chunk in codes.utf8_chunks() {
            for sign in chunk.valid().chars() {
                self.push(sign, at);
                at += LENGTH * sign.len_utf8();
            }
            for code in chunk.invalid() {
                self.push(windows_letter(*code), at);
                at += LENGTH;
            }
        }
    }

    fn push(&mut self, sign: char, at: usize) {
        self.text.push(sign);
        self.places.extend(std::iter::repeat_n(at, sign.len_utf8()));
    }
}

/// How long a code is: `%20`.
const LENGTH: usize = 3;

/// The numbers that stand there one behind another.
fn codes(typed: &str) -> Vec<u8> {
    let codes = typed.as_bytes().chunks_exact(LENGTH).map(|code| {
        let [b'%', high, low] = code else {
            return None;
        };
        let digit = |sign: u8| char::from(sign).to_digit(16);
        u8::try_from(16 * digit(*high)? + digit(*low)?).ok()
    });
    codes.map_while(|code| code).collect()
}

/// A letter of Windows-1252, which is Unicode’s beyond the first 32 that are not of ASCII; of those, the letters of names.
fn windows_letter(code: u8) -> char {
    match code {
        0x8a => 'Š',
        0x8c => 'Œ',
        0x8e => 'Ž',
        0x91 | 0x92 => '’',
        0x9a => 'š',
        0x9c => 'œ',
        0x9e => 'ž',
        0x9f => 'Ÿ',
        0x80..=0x9f => ' ',
        _ => char::from(code),
    }
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn signs_by_their_numbers() {
        for (typed, expected) in [
            ("a%20b", Some("a b")),
            ("Demb%C3%A9l%c3%a9", Some("Dembélé")),
            ("Demb%E9l%E9", Some("Dembélé")),
            ("%E9%20%C5%93", Some("é œ")),
            ("N%92Diaye", Some("N’Diaye")),
            ("a%2520b", Some("a b")),
            ("%41wa", Some("Awa")),
            ("a%", None),
            ("a%2", None),
            ("a%2%20b", Some("a%2 b")),
            ("20 % de", None),
            ("20 %", None),
            ("é%é", None),
            ("", None),
        ] {
            let plain = Plain::of(typed).map(|plain| plain.text);
            assert_eq!(plain.as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn each_sign_keeps_its_place() {
        for (typed, part, expected) in [
            ("x/Demb%C3%A9l%C3%A9.pdf", "Dembélé", "Demb%C3%A9l%C3%A9"),
            ("x/Awa%2520Sow/y", "Awa Sow", "Awa%2520Sow"),
            ("é%E9é", "é", "é"),
            ("Awa%20Sow", "Awa Sow", "Awa%20Sow"),
        ] {
            let plain = Plain::of(typed).unwrap();
            let start = plain.text.find(part).unwrap();
            let place = plain.as_typed(&(start..start + part.len()));
            assert_eq!(place.map(|place| &typed[place]), Some(expected), "{typed}");
        }
    }
}
