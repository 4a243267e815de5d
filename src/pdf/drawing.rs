//! The content stream of a page (ISO 32000-1, 7.8.2): each operator behind its operands, as it stands in the file.
//!
//! Not as printpdf's operations: of these it looks up every character several times, and lopdf makes an object of each before
//! it writes a byte, which was a fifth of a document's time.

use super::serialize::{fixed, write_name, write_string};
use super::shown::Shown;
use crate::print::units::Color;

/// What is drawn on a page.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    bytes: Vec<u8>,
}

impl Drawing {
    /// The stream.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Opens a text object (9.4.1).
    pub(super) fn begin_text(&mut self) {
        self.operator("BT");
    }

    /// Closes it.
    pub(super) fn end_text(&mut self) {
        self.operator("ET");
    }

    /// Chooses a font (9.3.1); its size in millionths of a point.
    pub(super) fn set_font(&mut self, id: &str, size: i64) {
        write_name(id.as_bytes(), &mut self.bytes);
        self.numbers([size], 6);
        self.operator("Tf");
    }

    /// Moves to another line (9.4.2), in hundredths of a point.
    pub(super) fn move_line(&mut self, way: [i64; 2]) {
        self.numbers(way, 2);
        self.operator("Td");
    }

    /// Sets the text matrix (9.4.2): its turn in hundred-thousandths, its place in hundredths of a point.
    pub(super) fn set_text_matrix(&mut self, turn: [i64; 4], place: [i64; 2]) {
        self.numbers(turn, 5);
        self.numbers(place, 2);
        self.operator("Tm");
    }

    /// Sets how far above the baseline glyphs stand (9.3.7), in hundredths of a point.
    pub(super) fn set_rise(&mut self, rise: i64) {
        self.numbers([rise], 2);
        self.operator("Ts");
    }

    /// Shows glyphs (9.4.3).
    pub(super) fn show(&mut self, shown: &mut Shown) {
        shown.write(&mut self.bytes);
    }

    /// Sets the colour of what is filled (8.6.8). Three decimals tell 256 steps apart.
    pub(super) fn set_color(&mut self, color: Color) {
        let parts = [color.red, color.green, color.blue];
        let [red, green, blue] = parts.map(|part| (i64::from(part) * 1000 + 127) / 255);
        if red == green && green == blue {
            self.numbers([red], 3);
            self.operator("g");
        } else {
            self.numbers([red, green, blue], 3);
            self.operator("rg");
        }
    }

    /// Fills a rectangle (8.5.2.1): left, bottom, width, height in hundredths of a point.
    pub(super) fn fill(&mut self, rectangle: [i64; 4]) {
        self.numbers(rectangle, 2);
        self.operator("re");
        self.operator("f");
    }

    /// Shows a picture (8.8.1), the unit square put where that matrix says, in hundredths of a point.
    pub(super) fn show_picture(&mut self, id: &str, matrix: [i64; 6]) {
        self.operator("q");
        self.numbers(matrix, 2);
        self.operator("cm");
        write_name(id.as_bytes(), &mut self.bytes);
        self.operator("Do");
        self.operator("Q");
    }

    /// Opens a stretch of an element (14.6), by its number on the page, which may be read as another text than it shows
    /// (14.9.4).
    pub(super) fn begin_stretch(&mut self, tag: &str, number: usize, read_as: Option<&str>) {
        write_name(tag.as_bytes(), &mut self.bytes);
        self.bytes.extend_from_slice(b"<<");
        if let Some(text) = read_as {
            let units = text.encode_utf16().flat_map(u16::to_be_bytes);
            let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units).collect();
            self.bytes.extend_from_slice(b"/ActualText");
            write_string(&marked, &mut self.bytes);
        }
        self.bytes.extend_from_slice(b"/MCID");
        self.numbers([number as i64], 0);
        self.bytes.extend_from_slice(b">>");
        self.operator("BDC");
    }

    /// Opens a stretch that belongs to no element (14.8.2.2): part of the page’s head or foot, where that is said.
    pub(super) fn begin_artifact(&mut self, subtype: Option<&str>) {
        self.bytes.extend_from_slice(b"/Artifact");
        match subtype {
            None => self.operator("BMC"),
            Some(subtype) => {
                self.bytes.extend_from_slice(b"<</Subtype");
                write_name(subtype.as_bytes(), &mut self.bytes);
                self.bytes.extend_from_slice(b"/Type/Pagination>>");
                self.operator("BDC");
            }
        }
    }

    /// Closes a stretch.
    pub(super) fn end_stretch(&mut self) {
        self.operator("EMC");
    }

    /// Operands of so many decimals.
    fn numbers<const N: usize>(&mut self, numbers: [i64; N], decimals: usize) {
        for number in numbers {
            // A number must be parted from a name or a number before it.
            if self.bytes.last().is_some_and(|byte| *byte != b'\n') {
                self.bytes.push(b' ');
            }
            fixed(number, decimals, &mut self.bytes);
        }
    }

    fn operator(&mut self, operator: &str) {
        if self.bytes.last().is_some_and(u8::is_ascii_alphanumeric) {
            self.bytes.push(b' ');
        }
        self.bytes.extend_from_slice(operator.as_bytes());
        self.bytes.push(b'\n');
    }
}
