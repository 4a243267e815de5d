//! Ordinary spaces at which no line ends: beside a dash, and within what is read as one, a number with what it counts, a reference
//! or a telephone number.

use super::atoms::{Atom, Kind};

/// Takes the breaks away that a reader would stumble over.
pub(super) fn hold(atoms: &mut [Atom<'_>]) {
    hold_dashes(atoms);
    for at in 1..atoms.len().saturating_sub(1) {
        let [before, after] = [at - 1, at + 1].map(|at| word(atoms.get(at)));
        if !atoms[at].kind.is_breaking_space() || before.is_empty() || after.is_empty() {
            continue;
        }
        let further = at.checked_sub(3).and_then(|at| atoms.get(at));
        if is_one(word(further), before, after)
            && let Kind::Space { breaks, .. } = &mut atoms[at].kind
        {
            *breaks = false;
        }
    }
}

fn word<'a>(atom: Option<&Atom<'a>>) -> &'a str {
    let word = atom.filter(|atom| matches!(atom.kind, Kind::Word { .. }));
    word.map_or("", |atom| atom.text)
}

/// Whether two words are read as one; `further` stands before them.
fn is_one(further: &str, before: &str, after: &str) -> bool {
    let is_figure = after.starts_with(|sign: char| sign.is_ascii_digit());
    match opened(before) {
        "n°" | "N°" | "nº" | "−" | "+" | "±" => is_figure,
        "art." | "Art." | "article" | "articles" | "Article" => is_letter_of_a_code(after),
        "M" | "k" | "Md" | "Mds" => is_number(opened(further)) && is_currency(closed(after)),
        letter if is_letter_of_a_code(letter) => is_figure,
        number if is_number(number) && matches!(after, "M" | "k" | "Md" | "Mds") => true,
        number => is_figure && is_part_of_a_telephone_number(number, closed(after)),
    }
}

fn opened(word: &str) -> &str {
    word.trim_start_matches(['(', '«', '['])
}

fn closed(word: &str) -> &str {
    word.trim_end_matches([')', ',', '.', ';', ']', '/'])
}

fn is_number(word: &str) -> bool {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    word.starts_with(|sign: char| sign.is_ascii_digit()) && word.chars().all(is_part)
}

fn is_currency(word: &str) -> bool {
    matches!(
        word,
        "USD" | "EUR" | "FCFA" | "XOF" | "CFA" | "F" | "€" | "$" | "$US" | "GBP" | "CHF"
    )
}

/// A law, a regulation, a decree of a code: `L. 2122-22`.
fn is_letter_of_a_code(word: &str) -> bool {
    matches!(word, "L." | "R." | "D." | "A." | "LO." | "L.O.")
}

/// `+223 76 12 34 56`: after its country, in groups of two or three figures.
fn is_part_of_a_telephone_number(before: &str, after: &str) -> bool {
    let is_group = |group: &str| {
        (2..=3).contains(&group.len()) && group.bytes().all(|sign| sign.is_ascii_digit())
    };
    let country = before
        .strip_prefix('+')
        .or_else(|| before.strip_prefix("00"));
    let country = country.map(|country| country.trim_end_matches(')'));
    let is_country =
        country.is_some_and(|country| (1..=3).contains(&country.len()) && is_number(country));
    let is_long = |group: &str| group.len() == 8 && group.bytes().all(|sign| sign.is_ascii_digit());
    is_country && (is_group(after) || is_long(after))
        || is_group(before) && is_group(after) && before.len() == 2
}

/// A dash or a slash between two ordinary spaces starts no line (CES-R4), nor does a dash with a comma; a dash that a no-break
/// space ties to what follows may.
fn hold_dashes(atoms: &mut [Atom<'_>]) {
    for at in 1..atoms.len() {
        let is_dash = matches!(atoms[at].text, "–" | "—" | "–," | "—," | "/")
            && matches!(atoms[at].kind, Kind::Word { .. });
        let follows = atoms
            .get(at + 1)
            .is_none_or(|next| next.kind.is_breaking_space());
        if let (true, true, Kind::Space { breaks, .. }) =
            (is_dash, follows, &mut atoms[at - 1].kind)
        {
            *breaks = false;
        }
    }
}
