//! Reads French numbers and dates back, sharing no code and no table with the writer.

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The value of a word, by hand.
fn small(word: &str) -> Option<u64> {
    Some(match word {
        "zéro" => 0,
        "un" | "une" => 1,
        "deux" => 2,
        "trois" => 3,
        "quatre" => 4,
        "cinq" => 5,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "neuf" => 9,
        "dix" => 10,
        "onze" => 11,
        "douze" => 12,
        "treize" => 13,
        "quatorze" => 14,
        "quinze" => 15,
        "seize" => 16,
        "trente" => 30,
        "quarante" => 40,
        "cinquante" => 50,
        "soixante" => 60,
        _ => return None,
    })
}

/// The value of a number in words, in either spelling.
pub(crate) fn number(text: &str) -> Option<u64> {
    let (mut total, mut thousands, mut current) = (0, 0, 0);
    // A million numbers are read: bytes are split faster than letters.
    for word in text.as_bytes().split(|sign| b" -".contains(sign)) {
        match str::from_utf8(word).ok()? {
            "et" => {}
            // "quatre-vingts" is four twenties, "vingt-quatre" twenty and four.
            "vingt" | "vingts" if current % 100 == 4 => current += 76,
            "vingt" => current += 20,
            "cent" | "cents" => current = current.max(1) * 100,
            "mille" | "mil" => {
                thousands = current.max(1) * 1000;
                current = 0;
            }
            "million" | "millions" | "milliard" | "milliards" => {
                let noun = if word.starts_with(b"millia") {
                    1_000_000_000
                } else {
                    1_000_000
                };
                total += (thousands + current) * noun;
                (thousands, current) = (0, 0);
            }
            word => current += small(word)?,
        }
    }
    Some(total + thousands + current)
}

/// Year, month and day of `le premier mars deux mille dix-sept`.
pub(crate) fn date_in_words(text: &str) -> Option<(i16, i8, i8)> {
    let (name, month) = month_in(text)?;
    let (day, year) = text.strip_prefix("le ")?.split_once(name)?;
    let day = match day.trim_end() {
        "premier" => 1,
        day => number(day)?,
    };
    let year = number(year.trim_start())?;
    Some((year.try_into().ok()?, month, day.try_into().ok()?))
}

/// Year, month and day of `1er mars 2017`, with its no-break space.
pub(crate) fn long_date(text: &str) -> Option<(i16, i8, i8)> {
    let (day, rest) = text.split_once('\u{a0}')?;
    let (name, month) = month_in(rest)?;
    let year = rest.strip_prefix(name)?.strip_prefix(' ')?;
    let day = if day == "1er" { "1" } else { day };
    Some((year.parse().ok()?, month, day.parse().ok()?))
}

fn month_in(text: &str) -> Option<(&'static str, i8)> {
    text.split([' ', '\u{a0}']).find_map(|word| {
        let index = MONTHS.iter().position(|name| *name == word)?;
        Some((MONTHS[index], i8::try_from(index).ok()? + 1))
    })
}
