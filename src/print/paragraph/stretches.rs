//! How many lines a text would take in some width, without setting it.

use crate::print::units::Pt;

use super::places::{LineBreak, TOLERANCE};

/// What stands between two places where a line may end, along the text as if it were set on one line, in points.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    start: f64,
    end: f64,
}

/// The stretches of a text that its lines are made of, hyphens apart.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Stretches {
    all: Vec<Stretch>,
    /// Where a line that nothing but its end breaks ends.
    ends: Vec<usize>,
}

impl Stretches {
    /// Adds the places of a line up to a typed break.
    pub(super) fn add_line(&mut self, places: &[LineBreak]) {
        let plain = places.iter().filter(|place| !place.has_hyphen());
        let mut start = 0.0;
        for place in plain.skip(1) {
            let end = place.end.width;
            self.all.push(Stretch { start, end });
            start = place.start.width;
        }
        self.ends.push(self.all.len());
    }

    /// How many there are: what a trial costs.
    pub(in crate::print) fn len(&self) -> usize {
        self.all.len()
    }

    /// How many lines they fill one after the other; what is wider than a line takes several.
    pub(in crate::print) fn lines(&self, width: Pt) -> usize {
        let width = width.0.max(1.0) + TOLERANCE;
        let mut first = 0;
        let mut lines = 0;
        for end in &self.ends {
            let line = self.all.get(first..*end).unwrap_or_default();
            lines += filled(line, width);
            first = *end;
        }
        lines
    }
}

fn filled(line: &[Stretch], width: f64) -> usize {
    if line.last().is_none_or(|last| last.end <= width) {
        return 1;
    }
    let (mut lines, mut start) = (1, 0.0);
    for stretch in line {
        if stretch.end - start <= width {
            continue;
        }
        if stretch.start > start {
            lines += 1;
            start = stretch.start;
        }
        while stretch.end - start > width {
            lines += 1;
            start += width;
        }
    }
    lines
}
