//! How wide the columns of a table are: from what they hold, within the bounds of the style sheet.

use super::style::ColumnBounds;
use super::units::Pt;

/// What a column holds and may have.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ColumnDemand {
    /// The width of its widest word, with the paddings of the cell.
    pub(super) narrowest: Pt,
    /// The same of its ordinary words, dates and head words alone: a long address may be cut, these are not.
    pub(super) ordinary: Pt,
    /// The same where hyphens may be added: the width of its widest syllable, date or head word.
    pub(super) hyphenated: Pt,
    /// The same where hyphens cut head words and names too: only figures, dates and syllables are left whole.
    pub(super) uncuttable: Pt,
    /// The width of its widest line, if none is broken, with the paddings.
    pub(super) widest: Pt,
    /// How much text it holds: the sum of the widths of its cells on one line each.
    pub(super) volume: Pt,
    /// Whether most of its cells are empty.
    pub(super) is_poor: bool,
    /// Its bounds as shares of the whole.
    pub(super) bounds: Option<ColumnBounds>,
}

/// What a column keeps of an equal share, though its bounds or the words of the others would leave it nothing: without any
/// width, it would be set over the next.
const LEAST_OF_SHARE: f64 = 0.2;

/// What the lower bounds of all columns may ask for together: the rest goes where the text is.
const MOST_RESERVED: f64 = 0.85;

/// Widths, and between which bounds a trial may move them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shares {
    /// The width of each column.
    pub(super) widths: Vec<Pt>,
    /// What each needs at least.
    pub(super) least: Vec<Pt>,
    /// What each may have at most.
    pub(super) most: Vec<Pt>,
}

/// The widths of columns that share `total`.
///
/// Each gets what its widest ordinary word needs, whatever its bounds, and what an address needs as far as they allow; where
/// words would take more than there is, hyphens cut them rather than dates and head words; where these take too much, hyphens
/// cut the longest of them, and what none can cut, such as a figure, stays whole as long as there is room at all. What is
/// left goes to the columns in proportion to how much text they hold, up to their widest line, then to their bound, so that
/// none is much longer than the others; and what is left then, beyond the bounds, likewise. Bounds are kept unless they leave
/// too much or too little for the whole: few columns still fill it.
pub(super) fn shares(total: Pt, demands: &[ColumnDemand]) -> Shares {
    let floor = total / demands.len().max(1) as f64 * LEAST_OF_SHARE;
    let asked = demands.iter().filter_map(|demand| demand.bounds);
    let asked: f64 = asked.map(|bounds| bounds.least).sum();
    let granted = (MOST_RESERVED / asked).min(1.0);
    let least: Vec<Pt> = demands
        .iter()
        .map(|demand| lower(total, floor, granted, demand))
        .collect();
    let floors: Vec<Pt> = least.iter().map(|least| least.min(floor)).collect();
    let at_least = |of: fn(&ColumnDemand) -> Pt, below: &[Pt]| -> Vec<Pt> {
        let pairs = demands.iter().zip(below);
        pairs
            .map(|(demand, below)| of(demand).max(*below))
            .collect()
    };
    let pieces = at_least(|demand| demand.uncuttable, &floors);
    let syllables = at_least(|demand| demand.hyphenated, &pieces);
    let words = at_least(|demand| demand.ordinary, &syllables);
    for (from, to) in [(&floors, &pieces), (&pieces, &syllables)] {
        if sum(to) >= total {
            return shortest_first(total, from, to);
        }
    }
    for (from, to) in [(&syllables, &words), (&words, &least)] {
        if sum(to) >= total {
            let weights: Vec<f64> = to.iter().map(|width| width.0.max(1.0)).collect();
            let widths = scaled(&fill(total, from, to, &weights), total);
            return Shares::new(widths, from, to);
        }
    }
    let most: Vec<Pt> = demands
        .iter()
        .zip(&least)
        .map(|(demand, least)| upper(total, demand).max(*least))
        .collect();
    let wanted: Vec<Pt> = demands
        .iter()
        .zip(least.iter().zip(&most))
        .map(|(demand, (least, most))| demand.widest.max(*least).min(*most))
        .collect();
    let weights: Vec<f64> = demands
        .iter()
        .map(|demand| demand.volume.0.max(1.0))
        .collect();
    let filled = fill(total, &least, &wanted, &weights);
    // Too few columns for their bounds: the text takes what is left, and a date no more than it needs.
    let is_held = demands.iter().all(|demand| demand.volume <= Pt::ZERO)
        || most.iter().copied().sum::<Pt>() >= total;
    let most = if is_held {
        most
    } else {
        vec![total; demands.len()]
    };
    let widths = scaled(&fill(total, &filled, &most, &weights), total);
    Shares::new(widths, &least, &most)
}

fn sum(widths: &[Pt]) -> Pt {
    widths.iter().copied().sum()
}

/// Widths for columns that cannot all have what they need: those that need least have it, and keep it; the widest ones share
/// the rest, for a long word is better cut than a short one or a figure.
fn shortest_first(total: Pt, from: &[Pt], to: &[Pt]) -> Shares {
    let widths = scaled(&fill(total, from, to, &vec![1.0; to.len()]), total);
    let least: Vec<Pt> = widths
        .iter()
        .zip(from.iter().zip(to))
        .map(|(width, (from, to))| if width >= to { *to } else { *from })
        .collect();
    Shares::new(widths, &least, to)
}

impl Shares {
    /// The bounds are widened where the widths had to leave them.
    fn new(widths: Vec<Pt>, least: &[Pt], most: &[Pt]) -> Self {
        let pairs = |bounds: &[Pt], widened: fn(Pt, Pt) -> Pt| -> Vec<Pt> {
            let pairs = widths.iter().zip(bounds);
            pairs
                .map(|(width, bound)| widened(*bound, *width))
                .collect()
        };
        Self {
            least: pairs(least, Pt::min),
            most: pairs(most, Pt::max),
            widths,
        }
    }
}

/// A column whose whole text is so many lines of its lower bound is nearly empty.
const NEARLY_EMPTY: f64 = 4.0;

/// The least width of a column, whose lower bound is granted in part where all of them ask for too much. One that is nearly
/// empty needs no more than its words do, unless its share is fixed; one of short texts no more than its widest line.
fn lower(total: Pt, floor: Pt, granted: f64, demand: &ColumnDemand) -> Pt {
    let Some(bounds) = demand.bounds else {
        return demand.narrowest;
    };
    let bound = total * (bounds.least * granted);
    let is_fixed = bounds.least >= bounds.most;
    let is_short = demand.widest <= bound;
    let is_empty = demand.is_poor && !is_short && demand.volume <= bound * NEARLY_EMPTY;
    let bound = match is_fixed {
        true => bound,
        false if is_empty => Pt::ZERO,
        false => bound.min(demand.widest),
    };
    demand
        .narrowest
        .max(bound)
        .min(total * bounds.most)
        .max(demand.ordinary)
        .max(floor)
}

fn upper(total: Pt, demand: &ColumnDemand) -> Pt {
    demand.bounds.map_or(total, |bounds| total * bounds.most)
}

/// Raises the widths from `from` towards `to`, in proportion to the weights, until `total` is used up.
fn fill(total: Pt, from: &[Pt], to: &[Pt], weights: &[f64]) -> Vec<Pt> {
    let mut widths = from.to_vec();
    let mut open: Vec<usize> = (0..widths.len()).filter(|&i| widths[i] < to[i]).collect();
    // Each round uses the rest up or closes a column.
    while !open.is_empty() {
        let rest = total - widths.iter().copied().sum();
        if rest <= Pt::ZERO {
            break;
        }
        // The widths, not what is added to them, are to be in proportion: a level rises as water does.
        let target = |weight: f64, level: f64| Pt(weight * level);
        let level = level_of(&open, &widths, weights, rest);
        let full: Vec<usize> = open
            .iter()
            .copied()
            .filter(|&i| target(weights[i], level) >= to[i])
            .collect();
        if full.is_empty() {
            for &i in &open {
                widths[i] = widths[i].max(target(weights[i], level));
            }
            break;
        }
        for &i in &full {
            widths[i] = to[i];
        }
        open.retain(|i| !full.contains(i));
    }
    widths
}

/// The level at which `weight × level`, where it is above what a column has, uses up the rest.
fn level_of(open: &[usize], widths: &[Pt], weights: &[f64], rest: Pt) -> f64 {
    let mut by_level: Vec<usize> = open.to_vec();
    by_level.sort_by(|&a, &b| (widths[a].0 / weights[a]).total_cmp(&(widths[b].0 / weights[b])));
    let (mut used, mut weight, mut level) = (0.0, 0.0, 0.0);
    for (rank, &i) in by_level.iter().enumerate() {
        used += widths[i].0;
        weight += weights[i];
        level = (used + rest.0) / weight;
        let next = by_level.get(rank + 1).map(|&j| widths[j].0 / weights[j]);
        if next.is_none_or(|next| level <= next) {
            break;
        }
    }
    level
}

/// The same proportions, for that total.
fn scaled(widths: &[Pt], total: Pt) -> Vec<Pt> {
    let sum: Pt = widths.iter().copied().sum();
    if sum <= Pt::ZERO {
        return vec![total / widths.len().max(1) as f64; widths.len()];
    }
    widths
        .iter()
        .map(|width| *width * (total.0 / sum.0))
        .collect()
}

#[cfg(test)]
mod tests;
