//! The sentences of a text that are English, of which nothing is said (SUP-R10).

use std::ops::Range;

use crate::french::typed_tokens::{Kind, Token};

/// Small words of English that French does not write in small letters, or hardly.
const ENGLISH: [&str; 38] = [
    "the", "and", "of", "is", "are", "was", "were", "been", "has", "have", "had", "with", "from",
    "this", "that", "these", "they", "their", "will", "would", "should", "by", "to", "for", "at",
    "it", "its", "which", "who", "not", "be", "in", "we", "he", "she", "there", "than", "all",
];
/// Small words of French that English does not write.
const FRENCH: [&str; 40] = [
    "le", "la", "les", "l", "de", "du", "des", "d", "et", "un", "une", "est", "sont", "que", "qui",
    "dans", "pour", "sur", "au", "aux", "par", "avec", "ce", "cette", "ses", "sa", "il", "elle",
    "nous", "vous", "ne", "pas", "n", "qu", "ont", "en", "sous", "chez", "leur", "son",
];
/// Titles whose period ends no sentence.
const TITLES: [&str; 6] = ["Mr", "Mrs", "Ms", "Dr", "M", "Pr"];

/// The ranges of the sentences that are plainly English, in order.
pub(super) fn sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if at + 1 < tokens.len() && !ends_sentence(tokens, at) {
            continue;
        }
        let sentence = &tokens[start..=at];
        if is_english(sentence)
            && let (Some(first), Some(last)) = (sentence.first(), sentence.last())
        {
            spans.push(first.start..last.end());
        }
        start = at + 1;
    }
    spans
}

/// Whether a sentence ends behind the token at `at`: a mark before a space, the end of a line.
fn ends_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let is_space = |token: &Token<'_>| token.kind == Kind::Space;
    let is_title = || {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        before.is_some_and(|before| TITLES.contains(&before.text))
    };
    is_space(token) && token.text.contains('\n')
        || matches!(token.text, "." | "!" | "?" | "…" | ";")
            && tokens.get(at + 1).is_none_or(is_space)
            && !is_title()
}

/// At least two small words of English and none of French, or far more of them.
fn is_english(sentence: &[Token<'_>]) -> bool {
    let words = || sentence.iter().filter(|token| token.kind == Kind::Word);
    let is_among = |list: &[&str], word: &str| list.contains(&word.to_lowercase().as_str());
    let english = words().filter(|word| is_among(&ENGLISH, word.text)).count();
    if english < 2 {
        return false;
    }
    let is_french = |word: &str| {
        let is_accented = word.starts_with(char::is_lowercase) && !word.is_ascii();
        is_accented || is_among(&FRENCH, word)
    };
    let french = words().filter(|word| is_french(word.text)).count();
    french == 0 || english >= 4 && english > 3 * french
}
