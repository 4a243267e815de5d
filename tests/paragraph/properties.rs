//! What holds of any text.

use greffier::print::fonts::Face;
use greffier::print::line::{Align, Cutting, Span};
use greffier::print::paragraph::extent;
use greffier::print::units::Pt;
use proptest::prelude::*;

use super::tools::{FONTS, lines, read, right_edge, shown, span};

/// Text of pieces that meet in minutes, and of pieces that do not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        " ",
        " ",
        " ",
        " ",
        "\u{a0}",
        "\u{202f}",
        "\u{2011}",
        "-",
        "–",
        "—",
        "’",
        "/",
        "\n",
        "\u{ad}",
        "\u{200b}",
        "\t",
        "développement",
        "coordination",
        "l’",
        "MINUSMA",
        "Gao",
        "é",
        "e\u{301}",
        "ɛ\u{300}",
        "ffi",
        "10",
        "«",
        "»",
        ";",
        "https://example.org/a-b?c&d",
        "procès-verbal",
        "www.",
        "a",
        "\u{200d}",
        "\u{301}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Words none of which needs more than two lines.
fn words() -> impl Strategy<Value = String> {
    let words = [
        "développement",
        "coordination",
        "l’organisation",
        "procès-verbal",
        "MINUSMA",
        "à",
        "Gao",
        "humanitaires",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..60)
        .prop_map(|words| words.join(" "))
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let face = prop::sample::select(Face::ALL.to_vec());
    let cutting = prop::sample::select(vec![Cutting::Text, Cutting::Whole]);
    let span = (text(), face, 4.0..20.0, cutting).prop_map(|(text, face, size, cutting)| Span {
        face,
        size: Pt(size),
        cutting,
        ..span(&text)
    });
    prop::collection::vec(span, 0..4)
}

fn align() -> impl Strategy<Value = Align> {
    prop::sample::select(vec![
        Align::Left,
        Align::Right,
        Align::Center,
        Align::Justified,
    ])
}

/// The characters that are drawn, without spaces.
fn drawn(text: &str) -> String {
    text.chars()
        .filter(|character| !" \n\t\u{ad}\u{200b}\u{200d}".contains(*character))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_appears_once_in_order(spans in spans(), width in -10.0..600.0, align in align()) {
        let typed: String = spans.iter().map(|span| span.text.as_str()).collect();
        let lines = lines(&spans, width, align);
        let seen = typed.contains(|character: char| !character.is_whitespace() && !"\u{ad}\u{200b}".contains(character));
        prop_assert_eq!(drawn(&read(&lines)), if seen { drawn(&typed) } else { String::new() });
    }

    #[test]
    fn words_stay_apart(text in text(), width in 1.0..600.0, align in align()) {
        let text = text.replace(['\n', '\t', '\u{ad}', '\u{200b}', '\u{200d}'], "");
        let read = read(&lines(&[span(&text)], width, align));
        let expected = text.trim_start_matches(' ');
        prop_assert_eq!(read, if expected.trim().is_empty() { "" } else { expected });
    }

    #[test]
    fn no_line_is_wider_than_the_measure(spans in spans(), width in 0.0..600.0, align in align()) {
        for line in lines(&spans, width, align) {
            let clusters = line.runs.iter().flat_map(|run| &run.glyphs);
            let clusters = clusters.filter(|glyph| !glyph.text.is_empty() && glyph.advance.0 > 0.0).count();
            prop_assert!(clusters <= 1 || right_edge(&line) <= width + 0.001, "{:?} {}", shown(&line), right_edge(&line));
            prop_assert!(line.runs.first().is_none_or(|run| run.x.0 >= 0.0));
            for link in &line.links {
                prop_assert!(link.x.0 + link.width.0 <= right_edge(&line) + 0.001);
            }
        }
    }

    #[test]
    fn names_get_no_hyphen_where_a_line_holds_them(text in text(), width in 0.0..300.0) {
        let name = Span { cutting: Cutting::Whole, ..span(&text.replace('\u{ad}', "")) };
        let name_width = extent(&FONTS, std::slice::from_ref(&name)).narrowest.0;
        prop_assume!(name_width <= width);
        let lines = lines(&[name], width, Align::Left);
        let runs = lines.iter().flat_map(|line| &line.runs);
        prop_assert!(runs.into_iter().all(|run| run.actual_text.is_none()));
    }

    #[test]
    fn two_hyphens_in_a_row_at_most(text in words(), width in 100.0..600.0, align in align()) {
        let lines = lines(&[span(&text)], width, align);
        let ends: Vec<bool> = lines.iter().map(|line| shown(line).ends_with(['‐', '-'])).collect();
        prop_assert!(!ends.windows(3).any(|row| row == [true; 3]), "{:?}", ends);
    }

    #[test]
    fn the_extent_is_true(spans in spans()) {
        let extent = extent(&FONTS, &spans);
        let forced = lines(&spans, extent.widest.0, Align::Left);
        let typed: String = spans.iter().map(|span| span.text.as_str()).collect();
        prop_assert!(forced.len() <= typed.split('\n').count());
        prop_assert!(extent.narrowest <= extent.widest + Pt(0.001));
        for line in lines(&spans, extent.narrowest.0, Align::Left) {
            prop_assert!(right_edge(&line) <= extent.narrowest.0 + 0.001);
        }
    }
}
