//! Properties that hold for any text.

use std::cmp::Ordering;

use greffier::french::folding::{composed, fold};
use greffier::french::hyphenation::{adds_hyphen, break_points};
use greffier::french::remarks::{leading_number, remarks};
use greffier::french::sorting::{compare, filing, person_key, sort_key};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Any text, and texts made of the pieces that the modules look for.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "A",
        "l",
        "’",
        "'",
        "la ",
        "Février",
        "Mars ",
        "Mardi ",
        "le ",
        "7 ",
        "1er ",
        "24",
        "17",
        "2017",
        "160",
        ".000",
        ",000",
        "M.",
        "Mr ",
        "Diallo",
        "ONGs",
        "du ",
        "de ",
        "en ",
        "Stade ",
        "organisation",
        "coordination",
        "http://",
        "www.",
        "/",
        "-",
        "?",
        "&",
        ".",
        ",",
        ":",
        " ",
        "\u{a0}",
        "\n",
        "*",
        "`",
        "@",
        "_",
        "(",
        "«",
        "»",
        "\"",
        "é",
        "\u{301}",
        "ﷺ",
        "ɛ",
        "٣",
        "😀",
        "\u{fffe}",
        "\u{2011}",
    ];
    let composed = prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..16);
    prop_oneof![any::<String>(), composed.prop_map(|pieces| pieces.concat())]
}

proptest! {
    #[test]
    fn remarks_lie_in_their_text(text in text()) {
        if let Some(number) = leading_number(&text) {
            prop_assert!(text.get(number).is_some_and(|typed| !typed.is_empty()));
        }
        let mut start = 0;
        for remark in remarks(&text) {
            let typed = text.get(remark.range.clone());
            prop_assert!(typed.is_some_and(|typed| !typed.is_empty()));
            prop_assert!(remark.proposal.as_deref() != typed);
            prop_assert!(start <= remark.range.start);
            start = remark.range.start;
        }
    }

    /// What a proposal says is not remarked on in its turn.
    #[test]
    fn proposals_settle_their_remarks(text in text()) {
        for remark in remarks(&text) {
            let Some(proposal) = &remark.proposal else { continue };
            let mut mended = text.clone();
            mended.replace_range(remark.range.clone(), proposal);
            let again = remarks(&mended).into_iter().any(|other| {
                other.kind == remark.kind && other.range.start == remark.range.start
            });
            prop_assert!(!again, "{text:?} → {mended:?}");
        }
    }

    #[test]
    fn break_points_lie_inside_their_word(word in text()) {
        let points = break_points(&word);
        prop_assert!(points.is_sorted_by(|left, right| left < right));
        for point in points {
            prop_assert!(0 < point && point < word.len() && word.is_char_boundary(point));
        }
    }

    #[test]
    fn a_cut_leaves_two_letters_and_carries_three(word in "[a-zéèàœ’'/]{0,24}") {
        for point in break_points(&word) {
            if !adds_hyphen(&word, point) {
                continue;
            }
            let (before, after) = word.split_at(point);
            let letters = |text: &str| text.chars().take_while(|c| c.is_alphabetic()).count();
            let reversed: String = before.chars().rev().collect();
            prop_assert!(letters(&reversed) >= 2 && letters(after) >= 3, "{before}-{after}");
        }
    }

    /// A letter that no quick look knows sends a text the long way: both ways end alike.
    #[test]
    fn quick_looks_change_nothing(text in prop_oneof![text(), "[a-zA-ZÀ-ÿŒœ’«»–—…°\u{a0}\u{2000}-\u{2040}\u{300}-\u{308} -]{0,12}"]) {
        prop_assert_eq!(fold(&format!("{text} α")), fold(&text) + "α");
        let composed_by_unicode: String = text.nfc().collect();
        prop_assert_eq!(composed(&format!("{text}ﬀ")), composed(&text) + "ff");
        if !text.contains(|letter| ('ﬀ'..='ﬆ').contains(&letter)) {
            prop_assert_eq!(composed(&text), composed_by_unicode);
        }
    }

    #[test]
    fn the_order_is_total(left in text(), middle in text(), right in text()) {
        prop_assert_eq!(compare(&left, &left), Ordering::Equal);
        prop_assert_eq!(compare(&left, &right), compare(&right, &left).reverse());
        prop_assert_eq!(compare(&left, &right), sort_key(&left).cmp(&sort_key(&right)));
        let mut three = [&left, &middle, &right];
        three.sort_by(|one, other| compare(one, other));
        prop_assert!(compare(three[0], three[1]).is_le());
        prop_assert!(compare(three[1], three[2]).is_le());
        prop_assert!(compare(three[0], three[2]).is_le());
    }

    #[test]
    fn names_are_filed_whole_or_split(name in text(), under in text()) {
        let _ = (filing(&name, Some(&under)), person_key(&name, Some(&under)));
        let (form, _) = filing(&name, None);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        prop_assert_eq!(letters(&form.to_string()), letters(&name));
    }
}
