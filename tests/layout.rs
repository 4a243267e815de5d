//! Pages as numbers: nothing overlaps, nothing leaves its cell or the margins, nothing is left alone, nothing is lost.
//!
//! Records go in through the front door, and come out as a layout; `view` reads its numbers, `sound` says what must hold of
//! any layout, the others what must hold of one in particular.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests read files of their own"
)]

mod common;

#[path = "layout/blocks.rs"]
mod blocks;
#[path = "layout/continued.rs"]
mod continued;
#[path = "layout/filled.rs"]
mod filled;
#[path = "layout/hard.rs"]
mod hard;
#[path = "layout/landscape.rs"]
mod landscape;
#[path = "layout/narrow.rs"]
mod narrow;
#[path = "layout/nested.rs"]
mod nested;
#[path = "layout/notes.rs"]
mod notes;
#[path = "layout/page_ends.rs"]
mod page_ends;
#[path = "layout/random.rs"]
mod random;
#[path = "layout/row_ends.rs"]
mod row_ends;
#[path = "layout/shapes.rs"]
mod shapes;
#[path = "layout/sheet.rs"]
mod sheet;
#[path = "layout/sound.rs"]
mod sound;
#[path = "layout/source.rs"]
mod source;
#[path = "layout/tightened.rs"]
mod tightened;
#[path = "layout/view.rs"]
mod view;
#[path = "layout/widths.rs"]
mod widths;

use std::sync::LazyLock;

use greffier::config::Config;
use greffier::diagnostic::Source;
use greffier::document::Document;
use greffier::minutes::{Minutes, Surroundings};
use greffier::print::fonts::Fonts;
use greffier::print::style::StyleSheet;
use greffier::print::{Layout, lay_out};
use greffier::record::{self, AnnexFile};
use greffier::templates::Templates;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);
static STYLE: LazyLock<StyleSheet> = LazyLock::new(StyleSheet::default);
static TEMPLATES: LazyLock<Templates> =
    LazyLock::new(|| Templates::new(Default::default()).expect("the embedded templates are sound"));

/// A document and its pages.
struct Laid {
    document: Document,
    layout: Layout,
}

/// The pages of a record.
#[track_caller]
fn of_record(text: &str) -> Laid {
    let config = Config {
        body: Some("Cluster Relèvement Rapide".into()),
        body_phrase: Some("du Cluster Relèvement Rapide".into()),
        ..Config::default()
    };
    of_series(text, &config)
}

/// The pages of a record in a series of these settings.
#[track_caller]
fn of_series(text: &str, config: &Config) -> Laid {
    let source = Source {
        name: "test.toml".into(),
        text: text.to_owned(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Present);
    let meeting = reading
        .meeting
        .unwrap_or_else(|| panic!("a sound record: {:?}", reading.faults));
    let minutes = Minutes::new(&meeting, config, &Surroundings::default());
    let xhtml = TEMPLATES
        .print(&minutes, "test.toml")
        .expect("the template takes any record");
    of_xhtml(&xhtml)
}

/// The pages of one of the example records.
fn of_example(path: &str) -> Laid {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("meetings")
        .join(path);
    of_record(&std::fs::read_to_string(path).unwrap())
}

/// The pages of a print XHTML.
#[track_caller]
fn of_xhtml(text: &str) -> Laid {
    let source = Source {
        name: "test.print.html".into(),
        text: text.to_owned(),
    };
    let document = Document::parse(&source).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
    let layout = lay_out(&document, &STYLE, &FONTS, &|_| Some((400, 100)));
    Laid { document, layout }
}
