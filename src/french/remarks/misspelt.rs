//! Words that no dictionary has, and that can stand for one word only: `aprés`, `acceuil`, `parmis` (SUP-R10).

use std::sync::LazyLock;

use super::context::{Context, has_capital};
use super::{Remark, RemarkKind};
use crate::french::words::capital_first;

/// A word of the list, and what it stands for.
type Misspelt = (&'static str, &'static str);

/// The bytes of the longest of them, and one more.
const LENGTHS: usize = 24;

/// The words of `misspelt.txt`, by the ASCII letter that each begins with and by its length: next to no word of a text has others beside it.
static WORDS: LazyLock<Vec<Vec<Misspelt>>> = LazyLock::new(|| {
    let mut words = vec![Vec::new(); 26 * LENGTHS];
    let lines = include_str!("misspelt.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let word = line.split_once(' ');
        if let Some((bucket, word)) = word.and_then(|word| Some((bucket(word.0)?, word)))
            && let Some(same) = words.get_mut(bucket)
        {
            same.push(word);
        }
    }
    words
});

/// The word that was meant. With a capital it may be a name, unless it opens a sentence.
pub(super) fn word(context: &Context<'_>, at: usize) -> Option<Remark> {
    let typed = context.at(Some(at));
    let same = WORDS.get(bucket(typed)?)?;
    // The first letter is the same but for its case, and ASCII.
    let (_, meant) = same
        .iter()
        .find(|(wrong, _)| wrong.get(1..) == typed.get(1..))?;
    let is_capital = has_capital(typed);
    if context.is_joined(at) || is_capital && !context.surely_opens(at) {
        return None;
    }
    let proposal = match is_capital {
        true => capital_first(meant),
        false => (*meant).to_owned(),
    };
    Some(context.remark(at, RemarkKind::Misspelt, proposal))
}

/// Where the words with the first letter and the length of this one are.
fn bucket(word: &str) -> Option<usize> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    let is_kept = first.is_ascii_lowercase() && word.len() < LENGTHS;
    is_kept.then(|| usize::from(first - b'a') * LENGTHS + word.len())
}
