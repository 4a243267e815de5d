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
/// words would take more than there is, hyphens cut them rather than dates and head words. What is
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
    let syllables = at_least(|demand| demand.hyphenated, &floors);
    let words = at_least(|demand| demand.ordinary, &syllables);
    for (from, to) in [
        (&floors, &syllables),
        (&syllables, &words),
        (&words, &least),
    ] {
        if to.iter().copied().sum::<Pt>() >= total {
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
mod tests {
    use super::*;

    fn demand(
        narrowest: f64,
        widest: f64,
        volume: f64,
        bounds: Option<(f64, f64)>,
    ) -> ColumnDemand {
        ColumnDemand {
            narrowest: Pt(narrowest),
            widest: Pt(widest),
            volume: Pt(volume),
            bounds: bounds.map(|(least, most)| ColumnBounds { least, most }),
            ..ColumnDemand::default()
        }
    }

    /// A column of ordinary words, that wide; hyphens make them a third as wide.
    fn words(narrowest: f64, volume: f64, bounds: Option<(f64, f64)>) -> ColumnDemand {
        ColumnDemand {
            ordinary: Pt(narrowest),
            hyphenated: Pt(narrowest / 3.0),
            ..demand(narrowest, volume, volume, bounds)
        }
    }

    /// A column of dates: no hyphen makes them narrower.
    fn dates(narrowest: f64, bounds: Option<(f64, f64)>) -> ColumnDemand {
        ColumnDemand {
            ordinary: Pt(narrowest),
            hyphenated: Pt(narrowest),
            ..demand(narrowest, narrowest, narrowest, bounds)
        }
    }

    #[track_caller]
    fn check(demands: &[ColumnDemand], expected: &[f64]) {
        let widths: Vec<f64> = shares(Pt(100.0), demands)
            .widths
            .iter()
            .map(|width| (width.0 * 10.0).round() / 10.0)
            .collect();
        assert_eq!(widths, expected);
    }

    #[test]
    fn what_fits_on_one_line_is_not_broken() {
        let free = None;
        check(
            &[
                demand(5.0, 5.0, 50.0, free),
                demand(20.0, 45.0, 400.0, free),
                demand(20.0, 50.0, 400.0, free),
            ],
            &[5.0, 45.0, 50.0],
        );
    }

    #[test]
    fn the_bounds_are_kept() {
        let demands = [
            demand(10.0, 900.0, 9_000.0, Some((0.2, 0.4))),
            demand(10.0, 500.0, 1_000.0, Some((0.1, 0.3))),
            demand(10.0, 0.0, 0.0, Some((0.1, 0.3))),
        ];
        check(&demands, &[40.0, 30.0, 30.0]);
    }

    #[test]
    fn long_columns_are_wide() {
        let free = None;
        check(
            &[
                demand(10.0, 900.0, 3_000.0, free),
                demand(10.0, 900.0, 1_000.0, free),
            ],
            &[75.0, 25.0],
        );
    }

    #[test]
    fn words_too_wide_for_the_whole_share_it() {
        let free = None;
        check(
            &[
                demand(300.0, 300.0, 300.0, free),
                demand(100.0, 100.0, 100.0, free),
            ],
            &[75.0, 25.0],
        );
        check(&[], &[]);
    }

    #[test]
    fn no_column_is_without_width() {
        check(
            &[
                demand(10.0, 20.0, 20.0, Some((0.0, 0.0))),
                demand(10.0, 300.0, 300.0, Some((1.0, 1.0))),
            ],
            &[10.0, 90.0],
        );
        check(
            &[
                demand(20.0, 20.0, 20.0, None),
                demand(9_000.0, 9_000.0, 9_000.0, None),
            ],
            &[10.0, 90.0],
        );
    }

    #[test]
    fn a_word_or_a_date_is_not_cut_for_a_bound() {
        let text = words(15.0, 900.0, Some((0.2, 0.8)));
        check(&[words(40.0, 40.0, Some((0.1, 0.3))), text], &[40.0, 60.0]);
        check(&[text, dates(22.0, Some((0.08, 0.16)))], &[78.0, 22.0]);
        // Bounds that leave too little for the words of another.
        let greedy = demand(10.0, 900.0, 900.0, Some((0.9, 0.9)));
        check(&[greedy, words(25.0, 25.0, None)], &[75.0, 25.0]);
    }

    #[test]
    fn hyphens_cut_words_before_a_date_is_cut() {
        let columns = [
            words(60.0, 60.0, None),
            words(60.0, 60.0, None),
            dates(22.0, None),
        ];
        check(&columns, &[39.0, 39.0, 22.0]);
    }

    /// Of a column with little in it, what fits its lower bound stays on one line; a text that does not may be broken.
    #[test]
    fn a_nearly_empty_column_has_room_for_its_short_texts_alone() {
        let poor = |widest: f64, bounds| ColumnDemand {
            is_poor: true,
            ordinary: Pt(11.0),
            ..demand(11.0, widest, widest, Some(bounds))
        };
        let text = demand(10.0, 900.0, 9_000.0, Some((0.4, 0.75)));
        let least = |column| shares(Pt(100.0), &[text, column]).least[1].0;
        assert_eq!(least(poor(15.0, (0.18, 0.2))), 15.0);
        assert_eq!(least(poor(90.0, (0.26, 0.84))), 11.0);
        assert_eq!(least(poor(120.0, (0.26, 0.84))), 26.0);
    }

    /// Few columns fill the table: the rest goes to where the text is, not to what is short.
    #[test]
    fn what_the_bounds_leave_goes_to_the_text() {
        let text = words(15.0, 900.0, Some((0.16, 0.4)));
        check(&[text, dates(12.0, Some((0.08, 0.16)))], &[88.0, 12.0]);
        check(&[dates(12.0, Some((0.08, 0.16)))], &[100.0]);
        let shares = |share: f64| demand(0.0, 0.0, 0.0, Some((share, share)));
        check(&[shares(0.2), shares(0.4)], &[33.3, 66.7]);
    }

    #[test]
    fn a_long_address_stays_within_the_bound() {
        check(
            &[
                demand(80.0, 80.0, 80.0, Some((0.1, 0.3))),
                demand(10.0, 300.0, 300.0, Some((0.2, 0.8))),
            ],
            &[30.0, 70.0],
        );
    }
}
