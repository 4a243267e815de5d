//! Where a text names somebody.

use std::ops::Range;

use crate::french::folding::fold;
use crate::french::naming::without_title;

/// What leads to a family name alone; folded.
const TITLES: [&str; 8] = ["m", "mr", "mme", "mlle", "monsieur", "madame", "dr", "pr"];

/// The words of each name, folded.
pub(super) fn words_of<'n>(names: impl Iterator<Item = &'n String>) -> Vec<Vec<String>> {
    let words = names.map(|name| words(without_title(name)).map(|(word, _)| word).collect());
    words
        .filter(|words: &Vec<String>| !words.is_empty())
        .collect()
}

/// The words of a text, folded, each with its place.
fn words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let mut start = 0;
    let pieces = text.split(|sign: char| !sign.is_alphanumeric());
    pieces.filter_map(move |piece| {
        let from = text[start..].find(piece).map_or(start, |at| start + at);
        start = from + piece.len();
        (!piece.is_empty()).then(|| (fold(piece), from..from + piece.len()))
    })
}

/// Where a text names one of these: by the whole name, in either order, or by a title and the family name.
pub(super) fn mentions(text: &str, names: &[Vec<String>]) -> Vec<Range<usize>> {
    let words: Vec<(String, Range<usize>)> = words(text).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for first in 0..words.len() {
        let stands = |forms: &[&String]| {
            let here = words.get(first..first + forms.len());
            here.is_some_and(|here| {
                here.iter()
                    .zip(forms)
                    .all(|((word, _), form)| word == *form)
            })
        };
        let length = names.iter().find_map(|name| {
            let whole: Vec<&String> = name.iter().collect();
            let turned: Vec<&String> = name.iter().rev().collect();
            if name.len() > 1 && (stands(&whole) || stands(&turned)) {
                return Some(name.len());
            }
            let title = words
                .get(first)
                .filter(|(word, _)| TITLES.contains(&word.as_str()));
            let family = words.get(first + 1).map(|(word, _)| word);
            (title.is_some() && family == name.last()).then_some(2)
        });
        let is_new = found
            .last()
            .is_none_or(|last| words[first].1.start >= last.end);
        if let Some(length) = length.filter(|_| is_new) {
            found.push(words[first].1.start..words[first + length - 1].1.end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_in_several_ways() {
        let names: Vec<Vec<String>> = vec![vec!["awa".into(), "sow".into()]];
        let found = |text: &'static str| -> Vec<&str> {
            let places = mentions(text, &names).into_iter();
            places.map(|place| &text[place]).collect()
        };
        assert_eq!(
            found("Mme Awa Sow et M. Sow ; SOW Awa."),
            ["Awa Sow", "M. Sow", "SOW Awa"]
        );
        assert_eq!(found("le village de Sow, puis Awa seule"), [""; 0]);
        assert_eq!(found("Mme Sowah"), [""; 0]);
    }
}
