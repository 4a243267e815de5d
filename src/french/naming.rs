//! A person’s name, known again in another place.

use super::folding::fold;

/// A name by which a person is known again, whatever title stands before it.
#[must_use]
pub fn known_as(name: &str) -> String {
    fold(without_title(name))
}

/// A name without the titles before it.
#[must_use]
pub fn without_title(name: &str) -> &str {
    const TITLES: [&str; 17] = [
        "m",
        "mr",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "mademoiselle",
        "dr",
        "dre",
        "docteur",
        "pr",
        "prof",
        "professeur",
        "me",
        "maitre",
        "le",
        "la",
    ];
    let is_between = |sign: char| sign == '.' || sign.is_whitespace();
    let mut rest = name.trim();
    while let Some((title, after)) = rest.split_once(is_between) {
        let after = after.trim_start_matches(is_between);
        if after.is_empty() || !TITLES.contains(&fold(title).as_str()) {
            break;
        }
        rest = after;
    }
    rest
}
