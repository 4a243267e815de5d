//! What was probably meant by a word that is not known.

use crate::french::folding::fold;

/// The allowed word that is nearest to what was typed, if one is near enough to be meant.
pub(crate) fn suggestion<'a>(typed: &str, allowed: &[&'a str]) -> Option<&'a str> {
    let near = allowed
        .iter()
        .filter_map(|word| Some((slips(typed, word)?, *word)));
    near.min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
}

/// How many slips of a finger lead from a word to what was typed; `None` if that is too far from it.
pub(crate) fn slips(typed: &str, meant: &str) -> Option<usize> {
    const LONGEST: usize = 100;
    if typed.len() > LONGEST {
        return None;
    }
    let folded = fold(typed);
    let tolerated = 1 + folded.chars().count() / 4;
    let slips = strsim::osa_distance(&folded, &fold(meant));
    (slips <= tolerated).then_some(slips)
}
