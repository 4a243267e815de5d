//! Suffixes of ordinals (section ORD).

use super::draft::Edits;
use super::hours::are_minutes;
use super::signs::{number_end, places, spaces_after, word_after, word_before};
use crate::french::words::is_roman;

/// A suffix as authors type it, in small letters and in capitals.
struct Form {
    typed: [&'static str; 2],
    /// Whether an `i` may stand before it: `ième`, `ier`. A capital one could be the last of a Roman number.
    takes_i: bool,
    /// Whether spaces may part it from its number: not `ès`, which is a word.
    takes_spaces: bool,
    /// The right suffix, in the singular and in the plural.
    right: [&'static str; 2],
}

/// After the number 1. Of two forms the longer comes first.
const FIRST: [Form; 3] = [
    Form {
        typed: ["ère", "ÈRE"],
        takes_i: true,
        takes_spaces: true,
        right: ["re", "res"],
    },
    Form {
        typed: ["ere", "ERE"],
        takes_i: false,
        takes_spaces: true,
        right: ["re", "res"],
    },
    Form {
        typed: ["er", "ER"],
        takes_i: true,
        takes_spaces: true,
        right: ["er", "ers"],
    },
];

/// After all other numbers.
const OTHERS: [Form; 3] = [
    Form {
        typed: ["ème", "ÈME"],
        takes_i: true,
        takes_spaces: true,
        right: ["e", "es"],
    },
    Form {
        typed: ["eme", "EME"],
        takes_i: false,
        takes_spaces: true,
        right: ["e", "es"],
    },
    Form {
        typed: ["è", "È"],
        takes_i: false,
        takes_spaces: false,
        right: ["e", "es"],
    },
];

/// Section ORD: `2ème`, `14 ème`, `1ère`, `1 er`, `XXIème`, `3è` become `2e`, `14e`, `1re`, `1er`, `XXIe`,
/// `3e`.
pub(super) fn ordinals(text: &str, edits: &mut Edits) {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let is_head = |byte: u8| is_digit(byte) || is_numeral(byte);
    let mut done = 0;
    for (start, first) in places(text, is_head) {
        if start < done {
            continue;
        }
        let end = if is_digit(first) {
            number_end(text, start)
        } else {
            let letters = text.as_bytes()[start..].iter();
            start + letters.take_while(|byte| is_numeral(**byte)).count()
        };
        done = end;
        let suffix_start = spaces_after(text, end);
        let spaced = suffix_start > end;
        let Some((typed, right)) = suffix(&text[start..end], &text[suffix_start..], spaced) else {
            continue;
        };
        let suffix_end = suffix_start + typed;
        let touched = word_before(text, start) || word_after(text, suffix_end);
        // In `14h30 eme` the number is touched until the hour takes its spaces.
        if !touched && !are_minutes(text, &(start..end)) {
            edits.replace(end..suffix_end, right);
        }
    }
}

/// The length of the suffix that the text begins with, and the one that the number should bear.
fn suffix(number: &str, text: &str, spaced: bool) -> Option<(usize, &'static str)> {
    if number.starts_with(['I', 'V', 'X']) && !is_roman(number) {
        return None;
    }
    let forms: &[Form] = match number {
        "1" | "I" => &FIRST,
        _ => &OTHERS,
    };
    let stem = text.strip_prefix('i').unwrap_or(text);
    let with_i = usize::from(stem.len() < text.len());
    let forms = forms.iter();
    let forms =
        forms.filter(|form| (form.takes_i || with_i == 0) && (form.takes_spaces || !spaced));
    let mut typed = forms.flat_map(|form| {
        form.typed
            .iter()
            .zip(['s', 'S'])
            .map(move |cased| (form, cased))
    });
    typed.find_map(|(form, (typed, mark))| {
        let rest = stem.strip_prefix(typed)?;
        let plural = usize::from(rest.starts_with(mark));
        Some((with_i + typed.len() + plural, form.right[plural]))
    })
}

fn is_numeral(byte: u8) -> bool {
    matches!(byte, b'I' | b'V' | b'X')
}
