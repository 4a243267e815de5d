//! Pictures.

use greffier::pdf::{PictureFault, Pictures};
use greffier::print::fonts::Fonts;
use greffier::print::page::Item;

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

/// The same JPEG, from a telephone that was held otherwise.
fn held(orientation: u8) -> Vec<u8> {
    let mut file =
        b"\xFF\xD8\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    file.extend([orientation, 0, 0, 0, 0, 0, 0]);
    file.extend(&RGB[2..]);
    file
}

#[test]
fn a_picture_that_was_stored_on_its_side_stands_upright() {
    // Where the lower left corner of what is stored is seen, then its lower right and its upper left one.
    let corners = [
        (1, [[0, 0], [1, 0], [0, 1]]),
        (2, [[1, 0], [0, 0], [1, 1]]),
        (3, [[1, 1], [0, 1], [1, 0]]),
        (4, [[0, 1], [1, 1], [0, 0]]),
        (5, [[1, 1], [1, 0], [0, 1]]),
        (6, [[0, 1], [0, 0], [1, 1]]),
        (7, [[0, 0], [0, 1], [1, 0]]),
        (8, [[1, 0], [1, 1], [0, 0]]),
    ];
    let fonts = Fonts::embedded();
    for (orientation, seen) in corners {
        let mut pictures = Pictures::default();
        pictures.add("logo.png", &held(orientation)).unwrap();
        let size = if orientation < 5 { (3, 2) } else { (2, 3) };
        assert_eq!(pictures.size("logo.png"), Some(size));
        let mut setter = Setter::new(&fonts);
        setter.figure("logo.png", "Logo");
        let layout = setter.finish(false);
        let file = greffier::pdf::write(&layout, &fonts, &pictures).unwrap();
        let placed = layout.pages[0].items.iter().find_map(|item| match item {
            Item::Picture(picture) => Some(picture.clone()),
            _ => None,
        });
        let (placed, matrix) = (placed.unwrap(), matrix(&file));
        let bottom = layout.pages[0].height.0 - placed.y.0 - placed.height.0;
        for ([u, v], [x, y]) in [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]].into_iter().zip(seen) {
            let at = [0, 1].map(|axis| matrix[axis] * u + matrix[2 + axis] * v + matrix[4 + axis]);
            let wanted = [
                placed.x.0 + f64::from(x) * placed.width.0,
                bottom + f64::from(y) * placed.height.0,
            ];
            let is_near = at
                .iter()
                .zip(wanted)
                .all(|(at, wanted)| (at - wanted).abs() < 0.02);
            assert!(is_near, "{orientation}: {at:?}, not {wanted:?}");
        }
    }
}

/// What the picture of the first page is scaled, turned and moved by.
fn matrix(file: &[u8]) -> [f64; 6] {
    let reader = crate::reader::Reader::new(file);
    let content = reader.content(0);
    let mut numbers = Vec::new();
    let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    for word in content.split_whitespace() {
        match word {
            "cm" => {
                let own: [f64; 6] = numbers.split_off(numbers.len() - 6).try_into().unwrap();
                if own != [1.0, 0.0, 0.0, 1.0, 0.0, 0.0] {
                    matrix = own;
                }
            }
            "Do" => return matrix,
            _ => numbers.extend(word.parse::<f64>()),
        }
    }
    panic!("no picture");
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
