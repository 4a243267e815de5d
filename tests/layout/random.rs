//! Any document in any style is set: no panic, no endless layout, nothing lost, nothing off the page, the same every time.
//!
//! `PROPTEST_CASES` and `PROPTEST_RNG_SEED` lengthen the run and vary it.

#[path = "random/choices.rs"]
mod choices;
#[path = "random/sheet.rs"]
pub(crate) mod sheet;
#[path = "random/xhtml.rs"]
mod xhtml;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use greffier::diagnostic::Source;
use greffier::document::Document;
use greffier::pdf::{self, Pictures};
use greffier::print::page::{Item, Mark, TextRun};
use greffier::print::style::StyleSheet;
use greffier::print::{Layout, lay_out};
use proptest::prelude::*;

use crate::{FONTS, Laid, STYLE, sound};
use choices::Choices;

static PICTURES: LazyLock<Pictures> = LazyLock::new(|| {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 400, 100);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[90; 40_000]).unwrap();
    drop(writer);
    let mut pictures = Pictures::default();
    pictures.add("logo.png", &file).unwrap();
    pictures
});

/// As the environment says, else a short run.
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() {
            default.cases
        } else {
            cases
        },
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..default
    }
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn any_document_in_our_style(numbers in prop::collection::vec(any::<u16>(), 0..600)) {
        let (text, ids) = xhtml::document(&mut Choices::new(&numbers));
        let laid = set(&text, &STYLE, ids);
        sound::holds_for_any(&laid);
    }

    /// Each address has its note, which its number leads to: without, no PDF would be written.
    #[test]
    fn any_document_with_notes(numbers in prop::collection::vec(any::<u16>(), 0..600)) {
        let (text, ids) = xhtml::document(&mut Choices::new(&numbers));
        let laid = set(&text, &STYLE, ids);
        let noted = sheet::sheet("[styles.a]\nadresse = \"notes\"\n");
        let layout = lay_out(&laid.document, &noted, &FONTS, &|name| PICTURES.size(name));
        pdf::write(&layout, &FONTS, &PICTURES).unwrap();
        sound::marks_are_sound(&layout);
        on_the_page(&layout, &noted);
        sound::holds_for_any(&Laid { layout, ..laid });
    }

    #[test]
    fn any_document_in_any_style(
        look in prop::collection::vec(any::<u16>(), 0..400),
        numbers in prop::collection::vec(any::<u16>(), 0..400),
    ) {
        let toml = sheet::toml(&mut Choices::new(&look));
        let (text, ids) = xhtml::document(&mut Choices::new(&numbers));
        set(&text, &sheet::sheet(&toml), ids);
    }
}

/// Sets a document, and sees to all that must hold whatever the style.
#[track_caller]
fn set(text: &str, style: &StyleSheet, ids: usize) -> Laid {
    let source = Source {
        name: "test.print.html".into(),
        text: text.to_owned(),
    };
    let document = Document::parse(&source).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
    let size = |name: &str| PICTURES.size(name);
    let layout = lay_out(&document, style, &FONTS, &size);
    let laid = Laid { document, layout };
    sound::nothing_is_lost(&laid);
    sound::marks_are_sound(&laid.layout);
    on_the_page(&laid.layout, style);
    anchors_are_somewhere(&laid.layout, ids);
    let most = 4 + 2 * text.chars().count();
    assert!(
        laid.layout.pages.len() <= most,
        "{} pages",
        laid.layout.pages.len()
    );
    let bytes = |layout: &Layout| pdf::write(layout, &FONTS, &PICTURES).unwrap();
    let again = lay_out(&laid.document, style, &FONTS, &size);
    assert!(bytes(&laid.layout) == bytes(&again), "other bytes");
    laid
}

/// Every anchor leads to one place on a page.
#[track_caller]
fn anchors_are_somewhere(layout: &Layout, ids: usize) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for destination in &layout.destinations {
        *places.entry(&destination.id).or_default() += 1;
        let page = &layout.pages[destination.page];
        assert!(
            (0.0..=page.height.0).contains(&destination.y.0),
            "{destination:?}"
        );
    }
    for id in 0..ids {
        assert_eq!(places.get(format!("a{id}").as_str()), Some(&1), "a{id}");
    }
    for entry in &layout.outline {
        assert!(
            entry.page < layout.pages.len() && !entry.title.trim().is_empty(),
            "{entry:?}"
        );
    }
}

/// Everything is within the margins, but a letter that is larger than what lies between them.
#[track_caller]
pub(crate) fn on_the_page(layout: &Layout, style: &StyleSheet) {
    let sheet = style.page;
    let items = layout.pages.iter().flat_map(|page| {
        let items = page.items.iter();
        items.map(move |item| (page, item))
    });
    for (page, item) in items {
        let is_upright = (page.width, page.height) == (sheet.width, sheet.height);
        let is_sideways = (page.height, page.width) == (sheet.width, sheet.height);
        assert!(is_upright || is_sideways && page.width > page.height);
        let (left, right) = (sheet.left.0 - 0.02, page.width.0 - sheet.right.0 + 0.02);
        let (top, foot) = (sheet.top.0 - 0.02, page.height.0 - sheet.bottom.0 + 0.02);
        match item {
            Item::Text(run) => {
                assert!(
                    run.x.0.is_finite() && run.y.0.is_finite() && run.size.0 > 0.0,
                    "{run:?}"
                );
                if run.mark == Mark::Pagination || run.angle != 0.0 || run.text().trim().is_empty()
                {
                    continue;
                }
                let is_across =
                    run.x.0 >= left && run.x.0 + run.width().0 <= right || is_one_letter(run);
                assert!(
                    is_across,
                    "beside the margins {left} to {right}: {} at {:?}, {:?} wide",
                    run.text(),
                    run.x,
                    run.width()
                );
                // The baseline is; so are the letters, as far as the leading leaves them room.
                assert!(
                    run.y.0 >= top && run.y.0 <= foot,
                    "above or below the margins {top} to {foot}: {} at {:?}",
                    run.text(),
                    run.y
                );
            }
            Item::Box(filled) => {
                let thick = 10.0;
                assert!(
                    filled.x.0 >= left - thick
                        && filled.x.0 + filled.width.0 <= right + thick
                        && filled.y.0 >= -thick
                        && filled.y.0 + filled.height.0 <= page.height.0 + thick
                        && filled.width.0 >= 0.0
                        && filled.height.0 >= 0.0,
                    "{filled:?}"
                );
            }
            Item::Picture(picture) => assert!(
                picture.x.0 >= left
                    && picture.x.0 + picture.width.0 <= right
                    && picture.width.0 > 0.0
                    && picture.height.0 > 0.0,
                "{picture:?}"
            ),
            Item::Link(_) => {}
        }
    }
}

fn is_one_letter(run: &TextRun) -> bool {
    run.glyphs
        .iter()
        .filter(|glyph| !glyph.text.trim().is_empty())
        .count()
        <= 1
}
