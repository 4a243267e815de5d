//! Words: counted nouns, plurals, enumerations, capitals.
//!
//! Entry points: [`counted`], [`list_join`], [`capital_first`], [`upper`]. The plural is meant for the nouns that the
//! program itself prints (*participant*, *compte rendu*, *action en cours*), not for any word of the language.

use super::Gender;
use super::numbers::group_digits;

/// A number in digits with its noun in agreement (NUM-R5): `0 participant`, `17 actions en cours`,
/// `1 000 000 de participants`. `noun` is given in the singular.
pub fn counted(count: u64, noun: &str) -> String {
    let digits = group_digits(count);
    let noun = if count < 2 {
        noun.to_owned()
    } else {
        plural(noun)
    };
    match count {
        // "million" and "milliard" are nouns: another noun follows them through "de".
        1_000_000.. if count.is_multiple_of(1_000_000) => format!("{digits} {}", with_de(&noun)),
        _ => format!("{digits} {noun}"),
    }
}

/// As [`counted`], but opening a sentence: nothing is `Aucune action` (NUM-22).
pub fn counted_or_none(count: u64, noun: &str, gender: Gender) -> String {
    capital_first(&none_or_counted(count, noun, gender))
}

/// As [`counted_or_none`], behind what opens the sentence: `aucune action`.
pub fn none_or_counted(count: u64, noun: &str, gender: Gender) -> String {
    match (count, gender) {
        (0, Gender::Masculine) => format!("aucun {noun}"),
        (0, Gender::Feminine) => format!("aucune {noun}"),
        _ => counted(count, noun),
    }
}

/// What is said in a sentence of what is late, whose label stands alone elsewhere: a label that agrees with nothing is (`hors délai`, `à
/// relancer`), for one that would have to agree (`échue`) `en retard`.
#[must_use]
pub fn late_in_sentence(label: &str) -> String {
    let (first, rest) = label.split_once(' ').unwrap_or((label, ""));
    let first = first.to_lowercase();
    match !rest.is_empty() && is_preposition(&first) {
        true => format!("{first} {rest}"),
        false => "en retard".to_owned(),
    }
}

/// That all of some are late, with the label of these: `en retard` of one alone, `tous en retard`; `None` where some are not.
#[must_use]
pub fn all_late(count: usize, late: usize, label: &str) -> Option<String> {
    match (count, late) {
        (1, 1) => Some(late_in_sentence(label)),
        (count, late) if count > 0 && late >= count => {
            Some(format!("tous {}", late_in_sentence(label)))
        }
        _ => None,
    }
}

/// The plural of a noun, of its adjectives and of what follows it (FOR-19): `comptes rendus`, `procès-verbaux`,
/// `actions en cours`. Words from the first preposition on do not vary.
pub fn plural(noun: &str) -> String {
    let mut varies = true;
    let words = noun.split(' ').map(|word| {
        varies &= !is_preposition(word);
        if varies && !["et", "ou", "non", "pas", "plus", "très", "bien"].contains(&word) {
            plural_word(word)
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The feminine of an adjective or participle that the program prints: `tenue`, `dernière`, `close`.
pub fn feminine(masculine: &str) -> String {
    match masculine.strip_suffix("er") {
        Some(stem) => format!("{stem}ère"),
        None if masculine.ends_with('e') => masculine.to_owned(),
        None => format!("{masculine}e"),
    }
}

/// An enumeration: `A`, `A et B`, `A, B et C` (NUM-23 to NUM-25); no comma before `et`.
pub fn list_join<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [start @ .., last] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            format!("{} et {}", start.join(", "), last.as_ref())
        }
    }
}

/// As [`list_join`]; of more than so many the first alone, and how many others there are: `A, B et 2 981 autres`.
pub fn list_of_some<T: AsRef<str>>(items: &[T], most: usize) -> String {
    match items.split_at_checked(most) {
        // One more is named as soon as counted.
        Some((first, others)) if others.len() > 1 => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            let others = counted(others.len() as u64, "autre");
            format!("{} et {others}", first.join(", "))
        }
        _ => list_join(items),
    }
}

/// The text with its first letter as a capital (CAP-04 to CAP-07): `État des lieux`, `Œuvre`.
///
/// Unchanged if it does not begin with a letter, or with one that has no single capital.
pub fn capital_first(text: &str) -> String {
    let mut rest = text.chars();
    let Some(first) = rest.next() else {
        return String::new();
    };
    let mut capitals = first.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => format!("{capital}{}", rest.as_str()),
        _ => text.to_owned(),
    }
}

/// The text in capitals, accents kept (CAP-01 to CAP-03); an ordinal keeps its small suffix (CAP-13): `1er`, `XXIe`.
pub fn upper(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let in_word = first.is_alphanumeric();
        let end = rest
            .find(|letter: char| letter.is_alphanumeric() != in_word)
            .unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        if in_word && ordinal_suffix(piece, after).is_some() {
            result.push_str(piece);
        } else {
            result.push_str(&piece.to_uppercase());
        }
        rest = after;
    }
    result
}

/// What may be counted by one Roman letter (SUP-R2): elsewhere `Ve` is no ordinal.
const RANKED: [&str; 8] = [
    "siècle",
    "république",
    "session",
    "réunion",
    "édition",
    "congrès",
    "assemblée",
    "conférence",
];
/// How many letters the longest of them has.
const LONGEST_RANKED: usize = 10;

/// The suffix of a word that is an ordinal, in digits or Roman (section ORD): `er` of `1er`. `after` is what follows the
/// word: one Roman letter is a number only before what it may count.
pub(super) fn ordinal_suffix<'a>(word: &'a str, after: &str) -> Option<&'a str> {
    let is_head = |letter: char| letter.is_ascii_digit() || matches!(letter, 'I' | 'V' | 'X');
    let suffix = word.trim_start_matches(is_head);
    let head = &word[..word.len() - suffix.len()];
    let digits = head.bytes().all(|byte| byte.is_ascii_digit());
    let sound = match (head, suffix) {
        ("", _) => false,
        ("1" | "I", "er" | "ers" | "re" | "res") => true,
        ("1", _) => false,
        (_, "e" | "es") if digits => true,
        ("2", "nd" | "nde" | "nds" | "ndes") => true,
        ("I" | "V" | "X", "e") => {
            let next = after.trim_start();
            let next = next
                .char_indices()
                .nth(LONGEST_RANKED)
                .map_or(next, |(end, _)| &next[..end]);
            let next = next.to_lowercase();
            RANKED.iter().any(|noun| next.starts_with(noun))
        }
        (_, "e" | "es") => head.len() > 1 && is_roman(head),
        _ => false,
    };
    sound.then_some(suffix)
}

/// Whether the letters are a well-formed Roman number below 40.
pub(super) fn is_roman(letters: &str) -> bool {
    let units = letters.trim_start_matches('X');
    let tens = letters.len() - units.len();
    let well_formed = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&units);
    !letters.is_empty() && tens <= 3 && well_formed
}

pub(super) fn plural_word(word: &str) -> String {
    const IRREGULAR: [(&str, &str); 9] = [
        ("travail", "travaux"),
        ("bail", "baux"),
        ("bal", "bals"),
        ("carnaval", "carnavals"),
        ("festival", "festivals"),
        ("naval", "navals"),
        ("bleu", "bleus"),
        ("pneu", "pneus"),
        ("genou", "genoux"),
    ];
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == word) {
        return (*plural).to_owned();
    }
    if word.ends_with(['s', 'x', 'z']) || word.is_empty() {
        return word.to_owned();
    }
    match word.strip_suffix("al") {
        Some(stem) => format!("{stem}aux"),
        None if word.ends_with("au") || word.ends_with("eu") => format!("{word}x"),
        None => format!("{word}s"),
    }
}

pub(super) fn is_preposition(word: &str) -> bool {
    let elided = ["d’", "l’", "qu’"];
    elided.iter().any(|start| word.starts_with(start))
        || [
            "à", "au", "aux", "avec", "chez", "dans", "de", "des", "du", "en", "entre", "hors",
            "par", "pour", "sans", "sous", "sur", "vers",
        ]
        .contains(&word)
}

/// `de` before a word, elided before a vowel or a mute h.
fn with_de(word: &str) -> String {
    const MUTE: [&str; 5] = ["habitant", "hectare", "heure", "homme", "hôpita"];
    let vowel = word.starts_with(|c| "aàâeéèêëiîïoôuûœæ".contains(c));
    if vowel || MUTE.iter().any(|start| word.starts_with(start)) {
        format!("d’{word}")
    } else {
        format!("de {word}")
    }
}
