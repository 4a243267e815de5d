//! Whether a text tells whoever bears a name, to whom something may then be sent: more than a likeness is wanted.

use super::{is_titled, pieces, shortens, sorted, words};
use crate::french::Gender;
use crate::french::folding::fold;
use crate::french::naming::without_title;

/// How a text tells whoever bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// By all words of the name, in whatever order.
    Whole,
    /// By some of them, or their initials; by one alone behind a title.
    Shortened,
}

impl Naming {
    /// Whether a text that names one person alone tells so whoever bears that name. Beside the person may stand whom they belong to: *OIM
    /// (Awa Sow)*. A word more makes it another name: *Fondation Awa Sow*.
    #[must_use]
    pub fn tells(self, text: &str, name: &str) -> bool {
        let pieces = pieces(text);
        let is_one = pieces.iter().skip(1).all(|piece| piece.may_qualify);
        let pieces = pieces.iter().map(|piece| piece.text);
        is_one
            && std::iter::once(text)
                .chain(pieces)
                .any(|text| self.tells_alone(text, name))
    }

    fn tells_alone(self, text: &str, name: &str) -> bool {
        let are_two = match (gender(text), gender(name)) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        };
        let [typed, known] = [text, name].map(|name| words(without_title(name)));
        if are_two || typed.is_empty() || known.is_empty() {
            return false;
        }
        match self {
            Self::Whole => {
                sorted(&typed) == sorted(&known)
                    || (typed.concat() == known.concat() && known.len() > 1)
            }
            Self::Shortened => match typed.as_slice() {
                [one] => is_titled(text) && one.chars().count() > 1 && known.contains(one),
                _ => shortens(&typed, &known),
            },
        }
    }
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

    /// What is typed, a name, and how the one tells the other.
    const TOLD: [(&str, &str, Option<Naming>); 32] = [
        ("Awa Sow", "Mme Awa Sow", Some(Naming::Whole)),
        ("Mme Awa SOW", "Awa Sow", Some(Naming::Whole)),
        ("KEITA Fanta", "Fanta Keita", Some(Naming::Whole)),
        ("Keita, Fanta", "Fanta Keita", Some(Naming::Whole)),
        ("OIM (Awa Sow)", "Mme Awa Sow", Some(Naming::Whole)),
        ("Awa Sow (OIM)", "Mme Awa Sow", Some(Naming::Whole)),
        ("Awa Sow, OIM", "Awa Sow", Some(Naming::Whole)),
        ("Dr Awa Sow", "Mme Awa Sow", Some(Naming::Whole)),
        (
            "Jean-Marie N'Diaye",
            "N’Diaye Jean Marie",
            Some(Naming::Whole),
        ),
        ("Mme Sow", "Mme Awa Sow", Some(Naming::Shortened)),
        ("Mme Sow", "Awa Sow", Some(Naming::Shortened)),
        ("A. Sow", "Mme Awa Sow", Some(Naming::Shortened)),
        ("Awa Sow", "Awa Fatou Sow", Some(Naming::Shortened)),
        ("OIM (Mme Sow)", "Mme Awa Sow", Some(Naming::Shortened)),
        ("M. Sow", "Mme Awa Sow", None),
        ("M. Awa Sow", "Mme Awa Sow", None),
        ("Sow", "Mme Awa Sow", None),
        ("Awa", "Mme Awa Sow", None),
        ("Awa Fatou Sow", "Awa Sow", None),
        ("Fondation Awa Sow", "Awa Sow", None),
        ("Lycée Awa-Sow de Gao", "Awa Sow", None),
        ("l’équipe d’Awa Sow", "Awa Sow", None),
        ("Awa Sow et Ali Ba", "Awa Sow", None),
        ("Awa Sow/Ali Ba", "Awa Sow", None),
        ("Awa Touré", "Awa Sow", None),
        ("B. Sow", "Awa Sow", None),
        ("A. S.", "Awa Sow", None),
        ("OIM", "Awa Sow", None),
        ("OIM Mali", "OIM", None),
        ("Membres du cluster", "Awa Sow", None),
        ("…", "Awa Sow", None),
        ("", "Awa Sow", None),
    ];

    #[test]
    fn who_is_told() {
        for (typed, name, expected) in TOLD {
            let told = [Naming::Whole, Naming::Shortened];
            let told = told.into_iter().find(|naming| naming.tells(typed, name));
            assert_eq!(told, expected, "{typed}, {name}");
        }
    }
}
