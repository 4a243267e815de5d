//! Which page each strip, and each part of a table, stands on, and where.

use std::sync::Arc;

use super::side_by_side::side_by_side;
use crate::print::galley::{Break, Flow, Galley, RepeatedHead};
use crate::print::grid::Fragment;
use crate::print::units::Pt;

/// What stands on each page.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The pages; at least one.
    pub(super) pages: Vec<PagePlan>,
    /// By how much of what the style sheet allows the spaces were taken in.
    pub(super) tightened: f64,
}

/// What stands on a page.
#[derive(Debug)]
pub(super) struct PagePlan {
    /// What says that the theme of the page before goes on.
    pub(super) head: Option<Arc<RepeatedHead>>,
    /// From top to bottom.
    pub(super) placed: Vec<Placed>,
    /// How much of its height is filled.
    pub(super) filled: f64,
    /// How welcome its end is.
    pub(super) end: Break,
}

/// Something that has its place on a page.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) flow: usize,
    pub(super) y: Pt,
    /// What stands here of a table: fragments side by side, from left to right.
    pub(super) fragments: Vec<Fragment>,
    /// Whether this is where the table begins.
    begins: bool,
    /// Where it ends on the page.
    foot: Pt,
}

impl Plan {
    /// Whether the last of several pages is filled by less than that share.
    pub(super) fn ends_with_few(&self, share: f64) -> bool {
        let last = self.pages.last().filter(|_| self.pages.len() > 1);
        last.is_some_and(|page| page.filled < share)
    }
}

/// Gives everything its place on pages of that height; one of them may be given less of it.
pub(super) fn plan(galley: &Galley, height: Pt, shorter: Option<(usize, Pt)>) -> Plan {
    let mut planner = Planner {
        galley,
        flows: &galley.flows,
        height,
        shorter,
        head: None,
        page: Vec::new(),
        foot: Pt::ZERO,
        plan: Plan::default(),
    };
    let mut next = 0;
    while next < planner.flows.len() {
        next = planner.put(next);
    }
    if !planner.page.is_empty() || planner.plan.pages.is_empty() {
        planner.close_page(Break::Allowed);
    }
    planner.plan
}

struct Planner<'a> {
    galley: &'a Galley,
    flows: &'a [Flow],
    height: Pt,
    /// A page that ends earlier than it must, and its height.
    shorter: Option<(usize, Pt)>,
    /// What stands above the page that is being filled.
    head: Option<Arc<RepeatedHead>>,
    page: Vec<Placed>,
    foot: Pt,
    plan: Plan,
}

impl Planner<'_> {
    /// The height of the page.
    fn page_height(&self) -> Pt {
        let own = self
            .shorter
            .filter(|(page, _)| *page == self.plan.pages.len());
        own.map_or(self.height, |(_, height)| height)
    }

    /// Gives a flow its place, and tells which one comes next: an earlier one where the page had to end before it.
    fn put(&mut self, index: usize) -> usize {
        let y = if self.page.is_empty() {
            self.begin_page(self.galley.head_above(index).cloned())
        } else {
            self.foot + self.flows[index].space_before()
        };
        match &self.flows[index] {
            Flow::Strip(strip) => {
                let mut y = y;
                if self.page.is_empty() && y + strip.height > self.page_height() {
                    y = self.begin_page(None);
                }
                let foot = y + strip.height;
                if foot > self.page_height() + Pt(0.001) && !self.page.is_empty() {
                    return self.end_page_before(index);
                }
                self.place(index, y, foot, Vec::new(), true);
                index + 1
            }
            Flow::Grid(_) => self.put_grid(index, y),
        }
    }

    fn put_grid(&mut self, index: usize, mut y: Pt) -> usize {
        let Flow::Grid(grid) = &self.flows[index] else {
            return index + 1;
        };
        let mut cursor = grid.start();
        let mut begins = true;
        loop {
            let must = self.page.is_empty();
            let mut room = self.page_height() - y;
            let before = cursor.clone();
            let mut fragments = side_by_side(grid, &mut cursor, (room, self.height), must);
            let is_too_high = |fragment: &Fragment| fragment.height > room;
            if must && self.head.is_some() && fragments.iter().any(is_too_high) {
                y = self.begin_page(None);
                room = self.page_height();
                cursor = before;
                fragments = side_by_side(grid, &mut cursor, (room, self.height), must);
            }
            if fragments.is_empty() && !must {
                if !self.is_tied_to_top(index) {
                    return self.end_page_before(index);
                }
                // Moved, the table would leave its heading behind: rather a cut that does not look well.
                let mut forced = cursor.clone();
                fragments = side_by_side(grid, &mut forced, (room, self.height), true);
                if fragments.iter().any(|fragment| fragment.height > room) {
                    return self.end_page_before(index);
                }
                cursor = forced;
            }
            let is_done = grid.is_done(&cursor, grid.rows.len());
            let foot = fragments
                .iter()
                .map(|fragment| y + fragment.height)
                .fold(y, Pt::max);
            self.place(index, y, foot, fragments, begins);
            if is_done {
                return index + 1;
            }
            self.close_page(Break::Allowed);
            y = self.begin_page(self.galley.head_within(index).cloned());
            begins = false;
        }
    }

    /// Begins a page with what stands above it, and tells where the rest begins.
    fn begin_page(&mut self, head: Option<Arc<RepeatedHead>>) -> Pt {
        self.head = head;
        self.head.as_ref().map_or(Pt::ZERO, |head| head.height)
    }

    /// Whether a flow belongs together with all that stands before it on the page.
    fn is_tied_to_top(&self, index: usize) -> bool {
        let tied = |flow: usize| self.flows[flow].break_before() == Break::Forbidden;
        let mut others = self.page.iter().skip(1);
        tied(index) && others.all(|placed| placed.begins && tied(placed.flow))
    }

    fn place(&mut self, flow: usize, y: Pt, foot: Pt, fragments: Vec<Fragment>, begins: bool) {
        self.page.push(Placed {
            flow,
            y,
            fragments,
            begins,
            foot,
        });
        self.foot = foot;
    }

    /// Ends the page before that flow, or before an earlier one that belongs with it.
    fn end_page_before(&mut self, index: usize) -> usize {
        let break_at = |flow: usize| self.flows[flow].break_before();
        // What stands first on the page stays on it.
        let candidates: Vec<usize> = self
            .page
            .iter()
            .skip(1)
            .filter(|placed| placed.begins)
            .map(|placed| placed.flow)
            .chain([index])
            .collect();
        let best = [Break::Allowed, Break::Avoided, Break::Forbidden]
            .into_iter()
            .find_map(|worst| {
                let mut fit = candidates.iter().rev();
                fit.find(|flow| break_at(**flow) <= worst).copied()
            })
            .unwrap_or(index);
        self.page.retain(|placed| placed.flow < best);
        self.close_page(break_at(best));
        best
    }

    fn close_page(&mut self, end: Break) {
        let placed = std::mem::take(&mut self.page);
        let foot = placed.last().map_or(Pt::ZERO, |placed| placed.foot);
        self.plan.pages.push(PagePlan {
            head: self.head.take(),
            placed,
            filled: foot.0 / self.height.0.max(1.0),
            end,
        });
        self.foot = Pt::ZERO;
    }
}
