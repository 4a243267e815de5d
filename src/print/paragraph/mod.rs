//! Spans of text → set lines: shaping, hyphenation, total-fit line breaking, justification.
//!
//! Entry points: [`set`] for a paragraph, [`extent`] for the widths that a column needs, [`run`] for words that are never
//! broken. The way: `atoms` cuts the spans into words and spaces, `places` finds where lines may end, `fit` chooses among them,
//! `compose` positions the glyphs. What a bad line costs stands in `costs`.
//!
//! What holds of every result: each character that is drawn appears once, in the order of reading, whichever way its script runs (`direction`); no line is wider than the measure, unless a
//! single cluster is. Spaces at the end of a line are kept, so that words stay apart in the text of the page, but move the pen
//! by nothing.

mod atoms;
mod compose;
mod costs;
mod direction;
mod fit;
mod held;
mod places;
mod stretches;

use crate::french::hyphenation::is_address;

use super::fonts::{Face, Fonts};
use super::line::{Cutting, Extent, Line, Measure, Span};
use super::page::{Mark, TextRun};
use super::units::{Color, Pt};

use atoms::{Atom, Setting};
use places::LineBreak;

pub(super) use stretches::Stretches;

/// The lines of a paragraph; none if it has nothing but spaces.
///
/// A line feed ends a line; one at the very end adds none. Justified lines are those that a break ended: the last one, and
/// those before a line feed, are ragged, and so is a line whose spaces would grow out of all measure.
///
/// ```
/// use greffier::print::fonts::{Face, Fonts};
/// use greffier::print::line::{Align, Cutting, Measure, Span};
/// use greffier::print::page::Mark;
/// use greffier::print::paragraph::set;
/// use greffier::print::units::{Color, Pt};
///
/// let text = Span {
///     text: "développement".into(),
///     face: Face::Regular,
///     size: Pt(10.0),
///     color: Color::default(),
///     rise: Pt::ZERO,
///     cutting: Cutting::Text,
///     mark: Mark::Element(1),
///     link: None,
/// };
/// let measure = Measure { width: Pt(50.0), leading: Pt(14.0), align: Align::Left };
/// let lines = set(&Fonts::embedded(), &[text], &measure);
/// let texts: Vec<String> = lines.iter().flat_map(|line| &line.runs).map(|run| run.text()).collect();
/// assert_eq!(texts, ["dévelop", "-", "pement"]);
/// ```
#[must_use]
pub fn set(fonts: &Fonts, spans: &[Span], measure: &Measure) -> Vec<Line> {
    let setting = Setting::new(fonts, spans);
    let composer = compose::Composer::new(&setting, measure);
    let mut lines = Vec::new();
    let forced = setting.forced_lines();
    let count = forced.len();
    for (nth, atoms) in forced.into_iter().enumerate() {
        let places = places::find(&setting, &atoms, measure.width);
        let ends = fit::fit(&places, measure, setting.base_size());
        let mut start = &places[0];
        for end in ends {
            lines.push(composer.line(&atoms, start, &places[end], end + 1 == places.len()));
            start = &places[end];
        }
        if let Some(line) = lines.last_mut().filter(|_| nth + 1 < count) {
            composer.end_with_space(line);
        }
    }
    lines
}

/// How narrow a paragraph can be without adding hyphens, and how wide it would like to be.
#[must_use]
pub fn extent(fonts: &Fonts, spans: &[Span]) -> Extent {
    measured(fonts, spans).0
}

/// The same, with what its lines may be made of: for trials of a width before it is set.
pub(super) fn measured(fonts: &Fonts, spans: &[Span]) -> (Extent, Stretches) {
    let setting = Setting::new(fonts, spans);
    let mut extent = Extent::default();
    let mut stretches = Stretches::default();
    for atoms in setting.forced_lines() {
        let places = places::find(&setting, &atoms, Pt(f64::INFINITY));
        let (mut start, mut syllable) = (&places[0], &places[0]);
        for place in &places {
            let width = Pt(place.end.width - syllable.start.width);
            if width > extent.hyphenated && is_ordinary(&atoms, syllable, place) {
                extent.hyphenated = width;
            }
            syllable = place;
            if place.has_hyphen() {
                continue;
            }
            let width = Pt(place.end.width - start.start.width);
            extent.narrowest = extent.narrowest.max(width);
            extent.widest = extent.widest.max(Pt(place.end.width));
            if width > extent.ordinary && is_ordinary(&atoms, start, place) {
                extent.ordinary = width;
            }
            start = place;
        }
        extent.uncuttable = extent.uncuttable.max(widest_syllable(&setting, &atoms));
        stretches.add_line(&places);
    }
    (extent, stretches)
}

/// The width of what nothing cuts in a line of atoms, were there no room for its head words and names either.
fn widest_syllable(setting: &Setting<'_>, atoms: &[Atom<'_>]) -> Pt {
    let places = places::find_syllables(setting, atoms);
    let pairs = places.iter().zip(places.iter().skip(1));
    pairs
        .filter(|(start, end)| is_ordinary(atoms, start, end))
        .map(|(start, end)| Pt(end.end.width - start.start.width))
        .fold(Pt::ZERO, Pt::max)
}

/// At most 30 letters in an ordinary word: those of French are shorter, and so is a date in words that no-break spaces hold
/// together.
const LONGEST_ORDINARY: usize = 30;

/// Whether what stands between two places where a line may end is a word of running text, and no address.
fn is_ordinary(atoms: &[Atom<'_>], start: &LineBreak, end: &LineBreak) -> bool {
    let own = &atoms[start.spot.atom..end.last_atom()];
    places::glyphs_between(atoms, start, end) <= LONGEST_ORDINARY
        && !own.iter().any(|atom| is_address(atom.text))
}

/// How often the width of a title is halved towards the narrowest that needs no further line.
const TRIALS: u32 = 6;

/// The lines of a title in the narrowest width that takes no more of them: none of its words stands alone on the last one.
pub(super) fn balanced(
    fonts: &Fonts,
    spans: &[Span],
    measure: &Measure,
    lines: Vec<Line>,
) -> Vec<Line> {
    let (extent, stretches) = measured(fonts, spans);
    let (mut least, mut most) = (extent.narrowest, measure.width);
    if least >= most || stretches.lines(most) != lines.len() {
        return lines;
    }
    for _ in 0..TRIALS {
        let middle = (least + most) / 2.0;
        if stretches.lines(middle) > lines.len() {
            least = middle;
        } else {
            most = middle;
        }
    }
    let narrower = Measure {
        width: most,
        ..*measure
    };
    let balanced = set(fonts, spans, &narrower);
    if balanced.len() == lines.len() {
        balanced
    } else {
        lines
    }
}

/// A text on one line, unbroken, that starts at the origin: a label, a mark across the page.
#[must_use]
pub fn run(fonts: &Fonts, text: &str, face: Face, size: Pt, color: Color, mark: Mark) -> TextRun {
    let span = Span {
        text: text.replace('\n', " "),
        face,
        size,
        color,
        rise: Pt::ZERO,
        cutting: Cutting::Whole,
        mark,
        link: None,
    };
    let spans = [span];
    let setting = Setting::new(fonts, &spans);
    let mut run = compose::empty_run(&spans[0], Pt::ZERO);
    for atom in setting.forced_lines().iter().flatten() {
        let scale = setting.scale(atom.span);
        run.glyphs.extend(
            atom.word
                .glyphs
                .iter()
                .map(|glyph| compose::scaled(glyph, scale)),
        );
    }
    run
}
