//! What begins a paragraph as a mark does, `[interne]` or `[membres]`, and is none: `[intern]`, `(interne)`, `[interne, membres]`.
//! What it was to keep back would be shown.

use crate::diagnostic::{Diagnostic, Diagnostics, Source, slips};
use crate::french::folding::fold;
use crate::record::RecordDoubt;
use crate::record::edition::{mark, said_by_lines};
use crate::record::raw::RawMeeting;
use crate::record::texts::locate;

/// The words of a mark.
const WORDS: [&str; 4] = ["interne", "internes", "membre", "membres"];
/// Words that may stand between them.
const BETWEEN: [&str; 3] = ["et", "ou", "aux"];
/// Words that may stand with them in brackets, where they can mean nothing else; in parentheses they are the text's.
const RESTRICTING: [&str; 10] = [
    "seul",
    "seuls",
    "seulement",
    "uniquement",
    "exclusivement",
    "strictement",
    "réservé",
    "réservés",
    "réservée",
    "réservées",
];
/// What begins such brackets.
const FOR_USE: [&str; 3] = ["à usage ", "a usage ", "usage strictement "];
/// At most 40 letters stand in brackets that were to be a mark.
const LONGEST: usize = 40;
/// At least 5 letters, so that a slip of the finger is not another word.
const LEAST_LETTERS: usize = 5;

pub(super) fn doubts(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    for (text, span, _) in raw.readable_texts() {
        if !text.contains(['[', '(', '{', '［']) {
            continue;
        }
        let unread = said_by_lines(text).filter_map(|(start, line)| Some((start, unread(line)?)));
        for (start, length) in unread {
            if doubts.is_full() {
                return;
            }
            let place = locate(source, &span, text, start..start + length);
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::UnreadMark,
                    "ceci ressemble à une marque, et ne cache rien",
                )
                .at(place, "")
                .help("pour cacher ce paragraphe, écrivez [interne] ou [membres], seul entre ces crochets ; sinon, tournez-le autrement"),
            );
        }
    }
}

/// The length of what looks like a mark at the beginning of a line, and is none.
fn unread(line: &str) -> Option<usize> {
    let opening = line.chars().next()?;
    let closing = match opening {
        '[' => ']',
        '(' => ')',
        '{' => '}',
        '［' => '］',
        _ => return None,
    };
    if mark(line).is_some() {
        return None;
    }
    let inside = &line[opening.len_utf8()..];
    let mut signs = inside.char_indices().take(LONGEST);
    let end = signs.find(|(_, sign)| *sign == closing).map(|(at, _)| at);
    let Some(end) = end else {
        // A bracket that is not closed holds a word, and what follows is the text.
        let word = inside.split(|sign: char| !sign.is_alphabetic()).next()?;
        return is_near(word).then_some(opening.len_utf8() + word.len());
    };
    let after = &inside[end + closing.len_utf8()..];
    let is_link = opening == '[' && leads_somewhere(after);
    let said = inside[..end].to_lowercase();
    let said = said.trim_start();
    let said = FOR_USE
        .iter()
        .find_map(|start| said.strip_prefix(start).filter(|_| opening != '('))
        .unwrap_or(said);
    let words = said.split(|sign: char| !sign.is_alphabetic());
    let mut words = words.filter(|word| !word.is_empty());
    let is_some = words.clone().any(is_near);
    let may_restrict = |word: &str| opening != '(' && RESTRICTING.contains(&word);
    let are_near = words.all(|word| is_near(word) || BETWEEN.contains(&word) || may_restrict(word));
    (is_some && are_near && !is_link).then_some(opening.len_utf8() + end + closing.len_utf8())
}

/// Whether a word is one of those, but for a slip of the finger.
fn is_near(word: &str) -> bool {
    let is_one = |meant: &&str| slips(word, meant).is_some_and(|slips| slips <= 1);
    let is_other = fold(word) == "internet";
    !is_other && word.chars().count() >= LEAST_LETTERS && WORDS.iter().any(is_one)
}

/// Whether an address in parentheses follows.
fn leads_somewhere(after: &str) -> bool {
    let address = after
        .strip_prefix('(')
        .and_then(|after| after.split_once(')'));
    address.is_some_and(|(address, _)| {
        !address.contains(char::is_whitespace) && address.contains(['/', '.', '#', ':'])
    })
}

#[cfg(test)]
mod tests {
    use super::unread;

    #[test]
    fn what_looks_like_a_mark() {
        for (line, expected) in [
            ("[intern] secret", Some("[intern]")),
            ("[membes] secret", Some("[membes]")),
            ("[interne :] secret", Some("[interne :]")),
            ("[interne/membres] secret", Some("[interne/membres]")),
            ("[membres, interne] secret", Some("[membres, interne]")),
            ("[interne et membres] secret", Some("[interne et membres]")),
            ("(interne) secret", Some("(interne)")),
            ("{Interne} secret", Some("{Interne}")),
            ("［interne］ secret", Some("［interne］")),
            ("[interne secret", Some("[interne")),
            ("[interne](voir annexe)", Some("[interne]")),
            ("[membres seulement] secret", Some("[membres seulement]")),
            (
                "[Réservé aux membres] secret",
                Some("[Réservé aux membres]"),
            ),
            ("[À usage interne] secret", Some("[À usage interne]")),
            (
                "[strictement interne] secret",
                Some("[strictement interne]"),
            ),
            ("[usage strict] rien", None),
            ("[usage interne] un compteur", None),
            ("[réserve interne] un fonds", None),
            ("(réservé aux membres) une formation", None),
            ("(et) ensuite", None),
            ("[interne](https://example.org)", None),
            ("[interne] secret", None),
            ("[Membres] secret", None),
            ("[membres présents] vingt", None),
            ("[Internet] en panne", None),
            ("(international) secret", None),
            ("(suite)", None),
            ("interne", None),
            ("", None),
        ] {
            let found = unread(line).map(|length| &line[..length]);
            assert_eq!(found, expected, "{line}");
        }
    }
}
