//! What begins a paragraph as a mark does, `[interne]` or `[membres]`, and is none: `[intern]`, `(interne)`, `[interne, membres]`,
//! `【interne】`, `[confidentiel]`. What it was to keep back would be shown.

use crate::diagnostic::{Diagnostic, Diagnostics, Source, slips};
use crate::french::folding::{composed, fold, in_latin, is_invisible, is_mark};
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
/// Words that say of a paragraph what a mark does, folded: alone in square brackets before it they can mean nothing else.
const OF_SECRETS: [&str; 6] = [
    "confidentiel",
    "confidentiels",
    "confidentielle",
    "confidentielles",
    "restreint",
    "restreinte",
];
/// The same where the series or the record keeps something from an edition; elsewhere they tell who speaks or what it is about.
const OF_EDITIONS: [&str; 2] = ["secretariat", "prive"];
/// The same in several words, folded.
const PHRASES_OF_SECRETS: [&str; 10] = [
    "huisclos",
    "ahuisclos",
    "nepasdiffuser",
    "anepasdiffuser",
    "nepaspublier",
    "anepaspublier",
    "nonpublic",
    "diffusionrestreinte",
    "diffusionlimitee",
    "diffusioninterne",
];
/// At most 40 letters stand in brackets that were to be a mark.
const LONGEST: usize = 40;
/// At least 5 letters, so that a slip of the finger is not another word.
const LEAST_LETTERS: usize = 5;

/// Which words by their sense alone say what a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Secrets {
    /// None: within a paragraph or in a cell.
    Nowhere,
    Sure,
    /// Those of editions too.
    OfEditions,
}

pub(super) fn doubts(
    source: &Source,
    raw: &RawMeeting,
    has_editions: bool,
    doubts: &mut Diagnostics,
) {
    let secrets = match has_editions || keeps_back(&source.text) {
        true => Secrets::OfEditions,
        false => Secrets::Sure,
    };
    for (text, span, _) in raw.readable_texts() {
        if !text.contains(|sign: char| closing_of(sign).is_some()) {
            continue;
        }
        let unread = said_by_lines(text).filter_map(|line| {
            let secrets = match line.begins {
                true => secrets,
                false => Secrets::Nowhere,
            };
            Some((line.place, unread(line.said, secrets)?))
        });
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

/// Whether a record keeps something from an edition.
fn keeps_back(record: &str) -> bool {
    let mut brackets = record.match_indices('[');
    record.contains("visibilite") || brackets.any(|(start, _)| mark(&record[start..]).is_some())
}

/// The sign that closes a bracket, of whatever kind; none for another sign. Quotation marks may begin any sentence.
fn closing_of(opening: char) -> Option<char> {
    Some(match opening {
        '[' => ']',
        '(' => ')',
        '{' => '}',
        '<' => '>',
        '‹' => '›',
        '［' => '］',
        '（' => '）',
        '｛' => '｝',
        '＜' => '＞',
        '【' => '】',
        '〔' => '〕',
        '〖' => '〗',
        '〘' => '〙',
        '〚' => '〛',
        '〈' => '〉',
        '《' => '》',
        '「' => '」',
        '⟦' => '⟧',
        '⟨' => '⟩',
        '⁅' => '⁆',
        '❲' => '❳',
        '⦗' => '⦘',
        _ => return None,
    })
}

/// The length of what looks like a mark at the beginning of a line, and is none.
fn unread(line: &str, secrets: Secrets) -> Option<usize> {
    let opening = line.chars().next()?;
    let closing = closing_of(opening)?;
    let secrets = match opening {
        '[' | '［' => secrets,
        _ => Secrets::Nowhere,
    };
    if mark(line).is_some() {
        return None;
    }
    let inside = &line[opening.len_utf8()..];
    let is_in_parentheses = matches!(opening, '(' | '（');
    let mut signs = inside.char_indices().take(LONGEST);
    let end = signs.find(|(_, sign)| *sign == closing).map(|(at, _)| at);
    let Some(end) = end else {
        // A bracket that is not closed holds a word, and what follows is the text.
        let word = inside.split(|sign: char| !is_of_word(sign)).next()?;
        let is_never_closed = !inside.contains(closing);
        let is_secret = is_never_closed && is_of_secrets(word, secrets);
        let looks_so = is_near(word) || is_secret;
        return looks_so.then_some(opening.len_utf8() + word.len());
    };
    let after = &inside[end + closing.len_utf8()..];
    let is_link = opening == '[' && leads_somewhere(after);
    let looks_so = is_meant_as_mark(&inside[..end], is_in_parentheses, secrets);
    (looks_so && !is_link).then_some(opening.len_utf8() + end + closing.len_utf8())
}

/// Whether what stands in brackets can mean nothing but a mark.
fn is_meant_as_mark(inside: &str, is_in_parentheses: bool, secrets: Secrets) -> bool {
    let seen: String = inside.chars().filter(|sign| !is_invisible(*sign)).collect();
    let said = composed(&seen).to_lowercase();
    let said = said.trim_start();
    let said = FOR_USE
        .iter()
        .find_map(|start| said.strip_prefix(start).filter(|_| !is_in_parentheses))
        .unwrap_or(said);
    let words = said.split(|sign: char| !is_of_word(sign));
    let mut words = words.filter(|word| !word.is_empty());
    let is_told = |word: &str| is_near(word) || is_of_secrets(word, secrets);
    let may_stand = |word: &str| !is_in_parentheses && RESTRICTING.contains(&word);
    let is_some = words.clone().any(is_told);
    let are_near = words.all(|word| is_told(word) || BETWEEN.contains(&word) || may_stand(word));
    let may_be_phrase = secrets != Secrets::Nowhere;
    let is_phrase = || may_be_phrase && PHRASES_OF_SECRETS.contains(&fold(said).as_str());
    (is_some && are_near) || is_phrase()
}

/// Whether a sign is of a word, as one reads it: an accent that is a sign of its own, and what nobody sees, part none.
fn is_of_word(sign: char) -> bool {
    sign.is_alphabetic() || is_mark(sign) || is_invisible(sign)
}

/// Whether a word is one of a mark, but for a slip of the finger.
fn is_near(word: &str) -> bool {
    let word = in_latin(word);
    let is_one = |meant: &&str| slips(&word, meant).is_some_and(|slips| slips <= 1);
    let is_other = fold(&word) == "internet";
    !is_other && word.chars().count() >= LEAST_LETTERS && WORDS.iter().any(is_one)
}

/// Whether a word says that what follows is not for all.
fn is_of_secrets(word: &str, secrets: Secrets) -> bool {
    let word = fold(&in_latin(word));
    let is_one = |words: &[&str]| words.contains(&word.as_str());
    match secrets {
        Secrets::Nowhere => false,
        Secrets::Sure => is_one(&OF_SECRETS),
        Secrets::OfEditions => is_one(&OF_SECRETS) || is_one(&OF_EDITIONS),
    }
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
    use super::{Secrets, keeps_back, unread};
    use crate::record::edition::said_by_lines;

    /// Lines, and the mark that each begins with, if it looks like one that is not read.
    const LINES: &[(&str, Option<&str>)] = &[
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
        ("[inte\u{301}rne] secret", Some("[inte\u{301}rne]")),
        ("[i\u{332}nterne] secret", Some("[i\u{332}nterne]")),
        ("[in\u{200b}tern] secret", Some("[in\u{200b}tern]")),
        ("[İnterne] secret", Some("[İnterne]")),
        ("[ｉｎｔｅｒｎｅ] secret", Some("[ｉｎｔｅｒｎｅ]")),
        ("[іntеrnе] secret", Some("[іntеrnе]")),
        ("[me\u{301}mbres secret", Some("[me\u{301}mbres")),
        ("【interne】 secret", Some("【interne】")),
        ("〔interne〕 secret", Some("〔interne〕")),
        ("（interne） secret", Some("（interne）")),
        ("【interne] secret", Some("【interne")),
        ("‹interne› secret", Some("‹interne›")),
        ("<membres> secret", Some("<membres>")),
        ("[confidentiel] secret", Some("[confidentiel]")),
        ("[CONFIDENTIEL] secret", Some("[CONFIDENTIEL]")),
        ("{Confidentiel} secret", None),
        ("{secrétariat} prépare la note", None),
        ("[confidentiel secret", Some("[confidentiel")),
        (
            "[strictement confidentiel] secret",
            Some("[strictement confidentiel]"),
        ),
        (
            "[confidentiel – interne] secret",
            Some("[confidentiel – interne]"),
        ),
        ("(confidentiel) secret", None),
        ("[secrétariat] secret", Some("[secrétariat]")),
        (
            "[secre\u{301}tariat seulement] secret",
            Some("[secre\u{301}tariat seulement]"),
        ),
        ("[privé] secret", Some("[privé]")),
        ("[restreint] secret", Some("[restreint]")),
        ("[à huis clos] secret", Some("[à huis clos]")),
        ("[Huis clos] secret", Some("[Huis clos]")),
        ("[ne pas diffuser] secret", Some("[ne pas diffuser]")),
        ("[re\u{301}serve interne] un fonds", None),
        ("(à huis clos) le conseil a délibéré", None),
        ("(secrétariat) la note est prête", None),
        ("[secteur privé] trois entreprises", None),
        ("[secrétariat du conseil] la note", None),
        (
            "[Secrétariat général de la communauté urbaine du Grand Ouest] la note",
            None,
        ),
        ("[secrétariat](https://example.org)", None),
        ("<https://example.org/interne>", None),
        ("« Membres » désigne les États", None),
        ("“Interne” a deux sens", None),
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
    ];

    #[test]
    fn what_looks_like_a_mark() {
        for (line, expected) in LINES.iter().copied() {
            let found = unread(line, Secrets::OfEditions).map(|length| &line[..length]);
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn words_that_are_marks_by_their_sense() {
        use Secrets::{Nowhere, OfEditions, Sure};
        for (line, doubted) in [
            ("[secrétariat] prépare la note", &[OfEditions][..]),
            ("[privé] 12", &[OfEditions]),
            ("[confidentiel] secret", &[Sure, OfEditions]),
            ("[huis clos] secret", &[Sure, OfEditions]),
            ("[ne pas diffuser] secret", &[Sure, OfEditions]),
            ("[intern] secret", &[Nowhere, Sure, OfEditions]),
        ] {
            for secrets in [Nowhere, Sure, OfEditions] {
                let is_doubted = unread(line, secrets).is_some();
                assert_eq!(is_doubted, doubted.contains(&secrets), "{line} {secrets:?}");
            }
        }
        assert!(keeps_back("discussion = \"[membres] Oui.\""));
        assert!(keeps_back("visibilite = \"interne\""));
        assert!(!keeps_back("discussion = \"[privé] Oui.\""));
    }

    #[test]
    fn lines_that_begin_a_paragraph_or_an_item() {
        let text = "[a] un\n[b] deux\n\n[c] trois\n- [d] quatre\n\n| [e] | 12 |\n";
        let lines = said_by_lines(text).filter(|line| line.begins && !line.said.is_empty());
        let lines: Vec<&str> = lines.map(|line| line.said).collect();
        assert_eq!(lines, ["[a] un", "[c] trois", "[d] quatre"]);
    }
}
