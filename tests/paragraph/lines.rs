//! Which words stand on which line. Widths are in points, the text is of size 10.

use greffier::print::fonts::Face;
use greffier::print::line::{Align, Cutting, Extent, Span};
use greffier::print::paragraph::extent;
use greffier::print::units::Pt;

use super::tools::{FONTS, bold, check, lines, name, right_edge, shown, span, width};

const TEXT: &str = "L’organisation de l’atelier de coordination humanitaire se tiendra à Gao, dans le bureau du \
    Programme des Nations Unies pour le développement\u{a0}; les recommandations de la réunion précédente seront examinées.";

#[test]
fn ragged_lines() {
    let expected = [
        "L’organisation de l’atelier de",
        "coordination humanitaire se",
        "tiendra à Gao, dans le bureau",
        "du Programme des Nations",
        "Unies pour le développement\u{a0};",
        "les recommandations de la",
        "réunion précédente seront",
        "examinées.",
    ];
    check(&[span(TEXT)], 150.0, Align::Left, &expected);
    check(&[span(TEXT)], 150.0, Align::Right, &expected);
    check(&[span(TEXT)], 150.0, Align::Center, &expected);
}

#[test]
fn justified_lines() {
    let expected = [
        "L’organisation de l’atelier de coordination humanitaire se tiendra à Gao, dans le bureau du Programme",
        "des Nations Unies pour le développement\u{a0}; les recommandations de la réunion précédente seront exa‐",
        "minées.",
    ];
    check(&[span(TEXT)], 480.0, Align::Justified, &expected);
}

#[test]
fn a_word_is_cut_where_french_cuts_it() {
    let word = "développement";
    let cases: [(f64, &[&str]); 4] = [
        (80.0, &["développement"]),
        (65.0, &["développe‐", "ment"]),
        (46.0, &["dévelop‐", "pement"]),
        (35.0, &["déve‐", "loppe‐", "ment"]),
    ];
    for (width, expected) in cases {
        check(&[span(word)], width, Align::Left, expected);
    }
}

#[test]
fn what_is_never_cut_with_a_hyphen() {
    // The second word stands on a line of its own, rather than being cut, in lines with room for a part of it.
    let cases = [
        span("la\u{20}MINUSMA"),
        span("le réunion"),
        span("un N’Djaména"),
        span("un 4x4x4x4x4"),
        span("oui, IIIIIIIIIII"),
        name("Mme Développement"),
        span("du 7\u{a0}septembre"),
        span("de M.\u{a0}Traoréssimo"),
    ];
    for span in cases {
        let word = span.text.split(' ').nth(1).unwrap().to_owned();
        let lines: Vec<String> = lines(&[span], width(&word) + 1.0, Align::Left)
            .iter()
            .map(shown)
            .collect();
        assert_eq!(lines.last(), Some(&word), "{lines:?}");
    }
}

#[test]
fn quotation_marks_leave_the_word_between_them_to_french() {
    check(
        &[span("le «\u{a0}développement\u{a0}»")],
        65.0,
        Align::Left,
        &["le «\u{a0}dévelop‐", "pement\u{a0}»"],
    );
}

#[test]
fn a_name_breaks_at_a_typed_hyphen_only() {
    check(
        &[name("Jean-Baptiste")],
        40.0,
        Align::Left,
        &["Jean-", "Baptiste"],
    );
    check(
        &[span("procès-verbal")],
        40.0,
        Align::Left,
        &["procès-", "verbal"],
    );
}

#[test]
fn a_word_of_several_looks_is_not_hyphenated() {
    check(
        &[span("un "), bold("dévelop"), span("pement")],
        80.0,
        Align::Left,
        &["un", "développement"],
    );
    check(
        &[span("de l’"), bold("organisation")],
        60.0,
        Align::Left,
        &["de l’organi‐", "sation"],
    );
}

#[test]
fn an_address_breaks_at_its_points_without_a_hyphen() {
    check(
        &[span(
            "voir https://example.org/clusters/relevement/rapports",
        )],
        100.0,
        Align::Left,
        &[
            "voir https://example",
            ".org/clusters/",
            "relevement/rapports",
        ],
    );
    check(
        &[span("chez awa.sow-cluster@relevement.example.org")],
        100.0,
        Align::Left,
        &["chez awa.sow-", "cluster@relevement", ".example.org"],
    );
    check(
        &[span("le 5W_CRR_matrice_des_interventions_2026.xlsx")],
        100.0,
        Align::Left,
        &["le 5W_CRR_matrice_", "des_interventions_", "2026.xlsx"],
    );
}

#[test]
fn a_chain_of_acronyms_breaks_after_a_slash_alone() {
    let chain = Span {
        cutting: Cutting::Whole,
        ..span("PNUD/OCHA/MINUSMA")
    };
    for width in [52.0, 60.0, 75.0] {
        for line in lines(std::slice::from_ref(&chain), width, Align::Left) {
            let text = shown(&line);
            let parts = text.trim_end_matches('/').split('/');
            for part in parts {
                assert!(
                    ["PNUD", "OCHA", "MINUSMA"].contains(&part),
                    "{width} {text}"
                );
            }
        }
    }
}

/// A head word in a column that is too narrow for it.
#[test]
fn what_must_be_cut_is_cut_on_a_syllable() {
    let whole = Span {
        cutting: Cutting::Whole,
        ..span("Responsable")
    };
    check(&[whole], 52.0, Align::Left, &["Respon‐", "sable"]);
}

#[test]
fn the_author_says_where() {
    check(
        &[span("un\u{ad}constitu\u{ad}tionnel")],
        60.0,
        Align::Left,
        &["unconstitu‐", "tionnel"],
    );
    check(
        &[span("MINUSMA\u{200b}UNDSS")],
        60.0,
        Align::Left,
        &["MINUSMA", "UNDSS"],
    );
    check(
        &[span("un\nmot\n\nseul\n")],
        200.0,
        Align::Justified,
        &["un", "mot", "", "seul"],
    );
}

#[test]
fn no_line_breaks_at_a_no_break_space_or_hyphen() {
    let text = "à 10\u{a0}h\u{a0}30\u{202f}; au 3\u{202f}e\u{2011}dépôt";
    for width in [50.0, 70.0, 90.0] {
        let lines: Vec<String> = lines(&[span(text)], width, Align::Left)
            .iter()
            .map(shown)
            .collect();
        let pieces: Vec<&str> = text.split(' ').collect();
        assert_eq!(
            lines.join(" ").split(' ').collect::<Vec<_>>(),
            pieces,
            "{lines:?}"
        );
    }
}

#[test]
fn a_dash_starts_no_line_unless_it_opens_an_incise() {
    check(
        &[span("Mercy Corps – Mali")],
        45.0,
        Align::Left,
        &["Mercy", "Corps –", "Mali"],
    );
    check(
        &[span("Mercy Corps –\u{a0}Mali")],
        45.0,
        Align::Left,
        &["Mercy", "Corps", "–\u{a0}Mali"],
    );
}

#[test]
fn a_word_too_wide_for_its_line_is_cut_anywhere() {
    let word = "MINUSMAUNDSSOCHA";
    check(
        &[span("la MINUSMAUNDSSOCHA dit")],
        50.0,
        Align::Left,
        &["la", "MINUSMA", "UNDSSOC", "HA dit"],
    );
    check(
        &[name(word)],
        50.0,
        Align::Justified,
        &["MINUSMA", "UNDSSOC", "HA"],
    );
    let letters: Vec<String> = word.chars().map(String::from).collect();
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    for width in [0.0, 1.0, -5.0] {
        check(&[span(word)], width, Align::Left, &letters);
    }
    check(
        &[span("e\u{301}\u{323}ɛ\u{300}a")],
        1.0,
        Align::Left,
        &["e\u{301}\u{323}", "ɛ\u{300}", "a"],
    );
}

#[test]
fn nothing_is_no_line() {
    for text in ["", " ", "\n", " \n \n", "\u{ad}", "\u{a0}"] {
        check(&[span(text)], 100.0, Align::Left, &[]);
    }
    assert!(lines(&[], 100.0, Align::Left).is_empty());
    assert_eq!(extent(&FONTS, &[span(" ")]), Extent::default());
}

#[test]
fn at_most_two_lines_in_a_row_end_with_a_hyphen() {
    let words = "communication développement recommandation humanitaires organisationnel coordination relèvement ";
    let text = words.repeat(20);
    for align in [Align::Left, Align::Justified] {
        for width in (60..300).step_by(7) {
            let lines = lines(&[span(&text)], f64::from(width), align);
            let hyphens: Vec<bool> = lines
                .iter()
                .map(|line| shown(line).ends_with('‐'))
                .collect();
            // A word that alone needs four lines has no choice: none does here.
            let row = hyphens.split(|hyphen| !hyphen).map(<[bool]>::len).max();
            assert!(row <= Some(2), "{width} {align:?}");
        }
    }
}

#[test]
fn the_extent_of_a_paragraph() {
    let near = |one: Pt, other: f64| assert!((one.0 - other).abs() < 1e-6, "{one:?} {other}");
    let wide = extent(&FONTS, &[span("une coordination humanitaire")]);
    near(wide.narrowest, width("coordination"));
    near(wide.widest, width("une coordination humanitaire"));
    let typed = extent(&FONTS, &[span("procès-verbal")]);
    near(typed.narrowest, width("procès-"));
    let forced = extent(&FONTS, &[span("un\ndeux trois\nsix ")]);
    near(forced.widest, width("deux trois"));
    let address = extent(&FONTS, &[span("https://example.org/clusters")]);
    near(address.narrowest, width("example"));
    let spans = [
        Span {
            size: Pt(20.0),
            ..span("grand")
        },
        span("petit"),
    ];
    near(
        extent(&FONTS, &spans).narrowest,
        2.0 * width("grand") + width("petit"),
    );
}

#[test]
fn a_paragraph_fits_in_its_own_extent() {
    for text in [
        TEXT,
        "Élections à Gao",
        "procès-verbal",
        "7\u{a0}février 2017",
    ] {
        for cutting in [Cutting::Text, Cutting::Whole] {
            let spans = [
                Span {
                    cutting,
                    ..span(text)
                },
                Span {
                    face: Face::BoldItalic,
                    ..span("fin")
                },
            ];
            let extent = extent(&FONTS, &spans);
            assert_eq!(
                lines(&spans, extent.widest.0, Align::Left).len(),
                1,
                "{text}"
            );
            let narrow = lines(&spans, extent.narrowest.0, Align::Left);
            assert!(
                narrow
                    .iter()
                    .all(|line| right_edge(line) <= extent.narrowest.0 + 0.001),
                "{text}"
            );
        }
    }
}

/// Texts that no one writes are set all the same, in a time that grows with their length.
#[test]
fn endless_words_end() {
    const LENGTH: usize = 20_000;
    let words = [
        "x",
        "ab-",
        "/b",
        "a\u{a0}",
        "ab\u{ad}",
        "développement",
        "é\u{301}",
        "i ",
        "–",
    ];
    for word in words {
        let text = format!("http:{}", word.repeat(LENGTH / word.len()));
        for width in [0.0, 12.0, 480.0] {
            for align in [Align::Left, Align::Justified] {
                let lines = lines(&[span(&text)], width, align);
                assert!(lines.len() > 20, "{word} {width}");
                assert!(
                    width < 20.0 || lines.iter().all(|line| right_edge(line) < width + 0.001),
                    "{word}"
                );
            }
        }
    }
}

/// Capitalised words inside a sentence are names; those that begin one are not.
#[test]
fn names_inside_a_sentence_are_not_hyphenated() {
    for width in (75..140).map(f64::from) {
        let text = span("avec Awa Coulibaly, de l’Organisation");
        for line in lines(&[text], width, Align::Left) {
            assert!(!shown(&line).ends_with('‐'), "{width} {}", shown(&line));
        }
    }
    check(
        &[span("Fini. Organisation du")],
        60.0,
        Align::Left,
        &["Fini. Organi‐", "sation du"],
    );
}

#[test]
fn no_line_begins_with_a_slash_or_a_dash_and_its_comma() {
    for text in [
        "Recommandations / Commentaires",
        "les membres –, venus de Gao",
    ] {
        for width in 105..160 {
            for line in lines(&[name(text)], f64::from(width), Align::Left) {
                let shown = shown(&line);
                assert!(!shown.starts_with(['/', '–']), "{width} {shown}");
            }
        }
    }
}

#[test]
fn what_is_read_as_one_stays_on_one_line() {
    for text in [
        "n° 2021-03-01",
        "5 M USD",
        "12,5 Mds FCFA",
        "art. L. 2122-22",
        "article R. 421-3",
        "+223 76 12 34 56",
        "(+223) 76 12 34 56",
        "− 3,4\u{a0}%",
    ] {
        let whole = lines(&[span(text)], 1e6, Align::Left);
        let width = right_edge(&whole[0]);
        for before in ["a", "aaa aaa", "aaaaaa aaaaaaa"] {
            let text = format!("{before} {text}, zz");
            for cut in 1..8 {
                let lines = lines(&[name(&text)], width + f64::from(cut) * 4.0, Align::Left);
                let shown: Vec<String> = lines.iter().map(shown).collect();
                let held = text.split_once(' ').unwrap().1;
                let held = held
                    .trim_start_matches("aaa ")
                    .trim_start_matches("aaaaaaa ");
                let held = held.trim_end_matches(", zz");
                assert!(shown.iter().any(|line| line.contains(held)), "{shown:?}");
            }
        }
    }
    // Figures that only stand beside each other are no telephone number.
    let lines = lines(&[span("salles 3 et 4, 2025 2026")], 1.0, Align::Left);
    assert!(lines.len() >= 6);
}
