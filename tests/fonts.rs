//! The faces: which characters they show, what they say of themselves, and the files that are refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop there"
)]

use std::collections::BTreeMap;

use greffier::print::fonts::{Face, FontFault, FontFaultKind, Fonts};

const BOLD: &[u8] = include_bytes!("../fonts/Inter-Bold.otf");

/// French, and the Latin letters of Bambara, Fulfulde, Songhay and Tamasheq, with the marks of tone.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôöœùûüÿ\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ\
    ɛɔɲŋɓɗƴɣǝʃʒḍṭṣẓḷḥšžčãẽĩõũỹƁƊƳƐƆƝŊƔƎƩƷḌṬṢẒ\
    \u{300}\u{301}\u{302}\u{303}\u{304}\u{308}\u{30c}\u{323}\
    0123456789.,;:!?…«»“”‘’'\"()[]{}–—-‑/\\&@#%‰§°*+=<>_|~€$£ªº¹²³½•▪■→×−±ʼ\
    \u{20}\u{a0}\u{202f}\u{2009}\u{ad}\u{200b}\n\t";

#[test]
fn every_letter_of_the_country_can_be_shown() {
    let fonts = Fonts::embedded();
    let missing: Vec<char> = LETTERS
        .chars()
        .filter(|&letter| !fonts.covers(letter))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn other_scripts_and_pictures_cannot() {
    let fonts = Fonts::embedded();
    for letter in ['م', 'ⵣ', '日', '😀', '\u{1}', '\u{7f}', '\u{fffff}'] {
        assert!(!fonts.covers(letter), "{letter:?}");
    }
}

#[test]
fn a_face_says_what_a_pdf_needs() {
    let fonts = Fonts::embedded();
    let names = Face::ALL.map(|face| fonts.face(face).name.clone());
    assert_eq!(
        names,
        [
            "Inter-Regular",
            "Inter-Bold",
            "Inter-Italic",
            "Inter-BoldItalic"
        ]
    );
    let regular = fonts.face(Face::Regular);
    assert!(regular.is_cff && regular.bytes().starts_with(b"OTTO"));
    assert_eq!((regular.units_per_em, regular.weight), (2816, 400));
    assert_eq!(
        (regular.ascent, regular.descent, regular.cap_height),
        (2728, -680, 2048)
    );
    assert_eq!((regular.italic_angle, regular.is_fixed_pitch), (0.0, false));
    assert!(regular.bounding_box[1] < -600 && regular.bounding_box[3] > 2000);
    assert!(fonts.face(Face::Italic).italic_angle < -5.0);
    assert_eq!(fonts.face(Face::Bold).weight, 700);
    assert_eq!(regular.advance(u16::MAX), 0);
}

fn fault(face: Face, file: &[u8]) -> FontFault {
    Fonts::with(&BTreeMap::from([(face, file.to_vec())])).unwrap_err()
}

/// The bold face with other rights of embedding.
fn licensed(fs_type: u16) -> Vec<u8> {
    let mut file = BOLD.to_vec();
    let record = file.windows(4).position(|tag| tag == b"OS/2").unwrap();
    let table = u32::from_be_bytes(file[record + 8..record + 12].try_into().unwrap()) as usize;
    file[table + 8..table + 10].copy_from_slice(&fs_type.to_be_bytes());
    file
}

#[test]
fn a_file_of_the_users_takes_the_place_of_one_face() {
    for rights in [0, 4, 8, 0x0c, 0x06] {
        let files = BTreeMap::from([(Face::Regular, licensed(rights))]);
        let fonts = Fonts::with(&files).unwrap();
        assert_eq!(fonts.face(Face::Regular).name, "Inter-Bold");
        assert_eq!(fonts.face(Face::Italic).name, "Inter-Italic");
        assert!(fonts.covers('ɛ'));
    }
}

#[test]
fn what_cannot_be_a_face_is_refused() {
    let cases: [(&[u8], FontFaultKind); 9] = [
        (b"", FontFaultKind::Unreadable),
        (b"ceci n'est pas une police", FontFaultKind::Unreadable),
        (&BOLD[..40_000], FontFaultKind::Unreadable),
        (b"wOF2....", FontFaultKind::Web),
        (b"ttcf....", FontFaultKind::Collection),
        (b"%!PS-AdobeFont-1.0", FontFaultKind::Old),
        (&licensed(2), FontFaultKind::Restricted),
        (&licensed(0x0200), FontFaultKind::Restricted),
        (&licensed(0x0104), FontFaultKind::NoSubsetting),
    ];
    for (file, kind) in cases {
        assert_eq!(fault(Face::Italic, file).kind, kind);
    }
}

#[test]
fn a_refusal_is_said_in_french() {
    let fault = fault(Face::BoldItalic, &licensed(2));
    assert_eq!(
        fault.to_string(),
        "la police grasse italique ne peut pas servir\u{a0}: la licence de la police interdit de la joindre à un document",
    );
    assert_eq!(
        fault.help(),
        "choisissez une police libre, ou demandez une licence à son auteur"
    );
}
