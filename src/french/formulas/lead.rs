//! Who is named, without the words that lead to them: the sentence brings its own.

use super::tidy;
use crate::french::folding::fold;

/// What is done to a meeting or to its minutes, *par* somebody; the stems, without accents.
const OF_A_MEETING: [&str; 12] = [
    "anime", "assure", "conduit", "convoque", "dirige", "etabli", "facilite", "modere", "organise",
    "preside", "redige", "signe",
];
/// What is done to a person too: behind a name it is a function (`invitée par le bureau`).
const OF_A_PERSON: [&str; 6] = [
    "accueilli",
    "heberge",
    "invite",
    "presente",
    "represente",
    "seconde",
];
/// What those who come with another are.
const IN_COMPANY: [&str; 4] = ["accompagne", "assiste", "entoure", "seconde"];
/// A role before a colon: `Présidence : Awa Sow`; the beginnings, without accents.
const ROLES: [&str; 15] = [
    "accueil",
    "animat",
    "convocation",
    "convoqu",
    "coordinat",
    "coordonnat",
    "facilitat",
    "moderat",
    "organisat",
    "presiden",
    "rapporteu",
    "redact",
    "scrutat",
    "secretai",
    "secretar",
];
/// With what a sentence about a meeting begins.
const BEGINNINGS: [&str; 6] = ["la", "le", "elle", "il", "cette", "ce"];
/// What may be presided over, without accents.
const GATHERINGS: [&str; 8] = [
    "assemblee",
    "atelier",
    "conseil",
    "debats",
    "rencontre",
    "reunion",
    "seance",
    "session",
];
/// What makes a sentence of a name and a participle.
const VERBS: [&str; 8] = ["a", "est", "était", "fut", "sera", "ont", "sont", "été"];

/// Somebody as they may follow *par* or *avec*: `par Awa Sow`, `présidée par Awa Sow`, `La séance est présidée par Awa Sow`,
/// `sous la présidence d’Awa Sow`, `Présidence : Awa Sow` and `assistée d’Awa Sow` give `Awa Sow`.
pub fn without_lead(text: &str) -> String {
    without(text, |said| {
        behind_par(said)
            .or_else(|| behind_participle(said, &[&OF_A_MEETING[..], &OF_A_PERSON[..]].concat()))
            .or_else(|| behind_company(said))
            .or_else(|| behind_clause(said))
            .or_else(|| behind_presidency(said))
            .or_else(|| behind_role(said))
    })
}

/// A function or an organisation behind a name: `présidée par la maire` gives `la maire`. What qualifies the person stays:
/// `par intérim`, `invitée par le bureau`, `assistée de M. Keïta`.
pub(in crate::french) fn without_lead_behind_name(text: &str) -> String {
    without(text, |said| {
        behind_par(said)
            .filter(|rest| names_somebody(rest))
            .or_else(|| behind_participle(said, &OF_A_MEETING))
    })
}

/// The name alone, where a sentence was typed for it: `Awa Sow a présidé la séance`, `Awa Sow préside la séance` and
/// `Awa Sow, présidant la séance` give `Awa Sow`. None for a name.
pub(in crate::french) fn subject(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_predicate = |at: &usize| {
        let follows = words.iter().skip(at + 1).take(2);
        let mut of_meeting =
            follows.filter(|word| is_participle(word, &OF_A_MEETING) || is_role(word));
        let has_object = words
            .get(at + 1)
            .is_some_and(|next| has_article(&format!("{next} ")));
        is_deed(words[*at]) && has_object
            || VERBS.contains(&words[*at]) && of_meeting.next().is_some()
    };
    let at = (1..words.len()).find(is_predicate)?;
    Some(tidy(&words[..at].join(" ")))
}

/// `préside`, `présidant`; a name begins with a capital.
fn is_deed(word: &str) -> bool {
    let folded = fold(word);
    let does = |stem: &str| {
        let root = stem.strip_suffix('e').unwrap_or(stem);
        let end = folded.strip_prefix(root);
        matches!(end, Some("ant" | "eant")) || folded == stem && word.ends_with('e')
    };
    word.starts_with(char::is_lowercase) && OF_A_MEETING.into_iter().any(does)
}

/// What is left once no lead is; the text itself, tidied, if nothing would be.
fn without(text: &str, rest: impl Fn(&str) -> Option<String>) -> String {
    let mut said = tidy(text);
    while let Some(bare) = rest(&said) {
        said = tidy(&bare);
    }
    said
}

fn behind_par(text: &str) -> Option<String> {
    let (first, rest) = next_word(text);
    (fold(first) == "par").then(|| rest.to_owned())
}

fn behind_participle(text: &str, stems: &[&str]) -> Option<String> {
    let (participle, rest) = next_word(text);
    let (par, rest) = next_word(rest);
    (is_participle(participle, stems) && fold(par) == "par").then(|| rest.to_owned())
}

/// `accompagnée de M. Keïta`, `assisté d’Awa Sow`, `avec Awa Sow`.
fn behind_company(text: &str) -> Option<String> {
    let (first, rest) = next_word(text);
    if fold(first) == "avec" {
        return Some(rest.to_owned());
    }
    let of = behind_de(rest).or_else(|| behind_par(rest));
    of.filter(|_| is_participle(first, &IN_COMPANY))
}

/// `La réunion a été présidée par Awa Sow`, `Elle est animée par Awa Sow`, `Séance présidée par Awa Sow`, `Animation assurée
/// par Awa Sow`.
fn behind_clause(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| is_participle(word, &OF_A_MEETING))?;
    let (lead, led) = words.split_at(at);
    let (first, others) = lead.split_first()?;
    let is_begun = BEGINNINGS.contains(&first.to_lowercase().as_str());
    let elided = first
        .strip_prefix(['l', 'L'])
        .and_then(|rest| rest.strip_prefix(['’', '\'']));
    let has_verb = others
        .iter()
        .any(|word| VERBS.contains(&word.to_lowercase().as_str()));
    let noun = match is_begun {
        true => others.first().copied().unwrap_or_default(),
        false => elided.unwrap_or(first),
    };
    let is_clause = (is_begun || elided.is_some()) && has_verb;
    let is_lead = is_clause || is_role(noun) || GATHERINGS.contains(&fold(noun).as_str());
    behind_participle(&led.join(" "), &OF_A_MEETING).filter(|_| is_lead && at <= 5)
}

/// `sous la présidence de Mme Awa Sow`, `Sous la présidence du maire`.
fn behind_presidency(text: &str) -> Option<String> {
    let (under, rest) = next_word(text);
    let (the, rest) = next_word(rest);
    let (noun, rest) = next_word(rest);
    let is_presidency = [
        "presidence",
        "direction",
        "conduite",
        "moderation",
        "animation",
    ]
    .contains(&fold(noun).as_str());
    let is_lead = fold(under) == "sous" && fold(the) == "la" && is_presidency;
    behind_de(rest).filter(|_| is_lead)
}

/// `Présidente : Awa Sow`, `Secrétaire de séance : Awa Sow`.
fn behind_role(text: &str) -> Option<String> {
    let (role, name) = text.split_once(':')?;
    let is_short = role.split_whitespace().count() <= 4;
    (is_role(role) && is_short).then(|| name.to_owned())
}

fn is_role(text: &str) -> bool {
    let text = fold(text);
    ROLES.iter().any(|start| text.starts_with(start))
}

/// What follows *de*, *d’*, *du* or *des*, with its article.
fn behind_de(text: &str) -> Option<String> {
    if let Some(name) = ["d’", "d'"].iter().find_map(|de| text.strip_prefix(de)) {
        return Some(name.to_owned());
    }
    let (de, rest) = next_word(text);
    match de {
        "de" => Some(rest.to_owned()),
        "du" => Some(format!("le {rest}")),
        "des" => Some(format!("les {rest}")),
        _ => None,
    }
}

fn is_participle(word: &str, stems: &[&str]) -> bool {
    let word = fold(word);
    stems.iter().any(|stem| {
        word.strip_prefix(stem)
            .is_some_and(|end| matches!(end, "" | "e" | "s" | "es"))
    })
}

/// `la maire`, `l’OIM`, `Mme Sow`; not `intérim`.
fn names_somebody(text: &str) -> bool {
    has_article(text) || text.starts_with(char::is_uppercase)
}

/// `le maire`, `la coordinatrice`, `l’adjointe`, `un membre`.
pub(super) fn has_article(text: &str) -> bool {
    let text = text.to_lowercase();
    ["le ", "la ", "les ", "l’", "l'", "un ", "une ", "deux "]
        .iter()
        .any(|article| text.starts_with(article))
}

fn next_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}
