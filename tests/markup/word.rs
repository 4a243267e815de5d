//! The cases of what is pasted from Word: which lines are a list, which are text, and that all signs stay.

use greffier::markup::{Block, UnsaidKind, parse, to_html, to_markdown, to_plain};

use crate::{check, check_untouched};

/// The text is read as this plain text, in which each item has its bullet and two spaces for each level.
#[track_caller]
fn check_list(input: &str, plain: &str) {
    let blocks = parse(input).blocks;
    assert_eq!(to_plain(&blocks), plain, "{input:?}");
    assert_eq!(
        parse(&to_markdown(&blocks)).blocks,
        blocks,
        "{input:?} read back"
    );
}

#[track_caller]
fn check_text(input: &str) {
    let blocks = parse(input).blocks;
    let is_text = blocks
        .iter()
        .all(|block| matches!(block, Block::Paragraph(_)));
    assert!(is_text, "{input:?} is read as {blocks:?}");
    assert_eq!(
        to_plain(&blocks),
        input
            .replace("\n\n", "\0")
            .replace('\n', " ")
            .replace('\0', "\n"),
        "{input:?}"
    );
    assert_eq!(
        parse(&to_markdown(&blocks)).blocks,
        blocks,
        "{input:?} read back"
    );
}

#[test]
fn each_mark_of_word_makes_a_list() {
    for mark in [
        "• ",
        "•\t",
        "•\u{a0}",
        "▪ ",
        "· ",
        "·\t",
        "‣ ",
        "◦ ",
        "○ ",
        "■ ",
        "➢ ",
        "► ",
        "● ",
        "\u{f0b7}\t",
        "\u{f0b7} ",
        "\u{f0a7}\t",
        "\u{f0d8}\t",
        "o\t",
        "§\t",
        "Ø\t",
        "- ",
        "-\t",
        "  • ",
        "\t•\t",
        "    - ",
        "\t- ",
        "\u{a0}\u{a0}• ",
    ] {
        check_list(&format!("{mark}un\n{mark}deux"), "• un\n• deux");
        check_list(
            &format!("Points\n{mark}un\n{mark}deux"),
            "Points\n• un\n• deux",
        );
        check_list(&format!("{mark}un\n\n{mark}deux"), "• un\n• deux");
        check_list(&format!("{mark}seul"), "• seul");
    }
}

#[test]
fn what_only_looks_like_a_mark_is_text() {
    for text in [
        "•sans espace",
        "un • deux",
        "o deux",
        "§ 4",
        "·",
        "•",
        "– Bonjour",
        "— Bonjour",
        "– oui, dit-il –",
        "–sans espace\n–ni ici",
        "a) seul",
        "a) un\nc) trois",
        "b) seul\n\nUn paragraphe.\n\nc) autre",
        "a)sans espace\nb)ni ici",
        "A. Diallo",
        "v 2",
        "+ 5 %",
        "+ 223 76 12 34 56",
        "1986. Une année",
        "2026) x",
        "-5 °C",
        "-\u{a0}5 °C",
    ] {
        check_text(text);
    }
    check_list("x\n– un", "x – un");
}

#[test]
fn dashes_are_a_list_beside_another_or_after_a_colon() {
    check_list("– un\n– deux", "• un\n• deux");
    check_list("— un\n— deux\n— trois", "• un\n• deux\n• trois");
    check_list("Reste à faire :\n– un", "Reste à faire :\n• un");
    check_list("**Reste à faire :**\n\n– un", "Reste à faire :\n• un");
    check_list("• un\n    – deux\n• trois", "• un\n  • deux\n• trois");
    check_list("-\u{a0}un\n-\u{a0}deux", "• un\n• deux");
    check_text("– Oui.\n\n– Non.");
}

#[test]
fn letters_are_a_list_in_a_sequence() {
    check(
        "a) un\nb) deux\n\nc) trois",
        "<ul class=\"lettres\">\n<li>a) un</li>\n<li>b) deux</li>\n<li>c) trois</li>\n</ul>",
        "- a) un\n- b) deux\n- c) trois",
    );
    check_list(
        "Soit :\nA)\tun\nB)\tdeux\nFin",
        "Soit :\nA) un\nB) deux Fin",
    );
    // A bracket alone is no letter.
    check_list("a) un\n) suite\nb) deux", "a) un ) suite\nb) deux");
    check_list("a) un\n• x\n• y\nb) deux", "a) un\n  • x\n  • y\nb) deux");
    assert!(to_html(&parse("- a) un\n- deux").blocks).starts_with("<ul>"));
}

#[test]
fn another_mark_or_more_indentation_is_a_deeper_list() {
    check_list(
        "•\tun\no\tdeux\n▪\ttrois\no\tquatre\n•\tcinq",
        "• un\n  • deux\n    • trois\n  • quatre\n• cinq",
    );
    check_list(
        "• un\n\t• deux\n\t\t• trois\n• quatre",
        "• un\n  • deux\n    • trois\n• quatre",
    );
    check_list(
        "1. un\n• a\n• b\n2. deux\n• c",
        "1. un\n  • a\n  • b\n2. deux\n  • c",
    );
    check_list("1. un\n   • a\n2. deux", "1. un\n  • a\n2. deux");
    check_list("• un\n1. a\n2. b\n• deux", "• un\n  1. a\n  2. b\n• deux");
    check_list("• un\n3. a\n• deux", "• un\n  3. a\n• deux");
    check_list(
        "Texte\n    - x\n        - y\n    - z",
        "Texte\n• x\n  • y\n• z",
    );
    check_list(" • un\n• deux", "• un\n• deux");
    // What Markdown sees is left to it.
    check_list("- a\n    - b", "• a\n  • b");
    check_list("1. a\n   - b\n\n     c", "1. a\n  • b\n  c");
}

#[test]
fn what_follows_a_list_of_word() {
    check_list(
        "• un ;\n• deux.\nLa séance reprend.",
        "• un ;\n• deux.\nLa séance reprend.",
    );
    check_list(
        "• un point qui se\npoursuit ici\n• deux",
        "• un point qui se poursuit ici\n• deux",
    );
    check_list("• un\n\n   suite\n\n• deux", "• un\nsuite\n• deux");
    check_list("• un\n\nTexte\n\n• deux", "• un\nTexte\n• deux");
    check_list("• un\n## Titre\n• deux", "• un\nTitre\n• deux");
}

#[test]
fn a_backslash_makes_text_of_a_mark() {
    check(
        "\\• un\n\\• deux",
        "<p>• un\n• deux</p>",
        "\\• un\n\\• deux",
    );
    check(
        "a\\) un\nb\\) deux",
        "<p>a) un\nb) deux</p>",
        "a\\) un\nb\\) deux",
    );
    // Within a quotation a mark is text, and remains so.
    check("> • a\n> • b", "<p>&gt; • a\n• b</p>", "\\> • a\n\\• b");
    check(
        "```\n• a\n```",
        "<p>```\n• a\n```</p>",
        "\\`\\`\\`\n\\• a\n\\`\\`\\`",
    );
}

#[test]
fn blanks_around_a_mark_are_those_of_the_space_bar() {
    for (input, plain) in [
        ("1.\u{a0}un\n2.\u{202f}deux", "1. un\n2. deux"),
        ("1)\u{3000}un\n2) deux", "1. un\n2. deux"),
        ("1.\u{200b}\u{a0}un", "1. un"),
        (
            "\u{200b}- un\n\u{feff}- deux\n\u{2060}- trois",
            "• un\n• deux\n• trois",
        ),
        ("\u{a0}\u{a0}- un\n\u{a0}\u{a0}- deux", "• un\n• deux"),
        ("-\u{200b} un\n- deux", "• un\n• deux"),
        ("•\u{3000}un\n•\u{2005}deux", "• un\n• deux"),
        ("- un\n\u{a0}\u{a0}- sous", "• un\n  • sous"),
        ("\u{a0}\u{a0}Texte", "Texte"),
        ("a\n\u{a0}b", "a b"),
        (
            "| a | b |\n|\u{a0}---\u{a0}|--\u{200b}-|\n| 1 | 2 |",
            "a | b\n1 | 2",
        ),
    ] {
        check_list(input, plain);
    }
    for text in [
        "1986.\u{a0}Fondation",
        "12\u{a0}000\u{a0}F sont dus",
        "12.\u{202f}500 F CFA sont versés.",
        "3)\u{a0}2 personnes",
        "-\u{a0}5 °C",
        "-\u{200b}un",
        "un\u{a0}: deux",
        "«\u{a0}un\u{a0}»",
        "\u{200e}un",
    ] {
        check_text(text);
    }
    // A cell may be set in.
    let table = to_plain(&parse("| a |\n|---|\n| \u{a0}\u{a0}b |").blocks);
    assert!(table.contains("\u{a0}\u{a0}b"), "{table}");
}

#[test]
fn a_line_on_which_nothing_is_seen_is_empty() {
    for blank in [
        "\u{a0}",
        "\u{3000}",
        "\u{200b}",
        "\u{feff}",
        "\u{200e}",
        "\u{a0} \u{200b}\t",
    ] {
        for text in [
            "Un\n\nDeux",
            "- un\n\n  suite",
            "a) un\nb) deux\n\nFin",
            "| a |\n|---|\n| b |\n\nFin",
        ] {
            let typed = text.replace("\n\n", &format!("\n{blank}\n"));
            assert_eq!(parse(&typed), parse(text), "{typed:?}");
        }
    }
    for text in ["un\u{a0}deux", "un\n\u{a0}deux", "\u{200b}un\ndeux"] {
        assert_eq!(parse(text).blocks.len(), 1, "{text:?}");
    }
}

#[test]
fn lists_that_follow_each_other_are_not_joined() {
    for (text, blocks) in [
        ("a) un\nb) deux\n\n- un\n- deux", 2),
        ("- un\n- deux\n\na) un\nb) deux", 2),
        ("• un\n• deux\n\na) x\nb) y\n\n• z", 3),
        ("+ un\n+ deux\n\na) x\nb) y\n\n+ z", 3),
        ("* un\n\na) x\nb) y\n\n- z", 3),
        ("a) un\nb) deux\n\na) trois\nb) quatre", 2),
        ("A) un\nB) deux\n\na) trois\nb) quatre", 2),
        (
            "a) un\nb) deux\n\n- un\n- deux\n\n1. un\n2. deux\n\na) un\nb) deux\n\n- x",
            5,
        ),
        ("a) un\nb) deux\n\nTexte\n\n- x", 3),
        // These go on.
        ("a) un\n\nb) deux\n\nc) trois", 1),
        ("a) un\nb) deux\n\n   suite", 1),
        ("- un\n\n- deux", 1),
        ("1. un\na) sous\nb) sous\n2. fin", 1),
    ] {
        let read = parse(text).blocks;
        assert_eq!(read.len(), blocks, "{text:?}");
        assert_eq!(parse(&to_markdown(&read)).blocks, read, "{text:?}");
    }
    let html = to_html(&parse("a) un\nb) deux\n\n- un\n- deux").blocks);
    assert!(html.contains("<ul class=\"lettres\">\n<li>a) un"), "{html}");
    assert!(html.contains("<ul>\n<li>un"), "{html}");
}

#[test]
fn several_line_ends_of_word_are_one() {
    for text in [
        "a\u{b}\u{b}b",
        "a\u{2028}\u{2028}b",
        "a\u{b}\u{2028}b",
        "a\u{2028}b\u{2028}",
    ] {
        assert_eq!(to_html(&parse(text).blocks), "<p>a<br>\nb</p>", "{text:?}");
    }
}

#[test]
fn a_line_end_of_word() {
    check("a\u{b}b\u{b}\nc", "<p>a<br>\nb\nc</p>", "a\\\nb\nc");
    check(
        "• a\u{b}b\n• c",
        "<ul>\n<li>a<br>\nb</li>\n<li>c</li>\n</ul>",
        "- a\\\n  b\n- c",
    );
    check("\u{b}a\u{b}", "<p>a</p>", "a");
}

#[test]
fn signs_stay() {
    check_untouched("C:\\dossier, a < b, 5 * 3, #3 fait");
    for text in [
        "3*12*5",
        "élu*es et invité*es",
        "\\\\serveur\\dossier",
        "voir C:\\\\dossier",
        "+ 5 %",
        "_a_b_",
        "a_b_c",
        "_final_.docx",
        "voir _final_.docx, __final__.docx",
        "_x0041_",
        "_X_.PDF",
        "_x00e9_t_x00E9_",
        "_2026_.xlsx",
        "<b>",
        "~x~",
        "2 ** 3",
        "> 5 cas",
        "> 5 cas\n> 3 décès",
        ">= 3",
        "1986. Une année\n1987. Une autre",
        "=====",
        "-----",
        "***",
        "* * *",
        "[note]",
        "(i)",
        "&eacute;",
        "a\\b",
    ] {
        let shown = to_plain(&parse(text).blocks);
        assert_eq!(shown, text.replace('\n', " "), "{text:?}");
    }
    assert_eq!(to_plain(&parse("Titre\n=====").blocks), "Titre\n=====");
    assert_eq!(
        to_plain(&parse("Titre\n-----\nTexte").blocks),
        "Titre\n-----\nTexte"
    );
    check_list("• + 5 %\n• 1986. Une année", "• + 5 %\n• 1986. Une année");
    // Around words a star is emphasis, two of them even within a word.
    check(
        "*élu*, **a**b",
        "<p><em>élu</em>, <strong>a</strong>b</p>",
        "*élu*, **a**b",
    );
    check(
        "_a_ __b__",
        "<p><em>a</em> <strong>b</strong></p>",
        "*a* **b**",
    );
    for text in [
        "_a_.",
        "_a_. Suite",
        "(_a_)",
        "_a_, b",
        "« _a_ »",
        "_a b_.",
        "_2026_",
        "_a_-là",
        "_CO2_",
        "_COVID19_",
        "_A1_, _x12_, _xylo_",
        "_urgent_.Relancer",
        "fin._début_ de phrase",
        "dossier/_v2_/a",
        "prix=_estimé_",
    ] {
        assert!(to_html(&parse(text).blocks).contains("<em>"), "{text}");
    }
    assert_eq!(to_plain(&parse("\\_a_.b").blocks), "_a_.b");
}

#[test]
fn what_cannot_be_said_is_named() {
    let unsaid = |text: &str| -> Vec<(UnsaidKind, String)> {
        parse(text)
            .unsaid
            .into_iter()
            .map(|one| (one.kind, one.text))
            .collect()
    };
    for (text, kind, named) in [
        ("voir ![plan](a.png).", UnsaidKind::Image, "![plan](a.png)"),
        ("dit[^1] ici", UnsaidKind::Footnote, "[^1]"),
        (
            "> une citation\n> longue",
            UnsaidKind::Quotation,
            "> une citation",
        ),
        ("```\ncode\n```", UnsaidKind::Code, "```"),
        ("un <b>mot</b>", UnsaidKind::Html, "<b>"),
        ("<div>\nx\n</div>", UnsaidKind::Html, "<div>"),
        ("<<un <b>mot</b>>>", UnsaidKind::Html, "<b>"),
        ("<<<mot>>>", UnsaidKind::Html, "<mot>"),
        ("<<mot> reste>>", UnsaidKind::Html, "<mot>"),
        ("<le <mot>>", UnsaidKind::Html, "<mot>"),
    ] {
        assert_eq!(unsaid(text), [(kind, named.to_owned())], "{text:?}");
    }
    for text in [
        "> 5 cas",
        "a > b",
        "# Titre",
        "`code`",
        "<http://x.org>",
        "<<urgent>>",
        "Le <<mot <<urgent>> reste>>.",
        "<<très urgent>>, <<b>>",
        "**<<gras>>** et (<<i>>)",
        "- <<un>>\n- <<deux>>",
        "| a |\n|---|\n| <<b>> |",
        "5 < 6",
        "[note]",
        "x[^ ]",
        "| a |\n|---|\n| b<br>c |",
        "• un",
    ] {
        assert_eq!(unsaid(text), [], "{text:?}");
    }
}
