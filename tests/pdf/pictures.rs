//! Pictures.

use greffier::pdf::{PictureFault, Pictures};
use greffier::print::fonts::Fonts;

use crate::reader::entries::{Entries, unpacked};
use crate::setter::Setter;
use crate::{read_back, samples};

/// A JPEG of 3 × 2 pixels as far as a reader of its header looks: start, a comment, the frame.
fn jpeg(components: u8) -> Vec<u8> {
    let mut file = b"\xFF\xD8\xFF\xFE\x00\x04ab\xFF\xC2\x00\x11\x08\x00\x02\x00\x03".to_vec();
    file.push(components);
    file.extend([0; 9]);
    file
}

#[test]
fn a_picture_that_shines_through_has_a_mask_and_its_words() {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    setter.figure("logo.png", "Logo « du » cluster");
    let reader = read_back(&setter.finish(false), &fonts);
    assert_eq!(
        reader.structure(),
        "Document\n  Figure Alt=Logo « du » cluster Placement=Block BBox=…\n    “”\n"
    );
    let page = reader.page(0);
    let objects = page.dictionary("Resources").dictionary("XObject");
    let name = objects.keys().next().unwrap();
    let picture = objects.stream(name.as_str());
    assert_eq!(unpacked(&picture).len(), 8 * 4 * 3);
    let mask = unpacked(&picture.dict().stream("SMask"));
    assert_eq!((mask.len(), mask[0], mask[31]), (32, 100, 255));
}

#[test]
fn sizes_are_known() {
    let mut pictures = Pictures::default();
    pictures.add("a", &samples::logo()).unwrap();
    pictures.add("b", &jpeg(3)).unwrap();
    pictures.add("c", &jpeg(1)).unwrap();
    let sizes = ["a", "b", "c", "d"].map(|name| pictures.size(name));
    assert_eq!(sizes, [Some((8, 4)), Some((3, 2)), Some((3, 2)), None]);
}

#[test]
fn what_cannot_be_shown_is_refused() {
    let fault = |file: &[u8]| Pictures::default().add("a", file).unwrap_err();
    assert_eq!(fault(b"GIF89a"), PictureFault::UnknownFormat);
    assert_eq!(fault(&jpeg(4)), PictureFault::PrinterColors);
    let whole = jpeg(3);
    let logo = samples::logo();
    for end in 2..16 {
        assert!(
            matches!(fault(&whole[..end]), PictureFault::Damaged(_)),
            "{end}"
        );
    }
    for end in 4..logo.len() - 20 {
        assert!(
            matches!(fault(&logo[..end]), PictureFault::Damaged(_)),
            "{end}"
        );
    }
}
