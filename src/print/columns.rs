//! How wide the columns of a table are: from what they hold, within the bounds of the style sheet.

use super::style::ColumnBounds;
use super::units::Pt;

/// What a column holds and may have.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ColumnDemand {
    /// The width of its widest word, with the paddings of the cell.
    pub(super) narrowest: Pt,
    /// The width of its widest line, if none is broken, with the paddings.
    pub(super) widest: Pt,
    /// How much text it holds: the sum of the widths of its cells on one line each.
    pub(super) volume: Pt,
    /// Its bounds as shares of the whole.
    pub(super) bounds: Option<ColumnBounds>,
}

/// What a column keeps of an equal share, though its bounds or the words of the others would leave it nothing: without any
/// width, it would be set over the next.
const LEAST_OF_SHARE: f64 = 0.2;

/// The widths of columns that share `total`.
///
/// Each gets what its widest word needs, as far as its bounds allow. What is left goes to the columns in proportion to how
/// much text they hold, up to their widest line or their bound, so that none is much longer than the others; and what is left
/// then, to all. Bounds are kept unless they leave too much or too little for the whole.
pub(super) fn widths(total: Pt, demands: &[ColumnDemand]) -> Vec<Pt> {
    let floor = total / demands.len().max(1) as f64 * LEAST_OF_SHARE;
    let least: Vec<Pt> = demands
        .iter()
        .map(|demand| lower(total, floor, demand))
        .collect();
    let needed: Pt = least.iter().copied().sum();
    if needed >= total {
        let floors: Vec<Pt> = least.iter().map(|least| least.min(floor)).collect();
        let weights: Vec<f64> = least.iter().map(|least| least.0.max(1.0)).collect();
        return scaled(&fill(total, &floors, &least, &weights), total);
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
    let filled = fill(total, &filled, &most, &weights);
    scaled(&filled, total)
}

fn lower(total: Pt, floor: Pt, demand: &ColumnDemand) -> Pt {
    match demand.bounds {
        None => demand.narrowest,
        Some(bounds) => demand
            .narrowest
            .max(total * bounds.least)
            .min(total * bounds.most)
            .max(floor),
    }
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
        }
    }

    #[track_caller]
    fn check(demands: &[ColumnDemand], expected: &[f64]) {
        let widths: Vec<f64> = widths(Pt(100.0), demands)
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
    fn a_long_word_stays_within_the_bound() {
        check(
            &[
                demand(80.0, 80.0, 80.0, Some((0.1, 0.3))),
                demand(10.0, 300.0, 300.0, Some((0.2, 0.8))),
            ],
            &[30.0, 70.0],
        );
    }
}
