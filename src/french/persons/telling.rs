//! Whether a text tells whoever bears a name, to whom something may then be sent: more than a likeness is wanted.

use super::{is_titled, pieces, words};
use crate::french::Gender;
use crate::french::folding::fold;
use crate::french::naming::without_title;

/// Whether a text that names one person alone tells so, by the whole name, whoever bears that name. Beside the person may stand whom they
/// belong to: *OIM (Awa Sow)*. A word more or less makes it another name: *Fondation Awa Sow*, *Mme Sow*.
#[must_use]
pub fn tells(text: &str, name: &str) -> bool {
    let pieces = pieces(text);
    let is_one = pieces.iter().skip(1).all(|piece| piece.may_qualify);
    let pieces = pieces.iter().map(|piece| piece.text);
    is_one
        && std::iter::once(text)
            .chain(pieces)
            .any(|text| tells_alone(text, name))
}

fn tells_alone(text: &str, name: &str) -> bool {
    let are_two = match (gender(text), gender(name)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let [text, name] = [text, name].map(without_title);
    let [typed, known] = [text, name].map(words);
    if are_two || typed.is_empty() || known.is_empty() {
        return false;
    }
    typed == known
        || (typed.concat() == known.concat() && known.len() > 1)
        || is_turned(text, &known)
        || is_turned(name, &typed)
}

/// Whether the words of a name, of which one part is typed in capitals, are those with that part at the other end: *KEITA Fanta*.
fn is_turned(name: &str, other: &[String]) -> bool {
    let in_capitals = |word: &&str| {
        let letters = || word.chars().filter(|sign| sign.is_alphabetic());
        letters().count() > 1 && letters().all(char::is_uppercase)
    };
    let typed: Vec<&str> = name.split_whitespace().collect();
    let before = typed.iter().take_while(|word| in_capitals(word)).count();
    let after = typed
        .iter()
        .rev()
        .take_while(|word| in_capitals(word))
        .count();
    let place = match (before, after) {
        (0, 0) => return false,
        (0, after) => typed.len() - after,
        (before, 0) => before,
        // Either part may be the family name.
        _ => return false,
    };
    let (first, last) = typed.split_at(place);
    let turned = [last, first].map(|part| words(&part.join(" "))).concat();
    turned == other
}

/// What a title before a name says of who bears it.
fn gender(name: &str) -> Option<Gender> {
    let mut words = name.split(|sign: char| sign.is_whitespace() || sign == '.');
    let first = words.find(|word| !word.is_empty())?;
    match fold(first).as_str() {
        "m" | "mr" | "monsieur" => Some(Gender::Masculine),
        "mme" | "mlle" | "melle" | "madame" | "mademoiselle" => Some(Gender::Feminine),
        _ => None,
    }
    .filter(|_| is_titled(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is typed, a name, and whether the one tells the other.
    const TOLD: [(&str, &str, bool); 42] = [
        ("Awa Sow", "Mme Awa Sow", true),
        ("Mme Awa SOW", "Awa Sow", true),
        ("KEITA Fanta", "Fanta Keita", true),
        ("Fanta KEITA", "Keita Fanta", true),
        ("Fanta Keita", "KEITA Fanta", true),
        ("Mme KEITA Fanta", "Fanta Keita", true),
        ("BA SOW Awa", "Awa Ba Sow", true),
        ("KEITA, Fanta", "Fanta Keita", true),
        ("OIM (KEITA Fanta)", "Fanta Keita", true),
        ("AWA SOW", "Awa Sow", true),
        ("OIM (Awa Sow)", "Mme Awa Sow", true),
        ("Awa Sow (OIM)", "Mme Awa Sow", true),
        ("Awa Sow, OIM", "Awa Sow", true),
        ("Dr Awa Sow", "Mme Awa Sow", true),
        ("Jean-Marie N'Diaye", "N’DIAYE Jean Marie", true),
        ("Keita Fanta", "Fanta Keita", false),
        ("KEITA FANTA", "Fanta Keita", false),
        ("Jean Pierre", "Pierre Jean", false),
        ("BA Awa Sow", "Sow Ba Awa", false),
        ("Mme Sow", "Mme Awa Sow", false),
        ("Mme Sow", "Awa Sow", false),
        ("A. Sow", "Mme Awa Sow", false),
        ("Awa Sow", "Awa Fatou Sow", false),
        ("OIM (Mme Sow)", "Mme Awa Sow", false),
        ("M. Martin", "Martin Dupont", false),
        ("M. Sow", "Mme Awa Sow", false),
        ("M. Awa Sow", "Mme Awa Sow", false),
        ("Sow", "Mme Awa Sow", false),
        ("Awa", "Mme Awa Sow", false),
        ("Awa Fatou Sow", "Awa Sow", false),
        ("Fondation Awa Sow", "Awa Sow", false),
        ("Lycée Awa-Sow de Gao", "Awa Sow", false),
        ("l’équipe d’Awa Sow", "Awa Sow", false),
        ("Awa Sow et Ali Ba", "Awa Sow", false),
        ("Awa Sow/Ali Ba", "Awa Sow", false),
        ("Awa Touré", "Awa Sow", false),
        ("B. Sow", "Awa Sow", false),
        ("A. S.", "Awa Sow", false),
        ("OIM", "Awa Sow", false),
        ("OIM Mali", "OIM", false),
        ("Membres du cluster", "Awa Sow", false),
        ("", "Awa Sow", false),
    ];

    #[test]
    fn who_is_told() {
        for (typed, name, expected) in TOLD {
            assert_eq!(tells(typed, name), expected, "{typed}, {name}");
        }
    }
}
