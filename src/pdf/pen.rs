//! The text of a page: the fewest operations that put each glyph where it belongs.
//!
//! Positions are compared with where a reader's pen really is, roundings included, so that no error adds up along a line.

use printpdf::{Codepoint, FontId, Op, PdfFontHandle, Point, Pt, TextItem, TextMatrix};

use super::subset::{Code, Subset};
use crate::print::fonts::Face;

/// The state of the text of a page.
#[derive(Debug, Default)]
pub(super) struct Pen {
    is_down: bool,
    /// Where the line began that the next move counts from, in hundredths of a point.
    line: [i64; 2],
    /// How far to the right the pen is, in points.
    x: f64,
    font: Option<(Face, f64)>,
    /// How far above the baseline, in hundredths of a point.
    rise: i64,
    /// What is shown next: items, then characters.
    items: Vec<TextItem>,
    typed: String,
}

impl Pen {
    /// Whether a text object is open: marked content inside of it must end inside of it.
    pub(super) fn is_down(&self) -> bool {
        self.is_down
    }

    /// Opens a text object. The font stays what it was, the position does not.
    pub(super) fn put_down(&mut self, ops: &mut Vec<Op>) {
        self.is_down = true;
        self.line = [0, 0];
        self.x = f64::NAN;
        ops.push(Op::StartTextSection);
    }

    /// Closes the text object.
    pub(super) fn lift(&mut self, ops: &mut Vec<Op>) {
        self.show(ops);
        self.is_down = false;
        ops.push(Op::EndTextSection);
    }

    /// Chooses the font.
    pub(super) fn set_font(
        &mut self,
        face: Face,
        size: f64,
        subset: &Subset<'_>,
        ops: &mut Vec<Op>,
    ) {
        if self.font == Some((face, size)) {
            return;
        }
        self.show(ops);
        self.font = Some((face, size));
        ops.push(Op::SetFont {
            font: PdfFontHandle::External(FontId(subset.id.clone())),
            size: Pt(size as f32),
        });
    }

    /// Moves to a baseline and a place on it, from the lower left corner of the page; a short way along the line is left to
    /// the next glyph.
    pub(super) fn move_to(&mut self, x: f64, y: f64, ops: &mut Vec<Op>) {
        let size = self.font.map_or(0.0, |(_, size)| size);
        let target = [hundredths(x), hundredths(y)];
        if target[1] == self.line[1] && (x - self.x).abs() <= size {
            return;
        }
        self.show(ops);
        let pos = Point {
            x: points(target[0] - self.line[0]),
            y: points(target[1] - self.line[1]),
        };
        ops.push(Op::SetTextCursor { pos });
        self.line = target;
        self.x = target[0] as f64 / 100.0;
    }

    /// Turns the page under the pen, so that the glyphs that follow run at an angle from that place on. Nothing else may
    /// follow in this text object.
    pub(super) fn turn(&mut self, degrees: f64, x: f64, y: f64, ops: &mut Vec<Op>) {
        self.show(ops);
        // Rounded, since the last bits of a sine are not the same on all machines.
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let [sine, cosine] = [sine, cosine].map(|value| ((value * 1e5).round() / 1e5) as f32);
        let [left, up] = [hundredths(x), hundredths(y)].map(|length| points(length).0);
        let matrix = TextMatrix::Raw([cosine, sine, -sine, cosine, left, up]);
        ops.push(Op::SetTextMatrix { matrix });
        self.x = x;
    }

    /// Adds a glyph at a place of the line, `rise` above the baseline; the font has been chosen in that size.
    pub(super) fn add(
        &mut self,
        code: &Code<'_>,
        size: f64,
        [x, rise]: [f64; 2],
        ops: &mut Vec<Op>,
    ) {
        self.set_rise(hundredths(rise), ops);
        let back = ((self.x - x) * 1000.0 / size).round();
        if back != 0.0 {
            self.end_typed();
            self.items.push(TextItem::Offset(back as f32));
            self.x -= back * size / 1000.0;
        }
        match (code.typed, self.items.last_mut()) {
            (Some(character), _) => self.typed.push(character),
            (None, Some(TextItem::GlyphIds(glyphs))) if self.typed.is_empty() => {
                glyphs.push(Codepoint::new(code.number, 0.0));
            }
            (None, _) => {
                self.end_typed();
                self.items
                    .push(TextItem::GlyphIds(vec![Codepoint::new(code.number, 0.0)]));
            }
        }
        self.x += f64::from(code.width) * size / 100_000.0;
    }

    /// Shows the glyphs that were added.
    pub(super) fn show(&mut self, ops: &mut Vec<Op>) {
        self.end_typed();
        if !self.items.is_empty() {
            let items = std::mem::take(&mut self.items);
            ops.push(Op::ShowText { items });
        }
    }

    fn end_typed(&mut self) {
        if !self.typed.is_empty() {
            let typed = std::mem::take(&mut self.typed);
            self.items.push(TextItem::Text(typed));
        }
    }

    fn set_rise(&mut self, rise: i64, ops: &mut Vec<Op>) {
        if self.rise != rise {
            self.show(ops);
            self.rise = rise;
            ops.push(Op::SetLineOffset {
                multiplier: points(rise).0,
            });
        }
    }
}

/// Hundredths of a point, 3.5 micrometres: finer than any printer. Kept within what can be added up.
pub(super) fn hundredths(length: f64) -> i64 {
    (length * 100.0).round().clamp(-1e10, 1e10) as i64
}

/// Hundredths of a point as printpdf takes them.
pub(super) fn points(hundredths: i64) -> Pt {
    Pt((hundredths as f64 / 100.0) as f32)
}
