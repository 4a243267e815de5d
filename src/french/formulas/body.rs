//! The phrase of the body behind the noun of the meeting: *du Cluster*, *de la commission*.

use super::tidy;
use crate::french::phrases::{begins_with_de, body_lacks_article, body_phrase_remedy, contracted};

/// How the phrase of the body follows the noun.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// `du Cluster Relèvement Rapide`.
    Of(String),
    /// What belongs to the noun: an adjective or another preposition first, `ordinaire du comité`, `sur le relèvement`, or the kind of
    /// meeting, `d’école`.
    Qualified(String),
    /// A name that lacks its article; it stands in brackets.
    Bare(String),
}

/// The phrase, with its article contracted where it was typed apart: `le Comité` gives `du Comité`.
pub(super) fn body(typed: &str) -> Option<Body> {
    let typed = tidy(typed);
    if typed.is_empty() || is_small_words_alone(&typed) {
        return None;
    }
    if let Some(phrase) = contracted(&typed) {
        return Some(Body::Of(phrase));
    }
    Some(if names_kind(&typed) {
        Body::Qualified(typed)
    } else if begins_with_de(&typed) {
        Body::Of(typed)
    } else if typed.starts_with(char::is_lowercase) && !lacks_article(&typed) && !ends_open(&typed)
    {
        Body::Qualified(typed)
    } else {
        Body::Bare(typed)
    })
}

/// Whether *de* leads to a noun without article, which tells the kind of meeting and nobody who meets: `d’école`, `de quartier
/// Saint-Éloi`; not `de la commission`, `d’un groupe`, `d’OCHA`.
fn names_kind(typed: &str) -> bool {
    const DETERMINERS: [&str; 30] = [
        "la", "le", "les", "un", "une", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "notre",
        "nos", "votre", "vos", "leur", "leurs", "son", "sa", "ses", "tout", "toute", "tous",
        "toutes", "chaque", "autres", "deux", "trois", "quatre",
    ];
    let parts = |sign: char| sign.is_whitespace() || matches!(sign, '’' | '\'');
    let (first, behind) = typed.split_once(parts).unwrap_or((typed, ""));
    let noun = behind.split(parts).next().unwrap_or_default();
    let leads = ["de", "d"].contains(&first.to_lowercase().as_str());
    // *iCCM* and *e-Santé* are names.
    let is_common = noun.chars().count() > 2 && noun.chars().take(2).all(char::is_lowercase);
    leads
        && is_common
        && !DETERMINERS.contains(&noun)
        && !WAITING.contains(&noun)
        && !ends_open(typed)
}

/// What follows an adjective may be a remedy, and the phrase lacks nothing: `ordinaire du comité`.
fn lacks_article(typed: &str) -> bool {
    body_phrase_remedy(typed)
        .map_or_else(|| body_lacks_article(typed), |rest| !typed.ends_with(&rest))
}

/// Words that wait for something else.
const WAITING: [&str; 15] = [
    "à", "au", "aux", "avec", "chez", "dans", "de", "des", "du", "en", "entre", "par", "pour",
    "sur", "sous",
];

/// `présidée en`: what the sentence says next would follow a word that waits for something else.
fn ends_open(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next();
    last.is_some_and(|last| WAITING.contains(&last.to_lowercase().as_str()))
}

/// `le`, `de la`, `le du`: it names nothing.
fn is_small_words_alone(text: &str) -> bool {
    const SMALL: [&str; 10] = ["du", "de", "des", "d’", "d'", "le", "la", "les", "l’", "l'"];
    let text = text.to_lowercase();
    let mut words = text
        .split_inclusive(|sign: char| sign.is_whitespace() || matches!(sign, '’' | '\''))
        .map(str::trim)
        .filter(|word| !word.is_empty());
    words.all(|word| SMALL.contains(&word))
}
