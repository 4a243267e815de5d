//! The phrase of a body behind *la réunion*: it begins with *du*, *de la*, *de l’*, *des*, *de* or *d’*.

use super::super::folding::fold;
use super::super::formulas::tidy;
use super::nouns::of_body;
use super::{first_word, proposed};

/// What to type for a phrase that does not follow *la réunion*: `le Comité` gives `du Comité`.
///
/// Of a phrase with an adjective first (`ordinaire du comité`) the remedy is what follows the adjective; an adjective alone
/// (`préparatoire`) needs none.
#[must_use]
pub fn body_phrase_remedy(typed: &str) -> Option<String> {
    let typed = tidy(typed);
    proposed(remedy(&typed), &typed)
}

/// Whether a phrase lacks its article, even where nobody but its writer knows which: `Zorglub`.
#[must_use]
pub fn body_lacks_article(typed: &str) -> bool {
    let typed = tidy(typed);
    let (word, _) = first_word(&typed);
    body_phrase_remedy(&typed).is_some()
        || typed.contains(char::is_alphanumeric)
            && !begins_with_de(&typed)
            && !is_adjective(word)
            && !is_preposition(word)
}

fn remedy(typed: &str) -> Option<String> {
    if let Some(phrase) = contracted(typed) {
        return Some(phrase);
    }
    if typed.is_empty() || begins_with_de(typed) {
        return None;
    }
    let (word, rest) = first_word(typed);
    if let Some(start) = of_body(word) {
        return Some(format!("{start}{typed}"));
    }
    if is_adjective(word)
        && let Some(phrase) = from_de(typed)
    {
        return Some(phrase);
    }
    if is_adjective(word) || is_preposition(word) {
        return None;
    }
    let start = behind_adjective(word, rest).or_else(|| of_acronym(word))?;
    Some(format!("{start}{typed}"))
}

/// `de la ` before `Haute Autorité`, `du ` before `Grand Conseil`: the adjective tells the gender.
pub(super) fn behind_adjective(word: &str, rest: &str) -> Option<&'static str> {
    const ADJECTIVES: [(&str, &str); 16] = [
        ("haute", "de la "),
        ("haut", "du "),
        ("grande", "de la "),
        ("grand", "du "),
        ("petite", "de la "),
        ("petit", "du "),
        ("nouvelle", "de la "),
        ("nouveau", "du "),
        ("nouvel", "du "),
        ("premiere", "de la "),
        ("premier", "du "),
        ("ancienne", "de l’"),
        ("ancien", "de l’"),
        ("hautes", "des "),
        ("hauts", "des "),
        ("grands", "des "),
    ];
    let folded = fold(word);
    let adjective = ADJECTIVES.iter().find(|(known, _)| *known == folded);
    adjective.filter(|_| !rest.is_empty()).map(|(_, of)| *of)
}

/// The article of an acronym whose gender is well known.
pub(super) fn of_acronym(word: &str) -> Option<&'static str> {
    const MASCULINE: [&str; 8] = [
        "CODIR", "COPIL", "COMEX", "COTECH", "CSE", "CHSCT", "CA", "COS",
    ];
    match word {
        "AG" | "AGO" | "AGE" => Some("de l’"),
        _ => MASCULINE.contains(&word).then_some("du "),
    }
}

/// `du Cluster`, `de l’assemblée`, `d’experts`, `des maires`.
pub(in crate::french) fn begins_with_de(text: &str) -> bool {
    let (word, rest) = first_word(text);
    let word = word.to_lowercase();
    let elided = ["d’", "d'"]
        .iter()
        .any(|start| word.starts_with(start) && text.len() > start.len());
    elided || !rest.is_empty() && ["du", "de", "des"].contains(&word.as_str())
}

/// The phrase with its article contracted, where it was typed apart; grammar leaves no choice: `le Comité` and
/// `de le Comité` give `du Comité`, `la Commission` `de la Commission`.
pub(in crate::french) fn contracted(text: &str) -> Option<String> {
    joined_article(text).map(|phrase| tidy(&phrase))
}

fn joined_article(text: &str) -> Option<String> {
    let (de, after) = first_word(text);
    let with_de = de.eq_ignore_ascii_case("de");
    let phrase = if with_de { after } else { text };
    let elided = ["l’", "l'", "L’", "L'"]
        .iter()
        .find_map(|article| phrase.strip_prefix(article));
    if let Some(noun) = elided {
        return (!with_de && !noun.is_empty()).then(|| format!("de l’{noun}"));
    }
    let (article, noun) = first_word(phrase);
    if noun.is_empty() {
        return None;
    }
    match article {
        "le" | "Le" => Some(format!("du {noun}")),
        "les" | "Les" => Some(format!("des {noun}")),
        "la" | "La" if !with_de => Some(format!("de la {noun}")),
        _ => None,
    }
}

/// A small word that qualifies the meeting: `ordinaire`, `mensuelle`, `technique`.
fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 13] = [
        "aire",
        "aires",
        "elle",
        "el",
        "ale",
        "al",
        "ique",
        "ive",
        "ère",
        "ée",
        "oire",
        "jointe",
        "restreinte",
    ];
    word.starts_with(char::is_lowercase)
        && (word.starts_with("inter") || ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// `sur le relèvement`, `entre l’OIM et le HCR`, `n° 4 du comité` follow the noun as they are.
fn is_preposition(word: &str) -> bool {
    [
        "sur", "entre", "avec", "pour", "à", "au", "aux", "en", "chez", "contre", "dite", "n°",
    ]
    .contains(&word)
}

/// From the first `du`, `de`, `des` or `d’` on.
fn from_de(text: &str) -> Option<String> {
    let starts = [" du ", " de ", " des ", " d’", " d'"];
    let at = starts.iter().filter_map(|start| text.find(start)).min()?;
    let phrase = &text[at + 1..];
    begins_with_de(phrase).then(|| phrase.to_owned())
}
