//! The stem of a French word, which *réunion* and *réunions* share: Snowball's algorithm.
//!
//! `pagefind_stem` (MIT) holds Snowball 3.0 and is kept by the makers of Pagefind; `rust-stemmers` stands still since 2021.

use pagefind_stem::{Algorithm, Stemmer};

use crate::french::folding::fold;

/// Makes stems.
pub(super) struct French(Stemmer);

impl French {
    pub(super) fn new() -> Self {
        Self(Stemmer::create(Algorithm::French))
    }

    /// A stem without accents. The word is taken with its accents: they tell *financé* from *finance*, so more endings are
    /// known. An acronym or a number has no ending.
    pub(super) fn stem(&self, spelling: &str) -> String {
        if has_no_ending(spelling) {
            return fold(spelling);
        }
        fold(&self.0.stem(&spelling.to_lowercase()))
    }
}

/// Whether it is an acronym, a number or a mixture of both: `SGBV`, `R6`, `2026`.
pub(super) fn has_no_ending(spelling: &str) -> bool {
    let mut letters = spelling.chars();
    letters.clone().any(char::is_numeric) || !letters.any(char::is_lowercase)
}
