//! What printpdf writes, otherwise than it does.

use lopdf::{Dictionary, Document, Object, Stream};

use super::{check, entries, object, repaired};
use crate::pdf::misshapen::{Misshapen, Part};
use crate::pdf::structure::Structure;
use crate::pdf::{PdfFault, file, finish, navigation};
use crate::print::fonts::Face;

const FACE: Face = Face::Regular;
const FONT: [&str; 3] = ["Resources", "Font", "F1"];

fn other_kind(part: Part, expected: &'static str, found: &'static str) -> Misshapen {
    Misshapen::OtherKind {
        part,
        expected,
        found,
    }
}

fn other_count(part: Part, expected: usize, found: usize) -> Misshapen {
    Misshapen::OtherCount {
        part,
        expected,
        found,
    }
}

/// Takes away an entry that the repair of a part looks for.
#[track_caller]
fn check_missing(page: usize, path: &[&str], key: &str, part: Part) {
    let take = |document: &mut Document| {
        entries(document, page, path)
            .remove(key.as_bytes())
            .unwrap();
    };
    check(take, &Misshapen::Missing(part));
}

/// Puts something else in the place of an entry.
#[track_caller]
fn check_other(path: &[&str], key: &str, value: Object, expected: &Misshapen) {
    check(
        |document| entries(document, 0, path).set(key, value),
        expected,
    );
}

/// The dictionary of the glyphs, which stands within that of the font.
fn glyphs(document: &mut Document) -> &mut Dictionary {
    let descendants = entries(document, 0, &FONT).get_mut(b"DescendantFonts");
    let descendants = descendants.unwrap().as_array_mut().unwrap();
    descendants[0].as_dict_mut().unwrap()
}

fn descriptor(document: &mut Document) -> &mut Dictionary {
    let id = glyphs(document).get(b"FontDescriptor").unwrap();
    let id = id.as_reference().unwrap();
    document
        .objects
        .get_mut(&id)
        .unwrap()
        .as_dict_mut()
        .unwrap()
}

#[test]
fn what_is_not_broken_is_written() {
    let finished = repaired(|_| {}, finish::finish);
    assert!(finished.is_ok(), "{finished:?}");
}

#[test]
fn pages_are_counted() {
    let lose = |document: &mut Document| {
        let last = object(document, 1, &[]);
        document.objects.remove(&last);
    };
    check(lose, &other_count(Part::Pages, 2, 1));
}

#[test]
fn boxes_must_be_there_and_be_the_paper() {
    check_missing(0, &[], "TrimBox", Part::OfPage(1, "TrimBox"));
    check_missing(1, &[], "CropBox", Part::OfPage(2, "CropBox"));
    check_missing(0, &[], "MediaBox", Part::OfPage(1, "MediaBox"));
    let smaller = Object::Array(vec![0.into(), 0.into(), 100.into(), 100.into()]);
    let expected = other_kind(Part::OfPage(1, "CropBox"), "MediaBox", "Other");
    check_other(&[], "CropBox", smaller, &expected);
}

#[test]
fn resources_must_be_those_of_the_first_page() {
    let part = Part::OfPage(1, "Resources");
    check_missing(0, &[], "Resources", part);
    let inline = Dictionary::new().into();
    check_other(
        &[],
        "Resources",
        inline,
        &other_kind(part, "Reference", "Dictionary"),
    );
    let nowhere = Object::Reference((9_999, 0));
    check_other(&[], "Resources", nowhere, &Misshapen::Missing(part));
    let change = |document: &mut Document| {
        entries(document, 1, &["Resources"]).set("Properties", Dictionary::new());
    };
    let expected = other_kind(Part::OfPage(2, "Resources"), "page 1", "Other");
    check(change, &expected);
}

#[test]
fn lists_of_resources_must_be_dictionaries_of_their_own() {
    for key in ["ExtGState", "Shading", "XObject", "Font"] {
        let part = Part::OfResources(key);
        let on_both_pages = |value: Option<Object>| {
            move |document: &mut Document| {
                for page in 0..2 {
                    let resources = entries(document, page, &["Resources"]);
                    match &value {
                        Some(value) => resources.set(key, value.clone()),
                        None => drop(resources.remove(key.as_bytes())),
                    }
                }
            }
        };
        check(on_both_pages(None), &Misshapen::Missing(part));
        check(
            on_both_pages(Some(Dictionary::new().into())),
            &other_kind(part, "Reference", "Dictionary"),
        );
        let number = |document: &mut Document| {
            let list = object(document, 0, &["Resources", key]);
            document.objects.insert(list, 1.into());
        };
        check(number, &other_kind(part, "Dictionary", "Integer"));
    }
    let picture = |document: &mut Document| {
        entries(document, 0, &["Resources", "XObject"]).set("P", 1);
    };
    check(picture, &other_count(Part::OfResources("XObject"), 0, 1));
}

#[test]
fn fonts_must_be_those_of_the_subsets() {
    let list = ["Resources", "Font"];
    let another = |document: &mut Document| entries(document, 0, &list).set("F9", 1);
    check(another, &other_count(Part::OfResources("Font"), 2, 3));
    let renamed = |document: &mut Document| {
        let fonts = entries(document, 0, &list);
        let font = fonts.remove(b"F1").unwrap();
        fonts.set("F9", font);
    };
    check(renamed, &Misshapen::Missing(Part::Font(FACE)));
    check_other(
        &list,
        "F1",
        Dictionary::new().into(),
        &other_kind(Part::Font(FACE), "Reference", "Dictionary"),
    );
    let nowhere = Object::Reference((9_999, 0));
    check_other(&list, "F1", nowhere, &Misshapen::Missing(Part::Font(FACE)));
}

#[test]
fn what_a_page_shows_must_be_a_stream_of_its_own() {
    let part = Part::OfPage(2, "Contents");
    check_missing(1, &[], "Contents", part);
    let change = |document: &mut Document| {
        let stream = object(document, 1, &["Contents"]);
        document.objects.insert(stream, 1.into());
    };
    check(change, &other_kind(part, "Stream", "Integer"));
    let nowhere = |document: &mut Document| {
        entries(document, 1, &[]).set("Contents", Object::Reference((9_999, 0)));
    };
    check(nowhere, &Misshapen::Missing(part));
}

#[test]
fn the_text_of_glyphs_and_the_program_must_be_streams() {
    let descriptor = [&FONT[..], &["DescendantFonts", "FontDescriptor"]].concat();
    let text = Part::OfFont(FACE, "ToUnicode");
    let program = Part::OfDescriptor(FACE, "FontFile3");
    for (path, key, part) in [
        (&FONT[..], "ToUnicode", text),
        (&descriptor, "FontFile3", program),
    ] {
        check_missing(0, path, key, part);
        let whole = [path, &[key]].concat();
        let lose = |document: &mut Document| {
            let stream = object(document, 0, &whole);
            document.objects.remove(&stream);
        };
        check(lose, &Misshapen::Missing(part));
        let change = |document: &mut Document| {
            let stream = object(document, 0, &whole);
            document.objects.insert(stream, 1.into());
        };
        check(change, &other_kind(part, "Stream", "Integer"));
    }
}

#[test]
fn widths_are_written_over_those_of_one_descendant() {
    let part = Part::OfFont(FACE, "DescendantFonts");
    check_missing(0, &FONT, "DescendantFonts", part);
    let two = vec![1.into(), 2.into()].into();
    check_other(&FONT, "DescendantFonts", two, &other_count(part, 1, 2));
    check_other(
        &FONT,
        "DescendantFonts",
        1.into(),
        &other_kind(part, "Array", "Integer"),
    );
    check_other(
        &FONT,
        "DescendantFonts",
        vec![1.into()].into(),
        &other_kind(Part::Glyphs(FACE), "Dictionary", "Integer"),
    );
    for key in ["W", "DW", "FontDescriptor"] {
        let take = |document: &mut Document| drop(glyphs(document).remove(key.as_bytes()));
        check(take, &Misshapen::Missing(Part::OfGlyphs(FACE, key)));
    }
}

#[test]
fn descriptors_are_written_over() {
    let inline = |document: &mut Document| {
        glyphs(document).set("FontDescriptor", Dictionary::new());
    };
    let part = Part::OfGlyphs(FACE, "FontDescriptor");
    check(inline, &other_kind(part, "Reference", "Dictionary"));
    let nowhere = |document: &mut Document| {
        glyphs(document).set("FontDescriptor", Object::Reference((9_999, 0)));
    };
    check(nowhere, &Misshapen::Missing(Part::Descriptor(FACE)));
    for key in ["Flags", "CapHeight", "ItalicAngle"] {
        let take = |document: &mut Document| drop(descriptor(document).remove(key.as_bytes()));
        check(take, &Misshapen::Missing(Part::OfDescriptor(FACE, key)));
    }
    let part = Part::OfDescriptor(FACE, "XHeight");
    let known = |document: &mut Document| descriptor(document).set("XHeight", 1);
    check(known, &other_kind(part, "Null", "Integer"));
}

#[test]
fn pages_have_no_links_nor_tags_before() {
    let part = Part::OfPage(1, "Annots");
    check_missing(0, &[], "Annots", part);
    let one = vec![1.into()].into();
    check_other(&[], "Annots", one, &other_count(part, 0, 1));
    for key in ["Tabs", "StructParents"] {
        let expected = other_kind(Part::OfPage(1, key), "Null", "Integer");
        check_other(&[], key, 1.into(), &expected);
    }
}

#[test]
fn each_link_has_its_place_in_the_tree() {
    for count in [0, 2] {
        let write = repaired(
            |_| {},
            |document, layout, _, content| {
                let pages: Vec<_> = document.page_iter().collect();
                let (elements, events) = (&layout.elements, &content.events);
                Structure::of((9, 0), elements, events, &pages, &vec![(1, 0); count])?;
                Ok(Vec::new())
            },
        );
        let expected = other_count(Part::Links, 1, count);
        assert_eq!(write, Err(PdfFault::Misshapen(expected)));
    }
}

/// What the tree names is written behind all other objects, and must be among them.
#[test]
fn the_tree_hangs_on_pages_and_links_that_are_there() {
    for (pages, links, missing) in [
        ([(9_999, 0), (9_999, 0)], [(1, 0)], 9_999),
        ([(1, 0), (1, 0)], [(8_888, 0)], 8_888),
    ] {
        let write = repaired(
            |_| {},
            |mut document, layout, _, content| {
                let root = document.new_object_id();
                let (elements, events) = (&layout.elements, &content.events);
                file::write(
                    &document,
                    &Structure::of(root, elements, events, &pages, &links)?,
                )
            },
        );
        let missing = Misshapen::Missing(Part::Object(missing));
        assert_eq!(write, Err(PdfFault::Misshapen(missing)));
    }
}

#[test]
fn links_and_headings_stand_on_pages_that_are_there() {
    let first_only = |document: &Document| vec![object(document, 0, &[])];
    let write = repaired(
        |_| {},
        |mut document, layout, _, _| {
            let mut layout = layout.clone();
            layout.destinations[0].page = 1;
            layout.outline[0].page = 1;
            let pages = first_only(&document);
            let missing = Misshapen::Missing(Part::Page(2));
            let destinations = navigation::destinations(&layout, &pages);
            assert_eq!(destinations, Err(missing));
            navigation::outline(&mut document, &layout, &pages)?;
            Ok(Vec::new())
        },
    );
    let missing = Misshapen::Missing(Part::Page(2));
    assert_eq!(write, Err(PdfFault::Misshapen(missing)));
}

#[test]
fn the_catalog_is_the_one_that_printpdf_writes() {
    for key in ["PageLayout", "PageMode"] {
        let take = |document: &mut Document| {
            let catalog = document.catalog_mut().unwrap();
            drop(catalog.remove(key.as_bytes()).unwrap());
        };
        check(take, &Misshapen::Missing(Part::OfCatalog(key)));
    }
    for key in [
        "Lang",
        "MarkInfo",
        "StructTreeRoot",
        "ViewerPreferences",
        "Metadata",
        "OutputIntents",
        "PageLabels",
        "Outlines",
        "Names",
    ] {
        let add = |document: &mut Document| document.catalog_mut().unwrap().set(key, 1);
        check(add, &other_kind(Part::OfCatalog(key), "Null", "Integer"));
    }
}

#[test]
fn the_trailer_leads_to_the_information() {
    let part = Part::OfTrailer("Info");
    let take = |document: &mut Document| drop(document.trailer.remove(b"Info"));
    check(take, &Misshapen::Missing(part));
    let inline = |document: &mut Document| document.trailer.set("Info", 1);
    check(inline, &other_kind(part, "Reference", "Integer"));
    let change = |document: &mut Document| {
        let id = document.trailer.get(b"Info").unwrap();
        let id = id.as_reference().unwrap();
        document.objects.insert(id, 1.into());
    };
    check(
        change,
        &other_kind(Part::Information, "Dictionary", "Integer"),
    );
}

#[test]
fn a_reference_to_nothing_is_not_written() {
    let lose = |document: &mut Document| {
        let page = entries(document, 0, &[]);
        page.set("Thumb", Object::Reference((9_999, 0)));
    };
    check(lose, &Misshapen::Missing(Part::Object(9_999)));
}

#[test]
fn a_stream_within_an_object_is_not_written() {
    let nest = |document: &mut Document| {
        let stream = Object::Stream(Stream::new(Dictionary::new(), Vec::new()));
        entries(document, 0, &[]).set("Thumb", stream);
    };
    check(nest, &other_kind(Part::Inner, "Reference", "Stream"));
}

#[test]
fn a_file_without_a_root_is_not_written() {
    for key in ["Root", "Info"] {
        let written = repaired(
            |document| drop(document.trailer.remove(key.as_bytes())),
            |document, layout, _, content| {
                let (elements, events) = (&layout.elements, &content.events);
                let pages = [(1, 0); 2];
                let tree = Structure::of((9_999, 0), elements, events, &pages, &pages[..1])?;
                file::write(&document, &tree)
            },
        );
        let missing = Misshapen::Missing(Part::OfTrailer(key));
        assert_eq!(written, Err(PdfFault::Misshapen(missing)));
    }
}
