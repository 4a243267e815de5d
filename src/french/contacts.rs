//! How a person can be reached, found in a line: mail addresses and telephone numbers.

mod numbers;

use std::borrow::Cow;
use std::ops::Range;

use super::folding::fold;
use super::hollow::without_hollow;
use numbers::number;

/// At most 200 characters behind a contact belong to it.
const MOST_FOLLOWING: usize = 200;

/// Words that announce an address or a number, and mean nothing without it; folded.
const ANNOUNCING: [&str; 34] = [
    "tel",
    "tels",
    "telephone",
    "telephones",
    "tph",
    "portable",
    "mobile",
    "mob",
    "cell",
    "cel",
    "cellulaire",
    "gsm",
    "fixe",
    "fax",
    "telecopie",
    "phone",
    "ph",
    "whatsapp",
    "viber",
    "telegram",
    "skype",
    "contact",
    "contacts",
    "joignable",
    "courriel",
    "courriels",
    "email",
    "emails",
    "mail",
    "mails",
    "mel",
    "mailto",
    "adresse",
    "electronique",
];

/// Words that may stand between one of those and what it announces.
const BETWEEN: [&str; 11] = [
    "au", "a", "le", "par", "sur", "est", "et", "ou", "n", "no", "numero",
];
/// Words that lead to such a word, and mean nothing without it.
const LEADING: [&str; 6] = ["de", "d", "du", "point", "personne", "ligne"];

/// The line without mail addresses and telephone numbers, nor the words and signs that led to them.
///
/// `Awa Sangaré (tél. 76 12 34 56)` gives `Awa Sangaré`.
pub fn without_contacts(line: &str) -> Cow<'_, str> {
    let found = contacts(line);
    if found.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut kept = String::new();
    let mut end = 0;
    for Range { start, end: after } in found {
        kept.push_str(&line[end..start]);
        without_announcement(&mut kept);
        end = after + following(&line[after..]);
    }
    kept.push_str(&line[end..]);
    Cow::Owned(without_hollow(&kept))
}

/// What of the line is a way to reach somebody, in order.
pub fn contacts(line: &str) -> Vec<Range<usize>> {
    match in_plain_digits(line) {
        None => plain_contacts(line),
        Some((plain, places)) => plain_contacts(&plain)
            .into_iter()
            .map(|found| places[found.start]..places[found.end])
            .collect(),
    }
}

/// The line with the digits of other keyboards, *７６* or *٧٦*, as plain ones, and where each byte of it, and its end, stood; `None` where
/// it has no other digits.
fn in_plain_digits(line: &str) -> Option<(String, Vec<usize>)> {
    const ZEROS: [char; 3] = ['\u{ff10}', '\u{660}', '\u{6f0}'];
    let plain = |sign: char| {
        let values = ZEROS
            .iter()
            .map(|zero| u32::from(sign).wrapping_sub(u32::from(*zero)));
        let digit = values.into_iter().find(|value| *value < 10);
        digit.and_then(|digit| char::from_digit(digit, 10))
    };
    if line.is_ascii() || !line.chars().any(|sign| plain(sign).is_some()) {
        return None;
    }
    let (mut text, mut places) = (String::new(), Vec::new());
    for (at, sign) in line.char_indices() {
        text.push(plain(sign).unwrap_or(sign));
        places.resize(text.len(), at);
    }
    places.push(line.len());
    Some((text, places))
}

fn plain_contacts(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most lines have nothing that a number, or an address, cannot do without.
    let may_be_of_one =
        |byte: u8| byte.is_ascii_digit() || !byte.is_ascii() || b"@[({".contains(&byte);
    if !line.bytes().any(may_be_of_one) && !line.contains("arobase") {
        return found;
    }
    let small = line.to_ascii_lowercase();
    let mut addresses: Vec<Next<'_>> = SIGNS
        .iter()
        .map(|sign| Next::new(|start| address(&small, start, sign)))
        .collect();
    let mut numbers = Next::new(|start| number(line, start));
    let mut start = 0;
    loop {
        let addresses = addresses.iter_mut().filter_map(|one| one.from(start));
        let address = addresses.min_by_key(|range| (range.start, usize::MAX - range.end));
        let next = address.into_iter().chain(numbers.from(start));
        let Some(next) = next.min_by_key(|range| range.start) else {
            return found;
        };
        start = next.end;
        found.push(next);
    }
}

/// What is found next of a kind, looked for once as long as it lies ahead: a line of thousands is not searched from each of them.
struct Next<'f> {
    find: Box<dyn Fn(usize) -> Option<Range<usize>> + 'f>,
    /// `None` until it is looked for.
    found: Option<Option<Range<usize>>>,
}

impl<'f> Next<'f> {
    fn new(find: impl Fn(usize) -> Option<Range<usize>> + 'f) -> Self {
        Self {
            find: Box::new(find),
            found: None,
        }
    }

    /// The first from there on.
    fn from(&mut self, start: usize) -> Option<Range<usize>> {
        let is_ahead = match &self.found {
            None => false,
            Some(None) => true,
            Some(Some(found)) => found.start >= start,
        };
        if !is_ahead {
            self.found = Some((self.find)(start));
        }
        self.found.clone().flatten()
    }
}

/// What is typed for the sign of a mail address, in small letters.
const SIGNS: [&str; 8] = [
    "@",
    "＠",
    "[at]",
    "(at)",
    "{at}",
    "[arobase]",
    "(arobase)",
    " arobase ",
];

/// A mail address: that sign between two words, of which the second may be a machine's where the sign is none of its own.
fn address(line: &str, start: usize, sign: &str) -> Option<Range<usize>> {
    let ends_word = |letter: char| letter.is_whitespace() || "()<>[]{},;:\"«»/|".contains(letter);
    let rest = &line[start..];
    rest.match_indices(sign).find_map(|(at, _)| {
        let (sign_start, sign_end) = (start + at, start + at + sign.len());
        // A space may stand on either side, where what follows can only be a machine.
        let at = sign_start - usize::from(line[start..sign_start].ends_with(' '));
        let after = sign_end + usize::from(line[sign_end..].starts_with(' '));
        let is_tight = (at, after) == (sign_start, sign_end);
        let from = line[start..at].rfind(ends_word).map_or(start, |before| {
            let before = start + before;
            before + line[before..].chars().next().map_or(1, char::len_utf8)
        });
        let to = line[after..]
            .find(ends_word)
            .map_or(line.len(), |end| after + end);
        // A point at the end is the sentence's.
        let to = after + line[after..to].trim_end_matches('.').len();
        let is_host = sign == "@" && is_tight || line[after..to].contains('.');
        (from < at && after < to && is_host).then_some(from..to)
    })
}

/// The words of a text, a hyphen within one included.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let parts = |letter: char| !letter.is_alphanumeric() && letter != '-';
    text.split(parts)
        .filter(|word| word.contains(char::is_alphanumeric))
}

/// Takes the words and signs off that announce what comes next.
fn without_announcement(text: &mut String) {
    let mut has_announced = false;
    loop {
        let end = text
            .trim_end_matches(|letter: char| letter.is_whitespace() || ":.+°º".contains(letter))
            .len();
        let start = text[..end]
            .rfind(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .map_or(0, |before| {
                before + text[before..].chars().next().map_or(1, char::len_utf8)
            });
        let word = fold(&text[start..end]);
        let is_small =
            !text[start..end].starts_with(char::is_uppercase) || word == "n" || word == "no";
        let announces = ANNOUNCING.contains(&word.as_str());
        let leads = is_small
            && (BETWEEN.contains(&word.as_str())
                || (has_announced && LEADING.contains(&word.as_str())));
        has_announced |= announces;
        match announces || leads {
            true => text.truncate(start),
            false => {
                text.truncate(end);
                return;
            }
        }
    }
}

/// How far what follows a contact belongs to it: an extension, or what it is for, in brackets or not.
fn following(rest: &str) -> usize {
    let near = rest.char_indices().nth(MOST_FOLLOWING);
    let near = near.map_or(rest, |(end, _)| &rest[..end]);
    let piece = match near.find([',', ';', '/', '|']) {
        Some(end) => &near[..end],
        None if near.len() < rest.len() => return 0,
        None => near,
    };
    let said: Vec<String> = words(piece).map(fold).collect();
    let is_digits = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_for = |word: &String| {
        ANNOUNCING.contains(&word.as_str())
            || ["poste", "ext", "bureau"].contains(&word.as_str())
            || (is_digits(word) && word.len() < 5)
    };
    match !said.is_empty() && !is_digits(&said[0]) && said.iter().all(is_for) {
        true => piece.len(),
        false => 0,
    }
}
