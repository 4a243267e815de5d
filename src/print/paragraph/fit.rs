//! Which of the places are taken: those that cost least over the whole paragraph.
//!
//! A walk along the places, with the best ways to each that may still lead on. The ways are few, since a way is dropped as soon
//! as a line from it is too long, and lines that are much too short are not tried: the time grows with the length of the text.

use std::collections::VecDeque;

use crate::print::line::{Align, Measure};

use super::costs::{self, Candidate, DECENT, FITNESSES, Fitness};
use super::places::{LineBreak, TOLERANCE};

/// Three hyphens in a row are not done in French (CES-R4): they are only had where nothing else fits.
const MOST_HYPHENS: u8 = 3;
const STATES: usize = FITNESSES * (MOST_HYPHENS as usize + 1);

/// The places, by index, at which the lines end: the last one is always among them.
///
/// Good lines are looked for first; where there are none, the search begins again with shorter ones.
pub(super) fn fit(places: &[LineBreak], measure: &Measure, em: f64) -> Vec<usize> {
    if places
        .last()
        .is_some_and(|end| end.end.width <= measure.width.0)
    {
        return vec![places.len() - 1];
    }
    let mut search = Search {
        places,
        width: measure.width.0.max(0.0),
        em: em.max(0.1),
        justified: measure.align == Align::Justified,
        at_need: false,
        was_stuck: false,
        ways: Vec::new(),
        open: VecDeque::new(),
    };
    search.walk();
    if search.was_stuck {
        search.at_need = true;
        search.walk();
    }
    search.best()
}

/// A way from the start to a place, the cheapest of its kind.
#[derive(Clone, Copy, Debug)]
struct Way {
    place: usize,
    /// The way to the end of the line before, by index.
    before: usize,
    demerits: f64,
    fitness: Fitness,
    /// How many lines in a row end with a hyphen.
    hyphens: u8,
}

struct Search<'a> {
    places: &'a [LineBreak],
    width: f64,
    em: f64,
    justified: bool,
    /// Whether short lines are tried too.
    at_need: bool,
    /// Whether a line had to be taken without choice.
    was_stuck: bool,
    ways: Vec<Way>,
    /// The ways that a line may still start from, in the order of their places.
    open: VecDeque<usize>,
}

/// A line between two places.
struct Span {
    /// How much the spaces of a justified line have to grow, as a share of their stretch, or to shrink.
    ratio: f64,
    badness: f64,
    is_too_long: bool,
    /// Whether it is too long even without the hyphen, as any longer one will be.
    is_beyond: bool,
    is_too_short: bool,
}

impl Search<'_> {
    fn walk(&mut self) {
        self.open.clear();
        self.ways.clear();
        self.open_way(Way {
            place: 0,
            before: 0,
            demerits: 0.0,
            fitness: DECENT,
            hyphens: 0,
        });
        for place in 1..self.places.len() {
            self.reach(place);
        }
    }

    /// Finds the best ways to a place.
    fn reach(&mut self, place: usize) {
        self.close(place);
        let mut best: [Option<Way>; STATES] = [None; STATES];
        for &way in &self.open {
            let span = self.span(way, place);
            if span.is_too_short {
                // Lines from later places are shorter still.
                break;
            }
            let is_long = span.is_too_long && !self.is_whole(way, place);
            if is_long || self.hyphens(way, place) == MOST_HYPHENS {
                continue;
            }
            let next = self.step(way, place, &span);
            let state = usize::from(next.fitness) * (usize::from(MOST_HYPHENS) + 1);
            let known = &mut best[state + usize::from(next.hyphens)];
            if known.is_none_or(|known| next.demerits < known.demerits) {
                *known = Some(next);
            }
        }
        for way in best.into_iter().flatten() {
            self.open_way(way);
        }
    }

    /// Drops the ways from which a line to the place is too long. If none is left, the last of them goes on with a line as full
    /// as it can be.
    fn close(&mut self, place: usize) {
        let mut dropped: Option<usize> = None;
        while let Some(&way) = self.open.front() {
            if !self.span(way, place).is_beyond || self.is_whole(way, place) {
                return;
            }
            let order = |way: usize| (self.ways[way].place, -self.ways[way].demerits);
            if dropped.is_none_or(|dropped| order(dropped) < order(way)) {
                dropped = Some(way);
            }
            self.open.pop_front();
            if let Some(last) = dropped.take_if(|_| self.open.is_empty()) {
                self.was_stuck = true;
                let end = self.fullest(last, place);
                let span = self.span(last, end);
                let next = self.step(last, end, &span);
                self.open_way(next);
            }
        }
    }

    /// The end of the fullest line from the end of a way that does not reach a place; not after a third hyphen, if possible.
    fn fullest(&self, way: usize, place: usize) -> usize {
        let next = self.ways[way].place + 1;
        let fits = |end: &usize| !self.span(way, *end).is_too_long;
        let is_allowed = |end: &usize| fits(end) && self.hyphens(way, *end) < MOST_HYPHENS;
        let mut ends = (next..place).rev();
        let allowed = ends.clone().find(is_allowed);
        allowed.or_else(|| ends.find(fits)).unwrap_or(next)
    }

    fn open_way(&mut self, way: Way) {
        self.open.push_back(self.ways.len());
        self.ways.push(way);
    }

    /// Whether no place lies between the end of a way and a place.
    fn is_whole(&self, way: usize, place: usize) -> bool {
        self.ways[way].place + 1 == place
    }

    /// The line from the end of a way to a place.
    fn span(&self, way: usize, place: usize) -> Span {
        let (start, end) = (
            &self.places[self.ways[way].place].start,
            &self.places[place].end,
        );
        let rest = self.width - (end.width - start.width);
        let shrink = if self.justified {
            end.shrink - start.shrink
        } else {
            0.0
        };
        let is_last = self.is_last(place);
        let ragged = rest / (self.width * costs::RAGGED_SHARE).max(self.em * costs::RAGGED_EMS);
        let (ratio, badness) = if rest < 0.0 && self.justified {
            (rest / shrink, costs::badness(rest / shrink))
        } else if is_last || rest <= 0.0 {
            (0.0, 0.0)
        } else if self.justified {
            let ratio = rest / (end.stretch - start.stretch);
            (ratio, costs::loose_badness(ratio, ragged))
        } else {
            (0.0, costs::badness(ragged))
        };
        let is_too_short = if self.at_need {
            rest > self.width * costs::MOST_REST_AT_NEED
        } else {
            ratio > costs::LOOSEST || rest > self.width * costs::MOST_REST
        };
        Span {
            ratio,
            badness,
            is_too_long: rest + shrink < -TOLERANCE,
            is_beyond: rest + shrink + self.places[place].hyphen < -TOLERANCE,
            is_too_short: is_too_short && !is_last,
        }
    }

    /// A way that goes on by a line.
    fn step(&self, way: usize, place: usize, span: &Span) -> Way {
        let (before, end) = (&self.ways[way], &self.places[place]);
        let fitness = costs::fitness(span.ratio);
        let hyphens = if end.seen_hyphen {
            MOST_HYPHENS.min(before.hyphens + 1)
        } else {
            0
        };
        let width = end.end.width - self.places[before.place].start.width;
        let candidate = Candidate {
            badness: span.badness,
            penalty: end.ending.penalty(self.justified),
            fitness: [before.fitness, fitness],
            hyphens,
            last: (self.is_last(place) && before.place > 0)
                .then(|| (before.hyphens > 0, width / self.em)),
        };
        Way {
            place,
            before: way,
            demerits: before.demerits + candidate.demerits(),
            fitness,
            hyphens,
        }
    }

    /// How many lines in a row end with a hyphen, if a way goes on to a place.
    fn hyphens(&self, way: usize, place: usize) -> u8 {
        match self.places[place].seen_hyphen {
            true => MOST_HYPHENS.min(self.ways[way].hyphens + 1),
            false => 0,
        }
    }

    fn is_last(&self, place: usize) -> bool {
        place + 1 == self.places.len()
    }

    /// The places on the cheapest way to the end.
    fn best(&self) -> Vec<usize> {
        let ends = self
            .ways
            .iter()
            .enumerate()
            .filter(|(_, way)| self.is_last(way.place));
        let best = ends.min_by(|(_, one), (_, other)| one.demerits.total_cmp(&other.demerits));
        let mut places = Vec::new();
        let mut way = best.map_or(0, |(at, _)| at);
        while self.ways[way].place > 0 {
            places.push(self.ways[way].place);
            way = self.ways[way].before;
        }
        places.reverse();
        places
    }
}
