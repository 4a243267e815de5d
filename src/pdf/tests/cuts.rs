//! Faces cut down: what documents share, and what they do not.

use std::sync::Arc;

use super::laid_out;
use crate::pdf::subset::{self, Subset};
use crate::pdf::{Pictures, write};
use crate::print::fonts::{Face, Fonts};

const ONE: &str = "<p>Le budget de 14 530 francs, voté par dix voix, est exécutoire.</p>";
const OTHER: &str =
    "<p>La séance, levée à 18 h 30, reprend à 14 h 25 pour débattre du quorum et des avis.</p>";

/// What is asked of the face of the running text of a document.
fn with_regular<T>(fonts: &Fonts, body: &str, ask: impl FnOnce(&Subset<'_>) -> T) -> T {
    let layout = laid_out(body, fonts);
    let subsets = subset::of_pages(&layout.pages, fonts).unwrap();
    ask(subsets.get(Face::Regular).unwrap())
}

fn characters(body: &str) -> String {
    with_regular(&Fonts::embedded(), body, |subset| {
        let mut texts: Vec<&str> = subset.glyphs.iter().map(|glyph| glyph.text).collect();
        texts.sort_unstable();
        texts.concat()
    })
}

#[test]
fn texts_of_some_length_have_their_face_in_common() {
    let fonts = Fonts::embedded();
    let cut = |body: &str| with_regular(&fonts, body, |subset| Arc::clone(&subset.cut));
    assert!(Arc::ptr_eq(&cut(ONE), &cut(OTHER)));
    assert!(!Arc::ptr_eq(&cut(ONE), &cut("<p>Gao</p>")));
}

#[test]
fn an_alphabet_comes_whole_once_enough_of_it_is_used() {
    for (body, expected) in [
        ("<p>Gao</p>", "Gao"),
        ("<p>0</p>", "0"),
        ("<p>01</p>", "0123456789"),
        // Of thirty-six small letters.
        ("<p>abcdefghijklmnopq</p>", "abcdefghijklmnopq"),
        (
            "<p>abcdefghijklmnopqr</p>",
            "abcdefghijklmnopqrstuvwxyzàçèéêîïôùû",
        ),
    ] {
        assert_eq!(characters(body), expected, "{body}");
    }
}

#[test]
fn what_was_cut_before_changes_no_byte() {
    let shared = Fonts::embedded();
    let written = |fonts: &Fonts, body: &str| {
        write(&laid_out(body, fonts), fonts, &Pictures::default()).unwrap()
    };
    let alone = written(&Fonts::embedded(), OTHER);
    for before in [ONE, "<p>Gao</p>", OTHER] {
        written(&shared, before);
        assert_eq!(written(&shared, OTHER), alone);
    }
}
