//! A galley → pages: where each page ends, and what stands where on it.
//!
//! Entry point: [`paginate`]. The way: `plan` gives everything its page and its place, `costs` judges plans over the whole
//! document, `paint` moves what the best one says. A page ends at the last place before the overflow that parts nothing that
//! belongs together; only where there is none is a worse one taken. Where the last page would hold a few lines, the spaces of
//! the whole are taken in step by step, as far as the style sheet allows, and what that makes is judged beside the first plan.
//! What is not cut is never lost: a strip higher than the page stands alone on one.

mod costs;
mod paint;
mod plan;
mod side_by_side;

use super::galley::{Flow, Galley};
use super::page::{Destination, Item, OutlineEntry};
use super::units::Pt;
use plan::Plan;

/// The text of one page, from the top left corner of the type area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypePage {
    /// What is painted.
    pub(super) items: Vec<Item>,
}

/// The pages, and what can be led to, from the top of the type area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pagination {
    /// The pages; at least one.
    pub(super) pages: Vec<TypePage>,
    /// The anchors.
    pub(super) destinations: Vec<Destination>,
    /// The headings.
    pub(super) outline: Vec<OutlineEntry>,
}

/// In how many steps spaces are taken in: the least that helps is enough.
const STEPS: u32 = 4;

/// Cuts the galley into pages of that height. Spaces may be taken in by that share of theirs.
pub(super) fn paginate(mut galley: Galley, height: Pt, most_tightened: f64) -> Pagination {
    let mut best = plan::plan(&galley, height, None);
    if most_tightened > 0.0 && best.ends_with_few(costs::FEW) {
        let cost = costs::of(&best);
        let tried = (1..=STEPS).find_map(|step| {
            tighten(&mut galley.flows, most_tightened, step - 1, step);
            let tightened = f64::from(step) / f64::from(STEPS);
            let plan = Plan {
                tightened,
                ..plan::plan(&galley, height, None)
            };
            (costs::of(&plan) < cost).then_some(plan)
        });
        match tried {
            Some(plan) => best = plan,
            None => tighten(&mut galley.flows, most_tightened, STEPS, 0),
        }
    }
    if let Some(plan) = with_fuller_end(&galley, height, &best) {
        best = plan;
    }
    paint::paint(galley.flows, best)
}

/// Where a last page of a few lines is not to be avoided: the same with some lines more on it, which the page before gives.
fn with_fuller_end(galley: &Galley, height: Pt, best: &Plan) -> Option<Plan> {
    let last = best.pages.last()?;
    if !best.ends_with_few(costs::SHORT_LAST) {
        return None;
    }
    let given = height * (costs::SHORT_LAST - last.filled + costs::MARGIN);
    let plan = Plan {
        tightened: best.tightened,
        ..plan::plan(galley, height, Some((best.pages.len() - 2, height - given)))
    };
    (costs::of(&plan) < costs::of(best)).then_some(plan)
}

/// Takes the spaces in from one step to another.
fn tighten(flows: &mut [Flow], most: f64, from: u32, to: u32) {
    let left = |step: u32| 1.0 - most * f64::from(step) / f64::from(STEPS);
    let factor = left(to) / left(from);
    flows.iter_mut().for_each(|flow| flow.tighten(factor));
}
