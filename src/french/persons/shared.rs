//! Where many persons share a word: those who bear it, found by another word or by a slip in it, whatever their number.

use std::collections::{BTreeMap, BTreeSet};

/// Names of more words are not looked for in these ways: they are no names of persons.
const MOST_WORDS: usize = 8;
/// No word of a name is longer.
const LONGEST_WORD: usize = 40;

/// Persons by two words of their names, or by a word and the initial of another.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(BTreeMap<String, BTreeMap<String, Vec<usize>>>);

impl Pairs {
    pub(super) fn of(names: &[Vec<String>]) -> Self {
        let mut pairs = Self::default();
        for (place, name) in names.iter().enumerate() {
            let words = name.iter().take(MOST_WORDS).enumerate();
            for (at, word) in words.clone() {
                let others = words.clone().filter(|(other, _)| *other != at);
                for (_, other) in others {
                    pairs.add(word, other, place);
                    pairs.add(word, initial(other), place);
                }
            }
        }
        pairs
    }

    fn add(&mut self, word: &str, other: &str, place: usize) {
        let by_other = self.0.entry(word.to_owned()).or_default();
        let places = by_other.entry(other.to_owned()).or_default();
        if places.last() != Some(&place) {
            places.push(place);
        }
    }

    /// The places of the fewest who bear a word with another of the typed ones; none where nobody bears both.
    pub(super) fn bearers(&self, word: &String, typed: &[String]) -> &[usize] {
        let Some(by_other) = self.0.get(word) else {
            return &[];
        };
        let at = typed.iter().position(|one| one == word);
        let others = typed.iter().enumerate();
        let others = others.filter(|(other, _)| Some(*other) != at);
        let bearers = others.map(|(_, other)| by_other.get(other).map_or(&[][..], Vec::as_slice));
        bearers.min_by_key(|places| places.len()).unwrap_or(&[])
    }
}

/// The words of names, each by the others of its name and by what is left of it once a letter is missing: two words are a slip apart only
/// where both leave the same, or one is what the other leaves.
#[derive(Clone, Debug, Default)]
pub(super) struct Slips(BTreeMap<String, BTreeSet<String>>);

impl Slips {
    pub(super) fn of(names: &[Vec<String>]) -> Self {
        let mut slips = Self::default();
        for name in names {
            for (word, keys) in keys(name) {
                for key in keys {
                    slips.0.entry(key).or_default().insert(word.clone());
                }
            }
        }
        slips
    }

    /// Each typed word that is none of a name whose other words are those typed beside it, with the one that may be meant.
    pub(super) fn meant<'s>(
        &'s self,
        typed: &'s [String],
    ) -> impl Iterator<Item = (&'s str, &'s str)> {
        let keys =
            keys(typed).flat_map(|(word, keys)| keys.into_iter().map(move |key| (word, key)));
        let found = keys.filter_map(|(word, key)| Some((word, self.0.get(&key)?)));
        found.flat_map(|(word, meant)| {
            let others = meant.iter().filter(move |meant| *meant != word);
            others.map(move |meant| (word.as_str(), meant.as_str()))
        })
    }
}

/// For each word of a name, the keys under which it is found.
fn keys(name: &[String]) -> impl Iterator<Item = (&String, Vec<String>)> {
    let is_name = (2..=MOST_WORDS).contains(&name.len());
    let words = name.iter().enumerate().filter(move |_| is_name);
    let words = words.filter(|(_, word)| word.len() <= LONGEST_WORD);
    words.map(|(at, word)| {
        let others = name.iter().enumerate();
        let others = others.filter(|(other, _)| *other != at);
        let mut others: Vec<&str> = others.map(|(_, other)| other.as_str()).collect();
        others.sort_unstable();
        let others = others.join(" ");
        let letters = word.char_indices();
        let mut left: Vec<String> = letters
            .map(|(from, letter)| {
                let rest = &word[from + letter.len_utf8()..];
                format!("{others} {}{rest}", &word[..from])
            })
            .collect();
        left.push(format!("{others} {word}"));
        left.dedup();
        (word, left)
    })
}

fn initial(word: &str) -> &str {
    let next = word.char_indices().nth(1);
    next.map_or(word, |(next, _)| &word[..next])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<Vec<String>> {
        let words = |name: &&str| name.split(' ').map(str::to_owned).collect();
        names.iter().map(words).collect()
    }

    /// However many share a word, another one tells which few are compared.
    #[test]
    fn a_shared_word_is_told_by_another() {
        let many: Vec<String> = (0..500).map(|number| format!("awa nom{number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let pairs = Pairs::of(&names(&many));
        let bearers = |typed: &str| {
            let typed = names(&[typed]).remove(0);
            pairs.bearers(&"awa".to_owned(), &typed).len()
        };
        assert_eq!(bearers("awa nom7"), 1);
        assert_eq!(bearers("awa x"), 0);
        assert_eq!(bearers("awa awa"), 0);
        assert_eq!(bearers("awa n"), 500);
    }

    #[test]
    fn a_slip_leads_to_few() {
        let many: Vec<String> = (0..500).map(|number| format!("awa nom{number}")).collect();
        let many = many.iter().map(String::as_str);
        let slips = Slips::of(&names(&many.chain(["ali sow"]).collect::<Vec<&str>>()));
        for (typed, meant, is_meant) in [
            ("awa nom123", "nom124", true),
            ("awa nmo123", "nom123", true),
            ("awa nom12", "nom123", true),
            ("awa nom1234", "nom123", true),
            ("ali nom123", "nom124", false),
            ("aly sow", "ali", true),
            ("sow", "sow", false),
        ] {
            let typed = names(&[typed]).remove(0);
            let found: BTreeSet<(&str, &str)> = slips.meant(&typed).collect();
            assert!(found.len() < 120, "{typed:?}: {found:?}");
            let has = found.iter().any(|(_, found)| *found == meant);
            assert_eq!(has, is_meant, "{typed:?}: {found:?}");
        }
    }
}
