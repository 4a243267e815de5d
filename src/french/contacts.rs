//! How a person can be reached, found in a line: mail addresses and telephone numbers.

use std::borrow::Cow;
use std::ops::Range;

use super::folding::fold;
use super::positions;

/// At least 8 digits make a telephone number: in Mali numbers have just these.
const LEAST_DIGITS: usize = 8;
/// At least 4, where a word says that it is one.
const LEAST_ANNOUNCED: usize = 4;

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

/// Words after which a number is that of a thing, or of a place on the map; folded.
const NUMBERING: [&str; 24] = [
    "gps",
    "utm",
    "mgrs",
    "lat",
    "latitude",
    "long",
    "longitude",
    "n",
    "no",
    "nos",
    "num",
    "numero",
    "numeros",
    "ref",
    "reference",
    "iban",
    "rib",
    "matricule",
    "article",
    "loi",
    "decret",
    "arrete",
    "bp",
    "siret",
];

/// Words before which a number counts something; folded.
const COUNTED: [&str; 28] = [
    "f",
    "fcfa",
    "cfa",
    "xof",
    "franc",
    "francs",
    "eur",
    "euro",
    "euros",
    "usd",
    "dollar",
    "dollars",
    "personnes",
    "habitants",
    "menages",
    "beneficiaires",
    "deplaces",
    "refugies",
    "enfants",
    "femmes",
    "hommes",
    "tonnes",
    "kg",
    "km",
    "ha",
    "litres",
    "pour",
    "millions",
];

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
    Cow::Owned(tidied(&kept))
}

/// What of the line is a way to reach somebody, in order.
pub fn contacts(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most lines have nothing that a number, or an address, cannot do without.
    let may_be_of_one = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'@' | b'[' | b'(');
    if !line.bytes().any(may_be_of_one) {
        return found;
    }
    let mut start = 0;
    while let Some(next) = [address(line, start), number(line, start)]
        .into_iter()
        .flatten()
        .min_by_key(|range| range.start)
    {
        start = next.end;
        found.push(next);
    }
    found
}

/// A mail address: an `@`, or what is typed in its place, between two words.
fn address(line: &str, start: usize) -> Option<Range<usize>> {
    const SIGNS: [&str; 7] = [
        "@",
        "[at]",
        "(at)",
        " [at] ",
        " (at) ",
        "[arobase]",
        "(arobase)",
    ];
    let ends_word = |letter: char| letter.is_whitespace() || "()<>[],;:\"«»/|".contains(letter);
    let at = |sign: &str| {
        let rest = &line[start..];
        rest.match_indices(sign).find_map(|(at, _)| {
            let (at, after) = (start + at, start + at + sign.len());
            let from = line[start..at].rfind(ends_word).map_or(start, |before| {
                let before = start + before;
                before + line[before..].chars().next().map_or(1, char::len_utf8)
            });
            let to = line[after..]
                .find(ends_word)
                .map_or(line.len(), |end| after + end);
            // A point at the end is the sentence's.
            let to = after + line[after..to].trim_end_matches('.').len();
            let is_host = sign == "@" || line[after..to].contains('.');
            (from < at && after < to && is_host).then_some(from..to)
        })
    };
    SIGNS
        .into_iter()
        .filter_map(at)
        .min_by_key(|range| (range.start, usize::MAX - range.end))
}

/// A telephone number: many digits with nothing but spaces and the usual signs between.
fn number(line: &str, start: usize) -> Option<Range<usize>> {
    let mut from = start;
    while let Some(first) = line[from..].find(|letter: char| letter.is_ascii_digit()) {
        let first = from + first;
        let length =
            line[first..].find(|letter: char| !letter.is_ascii_digit() && !may_part_digits(letter));
        let end = length.map_or(line.len(), |length| first + length);
        let run = without_year_in_brackets(&line[first..end]);
        let run = run.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let whole = first..first + run.len();
        if is_number(line, &whole) {
            return Some(with_signs(line, start, whole));
        }
        from = end;
    }
    None
}

/// *76 12 34 56 (2026)*: the year tells when, and is no part of the number.
fn without_year_in_brackets(run: &str) -> &str {
    let is_year =
        |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    match run.rsplit_once('(') {
        Some((number, year)) if is_year(year.trim_end_matches(')').trim()) => number,
        _ => run,
    }
}

fn may_part_digits(letter: char) -> bool {
    letter.is_whitespace() || "-.()/_·\u{2011}\u{2013}".contains(letter)
}

/// The number with the `+` and the bracket that open it, and the bracket that closes it.
fn with_signs(line: &str, start: usize, number: Range<usize>) -> Range<usize> {
    let mut from = start + line[start..number.start].trim_end_matches('+').len();
    let opened = line[from..number.end].matches('(').count();
    let closed = line[from..number.end].matches(')').count();
    if closed > opened && line[start..from].ends_with('(') {
        from -= 1;
    }
    from..number.end
}

/// Long enough, and neither a day nor years, nor the number of a thing, nor one that counts something.
fn is_number(line: &str, run: &Range<usize>) -> bool {
    let digits: Vec<&str> = line[run.clone()]
        .split(may_part_digits)
        .filter(|group| !group.is_empty())
        .collect();
    let count: usize = digits.iter().map(|group| group.len()).sum();
    let before = &line[..run.start];
    let is_abroad = before.ends_with('+') || digits[0].starts_with("00");
    if announced(before) {
        return count >= LEAST_ANNOUNCED;
    }
    let is_year =
        |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_parted_by_spaces = !line[run.clone()].contains(['-', '/', '(', ')']);
    // 2022 1234 is dialled, 2022 2023 and 2017 02 07 are not.
    let is_of_two_halves = is_parted_by_spaces
        && digits.len() == 2
        && digits.iter().all(|group| group.len() == 4)
        && !digits.iter().all(is_year);
    let tells_years = digits.iter().any(is_year) && !is_of_two_halves;
    if count < LEAST_DIGITS || (!is_abroad && tells_years) {
        return false;
    }
    // 76 12 34 56 is dictated, and no number of a thing is.
    let by_pairs = digits.len() >= 4 && digits.iter().all(|group| group.len() == 2);
    let is_amount = digits[0].len() <= 3
        && digits.iter().skip(1).all(|group| group.len() == 3)
        && digits.iter().skip(1).next_back() == Some(&"000");
    let is_of_persons = is_abroad || by_pairs;
    let is_of_something = is_amount || is_of_a_thing(before) || counts(&line[run.end..]);
    !positions::is_one(line, run) && (is_of_persons || !is_of_something)
}

/// Whether the words before say that what comes is a way to reach somebody.
fn announced(before: &str) -> bool {
    let words: Vec<String> = words(before).rev().take(3).map(fold).collect();
    let mut words = words
        .iter()
        .skip_while(|word| BETWEEN.contains(&word.as_str()) || word.is_empty());
    words
        .next()
        .is_some_and(|word| ANNOUNCING.contains(&word.as_str()))
}

fn is_of_a_thing(before: &str) -> bool {
    words(before)
        .next_back()
        .is_some_and(|word| NUMBERING.contains(&fold(word).as_str()))
}

fn counts(after: &str) -> bool {
    let is_sign = after.trim_start().starts_with(['€', '$', '%', '£']);
    let next = words(after)
        .next()
        .filter(|_| after.starts_with(char::is_whitespace));
    is_sign || next.is_some_and(|word| COUNTED.contains(&fold(word).as_str()))
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
    let piece = rest
        .find([',', ';', '/', '|'])
        .map_or(rest, |end| &rest[..end]);
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

/// No empty brackets, no sign that parts nothing, single spaces.
fn tidied(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hollow = [
        ("( ", "("),
        (" )", ")"),
        ("(,", "("),
        (",)", ")"),
        ("(;", "("),
        (";)", ")"),
        ("(:", "("),
        ("()", ""),
        ("<>", ""),
        ("[]", ""),
        ("«»", ""),
        ("  ", " "),
        (" ,", ","),
        (" ;", ";"),
        (",,", ","),
        (", ,", ","),
        (";;", ";"),
        ("; ;", ";"),
        (",;", ";"),
        (";,", ";"),
        ("(/", "("),
        ("/)", ")"),
        ("(-", "("),
        ("-)", ")"),
        ("/ /", "/"),
        ("//", "/"),
        ("| |", "|"),
        ("- -", "-"),
        ("– –", "–"),
        (", /", ","),
        ("/ ,", ","),
    ];
    while let Some((from, to)) = hollow.iter().find(|(from, _)| text.contains(from)) {
        text = text.replace(from, to);
    }
    text.trim_matches(|sign: char| sign.is_whitespace() || ",;:/|-–—".contains(sign))
        .to_owned()
}
