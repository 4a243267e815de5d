//! Persons known again in what is typed of who does something: *Mme Awa Sow*, *SOW Awa*, *A. Sow*, *Awa Sow (OIM)*, *Awa Sow et Ali Ba*.
//!
//! Here a text is a name, or a list of some, and is asked whom it means. Where a running text names somebody among other words is found
//! otherwise, by `record::doubts`.

mod pieces;
mod shared;
mod telling;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::folding::fold;
use super::naming::{APOSTROPHES, CIVIL_TITLES, fold_word, without_title};
pub use pieces::{Piece, pieces};
use shared::{Pairs, Slips};
pub use telling::tells;

/// Of a word that more persons bear, they are looked for by two words at once.
const MOST_BEARERS: usize = 16;

/// How near a text is to the name of somebody known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// It names that person, who stands at that place among the known ones.
    Same(usize),
    /// It is a part of a name that tells somebody to who knows them: a given name, a family name.
    Part,
    /// It names nobody known.
    None,
}

/// Persons by their names.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The words of each name, folded.
    names: Vec<Vec<String>>,
    /// The first who bears each name, by its words in the order of letters.
    by_name: BTreeMap<Vec<String>, usize>,
    /// The names in which a word stands, or that are that word once written together.
    by_word: BTreeMap<String, Vec<usize>>,
    /// The first whose name, written together, is that word.
    by_whole: BTreeMap<String, usize>,
    /// Each name once, by the one of its words that fewest bear: who is named in a text need not be looked for among all who share a word.
    by_rarest: BTreeMap<String, Vec<usize>>,
    /// Made once somebody is looked for by a word that many share.
    pairs: OnceLock<Pairs>,
    /// Made once somebody is looked for whose name may be typed with a slip.
    slips: OnceLock<Slips>,
}

impl People {
    /// Persons of these names.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n String>) -> Self {
        let mut people = Self::default();
        for name in names {
            people.add(name);
        }
        people
    }

    /// Takes a name up; what has no letter is nobody's, and `None`. Its place is how many were taken up before.
    pub fn add(&mut self, name: &str) -> Option<usize> {
        let words = words(without_title(name));
        if words.is_empty() {
            return None;
        }
        let place = self.names.len();
        if let Some(rarest) = self.rarest(&words) {
            let places = self.by_rarest.entry(rarest.clone()).or_default();
            // Whoever bears the very name of one before is found as that one.
            if !places.iter().any(|place| self.names[*place] == words) {
                places.push(place);
            }
        }
        for word in words.iter().chain([&words.concat()]) {
            let places = self.by_word.entry(word.clone()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
        self.by_name.entry(sorted(&words)).or_insert(place);
        self.by_whole.entry(words.concat()).or_insert(place);
        self.names.push(words);
        self.pairs.take();
        self.slips.take();
        Some(place)
    }

    /// The place of whoever bears just that name, whatever the order of its words, capitals and accents.
    #[must_use]
    pub fn bearer(&self, name: &str) -> Option<usize> {
        let typed = words(without_title(name));
        self.by_name.get(&sorted(&typed)).copied()
    }

    /// Whether a text is the name of somebody but for one slip in one word, of which `is_near` says that it is meant.
    #[must_use]
    pub fn is_nearly(&self, text: &str, is_near: impl Fn(&str, &str) -> bool) -> bool {
        let typed = words(without_title(text));
        // At least one word is right.
        let is_known = |word: &String| self.by_word.contains_key(word);
        if typed.len() < 2 || !typed.iter().any(is_known) {
            return false;
        }
        let slips = self.slips.get_or_init(|| Slips::of(&self.names));
        slips
            .meant(&typed)
            .any(|(typed, meant)| is_near(typed, meant))
    }

    /// Who is meant by a text that names one person at most.
    #[must_use]
    pub fn find(&self, text: &str) -> Likeness {
        let typed = words(without_title(text));
        // One who bears just these words before one who bears more.
        let meant = || self.meant(&typed, is_titled(text));
        match (self.bearer(text).or_else(meant), &typed[..]) {
            (Some(place), _) => Likeness::Same(place),
            (None, [part]) if part.chars().count() > 1 && self.by_word.contains_key(part) => {
                Likeness::Part
            }
            (None, _) => Likeness::None,
        }
    }
}

impl People {
    /// The one of these words that stands in fewest names; an initial only where there is nothing else.
    fn rarest<'w>(&self, words: &'w [String]) -> Option<&'w String> {
        let whole = words.iter().filter(|word| word.chars().count() > 1);
        let rarest = whole.min_by_key(|word| self.by_word.get(*word).map_or(0, Vec::len));
        rarest.or(words.first())
    }

    /// The first who may be meant by these words: all of their whole words stand in the name, or all of the name's among them, or
    /// both are the same together.
    fn meant(&self, typed: &[String], is_titled: bool) -> Option<usize> {
        let together = typed.concat();
        let whole = self.by_whole.get(&together).copied();
        if let [one] = typed {
            let titled = is_titled && one.len() > 1;
            let bearers = self.by_word.get(one).filter(|_| titled);
            let first = bearers.and_then(|places| places.first()).copied();
            return whole.into_iter().chain(first).min();
        }
        let is_meant = |place: &&usize| {
            let known = self.names.get(**place);
            known.is_some_and(|known| is_same(typed, known))
        };
        // Places stand in their order: the first of each list is the only one to be compared.
        let held = typed.iter().filter_map(|word| self.by_rarest.get(word));
        let held = held.map(Vec::as_slice).chain([self.shortened(typed)]);
        let found = held.filter_map(|places| places.iter().find(is_meant).copied());
        found.chain(whole).min()
    }

    /// The places of those in whose names all of these words may stand.
    fn shortened(&self, typed: &[String]) -> &[usize] {
        let Some((rarest, bearers)) = self
            .rarest(typed)
            .and_then(|rarest| Some((rarest, self.by_word.get(rarest)?)))
        else {
            return &[];
        };
        match bearers.len() > MOST_BEARERS {
            false => bearers,
            true => {
                let pairs = self.pairs.get_or_init(|| Pairs::of(&self.names));
                pairs.bearers(rarest, typed)
            }
        }
    }
}

/// Whether a name without a title may as well be that of a body: a word in capitals alone, *OXFAM*.
#[must_use]
pub fn may_be_acronym(name: &str) -> bool {
    let name = name.trim();
    name.chars().count() > 1 && name.chars().all(char::is_uppercase)
}

/// Whether a text begins as the name of a person does: with a title, and not with that of a function.
#[must_use]
pub fn is_titled(text: &str) -> bool {
    let mut words = text.split(|sign: char| sign.is_whitespace() || sign == '.');
    let mut words = words.by_ref().filter(|word| !word.is_empty());
    let is_civil = |word: &str| CIVIL_TITLES.contains(&fold(word).as_str());
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    words.next().is_some_and(is_civil) && words.next().is_some_and(is_capital)
}

/// The words of a name, folded: a hyphen parts two, an apostrophe none.
fn words(name: &str) -> Vec<String> {
    let is_within =
        |sign: char| sign.is_alphanumeric() || APOSTROPHES.contains(&sign) || sign == '\u{ad}';
    // A combining mark is of its letter.
    let is_mark = |sign: char| ('\u{300}'..='\u{36f}').contains(&sign);
    name.split(|sign: char| !is_within(sign) && !is_mark(sign))
        .map(|word| fold_word(without_elision(word)))
        .filter(|word| !word.is_empty())
        .collect()
}

/// A name without the *d’* before it: *l’équipe d’Awa Sow*. In *D’Almeida* it goes too, wherever it is typed.
fn without_elision(word: &str) -> &str {
    let mut parts = word.splitn(2, APOSTROPHES);
    match (parts.next(), parts.next()) {
        (Some("d" | "l" | "qu" | "D" | "L" | "Qu"), Some(name))
            if name.starts_with(char::is_uppercase) =>
        {
            name
        }
        _ => word,
    }
}

fn sorted(words: &[String]) -> Vec<String> {
    let mut sorted = words.to_vec();
    sorted.sort_unstable();
    sorted
}

/// Whether words, two at least and without the title, name whoever bears that name, in which other words stand.
fn is_same(typed: &[String], known: &[String]) -> bool {
    shortens(typed, known) || shortens(known, typed) || (known.len() > 1 && holds(typed, known))
}

/// Whether each word of one name is one of the other, or the initial of one, and at least one is not cut so short.
fn shortens(short: &[String], long: &[String]) -> bool {
    if short.len() < 2 || short.len() > long.len() {
        return false;
    }
    let mut free: Vec<&String> = long.iter().collect();
    let (whole, initials): (Vec<&String>, Vec<&String>) =
        short.iter().partition(|word| word.chars().count() > 1);
    let mut take = |is_meant: &dyn Fn(&String) -> bool| {
        let place = free.iter().position(|word| is_meant(word));
        place.map(|place| free.remove(place)).is_some()
    };
    !whole.is_empty()
        && whole.iter().all(|word| take(&|other| other == *word))
        && initials
            .iter()
            .all(|letter| take(&|other| other.starts_with(letter.as_str())))
}

/// Whether a name stands within a text, its words together, in either order.
fn holds(text: &[String], name: &[String]) -> bool {
    text.windows(name.len())
        .any(|window| window == name || window.iter().eq(name.iter().rev()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_again() {
        let mut people = People::default();
        people.add("Mme Awa Sow");
        people.add("Jean-Marie N’Diaye Ba");
        people.add("I. Dicko");
        people.add("X. Y.");
        for (typed, expected) in [
            ("Awa Sow", Likeness::Same(0)),
            ("Mme Awa Sow", Likeness::Same(0)),
            ("SOW Awa", Likeness::Same(0)),
            ("Sow, Awa", Likeness::Same(0)),
            ("A. Sow", Likeness::Same(0)),
            ("Sow A.", Likeness::Same(0)),
            ("A Sow", Likeness::Same(0)),
            ("Mme Sow", Likeness::Same(0)),
            ("M. SOW", Likeness::Same(0)),
            ("Awa Fatou Sow", Likeness::Same(0)),
            ("Áwà-Sów", Likeness::Same(0)),
            ("AwaSow", Likeness::Same(0)),
            ("Awa Sow OIM", Likeness::Same(0)),
            ("jean marie ndiaye ba", Likeness::Same(1)),
            ("J.-M. N'Diaye", Likeness::Same(1)),
            ("J.-M. N´Diaye", Likeness::Same(1)),
            ("Jean-Marie NʼDiaye Ba", Likeness::Same(1)),
            ("Jean-Marie N‘Diaye Ba", Likeness::Same(1)),
            ("Jean-Marie N′Diaye", Likeness::Same(1)),
            ("l´équipe d´Awa Sow", Likeness::Same(0)),
            ("Ba Jean-Marie", Likeness::Same(1)),
            ("Issa Dicko", Likeness::Same(2)),
            ("l’équipe d’Awa Sow", Likeness::Same(0)),
            ("L'équipe d'Awa Sow", Likeness::Same(0)),
            ("X. Y. Kane", Likeness::Same(3)),
            ("Kane", Likeness::None),
            ("Sow", Likeness::Part),
            ("Awa", Likeness::Part),
            ("Awa Ba", Likeness::None),
            ("B. Sow", Likeness::None),
            ("Awa Touré", Likeness::None),
            ("Mme Sowah", Likeness::None),
            ("OIM", Likeness::None),
            ("", Likeness::None),
        ] {
            assert_eq!(people.find(typed), expected, "{typed}");
        }
    }

    /// However many share a word, whoever is meant is found, and nobody else.
    #[test]
    fn one_of_many_who_share_a_word() {
        let many: Vec<String> = (0..2_000)
            .map(|number| format!("Awa Nom{number}"))
            .collect();
        let people = People::of(many.iter().chain([&"Awa Zongolais".to_owned()]));
        let is_slip = |typed: &str, meant: &str| typed.len() >= 6 && meant.len() >= 6;
        for (typed, expected, is_nearly) in [
            ("Awa", Likeness::Part, false),
            ("Mme Awa", Likeness::Same(0), false),
            ("A. Nom77", Likeness::Same(77), false),
            ("Awa N.", Likeness::Same(0), false),
            ("Awa Z.", Likeness::Same(2_000), false),
            ("A. B.", Likeness::None, false),
            ("Awa Awa7", Likeness::None, false),
            ("Awa X.", Likeness::None, false),
            ("Awa Nom1999 (OIM)", Likeness::Same(1_999), false),
            ("Awa Fatou Nom12", Likeness::Same(12), false),
            ("awanom5", Likeness::Same(5), false),
            ("Awa Zongolai", Likeness::None, true),
            ("Awa Zongloais", Likeness::None, true),
            ("Awa Zongolaise", Likeness::None, true),
            ("Awa Dongolaix", Likeness::None, false),
        ] {
            assert_eq!(people.find(typed), expected, "{typed}");
            assert_eq!(people.is_nearly(typed, is_slip), is_nearly, "{typed}");
        }
    }

    #[test]
    fn a_word_in_capitals_may_be_a_body() {
        for (name, may_be) in [
            ("OXFAM", true),
            ("É", false),
            ("Oxfam", false),
            ("KEITA Paul", false),
            ("", false),
        ] {
            assert_eq!(may_be_acronym(name), may_be, "{name}");
        }
    }

    #[test]
    fn a_title_leads_to_a_name() {
        for (text, is_one) in [
            ("Mme Sow", true),
            ("M.Ba", true),
            ("Mme la Préfète", false),
            ("MSF", false),
            ("M", false),
        ] {
            assert_eq!(is_titled(text), is_one, "{text}");
        }
    }
}
