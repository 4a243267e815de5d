//! What is known of the words of a file beyond the fields of its types; it makes the help better.

use crate::diagnostic::{Source, suggestion};
use crate::french::folding::fold;

/// The words of a kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary {
    /// Keys that stand at the top of the file; typed below a `[…]`, they end up in the wrong table.
    pub top_keys: &'static [&'static str],
    /// Keys that stand in one kind of block alone, by the name of that block.
    pub blocks: &'static [(&'static str, &'static [&'static str])],
    /// All the keys of a block that are keys of the top of the file too, or its own, by the name of that block.
    pub whole_blocks: &'static [(&'static str, &'static [&'static str])],
    /// Other words for a key, folded, and that key, where it is admitted.
    pub keys: &'static [(&'static str, &'static str)],
    /// Keys that users write in the wrong place or by another name, and the sentence that sets it right.
    pub advice: &'static [(&'static str, &'static str)],
    /// Keys that stand at the top and in some blocks, and the sentence that tells of these, for the other blocks.
    pub in_some_blocks: &'static [(&'static str, &'static str)],
    /// Keys that hold a list or a group, and the sentence that shows how one is written.
    pub examples: &'static [(&'static str, &'static str)],
    /// Words that users write for one of the admitted values, and that value; folded, without accents or capitals.
    pub words: &'static [(&'static str, &'static str)],
    /// Keys whose value is a whole number.
    pub numbers: &'static [&'static str],
    /// Those of them whose value is a text in blocks and groups.
    pub numbers_at_top: &'static [&'static str],
    /// Whether some other keys take numbers with decimals.
    pub has_decimals: bool,
    /// Keys whose value is a date.
    pub dates: &'static [&'static str],
    /// Keys whose value is an hour.
    pub hours: &'static [&'static str],
    /// Keys whose value is `true` or `false`.
    pub booleans: &'static [&'static str],
    /// Keys whose value is a list of texts, or may be one.
    pub lists: &'static [&'static str],
    /// Keys whose value is a list of groups, or blocks.
    pub groups: &'static [&'static str],
    /// Keys whose groups have a name each, so that a text in their place is that name.
    pub people: &'static [&'static str],
    /// Blocks that may stand several times, and so in double brackets.
    pub repeated: &'static [&'static str],
    /// Blocks whose keys are words of the user's.
    pub named_by_user: &'static [&'static str],
    /// What to write in an empty file, by its name; `None` where an empty file is sound.
    pub empty_file_help: Option<fn(&Source) -> String>,
    /// How to begin a file that is nothing of the kind.
    pub beginning_help: &'static str,
}

impl Vocabulary {
    /// No words at all.
    pub const NONE: Self = Self {
        top_keys: &[],
        blocks: &[],
        whole_blocks: &[],
        keys: &[],
        advice: &[],
        in_some_blocks: &[],
        examples: &[],
        words: &[],
        numbers: &[],
        numbers_at_top: &[],
        has_decimals: false,
        dates: &[],
        hours: &[],
        booleans: &[],
        lists: &[],
        groups: &[],
        people: &[],
        repeated: &[],
        named_by_user: &[],
        empty_file_help: None,
        beginning_help: "",
    };

    /// The admitted value that a word is known to mean.
    pub(super) fn by_sense<'a>(&self, word: &str, allowed: &[&'a str]) -> Option<&'a str> {
        let folded = fold(word);
        let known = |value: &&str| {
            let mut words = self.words.iter();
            words.any(|(typed, meant)| *typed == folded && meant == value)
        };
        allowed.iter().copied().find(known)
    }

    /// The admitted value that was probably meant by a word.
    pub(super) fn meant<'a>(&self, word: &str, allowed: &[&'a str]) -> Option<&'a str> {
        self.by_sense(word, allowed)
            .or_else(|| suggestion(word, allowed))
            .or_else(|| begun(word, allowed))
    }

    /// The admitted key that was probably meant by another. One that stands elsewhere was meant as it is.
    pub(super) fn key_meant<'a>(&self, key: &str, allowed: &[&'a str]) -> Option<&'a str> {
        let folded = fold(key);
        let known = |candidate: &&str| {
            let is_it = |(typed, meant): &(&str, &str)| *typed == folded && meant == candidate;
            let is_plural =
                || folded.trim_end_matches('s') == fold(candidate).trim_end_matches('s');
            is_plural() || self.keys.iter().any(is_it)
        };
        if let Some(known) = allowed.iter().copied().find(known) {
            return Some(known);
        }
        let is_elsewhere = self.top_keys.contains(&key) || self.home_of(key).is_some();
        match is_elsewhere || self.advice_on(key).is_some() {
            true => None,
            false => suggestion(key, allowed)
                .or_else(|| held(key, allowed))
                .or_else(|| shortened(&folded, allowed)),
        }
    }

    /// The block whose key it is.
    pub(super) fn home_of(&self, key: &str) -> Option<&'static str> {
        let home = self.blocks.iter().find(|(_, keys)| keys.contains(&key));
        home.map(|(block, _)| *block)
    }

    pub(super) fn advice_on(&self, key: &str) -> Option<&'static str> {
        let advice = self.advice.iter().find(|(word, _)| *word == key);
        advice.map(|(_, sentence)| *sentence)
    }

    pub(super) fn example_of(&self, key: &str) -> Option<&'static str> {
        let example = self.examples.iter().find(|(word, _)| *word == key);
        example.map(|(_, example)| *example)
    }

    /// The block that was probably meant by a name: `thème`, `actions`, `themes_actions`, `prochaine réunion`.
    pub(super) fn block_meant(&self, name: &str) -> Option<&'static str> {
        let blocks = self.blocks.iter().map(|(block, _)| *block);
        let names = || self.repeated.iter().copied().chain(blocks.clone());
        let typed = fold(name);
        if let Some(same) = names().find(|block| fold(block) == typed) {
            return Some(same);
        }
        let other = self.keys.iter().find(|(word, _)| *word == typed);
        if let Some((_, meant)) = other
            && let Some(same) = names().find(|block| block == meant)
        {
            return Some(same);
        }
        let typed = stems(name);
        let (same, last) = (
            |block: &&str| stems(block) == typed,
            |block: &&str| typed.len() == 1 && stems_in_order(block).last() == typed.first(),
        );
        names().find(same).or_else(|| names().find(last))
    }
}

/// The value that a longer text begins with: *approuvé le 12 mai*, *hybride (Teams)*; none of *en ligne et en salle*, which says two.
fn begun<'a>(text: &str, allowed: &[&'a str]) -> Option<&'a str> {
    if ["/", "+", " et ", " ou "]
        .iter()
        .any(|sign| text.contains(sign))
    {
        return None;
    }
    let typed = stems_in_order(text);
    let begins = |value: &&&str| typed.starts_with(&stems_in_order(value));
    let begun = allowed.iter().filter(begins).copied();
    begun.max_by_key(|value| value.len())
}

/// The one key whose words all stand in a longer one: *date de la réunion*. Of several the one with the most words.
fn held<'a>(key: &str, allowed: &[&'a str]) -> Option<&'a str> {
    let typed = stems_in_order(key);
    let words = |candidate: &str| {
        let words = stems_in_order(candidate);
        words
            .iter()
            .all(|word| typed.contains(word))
            .then_some(words.len())
    };
    let held = || {
        allowed
            .iter()
            .filter_map(|candidate| Some((words(candidate)?, *candidate)))
    };
    let most = held().map(|(count, _)| count).max()?;
    let mut best = held().filter(|(count, _)| *count == most);
    match (best.next(), best.next()) {
        (Some((_, only)), None) => Some(only),
        _ => None,
    }
}

/// The one key that begins so: *org*.
fn shortened<'a>(key: &str, allowed: &[&'a str]) -> Option<&'a str> {
    const LEAST_LETTERS: usize = 3;
    let mut longer = allowed
        .iter()
        .filter(|candidate| candidate.starts_with(key));
    match (longer.next(), longer.next()) {
        (Some(only), None) if key.len() >= LEAST_LETTERS => Some(only),
        _ => None,
    }
}

/// The words of a name without their plural, whatever their order.
fn stems(name: &str) -> Vec<String> {
    let mut stems = stems_in_order(name);
    stems.sort();
    stems
}

fn stems_in_order(name: &str) -> Vec<String> {
    let words = name.split(|sign: char| !sign.is_alphanumeric());
    let stems = words.map(|word| fold(word).trim_end_matches('s').to_owned());
    stems.filter(|word| !word.is_empty()).collect()
}
