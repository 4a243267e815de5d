//! No text makes the reader panic, run away or lose a word.

use greffier::diagnostic::Report;
use greffier::document::Document;
use proptest::prelude::*;

use crate::{dump, source, with_body};

/// What the texts are made of: the tags of the subset, well placed or not, and what XML trips over.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<ol start=\"3\">",
    "</ol>",
    "<table>",
    "</table>",
    "<tbody>",
    "</tbody>",
    "<tr>",
    "</tr>",
    "<td rowspan=\"2\">",
    "<td colspan=\"2\">",
    "<td>",
    "</td>",
    "<h1>",
    "</h1>",
    "<h3>",
    "</h3>",
    "<h4>",
    "</h4>",
    "<section class=\"paysage\">",
    "</section>",
    "<div class=\"colonnes\">",
    "<div>",
    "</div>",
    "<br/>",
    "<hr/>",
    "<img src=\"a\" alt=\"b\"/>",
    "<a href=\"#a\">",
    "<a href=\"x\">",
    "</a>",
    "<span id=\"a\">",
    "<span class=\"page\"/>",
    "</span>",
    "<footer>",
    "</footer>",
    "<aside>",
    "&",
    "&amp;",
    "&nbsp;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "<",
    ">",
    "\"",
    "é",
    "\u{a0}",
    "\u{202f}",
    " ",
    "\n",
    "mot",
    "<!DOCTYPE",
    "id=\"a\"",
    "</body>",
    "</html>",
    "\u{1}",
    "\u{ffff}",
    "\u{1f468}",
    "<col/>",
    "<x:y/>",
    " xmlns=\"z\"",
];

/// Reads a text and draws what is wrong with it.
fn survives(text: String) {
    let source = source(text);
    if let Err(faults) = Document::parse(&source) {
        assert!(!faults.is_empty());
        for fault in &faults {
            for spot in &fault.spots {
                assert!(source.text.get(spot.span.clone()).is_some(), "{fault:?}");
            }
        }
        let _ = Report::new(source, faults).render(false);
    }
}

/// A sound document of many kinds of blocks.
fn sound() -> String {
    with_body(include_str!("sound.xhtml"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        survives(text);
    }

    #[test]
    fn any_body(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        survives(with_body(&pieces.concat()));
        survives(pieces.concat());
    }

    /// A piece put into, or a stretch cut out of, a sound text.
    #[test]
    fn a_sound_text_damaged(at in any::<prop::sample::Index>(), cut in 0_usize..60, piece in prop::sample::select(PIECES)) {
        let sound = sound();
        let places: Vec<usize> = sound.char_indices().map(|(index, _)| index).collect();
        let start = at.index(places.len());
        let end = (start + cut).min(places.len() - 1);
        survives(format!("{}{piece}{}", &sound[..places[start]], &sound[places[end]..]));
    }

    /// Whatever the white space and the elements around them, the words come out in order.
    #[test]
    fn no_word_is_lost(words in prop::collection::vec("[a-zé&<>\u{a0}]{1,8}", 1..12), marks in prop::collection::vec(0_usize..6, 12)) {
        let mut body = String::from("<p>");
        for (word, mark) in words.iter().zip(&marks) {
            let word = word.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            body.push_str(&match mark {
                0 => format!("{word} "),
                1 => format!("<b>{word}</b>\n"),
                2 => format!("<em> {word} </em>"),
                3 => format!(" {word}<br/>"),
                4 => format!("{word}</p><p>"),
                _ => format!("<span class=\"nom\">\t{word}</span> "),
            });
        }
        body.push_str("</p>");
        let document = Document::parse(&source(with_body(&body))).unwrap();
        let ordinary = |text: &str| text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(ordinary(&dump::text(&document)), words.join(" "));
        prop_assert!(!dump::blocks(&document.body).contains("  "));
    }
}

#[test]
fn the_sound_text_is_sound() {
    assert!(Document::parse(&source(sound())).is_ok());
}
