//! Titles of the record, and lists that the program writes inside a sentence (section LIS).

use std::borrow::Cow;

use super::dashes::ends_with_abbreviation;
use super::signs::{is_space, is_word};
use super::{correct, protected};
use crate::french::NB;
use crate::french::dates::{is_full_month, month_number};
use crate::french::words::capital_first;

/// An agenda item or the title of a theme (LIS-R3): free text with its first letter raised and no final mark.
///
/// `divers ;` gives `Divers`. What stays: `?`, `!`, `…`, `)` and the period of an abbreviation: `etc.`, `O.N.G.`, `sept.`
pub fn title(text: &str) -> String {
    let corrected = correct(text);
    let spans = protected::spans(&corrected);
    let addressed = spans.last().map_or(0, |span| span.end);
    let title = without_final_marks(&corrected, addressed);
    if spans.first().is_some_and(|span| span.start == 0) {
        return title.to_owned();
    }
    raised(&title[bullet(title)..])
}

/// The title of a theme as it is said of what stands in a part of it, away from its minutes: `Subventions – École de musique`. Both
/// titles as [`title`] gives them.
pub fn title_with_part<'t>(title: &'t str, part: Option<&str>) -> Cow<'t, str> {
    match part.filter(|part| *part != title) {
        Some(part) => Cow::Owned(format!("{title}{NB}– {part}")),
        None => Cow::Borrowed(title),
    }
}

/// How long the bullet typed in front of a title is, with the spaces behind (SUP-R9): the program counts.
fn bullet(title: &str) -> usize {
    let rest = title.trim_start_matches(is_space);
    let signs =
        rest.trim_start_matches(['•', '▪', '◦', '‣', '●', '■', '·', '\u{f0b7}', '➢', '✓', '❖']);
    let behind = signs.trim_start_matches(is_space);
    let lettered = || {
        let mut signs = rest.chars();
        let is_letter = signs.next().is_some_and(|sign| sign.is_ascii_alphabetic());
        let behind = signs.as_str().strip_prefix(')')?;
        is_letter.then(|| behind.trim_start_matches(is_space))
    };
    let behind = match signs.len() < rest.len() {
        true => Some(behind),
        false => lettered(),
    };
    let behind = behind.filter(|behind| !behind.is_empty());
    behind.map_or(0, |behind| title.len() - behind.len())
}

/// The text with its first letter raised, unless the first word has its capital in second place: `iCCM` (SUP-R9).
fn raised(text: &str) -> String {
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    capital_first(text)
}

/// The items of a list inside a sentence (LIS-R1, LIS-R2), each with the mark that ends it: ` ;`, and `.` for the last.
///
/// As soon as one item holds several sentences, all begin with a capital and end with a period.
pub fn sentence_list<T: AsRef<str>>(items: &[T]) -> Vec<String> {
    let items: Vec<String> = items.iter().map(|item| correct(item.as_ref())).collect();
    let sentences = items.iter().any(|item| holds_sentences(item));
    let last = items.len().saturating_sub(1);
    let ended = items.iter().enumerate().map(|(index, item)| {
        let spans = protected::spans(item);
        let addressed = spans.last().map_or(0, |span| span.end);
        let bare = without_final_marks(item, addressed);
        if sentences || index == last {
            let ended = bare.ends_with(['.', '?', '!', '…']) && addressed < bare.len();
            let end = if ended { "" } else { "." };
            let first_is_free = spans.first().is_none_or(|span| span.start > 0);
            let bare = if sentences && first_is_free {
                raised(bare)
            } else {
                bare.to_owned()
            };
            bare + end
        } else {
            // The pass sets the space, since `?` and `!` form a run with what follows them.
            correct(&format!("{bare};"))
        }
    });
    ended.collect()
}

/// A phrase that stands inside a sentence of the program: `à Gao`, not `à Gao.`; the period of an abbreviation stays, and that of an
/// initial.
#[must_use]
pub fn phrase(text: &str) -> &str {
    let addressed = protected::spans(text).last().map_or(0, |span| span.end);
    let bare = without_final_marks(text, addressed);
    let has_period = text[bare.len()..].starts_with('.');
    match has_period && ends_with_first_name(bare) {
        true => &text[..bare.len() + 1],
        false => bare,
    }
}

/// The text without the marks `;` `:` `,` `.` that end it, nor the spaces before and between them. What lies before
/// `addressed` belongs to an address or a file name.
fn without_final_marks(text: &str, addressed: usize) -> &str {
    let mut rest = text.trim_end_matches(is_space);
    while rest.len() > addressed {
        let shorter = match rest.strip_suffix([';', ':', ',', '.']) {
            Some(before) if rest.ends_with('.') && keeps_period(before, addressed) => return rest,
            Some(before) => before,
            None => return rest,
        };
        rest = shorter.trim_end_matches(is_space);
    }
    rest
}

/// Words that only their period makes whole (SUP-R9), and are no words without it.
const ABBREVIATIONS: [&str; 17] = [
    "etc", "trim", "sem", "coord", "adj", "dép", "rég", "dir", "gén", "resp", "prog", "adm",
    "prés", "secr", "jr", "min", "art",
];

/// Whether a period after this text is that of an abbreviation.
fn keeps_period(text: &str, addressed: usize) -> bool {
    let start = text.trim_end_matches(is_word).len();
    if start < addressed {
        return false;
    }
    let word = &text[start..];
    let before = text[..start].trim_end_matches(is_space);
    let spaced = before.len() < start;
    let counted = before.ends_with(|sign: char| sign.is_ascii_digit());
    let single = word.chars().count() == 1 && word.starts_with(char::is_alphabetic);
    let month =
        || (3..=6).contains(&word.len()) && month_number(word).is_some() && !is_full_month(word);
    // A unit after a number, and a Roman number, are whole without it (SUP-R9).
    if counted && (single || word == "min") || spaced && ["I", "V", "X"].contains(&word) {
        return false;
    }
    single || ABBREVIATIONS.contains(&word.to_lowercase().as_str()) || month()
}

/// Whether a text ends with the initial of a first name, which is no Roman number: behind another one, or a family name in capitals,
/// `ZONGO I`.
fn ends_with_first_name(text: &str) -> bool {
    let Some((names, initial)) = text.rsplit_once(is_space) else {
        return false;
    };
    let word = names.rsplit(is_space).next().unwrap_or_default();
    let is_single = initial.chars().count() == 1 && initial.starts_with(char::is_uppercase);
    let is_initial = word.strip_suffix('.').is_some_and(|initial| {
        initial.chars().count() == 1 && initial.starts_with(char::is_uppercase)
    });
    let is_long = word.chars().nth(1).is_some();
    let is_in_capitals = word
        .chars()
        .all(|sign| sign.is_uppercase() || matches!(sign, '-' | '’' | '\''));
    is_single && (is_initial || is_long && is_in_capitals)
}

/// Whether a sentence ends before the end: a final mark, spaces and a capital.
fn holds_sentences(text: &str) -> bool {
    text.match_indices(['.', '?', '!', '…']).any(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        let next = rest.trim_start_matches(is_space);
        let ends = next.len() < rest.len() && next.starts_with(char::is_uppercase);
        ends && !(mark == "." && (ends_with_abbreviation(&text[..at]) || is_initial(&text[..at])))
    })
}

/// Whether the text ends with one capital: `J.-C. Diop` is one sentence.
fn is_initial(text: &str) -> bool {
    let mut signs = text.chars().rev();
    let capital = signs.next().is_some_and(char::is_uppercase);
    capital && !signs.next().is_some_and(is_word)
}
