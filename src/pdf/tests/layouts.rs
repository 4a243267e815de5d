//! Layouts that contradict themselves.

use super::sound_layout;
use crate::pdf::misshapen::{Misshapen, Part};
use crate::pdf::{PdfFault, Pictures, content, subset, write};
use crate::print::Layout;
use crate::print::fonts::{Face, Fonts};
use crate::print::page::{Item, Mark, Picture, TextRun};
use crate::print::units::Pt;

const NOWHERE: usize = 999;

#[track_caller]
fn check(contradict: impl FnOnce(&mut Layout), expected: Part) {
    let fonts = Fonts::embedded();
    let mut layout = sound_layout(&fonts);
    contradict(&mut layout);
    let written = write(&layout, &fonts, &Pictures::default());
    let missing = Misshapen::Missing(expected);
    assert_eq!(written, Err(PdfFault::Misshapen(missing)));
}

/// The first text of the layout.
fn run(layout: &mut Layout) -> &mut TextRun {
    let runs = layout.pages[0].items.iter_mut();
    let mut runs = runs.filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    });
    runs.next().unwrap()
}

#[test]
fn a_text_belongs_to_an_element_that_is_there() {
    let part = Part::Element(NOWHERE);
    check(|layout| run(layout).mark = Mark::Element(NOWHERE), part);
}

#[test]
fn a_link_belongs_to_an_element_that_is_there() {
    let move_links = |layout: &mut Layout| {
        for item in &mut layout.pages[0].items {
            if let Item::Link(area) = item {
                area.element = NOWHERE;
            }
        }
    };
    check(move_links, Part::Element(NOWHERE));
}

#[test]
fn a_text_has_a_size() {
    check(|layout| run(layout).size = Pt(0.0), Part::SizeOfText(1));
}

#[test]
fn a_parent_precedes_its_children() {
    check(
        |layout| layout.elements[1].parent = Some(1),
        Part::Parent(1),
    );
    check(
        |layout| layout.elements[1].parent = Some(2),
        Part::Parent(1),
    );
}

#[test]
fn an_anchor_and_a_heading_stand_on_a_page() {
    let part = Part::Page(NOWHERE + 1);
    check(|layout| layout.destinations[0].page = NOWHERE, part);
    check(|layout| layout.outline[0].page = NOWHERE, part);
}

/// The pages are drawn with what was cut from the pages, and from no others.
#[test]
fn a_glyph_that_was_not_cut_is_told() {
    let fonts = Fonts::embedded();
    let layout = sound_layout(&fonts);
    let none = subset::of_pages(&[], &fonts).unwrap();
    let drawn = content::of_pages(&layout, &none, &Pictures::default());
    let mut other = layout.clone();
    let face = run(&mut other).face;
    let missing = |part| PdfFault::Misshapen(Misshapen::Missing(part));
    assert_eq!(drawn.unwrap_err(), missing(Part::Font(face)));
    let glyph = run(&mut other).glyphs[0].id;
    let cut = subset::of_pages(&layout.pages, &fonts).unwrap();
    let unused = (1..).find(|&id| cut.get(face).unwrap().code(id).is_none());
    assert_ne!(unused, Some(glyph));
    run(&mut other).glyphs[0].id = unused.unwrap();
    let drawn = content::of_pages(&other, &cut, &Pictures::default());
    assert_eq!(
        drawn.unwrap_err(),
        missing(Part::Glyph(face, unused.unwrap()))
    );
}

#[test]
fn a_picture_that_is_not_at_hand_is_told() {
    let fonts = Fonts::embedded();
    let mut layout = sound_layout(&fonts);
    layout.pages[0].items.push(Item::Picture(Picture {
        mark: Mark::Artifact,
        source: "logo.png".into(),
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(1.0),
        height: Pt(1.0),
    }));
    let unknown = PdfFault::UnknownPicture("logo.png".into());
    let pictures = Pictures::default();
    assert_eq!(write(&layout, &fonts, &pictures), Err(unknown.clone()));
    let names = ["logo.png"].into();
    assert_eq!(pictures.resources(&names).unwrap_err(), unknown);
}

#[test]
fn the_user_is_asked_to_send_the_file() {
    let send = "envoyez ce fichier à ceux qui tiennent le programme, pour qu’ils le corrigent";
    for (part, said) in [
        (
            Misshapen::Missing(Part::OfFont(Face::Bold, "ToUnicode")),
            "Font Bold, ToUnicode : absent",
        ),
        (
            Misshapen::OtherKind {
                part: Part::OfPage(2, "Resources"),
                expected: "Reference",
                found: "Null",
            },
            "page 2, Resources : Reference attendu, Null trouvé",
        ),
        (
            Misshapen::OtherCount {
                part: Part::Links,
                expected: 3,
                found: 2,
            },
            "Annots : 3 attendus, 2 trouvés",
        ),
    ] {
        let said = format!("ses parties ne vont pas ensemble [{said}] ; {send}");
        assert_eq!(PdfFault::Misshapen(part).to_string(), said);
    }
    let assembly = PdfFault::from(std::io::Error::other("full"));
    let said = format!("il n’a pas pu être assemblé [full] ; {send}");
    assert_eq!(assembly.to_string(), said);
}
