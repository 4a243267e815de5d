//! A line's glyphs in their places.

use crate::print::fonts::Face;
use crate::print::line::{Align, Line, Measure, Span};
use crate::print::page::{Glyph, LinkArea, SOFT_HYPHEN, TextRun};
use crate::print::shape::ShapedGlyph;
use crate::print::units::Pt;

use super::atoms::{Atom, Kind, Setting};
use super::costs;
use super::direction::{self, Depth};
use super::places::{Cut, LineBreak};

/// Room is made for at most 256 glyphs at once: a word that many lines cut counts whole in each of them.
const MOST_RESERVED: usize = 256;

/// Makes the lines of a paragraph.
pub(super) struct Composer<'a> {
    setting: &'a Setting<'a>,
    measure: &'a Measure,
    /// From the top of a line to its baseline.
    baseline: Pt,
    /// The height of the text above its baseline, and below.
    ascent: Pt,
    descent: Pt,
}

impl<'a> Composer<'a> {
    /// The leading is shared evenly above and below the text, as in CSS. The upright face alone decides, so that texts in
    /// different faces stand on one line side by side.
    pub(super) fn new(setting: &'a Setting<'a>, measure: &'a Measure) -> Self {
        let face = setting.fonts.face(Face::Regular);
        let em = Pt(setting.base_size() / f64::from(face.units_per_em.max(1)));
        let (ascent, descent) = (em * f64::from(face.ascent), em * f64::from(-face.descent));
        Self {
            setting,
            measure,
            baseline: (measure.leading - ascent - descent) / 2.0 + ascent,
            ascent,
            descent,
        }
    }

    /// The line between two places.
    pub(super) fn line(
        &self,
        atoms: &[Atom<'_>],
        start: &LineBreak,
        end: &LineBreak,
        is_last: bool,
    ) -> Line {
        let first = start.spot.atom;
        let beyond = match end.spot.cut {
            Cut::Before => end.spot.atom,
            Cut::Point(_) | Cut::Glyph(_) => end.spot.atom + 1,
        };
        let on_line = atoms.get(first..beyond).unwrap_or_default();
        let (stretch, x) = self.fill(start, end, is_last);
        let glyphs: usize = on_line.iter().map(|atom| atom.word.glyphs.len()).sum();
        let reserved = glyphs.min(MOST_RESERVED);
        let mut pen = Pen {
            composer: self,
            stretch,
            x,
            reserved,
            runs: Vec::new(),
            span: None,
            depths: Vec::with_capacity(reserved),
            links: Vec::new(),
        };
        let seen = on_line
            .iter()
            .rposition(|atom| !atom.kind.is_breaking_space())
            .map_or(0, |last| last + 1);
        for (at, atom) in (first..).zip(on_line) {
            if at >= first + seen {
                pen.trail(atom);
                continue;
            }
            let from = if at == first {
                start.spot.cut
            } else {
                Cut::Before
            };
            let to = (at == end.spot.atom).then_some(end.spot.cut);
            pen.put_part(atom, from, to);
        }
        if let Some(atom) = on_line.last().filter(|_| end.has_hyphen()) {
            pen.hyphen(atom);
        }
        pen.turn();
        Line {
            height: self.measure.leading,
            baseline: self.baseline,
            runs: pen.runs,
            links: pen.links,
        }
    }

    /// Keeps the words on both sides of a typed line break apart in the text of the page, by a space without width.
    pub(super) fn end_with_space(&self, line: &mut Line) {
        if let Some(run) = line.runs.last_mut() {
            let space = self.setting.fonts.shape(run.face, " ", false);
            run.glyphs
                .extend(space.glyphs.iter().map(|glyph| scaled(glyph, 0.0)));
        }
    }

    /// By how much of their stretch, or shrink, the spaces of a line grow, and where it starts.
    fn fill(&self, start: &LineBreak, end: &LineBreak, is_last: bool) -> (f64, Pt) {
        let (from, to) = (&start.start, &end.end);
        let rest = self.measure.width.0 - (to.width - from.width);
        match self.measure.align {
            Align::Left => (0.0, Pt::ZERO),
            Align::Right => (0.0, Pt(rest.max(0.0))),
            Align::Center => (0.0, Pt(rest.max(0.0) / 2.0)),
            Align::Justified if rest < 0.0 => {
                let shrink = to.shrink - from.shrink;
                let ratio = if shrink > 0.0 {
                    (rest / shrink).max(-1.0)
                } else {
                    0.0
                };
                (ratio * costs::SHRINK, Pt::ZERO)
            }
            Align::Justified => {
                let stretch = to.stretch - from.stretch;
                let can = !is_last && stretch > 0.0 && rest <= stretch * costs::LOOSEST;
                let ratio = if can { rest / stretch } else { 0.0 };
                (ratio * costs::STRETCH, Pt::ZERO)
            }
        }
    }
}

/// Puts glyphs down from left to right.
struct Pen<'a> {
    composer: &'a Composer<'a>,
    /// By what share of their width spaces grow.
    stretch: f64,
    x: Pt,
    /// For how many glyphs room is made.
    reserved: usize,
    runs: Vec<TextRun>,
    /// The span of the last run.
    span: Option<usize>,
    /// Which way each glyph runs.
    depths: Vec<Depth>,
    links: Vec<LinkArea>,
}

impl Pen<'_> {
    /// The part of an atom between two cuts; without the second, all of the rest.
    fn put_part(&mut self, atom: &Atom<'_>, from: Cut, to: Option<Cut>) {
        let (glyphs, points) = (&atom.word.glyphs, &atom.word.points);
        let mut first = 0;
        match from {
            Cut::Before => {}
            Cut::Glyph(glyph) => first = glyph,
            Cut::Point(point) => {
                let point = &points[point];
                first = point.goes_from;
                if let Some([_, rest]) = &point.split {
                    self.put(atom, rest, false);
                }
            }
        }
        let (last, split) = match to {
            None => (glyphs.len(), None),
            Some(Cut::Before) => (0, None),
            Some(Cut::Glyph(glyph)) => (glyph, None),
            Some(Cut::Point(point)) => (points[point].stays_to, points[point].split.as_ref()),
        };
        let is_cut = to.is_some() && split.is_none();
        self.put(atom, glyphs.get(first..last).unwrap_or_default(), is_cut);
        if let Some([part, _]) = split {
            self.put(atom, part, false);
        }
    }

    /// Some glyphs of an atom; at a cut, the last of them is not kerned with what follows.
    fn put(&mut self, atom: &Atom<'_>, glyphs: &[ShapedGlyph], is_cut: bool) {
        let scale = self.composer.setting.scale(atom.span);
        let stretches = matches!(
            atom.kind,
            Kind::Space {
                stretches: true,
                ..
            }
        );
        let start = self.x;
        for (at, glyph) in glyphs.iter().enumerate() {
            let mut glyph_on_line = scaled(glyph, scale);
            if is_cut && at + 1 == glyphs.len() {
                glyph_on_line.advance = Pt(f64::from(glyph.unkerned) * scale);
            }
            if stretches {
                glyph_on_line.advance = glyph_on_line.advance * (1.0 + self.stretch);
            }
            self.put_glyph(atom, glyph_on_line);
        }
        self.link(atom.span, start);
    }

    /// A space at the end of the line: there, but without width.
    fn trail(&mut self, atom: &Atom<'_>) {
        for glyph in &atom.word.glyphs {
            let space = Glyph {
                advance: Pt::ZERO,
                ..scaled(glyph, 0.0)
            };
            self.put_glyph(atom, space);
        }
    }

    /// The hyphen of a break: a run of its own, read as a soft hyphen.
    fn hyphen(&mut self, atom: &Atom<'_>) {
        let span = atom.span;
        let setting = self.composer.setting;
        let hyphen = setting.hyphen(span);
        let mut run = empty_run(&setting.spans[span], self.x);
        run.y = self.composer.baseline - setting.spans[span].rise;
        run.glyphs = hyphen
            .glyphs
            .iter()
            .map(|glyph| scaled(glyph, setting.scale(span)))
            .collect();
        run.actual_text = Some(SOFT_HYPHEN.into());
        let depths = run.glyphs.iter().map(|_| atom.depth);
        self.depths.extend(depths);
        let start = self.x;
        self.x += run.width();
        self.runs.push(run);
        self.link(span, start);
    }

    fn put_glyph(&mut self, atom: &Atom<'_>, glyph: Glyph) {
        let span = atom.span;
        let composer = self.composer;
        if self.span != Some(span) {
            let mut run = empty_run(&composer.setting.spans[span], self.x);
            run.glyphs.reserve(self.reserved);
            run.y = composer.baseline - composer.setting.spans[span].rise;
            self.runs.push(run);
            self.span = Some(span);
        }
        self.x += glyph.advance;
        if let Some(run) = self.runs.last_mut() {
            run.glyphs.push(glyph);
            self.depths.push(atom.depth);
        }
    }

    /// Moves what runs from right to left to where it is seen.
    fn turn(&mut self) {
        direction::turn(&mut self.runs, &mut self.links, &self.depths);
        direction::say(&mut self.runs, &self.depths);
    }

    /// Widens the area of the link that a span is part of to what has been put down since the pen stood at `start`.
    fn link(&mut self, span: usize, start: Pt) {
        let composer = self.composer;
        let Some((element, address)) = &composer.setting.spans[span].link else {
            return;
        };
        let known = self.links.iter_mut().find(|link| link.element == *element);
        if let Some(link) = known {
            link.width = self.x - link.x;
            return;
        }
        self.links.push(LinkArea {
            element: *element,
            address: address.to_string(),
            x: start,
            y: composer.baseline - composer.ascent,
            width: self.x - start,
            height: composer.ascent + composer.descent,
        });
    }
}

/// A run of the look of a span, without glyphs, that starts at `x` on the baseline 0.
pub(super) fn empty_run(span: &Span, x: Pt) -> TextRun {
    TextRun {
        mark: span.mark,
        face: span.face,
        size: span.size,
        color: span.color,
        x,
        y: Pt::ZERO,
        angle: 0.0,
        glyphs: Vec::new(),
        actual_text: None,
    }
}

/// A glyph at `scale` points per font unit.
pub(super) fn scaled(glyph: &ShapedGlyph, scale: f64) -> Glyph {
    Glyph {
        id: glyph.id,
        advance: Pt(f64::from(glyph.advance) * scale),
        x_offset: Pt(f64::from(glyph.x_offset) * scale),
        y_offset: Pt(f64::from(glyph.y_offset) * scale),
        text: glyph.text.clone(),
    }
}
