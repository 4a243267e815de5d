//! The PDF, read back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests write files for the judges"
)]

mod blocks;
mod faults;
mod file;
mod navigation;
mod painted;
mod pictures;
mod printed;
mod reader;
mod samples;
mod setter;
mod structure;
mod text;

use greffier::pdf;
use greffier::print::Layout;
use greffier::print::fonts::Fonts;

use reader::Reader;

/// The file of a layout in the embedded fonts, with a logo at hand.
fn written(layout: &Layout, fonts: &Fonts) -> Vec<u8> {
    pdf::write(layout, fonts, &samples::pictures()).unwrap()
}

fn read_back(layout: &Layout, fonts: &Fonts) -> Reader {
    Reader::new(&written(layout, fonts))
}
