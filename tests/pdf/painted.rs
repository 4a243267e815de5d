//! What is painted beside the text, as the operators of the pages say it: one on each line.

use greffier::print::fonts::Fonts;
use greffier::print::page::{FilledBox, Item};
use greffier::print::units::{Color, Pt};

use crate::read_back;
use crate::reader::entries::{Entries, number};
use crate::reader::{Reader, kids};
use crate::setter::Setter;

fn painted(make: impl FnOnce(&mut Setter)) -> Reader {
    let fonts = Fonts::embedded();
    let mut setter = Setter::new(&fonts);
    make(&mut setter);
    read_back(&setter.finish(false), &fonts)
}

#[track_caller]
fn check_stands_together(reader: &Reader, lines: &str) {
    let content = reader.content(0);
    assert!(content.contains(lines), "{lines} is not in {content}");
}

#[test]
fn a_box_is_decoration_in_its_colour() {
    let orange = Color {
        red: 255,
        green: 128,
        blue: 0,
    };
    let reader = painted(|setter| {
        setter.add(Item::Box(FilledBox {
            x: Pt(56.0),
            y: Pt(100.0),
            width: Pt(200.0),
            height: Pt(20.0),
            color: orange,
        }));
    });
    check_stands_together(
        &reader,
        "\n/Artifact BMC\n1 0.502 0 rg\n56 721.89 200 20 re\nf\nEMC\n",
    );
}

/// A rule thinner than what the file can say would otherwise be gone.
#[test]
fn what_is_thin_stays_visible() {
    let reader = painted(|setter| {
        setter.add(Item::Box(FilledBox {
            x: Pt(56.0),
            y: Pt(100.0),
            width: Pt(0.001),
            height: Pt(0.001),
            color: Color::default(),
        }));
    });
    check_stands_together(&reader, "\n56 741.89 0.01 0.01 re\n");
}

#[test]
fn a_picture_fills_its_place_and_says_where_it_is() {
    let reader = painted(|setter| setter.figure("logo.png", "Logo"));
    check_stands_together(&reader, "\nq\n60 0 0 30 56 755.89 cm\n/P");
    let root = reader.catalog().dictionary("StructTreeRoot");
    let document = kids(&root)[0].clone().into_dict().unwrap();
    let figure = kids(&document)[0].clone().into_dict().unwrap();
    let place = figure.dictionary("A").list("BBox");
    let place: Vec<f64> = place.iter().map(number).collect();
    assert_eq!(place, [56.0, 755.89, 116.0, 785.89]);
}

#[test]
fn running_headers_and_footers_are_told_apart() {
    let reader = painted(|_| {});
    let content = reader.content(0);
    let begin = |kind: &str| format!("/Artifact<</Subtype/{kind}/Type/Pagination>>BDC\n");
    let header = content.find(&begin("Header")).unwrap();
    let footer = content.find(&begin("Footer")).unwrap();
    let height = |from: usize| {
        let line = content[from..].lines().find(|line| line.ends_with(" Td"));
        let height = line.unwrap().split(' ').nth(1).unwrap();
        height.parse::<f64>().unwrap()
    };
    assert!(height(header) > 800.0 && height(footer) < 60.0, "{content}");
}
