//! Numbers: in words, as ranks, in grouped digits.
//!
//! Entry points: [`cardinal`], [`ordinal`], [`short_ordinal`], [`group_digits`]. Years are said by
//! [`super::dates::year_in_words`], counted nouns by [`super::words::counted`].

use super::{FI, Gender, Spelling};

/// The largest number said in words; a larger one is given in grouped digits.
pub const MAX_IN_WORDS: u64 = 999_999_999_999;

const MILLION: u64 = 1_000_000;
const MILLIARD: u64 = 1_000_000_000;

/// How the last numeral of a group agrees.
#[derive(Clone, Copy)]
struct Ending {
    /// *quatre-vingts* and *cents* take their `s` (MOT-R1).
    plural: bool,
    /// *un* becomes *une* (MOT-R5).
    gender: Gender,
}

impl Ending {
    /// Before *mille*, or used as a rank: nothing agrees (MOT-R1, MOT-R2).
    const BARE: Self = Self {
        plural: false,
        gender: Gender::Masculine,
    };

    /// Before *million* and *milliard*, which are masculine nouns (MOT-R1).
    const BEFORE_NOUN: Self = Self {
        plural: true,
        gender: Gender::Masculine,
    };
}

/// A number that counts, in words (MOT-R1, MOT-R3 to MOT-R6): `deux cents`, `vingt et une`.
///
/// `gender` is that of the noun counted. Beyond [`MAX_IN_WORDS`] the digits are given, grouped.
pub fn cardinal(number: u64, gender: Gender, spelling: Spelling) -> String {
    let ending = Ending {
        plural: true,
        gender,
    };
    in_words(number, ending, spelling)
}

/// A number that ranks (year, page, point), in words: never an `s`, never *une* (MOT-R2): `page deux cent`.
///
/// Beyond [`MAX_IN_WORDS`] the digits are given, grouped.
pub fn cardinal_as_rank(number: u64, spelling: Spelling) -> String {
    in_words(number, Ending::BARE, spelling)
}

/// An ordinal in words (section ORD): `première`, `vingt et unième`, `deux centième`.
///
/// Beyond [`MAX_IN_WORDS`] the short ordinal is given.
pub fn ordinal(number: u64, gender: Gender, spelling: Spelling) -> String {
    match number {
        1 => match gender {
            Gender::Masculine => "premier".to_owned(),
            Gender::Feminine => "première".to_owned(),
        },
        MILLION => "millionième".to_owned(),
        MILLIARD => "milliardième".to_owned(),
        number if number > MAX_IN_WORDS => short_ordinal(number, gender),
        number => {
            let words = cardinal_as_rank(number, spelling);
            if words.ends_with("cinq") {
                words + "uième"
            } else if let Some(start) = words.strip_suffix("neuf") {
                format!("{start}neuvième")
            } else {
                // "quatre" loses its e, "deux millions" its s; the s of "trois" belongs to the word.
                let plural_noun = words.ends_with("millions") || words.ends_with("milliards");
                let mute = if plural_noun { 's' } else { 'e' };
                let stem = words.strip_suffix(mute).unwrap_or(&words);
                format!("{stem}ième")
            }
        }
    }
}

/// An ordinal in digits: `1er`, `1re`, `21e` (ORD-06, ORD-07). The digits are not grouped: it is a reference.
pub fn short_ordinal(number: u64, gender: Gender) -> String {
    let suffix = match (number, gender) {
        (1, Gender::Masculine) => "er",
        (1, Gender::Feminine) => "re",
        _ => "e",
    };
    format!("{number}{suffix}")
}

/// Digits in groups of three from the right, [`FI`] between them, from four digits up (NUM-R2).
///
/// Not for years and references.
pub fn group_digits(number: u64) -> String {
    group(&number.to_string())
}

/// The same of digits as text, since a float holds more of them than an integer.
pub(super) fn group(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(FI);
        }
        grouped.push(digit);
    }
    grouped
}

fn in_words(number: u64, ending: Ending, spelling: Spelling) -> String {
    if number > MAX_IN_WORDS {
        return group_digits(number);
    }
    let mut groups = Vec::with_capacity(3);
    for (count, noun) in [
        (number / MILLIARD, "milliard"),
        (number % MILLIARD / MILLION, "million"),
    ] {
        if count > 0 {
            let mark = if count > 1 { "s" } else { "" };
            let count = below_million(count, Ending::BEFORE_NOUN, spelling);
            groups.push(format!("{count} {noun}{mark}"));
        }
    }
    let rest = number % MILLION;
    if rest > 0 || groups.is_empty() {
        groups.push(below_million(rest, ending, spelling));
    }
    groups.join(" ")
}

fn below_million(number: u64, ending: Ending, spelling: Spelling) -> String {
    let mut words = Vec::with_capacity(4);
    match number / 1000 {
        0 => {}
        1 => words.push("mille".to_owned()),
        thousands => {
            words.push(below_thousand(thousands, Ending::BARE, spelling));
            words.push("mille".to_owned());
        }
    }
    let rest = number % 1000;
    if rest > 0 || words.is_empty() {
        words.push(below_thousand(rest, ending, spelling));
    }
    words.join(separator(spelling))
}

fn below_thousand(number: u64, ending: Ending, spelling: Spelling) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    if hundreds == 0 {
        return below_hundred(rest, ending, spelling);
    }
    let mut words = Vec::with_capacity(3);
    if hundreds > 1 {
        words.push(unit(hundreds, Gender::Masculine).to_owned());
    }
    let cents = hundreds > 1 && rest == 0 && ending.plural;
    words.push(if cents { "cents" } else { "cent" }.to_owned());
    if rest > 0 {
        words.push(below_hundred(rest, ending, spelling));
    }
    words.join(separator(spelling))
}

fn below_hundred(number: u64, ending: Ending, spelling: Spelling) -> String {
    // From 60 on one counts by scores: 71 is 60 and 11, 97 is 80 and 17.
    let (base, rest) = match number {
        0..=16 => return unit(number, ending.gender).to_owned(),
        17..=19 => ("dix", number - 10),
        20..=29 => ("vingt", number - 20),
        30..=39 => ("trente", number - 30),
        40..=49 => ("quarante", number - 40),
        50..=59 => ("cinquante", number - 50),
        60..=79 => ("soixante", number - 60),
        80 if ending.plural => return "quatre-vingts".to_owned(),
        _ => ("quatre-vingt", number.saturating_sub(80)),
    };
    match rest {
        0 => base.to_owned(),
        // MOT-R4: "et" in 21 to 71, neither in 81 nor in 91.
        1 | 11 if number < 80 => {
            let gap = separator(spelling);
            format!("{base}{gap}et{gap}{}", unit(rest, ending.gender))
        }
        17..=19 => format!("{base}-dix-{}", unit(rest - 10, ending.gender)),
        _ => format!("{base}-{}", unit(rest, ending.gender)),
    }
}

fn separator(spelling: Spelling) -> &'static str {
    match spelling {
        Spelling::Traditional => " ",
        Spelling::Rectified1990 => "-",
    }
}

fn unit(number: u64, gender: Gender) -> &'static str {
    match (number, gender) {
        (0, _) => "zéro",
        (1, Gender::Masculine) => "un",
        (1, Gender::Feminine) => "une",
        (2, _) => "deux",
        (3, _) => "trois",
        (4, _) => "quatre",
        (5, _) => "cinq",
        (6, _) => "six",
        (7, _) => "sept",
        (8, _) => "huit",
        (9, _) => "neuf",
        (10, _) => "dix",
        (11, _) => "onze",
        (12, _) => "douze",
        (13, _) => "treize",
        (14, _) => "quatorze",
        (15, _) => "quinze",
        _ => "seize",
    }
}
