//! The names that lists have, of a record or of the contacts: what seems a slip in one may be how it is written, and then it is written so in
//! a text too.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::french::naming::{APOSTROPHES, without_title};
use crate::french::remarks::{Remark, RemarkKind};

pub(super) struct ListedNames<'n>(BTreeSet<&'n str>);

impl<'n> ListedNames<'n> {
    /// The names as typed, with and without the titles before them.
    pub(super) fn of(typed: impl Iterator<Item = &'n str>) -> Self {
        let names = typed.flat_map(|name| [name.trim(), without_title(name)]);
        Self(names.filter(|name| !name.is_empty()).collect())
    }

    /// Whether what is odd in a text may be of one of them.
    pub(super) fn may_hold(&self, text: &str, remark: &Remark) -> bool {
        let typed = &text[remark.range.clone()];
        // A part of a name, alone, begins a sentence: *Boeuf a répondu*.
        let is_part = || match remark.kind {
            RemarkKind::Ligature | RemarkKind::Misspelt => {
                typed.starts_with(char::is_uppercase) && self.have(typed)
            }
            _ => false,
        };
        self.hold(text, &remark.range) || is_part()
    }

    /// Whether a part of a text stands within one of them, typed there as in the list.
    fn hold(&self, text: &str, part: &Range<usize>) -> bool {
        let typed = &text[part.clone()];
        let (before, after) = (&text[..part.start], &text[part.end..]);
        self.0.iter().any(|name| {
            let mut within = name.match_indices(typed);
            within.any(|(start, _)| {
                let end = start + typed.len();
                stands(after.chars(), name[end..].chars())
                    && stands(before.chars().rev(), name[..start].chars().rev())
            })
        })
    }

    /// Whether one of them has that word.
    fn have(&self, word: &str) -> bool {
        let parts = |sign: char| !sign.is_alphanumeric();
        let mut words = self.0.iter().flat_map(|name| name.split(parts));
        words.any(|one| one == word)
    }
}

/// Whether the rest of a name stands next in a text, and no word goes on behind it; the shapes of spaces and apostrophes do not count.
fn stands(mut text: impl Iterator<Item = char>, mut rest: impl Iterator<Item = char>) -> bool {
    rest.all(|sign| text.next().map(shape) == Some(shape(sign)))
        && !text.next().is_some_and(char::is_alphanumeric)
}

fn shape(sign: char) -> char {
    match sign {
        _ if APOSTROPHES.contains(&sign) => '’',
        _ if sign.is_whitespace() => ' ',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::ListedNames;
    use crate::french::remarks::remarks;

    #[test]
    fn a_slip_of_a_name_that_is_listed() {
        let listed = [
            "Mme Awa Boeuf",
            "ONG Bonne Oeuvre",
            "PCs Mali",
            "Paul Avril",
            "Ecole Espoir",
            "ONGs d’Ici",
        ];
        let names = ListedNames::of(listed.into_iter());
        for (text, expected) in [
            ("Mise en oeuvre par Awa Boeuf", vec![false, true]),
            ("Boeuf a répondu.", vec![true]),
            ("Oeuvre utile. Oeuvres utiles.", vec![true, false]),
            ("Les PCs Mali et les PCs", vec![true, false]),
            ("le 7 Avril 2026, avec Paul Avril 2026", vec![false, true]),
            ("à l’Ecole Espoir, puis à l’Ecole", vec![true, false]),
            ("à l’Ecole Espoirs", vec![false]),
            ("ONGs\u{a0}d'Ici, ONGs d’Icelle", vec![true, false]),
        ] {
            let found = remarks(text).into_iter();
            let found: Vec<bool> = found.map(|remark| names.may_hold(text, &remark)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
