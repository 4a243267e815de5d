//! A place as a calendar or a map has it: by its name, without the preposition that leads to it in a sentence.

use super::super::formulas::tidy;
use super::super::words::capital_first;
use super::places::is_adverb;
use super::{first_word, undecided};

/// Towns whose article melts into the preposition: *au Caire*.
const WITH_LE: [&str; 8] = [
    "Caire", "Cap", "Creusot", "Havre", "Lamentin", "Mans", "Puy", "Vauclin",
];
/// What is no place without its preposition: *en ligne*, *à distance*; nor is what is left open, *à confirmer*.
const AS_ONE: [&str; 8] = [
    "bord",
    "distance",
    "domicile",
    "huis",
    "ligne",
    "plein",
    "présentiel",
    "proximité",
];

/// `dans le bureau du PNUD` gives `Bureau du PNUD`, `à l’hôtel Azalaï, à Bamako` `Hôtel Azalaï, Bamako`, `au Caire` `Le Caire`;
/// `en ligne` and `près du marché` stay what they are.
#[must_use]
pub fn place_name(phrase: &str) -> String {
    let phrase = tidy(phrase);
    let mut parts = phrase.split(", ");
    let first = parts.next().map(bare_place).unwrap_or_default();
    let rest = parts.map(|part| {
        let name = bare_place(part);
        // *au deuxième étage* is no name.
        match name.starts_with(char::is_uppercase) {
            true => name,
            false => part.to_owned(),
        }
    });
    let names: Vec<String> = [capital_first(&first)].into_iter().chain(rest).collect();
    names.join(", ")
}

/// Without what leads to it.
pub(in crate::french) fn bare_place(phrase: &str) -> String {
    let (word, rest) = first_word(phrase);
    if rest.is_empty() {
        return phrase.to_owned();
    }
    let is_proper = rest.starts_with(char::is_uppercase);
    let (noun, _) = first_word(rest);
    let noun = noun.trim_end_matches(',');
    if AS_ONE.contains(&noun) || undecided(phrase, "lieu").is_some() {
        return phrase.to_owned();
    }
    match word.to_lowercase().as_str() {
        "au" if WITH_LE.contains(&noun) => format!("Le {rest}"),
        "aux" if is_proper && noun.chars().any(char::is_lowercase) => format!("Les {rest}"),
        "a" if !rest.starts_with(char::is_alphabetic) => phrase.to_owned(),
        "à" | "a" | "dans" | "chez" | "sur" | "sous" | "via" => without_article(rest).to_owned(),
        "au" | "aux" | "en" => rest.to_owned(),
        _ if is_adverb(word) => bare_place(rest),
        _ => phrase.to_owned(),
    }
}

/// *le bureau*, *l’hôtel*: an article in small letters is none of a name.
fn without_article(phrase: &str) -> &str {
    let articles = ["le ", "la ", "les ", "l’", "l'", "un ", "une "];
    let after = articles
        .iter()
        .find_map(|article| phrase.strip_prefix(article));
    after.unwrap_or(phrase)
}

#[cfg(test)]
mod tests {
    use super::place_name;

    #[test]
    fn a_place_has_its_name() {
        for (phrase, name) in [
            ("dans le bureau du PNUD", "Bureau du PNUD"),
            ("Dans les locaux d’ACTED", "Locaux d’ACTED"),
            ("à Gao", "Gao"),
            ("A Gao", "Gao"),
            ("à La Rochelle", "La Rochelle"),
            ("à l’hôtel Azalaï, à Bamako", "Hôtel Azalaï, Bamako"),
            ("à l'école, au deuxième étage", "École, au deuxième étage"),
            ("au siège de l’OIM", "Siège de l’OIM"),
            ("au Caire", "Le Caire"),
            ("aux Cayes", "Les Cayes"),
            ("aux bureaux du HCR", "Bureaux du HCR"),
            ("au PNUD", "PNUD"),
            ("en mairie", "Mairie"),
            ("en salle 3", "Salle 3"),
            ("en ligne", "En ligne"),
            ("en ligne, sur Teams", "En ligne, Teams"),
            ("à distance", "À distance"),
            ("à confirmer", "À confirmer"),
            ("à préciser, à Gao", "À préciser, Gao"),
            ("salle à préciser", "Salle à préciser"),
            ("en visioconférence", "Visioconférence"),
            ("chez ACTED", "ACTED"),
            ("via Zoom", "Zoom"),
            ("près du marché", "Près du marché"),
            ("exceptionnellement à Mopti", "Mopti"),
            ("Bureau du PNUD", "Bureau du PNUD"),
            ("12, rue de la Paix", "12, rue de la Paix"),
            ("", ""),
        ] {
            assert_eq!(place_name(phrase), name, "{phrase}");
        }
    }
}
