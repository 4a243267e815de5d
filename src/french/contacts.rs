//! How a person can be reached, found in a line: mail addresses and telephone numbers.

use std::borrow::Cow;

/// At least 8 digits make a telephone number: in Mali numbers have just these.
const LEAST_DIGITS: usize = 8;

/// Words that announce an address or a number, and mean nothing without it.
const ANNOUNCING: [&str; 12] = [
    "tél",
    "tel",
    "téléphone",
    "portable",
    "mobile",
    "cell",
    "whatsapp",
    "courriel",
    "e-mail",
    "email",
    "mail",
    "mél",
];

/// The line without mail addresses and telephone numbers, nor the words and signs that led to them.
///
/// `Awa Sangaré (tél. 76 12 34 56)` gives `Awa Sangaré`.
pub fn without_contacts(line: &str) -> Cow<'_, str> {
    let pieces = pieces(line);
    if !pieces.iter().any(|piece| piece.is_contact) {
        return Cow::Borrowed(line);
    }
    let mut kept = String::new();
    for piece in &pieces {
        if piece.is_contact {
            without_announcement(&mut kept);
        } else {
            kept.push_str(piece.text);
        }
    }
    Cow::Owned(tidied(&kept))
}

struct Piece<'a> {
    text: &'a str,
    is_contact: bool,
}

/// The line cut at each contact.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some((from, to)) = next_contact(line, start) {
        pieces.push(Piece {
            text: &line[start..from],
            is_contact: false,
        });
        pieces.push(Piece {
            text: &line[from..to],
            is_contact: true,
        });
        start = to;
    }
    pieces.push(Piece {
        text: &line[start..],
        is_contact: false,
    });
    pieces
}

/// Where the first contact from `start` on begins and ends.
fn next_contact(line: &str, start: usize) -> Option<(usize, usize)> {
    let rest = &line[start..];
    let found = [address(rest), number(rest)];
    let (from, to) = found.into_iter().flatten().min()?;
    Some((start + from, start + to))
}

/// A mail address: an `@` between two words.
fn address(text: &str) -> Option<(usize, usize)> {
    let ends_word = |letter: char| letter.is_whitespace() || "()<>[],;:\"«»/|".contains(letter);
    text.match_indices('@').find_map(|(at, _)| {
        let from = text[..at]
            .char_indices()
            .rev()
            .find(|(_, letter)| ends_word(*letter))
            .map_or(0, |(index, letter)| index + letter.len_utf8());
        let to = text[at..]
            .find(ends_word)
            .map_or(text.len(), |end| at + end);
        (from < at && at + 1 < to).then_some((from, to))
    })
}

/// A telephone number: many digits with nothing but spaces and the usual signs between.
fn number(text: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    while let Some(first) = text[start..].find(|letter: char| letter.is_ascii_digit()) {
        let first = start + first;
        let length = text[first..]
            .find(|letter: char| !letter.is_ascii_digit() && !may_part_digits(letter))
            .unwrap_or(text.len() - first);
        let run =
            text[first..first + length].trim_end_matches(|letter: char| !letter.is_ascii_digit());
        if is_number(run) {
            let sign = usize::from(text[..first].ends_with('+'));
            return Some((first - sign, first + run.len()));
        }
        start = first + length;
    }
    None
}

fn may_part_digits(letter: char) -> bool {
    letter.is_whitespace() || "-.()/\u{2011}\u{2013}".contains(letter)
}

/// Long enough, and neither a day nor years.
fn is_number(run: &str) -> bool {
    let groups = run.split(may_part_digits).filter(|group| !group.is_empty());
    let groups: Vec<&str> = groups.collect();
    let is_year =
        |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    digits >= LEAST_DIGITS && !groups.iter().any(is_year)
}

/// Takes the words and signs off that announce what comes next.
fn without_announcement(text: &mut String) {
    let signs = |letter: char| letter.is_whitespace() || ":.+°".contains(letter);
    let end = text.trim_end_matches(signs).len();
    let word = text[..end]
        .rfind(|letter: char| !letter.is_alphabetic() && letter != '-')
        .map_or(0, |before| {
            before + text[before..].chars().next().map_or(1, char::len_utf8)
        });
    let announces = ANNOUNCING.contains(&text[word..end].to_lowercase().as_str());
    text.truncate(if announces { word } else { end });
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
        ("()", ""),
        ("<>", ""),
        ("[]", ""),
        ("  ", " "),
        (" ,", ","),
        (",,", ","),
        (", ,", ","),
        ("(/", "("),
        ("/)", ")"),
    ];
    while let Some((from, to)) = hollow.iter().find(|(from, _)| text.contains(from)) {
        text = text.replace(from, to);
    }
    text.trim_matches(|sign: char| sign.is_whitespace() || ",;:/|-–—".contains(sign))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::without_contacts;

    #[test]
    fn contacts_go_and_nothing_else() {
        for (typed, published) in [
            ("Awa Sangaré", "Awa Sangaré"),
            ("Awa Sangaré (tél. 76 12 34 56)", "Awa Sangaré"),
            ("Awa Sangaré, awa@example.org", "Awa Sangaré"),
            ("Awa <awa.s@example.org> Sangaré", "Awa Sangaré"),
            (
                "Awa Sangaré (awa@example.org, +223 76123456)",
                "Awa Sangaré",
            ),
            ("Awa Sangaré / 76.12.34.56 / awa@example.org", "Awa Sangaré"),
            (
                "Cheffe de projet, Tél : 00223-76-12-34-56",
                "Cheffe de projet",
            ),
            ("awa@example.org", ""),
            ("Plan 2026-2030", "Plan 2026-2030"),
            ("depuis le 07/02/2017", "depuis le 07/02/2017"),
            ("le 2017-02-07", "le 2017-02-07"),
            ("+223 2017 +223", "+223 2017 +223"),
            ("Awa (20 22 12 34)", "Awa"),
            ("PNUD @ Gao", "PNUD @ Gao"),
            ("Projet 1325 (phase 2)", "Projet 1325 (phase 2)"),
            ("Awa (mobile : 76 12 34 56), PNUD", "Awa, PNUD"),
        ] {
            assert_eq!(without_contacts(typed), published, "{typed}");
        }
    }
}
