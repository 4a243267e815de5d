//! What cannot be written.

use greffier::pdf::{self, PdfFault, Pictures};
use greffier::print::fonts::{Face, Fonts};
use greffier::print::page::{Mark, Role};

use crate::setter::Setter;

#[track_caller]
fn check(make: impl Fn(&mut Setter), expected: &PdfFault, said: &str) {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    make(&mut setter);
    let fault = pdf::write(&setter.finish(false), &fonts, &Pictures::default()).unwrap_err();
    assert_eq!(fault, *expected);
    assert_eq!(fault.to_string(), said);
}

#[test]
fn a_missing_glyph_is_never_a_silent_box() {
    let make = |setter: &mut Setter| {
        let paragraph = setter.element(Role::Paragraph, Some(0));
        setter.line("Réunion 日", Face::Bold, 10.0, Mark::Element(paragraph));
    };
    let expected = PdfFault::MissingGlyph {
        text: "日".into(),
        face: Face::Bold,
    };
    check(
        make,
        &expected,
        "la police (gras) n’a pas de signe pour « 日 »",
    );
}

#[test]
fn a_link_to_nowhere_is_a_fault() {
    let expected = PdfFault::UnknownAnchor("theme-9".into());
    let said = "un lien mène à « #theme-9 », qui n’est nulle part dans le document";
    check(|setter| setter.link("#theme-9", &["là"]), &expected, said);
}

#[test]
fn a_picture_that_nobody_brought_is_a_fault() {
    let expected = PdfFault::UnknownPicture("logo.png".into());
    check(
        |setter| setter.figure("logo.png", "Logo"),
        &expected,
        "l’image « logo.png » est introuvable",
    );
}
