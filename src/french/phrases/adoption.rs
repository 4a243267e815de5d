//! How the agenda was adopted, where a person typed neither of the two words nor a sentence.

use super::super::folding::fold;
use super::super::formulas::{end_sentence, tidy};
use super::super::typography::correct;
use super::super::words::capital_first;
use super::first_word;

/// The stems of the participles with which such a text begins, without accents.
const PARTICIPLES: [&str; 17] = [
    "adopte", "amende", "approuve", "valide", "modifie", "complete", "accepte", "rejete",
    "confirme", "enterine", "ajourne", "reporte", "refuse", "repousse", "retire", "ecarte",
    "conteste",
];
/// Verbs that make a sentence of it.
const VERBS: [&str; 10] = [
    "est", "sont", "a", "ont", "fut", "était", "sera", "adopte", "approuve", "valide",
];

/// The sentence to type: `adopté à l’unanimité` gives `L’ordre du jour est adopté à l’unanimité.`
///
/// None for a sentence. One that begins with a capital is held for a sentence, unless it is a participle without a
/// final mark.
#[must_use]
pub fn adoption_remedy(typed: &str) -> Option<String> {
    sentence(typed).map(|sentence| correct(&sentence))
}

fn sentence(typed: &str) -> Option<String> {
    let is_ended = typed.trim_end().ends_with(['.', '!', '?', '…', '»']);
    let text = tidy(typed);
    let (first, rest) = first_word(&text);
    let begins_with_capital = !first.starts_with(char::is_lowercase);
    let participle = participle(first);
    if text.is_empty() || begins_with_capital && (is_ended || participle.is_none()) {
        return None;
    }
    let said = |predicate: &str| Some(ended(format!("L’ordre du jour {predicate}")));
    let with_rest = |start: &str| format!("{start} {rest}").trim_end().to_owned();
    if let Some(participle) = participle {
        return said(&with_rest(&format!("est {participle}")));
    }
    match fold(first).as_str() {
        "oui" | "ok" => said("est adopté"),
        "non" | "pas" | "jamais" => said(&not_adopted(first, rest)),
        "est" | "a" if participle_follows(rest) => said(&text),
        "a" if first == "a" && !rest.is_empty() => said(&with_rest("est adopté à")),
        "sans" | "avec" | "apres" | "par" | "a" | "al" => said(&format!("est adopté {text}")),
        _ if text.starts_with("à l’") || text.starts_with("à l'") => {
            said(&format!("est adopté {text}"))
        }
        _ if holds_verb(&text) => Some(ended(capital_first(&text))),
        _ => said(&format!("est adopté ({text})")),
    }
}

/// What is said where `no` was typed before the rest: `non adopté`, `pas encore adopté`, `non, faute de quorum`.
fn not_adopted(no: &str, rest: &str) -> String {
    let negation = if fold(no) == "jamais" {
        "jamais"
    } else {
        "pas"
    };
    let (word, after) = first_word(rest);
    let (adverb, said) = match fold(word).as_str() {
        "encore" => (" encore", after),
        _ => ("", rest),
    };
    let (first, behind) = first_word(said);
    let is_list = no.ends_with(',');
    match participle(first).filter(|_| !is_list) {
        Some(participle) => format!("n’est {negation}{adverb} {participle} {behind}"),
        None if said.is_empty() => format!("n’est {negation}{adverb} adopté"),
        None => format!("n’est {negation}{adverb} adopté ({said})"),
    }
    .trim_end()
    .to_owned()
}

fn ended(mut sentence: String) -> String {
    end_sentence(&mut sentence);
    sentence
}

/// The participle in the masculine: `Adoptée` gives `adopté`.
fn participle(word: &str) -> Option<String> {
    let bare = word.trim_end_matches(',').to_lowercase();
    let folded = fold(&bare);
    let is_participle = PARTICIPLES.iter().any(|stem| {
        folded
            .strip_prefix(stem)
            .is_some_and(|end| matches!(end, "" | "e" | "s" | "es"))
    });
    if !is_participle {
        return None;
    }
    let comma = if word.ends_with(',') { "," } else { "" };
    let masculine = bare.trim_end_matches('s');
    let masculine = masculine
        .strip_suffix("ée")
        .map_or_else(|| masculine.to_owned(), |stem| format!("{stem}é"));
    Some(format!("{masculine}{comma}"))
}

fn participle_follows(rest: &str) -> bool {
    let (first, after) = first_word(rest);
    participle(first).is_some() || fold(first) == "ete" && participle(first_word(after).0).is_some()
}

fn holds_verb(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| VERBS.contains(&word.to_lowercase().as_str()))
}
