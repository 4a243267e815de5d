//! The text: what is extracted is what was set, and each glyph stands where the layout says.

use greffier::print::fonts::{Face, Fonts};
use greffier::print::line::{Align, Cutting, Measure, Span};
use greffier::print::page::{Item, Mark, Role};
use greffier::print::paragraph;
use greffier::print::units::{Color, Pt};

use crate::reader::entries::{Entries, unpacked};
use crate::setter::Setter;
use crate::{read_back, samples};

/// All text that belongs to elements, in order.
#[track_caller]
fn check(texts: &[&str], face: Face) {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    let paragraph = setter.element(Role::Paragraph, Some(0));
    for text in texts {
        setter.line(text, face, 10.0, Mark::Element(paragraph));
    }
    let reader = read_back(&setter.finish(false), &fonts);
    let read: String = reader.stretches[0].values().map(String::as_str).collect();
    assert_eq!(read, texts.concat());
}

#[test]
fn ligatures_give_all_their_letters() {
    for face in Face::ALL {
        check(
            &["efficace, difficile, flèche, affluent, œuvre, Œuvre, 1/2, -> => !="],
            face,
        );
    }
}

#[test]
fn small_spaces_and_no_break_signs_stay_what_they_are() {
    for face in Face::ALL {
        check(
            &["12\u{202f}500\u{202f}000\u{a0}% ; dit\u{2011}on «\u{202f}oui\u{202f}» - – — l’a"],
            face,
        );
    }
}

#[test]
fn letters_of_the_country_keep_their_tones() {
    check(
        &[
            "ɛ ɔ ɲ ŋ ɓ ɗ ƴ ɣ ǝ ʃ ʒ ḍ ṭ Ɛ Ɔ Ɲ Ŋ",
            "ɛ\u{301} ɔ\u{300} ɛ\u{303}\u{300} a\u{300} à e\u{323}",
        ],
        Face::Regular,
    );
}

#[test]
fn one_glyph_may_stand_for_two_texts() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    let paragraph = setter.element(Role::Paragraph, Some(0));
    let mut run = setter.run("a b c d e", Face::Regular, 10.0, Mark::Element(paragraph));
    run.glyphs[3].text = "\u{a0}".into();
    run.glyphs[8].text = "Δ𝄞".into();
    setter.add(Item::Text(run));
    let reader = read_back(&setter.finish(false), &fonts);
    let read: String = reader.stretches[0].values().map(String::as_str).collect();
    assert_eq!(read, "a b\u{a0}c d Δ𝄞");
}

#[test]
fn a_character_of_several_glyphs_is_read_once() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    let paragraph = setter.element(Role::Paragraph, Some(0));
    let mut run = setter.run("xd.y", Face::Regular, 10.0, Mark::Element(paragraph));
    run.glyphs[1].text = "ḍ".into();
    run.glyphs[2].text = "".into();
    setter.add(Item::Text(run));
    let reader = read_back(&setter.finish(false), &fonts);
    let read: Vec<&str> = reader.stretches[0].values().map(String::as_str).collect();
    assert_eq!(read, ["x", "ḍ", "y"]);
}

#[test]
fn a_hyphen_of_the_layout_is_read_as_a_soft_one() {
    let fonts = Fonts::embedded();
    let structure = read_back(&samples::minutes(&fonts), &fonts).structure();
    let end = "  P\n    “La coordina”\n    “\u{ad}”\n    “tion des ”\n    Span Lang=en\n      “early recovery”\n";
    assert!(structure.ends_with(end), "{structure}");
}

/// A paragraph as `print` sets it: justified, hyphenated, with a bold part that a line break falls into.
#[test]
fn a_set_paragraph_is_read_as_it_was_written() {
    let fonts = Fonts::embedded();
    let text = samples::SENTENCE;
    let (head, tail) = text.split_at(text.find("activités").unwrap());
    for width in [70.0, 120.0, 300.0] {
        let mut setter = Setter::new(&fonts);
        let paragraph = setter.element(Role::Paragraph, Some(0));
        let span = |text: &str, face: Face| Span {
            text: text.to_owned(),
            face,
            size: Pt(9.0),
            color: Color::default(),
            rise: Pt::ZERO,
            cutting: Cutting::Text,
            mark: Mark::Element(paragraph),
            link: None,
        };
        let measure = Measure {
            width: Pt(width),
            leading: Pt(11.0),
            align: Align::Justified,
        };
        let spans = [span(head, Face::Bold), span(tail, Face::Regular)];
        let mut top = Pt(60.0);
        for line in paragraph::set(&fonts, &spans, &measure) {
            for mut run in line.runs {
                run.x += Pt(60.0);
                run.y += top;
                setter.add(Item::Text(run));
            }
            top += line.height;
        }
        let reader = read_back(&setter.finish(false), &fonts);
        let stretches = reader.stretches[0].values();
        let read: String = stretches
            .filter(|text| *text != "\u{ad}")
            .map(String::as_str)
            .collect();
        assert_eq!(read, text);
    }
}

/// Within a hundredth of a point, justified lines and kerning included: no error adds up.
#[test]
fn each_glyph_stands_where_the_layout_says() {
    let fonts = Fonts::embedded();
    let layout = samples::minutes(&fonts);
    let reader = read_back(&layout, &fonts);
    for (page, read) in layout.pages.iter().zip(&reader.glyphs) {
        let mut read = read.iter();
        for item in &page.items {
            let Item::Text(run) = item else { continue };
            let mut x = run.x.0;
            for glyph in &run.glyphs {
                let ([left, bottom], text) = read.next().unwrap();
                if run.angle == 0.0 {
                    let wanted = [x + glyph.x_offset.0, page.height.0 - run.y.0];
                    assert!(
                        (left - wanted[0]).abs() < 0.011,
                        "{text} stands at {left}, not at {wanted:?}"
                    );
                    assert!(
                        (bottom - wanted[1]).abs() < 0.011,
                        "{text} stands at {bottom}, not at {wanted:?}"
                    );
                }
                x += glyph.advance.0;
            }
        }
        assert!(read.next().is_none());
    }
}

#[test]
fn fonts_are_embedded_subsets_with_all_that_a_reader_needs() {
    let fonts = Fonts::embedded();
    let reader = read_back(&samples::minutes(&fonts), &fonts);
    let list = reader.page(0).dictionary("Resources").dictionary("Font");
    assert_eq!(list.len(), 3, "regular, bold, italic");
    for key in list.keys() {
        let font = list.dictionary(key.as_str());
        let name = font.name("BaseFont");
        let (tag, _) = name.split_once('+').unwrap();
        assert!(
            tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()),
            "{name}"
        );
        let descendant = font.list("DescendantFonts")[0].clone();
        let descendant = descendant.into_dict().unwrap();
        assert!(!descendant.has("DW"), "each glyph has its own width");
        let descriptor = descendant.dictionary("FontDescriptor");
        assert_eq!(descriptor.name("FontName"), name);
        assert!(descriptor.stream("FontFile3").raw_data().len() > 1000);
        let height = descriptor.integer("CapHeight");
        assert!((700..760).contains(&height), "{height}");
        let small = descriptor.integer("XHeight");
        assert!((520..600).contains(&small), "{small}");
        assert!(descriptor.integer("Ascent") > height);
        assert!(descriptor.integer("Descent") < 0);
        let angle = descriptor.number("ItalicAngle");
        assert_eq!(angle != 0.0, name.contains("Italic"));
        assert!(matches!(descriptor.integer("Flags"), 4 | 68));
    }
}

/// ISO 32000-1, 9.10.3 and the technical note on character maps: no more than 100 lines in a block, as many as it says.
#[test]
fn the_texts_of_glyphs_stand_in_blocks_of_a_hundred() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    let paragraph = setter.element(Role::Paragraph, Some(0));
    for start in ['!', 'À', 'Ā'] {
        let letters = (start..).filter(|letter| letter.is_alphabetic()).take(50);
        let letters: String = letters.collect();
        setter.line(&letters, Face::Regular, 8.0, Mark::Element(paragraph));
    }
    let reader = read_back(&setter.finish(false), &fonts);
    let list = reader.page(0).dictionary("Resources").dictionary("Font");
    let map = unpacked(&list.dictionary("F1").stream("ToUnicode"));
    let map = String::from_utf8(map).unwrap();
    let mut sizes = Vec::new();
    for block in map
        .split("endbfchar")
        .filter(|block| block.contains("beginbfchar"))
    {
        let (head, lines) = block.split_once(" beginbfchar\n").unwrap();
        let said = head.lines().last().unwrap().parse::<usize>().unwrap();
        assert_eq!(lines.lines().count(), said);
        sizes.push(said);
    }
    assert!(sizes.len() > 1 && sizes[0] == 100, "{sizes:?}");
    assert!(sizes.iter().all(|&size| size <= 100), "{sizes:?}");
}
