//! Pictures.

use greffier::pdf::{PictureFault, Pictures};
use greffier::print::fonts::Fonts;

use crate::reader::entries::{Entries, unpacked};
use crate::setter::Setter;
use crate::{read_back, samples};

/// JPEGs of 3 × 2 pixels, of one colour.
const RGB: &[u8] = include_bytes!("jpeg/rgb.jpg");
const GREY: &[u8] = include_bytes!("jpeg/grey.jpg");
const FOR_PRINTERS: &[u8] = include_bytes!("jpeg/cmyk.jpg");
/// JPEGs that hold something.
const NOISE: &[u8] = include_bytes!("jpeg/noise.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("jpeg/progressive.jpg");

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
    pictures.add("b", RGB).unwrap();
    pictures.add("c", GREY).unwrap();
    let sizes = ["a", "b", "c", "d"].map(|name| pictures.size(name));
    assert_eq!(sizes, [Some((8, 4)), Some((3, 2)), Some((3, 2)), None]);
}

#[test]
fn what_cannot_be_shown_is_refused() {
    let fault = |file: &[u8]| Pictures::default().add("a", file).unwrap_err();
    assert_eq!(fault(b"GIF89a"), PictureFault::UnknownFormat);
    assert_eq!(fault(FOR_PRINTERS), PictureFault::PrinterColors);
    let logo = samples::logo();
    for whole in [RGB, GREY, NOISE, PROGRESSIVE, &logo] {
        assert!(Pictures::default().add("a", whole).is_ok());
        for end in 4..whole.len() - 1 {
            assert!(
                matches!(fault(&whole[..end]), PictureFault::Damaged(_)),
                "{end} of {}",
                whole.len()
            );
        }
    }
}
