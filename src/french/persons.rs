//! Persons known again in what is typed of who does something: *Mme Awa Sow*, *SOW Awa*, *A. Sow*, *Awa Sow (OIM)*, *Awa Sow et Ali Ba*.

use std::collections::{BTreeMap, BTreeSet};

use super::folding::fold;
use super::naming::{CIVIL_TITLES, without_title};

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
    /// Each name once, by the one of its words that fewest bear: who is named in a text need not be looked for among all who share a word.
    by_rarest: BTreeMap<String, Vec<usize>>,
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
        self.names.push(words);
        Some(place)
    }

    /// The place of whoever bears just that name, whatever the order of its words, capitals and accents.
    #[must_use]
    pub fn bearer(&self, name: &str) -> Option<usize> {
        let typed = words(without_title(name));
        self.by_name.get(&sorted(&typed)).copied()
    }

    /// Whether a text is the name of somebody but for one word, of which `is_near` says that it is meant.
    #[must_use]
    pub fn is_nearly(&self, text: &str, is_near: impl Fn(&str, &str) -> bool) -> bool {
        let typed = words(without_title(text));
        self.near(typed.iter()).into_iter().any(|place| {
            let Some(known) = self
                .names
                .get(place)
                .filter(|known| known.len() == typed.len())
            else {
                return false;
            };
            let missing: Vec<&String> = known.iter().filter(|word| !typed.contains(word)).collect();
            let other: Vec<&String> = typed.iter().filter(|word| !known.contains(word)).collect();
            matches!((&missing[..], &other[..]), ([meant], [typed]) if is_near(typed, meant))
        })
    }

    /// Who is meant by a text that names one person at most.
    #[must_use]
    pub fn find(&self, text: &str) -> Likeness {
        let typed = words(without_title(text));
        let is_titled = is_titled(text);
        let together = typed.concat();
        let of = |place: &&usize| {
            let known = self.names.get(**place);
            known.is_some_and(|known| is_same(&typed, known, &together, is_titled))
        };
        // One who bears just these words before one who bears more.
        let meant = || self.meant(&typed, &together).iter().find(of).copied();
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

    /// The places of those who may be meant by these words: all of their whole words stand in the name, or all of the name's among them, or
    /// both are the same together.
    fn meant(&self, typed: &[String], together: &String) -> BTreeSet<usize> {
        let shortened = self.rarest(typed).and_then(|word| self.by_word.get(word));
        let one = self.by_word.get(together);
        let held = typed.iter().filter_map(|word| self.by_rarest.get(word));
        let places = held.chain(shortened).chain(one);
        places.flatten().copied().collect()
    }

    /// The places of those in whose names one of these words stands, each once.
    fn near<'w>(&self, words: impl Iterator<Item = &'w String>) -> BTreeSet<usize> {
        let words: BTreeSet<&String> = words.collect();
        let places = words.into_iter().filter_map(|word| self.by_word.get(word));
        places.flatten().copied().collect()
    }
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

/// A piece of a text that may name several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece.
    pub text: &'t str,
    /// Whether it may say something of the one before: it stands in brackets, or after a comma or a dash.
    pub may_qualify: bool,
}

/// The persons and bodies that a text names, each apart.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    const WORDS: [&str; 6] = ["et", "ou", "avec", "and", "puis", "pour"];
    const STRONG: [char; 8] = [';', '/', '&', '+', '|', '\n', '•', '·'];
    const WEAK: [char; 10] = [',', '(', ')', '[', ']', ':', '–', '—', '<', '>'];
    let mut pieces = Vec::new();
    let (mut start, mut may_qualify) = (0, false);
    let mut cut = |from: usize, to: usize, next: usize, weak: bool, start: &mut usize| {
        let piece = text[from..to].trim();
        if !piece.is_empty() {
            pieces.push(Piece {
                text: piece,
                may_qualify,
            });
            may_qualify = weak;
        } else {
            may_qualify &= weak;
        }
        *start = next;
    };
    for (at, sign) in text.char_indices() {
        let after = at + sign.len_utf8();
        if STRONG.contains(&sign) || WEAK.contains(&sign) {
            cut(start, at, after, WEAK.contains(&sign), &mut start);
        } else if sign.is_whitespace() {
            let rest = &text[after..];
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            let next = after + word.len();
            if WORDS.contains(&word.to_lowercase().as_str()) && next < text.len() {
                cut(start, at, next, false, &mut start);
            } else if word == "-" {
                cut(start, at, next, true, &mut start);
            }
        }
    }
    cut(start, text.len(), text.len(), false, &mut start);
    pieces
}

/// The words of a name, folded: a hyphen parts two, an apostrophe none.
fn words(name: &str) -> Vec<String> {
    let is_within = |sign: char| sign.is_alphanumeric() || "'’ʼ`\u{ad}".contains(sign);
    // A combining mark is of its letter.
    let is_mark = |sign: char| ('\u{300}'..='\u{36f}').contains(&sign);
    name.split(|sign: char| !is_within(sign) && !is_mark(sign))
        .map(|word| fold(without_elision(word)))
        .filter(|word| !word.is_empty())
        .collect()
}

/// A name without the *d’* before it: *l’équipe d’Awa Sow*. In *D’Almeida* it goes too, wherever it is typed.
fn without_elision(word: &str) -> &str {
    let mut parts = word.splitn(2, ['\'', '’', 'ʼ', '`']);
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

/// Whether what was typed, its words without the title, and together, names whoever bears that name, in which other words stand.
fn is_same(typed: &[String], known: &[String], together: &str, is_titled: bool) -> bool {
    let length: usize = known.iter().map(String::len).sum();
    if length == together.len() && known.concat() == together {
        return true;
    }
    if let [one] = typed {
        return is_titled && one.len() > 1 && known.contains(one);
    }
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

    #[test]
    fn a_text_that_names_several() {
        let said = |text| -> Vec<String> {
            let pieces = pieces(text).into_iter();
            let said =
                pieces.map(|one| format!("{}{}", if one.may_qualify { "~" } else { "" }, one.text));
            said.collect()
        };
        assert_eq!(said("Awa Sow"), ["Awa Sow"]);
        assert_eq!(said("Awa Sow (OIM)"), ["Awa Sow", "~OIM"]);
        assert_eq!(said("Awa Sow, OIM"), ["Awa Sow", "~OIM"]);
        assert_eq!(said("Awa Sow - OIM"), ["Awa Sow", "~OIM"]);
        assert_eq!(said("Awa Sow et Issa Ba"), ["Awa Sow", "Issa Ba"]);
        assert_eq!(
            said("OIM : Awa Sow/Issa Ba (FAO) et PNUD"),
            ["OIM", "~Awa Sow", "Issa Ba", "~FAO", "PNUD"]
        );
        assert_eq!(said("Jean-Marie Ba"), ["Jean-Marie Ba"]);
        assert_eq!(said(" ( ) "), [""; 0]);
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
