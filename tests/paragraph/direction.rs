//! Words that run from right to left: where their letters stand, in which order they are read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use greffier::print::fonts::{Face, Fonts};
use greffier::print::line::{Align, Line, Span};
use greffier::print::paragraph::set;
use proptest::prelude::*;

use crate::tools::{measure, read, span};

const FONT: &[u8] = include_bytes!("../fonts/DejaVuSans-Subset.ttf");

/// A font that holds Hebrew, Arabic and N’Ko too.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = Face::ALL.map(|face| (face, FONT.to_vec()));
    Fonts::with(&BTreeMap::from(files)).unwrap()
});

pub(crate) fn lines(spans: &[Span], width: f64) -> Vec<Line> {
    set(&FONTS, spans, &measure(width, Align::Left))
}

/// The letters of a line from left to right, each with the marks and the ligature it is drawn with.
pub(crate) fn seen(line: &Line) -> String {
    let mut letters: Vec<(f64, String)> = Vec::new();
    for run in &line.runs {
        let mut pen = run.x.0;
        for glyph in &run.glyphs {
            match letters.last_mut() {
                Some((_, letter)) if glyph.text.is_empty() => letter.push_str(&glyph.text),
                _ => letters.push((pen + glyph.x_offset.0, glyph.text.to_string())),
            }
            pen += glyph.advance.0;
        }
    }
    letters.sort_by(|one, other| one.0.total_cmp(&other.0));
    letters.into_iter().map(|(_, letter)| letter).collect()
}

/// As the algorithm's own examples and test files have them (UAX #9, paragraphs from left to right): capitals stand for Hebrew letters.
const CASES: [(&str, &str); 22] = [
    ("car is THE CAR in hebrew", "car is RAC EHT in hebrew"),
    (
        "he said ”THE VALUES ARE 123, 456, 789, OK”.",
        "he said ”KO ,789 ,456 ,123 ERA SEULAV EHT”.",
    ),
    ("ABC", "CBA"),
    ("a ABC", "a CBA"),
    ("ABC a", "CBA a"),
    ("ABC a DEF", "CBA a FED"),
    ("ABC 12", "12 CBA"),
    ("12 ABC", "12 CBA"),
    ("ABC 12 DEF", "FED 12 CBA"),
    ("a 12 ABC", "a 12 CBA"),
    ("ABC 1,5 DEF", "FED 1,5 CBA"),
    ("ABC 5% DEF", "FED 5% CBA"),
    ("ABC -5 DEF", "FED 5- CBA"),
    ("ABC.", "CBA."),
    ("ABC!", "CBA!"),
    ("!ABC", "!CBA"),
    ("ABC, DEF.", "FED ,CBA."),
    ("(ABC)", "(CBA)"),
    ("a (ABC) b", "a (CBA) b"),
    ("ABC (DEF) GHI", "IHG (FED) CBA"),
    ("ABC (a) DEF", "CBA (a) FED"),
    ("ABC-a-DEF", "CBA-a-FED"),
];

fn hebrew(text: &str) -> String {
    let letter = |one: char| match one {
        'A'..='Z' => char::from_u32(0x5d0 + (u32::from(one) - 65)).unwrap(),
        _ => one,
    };
    text.chars().map(letter).collect()
}

/// A pair of brackets as it is drawn within words that run to the left is that of the other side.
fn mirrored(text: &str) -> String {
    let other = |one| match one {
        '(' => ')',
        ')' => '(',
        _ => one,
    };
    text.chars().map(other).collect()
}

#[test]
fn words_stand_where_the_algorithm_puts_them() {
    for (typed, shown) in CASES {
        let lines = lines(&[span(&hebrew(typed))], 1e6);
        let is_within = typed.starts_with("ABC (D");
        let letters = seen(&lines[0]);
        let letters = if is_within {
            mirrored(&letters)
        } else {
            letters
        };
        assert_eq!(letters, hebrew(shown), "{typed}");
        assert_eq!(read(&lines), hebrew(typed));
    }
}

/// Rows of Unicode's own test file (`BidiCharacterTest`, 18.0.0), of paragraphs that run from left to right: the signs, and their order from
/// left to right. Its examples, brackets and figures, but for those that hold formatting signs or dice.
const ROWS: [(&str, &str); 40] = [
    (
        "05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068",
        "1 0 2 4 3 5 6 7 8 9 10 11 12 13",
    ),
    (
        "0061 0062 0063 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 05D0 05D1 05D2",
        "0 1 2 3 4 5 6 7 8 11 10 9 12 13 16 15 14",
    ),
    (
        "05D0 05D1 05D2 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 0061 0062 0063",
        "2 1 0 3 4 5 6 7 8 11 10 9 12 13 14 15 16",
    ),
    (
        "0061 0062 0063 0020 0028 0627 0628 062C 0020 0064 0065 0066 0029 0020 05D0 05D1 05D2",
        "0 1 2 3 4 7 6 5 8 9 10 11 12 13 16 15 14",
    ),
    (
        "05D0 05D1 05D2 0020 0028 0627 0628 062C 0020 0064 0065 0066 0029 0020 0061 0062 0063",
        "2 1 0 3 4 7 6 5 8 9 10 11 12 13 14 15 16",
    ),
    (
        "0627 0628 062C 0020 0062 006F 006F 006B 0028 0073 0029",
        "2 1 0 3 4 5 6 7 8 9 10",
    ),
    ("062A 0031 002F 0032", "1 2 3 0"),
    ("0661 002D 0031", "0 1 2"),
    ("05D0 0020 0031 002D 0032", "2 3 4 1 0"),
    (
        "0061 0028 05D0 005B 05D1 005D 0021 0029 0062",
        "0 1 5 4 3 2 6 7 8",
    ),
    (
        "05D0 0028 0061 005B 0062 005D 0021 0029 05D1",
        "0 1 2 3 4 5 6 7 8",
    ),
    ("0061 0028 0661 0029", "0 1 2 3"),
    ("0661 0028 0061 0029", "0 1 2 3"),
    ("05D0 0028 0031 0029", "3 2 1 0"),
    ("05D0 0028 0661 0029", "3 2 1 0"),
    ("0031 0028 05D0 0029", "0 1 2 3"),
    ("0661 0028 05D0 0029", "3 2 1 0"),
    ("0028 0031 0029 05D0", "0 1 2 3"),
    ("0028 0661 0029 05D0", "0 1 2 3"),
    ("0028 05D0 0029 0031", "0 1 2 3"),
    ("0028 05D0 0029 0661", "0 1 2 3"),
    ("0028 05D0 0029 0020 0031 002E 0032", "0 1 2 3 4 5 6"),
    ("0028 05D0 0029 0020 0031 002A 0032", "0 1 2 3 6 5 4"),
    ("0028 05D0 0029 0020 0031 002D 0032", "0 1 2 3 4 5 6"),
    ("0028 05D0 0627 0029 0020 0031 002D 0032", "0 2 1 3 4 7 6 5"),
    ("0627 0028 0661 0029", "3 2 1 0"),
    ("0661 0028 0627 0029", "3 2 1 0"),
    ("0028 0627 0029 0020 0031 002E 0032", "0 1 2 3 4 5 6"),
    ("0028 0627 0029 0020 0031 002A 0032", "0 1 2 3 6 5 4"),
    ("0028 0627 05D0 0029 0020 0031 002D 0032", "0 2 1 3 4 5 6 7"),
    ("0031 0661 0028 0627 0029", "0 4 3 2 1"),
    ("05D0 0029 0020 0028 0661 0029", "5 4 3 2 1 0"),
    ("0627 0028 0661 003F 0020 0029 005D", "5 4 3 2 1 0 6"),
    (
        "0061 0028 0062 005B 0063 05D0 0064 005D 0065 0029 0066",
        "0 1 2 3 4 5 6 7 8 9 10",
    ),
    (
        "05D0 0028 05D1 005B 05D2 0061 05D3 005D 05D4 0029 05D5",
        "0 1 2 3 4 5 6 7 8 9 10",
    ),
    ("05D0 0028 05D1 0029", "3 2 1 0"),
    ("05D0 0028 0029 05D1", "3 2 1 0"),
    ("0028 05D0 0029 05D1", "0 1 2 3"),
    ("0061 0028 05D0 0029", "0 1 2 3"),
    ("05D0 0028 0061 0029", "0 1 2 3"),
];

#[test]
fn signs_stand_where_unicode_puts_them() {
    for (signs, order) in ROWS {
        let sign = |code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        let signs: Vec<char> = signs.split(' ').map(sign).collect();
        let order = order
            .split(' ')
            .map(|place| signs[place.parse::<usize>().unwrap()]);
        let typed: String = signs.iter().collect();
        let lines = lines(&[span(&typed)], 1e6);
        assert_eq!(seen(&lines[0]), order.collect::<String>(), "{typed:?}");
        assert_eq!(read(&lines), typed);
    }
}

#[test]
fn letters_are_joined_with_each_other() {
    let shapes = |text: &str| {
        let lines = lines(&[span(text)], 1e6);
        let glyphs = lines[0].runs[0].glyphs.iter().map(|glyph| glyph.id);
        glyphs.collect::<Vec<u16>>()
    };
    for letter in ["\u{628}", "\u{7d3}"] {
        let three = shapes(&letter.repeat(3));
        let one = shapes(letter)[0];
        assert_eq!(three.len(), 3);
        assert!(!three.contains(&one), "{letter}: initial, medial, final");
        assert!(three[0] != three[1] && three[1] != three[2]);
    }
    // Lam and alef are one sign.
    assert_eq!(shapes("\u{644}\u{627}").len(), 1);
}

#[test]
fn a_line_ends_between_words_and_each_is_turned_by_itself() {
    let text = hebrew("ABCDE FGHIJ KLMNO PQRST UVWXY");
    let lines = lines(&[span(&text)], 75.0);
    assert!(lines.len() > 1);
    let first = seen(&lines[0]);
    assert!(first.trim().ends_with(&hebrew("A")), "{first}");
    assert_eq!(read(&lines), text);
}

#[test]
fn a_link_lies_over_its_words() {
    let mut link = span(&hebrew("ABC"));
    link.mark = greffier::print::page::Mark::Element(7);
    link.link = Some((7, "https://example.org".into()));
    let lines = lines(&[span(&hebrew("DEF ")), link, span(" a")], 1e6);
    let area = &lines[0].links[0];
    // The words of the link come second, and so stand to the left of those before.
    assert!(area.x.0.abs() < 0.01, "{area:?}");
    assert!((area.width.0 - lines[0].runs[1].width().0).abs() < 0.01);
}

#[test]
fn words_in_nko_say_how_they_are_read() {
    let text = "Mme \u{7de}\u{7ca}\u{7f2}\u{7d5}\u{7cd} \u{7db}\u{7ce}\u{7df}\u{7cf} est l\u{e0}";
    let lines = lines(&[span(text)], 1e6);
    let said = lines[0]
        .runs
        .iter()
        .filter_map(|run| run.actual_text.as_deref());
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["\u{7de}\u{7ca}\u{7f2}\u{7d5}\u{7cd} \u{7db}\u{7ce}\u{7df}\u{7cf}"]
    );
    assert_eq!(read(&lines), text);
}

#[test]
fn what_cannot_be_set_well_is_not_covered() {
    for letter in ['\u{628}', '\u{7d3}', '\u{5d0}'] {
        assert!(FONTS.covers(letter), "{letter}");
        assert!(!Fonts::embedded().covers(letter));
    }
    // A font without what joins its letters: its table of substitutions is called otherwise.
    let mut file = FONT.to_vec();
    let record = file.windows(4).position(|tag| tag == b"GSUB").unwrap();
    file[record..record + 4].copy_from_slice(b"GSUX");
    let files = Face::ALL.map(|face| (face, file.clone()));
    let fonts = Fonts::with(&BTreeMap::from(files)).unwrap();
    assert!(!fonts.covers('\u{7d3}') && fonts.covers('\u{5d0}') && fonts.covers('a'));
}

/// Words of all four scripts, with figures and signs.
const WORDS: &str =
    "[a-zé]{1,6}|[א-ת]{1,6}|[ب-غ]{1,6}|[\u{7ca}-\u{7e0}]{1,6}|[0-9]{1,4}|[(«,.!%+-]";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_is_lost_and_nothing_leaves_its_line(words in prop::collection::vec(WORDS, 1..20), width in 20.0..400.0) {
        let text = words.join(" ");
        let lines = lines(&[span(&text)], width);
        prop_assert_eq!(read(&lines), text);
        for line in &lines {
            let start = line.runs.first().map_or(0.0, |run| run.x.0);
            let end = line.runs.last().map_or(0.0, |run| run.x.0 + run.width().0);
            for run in &line.runs {
                let mut pen = run.x.0;
                for glyph in run.glyphs.iter().filter(|glyph| glyph.advance.0 > 0.0) {
                    let left = pen + glyph.x_offset.0;
                    prop_assert!(left > start - 3.0 && left + glyph.advance.0 < end + 3.0);
                    pen += glyph.advance.0;
                }
            }
        }
    }
}
