//! Where a line may end, and how wide what lies between is.

use crate::print::shape::{Point, kerning, width};
use crate::print::units::Pt;

use super::atoms::{Atom, Kind, Setting};
use super::costs::{self, Ending};

/// Widths are compared with this much tolerance, in points: a ten-thousandth of a millimetre.
pub(super) const TOLERANCE: f64 = 0.0003;

/// A place where a line may end and the next one begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineBreak {
    /// Where in the atoms.
    pub(super) spot: Spot,
    /// What has been set where a line ends here: without the spaces, with the hyphen.
    pub(super) end: Sums,
    /// What has been set where the next line begins.
    pub(super) start: Sums,
    /// How the line ends.
    pub(super) ending: Ending,
    /// How wide the hyphen is that is added.
    pub(super) hyphen: f64,
    /// Whether the line is seen to end with a hyphen, added or typed.
    pub(super) seen_hyphen: bool,
}

/// A place in the atoms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// The atom that it lies before or inside of.
    pub(super) atom: usize,
    /// Where in that atom.
    pub(super) cut: Cut,
}

/// A place in a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Cut {
    /// Before it.
    #[default]
    Before,
    /// At one of the points where French cuts it.
    Point(usize),
    /// Before that glyph, since the word is too wide.
    Glyph(usize),
}

/// Lengths along the paragraph, as if it were set on one line, in points.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    /// Width.
    pub(super) width: f64,
    /// By how much justification likes to widen it.
    pub(super) stretch: f64,
    /// By how much it may narrow it.
    pub(super) shrink: f64,
}

impl Sums {
    fn wider(self, width: f64) -> Self {
        Self {
            width: self.width + width,
            ..self
        }
    }
}

/// All the places of a paragraph: the first is its start, the last its end.
///
/// What is wider than the measure is cut at any cluster, without a hyphen.
pub(super) fn find(setting: &Setting<'_>, atoms: &[Atom<'_>], measure: Pt) -> Vec<LineBreak> {
    found(setting, atoms, measure, false)
}

/// All the places where a hyphen could be added, in names and head words too, whose lines may be as long as they like.
pub(super) fn find_syllables(setting: &Setting<'_>, atoms: &[Atom<'_>]) -> Vec<LineBreak> {
    found(setting, atoms, Pt(f64::INFINITY), true)
}

fn found(
    setting: &Setting<'_>,
    atoms: &[Atom<'_>],
    measure: Pt,
    cuts_names: bool,
) -> Vec<LineBreak> {
    let mut finder = Finder {
        setting,
        atoms,
        measure: measure.0.max(0.0) + TOLERANCE,
        cuts_names,
        pens: Vec::with_capacity(atoms.len() + 1),
        places: Vec::with_capacity(atoms.len() * 2 + 2),
    };
    finder.places.push(LineBreak::plain(
        Spot::default(),
        Sums::default(),
        Sums::default(),
    ));
    finder.walk();
    finder.places
}

impl LineBreak {
    /// Whether a hyphen is added.
    pub(super) fn has_hyphen(&self) -> bool {
        self.ending == Ending::Hyphen
    }

    /// The end of the atoms of which a part stands before it.
    pub(super) fn last_atom(&self) -> usize {
        self.spot.atom + usize::from(self.spot.cut != Cut::Before)
    }

    fn plain(spot: Spot, end: Sums, start: Sums) -> Self {
        Self {
            spot,
            end,
            start,
            ending: Ending::Plain,
            hyphen: 0.0,
            seen_hyphen: false,
        }
    }
}

/// How many glyphs stand between two places.
pub(super) fn glyphs_between(atoms: &[Atom<'_>], start: &LineBreak, end: &LineBreak) -> usize {
    let before = |place: &LineBreak| match place.spot.cut {
        Cut::Before => 0,
        Cut::Glyph(glyph) => glyph,
        Cut::Point(point) => atoms[place.spot.atom].word.points[point].goes_from,
    };
    let whole = atoms[start.spot.atom..end.spot.atom].iter();
    let glyphs: usize = whole.map(|atom| atom.word.glyphs.len()).sum();
    (glyphs + before(end)).saturating_sub(before(start))
}

struct Finder<'a> {
    setting: &'a Setting<'a>,
    atoms: &'a [Atom<'a>],
    measure: f64,
    /// Whether hyphens cut what they spare as long as there is room.
    cuts_names: bool,
    /// What has been set before each atom.
    pens: Vec<Sums>,
    places: Vec<LineBreak>,
}

impl Finder<'_> {
    fn walk(&mut self) {
        let mut pen = Sums::default();
        // Where the last word ended, before any spaces.
        let mut end = pen;
        for (at, atom) in self.atoms.iter().enumerate() {
            let spot = Spot {
                atom: at,
                cut: Cut::Before,
            };
            if at > 0
                && self.atoms[at - 1].kind.is_breaking_space()
                && !atom.kind.is_breaking_space()
            {
                self.add(LineBreak::plain(spot, end, pen));
            }
            self.pens.push(pen);
            let width = f64::from(atom.word.width) * self.setting.scale(atom.span);
            match atom.kind {
                Kind::Word { hyphenates } => self.add_points(at, pen, hyphenates),
                Kind::Seam { hyphen } => self.add_seam(at, pen, hyphen),
                Kind::Space {
                    stretches: true, ..
                } => {
                    pen.stretch += width * costs::STRETCH;
                    pen.shrink += width * costs::SHRINK;
                }
                Kind::Space { .. } => {}
            }
            pen.width += width;
            if !atom.kind.is_breaking_space() {
                end = pen;
            }
        }
        self.pens.push(pen);
        let spot = Spot {
            atom: self.atoms.len(),
            cut: Cut::Before,
        };
        self.add(LineBreak::plain(spot, end, pen));
    }

    /// The points of a word.
    fn add_points(&mut self, at: usize, pen: Sums, hyphenates: bool) {
        let atom = &self.atoms[at];
        let scale = self.setting.scale(atom.span);
        let wide = |units: i32| f64::from(units) * scale;
        for (nth, point) in atom.word.points.iter().enumerate() {
            let may_cut = hyphenates || self.cuts_names || self.is_too_wide(atom, nth);
            if point.adds_hyphen && !may_cut {
                continue;
            }
            let hyphen = if point.adds_hyphen {
                self.setting.hyphen_width(atom.span)
            } else {
                0.0
            };
            let before = atom.word.glyphs[..point.stays_to].last();
            let is_typed = before.is_some_and(|glyph| glyph.text.ends_with('-'));
            self.add(LineBreak {
                spot: Spot {
                    atom: at,
                    cut: Cut::Point(nth),
                },
                end: pen.wider(wide(point.stays) + hyphen),
                start: pen.wider(wide(atom.word.width - point.goes)),
                ending: if point.adds_hyphen {
                    Ending::Hyphen
                } else {
                    Ending::Typed
                },
                hyphen,
                seen_hyphen: point.adds_hyphen || is_typed,
            });
        }
    }

    /// Whether what a point lies in, between two typed hyphens or joints, is wider than a line: then even a name or a head word is
    /// cut, and better on a syllable than anywhere.
    fn is_too_wide(&self, atom: &Atom<'_>, point: usize) -> bool {
        let scale = self.setting.scale(atom.span);
        if f64::from(atom.word.width) * scale <= self.measure {
            return false;
        }
        let is_typed = |point: &&Point| !point.adds_hyphen;
        let (before, after) = atom.word.points.split_at(point);
        let start = before.iter().rev().find(is_typed);
        let start = start.map_or(0, |point| atom.word.width - point.goes);
        let end = after.iter().find(is_typed);
        let end = end.map_or(atom.word.width, |point| point.stays);
        f64::from(end - start) * scale > self.measure
    }

    /// A seam between two words.
    fn add_seam(&mut self, at: usize, pen: Sums, hyphen: bool) {
        let is_word = |atom: &Atom<'_>| matches!(atom.kind, Kind::Word { .. });
        let beside =
            [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| self.atoms.get(at)));
        if !beside.into_iter().all(|atom| atom.is_some_and(is_word)) {
            return;
        }
        let width = if hyphen {
            self.setting.hyphen_width(self.atoms[at].span)
        } else {
            0.0
        };
        let spot = Spot {
            atom: at + 1,
            cut: Cut::Before,
        };
        self.add(LineBreak {
            ending: if hyphen {
                Ending::Hyphen
            } else {
                Ending::Plain
            },
            hyphen: width,
            seen_hyphen: hyphen,
            ..LineBreak::plain(spot, pen.wider(width), pen)
        });
    }

    /// Adds a place, and those that are needed to come to it from the one before.
    fn add(&mut self, place: LineBreak) {
        let start = self.places.last().map_or(0.0, |last| last.start.width);
        if place.end.width - start > self.measure {
            if place.has_hyphen() {
                return;
            }
            self.chop(&place);
        }
        self.places.push(place);
    }

    /// Fills lines with clusters from the last place to a new one.
    fn chop(&mut self, to: &LineBreak) {
        let Some(from) = self.places.last().copied() else {
            return;
        };
        let mut start = from.start.width;
        let mut fitting: Option<LineBreak> = None;
        for place in self.clusters(&from, to).into_iter().chain([*to]) {
            if let Some(last) = fitting.filter(|_| place.end.width - start > self.measure) {
                self.places.push(last);
                start = last.start.width;
            }
            fitting = Some(place);
        }
    }

    /// The places before each cluster strictly between two places.
    fn clusters(&self, from: &LineBreak, to: &LineBreak) -> Vec<LineBreak> {
        let (first, rest) = self.first_glyph(from.spot);
        let last = self.last_glyph(to.spot);
        let mut places = Vec::new();
        let mut x = from.start.width + rest;
        // The start itself is no place to end a line; but the rest of a ligature is a cluster of its own.
        let mut is_start = rest == 0.0;
        let known = from.spot.atom..self.pens.len().min(self.atoms.len()).min(to.spot.atom + 1);
        for at in known {
            let atom = &self.atoms[at];
            let scale = self.setting.scale(atom.span);
            let start = if at == from.spot.atom { first } else { 0 };
            let stop = if at == to.spot.atom {
                last
            } else {
                atom.word.glyphs.len()
            };
            for (glyph, shaped) in atom.word.glyphs.iter().enumerate().take(stop).skip(start) {
                let is_place = !shaped.text.is_empty() && !atom.kind.is_breaking_space();
                if is_place && !is_start {
                    places.push(self.before_glyph(at, glyph, x));
                }
                is_start = false;
                x += f64::from(shaped.advance) * scale;
            }
        }
        places
    }

    /// The place before a glyph.
    fn before_glyph(&self, at: usize, glyph: usize, x: f64) -> LineBreak {
        let atom = &self.atoms[at];
        let cut = if glyph == 0 {
            Cut::Before
        } else {
            Cut::Glyph(glyph)
        };
        let kerning =
            f64::from(kerning(&atom.word.glyphs[..glyph])) * self.setting.scale(atom.span);
        let start = Sums {
            width: x,
            ..self.pens[at]
        };
        LineBreak::plain(Spot { atom: at, cut }, start.wider(kerning), start)
    }

    /// The first whole glyph after a spot, and the width of the rest of a ligature before it.
    fn first_glyph(&self, spot: Spot) -> (usize, f64) {
        match spot.cut {
            Cut::Before => (0, 0.0),
            Cut::Glyph(glyph) => (glyph, 0.0),
            Cut::Point(point) => {
                let atom = &self.atoms[spot.atom];
                let point = &atom.word.points[point];
                let rest = point.split.as_ref().map_or(0, |[_, rest]| width(rest));
                (
                    point.goes_from,
                    f64::from(rest) * self.setting.scale(atom.span),
                )
            }
        }
    }

    /// How many glyphs begin before a spot, in its atom.
    fn last_glyph(&self, spot: Spot) -> usize {
        match spot.cut {
            Cut::Before => 0,
            Cut::Glyph(glyph) => glyph,
            Cut::Point(point) => {
                let point = &self.atoms[spot.atom].word.points[point];
                point.stays_to + usize::from(point.split.is_some())
            }
        }
    }
}
