//! What was probably meant by a word that is not known.

use crate::french::folding::fold;

/// The allowed word that is nearest to what was typed, if one is near enough to be meant.
pub(crate) fn suggestion<'a>(typed: &str, allowed: &[&'a str]) -> Option<&'a str> {
    const LONGEST: usize = 100;
    if typed.len() > LONGEST {
        return None;
    }
    let folded = fold(typed);
    let distance = |candidate: &str| strsim::osa_distance(&folded, &fold(candidate));
    let nearest = allowed.iter().min_by_key(|candidate| distance(candidate))?;
    let tolerated = 1 + folded.chars().count() / 4;
    (distance(nearest) <= tolerated).then_some(*nearest)
}
