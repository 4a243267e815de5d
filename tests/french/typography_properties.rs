//! Properties of the typography of free text, over any text, French or not.

use greffier::french::typography::{
    Profile, Run, correct, correct_runs, odd_quotation_marks, raised_letters, sentence_list, title,
    with_profile,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const PROFILES: [Profile; 3] = [Profile::Fine, Profile::NoBreak, Profile::Simple];

/// The pieces that the rules look for, and what may stand between them, one bar apart.
const PIECES: &str = " | | |\u{a0}|\u{202f}|\n|\t|\u{2009}|a|b|é|À|M|ɛ|ⵜ|\u{301}|😀|\u{200b}|\u{fdd0}|²|٣|\
    ;|:|!|?|,|.|...|…|etc|'|’|\"|«|»|“|”|-|–|—|(|)|[|]|<|>|*|_|/|%|+|@|&|`|``|0|1|2|5|12|14|30|000|150|2017|\
    h|H|mn|min|GMT|h30|14h30|14:30|2017-02-07|T|er|ère|eme|ème|ième|ÈME|EME|s|e|es|re|I|V|XXI|siècle|\
    mars|Février|sept|août|km|m|km²|F|CFA|FCFA|USD|US$|$|€|M€|°C|‰|g|l|million|milliards|\
    n°|N°|p.|pp.|art.|M.|MM.|Mr|Mme|Dr|le|la|l'|l’|Diallo|www.|www.x.org|http:|https://x.org/a|mailto:|\
    o'brien@x.org|x@y.org|rapport.pdf|.pdf|A/RES/46|A/|/5|\
    à|de|entre|et|8H|8 H|17H30MN|heures|jours|3è|ès|nde|nd|session|$US|k€|Mds|m2|km2|Kg|±|−|61,9|5 %|Dr.|Me|Mgr|Art.|al.|§|chap.|\
    oct.|etc.|....|´|ʼ| .|p|art|<<|>>|= |12h 25 000| - | – |–,";

fn piece() -> impl Strategy<Value = &'static str> + Clone {
    prop::sample::select(PIECES.split('|').collect::<Vec<_>>())
}

/// Texts made of the pieces: of all of them, and of a few with many spaces, where the rules meet.
fn french() -> impl Strategy<Value = String> {
    let any = prop::collection::vec(piece(), 0..14).prop_map(|pieces| pieces.concat());
    let few = prop::collection::vec(piece(), 1..6).prop_flat_map(|pieces| {
        let piece = prop_oneof![
            2 => prop::sample::select(pieces),
            1 => Just(" "),
            1 => Just("a"),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    });
    prop_oneof![any, few]
}

/// The texts of the example records, each with some pieces put in or taken away.
fn mutated() -> impl Strategy<Value = String> {
    let texts = texts();
    let change = (any::<prop::sample::Index>(), 0..3_usize, piece());
    let changes = prop::collection::vec(change, 0..6);
    (prop::sample::select(texts), changes).prop_map(|(text, changes)| {
        let mut signs: Vec<String> = text.chars().map(String::from).collect();
        for (place, removed, piece) in changes {
            let at = place.index(signs.len() + 1);
            let end = (at + removed).min(signs.len());
            signs.splice(at..end, [piece.to_owned()]);
        }
        signs.concat()
    })
}

/// The strings of the example records.
fn texts() -> Vec<String> {
    fn collect(value: &toml::Value, texts: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => texts.push(text.clone()),
            toml::Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
            toml::Value::Table(table) => table.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for record in [
        include_str!("../../meetings/2017/2017-02-07.toml"),
        include_str!("../../meetings/2026/2026-04-14.toml"),
    ] {
        let record: toml::Table = record.parse().unwrap();
        collect(&toml::Value::Table(record), &mut texts);
    }
    assert!(texts.len() > 100, "{} texts", texts.len());
    texts
}

/// A block in NFC, as the record gives it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![1 => any::<String>(), 5 => french(), 2 => mutated()]
        .prop_map(|text| text.nfc().collect())
}

/// PROP-2: what the pass never changes. Written from the specification, with nothing of the pass.
fn content(text: &str) -> String {
    let kept = without_suffixes(&text.replace('ʼ', "’"));
    let kept = kept
        .chars()
        .filter(|sign| !sign.is_whitespace() && !"'’`´ʼ\"«»“”<>-–.…".contains(*sign));
    let mut kept: Vec<char> = kept.collect();
    for at in 1..kept.len() {
        if kept[at] == 'H' && kept[at - 1].is_ascii_digit() {
            kept[at] = 'h';
        }
    }
    kept.into_iter().collect()
}

/// Without the suffixes of ordinals and the spaces before them.
fn without_suffixes(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_letter = |sign: &char| sign.is_alphabetic() || is_combining_mark(*sign);
    let mut kept = String::new();
    let mut at = 0;
    while at < signs.len() {
        let sign = signs[at];
        kept.push(sign);
        at += 1;
        if !(sign.is_ascii_digit() || matches!(sign, 'I' | 'V' | 'X')) {
            continue;
        }
        let spaces = signs[at..].iter().take_while(|sign| sign.is_whitespace());
        let start = at + spaces.count();
        let letters = signs[start..].iter().take_while(|sign| is_letter(sign));
        let end = start + letters.count();
        let word: String = signs[start..end].iter().collect();
        let mut small = word.to_lowercase();
        if word.starts_with('I') {
            small.clear();
        }
        let singular = small.strip_suffix('s').unwrap_or(&small);
        let forms = [
            "è", "ème", "eme", "ième", "ère", "ere", "ière", "ier", "er", "re", "e",
        ];
        if forms.contains(&singular) {
            at = end;
        }
    }
    kept
}

proptest! {
    #[test]
    fn the_pass_leaves_its_own_result(text in text()) {
        for profile in PROFILES {
            let once = with_profile(&text, profile);
            prop_assert_eq!(with_profile(&once, profile), once, "{:?}", profile);
        }
    }

    #[test]
    fn one_run_is_corrected_as_its_text(text in text()) {
        for profile in PROFILES {
            let runs = correct_runs(&[Run::free(&text)], profile);
            prop_assert_eq!(runs.concat(), with_profile(&text, profile), "{:?}", profile);
        }
    }

    #[test]
    fn the_pass_keeps_the_content(text in text()) {
        for profile in PROFILES {
            let once = with_profile(&text, profile);
            prop_assert_eq!(content(&once), content(&text), "{:?}", profile);
        }
    }

    #[test]
    fn the_runs_make_the_whole(text in text(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        places.push(text.len());
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| places[cut.index(places.len())]).collect();
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        let runs: Vec<Run<'_>> = cuts.windows(2).map(|cut| Run::free(&text[cut[0]..cut[1]])).collect();
        for profile in PROFILES {
            let corrected = correct_runs(&runs, profile);
            prop_assert_eq!(corrected.len(), runs.len());
            prop_assert_eq!(corrected.concat(), with_profile(&text, profile));
            // Each run keeps its own letters.
            for (run, corrected) in runs.iter().zip(&corrected) {
                let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !"eEèÈmMrRsSiHhʼ".contains(*c)).collect::<String>();
                prop_assert_eq!(letters(corrected), letters(run.text));
            }
        }
    }

    #[test]
    fn a_protected_run_comes_back_as_it_was(pieces in prop::collection::vec((french(), any::<bool>()), 0..6)) {
        let pieces: Vec<(String, bool)> = pieces.into_iter().map(|(text, kept)| (text.nfc().collect(), kept)).collect();
        let run = |text, protected| Run { text, protected };
        let runs: Vec<Run<'_>> = pieces.iter().map(|(text, kept)| run(text.as_str(), *kept)).collect();
        let once = correct_runs(&runs, Profile::Fine);
        for (run, corrected) in runs.iter().zip(&once) {
            prop_assert!(!run.protected || run.text == corrected);
        }
        let again: Vec<Run<'_>> = once.iter().zip(&runs).map(|(text, old)| run(text.as_str(), old.protected)).collect();
        prop_assert_eq!(correct_runs(&again, Profile::Fine).concat(), once.concat());
    }

    #[test]
    fn what_is_reported_or_raised_stands_in_the_text(text in text()) {
        for mark in odd_quotation_marks(&text) {
            prop_assert_eq!(text.get(mark), Some("\""));
        }
        let corrected = correct(&text);
        for letters in raised_letters(&corrected) {
            let raised = corrected.get(letters).unwrap_or_default();
            prop_assert!(["er", "ers", "re", "res", "e", "es", "nd", "nde", "nds", "ndes"].contains(&raised));
        }
        let title_of_text = title(&text);
        prop_assert!(!title_of_text.ends_with([';', ':', ',', ' ']) || title_of_text != corrected);
        let _ = sentence_list(&[&text, &corrected]);
    }
}

/// Found by chance and by the fuzzer: an apostrophe that hid an address, a high mark before which no space was typed, an
/// abbreviation that a space parted from its period, a minute of one digit before a unit, an address before a bracket,
/// code told by a space that goes.
#[test]
fn the_pass_leaves_what_it_once_set_again() {
    let texts = [
        "aʼwww.-;Art. - ",
        "aʼhttps://x.org;Art. - ",
        "le (C@TA - Les Gén.:....Gén du C@TA - Les tél.:....",
        "a - b.!c - d",
        "(p . 4",
        "-16h\t7%",
        "https:.D ]b£'«3",
        "16h\n7°C",
        "x`[ b`'a",
        "x`I er`'a",
    ];
    for text in texts {
        for profile in PROFILES {
            let once = with_profile(text, profile);
            assert_eq!(with_profile(&once, profile), once, "{text} {profile:?}");
        }
    }
}
