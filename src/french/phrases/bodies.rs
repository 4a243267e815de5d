//! The phrase of a body behind *la réunion*: it begins with *du*, *de la*, *de l’*, *des*, *de* or *d’*.

use super::super::formulas::tidy;
use super::nouns::of_body;
use super::{elides, first_word, proposed};

/// What to type for a phrase that does not follow *la réunion*: `le Comité` gives `du Comité`.
///
/// Of a phrase with an adjective first (`ordinaire du comité`) the remedy is what follows the adjective; an adjective alone
/// (`préparatoire`) needs none.
#[must_use]
pub fn body_phrase_remedy(typed: &str) -> Option<String> {
    let typed = tidy(typed);
    proposed(remedy(&typed), &typed)
}

fn remedy(typed: &str) -> Option<String> {
    if let Some(phrase) = contracted(typed) {
        return Some(phrase);
    }
    if typed.is_empty() || begins_with_de(typed) {
        return None;
    }
    let (word, _) = first_word(typed);
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
    let start = if elides(word) { "de l’" } else { "du " };
    Some(format!("{start}{typed}"))
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
