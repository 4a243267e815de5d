//! A print XHTML: it has faults that can be shown, or is laid out, on pages that end, without losing a letter.
//!
//! What stands before a line of `%%%`, if there is one, is the style sheet.

use std::sync::LazyLock;

use greffier::diagnostic::{Report, Source};
use greffier::document::Document;
use greffier::print::fonts::Fonts;
use greffier::print::lay_out;
use greffier::print::page::{Item, Layout, Mark};
use greffier::print::style::StyleSheet;
use greffier::toml_source::FileState;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

pub fn survives(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (sheet, xhtml) = text.split_once("\n%%%\n").unwrap_or(("", text));
    let style = StyleSheet::read(&source("style.toml", sheet), &|_| FileState::Missing);
    shown(source("style.toml", sheet), style.diagnostics);
    let style = style.sheet.unwrap_or_default();
    let source = source("minutes.print.html", xhtml);
    match Document::parse(&source) {
        Ok(document) => {
            let layout = lay_out(&document, &style, &FONTS, &|_| Some((400, 100)));
            sound(&layout, xhtml);
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            shown(source, faults);
        }
    }
}

fn source(name: &str, text: &str) -> Source {
    Source {
        name: name.into(),
        text: text.into(),
    }
}

#[track_caller]
fn shown(source: Source, said: Vec<greffier::diagnostic::Diagnostic>) {
    for spot in said.iter().flat_map(|diagnostic| &diagnostic.spots) {
        assert!(source.text.get(spot.span.clone()).is_some(), "{spot:?}");
    }
    let is_silent = said.is_empty();
    assert_eq!(
        Report::new(source, said).render(false).is_empty(),
        is_silent
    );
}

fn sound(layout: &Layout, xhtml: &str) {
    let signs = xhtml.chars().count();
    assert!(layout.pages.len() <= 4 + 2 * signs, "endless");
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        let numbers = match item {
            Item::Text(run) => {
                if let Mark::Element(element) = run.mark {
                    assert!(element < layout.elements.len());
                }
                [run.x, run.y, run.width(), run.size]
            }
            Item::Box(filled) => [filled.x, filled.y, filled.width, filled.height],
            Item::Picture(picture) => [picture.x, picture.y, picture.width, picture.height],
            Item::Link(link) => [link.x, link.y, link.width, link.height],
        };
        assert!(
            numbers.iter().all(|number| number.0.is_finite()),
            "{item:?}"
        );
        assert!(numbers[2].0 >= 0.0 && numbers[3].0 >= 0.0, "{item:?}");
    }
    for destination in &layout.destinations {
        assert!(destination.page < layout.pages.len(), "{destination:?}");
    }
}
