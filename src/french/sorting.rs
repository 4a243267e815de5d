//! Alphabetical order (section TRI): the Unicode collation of CLDR's French.
//!
//! Entry points: [`sort`] for a list, [`sort_key`] and [`compare`] for texts, [`person_key`] and [`organisation_key`]
//! for lists of persons. Nothing here decides whether a list is sorted: the record's order is the default (TRI-R4).

use std::cmp::Ordering;
use std::fmt;

use super::collation::collator;
use super::folding::fold;

/// Compares lower than any letter on every level, so that all of a family come before a longer name (Unicode
/// Technical Standard 35, part 5, *merge separator*).
const MERGE: char = '\u{fffe}';

/// What a text is sorted by. Texts that differ only in spaces, hyphens, apostrophes and other punctuation have equal
/// keys. Keys are for this run only: another version of the program may make others, so none is ever stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<u8>);

/// The key of a text: letters without accents or case first, `œ` as `oe`, digits by value and before letters; then the
/// accents from the start; then the case, small letters first (TRI-R1).
pub fn sort_key(text: &str) -> SortKey {
    // The data is compiled in, so the collator is always there; plain letters would be the next best order.
    let Some(collator) = collator() else {
        return SortKey(fold(text).into_bytes());
    };
    let mut key = Vec::with_capacity(2 * text.len());
    let Ok(()) = collator.write_sort_key_to(text, &mut key);
    SortKey(key)
}

/// The order of two texts. It goes through their keys, so that it never disagrees with them.
pub fn compare(left: &str, right: &str) -> Ordering {
    sort_key(left).cmp(&sort_key(right))
}

/// Sorts by keys, each made once; items with equal keys keep their order.
pub fn sort<T>(items: &mut [T], key: impl FnMut(&T) -> SortKey) {
    items.sort_by_cached_key(key);
}

/// A person's name as it is filed (TRI-R2): the family name, then the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// What counts first: `La Fontaine`, `du Plessis`, `Ag Alwaly`.
    pub family: String,
    /// The given name and what goes after the family name: `Jean de`. May be empty.
    pub rest: String,
}

impl fmt::Display for Filing {
    /// `La Fontaine (Jean de)` (TRI-13).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rest.as_str() {
            "" => f.write_str(&self.family),
            rest => write!(f, "{} ({rest})", self.family),
        }
    }
}

/// The filing form of a name typed given name first, where TRI-R2 gives it: a particle in small letters tells where the
/// family name begins.
///
/// `de` and `d’` go after the name; `du`, `des`, `la`, `le`, `les`, `l’`, `au`, `aux` stay in front of it. None for
/// everything else: `KONE Sanaba SIDIBE` cannot be split by rule (TRI-R3), nor can `DIALLO Marie du Plessis`, nor
/// `Valéry Giscard d’Estaing`, nor `Wanalher Ag Alwaly`, where only who knows the family knows its name.
pub fn filing_form(name: &str) -> Option<Filing> {
    let (given, after) = name.trim().split_once(char::is_whitespace)?;
    let after = after.trim_start();
    let moved = ["de ", "d’", "d'"]
        .iter()
        .find_map(|start| after.strip_prefix(start));
    let family = moved.unwrap_or(after).trim_start();
    let kept = [
        "du ", "des ", "la ", "le ", "les ", "l’", "l'", "au ", "aux ",
    ]
    .iter()
    .find_map(|start| family.strip_prefix(start));
    if moved.is_none() && kept.is_none() {
        return None;
    }
    let mut proper = kept.unwrap_or(family).split_whitespace().peekable();
    proper.peek()?;
    if !is_proper(given) || !proper.all(is_proper) {
        return None;
    }
    let particle = match moved {
        None => "",
        Some(_) if after.starts_with("de") => " de",
        Some(_) => " d’",
    };
    Some(Filing {
        family: family.to_owned(),
        rest: format!("{given}{particle}"),
    })
}

/// How a person is filed (TRI-R3): under `trier_sous` where the record gives it, else by [`filing_form`], else under
/// the whole name. The second value is whether the name had to serve whole, which the checker reports of a sorted list.
pub fn filing(name: &str, filed_under: Option<&str>) -> (Filing, bool) {
    if let Some(typed) = filed_under.filter(|typed| !typed.trim().is_empty()) {
        let (family, rest) = typed.split_once([',', '(']).unwrap_or((typed, name));
        let family = family.trim().to_owned();
        let rest = rest.trim().trim_end_matches(')').to_owned();
        return (Filing { family, rest }, false);
    }
    match filing_form(name) {
        Some(filing) => (filing, false),
        None => {
            let family = name.trim().to_owned();
            let whole = family.contains(char::is_whitespace);
            let rest = String::new();
            (Filing { family, rest }, whole)
        }
    }
}

/// The key of a person in a list sorted by name.
pub fn person_key(name: &str, filed_under: Option<&str>) -> SortKey {
    let (Filing { family, rest }, _) = filing(name, filed_under);
    sort_key(&format!("{family}{MERGE}{rest}"))
}

/// The key of a person in a list sorted by organisation, then by name. An organisation is filed as typed, its article
/// included; who has none comes first.
pub fn organisation_key(organisation: &str, name: &str, filed_under: Option<&str>) -> SortKey {
    let (Filing { family, rest }, _) = filing(name, filed_under);
    sort_key(&format!("{organisation}{MERGE}{family}{MERGE}{rest}"))
}

/// Whether a word begins with a capital and is not typed in capitals only, as family names often are.
fn is_proper(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}
