//! Where the glyphs of a line are, and what they stand for.

use std::sync::Arc;

use greffier::print::fonts::{Face, Fonts};
use greffier::print::line::{Align, Span};
use greffier::print::page::{LinkArea, Mark};
use greffier::print::paragraph::{run, set};
use greffier::print::units::{Color, Pt};

use super::tools::{FONTS, bold, lines, measure, read, right_edge, shown, span, width};

#[test]
fn text_sits_evenly_in_the_leading() {
    let line = &lines(&[span("Réunion")], 200.0, Align::Left)[0];
    let face = FONTS.face(Face::Regular);
    let em = 10.0 / f64::from(face.units_per_em);
    let (above, below) = (f64::from(face.ascent) * em, f64::from(-face.descent) * em);
    assert_eq!(line.height, Pt(14.0));
    let top = line.baseline.0 - above;
    let bottom = line.height.0 - line.baseline.0 - below;
    assert!((top - bottom).abs() < 1e-9 && top > 0.0, "{top} {bottom}");
    let beside = &lines(&[bold("Réunion")], 200.0, Align::Left)[0];
    assert_eq!(beside.baseline, line.baseline);
}

#[test]
fn spans_become_runs() {
    let raised = Span {
        size: Pt(6.0),
        rise: Pt(3.0),
        ..span("er")
    };
    let line = &lines(
        &[span("le 1"), raised, span(" "), bold("février")],
        200.0,
        Align::Left,
    )[0];
    let texts: Vec<String> = line.runs.iter().map(|run| run.text()).collect();
    assert_eq!(texts, ["le 1", "er", " ", "février"]);
    assert_eq!(line.runs[1].y, line.baseline - Pt(3.0));
    assert_eq!(
        (line.runs[3].face, line.runs[3].mark),
        (Face::Bold, Mark::Element(2))
    );
    for pair in line.runs.windows(2) {
        assert!((pair[0].x.0 + pair[0].width().0 - pair[1].x.0).abs() < 1e-9);
    }
}

#[test]
fn alignment() {
    let free = 100.0 - width("Gao");
    let start = |align| lines(&[span("Gao ")], 100.0, align)[0].runs[0].x.0;
    assert_eq!(start(Align::Left), 0.0);
    assert_eq!(start(Align::Justified), 0.0);
    assert!((start(Align::Right) - free).abs() < 1e-9);
    assert!((start(Align::Center) - free / 2.0).abs() < 1e-9);
}

#[test]
fn justified_lines_are_flush_but_for_the_last() {
    let text = "Les membres du groupe ont pris la parole et dit ce que l’on sait de la vie à Gao et à Kidal. ".repeat(4);
    let lines = lines(&[span(&text)], 300.0, Align::Justified);
    let (last, others) = lines.split_last().unwrap();
    for line in others {
        assert!((right_edge(line) - 300.0).abs() < 0.001, "{}", shown(line));
        let spaces = line
            .runs
            .iter()
            .flat_map(|run| &run.glyphs)
            .filter(|glyph| &*glyph.text == " ");
        for space in spaces.filter(|space| space.advance.0 > 0.0) {
            assert!((2.0..8.0).contains(&space.advance.0), "{}", space.advance.0);
        }
    }
    assert!(right_edge(last) < 300.0);
}

#[test]
fn only_wide_spaces_stretch() {
    let text = "Il dit\u{a0}: «\u{a0}non\u{202f}!\u{a0}» et puis il part au loin";
    let line = &lines(&[span(text)], 160.0, Align::Justified)[0];
    let advance = |text: &str| {
        let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
        glyphs
            .filter(|glyph| &*glyph.text == text)
            .map(|glyph| glyph.advance.0)
            .next()
            .unwrap()
    };
    assert!((advance(" ") - advance("\u{a0}")).abs() < 1e-9);
    assert!((advance(" ") - width("a b") + width("a") + width("b")).abs() > 1e-3);
    assert!((advance("\u{202f}") - width("a\u{202f}b") + width("a") + width("b")).abs() < 1e-9);
}

#[test]
fn a_space_at_the_end_of_a_line_is_there_without_width() {
    let lines = lines(&[span("Gao Kidal")], 30.0, Align::Right);
    let last = lines[0].runs[0].glyphs.last().unwrap();
    assert_eq!((&*last.text, last.advance), (" ", Pt::ZERO));
    assert!((right_edge(&lines[0]) - 30.0).abs() < 1e-9);
    assert_eq!(read(&lines), "Gao Kidal");
}

#[test]
fn an_added_hyphen_is_a_run_of_its_own() {
    let lines = lines(&[bold("développement")], 50.0, Align::Left);
    let hyphen = &lines[0].runs[1];
    assert_eq!(
        (hyphen.actual_text.as_deref(), hyphen.face),
        (Some("\u{ad}"), Face::Bold)
    );
    assert_eq!(hyphen.glyphs.len(), 1);
    assert_eq!(hyphen.x, lines[0].runs[0].x + lines[0].runs[0].width());
    assert_eq!(read(&lines), "développement");
}

#[test]
fn a_link_has_an_area_on_each_line() {
    let link = |text: &str| Span {
        link: Some((7, Arc::from("https://example.org"))),
        ..span(text)
    };
    let spans = [
        span("voir "),
        link("le site"),
        Span {
            face: Face::Bold,
            ..link(" du groupe")
        },
        span(" ici"),
    ];
    let lines = set(&FONTS, &spans, &measure(62.0, Align::Left));
    let texts: Vec<String> = lines.iter().map(shown).collect();
    assert_eq!(texts, ["voir le site", "du groupe", "ici"]);
    let [first]: &[LinkArea] = &lines[0].links else {
        panic!("{:?}", lines[0].links)
    };
    assert_eq!((first.element, &*first.address), (7, "https://example.org"));
    assert!((first.x.0 + first.width.0 - width("voir le site")).abs() < 1e-6);
    assert!((first.x.0 - width("voir l") + width("l")).abs() < 1e-6);
    assert!(first.y.0 > 0.0 && first.y.0 + first.height.0 < 14.0 && first.height.0 > 11.0);
    assert_eq!(lines[1].links.len(), 1);
    assert!((lines[1].links[0].width.0 - right_edge(&lines[1])).abs() < 1e-6);
    assert!(lines[2].links.is_empty());
}

/// The clusters of a text, with the number of glyphs of each.
fn clusters(text: &str) -> Vec<(String, usize)> {
    let mut clusters: Vec<(String, usize)> = Vec::new();
    for glyph in run(
        &FONTS,
        text,
        Face::Regular,
        Pt(10.0),
        Color::default(),
        Mark::Artifact,
    )
    .glyphs
    {
        assert_ne!(glyph.id, 0, "{text}");
        match clusters.last_mut() {
            Some((_, glyphs)) if glyph.text.is_empty() => *glyphs += 1,
            _ => clusters.push((glyph.text.to_string(), 1)),
        }
    }
    clusters
}

#[test]
fn glyphs_carry_the_text_of_their_cluster() {
    let cases: [(&str, &[(&str, usize)]); 5] = [
        ("ab", &[("a", 1), ("b", 1)]),
        ("e\u{301}", &[("e\u{301}", 1)]),
        ("ɛ\u{300}", &[("ɛ\u{300}", 2)]),
        (
            "l\u{202f}\u{2011}",
            &[("l", 1), ("\u{202f}", 1), ("\u{2011}", 1)],
        ),
        ("->", &[("-", 1), (">", 1)]),
    ];
    for (text, expected) in cases {
        let expected: Vec<(String, usize)> = expected
            .iter()
            .map(|(text, glyphs)| ((*text).to_owned(), *glyphs))
            .collect();
        assert_eq!(clusters(text), expected, "{text}");
    }
}

/// Inter has no ligature for it; a user's font may.
#[test]
fn ligatures_keep_their_text() {
    let text: String = clusters("efficace")
        .into_iter()
        .map(|(text, _)| text)
        .collect();
    assert_eq!(text, "efficace");
}

#[test]
fn letters_are_kerned() {
    assert!(width("AV") < width("A") + width("V") - 0.1);
}

#[test]
fn the_plain_x_of_a_size_stays_an_x() {
    let x = |text: &str, at: usize| {
        run(
            &FONTS,
            text,
            Face::Regular,
            Pt(10.0),
            Color::default(),
            Mark::Artifact,
        )
        .glyphs[at]
            .id
    };
    assert_eq!(x("2x4", 1), x("x", 0));
}

#[test]
fn a_run_is_never_broken() {
    let color = Color {
        red: 200,
        green: 200,
        blue: 200,
    };
    let run = run(
        &FONTS,
        "PROJET\nde note",
        Face::Bold,
        Pt(90.0),
        color,
        Mark::Artifact,
    );
    assert_eq!(
        (run.text().as_str(), run.x, run.y, run.color),
        ("PROJET de note", Pt::ZERO, Pt::ZERO, color)
    );
    assert!(run.width() > Pt(300.0));
}

/// What `covers` promises, the shaper keeps, in every face.
#[test]
fn what_is_covered_has_its_glyph() {
    let covered: Vec<char> = ('\u{20}'..='\u{ffff}')
        .filter(|&letter| FONTS.covers(letter))
        .collect();
    assert!(covered.len() > 2000);
    for face in Face::ALL {
        let text: String = covered.iter().flat_map(|&letter| [letter, ' ']).collect();
        let run = run(
            &FONTS,
            &text,
            face,
            Pt(10.0),
            Color::default(),
            Mark::Artifact,
        );
        let missing: Vec<&str> = run
            .glyphs
            .iter()
            .filter(|glyph| glyph.id == 0)
            .map(|glyph| &*glyph.text)
            .collect();
        assert!(missing.is_empty(), "{face:?} {missing:?}");
    }
}

/// The cache of shaped words is shared by all threads, and changes nothing.
#[test]
fn threads_and_earlier_texts_change_nothing() {
    let text =
        "La coordination humanitaire à Gao : efficacité, affirmation et développement. ".repeat(5);
    let spans = [span(&text), bold(&text)];
    let expected = set(
        &Fonts::embedded(),
        &spans,
        &measure(170.0, Align::Justified),
    );
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| set(&FONTS, &spans, &measure(170.0, Align::Justified))))
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), expected);
        }
    });
}
