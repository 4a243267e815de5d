//! What stands around and within the names of persons: titles, apostrophes. Whoever looks for names, in fields ([`super::persons`]) or in
//! running texts, knows them from here.

use super::folding::fold;

/// What is typed for the apostrophe within a name, or before it: *N’Diaye*, *d’Awa*. Keyboards and word processors know many.
pub const APOSTROPHES: [char; 11] = ['\'', '’', '‘', '‛', 'ʼ', 'ʻ', 'ʹ', '´', '`', '′', '＇'];

/// What [`fold`] makes of a word of a name, whatever is typed for its apostrophe: some of these are letters to Unicode.
#[must_use]
pub fn fold_word(word: &str) -> String {
    match word.is_ascii() {
        true => fold(word),
        false => fold(&word.replace(APOSTROPHES, "")),
    }
}

/// What leads to the name of a person, folded, and to nothing else but a function: *Mme la Préfète*.
pub(super) const CIVIL_TITLES: [&str; 16] = [
    "m",
    "mr",
    "mm",
    "mme",
    "mmes",
    "mlle",
    "mlles",
    "monsieur",
    "messieurs",
    "madame",
    "mesdames",
    "mademoiselle",
    "dr",
    "dre",
    "docteur",
    "pr",
];

/// What may stand before the name of a person, and before much else: *le*, *Me*, *Professeur*.
const OTHER_TITLES: [&str; 6] = ["prof", "professeur", "me", "maitre", "le", "la"];

/// A name without the titles before it.
#[must_use]
pub fn without_title(name: &str) -> &str {
    let is_between = |sign: char| sign == '.' || sign.is_whitespace();
    let mut rest = name.trim();
    while let Some((title, after)) = rest.split_once(is_between) {
        let after = after.trim_start_matches(is_between);
        if after.is_empty() || !may_lead(&fold(title)) {
            break;
        }
        rest = after;
    }
    rest
}

/// Whether a folded word leads to the name of a person, and seldom to anything else.
#[must_use]
pub fn is_title(word: &str) -> bool {
    may_lead(word) && !["le", "la"].contains(&word)
}

/// Whether a folded word may stand before the name of a person.
fn may_lead(word: &str) -> bool {
    CIVIL_TITLES.contains(&word) || OTHER_TITLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{APOSTROPHES, fold_word};

    #[test]
    fn a_name_is_one_whatever_its_apostrophe() {
        for apostrophe in APOSTROPHES {
            let name = format!("N{apostrophe}Diayé");
            assert_eq!(fold_word(&name), "ndiaye", "{name}");
        }
    }
}
