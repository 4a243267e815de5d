//! The text of a page: the fewest operations that put each glyph where it belongs.
//!
//! Positions are compared with where a reader's pen really is, roundings included, so that no error adds up along a line.

use super::drawing::Drawing;
use super::shown::Shown;
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
    /// What is shown next.
    shown: Shown,
}

impl Pen {
    /// Whether a text object is open: marked content inside of it must end inside of it.
    pub(super) fn is_down(&self) -> bool {
        self.is_down
    }

    /// Opens a text object. The font stays what it was, the position does not.
    pub(super) fn put_down(&mut self, drawing: &mut Drawing) {
        self.is_down = true;
        self.line = [0, 0];
        self.x = f64::NAN;
        drawing.begin_text();
    }

    /// Closes the text object.
    pub(super) fn lift(&mut self, drawing: &mut Drawing) {
        self.show(drawing);
        self.is_down = false;
        drawing.end_text();
    }

    /// Chooses the font.
    pub(super) fn set_font(
        &mut self,
        face: Face,
        size: f64,
        subset: &Subset<'_>,
        drawing: &mut Drawing,
    ) {
        if self.font == Some((face, size)) {
            return;
        }
        self.show(drawing);
        self.font = Some((face, size));
        drawing.set_font(&subset.id, (size * 1e6).round() as i64);
    }

    /// Moves to a baseline and a place on it, from the lower left corner of the page; a short way along the line is left to
    /// the next glyph.
    pub(super) fn move_to(&mut self, x: f64, y: f64, drawing: &mut Drawing) {
        let size = self.font.map_or(0.0, |(_, size)| size);
        let target = [hundredths(x), hundredths(y)];
        if target[1] == self.line[1] && (x - self.x).abs() <= size {
            return;
        }
        self.show(drawing);
        drawing.move_line([target[0] - self.line[0], target[1] - self.line[1]]);
        self.line = target;
        self.x = target[0] as f64 / 100.0;
    }

    /// Turns the page under the pen, so that the glyphs that follow run at an angle from that place on. Nothing else may
    /// follow in this text object.
    pub(super) fn turn(&mut self, degrees: f64, x: f64, y: f64, drawing: &mut Drawing) {
        self.show(drawing);
        // Rounded, since the last bits of a sine are not the same on all machines.
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let [sine, cosine] = [sine, cosine].map(|value| (value * 1e5).round() as i64);
        let place = [hundredths(x), hundredths(y)];
        drawing.set_text_matrix([cosine, sine, -sine, cosine], place);
        self.x = x;
    }

    /// Adds a glyph at a place of the line, `rise` above the baseline; the font has been chosen in that size.
    pub(super) fn add(
        &mut self,
        code: &Code<'_>,
        size: f64,
        [x, rise]: [f64; 2],
        drawing: &mut Drawing,
    ) {
        let rise = if rise == 0.0 { 0 } else { hundredths(rise) };
        self.set_rise(rise, drawing);
        let back = (self.x - x) * 1000.0 / size;
        // What would be rounded to nothing, as for most glyphs, is not rounded.
        if back.abs() >= 0.5 {
            let back = back.round();
            self.shown.go_back(back as i64);
            self.x -= back * size / 1000.0;
        }
        self.shown.add(code.number);
        self.x += f64::from(code.width) * size / 100_000.0;
    }

    /// Shows the glyphs that were added.
    pub(super) fn show(&mut self, drawing: &mut Drawing) {
        if !self.shown.is_empty() {
            drawing.show(&mut self.shown);
        }
    }

    fn set_rise(&mut self, rise: i64, drawing: &mut Drawing) {
        if self.rise != rise {
            self.show(drawing);
            self.rise = rise;
            drawing.set_rise(rise);
        }
    }
}

/// Hundredths of a point, 3.5 micrometres: finer than any printer. Kept within what can be added up.
pub(super) fn hundredths(length: f64) -> i64 {
    (length * 100.0).round().clamp(-1e10, 1e10) as i64
}
