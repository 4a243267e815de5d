//! Places: a phrase with its preposition (`dans le bureau du PNUD`), or a town without.

use super::super::Gender;
use super::super::folding::fold;
use super::super::formulas::tidy;
use super::nouns::{PlaceKind, place_kind};
use super::{elides, first_word, lowered, proposed, undecided};

/// Words, without accents, that lead to a place, or are one by themselves (*ici*).
const PREPOSITIONS: [&str; 37] = [
    "a",
    "au",
    "aux",
    "dans",
    "en",
    "chez",
    "sur",
    "sous",
    "pres",
    "par",
    "via",
    "devant",
    "hors",
    "entre",
    "face",
    "derriere",
    "aupres",
    "autour",
    "loin",
    "vers",
    "depuis",
    "outre",
    "audessus",
    "audessous",
    "aucoin",
    "lelong",
    "ici",
    "avec",
    "non",
    "contre",
    "parmi",
    "jusque",
    "audela",
    "lors",
    "pendant",
    "durant",
    "pour",
];
/// Ways, which stand without a preposition: *rue de la Paix*.
const WAYS: [&str; 12] = [
    "rue",
    "avenue",
    "boulevard",
    "place",
    "quai",
    "impasse",
    "allee",
    "route",
    "chemin",
    "quartier",
    "square",
    "cours",
];
/// Tools of a meeting from afar.
const TOOLS: [&str; 8] = [
    "teams",
    "zoom",
    "skype",
    "webex",
    "meet",
    "googlemeet",
    "jitsi",
    "whatsapp",
];
/// Adjectives before a noun; the rest of the phrase decides.
const ADJECTIVES: [&str; 10] = [
    "grand", "grande", "petit", "petite", "nouveau", "nouvel", "nouvelle", "ancien", "ancienne",
    "vieux",
];
const ACRONYMS: [(&str, &str); 7] = [
    ("PNUD", "au PNUD"),
    ("HCR", "au HCR"),
    ("PAM", "au PAM"),
    ("CICR", "au CICR"),
    ("OCHA", "à OCHA"),
    ("FAO", "à la FAO"),
    ("MINUSMA", "à la MINUSMA"),
];

/// What to type for a place that lacks its preposition: `Bureau du PNUD` gives `au bureau du PNUD`.
#[must_use]
pub fn place_remedy(typed: &str) -> Option<String> {
    let typed = tidy(typed);
    let is_doubted = place_lacks_preposition(&typed);
    proposed(is_doubted.then(|| remedy(&typed)).flatten(), &typed)
}

/// Whether a place lacks its preposition, even where nobody but its writer knows which: `Cap Vert`. What is left open asks for none.
#[must_use]
pub fn place_lacks_preposition(typed: &str) -> bool {
    let typed = tidy(typed);
    let is_open = undecided(&typed, "lieu").is_some();
    typed.contains(char::is_alphanumeric) && !is_open && !is_place_phrase(&typed)
}

fn remedy(typed: &str) -> Option<String> {
    let (word, rest) = first_word(typed);
    let with_rest = |start: String| {
        if rest.is_empty() {
            start
        } else {
            format!("{start} {rest}")
        }
    };
    if let Some(phrase) = after_article(typed) {
        return Some(phrase);
    }
    let folded = fold(word.trim_end_matches(','));
    if TOOLS.contains(&folded.as_str()) {
        return Some(format!("en ligne, sur {typed}"));
    }
    if ["ligne", "visio", "visioconference"].contains(&folded.as_str()) {
        return Some(with_rest(format!("en {}", lowered(word))));
    }
    if word.starts_with(|sign: char| sign.is_ascii_digit()) {
        return Some(format!("au {typed}"));
    }
    if let Some(kind) = place_kind(word.trim_end_matches(',')) {
        return Some(with_rest(preceded(kind, &lowered(word))));
    }
    if ADJECTIVES.contains(&folded.as_str()) {
        let (noun, rest) = first_word(rest);
        if let Some(kind) = place_kind(noun.trim_end_matches(',')) {
            let start = preceded(kind, &lowered(word));
            let noun = lowered(noun);
            return Some(format!("{start} {noun} {rest}"));
        }
    }
    let is_acronym = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    if is_acronym && rest.is_empty() {
        return Some(match acronym_with_a(word) {
            Some(phrase) => phrase.to_owned(),
            None if elides(word) => format!("à l’{word}"),
            None => format!("dans les locaux ({word})"),
        });
    }
    // A town is one word, or names what it lies in behind a comma; of other names nothing is known.
    let is_town = rest.is_empty() || word.ends_with(',') || rest.starts_with('(');
    let country = in_country(&folded);
    match country {
        Some(lead) => Some(format!("{lead} {typed}")),
        None => is_town.then(|| format!("à {typed}")),
    }
}

/// `au PNUD`, `à la FAO`: an acronym whose gender is well known.
pub(super) fn acronym_with_a(word: &str) -> Option<&'static str> {
    let known = ACRONYMS.iter().find(|(acronym, _)| *acronym == word);
    known.map(|(_, phrase)| *phrase)
}

/// The preposition of a country or a region, by its first word without accents.
fn in_country(folded: &str) -> Option<&'static str> {
    const FEMININE: [&str; 22] = [
        "france",
        "belgique",
        "suisse",
        "mauritanie",
        "guinee",
        "gambie",
        "algerie",
        "tunisie",
        "libye",
        "italie",
        "espagne",
        "allemagne",
        "europe",
        "afrique",
        "haiti",
        "guyane",
        "corse",
        "martinique",
        "guadeloupe",
        "centrafrique",
        "angola",
        "ethiopie",
    ];
    const MASCULINE: [&str; 20] = [
        "mali", "niger", "burkina", "senegal", "benin", "togo", "tchad", "cameroun", "gabon",
        "congo", "maroc", "canada", "liban", "ghana", "nigeria", "rwanda", "burundi", "soudan",
        "kenya", "quebec",
    ];
    const PLURAL: [&str; 6] = [
        "antilles",
        "comores",
        "etatsunis",
        "paysbas",
        "seychelles",
        "philippines",
    ];
    if FEMININE.contains(&folded) {
        Some("en")
    } else if MASCULINE.contains(&folded) {
        Some("au")
    } else {
        PLURAL.contains(&folded).then_some("aux")
    }
}

/// The town alone: `à Bamako` gives `Bamako`, `au Caire` gives `Le Caire`, `Fait à Gao, le` gives `Gao`.
#[must_use]
pub fn town_remedy(typed: &str) -> Option<String> {
    let typed = tidy(typed);
    let mut town = typed.clone();
    if let Some((before, after)) = town.split_once(", ")
        && fold(first_word(after).0) == "le"
    {
        town = tidy(before);
    }
    if town.to_lowercase().ends_with(", le") {
        town = tidy(&town[..town.len() - ", le".len()]);
    }
    let (word, rest) = first_word(&town);
    if fold(word) == "fait" && !rest.is_empty() {
        town = rest.to_owned();
    }
    while let Some(bare) = without_preposition(&town) {
        town = bare;
    }
    (town != typed && !town.is_empty()).then_some(town)
}

/// `à Bamako` gives `Bamako`, `au Caire` `Le Caire`.
fn without_preposition(town: &str) -> Option<String> {
    let (word, rest) = first_word(town);
    if rest.is_empty() {
        return None;
    }
    match word.to_lowercase().as_str() {
        "à" | "a" => Some(rest.to_owned()),
        "au" => Some(format!("Le {rest}")),
        "aux" => Some(format!("Les {rest}")),
        _ => None,
    }
}

/// Whether a phrase can stand between the commas of a sentence.
pub(in crate::french) fn is_place_phrase(text: &str) -> bool {
    let (first, _) = first_word(text);
    starts_with_preposition(text)
        || WAYS.contains(&fold(first).as_str())
        || text.contains("://")
        || text.contains('@')
}

/// `à Gao`, `dans la salle`, `près du marché`, `au-dessus du bureau`; a preposition alone is none.
pub(in crate::french) fn starts_with_preposition(text: &str) -> bool {
    let (first, rest) = first_word(text);
    let word = fold(first);
    if is_adverb(first) {
        return starts_with_preposition(rest);
    }
    // "A | B" is no place.
    let touches = rest.starts_with(char::is_alphanumeric) || !["a", "A"].contains(&first);
    let leads = touches && !rest.is_empty();
    let is_capital_acronym = first.chars().count() > 1 && !first.chars().any(char::is_lowercase);
    leads && !is_capital_acronym && PREPOSITIONS.contains(&word.as_str())
        || word == "ici"
        || word == "ailleurs"
}

/// `exceptionnellement`, before a place; a noun such as `département` is none.
pub(super) fn is_adverb(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.ends_with("ment") && place_kind(word).is_none()
}

/// The text without an `à` of its own.
pub(in crate::french) fn without_a(text: &str) -> &str {
    let mut rest = text;
    loop {
        let (word, after) = first_word(rest);
        if after.is_empty() || !["à", "a"].contains(&word.to_lowercase().as_str()) {
            return rest;
        }
        rest = after;
    }
}

/// `le siège` gives `au siège`, `La Rochelle` `à La Rochelle`, `Les Cayes` `aux Cayes`.
fn after_article(text: &str) -> Option<String> {
    if let Some(noun) = text.strip_prefix("l’").or_else(|| text.strip_prefix("l'")) {
        return Some(format!("à l’{noun}"));
    }
    if let Some(noun) = text.strip_prefix("L’").or_else(|| text.strip_prefix("L'")) {
        let (word, _) = first_word(noun);
        let is_noun = place_kind(word).is_some();
        return Some(if is_noun {
            format!("à l’{noun}")
        } else {
            format!("à L’{noun}")
        });
    }
    let (article, rest) = first_word(text);
    let (noun, after) = first_word(rest);
    let known = place_kind(noun);
    if rest.is_empty() {
        return None;
    }
    let lower = |start: &str| {
        format!("{start} {} {after}", lowered(noun))
            .trim_end()
            .to_owned()
    };
    Some(match (article, known) {
        ("le" | "Le", Some(PlaceKind::In(_))) => lower("dans le"),
        ("la" | "La", Some(PlaceKind::In(_))) => lower("dans la"),
        ("les" | "Les", Some(PlaceKind::InPlural)) => lower("dans les"),
        ("le" | "Le", Some(_)) => lower("au"),
        ("la" | "La", Some(_)) => lower("à la"),
        ("le" | "Le", None) => format!("au {rest}"),
        ("les" | "Les", _) => format!("aux {rest}"),
        ("la", None) => format!("à la {rest}"),
        ("La", None) => format!("à La {rest}"),
        _ => return None,
    })
}

fn preceded(kind: PlaceKind, word: &str) -> String {
    let start = match kind {
        PlaceKind::In(Gender::Feminine) => "dans la ",
        PlaceKind::In(Gender::Masculine) => "dans le ",
        PlaceKind::InPlural => "dans les ",
        PlaceKind::At(_) if elides(word) => "à l’",
        PlaceKind::At(Gender::Feminine) => "à la ",
        PlaceKind::At(Gender::Masculine) => "au ",
    };
    let start = match kind {
        PlaceKind::In(_) if elides(word) => "dans l’",
        _ => start,
    };
    format!("{start}{word}")
}
