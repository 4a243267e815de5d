//! What a person typed, cleaned to stand inside a sentence.

use crate::french::typography::phrase;

/// Words that a slip of the hand doubles, and that no sense doubles.
const SMALL_WORDS: [&str; 9] = ["par", "à", "au", "aux", "de", "du", "des", "en", "dans"];

const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('«', '»'), ('“', '”')];

/// Single spaces, one mark where several follow each other, no bracket empty or alone, no preposition twice, no mark at either
/// end but what ends an abbreviation or asks, exclaims or suspends; nothing at all for a preposition alone.
///
/// `Awa Sow,, Cheffe ( ) ;` gives `Awa Sow, Cheffe`. No other letter or digit goes; an address is
/// kept as it is.
#[must_use]
pub fn tidy(text: &str) -> String {
    settled(text, |text| without_doubled_words(&tidied(text)))
}

/// As [`tidy`], for a name that stands in a list: its words are all its own, were one of them there twice.
#[must_use]
pub fn tidy_name(text: &str) -> String {
    settled(text, tidied)
}

/// The text once the change changes nothing more.
fn settled(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut said = text.to_owned();
    loop {
        let once = change(&said);
        if once == said {
            return said;
        }
        said = once;
    }
}

fn tidied(text: &str) -> String {
    if is_tidy(text) {
        return text.to_owned();
    }
    let mut kept = Tidied::default();
    let text = balanced(text);
    let text = text.trim_start_matches(starts_nothing);
    let text = without_bullet(text);
    for piece in text.split_inclusive(char::is_whitespace) {
        if piece.contains("://") || piece.contains('@') {
            kept.words(piece);
        } else {
            let mut rest = piece.chars().peekable();
            while let Some(sign) = rest.next() {
                kept.sign(sign, rest.peek().copied());
            }
        }
    }
    trimmed(&kept.text).to_owned()
}

/// A quick look: words parted by single spaces or by a comma and one, as most names are, have nothing to be tidied.
fn is_tidy(text: &str) -> bool {
    let is_in_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '’' | '\'');
    let mut words = text.split(' ').peekable();
    let mut are_tidy = true;
    while let Some(word) = words.next() {
        let comma = words.peek().and(word.strip_suffix(','));
        let word = comma.unwrap_or(word);
        are_tidy &= word.starts_with(char::is_alphanumeric) && word.chars().all(is_in_word);
    }
    are_tidy
}

/// The text without the brackets and quotation marks that nothing closes or opens.
fn balanced(text: &str) -> String {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lone = Vec::new();
    for (at, sign) in text.char_indices() {
        if let Some((_, closing)) = PAIRS.iter().find(|(opening, _)| *opening == sign) {
            open.push((at, *closing));
        } else if PAIRS.iter().any(|(_, closing)| *closing == sign) {
            match open.iter().rposition(|(_, closing)| *closing == sign) {
                Some(partner) => lone.extend(open.drain(partner..).skip(1).map(|(at, _)| at)),
                None => lone.push(at),
            }
        }
    }
    lone.extend(open.iter().map(|(at, _)| *at));
    let kept = text.char_indices().filter(|(at, _)| !lone.contains(at));
    kept.map(|(_, sign)| sign).collect()
}

/// `- Awa Sow`, `• Awa Sow`, as pasted from a list.
fn without_bullet(text: &str) -> &str {
    let rest = text.trim_start_matches(['-', '–', '—', '•', '·', '▪']);
    let follows = rest.starts_with(char::is_whitespace) || rest.is_empty();
    if follows { rest.trim_start() } else { text }
}

/// The text without what cannot end a phrase: marks, and brackets that hold nothing.
fn trimmed(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = phrase(rest)
            .trim_end_matches(['(', '[', '«', '“'])
            .trim_end();
        if shorter == rest {
            return rest;
        }
        rest = shorter;
    }
}

/// Of a preposition said twice the second stays, with the mark that may follow it.
fn without_doubled_words(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut last = (0, String::new());
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end().to_lowercase();
        let letters = bare.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        if letters == last.1 && SMALL_WORDS.contains(&letters) {
            said.truncate(last.0);
        }
        last = (said.len(), bare);
        said.push_str(word);
    }
    let said = said.trim_end();
    if SMALL_WORDS.contains(&said) {
        return String::new();
    }
    said.to_owned()
}

fn starts_nothing(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, ',' | ';' | ':' | '.')
}

/// The text so far, and a space that waits for what follows it.
#[derive(Default)]
struct Tidied {
    text: String,
    space: Option<char>,
}

impl Tidied {
    fn sign(&mut self, sign: char, next: Option<char>) {
        match sign {
            _ if sign.is_whitespace() => self.space(sign),
            ',' | ';' | ':' | '.' => self.mark(sign, next),
            ')' | ']' | '»' | '”' => self.closing(sign),
            _ => self.push(sign),
        }
    }

    /// As typed, but for the spaces around.
    fn words(&mut self, piece: &str) {
        for sign in piece.chars() {
            if sign.is_whitespace() {
                self.space(sign);
            } else {
                self.push(sign);
            }
        }
    }

    /// Of several spaces an ordinary one stays, else the first (ESP-R4).
    fn space(&mut self, sign: char) {
        let is_ordinary = !matches!(sign, '\u{a0}' | '\u{202f}');
        let sign = if is_ordinary { ' ' } else { sign };
        if self.space.is_none() || is_ordinary {
            self.space = Some(sign);
        }
    }

    fn push(&mut self, sign: char) {
        let space = self.space.take();
        if !self.text.ends_with(['(', '[', '“']) {
            self.text.extend(space);
        }
        self.text.push(sign);
    }

    /// Of marks in a row the first stays; an abbreviation's period also stands before another mark: `a.i., OCHA`.
    fn mark(&mut self, mark: char, next: Option<char>) {
        let last = self.text.chars().next_back();
        match last {
            Some('(' | '[' | '«' | '“' | ',' | ';' | ':') => {}
            Some('.') if mark == '.' => {}
            Some('?' | '!' | '…') if mark == '.' => {}
            // ".pdf" and "12 .5" are no ends.
            _ if mark == '.' && self.space.is_some() && next.is_some_and(char::is_alphanumeric) => {
                self.push(mark);
            }
            _ => {
                if matches!(mark, ',' | '.') {
                    self.space = None;
                }
                self.push(mark);
            }
        }
    }

    fn closing(&mut self, sign: char) {
        let pair = PAIRS.iter().find(|(_, closing)| *closing == sign);
        let opening = pair.map_or(sign, |(opening, _)| *opening);
        let before = self
            .text
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'));
        match before.strip_suffix(opening) {
            Some(outside) => {
                self.text.truncate(outside.trim_end().len());
                self.space(' ');
            }
            None => {
                self.text.truncate(before.len());
                if sign != '»' {
                    self.space = None;
                }
                self.push(sign);
            }
        }
    }
}
