//! The words of the names that are looked for, each with those beside which it stands in one of them.

use std::collections::BTreeMap;

use super::words::{Word, is_particle, parts, words};
use crate::french::naming::without_title;

/// A name of more words is looked for by the first of them.
pub(super) const MOST_WORDS: usize = 8;

/// Whether some who are meant are typed as men, as women or as neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sexes(u8);

impl Sexes {
    pub(super) const ALL: Self = Self(0b111);
    const UNSAID: Self = Self(0b001);
    const MAN: Self = Self(0b010);
    const WOMAN: Self = Self(0b100);

    /// Those of whom a title may be said.
    pub(super) fn said_by(title: &str) -> Self {
        match title {
            "m" | "mr" | "monsieur" => Self(Self::UNSAID.0 | Self::MAN.0),
            "mme" | "mlle" | "madame" | "mademoiselle" => Self(Self::UNSAID.0 | Self::WOMAN.0),
            _ => Self::ALL,
        }
    }

    /// As whom a name is typed, by its first word.
    fn of_name(first: Option<&Word<'_>>) -> Self {
        match first.map(|word| word.folded.as_str()) {
            Some("m" | "mr" | "monsieur") => Self::MAN,
            Some("mme" | "mlle" | "madame" | "mademoiselle") => Self::WOMAN,
            _ => Self::UNSAID,
        }
    }

    pub(super) fn may_be(self, said: Self) -> bool {
        self.0 & said.0 != 0
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What is known of a word of names.
#[derive(Clone, Debug, Default)]
struct Known {
    /// Those in whose names it stands.
    part: Sexes,
    /// Those whose family name it is: it comes last, or is the one in capitals.
    family: Sexes,
    is_last: bool,
    /// In how many names it stands.
    bearers: usize,
    /// By their initials, the other words of these names.
    initials: BTreeMap<String, Sexes>,
}

/// Names by their words, each a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ids: BTreeMap<String, usize>,
    known: Vec<Known>,
    /// Two words of one name, in either order.
    pairs: BTreeMap<(usize, usize), Sexes>,
    /// All words of a name, from the first to the last and from the last to the first.
    wholes: BTreeMap<Vec<usize>, Sexes>,
}

impl Index {
    /// A name as typed in a list, or those of several.
    pub(super) fn add(&mut self, typed: &str) {
        let name = typed.split('(').next().unwrap_or_default();
        // « Awa Sow, directrice » is one name, and so is « Sow, Awa ».
        let before = name.split(',').next().unwrap_or_default();
        let name = match words(without_title(before)).len() {
            0 | 1 => name,
            _ => before,
        };
        for name in name
            .split([';', '/', '&'])
            .flat_map(|name| name.split(" et "))
        {
            self.add_one(name);
        }
    }

    fn add_one(&mut self, name: &str) {
        let sex = Sexes::of_name(words(name).first());
        let mut found = words(without_title(name));
        found.truncate(MOST_WORDS);
        if !found.iter().any(|word| word.folded.chars().count() > 1) {
            return;
        }
        let ids: Vec<usize> = found.iter().map(|word| self.id(&word.folded)).collect();
        let has_others = found.iter().any(|word| !word.is_in_capitals());
        for (at, (word, id)) in found.iter().zip(&ids).enumerate() {
            let is_last = at + 1 == found.len();
            if let Some(known) = self.known.get_mut(*id) {
                known.part.add(sex);
                known.bearers += 1;
                known.is_last |= is_last;
                if is_last || (has_others && word.is_in_capitals()) {
                    known.family.add(sex);
                }
            }
            let others = found.iter().zip(&ids).enumerate();
            for (_, (other, other_id)) in others.filter(|(other, _)| *other != at) {
                self.add_pair((word, *id), (other, *other_id), sex);
            }
        }
        let each = ids.iter().map(|id| vec![*id]).collect();
        self.add_wholes(each, sex);
        self.add_parted(&found, sex);
    }

    /// The words of a name, each in one or more parts.
    fn add_wholes(&mut self, words: Vec<Vec<usize>>, sex: Sexes) {
        let back: Vec<Vec<usize>> = words.iter().rev().cloned().collect();
        for whole in [words.concat(), back.concat()] {
            self.wholes.entry(whole).or_default().add(sex);
        }
    }

    /// A name as those type it whose keyboard has no apostrophe at hand: *Mamadou N Diaye*.
    fn add_parted(&mut self, name: &[Word<'_>], sex: Sexes) {
        let parted: Vec<Vec<String>> = name.iter().map(parts).collect();
        if parted.iter().all(|parts| parts.len() < 2) {
            return;
        }
        let mut ids: Vec<Vec<usize>> = Vec::new();
        for parts in &parted {
            ids.push(parts.iter().map(|part| self.id(part)).collect());
        }
        self.add_wholes(ids, sex);
    }

    fn add_pair(&mut self, one: (&Word<'_>, usize), other: (&Word<'_>, usize), sex: Sexes) {
        let initial: String = other.0.folded.chars().take(1).collect();
        if let Some(known) = self.known.get_mut(one.1) {
            known.initials.entry(initial).or_default().add(sex);
        }
        let is_telling =
            |word: &Word<'_>| word.folded.chars().count() > 1 && !is_particle(&word.folded);
        if is_telling(one.0) && is_telling(other.0) {
            self.pairs.entry((one.1, other.1)).or_default().add(sex);
        }
    }

    fn id(&mut self, word: &str) -> usize {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.known.len();
        self.ids.insert(word.to_owned(), id);
        self.known.push(Known::default());
        id
    }

    /// The number of a word, folded, that stands in a name.
    pub(super) fn word(&self, word: &str) -> Option<usize> {
        self.ids.get(word).copied()
    }

    pub(super) fn is_last(&self, word: &str) -> bool {
        let known = self.word(word).and_then(|id| self.known.get(id));
        known.is_some_and(|known| known.is_last)
    }

    /// Whether it stands in one name alone.
    pub(super) fn tells_one(&self, id: usize) -> bool {
        self.known.get(id).is_some_and(|known| known.bearers == 1)
    }

    pub(super) fn part(&self, id: usize) -> Sexes {
        self.known
            .get(id)
            .map_or(Sexes::default(), |known| known.part)
    }

    pub(super) fn family(&self, id: usize) -> Sexes {
        self.known
            .get(id)
            .map_or(Sexes::default(), |known| known.family)
    }

    pub(super) fn pair(&self, one: usize, other: usize) -> Sexes {
        self.pairs.get(&(one, other)).copied().unwrap_or_default()
    }

    pub(super) fn wholes(&self, ids: &[usize]) -> Sexes {
        self.wholes.get(ids).copied().unwrap_or_default()
    }

    /// Those in whose names a word stands beside another that begins with that letter.
    pub(super) fn initial(&self, id: Option<usize>, letter: &str) -> Sexes {
        let known = id.and_then(|id| self.known.get(id));
        let initials = known.and_then(|known| known.initials.get(letter));
        initials.copied().unwrap_or_default()
    }
}
