//! Words that begin with an accented letter, whose capital lost its accent: `Etat des lieux`, `l’Ecole` (SUP-R10).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::{Context, has_capital, is_apostrophe, is_capitalised};
use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::words::capital_first;

/// A word of the list.
struct Accented {
    word: &'static str,
    is_english: bool,
}

/// The words of `accented.txt` by their letters without accents; of two with the same letters, the order is that of the file.
static WORDS: LazyLock<BTreeMap<String, Vec<Accented>>> = LazyLock::new(|| {
    let mut words: BTreeMap<String, Vec<Accented>> = BTreeMap::new();
    let lines = include_str!("accented.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let (word, is_english) = match line.strip_suffix(" *") {
            Some(word) => (word, true),
            None => (line, false),
        };
        let same = words.entry(fold(word)).or_default();
        same.push(Accented { word, is_english });
    }
    words
});

/// What may stand before a noun with a capital that is no name of a person.
const DETERMINERS: [&str; 18] = [
    "les", "des", "aux", "un", "une", "cette", "cet", "ces", "nos", "leurs", "leur", "chaque",
    "en", "son", "notre", "deux", "trois", "d",
];

/// Words, folded, that have their capital inside a sentence too; of others it may be that of a name: `l’Etude`.
const ALWAYS: [&str; 5] = ["etat", "etats", "ecole", "ecoles", "eglise"];

/// A capital without its accent, where a sentence or a title begins; `l’Etat`.
pub(super) fn initial(context: &Context<'_>, at: usize) -> Option<Remark> {
    let typed = context.at(Some(at));
    if typed == "Ca" && context.surely_opens(at) {
        let next = context.after(at).map_or("", |next| context.at(Some(next)));
        return next
            .starts_with(char::is_lowercase)
            .then(|| context.remark(at, RemarkKind::BareA, "Ça".to_owned()));
    }
    if !typed.starts_with(['E', 'A', 'O']) || !is_capitalised(typed) {
        return None;
    }
    if ["#", "@", "_", "-", "&"].contains(&context.at(at.checked_sub(1))) {
        return None;
    }
    let same = WORDS.get(&fold(typed))?;
    let small = typed.to_lowercase();
    let word = same.iter().find(|one| is_but_for_initial(one.word, &small));
    let word = word.or_else(|| same.first())?;
    // « Education Cannot Wait » is a name.
    let next = context.after(at).map_or("", |next| context.at(Some(next)));
    const ENGLISH: [&str; 9] = ["of", "and", "for", "in", "to", "is", "the", "with", "on"];
    if word.is_english && (has_capital(next) || ENGLISH.contains(&next)) {
        return None;
    }
    let elided = at
        .checked_sub(1)
        .is_some_and(|mark| is_apostrophe(context.at(Some(mark))))
        && context.elided_before(at).is_some();
    let led = ALWAYS.contains(&fold(typed).as_str())
        && (elided || DETERMINERS.contains(&context.folded_before(at).as_str()));
    (led || context.surely_opens(at))
        .then(|| context.remark(at, RemarkKind::BareA, capital_first(word.word)))
}

/// Whether a word is the typed one, in small letters, but for its first letter.
fn is_but_for_initial(word: &str, typed: &str) -> bool {
    let mut rest = word.chars();
    rest.next();
    typed.get(1..).is_some_and(|typed| typed == rest.as_str())
}
