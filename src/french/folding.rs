//! Texts reduced to plain letters: [`slug`] and [`name_slug`] for addresses, [`fold`] to compare spellings; and [`composed`] ones.
//!
//! Sorting has rules of its own.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text with each letter and its accents as one character where Unicode has one (NFC, CAP-11), and with the letters of
/// the ligatures that a PDF or a word processor leaves in what is copied from it: `ﬁn` is `fin`. The mark of the order of bytes
/// that comes along from the beginning of a file, which no eye sees, goes.
pub fn composed(text: &str) -> String {
    if is_surely_composed(text) {
        return text.to_owned();
    }
    let text = text.trim_matches('\u{feff}');
    let composed = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    };
    if composed.contains(|letter| ligature(letter).is_some()) {
        let letters =
            |letter: char| ligature(letter).map_or_else(|| letter.to_string(), str::to_owned);
        return composed.chars().map(letters).collect();
    }
    composed
}

/// The text with each letter and its accents as one character (NFC) and nothing else changed: under it, names of files that read alike are equal,
/// however the system that wrote them takes accents apart.
pub fn one_form(text: &str) -> String {
    text.nfc().collect()
}

/// A quick look at the bytes: whether all signs lie before U+0300, where nothing is combined, or are dashes and apostrophes.
fn is_surely_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| {
        *byte < 0xCC || (*byte == 0xE2 && matches!(bytes[at..], [_, 0x80, 0x82..=0xAF, ..]))
    })
}

/// The letters of a typographic ligature; œ and æ are letters of their own.
fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// A part of an address: ASCII `a`–`z`, `0`–`9`, single `-` between (CAP-09, CAP-10, CAP-12).
///
/// Accents go, the Latin letters of African languages become their plain neighbours (`ɛ` → `e`), letters of other
/// scripts are dropped. May be empty.
pub fn slug(text: &str) -> String {
    words(text, |letter| letter.is_ascii())
}

/// The plain letters and digits that are kept, a `-` wherever signs or spaces stand between two of them.
fn words(text: &str, is_kept: impl Fn(char) -> bool) -> String {
    let mut words = String::with_capacity(text.len());
    let mut gap = false;
    for letter in plain_letters(text) {
        if !letter.is_alphanumeric() {
            gap = true;
        } else if is_kept(letter) {
            if gap && !words.is_empty() {
                words.push('-');
            }
            gap = false;
            words.push(letter);
        }
    }
    words
}

/// At most 80 letters of what stands for a name in an address are those of its slug.
const LONGEST_NAME: usize = 80;

/// What stands for a name in an address: its [`slug`], where that is the whole name. Where it is empty, is cut or lost letters,
/// a number made of all letters follows behind two hyphens, which no slug holds. So names that [`fold`] tells apart never share one,
/// and none depends on which other names there are.
pub fn name_slug(name: &str) -> String {
    let (slug, mut whole) = (slug(name), words(name, |_| true));
    if slug == whole && !slug.is_empty() && slug.len() <= LONGEST_NAME {
        return slug;
    }
    if whole.is_empty() {
        // A name of signs alone is told by them.
        let signs = name.nfkc().filter(|sign| !sign.is_whitespace());
        whole = signs.filter(|sign| !is_invisible(*sign)).collect();
    }
    let letters: String = slug.chars().take(LONGEST_NAME).collect();
    let letters = match letters.trim_end_matches('-') {
        "" => "sans-nom",
        letters => letters,
    };
    format!("{letters}--{:016x}", number_of(&whole))
}

/// A number that two texts do not share by accident (FNV-1a, of 64 bits); the same for ever, since addresses hold it.
fn number_of(text: &str) -> u64 {
    let mix = |number: u64, byte: u8| (number ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// The key under which a name is looked up: what [`fold`] makes of it, or, of a name of signs alone, these.
pub fn name_key(name: &str) -> String {
    match fold(name) {
        folded if folded.is_empty() => name.split_whitespace().collect(),
        folded => folded,
    }
}

/// Which of the spellings of a name is shown: the one that is written most often, and of two the one with a capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    count: usize,
    has_capital: bool,
}

impl Rank {
    /// That of a spelling which stands so often.
    #[must_use]
    pub fn of(count: usize, spelling: &str) -> Self {
        Self {
            count,
            has_capital: spelling.contains(char::is_uppercase),
        }
    }
}

/// A key under which near spellings are equal: case, accents, spaces and punctuation do not count.
///
/// `fold("PNUD / La coordination") == fold("PNUD/la Coordination")`. Letters of every script stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match plain_french(letter) {
            Some(plain) => folded.extend(plain.is_alphanumeric().then_some(plain)),
            None => {
                let plain = plain_letters(text);
                return plain.filter(|letter| letter.is_alphanumeric()).collect();
            }
        }
    }
    folded
}

/// What [`plain_letters`] makes of a letter of French, or a space for a sign; none for what French seldom writes.
fn plain_french(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'à' | 'â' | 'À' | 'Â' => 'a',
        'î' | 'ï' | 'Î' | 'Ï' => 'i',
        'ô' | 'Ô' => 'o',
        'ù' | 'û' | 'Ù' | 'Û' => 'u',
        'ç' | 'Ç' => 'c',
        '’' | '«' | '»' | '–' | '\u{a0}' | '\u{202f}' => ' ',
        _ if letter.is_ascii() => ' ',
        _ => return None,
    })
}

/// The text in small letters without marks and invisible signs, ligatures taken apart.
fn plain_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    // Compatibility decomposition, so that `km²` keeps its 2 and a superscript `ᵉʳ` its letters.
    text.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&letter| !is_combining_mark(letter) && !is_invisible(letter))
        .flat_map(|letter| {
            let (plain, other) = match latin_neighbour(letter) {
                "" => ("", Some(letter)),
                plain => (plain, None),
            };
            plain.chars().chain(other)
        })
}

/// Soft hyphen, zero-width and direction signs, selectors of a variant: they separate nothing and are not drawn.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A word as one sees it, to be compared with those that are known: without signs that nobody sees, its accents with their letters, each
/// space that of the space bar. Where it holds nothing of the kind, it is as it was.
pub fn as_seen(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain = |sign: char| match sign.is_whitespace() && !sign.is_ascii() {
        true => ' ',
        false => sign,
    };
    let signs = word.chars().filter(|sign| !is_invisible(*sign));
    let seen = composed(&signs.map(plain).collect::<String>());
    match seen == word {
        true => Cow::Borrowed(word),
        false => Cow::Owned(seen.trim().to_owned()),
    }
}

/// The text with the digits of other scripts, and the wide forms of the signs of ASCII, as ASCII has them: `２０２６`, `٣`.
pub fn with_plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = |sign: char| {
        let place = u32::from(sign);
        let ascii = match sign {
            '０'..='９' | '．' | '，' | '：' | '／' | '－' => place - 0xFEE0,
            '٠'..='٩' => place - 0x0660 + 0x30,
            '۰'..='۹' => place - 0x06F0 + 0x30,
            '߀'..='߉' => place - 0x07C0 + 0x30,
            _ => place,
        };
        char::from_u32(ascii).unwrap_or(sign)
    };
    Cow::Owned(text.chars().map(plain).collect())
}

/// The text without what nobody sees before and behind it, spaces included. A selector of a variant belongs to the sign before it, and
/// scripts that join their letters, or are written from right to left, may need the others.
pub fn without_unseen_ends(text: &str) -> &str {
    let trimmed = text.trim();
    let is_selector = |sign: char| matches!(sign, '\u{fe00}'..='\u{fe0f}');
    let is_unseen = |sign: char| sign.is_whitespace() || (is_invisible(sign) && !is_selector(sign));
    let within = trimmed.trim_matches(is_unseen);
    let is_sure =
        within.len() < trimmed.len() && !within.is_empty() && !within.contains(is_of_joined_script);
    match is_sure {
        true => within,
        false => trimmed,
    }
}

/// Letters from Hebrew to Burmese, from Khmer to Mongolian, the forms of Arabic, and the scripts of their kind beyond.
fn is_of_joined_script(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The text with the letters of other alphabets that look like Latin ones as these, where nothing else of those alphabets stands in
/// it: `liеu` with a Cyrillic letter is `lieu`, and a word of Russian stays.
pub fn in_latin(text: &str) -> String {
    let is_other = |letter: char| matches!(letter, '\u{370}'..='\u{52f}');
    let latin: String = text.chars().map(latin_alike).collect();
    match latin.contains(is_other) {
        true => text.to_owned(),
        false => latin,
    }
}

/// The Latin letter that looks like that of the Greek or Cyrillic alphabet, or the letter itself.
fn latin_alike(letter: char) -> char {
    const ALIKE: [(&str, &str); 2] = [
        (
            "аеорсухіјѕһԁԛԝӏкАВЕКМНОРСТУХІЈЅ",
            "aeopcyxijshdqwlkABEKMHOPCTYXIJS",
        ),
        ("αορνικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aopvikuABEZHIKMNOPTYX"),
    ];
    let pairs = ALIKE
        .iter()
        .flat_map(|(others, latin)| others.chars().zip(latin.chars()));
    let mut alike = pairs.filter(|(other, _)| *other == letter);
    alike.next().map_or(letter, |(_, latin)| latin)
}

/// An accent or another mark that belongs to the letter before it.
pub fn is_mark(letter: char) -> bool {
    is_combining_mark(letter)
}

/// The plain letters for a small Latin letter that no decomposition takes apart, or "".
fn latin_neighbour(letter: char) -> &'static str {
    match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'þ' => "th",
        'ɓ' => "b",
        'ð' | 'đ' | 'ɗ' | 'ɖ' => "d",
        'ɛ' | 'ǝ' | 'ə' => "e",
        'ƒ' => "f",
        'ɣ' | 'ɠ' => "g",
        'ħ' | 'ɦ' => "h",
        'ı' | 'ɩ' | 'ɪ' => "i",
        'ƙ' => "k",
        'ł' => "l",
        'ɲ' | 'ŋ' => "n",
        'ø' | 'ɔ' => "o",
        'ʃ' => "s",
        'ŧ' => "t",
        'ʊ' => "u",
        'ʋ' => "v",
        'ƴ' => "y",
        'ʒ' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{as_seen, without_unseen_ends};

    #[test]
    fn words_as_one_sees_them() {
        for (typed, expected) in [
            ("projet\u{200b}", "projet"),
            ("\u{200e}2026-03-17", "2026-03-17"),
            ("2026\u{200b}-03-17", "2026-03-17"),
            ("approuve\u{301}", "approuvé"),
            ("en\u{a0}ligne", "en ligne"),
            ("en\u{202f}ligne\u{a0}", "en ligne"),
            ("a\u{300}\u{a0}main leve\u{301}e", "à main levée"),
            ("\u{feff}fait", "fait"),
            ("fait\u{ad}", "fait"),
            // As they were.
            (" fait ", " fait "),
            ("approuvé ", "approuvé "),
            ("à main levée", "à main levée"),
            ("", ""),
        ] {
            assert_eq!(as_seen(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn what_nobody_sees_around_a_text() {
        for (typed, expected) in [
            ("OIM\u{200b}", "OIM"),
            ("\u{202a}Awa Sow\u{202c}", "Awa Sow"),
            ("\u{200e} Awa Sow \u{a0}\u{200b} ", "Awa Sow"),
            ("https://x.org\u{200b}", "https://x.org"),
            ("école\u{feff}", "école"),
            (" Awa Sow ", "Awa Sow"),
            ("Awa\u{200b}Sow", "Awa\u{200b}Sow"),
            ("co\u{ad}opération", "co\u{ad}opération"),
            ("⚠\u{fe0f}", "⚠\u{fe0f}"),
            ("اجتماع (OIM)\u{200f}", "اجتماع (OIM)\u{200f}"),
            ("\u{200f}اجتماع", "\u{200f}اجتماع"),
            ("می\u{200c}", "می\u{200c}"),
            ("\u{200b}", "\u{200b}"),
            ("", ""),
        ] {
            assert_eq!(without_unseen_ends(typed), expected, "{typed:?}");
        }
    }
}
